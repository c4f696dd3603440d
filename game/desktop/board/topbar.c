/* The bar at the top: when it is, how the four gauges stand, and what is left to spend. */
#include "desktop/screens.h"
#include "desktop/widgets/widgets.h"

#include <math.h>

/* layout, in pixels at scale 1 */
static const float edge = 20.0F, date_width = 196.0F, means_width = 212.0F, means_gap = 20.0F;
static const float gauge_gap = 22.0F, gauge_top = 8.0F, gauge_height = 42.0F;
static const float first_line = 26.0F, second_line = 43.0F, label_line = 19.0F, figure_line = 38.0F;
static const float pillar_line = 30.0F, pillar_foot = 13.0F, pillar_height = 9.0F;
static const float pillar_width = 4.0F, pillar_step = 6.0F;

static void show_date(struct tp_app *app, struct tp_rect bar) {
  const struct tp_rules *r = tp_app_rules(app);
  int turn = tp_session_turn(app->session);
  char date[40], place[200];
  float x = bar.x + tp_px(app, edge);
  tp_wording_date(r, turn, date, sizeof date);
  tp_text_draw(app->fonts, tp_face(app, TP_TYPE_TITLE), tp_ink(app, TP_COLOUR_INK), x,
               tp_px(app, first_line), TP_ALIGN_LEFT, date);
  int shown = turn < r->turns ? turn + 1 : r->turns;
  TP_PRINT(place, sizeof place, TP_WORD_TURN_OF, r->words.title, TP_WHOLE(shown),
           TP_WHOLE(r->turns));
  struct tp_rect line = {x, tp_px(app, second_line - 12.0F), tp_px(app, date_width - 8.0F),
                         tp_px(app, 16.0F)};
  tp_ui_label(&app->ui, line, TP_TYPE_NOTE, TP_COLOUR_MUTED, TP_ALIGN_LEFT, place);
}

/* --- gauges --- */

static struct tp_colour gauge_colour(const struct tp_app *app, enum tp_gauge_id gauge) {
  static const enum tp_colour_role roles[TP_GAUGES] = {TP_COLOUR_RUSSIA, TP_COLOUR_EUROPE,
                                                       TP_COLOUR_BRASS, TP_COLOUR_DURABLE};
  return tp_ink(app, roles[gauge]);
}

/* Under the gauge of autonomy the pillars that carry it, tall as they stand to each other; the
 * weakest is marked and called by its name. */
static void show_pillars(struct tp_app *app, struct tp_rect line) {
  const struct tp_rules *r = tp_app_rules(app);
  const double *v = tp_session_world(app->session)->v;
  int first = tp_actor_slot(r, r->unite, TP_INDUSTRY);
  int weakest = tp_session_weakest_pillar(app->session);
  struct tp_type type = tp_face(app, TP_TYPE_NOTE);
  char name[100], words[200];
  double highest = 0.0;
  for (int i = 0; i < TP_PILLARS; i++)
    highest = fmax(highest, v[first + i]);
  struct tp_rect columns = tp_rect_cut_left(&line, tp_px(app, pillar_step) * (float)TP_PILLARS);
  for (int i = 0; i < TP_PILLARS; i++) {
    float share = highest > 0.0 ? (float)(v[first + i] / highest) : 0.0F;
    float height = fmaxf(roundf(tp_px(app, pillar_height) * share), tp_px(app, 1.0F));
    struct tp_rect column = {columns.x + tp_px(app, pillar_step) * (float)i,
                             columns.y + tp_px(app, pillar_foot) - height, tp_px(app, pillar_width),
                             height};
    tp_draw_rect(app->draw, column,
                 tp_ink(app, first + i == weakest ? TP_COLOUR_BAD : TP_COLOUR_EUROPE));
  }
  tp_rect_cut_left(&line, tp_px(app, pillar_step));
  tp_wording_variable_within(r, weakest, name, sizeof name);
  TP_PRINT(words, sizeof words, TP_WORD_WEAKEST_PILLAR, name);
  tp_text_in(app->fonts, type, tp_ink(app, TP_COLOUR_MUTED), line, TP_ALIGN_LEFT,
             tp_text_width(app->fonts, type, words) <= line.w ? words : name);
}

static void show_gauge(struct tp_app *app, struct tp_rect rect, enum tp_gauge_id id) {
  struct tp_gauge gauge;
  tp_session_gauge(app->session, id, &gauge);
  if (gauge.slot == TP_NONE)
    return;
  int turn = tp_session_turn(app->session);
  long change = tp_session_shown_change(app->session, gauge.slot, turn);
  struct tp_dial dial = {gauge.title,
                         gauge.value,
                         tp_shown_tenths(change),
                         gauge.has_goal ? gauge.goal : -1.0,
                         !gauge.rising,
                         gauge_colour(app, id)};
  uint32_t name = tp_ui_id_of(tp_ui_id("gauge"), (uint32_t)id);
  struct tp_hit hit = tp_ui_gauge(&app->ui, name, rect, &dial);
  struct tp_hit again = hit; /* the first click chooses it, another asks why it moved */
  again.clicked = hit.clicked && app->board.gauge == (int)id;
  tp_app_explain(app, &again, gauge.slot, turn);
  tp_guide_mark(app, TP_MARK_GAUGE, (int)id);
  if (id == TP_GAUGE_AUTONOMY)
    show_pillars(
        app, (struct tp_rect){rect.x, rect.y + tp_px(app, pillar_line), rect.w, tp_px(app, 16.0F)});
  if (hit.clicked)
    app->board.gauge = (int)id;
  if (app->board.gauge == (int)id)
    tp_draw_hrule(app->draw, rect.x, rect.y + rect.h + tp_px(app, 3.0F), rect.w,
                  (int)tp_px(app, 2.0F), tp_ink(app, TP_COLOUR_INK));
}

/* --- means --- */

struct means {
  const char *label;
  char figure[TP_FIGURE_MAX];
  int slot;
};

static void list_means(const struct tp_app *app, struct means means[3]) {
  const struct tp_rules *r = tp_app_rules(app);
  int player = tp_session_player(app->session);
  struct tp_means left = tp_session_means(app->session);
  means[0].slot = tp_actor_slot(r, player, TP_BUDGET);
  means[1].slot = tp_actor_slot(r, player, TP_CAPITAL);
  means[2].slot = tp_actor_slot(r, player, TP_ATTENTION);
  means[0].label = tp_word(TP_WORD_BUDGET);
  means[1].label = tp_word(TP_WORD_CAPITAL);
  means[2].label = tp_word(TP_WORD_ATTENTION);
  TP_PRINT(means[0].figure, sizeof means[0].figure, TP_WORD_BILLION, TP_FIGURE_LEFT(left.budget));
  tp_wording_left(left.capital, means[1].figure);
  TP_PRINT(means[2].figure, sizeof means[2].figure, TP_WORD_OF, TP_FIGURE(left.attention),
           TP_FIGURE(tp_session_world(app->session)->v[means[2].slot]));
}

static void show_means(struct tp_app *app, struct tp_rect bar) {
  struct means means[3];
  float right = bar.x + bar.w - tp_px(app, edge);
  list_means(app, means);
  for (int i = 2; i >= 0; i--) {
    struct tp_type note = tp_face(app, TP_TYPE_NOTE), strong = tp_face(app, TP_TYPE_BODY_STRONG);
    float width = fmaxf(tp_text_width(app->fonts, note, means[i].label),
                        tp_text_number_width(app->fonts, strong, means[i].figure));
    float x = right - width;
    struct tp_rect rect = {x, bar.y + tp_px(app, gauge_top), width, tp_px(app, gauge_height)};
    struct tp_hit hit = tp_ui_emit(&app->ui, TP_WIDGET_GAUGE, tp_ui_id(means[i].label), rect, true,
                                   true, means[i].label);
    tp_app_explain(app, &hit, means[i].slot, tp_session_turn(app->session));
    tp_guide_mark(app, TP_MARK_SPOT, TP_SPOT_MEANS);
    if (hit.focused)
      tp_ui_focus_ring(&app->ui, rect);
    tp_text_draw(app->fonts, note, tp_ink(app, TP_COLOUR_MUTED), x, tp_px(app, label_line),
                 TP_ALIGN_LEFT, means[i].label);
    tp_text_number(app->fonts, strong, tp_ink(app, TP_COLOUR_INK), x, tp_px(app, figure_line),
                   TP_ALIGN_LEFT, means[i].figure);
    right = x - tp_px(app, means_gap);
  }
}

void tp_topbar_show(struct tp_app *app, struct tp_rect bar) {
  tp_ui_emit(&app->ui, TP_WIDGET_PANEL, 0, bar, true, false, "");
  tp_draw_rect(app->draw, bar, tp_ink(app, TP_COLOUR_BAR));
  float hair = tp_px(app, 1.0F);
  tp_draw_hrule(app->draw, bar.x, bar.y + bar.h - hair, bar.w, (int)hair,
                tp_ink(app, TP_COLOUR_RULE));
  show_date(app, bar);
  float left = bar.x + tp_px(app, edge + date_width), gap = tp_px(app, gauge_gap);
  float room = bar.x + bar.w - tp_px(app, edge + means_width) - left;
  float width =
      fminf(floorf((room - gap * (float)TP_GAUGES) / (float)TP_GAUGES), tp_px(app, 260.0F));
  for (int i = 0; i < TP_GAUGES; i++)
    show_gauge(app,
               (struct tp_rect){left + (float)i * (width + gap), bar.y + tp_px(app, gauge_top),
                                width, tp_px(app, gauge_height)},
               (enum tp_gauge_id)i);
  show_means(app, bar);
}
