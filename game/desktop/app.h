/*
 * The state of the desktop game: what is on the screen, over the session that is being played. One
 * value, owned by whoever opens it; the screens (screens.h) read and change it.
 *
 * It knows no window: a frame is drawn on any renderer from a plain tp_input, so a test or a script
 * plays as a person does. What the game is lies in the session; nothing here needs saving.
 */
#ifndef TP_DESKTOP_APP_H
#define TP_DESKTOP_APP_H

#include "desktop/board/guide.h"
#include "desktop/program/keys.h"
#include "desktop/map/map.h"
#include "desktop/widgets/ui.h"
#include "desktop/words.h"
#include "session/mods/offer.h"
#include "session/mods/telling.h"
#include "session/pages/pages.h"
#include "session/saves.h"

enum tp_screen { TP_SCREEN_TITLE, TP_SCREEN_BOARD, TP_SCREEN_ENDING };

/* What the title screen shows. */
enum tp_title_page { TP_TITLE_MENU, TP_TITLE_SCENARIOS, TP_TITLE_SAVES, TP_TITLE_FAULTS };

/* A dialogue over the screen. */
enum tp_overlay {
  TP_OVERLAY_NONE,
  TP_OVERLAY_MENU,
  TP_OVERLAY_HELP,
  TP_OVERLAY_SAVES, /* to load one */
  TP_OVERLAY_SAVE,  /* to write one */
  TP_OVERLAY_REPORT,
  TP_OVERLAY_DECISION,
  TP_OVERLAY_CRISIS,
  TP_OVERLAY_CONFIRM,
  TP_OVERLAY_DOOMED, /* an order that the council will refuse */
  TP_OVERLAY_GOALS,
  TP_OVERLAY_COUNSEL,
  TP_OVERLAY_SETTINGS,
  TP_OVERLAY_PAGES,
  TP_OVERLAY_MODS,
  TP_OVERLAY_FAULTS,
  TP_OVERLAY_RENEW /* a loaded game whose data differ now */
};

/* What the countries' colours mean. */
enum tp_map_mode {
  TP_MODE_ACTORS,
  TP_MODE_STABILITY,
  TP_MODE_THREAT,
  TP_MODE_ALIGNMENT,
  TP_MODE_ENERGY,
  TP_MODE_PRESENCE,
  TP_MODE_CONSENT,
  TP_MODES
};

enum tp_dossier_page { TP_DOSSIER_VALUES, TP_DOSSIER_STORY, TP_DOSSIER_TIES, TP_DOSSIER_PAGES };

/* How the gauges may stand after one choice: what outlook.c knows. By gauges that there are. */
struct tp_outlook {
  int ticket;
  bool ready;
  int slot[TP_GAUGES];
  double low[TP_GAUGES], middle[TP_GAUGES], high[TP_GAUGES];
  double gain[TP_GAUGES]; /* against making no choice */
  int crisis[TP_CRISIS_WAYS];
};

/* What the player has before them on the board. Indices are those of the rules, or TP_NONE. */
struct tp_board {
  int theme;             /* tab of the actions: enum tp_theme */
  int action;            /* the card that is open */
  int gauge;             /* enum tp_gauge_id: what forecasts are about */
  int actor, tie, claim; /* what the dossier is about: a tie, else a claim, else the actor */
  int mode;              /* enum tp_map_mode */
  int page;              /* enum tp_dossier_page */
  int dossier;           /* 1: it is open */
  float dossier_need;    /* pixels of height it would have filled in the last frame */
  int headline;
  int doomed;                  /* the order that is asked about: the council will refuse it */
  struct tp_set knowing;       /* orders that were given in spite of that, this turn */
  int decision;                /* index of the decision that is open */
  int map_moving;              /* pixels the map was dragged since the button went down */
  int hover_actor, hover_next; /* pointed at in the last frame, and in this one so far */
  int hover_tie;
  int sides[TP_ACTORS_MAX]; /* where names stood: enum tp_side */
  struct tp_rect free_map;  /* the middle of the map that no panel covers */
  bool news_read;           /* the advisors were asked from the report */
  bool to_cards;            /* the first card is to have the keyboard */
  float card_height;        /* of the open card in the last frame */
  int card_fresh;           /* frames for which the open card, which changed, is kept in view */

  /* the forecast of the open card */
  int ticket, ticket_action, ticket_steps;
  int forecast_ready;
  struct tp_forecast forecast;

  struct tp_outlook outlooks[TP_OPTIONS_MAX]; /* of the choices that are open */
  int outlook_matter, outlook_key;            /* what they are about, and the orders given */
};

enum tp_debrief_page {
  TP_DEBRIEF_RESULT,
  TP_DEBRIEF_COURSE,
  TP_DEBRIEF_STORIES,
  TP_DEBRIEF_WHAT_IF,
  TP_DEBRIEF_PAGES
};

/* What of the past is looked at. */
struct tp_debrief {
  int page;               /* enum tp_debrief_page */
  int turn;               /* history index that is picked; 0: none */
  int chosen;             /* which value stands beside the gauges */
  int change, gauge;      /* of what-if: the change asked about (or TP_NONE), tab of the gauges */
  struct tp_orders asked; /* the orders of that change */
  float goals_height;     /* of the list of objectives, in the last frame */
};

/* A number that explains itself in this frame. */
struct tp_why {
  int slot; /* TP_NONE: none */
  int turn;
  struct tp_rect at;
  bool asked; /* it was clicked: the explanation is to stay */
};

/* What the player looks at in this frame has a page: that of what has the keyboard, else of what is
 * pointed at. */
struct tp_about {
  struct tp_page_ref page; /* of no kind: none */
  bool has_keyboard;
};

/* Explanations followed from one to the next; the last one is open. */
enum { TP_TRAIL_MOST = 24 };
struct tp_trail_step {
  int slot, turn;
};
struct tp_trail {
  struct tp_trail_step steps[TP_TRAIL_MOST];
  int count;         /* 0: none is open */
  struct tp_rect at; /* the number it began with */
  bool shown;        /* it has been, for a frame at least */
};

/* The settings' dialogue. */
enum tp_settings_page { TP_SETTINGS_GENERAL, TP_SETTINGS_KEYS, TP_SETTINGS_PAGES };
struct tp_settings_view {
  enum tp_overlay back;  /* where it was opened from */
  int page;              /* enum tp_settings_page */
  int listens;           /* command that the next key is for, or TP_NONE */
  struct tp_chord asked; /* the key that another command has, while that is asked about */
  int asked_for, has_it; /* the commands; TP_NONE: nothing is asked */
  char said[200];        /* why a key could not be taken */
};

/* The list of saves. */
enum tp_ask { TP_ASK_NOTHING, TP_ASK_REPLACE, TP_ASK_DELETE };
struct tp_saves_view {
  int asks;                /* enum tp_ask */
  int about;               /* the save that is asked about */
  char name[TP_GAME_NAME]; /* typed for a new one */
  bool opened;             /* the name is to have the keyboard */
};

/* The list of mods. */
struct tp_mods_view {
  enum tp_overlay back;        /* where it was opened from */
  char chosen[TP_ID_MAX + 20]; /* id of the one that is looked at */
  bool asks, asked_now;        /* whether others are to be switched with it; since this frame */
  bool opened;                 /* the list is to have the keyboard */
  bool looks;                  /* the next frame looks for mods again */
  int switches;                /* row that the next frame switches, or TP_NONE */
  bool asks_anew;              /* whether the game is to be begun anew */
  bool proposes;               /* what stands to choice is to put the game into other mods */
  bool judged, differs;        /* once it is known: whether the game has others than those in use */
  char offered[TP_MOD_IDS_MAX]; /* ... which a new game of its scenario would have */
  int told;                     /* row that `telling` is of, or TP_NONE */
  struct tp_telling telling;
};

/* The encyclopaedia: what is read, what was, what is listed. */
enum { TP_PAGES_TRAIL = 64, TP_PAGES_LISTED = 1024 };
struct tp_pages_view {
  enum tp_overlay back;       /* where it was opened from */
  struct tp_trail back_trail; /* the explanation that was open there */
  uint32_t back_focus;        /* what had the keyboard there, or 0 */
  int back_in;                /* frames until it has it again; 0: not waited for */
  struct tp_session *own;     /* a game nobody plays, when none is played */
  struct tp_page page;        /* the one that is read */
  struct tp_page_ref follow;  /* the row that was chosen in this frame */
  bool fresh;                 /* the page was turned since the last frame */
  struct tp_page_ref trail[TP_PAGES_TRAIL];
  int count, at; /* of the trail */
  char typed[60];
  int kind;     /* enum tp_page_kind that is open in the list */
  int by_title; /* 1: all, from A to Z */
  bool listed;  /* `list` is what it should be */
  struct tp_page_ref list[TP_PAGES_LISTED];
  int list_count;
};

/* Seconds between looks at the files of a scenario that somebody is writing. */
#define TP_LOOK_AT_FILE 1.0

struct tp_app_options {
  enum tp_theme_kind theme;
  float scale;          /* 0: by the height of the window */
  const char *scenario; /* to start with at once, or NULL */
  const char *save;     /* the same */
  const char *mods;     /* that are on for this once, as "a+b"; NULL: those of the settings */
  const char *folder;   /* of saves, as the session takes it */
  uint64_t seed;
  bool seeded;                  /* `seed` was given */
  bool welcomes;                /* a game that `scenario` starts is introduced, as from the title */
  bool no_hints, no_advisors;   /* the player wants none */
  bool still;                   /* ... and no motion */
  struct tp_settings *settings; /* NULL: the usual ones; they must outlive the game */
  const char *settings_path;    /* where they are kept; NULL: nowhere */
  bool steady; /* nothing depends on the speed of the machine: forecasts are waited for */
};

struct tp_app {
  struct tp_app_options
      options;              /* as they are now: the settings, or what was given for this once */
  struct tp_settings usual; /* where no settings were given */
  struct tp_settings *settings;
  struct tp_settings_view settings_view;
  struct tp_bindings bindings;
  enum tp_pad_make pad_make; /* set by who has the window */
  bool fullscreen;           /* wanted; the same */
  bool key_taken;            /* see tp_bindings_keys */
  struct tp_look look;
  struct tp_draw *draw;
  struct tp_fonts *fonts;
  struct tp_map *map;
  struct tp_language *places; /* countries that are called otherwise than on the map, or NULL */
  struct tp_ui ui;
  struct tp_session *session; /* NULL on the title screen */

  enum tp_screen screen;
  enum tp_overlay overlay;
  enum tp_title_page title_page;
  struct tp_board board;
  struct tp_debrief debrief;
  float bends[TP_TIES_MAX]; /* how ties curve on the map */
  struct tp_why why;
  struct tp_about about, about_next; /* of the last frame, and of this one so far */
  struct tp_guide_view guide;
  struct tp_trail trail;
  struct tp_pages_view pages;

  struct tp_scenario_entry *scenarios; /* listed when their page opens */
  int scenario_count, scenario;        /* the one that is chosen */
  int variant;                         /* of it: 0 as it is, or 1 and on */
  bool scenarios_opened;               /* the chosen one is to have the keyboard */
  bool begins;                         /* the keyboard said so in this frame */
  bool latest_over;                    /* the game of `latest` has come to its end */
  struct tp_shelf *shelf;              /* the mods, as they were found last; NULL: not yet */
  char mods_once[TP_MOD_IDS_MAX];      /* those that are on, where the settings do not say it */
  struct tp_mods_view mods_view;
  struct tp_offer offer;        /* what a new game would have of them ... */
  int offered, offered_variant; /* ... of this scenario; TP_NONE: not known */
  char seed[24];
  struct tp_saved *saves; /* listed when they are looked at */
  int save_count;
  struct tp_saves_view saves_view;
  char latest[TP_PATH_MAX]; /* the save that Continue opens, or "" */
  char latest_note[320];    /* what it is */
  char latest_when[104];    /* how far it went */
  char latest_id[64];       /* its scenario's */
  struct tp_chart latest_chart;
  struct tp_problems problems;

  /* what the game was started from, for another one */
  char origin[2 * TP_PATH_MAX + TP_MOD_IDS_MAX];
  uint64_t told_warnings;  /* stamp of those that were shown last */
  enum tp_overlay opening; /* the dialogue that comes up, and since when */
  double opening_since;
  bool covered;        /* a dialogue was over the screen in the last frame */
  uint32_t kept_focus; /* what had the keyboard before */
  char notice[400];    /* shown for a while at the foot */
  double notice_until;
  double looked_at_file; /* when, on the clock of the input */
  bool quit, screenshot;
};

/* Opens fonts and map for `renderer`, which must outlive the result, and shows the title, or the
 * board at once when the options name a game. NULL with a sentence in `error` when the game's data
 * are missing. A scenario or save that is faulty leaves its problems in `problems`. */
struct SDL_Renderer;
struct tp_app *tp_app_open(struct SDL_Renderer *renderer, const struct tp_app_options *options,
                           char *error, size_t error_size);
void tp_app_close(struct tp_app *app);

/* One frame, drawn but not presented. */
void tp_app_frame(struct tp_app *app, const struct tp_input *input);

/* Seconds until the next frame is wanted without input: 0 now, negative never. */
double tp_app_wake(const struct tp_app *app);

/* What the window is called: the game, its scenario, and the date or how it ended. */
void tp_app_name(const struct tp_app *app, char *text, size_t size);

/* games.c. Starts a new game, or opens a save: the board on success, the page of problems
 * otherwise.
 */
bool tp_app_start(struct tp_app *app, const char *scenario, uint64_t seed);
bool tp_app_load(struct tp_app *app, const char *path);
/* Puts the game that was loaded into its data as they are now; goes on with it as it is. */
void tp_app_renew(struct tp_app *app);
void tp_app_go_on(struct tp_app *app);
/* Looks, every TP_LOOK_AT_FILE seconds, whether a file of a scenario that was given by its path or
 * with mods has been saved, and reads it again then. */
void tp_app_follow_file(struct tp_app *app);
bool tp_app_follows_file(const struct tp_app *app);
/* Reads the scenario's file again and goes on with the game in it; its faults are shown, and the
 * game stays, when there are any. Warnings are shown when they are others than the last time, or
 * when the player `asked`. */
void tp_app_reload(struct tp_app *app, bool asked);

/* Goes on from an earlier turn of this game, as a game of its own, with orders given there. */
void tp_app_branch(struct tp_app *app, int turn, const struct tp_orders *orders);

/* Begins the scenario of this game anew with the mods that are on; proposes to put this game into
 * them. */
void tp_app_begin_anew(struct tp_app *app);
void tp_app_propose_mods(struct tp_app *app);

/* No turn was ended and no order is given: such a game does not save itself when it is left. */
bool tp_app_is_unplayed(const struct tp_app *app);

void tp_app_leave(struct tp_app *app); /* back to the title */

/* Saves under a name, over what was saved under it; the notice tells where, or why not. */
bool tp_app_save(struct tp_app *app, const char *name);

/* The saves as they are on the disk now. */
void tp_app_list_saves(struct tp_app *app);

/* Leaves the game and forgets the list of saves, when the program ends. */
void tp_app_close_games(struct tp_app *app);

/* offers.c: the scenarios, and the mods that are on, as they are on the disk now. While
 * their page is open, the one that is chosen stays so. */
void tp_app_list_scenarios(struct tp_app *app);
void tp_app_close_scenarios(struct tp_app *app);

/* The scenario that is chosen in the list, with its variant, as tp_app_start takes it; "" when none
 * is. */
void tp_app_chosen(const struct tp_app *app, char *name, size_t size);

/* What a new game of it would have of the mods that are on; NULL when none is chosen. */
const struct tp_offer *tp_app_offer(struct tp_app *app);

/* The mods, looked for when that was not done yet or was forgotten. */
struct tp_shelf *tp_app_shelf(struct tp_app *app);
void tp_app_forget_mods(struct tp_app *app);

/* Would a new game of this game's scenario have other mods than it has? mods_view says which. */
bool tp_app_mods_differ(struct tp_app *app);

/* Switches a mod with what goes with it, and keeps that; false when it cannot be. */
bool tp_app_switch_mod(struct tp_app *app, int row);

/* Draws with the theme and scale from now on. */
void tp_app_restyle(struct tp_app *app, enum tp_theme_kind theme, float scale);

/* Speaks another language from the next frame on, and tells the game in it. When that fails
 * everything stays; what is wrong with the language is in `problems`, and its first in the notice.
 */
bool tp_app_speak(struct tp_app *app, const char *code);

/* What a country of the map is called in the language that is spoken. */
const char *tp_app_place(const struct tp_app *app, const char *name);

/* Keeps the settings as they are now; the notice tells when that fails. */
void tp_app_keep_settings(struct tp_app *app);

/* What the player presses for a command, on what was used last: "Space", "Y". */
const char *tp_app_key(const struct tp_app *app, enum tp_command command, char text[60]);

/* Tells the player something for a few seconds. */
void tp_app_tell(struct tp_app *app, const char *words);

/* --- short hands for the screens ---------------------------------------------------------------
 */

static inline float tp_px(const struct tp_app *app, float length) {
  return (float)tp_theme_px(&app->look, length);
}
static inline struct tp_colour tp_ink(const struct tp_app *app, enum tp_colour_role role) {
  return app->look.colours[role];
}
static inline struct tp_type tp_face(const struct tp_app *app, enum tp_type_role role) {
  return app->look.types[role];
}
static inline const struct tp_rules *tp_app_rules(const struct tp_app *app) {
  return tp_session_rules(app->session);
}

/* The widget just emitted shows a variable: while it is hovered or has the keyboard, why it moved
 * in the turn that ended at `turn` is explained beside it. When it was clicked, or by a key, the
 * explanation stays, and can be asked on. */
void tp_app_explain(struct tp_app *app, const struct tp_hit *hit, int slot, int turn);

#endif
