/* The mods: which there are, what they change and what is wrong with them; here they are switched
 * on and off. What is on applies to new games of every scenario. */
#include "desktop/screens.h"
#include "desktop/widgets/widgets.h"

#include <stdio.h>
#include <string.h>

/* layout, in pixels at scale 1 */
static const float width = 1040.0F, height = 632.0F, list_width = 380.0F, column_gap = 36.0F;
static const float button_height = 32.0F, button_width = 132.0F, wide_button = 188.0F, gap = 8.0F;
static const float row_height = 48.0F, head_height = 28.0F, title_line = 20.0F, note_line = 16.0F;
static const float box_width = 28.0F, place_width = 20.0F, state_width = 96.0F;
static const float asked_height = 84.0F, row_pad = 6.0F;

void tp_mods_open(struct tp_app *app) {
  struct tp_mods_view *view = &app->mods_view;
  view->back = app->overlay;
  view->asks = view->asks_anew = false;
  view->opened = true;
  view->looks = true;
  app->overlay = TP_OVERLAY_MODS;
}

static void close(struct tp_app *app) {
  app->overlay = app->mods_view.back;
}

static int chosen_row(const struct tp_app *app, const struct tp_shelf *shelf) {
  for (int i = 0; i < shelf->count; i++)
    if (strcmp(shelf->rows[i].id, app->mods_view.chosen) == 0)
      return i;
  return shelf->count ? 0 : TP_NONE;
}

static void choose(struct tp_app *app, const struct tp_shelf *shelf, int row) {
  struct tp_mods_view *view = &app->mods_view;
  if (strcmp(view->chosen, shelf->rows[row].id) != 0) {
    snprintf(view->chosen, sizeof view->chosen, "%s", shelf->rows[row].id);
    view->asks = false;
    view->told = TP_NONE;
  }
}

/* --- switching ------------------------------------------------------------------------------ */

/* Between frames, since all that is shown of the mods changes with it. */
static void do_switch(struct tp_app *app, int row) {
  app->mods_view.asks = false;
  app->mods_view.switches = row;
  tp_ui_wake_at(&app->ui, app->ui.input.seconds);
}

/* The mods as they are to be shown in this frame; compared only here, where conflicts are told. */
static const struct tp_shelf *shelf_of(struct tp_app *app) {
  struct tp_mods_view *view = &app->mods_view;
  if (view->looks)
    tp_app_forget_mods(app);
  else if (view->switches != TP_NONE && !tp_app_switch_mod(app, view->switches))
    tp_app_tell(app, tp_phrase(TP_SAY_MODS_TOO_MANY));
  view->looks = false;
  view->switches = TP_NONE;
  if (!tp_app_shelf(app)->compared)
    tp_shelf_compare(app->shelf);
  return app->shelf;
}

/* What goes with it is asked first. */
static void ask_to_switch(struct tp_app *app, const struct tp_shelf *shelf, int row) {
  struct tp_mods_on also;
  const struct tp_shelf_row *r = &shelf->rows[row];
  choose(app, shelf, row);
  if (!r->usable && !r->wanted)
    return;
  tp_shelf_also(shelf, row, &also);
  app->mods_view.asks = also.count > 0;
  app->mods_view.asked_now = also.count > 0;
  if (!also.count)
    do_switch(app, row);
}

/* --- the list ------------------------------------------------------------------------------- */

static enum tp_colour_role state_colour(const struct tp_shelf *shelf, int row) {
  const struct tp_shelf_row *r = &shelf->rows[row];
  if (!r->usable || tp_shelf_conflicts(shelf, row))
    return TP_COLOUR_BAD;
  return r->wanted ? TP_COLOUR_GOOD : TP_COLOUR_MUTED;
}

/* With the mouse a row is chosen, and switched at its box; the arrows choose what they come to, and
 * Enter switches. */
static void take_row(struct tp_app *app, const struct tp_shelf *shelf, int row,
                     const struct tp_hit *hit, struct tp_rect rect) {
  const struct tp_ui *ui = &app->ui;
  const uint64_t arrows = (uint64_t)1 << TP_KEY_UP | (uint64_t)1 << TP_KEY_DOWN;
  bool by_key = hit->focused && ui->focus_shown && !ui->input.released;
  bool on_box = ui->input.released && ui->input.mouse_x < rect.x + tp_px(app, row_pad + box_width);
  if (hit->clicked && (by_key || on_box))
    ask_to_switch(app, shelf, row);
  else if (hit->clicked || (by_key && ui->input.keys & arrows))
    choose(app, shelf, row);
}

/* By its folder: two may have the same id. */
static uint32_t row_id(const struct tp_shelf_row *row) {
  return tp_ui_id_of(tp_ui_id(row->mod ? row->mod->folder : row->id), 1);
}

static struct tp_hit draw_row(struct tp_app *app, const struct tp_shelf *shelf, int row,
                              struct tp_rect rect, bool chosen) {
  const struct tp_shelf_row *r = &shelf->rows[row];
  struct tp_ui *ui = &app->ui;
  char note[300], state[80], place[16] = "";
  float inset = tp_px(app, row_pad);
  if (chosen)
    tp_draw_rect(app->draw, tp_rect_inset(rect, -tp_px(app, 4.0F), 0.0F),
                 tp_ink(app, TP_COLOUR_HOVER));
  struct tp_hit hit = tp_ui_row(ui, row_id(r), rect, false, "", "", TP_COLOUR_MUTED);
  tp_ui_name(ui, r->title);
  struct tp_rect in = tp_rect_inset(rect, inset, inset);
  tp_ui_box(ui, tp_rect_cut_left(&in, tp_px(app, box_width)), TP_COLOUR_CARD, r->wanted != 0);
  struct tp_rect right = tp_rect_cut_right(&in, tp_px(app, state_width));
  tp_telling_note(r, note, sizeof note);
  struct tp_rect top = tp_rect_cut_top(&in, note[0] ? tp_px(app, title_line) : in.h);
  if (r->place) {
    snprintf(place, sizeof place, "%d", r->place);
    tp_text_in(app->fonts, tp_face(app, TP_TYPE_BODY), tp_ink(app, TP_COLOUR_MUTED),
               tp_rect_cut_left(&top, tp_px(app, place_width)), TP_ALIGN_LEFT, place);
    tp_rect_cut_left(&in, tp_px(app, place_width));
  }
  tp_ui_label(ui, top, TP_TYPE_BODY_STRONG, TP_COLOUR_INK, TP_ALIGN_LEFT, r->title);
  if (note[0])
    tp_ui_label(ui, tp_rect_cut_top(&in, tp_px(app, note_line)), TP_TYPE_NOTE, TP_COLOUR_MUTED,
                TP_ALIGN_LEFT, note);
  right.h = note[0] ? tp_px(app, title_line) : right.h;
  tp_ui_label(ui, right, TP_TYPE_NOTE_STRONG, state_colour(shelf, row), TP_ALIGN_RIGHT,
              tp_telling_state(shelf, row, state, sizeof state));
  return hit;
}

static void show_list(struct tp_app *app, const struct tp_shelf *shelf, struct tp_rect place) {
  struct tp_ui *ui = &app->ui;
  struct tp_rect list = tp_ui_scroll_begin(ui, tp_ui_id("mods"), place);
  int chosen = chosen_row(app, shelf);
  float y = list.y;
  for (int i = 0; i < shelf->count; i++) {
    if (i == 0 || tp_telling_head(&shelf->rows[i]) != tp_telling_head(&shelf->rows[i - 1])) {
      y += i ? tp_px(app, gap) : 0.0F;
      tp_ui_label(ui, (struct tp_rect){list.x, y, list.w, tp_px(app, head_height)}, TP_TYPE_LABEL,
                  TP_COLOUR_MUTED, TP_ALIGN_LEFT, tp_phrase(tp_telling_head(&shelf->rows[i])));
      y += tp_px(app, head_height);
    }
    struct tp_rect rect = {list.x, y, list.w, tp_px(app, row_height)};
    struct tp_hit hit = draw_row(app, shelf, i, rect, i == chosen);
    if (i == chosen && app->mods_view.opened)
      tp_ui_focus_quietly(ui, row_id(&shelf->rows[i]));
    y += rect.h;
    take_row(app, shelf, i, &hit, rect);
  }
  app->mods_view.opened = false;
  tp_ui_scroll_end(ui, y - list.y);
}

/* --- the one that is chosen ----------------------------------------------------------------- */

float tp_telling_show(struct tp_app *app, struct tp_rect rect, const struct tp_telling *telling) {
  static const struct {
    enum tp_type_role type;
    enum tp_colour_role colour;
  } looks[] = {[TP_TOLD_HEAD] = {TP_TYPE_SUBHEAD, TP_COLOUR_INK},
               [TP_TOLD_STRONG] = {TP_TYPE_BODY_STRONG, TP_COLOUR_INK},
               [TP_TOLD_TEXT] = {TP_TYPE_BODY, TP_COLOUR_INK},
               [TP_TOLD_NOTE] = {TP_TYPE_NOTE, TP_COLOUR_MUTED},
               [TP_TOLD_FAULT] = {TP_TYPE_BODY, TP_COLOUR_BAD},
               [TP_TOLD_WARNING] = {TP_TYPE_BODY, TP_COLOUR_INK}};
  float y = rect.y;
  for (int i = 0; i < telling->count; i++) {
    const struct tp_told_line *line = &telling->lines[i];
    bool problem = line->kind == TP_TOLD_FAULT || line->kind == TP_TOLD_WARNING;
    y += !i                             ? 0.0F
         : line->kind == TP_TOLD_HEAD   ? tp_px(app, 2.0F * gap)
         : line->kind == TP_TOLD_STRONG ? tp_px(app, 0.5F * gap)
                                        : 0.0F;
    y += tp_ui_paragraph(&app->ui, (struct tp_rect){rect.x, y, rect.w, 1e6F},
                         looks[line->kind].type, looks[line->kind].colour, line->text);
    y += problem || line->kind == TP_TOLD_HEAD ? tp_px(app, gap * 0.5F) : 0.0F;
  }
  return y - rect.y;
}

/* What the player says to a question, which has the keyboard at its yes when it comes up. */
enum answer { ANSWER_NONE, ANSWER_YES, ANSWER_NO };
static enum answer ask(struct tp_app *app, struct tp_rect in, const char *question, uint32_t yes_id,
                       enum tp_word yes_words, uint32_t no_id) {
  struct tp_ui *ui = &app->ui;
  struct tp_rect foot = tp_rect_cut_bottom(&in, tp_px(app, button_height));
  tp_ui_paragraph(ui, in, TP_TYPE_BODY_MEDIUM, TP_COLOUR_INK, question);
  struct tp_rect left = tp_rect_cut_left(&foot, tp_px(app, wide_button));
  tp_rect_cut_left(&foot, tp_px(app, gap));
  struct tp_rect right = tp_rect_cut_left(&foot, tp_px(app, button_width));
  bool yes = tp_ui_button(ui, yes_id, left, TP_BUTTON_PRIMARY, tp_word(yes_words), NULL).clicked;
  if (app->mods_view.asked_now && ui->focus_shown)
    tp_ui_focus(ui, yes_id);
  app->mods_view.asked_now = false;
  bool no =
      tp_ui_button(ui, no_id, right, TP_BUTTON_PLAIN, tp_word(TP_WORD_ASK_NO), NULL).clicked ||
      tp_ui_key(ui, TP_KEY_ESCAPE);
  return yes ? ANSWER_YES : no ? ANSWER_NO : ANSWER_NONE;
}

static void show_asked(struct tp_app *app, const struct tp_shelf *shelf, int row,
                       struct tp_rect in) {
  char words[900];
  bool on = shelf->rows[row].wanted != 0;
  enum answer answer =
      ask(app, in, tp_telling_also(shelf, row, words, sizeof words), tp_ui_id("switch all"),
          on ? TP_WORD_MODS_ALL_OFF : TP_WORD_MODS_ALL_ON, tp_ui_id("leave mod"));
  if (answer == ANSWER_YES)
    do_switch(app, row);
  else if (answer == ANSWER_NO)
    app->mods_view.asks = false;
}

static void show_switch(struct tp_app *app, const struct tp_shelf *shelf, int row,
                        struct tp_rect line) {
  const struct tp_shelf_row *r = &shelf->rows[row];
  char state[80];
  bool refused = !r->usable && !r->wanted;
  struct tp_rect button = tp_rect_cut_left(&line, tp_px(app, wide_button));
  if (tp_ui_button(&app->ui, tp_ui_id("switch mod"), button, TP_BUTTON_PLAIN,
                   tp_word(r->wanted ? TP_WORD_MODS_SWITCH_OFF : TP_WORD_MODS_SWITCH_ON),
                   refused ? tp_telling_state(shelf, row, state, sizeof state) : NULL)
          .clicked)
    ask_to_switch(app, shelf, row);
}

static void show_mod(struct tp_app *app, const struct tp_shelf *shelf, int row, struct tp_rect in) {
  struct tp_mods_view *view = &app->mods_view;
  const struct tp_shelf_row *r = &shelf->rows[row];
  struct tp_ui *ui = &app->ui;
  char note[300];
  if (view->told != row) {
    tp_telling_free(&view->telling);
    tp_telling_mod(&view->telling, shelf, row);
    view->told = row;
  }
  tp_rect_cut_top(&in, tp_ui_paragraph(ui, in, TP_TYPE_TITLE, TP_COLOUR_INK, r->title));
  tp_ui_label(ui, tp_rect_cut_top(&in, tp_px(app, note_line)), TP_TYPE_NOTE, TP_COLOUR_MUTED,
              TP_ALIGN_LEFT, tp_telling_note(r, note, sizeof note));
  tp_rect_cut_top(&in, tp_px(app, gap));
  struct tp_rect foot =
      tp_rect_cut_bottom(&in, tp_px(app, view->asks ? asked_height : button_height));
  tp_rect_cut_bottom(&in, tp_px(app, gap));
  uint32_t id = tp_ui_id_of(tp_ui_id("mod"), tp_ui_id(r->id));
  struct tp_rect place = tp_ui_scroll_begin(ui, id, in);
  tp_ui_scroll_end(ui, tp_telling_show(app, place, &view->telling));
  if (view->asks)
    show_asked(app, shelf, row, foot);
  else
    show_switch(app, shelf, row, foot);
}

/* --- all of it ------------------------------------------------------------------------------ */

static void make_folder(struct tp_app *app, const char *path) {
  struct tp_file_error error = {.text = ""};
  if (!tp_files_make_folder(path, &error))
    tp_app_tell(app, error.text);
}

/* Where mods are put. */
static void show_folder(struct tp_app *app, struct tp_rect line) {
  char path[TP_PATH_MAX], words[TP_PATH_MAX + 200];
  if (!tp_shelf_folder(path))
    return;
  bool there = tp_files_is_there(path);
  if (!there) {
    struct tp_rect button = tp_rect_cut_right(&line, tp_px(app, wide_button));
    tp_rect_cut_right(&line, tp_px(app, gap));
    if (tp_ui_button(&app->ui, tp_ui_id("make folder"), button, TP_BUTTON_PLAIN,
                     tp_word(TP_WORD_MODS_MAKE), NULL)
            .clicked)
      make_folder(app, path);
  }
  TP_SAY(words, sizeof words, there ? TP_SAY_MODS_FOLDER : TP_SAY_MODS_NO_FOLDER, path);
  tp_ui_label(&app->ui, line, TP_TYPE_NOTE, TP_COLOUR_MUTED, TP_ALIGN_LEFT, words);
}

static void show_foot(struct tp_app *app, struct tp_rect foot) {
  struct tp_ui *ui = &app->ui;
  struct tp_rect button = tp_rect_cut_right(&foot, tp_px(app, button_width));
  tp_rect_cut_right(&foot, tp_px(app, gap));
  bool closes = tp_ui_button(ui, tp_ui_id("close mods"), button, TP_BUTTON_PRIMARY,
                             tp_word(TP_WORD_CLOSE), NULL)
                    .clicked ||
                tp_ui_key(ui, TP_KEY_ESCAPE);
  button = tp_rect_cut_right(&foot, tp_px(app, button_width));
  tp_rect_cut_right(&foot, tp_px(app, 2.0F * gap));
  if (tp_ui_button(ui, tp_ui_id("look again"), button, TP_BUTTON_PLAIN, tp_word(TP_WORD_MODS_LOOK),
                   NULL)
          .clicked ||
      tp_ui_key(ui, TP_KEY_F5)) {
    app->mods_view.looks = true;
    tp_ui_wake_at(ui, ui->input.seconds);
  }
  show_folder(app, foot);
  if (closes)
    close(app);
}

/* Begins the game anew, once that was asked; it is kept, unless the player wants no such thing, or
 * there is nothing to keep. */
static void ask_anew(struct tp_app *app, struct tp_rect in) {
  char words[500];
  TP_PRINT(words, sizeof words,
           tp_app_is_unplayed(app)   ? TP_WORD_MODS_ANEW_ASK_UNPLAYED
           : app->settings->autosave ? TP_WORD_MODS_ANEW_ASK
                                     : TP_WORD_MODS_ANEW_ASK_UNSAVED,
           tp_app_rules(app)->words.title);
  enum answer answer =
      ask(app, in, words, tp_ui_id("anew yes"), TP_WORD_MODS_ANEW_YES, tp_ui_id("anew no"));
  if (answer == ANSWER_YES)
    tp_app_begin_anew(app);
  else if (answer == ANSWER_NO)
    app->mods_view.asks_anew = false;
}

/* What may be done with the game that is played, where it has other mods than those that are on. */
static void show_ways(struct tp_app *app, struct tp_rect line) {
  struct tp_ui *ui = &app->ui;
  struct tp_rect button = tp_rect_cut_right(&line, tp_px(app, wide_button));
  tp_rect_cut_right(&line, tp_px(app, gap));
  bool propose = tp_ui_button(ui, tp_ui_id("propose mods"), button, TP_BUTTON_PLAIN,
                              tp_word(TP_WORD_MODS_PROPOSE), NULL)
                     .clicked;
  button = tp_rect_cut_right(&line, tp_px(app, button_width));
  tp_rect_cut_right(&line, tp_px(app, gap));
  if (tp_ui_button(ui, tp_ui_id("begin anew"), button, TP_BUTTON_PLAIN, tp_word(TP_WORD_MODS_ANEW),
                   NULL)
          .clicked)
    app->mods_view.asks_anew = app->mods_view.asked_now = true;
  tp_ui_label(ui, line, TP_TYPE_BODY_MEDIUM, TP_COLOUR_INK, TP_ALIGN_LEFT,
              tp_word(TP_WORD_MODS_DIFFER));
  if (propose)
    tp_app_propose_mods(app);
}

static void show_game(struct tp_app *app, struct tp_rect *in) {
  bool asks = app->mods_view.asks_anew;
  if (!tp_app_mods_differ(app)) {
    app->mods_view.asks_anew = false;
    return;
  }
  struct tp_rect band = tp_rect_cut_bottom(in, tp_px(app, asks ? asked_height : button_height));
  tp_rect_cut_bottom(in, tp_px(app, 1.5F * gap));
  if (asks)
    ask_anew(app, band);
  else
    show_ways(app, band);
}

/* What the mods here are for, where that is not plain. */
static void purpose(struct tp_app *app, char *text, size_t size) {
  char list[400];
  text[0] = '\0';
  if (app->session)
    TP_SAY(text, size, TP_SAY_MODS_THIS_GAME,
           tp_offer_of_game(app->session, list, sizeof list)[0] ? list
                                                                : tp_phrase(TP_SAY_MODS_NO_MODS));
  else if (app->options.mods)
    snprintf(text, size, "%s", tp_phrase(TP_SAY_MODS_ONCE));
}

static void show_none(struct tp_app *app, struct tp_rect in) {
  tp_rect_cut_top(
      &in, tp_ui_paragraph(&app->ui, in, TP_TYPE_READ, TP_COLOUR_INK, tp_phrase(TP_SAY_MODS_NONE)));
  tp_ui_paragraph(&app->ui, in, TP_TYPE_BODY, TP_COLOUR_MUTED, tp_phrase(TP_SAY_MODS_HOW));
}

void tp_mods_show(struct tp_app *app, struct tp_rect screen) {
  char over[700];
  const struct tp_shelf *shelf = shelf_of(app);
  purpose(app, over, sizeof over);
  struct tp_rect in = tp_dialogue_begin(app, screen, width, height, over, tp_word(TP_WORD_MODS));
  struct tp_rect foot = tp_rect_cut_bottom(&in, tp_px(app, button_height));
  tp_rect_cut_bottom(&in, tp_px(app, 1.5F * gap));
  int row = chosen_row(app, shelf);
  show_game(app, &in);
  if (row == TP_NONE) {
    show_none(app, in);
    show_foot(app, foot);
    return;
  }
  struct tp_rect list = tp_rect_cut_left(&in, tp_px(app, list_width));
  tp_rect_cut_left(&in, tp_px(app, column_gap));
  tp_rect_cut_right(&in, tp_px(app, gap));
  tp_draw_vrule(app->draw, list.x + list.w + tp_px(app, column_gap * 0.5F), list.y, list.h,
                (int)tp_px(app, 1.0F), tp_ink(app, TP_COLOUR_RULE));
  show_list(app, shelf, list);
  show_mod(app, shelf, chosen_row(app, shelf), in);
  show_foot(app, foot);
}
