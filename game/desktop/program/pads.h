/*
 * Gamepads: all that are plugged in, as one. Buttons and the left stick are chords (keys.h), of
 * which those that are held repeat; the right stick moves the map.
 */
#ifndef TP_DESKTOP_PROGRAM_PADS_H
#define TP_DESKTOP_PROGRAM_PADS_H

#include "desktop/program/keys.h"

union SDL_Event;
struct tp_pads;

/* NULL when SDL has none of it; that is no error. NULL is allowed in close. */
struct tp_pads *tp_pads_open(void);
void tp_pads_close(struct tp_pads *pads);

/* Takes an event, at a time of the window's clock; true when a gamepad was used. `chord` is what
 * went down, if anything did. */
bool tp_pads_take(struct tp_pads *pads, const union SDL_Event *event, double now,
                  struct tp_chord *chord);

/* True when what is held repeats now. Seconds until it does, or until the next frame while the
 * right stick is out; negative when nothing is held. */
bool tp_pads_repeat(struct tp_pads *pads, double now, struct tp_chord *chord);
double tp_pads_due(const struct tp_pads *pads, double now);

/* Where the right stick is, -1 .. 1 each way; 0 near the middle. */
void tp_pads_stick(const struct tp_pads *pads, float *x, float *y);

/* The make of the one used last. */
enum tp_pad_make tp_pads_make(const struct tp_pads *pads);

#endif
