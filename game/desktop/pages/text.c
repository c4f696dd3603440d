/* A page as it is read: heads, paragraphs, and rows that lead on, in one column or two. */
#include "desktop/pages/pages.h"

#include "desktop/widgets/widgets.h"

#include <math.h>

/* layout, in pixels at scale 1 */
static const float two_columns = 900.0F, column_gap = 48.0F, widest = 720.0F;
static const float short_page = 240.0F; /* no higher than this, it is left whole */
static const float head_above = 18.0F, head_below = 6.0F, text_below = 8.0F, row_pad = 4.0F;
static const float bars_height = 72.0F, bars_width = 420.0F, bars_above = 6.0F, bar_gap = 4.0F;
static const float figure_gap = 12.0F, figure_most = 0.5F;

static float words(struct tp_app *app, enum tp_type_role type, enum tp_colour_role colour,
                   struct tp_rect at, bool draw, const char *text) {
  return tp_text_paragraph(app->fonts, tp_face(app, type), tp_ink(app, colour), at.x, at.y, at.w, 0,
                           draw, text);
}

/* Words at the left, the figure at the right, as wide as it needs up to half of the line. */
static float row(struct tp_app *app, const struct tp_page_line *line, struct tp_rect at, bool draw,
                 enum tp_colour_role colour) {
  struct tp_type type = tp_face(app, TP_TYPE_BODY_MEDIUM);
  float needs = tp_text_number_width(app->fonts, type, line->figure);
  bool folds = needs > at.w * figure_most;
  struct tp_rect left = at;
  left.y += tp_px(app, row_pad);
  if (!folds && needs > 0.0F)
    left.w -= needs + tp_px(app, figure_gap);
  float high = words(app, TP_TYPE_BODY, colour, left, draw, line->text);
  if (folds) {
    left.y += high;
    high += words(app, TP_TYPE_BODY_MEDIUM, TP_COLOUR_INK, left, draw, line->figure);
  } else if (draw && needs > 0.0F) {
    struct tp_rect first = {at.x, left.y, at.w, (float)type.line};
    tp_text_number_in(app->fonts, type, tp_ink(app, TP_COLOUR_INK), first, TP_ALIGN_RIGHT,
                      line->figure);
  }
  return high + tp_px(app, 2.0F * row_pad);
}

/* A bar for each share, and a line where all would end if they were alike. */
static void draw_bars(struct tp_app *app, struct tp_rect at, const double *shares) {
  double most = 2.0 / (double)TP_PAGE_SHARES;
  float step = at.w / (float)TP_PAGE_SHARES, hair = tp_px(app, 1.0F);
  for (int i = 0; i < TP_PAGE_SHARES; i++)
    most = fmax(most, shares[i]);
  for (int i = 0; i < TP_PAGE_SHARES; i++) {
    float high = roundf(at.h * (float)(shares[i] / most));
    tp_draw_rect(app->draw,
                 (struct tp_rect){roundf(at.x + step * (float)i), at.y + at.h - high,
                                  roundf(step - tp_px(app, bar_gap)), high},
                 tp_ink(app, TP_COLOUR_EUROPE));
  }
  tp_draw_hrule(app->draw, at.x, at.y + at.h - hair, at.w, (int)hair, tp_ink(app, TP_COLOUR_RULE));
  tp_draw_hrule(app->draw, at.x,
                roundf(at.y + at.h * (float)(1.0 - 1.0 / (double)TP_PAGE_SHARES / most)), at.w,
                (int)hair, tp_ink(app, TP_COLOUR_INK));
}

/* A caption, the bars, and which end is which. */
static float chart(struct tp_app *app, const struct tp_page_line *line, struct tp_rect at,
                   bool draw) {
  at.y += tp_px(app, text_below);
  float caption = words(app, TP_TYPE_BODY, TP_COLOUR_MUTED, at, draw, line->text);
  float foot = (float)tp_face(app, TP_TYPE_NOTE).line;
  struct tp_rect bars = {at.x, at.y + caption + tp_px(app, bars_above),
                         fminf(at.w, tp_px(app, bars_width)), tp_px(app, bars_height)};
  if (draw) {
    struct tp_rect ends = {bars.x, bars.y + bars.h + tp_px(app, row_pad), bars.w, foot};
    draw_bars(app, bars, line->shares);
    tp_ui_emit(&app->ui, TP_WIDGET_LABEL, 0, bars, true, false, line->figure);
    tp_ui_label(&app->ui, ends, TP_TYPE_NOTE, TP_COLOUR_MUTED, TP_ALIGN_LEFT,
                tp_word(TP_WORD_PAGE_TENTH_LOW));
    tp_ui_label(&app->ui, ends, TP_TYPE_NOTE, TP_COLOUR_MUTED, TP_ALIGN_RIGHT,
                tp_word(TP_WORD_PAGE_TENTH_HIGH));
  }
  return caption + foot + tp_px(app, bars_above + bars_height + row_pad + 2.0F * text_below);
}

static float height_of(struct tp_app *app, int index, float width, bool first) {
  const struct tp_page_line *line = &app->pages.page.lines[index];
  struct tp_rect at = {0.0F, 0.0F, width, 0.0F};
  switch (line->part) {
  case TP_PART_HEAD:
    return words(app, TP_TYPE_HEAD, TP_COLOUR_INK, at, false, line->text) + tp_px(app, head_below) +
           (first ? 0.0F : tp_px(app, head_above));
  case TP_PART_TEXT:
    return words(app, TP_TYPE_READ, TP_COLOUR_INK, at, false, line->text) + tp_px(app, text_below);
  case TP_PART_CHART:
    return chart(app, line, at, false);
  case TP_PART_ROW:
    break;
  }
  return row(app, line, at, false, TP_COLOUR_INK);
}

static void show_row(struct tp_app *app, int index, struct tp_rect at) {
  const struct tp_page_line *line = &app->pages.page.lines[index];
  struct tp_page_ref to = line->to;
  if (to.kind == TP_PAGE_NONE) {
    tp_ui_emit(&app->ui, TP_WIDGET_LABEL, 0, at, true, false, line->text);
    tp_draw_hrule(app->draw, at.x, at.y + at.h - tp_px(app, 1.0F), at.w, (int)tp_px(app, 1.0F),
                  tp_ink(app, TP_COLOUR_HAIR));
    row(app, line, at, true, TP_COLOUR_MUTED);
    return;
  }
  struct tp_hit hit = tp_ui_row(&app->ui, tp_ui_id_of(tp_ui_id("page line"), (uint32_t)index), at,
                                false, "", "", TP_COLOUR_INK);
  tp_ui_name(&app->ui, line->text);
  row(app, line, at, true, TP_COLOUR_ACCENT);
  if (hit.clicked)
    app->pages.follow = to;
}

static void show_line(struct tp_app *app, int index, struct tp_rect at, bool first) {
  const struct tp_page_line *line = &app->pages.page.lines[index];
  if (line->part == TP_PART_ROW) {
    show_row(app, index, at);
    return;
  }
  if (line->part == TP_PART_CHART) {
    chart(app, line, at, true);
    return;
  }
  if (line->part == TP_PART_HEAD && !first)
    at.y += tp_px(app, head_above);
  tp_ui_paragraph(&app->ui, at, line->part == TP_PART_HEAD ? TP_TYPE_HEAD : TP_TYPE_READ,
                  TP_COLOUR_INK, line->text);
}

/* Lines `from` to `to` (not included), one below the other. */
static float show_column(struct tp_app *app, struct tp_rect in, int from, int to) {
  float y = in.y;
  for (int i = from; i < to; i++) {
    float high = height_of(app, i, in.w, i == from);
    show_line(app, i, (struct tp_rect){in.x, y, in.w, high}, i == from);
    y += high;
  }
  return y - in.y;
}

/* Where the second column begins: near the middle, at a head if one is not far, and never behind
 * one. */
static int middle_of(struct tp_app *app, float width, float all) {
  static const float far = 0.2F; /* so much of the whole is a head worth */
  const struct tp_page *page = &app->pages.page;
  float so_far = 0.0F, least = all;
  int best = page->count;
  for (int i = 0; i < page->count; i++) {
    bool head = page->lines[i].part == TP_PART_HEAD;
    float off = fabsf(so_far - 0.5F * all) + (head ? 0.0F : far * all);
    if (i > 0 && page->lines[i - 1].part != TP_PART_HEAD && off < least) {
      least = off;
      best = i;
    }
    so_far += height_of(app, i, width, false);
  }
  return best;
}

static float height_of_all(struct tp_app *app, float width) {
  float all = 0.0F;
  for (int i = 0; i < app->pages.page.count; i++)
    all += height_of(app, i, width, false);
  return all;
}

/* Two columns of the same height where there is room for them, as in a book. */
float tp_pages_text(struct tp_app *app, struct tp_rect in) {
  int count = app->pages.page.count, middle = count;
  struct tp_rect column = in;
  column.w = fminf(in.w, tp_px(app, widest));
  if (in.w >= tp_px(app, two_columns)) {
    float half = floorf((in.w - tp_px(app, column_gap)) * 0.5F), all = height_of_all(app, half);
    column.w = fminf(half, column.w);
    middle = all > tp_px(app, short_page) ? middle_of(app, half, all) : count;
  }
  app->pages.follow = tp_nowhere;
  float high = show_column(app, column, 0, middle);
  column.x += column.w + tp_px(app, column_gap);
  high = fmaxf(high, show_column(app, column, middle, count));
  if (app->pages.follow.kind != TP_PAGE_NONE)
    tp_pages_turn_to(app, app->pages.follow);
  return high;
}
