#include "data/saves/save.h"

#include "data/address.h"
#include "data/compile/compile.h"
#include "data/compile/mark.h"
#include "data/compile/settle.h"
#include "data/json/out.h"
#include "data/saves/reader.h"
#include "data/saves/script.h"

#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

/* --- what the parts share -------------------------------------------------------------------- */

void tp_reader_differ(struct tp_save_reader *s, enum tp_difference_kind kind, enum tp_thing thing,
                      const char *name, double was, double is) {
  tp_differences_add(s->differences,
                     (struct tp_difference){
                         .kind = kind, .thing = thing, .name = (char *)name, .was = was, .is = is});
}

/* Reports what is a fault in any case. */
static void refuse(struct tp_save_reader *s, const char *pointer, const char *message) {
  int line = 0, column = 0;
  if (s->positions)
    tp_positions_near(s->positions, pointer, TP_AT_VALUE, &line, &column);
  tp_problems_add(s->problems, s->origin, line, column, pointer, "%s", message);
}

void tp_reader_fault(struct tp_save_reader *s, const char *pointer, const char *format, ...) {
  char message[300];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(message, sizeof message, format, arguments);
  va_end(arguments);
  s->faults++;
  if (s->muted)
    return;
  if (s->differences)
    tp_reader_differ(s, TP_DIFFERS_LOST, TP_THING_PART, pointer[0] ? pointer : "/", 0, 0);
  else
    refuse(s, pointer, message);
}

const cJSON *tp_reader_part(struct tp_save_reader *s, const char *pointer, const cJSON *object,
                            const char *key, int is_list) {
  const cJSON *part = tp_read(object, key);
  if (!part || (is_list ? cJSON_IsArray(part) : cJSON_IsObject(part)))
    return part;
  tp_reader_fault(s, pointer, is_list ? "must be a list" : "must be an object");
  return NULL;
}

const char *tp_reader_string(const cJSON *object, const char *key) {
  const cJSON *node = tp_read(object, key);
  return cJSON_IsString(node) ? node->valuestring : NULL;
}

int tp_reader_whole(struct tp_save_reader *s, const char *pointer, const cJSON *object,
                    const char *key, int low, int high, int fallback) {
  const cJSON *node = tp_read(object, key);
  if (!node)
    return fallback;
  if (cJSON_IsNumber(node) && node->valuedouble >= low && node->valuedouble <= high &&
      node->valuedouble == (double)(long)node->valuedouble)
    return (int)node->valuedouble;
  char within[120];
  snprintf(within, sizeof within, "%s/%s", pointer, key);
  tp_reader_fault(s, within, "must be a whole number from %d to %d", low, high);
  return fallback;
}

static int read_bits(struct tp_save_reader *s, const char *pointer, const cJSON *node,
                     uint64_t *bits) {
  if (cJSON_IsString(node) && strlen(node->valuestring) == 16 &&
      strspn(node->valuestring, "0123456789abcdef") == 16) {
    *bits = strtoull(node->valuestring, NULL, 16);
    return 1;
  }
  tp_reader_fault(s, pointer, "must be sixteen hexadecimal digits in quotes");
  return 0;
}

int16_t tp_reader_actor(struct tp_save_reader *s, const char *pointer, const cJSON *object,
                        const char *key) {
  const char *id = tp_reader_string(object, key);
  int actor = id ? tp_address_actor(s->r, id, strlen(id)) : TP_NONE;
  if (actor == TP_NONE && !tp_reader_heals(s))
    tp_reader_fault(s, pointer, "\"%s\" must be the id of an actor", key);
  return (int16_t)actor;
}

/* --- the record ------------------------------------------------------------------------------ */

static void read_policies(struct tp_save_reader *s) {
  const cJSON *policies = tp_reader_part(s, "/policies", s->root, "policies", 0), *policy;
  for (policy = tp_children(policies); policy; policy = policy->next) {
    int actor = tp_address_actor(s->r, policy->string, strlen(policy->string));
    if (actor != TP_NONE && cJSON_IsString(policy))
      tp_record_set_policy(&s->save->record, actor, policy->valuestring);
    else if (!tp_reader_heals(s))
      tp_reader_fault(s, "/policies", "\"%.60s\" is not an actor with the name of a policy",
                      policy->string);
  }
}

/* An order that there is no more is left out of a game that goes into new data. */
static void fault_order(struct tp_save_reader *s, const char *pointer, const cJSON *entry,
                        const char *why) {
  if (tp_reader_heals(s) && cJSON_IsString(entry))
    tp_reader_differ(s, TP_DIFFERS_GONE, TP_THING_ORDER, entry->valuestring, 0, 0);
  else
    tp_reader_fault(s, pointer, "%s", why);
}

static void read_order_list(struct tp_save_reader *s, const char *pointer, const cJSON *list,
                            struct tp_orders *orders) {
  char why[300];
  for (const cJSON *entry = tp_children(list); entry; entry = entry->next) {
    struct tp_order order;
    if (!cJSON_IsString(entry) || orders->count == TP_ORDERS_MAX)
      tp_reader_fault(s, pointer, "a turn has at most %d orders, each a text", TP_ORDERS_MAX);
    else if (!tp_script_parse_order(s->r, entry->valuestring, &order, why, sizeof why))
      fault_order(s, pointer, entry, why);
    else
      orders->item[orders->count++] = order;
  }
}

static void read_seat_orders(struct tp_save_reader *s, const char *pointer, const cJSON *list,
                             struct tp_orders *orders) {
  int seat = tp_address_actor(s->r, list->string, strlen(list->string));
  if (seat == TP_NONE || !cJSON_IsArray(list)) {
    tp_reader_fault(s, pointer, "\"%.60s\" is not an actor with a list of orders", list->string);
    return;
  }
  orders->seat = (int16_t)seat;
  read_order_list(s, pointer, list, orders);
}

static void read_turn(struct tp_save_reader *s, const cJSON *turn, int number) {
  char pointer[100];
  struct tp_orders orders[TP_ACTORS_MAX] = {0};
  uint64_t hash = 0;
  int count = 0;
  snprintf(pointer, sizeof pointer, "/turns/%d/orders", number);
  const cJSON *list = tp_children(tp_reader_part(s, pointer, turn, "orders", 0));
  for (; list && count < TP_ACTORS_MAX; list = list->next) {
    snprintf(pointer, sizeof pointer, "/turns/%d/orders/%.60s", number, list->string);
    read_seat_orders(s, pointer, list, &orders[count++]);
  }
  snprintf(pointer, sizeof pointer, "/turns/%d/hash", number);
  read_bits(s, pointer, tp_read(turn, "hash"), &hash);
  tp_record_add(&s->save->record, orders, count, hash);
}

static int16_t read_player(struct tp_save_reader *s) {
  if (s->differences || !tp_read(s->root, "player"))
    return s->differences ? s->r->player : TP_NONE;
  return tp_reader_actor(s, "/player", s->root, "player");
}

/* Where the record begins, when the game was put into other data on its way. */
static void read_beginning(struct tp_save_reader *s) {
  struct tp_game_record *record = &s->save->record;
  const cJSON *healed = tp_read(s->root, "healed");
  if (!healed)
    return;
  record->start = tp_memory_resize(NULL, s->r->world_size);
  tp_world_start(s->r, record->start, record->seed);
  tp_reader_world(s, "/healed", healed, record->start);
  record->begun = record->start->turn;
}

/* Only pictures of what was: what is wrong in it stays at the start. */
static void read_before(struct tp_save_reader *s) {
  const cJSON *courses = tp_read(s->root, "before"), *course;
  struct tp_game_record *record = &s->save->record;
  int slots = s->r->slot_count;
  if (!cJSON_IsObject(courses) || !record->begun)
    return;
  record->before = tp_memory_resize(NULL, (size_t)(record->begun * slots) * sizeof(double));
  for (int i = 0; i < record->begun * slots; i++)
    record->before[i] = s->r->start[i % slots];
  for (course = tp_children(courses); course; course = course->next) {
    int slot = tp_address_find(s->r, course->string), turn = 0;
    if (slot == TP_NONE)
      continue;
    for (const cJSON *x = tp_children(course); x && turn < record->begun; x = x->next, turn++)
      if (cJSON_IsNumber(x) && isfinite(x->valuedouble))
        record->before[turn * slots + slot] = x->valuedouble;
  }
}

static void read_turns(struct tp_save_reader *s) {
  const cJSON *turns = tp_read(s->root, "turns"), *turn;
  int number = 0;
  if (!cJSON_IsArray(turns) || cJSON_GetArraySize(turns) > TP_TURNS_MAX) {
    tp_reader_fault(s, "/turns", "must be a list of the turns played, at most %d", TP_TURNS_MAX);
    return;
  }
  for (turn = tp_children(turns); turn; turn = turn->next)
    read_turn(s, turn, number++);
}

/* The past in new data is only worth something when all of it is there: whether it is then played
 * as it was is for the reader of the save to try. */
static void read_past(struct tp_save_reader *s) {
  int before = s->faults, unknown = s->unknown;
  s->muted = s->differences != NULL;
  read_beginning(s);
  read_before(s);
  read_turns(s);
  if (s->muted && (s->faults > before || s->unknown > unknown))
    tp_record_forget(&s->save->record);
  if (s->muted)
    s->faults = before;
  s->unknown = unknown;
  s->muted = 0;
}

static void read_record(struct tp_save_reader *s) {
  struct tp_game_record *record = &s->save->record;
  uint64_t seed = 0;
  read_bits(s, "/seed", tp_read(s->root, "seed"), &seed);
  tp_record_init(record, s->save->scenario, seed);
  record->player = read_player(s);
  read_policies(s);
  read_past(s);
}

/* Parts that older saves do not have. */
static void read_pending_orders(struct tp_save_reader *s) {
  const cJSON *list = tp_read(s->root, "orders");
  if (list && !cJSON_IsArray(list))
    tp_reader_fault(s, "/orders", "must be a list of orders");
  else
    read_order_list(s, "/orders", list, &s->save->record.pending);
}

/* What lists of saves show of it: nothing of the game, but nothing to be dropped without a word. */
static void check_labels(struct tp_save_reader *s) {
  static const char *const labels[] = {"id", "title", "name", "file"};
  char pointer[40];
  for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
    const cJSON *label = tp_read(s->root, labels[i]);
    snprintf(pointer, sizeof pointer, "/%s", labels[i]);
    if (label && !cJSON_IsString(label))
      tp_reader_fault(s, pointer, "must be text");
  }
  tp_reader_whole(s, "", s->root, "played", 0, TP_TURNS_MAX, 0);
}

static void copy_string(const cJSON *root, const char *key, char *text, size_t size) {
  const char *value = tp_reader_string(root, key);
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
static void read_seen(struct tp_save_reader *s) {
  const cJSON *list = tp_read(s->root, "seen"), *entry;
  struct tp_mark mark;
  if (list && (!cJSON_IsArray(list) || cJSON_GetArraySize(list) > TP_SLOTS_MAX)) {
    tp_reader_fault(s, "/seen", "must be a list of what was looked at, at most %d", TP_SLOTS_MAX);
    return;
  }
  for (entry = tp_children(list); entry; entry = entry->next)
    if (cJSON_IsString(entry) && tp_mark_find(s->r, entry->valuestring, &mark))
      tp_record_see(&s->save->record, mark);
}

/* --- the whole ------------------------------------------------------------------------------- */

/* What is no save of a known format is refused. */
static int check_head(struct tp_save_reader *s) {
  char message[120];
  const cJSON *format = tp_read(s->root, "format");
  const char *kind = tp_reader_string(s->root, "thirdpole");
  if (!kind || strcmp(kind, "save") != 0) {
    refuse(s, "", "is not a saved game of Third Pole");
    return 0;
  }
  double version = cJSON_IsNumber(format) ? format->valuedouble : 0;
  if (version >= 1 && version <= (double)TP_SAVE_VERSION && version == (double)(int)version)
    return 1;
  if (version > (double)TP_SAVE_VERSION && version <= 1e6)
    snprintf(message, sizeof message,
             "was written by a newer version of the game (format %.0f, this reads %d)", version,
             TP_SAVE_VERSION);
  else
    snprintf(message, sizeof message, "\"format\" must be a whole number from 1 to %d",
             TP_SAVE_VERSION);
  refuse(s, "/format", message);
  return 0;
}

/* Faults of the scenario, which was read from a text of its own, where they are in the save. */
static void place_faults(struct tp_save_reader *s, int from) {
  for (int i = from; i < s->problems->count; i++) {
    struct tp_problem *one = &s->problems->list[i];
    struct tp_text pointer = {0};
    tp_text_print(&pointer, "/scenario%s", one->pointer);
    free(one->file);
    free(one->pointer);
    one->file = tp_memory_text(s->origin);
    one->pointer = pointer.data;
    if (s->positions)
      tp_positions_near(s->positions, one->pointer, TP_AT_VALUE, &one->line, &one->column);
  }
}

static int read_scenario(struct tp_save_reader *s) {
  const cJSON *node = tp_read(s->root, "scenario");
  if (!cJSON_IsObject(node)) {
    tp_reader_fault(s, "", "\"scenario\" is missing: the scenario the game is played in");
    return 0;
  }
  struct tp_text origin = {0};
  char *text = tp_settle_print(node);
  const char *file = tp_reader_string(s->root, "file");
  tp_text_print(&origin, "%s (its scenario)", s->origin);
  int before = s->problems->count;
  s->save->scenario = tp_scenario_load_text(text, origin.data, s->language, s->problems);
  place_faults(s, before);
  tp_text_free(&origin);
  free(text);
  if (!s->save->scenario)
    return 0;
  if (!s->save->scenario->playable) {
    tp_reader_fault(s, "/scenario", "has neither actors nor turns");
    return 0;
  }
  s->save->scenario->file = tp_arena_copy(s->save->scenario->arena, file ? file : "");
  s->r = s->save->scenario->rules;
  return 1;
}

static void note_what_differs(struct tp_save_reader *s) {
  struct tp_save *save = s->save;
  if (save->exact)
    return;
  if (s->unknown)
    snprintf(save->note, sizeof save->note,
             "The save is from another version of the game: %d of its names differ. It goes on "
             "from the saved state, but a replay would not be the same.",
             s->unknown);
  else
    snprintf(save->note, sizeof save->note,
             "The saved state was changed after it was written, or by another version of the "
             "game. It goes on from there, but a replay would not be the same.");
}

static void read_world(struct tp_save_reader *s) {
  struct tp_save *save = s->save;
  const cJSON *world = tp_read(s->root, "world");
  uint64_t hash = 0;
  save->world = tp_memory_resize(NULL, s->r->world_size);
  tp_world_start(s->r, save->world, save->record.seed);
  tp_reader_world(s, "/world", world, save->world);
  if (s->differences || s->faults || !read_bits(s, "/world/hash", tp_read(world, "hash"), &hash))
    return;
  save->exact = hash == tp_world_hash(s->r, save->world);
  note_what_differs(s);
}

static int read_all(struct tp_save_reader *s) {
  if (!check_head(s) || !(s->differences ? tp_reader_renew(s) : read_scenario(s)))
    return 0;
  read_record(s);
  read_pending_orders(s);
  check_labels(s);
  copy_string(s->root, "name", s->save->record.name, sizeof s->save->record.name);
  read_chart(s->root, &s->save->record.chart);
  read_seen(s);
  read_world(s);
  if (s->differences)
    tp_reader_settle(s);
  return s->differences || s->faults == 0;
}

static int parse(struct tp_save_reader *s, const char *text, size_t length) {
  int before = s->problems->count;
  memset(s->save, 0, sizeof *s->save);
  struct tp_positions *positions = tp_positions_scan(text, length, s->origin, s->problems);
  cJSON *root = positions ? cJSON_ParseWithLength(text, length) : NULL;
  s->positions = positions;
  s->root = root;
  int good = root && s->problems->count == before && read_all(s);
  cJSON_Delete(root);
  tp_positions_free(positions);
  if (!good)
    tp_save_free(s->save);
  return good;
}

int tp_save_parse(const char *text, size_t length, const char *origin, const char *language,
                  struct tp_save *save, struct tp_problems *problems) {
  struct tp_save_reader s = {
      .origin = origin, .language = language, .problems = problems, .save = save};
  return parse(&s, text, length);
}

int tp_save_heal(const char *text, size_t length, const char *origin, const char *language,
                 const char *mods, struct tp_save *save, struct tp_differences *differences,
                 struct tp_problems *problems) {
  struct tp_save_reader s = {.origin = origin,
                             .language = language ? language : "en",
                             .mods = mods,
                             .problems = problems,
                             .save = save,
                             .differences = differences};
  return parse(&s, text, length);
}

void tp_save_free(struct tp_save *save) {
  tp_record_free(&save->record);
  tp_scenario_free(save->scenario);
  free(save->world);
  memset(save, 0, sizeof *save);
}

/* How long a game of it is, and when it begins. */
static void read_time(const cJSON *scenario, struct tp_save_summary *summary) {
  const cJSON *turns = tp_read(scenario, "turns");
  if (cJSON_IsNumber(turns) && turns->valuedouble >= 1 &&
      turns->valuedouble <= (double)TP_TURNS_MAX)
    summary->length = (int)turns->valuedouble;
  const char *start = tp_reader_string(scenario, "start");
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
  const char *kind = tp_reader_string(root, "thirdpole");
  int good = kind && strcmp(kind, "save") == 0;
  const cJSON *played = tp_read(root, "played");
  *summary = (struct tp_save_summary){0};
  copy_string(root, "id", summary->id, sizeof summary->id);
  copy_string(root, "title", summary->title, sizeof summary->title);
  copy_string(root, "player", summary->player, sizeof summary->player);
  copy_string(root, "name", summary->name, sizeof summary->name);
  read_chart(root, &summary->chart);
  read_time(tp_read(root, "scenario"), summary);
  const char *result = tp_reader_string(tp_read(root, "world"), "result");
  summary->over = result && strcmp(result, "playing") != 0;
  if (cJSON_IsNumber(played) && played->valuedouble >= 0 &&
      played->valuedouble <= (double)TP_TURNS_MAX)
    summary->turns = (int)played->valuedouble;
  cJSON_Delete(root);
  free(text);
  return good;
}
