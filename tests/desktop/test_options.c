/* The command line, and scripts that are not understood. */
#include "stage.h"

#include "desktop/program/options.h"
#include "desktop/program/script.h"

#include <stdlib.h>
#include <unistd.h>

static char why[300];

static bool given(struct tp_options *o, const char *first, const char *second) {
  char program[] = "thirdpole", one[100] = "", two[100] = "";
  char *argv[] = {program, one, two, NULL};
  snprintf(one, sizeof one, "%s", first);
  snprintf(two, sizeof two, "%s", second ? second : "");
  return tp_options_read(second ? 3 : 2, argv, o, why, sizeof why);
}

static void what_is_given_is_taken(void **state) {
  struct tp_options o;
  (void)state;
  assert_true(given(&o, "--size", "1920x1080"));
  assert_int_equal(o.width, 1920);
  assert_int_equal(o.height, 1080);
  assert_true(given(&o, "--scale=1.5", "rapprochement-2018"));
  assert_float_equal(o.scale, 1.5F, 0.0);
  assert_true(given(&o, "--seed", "18446744073709551615"));
  assert_true(o.seeded && o.seed == UINT64_MAX);
  assert_true(given(&o, "--theme", "contrast"));
  assert_int_equal(o.theme, TP_THEME_CONTRAST);
  assert_true(given(&o, "--fullscreen", "--help"));
  assert_true(o.fullscreen && o.help);
}

static void what_is_wrong_is_named(void **state) {
  static const char *const wrong[][2] = {
      {"--frobnicate", NULL},   {"--seed", NULL},         {"--seed", "-1"},
      {"--seed", "x"},          {"--size", "12"},         {"--size", "0x0"},
      {"--size", "1280x720x3"}, {"--scale", "0"},         {"--scale", "nan"},
      {"--theme", "neon"},      {"one", "two"},           {"--seed", "99999999999999999999"},
      {"--text", "--script=a"}, {"one", "--load=a.json"}, {"--screenshot", NULL}};
  struct tp_options o;
  (void)state;
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    if (given(&o, wrong[i][0], wrong[i][1]))
      fail_msg("taken: %s %s", wrong[i][0], wrong[i][1] ? wrong[i][1] : "");
    assert_true(why[0] != '\0');
  }
}

static void broken_scripts_are_refused_with_their_line(void **state) {
  static const struct {
    const char *text, *message;
  } scripts[] = {{"dance\n", ":1: unknown command"},   {"\n# no\nclick\n", ":3: click: words"},
                 {"key hyper\n", ":1: no such key"},   {"move 1\n", ":1: move: a number"},
                 {"wait 1 2\n", ":1: not understood"}, {"repeat 2\nwait 1\n", ":1: the block"},
                 {"end\n", ":1: end without"}};
  char path[] = "/tmp/thirdpole-script-XXXXXX", error[400];
  int file = mkstemp(path);
  (void)state;
  assert_true(file >= 0);
  close(file);
  for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) {
    FILE *out = fopen(path, "w");
    assert_non_null(out);
    fputs(scripts[i].text, out);
    fclose(out);
    assert_null(tp_ui_script_open(path, error, sizeof error));
    if (!strstr(error, scripts[i].message))
      fail_msg("%s: said %s", scripts[i].text, error);
  }
  remove(path);
  assert_null(tp_ui_script_open(path, error, sizeof error));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_is_given_is_taken),
      cmocka_unit_test(what_is_wrong_is_named),
      cmocka_unit_test(broken_scripts_are_refused_with_their_line),
  };
  return cmocka_run_group_tests_name("desktop/options", tests, NULL, NULL);
}
