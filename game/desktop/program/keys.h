/*
 * Which keys give which commands: one table of all commands, with their usual keys and buttons of a
 * gamepad; the bindings, which the player may change; and what keys are called, in files and by
 * people.
 *
 * A chord is a key with its modifiers, or a button. In files it is written as "u", "ctrl-z",
 * "page-up", "pad-x".
 */
#ifndef TP_DESKTOP_PROGRAM_KEYS_H
#define TP_DESKTOP_PROGRAM_KEYS_H

#include "desktop/widgets/ui.h"
#include "desktop/words.h"
#include "data/settings.h"

enum tp_command_group { TP_GROUP_TURN, TP_GROUP_BOARD, TP_GROUP_GAME, TP_GROUP_FIXED, TP_GROUPS };

/* X(key, its name in files, its usual chords, group). Those that move the keyboard about are
 * fixed: a player who bound them to nothing could not get back. */
#define TP_COMMANDS(X)                                                                             \
  X(SPACE, "end-turn", "space pad-y", TURN)                                                        \
  X(UNDO, "undo", "u ctrl-z pad-x", TURN)                                                          \
  X(REDO, "redo", "ctrl-y", TURN)                                                                  \
  X(NEXT_THEME, "next-theme", "e pad-rb", TURN)                                                    \
  X(LAST_THEME, "last-theme", "q pad-lb", TURN)                                                    \
  X(REPORT, "news", "n pad-back", TURN)                                                            \
  X(GOALS, "goals", "o", TURN)                                                                     \
  X(COUNSEL, "counsel", "c", TURN)                                                                 \
  X(HINT, "hint", "h", TURN)                                                                       \
  X(WHY, "why", "w pad-r3", BOARD)                                                                 \
  X(MODE, "map-mode", "m pad-l3", BOARD)                                                           \
  X(NEXT_ACTOR, "next-actor", "a", BOARD)                                                          \
  X(LAST_ACTOR, "last-actor", "shift-a", BOARD)                                                    \
  X(NEXT_TIE, "next-tie", "t", BOARD)                                                              \
  X(LAST_TIE, "last-tie", "shift-t", BOARD)                                                        \
  X(PLUS, "zoom-in", "plus equals keypad-plus pad-rt", BOARD)                                      \
  X(MINUS, "zoom-out", "minus keypad-minus pad-lt", BOARD)                                         \
  X(HOME, "whole-map", "home", BOARD)                                                              \
  X(SAVE, "save", "ctrl-s", GAME)                                                                  \
  X(LOAD, "load", "ctrl-l", GAME)                                                                  \
  X(SETTINGS, "settings", "f10", GAME)                                                             \
  X(PAGES, "encyclopaedia", "f2", GAME)                                                            \
  X(F1, "help", "f1 ?", GAME)                                                                      \
  X(F5, "reload", "f5", GAME)                                                                      \
  X(F11, "fullscreen", "f11 alt-enter", GAME)                                                      \
  X(F12, "screenshot", "f12", GAME)                                                                \
  X(TAB, "next", "tab", FIXED)                                                                     \
  X(BACK_TAB, "last", "shift-tab", FIXED)                                                          \
  X(LEFT, "left", "left pad-left", FIXED)                                                          \
  X(RIGHT, "right", "right pad-right", FIXED)                                                      \
  X(UP, "up", "up pad-up", FIXED)                                                                  \
  X(DOWN, "down", "down pad-down", FIXED)                                                          \
  X(ENTER, "accept", "enter keypad-enter pad-a", FIXED)                                            \
  X(ESCAPE, "back", "escape pad-b pad-start", FIXED)                                               \
  X(PAGE_UP, "page-up", "page-up", FIXED)                                                          \
  X(PAGE_DOWN, "page-down", "page-down", FIXED)                                                    \
  X(BACKSPACE, "erase", "backspace", FIXED)                                                        \
  X(DELETE, "erase-all", "delete", FIXED)

#define TP_COMMAND_ENTRY_(KEY, id, usual, group) TP_COMMAND_##KEY,
enum tp_command { TP_COMMANDS(TP_COMMAND_ENTRY_) TP_COMMAND_COUNT };
#undef TP_COMMAND_ENTRY_

struct tp_command_entry {
  enum tp_key key;
  const char *id;
  enum tp_word words;
  enum tp_command_group group;
};
extern const struct tp_command_entry tp_commands[TP_COMMAND_COUNT];

/* All bindings; a chord of no device is a free place. */
struct tp_bindings {
  struct tp_chord chords[TP_COMMAND_COUNT][TP_BOUND_KEYS];
};

/* The usual ones; the same with what the settings say, whose faults are added to `problems` and
 * left out. */
void tp_bindings_usual(struct tp_bindings *bindings);
void tp_bindings_read(struct tp_bindings *bindings, const struct tp_settings *settings,
                      struct tp_problems *problems);

/* Writes the keys of a command into the settings, or takes them out when they are the usual ones.
 */
void tp_bindings_keep(const struct tp_bindings *bindings, enum tp_command command,
                      struct tp_settings *settings);

/* The command that a chord gives, or TP_COMMAND_COUNT. Shift is let pass when nothing is bound with
 * it. */
enum tp_command tp_bindings_command(const struct tp_bindings *bindings, struct tp_chord chord);

/* The keys that the chords of an input give, as bits of tp_input.keys; which of them type nothing
 * is put into the input. `*taken` is kept from frame
 * to frame: 1 when the last press gave a command, so that what it types gives no second one. */
uint64_t tp_bindings_keys(const struct tp_bindings *bindings, struct tp_input *input, bool *taken);

/* Who else has this chord: a command, or TP_COMMAND_COUNT. */
enum tp_command tp_bindings_conflict(const struct tp_bindings *bindings, enum tp_command command,
                                     struct tp_chord chord);

/* Gives the chord to the command, in the place of the others of its device, and takes it from who
 * had it; refused (false) for chords that are fixed. */
bool tp_bindings_set(struct tp_bindings *bindings, enum tp_command command, struct tp_chord chord);

/* Takes all chords of a device from a command. */
void tp_bindings_clear(struct tp_bindings *bindings, enum tp_command command,
                       enum tp_device device);

/* Names in files. */
bool tp_chord_read(const char *name, struct tp_chord *chord);
void tp_chord_print(struct tp_chord chord, char name[TP_BOUND_NAME]);

/* What it is called, in the language that is spoken: "Ctrl+Z", "Space", and for a gamepad of that
 * make "X" or "Square". */
enum tp_pad_make { TP_PAD_PLAIN, TP_PAD_PLAYSTATION, TP_PAD_NINTENDO };
void tp_chord_words(struct tp_chord chord, enum tp_pad_make make, char *text, size_t size);

/* The first chord of a command on a device, where one is enough to say; "" when there is none. */
void tp_bindings_word(const struct tp_bindings *bindings, enum tp_command command,
                      enum tp_device device, enum tp_pad_make make, char *text, size_t size);

/* All chords of a command on a device, as one text; "" when there are none. */
void tp_bindings_words(const struct tp_bindings *bindings, enum tp_command command,
                       enum tp_device device, enum tp_pad_make make, char *text, size_t size);

#endif
