/*
 * What the interface itself says, in one table, so that it can be put into another language. Names
 * and texts of the game's things come from its scenario, sentences about them from the session.
 */
#ifndef TP_DESKTOP_WORDS_H
#define TP_DESKTOP_WORDS_H

#include <stddef.h>

/* X(ID, words); %s and %d are filled in by the one place that uses the entry. */
#define TP_WORDS(X)                                                                                \
  X(GAME, "Third Pole")                                                                            \
  X(WINDOW, "%s \xc2\xb7 %s \xc2\xb7 %s")                                                          \
  X(MOTTO, "A game of Europe between Moscow, Beijing and Washington")                              \
  /* title */                                                                                      \
  X(CONTINUE, "Continue")                                                                          \
  X(NEW_GAME, "New game")                                                                          \
  X(LOAD, "Load")                                                                                  \
  X(QUIT, "Quit")                                                                                  \
  X(BACK, "Back")                                                                                  \
  X(BEGIN, "Begin")                                                                                \
  X(CHOOSE_SCENARIO, "Choose a scenario")                                                          \
  X(CHOOSE_SAVE, "Choose a saved game")                                                            \
  X(NO_SAVES, "There are no saved games yet.")                                                     \
  X(NO_SCENARIOS, "No scenario was found.")                                                        \
  X(BROKEN, "broken: %d errors")                                                                   \
  X(SEED, "Seed")                                                                                  \
  X(SEED_HINT, "The seed decides all chance: the same seed, the same dice.")                       \
  X(FAULTS, "This cannot be played yet")                                                           \
  X(SCENARIO_LENGTH, "%d turns, from %s")                                                          \
  X(SOURCES, "%d sources")                                                                         \
  /* top bar */                                                                                    \
  X(TURN_OF, "%s \xc2\xb7 turn %d of %d")                                                          \
  X(BUDGET, "Budget")                                                                              \
  X(CAPITAL, "Capital")                                                                            \
  X(ATTENTION, "Attention")                                                                        \
  X(BILLION, "%s bn")                                                                              \
  X(OF, "%s of %s")                                                                                \
  /* actions */                                                                                    \
  X(ACT, "Act")                                                                                    \
  X(ORDERED_COUNT, "%d ordered")                                                                   \
  X(UNDO, "Undo")                                                                                  \
  X(ORDER_IT, "Order")                                                                             \
  X(TAKE_BACK, "Take back")                                                                        \
  X(ORDERED, "Ordered")                                                                            \
  X(END_TURN, "End turn")                                                                          \
  X(SPACE_ENDS, "Space ends the turn")                                                             \
  X(GAME_OVER, "The game is over")                                                                 \
  X(UNDER_WAY, "UNDER WAY")                                                                        \
  X(NOT_NOW, "NOT NOW")                                                                            \
  X(TURNS_LEFT, "%d turns left")                                                                   \
  X(TURN_LEFT, "last turn")                                                                        \
  X(COST_BUDGET, "%s bn")                                                                          \
  X(COST_CAPITAL, "%s capital")                                                                    \
  X(COST_TURNS, "%d turns")                                                                        \
  X(COST_FREE, "free")                                                                             \
  X(CHANCE, "Chance of success %d %%")                                                             \
  X(VOTE_COUNT, "%s: %d for, %d unsure, %d against \xe2\x80\x94 ")                                 \
  X(VOTE_PASSES, "passes")                                                                         \
  X(VOTE_FAILS, "blocked")                                                                         \
  X(VOTE_FAILS_BY, "blocked by %s")                                                                \
  X(VOTE_OPEN, "open")                                                                             \
  X(VOTE_OPEN_BY, "depends on %s")                                                                 \
  X(FORECAST_OF, "%s, forecast")                                                                   \
  X(FORECAST_WAIT, "Playing imagined games\xe2\x80\xa6")                                           \
  X(FORECAST_NONE, "No forecast for this.")                                                        \
  X(FORECAST_GAIN, "In %d turns %s (%s to %s)")                                                    \
  X(NOW, "now")                                                                                    \
  X(WITH_IT, "with it")                                                                            \
  X(WITHOUT_IT, "without it")                                                                      \
  /* map */                                                                                        \
  X(MAP, "Map")                                                                                    \
  X(MODE_ACTORS, "Actors")                                                                         \
  X(MODE_STABILITY, "Stability")                                                                   \
  X(MODE_THREAT, "Threat")                                                                         \
  X(MODE_ALIGNMENT, "Alignment")                                                                   \
  X(MODE_ENERGY, "Energy")                                                                         \
  X(MODE_PRESENCE, "Presence")                                                                     \
  X(MODE_CONSENT, "Consent")                                                                       \
  X(NOTE_VALUE, "%d")                                                                              \
  X(NOTE_AUTONOMY, "autonomy %d")                                                                  \
  X(NOTE_STABILITY, "stability %d")                                                                \
  X(NOTE_REGIME, "stability %d \xc2\xb7 narrative %d")                                             \
  X(NOTE_GUARANTOR, "commitment %d \xc2\xb7 presence %d")                                          \
  X(LEGEND_TIES, "Legend \xc2\xb7 ties")                                                           \
  X(LEGEND_DURABLE, "rests on links between peoples")                                              \
  X(LEGEND_BRITTLE, "rests on a common adversary")                                                 \
  X(LEGEND_STABILITY, "how firmly each government holds")                                          \
  X(LEGEND_THREAT, "how threatened each public feels")                                             \
  X(LEGEND_ALIGNMENT, "alignment with %s")                                                         \
  X(LEGEND_ENERGY, "energy bought from %s")                                                        \
  X(LEGEND_PRESENCE, "military presence: %s")                                                      \
  X(LEGEND_NONE, "none")                                                                           \
  X(LEGEND_CONSENT, "consent to a common defence")                                                 \
  X(DECISION_WAITS, "Decide: %s")                                                                  \
  X(CRISIS_AT, "Crisis: %s")                                                                       \
  X(GOALS_COUNT, "Objectives %d of %d")                                                            \
  X(NEWS, "Last turn")                                                                             \
  X(MENU, "Menu")                                                                                  \
  /* dossier */                                                                                    \
  X(DOSSIER, "Dossier \xc2\xb7 %s")                                                                \
  X(KIND_POWER, "power")                                                                           \
  X(KIND_UNION, "union")                                                                           \
  X(KIND_MEMBER, "member of the union")                                                            \
  X(KIND_ALLY, "ally beside the union")                                                            \
  X(KIND_PARTNER, "partner")                                                                       \
  X(KIND_TIE, "tie")                                                                               \
  X(TAB_VALUES, "Values")                                                                          \
  X(TAB_STORY, "Story")                                                                            \
  X(TAB_TIES, "Ties")                                                                              \
  X(NOT_KNOWN, "not known")                                                                        \
  X(NO_CLAIMS, "It tells no official story of its own.")                                           \
  X(CLAIM_FIGURES, "credibility")                                                                  \
  X(REACH, "reach %s")                                                                             \
  X(ECHOED_BY, "reach %s \xc2\xb7 echoed by %s")                                                   \
  X(CONTRACT, "SOCIAL CONTRACT")                                                                   \
  X(ENRICHMENT, "enrichment %d")                                                                   \
  X(SECURITY, "security %d")                                                                       \
  X(CLAIMS, "CLAIMS")                                                                              \
  X(TIE_NAME, "%s and %s")                                                                         \
  X(TIE_TIP, "%s and %s: cohesion %d, durable %d, brittle %d")                                     \
  X(TIE_STATUS, "%s \xc2\xb7 cohesion %s")                                                         \
  X(BRITTLE, "brittle %s")                                                                         \
  X(DURABLE, "durable %s")                                                                         \
  X(OPEN_DOSSIER, "Open %s")                                                                       \
  X(CLOSE, "Close")                                                                                \
  /* why */                                                                                        \
  X(WHY, "WHY IT MOVED")                                                                           \
  X(WHY_OTHERS, "%d smaller causes")                                                               \
  X(WHY_SUM, "Change this turn")                                                                   \
  X(WHY_STILL, "It did not move this turn.")                                                       \
  X(WHY_NOW, "Now %s")                                                                             \
  /* report, decisions, crisis */                                                                  \
  X(REPORT, "What happened")                                                                       \
  X(REPORT_QUIET, "A quiet quarter. Nothing large moved.")                                         \
  X(REPORT_START, "The game begins")                                                               \
  X(GO_ON, "Go on")                                                                                \
  X(DECISION, "A decision")                                                                        \
  X(LATER, "Later")                                                                                \
  X(OPTION_CLOSED, "not open to you now")                                                          \
  X(NO_EFFECT, "no direct effect")                                                                 \
  X(LEADS_TO, "may lead further")                                                                  \
  X(OPENS_CRISIS, "opens a crisis")                                                                \
  X(CRISIS, "Crisis")                                                                              \
  X(CRISIS_PARTIES, "%s challenges %s")                                                            \
  X(CRISIS_HONOURED, "%s stands by %s.")                                                           \
  X(CRISIS_NOT_HONOURED, "%s does not stand by %s.")                                               \
  X(CRISIS_UNCALLED, "No guarantee covers %s.")                                                    \
  X(CRISIS_AGE, "Turn %d of the crisis")                                                           \
  X(CRISIS_WATCH, "You are no party to it, and can only watch.")                                   \
  X(CONFIRM, "End the turn?")                                                                      \
  X(CONFIRM_DECISION,                                                                              \
    "A decision still waits: \xe2\x80\x9c%s\xe2\x80\x9d. Unanswered, the first choice is taken.")  \
  X(CONFIRM_UNSPENT, "Nothing is ordered, and there are means for it.")                            \
  X(CONFIRM_CRISIS, "You have not chosen a move in the crisis. Unchosen, you hold firm.")          \
  X(CONFIRM_YES, "End turn anyway")                                                                \
  X(CONFIRM_NO, "Go back")                                                                         \
  /* objectives, ending */                                                                         \
  X(GOALS, "Objectives")                                                                           \
  X(GOAL_MET, "met")                                                                               \
  X(GOAL_OPEN, "open")                                                                             \
  X(GOAL_NOW, " (now %.1f)")                                                                       \
  X(TOWARDS, "%s towards %s")                                                                      \
  X(GOAL_STREAK, "held %d of %d turns")                                                            \
  X(SCORE, "Score %d of 100 \xc2\xb7 %d of %d objectives \xc2\xb7 %d turns")                       \
  X(TURNING_POINTS, "dotted: a crisis, or a step in a tie")                                        \
  X(PLAY_AGAIN, "Play again")                                                                      \
  X(TO_TITLE, "Title screen")                                                                      \
  X(TO_BOARD, "Look at the board")                                                                 \
  X(THE_END, "The end")                                                                            \
  /* menu */                                                                                       \
  X(PAUSE, "Menu")                                                                                 \
  X(GO_ON_PLAYING, "Continue")                                                                     \
  X(SAVE, "Save")                                                                                  \
  X(HELP, "Help")                                                                                  \
  X(THEME, "Theme: %s")                                                                            \
  X(SCALE, "Size: %d %%")                                                                          \
  X(MOTION, "Motion")                                                                              \
  X(SAVED, "Saved as %s")                                                                          \
  X(RELOADED, "The scenario was read again.")                                                      \
  X(SHOT, "Screenshot: %s")                                                                        \
  X(SHOT_FAILED, "The screenshot could not be written.")                                           \
  X(HELP_TITLE, "How to play")

#define TP_WORD_ENTRY_(ID, words) TP_WORD_##ID,
enum tp_word { TP_WORDS(TP_WORD_ENTRY_) TP_WORD_COUNT };
#undef TP_WORD_ENTRY_

/* The words as they stand in the table. */
const char *tp_word(enum tp_word id);

/* The same with what is filled in, as snprintf does it, except that it returns `text`. */
const char *tp_word_print(char *text, size_t size, enum tp_word id, ...);

/* Makes the first letter a capital, as at the start of a line; returns `text`. */
const char *tp_word_capital(char *text);

#endif
