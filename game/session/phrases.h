/* THE sentences that the game says by itself, in one table, so that they can be put into another
 * language. Names and texts of a game's things come from its scenario.
 *
 * X(ID, text): {1}, {2} ... stand for what is filled in, in any order. Text in several pieces
 * stands in brackets.
 */
#ifndef TP_SESSION_PHRASES_H
#define TP_SESSION_PHRASES_H

#include <stddef.h>

#define TP_PHRASES(X)                                                                              \
  /* dates and values */                                                                           \
  X(DATE, "{1} Q{2}")                                                                              \
  X(VALUE_UNIT, "{1} {2}")                                                                         \
  X(VALUE_INDEX, "{1}")                                                                            \
  X(NO_CHANGE, "no change")                                                                        \
  /* names of variables */                                                                         \
  X(OF_ACTOR, "{1}: {2}")                                                                          \
  X(OF_TIE, "{1} and {2}: {3}")                                                                    \
  X(OF_CLAIM, "{1} claim “{2}”: {3}")                                                              \
  X(OF_WORLD, "World: {1}")                                                                        \
  X(VIEW_MENACE, "{1}: menace seen in {2}")                                                        \
  X(VIEW_ENERGY, "{1}: energy bought from {2}")                                                    \
  X(VIEW_PRESENCE, "{1}: forces of {2} on its soil")                                               \
  X(VIEW_INFLUENCE, "{1}: influence operations of {2}")                                            \
  X(VIEW_SANCTIONS, "{1}: sanctions on {2}")                                                       \
  /* conditions and effects */                                                                     \
  X(LESS, "{1} below {2}")                                                                         \
  X(LESS_EQUAL, "{1} at most {2}")                                                                 \
  X(MORE, "{1} above {2}")                                                                         \
  X(MORE_EQUAL, "{1} at least {2}")                                                                \
  X(EQUAL, "{1} exactly {2}")                                                                      \
  X(NOT_EQUAL, "{1} other than {2}")                                                               \
  X(EFFECT_ADD, "{1} {2}")                                                                         \
  X(EFFECT_SET, "{1} becomes {2}")                                                                 \
  /* causes */                                                                                     \
  X(CAUSE_NAMED, "{1}: {2}")                                                                       \
  X(CAUSE_FROM, "{1} ({2})")                                                                       \
  X(CAUSE_ECHO, "{1} {2} ({3})")                                                                   \
  /* costs */                                                                                      \
  X(COST_BUDGET, "{1} bn")                                                                         \
  X(COST_CAPITAL, "{1} political capital")                                                         \
  X(COST_ATTENTION, "{1} attention")                                                               \
  X(COST_TURN, "{1} turn")                                                                         \
  X(COST_TURNS, "{1} turns")                                                                       \
  X(COST_NOTHING, "nothing")                                                                       \
  /* votes */                                                                                      \
  X(VOTE_NONE, "no vote needed")                                                                   \
  X(VOTE_QUALIFIED, "qualified majority")                                                          \
  X(VOTE_UNANIMITY, "unanimity")                                                                   \
  X(BALLOT_PASSES, "{1}, would pass: {2} % of states and {3} % of population for")                 \
  X(BALLOT_FAILS, "{1}, would fail: {2} % of states and {3} % of population for")                  \
  X(BALLOT_OPEN, "{1}, open: {2} % of states and {3} % of population for")                         \
  X(BALLOT_UNSURE, "; unsure: {1}")                                                                \
  X(BALLOT_AGAINST, "; against: {1}")                                                              \
  /* few-valued things */                                                                          \
  X(THEME_DEFENCE, "Defence")                                                                      \
  X(THEME_DIPLOMACY, "Diplomacy")                                                                  \
  X(THEME_ECONOMY, "Economy")                                                                      \
  X(THEME_SOCIETY, "Society")                                                                      \
  X(THEME_INFORMATION, "Information")                                                              \
  X(MOVE_HOLD, "hold firm")                                                                        \
  X(MOVE_ESCALATE, "escalate")                                                                     \
  X(MOVE_BACK, "step back")                                                                        \
  X(STEP_0, "no crisis")                                                                           \
  X(STEP_1, "incident")                                                                            \
  X(STEP_2, "mobilisation")                                                                        \
  X(STEP_3, "ultimatum")                                                                           \
  X(STEP_4, "clash")                                                                               \
  X(STEP_5, "war")                                                                                 \
  X(STATUS_0, "contacts")                                                                          \
  X(STATUS_1, "alignment")                                                                         \
  X(STATUS_2, "entente")                                                                           \
  X(STATUS_3, "military alliance")                                                                 \
  X(RESULT_PLAYING, "not decided yet")                                                             \
  X(RESULT_VICTORY, "victory")                                                                     \
  X(RESULT_DRAW, "draw")                                                                           \
  X(RESULT_DEFEAT, "defeat")                                                                       \
  X(GAUGE_NARRATIVE, "{1}: narrative")                                                             \
  X(GAUGE_AUTONOMY, "European autonomy")                                                           \
  X(GAUGE_GAP, "Deterrence gap")                                                                   \
  X(GAUGE_UNITY, "Cohesion of the Union")                                                          \
  /* refusals */                                                                                   \
  X(NO_SUCH_ORDER, "there is no such choice")                                                      \
  X(NOT_YOURS, "this is not yours to decide")                                                      \
  X(GAME_IS_OVER, "the game is over")                                                              \
  X(ORDERS_FULL, "no more orders fit into one turn")                                               \
  X(ALREADY_ORDERED, "already ordered this turn")                                                  \
  X(IS_BANNED, "excluded by the experiment")                                                       \
  X(UNDER_WAY, "under way, {1} left")                                                              \
  X(COOLING_DOWN, "may be tried again in {1}")                                                     \
  X(USED_UP, "can be done only once a game")                                                       \
  X(CONDITION_UNMET, "needs {1}")                                                                  \
  X(NO_BUDGET, "needs {1} bn more budget")                                                         \
  X(NO_CAPITAL, "needs {1} more political capital")                                                \
  X(NO_ATTENTION, "needs {1} more attention")                                                      \
  X(NOT_PENDING, "no such decision waits")                                                         \
  X(NO_CRISIS, "there is no crisis in which you could move")                                       \
  /* headlines */                                                                                  \
  X(ACTION_STARTED, "{1}: “{2}” begins.")                                                          \
  X(ACTION_DONE, "{1}: “{2}” is carried out.")                                                     \
  X(ACTION_ENDED, "{1}: “{2}” is complete.")                                                       \
  X(ATTEMPT_WON, "{1}: “{2}” succeeds.")                                                           \
  X(ATTEMPT_LOST, "{1}: “{2}” fails.")                                                             \
  X(WEDGE_WON, "{1}: “{2}” opens a crack between {3} and {4}.")                                    \
  X(WEDGE_LOST, "{1}: “{2}” fails to part {3} and {4}.")                                           \
  X(VOTE_PASSED, "The council agrees to “{1}”.")                                                   \
  X(VOTE_FAILED, "The council refuses “{1}”.")                                                     \
  X(VOTE_FAILED_BY, "The council refuses “{1}”. Against: {2}.")                                    \
  X(EVENT, "{1}.")                                                                                 \
  X(EVENT_WAITS, "{1}. A decision waits.")                                                         \
  X(DECIDED, "{1} on “{2}”: {3}.")                                                                 \
  X(DECIDED_NOBODY, "“{1}”: {2}.")                                                                 \
  X(CRISIS_OPENED, "Crisis: {1} challenges {2}.")                                                  \
  X(GUARANTEE_KEPT, "{1} stands by {2}.")                                                          \
  X(GUARANTEE_DENIED, "{1} does not stand by {2}.")                                                \
  X(CRISIS_HOLDS, "In the crisis, {1} chose to hold firm.")                                        \
  X(CRISIS_ESCALATES, "In the crisis, {1} chose to escalate.")                                     \
  X(CRISIS_BACKS, "In the crisis, {1} chose to step back.")                                        \
  X(CRISIS_WON, "The crisis ends at the step “{3}”: {1} backs down before {2}.")                   \
  X(CRISIS_EASED, "The crisis ends at the step “{1}”, with no one the winner.")                    \
  X(STATUS_UP, "{1} and {2} draw closer: from {3} to {4}.")                                        \
  X(STATUS_DOWN, "{1} and {2} draw apart: from {3} to {4}.")                                       \
  X(OBJECTIVE_MET, "Objective met: {1}.")                                                          \
  X(OBJECTIVE_LOST, "Objective no longer met: {1}.")                                               \
  X(ENDING, "{1}: {2}.")                                                                           \
  X(RISES, "{1} rises by {2} to {3}.")                                                             \
  X(FALLS, "{1} falls by {2} to {3}.")                                                             \
  X(RISES_MAINLY, "{1} rises by {2} to {3}. Mainly: {4}.")                                         \
  X(FALLS_MAINLY, "{1} falls by {2} to {3}. Mainly: {4}.")                                         \
  /* what is known of a move in a crisis */                                                        \
  X(MOVE_HOLD_TEXT, ("If the other side holds too, the crisis may end by itself ({1} % a turn). "  \
                     "If it steps back, "                                                          \
                     "you gain a rally of {2}."))                                                  \
  X(MOVE_ESCALATE_TEXT,                                                                            \
    ("The ladder rises from {1} towards war, which costs both sides {2} prosperity. Your public "  \
     "rallies by {3}. If the other side steps back, it loses {4} stability."))                     \
  X(MOVE_BACK_TEXT,                                                                                \
    ("The crisis ends. You lose {1} stability, your claims {2} credibility and your members "      \
     "{3} consent, unless the other side steps back too."))                                        \
  /* counsel */                                                                                    \
  X(COUNSEL_CRISIS, "The crisis with {1} stands at “{2}”, and your move is wanted.")               \
  X(COUNSEL_CRISIS_WHY, "To step back would cost: stability {1}, each member's consent {2}.")      \
  X(COUNSEL_DECISION, "“{1}” waits for your answer.")                                              \
  X(COUNSEL_DECISION_WHY, "Unanswered, it is taken as “{1}”.")                                     \
  X(COUNSEL_DANGER_SOON, "In {1} the game ends with “{2}”, unless this changes: {3}; now {4}.")    \
  X(COUNSEL_DANGER_NEAR, "“{1}” is not far. It comes with {2}; now {3}.")                          \
  X(COUNSEL_DANGER_LAST, "Were this the last turn, the end would be “{1}”: {2}; now {3}.")         \
  X(COUNSEL_GAP, "The deterrence gap has widened by {1} to {2}.")                                  \
  X(COUNSEL_WHY, "Mainly {1}: {2}.")                                                               \
  X(COUNSEL_BEHIND, "Mainly {1}: {2}. And that moved mainly by {3}.")                              \
  X(COUNSEL_CLAIM, "The claim “{1}” is about to fall: believed by {2}, where {3} is wanted.")      \
  X(COUNSEL_CLAIM_WHY, "What still feeds it most is {1}, now {2}.")                                \
  X(COUNSEL_GOAL_HELD, "“{1}” holds, {2} of {3} turns. Nearest to breaking: {4}; now {5}.")        \
  X(COUNSEL_GOAL_NEAR, "“{1}” is within reach. It lacks {2}; now {3}.")                            \
  X(COUNSEL_VOTE, "“{1}” hangs on {2}, {3} points short of a yes.")                                \
  X(COUNSEL_VOTE_WHY, "It was lately promised {1}; a point promised counts {2} in its vote.")      \
  X(COUNSEL_PILLAR,                                                                                \
    ("{1}, at {2}, is the weakest of the five pillars. A point there adds {3} to autonomy, a "     \
     "point on the strongest {4}."))                                                               \
  X(COUNSEL_PILLAR_WHY, "No programme under way raises it.")                                       \
  X(COUNSEL_MEANS, "{1} bn, {2} political capital and {3} attention lie idle.")                    \
  X(COUNSEL_MEANS_WHY, "Attention does not keep: what is left over is gone with the turn.")        \
  X(HELP_ACT, "{1}")                                                                               \
  X(HELP_ACT_MOVES, "{1} ({2} {3})")                                                               \
  X(HELP_ACT_WINS, "{1} ({2} {3} towards a yes)")                                                  \
  X(HELP_ANSWER, "Answer “{1}”")                                                                   \
  X(HELP_ANSWER_MOVES, "Answer “{1}” ({2} {3})")                                                   \
  X(HELP_MOVE, "In the crisis, {1}")                                                               \
  X(HELP_MOVE_MOVES, "In the crisis, {1} ({2} {3})")                                               \
  /* notices and problems */                                                                       \
  X(AUTOSAVE_FAILED, "The game could not be saved: {1} {2}. You can go on; nothing is lost.")      \
  X(PLAYED_DIFFERENTLY,                                                                            \
    ("This version plays turn {1} of the saved game differently. The game goes on from the state " \
     "that was saved."))                                                                           \
  X(NO_POLICY, "there is no policy called “{1}”")                                                  \
  X(NO_SCENARIO_NAMED, "no scenario was named")                                                    \
  X(NOT_PLAYABLE, "is a library of rules for other scenarios and cannot be played by itself")      \
  X(NOTHING_TO_SAVE, "this game has no scenario file and cannot be saved")                         \
  X(POLICY_REPLACED,                                                                               \
    "{1} was played by “{2}”, which this version does not have; it goes on as {3}.")               \
  X(NOT_A_SAVE, "is there and is no saved game; choose another name")                              \
  X(NOT_A_FILE, "cannot be written: something that is no file is in the way")                      \
  X(SNAPSHOT_UNUSABLE, "its state does not fit its scenario")

#define TP_PHRASE_ENTRY_(ID, text) TP_SAY_##ID,
enum tp_phrase { TP_PHRASES(TP_PHRASE_ENTRY_) TP_PHRASE_COUNT };
#undef TP_PHRASE_ENTRY_

/* The sentence as it stands in the table. */
const char *tp_phrase(enum tp_phrase id);

/* The sentence with `with` (ended by NULL) filled in. At most `size` bytes, always terminated, no
 * character cut in two. */
void tp_phrase_fill(char *text, size_t size, enum tp_phrase id, const char *const *with);
#define TP_SAY(text, size, id, ...)                                                                \
  tp_phrase_fill(text, size, id, (const char *const[]){__VA_ARGS__, NULL})

/* Appends to text of a fixed size, with the same promises. */
void tp_phrase_append(char *text, size_t size, const char *more);

#endif
