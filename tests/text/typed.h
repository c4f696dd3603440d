/* Somebody who types into the terminal, and listens. */
#ifndef TP_TESTS_TYPED_H
#define TP_TESTS_TYPED_H

#include "folder.h"
#include "spoken.h"

#include "text/play.h"

struct heard {
  char *out, *err;
  int status;
};

/* Types `input` and listens; forget what was heard. */
static inline struct heard type_with(struct tp_text_options options, const char *input) {
  struct heard heard = {0};
  size_t out_size, err_size, length = strlen(input);
  FILE *in = tmpfile();
  assert_non_null(in);
  assert_int_equal(fwrite(input, 1, length, in), length);
  rewind(in);
  options.in = in;
  options.out = open_memstream(&heard.out, &out_size);
  options.err = open_memstream(&heard.err, &err_size);
  heard.status = tp_text_play(&options);
  fclose(options.out);
  fclose(options.err);
  fclose(in);
  return heard;
}

/* ... into a game of the tiny world that saves in the folder. */
static inline struct tp_text_options tiny_game(void) {
  return (struct tp_text_options){.session = {.scenario = "tests/support/tiny.json",
                                              .policy = "reflex",
                                              .folder = folder,
                                              .seed = 1},
                                  .rollouts = 10};
}

static inline struct heard type(const char *input) {
  return type_with(tiny_game(), input);
}

static inline void forget(struct heard heard) {
  free(heard.out);
  free(heard.err);
}

/* What is heard contains `answer`. */
static inline void expect_of(struct tp_text_options options, const char *input,
                             const char *answer) {
  struct heard heard = type_with(options, input);
  if (!strstr(heard.out, answer))
    fail_msg("typed:\n%s\nexpected: %s\nheard:\n%s", input, answer, heard.out);
  assert_int_equal(heard.status, 0);
  forget(heard);
}

static inline void expect(const char *input, const char *answer) {
  expect_of(tiny_game(), input, answer);
}

/* cmocka set-up of a group: English, and a folder for the saves. */
static inline int take_a_seat(void **state) {
  speak("en");
  return open_folder(state);
}

#endif
