/* A session of the tiny world, for stories about playing it. */
#ifndef TP_TESTS_OPENED_H
#define TP_TESTS_OPENED_H

#include "tiny.h"

#include "spoken.h"

#include "session/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A new game in English with seed 1 whose opponents play by reflex and which saves in `folder` ("":
 * nowhere).
 */
static inline struct tp_session *open_tiny(const char *folder) {
  speak("en");
  struct tp_problems problems = {0};
  struct tp_session_options options = {
      .scenario = "tests/support/tiny.json", .policy = "reflex", .folder = folder, .seed = 1};
  struct tp_session *s = tp_session_start(&options, &problems);
  tp_problems_write(&problems, stderr);
  tp_problems_free(&problems);
  assert_non_null(s);
  return s;
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

/* A folder of the test's own, to be removed with `remove_folder`. */
static inline void make_folder(char path[64]) {
  strcpy(path, "/tmp/thirdpole-test-XXXXXX");
  assert_non_null(mkdtemp(path));
}

static inline void remove_folder(const char *path) {
  char command[200];
  snprintf(command, sizeof command, "chmod -R u+w '%s' && rm -rf '%s'", path, path);
  assert_int_equal(system(command), 0);
}

#endif
