/* The player's settings: kept as they were set; what is broken is told, stood in for, and not lost.
 */
#include "folder.h"

#include "data/settings.h"

static char path[200];

static int set_up(void **state) {
  open_folder(state);
  snprintf(path, sizeof path, "%s/config/settings.json", folder);
  return 0;
}

static struct tp_settings read_back(int faults) {
  struct tp_settings s;
  struct tp_problems problems = {0};
  tp_settings_read(path, &s, &problems);
  if (problems.count != faults)
    tp_problems_write(&problems, stderr);
  assert_int_equal(problems.count, faults);
  tp_problems_free(&problems);
  return s;
}

static void expect_usual(const struct tp_settings *s) {
  assert_string_equal(s->language, "");
  assert_string_equal(s->theme, "light");
  assert_true(s->scale == 0.0);
  assert_true(s->motion && s->hints && s->advisors && s->autosave && !s->fullscreen);
  assert_int_equal(s->bound_count, 0);
}

static void without_a_file_they_are_the_usual_ones(void **state) {
  (void)state;
  struct tp_settings s = read_back(0);
  expect_usual(&s);
  tp_settings_free(&s);
}

static void what_was_set_is_there_the_next_time(void **state) {
  (void)state;
  struct tp_file_error error;
  struct tp_settings s;
  tp_settings_usual(&s);
  strcpy(s.language, "fr");
  strcpy(s.theme, "dark");
  s.scale = 1.25;
  s.motion = s.autosave = 0;
  s.fullscreen = 1;
  s.width = 1440;
  s.height = 810;
  struct tp_bound *bound = tp_settings_bind(&s, "undo");
  strcpy(bound->keys[bound->count++], "ctrl-u");
  strcpy(bound->keys[bound->count++], "pad-x");
  tp_settings_bind(&s, "save"); /* on no key */
  strcpy(s.mods, "long-winter+other");
  assert_true(tp_settings_write(path, &s, &error));
  tp_settings_free(&s);
  s = read_back(0);
  assert_string_equal(s.language, "fr");
  assert_string_equal(s.theme, "dark");
  assert_true(s.scale == 1.25);
  assert_true(!s.motion && !s.autosave && s.fullscreen && s.hints);
  assert_int_equal(s.width, 1440);
  assert_int_equal(s.height, 810);
  assert_int_equal(s.bound_count, 2);
  const struct tp_bound *undo = tp_settings_bound(&s, "undo");
  assert_int_equal(undo->count, 2);
  assert_string_equal(undo->keys[1], "pad-x");
  assert_int_equal(tp_settings_bound(&s, "save")->count, 0);
  assert_string_equal(s.mods, "long-winter+other");
  tp_settings_unbind(&s, "undo");
  assert_null(tp_settings_bound(&s, "undo"));
  tp_settings_free(&s);
}

static void each_fault_is_told_with_its_place(void **state) {
  (void)state;
  write_text(path,
             "{\n  \"theme\": \"neon\",\n  \"scale\": 9,\n  \"motion\": 1,\n"
             "  \"keys\": { \"undo\": \"u\" },\n  \"language\": \"xx\",\n  \"hints\": false,\n"
             "  \"mods\": [\"ok\", \"Not an id\"],\n  \"window\": [1440, 8.5]\n}\n");
  struct tp_settings s;
  struct tp_problems problems = {0};
  tp_settings_read(path, &s, &problems);
  assert_int_equal(problems.count, 7);
  assert_int_equal(problems.list[0].line, 2);
  assert_string_equal(problems.list[0].pointer, "/theme");
  assert_string_equal(problems.list[0].message, "light, dark or contrast is expected");
  assert_int_equal(problems.list[3].line, 5);
  assert_string_equal(problems.list[3].pointer, "/keys/undo");
  assert_string_equal(problems.list[5].pointer, "/mods/1");
  assert_string_equal(problems.list[6].pointer, "/window");
  tp_problems_free(&problems);
  assert_string_equal(s.theme, "light");
  assert_string_equal(s.mods, "");
  assert_true(s.scale == 0.0 && s.motion && s.language[0] == '\0' && s.width == 0);
  assert_int_equal(s.hints, 0); /* what is right counts */
  tp_settings_free(&s);
}

static void what_is_not_known_stays_in_the_file(void **state) {
  (void)state;
  struct tp_file_error error;
  write_text(path, "{ \"theme\": \"dark\", \"colour of the sky\": { \"r\": [1, 2.5] } }");
  struct tp_problems problems = {0};
  struct tp_settings s;
  tp_settings_read(path, &s, &problems);
  assert_int_equal(problems.count, 1);
  assert_int_equal(problems.list[0].column, 20);
  tp_problems_free(&problems);
  s.hints = 0;
  assert_true(tp_settings_write(path, &s, &error));
  tp_settings_free(&s);
  s = read_back(1);
  assert_string_equal(s.theme, "dark");
  assert_int_equal(s.hints, 0);
  tp_settings_free(&s);
  char *text = read_text(path);
  assert_non_null(strstr(text, "colour of the sky"));
  assert_non_null(strstr(text, "2.5"));
  free(text);
}

static void a_broken_file_is_kept_beside_the_new_one(void **state) {
  (void)state;
  struct tp_file_error error;
  char old[220];
  static const char *const broken[] = {"{ \"theme\": \"dark\",", "[1, 2]", "", "{\"theme\": 3}"};
  for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
    write_text(path, broken[i]);
    struct tp_settings s = read_back(1);
    expect_usual(&s);
    assert_true(tp_settings_write(path, &s, &error));
    tp_settings_free(&s);
    snprintf(old, sizeof old, "%s.1", path);
    char *text = read_text(old);
    assert_string_equal(text, broken[i]);
    free(text);
    s = read_back(0);
    tp_settings_free(&s);
  }
}

static void what_cannot_be_written_is_told_and_the_old_file_stays(void **state) {
  (void)state;
  struct tp_file_error error = {.text = ""};
  struct tp_settings s;
  tp_settings_usual(&s);
  assert_false(tp_settings_write("/proc/no-such-folder/settings.json", &s, &error));
  assert_true(error.text[0] != '\0');
  tp_settings_free(&s);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(without_a_file_they_are_the_usual_ones),
      cmocka_unit_test(what_was_set_is_there_the_next_time),
      cmocka_unit_test(each_fault_is_told_with_its_place),
      cmocka_unit_test(what_is_not_known_stays_in_the_file),
      cmocka_unit_test(a_broken_file_is_kept_beside_the_new_one),
      cmocka_unit_test(what_cannot_be_written_is_told_and_the_old_file_stays),
  };
  return cmocka_run_group_tests_name("data/settings", tests, set_up, close_folder);
}
