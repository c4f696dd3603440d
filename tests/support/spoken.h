/* The words of the game, for tests that look at them. Includes cmocka before. */
#ifndef TP_TESTS_SPOKEN_H
#define TP_TESTS_SPOKEN_H

#include "session/phrases.h"

#include <stdio.h>

/* Speaks a language from now on, in which nothing may be wrong. */
static inline void speak(const char *code) {
  struct tp_problems problems = {0};
  int spoken = tp_phrases_speak(code, &problems);
  tp_problems_write(&problems, stderr);
  assert_int_equal(problems.count, 0);
  assert_true(spoken);
  tp_problems_free(&problems);
}

/* The same in English, as set-up of a group of tests. */
static inline int speak_english(void **state) {
  (void)state;
  speak("en");
  return 0;
}

#endif
