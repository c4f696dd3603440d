/* A session of the tiny world, for stories about playing it. */
#ifndef TP_TESTS_OPENED_H
#define TP_TESTS_OPENED_H

#include "tiny.h"

#include "folder.h"
#include "spoken.h"

#include "session/session.h"

/* A new game with these options, with which nothing may be wrong. */
static inline struct tp_session *open_game(struct tp_session_options options) {
  struct tp_problems problems = {0};
  struct tp_session *s = tp_session_start(&options, &problems);
  tp_problems_write(&problems, stderr);
  tp_problems_free(&problems);
  assert_non_null(s);
  return s;
}

/* A game of the tiny world in English with seed 1 whose opponents play by reflex and which saves in
 * `saves` ("": nowhere). */
static inline struct tp_session *open_tiny(const char *saves) {
  speak("en");
  return open_game((struct tp_session_options){
      .scenario = "tests/support/tiny.json", .policy = "reflex", .folder = saves, .seed = 1});
}

static inline int action_called(const struct tp_session *s, const char *id) {
  const struct tp_rules *r = tp_session_rules(s);
  for (int i = 0; i < r->action_count; i++)
    if (strcmp(r->actions[i].words.id, id) == 0)
      return i;
  fail_msg("no action %s", id);
  return -1;
}

static inline int slot_called(const struct tp_session *s, const char *address) {
  int slot = -1;
  assert_int_equal(tp_wording_find(tp_session_rules(s), address, &slot, 1), 1);
  return slot;
}

static inline uint64_t hash_of(const struct tp_session *s) {
  return tp_world_hash(tp_session_rules(s), tp_session_world(s));
}

#endif
