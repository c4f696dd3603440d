#include "data/saves/save.h"

#include "data/address.h"
#include "data/compile/compile.h"
#include "data/json/out.h"
#include "data/compile/mark.h"
#include "data/saves/script.h"
#include "data/compile/settle.h"

#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

struct reader {
  const char *origin, *language;
  const cJSON *root;
  const struct tp_positions *positions;
  struct tp_problems *problems;
  struct tp_save *save;
  const struct tp_rules *r;
  int faults;
  int unknown; /* names in the snapshot that the rules do not have */
};

/* --- faults ---------------------------------------------------------------------------------- */

static void fault(struct reader *s, const char *pointer, const char *format, ...) TP_FORMATS(3, 4);

static void fault(struct reader *s, const char *pointer, const char *format, ...) {
  char message[300];
  int line = 0, column = 0;
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(message, sizeof message, format, arguments);
  va_end(arguments);
  if (s->positions)
    tp_positions_find(s->positions, pointer, TP_AT_VALUE, &line, &column);
  tp_problems_add(s->problems, s->origin, line, column, pointer, "%s", message);
  s->faults++;
}

static const char *read_string(const cJSON *object, const char *key) {
  const cJSON *node = tp_read(object, key);
  return cJSON_IsString(node) ? node->valuestring : NULL;
}

/* A whole number in low..high under `key`; `fallback` when there is none. */
static int read_whole(struct reader *s, const char *pointer, const cJSON *object, const char *key,
                      int low, int high, int fallback) {
  const cJSON *node = tp_read(object, key);
  if (!node)
    return fallback;
  if (cJSON_IsNumber(node) && node->valuedouble >= low && node->valuedouble <= high &&
      node->valuedouble == (double)(long)node->valuedouble)
    return (int)node->valuedouble;
  fault(s, pointer, "\"%s\" must be a whole number from %d to %d", key, low, high);
  return fallback;
}

static int read_bits(struct reader *s, const char *pointer, const cJSON *node, uint64_t *bits) {
  if (cJSON_IsString(node) && strlen(node->valuestring) == 16 &&
      strspn(node->valuestring, "0123456789abcdef") == 16) {
    *bits = strtoull(node->valuestring, NULL, 16);
    return 1;
  }
  fault(s, pointer, "must be sixteen hexadecimal digits in quotes");
  return 0;
}

static int16_t read_actor(struct reader *s, const char *pointer, const cJSON *object,
                          const char *key) {
  const char *id = read_string(object, key);
  int actor = id ? tp_address_actor(s->r, id, strlen(id)) : TP_NONE;
  if (actor == TP_NONE)
    fault(s, pointer, "\"%s\" must be the id of an actor", key);
  return (int16_t)actor;
}

/* --- the record ------------------------------------------------------------------------------ */

static void read_policies(struct reader *s) {
  const cJSON *policies = tp_read(s->root, "policies"), *policy;
  if (!cJSON_IsObject(policies))
    return;
  for (policy = tp_children(policies); policy; policy = policy->next) {
    int actor = tp_address_actor(s->r, policy->string, strlen(policy->string));
    if (actor == TP_NONE || !cJSON_IsString(policy))
      fault(s, "/policies", "\"%.60s\" is not an actor with the name of a policy", policy->string);
    else
      tp_record_set_policy(&s->save->record, actor, policy->valuestring);
  }
}

static void read_order_list(struct reader *s, const char *pointer, const cJSON *list,
                            struct tp_orders *orders) {
  char why[300];
  for (const cJSON *entry = tp_children(list); entry; entry = entry->next) {
    struct tp_order order;
    if (!cJSON_IsString(entry) || orders->count == TP_ORDERS_MAX)
      fault(s, pointer, "a turn has at most %d orders, each a text", TP_ORDERS_MAX);
    else if (!tp_script_parse_order(s->r, entry->valuestring, &order, why, sizeof why))
      fault(s, pointer, "%s", why);
    else
      orders->item[orders->count++] = order;
  }
}

static void read_seat_orders(struct reader *s, const char *pointer, const cJSON *list,
                             struct tp_orders *orders) {
  int seat = tp_address_actor(s->r, list->string, strlen(list->string));
  if (seat == TP_NONE || !cJSON_IsArray(list)) {
    fault(s, pointer, "\"%.60s\" is not an actor with a list of orders", list->string);
    return;
  }
  orders->seat = (int16_t)seat;
  read_order_list(s, pointer, list, orders);
}

static void read_turn(struct reader *s, const cJSON *turn, int number) {
  char pointer[40];
  struct tp_orders orders[TP_ACTORS_MAX] = {0};
  uint64_t hash = 0;
  int count = 0;
  const cJSON *all = tp_read(turn, "orders"), *list;
  snprintf(pointer, sizeof pointer, "/turns/%d", number);
  read_bits(s, pointer, tp_read(turn, "hash"), &hash);
  if (cJSON_IsObject(all))
    for (list = tp_children(all); list; list = list->next)
      if (count < TP_ACTORS_MAX)
        read_seat_orders(s, pointer, list, &orders[count++]);
  tp_record_add(&s->save->record, orders, count, hash);
}

static void read_record(struct reader *s) {
  struct tp_game_record *record = &s->save->record;
  const cJSON *turns = tp_read(s->root, "turns"), *turn;
  uint64_t seed = 0;
  int number = 0;
  read_bits(s, "/seed", tp_read(s->root, "seed"), &seed);
  tp_record_init(record, s->save->scenario, seed);
  record->player =
      tp_read(s->root, "player") ? read_actor(s, "/player", s->root, "player") : TP_NONE;
  read_policies(s);
  if (!cJSON_IsArray(turns) || cJSON_GetArraySize(turns) > TP_TURNS_MAX) {
    fault(s, "/turns", "must be a list of the turns played, at most %d", TP_TURNS_MAX);
    return;
  }
  for (turn = tp_children(turns); turn; turn = turn->next)
    read_turn(s, turn, number++);
}

/* Parts that older saves do not have. */
static void read_pending_orders(struct reader *s) {
  const cJSON *list = tp_read(s->root, "orders");
  if (list && !cJSON_IsArray(list))
    fault(s, "/orders", "must be a list of orders");
  else
    read_order_list(s, "/orders", list, &s->save->record.pending);
}

static void copy_string(const cJSON *root, const char *key, char *text, size_t size) {
  const char *value = read_string(root, key);
  snprintf(text, size, "%s", value ? value : "");
}

/* Only a picture: what is wrong in it is left out. */
static void read_chart(const cJSON *root, struct tp_chart *chart) {
  const cJSON *list = tp_read(root, "chart");
  for (const cJSON *line = tp_children(list); line && chart->lines < TP_CHART_LINES;
       line = line->next) {
    int points = 0;
    for (const cJSON *x = tp_children(line); x && points < TP_CHART_POINTS; x = x->next)
      chart->at[chart->lines][points++] = cJSON_IsNumber(x) ? (float)x->valuedouble : 0.0F;
    chart->points = chart->lines && chart->points < points ? chart->points : points;
    chart->lines++;
  }
}

/* What has no such name here is left out: it concerns no more than which hints come again. */
static void read_seen(struct reader *s) {
  const cJSON *list = tp_read(s->root, "seen"), *entry;
  struct tp_mark mark;
  if (list && (!cJSON_IsArray(list) || cJSON_GetArraySize(list) > TP_SLOTS_MAX)) {
    fault(s, "/seen", "must be a list of what was looked at, at most %d", TP_SLOTS_MAX);
    return;
  }
  for (entry = tp_children(list); entry; entry = entry->next)
    if (cJSON_IsString(entry) && tp_mark_find(s->r, entry->valuestring, &mark))
      tp_record_see(&s->save->record, mark);
}

/* --- the snapshot ---------------------------------------------------------------------------- */

static void read_variables(struct reader *s, const cJSON *world) {
  const cJSON *variables = tp_read(world, "variables"), *entry;
  int read = 0;
  if (!cJSON_IsObject(variables)) {
    fault(s, "/world", "\"variables\" must be an object of numbers");
    return;
  }
  for (entry = tp_children(variables); entry; entry = entry->next) {
    int slot = tp_address_find(s->r, entry->string);
    double x = entry->valuedouble;
    if (slot == TP_NONE)
      s->unknown++;
    else if (!cJSON_IsNumber(entry) || !(x >= s->r->low[slot] && x <= s->r->high[slot]))
      fault(s, "/world/variables", "\"%.100s\" must be a number from %g to %g", entry->string,
            s->r->low[slot], s->r->high[slot]);
    else {
      s->save->world->v[slot] = x;
      read++;
    }
  }
  s->unknown += s->r->slot_count - read;
}

static void read_crisis(struct reader *s, const cJSON *world) {
  const cJSON *node = tp_read(world, "crisis");
  struct tp_crisis *crisis = &s->save->world->crisis;
  if (!node)
    return;
  crisis->challenger = read_actor(s, "/world/crisis", node, "challenger");
  crisis->target = read_actor(s, "/world/crisis", node, "target");
  crisis->honoured = cJSON_IsTrue(tp_read(node, "honoured")) != 0;
  crisis->age = (int16_t)read_whole(s, "/world/crisis", node, "age", 0, TP_TURNS_MAX, 0);
}

static void read_pending(struct reader *s, const cJSON *world) {
  const cJSON *list = tp_read(world, "pending"), *entry;
  struct tp_world *w = s->save->world;
  if (!cJSON_IsArray(list))
    return;
  for (entry = tp_children(list); entry; entry = entry->next) {
    const char *id = read_string(entry, "event");
    int event = id ? tp_address_event(s->r, id) : TP_NONE;
    int16_t seat = read_actor(s, "/world/pending", entry, "seat");
    if (event == TP_NONE || s->r->events[event].options.count == 0 ||
        w->pending_count == TP_PENDING_MAX)
      fault(s, "/world/pending", "must be at most %d events that wait for a decision",
            TP_PENDING_MAX);
    else
      w->pending[w->pending_count++] = (struct tp_pending){(int16_t)event, seat};
  }
}

static uint8_t read_byte(struct reader *s, const char *pointer, const cJSON *object,
                         const char *key) {
  return (uint8_t)read_whole(s, pointer, object, key, 0, 255, 0);
}

static void read_actions(struct reader *s, const cJSON *world) {
  static const char pointer[] = "/world/actions";
  const cJSON *actions = tp_read(world, "actions"), *entry;
  struct tp_action_state *states = tp_world_actions(s->r, s->save->world);
  if (!cJSON_IsObject(actions))
    return;
  for (entry = tp_children(actions); entry; entry = entry->next) {
    int index = tp_address_action(s->r, entry->string);
    if (index == TP_NONE) {
      s->unknown++;
      continue;
    }
    states[index] = (struct tp_action_state){.left = read_byte(s, pointer, entry, "left"),
                                             .cooldown = read_byte(s, pointer, entry, "cooldown"),
                                             .used = read_byte(s, pointer, entry, "used")};
    tp_world_mark_action(s->r, s->save->world, index);
  }
}

static void read_events(struct reader *s, const cJSON *world) {
  static const char pointer[] = "/world/events";
  const cJSON *events = tp_read(world, "events"), *entry;
  struct tp_event_state *states = tp_world_events(s->r, s->save->world);
  if (!cJSON_IsObject(events))
    return;
  for (entry = tp_children(events); entry; entry = entry->next) {
    int index = tp_address_event(s->r, entry->string);
    if (index == TP_NONE) {
      s->unknown++;
      continue;
    }
    states[index] = (struct tp_event_state){.fired = read_byte(s, pointer, entry, "fired"),
                                            .cooldown = read_byte(s, pointer, entry, "cooldown"),
                                            .due = read_byte(s, pointer, entry, "due")};
    tp_world_mark_event(s->r, s->save->world, index);
  }
}

static void read_streaks(struct reader *s, const cJSON *world) {
  const cJSON *objectives = tp_read(world, "objectives"), *endings = tp_read(world, "endings");
  uint8_t *streaks = tp_world_streaks(s->r, s->save->world);
  for (int i = 0; i < s->r->objective_count; i++)
    *streaks++ = read_byte(s, "/world/objectives", objectives, s->r->objectives[i].words.id);
  for (int i = 0; i < s->r->ending_count; i++)
    *streaks++ = read_byte(s, "/world/endings", endings, s->r->endings[i].words.id);
}

static void read_result(struct reader *s, const cJSON *world) {
  struct tp_world *w = s->save->world;
  const char *result = read_string(world, "result"), *ending = read_string(world, "ending");
  int choice = result ? tp_format_choice("playing|victory|draw|defeat", result) : TP_NONE;
  if (choice < 0)
    fault(s, "/world", "\"result\" must be one of playing, victory, draw, defeat");
  else
    w->result = (int16_t)choice;
  if (!ending)
    return;
  w->ending = (int16_t)tp_address_ending(s->r, ending);
  if (w->ending == TP_NONE)
    fault(s, "/world/ending", "unknown ending \"%.60s\"", ending);
}

static void read_world(struct reader *s) {
  const cJSON *world = tp_read(s->root, "world");
  struct tp_save *save = s->save;
  uint64_t hash = 0;
  save->world = tp_memory_resize(NULL, s->r->world_size);
  tp_world_start(s->r, save->world, save->record.seed);
  if (!cJSON_IsObject(world)) {
    fault(s, "", "\"world\" is missing: the state of the game");
    return;
  }
  save->world->turn = read_whole(s, "/world", world, "turn", 0, TP_TURNS_MAX, 0);
  read_result(s, world);
  read_variables(s, world);
  read_crisis(s, world);
  read_pending(s, world);
  read_actions(s, world);
  read_events(s, world);
  read_streaks(s, world);
  if (s->faults || !read_bits(s, "/world/hash", tp_read(world, "hash"), &hash))
    return;
  save->exact = hash == tp_world_hash(s->r, save->world);
  if (!save->exact && s->unknown)
    snprintf(save->note, sizeof save->note,
             "The save is from another version of the game: %d of its names differ. It goes on "
             "from the saved state, but a replay would not be the same.",
             s->unknown);
  else if (!save->exact)
    snprintf(save->note, sizeof save->note,
             "The saved state was changed after it was written, or by another version of the "
             "game. It goes on from there, but a replay would not be the same.");
}

/* --- the whole ------------------------------------------------------------------------------- */

static int check_head(struct reader *s) {
  const char *kind = read_string(s->root, "thirdpole");
  if (!kind || strcmp(kind, "save") != 0) {
    fault(s, "", "is not a saved game of Third Pole");
    return 0;
  }
  int version = read_whole(s, "/format", s->root, "format", 1, 1000000, 0);
  if (version >= 1 && version <= TP_SAVE_VERSION)
    return 1;
  if (!s->faults)
    fault(s, "/format", "was written by a newer version of the game (format %d, this reads %d)",
          version, TP_SAVE_VERSION);
  return 0;
}

static int read_scenario(struct reader *s) {
  const cJSON *node = tp_read(s->root, "scenario");
  if (!cJSON_IsObject(node)) {
    fault(s, "", "\"scenario\" is missing: the scenario the game is played in");
    return 0;
  }
  struct tp_text origin = {0};
  char *text = tp_settle_print(node);
  tp_text_print(&origin, "%s (its scenario)", s->origin);
  s->save->scenario = tp_scenario_load_text(text, origin.data, s->language, s->problems);
  tp_text_free(&origin);
  free(text);
  if (!s->save->scenario)
    return 0;
  if (!s->save->scenario->playable) {
    fault(s, "/scenario", "has neither actors nor turns");
    return 0;
  }
  s->r = s->save->scenario->rules;
  return 1;
}

static int read_all(struct reader *s) {
  if (!check_head(s) || !read_scenario(s))
    return 0;
  read_record(s);
  read_pending_orders(s);
  copy_string(s->root, "name", s->save->record.name, sizeof s->save->record.name);
  read_chart(s->root, &s->save->record.chart);
  read_seen(s);
  read_world(s);
  return s->faults == 0;
}

int tp_save_parse(const char *text, size_t length, const char *origin, const char *language,
                  struct tp_save *save, struct tp_problems *problems) {
  struct reader s = {.origin = origin, .language = language, .problems = problems, .save = save};
  int before = problems->count;
  memset(save, 0, sizeof *save);
  struct tp_positions *positions = tp_positions_scan(text, length, origin, problems);
  cJSON *root = positions ? cJSON_ParseWithLength(text, length) : NULL;
  s.positions = positions;
  s.root = root;
  int good = root && problems->count == before && read_all(&s);
  cJSON_Delete(root);
  tp_positions_free(positions);
  if (!good)
    tp_save_free(save);
  return good;
}

int tp_save_read(const char *path, const char *language, struct tp_save *save,
                 struct tp_problems *problems) {
  struct tp_file_error error;
  size_t length = 0;
  char *text = tp_files_read(path, &length, &error);
  memset(save, 0, sizeof *save);
  if (!text) {
    tp_problems_add(problems, path, error.line, error.column, "", "%s", error.text);
    return 0;
  }
  int good = tp_save_parse(text, length, path, language, save, problems);
  free(text);
  return good;
}

void tp_save_free(struct tp_save *save) {
  tp_record_free(&save->record);
  tp_scenario_free(save->scenario);
  free(save->world);
  memset(save, 0, sizeof *save);
}

static void read_start(const cJSON *scenario, struct tp_save_summary *summary) {
  const char *start = read_string(scenario, "start");
  char *rest;
  long year = start ? strtol(start, &rest, 10) : 0;
  if (year < 1 || year > 9999 || strncmp(rest, "-Q", 2) != 0 || rest[2] < '1' || rest[2] > '4')
    return;
  summary->year = (int)year;
  summary->quarter = rest[2] - '0';
}

int tp_save_peek(const char *path, struct tp_save_summary *summary) {
  size_t length = 0;
  char *text = tp_files_read(path, &length, NULL);
  cJSON *root = text ? cJSON_ParseWithLength(text, length) : NULL;
  const char *kind = read_string(root, "thirdpole");
  int good = kind && strcmp(kind, "save") == 0;
  const cJSON *played = tp_read(root, "played");
  *summary = (struct tp_save_summary){0};
  copy_string(root, "id", summary->id, sizeof summary->id);
  copy_string(root, "title", summary->title, sizeof summary->title);
  copy_string(root, "player", summary->player, sizeof summary->player);
  copy_string(root, "name", summary->name, sizeof summary->name);
  read_chart(root, &summary->chart);
  read_start(tp_read(root, "scenario"), summary);
  if (cJSON_IsNumber(played) && played->valuedouble >= 0 &&
      played->valuedouble <= (double)TP_TURNS_MAX)
    summary->turns = (int)played->valuedouble;
  cJSON_Delete(root);
  free(text);
  return good;
}
