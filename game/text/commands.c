/* The commands: one table, one function each. */
#include "text/game.h"

#include <stdlib.h>
#include <string.h>

struct command {
  const char *name, *usage, *help;
  void (*run)(struct tp_text_game *g, char *rest);
};

/* A whole number of at most five digits at `*text`, which moves behind it; or -1. */
static int take_number(char **text) {
  char *p = *text + strspn(*text, " ");
  size_t digits = strspn(p, "0123456789");
  if (digits == 0 || digits > 5 || (p[digits] && p[digits] != ' '))
    return -1;
  *text = p + digits;
  return (int)strtol(p, NULL, 10);
}

static void say_refusal(struct tp_text_game *g, struct tp_verdict verdict) {
  char reason[TP_WORDING_MAX];
  tp_order_reason(tp_session_rules(g->s), verdict, reason, sizeof reason);
  tp_text_say(g, "Refused: %s.", reason);
}

static void say_left(struct tp_text_game *g) {
  struct tp_means left = tp_session_means(g->s);
  tp_text_say(g, "Left: %.4g bn budget, %.4g political capital, %.4g attention.", left.budget,
              left.capital, left.attention);
}

static void run_look(struct tp_text_game *g, char *rest) {
  (void)rest;
  tp_text_show_turn(g);
}

static void run_headlines(struct tp_text_game *g, char *rest) {
  (void)rest;
  tp_text_show_headlines(g, TP_HEADLINES_MAX);
}

static void run_actions(struct tp_text_game *g, char *rest) {
  int all = strncmp(rest, "all", 3) == 0 && (rest[3] == ' ' || rest[3] == '\0');
  rest += all ? 3 : 0;
  tp_text_show_actions(g, all, rest + strspn(rest, " "));
}

static void run_about(struct tp_text_game *g, char *rest) {
  int action = tp_text_find_action(g, rest);
  if (action != TP_NONE)
    tp_text_show_action(g, action);
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
  tp_text_say(g, "Ordered: %s.", tp_session_rules(g->s)->actions[action].words.title);
  say_left(g);
}

static void run_orders(struct tp_text_game *g, char *rest) {
  (void)rest;
  tp_text_show_orders(g);
  say_left(g);
}

static void run_undo(struct tp_text_game *g, char *rest) {
  (void)rest;
  if (!tp_session_undo(g->s)) {
    tp_text_say(g, "There is nothing to undo this turn.");
    return;
  }
  tp_text_say(g, "Undone.");
  run_orders(g, rest);
}

static void run_redo(struct tp_text_game *g, char *rest) {
  (void)rest;
  if (!tp_session_redo(g->s)) {
    tp_text_say(g, "There is nothing to redo.");
    return;
  }
  tp_text_say(g, "Done again.");
  run_orders(g, rest);
}

static void run_drop(struct tp_text_game *g, char *rest) {
  int number = take_number(&rest);
  if (number < 1 || !tp_session_remove(g->s, number - 1)) {
    tp_text_say(g, "Which order? Type orders for their numbers, then drop and a number.");
    return;
  }
  tp_text_say(g, "Taken back.");
  run_orders(g, rest);
}

static void run_answer(struct tp_text_game *g, char *rest) {
  int count = tp_session_decisions(g->s), which = 1, choice = take_number(&rest);
  if (count == 0) {
    tp_text_say(g, "No decision waits for you.");
    return;
  }
  int second = take_number(&rest);
  if (second >= 0) {
    which = choice;
    choice = second;
  }
  struct tp_decision decision;
  if (choice < 1 || !tp_session_decision(g->s, which - 1, &decision)) {
    tp_text_say(g, "Type answer and the number of an answer; with several decisions, answer, the "
                   "number of the decision, and that of the answer.");
    tp_text_show_decisions(g);
    return;
  }
  struct tp_order order = {
      .kind = TP_ORDER_ANSWER, .id = (int16_t)decision.event, .choice = (int16_t)(choice - 1)};
  struct tp_verdict verdict = tp_session_give(g->s, order);
  if (verdict.refusal != TP_ALLOWED)
    say_refusal(g, verdict);
  else
    tp_text_say(g, "Answered: %s.", decision.options[choice - 1].words.title);
}

static void run_crisis(struct tp_text_game *g, char *rest) {
  static const char *const words[] = {"hold", "escalate", "back"};
  struct tp_crisis_state crisis;
  tp_session_crisis(g->s, &crisis);
  if (!crisis.on) {
    tp_text_say(g, "There is no crisis.");
    return;
  }
  for (int move = TP_HOLD_FIRM; move <= TP_STEP_BACK; move++) {
    if (strcmp(rest, words[move]) != 0)
      continue;
    struct tp_order order = {.kind = TP_ORDER_MOVE, .choice = (int16_t)move};
    struct tp_verdict verdict = tp_session_give(g->s, order);
    if (verdict.refusal != TP_ALLOWED)
      say_refusal(g, verdict);
    else
      tp_text_say(g, "In the crisis you will %s.", tp_wording_move((enum tp_crisis_move)move));
    return;
  }
  tp_text_show_crisis(g);
  tp_text_say(g, "Type crisis hold, crisis escalate or crisis back.");
}

static void run_why(struct tp_text_game *g, char *rest) {
  tp_text_show_why(g, rest);
}

static void run_show(struct tp_text_game *g, char *rest) {
  tp_text_show_values(g, rest);
}

static void run_forecast(struct tp_text_game *g, char *rest) {
  int action = tp_text_find_action(g, rest);
  if (action != TP_NONE)
    tp_text_show_forecast(g, action);
}

static void run_advice(struct tp_text_game *g, char *rest) {
  (void)rest;
  tp_text_show_advice(g);
}

static void run_hints(struct tp_text_game *g, char *rest) {
  if (strcmp(rest, "off") == 0 || strcmp(rest, "on") == 0)
    g->no_hints = rest[1] == 'f';
  tp_text_say(g, g->no_hints ? "Hints are off. Type hints on to have them."
                             : "Hints are on. Type hints off to be left alone.");
  tp_text_repeat_hint(g);
}

static void run_goals(struct tp_text_game *g, char *rest) {
  (void)rest;
  tp_text_show_goals(g);
}

static void run_end(struct tp_text_game *g, char *rest) {
  (void)rest;
  if (!tp_session_end_turn(g->s))
    tp_text_say(g, "The game is over. You may still ask why, save, load another game, or quit.");
  else
    tp_text_show_turn(g);
}

static void say_problems(struct tp_text_game *g, struct tp_problems *problems) {
  tp_problems_write(problems, g->out);
  tp_problems_free(problems);
}

static void run_save(struct tp_text_game *g, char *rest) {
  struct tp_problems problems = {0};
  const char *path = rest[0] ? rest : tp_session_autosave_path(g->s);
  if (!path[0])
    tp_text_say(g, "Where to? Type save and the name of a file.");
  else if (tp_session_save(g->s, path, &problems)) {
    g->kept_at = tp_session_turn(g->s);
    tp_text_say(g, "Saved in %s.", path);
  } else
    tp_text_say(g, "Not saved; the game goes on.");
  say_problems(g, &problems);
}

/* A game that cannot be saved is not left on the first word. */
static int may_leave(struct tp_text_game *g, const char *command) {
  struct tp_problems problems = {0};
  if (g->warned_at == tp_session_turn(g->s) || tp_text_is_kept(g, &problems)) {
    tp_problems_free(&problems);
    return 1;
  }
  g->warned_at = tp_session_turn(g->s);
  say_problems(g, &problems);
  tp_text_say(g,
              "This game is not saved. Type save and the name of a file to keep it, or %s again to "
              "leave it.",
              command);
  return 0;
}

static void run_load(struct tp_text_game *g, char *rest) {
  struct tp_problems problems = {0};
  if (!rest[0]) {
    tp_text_say(g, "Which file? Type load and the name of a file.");
    return;
  }
  if (!may_leave(g, "load"))
    return;
  struct tp_session *loaded = tp_session_load(rest, &g->options, &problems);
  if (!loaded) {
    tp_text_say(g, "Not loaded; the game goes on as it was.");
    say_problems(g, &problems);
    return;
  }
  say_problems(g, &problems);
  tp_session_close(g->s);
  g->s = loaded;
  g->kept_at = tp_session_turn(loaded);
  tp_text_say(g, "Loaded: %s.", tp_session_rules(g->s)->words.title);
  tp_text_show_turn(g);
}

static void run_quit(struct tp_text_game *g, char *rest) {
  (void)rest;
  g->leaving = may_leave(g, "quit");
}

static void run_help(struct tp_text_game *g, char *rest);

static const struct command commands[] = {
    {"look", "look", "the state of things again", run_look},
    {"headlines", "headlines", "all headlines of the last turn", run_headlines},
    {"actions", "actions [all] [THEME]", "what may be ordered; all: and what not, and why",
     run_actions},
    {"about", "about ACTION", "all that is known of an action", run_about},
    {"do", "do ACTION", "order an action, by number or words of its title", run_do},
    {"forecast", "forecast ACTION", "how the gauges may go with and without it", run_forecast},
    {"orders", "orders", "the orders given this turn", run_orders},
    {"undo", "undo", "take back the last step", run_undo},
    {"redo", "redo", "do again what was undone", run_redo},
    {"drop", "drop N", "take back order N", run_drop},
    {"answer", "answer [DECISION] N", "choose answer N", run_answer},
    {"crisis", "crisis hold|escalate|back", "your move in a crisis", run_crisis},
    {"show", "show WORDS", "values, as in show china", run_show},
    {"why", "why WORDS", "what moved a value, as in why russia stability", run_why},
    {"advice", "advice", "what your advisors find most important now", run_advice},
    {"hints", "hints [on|off]", "the hints of a first game; again, without them, with them",
     run_hints},
    {"goals", "goals", "objectives and endings", run_goals},
    {"end", "end", "end the turn; the game is saved", run_end},
    {"save", "save [FILE]", "save now", run_save},
    {"load", "load FILE", "go on with a saved game", run_load},
    {"help", "help [COMMAND]", "this list", run_help},
    {"quit", "quit", "leave; the turns played are saved", run_quit},
};
enum { COMMANDS = sizeof commands / sizeof *commands };

/* The command that `word` is, or the only one that it begins; NULL otherwise. */
static const struct command *find_command(const char *word) {
  const struct command *found = NULL;
  size_t length = strlen(word);
  int count = 0;
  for (int i = 0; i < COMMANDS; i++) {
    if (strcmp(commands[i].name, word) == 0)
      return &commands[i];
    if (strncmp(commands[i].name, word, length) == 0) {
      found = &commands[i];
      count++;
    }
  }
  return count == 1 ? found : NULL;
}

static void run_help(struct tp_text_game *g, char *rest) {
  const struct command *one = rest[0] ? find_command(rest) : NULL;
  if (rest[0] && !one) {
    tp_text_say(g, "“%s” is no command. Type help for the list.", rest);
    return;
  }
  for (int i = 0; i < COMMANDS; i++) {
    if (!one || one == &commands[i])
      tp_text_say(g, "%s: %s.", commands[i].usage, commands[i].help);
  }
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

void tp_text_command(struct tp_text_game *g, char *line) {
  char *word = tidy(line);
  if (!word[0])
    return;
  char *rest = word + strcspn(word, " ");
  if (*rest)
    *rest++ = '\0';
  rest += strspn(rest, " ");
  for (char *p = word; *p; p++)
    *p = *p >= 'A' && *p <= 'Z' ? (char)(*p - 'A' + 'a') : *p;
  const struct command *command = find_command(word);
  if (command)
    command->run(g, rest);
  else
    tp_text_say(g, "“%s” is no command. Type help for the list. Nothing was done.", word);
}
