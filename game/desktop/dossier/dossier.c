/* The dossier at the lower left: its panel and heading, what is opened in it, and what its parts
 * share. */
#include "desktop/dossier/dossier.h"

#include "desktop/widgets/chart.h"
#include "desktop/screens.h"
#include "desktop/board/why.h"
#include "desktop/widgets/widgets.h"

#include <math.h>
#include <stdio.h>

/* layout, in pixels at scale 1 */
static const float side = 16.0F, top = 14.0F, note_height = 16.0F, gap = 8.0F;
static const float tabs_height = 20.0F, row_height = 24.0F, label_height = 22.0F;
static const float row_pad = 2.0F, spark_width = 44.0F, spark_high = 12.0F;
static const float value_width = 46.0F, change_width = 40.0F, close_width = 28.0F;
static const float button_height = 28.0F, mini_bar = 56.0F, mini_high = 6.0F;
static const float stripe_step = 4.0F, stripe_wide = 2.0F;

enum { spark_turns = 12 };

/* --- what is opened --- */

void tp_dossier_pick_actor(struct tp_app *app, int actor) {
  app->board.actor = actor;
  app->board.tie = app->board.claim = TP_NONE;
  app->board.dossier = 1;
  tp_geography_colour(app);
  tp_guide_see(app, TP_MARK_ACTOR, actor);
}

void tp_dossier_pick_tie(struct tp_app *app, int tie) {
  app->board.tie = tie;
  app->board.claim = TP_NONE;
  app->board.dossier = 1;
  tp_geography_colour(app);
  tp_guide_see(app, TP_MARK_TIE, tie);
}

void tp_dossier_pick_claim(struct tp_app *app, int claim) {
  tp_dossier_pick_actor(app, tp_app_rules(app)->claims[claim].holder);
  app->board.claim = claim;
  app->board.page = TP_DOSSIER_STORY;
}

/* --- what the parts share --- */

enum tp_colour_role tp_dossier_change_colour(const struct tp_app *app, int slot, long change) {
  int lower = tp_why_lower_is_better(app, slot);
  return lower < 0 ? TP_COLOUR_MUTED : tp_ui_change_colour(tp_shown_tenths(change), lower == 1);
}

void tp_dossier_label(struct tp_app *app, struct tp_rect *place, enum tp_word word) {
  tp_ui_label(&app->ui, tp_rect_cut_top(place, tp_px(app, label_height)), TP_TYPE_LABEL,
              TP_COLOUR_MUTED, TP_ALIGN_LEFT, tp_word(word));
}

/* Stripes, so that the two parts are told apart by more than their colour. */
void tp_dossier_bar(struct tp_app *app, struct tp_rect bar, double plain,
                    enum tp_colour_role plain_colour, double striped,
                    enum tp_colour_role striped_colour) {
  float share = (float)fmin(fmax(plain / 100.0, 0.0), 1.0);
  float more = (float)fmin(fmax(striped / 100.0, 0.0), 1.0 - (double)share);
  struct tp_rect part = {bar.x, bar.y, roundf(bar.w * share), bar.h};
  tp_draw_rect(app->draw, bar, tp_ink(app, TP_COLOUR_TRACK));
  tp_draw_rect(app->draw, part, tp_ink(app, plain_colour));
  part.x += part.w;
  part.w = roundf(bar.w * (share + more)) - part.w;
  float end = part.x + part.w, step = tp_px(app, stripe_step), wide = tp_px(app, stripe_wide);
  for (int i = 0; i < (int)ceilf((part.w + wide) / step); i++) {
    float x = part.x + step * (float)(i + 1) - wide;
    tp_draw_rect(app->draw, (struct tp_rect){x, bar.y, fminf(wide, end - x), bar.h},
                 tp_ink(app, striped_colour));
  }
}

static void line_figures(struct tp_app *app, struct tp_rect *left, float baseline, int slot) {
  int turn = tp_session_turn(app->session);
  long change = tp_session_shown_change(app->session, slot, turn);
  char figure[TP_FIGURE_MAX], moved[24];
  struct tp_rect at = tp_rect_cut_right(left, tp_px(app, change_width));
  tp_ui_signed(tp_shown_tenths(change), moved, sizeof moved);
  tp_text_number(app->fonts, tp_face(app, TP_TYPE_NOTE_STRONG),
                 tp_ink(app, tp_dossier_change_colour(app, slot, change)), at.x + at.w, baseline,
                 TP_ALIGN_RIGHT, moved);
  at = tp_rect_cut_right(left, tp_px(app, value_width));
  tp_phrase_number(figure, tp_session_value(app->session, slot, turn), 1);
  tp_text_number(app->fonts, tp_face(app, TP_TYPE_BODY_MEDIUM), tp_ink(app, TP_COLOUR_INK),
                 at.x + at.w, baseline, TP_ALIGN_RIGHT, figure);
  at = tp_rect_cut_right(left, tp_px(app, spark_width + gap));
  struct tp_rect spark = {at.x + tp_px(app, gap),
                          floorf(at.y + (tp_px(app, row_height - spark_high)) * 0.5F),
                          at.w - tp_px(app, gap), tp_px(app, spark_high)};
  tp_chart_spark(app, spark, slot, turn, spark_turns, tp_ink(app, TP_COLOUR_MUTED));
}

float tp_dossier_line(struct tp_app *app, struct tp_rect rect, int slot) {
  char title[TP_WORDING_MAX];
  tp_wording_variable_short(tp_app_rules(app), slot, title, sizeof title);
  return tp_dossier_named_line(app, rect, slot, title);
}

float tp_dossier_named_line(struct tp_app *app, struct tp_rect rect, int slot, const char *title) {
  bool hidden = tp_session_hides(app->session, slot);
  struct tp_type body = tp_face(app, TP_TYPE_BODY);
  struct tp_rect left = rect;
  tp_rect_cut_right(&left, tp_px(app, change_width + value_width + spark_width + 2.0F * gap));
  float words = tp_ui_words_height(&app->ui, TP_TYPE_BODY, left.w, title);
  struct tp_rect line = rect;
  line.h = fmaxf(words + tp_px(app, 2.0F * row_pad), tp_px(app, row_height));
  uint32_t id = tp_ui_id_of(tp_ui_id("line"), (uint32_t)slot);
  struct tp_hit hit = tp_ui_row(&app->ui, id, line, false, "", "", TP_COLOUR_INK);
  tp_ui_name(&app->ui, title);
  struct tp_rect first = {line.x, line.y, line.w, tp_px(app, row_height)};
  if (hidden) {
    tp_pages_about(app, &hit, tp_page_of(TP_PAGE_VARIABLE, slot));
    tp_ui_label(&app->ui, first, TP_TYPE_NOTE, TP_COLOUR_MUTED, TP_ALIGN_RIGHT,
                tp_word(TP_WORD_NOT_KNOWN));
  } else {
    tp_app_explain(app, &hit, slot, tp_session_turn(app->session));
    line_figures(app, &first, tp_text_baseline(app->fonts, body, first), slot);
  }
  tp_text_paragraph(app->fonts, body, tp_ink(app, TP_COLOUR_INK), left.x,
                    line.y + tp_px(app, row_pad), left.w, 0, true, title);
  return line.h;
}

/* --- ties of an actor --- */

static float draw_ties(struct tp_app *app, struct tp_rect in) {
  const struct tp_rules *r = tp_app_rules(app);
  const double *v = tp_session_world(app->session)->v;
  struct tp_span ties = r->actors[app->board.actor].ties;
  float y = in.y;
  for (int i = 0; i < ties.count; i++) {
    int tie = r->incident[ties.first + i];
    int other = r->ties[tie].a == app->board.actor ? r->ties[tie].b : r->ties[tie].a;
    struct tp_rect line = {in.x, y, in.w, tp_px(app, row_height)};
    struct tp_hit hit =
        tp_ui_row(&app->ui, tp_ui_id_of(tp_ui_id("tie"), (uint32_t)tie), line, false, "",
                  TP_WHOLE(v[tp_tie_slot(r, tie, TP_COHESION)]), TP_COLOUR_INK);
    tp_ui_name(&app->ui, r->actors[other].words.title);
    tp_guide_mark(app, TP_MARK_TIE, tie);
    if (hit.clicked)
      tp_dossier_pick_tie(app, tie);
    else
      tp_app_explain(app, &hit, tp_tie_slot(r, tie, TP_COHESION), tp_session_turn(app->session));
    struct tp_rect left = line;
    tp_rect_cut_right(&left, tp_px(app, value_width));
    struct tp_rect bar = tp_rect_cut_right(&left, tp_px(app, mini_bar));
    bar.y += floorf((bar.h - tp_px(app, mini_high)) * 0.5F);
    bar.h = tp_px(app, mini_high);
    tp_dossier_bar(app, bar, v[tp_tie_slot(r, tie, TP_DURABLE)], TP_COLOUR_DURABLE,
                   v[tp_tie_slot(r, tie, TP_BRITTLE)], TP_COLOUR_BRITTLE);
    tp_rect_cut_right(&left, tp_px(app, gap));
    tp_text_in(app->fonts, tp_face(app, TP_TYPE_BODY), tp_ink(app, TP_COLOUR_INK), left,
               TP_ALIGN_LEFT, r->actors[other].words.title);
    y += line.h;
  }
  return y - in.y;
}

/* --- the panel --- */

static const char *kind_of(const struct tp_rules *r, int actor) {
  switch ((enum tp_actor_kind)r->actors[actor].kind) {
  case TP_KIND_POWER:
    return tp_word(TP_WORD_KIND_POWER);
  case TP_KIND_UNION:
    return tp_word(TP_WORD_KIND_UNION);
  case TP_KIND_MEMBER:
    return tp_word(r->actors[actor].votes ? TP_WORD_KIND_MEMBER : TP_WORD_KIND_ALLY);
  case TP_KIND_PARTNER:
    break;
  }
  return tp_word(TP_WORD_KIND_PARTNER);
}

/* What is open, and what it is called. */
static const char *name_open(const struct tp_app *app, char *name, size_t size) {
  const struct tp_rules *r = tp_app_rules(app);
  const struct tp_board *board = &app->board;
  if (board->tie != TP_NONE) {
    TP_PRINT(name, size, TP_WORD_TIE_NAME, r->actors[r->ties[board->tie].a].words.title,
             r->actors[r->ties[board->tie].b].words.title);
    return tp_word(TP_WORD_KIND_TIE);
  }
  if (board->claim != TP_NONE) {
    TP_PRINT(name, size, TP_WORD_QUOTED, r->claims[board->claim].words.title);
    return tp_word(TP_WORD_KIND_CLAIM);
  }
  snprintf(name, size, "%s", r->actors[board->actor].words.title);
  return kind_of(r, board->actor);
}

struct tp_page_ref tp_dossier_page(const struct tp_app *app) {
  const struct tp_board *board = &app->board;
  if (board->tie != TP_NONE)
    return tp_page_of(TP_PAGE_VARIABLE, tp_tie_slot(tp_app_rules(app), board->tie, TP_COHESION));
  if (board->claim != TP_NONE)
    return tp_page_of(TP_PAGE_CLAIM, board->claim);
  return tp_page_of(TP_PAGE_ACTOR, board->actor);
}

static void show_heading(struct tp_app *app, struct tp_rect *in) {
  char over[120], name[240];
  const char *kind = name_open(app, name, sizeof name);
  struct tp_rect line = tp_rect_cut_top(in, tp_px(app, note_height));
  struct tp_rect close = tp_rect_cut_right(&line, tp_px(app, close_width));
  if (tp_ui_button(&app->ui, tp_ui_id("close dossier"), close, TP_BUTTON_QUIET, "\xc3\x97", NULL)
          .clicked) {
    app->board.dossier = 0;
    tp_geography_colour(app);
  }
  tp_ui_tip(&app->ui, tp_word(TP_WORD_CLOSE));
  line = tp_pages_mark(app, line, tp_dossier_page(app), true);
  TP_PRINT(over, sizeof over, TP_WORD_DOSSIER, kind);
  tp_ui_label(&app->ui, line, TP_TYPE_NOTE, TP_COLOUR_MUTED, TP_ALIGN_LEFT, over);
  tp_rect_cut_top(in, tp_px(app, 2.0F));
  tp_rect_cut_top(in, tp_ui_paragraph(&app->ui, *in, TP_TYPE_HEAD, TP_COLOUR_INK, name));
  tp_rect_cut_top(in, tp_px(app, 4.0F));
}

/* The dossiers of who is behind what is open: a tie's two ends, a claim's holder. */
static void show_foot(struct tp_app *app, struct tp_rect foot) {
  const struct tp_rules *r = tp_app_rules(app);
  const struct tp_board *board = &app->board;
  bool tie = board->tie != TP_NONE;
  int actors[2] = {tie ? r->ties[board->tie].a : r->claims[board->claim].holder,
                   tie ? r->ties[board->tie].b : TP_NONE};
  float width = floorf((foot.w - tp_px(app, gap)) * 0.5F);
  for (int i = 0; i < 2 && actors[i] != TP_NONE; i++) {
    char words[120];
    struct tp_rect button = tp_rect_cut_left(&foot, width);
    tp_rect_cut_left(&foot, tp_px(app, gap));
    TP_PRINT(words, sizeof words, TP_WORD_OPEN_DOSSIER, r->actors[actors[i]].words.title);
    if (tp_ui_button(&app->ui, tp_ui_id_of(tp_ui_id("end"), (uint32_t)i), button, TP_BUTTON_PLAIN,
                     words, NULL)
            .clicked)
      tp_dossier_pick_actor(app, actors[i]);
  }
}

static void show_tabs(struct tp_app *app, struct tp_rect *in) {
  const char *const names[TP_DOSSIER_PAGES] = {
      tp_word(TP_WORD_TAB_VALUES), tp_word(TP_WORD_TAB_STORY), tp_word(TP_WORD_TAB_TIES)};
  struct tp_rect tabs = tp_rect_cut_top(in, tp_px(app, tabs_height));
  tp_ui_tabs(&app->ui, tp_ui_id("dossier tabs"), tabs, names, TP_DOSSIER_PAGES, &app->board.page);
  for (int i = 0; i < TP_DOSSIER_PAGES; i++)
    tp_guide_mark_id(app, TP_GUIDE_PAGE, i, tp_ui_id_of(tp_ui_id("dossier tabs"), (uint32_t)i));
  tp_rect_cut_top(in, tp_px(app, gap));
}

static float show_content(struct tp_app *app, struct tp_rect place) {
  static float (*const pages[TP_DOSSIER_PAGES])(struct tp_app *, struct tp_rect) = {
      tp_dossier_values, tp_dossier_story, draw_ties};
  if (app->board.tie != TP_NONE)
    return tp_dossier_tie(app, place);
  if (app->board.claim != TP_NONE)
    return tp_dossier_claim(app, place);
  return pages[app->board.page](app, place);
}

/* What is open, as a number: each has its own place to scroll to. */
static uint32_t open_id(const struct tp_board *board) {
  if (board->tie != TP_NONE)
    return tp_ui_id_of(tp_ui_id("tie dossier"), (uint32_t)board->tie);
  if (board->claim != TP_NONE)
    return tp_ui_id_of(tp_ui_id("claim dossier"), (uint32_t)board->claim);
  return tp_ui_id_of(tp_ui_id("dossier"),
                     (uint32_t)(board->actor * TP_DOSSIER_PAGES + board->page));
}

void tp_dossier_show(struct tp_app *app, struct tp_rect rect) {
  bool ends = app->board.tie != TP_NONE || app->board.claim != TP_NONE;
  uint32_t list = open_id(&app->board);
  tp_ui_panel(&app->ui, rect, TP_COLOUR_PANEL);
  struct tp_rect in = tp_rect_inset(rect, tp_px(app, side), tp_px(app, top)), foot = {0};
  show_heading(app, &in);
  if (ends) {
    foot = tp_rect_cut_bottom(&in, tp_px(app, button_height));
    tp_rect_cut_bottom(&in, tp_px(app, gap));
  } else {
    show_tabs(app, &in);
  }
  struct tp_rect place = tp_ui_scroll_begin(&app->ui, list, in);
  float content = show_content(app, place);
  tp_ui_scroll_end(&app->ui, content);
  float need = rect.h - in.h + content;
  if (fabsf(need - app->board.dossier_need) > 0.5F) /* the panel's height follows */
    tp_ui_wake_at(&app->ui, app->ui.input.seconds);
  app->board.dossier_need = need;
  if (ends && (app->board.tie != TP_NONE || app->board.claim != TP_NONE))
    show_foot(app, foot);
}
