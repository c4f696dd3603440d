#include "desktop/program/script.h"

#include "desktop/program/keys.h"
#include "desktop/words.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { blocks_most = 16, line_most = 400, settle_frames = 3, steps_most = 20000000 };
static const double frame_seconds = 1.0 / 60.0;

enum verb {
  CLICK,
  TRY,
  FOCUS,
  REACH,
  KEY,
  TYPE,
  MOVE,
  PRESS,
  RELEASE,
  CLICK_AT,
  WHEEL,
  WAIT,
  END_TURN,
  EXPECT,
  SCREENSHOT,
  REPEAT,
  IF,
  UNLESS,
  END,
  STOP,
  VERBS
};

/* What stands behind the verb: nothing, words, or so many numbers. */
static const struct {
  const char *name;
  int numbers; /* -1: words */
} verbs[VERBS] = {
    [CLICK] = {"click", -1},      [TRY] = {"try", -1},       [FOCUS] = {"focus", -1},
    [REACH] = {"reach", -1},      [KEY] = {"key", -1},       [TYPE] = {"type", -1},
    [MOVE] = {"move", 2},         [PRESS] = {"press", 0},    [RELEASE] = {"release", 0},
    [CLICK_AT] = {"click-at", 2}, [WHEEL] = {"wheel", 1},    [WAIT] = {"wait", 1},
    [END_TURN] = {"end-turn", 0}, [EXPECT] = {"expect", -1}, [SCREENSHOT] = {"screenshot", -1},
    [REPEAT] = {"repeat", 1},     [IF] = {"if", -1},         [UNLESS] = {"unless", -1},
    [END] = {"end", 0},           [STOP] = {"stop", 0},
};

struct command {
  enum verb verb;
  int line;
  char *words;
  float numbers[2];
  struct tp_chord chord;
  int partner; /* of a block's first line its last, and the other way */
};

struct tp_ui_script {
  char *path;
  struct command *commands;
  int count, room, at;
  struct tp_input input; /* of the last frame */
  int idle;              /* frames that still pass before the next command */
  int left[blocks_most]; /* repetitions of the open blocks */
  int open[blocks_most]; /* their first lines */
  int depth;
  int tabs;   /* that reach has pressed */
  bool asked; /* end-turn has pressed Space, and looks whether the game asks */
  long steps;
  const char *screenshot;
  char error[600];
};

/* --- reading --- */

static bool fault(struct tp_ui_script *s, int line, const char *what, const char *more) {
  snprintf(s->error, sizeof s->error, "%s:%d: %s%s%s", s->path, line, what, more[0] ? ": " : "",
           more);
  return false;
}

static char *copy_of(const char *text) {
  size_t size = strlen(text) + 1;
  char *copy = malloc(size);
  return copy ? memcpy(copy, text, size) : NULL;
}

static enum verb verb_of(const char *word, size_t length) {
  for (int i = 0; i < VERBS; i++)
    if (strlen(verbs[i].name) == length && !strncmp(verbs[i].name, word, length))
      return (enum verb)i;
  return VERBS;
}

static bool read_numbers(struct tp_ui_script *s, struct command *c, const char *rest) {
  char *end;
  for (int i = 0; i < verbs[c->verb].numbers; i++) {
    c->numbers[i] = strtof(rest, &end);
    if (end == rest)
      return fault(s, c->line, verbs[c->verb].name, "a number is missing");
    rest = end;
  }
  if (rest[strspn(rest, " \t")])
    return fault(s, c->line, "not understood", rest);
  return true;
}

static bool add_command(struct tp_ui_script *s, int line, const char *text) {
  size_t length = strcspn(text, " \t");
  struct command c = {.verb = verb_of(text, length), .line = line, .partner = -1};
  const char *rest = text + length + strspn(text + length, " \t");
  if (c.verb == VERBS)
    return fault(s, line, "unknown command", text);
  if (verbs[c.verb].numbers < 0 && !rest[0])
    return fault(s, line, verbs[c.verb].name, "words are missing");
  if (verbs[c.verb].numbers >= 0 && !read_numbers(s, &c, rest))
    return false;
  if (c.verb == KEY && !tp_chord_read(rest, &c.chord))
    return fault(s, line, "no such key", rest);
  if (s->count == s->room) {
    s->room = s->room ? 2 * s->room : 64;
    struct command *more = realloc(s->commands, (size_t)s->room * sizeof *more);
    if (!more)
      return fault(s, line, "out of memory", "");
    s->commands = more;
  }
  c.words = copy_of(rest);
  s->commands[s->count++] = c;
  return c.words != NULL;
}

static bool pair_blocks(struct tp_ui_script *s) {
  int open[blocks_most], depth = 0;
  for (int i = 0; i < s->count; i++) {
    struct command *c = &s->commands[i];
    if (c->verb == REPEAT || c->verb == IF || c->verb == UNLESS) {
      if (depth == blocks_most)
        return fault(s, c->line, "too many blocks in one another", "");
      open[depth++] = i;
    } else if (c->verb == END) {
      if (!depth)
        return fault(s, c->line, "end without a block", "");
      c->partner = open[--depth];
      s->commands[c->partner].partner = i;
    }
  }
  return !depth || fault(s, s->commands[open[depth - 1]].line, "the block has no end", "");
}

static bool read_lines(struct tp_ui_script *s, FILE *file) {
  char line[line_most];
  for (int number = 1; fgets(line, sizeof line, file); number++) {
    char *text = line + strspn(line, " \t");
    text[strcspn(text, "\r\n")] = '\0';
    for (size_t end = strlen(text); end > 0 && (text[end - 1] == ' ' || text[end - 1] == '\t');)
      text[--end] = '\0';
    if (text[0] && text[0] != '#' && !add_command(s, number, text))
      return false;
  }
  return pair_blocks(s);
}

struct tp_ui_script *tp_ui_script_open(const char *path, char *error, size_t error_size) {
  struct tp_ui_script *s = calloc(1, sizeof *s);
  FILE *file = fopen(path, "r");
  if (s)
    s->path = copy_of(path);
  if (!s || !s->path || !file) {
    snprintf(error, error_size, "%s: cannot be read", path);
    if (file)
      fclose(file);
    tp_ui_script_close(s);
    return NULL;
  }
  bool sound = read_lines(s, file);
  fclose(file);
  if (sound) {
    s->input.mouse_x = s->input.mouse_y = -1.0F;
    s->idle = settle_frames;
    return s;
  }
  snprintf(error, error_size, "%s", s->error);
  tp_ui_script_close(s);
  return NULL;
}

void tp_ui_script_close(struct tp_ui_script *s) {
  if (!s)
    return;
  for (int i = 0; i < s->count; i++)
    free(s->commands[i].words);
  free(s->commands);
  free(s->path);
  free(s);
}

const char *tp_ui_script_error(const struct tp_ui_script *s) {
  return s->error;
}

const char *tp_ui_script_screenshot(struct tp_ui_script *s) {
  const char *path = s->screenshot;
  s->screenshot = NULL;
  return path;
}

/* --- playing --- */

/* The item on top with these words; with `live`, only one that can be clicked counts. */
static const struct tp_ui_item *find(const struct tp_ui *ui, const char *words, bool live) {
  const struct tp_ui_item *list = ui->items[ui->current], *equal = NULL, *begins = NULL;
  int count = ui->item_counts[ui->current], top = 0;
  size_t length = strlen(words);
  for (int i = 0; i < count; i++)
    top = list[i].layer > top ? list[i].layer : top;
  for (int i = 0; i < count; i++) {
    bool meant = list[i].layer == top && (!live || (list[i].id && list[i].enabled));
    if (meant && !strcmp(list[i].words, words))
      equal = &list[i];
    if (meant && !begins && !strncmp(list[i].words, words, length))
      begins = &list[i];
  }
  return equal ? equal : begins;
}

static bool do_click(struct tp_ui_script *s, const struct command *c, struct tp_ui *ui) {
  const struct tp_ui_item *item = find(ui, c->words, true);
  if (!item && c->verb == TRY)
    return true;
  if (!item)
    return fault(s, c->line, "cannot be clicked now", c->words);
  if (c->verb == FOCUS)
    tp_ui_focus(ui, item->id);
  else
    tp_ui_click(ui, item->id);
  s->idle = settle_frames;
  return true;
}

static void do_pointer(struct tp_ui_script *s, const struct command *c) {
  if (c->verb == MOVE || c->verb == CLICK_AT) {
    s->input.mouse_x = c->numbers[0];
    s->input.mouse_y = c->numbers[1];
  }
  s->input.pressed = c->verb == PRESS || c->verb == CLICK_AT;
  s->input.released = c->verb == RELEASE || c->verb == CLICK_AT;
  s->input.down = c->verb == PRESS || (s->input.down && c->verb == MOVE);
  s->idle = settle_frames;
}

static void press_key(struct tp_ui_script *s, enum tp_key key) {
  s->input.keys = (uint64_t)1 << key;
  s->idle = settle_frames;
}

/* Blocks: goes into one, past it, or back to its first line. */
static void do_block(struct tp_ui_script *s, const struct command *c, const struct tp_ui *ui) {
  bool enter = true;
  int times = 1;
  if (c->verb == END) {
    if (--s->left[s->depth - 1] > 0)
      s->at = s->open[s->depth - 1] + 1;
    else
      s->depth--;
    return;
  }
  if (c->verb == REPEAT)
    times = (int)c->numbers[0];
  else
    enter = (find(ui, c->words, false) != NULL) == (c->verb == IF);
  if (!enter || times < 1) {
    s->at = c->partner + 1;
    return;
  }
  s->open[s->depth] = s->at - 1;
  s->left[s->depth++] = times;
}

/* Space; then the same command comes once more, and answers if the game has asked. */
static void do_end_turn(struct tp_ui_script *s, const struct tp_ui *ui) {
  s->asked = !s->asked;
  if (s->asked) {
    press_key(s, TP_KEY_SPACE);
    s->at--;
  } else if (find(ui, tp_word(TP_WORD_CONFIRM_YES), true)) {
    press_key(s, TP_KEY_ENTER);
  }
}

static bool has_keyboard(const struct tp_ui *ui, const char *words) {
  const struct tp_ui_item *list = ui->items[ui->current];
  for (int i = 0; i < ui->item_counts[ui->current]; i++)
    if (list[i].id && list[i].id == ui->focus && ui->focus_shown)
      return strncmp(list[i].words, words, strlen(words)) == 0;
  return false;
}

/* The same command comes again until it is reached. */
static bool do_reach(struct tp_ui_script *s, const struct command *c, const struct tp_ui *ui) {
  bool there = has_keyboard(ui, c->words) && s->tabs > 0;
  if (!there && s->tabs == TP_UI_ITEMS)
    return fault(s, c->line, "is not reached by Tab", c->words);
  s->tabs = there ? 0 : s->tabs + 1;
  if (there)
    return true;
  press_key(s, TP_KEY_TAB);
  s->at--;
  return true;
}

static bool play(struct tp_ui_script *s, const struct command *c, struct tp_ui *ui) {
  switch (c->verb) {
  case CLICK:
  case TRY:
  case FOCUS:
    return do_click(s, c, ui);
  case REACH:
    return do_reach(s, c, ui);
  case KEY:
    s->input.chords[s->input.chord_count++] = c->chord;
    s->input.pad = c->chord.device == TP_PAD;
    s->idle = settle_frames;
    return true;
  case TYPE:
    snprintf(s->input.text, sizeof s->input.text, "%s", c->words);
    s->idle = settle_frames;
    return true;
  case MOVE:
  case PRESS:
  case RELEASE:
  case CLICK_AT:
    do_pointer(s, c);
    return true;
  case WHEEL:
    s->input.wheel = c->numbers[0];
    s->idle = settle_frames;
    return true;
  case WAIT:
    s->idle = (int)c->numbers[0];
    return true;
  case END_TURN:
    do_end_turn(s, ui);
    return true;
  case EXPECT:
    return find(ui, c->words, false) || fault(s, c->line, "is not on the screen", c->words);
  case SCREENSHOT:
    s->screenshot = c->words;
    s->idle = 1;
    return true;
  case REPEAT:
  case IF:
  case UNLESS:
  case END:
    do_block(s, c, ui);
    return true;
  case STOP:
  case VERBS:
    break;
  }
  s->at = s->count;
  return true;
}

enum tp_ui_script_state tp_ui_script_next(struct tp_ui_script *s, struct tp_ui *ui,
                                          struct tp_input *input) {
  s->input.pressed = s->input.released = false;
  s->input.wheel = 0.0F;
  s->input.keys = 0;
  s->input.chord_count = 0;
  s->input.text[0] = '\0';
  s->input.seconds += frame_seconds;
  if (s->idle > 0)
    s->idle--;
  while (s->idle == 0 && s->at < s->count) {
    const struct command *c = &s->commands[s->at++];
    if (!play(s, c, ui))
      return TP_UI_SCRIPT_FAILED;
    if (++s->steps > steps_most)
      return fault(s, c->line, "the script does not come to an end", "") ? TP_UI_SCRIPT_ENDED
                                                                         : TP_UI_SCRIPT_FAILED;
  }
  *input = s->input;
  return s->idle == 0 && s->at >= s->count ? TP_UI_SCRIPT_ENDED : TP_UI_SCRIPT_PLAYS;
}
