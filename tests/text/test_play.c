/* The text game, played from scripts of what somebody typed. */
#include "typed.h"

static void the_board_is_read_out(void **state) {
  (void)state;
  struct heard heard = type("");
  assert_non_null(strstr(heard.out, "Two Rivers\n"));
  assert_non_null(strstr(heard.out, "1900 Q1, turn 1 of 12."));
  assert_non_null(strstr(heard.out, "The Crown: narrative: "));
  assert_non_null(strstr(heard.out, "goal at most 20"));
  assert_non_null(strstr(heard.out, "Goodbye."));
  assert_null(strchr(heard.out, '\033'));
  assert_null(strchr(heard.out, '\t'));
  assert_string_equal(heard.err, "");
  forget(heard);
}

static void actions_have_numbers_costs_votes_and_reasons(void **state) {
  (void)state;
  expect("actions\n", "1. Build forges. Costs 4 bn, 3 political capital, 1 attention, 3 turns. "
                      "Vote: qualified majority, ");
  expect("do 1\nactions all\n", "1. Build forges. Not now: already ordered this turn.");
  expect("actions economy\n", "Economy:\n3. A gift to Vale.");
  expect("actions information\n", "No such action may be ordered now.");
  expect("about gift\n", "at once: Vale: weight of promises +30");
}

/* Without "Refused:", which stands where an order could not be given. */
static void a_vote_that_will_be_lost_is_told_when_it_is_ordered(void **state) {
  (void)state;
  expect("do pact\n", "As it stands: unanimity, would fail: ");
  expect("do pact\n",
         "Refused, it still costs 5 political capital, 1 attention, though not the 1 bn. "
         "It may be asked again in 2 turns. Type undo to take it back.");
  expect("do pact\norders\n", "Order 1: Sign the pact (1 bn, 5 political capital, 1 attention).\n"
                              "  Vote: unanimity, would fail: ");
}

static void orders_are_given_and_taken_back(void **state) {
  (void)state;
  expect("do 3\norders\n", "Order 1: A gift to Vale (3 bn, 1 political capital, 1 attention).");
  expect("do gift vale\ndo gift vale\n", "Refused: already ordered this turn.");
  expect("do 3\nundo\n", "No orders are given yet this turn.");
  expect("do 3\nundo\nredo\n", "Order 1: A gift to Vale");
  expect("do 3\ndrop 1\n", "Taken back.");
  expect("undo\n", "There is nothing to undo this turn.");
  expect("do 3\nquit\n", "The orders of this turn are kept with it.");
}

static void the_encyclopaedia_is_read(void **state) {
  (void)state;
  expect("read", "Mechanisms: 14");
  expect("read mechanisms", "  Trade crosses the divide");
  expect("read trade crosses", "What the article says");
  expect("read forge", "Cost: ");
  expect("read stabil", "Which of these?");
  expect("read xyzzy", "No page has “xyzzy” in its name.");
}

static void advisors_say_what_matters_and_what_would_help(void **state) {
  (void)state;
  expect("advice\n", "The smith, Forges: Nobody gives the word.\nCommand, at 30, is the weakest");
  expect("advice\n", "  Would help: A gift to Vale (Vale +15 towards a yes).");
}

static void nonsense_gets_an_answer(void **state) {
  (void)state;
  expect("dance\n", "“dance” is no command. Type help for the list. Nothing was done.");
  expect("do\n", "Which action?");
  expect("do 0\n", "There is no action number 0; they go from 1 to 3.");
  expect("do 99999999999999999999\n", "There is no action number 99999999999999999999");
  expect("do -1\n", "You have no action called “-1”.");
  expect("do everything\n", "You have no action called “everything”.");
  expect("drop 5\n", "Which order?");
  expect("drop x\n", "Which order?");
  expect("answer 1\n", "No decision waits for you.");
  expect("crisis hold\n", "There is no crisis.");
  expect("why\n", "Of what?");
  expect("why nonsense\n", "Nothing is called “nonsense”.");
  expect("load\n", "Which one?");
  expect("help dance\n", "“dance” is no command.");
  expect("actions dance\n", "“dance” is no theme. There are: Defence, Diplomacy");
  expect("load /no/such/file\n", "Not loaded; the game goes on as it was.");
  expect("save /no/such/folder/file\n", "Not saved; the game goes on.");
  expect("save /dev/full\n", "Not saved; the game goes on.");
  expect("forecast levy\n", "You have no action called “levy”.");
  expect("%s%n%d\n", "is no command");
  expect("\x01\x02 look \x7f\n", "turn 1 of 12");
  expect("\n   \n\t\nLOOK\n", "turn 1 of 12");
  expect("do gift", "Ordered: A gift to Vale.");
}

static void a_line_too_long_is_dropped_whole(void **state) {
  (void)state;
  char input[3000];
  memset(input, 'x', sizeof input);
  strcpy(input + 2000, "\ndo 3\n");
  struct heard heard = type(input);
  assert_non_null(strstr(heard.out, "That line is too long"));
  assert_non_null(strstr(heard.out, "Ordered: A gift to Vale."));
  assert_null(strstr(heard.out, "no command"));
  forget(heard);
}

static void causes_add_up_in_words(void **state) {
  (void)state;
  expect("do 3\nend\nwhy vale.promised\n",
         "Vale: weight of promises: 1900 Q1, from 0.00 to 25.50.");
  expect("do 3\nend\nwhy vale.promised\n", "+30.00: A gift to Vale");
  expect("end\nshow crown mil\n", "The Crown: military strength: ");
  expect("end\nwhy the crown: narrative\n", "> The Crown: narrative strength: ");
  expect("show European autonomy\n", "> The League: defence autonomy: ");
  expect("why stability\n", "could be any of these; give more words:");
  expect("end\nshow crown\n", "\nAt 0: The Crown: ");
  expect("show crown.stability\n", "How firmly the regime or government holds");
}

static void forecasts_are_read_out(void **state) {
  (void)state;
  expect("forecast 1\n", "“Build forges” in 8 turns, from 10 imagined games");
  expect("forecast 1\n", "The League: defence autonomy: now ");
  expect("do 1\ndo 3\nforecast 2\n",
         "This is as if you could pay for it, but it needs 1 more attention.");
}

static void a_decision_is_answered(void **state) {
  (void)state;
  const char *wait = "end\nend\nend\n";
  char input[200];
  snprintf(input, sizeof input, "%sanswer 2\norders\n", wait);
  expect(input, "Answer 2: Refuse him\n");
  expect(input, "Answered: Refuse him.");
  expect(input, "Order 1: on “An envoy”: Refuse him.");
  snprintf(input, sizeof input, "%sanswer 1 2\nend\n", wait);
  expect(input, "The League on “An envoy”: Refuse him.");
  snprintf(input, sizeof input, "%sanswer 3\n", wait);
  expect(input, "Refused: needs a date after 1902 Q4");
  snprintf(input, sizeof input, "%sanswer 9\n", wait);
  expect(input, "Refused: there is no such choice.");
  snprintf(input, sizeof input, "%sanswer 65537\n", wait); /* 1, in sixteen bits */
  expect(input, "Refused: there is no such choice.");
  snprintf(input, sizeof input, "%sforecast answer 2\n", wait);
  expect(input, "“Refuse him” in 8 turns, from 10 imagined games");
  snprintf(input, sizeof input, "%sforecast answer 9\n", wait);
  expect(input, "Refused: there is no such choice.");
  snprintf(input, sizeof input, "%sanswer 9 1\nanswer\nanswer x\n", wait);
  expect(input, "Type answer and the number of an answer");
}

static void a_whole_game_is_played_to_its_end(void **state) {
  (void)state;
  char input[4000] = "help\ngoals\n";
  for (int turn = 0; turn < 12; turn++)
    strcat(input, "actions\ndo 3\ndo 1\nanswer 1\ncrisis hold\nheadlines\nlook\nend\n");
  strcat(input, "end\ndo 3\nwhy crown.narrative\ngoals\n");
  struct heard heard = type(input);
  assert_int_equal(heard.status, 0);
  assert_non_null(strstr(heard.out, "turn 12 of 12"));
  assert_non_null(strstr(heard.out, "The game is over: "));
  assert_non_null(strstr(heard.out, "Score: "));
  assert_non_null(strstr(heard.out, "Finish the canal: "));
  assert_non_null(strstr(heard.out, "Refused: the game is over."));
  assert_non_null(strstr(heard.out, "The game is over. You may still ask why"));
  assert_non_null(strstr(heard.out, "The game is saved in "));
  struct heard again = type(input);
  assert_memory_equal(heard.out, again.out,
                      (size_t)(strstr(heard.out, "The game is saved in ") - heard.out));
  forget(heard);
  forget(again);
}

static void the_shipped_game_is_played_to_its_end(void **state) {
  (void)state;
  char input[6000] = "actions all\n";
  struct tp_text_options options = {.session = {.policy = "reflex", .folder = "", .seed = 4},
                                    .rollouts = 5};
  for (int turn = 0; turn < 40; turn++)
    strcat(input, "do visas\nforecast depots\nanswer 1\ncrisis hold\nwhy russia.narrative\nend\n");
  struct heard heard = type_with(options, input);
  assert_string_equal(heard.err, "");
  assert_int_equal(heard.status, 0);
  assert_non_null(strstr(heard.out, "The game is over: "));
  forget(heard);
}

static void a_game_that_cannot_start_says_why(void **state) {
  (void)state;
  struct tp_text_options options = tiny_game();
  options.session.scenario = "no-such-scenario";
  struct heard heard = type_with(options, "");
  assert_int_equal(heard.status, 1);
  assert_non_null(strstr(heard.err, "no-such-scenario"));
  forget(heard);
}

static void output_that_cannot_be_written_is_an_error(void **state) {
  (void)state;
  struct tp_text_options options = tiny_game();
  FILE *full = fopen("/dev/full", "w");
  char *err = NULL;
  size_t size;
  if (!full)
    skip();
  options.in = tmpfile();
  options.out = full;
  options.err = open_memstream(&err, &size);
  fputs("end\nend\n", options.in);
  rewind(options.in);
  assert_int_equal(tp_text_play(&options), TP_TEXT_FILES);
  fclose(options.err);
  fclose(options.in);
  fclose(full);
  assert_non_null(strstr(err, "could not be written"));
  free(err);
}

static void what_a_command_does_not_take_is_refused(void **state) {
  (void)state;
  struct heard heard = type("end now\n");
  assert_non_null(strstr(heard.out, "end takes nothing after it, and “now” was not understood."));
  assert_null(strstr(heard.out, "turn 2 of 12"));
  forget(heard);
  expect("undo 2\n", "undo takes nothing after it");
  expect("do 3\ndrop 1 2\n", "Which order?");
  expect("hints maybe\n", "“maybe” was not understood. Type: hints [on|off].");
  heard = type("quit please\nlook\n");
  assert_non_null(strstr(heard.out, "quit takes nothing after it"));
  forget(heard);
}

/* From a change to what it comes from, a turn back, and home again. */
static void causes_are_asked_on(void **state) {
  (void)state;
  const char *two = "end\nend\n";
  char input[300];
  snprintf(input, sizeof input, "%swhy crown.narrative\nwhy 1\n", two);
  struct heard heard = type(input);
  const char *asked = strstr(heard.out, "The Crown: narrative strength: 1900 Q2, from");
  assert_non_null(asked);
  assert_non_null(strstr(asked, "\n  1. "));
  assert_non_null(strstr(asked, "Type why back to come back to the Crown: narrative strength."));
  forget(heard);
  snprintf(input, sizeof input, "%swhy crown.narrative\nwhy before\n", two);
  expect(input, "The Crown: narrative strength: 1900 Q1, from");
  snprintf(input, sizeof input, "%swhy crown.narrative\nwhy before\nwhy before\n", two);
  expect(input, "No turn was played before that.");
  snprintf(input, sizeof input, "%swhy crown.narrative\nwhy 1\nwhy back\nwhy back\n", two);
  expect(input, "There is nothing to go back to.");
  expect("why 1\n", "There is nothing to go back to.");
  expect("end\nwhy crown.narrative\nwhy 99\n", "There is no such line to ask on.");
  expect("do 3\nend\nwhy vale.promised\nwhy 1\n", "\n> A gift to Vale\n(Action)");
}

/* From a line of an explanation to the page that tells how it works. */
static void a_line_has_a_page(void **state) {
  (void)state;
  expect("do 3\nend\nwhy vale.promised\nread 1\n", "\n> A gift to Vale\n(Action)");
  expect("do 3\nend\nend\nwhy vale.promised\nread 1\n", "\n> How a number moves\n");
  expect("read 99\n", "No page has “99” in its name.");
}

static void another_language_is_spoken_in_mid_game(void **state) {
  (void)state;
  struct heard heard = type("do 3\nlanguage fr\nregarder\nordres\nlook\nlangue en\nlook\n");
  const char *french = strstr(heard.out, "Désormais en français.");
  assert_non_null(french);
  assert_non_null(strstr(french, "tour 1 sur 12"));
  assert_non_null(strstr(french, "Ordre 1"));
  const char *english = strstr(french, "From now on in English.");
  assert_non_null(english);
  assert_non_null(strstr(english, "turn 1 of 12"));
  forget(heard);
  expect("language\n", "The language is English. There are: en, fr.");
  expect("language xx\n", "There is no language “xx”.");
  expect("language ../en\n", "There is no language “../en”.");
}

/* Everybody can read the same at the end: the course of the gauges, and what marked it. */
static void the_end_is_told_in_full(void **state) {
  (void)state;
  char input[400] = "";
  for (int turn = 0; turn < 12; turn++)
    strcat(input, "end\n");
  struct heard heard = type(input);
  const char *over = strstr(heard.out, "The game is over: ");
  assert_non_null(over);
  assert_non_null(strstr(over, "The Crown: narrative: 53.3 at the start, "));
  assert_non_null(strstr(over, "Cohesion of the Union: "));
  forget(heard);
}

static void bytes_that_are_no_text_do_no_harm(void **state) {
  (void)state;
  expect("save \xff\xfe\xc3\nlook\n", "turn 1 of 12");
  expect("\xc3\x28\n", "is no command");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_board_is_read_out),
      cmocka_unit_test(actions_have_numbers_costs_votes_and_reasons),
      cmocka_unit_test(a_vote_that_will_be_lost_is_told_when_it_is_ordered),
      cmocka_unit_test(orders_are_given_and_taken_back),
      cmocka_unit_test(the_encyclopaedia_is_read),
      cmocka_unit_test(advisors_say_what_matters_and_what_would_help),
      cmocka_unit_test(nonsense_gets_an_answer),
      cmocka_unit_test(a_line_too_long_is_dropped_whole),
      cmocka_unit_test(causes_add_up_in_words),
      cmocka_unit_test(forecasts_are_read_out),
      cmocka_unit_test(a_decision_is_answered),
      cmocka_unit_test(a_whole_game_is_played_to_its_end),
      cmocka_unit_test(the_shipped_game_is_played_to_its_end),
      cmocka_unit_test(a_game_that_cannot_start_says_why),
      cmocka_unit_test(output_that_cannot_be_written_is_an_error),
      cmocka_unit_test(what_a_command_does_not_take_is_refused),
      cmocka_unit_test(causes_are_asked_on),
      cmocka_unit_test(a_line_has_a_page),
      cmocka_unit_test(another_language_is_spoken_in_mid_game),
      cmocka_unit_test(the_end_is_told_in_full),
      cmocka_unit_test(bytes_that_are_no_text_do_no_harm),
  };
  return cmocka_run_group_tests(tests, take_a_seat, close_folder);
}
