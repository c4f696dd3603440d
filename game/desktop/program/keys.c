#include "desktop/program/keys.h"

#include <SDL.h>
#include <stdio.h>
#include <string.h>

#define ENTRY(KEY, id, usual, group)                                                               \
  [TP_COMMAND_##KEY] = {TP_KEY_##KEY, id, TP_WORD_DO_##KEY, TP_GROUP_##group},
const struct tp_command_entry tp_commands[TP_COMMAND_COUNT] = {TP_COMMANDS(ENTRY)};
#undef ENTRY

static const char *const usual_chords[TP_COMMAND_COUNT] = {
#define USUAL(KEY, id, usual, group) [TP_COMMAND_##KEY] = (usual),
    TP_COMMANDS(USUAL)
#undef USUAL
};

/* --- names ---------------------------------------------------------------------------------- */

/* Keys that are not called by their character; without a word of their own they are called by the
 * text here. */
static const struct {
  const char *name;
  int32_t code;
  enum tp_word word;
  const char *text;
} named[] = {
    {"enter", SDLK_RETURN, TP_WORD_KEY_ENTER, NULL},
    {"space", SDLK_SPACE, TP_WORD_KEY_SPACE, NULL},
    {"escape", SDLK_ESCAPE, TP_WORD_KEY_ESCAPE, NULL},
    {"tab", SDLK_TAB, TP_WORD_KEY_TAB, NULL},
    {"backspace", SDLK_BACKSPACE, TP_WORD_KEY_BACKSPACE, NULL},
    {"delete", SDLK_DELETE, TP_WORD_KEY_DELETE, NULL},
    {"home", SDLK_HOME, TP_WORD_KEY_HOME, NULL},
    {"end", SDLK_END, TP_WORD_KEY_END, NULL},
    {"page-up", SDLK_PAGEUP, TP_WORD_KEY_PAGE_UP, NULL},
    {"page-down", SDLK_PAGEDOWN, TP_WORD_KEY_PAGE_DOWN, NULL},
    {"keypad-enter", SDLK_KP_ENTER, TP_WORD_KEY_KEYPAD_ENTER, NULL},
    {"left", SDLK_LEFT, TP_WORD_COUNT, "\xe2\x86\x90"},
    {"right", SDLK_RIGHT, TP_WORD_COUNT, "\xe2\x86\x92"},
    {"up", SDLK_UP, TP_WORD_COUNT, "\xe2\x86\x91"},
    {"down", SDLK_DOWN, TP_WORD_COUNT, "\xe2\x86\x93"},
    {"plus", SDLK_PLUS, TP_WORD_COUNT, "+"},
    {"minus", SDLK_MINUS, TP_WORD_COUNT, "\xe2\x88\x92"},
    {"equals", SDLK_EQUALS, TP_WORD_COUNT, "="},
    {"keypad-plus", SDLK_KP_PLUS, TP_WORD_COUNT, "+"},
    {"keypad-minus", SDLK_KP_MINUS, TP_WORD_COUNT, "\xe2\x88\x92"},
};
enum { NAMED = sizeof named / sizeof *named };

/* Buttons in SDL's order, and the triggers behind them: in files, and on the common makes. */
static const struct {
  const char *name, *plain, *playstation, *nintendo;
} buttons[] = {
    {"a", "A", "\xc3\x97", "A"},
    {"b", "B", "\xe2\x97\x8b", "B"},
    {"x", "X", "\xe2\x96\xa1", "X"},
    {"y", "Y", "\xe2\x96\xb3", "Y"},
    {"back", "View", "Share", "\xe2\x88\x92"},
    {"guide", "Guide", "PS", "Home"},
    {"start", "Menu", "Options", "+"},
    {"l3", "LS", "L3", "LS"},
    {"r3", "RS", "R3", "RS"},
    {"lb", "LB", "L1", "L"},
    {"rb", "RB", "R1", "R"},
    {"up", "\xe2\x86\x91", "\xe2\x86\x91", "\xe2\x86\x91"},
    {"down", "\xe2\x86\x93", "\xe2\x86\x93", "\xe2\x86\x93"},
    {"left", "\xe2\x86\x90", "\xe2\x86\x90", "\xe2\x86\x90"},
    {"right", "\xe2\x86\x92", "\xe2\x86\x92", "\xe2\x86\x92"},
    {"lt", "LT", "L2", "ZL"},
    {"rt", "RT", "R2", "ZR"},
};
enum { BUTTONS = sizeof buttons / sizeof *buttons };

static const struct {
  const char *name;
  uint8_t bit;
  enum tp_word word;
} modifiers[] = {{"ctrl-", TP_CTRL, TP_WORD_KEY_CTRL},
                 {"alt-", TP_ALT, TP_WORD_KEY_ALT},
                 {"shift-", TP_SHIFT, TP_WORD_KEY_SHIFT}};
enum { MODIFIERS = sizeof modifiers / sizeof *modifiers };

static bool read_button(const char *name, struct tp_chord *chord) {
  for (int i = 0; i < BUTTONS; i++)
    if (strcmp(buttons[i].name, name) == 0) {
      *chord = (struct tp_chord){.device = TP_PAD, .code = i};
      return true;
    }
  return false;
}

/* SDL's names, with dashes for its spaces. */
static int32_t code_called(const char *name) {
  char spaced[TP_BOUND_NAME];
  for (int i = 0; i < NAMED; i++)
    if (strcmp(named[i].name, name) == 0)
      return named[i].code;
  snprintf(spaced, sizeof spaced, "%s", name);
  for (char *p = spaced; p[0] && p[1]; p++)
    *p = *p == '-' ? ' ' : *p;
  return SDL_GetKeyFromName(spaced);
}

bool tp_chord_read(const char *name, struct tp_chord *chord) {
  struct tp_chord key = {.device = TP_KEYBOARD};
  if (strncmp(name, "pad-", 4) == 0)
    return read_button(name + 4, chord);
  for (int i = 0; i < MODIFIERS; i++) {
    size_t length = strlen(modifiers[i].name);
    if (strncmp(name, modifiers[i].name, length) != 0 || !name[length])
      continue;
    key.modifiers |= modifiers[i].bit;
    name += length;
  }
  key.code = code_called(name);
  if (key.code == SDLK_UNKNOWN)
    return false;
  *chord = key;
  return true;
}

static const char *name_of(int32_t code, char own[TP_BOUND_NAME]) {
  for (int i = 0; i < NAMED; i++)
    if (named[i].code == code)
      return named[i].name;
  snprintf(own, TP_BOUND_NAME, "%.20s", SDL_GetKeyName(code));
  for (char *p = own; *p; p++)
    *p = *p == ' ' ? '-' : *p >= 'A' && *p <= 'Z' ? (char)(*p - 'A' + 'a') : *p;
  return own;
}

void tp_chord_print(struct tp_chord chord, char name[TP_BOUND_NAME]) {
  char own[TP_BOUND_NAME];
  name[0] = '\0';
  if (chord.device == TP_PAD)
    snprintf(name, TP_BOUND_NAME, "pad-%s", buttons[chord.code].name);
  if (chord.device != TP_KEYBOARD)
    return;
  for (int i = 0; i < MODIFIERS; i++)
    if (chord.modifiers & modifiers[i].bit)
      tp_phrase_append(name, TP_BOUND_NAME, modifiers[i].name);
  tp_phrase_append(name, TP_BOUND_NAME, name_of(chord.code, own));
}

static void add_key_words(int32_t code, char *text, size_t size) {
  for (int i = 0; i < NAMED; i++)
    if (named[i].code == code) {
      tp_phrase_append(text, size, named[i].text ? named[i].text : tp_word(named[i].word));
      return;
    }
  tp_phrase_append(text, size, SDL_GetKeyName(code));
}

void tp_chord_words(struct tp_chord chord, enum tp_pad_make make, char *text, size_t size) {
  text[0] = '\0';
  if (chord.device == TP_PAD)
    tp_phrase_append(text, size,
                     make == TP_PAD_PLAYSTATION ? buttons[chord.code].playstation
                     : make == TP_PAD_NINTENDO  ? buttons[chord.code].nintendo
                                                : buttons[chord.code].plain);
  if (chord.device != TP_KEYBOARD)
    return;
  for (int i = 0; i < MODIFIERS; i++)
    if (chord.modifiers & modifiers[i].bit) {
      tp_phrase_append(text, size, tp_word(modifiers[i].word));
      tp_phrase_append(text, size, "+");
    }
  add_key_words(chord.code, text, size);
}

void tp_bindings_word(const struct tp_bindings *bindings, enum tp_command command,
                      enum tp_device device, enum tp_pad_make make, char *text, size_t size) {
  text[0] = '\0';
  for (int i = 0; i < TP_BOUND_KEYS && !text[0]; i++) {
    if (bindings->chords[command][i].device == (uint8_t)device)
      tp_chord_words(bindings->chords[command][i], make, text, size);
  }
}

void tp_bindings_words(const struct tp_bindings *bindings, enum tp_command command,
                       enum tp_device device, enum tp_pad_make make, char *text, size_t size) {
  char one[60], last[60] = "";
  text[0] = '\0';
  for (int i = 0; i < TP_BOUND_KEYS; i++) {
    struct tp_chord chord = bindings->chords[command][i];
    if (chord.device != (uint8_t)device)
      continue;
    tp_chord_words(chord, make, one, sizeof one);
    if (strcmp(one, last) == 0)
      continue; /* the same on the keypad */
    tp_phrase_list(text, size, one);
    snprintf(last, sizeof last, "%s", one);
  }
}

/* --- bindings ------------------------------------------------------------------------------- */

static bool same(struct tp_chord a, struct tp_chord b) {
  return a.device == b.device && a.code == b.code && a.modifiers == b.modifiers;
}

static void usual_of(struct tp_bindings *bindings, int command) {
  char name[TP_BOUND_NAME];
  const char *list = usual_chords[command];
  memset(bindings->chords[command], 0, sizeof bindings->chords[command]);
  for (int i = 0; *list && i < TP_BOUND_KEYS; i++) {
    size_t length = strcspn(list, " ");
    snprintf(name, sizeof name, "%.*s", (int)length, list);
    tp_chord_read(name, &bindings->chords[command][i]);
    list += length + strspn(list + length, " ");
  }
}

void tp_bindings_usual(struct tp_bindings *bindings) {
  for (int i = 0; i < TP_COMMAND_COUNT; i++)
    usual_of(bindings, i);
}

static int command_called(const char *id) {
  for (int i = 0; i < TP_COMMAND_COUNT; i++)
    if (strcmp(tp_commands[i].id, id) == 0 && tp_commands[i].group != TP_GROUP_FIXED)
      return i;
  return TP_COMMAND_COUNT;
}

static void read_one(struct tp_bindings *bindings, int command, const struct tp_bound *bound,
                     struct tp_problems *problems) {
  memset(bindings->chords[command], 0, sizeof bindings->chords[command]);
  for (int i = 0; i < bound->count; i++) {
    struct tp_chord chord;
    if (tp_chord_read(bound->keys[i], &chord))
      bindings->chords[command][i] = chord;
    else
      tp_problems_add(problems, "", 0, 0, "", "settings: %s: no key is called \"%s\"",
                      bound->command, bound->keys[i]);
  }
}

void tp_bindings_read(struct tp_bindings *bindings, const struct tp_settings *settings,
                      struct tp_problems *problems) {
  tp_bindings_usual(bindings);
  for (int i = 0; i < settings->bound_count; i++) {
    const struct tp_bound *bound = &settings->bound[i];
    int command = command_called(bound->command);
    if (command < TP_COMMAND_COUNT)
      read_one(bindings, command, bound, problems);
    else
      tp_problems_add(problems, "", 0, 0, "", "settings: no command is called \"%s\"",
                      bound->command);
  }
}

void tp_bindings_keep(const struct tp_bindings *bindings, enum tp_command command,
                      struct tp_settings *settings) {
  struct tp_bindings usual = {0};
  const struct tp_chord *chords = bindings->chords[command];
  bool changed = false;
  usual_of(&usual, (int)command);
  for (int i = 0; i < TP_BOUND_KEYS; i++)
    changed |= !same(chords[i], usual.chords[command][i]);
  tp_settings_unbind(settings, tp_commands[command].id);
  struct tp_bound *bound = changed ? tp_settings_bind(settings, tp_commands[command].id) : NULL;
  for (int i = 0; bound && i < TP_BOUND_KEYS; i++)
    if (chords[i].device)
      tp_chord_print(chords[i], bound->keys[bound->count++]);
}

static enum tp_command find(const struct tp_bindings *bindings, struct tp_chord chord) {
  for (int c = 0; c < TP_COMMAND_COUNT; c++)
    for (int i = 0; i < TP_BOUND_KEYS; i++)
      if (same(bindings->chords[c][i], chord))
        return (enum tp_command)c;
  return TP_COMMAND_COUNT;
}

enum tp_command tp_bindings_command(const struct tp_bindings *bindings, struct tp_chord chord) {
  enum tp_command command = chord.device ? find(bindings, chord) : TP_COMMAND_COUNT;
  if (command == TP_COMMAND_COUNT && chord.modifiers == TP_SHIFT) {
    chord.modifiers = 0;
    command = find(bindings, chord);
  }
  return command;
}

/* Held down, these are given once: a key that is held ends one turn, not ten. */
static bool repeats(enum tp_command command) {
  switch (command) {
  case TP_COMMAND_PLUS:
  case TP_COMMAND_MINUS:
  case TP_COMMAND_UNDO:
  case TP_COMMAND_REDO:
    return true;
  default:
    return tp_commands[command].group == TP_GROUP_FIXED && command != TP_COMMAND_ENTER &&
           command != TP_COMMAND_ESCAPE;
  }
}

static uint64_t digit_of(struct tp_chord chord) {
  bool digit = chord.device == TP_KEYBOARD && chord.code >= SDLK_0 && chord.code <= SDLK_9;
  return digit && !(chord.modifiers & ~TP_SHIFT) ? (uint64_t)1 << (TP_KEY_0 + chord.code - SDLK_0)
                                                 : 0;
}

/* Keys without a character, and the buttons of a pad. */
static bool is_silent(struct tp_chord chord) {
  return chord.device == TP_PAD || (chord.code & SDLK_SCANCODE_MASK) != 0;
}

uint64_t tp_bindings_keys(const struct tp_bindings *bindings, struct tp_input *input, bool *taken) {
  uint64_t keys = 0;
  input->silent = 0;
  for (int i = 0; i < input->chord_count; i++) {
    struct tp_chord chord = input->chords[i];
    enum tp_command command = tp_bindings_command(bindings, chord);
    bool once_more = chord.typed && *taken;
    uint64_t given =
        command < TP_COMMAND_COUNT ? (uint64_t)1 << tp_commands[command].key : digit_of(chord);
    *taken = given != 0;
    if (once_more || (chord.again && (command >= TP_COMMAND_COUNT || !repeats(command))))
      continue;
    keys |= given;
    input->silent |= is_silent(chord) ? given : 0;
  }
  return keys;
}

enum tp_command tp_bindings_conflict(const struct tp_bindings *bindings, enum tp_command command,
                                     struct tp_chord chord) {
  enum tp_command other = find(bindings, chord);
  return other == command ? TP_COMMAND_COUNT : other;
}

static void take_away(struct tp_bindings *bindings, struct tp_chord chord) {
  for (int c = 0; c < TP_COMMAND_COUNT; c++)
    for (int i = 0; i < TP_BOUND_KEYS; i++)
      if (same(bindings->chords[c][i], chord))
        bindings->chords[c][i] = (struct tp_chord){0};
}

void tp_bindings_clear(struct tp_bindings *bindings, enum tp_command command,
                       enum tp_device device) {
  for (int i = 0; i < TP_BOUND_KEYS; i++)
    if (bindings->chords[command][i].device == (uint8_t)device)
      bindings->chords[command][i] = (struct tp_chord){0};
}

bool tp_bindings_set(struct tp_bindings *bindings, enum tp_command command, struct tp_chord chord) {
  enum tp_command other = tp_bindings_conflict(bindings, command, chord);
  chord.again = chord.typed = false;
  if (digit_of(chord) || (other < TP_COMMAND_COUNT && tp_commands[other].group == TP_GROUP_FIXED))
    return false;
  take_away(bindings, chord);
  tp_bindings_clear(bindings, command, (enum tp_device)chord.device);
  for (int i = 0; i < TP_BOUND_KEYS; i++)
    if (!bindings->chords[command][i].device) {
      bindings->chords[command][i] = chord;
      return true;
    }
  return false;
}
