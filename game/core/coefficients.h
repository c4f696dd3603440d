/* The coefficients of the model: which numbers a designer may turn.
 *
 * X(group, name, low, high, meaning). A scenario sets each as "group.name" under "rules"; the
 * values live there and nowhere in C. `tp_rules` holds them as `coefficient.group_name`.
 */
#ifndef TP_CORE_COEFFICIENTS_H
#define TP_CORE_COEFFICIENTS_H

#define TP_COEFFICIENTS(X)                                                                         \
  X(economy, price_rate, 0, 1, "share of its way back the energy price goes in a turn")            \
  X(economy, price_swing, 0, 20, "largest random swing of the energy price in a turn")             \
  X(economy, growth_swing, 0, 20, "largest random swing of prosperity in a turn")                  \
  X(prosperity, rate, 0, 1, "share of the way to its target prosperity goes in a turn")            \
  X(prosperity, trade, 0, 10, "prosperity from a full economic tie, per % of world output")        \
  X(prosperity, energy_bill, 0, 5, "prosperity lost per point of price above 50, fully dependent") \
  X(prosperity, energy_revenue, 0, 5, "prosperity per point of price and % of output supplied")    \
  X(prosperity, sanctions, 0, 10, "prosperity full sanctions cost, per % of output behind them")   \
  X(prosperity, sanctions_cost, 0, 10, "prosperity lost by imposing them, per % of target output") \
  X(prosperity, burden, 0, 20, "prosperity lost per % of GDP spent on defence")                    \
  X(expectation, rate, 0, 1, "how fast people get used to what they have")                         \
  X(menace, rate, 0, 1, "share of the way to its target menace goes in a turn")                    \
  X(menace, assertiveness, 0, 5, "menace per point of the other's assertiveness")                  \
  X(menace, sanctions, 0, 5, "menace per point of sanctions suffered from it")                     \
  X(menace, claim, 0, 5, "menace per point of credibility of a claim that points at it")           \
  X(menace, ally, 0, 1, "share of an ally's menace that spills over at full cohesion")             \
  X(menace, people, 0, 5, "menace taken away per point of people tie, at full openness")           \
  X(menace, government, 0, 5, "menace taken away per point of government tie")                     \
  X(menace, unilateralism, 0, 5, "menace of the guarantor per point of its unilateralism")         \
  X(menace, influence, 0, 5, "menace per point of the other's influence operations")               \
  X(menace, crisis, 0, 50, "menace per step of a crisis between the two")                          \
  X(influence, rate, 0, 1, "how fast influence operations fade without upkeep")                    \
  X(threat, rate, 0, 1, "share of the way to its target perceived threat goes in a turn")          \
  X(threat, menace, 0, 5, "perceived threat per point of menace")                                  \
  X(threat, amplify, 0, 5, "amplification by a full narrative under full control")                 \
  X(fear, rate, 0, 1, "share of the way to its target revolution fear goes in a turn")             \
  X(fear, influence, 0, 5, "fear per point of influence operations suffered")                      \
  X(fear, grievance, 0, 5, "fear per point of grievance at full openness")                         \
  X(effort, rate, 0, 1, "share of the way to its target narrative effort goes in a turn")          \
  X(effort, fear, 0, 5, "effort per point of revolution fear")                                     \
  X(effort, contract, 0, 5, "effort per point of the contract that rests on security")             \
  X(control, rate, 0, 1, "share of the way to its target control goes in a turn")                  \
  X(control, fear, 0, 5, "control per point of revolution fear")                                   \
  X(openness, rate, 0, 1, "share of the way to its target openness goes in a turn")                \
  X(openness, control, 0, 5, "openness taken away per point of control")                           \
  X(openness, people, 0, 5, "openness per point of people ties, summed over partners")             \
  X(reach, rate, 0, 1, "share of the way to its target a claim's reach goes in a turn")            \
  X(reach, effort, 0, 5, "reach per point of narrative effort")                                    \
  X(reach, control, 0, 5, "reach per point of control")                                            \
  X(credibility, rate, 0, 1, "share of the way to its target credibility goes in a turn")          \
  X(credibility, reach, 0, 5,                                                                      \
    "credibility per point of reach: what is heard everywhere is believed")                        \
  X(credibility, echo, 0, 100, "credibility from a stable ally's echo at a full government tie")   \
  X(contract, rate, 0, 1, "how fast the contract settles back by itself")                          \
  X(contract, shortfall, 0, 5, "move to security per point that growth misses expectation")        \
  X(contract, surplus, 0, 5, "move to enrichment per point that growth beats expectation")         \
  X(grievance, rate, 0, 1, "share of the way to its target grievance goes in a turn")              \
  X(grievance, shortfall, 0, 5, "grievance per point that growth misses expectation")              \
  X(grievance, influence, 0, 5, "grievance organised per point of influence operations")           \
  X(rally, fade, 0, 1, "share of a rally that fades in a turn without threat news")                \
  X(rally, news, 1, 100, "security leg (threat times narrative) at which a rally would not fade")  \
  X(rally, floor, 0, 1, "share of a rally that fades in any case")                                 \
  X(stability, rate, 0, 1, "share of the way to its target stability goes in a turn")              \
  X(stability, enrichment, 0, 5, "weight of the enrichment leg")                                   \
  X(stability, security, 0, 5, "weight of the security leg")                                       \
  X(stability, control, 0, 5, "stability per point of control")                                    \
  X(stability, grievance, 0, 5, "stability lost per point of grievance at full openness")          \
  X(stability, rally, 0, 5, "stability per point of rally")                                        \
  X(government, rate, 0, 1, "how fast government ties relax to what holds them")                   \
  X(government, cohesion, 0, 5, "government tie per point of cohesion")                            \
  X(government, sanctions, 0, 5, "government tie lost per point of sanctions, either way")         \
  X(government, menace, 0, 5, "government tie lost per point of menace, either way")               \
  X(trade, rate, 0, 1, "how fast economic ties move")                                              \
  X(trade, sanctions, 0, 5, "economic tie lost per point of sanctions, either way")                \
  X(trade, government, 0, 5, "economic tie per point of government tie")                           \
  X(cohesion, people, 0, 2, "durable cohesion per point of people tie")                            \
  X(cohesion, economy, 0, 2, "durable cohesion per point of economic tie")                         \
  X(cohesion, adversary, 0, 2, "brittle cohesion per point of common menace")                      \
  X(alignment, stake, 0, 2, "alignment lost per point of mean trade with the common adversary")    \
  X(alignment, menace, 0, 2, "alignment lost per point of menace between the two, both ways")      \
  X(status, alignment, 0, 100, "alignment index for step 1")                                       \
  X(status, entente, 0, 100, "alignment index for step 2")                                         \
  X(status, alliance, 0, 100, "alignment index for step 3, the military alliance")                 \
  X(status, slack, 0, 50, "how far below its threshold a step is lost again")                      \
  X(status, chance, 0, 1, "chance per turn that a step due is taken")                              \
  X(power, joint, 0, 2, "share of an aligned partner's forces that adds, at full cohesion")        \
  X(power, threshold, 0, 200, "usable power beyond which coercion pays")                           \
  X(assertiveness, rate, 0, 1, "share of the way to its target assertiveness goes in a turn")      \
  X(assertiveness, power, 0, 5, "assertiveness per point of usable power over the threshold")      \
  X(assertiveness, gap, 0, 5, "assertiveness per point of the adversary's deterrence gap")         \
  X(assertiveness, stake, 0, 5, "assertiveness taken away per point of trade with the adversary")  \
  X(tension, rate, 0, 1, "share of the way to its target tension goes in a turn")                  \
  X(tension, assertiveness, 0, 5, "tension per point of the adversary's assertiveness")            \
  X(tension, sanctions, 0, 5, "tension per point of sanctions between union and adversary")        \
  X(tension, crisis, 0, 50, "tension per step of a crisis")                                        \
  X(spending, rate, 0, 1, "share of the way to its target defence spending goes in a turn")        \
  X(spending, threat, 0, 1, "defence spending (% of GDP) per point of perceived threat")           \
  X(military, rate, 0, 1, "share of the way to its target military strength goes in a turn")       \
  X(military, spending, 0, 50, "military strength per % of GDP")                                   \
  X(pillar, wear, 0, 1, "share of what was built that wears away in a turn")                       \
  X(pillar, imports, 0, 20, "industry lost per point of imports from the guarantor, over time")    \
  X(imports, rate, 0, 1, "share of the way to its target the import share goes in a turn")         \
  X(imports, threat, 0, 5, "import share per point of perceived threat: urgency buys abroad")      \
  X(imports, industry, 0, 5, "import share taken away per point of industry")                      \
  X(support, rate, 0, 1, "share of the way to its target public support goes in a turn")           \
  X(support, threat, 0, 5, "public support per point of perceived threat")                         \
  X(consent, rate, 0, 1, "share of the way to its target consent goes in a turn")                  \
  X(consent, menace, 0, 5, "consent per point of the adversary's menace")                          \
  X(consent, reliance, 0, 5, "consent taken away per point of reliance on the guarantor")          \
  X(consent, unilateralism, 0, 5, "consent per point of the guarantor's unilateralism")            \
  X(consent, influence, 0, 5, "consent taken away per point of influence in the union")            \
  X(consent, promised, 0, 5, "consent per point promised")                                         \
  X(reliance, rate, 0, 1, "share of the way to its target reliance goes in a turn")                \
  X(reliance, presence, 0, 5, "reliance per point of presence times commitment")                   \
  X(reliance, autonomy, 0, 5, "reliance taken away per point of autonomy")                         \
  X(promised, rate, 0, 1, "share of what was promised that is used up in a turn")                  \
  X(unity, division, 0, 2, "unity lost per point of mean distance between the members")            \
  X(deterrence, own, 0, 5, "deterrence per point of autonomy times military strength")             \
  X(deterrence, presence, 0, 5, "deterrence per point of presence times commitment")               \
  X(gap, power, 0, 2, "share of the adversary's usable power that must be deterred")               \
  X(commitment, rate, 0, 1, "share of the way to its target commitment goes in a turn")            \
  X(commitment, unilateralism, 0, 5, "commitment taken away per point of unilateralism")           \
  X(hazard, highest, 0, 100, "crisis hazard per turn when nothing deters, in %")                   \
  X(hazard, middle, 0, 200, "pressure at which the hazard is half of its highest")                 \
  X(hazard, width, 0.1, 100, "how gently the hazard rises about the middle")                       \
  X(hazard, tension, 0, 5, "pressure per point of tension")                                        \
  X(hazard, assertiveness, 0, 5, "pressure per point of the adversary's assertiveness")            \
  X(hazard, stake, 0, 5, "pressure taken away per point of trade between the two")                 \
  X(crisis, rally, 0, 100, "rally on both sides when a crisis opens, where stability is 0")        \
  X(crisis, step_rally, 0, 100, "rally of who escalates, where stability is 0")                    \
  X(crisis, easing, 0, 1, "chance per turn that a crisis both hold eases by itself")               \
  X(crisis, backing_down, 0, 100, "stability lost by who backs down, per step of the ladder")      \
  X(crisis, disbelief, 0, 100, "credibility lost by the claims of who backs down, per step")       \
  X(crisis, dismay, 0, 100, "consent lost in a union that backs down, per step")                   \
  X(crisis, triumph, 0, 100, "rally won by who stands, per step, where stability is 0")            \
  X(crisis, war, 0, 100, "prosperity lost on both sides when the ladder reaches war")              \
  X(guarantee, base, -2, 2, "chance that the guarantee is honoured, before what follows")          \
  X(guarantee, commitment, 0, 0.1, "chance of the guarantee added per point of commitment")        \
  X(guarantee, unilateralism, 0, 0.1, "chance of the guarantee lost per point of unilateralism")   \
  X(guarantee, resolve, 0, 100, "assertiveness lost by a challenger who meets the guarantor")      \
  X(guarantee, dismay, 0, 100, "reliance and commitment lost when the guarantee is denied")        \
  X(wedge, base, -2, 2, "chance that a wedge between guarantor and ally succeeds, before terms")   \
  X(wedge, unilateralism, 0, 0.1, "chance of a wedge added per point of unilateralism")            \
  X(wedge, dependence, 0, 0.1, "chance of a wedge added per point of the ally's dependence")       \
  X(wedge, cohesion, 0, 0.1, "chance of a wedge lost per point of durable cohesion")               \
  X(council, states, 0, 100, "% of the members a qualified majority needs")                        \
  X(council, population, 0, 100, "% of the population a qualified majority needs")                 \
  X(council, margin, 0.01, 100, "score within which a member is unsure")                           \
  X(council, promised, 0, 5, "score per point promised to the member")                             \
  X(income, prosperity, 0, 5, "share of the budget income that moves with prosperity")             \
  X(income, standing, 0, 5, "share of the capital income that moves with unity or stability")      \
  X(events, chance, 0, 10, "factor on the chance of every event; 0 turns them off")                \
  X(hazard, scale, 0, 10, "factor on the crisis hazard; 0 turns crises off")                       \
  X(policy, jitter, 0, 100, "largest random addition to a score of the reflex policy")             \
  X(policy, caution, 0, 100, "how much each step of a crisis weighs against going further")        \
  X(policy, victory, 0, 1000, "worth of the game's result, beside the goals, to who looks ahead")  \
  X(forecast, narrative50, 0, 5,                                                                   \
    "share by which the 50 % band of a narrative is wider than imagined")                          \
  X(forecast, narrative80, 0, 5,                                                                   \
    "share by which the 80 % band of a narrative is wider than imagined")                          \
  X(forecast, narrative95, 0, 5,                                                                   \
    "share by which the 95 % band of a narrative is wider than imagined")                          \
  X(forecast, autonomy50, 0, 5, "share by which the 50 % band of autonomy is wider than imagined") \
  X(forecast, autonomy80, 0, 5, "share by which the 80 % band of autonomy is wider than imagined") \
  X(forecast, autonomy95, 0, 5, "share by which the 95 % band of autonomy is wider than imagined") \
  X(forecast, gap50, 0, 5,                                                                         \
    "share by which the 50 % band of the deterrence gap is wider than imagined")                   \
  X(forecast, gap80, 0, 5,                                                                         \
    "share by which the 80 % band of the deterrence gap is wider than imagined")                   \
  X(forecast, gap95, 0, 5,                                                                         \
    "share by which the 95 % band of the deterrence gap is wider than imagined")                   \
  X(forecast, unity50, 0, 5, "share by which the 50 % band of unity is wider than imagined")       \
  X(forecast, unity80, 0, 5, "share by which the 80 % band of unity is wider than imagined")       \
  X(forecast, unity95, 0, 5, "share by which the 95 % band of unity is wider than imagined")       \
  X(forecast, doubt50, 0, 5,                                                                       \
    "share by which the 50 % band of other variables is wider than imagined")                      \
  X(forecast, doubt80, 0, 5,                                                                       \
    "share by which the 80 % band of other variables is wider than imagined")                      \
  X(forecast, doubt95, 0, 5,                                                                       \
    "share by which the 95 % band of other variables is wider than imagined")

#define TP_COEFFICIENT_FIELD_(group, name, ...) double group##_##name;
struct tp_coefficients {
  TP_COEFFICIENTS(TP_COEFFICIENT_FIELD_)
};
#undef TP_COEFFICIENT_FIELD_

struct tp_coefficient {
  const char *name; /* "group.name" */
  double low, high;
  const char *meaning;
};

/* All coefficients, in the order of the fields above; `struct tp_coefficients` is an array of
 * `*count` doubles in the same order. */
const struct tp_coefficient *tp_coefficients(int *count);

/* Coefficient `index` of `c`, to read or to set. */
double *tp_coefficient_at(struct tp_coefficients *c, int index);

#endif
