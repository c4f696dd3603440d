#include "desktop/why.h"

#include "desktop/screens.h"
#include "desktop/widgets.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* layout, in pixels at scale 1 */
static const float width_of_box = 360.0F, pad = 14.0F, gap = 8.0F, row_height = 24.0F;
static const float head_height = 22.0F, label_height = 20.0F;
static const double delay = 0.25;    /* seconds */
static const double smallest = 0.05; /* shown alone only from here */

/* --- gathering --- */

static int by_size(const struct tp_why_line *a, const struct tp_why_line *b) {
  return fabs(a->delta) < fabs(b->delta);
}

/* Insertion sort: few lines, and equal ones keep the ledger's order. */
static void sort_lines(struct tp_why_line *lines, int count) {
  for (int i = 1; i < count; i++) {
    struct tp_why_line line = lines[i];
    int at = i;
    for (; at > 0 && by_size(&lines[at - 1], &line); at--)
      lines[at] = lines[at - 1];
    lines[at] = line;
  }
}

/* To hundredths, as they are shown; what rounding leaves over goes to the last line, the others. */
static void settle_rounding(struct tp_why_table *table) {
  double rest = round(table->sum * 100.0);
  table->sum = rest / 100.0;
  for (int i = 0; i + 1 < table->count; i++) {
    double rounded = round(table->lines[i].delta * 100.0);
    table->lines[i].delta = rounded / 100.0;
    rest -= rounded;
  }
  if (table->count)
    table->lines[table->count - 1].delta = rest / 100.0;
}

void tp_why_gather(const struct tp_session *session, int slot, int turn,
                   struct tp_why_table *table) {
  struct tp_why_line lines[TP_WHY_ROWS] = {0};
  int rows, count = 0, small = 0;
  const struct tp_row *row = tp_session_why(session, slot, turn, &rows);
  double others = 0.0;
  memset(table, 0, sizeof *table);
  for (int i = 0; i < rows; i++) {
    char words[TP_WORDING_MAX];
    tp_wording_cause(tp_session_rules(session), &row[i], words, sizeof words);
    tp_phrase_capital(words);
    int at = 0;
    while (at < count && strcmp(lines[at].words, words) != 0)
      at++;
    table->sum += row[i].delta;
    if (at == TP_WHY_ROWS) {
      others += row[i].delta;
      small++;
      continue;
    }
    if (at == count) {
      snprintf(lines[count].words, sizeof lines[count].words, "%s", words);
      lines[count++].delta = 0.0;
    }
    lines[at].delta += row[i].delta;
  }
  sort_lines(lines, count);
  int shown = 0;
  while (shown < count && shown < TP_WHY_LINES - 1 && fabs(lines[shown].delta) >= smallest)
    shown++;
  if (shown + 1 == count && !small) /* one alone needs no gathering */
    shown++;
  memcpy(table->lines, lines, (size_t)shown * sizeof *lines);
  for (int i = shown; i < count; i++) {
    others += lines[i].delta;
    small++;
  }
  table->count = shown;
  if (small) {
    TP_PRINT(table->lines[shown].words, sizeof table->lines[shown].words, TP_WORD_WHY_OTHERS,
             TP_WHOLE(small));
    table->lines[table->count++].delta = others;
  }
  settle_rounding(table);
}

/* --- drawing --- */

/* Figures with so many digits that the lines seen add up to the sum seen. */
static void figure_of(double value, char text[TP_FIGURE_MAX + 4]) {
  bool zero = fabs(value) < 0.005;
  snprintf(text, TP_FIGURE_MAX + 4, "%s%s",
           zero          ? ""
           : value > 0.0 ? "+"
                         : "\xe2\x88\x92",
           tp_phrase_number((char[TP_FIGURE_MAX]){0}, fabs(value), 2));
}

static int lower_is_better(const struct tp_app *app, int slot) {
  for (int i = 0; i < TP_GAUGES; i++) {
    struct tp_gauge gauge;
    tp_session_gauge(app->session, (enum tp_gauge_id)i, &gauge);
    if (gauge.slot == slot)
      return !gauge.rising;
  }
  return -1;
}

static void draw_line(struct tp_app *app, struct tp_rect rect, const char *words, double delta,
                      bool strong, int lower) {
  struct tp_type type = tp_face(app, strong ? TP_TYPE_BODY_STRONG : TP_TYPE_BODY);
  char figure[TP_FIGURE_MAX + 4];
  figure_of(delta, figure);
  struct tp_rect left = rect;
  struct tp_rect right = tp_rect_cut_right(&left, tp_text_number_width(app->fonts, type, figure));
  tp_rect_cut_right(&left, tp_px(app, gap));
  enum tp_colour_role colour = lower < 0 ? TP_COLOUR_INK : tp_ui_change_colour(delta, lower == 1);
  tp_text_in(app->fonts, type, tp_ink(app, TP_COLOUR_INK), left, TP_ALIGN_LEFT, words);
  tp_text_number(app->fonts, type, tp_ink(app, colour), right.x + right.w,
                 tp_text_baseline(app->fonts, type, rect), TP_ALIGN_RIGHT, figure);
  if (!strong)
    tp_draw_hrule(app->draw, rect.x, rect.y + rect.h - tp_px(app, 1.0F), rect.w,
                  (int)tp_px(app, 1.0F), tp_ink(app, TP_COLOUR_HAIR));
}

float tp_why_draw(struct tp_app *app, struct tp_rect rect, int slot,
                  const struct tp_why_table *table, bool draw) {
  float row = tp_px(app, row_height);
  int lower = lower_is_better(app, slot);
  if (!draw)
    return row * (float)(table->count + 1);
  if (!table->count) {
    struct tp_rect line = {rect.x, rect.y, rect.w, row};
    tp_text_in(app->fonts, tp_face(app, TP_TYPE_BODY), tp_ink(app, TP_COLOUR_MUTED), line,
               TP_ALIGN_LEFT, tp_word(TP_WORD_WHY_STILL));
    return row;
  }
  for (int i = 0; i <= table->count; i++) {
    bool sum = i == table->count;
    struct tp_rect line = {rect.x, rect.y + row * (float)i, rect.w, row};
    draw_line(app, line, sum ? tp_word(TP_WORD_WHY_SUM) : table->lines[i].words,
              sum ? table->sum : table->lines[i].delta, sum, lower);
  }
  return row * (float)(table->count + 1);
}

/* Beside what it explains, where there is room, and always on the screen. */
static struct tp_rect place_box(const struct tp_app *app, struct tp_rect screen, struct tp_rect at,
                                float height) {
  float width = tp_px(app, width_of_box), space = tp_px(app, gap);
  struct tp_rect box = {at.x + at.w + tp_px(app, 24.0F), at.y, width, height};
  if (at.y + at.h < screen.h * 0.2F) {
    box.x = at.x;
    box.y = at.y + at.h + tp_px(app, 12.0F);
  } else if (box.x + width > screen.w - space) {
    box.x = at.x - width - tp_px(app, 24.0F);
  }
  if (box.x < space) { /* no room on either side: under it, or over it */
    box.x = at.x + at.w - width;
    box.y = at.y + at.h + tp_px(app, 12.0F);
    if (box.y + height > screen.h - space)
      box.y = at.y - height - tp_px(app, 12.0F);
  }
  box.x = fminf(fmaxf(box.x, space), screen.w - width - space);
  box.y = fminf(fmaxf(box.y, space), screen.h - height - space);
  return box;
}

static void draw_box(struct tp_app *app, struct tp_rect screen, int slot, int turn) {
  struct tp_why_table table;
  tp_guide_see(app, TP_MARK_WHY, slot);
  const struct tp_rules *r = tp_app_rules(app);
  char name[TP_WORDING_MAX], value[80];
  const char *meaning = tp_wording_meaning(r, slot);
  float inside = tp_px(app, width_of_box - 2.0F * pad);
  struct tp_type note = tp_face(app, TP_TYPE_NOTE);
  tp_why_gather(app->session, slot, turn, &table);
  tp_wording_variable(r, slot, name, sizeof name);
  tp_wording_value(r, slot, tp_session_value(app->session, slot, turn), value, sizeof value);
  float text = tp_text_paragraph(app->fonts, note, tp_ink(app, TP_COLOUR_MUTED), 0.0F, 0.0F, inside,
                                 3, false, meaning);
  float height = tp_px(app, 2.0F * pad + 2.0F * head_height + label_height + gap) + text +
                 tp_why_draw(app, (struct tp_rect){0}, slot, &table, false);
  struct tp_rect box = place_box(app, screen, app->why.at, height);
  tp_draw_rect(app->draw, box, tp_ink(app, TP_COLOUR_CARD));
  tp_draw_frame(app->draw, box, (int)tp_px(app, 1.0F), tp_ink(app, TP_COLOUR_INK));
  tp_ui_emit(&app->ui, TP_WIDGET_LABEL, 0, box, true, false, tp_word(TP_WORD_WHY));
  struct tp_rect in = tp_rect_inset(box, tp_px(app, pad), tp_px(app, pad));
  tp_text_in(app->fonts, tp_face(app, TP_TYPE_SUBHEAD), tp_ink(app, TP_COLOUR_INK),
             tp_rect_cut_top(&in, tp_px(app, head_height)), TP_ALIGN_LEFT, name);
  tp_text_paragraph(app->fonts, note, tp_ink(app, TP_COLOUR_MUTED), in.x, in.y, in.w, 3, true,
                    meaning);
  tp_rect_cut_top(&in, text);
  TP_PRINT(name, sizeof name, TP_WORD_WHY_NOW, value);
  tp_text_in(app->fonts, tp_face(app, TP_TYPE_BODY_STRONG), tp_ink(app, TP_COLOUR_INK),
             tp_rect_cut_top(&in, tp_px(app, head_height)), TP_ALIGN_LEFT, name);
  tp_text_in(app->fonts, tp_face(app, TP_TYPE_LABEL), tp_ink(app, TP_COLOUR_MUTED),
             tp_rect_cut_top(&in, tp_px(app, label_height)), TP_ALIGN_LEFT, tp_word(TP_WORD_WHY));
  tp_why_draw(app, in, slot, &table, true);
}

void tp_why_show(struct tp_app *app, struct tp_rect screen) {
  if (app->why.slot == TP_NONE || !app->session)
    return;
  double due = app->ui.hot_since + delay;
  if (app->ui.input.seconds < due) {
    tp_ui_wake_at(&app->ui, due);
    return;
  }
  app->ui.explained = true;
  tp_draw_raise(app->draw);
  draw_box(app, screen, app->why.slot, app->why.turn);
  tp_draw_lower(app->draw);
}
