/* Reading says what is wrong; writing never loses what was there. */
#include "sample.h"

#include "data/folders.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <signal.h>

static void put(const char *name, const char *bytes, size_t length) {
  FILE *file = fopen(in_folder(name), "wb");
  assert_non_null(file);
  assert_int_equal(fwrite(bytes, 1, length, file), length);
  fclose(file);
}

static void unreadable(const char *name, const char *why) {
  struct tp_file_error error;
  size_t length;
  assert_null(tp_files_read(in_folder(name), &length, &error));
  if (!strstr(error.text, why))
    fail_msg("%s: %s", name, error.text);
}

static void holds(const char *name, const char *wanted) {
  struct tp_file_error error;
  size_t length;
  char *text = tp_files_read(in_folder(name), &length, &error);
  assert_non_null(text);
  assert_string_equal(text, wanted);
  assert_int_equal(length, strlen(wanted));
  free(text);
}

static void what_cannot_be_read(void **state) {
  (void)state;
  unreadable("missing", "cannot be read: No such file");
  unreadable(".", "is a folder, not a file");
  put("latin", "caf\xe9", 4);
  unreadable("latin", "is not text in UTF-8 (byte 4 is wrong: 0xe9, perhaps Latin-1)");
  put("wide", "\xff\xfe{\0}\0", 6);
  unreadable("wide", "is not text in UTF-8 but in UTF-16; save it as UTF-8");
  put("nul", "a\0b", 3);
  unreadable("nul", "is not text: byte 2 is NUL");
  put("overlong", "\xc0\xaf", 2);
  unreadable("overlong", "is not text in UTF-8");
  put("surrogate", "\xed\xa0\x80", 3);
  unreadable("surrogate", "is not text in UTF-8");
  put("cut", "\xf0\x9f\x98", 3);
  unreadable("cut", "is not text in UTF-8");
}

static void the_place_of_a_wrong_byte(void **state) {
  (void)state;
  struct tp_file_error error;
  size_t length;
  put("latin", "one\nd\xc3\xa9j\xe0", 9);
  assert_null(tp_files_read(in_folder("latin"), &length, &error));
  assert_int_equal(error.line, 2);
  assert_int_equal(error.column, 4);
  put("latin", "one\rtwo\r\nd\xe0", 11); /* lines of all kinds */
  assert_null(tp_files_read(in_folder("latin"), &length, &error));
  assert_int_equal(error.line, 3);
  assert_int_equal(error.column, 2);
}

static void a_pipe_without_a_writer_is_not_waited_for(void **state) {
  (void)state;
  assert_int_equal(mkfifo(in_folder("silent"), 0600), 0);
  unreadable("silent", "is a pipe that nobody writes into");
  unlink(in_folder("silent"));
}

static void size_is_limited(void **state) {
  (void)state;
  char *big = malloc(TP_FILE_MAX + 1);
  size_t length = 0;
  memset(big, 'x', TP_FILE_MAX + 1);
  put("big", big, TP_FILE_MAX + 1);
  unreadable("big", "is larger than 8 MB");
  put("big", big, TP_FILE_MAX);
  char *text = tp_files_read(in_folder("big"), &length, NULL);
  assert_non_null(text);
  assert_int_equal(length, TP_FILE_MAX);
  free(text);
  free(big);
}

static void the_last_three_are_kept(void **state) {
  (void)state;
  static const char *const versions[] = {"one", "two", "three", "four"};
  for (int i = 0; i < 4; i++)
    assert_true(tp_files_write(in_folder("save"), versions[i], strlen(versions[i]), 3, NULL));
  holds("save", "four");
  holds("save.1", "three");
  holds("save.2", "two");
  unreadable("save.3", "No such file");
}

static void a_full_disk_leaves_the_old_file(void **state) {
  (void)state;
  struct tp_file_error error;
  struct rlimit before, tiny;
  char text[5000];
  int count;
  assert_true(tp_files_write(in_folder("kept"), "old", 3, 1, NULL));
  memset(text, 'x', sizeof text);
  getrlimit(RLIMIT_FSIZE, &before);
  tiny = before;
  tiny.rlim_cur = 1000;
  signal(SIGXFSZ, SIG_IGN);
  setrlimit(RLIMIT_FSIZE, &tiny);
  int written = tp_files_write(in_folder("kept"), text, sizeof text, 1, &error);
  setrlimit(RLIMIT_FSIZE, &before);
  assert_false(written);
  assert_non_null(strstr(error.text, "cannot be written: File too large"));
  holds("kept", "old");
  char **names = tp_files_list(folder, "", &count);
  for (int i = 0; i < count; i++) {
    assert_null(strstr(names[i], "kept.")); /* no remains of the attempt */
    free(names[i]);
  }
  free(names);
}

static void what_cannot_be_written(void **state) {
  (void)state;
  struct tp_file_error error;
  assert_false(tp_files_write(in_folder("no/such/folder"), "x", 1, 1, &error));
  assert_non_null(strstr(error.text, "cannot be written: No such file"));
  mkdir(in_folder("folder"), 0700);
  assert_false(tp_files_write(in_folder("folder"), "x", 1, 1, &error));
  assert_non_null(strstr(error.text, "cannot be written"));
  rmdir(in_folder("folder"));
}

static void a_device_is_written_to_and_stays_one(void **state) {
  (void)state;
  struct tp_file_error error;
  struct stat status;
  char got[8] = "";
  assert_int_equal(mkfifo(in_folder("pipe"), 0600), 0);
  int pipe = open(in_folder("pipe"), O_RDWR);
  assert_true(pipe >= 0);
  assert_true(tp_files_may_write(in_folder("pipe"), &error));
  assert_true(tp_files_write(in_folder("pipe"), "word", 4, 1, &error));
  assert_int_equal(read(pipe, got, sizeof got), 4);
  assert_string_equal(got, "word");
  assert_int_equal(lstat(in_folder("pipe"), &status), 0);
  assert_true(S_ISFIFO(status.st_mode));
  close(pipe);
  unlink(in_folder("pipe"));
}

static void a_link_stays_and_leads_to_the_new_text(void **state) {
  (void)state;
  struct tp_file_error error;
  struct stat status;
  put("far", "old", 3);
  assert_int_equal(symlink("far", in_folder("link")), 0);
  assert_true(tp_files_write(in_folder("link"), "new", 3, 1, &error));
  holds("far", "new");
  assert_int_equal(lstat(in_folder("link"), &status), 0);
  assert_true(S_ISLNK(status.st_mode));
  assert_int_equal(symlink("round", in_folder("round")), 0);
  assert_false(tp_files_write(in_folder("round"), "new", 3, 1, &error));
  assert_non_null(strstr(error.text, "links without an end"));
}

static void whether_it_can_be_written_is_known_before(void **state) {
  (void)state;
  struct tp_file_error error;
  assert_true(tp_files_may_write(in_folder("not-yet"), &error));
  unreadable("not-yet", "No such file");
  assert_false(tp_files_may_write(in_folder("no/such/folder"), &error));
  assert_false(tp_files_may_write(in_folder(""), &error));
  assert_non_null(strstr(error.text, "it is a folder"));
}

static void folders_are_made_with_those_above(void **state) {
  (void)state;
  struct tp_file_error error;
  char path[400];
  strcpy(path, in_folder("a/b/c"));
  assert_true(tp_files_make_folder(path, &error));
  assert_true(tp_files_make_folder(path, &error));
  assert_int_equal(access(path, F_OK), 0);
  put("plain", "x", 1);
  assert_false(tp_files_make_folder(in_folder("plain"), &error));
  rmdir(path);
  rmdir(in_folder("a/b"));
  rmdir(in_folder("a"));
}

static void data_is_searched_in_order(void **state) {
  (void)state;
  char path[TP_PATH_MAX], roots[TP_ROOTS_MAX][TP_PATH_MAX];
  setenv("THIRDPOLE_DATA", folder, 1);
  put("mine", "x", 1);
  assert_true(tp_folders_find("mine", path));
  assert_string_equal(path, in_folder("mine"));
  assert_true(tp_folders_roots(roots) >= 2);
  assert_string_equal(roots[0], folder);
  assert_string_equal(roots[1], ".");
  unsetenv("THIRDPOLE_DATA");
  assert_false(tp_folders_find("mine", path));
  assert_true(tp_folders_find("scenarios/base.json", path));
  assert_string_equal(path, "scenarios/base.json");
  setenv("XDG_DATA_HOME", "/data", 1);
  assert_true(tp_folders_user(path));
  assert_string_equal(path, "/data/thirdpole");
}

static void text_that_grows(void **state) {
  (void)state;
  struct tp_text text = {0};
  for (int i = 0; i < 1000; i++)
    tp_text_print(&text, "%d,", i % 10);
  assert_int_equal(text.length, 2000);
  assert_int_equal(strlen(text.data), 2000);
  tp_text_free(&text);
  struct tp_arena *arena = tp_arena_create();
  char *big = tp_arena_take(arena, 1 << 20);
  assert_int_equal(big[(1 << 20) - 1], 0);
  assert_string_equal(tp_arena_print(arena, "%s-%d", "a", 7), "a-7");
  tp_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_cannot_be_read),
      cmocka_unit_test(the_place_of_a_wrong_byte),
      cmocka_unit_test(a_pipe_without_a_writer_is_not_waited_for),
      cmocka_unit_test(size_is_limited),
      cmocka_unit_test(the_last_three_are_kept),
      cmocka_unit_test(a_full_disk_leaves_the_old_file),
      cmocka_unit_test(what_cannot_be_written),
      cmocka_unit_test(a_device_is_written_to_and_stays_one),
      cmocka_unit_test(a_link_stays_and_leads_to_the_new_text),
      cmocka_unit_test(whether_it_can_be_written_is_known_before),
      cmocka_unit_test(folders_are_made_with_those_above),
      cmocka_unit_test(data_is_searched_in_order),
      cmocka_unit_test(text_that_grows),
  };
  return cmocka_run_group_tests(tests, open_folder, close_folder);
}
