/* The ledger: every change of every variable, with its cause and its exact size.
 *
 * Rows are appended to a buffer that the caller owns. For each variable, adding the `delta` of its
 * rows in order to its value before the turn gives its value after the turn, bit for bit; cuts at
 * the bounds of the range are rows too. Without a ledger nothing is recorded and nothing else
 * differs.
 */
#ifndef TP_CORE_LEDGER_H
#define TP_CORE_LEDGER_H

#include <stdint.h>

/* Causes: X(ID, text). A row's text is completed by the variable it comes from (`source`), or by
 * the title of the action, event, option or influence named by `which`. */
#define TP_CAUSES(X)                                                                               \
  X(SETTLING, "returns to where it rests")                                                         \
  X(LIMIT, "cut at the end of its range")                                                          \
  X(CEILING, "no claim is believed further than it reaches")                                       \
  X(HELD, "held by the experiment")                                                                \
  X(EXPERIMENT, "set by the experiment")                                                           \
  X(ACTION, "action")                                                                              \
  X(EVENT, "event")                                                                                \
  X(OPTION, "decision")                                                                            \
  X(INFLUENCE, "influence")                                                                        \
  X(COST, "cost of an action")                                                                     \
  X(INCOME, "income of the turn")                                                                  \
  X(MARKET, "the market's swing")                                                                  \
  X(GROWTH_SHOCK, "the business cycle")                                                            \
  X(TRADE, "trade and investment")                                                                 \
  X(ENERGY_BILL, "energy bill")                                                                    \
  X(ENERGY_REVENUE, "energy revenue")                                                              \
  X(SANCTIONS_SUFFERED, "sanctions suffered")                                                      \
  X(SANCTIONS_COST, "markets given up by one's own sanctions")                                     \
  X(BURDEN, "burden of defence")                                                                   \
  X(HABIT, "people get used to what they have")                                                    \
  X(FROM_ASSERTIVENESS, "assertive conduct")                                                       \
  X(FROM_SANCTIONS, "sanctions are felt as hostility")                                             \
  X(FROM_CLAIM, "the official story points at it")                                                 \
  X(FROM_ALLY, "its ally is seen as a threat")                                                     \
  X(FROM_PEOPLE, "links between the peoples")                                                      \
  X(FROM_GOVERNMENT, "governments on good terms")                                                  \
  X(FROM_UNILATERALISM, "the guarantor acts alone")                                                \
  X(FROM_INFLUENCE, "influence operations")                                                        \
  X(FROM_CRISIS, "crisis")                                                                         \
  X(FROM_MENACE, "menace, as told and as seen")                                                    \
  X(FROM_GRIEVANCE, "grievance in the open")                                                       \
  X(FROM_FEAR, "fear of a revolution")                                                             \
  X(FROM_CONTRACT, "rule rests on security")                                                       \
  X(FROM_CONTROL, "control")                                                                       \
  X(FROM_EFFORT, "effort put into the story")                                                      \
  X(FROM_REACH, "how widely it is told")                                                           \
  X(EVIDENCE, "evidence")                                                                          \
  X(CONTRADICTION, "reality seen through open borders")                                            \
  X(ECHO, "echoed by")                                                                             \
  X(CLAIM_WEIGHT, "claim")                                                                         \
  X(SHORTFALL, "growth misses expectation")                                                        \
  X(SURPLUS, "growth beats expectation")                                                           \
  X(FADE, "the rally fades")                                                                       \
  X(ENRICHMENT_LEG, "enrichment leg")                                                              \
  X(SECURITY_LEG, "security leg: threat believed")                                                 \
  X(OPEN_GRIEVANCE, "grievance that openness lets act")                                            \
  X(FROM_RALLY, "rally round the flag")                                                            \
  X(FROM_COHESION, "cohesion")                                                                     \
  X(FROM_ECONOMY, "trade and investment at stake")                                                 \
  X(FROM_TENSION, "tension")                                                                       \
  X(COMMON_ADVERSARY, "common adversary")                                                          \
  X(AT_STAKE, "what closing ranks would cost with the adversary")                                  \
  X(LADDER, "step on the ladder")                                                                  \
  X(OWN_FORCES, "own forces")                                                                      \
  X(JOINT_FORCES, "partner's forces")                                                              \
  X(PILLAR, "pillar")                                                                              \
  X(FROM_THREAT, "perceived threat")                                                               \
  X(FROM_SPENDING, "defence spending")                                                             \
  X(URGENCY, "urgent need is bought abroad")                                                       \
  X(FROM_INDUSTRY, "own industry delivers")                                                        \
  X(FROM_IMPORTS, "orders that went abroad")                                                       \
  X(FROM_AUTONOMY, "own capability")                                                               \
  X(FROM_PRESENCE, "the guarantor's presence, as far as it is committed")                          \
  X(FROM_POWER, "adversary's usable power")                                                        \
  X(FROM_GAP, "deterrence gap")                                                                    \
  X(FROM_PROMISE, "promises")                                                                      \
  X(MEMBERS, "member's consent")                                                                   \
  X(DIVISION, "members drift apart")                                                               \
  X(NETWORK, "alliance")                                                                           \
  X(PASSAGE, "time passes")                                                                        \
  X(CRISIS_OPENS, "a crisis opens")                                                                \
  X(CRISIS_MOVE, "move in the crisis")                                                             \
  X(CRISIS_ENDS, "outcome of the crisis")                                                          \
  X(GUARANTEE, "the guarantee is called on")                                                       \
  X(WEDGE, "wedge")

#define TP_CAUSE_ENTRY_(ID, ...) TP_CAUSE_##ID,
enum tp_cause { TP_CAUSES(TP_CAUSE_ENTRY_) TP_CAUSE_COUNT };
#undef TP_CAUSE_ENTRY_

/* One change. */
struct tp_row {
  int16_t slot;   /* the variable that changed */
  int16_t source; /* the variable it comes from, or -1 */
  int16_t cause;  /* enum tp_cause */
  int16_t which;  /* action, event, influence or claim index by cause, or -1 */
  double delta;
};

/* The caller's buffer. Rows past `capacity` are counted in `missed` and not stored. */
struct tp_ledger {
  struct tp_row *rows;
  int capacity;
  int count;
  int missed;
};

/* English text of a cause. */
const char *tp_cause_text(enum tp_cause cause);

#endif
