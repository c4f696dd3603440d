/* The description of who there is and how things stand at the start: actors and what ties them,
 * claims, tracks, the world, and the coefficients of the model. */
#include "data/format/fields.h"

#include "core/coefficients.h"
#include "core/variables.h"

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
