/*
 * What the interface itself says: its keys in the language files (assets/lang). Names and texts of
 * the game's things come from its scenario, sentences about them from the session.
 */
#ifndef TP_DESKTOP_WORDS_H
#define TP_DESKTOP_WORDS_H

#include "session/phrases.h"

/* X(ID, key, places): the text has {1} to {places} to be filled in. */
#define TP_WORDS(X)                                                                                \
  X(GAME, "game.game", 0)                                                                          \
  X(WINDOW, "game.window", 3)                                                                      \
  X(QUOTED, "format.quoted", 1)                                                                    \
  X(BETWEEN, "format.between", 0)                                                                  \
  X(MOTTO, "game.motto", 0)                                                                        \
  /* title */                                                                                      \
  X(CONTINUE, "title.continue", 0)                                                                 \
  X(NEW_GAME, "title.new-game", 0)                                                                 \
  X(LOAD, "title.load", 0)                                                                         \
  X(QUIT, "title.quit", 0)                                                                         \
  X(BACK, "title.back", 0)                                                                         \
  X(BEGIN, "title.begin", 0)                                                                       \
  X(FIRST_GAME, "title.first-game", 0)                                                             \
  X(CHOOSE_SCENARIO, "title.choose-scenario", 0)                                                   \
  X(CHOOSE_SAVE, "title.choose-save", 0)                                                           \
  X(NO_SAVES, "title.no-saves", 0)                                                                 \
  X(NO_SCENARIOS, "title.no-scenarios", 0)                                                         \
  X(BROKEN, "title.broken", 1)                                                                     \
  X(SEED, "title.seed", 0)                                                                         \
  X(SEED_HINT, "title.seed-hint", 0)                                                               \
  X(FAULTS, "title.faults", 0)                                                                     \
  /* top bar */                                                                                    \
  X(TURN_OF, "top.turn-of", 3)                                                                     \
  X(BUDGET, "top.budget", 0)                                                                       \
  X(CAPITAL, "top.capital", 0)                                                                     \
  X(ATTENTION, "top.attention", 0)                                                                 \
  X(BILLION, "top.billion", 1)                                                                     \
  X(OF, "top.of", 2)                                                                               \
  /* actions */                                                                                    \
  X(ACT, "act.act", 0)                                                                             \
  X(ORDERED_COUNT, "act.ordered-count", 1)                                                         \
  X(UNDO, "act.undo", 0)                                                                           \
  X(ORDER_IT, "act.order-it", 0)                                                                   \
  X(TAKE_BACK, "act.take-back", 0)                                                                 \
  X(ORDERED, "act.ordered", 0)                                                                     \
  X(END_TURN, "act.end-turn", 0)                                                                   \
  X(SPACE_ENDS, "act.space-ends", 0)                                                               \
  X(GAME_OVER, "act.game-over", 0)                                                                 \
  X(UNDER_WAY, "act.under-way", 0)                                                                 \
  X(NOT_NOW, "act.not-now", 0)                                                                     \
  X(TURNS_LEFT, "act.turns-left", 1)                                                               \
  X(TURN_LEFT, "act.turn-left", 0)                                                                 \
  X(COST_BUDGET, "act.cost-budget", 1)                                                             \
  X(COST_CAPITAL, "act.cost-capital", 1)                                                           \
  X(COST_TURNS, "act.cost-turns", 1)                                                               \
  X(COST_FREE, "act.cost-free", 0)                                                                 \
  X(CHANCE, "act.chance", 1)                                                                       \
  X(VOTE_COUNT, "act.vote-count", 4)                                                               \
  X(VOTE_PASSES, "act.vote-passes", 0)                                                             \
  X(VOTE_FAILS, "act.vote-fails", 0)                                                               \
  X(VOTE_FAILS_BY, "act.vote-fails-by", 1)                                                         \
  X(VOTE_OPEN, "act.vote-open", 0)                                                                 \
  X(VOTE_OPEN_BY, "act.vote-open-by", 1)                                                           \
  X(FORECAST_OF, "act.forecast-of", 1)                                                             \
  X(FORECAST_WAIT, "act.forecast-wait", 0)                                                         \
  X(FORECAST_NONE, "act.forecast-none", 0)                                                         \
  X(FORECAST_GAIN, "act.forecast-gain", 4)                                                         \
  X(NOW, "act.now", 0)                                                                             \
  X(WITH_IT, "act.with-it", 0)                                                                     \
  X(WITHOUT_IT, "act.without-it", 0)                                                               \
  /* map */                                                                                        \
  X(MAP, "map.map", 0)                                                                             \
  X(MODE_ACTORS, "map.mode-actors", 0)                                                             \
  X(MODE_STABILITY, "map.mode-stability", 0)                                                       \
  X(MODE_THREAT, "map.mode-threat", 0)                                                             \
  X(MODE_ALIGNMENT, "map.mode-alignment", 0)                                                       \
  X(MODE_ENERGY, "map.mode-energy", 0)                                                             \
  X(MODE_PRESENCE, "map.mode-presence", 0)                                                         \
  X(MODE_CONSENT, "map.mode-consent", 0)                                                           \
  X(NOTE_VALUE, "map.note-value", 1)                                                               \
  X(NOTE_AUTONOMY, "map.note-autonomy", 1)                                                         \
  X(NOTE_STABILITY, "map.note-stability", 1)                                                       \
  X(NOTE_REGIME, "map.note-regime", 2)                                                             \
  X(NOTE_GUARANTOR, "map.note-guarantor", 2)                                                       \
  X(LEGEND_TIES, "map.legend-ties", 0)                                                             \
  X(LEGEND_DURABLE, "map.legend-durable", 0)                                                       \
  X(LEGEND_BRITTLE, "map.legend-brittle", 0)                                                       \
  X(LEGEND_STABILITY, "map.legend-stability", 0)                                                   \
  X(LEGEND_THREAT, "map.legend-threat", 0)                                                         \
  X(LEGEND_ALIGNMENT, "map.legend-alignment", 1)                                                   \
  X(LEGEND_ENERGY, "map.legend-energy", 1)                                                         \
  X(LEGEND_PRESENCE, "map.legend-presence", 1)                                                     \
  X(LEGEND_NONE, "map.legend-none", 0)                                                             \
  X(LEGEND_CONSENT, "map.legend-consent", 0)                                                       \
  X(DECISION_WAITS, "map.decision-waits", 1)                                                       \
  X(CRISIS_AT, "map.crisis-at", 1)                                                                 \
  X(GOALS_COUNT, "map.goals-count", 2)                                                             \
  X(NEWS, "map.news", 0)                                                                           \
  X(MENU, "map.menu", 0)                                                                           \
  /* counsel and hints */                                                                          \
  X(COUNSEL, "map.counsel", 0)                                                                     \
  X(NO_COUNSEL, "counsel.none", 0)                                                                 \
  X(HELPS_IN, "counsel.helps-in", 1)                                                               \
  X(HELPS_NOW, "counsel.helps-now", 0)                                                             \
  X(HINT, "hint.hint", 0)                                                                          \
  X(HINT_NEXT, "hint.next", 0)                                                                     \
  X(HINT_SKIP, "hint.skip", 0)                                                                     \
  X(HINTS_OFF, "hint.off", 0)                                                                      \
  X(HINTS_ARE_OFF, "hint.are-off", 0)                                                              \
  X(HINTS, "menu.hints", 0)                                                                        \
  X(ADVISORS, "menu.advisors", 0)                                                                  \
  X(HOW_THEME, "hint.how-theme", 2)                                                                \
  X(HOW_PAGE, "hint.how-page", 1)                                                                  \
  X(HOW_SCROLL, "hint.how-scroll", 0)                                                              \
  X(HOW_ACTOR, "hint.how-actor", 1)                                                                \
  X(HOW_CARD, "hint.how-card", 0)                                                                  \
  X(HOW_WHY, "hint.how-why", 0)                                                                    \
  X(HOW_CLICK, "hint.how-click", 0)                                                                \
  X(HOW_MODES, "hint.how-modes", 0)                                                                \
  X(HOW_GOALS, "hint.how-goals", 0)                                                                \
  X(HOW_REPORT, "hint.how-report", 0)                                                              \
  X(HOW_COUNSEL, "hint.how-counsel", 0)                                                            \
  X(HOW_ORDER, "hint.how-order", 0)                                                                \
  X(HOW_ANSWER, "hint.how-answer", 0)                                                              \
  X(HOW_END, "hint.how-end", 0)                                                                    \
  /* dossier */                                                                                    \
  X(DOSSIER, "dossier.dossier", 1)                                                                 \
  X(KIND_POWER, "dossier.kind-power", 0)                                                           \
  X(KIND_UNION, "dossier.kind-union", 0)                                                           \
  X(KIND_MEMBER, "dossier.kind-member", 0)                                                         \
  X(KIND_ALLY, "dossier.kind-ally", 0)                                                             \
  X(KIND_PARTNER, "dossier.kind-partner", 0)                                                       \
  X(KIND_TIE, "dossier.kind-tie", 0)                                                               \
  X(TAB_VALUES, "dossier.tab-values", 0)                                                           \
  X(TAB_STORY, "dossier.tab-story", 0)                                                             \
  X(TAB_TIES, "dossier.tab-ties", 0)                                                               \
  X(NOT_KNOWN, "dossier.not-known", 0)                                                             \
  X(NO_CLAIMS, "dossier.no-claims", 0)                                                             \
  X(REACH, "dossier.reach", 1)                                                                     \
  X(ECHOED_BY, "dossier.echoed-by", 2)                                                             \
  X(CONTRACT, "dossier.contract", 0)                                                               \
  X(ENRICHMENT, "dossier.enrichment", 1)                                                           \
  X(SECURITY, "dossier.security", 1)                                                               \
  X(TIE_NAME, "dossier.tie-name", 2)                                                               \
  X(TIE_TIP, "dossier.tie-tip", 5)                                                                 \
  X(BRITTLE, "dossier.brittle", 1)                                                                 \
  X(DURABLE, "dossier.durable", 1)                                                                 \
  X(OPEN_DOSSIER, "dossier.open-dossier", 1)                                                       \
  X(CLOSE, "dossier.close", 0)                                                                     \
  X(GROUP_AUTONOMY, "dossier.group-autonomy", 0)                                                   \
  X(GROUP_DEFENCE, "dossier.group-defence", 0)                                                     \
  X(GROUP_COUNCIL, "dossier.group-council", 0)                                                     \
  X(GROUP_STANDING, "dossier.group-standing", 0)                                                   \
  X(GROUP_LIVING, "dossier.group-living", 0)                                                       \
  X(GROUP_RULE, "dossier.group-rule", 0)                                                           \
  X(GROUP_CONTRACT, "dossier.group-contract", 0)                                                   \
  X(GROUP_THREAT, "dossier.group-threat", 0)                                                       \
  X(GROUP_FORCE, "dossier.group-force", 0)                                                         \
  X(KIND_CLAIM, "dossier.kind-claim", 0)                                                           \
  X(CLAIMS, "dossier.claims", 0)                                                                   \
  X(LEG_VALUE, "dossier.leg-value", 1)                                                             \
  X(LEG_HOLDS, "dossier.leg-holds", 1)                                                             \
  X(FEEDS, "dossier.feeds", 0)                                                                     \
  X(FEEDS_NOTE, "dossier.feeds-note", 0)                                                           \
  X(PULL_WEIGHT, "dossier.pull-weight", 2)                                                         \
  X(COHESION, "dossier.cohesion", 0)                                                               \
  X(LADDER, "dossier.ladder", 0)                                                                   \
  X(LADDER_NEXT, "dossier.ladder-next", 3)                                                         \
  X(LADDER_TOP, "dossier.ladder-top", 2)                                                           \
  X(MADE_OF, "dossier.made-of", 0)                                                                 \
  X(ADVERSARY, "dossier.adversary", 0)                                                             \
  X(ADVERSARY_NONE, "dossier.adversary-none", 0)                                                   \
  X(SEEN_FROM, "dossier.seen-from", 1)                                                             \
  /* why */                                                                                        \
  X(WHY, "why.why", 0)                                                                             \
  X(WHY_OTHERS, "why.why-others", 1)                                                               \
  X(WHY_SUM, "why.why-sum", 0)                                                                     \
  X(WHY_STILL, "why.why-still", 0)                                                                 \
  X(WHY_NOW, "why.why-now", 1)                                                                     \
  X(WHY_ROUNDING, "why.why-rounding", 0)                                                           \
  X(WHY_ASK, "why.why-ask", 0)                                                                     \
  X(WHY_BACK, "why.why-back", 1)                                                                   \
  X(WHY_NO_TURN, "why.why-no-turn", 0)                                                             \
  X(WHY_FROM_TO, "why.why-from-to", 2)                                                             \
  X(WHY_KEYS, "why.why-keys", 0)                                                                   \
  /* report, decisions, crisis */                                                                  \
  X(REPORT, "report.report", 0)                                                                    \
  X(REPORT_QUIET, "report.report-quiet", 0)                                                        \
  X(REPORT_START, "report.report-start", 0)                                                        \
  X(GO_ON, "report.go-on", 0)                                                                      \
  X(DECISION, "report.decision", 0)                                                                \
  X(LATER, "report.later", 0)                                                                      \
  X(OPTION_CLOSED, "report.option-closed", 0)                                                      \
  X(NO_EFFECT, "report.no-effect", 0)                                                              \
  X(LEADS_TO, "report.leads-to", 0)                                                                \
  X(OPENS_CRISIS, "report.opens-crisis", 0)                                                        \
  X(CRISIS, "report.crisis", 0)                                                                    \
  X(CRISIS_PARTIES, "report.crisis-parties", 2)                                                    \
  X(CRISIS_HONOURED, "report.crisis-honoured", 2)                                                  \
  X(CRISIS_NOT_HONOURED, "report.crisis-not-honoured", 2)                                          \
  X(CRISIS_UNCALLED, "report.crisis-uncalled", 1)                                                  \
  X(CRISIS_WATCH, "report.crisis-watch", 0)                                                        \
  X(CONFIRM, "report.confirm", 0)                                                                  \
  X(CONFIRM_DECISION, "report.confirm-decision", 1)                                                \
  X(CONFIRM_UNSPENT, "report.confirm-unspent", 0)                                                  \
  X(CONFIRM_CRISIS, "report.confirm-crisis", 0)                                                    \
  X(CONFIRM_YES, "report.confirm-yes", 0)                                                          \
  X(CONFIRM_NO, "report.confirm-no", 0)                                                            \
  /* objectives, ending */                                                                         \
  X(GOALS, "goals.goals", 0)                                                                       \
  X(GOAL_MET, "goals.goal-met", 0)                                                                 \
  X(GOAL_OPEN, "goals.goal-open", 0)                                                               \
  X(GOAL_NOW, "goals.goal-now", 1)                                                                 \
  X(TOWARDS, "goals.towards", 2)                                                                   \
  X(GOAL_STREAK, "goals.goal-streak", 2)                                                           \
  X(SCORE, "goals.score", 4)                                                                       \
  X(TURNING_POINTS, "goals.turning-points", 0)                                                     \
  X(PLAY_AGAIN, "goals.play-again", 0)                                                             \
  X(TO_TITLE, "goals.to-title", 0)                                                                 \
  X(TO_BOARD, "goals.to-board", 0)                                                                 \
  X(THE_END, "goals.the-end", 0)                                                                   \
  /* menu */                                                                                       \
  X(PAUSE, "menu.pause", 0)                                                                        \
  X(GO_ON_PLAYING, "menu.go-on-playing", 0)                                                        \
  X(SAVE, "menu.save", 0)                                                                          \
  X(HELP, "menu.help", 0)                                                                          \
  X(THEME, "menu.theme", 1)                                                                        \
  X(SCALE, "menu.scale", 1)                                                                        \
  X(MOTION, "menu.motion", 0)                                                                      \
  X(SAVED, "menu.saved", 1)                                                                        \
  X(RELOADED, "menu.reloaded", 0)                                                                  \
  X(SHOT, "menu.shot", 1)                                                                          \
  X(SHOT_FAILED, "menu.shot-failed", 0)                                                            \
  X(HELP_TITLE, "menu.help-title", 0)                                                              \
  X(THEME_LIGHT, "menu.theme-light", 0)                                                            \
  X(THEME_DARK, "menu.theme-dark", 0)                                                              \
  X(THEME_CONTRAST, "menu.theme-contrast", 0)                                                      \
  /* help */                                                                                       \
  X(HELP_INTRO, "help.intro", 0)                                                                   \
  X(HELP_THEMES_KEYS, "help.themes-keys", 0)                                                       \
  X(HELP_THEMES, "help.themes", 0)                                                                 \
  X(HELP_FOCUS_KEYS, "help.focus-keys", 0)                                                         \
  X(HELP_FOCUS, "help.focus", 0)                                                                   \
  X(HELP_ENTER_KEYS, "help.enter-keys", 0)                                                         \
  X(HELP_ENTER, "help.enter", 0)                                                                   \
  X(HELP_SPACE_KEYS, "help.space-keys", 0)                                                         \
  X(HELP_SPACE, "help.space", 0)                                                                   \
  X(HELP_UNDO_KEYS, "help.undo-keys", 0)                                                           \
  X(HELP_UNDO, "help.undo", 0)                                                                     \
  X(HELP_NEWS_KEYS, "help.news-keys", 0)                                                           \
  X(HELP_NEWS, "help.news", 0)                                                                     \
  X(HELP_HINT_KEYS, "help.hint-keys", 0)                                                           \
  X(HELP_HINT, "help.hint", 0)                                                                     \
  X(HELP_MODE_KEYS, "help.mode-keys", 0)                                                           \
  X(HELP_MODE, "help.mode", 0)                                                                     \
  X(HELP_NEXT_KEYS, "help.next-keys", 0)                                                           \
  X(HELP_NEXT, "help.next", 0)                                                                     \
  X(HELP_WHY_KEYS, "help.why-keys", 0)                                                             \
  X(HELP_WHY, "help.why", 0)                                                                       \
  X(HELP_ZOOM_KEYS, "help.zoom-keys", 0)                                                           \
  X(HELP_ZOOM, "help.zoom", 0)                                                                     \
  X(HELP_DRAG_KEYS, "help.drag-keys", 0)                                                           \
  X(HELP_DRAG, "help.drag", 0)                                                                     \
  X(HELP_SAVE_KEYS, "help.save-keys", 0)                                                           \
  X(HELP_SAVE, "help.save", 0)                                                                     \
  X(HELP_ESCAPE_KEYS, "help.escape-keys", 0)                                                       \
  X(HELP_ESCAPE, "help.escape", 0)                                                                 \
  X(HELP_RELOAD_KEYS, "help.reload-keys", 0)                                                       \
  X(HELP_RELOAD, "help.reload", 0)                                                                 \
  X(HELP_SCREEN_KEYS, "help.screen-keys", 0)                                                       \
  X(HELP_SCREEN, "help.screen", 0)

#define TP_WORD_ENTRY_(ID, key, places) TP_WORD_##ID,
enum tp_word { TP_WORDS(TP_WORD_ENTRY_) TP_WORD_COUNT };
#undef TP_WORD_ENTRY_

/* The words in the language that is spoken, until another one is. */
const char *tp_word(enum tp_word id);

/* The same with texts filled in, as TP_SAY does it; returns `text`. */
#define TP_PRINT(text, size, id, ...)                                                              \
  tp_phrase_fill(text, size, tp_word(id), (const char *const[]){__VA_ARGS__, NULL})

#endif
