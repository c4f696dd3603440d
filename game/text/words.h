/*
 * What the text game itself says: its keys in the language files (assets/lang), and its commands,
 * which have a name, a usage and an explanation there. A command's English name, its id here, is
 * understood in every language.
 */
#ifndef TP_TEXT_WORDS_H
#define TP_TEXT_WORDS_H

#include "session/phrases.h"

/* X(ID, key, places): the text has {1} to {places} to be filled in. */
#define TP_TEXTS(X)                                                                                \
  X(YOU_DECIDE, "text.you-decide", 3)                                                              \
  X(AIMS, "text.aims", 3)                                                                          \
  X(SEED, "text.seed", 1)                                                                          \
  X(TOO_LONG, "text.too-long", 1)                                                                  \
  X(BYE_UNSAVED, "text.bye-unsaved", 0)                                                            \
  X(BYE_NOTHING, "text.bye-nothing", 0)                                                            \
  X(BYE_SAVED, "text.bye-saved", 1)                                                                \
  X(BYE_ORDERS, "text.bye-orders", 0)                                                              \
  X(BYE_ORDERS_LOST, "text.bye-orders-lost", 0)                                                    \
  X(STATE, "text.state", 6)                                                                        \
  X(GAUGE, "text.gauge", 3)                                                                        \
  X(GAUGE_LEAST, "text.gauge-least", 4)                                                            \
  X(GAUGE_MOST, "text.gauge-most", 4)                                                              \
  X(WEAKEST, "text.weakest", 2)                                                                    \
  X(NEAREST, "text.nearest", 3)                                                                    \
  X(NO_NEWS, "text.no-news", 0)                                                                    \
  X(NEWS_GOOD, "text.news-good", 1)                                                                \
  X(NEWS_BAD, "text.news-bad", 1)                                                                  \
  X(NEWS_MORE, "text.news-more", 2)                                                                \
  X(DECISION, "text.decision", 2)                                                                  \
  X(ANSWER, "text.answer-line", 2)                                                                 \
  X(ANSWER_CLOSED, "text.answer-closed", 2)                                                        \
  X(ANSWER_CHOSEN, "text.answer-chosen", 2)                                                        \
  X(DECIDE, "text.decide", 1)                                                                      \
  X(CRISIS, "text.crisis-line", 4)                                                                 \
  X(GUARANTEED, "text.guaranteed", 2)                                                              \
  X(UNGUARANTEED, "text.unguaranteed", 2)                                                          \
  X(MOVE, "text.move-line", 2)                                                                     \
  X(MOVE_CHOSEN, "text.move-chosen", 2)                                                            \
  X(NO_ORDERS, "text.no-orders", 0)                                                                \
  X(ORDER_ACT, "text.order-act", 3)                                                                \
  X(ORDER_ANSWER, "text.order-answer", 3)                                                          \
  X(ORDER_MOVE, "text.order-move", 2)                                                              \
  X(ORDER_VOTE, "text.order-vote", 1)                                                              \
  X(RUNS, "text.runs", 2)                                                                          \
  X(RUNS_LAST, "text.runs-last", 1)                                                                \
  X(CONDITION, "text.condition", 2)                                                                \
  X(OBJECTIVE, "text.objective", 3)                                                                \
  X(LASTING, "text.lasting", 2)                                                                    \
  X(ENDING, "text.ending", 2)                                                                      \
  X(ENDING_LAST, "text.ending-last", 2)                                                            \
  X(OVER, "text.over", 2)                                                                          \
  X(SCORE, "text.score", 1)                                                                        \
  X(GOAL, "text.goal", 2)                                                                          \
  X(COURSE, "text.course", 7)                                                                      \
  X(MARKS, "text.marks", 0)                                                                        \
  X(MARK, "text.mark", 2)                                                                          \
  X(AFTER, "text.after", 3)                                                                        \
  X(NOTE, "text.note", 1)                                                                          \
  X(OPEN_ACTIONS, "text.open-actions", 3)                                                          \
  X(ACTION_OPEN, "text.action-open", 4)                                                            \
  X(ACTION_CLOSED, "text.action-closed", 3)                                                        \
  X(THEME, "text.theme", 1)                                                                        \
  X(NO_THEME, "text.no-theme", 2)                                                                  \
  X(NO_ACTION_NOW, "text.no-action-now", 1)                                                        \
  X(ACTIONS_HOW, "text.actions-how", 2)                                                            \
  X(ABOUT, "text.about-line", 2)                                                                   \
  X(COSTS, "text.costs", 1)                                                                        \
  X(VOTE, "text.vote-line", 1)                                                                     \
  X(EXCLUDES, "text.excludes", 1)                                                                  \
  X(AT_ONCE, "text.at-once", 1)                                                                    \
  X(EACH_TURN, "text.each-turn", 1)                                                                \
  X(AT_END, "text.at-end", 1)                                                                      \
  X(IF_FAILS, "text.if-fails", 1)                                                                  \
  X(NOT_NOW, "text.not-now", 1)                                                                    \
  X(WHICH_ACTION, "text.which-action", 1)                                                          \
  X(NO_NUMBER, "text.no-number", 2)                                                                \
  X(NO_ACTION, "text.no-action", 2)                                                                \
  X(COULD_BE, "text.could-be", 1)                                                                  \
  X(OF_WHAT, "text.of-what", 1)                                                                    \
  X(NOTHING_CALLED, "text.nothing-called", 1)                                                      \
  X(VALUE, "text.value", 3)                                                                        \
  X(HIDDEN, "text.hidden", 1)                                                                      \
  X(VALUES_STILL, "text.values-still", 0)                                                          \
  X(VALUES_OF, "text.values-of", 1)                                                                \
  X(VALUES_ZERO, "text.values-zero", 1)                                                            \
  X(VALUES_HIDDEN, "text.values-hidden", 1)                                                        \
  X(MAYBE_MORE, "text.maybe-more", 0)                                                              \
  X(STILL, "text.still", 0)                                                                        \
  X(WHY_TURN, "text.why-turn", 4)                                                                  \
  X(WHY_LINE, "text.why-line", 2)                                                                  \
  X(WHY_ASK, "text.why-ask", 3)                                                                    \
  X(WHY_HOW, "text.why-how", 3)                                                                    \
  X(WHY_BACK, "text.why-back", 2)                                                                  \
  X(WHY_MORE, "text.why-more", 1)                                                                  \
  X(WHY_NONE, "text.why-none", 1)                                                                  \
  X(WHY_NO_LINE, "text.why-no-line", 0)                                                            \
  X(WHY_NO_TURN, "text.why-no-turn", 0)                                                            \
  X(NO_FORECAST, "text.no-forecast", 2)                                                            \
  X(NO_FORECAST_NOW, "text.no-forecast-now", 0)                                                    \
  X(FORECAST_LOST, "text.forecast-lost", 0)                                                        \
  X(FORECAST, "text.forecast-head", 3)                                                             \
  X(FORECAST_LINE, "text.forecast-line", 8)                                                        \
  X(FORECAST_GAIN, "text.forecast-gain", 3)                                                        \
  X(FORECAST_GOAL, "text.forecast-goal", 4)                                                        \
  X(FORECAST_AS_IF, "text.forecast-as-if", 1)                                                      \
  X(REFUSED, "text.refused", 1)                                                                    \
  X(LEFT, "text.left", 3)                                                                          \
  X(ORDERED, "text.ordered", 1)                                                                    \
  X(DOOMED, "text.doomed", 3)                                                                      \
  X(NOTHING_UNDO, "text.nothing-undo", 0)                                                          \
  X(UNDONE, "text.undone", 0)                                                                      \
  X(NOTHING_REDO, "text.nothing-redo", 0)                                                          \
  X(REDONE, "text.redone", 0)                                                                      \
  X(WHICH_ORDER, "text.which-order", 2)                                                            \
  X(TAKEN_BACK, "text.taken-back", 0)                                                              \
  X(NO_DECISION, "text.no-decision", 0)                                                            \
  X(ANSWER_HOW, "text.answer-how", 1)                                                              \
  X(ANSWERED, "text.answered", 1)                                                                  \
  X(NO_CRISIS, "text.no-crisis", 0)                                                                \
  X(WILL_MOVE, "text.will-move", 1)                                                                \
  X(CRISIS_HOW, "text.crisis-how", 3)                                                              \
  X(HINTS_OFF, "text.hints-off", 1)                                                                \
  X(HINTS_ON, "text.hints-on", 1)                                                                  \
  X(GAME_OVER, "text.game-over", 0)                                                                \
  X(SAVE_WHERE, "text.save-where", 1)                                                              \
  X(SAVED_IN, "text.saved-in", 1)                                                                  \
  X(NOT_SAVED, "text.not-saved", 0)                                                                \
  X(UNSAVED, "text.unsaved", 2)                                                                    \
  X(LOAD_WHICH, "text.load-which", 2)                                                              \
  X(NOT_LOADED, "text.not-loaded", 0)                                                              \
  X(LOADED, "text.loaded", 1)                                                                      \
  X(RESCUE_HOW, "text.rescue-how", 1)                                                              \
  X(RENEW_HOW, "text.renew-how", 1)                                                                \
  X(RENEWED, "text.renewed", 0)                                                                    \
  X(RENEWED_AT, "text.renewed-at", 1)                                                              \
  X(RENEW_NOTHING, "text.renew-nothing", 0)                                                        \
  X(DIFFERENCE, "text.difference", 1)                                                              \
  X(NAME_TAKEN, "text.name-taken", 1)                                                              \
  X(SAVE_LINE, "text.save-line", 6)                                                                \
  X(SAVE_OWN, "text.save-own", 0)                                                                  \
  X(SAVE_AUTO, "text.save-auto", 0)                                                                \
  X(NO_SAVES, "text.no-saves", 0)                                                                  \
  X(SAVES_HOW, "text.saves-how", 1)                                                                \
  X(NO_COMMAND, "text.no-command", 2)                                                              \
  X(TOO_MUCH, "text.too-much", 2)                                                                  \
  X(NOT_UNDERSTOOD, "text.not-understood", 2)                                                      \
  X(HELP_LINE, "text.help-line", 2)                                                                \
  X(LANGUAGES, "text.languages", 3)                                                                \
  X(NO_LANGUAGE, "text.no-language", 2)                                                            \
  X(LANGUAGE_NOW, "text.language-now", 0)                                                          \
  X(HINT, "text.hint-line", 2)                                                                     \
  X(NOW_TYPE, "text.now-type", 1)                                                                  \
  X(SEE_TYPE, "text.see-type", 1)                                                                  \
  X(ANSWER_TYPE, "text.answer-type", 1)                                                            \
  X(ADVISOR, "text.advisor", 3)                                                                    \
  X(ADVISOR_ONLY, "text.advisor-only", 2)                                                          \
  X(WOULD_HELP_IN, "text.would-help-in", 2)                                                        \
  X(WOULD_HELP, "text.would-help", 1)                                                              \
  X(NOTHING_PRESSES, "text.nothing-presses", 0)                                                    \
  X(READ_WHAT, "text.read-what", 1)                                                                \
  X(READ_COUNT, "text.read-count", 2)                                                              \
  X(READ_KIND, "text.read-kind", 1)                                                                \
  X(READ_ROW, "text.read-row", 1)                                                                  \
  X(READ_FIGURE, "text.read-figure", 2)                                                            \
  X(READ_TITLE, "text.read-title", 2)                                                              \
  X(READ_WHICH, "text.read-which", 0)                                                              \
  X(READ_NONE, "text.read-none", 2)                                                                \
  X(ALL, "text.all", 0)                                                                            \
  X(ON, "text.on", 0)                                                                              \
  X(OFF, "text.off", 0)                                                                            \
  X(HOLD, "text.hold", 0)                                                                          \
  X(ESCALATE, "text.escalate", 0)                                                                  \
  X(STEP_BACK, "text.back", 0)                                                                     \
  X(TURN_BEFORE, "text.before", 0)                                                                 \
  X(GO_BACK, "text.go-back", 0)                                                                    \
  /* looking back */                                                                               \
  X(CLAIM_WENT, "text.claim-went", 5)                                                              \
  X(STILL_OPEN, "text.still-open", 0)                                                              \
  X(LOOK_AT, "text.look-at", 1)                                                                    \
  X(LOOK_ON, "text.look-on", 2)                                                                    \
  X(ODDS_START, "text.odds-start", 3)                                                              \
  X(ODDS_SAME, "text.odds-same", 6)                                                                \
  X(ODDS, "text.odds", 5)                                                                          \
  X(NO_PAST, "text.no-past", 0)                                                                    \
  X(NO_POINTS, "text.no-points", 0)                                                                \
  X(POINT_LACK, "text.point-lack", 7)                                                              \
  X(POINT, "text.point", 5)                                                                        \
  X(CHANGES, "text.changes", 2)                                                                    \
  X(CHANGE, "text.change", 2)                                                                      \
  X(CHANGES_HOW, "text.changes-how", 1)                                                            \
  X(PLAY_ON_HOW, "text.play-on-how", 1)                                                            \
  X(PLAYED_ON, "text.played-on", 1)                                                                \
  X(WHATIF_WHICH, "text.whatif-which", 2)                                                          \
  X(PLAY, "text.play", 0)                                                                          \
  /* mods and other games */                                                                       \
  X(MOD_LINE, "text.mod-line", 2)                                                                  \
  X(MOD_PLACE, "text.mod-place", 3)                                                                \
  X(MODS_TYPE, "text.mods-type", 2)                                                                \
  X(NO_MOD, "text.no-mod", 2)                                                                      \
  X(MOD_REFUSED, "text.mod-refused", 1)                                                            \
  X(MOD_IS_ON, "text.mod-is-on", 3)                                                                \
  X(MOD_IS_OFF, "text.mod-is-off", 3)                                                              \
  X(MOD_AGAIN, "text.mod-again", 0)                                                                \
  X(MOD_ALREADY, "text.mod-already", 2)                                                            \
  X(SCENARIO_LINE, "text.scenario-line", 3)                                                        \
  X(SCENARIO_NOTED, "text.scenario-noted", 4)                                                      \
  X(FIRST_GAME, "text.first-game", 0)                                                              \
  X(MAIN_GAME, "text.main-game", 0)                                                                \
  X(SCENARIO_BROKEN, "text.scenario-broken", 3)                                                    \
  X(VARIANT_LINE, "text.variant-line", 3)                                                          \
  X(NEW_TYPE, "text.new-type", 2)                                                                  \
  X(NOT_BEGUN, "text.not-begun", 0)                                                                \
  X(WARNINGS, "text.warnings", 1)

/* X(ID, name): the texts are text.do-NAME.name, .usage and .help. */
#define TP_TEXT_COMMANDS(X)                                                                        \
  X(LOOK, "look")                                                                                  \
  X(HEADLINES, "headlines")                                                                        \
  X(ACTIONS, "actions")                                                                            \
  X(ABOUT, "about")                                                                                \
  X(DO, "do")                                                                                      \
  X(FORECAST, "forecast")                                                                          \
  X(ORDERS, "orders")                                                                              \
  X(UNDO, "undo")                                                                                  \
  X(REDO, "redo")                                                                                  \
  X(DROP, "drop")                                                                                  \
  X(ANSWER, "answer")                                                                              \
  X(CRISIS, "crisis")                                                                              \
  X(SHOW, "show")                                                                                  \
  X(WHY, "why")                                                                                    \
  X(READ, "read")                                                                                  \
  X(ADVICE, "advice")                                                                              \
  X(HINTS, "hints")                                                                                \
  X(GOALS, "goals")                                                                                \
  X(DEBRIEF, "debrief")                                                                            \
  X(TURNING, "turning")                                                                            \
  X(WHATIF, "whatif")                                                                              \
  X(END, "end")                                                                                    \
  X(NEW, "new")                                                                                    \
  X(MODS, "mods")                                                                                  \
  X(SAVES, "saves")                                                                                \
  X(SAVE, "save")                                                                                  \
  X(LOAD, "load")                                                                                  \
  X(RENEW, "renew")                                                                                \
  X(LANGUAGE, "language")                                                                          \
  X(HELP, "help")                                                                                  \
  X(QUIT, "quit")

#define TP_TEXT_ENTRY_(ID, key, places) TP_TEXT_##ID,
enum tp_text_word { TP_TEXTS(TP_TEXT_ENTRY_) TP_TEXT_COUNT };
#undef TP_TEXT_ENTRY_

#define TP_TEXT_ENTRY_(ID, name) TP_DO_##ID,
enum tp_text_command { TP_TEXT_COMMANDS(TP_TEXT_ENTRY_) TP_DO_COUNT };
#undef TP_TEXT_ENTRY_

/* The words in the language that is spoken, until another one is. */
const char *tp_text_word(enum tp_text_word id);

/* The same with texts filled in, as TP_SAY does it; returns `text`. */
#define TP_TEXT_PRINT(text, size, id, ...)                                                         \
  tp_phrase_fill(text, size, tp_text_word(id), (const char *const[]){__VA_ARGS__, NULL})

/* What a command is called, how it is typed, what it does. */
const char *tp_text_name(enum tp_text_command command);
const char *tp_text_usage(enum tp_text_command command);
const char *tp_text_help(enum tp_text_command command);

/* Its name in every language. */
const char *tp_text_id(enum tp_text_command command);

#endif
