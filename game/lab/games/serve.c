/* serve: the game through standard input and output, for learning agents, scripts and other front
 * ends. Each line in is a request, each line out its answer: one JSON object, on one line.
 *
 * One seat is played from outside, the player's or that of --as; policies sit in the others. The
 * first line out describes the game:
 *   {"format": 1, "command": "serve", "scenario", "title", "seat", "turns", "orders_most",
 *    "variables": [address, ...], "low": [...], "high": [...],
 *    "actions": [{"id", "title", "budget", "capital", "attention", "turns",
 *                 "vote": "none"|"qualified"|"unanimity"}, ...],
 *    "decisions": [{"id", "title", "options": [id, ...]}, ...]}
 *
 * Requests:
 *   {"do": "reset"}              the next game of the batch of --seed
 *   {"do": "reset", "game": G}   game G of it, from 0
 *   {"do": "step", "orders": ["ACTION", "EVENT=OPTION", "crisis=hold|escalate|back", ...]}
 *                                plays a turn; decisions left out take their first option
 *   {"do": "legal", "orders": [...]}  what may be added to these; plays nothing
 *   {"do": "why", "var": NAME}   the last turn's contributions to a variable
 *   {"do": "end"}                or the end of input
 *
 * A game's state answers reset and step:
 *   {"game": G, "turn": played, "date", "values": [in the order of variables, what others hide at
 *    their start values], "running": {action: turns left}, "pending": [event, ...],
 *    "crisis": {"challenger", "target", "step", "age"} or null, "legal": [order, ...],
 *    "happened": ["...", ...], "score": 0 to 100, "done": true|false, "result", "ending": id or
 *    null, "reward": x}
 * `reward` is by how much the turn changed what the world is worth to the seat: its goals, and for
 * the player's seat the end of the game. Its sum over a game tells the end's worth, so that an
 * agent is paid as it goes and is not led astray (Ng, Harada and Russell 1999). `result` is there
 * for whoever wants to be paid at the end alone.
 *
 * A request that cannot be met is answered by {"error": "..."} and changes nothing. The same
 * requests give the same answers.
 */
#include "data/address.h"
#include "data/json/in.h"
#include "data/saves/script.h"
#include "lab/games/observation.h"
#include "lab/games/rows.h"
#include "lab/setup.h"
#include "session/phrases.h"
#include "session/reason.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct service {
  const struct tp_arguments *arguments;
  struct tp_setup setup;
  struct tp_player player;
  struct tp_world *view;
  struct tp_json_out answer;
  int seat;
  int game; /* being played, or -1 */
  double worth;
  int is_ended;
};

/* --- answers --------------------------------------------------------------------------------- */

static void begin(struct service *s) {
  tp_json_start(&s->answer);
  s->answer.compact = 1;
  tp_json_object(&s->answer, NULL);
}

/* 0 when the other side has gone. */
static int send(struct service *s) {
  tp_json_end(&s->answer);
  fputs(s->answer.text.data, stdout);
  putchar('\n');
  tp_text_free(&s->answer.text);
  return fflush(stdout) == 0 && !ferror(stdout);
}

static void refuse(struct service *s, const char *format, ...) {
  char text[600];
  va_list values;
  va_start(values, format);
  vsnprintf(text, sizeof text, format, values);
  va_end(values);
  tp_json_string(&s->answer, "error", text);
}

static void answer_state(struct service *s, double reward) {
  tp_json_whole(&s->answer, "game", s->game);
  tp_observation_state(&s->answer, &s->player, s->seat, s->view);
  tp_json_number(&s->answer, "reward", reward);
}

/* --- requests -------------------------------------------------------------------------------- */

static const char not_playing[] = "no game is being played; begin with {\"do\": \"reset\"}";

static int is_over(const struct service *s) {
  return s->player.world->result != TP_PLAYING || s->player.world->turn >= s->setup.rules->turns;
}

static void reset(struct service *s, const struct tp_json *request) {
  const struct tp_json *number = tp_json_get(request, "game");
  int64_t game = number ? tp_json_as_whole(number, -1) : s->game + 1;
  if (game < 0 || game >= TP_GAMES_MAX) {
    refuse(s, "\"game\" is a whole number from 0 to %d", TP_GAMES_MAX - 1);
    return;
  }
  s->game = (int)game;
  tp_player_start(&s->player, tp_game_seed(s->arguments->seed, s->game));
  s->worth = tp_policy_value(s->setup.rules, s->player.world, s->seat);
  answer_state(s, 0);
}

static int give(struct service *s, const char *text, struct tp_orders *orders) {
  const struct tp_rules *r = s->setup.rules;
  char why[300];
  struct tp_order order;
  if (!tp_script_parse_order(r, text, &order, why, sizeof why)) {
    refuse(s, "%s", why);
    return 0;
  }
  struct tp_verdict verdict = tp_order_give(r, s->player.world, orders, order);
  if (verdict.refusal == TP_ALLOWED)
    return 1;
  tp_order_reason(r, verdict, why, sizeof why);
  refuse(s, "the order %.80s is not allowed: %s", text, why);
  return 0;
}

/* The orders of a request: 1, or 0 with the refusal written. */
static int read_orders(struct service *s, const struct tp_json *request, struct tp_orders *orders) {
  const struct tp_json *list = tp_json_get(request, "orders");
  *orders = (struct tp_orders){.seat = (int16_t)s->seat};
  if (s->game < 0) {
    refuse(s, "%s", not_playing);
    return 0;
  }
  if (list && !tp_json_is_list(list)) {
    refuse(s, "\"orders\" is a list of text");
    return 0;
  }
  for (const struct tp_json *entry = tp_json_first(list); entry; entry = tp_json_next(entry)) {
    const char *text = tp_json_as_string(entry, NULL);
    if (!text) {
      refuse(s, "\"orders\" is a list of text");
      return 0;
    }
    if (!give(s, text, orders))
      return 0;
  }
  return 1;
}

static void step(struct service *s, const struct tp_json *request) {
  struct tp_orders orders;
  if (!read_orders(s, request, &orders))
    return;
  if (is_over(s)) {
    refuse(s, "the game is over; begin the next with {\"do\": \"reset\"}");
    return;
  }
  tp_player_turn(&s->player, &orders, 1);
  double before = s->worth;
  s->worth = tp_policy_value(s->setup.rules, s->player.world, s->seat);
  answer_state(s, s->worth - before);
}

static void legal(struct service *s, const struct tp_json *request) {
  struct tp_orders orders;
  if (read_orders(s, request, &orders))
    tp_observation_legal(&s->answer, &s->player, &orders);
}

static void why(struct service *s, const struct tp_json *request) {
  const struct tp_rules *r = s->setup.rules;
  const char *name = tp_json_as_string(tp_json_get(request, "var"), "");
  char text[300];
  int slot = tp_address_find(r, name);
  if (slot < 0) {
    tp_address_explain(r, name, 0, text, sizeof text);
    refuse(s, "%s", text);
    return;
  }
  if (s->game < 0 || tp_rules_hides(r, s->seat, slot)) {
    refuse(s, "%s", s->game < 0 ? not_playing : "that is hidden from this seat");
    return;
  }
  tp_json_string(&s->answer, "variable", r->slots[slot].name);
  tp_json_number(&s->answer, "value", s->player.world->v[slot]);
  tp_rows_json(&s->answer, r, s->player.world, &s->player.ledger, slot);
}

static void end_service(struct service *s, const struct tp_json *request) {
  (void)request;
  s->is_ended = 1;
}

static const struct request {
  const char *name, *key; /* beside "do" */
  void (*answer)(struct service *, const struct tp_json *);
} requests[] = {{"reset", "game", reset},
                {"step", "orders", step},
                {"legal", "orders", legal},
                {"why", "var", why},
                {"end", "do", end_service}};

/* 1, or 0 with the refusal written when a key is unknown. */
static int knows_keys(struct service *s, const struct request *kind,
                      const struct tp_json *request) {
  const struct tp_json *entry = tp_json_first(request);
  for (; entry; entry = tp_json_next(entry)) {
    const char *key = tp_json_key(entry);
    if (strcmp(key, "do") == 0 || strcmp(key, kind->key) == 0)
      continue;
    refuse(s, "unknown key \"%.60s\": %s takes \"do\" and \"%s\"", key, kind->name, kind->key);
    return 0;
  }
  return 1;
}

static void answer_request(struct service *s, const struct tp_json *request) {
  const char *name = tp_json_as_string(tp_json_get(request, "do"), "");
  for (size_t i = 0; i < sizeof requests / sizeof *requests; i++) {
    if (strcmp(requests[i].name, name) != 0)
      continue;
    if (knows_keys(s, &requests[i], request))
      requests[i].answer(s, request);
    return;
  }
  refuse(s, "\"do\" is one of reset, step, legal, why and end, not \"%.60s\"", name);
}

/* 0 when the conversation is over. */
static int answer_line(struct service *s, const char *line, size_t length) {
  struct tp_problems problems = {0};
  struct tp_json *request = tp_json_read(line, length, "request", &problems);
  begin(s);
  if (request)
    answer_request(s, request);
  else
    refuse(s, "column %d: %s", problems.count ? problems.list[0].column : 0,
           problems.count ? problems.list[0].message : "a JSON object is expected");
  tp_json_free(request);
  tp_problems_free(&problems);
  if (!s->is_ended)
    return send(s);
  tp_text_free(&s->answer.text);
  return 0;
}

/* --- the command ----------------------------------------------------------------------------- */

/* Lines until the end of input or of the conversation. */
static void converse(struct service *s) {
  char *line = NULL;
  size_t room = 0;
  ssize_t length;
  begin(s);
  tp_json_whole(&s->answer, "format", 1);
  tp_json_string(&s->answer, "command", "serve");
  tp_observation_describe(&s->answer, s->setup.rules, s->seat);
  int goes_on = send(s);
  while (goes_on && (length = getline(&line, &room, stdin)) >= 0) {
    if ((size_t)length != strspn(line, " \t\r\n"))
      goes_on = answer_line(s, line, (size_t)length);
  }
  free(line);
}

static int is_seated(const struct service *s, const char *id) {
  size_t length = strlen(id);
  for (int i = 0; i < s->arguments->change_count; i++) {
    const struct tp_lab_change *change = &s->arguments->change[i];
    if (change->option == TP_OPTION_SEAT && strncmp(change->text, id, length) == 0 &&
        change->text[length] == '=')
      return 1;
  }
  return 0;
}

static int find_seat(struct service *s) {
  const struct tp_rules *r = s->setup.rules;
  const char *as = s->arguments->as ? s->arguments->as : r->actors[r->player].words.id;
  struct tp_fault fault;
  s->seat = tp_address_actor(r, as, strlen(as));
  if (s->seat == TP_NONE || !r->actors[s->seat].is_seat) {
    tp_setup_no_seat(r, as, &fault);
    tp_lab_say("--as: %s", fault.text);
    return 0;
  }
  if (is_seated(s, as))
    tp_lab_say("--seat %s=...: that seat is played from outside", as);
  return !is_seated(s, as);
}

enum tp_exit tp_lab_serve(const struct tp_arguments *arguments) {
  static struct service s;
  struct tp_problems problems = {0};
  s = (struct service){.arguments = arguments, .game = -1};
  enum tp_exit end = tp_setup_open(&s.setup, arguments->operand[0], arguments);
  if (end == TP_EXIT_OK && !find_seat(&s))
    end = TP_EXIT_USAGE;
  if (end == TP_EXIT_OK && !tp_phrases_speak("en", &problems)) {
    tp_problems_write(&problems, stderr);
    end = TP_EXIT_IO;
  }
  if (end == TP_EXIT_OK) {
    tp_player_open(&s.player, s.setup.rules, s.setup.cast.policy);
    tp_player_keep_ledger(&s.player);
    s.view = tp_memory_resize(NULL, s.setup.rules->world_size);
    converse(&s);
    end = ferror(stdin) || ferror(stdout) ? TP_EXIT_IO : TP_EXIT_OK;
    free(s.view);
    tp_player_close(&s.player);
  }
  tp_problems_free(&problems);
  tp_setup_close(&s.setup);
  return end;
}
