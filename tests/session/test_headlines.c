/* Headlines for facts planted one by one. */
#include "opened.h"

static struct tp_session *s;
static const struct tp_rules *r;
static struct tp_headline list[TP_HEADLINES_MAX];

static int open_session(void **state) {
  (void)state;
  s = open_tiny("");
  r = tp_session_rules(s);
  return 0;
}

static int close_session(void **state) {
  (void)state;
  tp_session_close(s);
  return 0;
}

static int actor(const char *id) {
  for (int i = 0; i < r->actor_count; i++)
    if (strcmp(r->actors[i].words.id, id) == 0)
      return i;
  fail_msg("no actor %s", id);
  return -1;
}

static int event(const char *id) {
  for (int i = 0; i < r->event_count; i++)
    if (strcmp(r->events[i].words.id, id) == 0)
      return i;
  fail_msg("no event %s", id);
  return -1;
}

/* The headlines of a turn in which nothing moved and these facts happened. */
static int headlines(const struct tp_fact *facts, int count) {
  const double *v = tp_session_world(s)->v;
  struct tp_happened still = {.before = v, .after = v, .facts = facts, .fact_count = count};
  return tp_headlines_write(r, &still, list);
}

static void expect(enum tp_fact_kind kind, int a, int b, int c, const char *text) {
  struct tp_fact fact = {
      .kind = (int16_t)kind, .a = (int16_t)a, .b = (int16_t)b, .c = (int16_t)c, .x = 0.5};
  assert_int_equal(headlines(&fact, 1), 1);
  assert_string_equal(list[0].text, text);
  assert_true(list[0].importance > 0 && list[0].importance <= 100);
}

static void each_fact_makes_its_headline(void **state) {
  (void)state;
  int league = actor("league"), crown = actor("crown"), aegis = actor("aegis");
  int forge = action_called(s, "forge"), levy = action_called(s, "levy");
  expect(TP_FACT_ACTION_STARTED, league, forge, 0, "The League: “Build forges” begins.");
  expect(TP_FACT_ACTION_STARTED, crown, levy, 0, "The Crown: “Raise a levy” is carried out.");
  expect(TP_FACT_ACTION_ENDED, league, forge, 0, "The League: “Build forges” is complete.");
  expect(TP_FACT_VOTE_PASSED, league, forge, 0, "The council agrees to “Build forges”.");
  expect(TP_FACT_VOTE_FAILED, league, forge, 0, "The council refuses “Build forges”.");
  expect(TP_FACT_EVENT, event("flood"), -1, 0, "The river floods.");
  expect(TP_FACT_EVENT, event("envoy"), league, 0, "An envoy. A decision waits.");
  expect(TP_FACT_DECIDED, league, event("envoy"), 1, "The League on “An envoy”: Refuse him.");
  expect(TP_FACT_DECIDED, -1, event("envoy"), 0, "“An envoy”: Receive him.");
  expect(TP_FACT_CRISIS_OPENED, crown, league, 0, "Crisis: The Crown challenges the League.");
  expect(TP_FACT_CRISIS_MOVED, crown, TP_ESCALATE, 2,
         "In the crisis, the Crown chose to escalate.");
  expect(TP_FACT_CRISIS_ENDED, crown, league, 3,
         "The crisis ends at the step “ultimatum”: The Crown backs down before the League.");
  expect(TP_FACT_CRISIS_ENDED, -1, -1, 1,
         "The crisis ends at the step “incident”, with no one the winner.");
  expect(TP_FACT_OBJECTIVE, 0, 1, 0, "Objective met: Finish the canal.");
  expect(TP_FACT_OBJECTIVE, 0, 0, 0, "Objective no longer met: Finish the canal.");
  expect(TP_FACT_ENDING, 0, 0, 0, "Victory: The story falls silent.");
  assert_true(list[0].importance == 100);
  assert_int_equal(list[0].good, 1);
  char text[200];
  snprintf(text, sizeof text, "%s stands by the League.", r->actors[aegis].words.title);
  expect(TP_FACT_GUARANTEE, aegis, league, 1, text);
  snprintf(text, sizeof text, "%s does not stand by the League.", r->actors[aegis].words.title);
  expect(TP_FACT_GUARANTEE, aegis, league, 0, text);
}

static void a_step_on_the_ladder_names_both(void **state) {
  (void)state;
  int tie = tp_rules_tie(r, actor("crown"), actor("jade"));
  char text[200];
  snprintf(text, sizeof text, "%s and %s draw closer: from alignment to entente.",
           r->actors[r->ties[tie].a].words.title, r->actors[r->ties[tie].b].words.title);
  expect(TP_FACT_STATUS, tie, 1, 2, text);
  assert_int_equal(list[0].good, -1);
  assert_int_equal(list[0].slot, tp_tie_slot(r, tie, TP_STATUS));
}

static void a_wedge_replaces_the_start_of_its_action(void **state) {
  (void)state;
  int crown = actor("crown"), whisper = action_called(s, "whisper");
  struct tp_fact facts[] = {
      {.kind = TP_FACT_ACTION_STARTED, .a = (int16_t)crown, .b = (int16_t)whisper},
      {.kind = TP_FACT_WEDGE, .a = (int16_t)crown, .b = (int16_t)whisper, .c = 1, .x = 0.4}};
  assert_int_equal(headlines(facts, 2), 1);
  assert_non_null(strstr(list[0].text, "opens a crack between"));
  facts[1].c = 0;
  assert_int_equal(headlines(facts, 2), 1);
  assert_non_null(strstr(list[0].text, "fails to part"));
}

static void a_lost_vote_names_who_was_against(void **state) {
  (void)state;
  int pact = action_called(s, "pact");
  struct tp_fact facts[] = {
      {.kind = TP_FACT_VOTED, .a = (int16_t)actor("isle"), .b = (int16_t)pact, .c = TP_FOR},
      {.kind = TP_FACT_VOTED, .a = (int16_t)actor("vale"), .b = (int16_t)pact, .c = TP_AGAINST},
      {.kind = TP_FACT_VOTE_FAILED, .a = (int16_t)actor("league"), .b = (int16_t)pact}};
  assert_int_equal(headlines(facts, 3), 1);
  assert_string_equal(list[0].text, "The council refuses “Sign the pact”. Against: Vale.");
  assert_int_equal(list[0].good, -1);
}

/* --- what moved --- */

/* A turn before which all stood as at the start; slots are moved by their rows. */
static double before[TP_SLOTS_MAX], after[TP_SLOTS_MAX], travelled[TP_SLOTS_MAX];
static struct tp_row rows[16];
static struct tp_happened turn;

static void begin_turn(void) {
  size_t size = (size_t)r->slot_count * sizeof *before;
  memcpy(before, tp_session_world(s)->v, size);
  memcpy(after, before, size);
  turn = (struct tp_happened){.before = before, .after = after, .rows = rows};
}

static void move(const char *address, double delta, enum tp_cause cause, int source, int which) {
  int slot = slot_called(s, address);
  after[slot] += delta;
  rows[turn.row_count++] =
      (struct tp_row){(int16_t)slot, (int16_t)source, (int16_t)cause, (int16_t)which, delta};
}

static int headlines_of_turn(void) {
  return tp_headlines_write(r, &turn, list);
}

static void the_largest_changes_come_with_their_main_cause(void **state) {
  (void)state;
  begin_turn();
  before[slot_called(s, "crown.prosperity")] = after[slot_called(s, "crown.prosperity")] = 50;
  move("crown.prosperity", -1, TP_CAUSE_GROWTH_SHOCK, -1, -1);
  move("crown.prosperity", -8, TP_CAUSE_ACTION, -1, action_called(s, "levy"));
  move("crown.prosperity", 2, TP_CAUSE_SETTLING, -1, -1);
  move("jade.stability", 0.5, TP_CAUSE_GROWTH_SHOCK, -1, -1); /* too little for a headline */
  assert_int_equal(headlines_of_turn(), 1);
  assert_string_equal(list[0].text,
                      "The Crown: prosperity down by 7 to 43. Mainly: action “Raise a levy”.");
  assert_int_equal(list[0].slot, slot_called(s, "crown.prosperity"));
  assert_int_equal(list[0].actor, actor("crown"));
}

static void what_the_game_is_about_makes_news_sooner(void **state) {
  (void)state;
  begin_turn();
  move("jade.prosperity", -4, TP_CAUSE_GROWTH_SHOCK, -1, -1);   /* far away */
  move("league.prosperity", -4, TP_CAUSE_GROWTH_SHOCK, -1, -1); /* at home */
  move("world.tension", 4, TP_CAUSE_EVENT, -1, event("flood")); /* what an objective asks for */
  assert_int_equal(headlines_of_turn(), 2);
  assert_int_equal(list[0].slot, slot_called(s, "world.tension"));
  assert_int_equal(list[1].slot, slot_called(s, "league.prosperity"));
  assert_int_equal(list[0].good, -1);
  assert_int_equal(list[1].good, 0); /* nothing asks for it */
}

static void going_back_to_where_it_rests_is_no_news(void **state) {
  (void)state;
  begin_turn();
  move("vale.promised", -20, TP_CAUSE_SETTLING, -1, -1);
  move("world.tension", -9, TP_CAUSE_SETTLING, -1, -1);
  move("world.tension", 1, TP_CAUSE_EVENT, -1, event("flood"));
  assert_int_equal(headlines_of_turn(), 0);
  move("world.tension", -4, TP_CAUSE_EVENT, -1, event("flood"));
  assert_int_equal(headlines_of_turn(), 1);
}

/* Neither is it in what is computed from others; what is news there has its cause behind them. */
static void what_is_computed_is_followed_back(void **state) {
  (void)state;
  int industry = slot_called(s, "league.industry");
  begin_turn();
  move("league.industry", -6, TP_CAUSE_SETTLING, -1, -1);
  move("league.autonomy", -4, TP_CAUSE_PILLAR, industry, -1);
  assert_int_equal(headlines_of_turn(), 0);
  begin_turn();
  move("league.industry", 6, TP_CAUSE_ACTION, -1, action_called(s, "forge"));
  move("league.autonomy", 4, TP_CAUSE_PILLAR, industry, -1);
  assert_int_equal(headlines_of_turn(), 2);
  assert_int_equal(list[0].slot, slot_called(s, "league.autonomy"));
  assert_non_null(strstr(list[0].text, "Mainly: action “Build forges”."));
}

/* Unless something asks for it. */
static void what_stands_between_is_not_told(void **state) {
  (void)state;
  begin_turn();
  move("league-crown.durable", 5, TP_CAUSE_FROM_PEOPLE, -1, -1);
  assert_int_equal(headlines_of_turn(), 0);
  move("league-crown.cohesion", 5, TP_CAUSE_FROM_PEOPLE, slot_called(s, "league-crown.durable"),
       -1);
  assert_int_equal(headlines_of_turn(), 1);
}

static void what_moves_in_any_turn_has_to_move_more(void **state) {
  (void)state;
  begin_turn();
  move("world.tension", 4, TP_CAUSE_EVENT, -1, event("flood"));
  turn.travelled = travelled;
  turn.turns_before = 10;
  assert_int_equal(headlines_of_turn(), 1);
  travelled[slot_called(s, "world.tension")] = 50;
  assert_int_equal(headlines_of_turn(), 0);
  travelled[slot_called(s, "world.tension")] = 0;
}

/* An ally's withdrawal leads, not what the player did for a start. */
static void what_was_done_weighs_by_what_it_did(void **state) {
  (void)state;
  struct tp_fact facts[] = {{.kind = TP_FACT_ACTION_STARTED,
                             .a = (int16_t)actor("league"),
                             .b = (int16_t)action_called(s, "forge")},
                            {.kind = TP_FACT_ACTION_STARTED,
                             .a = (int16_t)actor("crown"),
                             .b = (int16_t)action_called(s, "levy")}};
  begin_turn();
  turn.facts = facts;
  turn.fact_count = 2;
  move("league.industry", 1, TP_CAUSE_ACTION, -1, action_called(s, "forge"));
  move("league>aegis.presence", -8, TP_CAUSE_ACTION, -1, action_called(s, "levy"));
  move("world.tension", 6, TP_CAUSE_ACTION, -1, action_called(s, "levy"));
  (void)headlines_of_turn();
  assert_int_equal(list[0].which, action_called(s, "levy"));
  assert_int_equal(list[0].good, -1); /* the objective is less tension */
  assert_string_equal(tp_headline_story(r, &list[0]), "Households pay.");
}

static void a_measure_with_its_vote_is_told_once(void **state) {
  (void)state;
  int16_t league = (int16_t)actor("league"), pact = (int16_t)action_called(s, "pact");
  struct tp_fact facts[] = {{.kind = TP_FACT_VOTE_PASSED, .a = league, .b = pact},
                            {.kind = TP_FACT_ACTION_STARTED, .a = league, .b = pact}};
  assert_int_equal(headlines(facts, 2), 1);
  assert_int_equal(list[0].kind, TP_HEADLINE_VOTE);
}

static void the_most_important_comes_first(void **state) {
  (void)state;
  int league = actor("league"), crown = actor("crown");
  struct tp_fact facts[] = {
      {.kind = TP_FACT_ACTION_STARTED,
       .a = (int16_t)league,
       .b = (int16_t)action_called(s, "gift")},
      {.kind = TP_FACT_CRISIS_OPENED, .a = (int16_t)crown, .b = (int16_t)league},
      {.kind = TP_FACT_ENDING, .a = 1}};
  assert_int_equal(headlines(facts, 3), 3);
  assert_int_equal(list[0].kind, TP_HEADLINE_ENDING);
  assert_int_equal(list[1].kind, TP_HEADLINE_CRISIS);
  assert_int_equal(list[2].kind, TP_HEADLINE_ACTION);
}

static void what_held_before_is_no_news(void **state) {
  (void)state;
  struct tp_fact met = {.kind = TP_FACT_OBJECTIVE, .a = 0, .b = 1};
  begin_turn();
  turn.facts = &met;
  turn.fact_count = 1;
  assert_int_equal(headlines_of_turn(), 1);
  double reached = list[0].importance;
  before[slot_called(s, "track:canal")] = after[slot_called(s, "track:canal")] = 30;
  assert_int_equal(headlines_of_turn(), 1);
  assert_true(reached > 45 && list[0].importance < 22);
  met.b = 0;
  assert_int_equal(headlines_of_turn(), 1);
  assert_true(list[0].importance == reached);
}

static void a_full_page_keeps_the_news(void **state) {
  (void)state;
  static struct tp_fact facts[3 * TP_HEADLINES_MAX + 1];
  int count = 3 * TP_HEADLINES_MAX;
  for (int i = 0; i < count; i++)
    facts[i] = (struct tp_fact){.kind = TP_FACT_ACTION_STARTED,
                                .a = (int16_t)actor("crown"),
                                .b = (int16_t)action_called(s, "levy")};
  facts[count] = (struct tp_fact){.kind = TP_FACT_ENDING, .a = 0};
  assert_int_equal(headlines(facts, count + 1), TP_HEADLINES_MAX);
  assert_int_equal(list[0].kind, TP_HEADLINE_ENDING);
}

#define STORY(f) cmocka_unit_test(f)

int main(void) {
  const struct CMUnitTest tests[] = {
      STORY(each_fact_makes_its_headline),
      STORY(a_step_on_the_ladder_names_both),
      STORY(a_wedge_replaces_the_start_of_its_action),
      STORY(a_lost_vote_names_who_was_against),
      STORY(the_largest_changes_come_with_their_main_cause),
      STORY(what_the_game_is_about_makes_news_sooner),
      STORY(going_back_to_where_it_rests_is_no_news),
      STORY(what_is_computed_is_followed_back),
      STORY(what_stands_between_is_not_told),
      STORY(what_moves_in_any_turn_has_to_move_more),
      STORY(what_was_done_weighs_by_what_it_did),
      STORY(a_measure_with_its_vote_is_told_once),
      STORY(the_most_important_comes_first),
      STORY(what_held_before_is_no_news),
      STORY(a_full_page_keeps_the_news),
  };
  return cmocka_run_group_tests(tests, open_session, close_session);
}
