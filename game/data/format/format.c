#include "data/format/format.h"

#include "core/coefficients.h"
#include "core/guide.h"
#include "core/variables.h"

#include <stddef.h>
#include <string.h>

/* A field for each variable of the core: of a number in its range, or refused when derived. */
#define FORM_STATE TP_FORM_NUMBER
#define FORM_DERIVED TP_FORM_DERIVED
#define VARIABLE(ID, NAME, TITLE, UNIT, LOW, HIGH, HOW, MEANING)                                   \
  {.key = #NAME,                                                                                   \
   .form = FORM_##HOW,                                                                             \
   .low = (LOW),                                                                                   \
   .high = (HIGH),                                                                                 \
   .title = (TITLE),                                                                               \
   .unit = (UNIT),                                                                                 \
   .meaning = (MEANING)},
#define COEFFICIENT(GROUP, NAME, LOW, HIGH, MEANING)                                               \
  {.key = #GROUP "." #NAME,                                                                        \
   .form = TP_FORM_NUMBER,                                                                         \
   .low = (LOW),                                                                                   \
   .high = (HIGH),                                                                                 \
   .meaning = (MEANING)},

#define THEME_NAMES "defence|diplomacy|economy|society|information"
#define MATTER_NAME(ID, NAME) "|" NAME

/* Shapes that recur. Versions of clang-format differ on braces in macros. */
// clang-format off
#define TITLE(KEY, REQUIRED, MEANING)                                                              \
  { .key = (KEY), .form = TP_FORM_TITLE, .required = (REQUIRED), .meaning = (MEANING) }
#define TEXT(KEY, REQUIRED, MEANING)                                                               \
  { .key = (KEY), .form = TP_FORM_TEXT, .required = (REQUIRED), .meaning = (MEANING) }
#define NUMBER(KEY, LOW, HIGH, FALLBACK, MEANING)                                                  \
  {                                                                                                \
    .key = (KEY), .form = TP_FORM_NUMBER, .low = (LOW), .high = (HIGH), .fallback = (FALLBACK),    \
    .meaning = (MEANING)                                                                           \
  }
#define NEEDED(KEY, LOW, HIGH, MEANING)                                                            \
  {                                                                                                \
    .key = (KEY), .form = TP_FORM_NUMBER, .required = 1, .low = (LOW), .high = (HIGH),             \
    .meaning = (MEANING)                                                                           \
  }
#define WHOLE(KEY, LOW, HIGH, FALLBACK, MEANING)                                                   \
  {                                                                                                \
    .key = (KEY), .form = TP_FORM_WHOLE, .low = (LOW), .high = (HIGH), .fallback = (FALLBACK),     \
    .meaning = (MEANING)                                                                           \
  }
#define FLAG(KEY, FALLBACK, MEANING)                                                               \
  { .key = (KEY), .form = TP_FORM_BOOL, .fallback = (FALLBACK), .meaning = (MEANING) }
#define OF(KEY, FORM, KIND, MEANING)                                                               \
  { .key = (KEY), .form = TP_FORM_##FORM, .kind = &tp_kind_##KIND, .meaning = (MEANING) }
#define PLAIN(KEY, FORM, MEANING)                                                                  \
  { .key = (KEY), .form = TP_FORM_##FORM, .meaning = (MEANING) }
#define PLAIN_NEEDED(KEY, FORM, MEANING)                                                           \
  { .key = (KEY), .form = TP_FORM_##FORM, .required = 1, .meaning = (MEANING) }
// clang-format on
#define WHEN OF("when", LIST, condition, "Conditions; all must hold.")
#define ENTRY_ID PLAIN("id", ID, "Name, where the entries are a list.")
#define OPENS_CRISIS PLAIN("crisis", VIEW, "\"challenger>target\": opens a crisis between the two.")

static const struct tp_field variables[] = {TP_ACTOR_COMMON(VARIABLE) TP_ACTOR_MEMBER(
    VARIABLE) TP_ACTOR_SEAT(VARIABLE) TP_ACTOR_UNION(VARIABLE){0}};
const struct tp_kind tp_kind_variables = {
    "an actor's variables", variables, NULL,
    "Start values. Which of them an actor has follows from its kind."};

static const struct tp_field view_fields[] = {TP_VIEW_VARIABLES(VARIABLE){0}};
const struct tp_kind tp_kind_view = {"a view", view_fields, NULL,
                                     "How the first actor stands toward the second."};

static const struct tp_field pair_fields[] = {
    TP_TIE_VARIABLES(VARIABLE) FLAG("ally", 0, "The pair belongs to the guarantor's alliances."),
    TP_VIEW_VARIABLES(VARIABLE){0}};
const struct tp_kind tp_kind_pair = {
    "a pair", pair_fields, NULL,
    "What ties two actors (\"a-b\"), or how one stands toward the other (\"a>b\")."};

static const struct tp_field tie_defaults[] = {TP_TIE_VARIABLES(VARIABLE){0}};
static const struct tp_kind kind_tie_defaults = {"a tie's variables", tie_defaults, NULL,
                                                 "Start values."};
static const struct tp_field claim_defaults[] = {TP_CLAIM_VARIABLES(VARIABLE){0}};
static const struct tp_kind kind_claim_defaults = {"a claim's variables", claim_defaults, NULL,
                                                   "Start values."};

static const struct tp_field defaults[] = {
    OF("power", OBJECT, variables, "For actors of this kind."),
    OF("union", OBJECT, variables, "For actors of this kind."),
    OF("member", OBJECT, variables, "For actors of this kind."),
    OF("partner", OBJECT, variables, "For actors of this kind."),
    OF("view", OBJECT, view, "For each ordered pair."),
    {.key = "tie", .form = TP_FORM_OBJECT, .kind = &kind_tie_defaults, .meaning = "For each pair."},
    {.key = "claim",
     .form = TP_FORM_OBJECT,
     .kind = &kind_claim_defaults,
     .meaning = "For each claim."},
    {0}};
const struct tp_kind tp_kind_defaults = {"defaults", defaults, NULL,
                                         "Start values where an entry gives none."};

static const struct tp_field world[] = {TP_WORLD_VARIABLES(VARIABLE){0}};
const struct tp_kind tp_kind_world = {"the world", world, NULL,
                                      "Start values of the world's variables."};

static const struct tp_field rules[] = {TP_COEFFICIENTS(COEFFICIENT){0}};
const struct tp_kind tp_kind_rules = {"the rules", rules, NULL,
                                      "Coefficients of the model; all are needed."};

static const struct tp_field income[] = {NUMBER("budget", 0, 500, 0, "Money a turn, bn."),
                                         NUMBER("capital", 0, 200, 0, "Political capital a turn."),
                                         NUMBER("attention", 0, 8, 0, "New undertakings a turn."),
                                         {0}};
const struct tp_kind tp_kind_income = {"an income", income, NULL,
                                       "What a seat gets each turn, at its start values."};

static const struct tp_field actor[] = {
    TITLE("name", 1, "Name."),
    TEXT("text", 0, "A sentence about it."),
    {.key = "kind",
     .form = TP_FORM_CHOICE,
     .required = 1,
     .choices = "power|union|member|partner",
     .meaning = "What it is; decides which variables it has."},
    PLAIN("countries", CODES, "ISO 3166-1 numeric codes of the countries it covers on the map."),
    PLAIN("color", COLOR, "Its colour on the map."),
    {.key = "at",
     .form = TP_FORM_PLACE,
     .low = -180,
     .high = 180,
     .meaning = "Longitude and latitude of its label, in degrees."},
    NUMBER("size", 0, 100, 0, "% of world output."),
    NUMBER("population", 0, 10000, 0, "Millions."),
    NUMBER("states", 0, 100, 1, "Member states it stands for in the council."),
    FLAG("votes", 0, "Sits in the union's council. Not given, members do and others do not."),
    OF("income", OBJECT, income, "What it gets each turn; makes it a seat."),
    {.key = "goals",
     .form = TP_FORM_NUMBERS,
     .low = -100,
     .high = 100,
     .meaning = "What its policies try to raise: weights by variable."},
    OF("vars", OBJECT, variables, "Start values."),
    {0}};
const struct tp_kind tp_kind_actor = {"an actor", actor, NULL,
                                      "A state, a union or a bloc of members."};

static const struct tp_field weight[] = {PLAIN_NEEDED("var", ADDRESS, "A variable."),
                                         NEEDED("weight", -100, 100, "What a point of it counts."),
                                         {0}};
const struct tp_kind tp_kind_weight = {"a weight", weight, NULL, "A weighted variable."};

static const struct tp_field claim[] = {
    PLAIN_NEEDED("holder", ACTOR, "Whose narrative it belongs to."),
    PLAIN("about", ACTOR, "The actor it points at."),
    TITLE("title", 0, "A short name."),
    TEXT("text", 1, "The claim, as its holder tells it."),
    NEEDED("weight", 0, 100, "In its holder's narrative."),
    TP_CLAIM_VARIABLES(VARIABLE) OF("evidence", LIST, weight, "What makes it credible."),
    OF("contradiction", LIST, weight, "What makes it incredible, as far as openness shows it."),
    PLAIN("echo", ACTORS, "Allies whose regimes repeat it."),
    {0}};
const struct tp_kind tp_kind_claim = {"a claim", claim, NULL, "A claim of a regime's narrative."};

static const struct tp_field track[] = {TITLE("name", 1, "Name."),
                                        TEXT("text", 0, "What it measures."),
                                        NEEDED("start", -1e6, 1e6, "Start value."),
                                        NUMBER("min", -1e6, 1e6, 0, "Low end of its range."),
                                        NUMBER("max", -1e6, 1e6, 100, "High end of its range."),
                                        {0}};
const struct tp_kind tp_kind_track = {"a track", track, NULL, "A variable of the scenario's own."};

static const struct tp_field condition[] = {
    PLAIN_NEEDED("var", ADDRESS, "A variable."),      NUMBER("<", -1e6, 1e6, 0, "Below this."),
    NUMBER("<=", -1e6, 1e6, 0, "At most this."),      NUMBER(">", -1e6, 1e6, 0, "Above this."),
    NUMBER(">=", -1e6, 1e6, 0, "At least this."),     NUMBER("==", -1e6, 1e6, 0, "Exactly this."),
    NUMBER("!=", -1e6, 1e6, 0, "Anything but this."), {0}};
const struct tp_kind tp_kind_condition = {"a condition", condition,
                                          "<|<=|>|>=|==|!=", "Compares a variable with numbers."};

static const struct tp_field effect[] = {
    PLAIN_NEEDED("var", ADDRESS, "A variable."),
    NUMBER("add", -1000, 1000, 0, "What is added to it."),
    NUMBER("set", -1e6, 1e6, 0, "What it becomes."),
    {.key = "each",
     .form = TP_FORM_CHOICE,
     .choices = "turn",
     .meaning = "Lands in every turn of the programme."},
    {.key = "at",
     .form = TP_FORM_CHOICE,
     .choices = "start|end",
     .meaning = "Lands at the programme's start (the default) or end."},
    {0}};
const struct tp_kind tp_kind_effect = {"an effect", effect, "add|set",
                                       "Changes a variable, at a point of the programme."};

static const struct tp_field change[] = {PLAIN_NEEDED("var", ADDRESS, "A variable."),
                                         NUMBER("add", -1000, 1000, 0, "What is added to it."),
                                         NUMBER("set", -1e6, 1e6, 0, "What it becomes."),
                                         {0}};
const struct tp_kind tp_kind_change = {"an immediate effect", change, "add|set",
                                       "Changes a variable at once."};

static const struct tp_field cost[] = {
    NUMBER("budget", 0, 500, 0, "Money, bn."),
    NUMBER("capital", 0, 200, 0, "Political capital."),
    NUMBER("attention", 0, 8, 1, "Of the undertakings a leadership can take on in a turn."),
    {0}};
const struct tp_kind tp_kind_cost = {"a cost", cost, NULL, "What an action costs its seat."};

static const struct tp_field score[] = {NUMBER("base", -1000, 1000, 0, "Before the terms."),
                                        OF("terms", LIST, weight, "Weighted variables."),
                                        {0}};
const struct tp_kind tp_kind_score = {"a score", score, NULL, "A base and weighted variables."};

static const struct tp_field chance[] = {
    NUMBER("base", -2, 2, 1, "Chance before the terms, 1 is certain."),
    OF("terms", LIST, weight, "Weighted variables; a weight is a chance per point."),
    {0}};
const struct tp_kind tp_kind_chance = {"a chance", chance, NULL, "Chance of success."};

static const struct tp_field stance[] = {PLAIN_NEEDED("member", ACTOR, "A voting member."),
                                         NEEDED("weight", -1000, 1000, "Added to its score."),
                                         {0}};
const struct tp_kind tp_kind_stance = {"a stance", stance, NULL,
                                       "A member's own leaning on an action."};

static const struct tp_field action[] = {
    PLAIN_NEEDED("seat", ACTOR, "Who may choose it."),
    TITLE("title", 1, "Its name."),
    TEXT("text", 0, "What it is about."),
    {.key = "theme",
     .form = TP_FORM_CHOICE,
     .required = 1,
     .choices = THEME_NAMES,
     .meaning = "Where it is listed."},
    OF("cost", OBJECT, cost, "What it costs."),
    WHOLE("turns", 0, TP_SPELL_MAX, 0, "Length of the programme; 0: its effects land at once."),
    WHOLE("cooldown", 0, TP_SPELL_MAX, 0, "Turns after its end before it may be chosen again."),
    FLAG("once", 0, "Once a game."),
    {.key = "vote",
     .form = TP_FORM_CHOICE,
     .choices = "none|qualified|unanimity",
     .meaning = "What the council must give."},
    OF("appeal", OBJECT, score,
       "What makes members be for it; \"member\" in an address stands for each."),
    OF("stances", STANCES, stance, "Members' own leanings, added to the appeal."),
    PLAIN("wedge", PAIR, "The alliance it tries to crack."),
    PLAIN("aimed_at", ACTOR, "Whom it is aimed at, for reading."),
    WHEN,
    OF("effects", LIST, effect, "What it does."),
    OF("failure", LIST, change, "What happens instead when the attempt fails."),
    OF("chance", OBJECT, chance, "Chance of success; without it, success is certain."),
    OF("reflex", OBJECT, score, "Score for the reflex policy."),
    {0}};
const struct tp_kind tp_kind_action = {"an action", action, NULL, "What a seat may do."};

static const struct tp_field then[] = {PLAIN_NEEDED("event", EVENT, "The event that follows."),
                                       WHOLE("in", 1, TP_SPELL_MAX, 1, "After so many turns."),
                                       {0}};
const struct tp_kind tp_kind_then = {"a consequence", then, NULL, "An event that follows."};

static const struct tp_field option[] = {
    ENTRY_ID,
    TITLE("title", 1, "The choice."),
    TEXT("text", 0, "What is known of what follows."),
    WHEN,
    OF("effects", LIST, change, "What it does."),
    OF("then", OBJECT, then, "What follows."),
    OPENS_CRISIS,
    OF("reflex", OBJECT, score, "Score for policies that do not look ahead."),
    {0}};
const struct tp_kind tp_kind_option = {"an option", option, NULL, "An answer to an event."};

static const struct tp_field event[] = {
    TITLE("title", 1, "The headline."),
    TEXT("text", 0, "What happens."),
    WHEN,
    NUMBER(
        "chance", 0, 1, 0,
        "Per turn while the conditions hold; 0: only when called. Not given, it is 1 for an event "
        "with conditions and 0 for one without, or with a turn of its own."),
    FLAG("once", 1, "Once a game."),
    WHOLE("cooldown", 0, TP_SPELL_MAX, 0, "Turns before it may happen again."),
    WHOLE("at", 0, TP_TURNS_MAX, -1, "Happens in this turn."),
    PLAIN("seat", ACTOR, "Who decides."),
    OF("effects", LIST, change, "What it does."),
    OF("then", OBJECT, then, "What follows."),
    OPENS_CRISIS,
    OF("options", EITHER, option, "Answers; the first is taken when none is given."),
    {0}};
const struct tp_kind tp_kind_event = {"an event", event, NULL, "Something that happens."};

static const struct tp_field influence[] = {
    ENTRY_ID,
    PLAIN_NEEDED("to", ADDRESS, "The variable moved."),
    PLAIN_NEEDED("from", ADDRESS, "The variable that moves it."),
    NEEDED("gain", -1, 1, "Per turn and point that `from` stands over its start."),
    TEXT("why", 1, "The reason, for the reader."),
    {0}};
const struct tp_kind tp_kind_influence = {"an influence", influence, NULL,
                                          "A mechanism of the scenario's own."};

static const struct tp_field objective[] = {
    ENTRY_ID,
    TITLE("title", 1, "What is to be reached."),
    TEXT("text", 0, "Why."),
    WHEN,
    WHOLE("for", 1, TP_SPELL_MAX, 1, "Turns in a row the conditions must hold."),
    NUMBER("weight", 0, 100, 1, "In the score."),
    {0}};
const struct tp_kind tp_kind_objective = {"an objective", objective, NULL,
                                          "What the player is to reach."};

static const struct tp_field ending[] = {
    ENTRY_ID,
    TITLE("title", 1, "The headline."),
    TEXT("text", 0, "How it ends."),
    WHEN,
    WHOLE("for", 1, TP_SPELL_MAX, 1, "Turns in a row the conditions must hold."),
    {.key = "result",
     .form = TP_FORM_CHOICE,
     .required = 1,
     .choices = "victory|draw|defeat",
     .meaning = "For the player."},
    FLAG("final", 0, "Considered only when the last turn is over."),
    {0}};
const struct tp_kind tp_kind_ending = {"an ending", ending, NULL, "A way the game may end."};

static const struct tp_field sign[] = {
    PLAIN("var", ADDRESS, "A variable, to be compared."),
    NUMBER("<", -1e6, 1e6, 0, "Below this."),
    NUMBER("<=", -1e6, 1e6, 0, "At most this."),
    NUMBER(">", -1e6, 1e6, 0, "Above this."),
    NUMBER(">=", -1e6, 1e6, 0, "At least this."),
    NUMBER("==", -1e6, 1e6, 0, "Exactly this."),
    NUMBER("!=", -1e6, 1e6, 0, "Anything but this."),
    PLAIN("seen", MARK, "The player has had this before them."),
    PLAIN("ordered", ACTION, "The player has ordered this, now or before."),
    PLAIN("under_way", ACTION, "This programme runs, or is ordered this turn."),
    PLAIN("carried_out", ACTION, "This was begun: the council agreed, or needed not."),
    PLAIN("refused", ACTION, "The council refused this, at least once."),
    PLAIN("waits", EVENT, "This decision waits for the player's answer."),
    PLAIN("answered", EVENT, "The player has answered this, now or before."),
    PLAIN("happened", EVENT, "This has happened."),
    {0}};
const struct tp_kind tp_kind_sign = {
    "a sign", sign,
    "<|<=|>|>=|==|!=|seen|ordered|under_way|carried_out|refused|waits|answered|happened",
    "Something that holds, or that the player has done."};

static const struct tp_field hint[] = {
    TITLE("title", 1, "What it is about."),
    TEXT("text", 1, "What it says."),
    PLAIN("at", MARK, "What it points at."),
    OF("when", LIST, sign, "When it is said: all must hold."),
    OF("done", LIST, sign, "When it has done its work: all hold. Without it, when it was read."),
    FLAG("once", 1, "Once a game; otherwise again in each turn in which it holds."),
    NUMBER("order", -1000, 1000, 0, "Lower comes first; equal ones in the order of the file."),
    {0}};
const struct tp_kind tp_kind_hint = {"a hint", hint, NULL,
                                     "Something said to who plays for the first time."};

static const struct tp_field line[] = {
    {.key = "on",
     .form = TP_FORM_CHOICE,
     .required = 1,
     .choices = &(TP_MATTERS(MATTER_NAME))[1],
     .meaning = "What the counsel is about."},
    PLAIN("var", ADDRESS, "Said only of this variable."),
    PLAIN("cause", CAUSE, "Said only when this is the main cause of the change."),
    WHEN,
    TEXT("text", 1, "What is said."),
    {0}};
const struct tp_kind tp_kind_line = {"a line", line, NULL, "What an advisor says on some matter."};

static const struct tp_field advisor[] = {
    TITLE("name", 1, "Name."),
    TITLE("office", 1, "Office."),
    TEXT("text", 0, "A sentence about the advisor."),
    {.key = "cares",
     .form = TP_FORM_NUMBERS,
     .low = -100,
     .high = 100,
     .meaning = "What the advisor watches: weights by variable."},
    {.key = "themes",
     .form = TP_FORM_CHOICES,
     .choices = THEME_NAMES,
     .meaning = "Themes of the actions the advisor speaks for."},
    OF("lines", LIST, line, "What the advisor says; the one that fits best is taken."),
    {0}};
const struct tp_kind tp_kind_advisor = {"an advisor", advisor, NULL,
                                        "Somebody who counsels the player each turn."};

static const struct tp_field policy[] = {
    TITLE("title", 1, "What it stands for."),
    TEXT("text", 0, "How it plays."),
    {.key = "base",
     .form = TP_FORM_CHOICE,
     .choices = "reflex|greedy|planner|mcts",
     .meaning = "The policy it plays like; planner, when it is not given."},
    {.key = "goals",
     .form = TP_FORM_NUMBERS,
     .low = -100,
     .high = 100,
     .meaning = "What it tries to raise beside its seat's goals: weights by variable; a leading "
                "\"self\" in an address stands for its seat."},
    {.key = "themes",
     .form = TP_FORM_NUMBERS,
     .keys = TP_FORM_CHOICE,
     .choices = THEME_NAMES,
     .low = -200,
     .high = 200,
     .meaning = "Points added to the reflex score of actions, by theme."},
    {.key = "actions",
     .form = TP_FORM_NUMBERS,
     .keys = TP_FORM_ACTION,
     .low = -200,
     .high = 200,
     .meaning = "The same, by action."},
    {0}};
const struct tp_kind tp_kind_policy = {"a policy", policy, NULL,
                                       "A way to play that --seat and bands may name."};

static const struct tp_field band[] = {
    PLAIN_NEEDED("seat", ACTOR, "Who is played."),
    PLAIN_NEEDED("policy", POLICY, "By which policy."),
    {.key = "win",
     .form = TP_FORM_RANGE,
     .required = 1,
     .low = 0,
     .high = 1,
     .meaning = "Lowest and highest share of games it should win."},
    {0}};
const struct tp_kind tp_kind_band = {"a band", band, NULL, "How often a policy should win."};

static const struct tp_field apart[] = {
    PLAIN_NEEDED("claim", STRING, "Its number, as `claims` prints it: \"F9\"."),
    PLAIN_NEEDED("why", STRING, "Why it says nothing of this scenario."),
    {0}};
const struct tp_kind tp_kind_apart = {"a claim apart", apart, NULL,
                                      "A claim of the model that does not bear on the scenario."};

static const struct tp_field balance[] = {
    WHOLE("games", 1, 1000000, 1000, "Games to play for each band."),
    OF("bands", LIST, band, "What should come out."),
    OF("apart", LIST, apart, "Claims of the model that do not bear on the scenario."),
    {0}};
const struct tp_kind tp_kind_balance = {"a balance", balance, NULL,
                                        "What the balance tool should find."};

static const struct tp_field mod_mark[] = {PLAIN("title", STRING, "Its title then."),
                                           PLAIN("version", STRING, "Its version then."),
                                           PLAIN("hash", STRING, "Of all its files."),
                                           {0}};
const struct tp_kind tp_kind_mod_mark = {"a mod's mark", mod_mark, NULL, "A mod as it was used."};

static const struct tp_field roles[] = {
    PLAIN("player", ACTOR, "Whom the player plays."),
    PLAIN("union", ACTOR, "The union whose autonomy is at stake."),
    PLAIN("guarantor", ACTOR, "Whose network of alliances it is."),
    PLAIN("adversary", ACTOR, "Against whom the union's deterrence is measured."),
    {0}};
const struct tp_kind tp_kind_roles = {"the roles", roles, NULL, "Who is who."};

/* What a scenario holds and its variants may change. */
#define SECTIONS                                                                                   \
  PLAIN("player", ACTOR, "Whom the player plays (or under roles)."),                               \
      PLAIN("sources", STRINGS, "Where its numbers come from."),                                   \
      OF("roles", OBJECT, roles, "Who is who."),                                                   \
      FLAG("at_rest", 0,                                                                           \
           "Its start values are a steady state: what is constant in the equations is "            \
           "chosen so. Scenarios that extend it keep those constants."),                           \
      {.key = "offsets",                                                                           \
       .form = TP_FORM_NUMBERS,                                                                    \
       .low = -1e9,                                                                                \
       .high = 1e9,                                                                                \
       .meaning = "Constants of the equations, by variable."},                                     \
      OF("defaults", OBJECT, defaults, "Start values where an entry gives none."),                 \
      OF("actors", MAP, actor, "Who takes part."),                                                 \
      OF("pairs", PAIRS, pair, "What ties two actors."),                                           \
      OF("views", PAIRS, view, "How one actor stands toward another."),                            \
      OF("claims", MAP, claim, "What the narratives claim."),                                      \
      OF("tracks", MAP, track, "Variables of the scenario's own."),                                \
      OF("world", OBJECT, world, "Start values of the world's variables."),                        \
      OF("rules", OBJECT, rules, "Coefficients of the model."),                                    \
      OF("actions", MAP, action, "What seats may do."),                                            \
      OF("events", MAP, event, "What may happen."),                                                \
      OF("influences", EITHER, influence, "Mechanisms of the scenario's own."),                    \
      OF("objectives", EITHER, objective, "What the player is to reach."),                         \
      OF("endings", EITHER, ending, "How it may end; the first that holds does."),                 \
      OF("policies", MAP, policy, "Ways to play of the scenario's own."),                          \
      OF("balance", OBJECT, balance, "What the balance tool should find."),                        \
      FLAG("guided", 0, "A first game, that newcomers are shown first."),                          \
      OF("hints", MAP, hint, "What is said to who plays for the first time."),                     \
      OF("advisors", MAP, advisor, "Who counsels the player.")

static const struct tp_field changes[] = {
    TEXT("summary", 0, "What it is about, instead of the scenario's own."),
    PLAIN("start", DATE, "The first quarter, as \"2018-Q2\"."),
    WHOLE("turns", 1, TP_TURNS_MAX, 0, "Quarters to play."),
    SECTIONS,
    {0}};
const struct tp_kind tp_kind_changes = {
    "the changes of a variant", changes, NULL,
    "A merge patch over the scenario and all it extends, when the variant is chosen."};

static const struct tp_field variant[] = {
    TITLE("title", 1, "What it is called, beside the scenario's title."),
    TEXT("text", 0, "What is different in it."),
    OF("changes", OBJECT, changes, "What it changes."),
    {0}};
static const struct tp_kind kind_variant = {
    "a variant", variant, NULL, "Another way to play the scenario, chosen at its start."};

static const struct tp_field scenario[] = {
    {.key = "format",
     .form = TP_FORM_WHOLE,
     .required = 1,
     .low = 1,
     .high = TP_FORMAT_VERSION,
     .meaning = "Version of this format."},
    PLAIN_NEEDED("id", ID, "The scenario's name, as others extend it."),
    PLAIN("extends", ID, "The scenario this one changes."),
    TITLE("title", 1, "Its title."),
    TEXT("summary", 0, "What it is about."),
    PLAIN_NEEDED("start", DATE, "The first quarter, as \"2018-Q2\"."),
    {.key = "turns",
     .form = TP_FORM_WHOLE,
     .required = 1,
     .low = 1,
     .high = TP_TURNS_MAX,
     .meaning = "Quarters to play."},
    SECTIONS,
    {.key = "variants",
     .form = TP_FORM_MAP,
     .kind = &kind_variant,
     .meaning = "Other ways to play it, chosen as \"id@variant\" or on the title screen."},
    PLAIN("variant", ID, "The variant that was chosen; the game writes it into what a save keeps."),
    OF("mods", MAP, mod_mark, "Mods it was merged with; written by the game."),
    {0}};
const struct tp_kind tp_kind_scenario = {"a scenario", scenario, NULL,
                                         "A game of Third Pole, or the change to one."};

static const struct tp_field need[] = {
    PLAIN("version", VERSION, "The least version that will do, as \"1.2\"."), {0}};
const struct tp_kind tp_kind_need = {"a need", need, NULL, "Another mod that this one builds on."};

static const struct tp_field mod[] = {
    {.key = "format",
     .form = TP_FORM_WHOLE,
     .required = 1,
     .low = 1,
     .high = TP_FORMAT_VERSION,
     .meaning = "Version of this format."},
    PLAIN_NEEDED("id", ID, "The mod's name, as others need it."),
    TITLE("title", 1, "Its title."),
    PLAIN_NEEDED("version", VERSION, "Its version: whole numbers with points, as \"1.2\"."),
    PLAIN("author", STRING, "Who made it."),
    TEXT("description", 0, "What it changes."),
    OF("needs", MAP, need, "Mods that it builds on; they come before it and are switched on too."),
    NUMBER("order", -1000, 1000, 0, "Place among those that need as much: the lower comes first."),
    {0}};
const struct tp_kind tp_kind_mod = {"a mod", mod, NULL, "A mod of Third Pole: its mod.json."};

const struct tp_field *tp_format_field(const struct tp_kind *kind, const char *key) {
  for (const struct tp_field *field = kind->fields; field->key; field++)
    if (strcmp(field->key, key) == 0)
      return field;
  return NULL;
}

int tp_format_is_authors(const char *key) {
  return strncmp(key, "x-", 2) == 0 || key[0] == '_' || key[0] == '$';
}

int tp_format_is_id(const char *name) {
  size_t length = strlen(name);
  if (length == 0 || length > TP_ID_MAX || name[0] == '-' || name[length - 1] == '-' ||
      strstr(name, "--"))
    return 0;
  return strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") == length;
}

int tp_format_is_version(const char *text) {
  enum { parts_max = 4, digits_max = 6 };
  for (int parts = 1;; parts++) {
    size_t digits = strspn(text, "0123456789");
    if (digits == 0 || digits > digits_max || parts > parts_max)
      return 0;
    if (!text[digits])
      return 1;
    if (text[digits] != '.')
      return 0;
    text += digits + 1;
  }
}

int tp_format_choice(const char *list, const char *word) {
  size_t length = strlen(word);
  for (int index = 0;; index++) {
    size_t entry = strcspn(list, "|");
    if (entry == length && memcmp(list, word, length) == 0)
      return index;
    list += entry;
    if (!*list++)
      return -1;
  }
}
