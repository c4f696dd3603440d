/* The legend over the map's lower corner: the modes to choose from, and what is shown in this one.
 */
#include "desktop/map/geography.h"
#include "desktop/screens.h"
#include "desktop/widgets/widgets.h"

#include <math.h>
#include <stdio.h>

/* layout, in pixels at scale 1 */
static const float side = 16.0F, top = 8.0F, tabs_height = 24.0F, gap = 8.0F, row_height = 20.0F;
static const float note_height = 16.0F, bar_height = 12.0F, sample_width = 60.0F;
static const float sample_gap = 12.0F, swatch_width = 20.0F, tab_gap = 16.0F;

static void list_tabs(const char *names[TP_MODES]) {
  for (int i = 0; i < TP_MODES; i++)
    names[i] = tp_mode_title((enum tp_map_mode)i);
}

struct tp_point tp_legend_size(const struct tp_app *app) {
  const char *names[TP_MODES];
  float width = tp_px(app, 2.0F * side - tab_gap);
  list_tabs(names);
  for (int i = 0; i < TP_MODES; i++)
    width += tp_text_width(app->fonts, tp_face(app, TP_TYPE_NOTE_STRONG), names[i]) +
             tp_px(app, tab_gap);
  return (struct tp_point){ceilf(width),
                           tp_px(app, 2.0F * top + tabs_height + gap + 2.0F * row_height + 4.0F)};
}

/* --- ties --- */

void tp_legend_tie(struct tp_app *app, struct tp_rect line, bool brittle) {
  float y = line.y + floorf(line.h * 0.5F);
  struct tp_rect sample = tp_rect_cut_left(&line, tp_px(app, sample_width));
  struct tp_point ends[2] = {{sample.x + tp_px(app, 3.0F), y}, {sample.x + sample.w, y}};
  tp_draw_line(app->draw, ends, 2, tp_px(app, 5.0F), brittle ? TP_LINE_DOTTED : TP_LINE_SOLID,
               tp_ink(app, brittle ? TP_COLOUR_BRITTLE : TP_COLOUR_DURABLE));
  tp_rect_cut_left(&line, tp_px(app, sample_gap));
  tp_ui_label(&app->ui, line, TP_TYPE_NOTE, TP_COLOUR_INK, TP_ALIGN_LEFT,
              tp_word(brittle ? TP_WORD_LEGEND_BRITTLE : TP_WORD_LEGEND_DURABLE));
}

/* --- classes --- */

static void draw_classes(struct tp_app *app, struct tp_rect bar) {
  float step = floorf(bar.w / (float)TP_MODE_CLASSES);
  struct tp_type note = tp_face(app, TP_TYPE_NOTE);
  struct tp_rect figures = {bar.x, bar.y + bar.h, bar.w, tp_px(app, note_height)};
  bar.w = step * (float)TP_MODE_CLASSES;
  for (int i = 0; i <= TP_MODE_CLASSES; i++) {
    char figure[8];
    float x = bar.x + step * (float)i;
    struct tp_rect part = {x, bar.y, step, bar.h};
    if (i < TP_MODE_CLASSES)
      tp_draw_rect(app->draw, part, tp_mode_class(app, i));
    if (i > 0 && i < TP_MODE_CLASSES)
      tp_draw_vrule(app->draw, x, bar.y, bar.h, (int)tp_px(app, 1.0F), tp_ink(app, TP_COLOUR_RULE));
    snprintf(figure, sizeof figure, "%d", 100 * i / TP_MODE_CLASSES);
    tp_text_number(app->fonts, note, tp_ink(app, TP_COLOUR_MUTED), x,
                   tp_text_baseline(app->fonts, note, figures),
                   i == 0                 ? TP_ALIGN_LEFT
                   : i == TP_MODE_CLASSES ? TP_ALIGN_RIGHT
                                          : TP_ALIGN_CENTRE,
                   figure);
  }
  tp_draw_frame(app->draw, bar, (int)tp_px(app, 1.0F), tp_ink(app, TP_COLOUR_RULE));
}

static void draw_swatch(struct tp_app *app, struct tp_rect line, struct tp_colour colour,
                        const char *words) {
  struct tp_rect box = tp_rect_cut_left(&line, tp_px(app, swatch_width));
  box.y += floorf((box.h - tp_px(app, bar_height)) * 0.5F);
  box.h = tp_px(app, bar_height);
  tp_draw_rect(app->draw, box, colour);
  tp_draw_frame(app->draw, box, (int)tp_px(app, 1.0F), tp_ink(app, TP_COLOUR_RULE));
  tp_rect_cut_left(&line, tp_px(app, gap));
  tp_ui_label(&app->ui, line, TP_TYPE_NOTE, TP_COLOUR_MUTED, TP_ALIGN_LEFT, words);
}

static void draw_scale(struct tp_app *app, struct tp_rect in) {
  char words[200];
  struct tp_rect line = tp_rect_cut_top(&in, tp_px(app, row_height));
  const char *none = tp_word(TP_WORD_LEGEND_NONE);
  float width = tp_text_width(app->fonts, tp_face(app, TP_TYPE_NOTE), none);
  struct tp_rect right = tp_rect_cut_right(&line, width + tp_px(app, swatch_width + gap));
  tp_rect_cut_right(&line, tp_px(app, gap));
  tp_mode_meaning(app, words, sizeof words);
  tp_phrase_capital(words);
  tp_ui_label(&app->ui, line, TP_TYPE_NOTE_STRONG, TP_COLOUR_INK, TP_ALIGN_LEFT, words);
  draw_swatch(app, right, tp_ink(app, TP_COLOUR_LAND), none);
  draw_classes(app, tp_rect_cut_top(&in, tp_px(app, bar_height)));
}

void tp_legend_show(struct tp_app *app, struct tp_rect rect) {
  const char *names[TP_MODES];
  list_tabs(names);
  tp_ui_panel(&app->ui, rect, TP_COLOUR_PANEL);
  struct tp_rect in = tp_rect_inset(rect, tp_px(app, side), tp_px(app, top));
  struct tp_rect tabs = tp_rect_cut_top(&in, tp_px(app, tabs_height));
  bool changed =
      tp_ui_tabs(&app->ui, tp_ui_id("modes"), tabs, names, TP_MODES, &app->board.mode).changed;
  tp_ui_emit(&app->ui, TP_WIDGET_LABEL, 0, tabs, true, false, "");
  tp_guide_mark(app, TP_MARK_SPOT, TP_SPOT_MODES);
  if (changed)
    tp_guide_see(app, TP_MARK_SPOT, TP_SPOT_MODES);
  if (changed)
    tp_geography_colour(app);
  tp_rect_cut_top(&in, tp_px(app, gap));
  if (app->board.mode != TP_MODE_ACTORS) {
    draw_scale(app, in);
    return;
  }
  tp_legend_tie(app, tp_rect_cut_top(&in, tp_px(app, row_height)), false);
  tp_legend_tie(app, tp_rect_cut_top(&in, tp_px(app, row_height)), true);
}
