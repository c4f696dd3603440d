/* The dossier of a tie: what its cohesion rests on, how far up the ladder it has come, what holds
 * it together, whom both fear, and how each sees the other. */
#include "desktop/dossier/dossier.h"
#include "desktop/screens.h"
#include "desktop/widgets/widgets.h"

#include <math.h>
#include <stdio.h>

/* layout, in pixels at scale 1 */
static const float note_height = 16.0F, bar_height = 10.0F, gap = 8.0F, step_height = 6.0F;
static const float step_gap = 3.0F, line_height = 20.0F;

enum { ladder_steps = 4 };

static double now(const struct tp_app *app, int slot) {
  return tp_session_world(app->session)->v[slot];
}

/* Cohesion as a bar of a hundred: the durable part, then the brittle one. */
static void show_cohesion(struct tp_app *app, struct tp_rect *in) {
  const struct tp_rules *r = tp_app_rules(app);
  int tie = app->board.tie;
  double durable = now(app, tp_tie_slot(r, tie, TP_DURABLE));
  double brittle = now(app, tp_tie_slot(r, tie, TP_BRITTLE));
  char words[120];
  struct tp_rect bar = tp_rect_cut_top(in, tp_px(app, bar_height));
  struct tp_hit hit = tp_ui_emit(&app->ui, TP_WIDGET_GAUGE, tp_ui_id("cohesion"), bar, true, true,
                                 tp_word(TP_WORD_COHESION));
  tp_app_explain(app, &hit, tp_tie_slot(r, tie, TP_COHESION), tp_session_turn(app->session));
  tp_dossier_bar(app, bar, durable, TP_COLOUR_DURABLE, brittle, TP_COLOUR_BRITTLE);
  if (hit.focused)
    tp_ui_focus_ring(&app->ui, bar);
  struct tp_rect line = tp_rect_cut_top(in, tp_px(app, note_height + 4.0F));
  TP_PRINT(words, sizeof words, TP_WORD_DURABLE, TP_TENTHS(durable));
  tp_ui_label(&app->ui, line, TP_TYPE_NOTE, TP_COLOUR_DURABLE, TP_ALIGN_LEFT, words);
  TP_PRINT(words, sizeof words, TP_WORD_BRITTLE, TP_TENTHS(brittle));
  tp_ui_label(&app->ui, line, TP_TYPE_NOTE, TP_COLOUR_BRITTLE, TP_ALIGN_RIGHT, words);
  tp_rect_cut_top(in, tp_px(app, 4.0F));
}

/* --- the ladder --- */

static double threshold(const struct tp_rules *r, int step) {
  return step == 1   ? r->coefficient.status_alignment
         : step == 2 ? r->coefficient.status_entente
                     : r->coefficient.status_alliance;
}

/* What it takes for the next step, or to keep this one. */
static void ladder_note(const struct tp_app *app, int status, char *text, size_t size) {
  const struct tp_rules *r = tp_app_rules(app);
  double alignment = now(app, tp_tie_slot(r, app->board.tie, TP_ALIGNMENT));
  if (status < ladder_steps - 1)
    TP_PRINT(text, size, TP_WORD_LADDER_NEXT, tp_wording_status(status + 1),
             TP_WHOLE(threshold(r, status + 1)), TP_TENTHS(alignment));
  else
    TP_PRINT(text, size, TP_WORD_LADDER_TOP,
             TP_WHOLE(threshold(r, status) - r->coefficient.status_slack), TP_TENTHS(alignment));
}

static void show_ladder(struct tp_app *app, struct tp_rect *in) {
  const struct tp_rules *r = tp_app_rules(app);
  int slot = tp_tie_slot(r, app->board.tie, TP_STATUS), status = (int)now(app, slot);
  char words[200];
  tp_dossier_label(app, in, TP_WORD_LADDER);
  struct tp_rect whole = {in->x, in->y, in->w, tp_px(app, line_height + step_height + 4.0F)};
  struct tp_hit hit = tp_ui_emit(&app->ui, TP_WIDGET_GAUGE, tp_ui_id("ladder"), whole, true, true,
                                 tp_wording_status(status));
  tp_app_explain(app, &hit, tp_tie_slot(r, app->board.tie, TP_ALIGNMENT),
                 tp_session_turn(app->session));
  snprintf(words, sizeof words, "%s", tp_wording_status(status));
  tp_phrase_capital(words);
  tp_ui_label(&app->ui, tp_rect_cut_top(in, tp_px(app, line_height)), TP_TYPE_BODY_STRONG,
              TP_COLOUR_INK, TP_ALIGN_LEFT, words);
  struct tp_rect steps = tp_rect_cut_top(in, tp_px(app, step_height));
  float space = tp_px(app, step_gap);
  float wide = floorf((steps.w - space * (float)(ladder_steps - 1)) / (float)ladder_steps);
  for (int i = 0; i < ladder_steps; i++) {
    struct tp_rect step = {steps.x + (float)i * (wide + space), steps.y, wide, steps.h};
    tp_draw_rect(app->draw, step, tp_ink(app, i <= status ? TP_COLOUR_INK : TP_COLOUR_TRACK));
  }
  if (hit.focused)
    tp_ui_focus_ring(&app->ui, whole);
  tp_rect_cut_top(in, tp_px(app, 4.0F));
  ladder_note(app, status, words, sizeof words);
  tp_rect_cut_top(in, tp_ui_paragraph(&app->ui, *in, TP_TYPE_NOTE, TP_COLOUR_MUTED, words) +
                          tp_px(app, gap));
}

/* --- the common adversary --- */

/* The adversary whom the one that fears it less fears most: it is what binds. */
static const struct tp_adversary *binding(const struct tp_app *app) {
  const struct tp_rules *r = tp_app_rules(app);
  struct tp_span span = r->ties[app->board.tie].adversaries;
  const struct tp_adversary *best = NULL;
  double most = 0.0;
  for (int i = 0; i < span.count; i++) {
    const struct tp_adversary *k = &r->adversaries[span.first + i];
    double common = fmin(now(app, k->menace_a), now(app, k->menace_b));
    if (common > most) {
      most = common;
      best = k;
    }
  }
  return best;
}

static void show_adversary(struct tp_app *app, struct tp_rect *in) {
  const struct tp_rules *r = tp_app_rules(app);
  const struct tp_adversary *k = binding(app);
  char words[160];
  tp_dossier_label(app, in, TP_WORD_ADVERSARY);
  if (!k) {
    tp_ui_label(&app->ui, tp_rect_cut_top(in, tp_px(app, line_height)), TP_TYPE_NOTE,
                TP_COLOUR_MUTED, TP_ALIGN_LEFT, tp_word(TP_WORD_ADVERSARY_NONE));
    return;
  }
  snprintf(words, sizeof words, "%s", r->actors[k->actor].words.title);
  tp_ui_label(&app->ui, tp_rect_cut_top(in, tp_px(app, line_height)), TP_TYPE_BODY_STRONG,
              TP_COLOUR_INK, TP_ALIGN_LEFT, words);
  const int slots[2] = {k->menace_a, k->menace_b};
  for (int i = 0; i < 2; i++) {
    int from = r->views[r->slots[slots[i]].subject].from;
    TP_PRINT(words, sizeof words, TP_WORD_SEEN_FROM, r->actors[from].words.title);
    tp_rect_cut_top(in, tp_dossier_named_line(app, *in, slots[i], words));
  }
}

/* --- all of it --- */

/* What one end feels and does towards the other: what there is of it. */
static void show_view(struct tp_app *app, struct tp_rect *place, int view) {
  const struct tp_rules *r = tp_app_rules(app);
  char words[160];
  if (view == TP_NONE)
    return;
  TP_PRINT(words, sizeof words, TP_WORD_TOWARDS, r->actors[r->views[view].from].words.title,
           r->actors[r->views[view].to].words.title);
  tp_rect_cut_top(place, tp_px(app, gap));
  tp_ui_label(&app->ui, tp_rect_cut_top(place, tp_px(app, note_height)), TP_TYPE_NOTE_STRONG,
              TP_COLOUR_MUTED, TP_ALIGN_LEFT, words);
  for (int i = 0; i < TP_VIEW_COUNT; i++) {
    int slot = r->views[view].slot + i;
    if (i == TP_MENACE || now(app, slot) >= 0.05)
      tp_rect_cut_top(place, tp_dossier_line(app, *place, slot));
  }
}

float tp_dossier_tie(struct tp_app *app, struct tp_rect in) {
  static const enum tp_tie_variable sums[] = {TP_COHESION, TP_DURABLE, TP_BRITTLE, TP_ALIGNMENT};
  static const enum tp_tie_variable made_of[] = {TP_GOVERNMENT, TP_ECONOMY, TP_PEOPLE};
  const struct tp_rules *r = tp_app_rules(app);
  struct tp_rect place = {in.x, in.y, in.w, 1e6F};
  int tie = app->board.tie;
  show_cohesion(app, &place);
  for (size_t i = 0; i < sizeof sums / sizeof *sums; i++)
    tp_rect_cut_top(&place, tp_dossier_line(app, place, tp_tie_slot(r, tie, sums[i])));
  tp_rect_cut_top(&place, tp_px(app, gap));
  show_ladder(app, &place);
  tp_dossier_label(app, &place, TP_WORD_MADE_OF);
  for (size_t i = 0; i < sizeof made_of / sizeof *made_of; i++)
    tp_rect_cut_top(&place, tp_dossier_line(app, place, tp_tie_slot(r, tie, made_of[i])));
  tp_rect_cut_top(&place, tp_px(app, gap));
  show_adversary(app, &place);
  show_view(app, &place, r->ties[tie].view_ab);
  show_view(app, &place, r->ties[tie].view_ba);
  return place.y - in.y;
}
