/*
 * The screens and dialogues, one file each: every one emits its widgets for this frame, and changes
 * the state by what they say. Rectangles are device pixels.
 */
#ifndef TP_DESKTOP_SCREENS_H
#define TP_DESKTOP_SCREENS_H

#include "desktop/app.h"

/* title.c, frontispiece.c, scenarios.c, saves.c */
void tp_title_show(struct tp_app *app, struct tp_rect screen);
bool tp_title_back(struct tp_app *app, struct tp_rect button); /* clicked, or Escape */
void tp_frontispiece_show(struct tp_app *app, struct tp_rect sheet);
void tp_frontispiece_colour(struct tp_app *app); /* the map as it is there */
void tp_scenarios_show(struct tp_app *app, struct tp_rect place);
void tp_saves_show(struct tp_app *app, struct tp_rect panel, bool saving);
/* What they take when all are to be seen, asking included, in pixels at scale 1. */
float tp_saves_height(const struct tp_app *app, bool saving);
void tp_saves_open(struct tp_app *app); /* to save the game under a name */
void tp_saves_chart(struct tp_app *app, struct tp_rect rect, const struct tp_chart *chart);

/* board.c: the board, and what its parts share: ending the turn (asking first when something is
 * undecided), the next decision or crisis to show. */
void tp_board_open(struct tp_app *app);
void tp_board_show(struct tp_app *app, struct tp_rect screen);
void tp_board_end_turn(struct tp_app *app, bool asked);
void tp_board_next_matter(struct tp_app *app);
bool tp_board_undecided(const struct tp_app *app, int *index); /* the decision's index */
bool tp_board_move_chosen(const struct tp_app *app);           /* in the crisis, this turn */
bool tp_board_doomed(const struct tp_app *app, int *action); /* an order that was not asked about */
int tp_board_orders_key(const struct tp_app *app);  /* of the turn and the orders given in it */
void tp_board_forget_forecasts(struct tp_app *app); /* their tickets are no longer good */
/* How far it is; a steady program waits until it is done. */
enum tp_forecast_state tp_board_forecast(struct tp_app *app, int ticket,
                                         struct tp_forecast *result);

/* its parts */
void tp_topbar_show(struct tp_app *app, struct tp_rect bar);
void tp_actions_show(struct tp_app *app, struct tp_rect panel);
void tp_card_show(struct tp_app *app, struct tp_rect *place, int action);
void tp_card_open(struct tp_app *app, int action); /* and brings it into view */
void tp_geography_show(struct tp_app *app, struct tp_rect rect);
void tp_geography_colour(struct tp_app *app);
void tp_legend_show(struct tp_app *app, struct tp_rect rect);
void tp_legend_tie(struct tp_app *app, struct tp_rect line, bool brittle); /* a line of it */
struct tp_point tp_legend_size(const struct tp_app *app); /* the width and height it would have */
void tp_dossier_show(struct tp_app *app, struct tp_rect rect);
void tp_dossier_pick_actor(struct tp_app *app, int actor);
void tp_dossier_pick_tie(struct tp_app *app, int tie);
void tp_dossier_pick_claim(struct tp_app *app, int claim);

/* "reach 81 \u00b7 echoed by China" */
void tp_claim_note(const struct tp_app *app, int claim, char *text, size_t size);

/* Dialogues; each draws itself in the middle of `screen`. */
void tp_report_show(struct tp_app *app, struct tp_rect screen);
void tp_decision_show(struct tp_app *app, struct tp_rect screen);
void tp_crisis_show(struct tp_app *app, struct tp_rect screen);
void tp_confirm_show(struct tp_app *app, struct tp_rect screen);
void tp_doomed_show(struct tp_app *app, struct tp_rect screen);
void tp_counsel_show(struct tp_app *app, struct tp_rect screen);
void tp_goals_show(struct tp_app *app, struct tp_rect screen);
void tp_menu_show(struct tp_app *app, struct tp_rect screen);
void tp_faults_show(struct tp_app *app, struct tp_rect screen);
void tp_renew_show(struct tp_app *app, struct tp_rect screen);
void tp_help_show(struct tp_app *app, struct tp_rect screen);
void tp_settings_show(struct tp_app *app, struct tp_rect screen);

/* settings.c: opens the settings over what is shown. While they wait for a key, the input is
 * theirs: true when it is. */
void tp_settings_open(struct tp_app *app);
bool tp_settings_listen(struct tp_app *app, const struct tp_input *input);

/* mods.c: opens the list of mods over what is shown; lines about a mod or of problems, and the
 * height they take. */
void tp_mods_open(struct tp_app *app);
void tp_mods_show(struct tp_app *app, struct tp_rect screen);
float tp_telling_show(struct tp_app *app, struct tp_rect rect, const struct tp_telling *telling);

/* pages.c: opens the encyclopaedia over what is shown, at what the player looks at, or at a page;
 * closes it, so that all is as it was before; gives the keyboard back to what had it. */
void tp_pages_open(struct tp_app *app);
void tp_pages_open_at(struct tp_app *app, struct tp_page_ref ref);
void tp_pages_close(struct tp_app *app);
void tp_pages_return(struct tp_app *app);
void tp_pages_show(struct tp_app *app, struct tp_rect screen);

/* links.c: ways into the encyclopaedia. The widget just emitted has a page, which the key opens
 * while it has the keyboard or is pointed at. The mark that opens a page: small, at the right end
 * of `rect`, whose rest is returned; `focusable` when no other way for the keyboard leads there. */
void tp_pages_about(struct tp_app *app, const struct tp_hit *hit, struct tp_page_ref ref);
struct tp_rect tp_pages_mark(struct tp_app *app, struct tp_rect rect, struct tp_page_ref ref,
                             bool focusable);

/* The same in words, at the left of a dialogue's foot. */
void tp_pages_link(struct tp_app *app, struct tp_rect foot, struct tp_page_ref ref);

/* counsel.c: the weightiest counsel at the foot of `rect`; returns the height it takes there. */
float tp_counsel_note(struct tp_app *app, struct tp_rect rect);

/* The problems of a file, and its warnings, as a list that scrolls; what that is called. */
void tp_faults_list(struct tp_app *app, struct tp_rect rect);
const char *tp_faults_title(const struct tp_app *app);

/* A dialogue's panel of a height that fits, with its heading; returns what is inside. */
struct tp_rect tp_dialogue_begin(struct tp_app *app, struct tp_rect screen, float width,
                                 float height, const char *over, const char *title);

/* The height, at scale 1, of a dialogue with a long list: `least`, or more in a high window. */
float tp_dialogue_tall(const struct tp_app *app, struct tp_rect screen, float least);

/* The same of one that is as high as its list needs, which the last frame has found; before that,
 * `usual`. */
float tp_dialogue_fitting(const struct tp_app *app, struct tp_rect screen, float usual,
                          uint32_t list);

/* The button of a dialogue that can only be closed: true when it is clicked, or on Escape, Enter or
 * Space. */
bool tp_dialogue_closes(struct tp_app *app, struct tp_rect button, uint32_t id, enum tp_word word);

void tp_ending_show(struct tp_app *app, struct tp_rect screen);

/* The objectives as rows, shared by dialogue and ending; returns the height used. */
float tp_goals_list(struct tp_app *app, struct tp_rect rect);
/* The same under what wins the game. */
float tp_goals_all(struct tp_app *app, struct tp_rect rect);

/* why_box.c: the explanation of what is pointed at in this frame, drawn over everything. */
void tp_why_show(struct tp_app *app, struct tp_rect screen);

/* trail.c: opens the explanation of a variable's change in the turn that ended at `turn`, from the
 * number at `at` or from the explanation that is open; shows what is open. */
void tp_trail_follow(struct tp_app *app, int slot, int turn, struct tp_rect at);
void tp_trail_show(struct tp_app *app, struct tp_rect screen);

#endif
