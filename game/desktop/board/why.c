#include "desktop/board/why.h"

#include "desktop/screens.h"
#include "desktop/widgets/widgets.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* layout, in pixels at scale 1 */
static const float gap = 8.0F, pad = 3.0F, least_height = 24.0F, figure_width = 48.0F;
static const float bar_width = 44.0F, bar_height = 6.0F;
static const float bars_from = 320.0F; /* from here there is room for bars */

int tp_why_lower_is_better(const struct tp_app *app, int slot) {
  const struct tp_rules *r = tp_app_rules(app);
  for (int i = 0; i < TP_GAUGES; i++) {
    struct tp_gauge gauge;
    tp_session_gauge(app->session, (enum tp_gauge_id)i, &gauge);
    if (gauge.slot == slot)
      return !gauge.rising;
  }
  struct tp_slot s = r->slots[slot];
  bool own = s.scope == TP_ON_ACTOR && (s.subject == tp_session_player(app->session) ||
                                        r->actors[s.subject].kind == TP_KIND_MEMBER);
  if (s.scope == TP_ON_CLAIM && r->claims[s.subject].holder == r->adversary)
    return 1;
  if (!own)
    return -1;
  return s.variable == TP_GRIEVANCE || s.variable == TP_THREAT || s.variable == TP_SHORTFALL ||
         s.variable == TP_REVOLUTION_FEAR || s.variable == TP_RELIANCE || s.variable == TP_IMPORTS;
}

/* --- drawing --- */

static struct tp_colour figure_colour(const struct tp_app *app, long delta, int lower) {
  return tp_ink(app,
                lower < 0 ? TP_COLOUR_INK : tp_ui_change_colour((double)delta / 100.0, lower == 1));
}

/* From the middle to the right for more, to the left for less. */
static void draw_bar(struct tp_app *app, struct tp_rect at, long delta, long longest, int lower) {
  float half = floorf(at.w * 0.5F), middle = at.x + half;
  float length = longest > 0 ? half * (float)labs(delta) / (float)longest : 0.0F;
  struct tp_rect bar = {delta < 0 ? middle - length : middle,
                        at.y + floorf((at.h - tp_px(app, bar_height)) * 0.5F), length,
                        tp_px(app, bar_height)};
  enum tp_colour_role role =
      lower < 0 ? TP_COLOUR_MUTED : tp_ui_change_colour((double)delta / 100.0, lower == 1);
  tp_draw_rect(app->draw, bar, tp_ink(app, role));
  tp_draw_vrule(app->draw, middle, bar.y - tp_px(app, 2.0F), bar.h + tp_px(app, 4.0F),
                (int)tp_px(app, 1.0F), tp_ink(app, TP_COLOUR_RULE));
}

static float draw_words(struct tp_app *app, struct tp_rect at, const struct tp_why_line *line,
                        bool draw) {
  char how[180];
  snprintf(how, sizeof how, "  %s", line->how);
  const struct tp_stretch parts[2] = {
      {line->what, tp_face(app, TP_TYPE_BODY), tp_ink(app, TP_COLOUR_INK)},
      {how, tp_face(app, TP_TYPE_NOTE), tp_ink(app, TP_COLOUR_MUTED)}};
  return tp_text_spans(app->fonts, parts, line->how[0] ? 2 : 1, at.x, at.y, at.w, 0, draw);
}

float tp_why_line_draw(struct tp_app *app, struct tp_rect rect, const struct tp_why_line *line,
                       long longest, int lower, bool draw) {
  char figure[TP_FIGURE_MAX];
  struct tp_type type = tp_face(app, TP_TYPE_BODY);
  struct tp_rect left = rect;
  struct tp_rect right = tp_rect_cut_right(&left, tp_px(app, figure_width));
  bool barred = rect.w >= tp_px(app, bars_from);
  struct tp_rect bar = tp_rect_cut_right(&left, barred ? tp_px(app, bar_width) : 0.0F);
  tp_rect_cut_right(&left, tp_px(app, gap));
  left.y += tp_px(app, pad);
  float words = draw_words(app, left, line, false);
  float height = fmaxf(words + tp_px(app, 2.0F * pad), tp_px(app, least_height));
  if (!draw)
    return height;
  bar.h = right.h = fminf(tp_px(app, 2.0F * pad) + (float)type.line, height);
  draw_words(app, left, line, true);
  if (barred)
    draw_bar(app, bar, line->delta, longest, lower);
  tp_why_figure(line->delta, figure);
  tp_text_number_in(app->fonts, type, figure_colour(app, line->delta, lower), right, TP_ALIGN_RIGHT,
                    figure);
  tp_draw_hrule(app->draw, rect.x, rect.y + height - tp_px(app, 1.0F), rect.w,
                (int)tp_px(app, 1.0F), tp_ink(app, TP_COLOUR_HAIR));
  return height;
}

static void draw_sum(struct tp_app *app, struct tp_rect rect, long change, int lower) {
  char figure[TP_FIGURE_MAX];
  struct tp_type type = tp_face(app, TP_TYPE_BODY_STRONG);
  struct tp_rect left = rect, right = tp_rect_cut_right(&left, tp_px(app, figure_width + gap));
  tp_text_in(app->fonts, type, tp_ink(app, TP_COLOUR_INK), left, TP_ALIGN_LEFT,
             tp_word(TP_WORD_WHY_SUM));
  tp_why_figure(change, figure);
  tp_text_number_in(app->fonts, type, figure_colour(app, change, lower), right, TP_ALIGN_RIGHT,
                    figure);
}

/* A line that comes from a variable can be asked on; another opens the page on what it comes from,
 * as the key does for each. */
static void show_source(struct tp_app *app, struct tp_rect row, uint32_t id, int turn,
                        const struct tp_why_line *line) {
  struct tp_rect wide = tp_rect_inset(row, -tp_px(app, 4.0F), 0.0F);
  struct tp_hit hit = tp_ui_emit(&app->ui, TP_WIDGET_ROW, id, wide, true, true, line->what);
  tp_ui_last(&app->ui)->takes_sideways = app->trail.count > 0;
  if (hit.hovered)
    tp_draw_rect(app->draw, wide, tp_ink(app, TP_COLOUR_HOVER));
  if (hit.focused)
    tp_ui_focus_ring(&app->ui, wide);
  tp_pages_about(app, &hit, line->page);
  if (hit.clicked && line->source != TP_NONE)
    tp_trail_follow(app, line->source, turn, row);
  else if (hit.clicked)
    tp_pages_open_at(app, line->page);
}

static long longest_of(const struct tp_why_table *table) {
  long longest = 0;
  for (int i = 0; i < table->count; i++)
    longest = labs(table->lines[i].delta) > longest ? labs(table->lines[i].delta) : longest;
  return longest;
}

float tp_why_draw(struct tp_app *app, struct tp_rect rect, int slot, int turn,
                  const struct tp_why_table *table, enum tp_why_use use) {
  int lower = tp_why_lower_is_better(app, slot);
  long longest = longest_of(table);
  struct tp_rect line = {rect.x, rect.y, rect.w, tp_px(app, least_height)};
  if (!table->count) {
    if (use != TP_WHY_MEASURE)
      tp_text_in(app->fonts, tp_face(app, TP_TYPE_BODY), tp_ink(app, TP_COLOUR_MUTED), line,
                 TP_ALIGN_LEFT, tp_word(TP_WORD_WHY_STILL));
    return line.h;
  }
  for (int i = 0; i < table->count; i++) {
    line.h = tp_why_line_draw(app, line, &table->lines[i], longest, lower, false);
    uint32_t id = tp_ui_id_of(tp_ui_id_of(tp_ui_id("cause"), (uint32_t)slot), (uint32_t)i);
    if (use == TP_WHY_ASK && table->lines[i].page.kind != TP_PAGE_NONE)
      show_source(app, line, id, turn, &table->lines[i]);
    if (use != TP_WHY_MEASURE)
      tp_why_line_draw(app, line, &table->lines[i], longest, lower, true);
    line.y += line.h;
  }
  line.h = tp_px(app, least_height);
  if (use != TP_WHY_MEASURE)
    draw_sum(app, line, table->change, lower);
  return line.y + line.h - rect.y;
}
