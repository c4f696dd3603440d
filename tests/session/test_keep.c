/* Saves: a game goes on as if it had never been away, and nothing is lost when a disk fails. */
#include "opened.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

static void play(struct tp_session *s, int turns) {
  for (int i = 0; i < turns; i++) {
    tp_session_act(s, action_called(s, tp_session_turn(s) % 2 ? "forge" : "gift"));
    assert_true(tp_session_end_turn(s));
  }
}

static struct tp_session *load(const char *path, const char *saves) {
  struct tp_problems problems = {0};
  struct tp_session_options options = {.folder = saves};
  struct tp_session *s = tp_session_load(path, &options, &problems);
  tp_problems_write(&problems, stderr);
  tp_problems_free(&problems);
  return s;
}

static int save(struct tp_session *s, const char *path) {
  struct tp_problems problems = {0};
  int saved = tp_session_save(s, path, &problems);
  assert_int_equal(problems.count, !saved);
  tp_problems_free(&problems);
  return saved;
}

static int is_there(const char *path, const char *ending) {
  char whole[TP_PATH_MAX + 8];
  struct stat status;
  snprintf(whole, sizeof whole, "%s%s", path, ending);
  return stat(whole, &status) == 0;
}

static void a_saved_game_goes_on_as_the_played_one(void **state) {
  (void)state;
  char path[128];
  snprintf(path, sizeof path, "%s/mine.json", folder);
  struct tp_session *s = open_tiny("");
  play(s, 4);
  assert_true(save(s, path));
  struct tp_session *again = load(path, "");
  assert_non_null(again);
  assert_string_equal(tp_session_notice(again), "");
  assert_true(hash_of(again) == hash_of(s));
  play(s, 5);
  play(again, 5);
  assert_true(hash_of(again) == hash_of(s));
  assert_int_equal(tp_session_check_replay(again, NULL), TP_NONE);
  tp_session_close(s);
  tp_session_close(again);
}

static void history_comes_back_with_a_save(void **state) {
  (void)state;
  char path[128];
  snprintf(path, sizeof path, "%s/mine.json", folder);
  struct tp_session *s = open_tiny("");
  play(s, 3);
  assert_true(save(s, path));
  struct tp_session *again = load(path, "");
  for (int turn = 1; turn <= 3; turn++) {
    int was, is;
    tp_session_ledger(s, turn, &was);
    tp_session_ledger(again, turn, &is);
    assert_int_equal(was, is);
    tp_session_headlines(s, turn, &was);
    tp_session_headlines(again, turn, &is);
    assert_int_equal(was, is);
  }
  tp_session_close(s);
  tp_session_close(again);
}

static void the_last_three_autosaves_are_kept(void **state) {
  (void)state;
  char inner[100], latest[TP_PATH_MAX];
  snprintf(inner, sizeof inner, "%s/new/saves", folder);
  struct tp_session *s = open_tiny(inner);
  const char *path = tp_session_autosave_path(s);
  assert_false(tp_session_is_saved(s));
  play(s, 5);
  assert_true(tp_session_is_saved(s));
  assert_true(is_there(path, ""));
  assert_true(is_there(path, ".1"));
  assert_true(is_there(path, ".2"));
  assert_false(is_there(path, ".3"));
  assert_true(tp_session_latest_save(inner, latest, sizeof latest));
  assert_string_equal(latest, path);
  for (int age = 0; age < 3; age++) {
    char older[TP_PATH_MAX + 8];
    snprintf(older, sizeof older, age ? "%s.%d" : "%s", path, age);
    struct tp_session *again = load(older, "");
    assert_non_null(again);
    assert_int_equal(tp_session_turn(again), 5 - age);
    tp_session_close(again);
  }
  tp_session_close(s);
}

static int turns_in(const char *path) {
  struct tp_session *s = load(path, "");
  assert_non_null(s);
  int turns = tp_session_turn(s);
  tp_session_close(s);
  return turns;
}

static void a_new_game_takes_no_other_games_place(void **state) {
  (void)state;
  char first[TP_PATH_MAX];
  struct tp_session *s = open_tiny(folder);
  snprintf(first, sizeof first, "%s", tp_session_autosave_path(s));
  play(s, 5);
  tp_session_close(s);
  for (int game = 0; game < 3; game++) {
    s = open_tiny(folder); /* the same scenario and seed */
    assert_string_not_equal(tp_session_autosave_path(s), first);
    play(s, 4);
    tp_session_close(s);
  }
  assert_int_equal(turns_in(first), 5);
}

static void a_loaded_autosave_goes_on_where_it_was(void **state) {
  (void)state;
  char first[TP_PATH_MAX], mine[128];
  struct tp_session *s = open_tiny(folder);
  snprintf(first, sizeof first, "%s", tp_session_autosave_path(s));
  snprintf(mine, sizeof mine, "%s/mine.json", folder);
  play(s, 2);
  assert_true(save(s, mine));
  play(s, 4);
  tp_session_close(s);
  s = load(first, folder);
  assert_string_equal(tp_session_autosave_path(s), first);
  tp_session_close(s);
  s = load(mine, folder); /* an earlier state: another game from here on */
  assert_string_not_equal(tp_session_autosave_path(s), first);
  play(s, 3);
  tp_session_close(s);
  assert_int_equal(turns_in(first), 6);
  assert_int_equal(turns_in(mine), 2);
}

static void a_folder_that_cannot_be_written_loses_nothing(void **state) {
  (void)state;
  struct tp_session *s = open_tiny("/proc/no-such-folder"), *free_one = open_tiny("");
  play(s, 2);
  play(free_one, 2);
  assert_non_null(strstr(tp_session_notice(s), "could not be saved"));
  assert_false(tp_session_is_saved(s));
  assert_true(hash_of(s) == hash_of(free_one));
  play(s, 1);
  assert_int_equal(tp_session_turn(s), 3);
  tp_session_close(s);
  tp_session_close(free_one);
}

static void a_read_only_folder_is_reported(void **state) {
  (void)state;
  if (geteuid() == 0)
    skip(); /* nothing is read-only for root */
  char path[128];
  snprintf(path, sizeof path, "%s/mine.json", folder);
  assert_int_equal(chmod(folder, 0555), 0);
  struct tp_session *s = open_tiny(folder);
  play(s, 1);
  assert_non_null(strstr(tp_session_notice(s), "could not be saved"));
  assert_false(save(s, path));
  tp_session_close(s);
}

static void devices_and_folders_are_not_overwritten(void **state) {
  (void)state;
  struct stat status;
  struct tp_session *s = open_tiny("");
  assert_false(save(s, "/dev/full"));
  assert_false(save(s, "/dev/null"));
  assert_false(save(s, folder));
  assert_int_equal(stat("/dev/full", &status), 0);
  assert_true(S_ISCHR(status.st_mode));
  assert_int_equal(stat(folder, &status), 0);
  assert_true(S_ISDIR(status.st_mode));
  tp_session_close(s);
}

/* A limit on the size of files stops a write in its middle, as a full disk does. */
static void a_full_disk_leaves_the_old_save(void **state) {
  (void)state;
  char path[TP_PATH_MAX];
  struct rlimit usual, full;
  struct tp_session *s = open_tiny(folder);
  snprintf(path, sizeof path, "%s", tp_session_autosave_path(s));
  play(s, 1);
  assert_int_equal(getrlimit(RLIMIT_FSIZE, &usual), 0);
  full = usual;
  full.rlim_cur = 1000;
  signal(SIGXFSZ, SIG_IGN);
  assert_int_equal(setrlimit(RLIMIT_FSIZE, &full), 0);
  play(s, 1);
  int saved = save(s, path);
  assert_int_equal(setrlimit(RLIMIT_FSIZE, &usual), 0);
  assert_false(saved);
  assert_non_null(strstr(tp_session_notice(s), "could not be saved"));
  struct tp_session *old = load(path, "");
  assert_non_null(old);
  assert_int_equal(tp_session_turn(old), 1);
  play(s, 1);
  assert_string_equal(tp_session_notice(s), "");
  tp_session_close(old);
  tp_session_close(s);
}

static void what_is_no_save_is_refused_with_a_reason(void **state) {
  (void)state;
  static const char *const texts[] = {"", "{", "[]", "{\"thirdpole\": \"save\"}", "\xff\xfe", "{}"};
  char path[128];
  snprintf(path, sizeof path, "%s/bad.json", folder);
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    struct tp_problems problems = {0};
    struct tp_session_options options = {.folder = ""};
    write_text(path, texts[i]);
    assert_null(tp_session_load(path, &options, &problems));
    assert_true(problems.count > 0);
    tp_problems_free(&problems);
  }
}

static void a_file_that_is_no_save_is_not_replaced(void **state) {
  (void)state;
  char path[128];
  snprintf(path, sizeof path, "%s/notes.txt", folder);
  struct tp_session *s = open_tiny("");
  write_text(path, "precious");
  assert_false(save(s, path));
  char *text = read_text(path);
  assert_string_equal(text, "precious");
  free(text);
  assert_false(is_there(path, ".1"));
  write_text(path, "");
  assert_true(save(s, path));
  assert_true(save(s, path));
  tp_session_close(s);
}

static void a_turn_played_differently_goes_on_from_the_snapshot(void **state) {
  (void)state;
  char path[128], hash[32];
  snprintf(path, sizeof path, "%s/mine.json", folder);
  struct tp_session *s = open_tiny("");
  play(s, 4);
  assert_true(save(s, path));
  const struct tp_world *third = tp_session_world_at(s, 3);
  snprintf(hash, sizeof hash, "%016llx",
           (unsigned long long)tp_world_hash(tp_session_rules(s), third));
  replace_text(path, hash, "0123456789abcdef");
  struct tp_session *again = load(path, "");
  assert_non_null(again);
  assert_non_null(strstr(tp_session_notice(again), "turn 3"));
  assert_int_equal(tp_session_turn(again), 4);
  assert_true(hash_of(again) == hash_of(s));
  assert_non_null(tp_session_world_at(again, 2));
  assert_null(tp_session_world_at(again, 3));
  assert_int_equal(tp_session_check_replay(again, NULL), 3);
  play(again, 2);
  assert_true(save(again, path));
  tp_session_close(again);
  tp_session_close(s);
}

static void a_game_of_bare_rules_cannot_be_saved(void **state) {
  (void)state;
  struct tp_session *s = open_tiny("");
  struct tp_problems problems = {0};
  struct tp_session_options options = {.policy = "idle", .seed = 3};
  struct tp_session *bare = tp_session_start_rules(tp_session_rules(s), &options, &problems);
  assert_non_null(bare);
  assert_true(tp_session_end_turn(bare));
  assert_string_equal(tp_session_notice(bare), "");
  assert_false(save(bare, "/tmp/thirdpole-never-written.json"));
  tp_session_close(bare);
  tp_session_close(s);
}

static void a_scenario_is_read_again_while_it_is_played(void **state) {
  (void)state;
  char path[128];
  snprintf(path, sizeof path, "%s/edited.json", folder);
  char *text = read_text("tests/support/tiny.json");
  write_text(path, text);
  free(text);
  struct tp_problems problems = {0};
  struct tp_session *s = open_game(
      (struct tp_session_options){.scenario = path, .policy = "reflex", .folder = "", .seed = 1});
  play(s, 3);
  tp_session_act(s, action_called(s, "gift"));
  struct tp_session *same = tp_session_reload(s, &problems);
  assert_non_null(same);
  assert_true(hash_of(same) == hash_of(s));
  assert_true(tp_session_has_ordered(same, action_called(same, "gift")));
  tp_session_close(same);
  assert_false(tp_session_edited(s));
  replace_text(path, "Build forges", "Build plants");
  assert_true(tp_session_edited(s));
  assert_false(tp_session_edited(s)); /* it has been said */
  struct tp_session *other = tp_session_reload(s, &problems);
  assert_non_null(other);
  assert_int_equal(tp_session_turn(other), 3);
  const struct tp_rules *r = tp_session_rules(other);
  assert_string_equal(r->actions[action_called(other, "forge")].words.title, "Build plants");
  tp_session_close(other);
  replace_text(path, "\"turns\": 12", "\"turns\": x2");
  assert_null(tp_session_reload(s, &problems));
  assert_true(problems.count > 0);
  tp_problems_free(&problems);
  assert_true(tp_session_end_turn(s));
  tp_session_close(s);
}

#define STORY(story) cmocka_unit_test_setup_teardown(story, open_folder, close_folder)

int main(void) {
  const struct CMUnitTest tests[] = {
      STORY(a_saved_game_goes_on_as_the_played_one),
      STORY(history_comes_back_with_a_save),
      STORY(the_last_three_autosaves_are_kept),
      STORY(a_new_game_takes_no_other_games_place),
      STORY(a_loaded_autosave_goes_on_where_it_was),
      STORY(a_folder_that_cannot_be_written_loses_nothing),
      STORY(a_read_only_folder_is_reported),
      STORY(devices_and_folders_are_not_overwritten),
      STORY(a_full_disk_leaves_the_old_save),
      STORY(what_is_no_save_is_refused_with_a_reason),
      STORY(a_file_that_is_no_save_is_not_replaced),
      STORY(a_turn_played_differently_goes_on_from_the_snapshot),
      STORY(a_scenario_is_read_again_while_it_is_played),
      STORY(a_game_of_bare_rules_cannot_be_saved),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
