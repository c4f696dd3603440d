/*
 * The dossier of a claim: how far it is believed, why that moved, and what feeds it: each piece of
 * evidence, each echo and each thing that is seen to contradict it, with its weight and what it now
 * adds to or takes from where the claim is heading.
 */
#include "desktop/dossier/dossier.h"
#include "desktop/screens.h"
#include "desktop/board/why.h"
#include "desktop/widgets/widgets.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* layout, in pixels at scale 1 */
static const float gap = 8.0F, line_height = 22.0F, note_height = 16.0F;

enum { most_pulls = 48 };

void tp_claim_note(const struct tp_app *app, int claim, char *text, size_t size) {
  const struct tp_rules *r = tp_app_rules(app);
  double reach = tp_session_world(app->session)->v[tp_claim_slot(r, claim, TP_REACH)];
  struct tp_span echoes = r->claims[claim].echoes;
  if (echoes.count)
    TP_PRINT(text, size, TP_WORD_ECHOED_BY, TP_WHOLE(reach),
             r->actors[r->echoes[echoes.first].ally].words.title);
  else
    TP_PRINT(text, size, TP_WORD_REACH, TP_WHOLE(reach));
}

/* --- what feeds it --- */

static int by_push(const void *a, const void *b) {
  double one = fabs(((const struct tp_pull *)a)->row.delta);
  double two = fabs(((const struct tp_pull *)b)->row.delta);
  return one < two ? 1 : one > two ? -1 : 0;
}

/* "evidence, 0.40 a point" */
static void how_of(const struct tp_pull *pull, const char *cause, char *text, size_t size) {
  char weight[TP_FIGURE_MAX];
  tp_phrase_signed(weight, pull->weight, 2);
  TP_PRINT(text, size, TP_WORD_PULL_WEIGHT, cause, weight);
}

static float show_pulls(struct tp_app *app, struct tp_rect rect, int slot) {
  struct tp_pull pulls[most_pulls];
  int count = tp_session_pulls(app->session, slot, pulls, most_pulls);
  int lower = tp_why_lower_is_better(app, slot), turn = tp_session_turn(app->session);
  struct tp_rect line = {rect.x, rect.y, rect.w, 0.0F};
  qsort(pulls, (size_t)count, sizeof *pulls, by_push);
  long longest = count ? labs(lround(pulls[0].row.delta * 100.0)) : 0;
  for (int i = 0; i < count; i++) {
    struct tp_why_line words = {.source = pulls[i].row.source,
                                .delta = lround(pulls[i].row.delta * 100.0)};
    char cause[120];
    tp_wording_cause_apart(tp_app_rules(app), &pulls[i].row, words.what, sizeof words.what, cause,
                           sizeof cause);
    tp_phrase_capital(words.what);
    how_of(&pulls[i], cause, words.how, sizeof words.how);
    line.h = tp_why_line_draw(app, line, &words, longest, lower, false);
    uint32_t id = tp_ui_id_of(tp_ui_id("pull"), (uint32_t)i);
    struct tp_hit hit = tp_ui_emit(&app->ui, TP_WIDGET_ROW, id, line, true, true, words.what);
    if (hit.hovered)
      tp_draw_rect(app->draw, line, tp_ink(app, TP_COLOUR_HOVER));
    tp_app_explain(app, &hit, words.source, turn);
    tp_why_line_draw(app, line, &words, longest, lower, true);
    if (hit.focused)
      tp_ui_focus_ring(&app->ui, line);
    line.y += line.h;
  }
  return line.y - rect.y;
}

/* --- all of it --- */

float tp_dossier_claim(struct tp_app *app, struct tp_rect in) {
  const struct tp_rules *r = tp_app_rules(app);
  int claim = app->board.claim, turn = tp_session_turn(app->session);
  int slot = tp_claim_slot(r, claim, TP_CREDIBILITY);
  struct tp_rect place = {in.x, in.y, in.w, 1e6F};
  struct tp_why_table table;
  char note[200];
  tp_rect_cut_top(&place, tp_dossier_line(app, place, slot));
  tp_claim_note(app, claim, note, sizeof note);
  tp_ui_label(&app->ui, tp_rect_cut_top(&place, tp_px(app, line_height)), TP_TYPE_NOTE,
              TP_COLOUR_MUTED, TP_ALIGN_LEFT, note);
  tp_rect_cut_top(&place, tp_px(app, 4.0F));
  tp_dossier_label(app, &place, TP_WORD_WHY);
  tp_why_gather(app->session, slot, turn, TP_WHY_LINES, &table);
  tp_rect_cut_top(&place,
                  tp_why_draw(app, place, slot, turn, &table, TP_WHY_ASK) + tp_px(app, gap));
  tp_dossier_label(app, &place, TP_WORD_FEEDS);
  tp_rect_cut_top(&place, tp_ui_paragraph(&app->ui, place, TP_TYPE_NOTE, TP_COLOUR_MUTED,
                                          tp_word(TP_WORD_FEEDS_NOTE)));
  tp_rect_cut_top(&place, show_pulls(app, place, slot) + tp_px(app, gap));
  tp_rect_cut_top(&place, tp_ui_paragraph(&app->ui, place, TP_TYPE_NOTE, TP_COLOUR_MUTED,
                                          r->claims[claim].words.text) +
                              tp_px(app, note_height * 0.5F));
  return place.y - in.y;
}
