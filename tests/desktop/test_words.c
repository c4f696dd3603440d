/* Every word that the code asks for is in every language, and nothing else is: no key is missing,
 * none is left over, and each has the places to fill that the code fills. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "desktop/words.h"
#include "session/pages/pages.h"
#include "session/wording.h"
#include "spoken.h"
#include "text/words.h"

#include <string.h>

enum { WANTED_MAX = 2000 };

struct wanted {
  char key[120];
  int places; /* -1: it is not filled in, and has none */
};

static struct wanted list[WANTED_MAX];
static int count;

static void want(const char *key, int places) {
  assert_true(count < WANTED_MAX);
  for (int i = 0; i < count; i++)
    if (strcmp(list[i].key, key) == 0)
      fail_msg("two words have the key %s", key);
  snprintf(list[count].key, sizeof list[count].key, "%s", key);
  list[count++].places = places;
}

static void to_key(char *name) {
  for (char *p = name; *p; p++)
    *p = *p == '_' ? '-' : *p >= 'A' && *p <= 'Z' ? (char)(*p - 'A' + 'a') : *p;
}

static void want_variables(enum tp_scope scope, const char *name) {
  int variables;
  const struct tp_variable *v = tp_variables_on(scope, &variables);
  for (int i = 0; i < variables; i++) {
    char key[120];
    snprintf(key, sizeof key, "variable.%s.%s.name", name, v[i].name);
    to_key(key);
    want(key, 0);
    snprintf(key, sizeof key, "variable.%s.%s.meaning", name, v[i].name);
    to_key(key);
    want(key, 0);
  }
}

static void want_guides(void) {
  static const struct {
    const char *key;
    int paragraphs;
  } guides[] = {
#define GUIDE(ID, key, paragraphs) {key, paragraphs},
      TP_GUIDE_PAGES(GUIDE)
#undef GUIDE
  };
  for (int i = 0; i < TP_GUIDES; i++) {
    char key[120];
    snprintf(key, sizeof key, "guide.%s.title", guides[i].key);
    want(key, 0);
    for (int k = 1; k <= guides[i].paragraphs; k++) {
      snprintf(key, sizeof key, "guide.%s.%d", guides[i].key, k);
      want(key, 0);
    }
  }
}

static void want_rules(void) {
  int rules;
  const struct tp_coefficient *known = tp_coefficients(&rules);
  for (int i = 0; i < rules; i++) {
    char key[120];
    snprintf(key, sizeof key, "rule.%s", known[i].name);
    to_key(key);
    want(key, 0);
  }
}

/* All that the program can ask for, from the tables it asks by. */
static int gather(void **state) {
  (void)state;
#define WANT(ID, key, places) want(key, places);
  TP_PHRASES(WANT)
  TP_WORDS(WANT)
  TP_TEXTS(WANT)
#undef WANT
#define WANT(ID, name)                                                                             \
  want("text.do-" name ".name", 0);                                                                \
  want("text.do-" name ".usage", 0);                                                               \
  want("text.do-" name ".help", 0);
  TP_TEXT_COMMANDS(WANT)
#undef WANT
#define WANT(ID, text)                                                                             \
  {                                                                                                \
    char key[] = "cause." #ID;                                                                     \
    to_key(key);                                                                                   \
    want(key, 0);                                                                                  \
  }
  TP_CAUSES(WANT)
#undef WANT
  want_variables(TP_ON_ACTOR, "actor");
  want_variables(TP_ON_VIEW, "view");
  want_variables(TP_ON_TIE, "tie");
  want_variables(TP_ON_CLAIM, "claim");
  want_variables(TP_ON_WORLD, "world");
  want("language.name", 0);
  for (int i = 0; i < 4 * TP_MECHANISMS; i++) {
    static const char *const parts[] = {"title", "claim", "model", "basis"};
    char key[120];
    snprintf(key, sizeof key, "mechanism.%d.%s", i / 4 + 1, parts[i % 4]);
    want(key, 0);
  }
  want_guides();
  want_rules();
  return 0;
}

static int is_wanted(const char *key) {
  for (int i = 0; i < count; i++)
    if (strcmp(list[i].key, key) == 0)
      return 1;
  return 0;
}

static struct tp_language *load(const char *code, const struct tp_language *reference) {
  struct tp_problems problems = {0};
  struct tp_language *l = tp_language_load(code, reference, &problems);
  tp_problems_write(&problems, stderr);
  assert_int_equal(problems.count, 0);
  assert_non_null(l);
  tp_problems_free(&problems);
  return l;
}

static void english_has_what_is_asked_for_and_nothing_else(void **state) {
  (void)state;
  struct tp_language *english = load("en", NULL);
  int wrong = 0;
  for (int i = 0; i < count; i++) {
    const char *text = tp_language_text(english, list[i].key);
    if (!text || !text[0])
      print_error("en.json: %s is missing\n", list[i].key), wrong++;
    else if (tp_language_places(text) != (1U << list[i].places) - 1)
      print_error("en.json: %s has not the places {1} to {%d}\n", list[i].key, list[i].places),
          wrong++;
  }
  for (int i = 0; i < tp_language_count(english); i++)
    if (!is_wanted(tp_language_key(english, i)))
      print_error("en.json: nothing asks for %s\n", tp_language_key(english, i)), wrong++;
  assert_int_equal(wrong, 0);
  tp_language_free(english);
}

/* The loader holds the others against English. */
static void every_other_language_agrees_with_it(void **state) {
  (void)state;
  char codes[TP_LANGUAGES_MAX][TP_LANGUAGE_CODE_MAX];
  int languages = tp_language_list(codes);
  struct tp_language *english = load("en", NULL);
  assert_true(languages >= 2);
  for (int i = 0; i < languages; i++) {
    struct tp_language *other = load(codes[i], english);
    assert_int_equal(tp_language_count(other), tp_language_count(english));
    tp_language_free(other);
  }
  tp_language_free(english);
}

static void expect_same(const struct tp_language *english, const char *key, const char *wanted) {
  char text[300];
  snprintf(text, sizeof text, "%s", tp_language_text(english, key));
  assert_string_equal(tp_phrase_capital(text), wanted);
}

/* The tables of the core describe the model to who works on it; players read en.json. */
static void english_says_what_the_tables_of_the_core_say(void **state) {
  (void)state;
  struct tp_language *english = load("en", NULL);
  static const char *const scopes[] = {"actor", "view", "tie", "claim", "world"};
  for (int scope = 0; scope < 5; scope++) {
    int variables;
    const struct tp_variable *v = tp_variables_on((enum tp_scope)scope, &variables);
    for (int i = 0; i < variables; i++) {
      char key[120];
      snprintf(key, sizeof key, "variable.%s.%s.name", scopes[scope], v[i].name);
      to_key(key);
      expect_same(english, key, v[i].title);
      snprintf(key, sizeof key, "variable.%s.%s.meaning", scopes[scope], v[i].name);
      to_key(key);
      expect_same(english, key, v[i].meaning);
    }
  }
#define SAME(ID, text)                                                                             \
  {                                                                                                \
    char key[] = "cause." #ID;                                                                     \
    to_key(key);                                                                                   \
    assert_string_equal(tp_language_text(english, key), text);                                     \
  }
  TP_CAUSES(SAME)
#undef SAME
  int rules;
  const struct tp_coefficient *known = tp_coefficients(&rules);
  for (int i = 0; i < rules; i++) {
    char key[120];
    snprintf(key, sizeof key, "rule.%s", known[i].name);
    to_key(key);
    assert_string_equal(tp_language_text(english, key), known[i].meaning);
  }
  tp_language_free(english);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(english_has_what_is_asked_for_and_nothing_else),
      cmocka_unit_test(every_other_language_agrees_with_it),
      cmocka_unit_test(english_says_what_the_tables_of_the_core_say),
  };
  return cmocka_run_group_tests_name("desktop/words", tests, gather, NULL);
}
