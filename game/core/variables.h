/* THE table of variables: what the simulation knows about the world, and nothing else.
 *
 * Loader, schema, ledger, interface, encyclopaedia and guide read these lists; a variable is added
 * here and nowhere else. Each line is
 *
 *     X(ID, name, title, unit, low, high, how, meaning)
 *
 * `name` is how a scenario addresses it (actor.name, a-b.name, a>b.name, claim:id.name,
 * world.name). `low` and `high` bound every value; a change that would leave the range is cut at
 * the bound, and the ledger says so. `how` is STATE for what the game carries on from turn to turn,
 * DERIVED for what a mechanism computes anew each turn from other variables (a start value is then
 * refused). Indices run 0..100; one turn is one quarter.
 */
#ifndef TP_CORE_VARIABLES_H
#define TP_CORE_VARIABLES_H

/* Every actor. */
#define TP_ACTOR_COMMON(X)                                                                         \
  X(STABILITY, stability, "Stability", "index", 0, 100, STATE,                                     \
    "How firmly the regime or government holds; polls and quiet streets are its outward signs.")   \
  X(PROSPERITY, prosperity, "Prosperity", "index", 0, 100, STATE, "Growth as households feel it.") \
  X(EXPECTATION, expectation, "Expectation", "index", 0, 100, STATE,                               \
    "The prosperity people have come to count on; it follows what they have, slowly.")             \
  X(SHORTFALL, shortfall, "Shortfall", "index", 0, 100, DERIVED,                                   \
    "By how much prosperity misses what people have come to expect.")                              \
  X(GRIEVANCE, grievance, "Grievance", "index", 0, 100, STATE,                                     \
    "Discontent ready to act, where it may.")                                                      \
  X(OPENNESS, openness, "Openness", "index", 0, 100, STATE,                                        \
    "How far the outside world reaches the public: travel, foreign media, an uncensored net.")     \
  X(CONTROL, control, "Control", "index", 0, 100, STATE,                                           \
    "The regime's grip on media, courts and streets.")                                             \
  X(THREAT, threat, "Perceived threat", "index", 0, 100, STATE,                                    \
    "How threatened the public feels from abroad.")                                                \
  X(ALARM, alarm, "Alarm", "%", 0, 1000, DERIVED,                                                  \
    "How far the official story, under control of the media, magnifies menace; 100 is not at "     \
    "all.")                                                                                        \
  X(REVOLUTION_FEAR, revolution_fear, "Revolution fear", "index", 0, 100, STATE,                   \
    "How far the leadership fears a colour revolution.")                                           \
  X(CONTRACT, contract, "Social contract", "index", 0, 100, STATE,                                 \
    "What rule rests on: 0 all enrichment, 100 all security.")                                     \
  X(EFFORT, effort, "Narrative effort", "index", 0, 100, STATE,                                    \
    "Money, airtime and attention spent on the official story.")                                   \
  X(RALLY, rally, "Rally", "index", 0, 100, STATE,                                                 \
    "Support lent in a crisis or after a success; it fades once the threat leaves the news.")      \
  X(NARRATIVE, narrative, "Narrative strength", "index", 0, 100, DERIVED,                          \
    "How far the regime's story is believed: its claims' credibility, by their weight.")           \
  X(ENRICHMENT, enrichment, "Enrichment leg", "index", 0, 100, DERIVED,                            \
    "Prosperity, as far as the contract rests on it.")                                             \
  X(SECURITY, security, "Security leg", "index", 0, 100, DERIVED,                                  \
    "Threat that is felt and believed, as far as the contract rests on it.")                       \
  X(SPENDING, spending, "Defence spending", "% of GDP", 0, 20, STATE,                              \
    "Defence spending as a share of output.")                                                      \
  X(MILITARY, military, "Military strength", "index", 0, 100, STATE,                               \
    "Forces that exist and could fight, on the scale of the strongest power.")                     \
  X(ASSERTIVENESS, assertiveness, "Assertiveness", "index", 0, 100, STATE,                         \
    "Readiness to press claims abroad by force or threat.")                                        \
  X(POWER, power, "Usable power", "index", 0, 200, DERIVED,                                        \
    "Own forces and what aligned partners add, in proportion to cohesion.")                        \
  X(COERCION, coercion, "Coercion", "index", 0, 200, DERIVED,                                      \
    "Usable power beyond the threshold at which coercion pays.")

/* Members of a union, and allies who sit beside it. */
#define TP_ACTOR_MEMBER(X)                                                                         \
  X(CONSENT, consent, "Consent to autonomy", "index", 0, 100, STATE,                               \
    "How far the member's government goes along with common defence.")                             \
  X(RELIANCE, reliance, "Reliance on the guarantee", "index", 0, 100, STATE,                       \
    "How far the member counts on the guarantor to defend it.")                                    \
  X(PROMISED, promised, "Weight of promises", "index", 0, 100, STATE,                              \
    "What the member was lately promised for its vote; it is used up with time.")

/* Actors with a seat: they choose actions. */
#define TP_ACTOR_SEAT(X)                                                                           \
  X(BUDGET, budget, "Budget", "bn", 0, 500, STATE, "Money free for new policy.")                   \
  X(CAPITAL, capital, "Political capital", "points", 0, 200, STATE,                                \
    "Goodwill that can be spent on getting things through.")                                       \
  X(ATTENTION, attention, "Attention", "actions", 0, 8, STATE,                                     \
    "New undertakings the leadership can still take on this turn.")

/* A union: what Europe would need to defend itself. */
#define TP_ACTOR_UNION(X)                                                                          \
  X(INDUSTRY, industry, "Industry", "index", 0, 100, STATE,                                        \
    "First pillar: capacity to develop and build what the forces need.")                           \
  X(COMMAND, command, "Command", "index", 0, 100, STATE,                                           \
    "Second pillar: headquarters and procedures to decide and lead.")                              \
  X(ENABLERS, enablers, "Enablers", "index", 0, 100, STATE,                                        \
    "Third pillar: lift, intelligence, satellites, refuelling.")                                   \
  X(READINESS, readiness, "Readiness", "index", 0, 100, STATE,                                     \
    "Fourth pillar: formations manned, stocked and able to move.")                                 \
  X(DETERRENT, deterrent, "Deterrent", "index", 0, 100, STATE,                                     \
    "Fifth pillar: a last-resort deterrent that covers all members.")                              \
  X(AUTONOMY, autonomy, "Defence autonomy", "index", 0, 100, DERIVED,                              \
    "Harmonic mean of the five pillars: the weakest holds it back.")                               \
  X(SUPPORT, support, "Public support", "%", 0, 100, STATE,                                        \
    "Share of the public in favour of a common defence policy.")                                   \
  X(IMPORTS, imports, "Arms bought from the guarantor", "%", 0, 100, STATE,                        \
    "Share of major arms imports that comes from the guarantor.")                                  \
  X(DETERRENCE, deterrence, "Deterrence", "index", 0, 200, DERIVED,                                \
    "What an attacker would face: own capability and the guarantor's presence, as far as it is "   \
    "committed.")                                                                                  \
  X(GAP, gap, "Deterrence gap", "index", 0, 100, DERIVED,                                          \
    "By how much the adversary's usable power exceeds what deters it.")                            \
  X(UNITY, unity, "Cohesion of the Union", "index", 0, 100, DERIVED,                               \
    "Consent of the members by population, less how far they are apart.")

/* Ordered pair a>b: how a stands toward b. */
#define TP_VIEW_VARIABLES(X)                                                                       \
  X(MENACE, menace, "Menace", "index", 0, 100, STATE,                                              \
    "How far the first's public sees the second as a threat.")                                     \
  X(ENERGY, energy, "Energy bought", "index", 0, 100, STATE,                                       \
    "How far the first depends on energy bought from the second.")                                 \
  X(PRESENCE, presence, "Military presence", "index", 0, 100, STATE,                               \
    "The second's forces on the first's soil.")                                                    \
  X(INFLUENCE, influence, "Influence operations", "index", 0, 100, STATE,                          \
    "The second's reach into the first's society: media, money, civil society.")                   \
  X(SANCTIONS, sanctions, "Sanctions", "index", 0, 100, STATE,                                     \
    "Economic sanctions by the first on the second.")

/* Unordered pair a-b: what ties them. */
#define TP_TIE_VARIABLES(X)                                                                        \
  X(GOVERNMENT, government, "Government tie", "index", 0, 100, STATE,                              \
    "Ties between the governments: visits, exercises, ministers who work together.")               \
  X(ECONOMY, economy, "Economic tie", "index", 0, 100, STATE, "Trade and investment.")             \
  X(PEOPLE, people, "People tie", "index", 0, 100, STATE,                                          \
    "Links between the peoples: study, travel, families, migration.")                              \
  X(BRITTLE, brittle, "Brittle cohesion", "index", 0, 100, DERIVED,                                \
    "The part of cohesion that rests on a common adversary, and leaves with it.")                  \
  X(DURABLE, durable, "Durable cohesion", "index", 0, 100, DERIVED,                                \
    "The part of cohesion that rests on links between peoples, then on trade.")                    \
  X(COHESION, cohesion, "Cohesion", "index", 0, 100, DERIVED, "Brittle and durable together.")     \
  X(ALIGNMENT, alignment, "Alignment", "index", 0, 100, DERIVED,                                   \
    "Cohesion less what both would lose with the common adversary, and less their own distrust.")  \
  X(STATUS, status, "Status", "step", 0, 3, STATE,                                                 \
    "0 contacts, 1 alignment, 2 entente, 3 military alliance; gained and lost by rule.")

/* A claim of a regime's narrative. */
#define TP_CLAIM_VARIABLES(X)                                                                      \
  X(CREDIBILITY, credibility, "Credibility", "index", 0, 100, STATE,                               \
    "Share of the holder's public that takes the claim for true.")                                 \
  X(REACH, reach, "Reach", "index", 0, 100, STATE,                                                 \
    "Share of the public the claim gets to: it lifts credibility, which cannot exceed it.")

/* The world. */
#define TP_WORLD_VARIABLES(X)                                                                      \
  X(TURN, turn, "Turn", "quarters", 0, 400, DERIVED, "Quarters played.")                           \
  X(ENERGY_PRICE, energy_price, "Energy price", "index", 0, 100, STATE,                            \
    "World price of oil and gas; 50 is the middle of the cycle.")                                  \
  X(ENERGY_MARGIN, energy_margin, "Energy margin", "index", -50, 50, DERIVED,                      \
    "How far the energy price stands above the middle of its cycle.")                              \
  X(UNILATERALISM, unilateralism, "Unilateralism", "index", 0, 100, STATE,                         \
    "How far the guarantor acts alone and over its allies' heads.")                                \
  X(COMMITMENT, commitment, "Commitment", "index", 0, 100, STATE,                                  \
    "How far the guarantor means its guarantee.")                                                  \
  X(TENSION, tension, "Tension", "index", 0, 100, STATE,                                           \
    "How tense relations between the blocs are.")                                                  \
  X(US_NETWORK, us_network, "American network", "index", 0, 100, DERIVED,                          \
    "Mean cohesion of the guarantor with its allies.")                                             \
  X(HAZARD, hazard, "Crisis hazard", "% a turn", 0, 100, DERIVED,                                  \
    "Chance that a crisis opens next turn.")                                                       \
  X(CRISIS, crisis, "Crisis step", "step", 0, 5, DERIVED,                                          \
    "0 no crisis; 1 incident, 2 mobilisation, 3 ultimatum, 4 clash, 5 war.")

/* Tracks are declared by scenarios; they have one value each, in a range of their own. */

#define TP_ENUM_ENTRY_(ID, ...) TP_##ID,
enum tp_actor_variable {
  TP_ACTOR_COMMON(TP_ENUM_ENTRY_) TP_COMMON_COUNT,
  TP_COMMON_LAST_ = TP_COMMON_COUNT - 1,
  TP_ACTOR_MEMBER(TP_ENUM_ENTRY_) TP_MEMBER_COUNT,
  TP_MEMBER_LAST_ = TP_MEMBER_COUNT - 1,
  TP_ACTOR_SEAT(TP_ENUM_ENTRY_) TP_SEAT_COUNT,
  TP_SEAT_LAST_ = TP_SEAT_COUNT - 1,
  TP_ACTOR_UNION(TP_ENUM_ENTRY_) TP_UNION_COUNT
};
enum tp_view_variable { TP_VIEW_VARIABLES(TP_ENUM_ENTRY_) TP_VIEW_COUNT };
enum tp_tie_variable { TP_TIE_VARIABLES(TP_ENUM_ENTRY_) TP_TIE_COUNT };
enum tp_claim_variable { TP_CLAIM_VARIABLES(TP_ENUM_ENTRY_) TP_CLAIM_COUNT };
enum tp_world_variable { TP_WORLD_VARIABLES(TP_ENUM_ENTRY_) TP_WORLD_COUNT };

struct tp_range {
  double low, high;
};

/* The ranges of an actor's variables, where the compiler sees them. */
#define TP_RANGE_ENTRY_(ID, name, title, unit, low, high, ...) {low, high},
static const struct tp_range tp_actor_ranges[TP_UNION_COUNT] = {
    TP_ACTOR_COMMON(TP_RANGE_ENTRY_) TP_ACTOR_MEMBER(TP_RANGE_ENTRY_) TP_ACTOR_SEAT(TP_RANGE_ENTRY_)
        TP_ACTOR_UNION(TP_RANGE_ENTRY_)};
#undef TP_RANGE_ENTRY_

/* What a variable is on. */
enum tp_scope { TP_ON_ACTOR, TP_ON_VIEW, TP_ON_TIE, TP_ON_CLAIM, TP_ON_WORLD, TP_ON_TRACK };

struct tp_variable {
  const char *name;  /* as a scenario writes it */
  const char *title; /* as a person reads it */
  const char *unit;
  double low, high;
  int derived;         /* 1: computed each turn, has no start value of its own */
  const char *meaning; /* one sentence */
};

/* The variables on `scope`, `*count` of them, in the order of the enums above. A track has none
 * here: its description is the scenario's. */
const struct tp_variable *tp_variables_on(enum tp_scope scope, int *count);

/* Index of the variable called `name` (of `length` bytes) on `scope`, or -1. */
int tp_variable_find(enum tp_scope scope, const char *name, int length);

#endif
