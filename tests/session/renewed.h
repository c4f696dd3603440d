/* A saved game of the tiny world in a folder of data that a story changes meanwhile: as saved, or
 * with the new data. The shipped scenarios are found behind that folder. */
#ifndef TP_TESTS_RENEWED_H
#define TP_TESTS_RENEWED_H

#include "opened.h"

#include "data/address.h"
#include "data/layers/document.h"
#include "data/saves/differences.h"

static char path[128]; /* of the save */

/* --- the folder --- */

/* The tiny world with a patch over it, as the scenario "tiny" of the data folder. */
static inline void write_scenario(const char *patch) {
  char *text = read_text("tests/support/tiny.json");
  cJSON *tree = cJSON_Parse(text), *change = cJSON_Parse(patch);
  assert_non_null(change);
  tree = tp_merge_apply(tree, change);
  char *merged = cJSON_Print(tree);
  put_text("scenarios/tiny.json", merged);
  cJSON_free(merged);
  cJSON_Delete(tree);
  cJSON_Delete(change);
  free(text);
}

static inline void write_mod(const char *patch) {
  put_text("mods/drift/mod.json",
           "{ \"format\": 1, \"id\": \"drift\", \"title\": \"Drift\", \"version\": \"1.2\" }");
  put_text("mods/drift/patches/tiny.json", patch);
}

static inline void remove_mod(void) {
  assert_int_equal(remove(in_folder("mods/drift/patches/tiny.json")), 0);
  assert_int_equal(remove(in_folder("mods/drift/mod.json")), 0);
}

/* --- the game --- */

static inline struct tp_session *begin(const char *name) {
  return open_game(
      (struct tp_session_options){.scenario = name, .policy = "reflex", .folder = "", .seed = 1});
}

static inline void play(struct tp_session *s, int turns) {
  for (int i = 0; i < turns; i++)
    assert_true(tp_session_end_turn(s));
}

static inline void save_as(struct tp_session *s, const char *where) {
  struct tp_problems problems = {0};
  assert_true(tp_session_save(s, where, &problems));
}

static inline void save(struct tp_session *s) {
  save_as(s, path);
}

static inline struct tp_session *load(void) {
  struct tp_problems problems = {0};
  struct tp_session_options options = {.folder = in_folder("saves")};
  struct tp_session *s = tp_session_load(path, &options, &problems);
  tp_problems_write(&problems, stderr);
  tp_problems_free(&problems);
  assert_non_null(s);
  return s;
}

static inline struct tp_session *renew(const struct tp_session *s) {
  struct tp_problems problems = {0};
  assert_true(tp_session_may_renew(s));
  struct tp_session *again = tp_session_renew(s, &problems);
  tp_problems_write(&problems, stderr);
  tp_problems_free(&problems);
  assert_non_null(again);
  return again;
}

/* --- what is told of it --- */

static inline void tell(const struct tp_session *s) {
  const struct tp_differences *list = tp_session_differences(s);
  for (int i = 0; i < list->count; i++) {
    char words[TP_WORDING_MAX];
    tp_wording_difference(tp_session_rules(s), &list->list[i], words, sizeof words);
    fprintf(stderr, "  %s\n", words);
  }
}

/* The list is these lines, and no others. */
static inline void differs(const struct tp_session *s, const char *const lines[]) {
  const struct tp_differences *list = tp_session_differences(s);
  int count = 0;
  for (; lines[count]; count++) {
    char words[TP_WORDING_MAX] = "";
    if (count < list->count)
      tp_wording_difference(tp_session_rules(s), &list->list[count], words, sizeof words);
    if (strcmp(words, lines[count]) != 0) {
      tell(s);
      fail_msg("\"%s\" should be \"%s\"", words, lines[count]);
    }
  }
  if (list->count != count)
    tell(s);
  assert_int_equal(list->count, count);
}
#define DIFFERS(s, ...) differs(s, (const char *const[]){__VA_ARGS__, NULL})

static inline double value_of(const struct tp_session *s, const char *address) {
  int slot = tp_address_find(tp_session_rules(s), address);
  assert_int_not_equal(slot, TP_NONE);
  return tp_session_world(s)->v[slot];
}

/* What must be so in any game that can be played. */
static inline void is_whole(const struct tp_session *s) {
  const struct tp_rules *r = tp_session_rules(s);
  const struct tp_world *w = tp_session_world(s);
  for (int slot = 0; slot < r->slot_count; slot++)
    if (!(w->v[slot] >= r->low[slot] && w->v[slot] <= r->high[slot]))
      fail_msg("%s is %g", r->slots[slot].name, w->v[slot]);
  int on = w->crisis.challenger != TP_NONE;
  assert_true(on == (w->crisis.target != TP_NONE));
  assert_true(on == (w->v[tp_world_slot(r, TP_CRISIS)] >= 1));
  assert_true((w->result == TP_PLAYING) == (w->ending == TP_NONE));
  assert_true(w->v[tp_world_slot(r, TP_TURN)] >= w->turn &&
              w->v[tp_world_slot(r, TP_TURN)] <= w->turn);
  for (int i = 0; i < w->pending_count; i++)
    assert_int_equal(r->events[w->pending[i].event].seat, w->pending[i].seat);
  for (int i = 0; i < r->action_count; i++)
    assert_true(tp_world_actions_const(r, w)[i].left <= r->actions[i].turns);
  for (int slot = 0; slot < r->slot_count; slot++) {
    int rows = 0, turn = tp_session_turn(s);
    const struct tp_row *row = tp_session_why(s, slot, turn, &rows);
    double x = tp_session_value(s, slot, turn - 1);
    for (int i = 0; i < rows; i++)
      x += row[i].delta;
    if (turn > tp_session_begun(s) && (x < w->v[slot] || x > w->v[slot]))
      fail_msg("the rows of %s do not add up", r->slots[slot].name);
  }
}

static inline void play_on(struct tp_session *s, int turns) {
  is_whole(s);
  for (int i = 0; i < turns && tp_session_end_turn(s); i++)
    is_whole(s);
}

/* --- each story has a folder of its own --- */

static inline int set_up(void **state) {
  speak("en");
  open_folder(state);
  snprintf(path, sizeof path, "%s/mine.json", folder);
  return setenv("THIRDPOLE_DATA", folder, 1);
}

static inline int tear_down(void **state) {
  close_folder(state);
  return unsetenv("THIRDPOLE_DATA");
}

#define STORY(story) cmocka_unit_test_setup_teardown(story, set_up, tear_down)

#endif
