/* The commands: one table, one function each. */
#include "text/game.h"

#include "data/utf8.h"

#include <stdlib.h>
#include <string.h>

/* What may stand behind a command: nothing, or words that its function reads. */
enum behind { NOTHING, WORDS };

struct command {
  enum behind behind;
  void (*run)(struct tp_text_game *g, char *rest);
};

const char *tp_text_typed(char text[120], enum tp_text_command command, const char *word) {
  snprintf(text, 120, "%s %s", tp_text_name(command), word);
  return text;
}

int tp_text_is(const char *typed, enum tp_text_word word, const char *english) {
  return strcmp(typed, tp_text_word(word)) == 0 || strcmp(typed, english) == 0;
}

static void say_not_understood(struct tp_text_game *g, const char *typed,
                               enum tp_text_command command) {
  TP_TELL(g, NOT_UNDERSTOOD, typed, tp_text_usage(command));
}

/* A whole number of at most five digits at `*text`, which moves behind it and the spaces after it;
 * or -1. */
static int take_number(char **text) {
  char *p = *text + strspn(*text, " ");
  size_t digits = strspn(p, "0123456789");
  if (digits == 0 || digits > 5 || (p[digits] && p[digits] != ' '))
    return -1;
  *text = p + digits + strspn(p + digits, " ");
  return (int)strtol(p, NULL, 10);
}

static void say_refusal(struct tp_text_game *g, struct tp_verdict verdict) {
  char reason[TP_WORDING_MAX];
  tp_session_reason(g->s, verdict, reason, sizeof reason);
  TP_TELL(g, REFUSED, reason);
}

static void say_left(struct tp_text_game *g) {
  struct tp_means left = tp_session_means(g->s);
  TP_TELL(g, LEFT, TP_FIGURE_LEFT(left.budget), TP_FIGURE_LEFT(left.capital),
          TP_FIGURE(left.attention));
}

/* --- looking -------------------------------------------------------------------------------- */

static void run_look(struct tp_text_game *g, char *rest) {
  (void)rest;
  tp_text_show_turn(g);
}

static void run_headlines(struct tp_text_game *g, char *rest) {
  (void)rest;
  tp_text_show_headlines(g, TP_HEADLINES_MAX);
}

static void run_actions(struct tp_text_game *g, char *rest) {
  char first[40];
  size_t length = strcspn(rest, " ");
  snprintf(first, sizeof first, "%.*s", (int)length, rest);
  int all = tp_text_is(first, TP_TEXT_ALL, "all");
  rest += all ? length : 0;
  tp_text_show_actions(g, all, rest + strspn(rest, " "));
}

static void run_about(struct tp_text_game *g, char *rest) {
  int action = tp_text_find_action(g, rest);
  if (action != TP_NONE)
    tp_text_show_action(g, action);
}

static void run_show(struct tp_text_game *g, char *rest) {
  tp_text_show_values(g, rest);
}

static void run_why(struct tp_text_game *g, char *rest) {
  tp_text_show_why(g, rest);
}

static void run_read(struct tp_text_game *g, char *rest) {
  tp_text_read(g, rest);
}

static void run_advice(struct tp_text_game *g, char *rest) {
  (void)rest;
  tp_text_show_advice(g);
}

static void run_goals(struct tp_text_game *g, char *rest) {
  (void)rest;
  tp_text_show_goals(g);
}

static void run_hints(struct tp_text_game *g, char *rest) {
  int on = tp_text_is(rest, TP_TEXT_ON, "on"), off = tp_text_is(rest, TP_TEXT_OFF, "off");
  if (rest[0] && !on && !off) {
    say_not_understood(g, rest, TP_DO_HINTS);
    return;
  }
  g->no_hints = rest[0] ? off : g->no_hints;
  if (g->no_hints)
    TP_TELL(g, HINTS_OFF, TP_TYPED_WITH(HINTS, tp_text_word(TP_TEXT_ON)));
  else
    TP_TELL(g, HINTS_ON, TP_TYPED_WITH(HINTS, tp_text_word(TP_TEXT_OFF)));
  tp_text_repeat_hint(g);
}

/* --- orders --------------------------------------------------------------------------------- */

/* Of an order that the council will refuse as it stands: what that costs. */
static void warn_of_vote(struct tp_text_game *g, int action) {
  const struct tp_rules *r = tp_session_rules(g->s);
  struct tp_ballot ballot;
  char vote[TP_WORDING_MAX], refused[TP_WORDING_MAX];
  tp_session_poll(g->s, action, &ballot);
  if (ballot.passes >= 0)
    return;
  tp_wording_ballot(r, action, &ballot, vote, sizeof vote);
  tp_wording_refused(r, action, refused, sizeof refused);
  TP_TELL(g, DOOMED, vote, refused, tp_text_name(TP_DO_UNDO));
}

static void run_do(struct tp_text_game *g, char *rest) {
  int action = tp_text_find_action(g, rest);
  if (action == TP_NONE)
    return;
  struct tp_verdict verdict = tp_session_act(g->s, action);
  if (verdict.refusal != TP_ALLOWED) {
    say_refusal(g, verdict);
    return;
  }
  TP_TELL(g, ORDERED, tp_session_rules(g->s)->actions[action].words.title);
  warn_of_vote(g, action);
  say_left(g);
}

static void run_orders(struct tp_text_game *g, char *rest) {
  (void)rest;
  tp_text_show_orders(g);
  say_left(g);
}

static void run_undo(struct tp_text_game *g, char *rest) {
  if (!tp_session_undo(g->s)) {
    TP_TELL_ALONE(g, NOTHING_UNDO);
    return;
  }
  TP_TELL_ALONE(g, UNDONE);
  run_orders(g, rest);
}

static void run_redo(struct tp_text_game *g, char *rest) {
  if (!tp_session_redo(g->s)) {
    TP_TELL_ALONE(g, NOTHING_REDO);
    return;
  }
  TP_TELL_ALONE(g, REDONE);
  run_orders(g, rest);
}

static void run_drop(struct tp_text_game *g, char *rest) {
  char *end = rest;
  int number = take_number(&end);
  if (number < 1 || *end || !tp_session_remove(g->s, number - 1)) {
    TP_TELL(g, WHICH_ORDER, TP_TYPED(ORDERS), TP_TYPED(DROP));
    return;
  }
  TP_TELL_ALONE(g, TAKEN_BACK);
  run_orders(g, rest);
}

/* The answer that was typed, "[DECISION] N"; 0 when there is none such, which is said. */
static int find_answer(struct tp_text_game *g, char *typed, struct tp_order *order) {
  int which = 1, choice = take_number(&typed), second = take_number(&typed);
  struct tp_decision decision;
  if (tp_session_decisions(g->s) == 0) {
    TP_TELL_ALONE(g, NO_DECISION);
    return 0;
  }
  if (second >= 0) {
    which = choice;
    choice = second;
  }
  if (choice < 1 || *typed || !tp_session_decision(g->s, which - 1, &decision)) {
    TP_TELL(g, ANSWER_HOW, TP_TYPED(ANSWER));
    tp_text_show_decisions(g);
    return 0;
  }
  if (choice > decision.option_count) {
    say_refusal(g, (struct tp_verdict){.refusal = TP_NO_SUCH_ORDER});
    return 0;
  }
  *order = (struct tp_order){TP_ORDER_ANSWER, (int16_t)decision.event, (int16_t)(choice - 1)};
  return 1;
}

static void run_answer(struct tp_text_game *g, char *rest) {
  struct tp_order order;
  if (!find_answer(g, rest, &order))
    return;
  struct tp_verdict verdict = tp_session_give(g->s, order);
  if (verdict.refusal != TP_ALLOWED)
    say_refusal(g, verdict);
  else
    TP_TELL(g, ANSWERED, tp_text_order_title(g, order));
}

static int find_move(const char *typed) {
  if (tp_text_is(typed, TP_TEXT_HOLD, "hold"))
    return TP_HOLD_FIRM;
  if (tp_text_is(typed, TP_TEXT_ESCALATE, "escalate"))
    return TP_ESCALATE;
  return tp_text_is(typed, TP_TEXT_STEP_BACK, "back") ? TP_STEP_BACK : TP_NONE;
}

/* The move that was typed; 0 when there is none such, which is said. */
static int find_crisis_move(struct tp_text_game *g, const char *typed, struct tp_order *order) {
  struct tp_crisis_state crisis;
  int move = find_move(typed);
  tp_session_crisis(g->s, &crisis);
  if (!crisis.on) {
    TP_TELL_ALONE(g, NO_CRISIS);
    return 0;
  }
  if (move == TP_NONE) {
    tp_text_show_crisis(g);
    TP_TELL(g, CRISIS_HOW, TP_TYPED_WITH(CRISIS, tp_text_word(TP_TEXT_HOLD)),
            TP_TYPED_WITH(CRISIS, tp_text_word(TP_TEXT_ESCALATE)),
            TP_TYPED_WITH(CRISIS, tp_text_word(TP_TEXT_STEP_BACK)));
    return 0;
  }
  *order = (struct tp_order){.kind = TP_ORDER_MOVE, .choice = (int16_t)move};
  return 1;
}

static void run_crisis(struct tp_text_game *g, char *rest) {
  struct tp_order order;
  if (!find_crisis_move(g, rest, &order))
    return;
  struct tp_verdict verdict = tp_session_give(g->s, order);
  if (verdict.refusal != TP_ALLOWED)
    say_refusal(g, verdict);
  else
    TP_TELL(g, WILL_MOVE, tp_text_order_title(g, order));
}

/* What stands behind `command` where it was typed, else NULL. */
static char *behind_command(char *typed, enum tp_text_command command) {
  const char *const names[] = {tp_text_name(command), tp_text_id(command)};
  for (int i = 0; i < 2; i++) {
    size_t length = strlen(names[i]);
    if (strncmp(typed, names[i], length) == 0 && (!typed[length] || typed[length] == ' '))
      return typed + length + strspn(typed + length, " ");
  }
  return NULL;
}

/* Of an answer or a move, typed as it would be given; else of an action. */
static void run_forecast(struct tp_text_game *g, char *rest) {
  char *answer = behind_command(rest, TP_DO_ANSWER), *move = behind_command(rest, TP_DO_CRISIS);
  struct tp_order order = {.kind = TP_ORDER_ACT};
  int found;
  if (answer && tp_session_decisions(g->s) > 0) {
    found = find_answer(g, answer, &order);
  } else if (move && find_move(move) != TP_NONE) {
    found = find_crisis_move(g, move, &order);
  } else {
    int action = tp_text_find_action(g, rest);
    order.id = (int16_t)action;
    found = action != TP_NONE;
  }
  if (found)
    tp_text_show_forecast(g, order);
}

static void run_end(struct tp_text_game *g, char *rest) {
  (void)rest;
  g->trail_count = 0;
  if (!tp_session_end_turn(g->s))
    TP_TELL_ALONE(g, GAME_OVER);
  else
    tp_text_show_turn(g);
}

/* --- the game ------------------------------------------------------------------------------- */

static void run_new(struct tp_text_game *g, char *rest) {
  tp_text_new(g, rest);
}

static void run_mods(struct tp_text_game *g, char *rest) {
  tp_text_mods(g, rest);
}

static void run_saves(struct tp_text_game *g, char *rest) {
  (void)rest;
  tp_text_list_saves(g);
}

static void run_save(struct tp_text_game *g, char *rest) {
  tp_text_save(g, rest);
}

static void run_load(struct tp_text_game *g, char *rest) {
  tp_text_load(g, rest);
}

static void run_renew(struct tp_text_game *g, char *rest) {
  tp_text_renew(g, rest);
}

static void run_language(struct tp_text_game *g, char *rest) {
  tp_text_speak(g, rest);
}

static void run_debrief(struct tp_text_game *g, char *rest) {
  (void)rest;
  tp_text_show_past(g);
}

static void run_turning(struct tp_text_game *g, char *rest) {
  (void)rest;
  tp_text_show_turning(g);
}

static void run_whatif(struct tp_text_game *g, char *rest) {
  tp_text_what_if(g, rest);
}

static void run_quit(struct tp_text_game *g, char *rest) {
  (void)rest;
  g->leaving = tp_text_may_leave(g, TP_DO_QUIT);
}

static void run_help(struct tp_text_game *g, char *rest);

static const struct command commands[TP_DO_COUNT] = {
    [TP_DO_LOOK] = {NOTHING, run_look},
    [TP_DO_HEADLINES] = {NOTHING, run_headlines},
    [TP_DO_ACTIONS] = {WORDS, run_actions},
    [TP_DO_ABOUT] = {WORDS, run_about},
    [TP_DO_DO] = {WORDS, run_do},
    [TP_DO_FORECAST] = {WORDS, run_forecast},
    [TP_DO_ORDERS] = {NOTHING, run_orders},
    [TP_DO_UNDO] = {NOTHING, run_undo},
    [TP_DO_REDO] = {NOTHING, run_redo},
    [TP_DO_DROP] = {WORDS, run_drop},
    [TP_DO_ANSWER] = {WORDS, run_answer},
    [TP_DO_CRISIS] = {WORDS, run_crisis},
    [TP_DO_SHOW] = {WORDS, run_show},
    [TP_DO_WHY] = {WORDS, run_why},
    [TP_DO_READ] = {WORDS, run_read},
    [TP_DO_ADVICE] = {NOTHING, run_advice},
    [TP_DO_HINTS] = {WORDS, run_hints},
    [TP_DO_GOALS] = {NOTHING, run_goals},
    [TP_DO_END] = {NOTHING, run_end},
    [TP_DO_DEBRIEF] = {NOTHING, run_debrief},
    [TP_DO_TURNING] = {NOTHING, run_turning},
    [TP_DO_WHATIF] = {WORDS, run_whatif},
    [TP_DO_NEW] = {WORDS, run_new},
    [TP_DO_MODS] = {WORDS, run_mods},
    [TP_DO_SAVES] = {NOTHING, run_saves},
    [TP_DO_SAVE] = {WORDS, run_save},
    [TP_DO_LOAD] = {WORDS, run_load},
    [TP_DO_RENEW] = {WORDS, run_renew},
    [TP_DO_LANGUAGE] = {WORDS, run_language},
    [TP_DO_HELP] = {WORDS, run_help},
    [TP_DO_QUIT] = {NOTHING, run_quit},
};

/* --- reading a line ------------------------------------------------------------------------- */

/* The command whose name `word` is, or the only one whose name it begins; TP_DO_COUNT otherwise. */
static int find_by_name(const char *word, const char *(*name)(enum tp_text_command)) {
  int found = TP_DO_COUNT, count = 0;
  for (int i = 0; i < TP_DO_COUNT; i++) {
    const char *called = name((enum tp_text_command)i);
    if (strcmp(called, word) == 0)
      return i;
    if (strncmp(called, word, strlen(word)) == 0) {
      found = i;
      count++;
    }
  }
  return count == 1 ? found : TP_DO_COUNT;
}

/* In the language that is spoken, else in English. */
static int find_command(const char *word) {
  int found = find_by_name(word, tp_text_name);
  return found < TP_DO_COUNT ? found : find_by_name(word, tp_text_id);
}

static void run_help(struct tp_text_game *g, char *rest) {
  int one = rest[0] ? find_command(rest) : TP_DO_COUNT;
  if (rest[0] && one == TP_DO_COUNT) {
    TP_TELL(g, NO_COMMAND, rest, TP_TYPED(HELP));
    return;
  }
  for (int i = 0; i < TP_DO_COUNT; i++)
    if (one == TP_DO_COUNT || one == i)
      TP_TELL(g, HELP_LINE, tp_text_usage((enum tp_text_command)i),
              tp_text_help((enum tp_text_command)i));
}

/* Cuts off spaces, and control characters wherever they are. */
static char *tidy(char *line) {
  for (char *p = line; *p; p++) {
    if ((unsigned char)*p < 0x20 || *p == 0x7f)
      *p = ' ';
  }
  line += strspn(line, " ");
  size_t length = strlen(line);
  while (length > 0 && line[length - 1] == ' ')
    line[--length] = '\0';
  return line;
}

/* Bytes that make no text are not played with. */
static void replace_broken(char *line) {
  size_t bad;
  while (!tp_utf8_is_good(line, strlen(line), &bad))
    line[bad] = '?';
}

void tp_text_command(struct tp_text_game *g, char *line) {
  char *word = tidy(line);
  if (!word[0])
    return;
  replace_broken(word);
  char *rest = word + strcspn(word, " ");
  if (*rest)
    *rest++ = '\0';
  rest += strspn(rest, " ");
  for (char *p = word; *p; p++)
    *p = *p >= 'A' && *p <= 'Z' ? (char)(*p - 'A' + 'a') : *p;
  int command = find_command(word);
  if (command == TP_DO_COUNT)
    TP_TELL(g, NO_COMMAND, word, TP_TYPED(HELP));
  else if (rest[0] && commands[command].behind == NOTHING)
    TP_TELL(g, TOO_MUCH, tp_text_name((enum tp_text_command)command), rest);
  else
    commands[command].run(g, rest);
}
