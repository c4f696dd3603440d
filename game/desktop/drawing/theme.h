/*
 * The look in one table: what every colour and size of the interface is called, and its value in
 * the light, dark and high-contrast themes. Screens name a role, never a number.
 *
 * Lengths in the table are pixels at scale 1 on a grid of 4; a made theme holds them multiplied by
 * its scale. Text colours have a contrast of at least 4.5 to 1 on every ground they are used on,
 * and colours whose difference means something differ by at least 10 (CIEDE2000) for every kind of
 * sight; tests/desktop/test_palette.c holds the table to it.
 */
#ifndef TP_DESKTOP_DRAWING_THEME_H
#define TP_DESKTOP_DRAWING_THEME_H

#include <stdbool.h>
#include <stdint.h>

struct tp_colour {
  uint8_t r, g, b, a;
};

enum tp_theme_kind { TP_THEME_LIGHT, TP_THEME_DARK, TP_THEME_CONTRAST, TP_THEME_COUNT };

/* X(name, light, dark, contrast, what it is for); colours are 0xRRGGBBAA. */
#define TP_THEME_COLOURS(X)                                                                        \
  X(PAPER, 0xefeadfff, 0x1d2329ff, 0xffffffff, "the sea, and the ground of a full screen")         \
  X(BAR, 0xf7f3e9ff, 0x242b32ff, 0xffffffff, "top bar")                                            \
  X(PANEL, 0xf9f6eeff, 0x272e36ff, 0xffffffff, "side panel, dossier")                              \
  X(CARD, 0xfffdf7ff, 0x2f3740ff, 0xffffffff, "a card on a panel")                                 \
  X(HOVER, 0xf1ebdcff, 0x38424dff, 0xe4e4e4ff, "a row or button under the pointer")                \
  X(INK, 0x26241fff, 0xece7dcff, 0x000000ff, "text, and strong lines")                             \
  X(MUTED, 0x686252ff, 0xb8b2a4ff, 0x262626ff, "secondary text")                                   \
  X(ON_INK, 0xf7f3eaff, 0x1d2329ff, 0xffffffff, "text on a surface of ink")                        \
  X(RULE, 0xcfc6b3ff, 0x4a545fff, 0x000000ff, "edges of panels and cards")                         \
  X(HAIR, 0xe8e1d2ff, 0x3a434dff, 0x767676ff, "thin lines between rows")                           \
  X(TRACK, 0xd8cfbdff, 0x4f5a66ff, 0xc8c8c8ff, "the empty part of a gauge")                        \
  X(LAND, 0xddd5c3ff, 0x333c45ff, 0xe0e0e0ff, "countries without an actor")                        \
  X(BORDER, 0xf6f2e8ff, 0x1d2329ff, 0xffffffff, "lines between countries")                         \
  X(GRATICULE, 0xc8bfa966, 0x4a545f66, 0x9a9a9a66, "meridians and parallels")                      \
  X(EUROPE, 0x517da3ff, 0x5e8fbaff, 0x1454aeff, "Europe and its members")                          \
  X(RUSSIA, 0x97524aff, 0xb9685dff, 0xc82d3aff, "Russia")                                          \
  X(CHINA, 0xc79361ff, 0xd09d6cff, 0xc37412ff, "China")                                            \
  X(AMERICA, 0x748e7bff, 0x83a08cff, 0x3e7b5fff, "the United States")                              \
  X(PARTNER, 0xc9bd8eff, 0x8f8660ff, 0xbfa94aff, "contested partners")                             \
  X(DURABLE, 0x1f5755ff, 0x7fd3cfff, 0x11534bff, "what lasts: links between peoples")              \
  X(BRITTLE, 0x8d3428ff, 0xff9979ff, 0x6b0a00ff, "what does not: a common adversary")              \
  X(GOOD, 0x1f5755ff, 0x7fd3cfff, 0x11534bff, "a change that helps the player")                    \
  X(BAD, 0x8d3428ff, 0xff9979ff, 0x6b0a00ff, "a change that hurts the player")                     \
  X(BRASS, 0x93814bff, 0xa89539ff, 0x6a5500ff, "gauge of a danger")                                \
  X(ACCENT, 0x34506bff, 0x9dbcd8ff, 0x003a70ff, "links, the forecast's line, selection")           \
  X(FOCUS, 0x1f6fb2ff, 0xffd166ff, 0x0047d6ff, "the ring round what has the keyboard")             \
  X(SHADE, 0x26241f80, 0x0b0e1199, 0x000000a0, "laid over the board under a dialogue")

enum tp_colour_role {
#define X(name, light, dark, contrast, use) TP_COLOUR_##name,
  TP_THEME_COLOURS(X)
#undef X
      TP_COLOUR_COUNT
};

enum tp_face {
  TP_FACE_SANS,        /* Inter 400 */
  TP_FACE_SANS_MEDIUM, /* Inter 500 */
  TP_FACE_SANS_STRONG, /* Inter 600 */
  TP_FACE_SERIF,       /* Source Serif 4 400 */
  TP_FACE_SERIF_STRONG,
  TP_FACE_SERIF_ITALIC,
  TP_FACE_COUNT
};

/* X(name, face, size in pixels, line height in pixels, extra space between letters in 1/100 em). */
#define TP_THEME_TYPE(X)                                                                           \
  X(MASTHEAD, SERIF_STRONG, 60, 72, 0)                                                             \
  X(DISPLAY, SERIF_STRONG, 44, 56, 0)                                                              \
  X(TITLE, SERIF_STRONG, 19, 28, 0)                                                                \
  X(HEAD, SERIF_STRONG, 17, 24, 0)                                                                 \
  X(SUBHEAD, SERIF_STRONG, 14, 20, 0)                                                              \
  X(READ, SERIF, 16, 24, 0)                                                                        \
  X(QUOTE, SERIF_ITALIC, 16, 24, 0)                                                                \
  X(BODY, SANS, 13, 20, 0)                                                                         \
  X(BODY_MEDIUM, SANS_MEDIUM, 13, 20, 0)                                                           \
  X(BODY_STRONG, SANS_STRONG, 13, 20, 0)                                                           \
  X(NOTE, SANS, 11, 16, 0)                                                                         \
  X(NOTE_MEDIUM, SANS_MEDIUM, 11, 16, 0)                                                           \
  X(NOTE_STRONG, SANS_STRONG, 11, 16, 0)                                                           \
  X(LABEL, SANS_STRONG, 11, 16, 6)                                                                 \
  X(MAP, SANS_STRONG, 12, 16, 0)                                                                   \
  X(TINY, SANS, 10, 12, 0)

enum tp_type_role {
#define X(name, face, size, line, track) TP_TYPE_##name,
  TP_THEME_TYPE(X)
#undef X
      TP_TYPE_COUNT
};

/* How a piece of text is set: sizes in device pixels. */
struct tp_type {
  enum tp_face face;
  int px;    /* size of the em */
  int line;  /* from one baseline to the next */
  int track; /* extra space after each letter, in pixels; 0 lets letters kern */
};

struct tp_look {
  enum tp_theme_kind kind;
  float scale;
  bool motion; /* false: animations jump to their end */
  struct tp_colour colours[TP_COLOUR_COUNT];
  struct tp_type types[TP_TYPE_COUNT];
};

/* A theme ready for use. `scale` is limited to 0.5 .. 4. Motion is on. */
struct tp_look tp_theme_make(enum tp_theme_kind kind, float scale);

/* A length of the table in device pixels, rounded; at least 1 when `length` is above 0. */
int tp_theme_px(const struct tp_look *theme, float length);

/* "light", "dark" or "contrast"; false and `kind` untouched for anything else. */
bool tp_theme_find(const char *name, enum tp_theme_kind *kind);
const char *tp_theme_name(enum tp_theme_kind kind);

/* `from` at 0 to `to` at 1, alpha too; `share` is limited to 0 .. 1. */
struct tp_colour tp_theme_mix(struct tp_colour from, struct tp_colour to, float share);

/* The same colour with another alpha. */
struct tp_colour tp_theme_fade(struct tp_colour colour, uint8_t alpha);

/* Contrast of two opaque colours as WCAG defines it, 1 .. 21. */
double tp_theme_contrast(struct tp_colour a, struct tp_colour b);

#endif
