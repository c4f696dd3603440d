/* The first game in the terminal, by somebody who types what the hints say and nothing else. */
#include "typed.h"

enum { LINES_MAX = 80, LINE = 200 };

/* All that was typed so far is typed again: the game is the same, and what comes last is new. */
static char *play(char typed[][LINE], int count) {
  char input[LINES_MAX * LINE] = "";
  for (int i = 0; i < count; i++)
    strcat(strcat(input, typed[i]), "\n");
  struct heard heard = type_with(
      (struct tp_text_options){
          .session = {.scenario = "first-steps", .policy = "reflex", .folder = "", .seed = 4},
          .rollouts = 5},
      input);
  assert_int_equal(heard.status, 0);
  free(heard.err);
  return heard.out;
}

/* What the last lines tell to type: up to a comma; "end" when they tell nothing. */
static void read_hint(const char *heard, char line[LINE]) {
  static const char word[] = "Now type: ";
  const char *last = NULL, *from = heard, *prompt = heard;
  for (const char *p = heard; (p = strstr(p, "\n> ")) != NULL; p++) {
    from = prompt;
    prompt = p;
  }
  for (const char *p = from; (p = strstr(p, word)) != NULL; p++)
    last = p;
  if (last)
    snprintf(line, LINE, "%.*s", (int)strcspn(last + strlen(word), ",\n"), last + strlen(word));
  else
    snprintf(line, LINE, "end");
}

static void what_is_typed_as_told_wins(void **state) {
  (void)state;
  static char typed[LINES_MAX][LINE];
  int count = 0;
  char *heard = play(typed, 0);
  while (!strstr(heard, "The game is over")) {
    assert_true(count < LINES_MAX);
    read_hint(heard, typed[count++]);
    free(heard);
    heard = play(typed, count);
    if (strstr(heard, "Refused:") || strstr(heard, "is no command"))
      fail_msg("what a hint said to type was not understood: %s", typed[count - 1]);
  }
  assert_non_null(strstr(heard, "The game is over: victory."));
  free(heard);
}

static int count_of(const char *heard, const char *words) {
  int count = 0;
  for (const char *p = heard; (p = strstr(p, words)) != NULL; p++)
    count++;
  return count;
}

static void hints_come_once_and_can_be_sent_away(void **state) {
  (void)state;
  char waits[][LINE] = {"look", "actions"}, off[][LINE] = {"hints off", "goals"},
       again[][LINE] = {"hints", "hints off", "goals", "hints on"};
  char *heard = play(waits, 2);
  assert_int_equal(count_of(heard, "Hint: What wins."), 1);
  free(heard);
  heard = play(off, 2);
  assert_int_equal(count_of(heard, "Hint: What you can spend."), 0);
  free(heard);
  heard = play(again, 4);
  assert_int_equal(count_of(heard, "Hint: What wins."), 2);
  assert_int_equal(count_of(heard, "Hint: What you can spend."), 1);
  free(heard);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_is_typed_as_told_wins),
      cmocka_unit_test(hints_come_once_and_can_be_sent_away),
  };
  return cmocka_run_group_tests(tests, speak_english, NULL);
}
