/* Saving and loading. */
#include "session/state.h"

#include "data/arena.h"
#include "data/folders.h"
#include "session/advice.h"
#include "session/phrases.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* --- saving ----------------------------------------------------------------------------------- */

_Static_assert(TP_CHART_LINES - TP_GAUGES >= 0, "a chart has a line for each gauge");

/* The gauges' course. */
static void fill_chart(const struct tp_session *s, struct tp_chart *chart) {
  int points = s->turns + 1 < TP_CHART_POINTS ? s->turns + 1 : TP_CHART_POINTS;
  for (int i = 0; i < TP_GAUGES; i++) {
    struct tp_gauge gauge;
    tp_session_gauge(s, (enum tp_gauge_id)i, &gauge);
    for (int k = 0; k < points && gauge.slot != TP_NONE; k++)
      chart->at[i][k] = (float)tp_session_value(s, gauge.slot, s->turns + 1 - points + k);
  }
  chart->lines = TP_GAUGES;
  chart->points = points;
}

static void fill_before(const struct tp_session *s, struct tp_game_record *record) {
  size_t slots = (size_t)s->r->slot_count;
  tp_record_begin(record, s->past[s->begun].world);
  record->before = tp_memory_resize(NULL, (size_t)s->begun * slots * sizeof(double));
  for (int turn = 0; turn < s->begun; turn++)
    for (int slot = 0; slot < s->r->slot_count; slot++)
      record->before[(size_t)turn * slots + (size_t)slot] = tp_session_value(s, slot, turn);
}

void tp_session_record(const struct tp_session *s, const char *name,
                       struct tp_game_record *record) {
  tp_record_init(record, s->scenario, s->seed);
  if (s->begun)
    fill_before(s, record);
  for (int actor = 0; actor < s->r->actor_count; actor++) {
    if (actor != s->player && s->r->actors[actor].is_seat)
      tp_record_set_policy(record, actor, s->policy_names[actor]);
  }
  for (int turn = s->begun + 1; turn <= s->turns; turn++)
    tp_record_add(record, s->past[turn].orders, s->r->actor_count, s->past[turn].hash);
  for (int i = 0; i < s->seen_count; i++)
    tp_record_see(record, s->seen[i]);
  record->pending = *tp_session_orders(s);
  snprintf(record->name, sizeof record->name, "%s", name ? name : "");
  fill_chart(s, &record->chart);
}

/* Only a file may be replaced by a save: not a folder, and not a device either. */
static int may_replace(const char *path, struct tp_file_error *error) {
  struct stat status;
  if (stat(path, &status) != 0 || S_ISREG(status.st_mode))
    return 1;
  snprintf(error->text, sizeof error->text, "%s", tp_phrase(TP_SAY_NOT_A_FILE));
  return 0;
}

/* A save takes the place of nothing but a save: a name mistyped must not cost somebody's notes. */
static int is_save_or_free(const char *path, struct tp_file_error *error) {
  struct tp_save_summary summary;
  struct stat status;
  if (stat(path, &status) != 0 || status.st_size == 0 || tp_save_peek(path, &summary))
    return 1;
  snprintf(error->text, sizeof error->text, "%s", tp_phrase(TP_SAY_NOT_A_SAVE));
  return 0;
}

static int make_folder_of(const char *path, struct tp_file_error *error) {
  char folder[TP_PATH_MAX];
  const char *slash = strrchr(path, '/');
  if (!slash || slash == path)
    return 1;
  snprintf(folder, sizeof folder, "%.*s", (int)(slash - path), path);
  return tp_files_make_folder(folder, error);
}

static int write_game(const struct tp_session *s, const char *path, const char *name,
                      struct tp_file_error *error) {
  if (!s->scenario) {
    snprintf(error->text, sizeof error->text, "%s", tp_phrase(TP_SAY_NOTHING_TO_SAVE));
    return 0;
  }
  if (!may_replace(path, error))
    return 0;
  int is_own = strcmp(path, s->autosave) == 0;
  if (is_own ? !make_folder_of(path, error) : !is_save_or_free(path, error))
    return 0;
  struct tp_game_record record;
  tp_session_record(s, name, &record);
  int written = is_own && s->written_at == s->turns
                    ? tp_save_write_over(path, &record, tp_session_world(s), error)
                    : tp_save_write(path, &record, tp_session_world(s), error);
  tp_record_free(&record);
  return written;
}

int tp_session_save_as(const struct tp_session *s, const char *path, const char *name,
                       struct tp_problems *problems) {
  struct tp_file_error error = {.text = ""};
  if (write_game(s, path, name, &error))
    return 1;
  tp_problems_add(problems, path, 0, 0, "", "%s", error.text);
  return 0;
}

int tp_session_save(const struct tp_session *s, const char *path, struct tp_problems *problems) {
  return tp_session_save_as(s, path, NULL, problems);
}

void tp_session_autosave(struct tp_session *s) {
  struct tp_file_error error = {.text = ""};
  if (s->no_autosave) {
    s->saved = 0;
    return;
  }
  s->saved = s->autosave[0] && write_game(s, s->autosave, NULL, &error);
  if (s->saved) {
    s->saved_step = s->step;
    s->written_at = s->turns;
  } else if (s->autosave[0]) {
    TP_SAY(s->notice, sizeof s->notice, TP_SAY_AUTOSAVE_FAILED, s->autosave, error.text);
  }
}

int tp_session_keep_orders(struct tp_session *s) {
  int is_kept = s->step == s->saved_step || s->no_autosave || !s->autosave[0];
  if (is_kept || tp_session_world(s)->result != TP_PLAYING)
    return 1;
  tp_session_autosave(s);
  return s->saved;
}

void tp_session_set_autosave(struct tp_session *s, int on) {
  s->no_autosave = !on;
}

int tp_session_saves_folder(char path[TP_PATH_MAX]) {
  char user[TP_PATH_MAX];
  return tp_folders_user(user) && snprintf(path, TP_PATH_MAX, "%s/saves", user) < TP_PATH_MAX;
}

enum { AUTOSAVES_MAX = 10000 }; /* of one scenario and seed */

/* The name of the `number`th game of this scenario and seed: "tiny-7.json", "tiny-7.2.json". 0 when
 * it is too long. */
static int name_autosave(struct tp_session *s, const char *folder, int number) {
  const char *id = s->r->words.id[0] ? s->r->words.id : "game";
  char ending[16] = "";
  if (number > 1)
    snprintf(ending, sizeof ending, ".%d", number);
  int length = snprintf(s->autosave, sizeof s->autosave, "%s/%s-%llu%s.json", folder, id,
                        (unsigned long long)s->seed, ending);
  return length < (int)sizeof s->autosave;
}

/* A name under which nothing is kept yet, so that no game writes over another; but the one that was
 * loaded goes on where it was, if that is a name of this kind. */
void tp_session_keep_in(struct tp_session *s, const char *folder, const char *loaded) {
  char usual[TP_PATH_MAX];
  if (!folder && tp_session_saves_folder(usual))
    folder = usual;
  for (int number = 1; folder && folder[0] && number < AUTOSAVES_MAX; number++) {
    if (!name_autosave(s, folder, number))
      break;
    if (!tp_files_exists(s->autosave) || (loaded && tp_files_same(loaded, s->autosave)))
      return;
  }
  s->autosave[0] = '\0';
}

void tp_session_folder(const struct tp_session *s, char folder[TP_PATH_MAX]) {
  const char *slash = strrchr(s->autosave, '/');
  snprintf(folder, TP_PATH_MAX, "%.*s", slash ? (int)(slash - s->autosave) : 0, s->autosave);
}

static int is_newer(const struct stat *a, const struct stat *b) {
  if (a->st_mtim.tv_sec != b->st_mtim.tv_sec)
    return a->st_mtim.tv_sec > b->st_mtim.tv_sec;
  return a->st_mtim.tv_nsec > b->st_mtim.tv_nsec;
}

int tp_session_latest_save(const char *folder, char *path, size_t size) {
  char usual[TP_PATH_MAX], candidate[TP_PATH_MAX];
  struct stat best = {0}, status;
  int count, found = 0;
  if (!folder && tp_session_saves_folder(usual))
    folder = usual;
  char **names = folder ? tp_files_list(folder, ".json", &count) : NULL;
  for (int i = 0; names && i < count; i++) {
    int length = snprintf(candidate, sizeof candidate, "%s/%s", folder, names[i]);
    free(names[i]);
    if (length >= (int)sizeof candidate || length >= (int)size || stat(candidate, &status) != 0 ||
        !S_ISREG(status.st_mode))
      continue;
    if (found && !is_newer(&status, &best))
      continue;
    found = 1;
    best = status;
    memcpy(path, candidate, (size_t)length + 1);
  }
  free(names);
  return found;
}

/* --- loading ---------------------------------------------------------------------------------- */

static void add_notice(struct tp_session *s, const char *sentence) {
  if (s->notice[0])
    tp_phrase_append(s->notice, sizeof s->notice, " ");
  tp_phrase_append(s->notice, sizeof s->notice, sentence);
}

/* A policy that this program does not have is played by the usual one, which is said. */
static void take_policies(struct tp_session *s, const struct tp_game_record *record) {
  char sentence[TP_WORDING_MAX];
  for (int actor = 0; actor < s->r->actor_count; actor++) {
    const char *name = record->policies[actor];
    if (tp_session_set_policy(s, actor, name[0] ? name : TP_USUAL_POLICY, NULL))
      continue;
    tp_session_set_policy(s, actor, TP_USUAL_POLICY, NULL);
    TP_SAY(sentence, sizeof sentence, TP_SAY_POLICY_REPLACED, s->r->actors[actor].words.title, name,
           TP_USUAL_POLICY);
    add_notice(s, sentence);
  }
}

static void gather(const struct tp_session *s, const struct tp_game_record *record, int turn,
                   struct tp_orders by_actor[TP_ACTORS_MAX]) {
  const struct tp_orders *orders = tp_record_orders(record, turn);
  memset(by_actor, 0, TP_ACTORS_MAX * sizeof *by_actor);
  for (int actor = 0; actor < s->r->actor_count; actor++)
    by_actor[actor].seat = (int16_t)actor;
  for (int k = 0; k < record->seat_count; k++)
    by_actor[record->seats[k]] = orders[k];
}

static void begin(struct tp_session *s, const struct tp_game_record *record) {
  if (!record->start)
    return;
  tp_history_begin_at(s, record->start);
  for (int turn = 0; record->before && turn < record->begun; turn++)
    tp_history_know_before(s, turn, record->before + (ptrdiff_t)turn * s->r->slot_count);
}

/* Plays the recorded turns as far as they go as they went. Returns the first that does not, or
 * TP_NONE. */
static int replay(struct tp_session *s, const struct tp_game_record *record) {
  struct tp_orders by_actor[TP_ACTORS_MAX];
  int differs = TP_NONE;
  for (int turn = 0; turn < record->turns; turn++) {
    gather(s, record, turn, by_actor);
    if (differs == TP_NONE)
      tp_history_play(s, by_actor);
    if (differs == TP_NONE && s->past[s->turns].hash == record->hashes[turn])
      continue;
    if (differs == TP_NONE) {
      differs = s->turns;
      tp_history_drop(s);
    }
    tp_history_skip(s, by_actor, record->hashes[turn]);
  }
  return differs;
}

static void settle(struct tp_session *s, const struct tp_save *save, int differs) {
  char sentence[TP_WORDING_MAX];
  int same = differs == TP_NONE && tp_world_hash(s->r, save->world) == s->past[s->turns].hash;
  if (!same)
    tp_history_settle(s, save->world);
  if (!save->exact) {
    add_notice(s, save->note);
  } else if (differs != TP_NONE) {
    TP_SAY(sentence, sizeof sentence, TP_SAY_PLAYED_DIFFERENTLY, TP_WHOLE(differs));
    add_notice(s, sentence);
  }
}

/* What was ordered for the turn that comes, each order a step that can be undone. */
static void take_pending(struct tp_session *s, const struct tp_orders *pending) {
  for (int i = 0; i < pending->count; i++)
    (void)tp_session_give(s, pending->item[i]);
  s->saved_step = s->step;
}

/* A save carries what its scenario and mods were, so it needs none of them; what has become of them
 * is said. */
static void tell_of_data(struct tp_session *s) {
  static const enum tp_phrase said[TP_DIFFERENCE_KINDS] = {[TP_DIFFERS_CHANGED] =
                                                               TP_SAY_MOD_CHANGED,
                                                           [TP_DIFFERS_LOST] = TP_SAY_MOD_BROKEN,
                                                           [TP_DIFFERS_GONE] = TP_SAY_MOD_GONE};
  char sentence[TP_WORDING_MAX];
  int told = 0;
  for (int i = 0; i < s->differences.count; i++) {
    const struct tp_difference *one = &s->differences.list[i];
    if (one->thing == TP_THING_SCENARIO)
      TP_SAY(sentence, sizeof sentence, TP_SAY_SCENARIO_UNUSABLE, one->title);
    else if (one->thing == TP_THING_MOD && one->kind != TP_DIFFERS_NEW)
      TP_SAY(sentence, sizeof sentence, said[one->kind], one->title);
    else
      continue;
    add_notice(s, sentence);
    told = 1;
  }
  if (s->differences.count && !told)
    add_notice(s, tp_phrase(TP_SAY_SCENARIO_CHANGED));
  if (s->differences.count)
    add_notice(s, tp_phrase(TP_SAY_KEPT_AS_SAVED));
}

struct tp_session *tp_session_take(struct tp_save *save, const char *path,
                                   const struct tp_session_options *options,
                                   struct tp_problems *problems) {
  const struct tp_game_record *record = &save->record;
  if (save->world->turn != record->begun + record->turns) {
    tp_problems_add(problems, path ? path : "", 0, 0, "", "%s",
                    tp_phrase(TP_SAY_SNAPSHOT_UNUSABLE));
    return NULL;
  }
  struct tp_session *s = tp_session_create(save->scenario->rules, record->seed);
  s->scenario = save->scenario;
  save->scenario = NULL; /* the session's own now */
  take_policies(s, record);
  begin(s, record);
  settle(s, save, replay(s, record));
  for (int i = 0; i < record->seen_count; i++)
    tp_session_see(s, record->seen[i]);
  tp_session_keep_in(s, options->folder, path);
  take_pending(s, &record->pending);
  if (path && tp_files_same(path, s->autosave))
    s->written_at = s->turns;
  s->no_autosave = options->no_autosave;
  return s;
}

static struct tp_session *load(const char *text, size_t length, const char *path,
                               const struct tp_session_options *options,
                               struct tp_problems *problems) {
  struct tp_save save;
  if (!tp_save_parse(text, length, path, tp_phrases_language(), &save, problems))
    return NULL;
  struct tp_session *s = tp_session_take(&save, path, options, problems);
  tp_save_free(&save);
  if (!s)
    return NULL;
  tp_session_compare(s, text, length, path);
  tell_of_data(s);
  return s;
}

struct tp_session *tp_session_load(const char *path, const struct tp_session_options *options,
                                   struct tp_problems *problems) {
  size_t length = 0;
  char *text = tp_problems_read(problems, path, &length);
  if (!text)
    return NULL;
  struct tp_session *s = load(text, length, path, options, problems);
  free(text);
  return s;
}
