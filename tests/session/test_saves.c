/* The list of saves; what the player ordered for the turn that comes; what a killed program left.
 */
#include "opened.h"

#include "session/saves.h"

#include <fcntl.h>
#include <math.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>

static struct tp_session *load(const char *path, const char *own_folder) {
  struct tp_problems problems = {0};
  struct tp_session_options options = {.folder = own_folder};
  struct tp_session *s = tp_session_load(path, &options, &problems);
  tp_problems_write(&problems, stderr);
  tp_problems_free(&problems);
  assert_non_null(s);
  return s;
}

static void save_as(struct tp_session *s, const char *name) {
  struct tp_problems problems = {0};
  assert_true(tp_saves_write(s, folder, name, &problems));
}

/* --- orders of the turn that comes --- */

static void orders_and_answers_come_back_with_a_save(void **state) {
  (void)state;
  struct tp_session *s = open_tiny("");
  while (tp_session_decisions(s) == 0)
    assert_true(tp_session_end_turn(s));
  struct tp_decision decision;
  assert_true(tp_session_decision(s, 0, &decision));
  struct tp_order answer = {TP_ORDER_ANSWER, (int16_t)decision.event, 1};
  assert_int_equal(tp_session_act(s, action_called(s, "gift")).refusal, TP_ALLOWED);
  assert_int_equal(tp_session_give(s, answer).refusal, TP_ALLOWED);
  save_as(s, "Before the answer");
  struct tp_session *again = load(in_folder("Before-the-answer.json"), "");
  assert_int_equal(tp_session_orders(again)->count, 2);
  assert_true(tp_session_has_ordered(again, action_called(again, "gift")));
  assert_true(tp_session_decision(again, 0, &decision));
  assert_int_equal(decision.answer, 1);
  assert_true(tp_session_undo(again)); /* step by step */
  assert_int_equal(tp_session_orders(again)->count, 1);
  assert_true(tp_session_redo(again));
  assert_true(tp_session_end_turn(s) && tp_session_end_turn(again));
  assert_true(hash_of(s) == hash_of(again));
  tp_session_close(again);
  tp_session_close(s);
}

static void a_game_that_is_left_keeps_its_orders(void **state) {
  (void)state;
  char path[TP_PATH_MAX], older[TP_PATH_MAX + 4];
  struct tp_session *s = open_tiny(folder);
  snprintf(path, sizeof path, "%s", tp_session_autosave_path(s));
  assert_true(tp_session_keep_orders(s)); /* none: nothing is written */
  assert_false(tp_files_exists(path));
  assert_true(tp_session_end_turn(s));
  assert_true(tp_session_end_turn(s));
  tp_session_act(s, action_called(s, "gift"));
  assert_true(tp_session_keep_orders(s));
  tp_session_close(s);
  s = load(path, folder);
  assert_int_equal(tp_session_turn(s), 2);
  assert_int_equal(tp_session_orders(s)->count, 1);
  tp_session_undo(s);
  assert_true(tp_session_keep_orders(s));
  tp_session_close(s);
  s = load(path, folder);
  assert_int_equal(tp_session_orders(s)->count, 0);
  tp_session_close(s);
  snprintf(older, sizeof older, "%s.1", path); /* the turn before has kept its place */
  s = load(older, "");
  assert_int_equal(tp_session_turn(s), 1);
  tp_session_close(s);
}

static void without_autosave_nothing_is_written(void **state) {
  (void)state;
  struct tp_session *s = open_tiny(folder);
  tp_session_set_autosave(s, 0);
  char path[TP_PATH_MAX];
  snprintf(path, sizeof path, "%s", tp_session_autosave_path(s));
  assert_true(tp_session_end_turn(s));
  tp_session_act(s, action_called(s, "gift"));
  assert_true(tp_session_keep_orders(s));
  assert_false(tp_files_exists(path));
  assert_string_equal(tp_session_notice(s), "");
  tp_session_set_autosave(s, 1);
  assert_true(tp_session_end_turn(s));
  assert_true(tp_files_exists(path));
  tp_session_close(s);
}

/* What the first version of the format wrote. */
static void a_save_without_the_newer_parts_still_loads(void **state) {
  (void)state;
  struct tp_session *s = open_tiny("");
  tp_session_act(s, action_called(s, "gift"));
  assert_true(tp_session_end_turn(s));
  save_as(s, "New");
  char *text = read_text(in_folder("New.json")), *at;
  static const char *const newer[] = {"\"name\":", "\"chart\":"};
  for (size_t i = 0; i < sizeof newer / sizeof *newer; i++) {
    at = strstr(text, newer[i]);
    assert_non_null(at);
    at[1] = '_'; /* no member of that name */
  }
  put_text("old.json", text);
  free(text);
  struct tp_session *again = load(in_folder("old.json"), "");
  assert_true(hash_of(again) == hash_of(s));
  tp_session_close(again);
  tp_session_close(s);
  int count;
  struct tp_saved *list = tp_saves_list(folder, &count);
  for (int i = 0; i < count; i++)
    if (strstr(list[i].path, "old.json")) {
      assert_string_equal(list[i].name, "Two Rivers");
      assert_int_equal(list[i].summary.chart.points, 0);
      assert_false(list[i].own);
    }
  free(list);
}

/* --- the list --- */

static void saves_are_listed_with_name_date_turn_and_chart(void **state) {
  (void)state;
  char own[100];
  int count;
  snprintf(own, sizeof own, "%s/own", folder);
  assert_null(tp_saves_list(own, &count));
  struct tp_session *s = open_tiny(own);
  for (int i = 0; i < 4; i++)
    assert_true(tp_session_end_turn(s));
  struct tp_problems problems = {0};
  char path[TP_PATH_MAX];
  assert_true(tp_saves_path(own, "Été à Paris: ça va?", path));
  assert_non_null(strstr(path, "/Été-à-Paris-ça-va.json"));
  assert_true(tp_session_save_as(s, path, "Été à Paris: ça va?", &problems));
  snprintf(path, sizeof path, "%s/notes.json", own);
  write_text(path, "{ \"no\": \"save\" }");
  struct tp_saved *list = tp_saves_list(own, &count);
  assert_int_equal(count, 4); /* the player's, and the last three of the game's own */
  assert_string_equal(list[0].name, "Été à Paris: ça va?");
  assert_true(list[0].own);
  assert_string_equal(list[0].date, "1901 Q1");
  assert_int_equal(list[0].summary.turns, 4);
  assert_int_equal(strlen(list[0].written), strlen("2026-11-27 18:05"));
  const struct tp_chart *chart = &list[0].summary.chart;
  assert_int_equal(chart->points, 5);
  struct tp_gauge gauge;
  tp_session_gauge(s, TP_GAUGE_NARRATIVE, &gauge);
  assert_true(fabs((double)chart->at[0][4] - gauge.value) < 0.051);
  for (int i = 1; i < 4; i++) {
    assert_false(list[i].own);
    assert_string_equal(list[i].name, "Two Rivers");
    assert_int_equal(list[i].before, i - 1);
    assert_int_equal(list[i].summary.turns, 5 - i);
  }
  free(list);
  tp_session_close(s);
}

static void a_folder_is_made_for_the_first_save(void **state) {
  (void)state;
  char new_folder[200], path[TP_PATH_MAX];
  struct tp_problems problems = {0};
  struct tp_session *s = open_tiny("");
  snprintf(new_folder, sizeof new_folder, "%s/new/saves", folder);
  assert_true(tp_saves_write(s, new_folder, "First", &problems));
  assert_true(tp_saves_path(new_folder, "First", path) && tp_files_exists(path));
  assert_false(tp_saves_write(s, "/proc/no-such-folder", "First", &problems));
  assert_false(tp_saves_write(s, "", "First", &problems));
  assert_int_equal(problems.count, 2);
  tp_problems_free(&problems);
  tp_session_close(s);
}

static void a_name_that_no_file_can_have_is_refused(void **state) {
  (void)state;
  char path[TP_PATH_MAX];
  assert_false(tp_saves_path(folder, "", path));
  assert_false(tp_saves_path(folder, "  ../. ", path));
  assert_true(tp_saves_path(folder, "../../etc/passwd", path));
  assert_string_equal(path, in_folder("etc-passwd.json"));
  assert_false(tp_saves_path("", "name", path)); /* there is no folder for saves */
}

static void a_deleted_save_is_gone_with_those_before_it(void **state) {
  (void)state;
  struct tp_session *s = open_tiny("");
  struct tp_file_error error;
  char path[TP_PATH_MAX], older[TP_PATH_MAX + 4];
  assert_true(tp_session_end_turn(s));
  save_as(s, "Mine");
  save_as(s, "Mine");
  tp_session_close(s);
  snprintf(path, sizeof path, "%s", in_folder("Mine.json"));
  snprintf(older, sizeof older, "%s.1", path);
  assert_true(tp_files_exists(older));
  assert_true(tp_saves_delete(path, &error));
  assert_false(tp_files_exists(path) || tp_files_exists(older));
  assert_false(tp_saves_delete(path, &error));
  assert_true(error.text[0] != '\0');
}

/* --- leftovers --- */

static void what_a_killed_program_left_is_removed_and_nothing_else(void **state) {
  (void)state;
  static const char *const gone[] = {"a.json.part-AbC123", "a.json.XyZ789"};
  static const char *const stay[] = {"a.json",        "a.json.1",
                                     "a.json.backup", "a.json.part-AbC12",
                                     "a.txt.AbC123",  "a.json.part-being"};
  put_text(gone[0], "{\"thirdpole\": \"save\"}");
  put_text(gone[1], "{\"thirdpole\": \"sa");
  for (size_t i = 0; i < sizeof stay / sizeof *stay; i++)
    put_text(stay[i], "{}");
  put_text("b.json.AbCdEf", ""); /* just made: it may be about to be written */
  tp_saves_tidy(folder);
  for (size_t i = 0; i < sizeof gone / sizeof *gone; i++)
    assert_false(tp_files_exists(in_folder(gone[i])));
  for (size_t i = 0; i < sizeof stay / sizeof *stay; i++)
    if (!tp_files_exists(in_folder(stay[i])))
      fail_msg("%s is gone", stay[i]);
  assert_true(tp_files_exists(in_folder("b.json.AbCdEf")));
}

/* Another program that is still writing holds a lock on its file. */
static void what_is_being_written_stays(void **state) {
  (void)state;
  int ready[2], done[2];
  char byte = 'x', path[300];
  snprintf(path, sizeof path, "%s", in_folder("c.json.part-AbC123"));
  write_text(path, "{");
  assert_int_equal(pipe(ready) | pipe(done), 0);
  pid_t writer = fork();
  assert_true(writer >= 0);
  if (writer == 0) {
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    int file = open(path, O_RDWR);
    close(done[1]);
    int locked = file >= 0 && fcntl(file, F_SETLK, &lock) == 0;
    if (write(ready[1], &byte, 1) != 1 || read(done[0], &byte, 1) < 0)
      locked = 0;
    _exit(!locked);
  }
  close(done[0]);
  assert_int_equal(read(ready[0], &byte, 1), 1);
  tp_saves_tidy(folder);
  assert_true(tp_files_exists(path));
  close(done[1]);
  int status;
  assert_int_equal(waitpid(writer, &status, 0), writer);
  assert_int_equal(status, 0);
  tp_saves_tidy(folder);
  assert_false(tp_files_exists(path));
  close(ready[0]);
  close(ready[1]);
}

/* Killed at any moment of a write, a game goes on with what was written before, or after. */
static void killed_at_any_moment_nothing_is_lost(void **state) {
  (void)state;
  char own[100];
  int count;
  snprintf(own, sizeof own, "%s/killed", folder);
  struct tp_session *s = open_tiny(own);
  char path[TP_PATH_MAX];
  snprintf(path, sizeof path, "%s", tp_session_autosave_path(s));
  assert_true(tp_session_end_turn(s));
  int played = 1;
  for (int i = 0; i < 12; i++) {
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
      for (struct tp_problems problems = {0};;)
        tp_session_save(s, path, &problems);
    nanosleep(&(struct timespec){.tv_nsec = 500000 + 1700000 * i}, NULL);
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    struct tp_session *again = load(path, "");
    assert_int_equal(tp_session_turn(again), played);
    tp_session_close(again);
  }
  tp_saves_tidy(own);
  char **left = tp_files_list(own, "", &count);
  for (int i = 0; i < count; i++) { /* those without a byte are given a minute */
    char made[200];
    struct stat status;
    snprintf(made, sizeof made, "%s/%s", own, left[i]);
    if (strstr(left[i], ".part-") && stat(made, &status) == 0 && status.st_size == 0)
      unlink(made);
    free(left[i]);
  }
  free(left);
  left = tp_files_list(own, "", &count);
  for (int i = 0; i < count; i++) {
    if (strstr(left[i], ".part-"))
      fail_msg("%s is left", left[i]);
    free(left[i]);
  }
  free(left);
  tp_session_close(s);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(orders_and_answers_come_back_with_a_save),
      cmocka_unit_test(a_game_that_is_left_keeps_its_orders),
      cmocka_unit_test(without_autosave_nothing_is_written),
      cmocka_unit_test(a_save_without_the_newer_parts_still_loads),
      cmocka_unit_test(saves_are_listed_with_name_date_turn_and_chart),
      cmocka_unit_test(a_folder_is_made_for_the_first_save),
      cmocka_unit_test(a_name_that_no_file_can_have_is_refused),
      cmocka_unit_test(a_deleted_save_is_gone_with_those_before_it),
      cmocka_unit_test(what_a_killed_program_left_is_removed_and_nothing_else),
      cmocka_unit_test(what_is_being_written_stays),
      cmocka_unit_test(killed_at_any_moment_nothing_is_lost),
  };
  return cmocka_run_group_tests_name("session/saves", tests, open_folder, close_folder);
}
