/* How the claims went, those that fell most first, and where the regimes that make them stand. */
#include "desktop/widgets/chart.h"
#include "desktop/debrief/debrief.h"
#include "desktop/dossier/dossier.h"
#include "desktop/board/why.h"
#include "desktop/widgets/widgets.h"
#include "session/review/verdict.h"

#include <math.h>
#include <stdio.h>

/* layout, in pixels at scale 1 */
static const float gap = 16.0F, column_gap = 40.0F, row_pad = 8.0F, note_height = 16.0F;
static const float spark_least = 72.0F, spark_share = 0.27F, change_width = 72.0F,
                   course_width = 128.0F, line_height = 20.0F;
static const float claims_share = 0.56F, bar_room = 12.0F, head_height = 28.0F;

enum { claims_most = 64, whole_game = 120 };

static float spark_width(const struct tp_app *app, float width) {
  return fmaxf(tp_px(app, spark_least), floorf(width * spark_share));
}

/* --- claims --- */

/* "Russia · 64.0 → 51.2" */
static void note_of(const struct tp_app *app, const struct tp_claim_course *claim, char *text,
                    size_t size) {
  const struct tp_rules *r = tp_app_rules(app);
  char course[2 * TP_FIGURE_MAX];
  TP_PRINT(course, sizeof course, TP_WORD_WHY_FROM_TO, TP_TENTHS(claim->from),
           TP_TENTHS(claim->to));
  snprintf(text, size, "%s \xc2\xb7 %s", r->actors[r->claims[claim->claim].holder].words.title,
           course);
}

/* Less of an adversary's claim is better for the player; of others' it is as may be. */
static int good_of(const struct tp_app *app, int slot, double moved) {
  int lower = tp_why_lower_is_better(app, slot);
  if (lower < 0 || fabs(moved) < 0.05)
    return 0;
  return (moved < 0.0) == (lower == 1) ? 1 : -1;
}

static float show_claim(struct tp_app *app, struct tp_rect rect,
                        const struct tp_claim_course *claim) {
  const struct tp_rules *r = tp_app_rules(app);
  char quoted[240], note[200], figure[TP_FIGURE_MAX];
  int slot = tp_claim_slot(r, claim->claim, TP_CREDIBILITY), turn = tp_session_turn(app->session);
  double moved = claim->to - claim->from;
  TP_PRINT(quoted, sizeof quoted, TP_WORD_QUOTED, r->claims[claim->claim].words.title);
  note_of(app, claim, note, sizeof note);
  float spark = spark_width(app, rect.w);
  float inside = rect.w - spark - tp_px(app, change_width + gap);
  struct tp_type head = tp_face(app, TP_TYPE_SUBHEAD);
  float high = tp_ui_words_height(&app->ui, TP_TYPE_SUBHEAD, inside, quoted);
  struct tp_rect row = {rect.x, rect.y, rect.w, high + tp_px(app, note_height + 2.0F * row_pad)};
  uint32_t id = tp_ui_id_of(tp_ui_id("claim's course"), (uint32_t)claim->claim);
  struct tp_hit hit = tp_ui_emit(&app->ui, TP_WIDGET_ROW, id, row, true, true, quoted);
  tp_app_explain(app, &hit, slot, turn);
  if (hit.hovered)
    tp_draw_rect(app->draw, row, tp_ink(app, TP_COLOUR_HOVER));
  float y = row.y + tp_px(app, row_pad);
  tp_text_paragraph(app->fonts, head, tp_ink(app, TP_COLOUR_INK), row.x, y, inside, 0, true,
                    quoted);
  tp_ui_label(&app->ui, (struct tp_rect){row.x, y + high, inside, tp_px(app, note_height)},
              TP_TYPE_NOTE, TP_COLOUR_MUTED, TP_ALIGN_LEFT, note);
  struct tp_rect line = {row.x, y, row.w, tp_px(app, line_height)};
  tp_phrase_signed(figure, moved, 1);
  long tenths = lround(moved * 10.0);
  int way = tenths > 0 ? 1 : tenths < 0 ? -1 : 0;
  tp_debrief_change(app, line, figure, way, way ? good_of(app, slot, moved) : 0);
  tp_rect_cut_right(&line, tp_px(app, change_width));
  tp_chart_spark(app, tp_rect_cut_right(&line, spark), slot, turn, whole_game,
                 tp_ink(app, TP_COLOUR_INK));
  tp_draw_hrule(app->draw, row.x, row.y + row.h - tp_px(app, 1.0F), row.w, (int)tp_px(app, 1.0F),
                tp_ink(app, TP_COLOUR_HAIR));
  if (hit.focused)
    tp_ui_focus_ring(&app->ui, tp_rect_inset(row, tp_px(app, 2.0F), tp_px(app, 2.0F)));
  return row.h;
}

static void show_claims(struct tp_app *app, struct tp_rect rect) {
  struct tp_claim_course list[claims_most];
  int count = tp_verdict_claims(app->session, list, claims_most);
  tp_dossier_label(app, &rect, TP_WORD_CLAIMS_WENT);
  struct tp_rect place = tp_ui_scroll_begin(&app->ui, tp_ui_id("claims went"), rect);
  float y = place.y;
  for (int i = 0; i < count; i++)
    y += show_claim(app, (struct tp_rect){place.x, y, place.w, 1e6F}, &list[i]);
  tp_ui_scroll_end(&app->ui, y - place.y);
}

/* --- regimes --- */

float tp_debrief_line(struct tp_app *app, struct tp_rect rect, int slot, const char *name) {
  char course[2 * TP_FIGURE_MAX];
  int turn = tp_session_turn(app->session);
  struct tp_rect line = tp_rect_cut_top(&rect, tp_px(app, line_height + 4.0F));
  float high = line.h;
  struct tp_hit hit =
      tp_ui_emit(&app->ui, TP_WIDGET_ROW, tp_ui_id_of(tp_ui_id("past of"), (uint32_t)slot), line,
                 true, true, name);
  tp_app_explain(app, &hit, slot, turn);
  if (hit.hovered)
    tp_draw_rect(app->draw, line, tp_ink(app, TP_COLOUR_HOVER));
  if (hit.focused)
    tp_ui_focus_ring(&app->ui, line);
  TP_PRINT(course, sizeof course, TP_WORD_WHY_FROM_TO,
           TP_TENTHS(tp_session_value(app->session, slot, 0)),
           TP_TENTHS(tp_session_value(app->session, slot, turn)));
  struct tp_type strong = tp_face(app, TP_TYPE_BODY_STRONG);
  struct tp_rect figure = tp_rect_cut_right(&line, tp_px(app, course_width));
  tp_text_number_in(app->fonts, strong, tp_ink(app, TP_COLOUR_INK), figure, TP_ALIGN_RIGHT, course);
  struct tp_rect spark = tp_rect_cut_right(&line, spark_width(app, rect.w));
  tp_chart_spark(app, tp_rect_inset(spark, 0.0F, tp_px(app, 4.0F)), slot, turn, whole_game,
                 tp_ink(app, TP_COLOUR_INK));
  tp_ui_label(&app->ui, line, TP_TYPE_BODY, TP_COLOUR_INK, TP_ALIGN_LEFT, name);
  return high;
}

static float show_regime(struct tp_app *app, struct tp_rect rect, int actor) {
  static const enum tp_actor_variable told[] = {TP_STABILITY, TP_CONTRACT, TP_NARRATIVE};
  const struct tp_rules *r = tp_app_rules(app);
  char story[TP_VERDICT_MAX];
  float top = rect.y;
  tp_verdict_regime(app->session, actor, story, sizeof story);
  tp_ui_label(&app->ui, tp_rect_cut_top(&rect, tp_px(app, head_height)), TP_TYPE_HEAD,
              TP_COLOUR_INK, TP_ALIGN_LEFT, r->actors[actor].words.title);
  for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
    char name[TP_WORDING_MAX];
    int slot = tp_actor_slot(r, actor, told[i]);
    tp_wording_variable_short(r, slot, name, sizeof name);
    tp_rect_cut_top(&rect, tp_debrief_line(app, rect, slot, name));
  }
  tp_rect_cut_top(&rect, tp_px(app, gap * 0.5F));
  tp_rect_cut_top(&rect, tp_ui_paragraph(&app->ui, rect, TP_TYPE_READ, TP_COLOUR_INK, story) +
                             tp_px(app, gap));
  return rect.y - top;
}

static void show_regimes(struct tp_app *app, struct tp_rect rect) {
  const struct tp_rules *r = tp_app_rules(app);
  tp_dossier_label(app, &rect, TP_WORD_REGIMES);
  struct tp_rect place = tp_ui_scroll_begin(&app->ui, tp_ui_id("regimes"), rect);
  float y = place.y;
  for (int i = 0; i < r->actor_count; i++)
    if (r->actors[i].claims.count > 0)
      y += show_regime(app, (struct tp_rect){place.x, y, place.w, 1e6F}, i);
  tp_ui_scroll_end(&app->ui, y - place.y);
}

void tp_debrief_stories(struct tp_app *app, struct tp_rect page) {
  struct tp_rect claims = tp_rect_cut_left(&page, floorf(page.w * claims_share));
  tp_rect_cut_left(&page, tp_px(app, column_gap - bar_room));
  tp_rect_cut_right(&claims, tp_px(app, bar_room));
  show_claims(app, claims);
  show_regimes(app, page);
}
