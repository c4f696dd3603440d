/* The list of saved games, on the title screen and in the menu: to load one, or to save under a
 * name. What would be lost by it is asked. */
#include "desktop/screens.h"
#include "desktop/widgets/widgets.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* layout, in pixels at scale 1 */
static const float head_height = 32.0F, row_height = 60.0F, chart_width = 84.0F, pad = 8.0F;
static const float name_line = 22.0F, note_line = 18.0F, delete_width = 28.0F, gap = 8.0F;
static const float field_height = 36.0F, button_width = 132.0F, asked_height = 72.0F;

static const struct tp_saved *asked_about(const struct tp_app *app) {
  int about = app->saves_view.about;
  return app->saves_view.asks != TP_ASK_NOTHING && about < app->save_count ? &app->saves[about]
                                                                           : NULL;
}

/* --- doing it ------------------------------------------------------------------------------- */

void tp_saves_open(struct tp_app *app) {
  char date[40];
  const struct tp_rules *r = tp_app_rules(app);
  struct tp_saves_view *view = &app->saves_view;
  tp_app_list_saves(app);
  tp_wording_date(r, tp_session_turn(app->session), date, sizeof date);
  view->name[0] = '\0';
  tp_phrase_append(view->name, sizeof view->name, date);
  tp_phrase_append(view->name, sizeof view->name, ", ");
  tp_phrase_append(view->name, sizeof view->name, r->words.title);
  app->overlay = TP_OVERLAY_SAVE;
  view->opened = true;
}

static void ask(struct tp_app *app, int what, int about) {
  app->saves_view.asks = what;
  app->saves_view.about = about;
}

static void save(struct tp_app *app, const char *name) {
  if (tp_app_save(app, name))
    app->overlay = TP_OVERLAY_NONE;
}

/* A name that is taken is asked about; one that no file can have is refused. */
static void save_new(struct tp_app *app) {
  char path[TP_PATH_MAX];
  if (!tp_saves_path(app->options.folder, app->saves_view.name, path)) {
    tp_app_tell(app, tp_word(TP_WORD_NAME_NEEDED));
    return;
  }
  for (int i = 0; i < app->save_count; i++)
    if (tp_files_same(path, app->saves[i].path)) {
      ask(app, TP_ASK_REPLACE, i);
      return;
    }
  save(app, app->saves_view.name);
}

static void load(struct tp_app *app, int index) {
  char path[TP_PATH_MAX];
  snprintf(path, sizeof path, "%s", app->saves[index].path);
  tp_app_load(app, path);
}

static void forget(struct tp_app *app, int index) {
  struct tp_file_error error = {.text = ""};
  char words[300];
  if (!tp_saves_delete(app->saves[index].path, &error)) {
    TP_PRINT(words, sizeof words, TP_WORD_NOT_DELETED, app->saves[index].name, error.text);
    tp_app_tell(app, words);
  }
  tp_app_list_saves(app);
}

static void answer(struct tp_app *app, bool yes) {
  struct tp_saves_view *view = &app->saves_view;
  int what = view->asks, about = view->about;
  view->asks = TP_ASK_NOTHING;
  if (yes && what == TP_ASK_DELETE)
    forget(app, about);
  else if (yes)
    save(app, app->saves[about].own ? app->saves[about].name : view->name);
}

/* --- a row ---------------------------------------------------------------------------------- */

/* The course of the gauges, in their colours. */
void tp_saves_chart(struct tp_app *app, struct tp_rect rect, const struct tp_chart *chart) {
  static const enum tp_colour_role roles[TP_CHART_LINES] = {TP_COLOUR_RUSSIA, TP_COLOUR_EUROPE,
                                                            TP_COLOUR_BRASS, TP_COLOUR_DURABLE};
  struct tp_point points[TP_CHART_POINTS];
  tp_draw_rect(app->draw, rect, tp_ink(app, TP_COLOUR_CARD));
  tp_draw_frame(app->draw, rect, (int)tp_px(app, 1.0F), tp_ink(app, TP_COLOUR_HAIR));
  struct tp_rect in = tp_rect_inset(rect, tp_px(app, 3.0F), tp_px(app, 3.0F));
  for (int line = 0; line < chart->lines && chart->points > 1; line++) {
    for (int i = 0; i < chart->points; i++) {
      float share = fminf(fmaxf(chart->at[line][i] / 100.0F, 0.0F), 1.0F);
      points[i] = (struct tp_point){in.x + in.w * (float)i / (float)(chart->points - 1),
                                    in.y + in.h * (1.0F - share)};
    }
    tp_draw_line(app->draw, points, (size_t)chart->points, tp_px(app, 1.5F), TP_LINE_SOLID,
                 tp_ink(app, roles[line]));
  }
}

static void note_of(const struct tp_saved *saved, char *text, size_t size) {
  const char *kind = saved->own ? saved->summary.title : tp_word(TP_WORD_BY_ITSELF);
  if (saved->before)
    TP_PRINT(text, size, TP_WORD_SAVE_BEFORE, TP_WHOLE(saved->before));
  else
    snprintf(text, size, "%s", kind);
}

static bool delete_button(struct tp_app *app, struct tp_rect place, int index) {
  float side = tp_px(app, delete_width);
  struct tp_rect rect = {place.x, place.y + floorf((place.h - side) * 0.5F), side, side};
  struct tp_hit hit = tp_ui_button(&app->ui, tp_ui_id_of(tp_ui_id("delete save"), (uint32_t)index),
                                   rect, TP_BUTTON_QUIET, "\xc3\x97", NULL);
  char words[160];
  TP_PRINT(words, sizeof words, TP_WORD_DELETE, app->saves[index].name);
  tp_ui_name(&app->ui, words);
  tp_ui_tip(&app->ui, words);
  return hit.clicked;
}

static void show_row(struct tp_app *app, struct tp_rect row, int index, bool saving) {
  const struct tp_saved *saved = &app->saves[index];
  struct tp_ui *ui = &app->ui;
  char kind[200], note[300];
  struct tp_hit hit = tp_ui_row(ui, tp_ui_id_of(tp_ui_id("save"), (uint32_t)index), row, false, "",
                                "", TP_COLOUR_MUTED);
  tp_ui_name(ui, saved->name);
  struct tp_rect in = tp_rect_inset(row, 0.0F, tp_px(app, pad));
  tp_saves_chart(app, tp_rect_cut_left(&in, tp_px(app, chart_width)), &saved->summary.chart);
  tp_rect_cut_left(&in, tp_px(app, 2.0F * pad));
  bool deletes = delete_button(app, tp_rect_cut_right(&in, tp_px(app, delete_width)), index);
  struct tp_rect top = tp_rect_cut_top(&in, tp_px(app, name_line));
  struct tp_rect bottom = tp_rect_cut_top(&in, tp_px(app, note_line));
  tp_ui_label(ui, top, TP_TYPE_BODY_STRONG, TP_COLOUR_INK, TP_ALIGN_LEFT, saved->name);
  note_of(saved, kind, sizeof kind);
  TP_PRINT(note, sizeof note, TP_WORD_SAVE_NOTE, saved->date, TP_WHOLE(saved->summary.turns + 1),
           kind, saved->written);
  tp_ui_label(ui, bottom, TP_TYPE_NOTE, TP_COLOUR_MUTED, TP_ALIGN_LEFT, note);
  if (deletes)
    ask(app, TP_ASK_DELETE, index);
  else if (hit.clicked && saving)
    ask(app, TP_ASK_REPLACE, index);
  else if (hit.clicked)
    load(app, index);
}

static bool is_listed(const struct tp_app *app, int index, bool saving) {
  return !saving || app->saves[index].own;
}

float tp_saves_height(const struct tp_app *app, bool saving) {
  int rows = 0;
  for (int i = 0; i < app->save_count; i++)
    rows += is_listed(app, i, saving);
  return fmaxf((float)rows, 1.0F) * row_height + asked_height + gap;
}

/* --- all of it ------------------------------------------------------------------------------ */

static void show_asked(struct tp_app *app, struct tp_rect in) {
  struct tp_ui *ui = &app->ui;
  const struct tp_saved *saved = asked_about(app);
  bool deletes = app->saves_view.asks == TP_ASK_DELETE;
  char words[300];
  TP_PRINT(words, sizeof words, deletes ? TP_WORD_ASK_DELETE : TP_WORD_ASK_REPLACE,
           saved ? saved->name : "");
  struct tp_rect foot = tp_rect_cut_bottom(&in, tp_px(app, field_height));
  tp_ui_label(ui, in, TP_TYPE_BODY_MEDIUM, TP_COLOUR_BAD, TP_ALIGN_LEFT, words);
  struct tp_rect left = tp_rect_cut_left(&foot, tp_px(app, button_width));
  tp_rect_cut_left(&foot, tp_px(app, gap));
  struct tp_rect right = tp_rect_cut_left(&foot, tp_px(app, button_width));
  bool yes = tp_ui_button(ui, tp_ui_id("yes"), left, TP_BUTTON_PRIMARY,
                          tp_word(deletes ? TP_WORD_DELETE_YES : TP_WORD_REPLACE_YES), NULL)
                 .clicked;
  bool no = tp_ui_button(ui, tp_ui_id("no"), right, TP_BUTTON_PLAIN, tp_word(TP_WORD_ASK_NO), NULL)
                .clicked ||
            tp_ui_key(ui, TP_KEY_ESCAPE);
  if (yes || no)
    answer(app, yes);
}

static void show_field(struct tp_app *app, struct tp_rect line) {
  struct tp_ui *ui = &app->ui;
  struct tp_rect button = tp_rect_cut_right(&line, tp_px(app, button_width));
  tp_rect_cut_right(&line, tp_px(app, gap));
  bool entered = tp_ui_field(ui, tp_ui_id("save name"), line, tp_word(TP_WORD_SAVE_NAME),
                             app->saves_view.name, sizeof app->saves_view.name, false)
                     .clicked;
  if (app->saves_view.opened)
    tp_ui_focus(ui, tp_ui_id("save name"));
  app->saves_view.opened = false;
  if (tp_ui_button(ui, tp_ui_id("save it"), button, TP_BUTTON_PRIMARY, tp_word(TP_WORD_SAVE_IT),
                   NULL)
          .clicked ||
      entered)
    save_new(app);
}

void tp_saves_show(struct tp_app *app, struct tp_rect panel, bool saving) {
  struct tp_ui *ui = &app->ui;
  bool asks = asked_about(app) != NULL;
  if (!app->session) /* in the menu its own heading says so */
    tp_ui_label(ui, tp_rect_cut_top(&panel, tp_px(app, head_height)), TP_TYPE_TITLE, TP_COLOUR_INK,
                TP_ALIGN_LEFT, tp_word(TP_WORD_CHOOSE_SAVE));
  if (asks) {
    show_asked(app, tp_rect_cut_bottom(&panel, tp_px(app, asked_height)));
    tp_rect_cut_bottom(&panel, tp_px(app, gap));
  } else if (saving) {
    show_field(app, tp_rect_cut_top(&panel, tp_px(app, field_height)));
    tp_rect_cut_top(&panel, tp_px(app, gap));
  }
  struct tp_rect list = tp_ui_scroll_begin(ui, tp_ui_id("saves"), panel);
  float y = list.y;
  for (int i = 0; i < app->save_count; i++) {
    if (!is_listed(app, i, saving))
      continue;
    show_row(app, (struct tp_rect){list.x, y, list.w, tp_px(app, row_height)}, i, saving);
    y += tp_px(app, row_height);
  }
  if (!app->save_count && !saving)
    y += tp_ui_paragraph(ui, list, TP_TYPE_BODY, TP_COLOUR_MUTED, tp_word(TP_WORD_NO_SAVES));
  tp_ui_scroll_end(ui, y - list.y);
}
