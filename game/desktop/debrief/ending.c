/* Looking back: how the game came out and why, its course, its stories, and what if. The same is
 * shown of a game that still goes on. */
#include "desktop/debrief/debrief.h"
#include "desktop/dossier/dossier.h"
#include "desktop/screens.h"
#include "desktop/widgets/widgets.h"
#include "session/review/verdict.h"

#include <math.h>
#include <stdio.h>

/* layout, in pixels at scale 1 */
static const float margin = 48.0F, top = 28.0F, gap = 16.0F, column_gap = 48.0F;
static const float over_height = 20.0F, title_height = 56.0F, button_height = 36.0F;
static const float button_width = 168.0F, tabs_height = 28.0F, tabs_width = 560.0F;
static const float widest = 2200.0F, highest = 1320.0F; /* lines and charts read well up to here */
static const float text_share = 0.54F, bar_room = 12.0F;
static const float label_height = 22.0F, charts_least = 256.0F, points_least = 140.0F;

/* --- the first page --- */

static void list_gauges(struct tp_app *app, struct tp_rect *place) {
  tp_rect_cut_top(place, tp_px(app, 1.5F * gap));
  tp_dossier_label(app, place, TP_WORD_START_AND_END);
  for (int i = 0; i < TP_GAUGES; i++) {
    struct tp_gauge gauge;
    tp_session_gauge(app->session, (enum tp_gauge_id)i, &gauge);
    if (gauge.slot != TP_NONE)
      tp_rect_cut_top(place, tp_debrief_line(app, *place, gauge.slot, gauge.title));
  }
}

/* How it ended and why so, each as high as it was measured. */
static void tell_ending(struct tp_app *app, struct tp_rect *place, const char *const texts[2],
                        const float heights[2]) {
  for (int i = 0; i < 2; i++) {
    if (i == 1)
      tp_dossier_label(app, place, TP_WORD_WHY_SO);
    struct tp_rect text = tp_rect_cut_top(place, heights[i]);
    if (texts[i][0])
      tp_ui_paragraph(&app->ui, text, TP_TYPE_READ, TP_COLOUR_INK, texts[i]);
    if (i == 0 && heights[i] > 0.0F)
      tp_rect_cut_top(place, tp_px(app, 1.5F * gap));
  }
}

/* With charts where they find room below the words, else as one list that scrolls. */
static void show_story(struct tp_app *app, struct tp_rect left, const struct tp_course *course) {
  struct tp_outcome outcome;
  char why[TP_VERDICT_MAX];
  tp_session_outcome(app->session, &outcome);
  tp_verdict_why(app->session, why, sizeof why);
  const char *const texts[2] = {outcome.text, why[0] ? why : tp_word(TP_WORD_STILL_OPEN)};
  float heights[2], room = left.h - tp_px(app, label_height) - tp_px(app, 1.5F * gap);
  for (int i = 0; i < 2; i++) {
    heights[i] = tp_ui_words_height(&app->ui, TP_TYPE_READ, left.w, texts[i]);
    room -= heights[i] + (i == 0 && heights[i] > 0.0F ? tp_px(app, 1.5F * gap) : 0.0F);
  }
  if (room >= tp_px(app, charts_least)) {
    tell_ending(app, &left, texts, heights);
    tp_rect_cut_top(&left, tp_px(app, 1.5F * gap));
    tp_debrief_gauges(app, left, course);
    return;
  }
  struct tp_rect place = tp_ui_scroll_begin(&app->ui, tp_ui_id("how it ended"), left);
  float y = place.y;
  place.h = 1e6F;
  tell_ending(app, &place, texts, heights);
  list_gauges(app, &place);
  tp_ui_scroll_end(&app->ui, place.y - y);
}

/* The objectives, and below them, where there is room, the decisions that mattered most: those wait
 * for the review, which nothing that has to be the same each time waits for here. */
static void show_objectives(struct tp_app *app, struct tp_rect page,
                            const struct tp_course *course) {
  float high = app->debrief.goals_height + tp_px(app, label_height + 1.5F * gap);
  struct tp_turn_odds odds;
  bool known =
      !app->options.steady || tp_session_odds(app->session, tp_session_begun(app->session), &odds);
  struct tp_rect points = page;
  tp_rect_cut_top(&points, high);
  bool room = app->debrief.goals_height > 0.0F && points.h >= tp_px(app, points_least);
  if (room && known) {
    tp_debrief_points(app, points, course);
    page.h = high;
  }
  tp_dossier_label(app, &page, TP_WORD_GOALS_HEAD);
  struct tp_rect place = tp_ui_scroll_begin(&app->ui, tp_ui_id("ending goals"), page);
  float used = tp_goals_list(app, place);
  if (fabsf(used - app->debrief.goals_height) > 0.5F)
    tp_ui_wake_at(&app->ui, app->ui.input.seconds);
  app->debrief.goals_height = used;
  tp_ui_scroll_end(&app->ui, used);
}

/* A turn that is picked here is looked at on the page of turning points. */
static void show_result(struct tp_app *app, struct tp_rect page) {
  struct tp_course course = tp_debrief_known(app);
  int turn = app->debrief.turn;
  struct tp_rect left = tp_rect_cut_left(&page, floorf(page.w * text_share));
  tp_rect_cut_left(&page, tp_px(app, column_gap - bar_room));
  tp_rect_cut_right(&left, tp_px(app, bar_room));
  show_story(app, left, &course);
  show_objectives(app, page, &course);
  if (app->debrief.turn != turn)
    app->debrief.page = TP_DEBRIEF_COURSE;
}

/* --- what stands round all pages --- */

static void over_line(struct tp_app *app, struct tp_rect line, const struct tp_outcome *outcome) {
  const struct tp_rules *r = tp_app_rules(app);
  char words[240], date[40], result[80], played[40];
  int met = 0;
  for (int i = 0; i < r->objective_count; i++) {
    struct tp_objective_state state;
    tp_session_objective(app->session, i, &state);
    met += state.met;
  }
  int turns = tp_session_turn(app->session);
  TP_SAY(played, sizeof played, turns == 1 ? TP_SAY_COST_TURN : TP_SAY_COST_TURNS, TP_WHOLE(turns));
  TP_PRINT(words, sizeof words, TP_WORD_SCORE, TP_WHOLE(outcome->score), TP_WHOLE(met),
           TP_WHOLE(r->objective_count), played);
  float taken = tp_text_width(app->fonts, tp_face(app, TP_TYPE_BODY_STRONG), words);
  tp_ui_label(&app->ui, tp_rect_cut_right(&line, taken + 1.0F), TP_TYPE_BODY_STRONG, TP_COLOUR_INK,
              TP_ALIGN_RIGHT, words);
  tp_rect_cut_right(&line, tp_px(app, gap));
  tp_wording_date(r, turns, date, sizeof date);
  snprintf(result, sizeof result, "%s", tp_wording_result(outcome->result));
  tp_phrase_capital(result);
  snprintf(words, sizeof words, "%s \xc2\xb7 %s \xc2\xb7 %s", r->words.title, date, result);
  tp_ui_label(&app->ui, line, TP_TYPE_BODY_STRONG,
              outcome->result == TP_VICTORY  ? TP_COLOUR_GOOD
              : outcome->result == TP_DEFEAT ? TP_COLOUR_BAD
                                             : TP_COLOUR_MUTED,
              TP_ALIGN_LEFT, words);
}

static void show_head(struct tp_app *app, struct tp_rect *in) {
  struct tp_outcome outcome;
  const char *names[TP_DEBRIEF_PAGES] = {
      [TP_DEBRIEF_RESULT] = tp_word(TP_WORD_TAB_RESULT),
      [TP_DEBRIEF_COURSE] = tp_word(TP_WORD_TAB_COURSE),
      [TP_DEBRIEF_STORIES] = tp_word(TP_WORD_TAB_STORIES),
      [TP_DEBRIEF_WHAT_IF] = tp_word(TP_WORD_TAB_WHAT_IF),
  };
  tp_session_outcome(app->session, &outcome);
  over_line(app, tp_rect_cut_top(in, tp_px(app, over_height)), &outcome);
  tp_ui_label(&app->ui, tp_rect_cut_top(in, tp_px(app, title_height)), TP_TYPE_DISPLAY,
              TP_COLOUR_INK, TP_ALIGN_LEFT,
              outcome.title[0] ? outcome.title : tp_word(TP_WORD_SO_FAR));
  struct tp_rect line = tp_rect_cut_top(in, tp_px(app, tabs_height));
  tp_draw_hrule(app->draw, line.x, line.y + line.h - tp_px(app, 1.0F), line.w,
                (int)tp_px(app, 1.0F), tp_ink(app, TP_COLOUR_RULE));
  line.w = fminf(line.w, tp_px(app, tabs_width));
  tp_ui_tabs(&app->ui, tp_ui_id("looking back"), line, names, TP_DEBRIEF_PAGES, &app->debrief.page);
  tp_rect_cut_top(in, tp_px(app, gap));
}

static bool button(struct tp_app *app, struct tp_rect *foot, enum tp_button_kind kind,
                   enum tp_word word) {
  struct tp_rect place = tp_rect_cut_left(foot, tp_px(app, button_width));
  tp_rect_cut_left(foot, tp_px(app, gap));
  return tp_ui_button(&app->ui, tp_ui_id_of(tp_ui_id("looking back to"), (uint32_t)word), place,
                      kind, tp_word(word), NULL)
      .clicked;
}

static void show_buttons(struct tp_app *app, struct tp_rect foot) {
  bool over = tp_session_world(app->session)->result != TP_PLAYING;
  bool escape = tp_ui_key(&app->ui, TP_KEY_ESCAPE);
  if (!over) {
    if (button(app, &foot, TP_BUTTON_PRIMARY, TP_WORD_GO_ON_PLAYING) || escape)
      app->screen = TP_SCREEN_BOARD;
    return;
  }
  bool title = button(app, &foot, TP_BUTTON_PRIMARY, TP_WORD_TO_TITLE);
  bool again = button(app, &foot, TP_BUTTON_PLAIN, TP_WORD_PLAY_AGAIN);
  if (button(app, &foot, TP_BUTTON_PLAIN, TP_WORD_TO_BOARD))
    app->screen = TP_SCREEN_BOARD;
  if (title || escape)
    tp_app_leave(app);
  else if (again)
    tp_app_start(app, app->origin, tp_session_seed(app->session) + 1);
}

void tp_ending_show(struct tp_app *app, struct tp_rect screen) {
  static void (*const pages[TP_DEBRIEF_PAGES])(struct tp_app *, struct tp_rect) = {
      [TP_DEBRIEF_RESULT] = show_result,
      [TP_DEBRIEF_COURSE] = tp_debrief_course,
      [TP_DEBRIEF_STORIES] = tp_debrief_stories,
      [TP_DEBRIEF_WHAT_IF] = tp_debrief_what_if,
  };
  if (!app->options.steady) /* so that it is there when its page is opened */
    (void)tp_session_review(app->session);
  float beside = fmaxf(floorf((screen.w - tp_px(app, widest)) * 0.5F), tp_px(app, margin));
  float above = fmaxf(floorf((screen.h - tp_px(app, highest)) * 0.5F), tp_px(app, top));
  struct tp_rect in = tp_rect_inset(screen, beside, above);
  struct tp_rect foot = tp_rect_cut_bottom(&in, tp_px(app, button_height));
  tp_rect_cut_bottom(&in, tp_px(app, gap));
  show_head(app, &in);
  pages[app->debrief.page](app, in);
  show_buttons(app, foot);
}
