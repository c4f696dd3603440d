#include "data/saves/script.h"

#include "data/address.h"
#include "data/layers/document.h"
#include "data/nearest.h"
#include "data/utf8.h"

#include <stdlib.h>
#include <string.h>

/* --- one order ------------------------------------------------------------------------------- */

static const char *const moves[] = {
    [TP_HOLD_FIRM] = "hold", [TP_ESCALATE] = "escalate", [TP_STEP_BACK] = "back"};

static int parse_move(const char *name, struct tp_order *order, char *why, size_t size) {
  for (int i = 0; i < 3; i++) {
    if (strcmp(moves[i], name) != 0)
      continue;
    *order = (struct tp_order){.kind = TP_ORDER_MOVE, .choice = (int16_t)i};
    return 1;
  }
  snprintf(why, size, "a move in a crisis is hold, escalate or back, not \"%.60s\"", name);
  return 0;
}

static int parse_answer(const struct tp_rules *r, const char *id, const char *option,
                        struct tp_order *order, char *why, size_t size) {
  int event = tp_address_event(r, id);
  struct tp_nearest nearest = tp_nearest_to(event == TP_NONE ? id : option);
  if (event == TP_NONE) {
    for (int i = 0; i < r->event_count; i++)
      tp_nearest_try(&nearest, r->events[i].words.id);
    snprintf(why, size, "unknown event \"%.60s\"%s", id, tp_nearest_hint(&nearest));
    return 0;
  }
  int choice = tp_address_option(r, event, option);
  if (choice == TP_NONE) {
    struct tp_span options = r->events[event].options;
    for (int i = 0; i < options.count; i++)
      tp_nearest_try(&nearest, r->options[options.first + i].words.id);
    snprintf(why, size, "the event %.60s has no option \"%.60s\"%s", id, option,
             tp_nearest_hint(&nearest));
    return 0;
  }
  *order = (struct tp_order){TP_ORDER_ANSWER, (int16_t)event, (int16_t)choice};
  return 1;
}

static int parse_action(const struct tp_rules *r, const char *id, struct tp_order *order, char *why,
                        size_t size) {
  int action = tp_address_action(r, id);
  if (action != TP_NONE) {
    *order = (struct tp_order){.kind = TP_ORDER_ACT, .id = (int16_t)action};
    return 1;
  }
  struct tp_nearest nearest = tp_nearest_to(id);
  for (int i = 0; i < r->action_count; i++)
    tp_nearest_try(&nearest, r->actions[i].words.id);
  snprintf(why, size, "unknown action \"%.60s\"%s", id, tp_nearest_hint(&nearest));
  return 0;
}

int tp_script_parse_order(const struct tp_rules *r, const char *text, struct tp_order *order,
                          char *why, size_t size) {
  char name[2 * TP_ID_MAX + 2];
  const char *sign = strchr(text, '=');
  if (!sign)
    return parse_action(r, text, order, why, size);
  snprintf(name, sizeof name, "%.*s", (int)(sign - text), text);
  if (strcmp(name, "crisis") == 0)
    return parse_move(sign + 1, order, why, size);
  return parse_answer(r, name, sign + 1, order, why, size);
}

void tp_script_print_order(const struct tp_rules *r, struct tp_order order, struct tp_text *text) {
  switch ((enum tp_order_kind)order.kind) {
  case TP_ORDER_ACT:
    tp_text_add(text, r->actions[order.id].words.id);
    break;
  case TP_ORDER_ANSWER: {
    const struct tp_event *event = &r->events[order.id];
    tp_text_print(text, "%s=%s", event->words.id,
                  r->options[event->options.first + order.choice].words.id);
    break;
  }
  case TP_ORDER_MOVE:
    tp_text_print(text, "crisis=%s", moves[order.choice]);
    break;
  }
}

/* --- a script -------------------------------------------------------------------------------- */

struct reader {
  const struct tp_rules *r;
  struct tp_problems *problems;
  const char *file;
  const struct tp_positions *positions; /* of a JSON script, or NULL */
  char pointer[40];                     /* into it */
  const char *text;                     /* the line at hand of another, as it is read, or NULL */
  struct tp_script_row *rows;
  int count, seat, line;
};

/* `at`: where in the line; of a JSON script, the pointer says where. */
static int complain(struct reader *reader, const char *at, const char *message) {
  int line = reader->line, column = reader->text ? 1 : 0;
  for (const char *c = reader->text; c && c < at; c++)
    column += tp_utf8_begins(*c);
  if (reader->positions)
    tp_positions_near(reader->positions, reader->pointer, TP_AT_VALUE, &line, &column);
  tp_problems_add(reader->problems, reader->file, line, column, reader->pointer, "%s", message);
  return 0;
}

static void add_row(struct reader *reader, int turn, struct tp_order order) {
  size_t size = (size_t)(reader->count + 1) * sizeof *reader->rows;
  reader->rows = tp_memory_resize(reader->rows, size);
  int at = reader->count++;
  for (; at > 0 && reader->rows[at - 1].turn > turn; at--)
    reader->rows[at] = reader->rows[at - 1];
  reader->rows[at] = (struct tp_script_row){(int16_t)turn, order};
}

static int orders_in(const struct reader *reader, int turn) {
  int count = 0;
  for (int i = 0; i < reader->count; i++)
    count += reader->rows[i].turn == turn;
  return count;
}

static int add_order(struct reader *reader, int turn, const char *text) {
  char why[300];
  struct tp_order order;
  if (!tp_script_parse_order(reader->r, text, &order, why, sizeof why))
    return complain(reader, text, why);
  if (order.kind == TP_ORDER_ACT && reader->r->actions[order.id].seat != reader->seat) {
    snprintf(why, sizeof why, "the action %.60s is not one of %.60s", text,
             reader->r->actors[reader->seat].words.id);
    return complain(reader, text, why);
  }
  if (orders_in(reader, turn) == TP_ORDERS_MAX)
    return complain(reader, text, "too many orders in one turn");
  add_row(reader, turn, order);
  return 1;
}

static int parse_turn(struct reader *reader, const char *text, char **end, int *turn) {
  long number = strtol(text, end, 10);
  if (*text < '0' || *text > '9' || number >= TP_TURNS_MAX)
    return complain(reader, text,
                    strncmp(text, "\xef\xbb\xbf", 3) == 0
                        ? "a byte-order mark; save the file as UTF-8 without one"
                        : "a turn is a number from 0 to 399, as in 3: order, order");
  *turn = (int)number;
  return 1;
}

static char *trim(char *text) {
  text += strspn(text, " \t\r");
  size_t length = strlen(text);
  while (length && strchr(" \t\r", text[length - 1]))
    text[--length] = '\0';
  return text;
}

/* "TURN: order, order" */
static int read_line(struct reader *reader, char *line) {
  int turn = 0, good = 1;
  reader->text = line;
  line[strcspn(line, "#")] = '\0';
  line = trim(line);
  if (!*line)
    return 1;
  char *rest;
  if (!parse_turn(reader, line, &rest, &turn))
    return 0;
  rest = trim(rest);
  if (*rest++ != ':')
    return complain(reader, rest - 1, "a colon is needed after the turn");
  for (char *next; *rest; rest = next) {
    size_t length = strcspn(rest, ",");
    next = rest + length + (rest[length] == ',');
    rest[length] = '\0';
    char *order = trim(rest);
    if (*order)
      good &= add_order(reader, turn, order);
    else if (*next)
      good = complain(reader, rest, "an order is missing before this comma");
  }
  return good;
}

static int read_lines(struct reader *reader, const char *text) {
  char *copy = tp_memory_text(text);
  int good = 1;
  for (char *line = copy, *next; line && !reader->problems->omitted; line = next) {
    next = strpbrk(line, "\r\n");
    if (next && next[0] == '\r' && next[1] == '\n')
      *next++ = '\0';
    if (next)
      *next++ = '\0';
    reader->line++;
    good &= read_line(reader, line);
  }
  reader->text = NULL;
  free(copy);
  return good;
}

static int read_turn_list(struct reader *reader, const cJSON *list) {
  int turn = 0, good = 1, number = 0;
  char *end;
  const cJSON *entry;
  snprintf(reader->pointer, sizeof reader->pointer, "/%.8s", list->string);
  if (tp_format_is_authors(list->string))
    return 1;
  if (!parse_turn(reader, list->string, &end, &turn))
    return 0;
  if (*end || !cJSON_IsArray(list))
    return complain(reader, NULL, "a JSON script is {\"TURN\": [\"order\", ...], ...}");
  for (entry = tp_children(list); entry; entry = entry->next) {
    snprintf(reader->pointer, sizeof reader->pointer, "/%.8s/%d", list->string, number++);
    if (cJSON_IsString(entry))
      good &= add_order(reader, turn, entry->valuestring);
    else
      good = complain(reader, NULL, "an order is text");
  }
  return good;
}

static int read_json(struct reader *reader, const char *text) {
  int before = reader->problems->count, good = 1;
  struct tp_positions *positions =
      tp_positions_scan(text, strlen(text), reader->file, reader->problems);
  cJSON *json = reader->problems->count > before ? NULL : cJSON_Parse(text);
  const cJSON *list;
  reader->positions = positions;
  for (list = tp_children(json); list; list = list->next)
    good &= read_turn_list(reader, list);
  reader->positions = NULL;
  tp_positions_free(positions);
  cJSON_Delete(json);
  return good && json;
}

int tp_script_read(const struct tp_rules *r, int seat, const char *text, const char *file,
                   struct tp_script_row **rows, int *count, struct tp_problems *problems) {
  struct reader reader = {.r = r, .problems = problems, .file = file, .seat = seat};
  int good =
      text[strspn(text, " \t\r\n")] == '{' ? read_json(&reader, text) : read_lines(&reader, text);
  if (!good) {
    free(reader.rows);
    reader.rows = NULL;
    reader.count = 0;
  }
  *rows = reader.rows;
  *count = reader.count;
  return good;
}

int tp_script_load(const struct tp_rules *r, int seat, const char *path,
                   struct tp_script_row **rows, int *count, struct tp_problems *problems) {
  size_t length;
  char *text = tp_problems_read(problems, path, &length);
  *rows = NULL;
  *count = 0;
  if (!text)
    return 0;
  int good = tp_script_read(r, seat, text, path, rows, count, problems);
  free(text);
  return good;
}
