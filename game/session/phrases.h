/* What the game says by itself, in the language that is spoken.
 *
 * All texts come from one language file (data/language.h), English standing in where that has none.
 * This is the one place words come from: the language is chosen at the start, or between two
 * frames, by the thread that shows them; no other thread reads words.
 *
 * X(ID, key, places): the text has {1} to {places} to be filled in. Names and texts of a game's
 * things come from its scenario.
 */
#ifndef TP_SESSION_PHRASES_H
#define TP_SESSION_PHRASES_H

#include "data/language.h"

#include <stddef.h>

#define TP_PHRASES(X)                                                                              \
  /* how the language writes things */                                                             \
  X(DECIMAL, "format.decimal", 0)                                                                  \
  X(GROUP, "format.group", 0)                                                                      \
  X(MINUS, "format.minus", 0)                                                                      \
  X(LIST, "format.list", 0)                                                                        \
  X(ARTICLES, "format.articles", 0)                                                                \
  /* units, as wording.c knows them */                                                             \
  X(UNIT_PERCENT, "unit.percent", 0)                                                               \
  X(UNIT_OF_GDP, "unit.percent-of-gdp", 0)                                                         \
  X(UNIT_BN, "unit.bn", 0)                                                                         \
  X(UNIT_POINTS, "unit.points", 0)                                                                 \
  X(UNIT_ACTIONS, "unit.actions", 0)                                                               \
  X(UNIT_QUARTERS, "unit.quarters", 0)                                                             \
  X(UNIT_PERCENT_A_TURN, "unit.percent-a-turn", 0)                                                 \
  /* dates and values */                                                                           \
  X(DATE, "value.date", 2)                                                                         \
  X(VALUE_UNIT, "value.value-unit", 2)                                                             \
  X(VALUE_INDEX, "value.value-index", 1)                                                           \
  X(NO_CHANGE, "value.no-change", 0)                                                               \
  /* names of variables */                                                                         \
  X(OF_ACTOR, "name.of-actor", 2)                                                                  \
  X(OF_TIE, "name.of-tie", 3)                                                                      \
  X(OF_VIEW, "name.of-view", 3)                                                                    \
  X(OF_CLAIM, "name.of-claim", 3)                                                                  \
  X(OF_WORLD, "name.of-world", 1)                                                                  \
  X(VIEW_MENACE, "name.view-menace", 2)                                                            \
  X(VIEW_ENERGY, "name.view-energy", 2)                                                            \
  X(VIEW_PRESENCE, "name.view-presence", 2)                                                        \
  X(VIEW_INFLUENCE, "name.view-influence", 2)                                                      \
  X(VIEW_SANCTIONS, "name.view-sanctions", 2)                                                      \
  /* conditions and effects */                                                                     \
  X(LESS, "condition.less", 2)                                                                     \
  X(LESS_EQUAL, "condition.less-equal", 2)                                                         \
  X(MORE, "condition.more", 2)                                                                     \
  X(MORE_EQUAL, "condition.more-equal", 2)                                                         \
  X(EQUAL, "condition.equal", 2)                                                                   \
  X(NOT_EQUAL, "condition.not-equal", 2)                                                           \
  X(GOAL_MET, "goals.met", 0)                                                                      \
  X(GOAL_HOLDS, "goals.holds", 0)                                                                  \
  X(GOAL_HOLDS_TURNS, "goals.holds-turns", 2)                                                      \
  X(GOAL_NOT_MET, "goals.not-met", 0)                                                              \
  X(GOAL_NOT_MET_TURNS, "goals.not-met-turns", 2)                                                  \
  X(STEP_LESS, "condition.step-less", 2)                                                           \
  X(STEP_LESS_EQUAL, "condition.step-less-equal", 2)                                               \
  X(STEP_MORE, "condition.step-more", 2)                                                           \
  X(STEP_MORE_EQUAL, "condition.step-more-equal", 2)                                               \
  X(STEP_EQUAL, "condition.step-equal", 2)                                                         \
  X(STEP_NOT_EQUAL, "condition.step-not-equal", 2)                                                 \
  X(DATE_LESS, "condition.date-less", 1)                                                           \
  X(DATE_LESS_EQUAL, "condition.date-less-equal", 1)                                               \
  X(DATE_MORE, "condition.date-more", 1)                                                           \
  X(DATE_MORE_EQUAL, "condition.date-more-equal", 1)                                               \
  X(DATE_EQUAL, "condition.date-equal", 1)                                                         \
  X(DATE_NOT_EQUAL, "condition.date-not-equal", 1)                                                 \
  X(EFFECT_ADD, "condition.effect-add", 2)                                                         \
  X(EFFECT_SET, "condition.effect-set", 2)                                                         \
  /* causes */                                                                                     \
  X(CAUSE_NAMED, "why.cause-named", 2)                                                             \
  X(CAUSE_FROM, "why.cause-from", 2)                                                               \
  X(CAUSE_ECHO, "why.cause-echo", 3)                                                               \
  /* costs */                                                                                      \
  X(COST_BUDGET, "cost.budget", 1)                                                                 \
  X(COST_CAPITAL, "cost.capital", 1)                                                               \
  X(COST_ATTENTION, "cost.attention", 1)                                                           \
  X(COST_TURN, "cost.turn", 1)                                                                     \
  X(COST_TURNS, "cost.turns", 1)                                                                   \
  X(COST_NOTHING, "cost.nothing", 0)                                                               \
  /* votes */                                                                                      \
  X(VOTE_NONE, "vote.none", 0)                                                                     \
  X(VOTE_QUALIFIED, "vote.qualified", 0)                                                           \
  X(VOTE_UNANIMITY, "vote.unanimity", 0)                                                           \
  X(BALLOT_PASSES, "vote.ballot-passes", 3)                                                        \
  X(BALLOT_FAILS, "vote.ballot-fails", 3)                                                          \
  X(BALLOT_OPEN, "vote.ballot-open", 3)                                                            \
  X(BALLOT_UNSURE, "vote.ballot-unsure", 1)                                                        \
  X(BALLOT_AGAINST, "vote.ballot-against", 1)                                                      \
  X(REFUSED_COSTS, "vote.refused-costs", 1)                                                        \
  X(REFUSED_FREE, "vote.refused-free", 0)                                                          \
  X(REFUSED_KEEPS, "vote.refused-keeps", 1)                                                        \
  X(REFUSED_RESTS, "vote.refused-rests", 1)                                                        \
  /* few-valued things */                                                                          \
  X(THEME_DEFENCE, "theme.defence", 0)                                                             \
  X(THEME_DIPLOMACY, "theme.diplomacy", 0)                                                         \
  X(THEME_ECONOMY, "theme.economy", 0)                                                             \
  X(THEME_SOCIETY, "theme.society", 0)                                                             \
  X(THEME_INFORMATION, "theme.information", 0)                                                     \
  X(MOVE_HOLD, "move.hold", 0)                                                                     \
  X(MOVE_ESCALATE, "move.escalate", 0)                                                             \
  X(MOVE_BACK, "move.back", 0)                                                                     \
  X(STEP_0, "step.0", 0)                                                                           \
  X(STEP_1, "step.1", 0)                                                                           \
  X(STEP_2, "step.2", 0)                                                                           \
  X(STEP_3, "step.3", 0)                                                                           \
  X(STEP_4, "step.4", 0)                                                                           \
  X(STEP_5, "step.5", 0)                                                                           \
  X(STATUS_0, "status.0", 0)                                                                       \
  X(STATUS_1, "status.1", 0)                                                                       \
  X(STATUS_2, "status.2", 0)                                                                       \
  X(STATUS_3, "status.3", 0)                                                                       \
  X(RESULT_PLAYING, "result.playing", 0)                                                           \
  X(RESULT_VICTORY, "result.victory", 0)                                                           \
  X(RESULT_DRAW, "result.draw", 0)                                                                 \
  X(RESULT_DEFEAT, "result.defeat", 0)                                                             \
  X(GAUGE_NARRATIVE, "gauge.narrative", 1)                                                         \
  X(GAUGE_AUTONOMY, "gauge.autonomy", 0)                                                           \
  X(GAUGE_GAP, "gauge.gap", 0)                                                                     \
  X(GAUGE_UNITY, "gauge.unity", 0)                                                                 \
  /* refusals */                                                                                   \
  X(NO_SUCH_ORDER, "refusal.no-such-order", 0)                                                     \
  X(NOT_YOURS, "refusal.not-yours", 0)                                                             \
  X(GAME_IS_OVER, "refusal.game-is-over", 0)                                                       \
  X(ORDERS_FULL, "refusal.orders-full", 0)                                                         \
  X(ALREADY_ORDERED, "refusal.already-ordered", 0)                                                 \
  X(IS_BANNED, "refusal.is-banned", 0)                                                             \
  X(UNDER_WAY, "refusal.under-way", 1)                                                             \
  X(COOLING_DOWN, "refusal.cooling-down", 1)                                                       \
  X(USED_UP, "refusal.used-up", 0)                                                                 \
  X(EXCLUDED, "refusal.excluded", 1)                                                               \
  X(CONDITION_UNMET, "refusal.condition-unmet", 1)                                                 \
  X(CONDITION_NOW, "refusal.condition-now", 1)                                                     \
  X(NO_BUDGET, "refusal.no-budget", 1)                                                             \
  X(NO_CAPITAL, "refusal.no-capital", 1)                                                           \
  X(NO_ATTENTION, "refusal.no-attention", 1)                                                       \
  X(NOT_PENDING, "refusal.not-pending", 0)                                                         \
  X(NO_CRISIS, "refusal.no-crisis", 0)                                                             \
  /* headlines */                                                                                  \
  X(ACTION_STARTED, "news.action-started", 2)                                                      \
  X(ACTION_DONE, "news.action-done", 2)                                                            \
  X(ACTION_ENDED, "news.action-ended", 2)                                                          \
  X(ATTEMPT_WON, "news.attempt-won", 2)                                                            \
  X(ATTEMPT_LOST, "news.attempt-lost", 2)                                                          \
  X(WEDGE_WON, "news.wedge-won", 4)                                                                \
  X(WEDGE_LOST, "news.wedge-lost", 4)                                                              \
  X(VOTE_PASSED, "news.vote-passed", 1)                                                            \
  X(VOTE_FAILED, "news.vote-failed", 1)                                                            \
  X(VOTE_FAILED_BY, "news.vote-failed-by", 2)                                                      \
  X(EVENT, "news.event", 1)                                                                        \
  X(EVENT_WAITS, "news.event-waits", 1)                                                            \
  X(DECIDED, "news.decided", 3)                                                                    \
  X(DECIDED_NOBODY, "news.decided-nobody", 2)                                                      \
  X(CRISIS_OPENED, "news.crisis-opened", 2)                                                        \
  X(GUARANTEE_KEPT, "news.guarantee-kept", 2)                                                      \
  X(GUARANTEE_DENIED, "news.guarantee-denied", 2)                                                  \
  X(CRISIS_HOLDS, "news.crisis-holds", 1)                                                          \
  X(CRISIS_ESCALATES, "news.crisis-escalates", 1)                                                  \
  X(CRISIS_BACKS, "news.crisis-backs", 1)                                                          \
  X(CRISIS_WON, "news.crisis-won", 3)                                                              \
  X(CRISIS_EASED, "news.crisis-eased", 1)                                                          \
  X(STATUS_UP, "news.status-up", 4)                                                                \
  X(STATUS_DOWN, "news.status-down", 4)                                                            \
  X(OBJECTIVE_MET, "news.objective-met", 1)                                                        \
  X(OBJECTIVE_LOST, "news.objective-lost", 1)                                                      \
  X(ENDING, "news.ending", 2)                                                                      \
  X(RISES, "news.rises", 3)                                                                        \
  X(FALLS, "news.falls", 3)                                                                        \
  X(RISES_MAINLY, "news.rises-mainly", 4)                                                          \
  X(FALLS_MAINLY, "news.falls-mainly", 4)                                                          \
  /* what is known of a move in a crisis */                                                        \
  X(MOVE_HOLD_TEXT, "move.hold-text", 2)                                                           \
  X(MOVE_ESCALATE_TEXT, "move.escalate-text", 4)                                                   \
  X(MOVE_BACK_PLAIN, "move.back-plain", 2)                                                         \
  X(MOVE_BACK_TEXT, "move.back-text", 3)                                                           \
  X(CRISIS_WAYS, "move.ways", 1)                                                                   \
  X(CRISIS_WAY_WON, "move.way-won", 2)                                                             \
  X(CRISIS_WAY_EASED, "move.way-eased", 1)                                                         \
  X(CRISIS_WAY_GOES_ON, "move.way-goes-on", 1)                                                     \
  X(CRISIS_WAY_WAR, "move.way-war", 1)                                                             \
  /* counsel */                                                                                    \
  X(COUNSEL_CRISIS, "counsel.crisis", 2)                                                           \
  X(COUNSEL_CRISIS_WHY, "counsel.crisis-why", 2)                                                   \
  X(COUNSEL_DECISION, "counsel.decision", 1)                                                       \
  X(COUNSEL_DECISION_WHY, "counsel.decision-why", 1)                                               \
  X(COUNSEL_DANGER_SOON, "counsel.danger-soon", 4)                                                 \
  X(COUNSEL_DANGER_NEAR, "counsel.danger-near", 3)                                                 \
  X(COUNSEL_DANGER_LAST, "counsel.danger-last", 3)                                                 \
  X(COUNSEL_GAP, "counsel.gap", 2)                                                                 \
  X(COUNSEL_WHY, "counsel.why", 2)                                                                 \
  X(COUNSEL_BEHIND, "counsel.behind", 3)                                                           \
  X(COUNSEL_CLAIM, "counsel.claim", 3)                                                             \
  X(COUNSEL_CLAIM_WHY, "counsel.claim-why", 2)                                                     \
  X(COUNSEL_GOAL_HELD, "counsel.goal-held", 5)                                                     \
  X(COUNSEL_GOAL_NEAR, "counsel.goal-near", 3)                                                     \
  X(COUNSEL_VOTE, "counsel.vote", 3)                                                               \
  X(COUNSEL_VOTE_WHY_NONE, "counsel.vote-why-none", 1)                                             \
  X(COUNSEL_VOTE_WHY, "counsel.vote-why", 2)                                                       \
  X(COUNSEL_PILLAR, "counsel.pillar", 4)                                                           \
  X(COUNSEL_PILLAR_WHY, "counsel.pillar-why", 0)                                                   \
  X(COUNSEL_MEANS, "counsel.means", 3)                                                             \
  X(COUNSEL_MEANS_WHY, "counsel.means-why", 0)                                                     \
  X(HELP_ACT, "counsel.help-act", 1)                                                               \
  X(HELP_ACT_MOVES, "counsel.help-act-moves", 3)                                                   \
  X(HELP_ACT_WINS, "counsel.help-act-wins", 3)                                                     \
  X(HELP_CLAIM, "counsel.help-claim", 1)                                                           \
  X(HELP_ANSWER, "counsel.help-answer", 1)                                                         \
  X(HELP_ANSWER_MOVES, "counsel.help-answer-moves", 3)                                             \
  X(HELP_MOVE, "counsel.help-move", 1)                                                             \
  X(HELP_MOVE_MOVES, "counsel.help-move-moves", 3)                                                 \
  /* the encyclopaedia */                                                                          \
  X(PAGE_KIND_MECHANISM, "page.kind-mechanism", 0)                                                 \
  X(PAGE_KIND_FAMILY, "page.kind-family", 0)                                                       \
  X(PAGE_KIND_VARIABLE, "page.kind-variable", 0)                                                   \
  X(PAGE_KIND_ACTOR, "page.kind-actor", 0)                                                         \
  X(PAGE_KIND_CLAIM, "page.kind-claim", 0)                                                         \
  X(PAGE_KIND_ACTION, "page.kind-action", 0)                                                       \
  X(PAGE_KIND_EVENT, "page.kind-event", 0)                                                         \
  X(PAGE_KIND_GOAL, "page.kind-goal", 0)                                                           \
  X(PAGE_KIND_ENDING, "page.kind-ending", 0)                                                       \
  X(PAGE_KIND_RULE, "page.kind-rule", 0)                                                           \
  X(PAGE_KIND_GUIDE, "page.kind-guide", 0)                                                         \
  X(PAGE_MECHANISMS, "page.mechanisms", 0)                                                         \
  X(PAGE_FAMILIES, "page.families", 0)                                                             \
  X(PAGE_VARIABLES, "page.variables", 0)                                                           \
  X(PAGE_ACTORS, "page.actors", 0)                                                                 \
  X(PAGE_CLAIMS, "page.claims", 0)                                                                 \
  X(PAGE_ALL_ACTIONS, "page.all-actions", 0)                                                       \
  X(PAGE_EVENTS, "page.events", 0)                                                                 \
  X(PAGE_OBJECTIVES, "page.objectives", 0)                                                         \
  X(PAGE_ENDINGS, "page.endings", 0)                                                               \
  X(PAGE_RULES, "page.rules", 0)                                                                   \
  X(PAGE_GUIDES, "page.guides", 0)                                                                 \
  X(PAGE_HIDDEN, "page.hidden", 0)                                                                 \
  X(PAGE_TIMES, "page.times", 1)                                                                   \
  X(PAGE_TIMES_BOTH, "page.times-both", 2)                                                         \
  X(PAGE_HOW, "page.how", 2)                                                                       \
  X(PAGE_PERCENT, "page.percent", 1)                                                               \
  X(PAGE_CLAIMED, "page.claimed", 0)                                                               \
  X(PAGE_MODELLED, "page.modelled", 0)                                                             \
  X(PAGE_WORKS_THROUGH, "page.works-through", 0)                                                   \
  X(PAGE_SOURCE, "page.source", 0)                                                                 \
  X(PAGE_SOURCES, "page.sources", 0)                                                               \
  X(PAGE_SOURCE_TEXT, "page.source-text", 1)                                                       \
  X(PAGE_MECHANISMS_OF, "page.mechanisms-of", 0)                                                   \
  X(PAGE_NOW, "page.now", 0)                                                                       \
  X(PAGE_NOW_AT, "page.now-at", 1)                                                                 \
  X(PAGE_START, "page.start", 0)                                                                   \
  X(PAGE_RANGE, "page.range", 0)                                                                   \
  X(PAGE_FROM_TO, "page.from-to", 2)                                                               \
  X(PAGE_DERIVED, "page.derived", 0)                                                               \
  X(PAGE_ALL_OF_IT, "page.all-of-it", 0)                                                           \
  X(PAGE_EQUATION, "page.equation", 0)                                                             \
  X(PAGE_RATE, "page.rate", 1)                                                                     \
  X(PAGE_OFFSET, "page.offset", 0)                                                                 \
  X(PAGE_CEILING, "page.ceiling", 0)                                                               \
  X(PAGE_COMPUTED, "page.computed", 0)                                                             \
  X(PAGE_USES, "page.uses", 0)                                                                     \
  X(PAGE_INFLUENCES, "page.influences", 0)                                                         \
  X(PAGE_BY_ACTIONS, "page.by-actions", 0)                                                         \
  X(PAGE_BY_EVENTS, "page.by-events", 0)                                                           \
  X(PAGE_CONDITION_OF, "page.condition-of", 0)                                                     \
  X(PAGE_SEAT, "page.seat", 0)                                                                     \
  X(PAGE_SEAT_YOURS, "page.seat-yours", 0)                                                         \
  X(PAGE_SEAT_OTHER, "page.seat-other", 0)                                                         \
  X(PAGE_SIZE, "page.size", 0)                                                                     \
  X(PAGE_POPULATION, "page.population", 0)                                                         \
  X(PAGE_STORY, "page.story", 0)                                                                   \
  X(PAGE_VALUES, "page.values", 0)                                                                 \
  X(PAGE_TIES, "page.ties", 0)                                                                     \
  X(PAGE_VIEWS, "page.views", 0)                                                                   \
  X(PAGE_ACTIONS, "page.actions", 0)                                                               \
  X(PAGE_WANTS, "page.wants", 0)                                                                   \
  X(PAGE_TOLD_BY, "page.told-by", 0)                                                               \
  X(PAGE_ABOUT, "page.about", 0)                                                                   \
  X(PAGE_SHARE, "page.share", 0)                                                                   \
  X(PAGE_EVIDENCE, "page.evidence", 0)                                                             \
  X(PAGE_CONTRADICTION, "page.contradiction", 0)                                                   \
  X(PAGE_ECHOES, "page.echoes", 0)                                                                 \
  X(PAGE_DONE_BY, "page.done-by", 0)                                                               \
  X(PAGE_AIMED_AT, "page.aimed-at", 0)                                                             \
  X(PAGE_COST, "page.cost", 0)                                                                     \
  X(PAGE_VOTE, "page.vote", 0)                                                                     \
  X(PAGE_ONCE, "page.once", 0)                                                                     \
  X(PAGE_EXCLUDES, "page.excludes", 0)                                                             \
  X(PAGE_ONCE_A_GAME, "page.once-a-game", 0)                                                       \
  X(PAGE_COOLDOWN, "page.cooldown", 0)                                                             \
  X(PAGE_POSSIBLE, "page.possible", 0)                                                             \
  X(PAGE_EFFECTS, "page.effects", 0)                                                               \
  X(PAGE_EACH_TURN, "page.each-turn", 0)                                                           \
  X(PAGE_AT_END, "page.at-end", 0)                                                                 \
  X(PAGE_SUCCESS, "page.success", 0)                                                               \
  X(PAGE_WEDGE, "page.wedge", 0)                                                                   \
  X(PAGE_BASE, "page.base", 0)                                                                     \
  X(PAGE_FAILURE, "page.failure", 0)                                                               \
  X(PAGE_STANCES, "page.stances", 0)                                                               \
  X(PAGE_COMES, "page.comes", 0)                                                                   \
  X(PAGE_CHANCE, "page.chance", 1)                                                                 \
  X(PAGE_ONLY_CALLED, "page.only-called", 0)                                                       \
  X(PAGE_LAST_TURN, "page.last-turn", 0)                                                           \
  X(PAGE_DECIDES, "page.decides", 0)                                                               \
  X(PAGE_WHEN, "page.when", 0)                                                                     \
  X(PAGE_FOLLOWS, "page.follows", 1)                                                               \
  X(PAGE_OPENS_CRISIS, "page.opens-crisis", 2)                                                     \
  X(PAGE_LASTING, "page.lasting", 0)                                                               \
  X(PAGE_POINTS, "page.points", 0)                                                                 \
  X(PAGE_RESULT, "page.result", 0)                                                                 \
  X(PAGE_RULES_OF, "page.rules-of", 0)                                                             \
  X(PAGE_CAUSES, "page.causes", 0)                                                                 \
  X(PAGE_VALUE, "page.value", 0)                                                                   \
  X(PAGE_WRITTEN_AS, "page.written-as", 0)                                                         \
  X(PAGE_SET, "page.set", 0)                                                                       \
  X(PAGE_SET_IN, "page.set-in", 2)                                                                 \
  X(PAGE_SET_BY_MOD, "page.set-by-mod", 3)                                                         \
  X(PAGE_READ_BY, "page.read-by", 0)                                                               \
  X(PAGE_ITS_PACE, "page.its-pace", 0)                                                             \
  X(PAGE_ITS_FORMULA, "page.its-formula", 0)                                                       \
  X(PAGE_SO_MANY, "page.so-many", 1)                                                               \
  X(PAGE_HALF_WAY, "page.half-way", 1)                                                             \
  X(PAGE_TEN_POINTS, "page.ten-points", 3)                                                         \
  X(PAGE_TEN_POINTS_NOW, "page.ten-points-now", 3)                                                 \
  X(PAGE_PART_OF, "page.part-of", 0)                                                               \
  X(PAGE_NEIGHBOURS, "page.neighbours", 0)                                                         \
  X(PAGE_BAND_AHEAD, "page.band-ahead", 2)                                                         \
  X(PAGE_TENTHS, "page.tenths", 0)                                                                 \
  X(PAGE_TENTHS_READ, "page.tenths-read", 0)                                                       \
  X(PAGE_LEANS_HIGH, "page.leans-high", 1)                                                         \
  X(PAGE_LEANS_LOW, "page.leans-low", 1)                                                           \
  X(PAGE_INSIDE, "page.inside", 3)                                                                 \
  X(PAGE_MEASURED, "page.measured", 0)                                                             \
  X(PAGE_MEASURED_IN, "page.measured-in", 3)                                                       \
  X(PAGE_SAME_GAME, "page.same-game", 0)                                                           \
  X(PAGE_CHANGED_GAME, "page.changed-game", 0)                                                     \
  X(PAGE_OTHER_GAME, "page.other-game", 0)                                                         \
  X(PAGE_NOT_MEASURED, "page.not-measured", 0)                                                     \
  /* looking back */                                                                               \
  X(ORDER_ACT, "debrief.order-act", 1)                                                             \
  X(ORDER_ANSWER, "debrief.order-answer", 2)                                                       \
  X(ORDER_MOVE, "debrief.order-move", 1)                                                           \
  X(CHANGE_WITHOUT, "debrief.change-without", 1)                                                   \
  X(CHANGE_ALSO, "debrief.change-also", 1)                                                         \
  X(VERDICT_BETWEEN, "debrief.between", 0)                                                         \
  X(VERDICT_TIME, "debrief.time", 2)                                                               \
  X(VERDICT_LAST, "debrief.last", 2)                                                               \
  X(VERDICT_LASTING, "debrief.lasting", 3)                                                         \
  X(VERDICT_ENDED, "debrief.ended", 2)                                                             \
  X(VERDICT_MOVED, "debrief.moved", 4)                                                             \
  X(VERDICT_AGAINST, "debrief.against", 1)                                                         \
  X(VERDICT_ALL_MET, "debrief.all-met", 0)                                                         \
  X(VERDICT_LACK, "debrief.lack", 2)                                                               \
  X(VERDICT_MISSED, "debrief.missed", 2)                                                           \
  X(VERDICT_TOO_SHORT, "debrief.too-short", 3)                                                     \
  X(VERDICT_POINTS, "debrief.points", 3)                                                           \
  X(REGIME_RULE, "debrief.regime-rule", 5)                                                         \
  X(REGIME_STORY, "debrief.regime-story", 4)                                                       \
  X(REGIME_TIE, "debrief.regime-tie", 4)                                                           \
  X(WHATIF_ODDS, "debrief.whatif-odds", 4)                                                         \
  X(WHATIF_CHANCE, "debrief.whatif-chance", 0)                                                     \
  X(WHATIF_OPEN, "debrief.whatif-open", 2)                                                         \
  X(WHATIF_ENDED, "debrief.whatif-ended", 4)                                                       \
  X(WHATIF_REFUSED, "debrief.whatif-refused", 1)                                                   \
  X(WHATIF_REFLEX, "debrief.whatif-reflex", 1)                                                     \
  /* why */                                                                                        \
  X(WHY_OTHERS, "why.why-others", 1)                                                               \
  X(WHY_ROUNDING, "why.why-rounding", 0)                                                           \
  /* mods */                                                                                       \
  X(WITH_MODS, "mods.with", 1)                                                                     \
  X(WITHOUT_MODS, "mods.without", 1)                                                               \
  X(MOD_STATE_ON, "mods.state-on", 0)                                                              \
  X(MOD_STATE_OFF, "mods.state-off", 0)                                                            \
  X(MOD_STATE_GONE, "mods.state-gone", 0)                                                          \
  X(MOD_STATE_OLD, "mods.state-old", 0)                                                            \
  X(MOD_STATE_FAULT, "mods.state-fault", 1)                                                        \
  X(MOD_STATE_FAULTS, "mods.state-faults", 1)                                                      \
  X(MOD_STATE_CONFLICT, "mods.state-conflict", 1)                                                  \
  X(MOD_STATE_CONFLICTS, "mods.state-conflicts", 1)                                                \
  X(MOD_ALSO_ON, "mods.also-on", 2)                                                                \
  X(MOD_ALSO_OFF, "mods.also-off", 2)                                                              \
  X(MOD_NEED, "mods.need", 2)                                                                      \
  X(MOD_NEED_FROM, "mods.need-from", 2)                                                            \
  X(MOD_PART, "mods.part", 2)                                                                      \
  X(MOD_PART_MORE, "mods.part-more", 1)                                                            \
  X(MOD_BETWEEN, "mods.between", 2)                                                                \
  X(MOD_TOWARDS, "mods.towards", 2)                                                                \
  X(MOD_NEEDS, "mods.needs", 0)                                                                    \
  X(MOD_CHANGES, "mods.changes", 1)                                                                \
  X(MOD_SCENARIOS, "mods.scenarios", 0)                                                            \
  X(MOD_CONFLICTS, "mods.conflicts", 0)                                                            \
  X(MOD_COUNTS, "mods.counts", 2)                                                                  \
  X(MOD_LOST, "mods.lost", 2)                                                                      \
  X(MOD_FAULTS, "mods.faults", 0)                                                                  \
  X(MOD_WARNINGS, "mods.warnings", 0)                                                              \
  X(MOD_FOLDER, "mods.folder", 0)                                                                  \
  X(SECTION_ACTIONS, "mods.section-actions", 0)                                                    \
  X(SECTION_EVENTS, "mods.section-events", 0)                                                      \
  X(SECTION_ACTORS, "mods.section-actors", 0)                                                      \
  X(SECTION_CLAIMS, "mods.section-claims", 0)                                                      \
  X(SECTION_PAIRS, "mods.section-pairs", 0)                                                        \
  X(SECTION_VIEWS, "mods.section-views", 0)                                                        \
  X(SECTION_ENDINGS, "mods.section-endings", 0)                                                    \
  X(SECTION_OBJECTIVES, "mods.section-objectives", 0)                                              \
  X(SECTION_INFLUENCES, "mods.section-influences", 0)                                              \
  X(SECTION_RULES, "mods.section-rules", 0)                                                        \
  X(SECTION_TRACKS, "mods.section-tracks", 0)                                                      \
  X(SECTION_WORLD, "mods.section-world", 0)                                                        \
  X(SECTION_HINTS, "mods.section-hints", 0)                                                        \
  X(SECTION_ADVISORS, "mods.section-advisors", 0)                                                  \
  X(SECTION_VARIANTS, "mods.section-variants", 0)                                                  \
  X(SECTION_TITLE, "mods.section-title", 0)                                                        \
  X(SECTION_SUMMARY, "mods.section-summary", 0)                                                    \
  X(SECTION_START, "mods.section-start", 0)                                                        \
  X(SECTION_TURNS, "mods.section-turns", 0)                                                        \
  X(SECTION_ROLES, "mods.section-roles", 0)                                                        \
  X(SECTION_SOURCES, "mods.section-sources", 0)                                                    \
  X(SECTION_POLICIES, "mods.section-policies", 0)                                                  \
  X(MODS_TOO_MANY, "mods.too-many", 0)                                                             \
  X(MODS_NONE, "mods.none", 0)                                                                     \
  X(MODS_HOW, "mods.how", 0)                                                                       \
  X(MODS_FOLDER, "mods.your-folder", 1)                                                            \
  X(MODS_NO_FOLDER, "mods.your-folder-missing", 1)                                                 \
  X(MODS_ONCE, "mods.once", 0)                                                                     \
  X(MODS_THIS_GAME, "mods.this-game", 1)                                                           \
  X(MODS_NO_MODS, "mods.no-mods", 0)                                                               \
  X(MODS_NAMED, "mods.named", 0)                                                                   \
  X(MODS_ON, "mods.on-in-order", 0)                                                                \
  X(MODS_OFF, "mods.off-head", 0)                                                                  \
  X(MODS_UNUSABLE, "mods.unusable", 0)                                                             \
  /* notices and problems */                                                                       \
  X(AUTOSAVE_FAILED, "notice.autosave-failed", 2)                                                  \
  X(PLAYED_DIFFERENTLY, "notice.played-differently", 1)                                            \
  X(MOD_CHANGED, "notice.mod-changed", 1)                                                          \
  X(MOD_BROKEN, "notice.mod-broken", 1)                                                            \
  X(MOD_GONE, "notice.mod-gone", 1)                                                                \
  X(SCENARIO_CHANGED, "notice.scenario-changed", 0)                                                \
  X(SCENARIO_UNUSABLE, "notice.scenario-unusable", 1)                                              \
  X(KEPT_AS_SAVED, "notice.kept-as-saved", 0)                                                      \
  X(NO_POLICY, "notice.no-policy", 1)                                                              \
  X(NO_SCENARIO_NAMED, "notice.no-scenario-named", 0)                                              \
  X(NOT_PLAYABLE, "notice.not-playable", 0)                                                        \
  X(NOTHING_TO_SAVE, "notice.nothing-to-save", 0)                                                  \
  X(POLICY_REPLACED, "notice.policy-replaced", 3)                                                  \
  X(NOT_A_SAVE, "notice.not-a-save", 0)                                                            \
  X(NOT_A_FILE, "notice.not-a-file", 0)                                                            \
  X(DIFFERS_GONE, "differs.gone", 1)                                                               \
  X(DIFFERS_LOST, "differs.lost", 1)                                                               \
  X(DIFFERS_CUT, "differs.cut", 3)                                                                 \
  X(DIFFERS_NEW, "differs.new", 1)                                                                 \
  X(DIFFERS_CHANGED, "differs.changed", 1)                                                         \
  X(DIFFERS_CHANGED_TO, "differs.changed-to", 3)                                                   \
  X(YOUR_ORDER, "differs.your-order", 0)                                                           \
  X(DIFFERS_WITH, "differs.with", 2)                                                               \
  X(THING_ACTOR, "thing.actor", 1)                                                                 \
  X(THING_PAIR, "thing.pair", 1)                                                                   \
  X(THING_VIEW, "thing.view", 1)                                                                   \
  X(THING_CLAIM, "thing.claim", 1)                                                                 \
  X(THING_TRACK, "thing.track", 1)                                                                 \
  X(THING_ACTION, "thing.action", 1)                                                               \
  X(THING_EVENT, "thing.event", 1)                                                                 \
  X(THING_INFLUENCE, "thing.influence", 1)                                                         \
  X(THING_OBJECTIVE, "thing.objective", 1)                                                         \
  X(THING_ENDING, "thing.ending", 1)                                                               \
  X(THING_POLICY, "thing.policy", 1)                                                               \
  X(THING_ROLE, "thing.role", 1)                                                                   \
  X(THING_RULE, "thing.rule", 1)                                                                   \
  X(THING_START, "thing.start", 1)                                                                 \
  X(THING_TURNS, "thing.turns", 0)                                                                 \
  X(THING_SCENARIO, "thing.scenario", 1)                                                           \
  X(THING_MOD, "thing.mod", 1)                                                                     \
  X(THING_VALUES, "thing.values", 2)                                                               \
  X(THING_VALUE, "thing.value", 1)                                                                 \
  X(THING_PROGRAMME, "thing.programme", 1)                                                         \
  X(THING_WAIT, "thing.wait", 1)                                                                   \
  X(THING_DECISION, "thing.decision", 1)                                                           \
  X(THING_CRISIS, "thing.crisis", 2)                                                               \
  X(THING_ORDER, "thing.order", 1)                                                                 \
  X(THING_RESULT, "thing.result", 1)                                                               \
  X(THING_PART, "thing.part", 1)                                                                   \
  X(SNAPSHOT_UNUSABLE, "notice.snapshot-unusable", 0)

#define TP_PHRASE_ENTRY_(ID, key, places) TP_SAY_##ID,
enum tp_phrase { TP_PHRASES(TP_PHRASE_ENTRY_) TP_PHRASE_COUNT };
#undef TP_PHRASE_ENTRY_

/* Speaks the language of that code from now on; texts handed out before are gone. 1, or 0 when it
 * cannot be used and the words stay as they are. What is wrong with its file is added to `problems`
 * in either case. Before the first call, a text is its key. */
int tp_phrases_speak(const char *code, struct tp_problems *problems);

/* The code of the language spoken: "en" before another one was chosen. */
const char *tp_phrases_language(void);

/* The language that the system asks for (LC_ALL, LC_MESSAGES, LANG) when there is a file for it,
 * else "en". */
void tp_phrases_usual(char *code, size_t size);

/* The text of any key, or the key itself; never NULL. It lasts until another language is spoken. */
const char *tp_phrase_text(const char *key);
const char *tp_phrase(enum tp_phrase id);

/* A sentence with `with` (ended by NULL) filled in; returns `text`. At most `size` bytes, always
 * terminated, no character cut in two. A name's article begins small after a word: "The sceptics",
 * but "Europe and the sceptics", "cohesion (the sceptics)". */
char *tp_phrase_fill(char *text, size_t size, const char *sentence, const char *const *with);
#define TP_SAY(text, size, id, ...)                                                                \
  tp_phrase_fill(text, size, tp_phrase(id), (const char *const[]){__VA_ARGS__, NULL})

/* Appends to text of a fixed size, with the same promises. */
void tp_phrase_append(char *text, size_t size, const char *more);

/* The same for an item of a list: "A", then "A, B". A name's article begins small: "France, the
 * south". */
void tp_phrase_list(char *text, size_t size, const char *item);
void tp_phrase_list_name(char *text, size_t size, const char *name);

/* Makes the article that a name begins with small, as within a sentence; returns `text`. */
char *tp_phrase_small(char *text);

/* Makes the first letter a capital, as at the start of a line; returns `text`. */
char *tp_phrase_capital(char *text);

/* A number as the language writes it, with so many digits after the point; returns `text`. */
enum { TP_FIGURE_MAX = 48 };
char *tp_phrase_number(char text[TP_FIGURE_MAX], double x, int digits);

/* The same for a change: with a sign, but for what is 0 in these digits. */
char *tp_phrase_signed(char text[TP_FIGURE_MAX], double x, int digits);

/* A number with no digit after the point, and with one, for filling in on the spot. */
#define TP_WHOLE(n) tp_phrase_number((char[TP_FIGURE_MAX]){0}, (double)(n), 0)
#define TP_TENTHS(x) tp_phrase_number((char[TP_FIGURE_MAX]){0}, (x), 1)

#endif
