/* What an actor's rule rests on, and the story it tells: the social contract, then its claims as
 * cards, each of which opens its own dossier. */
#include "desktop/dossier/dossier.h"
#include "desktop/screens.h"
#include "desktop/widgets/widgets.h"

#include <math.h>

/* layout, in pixels at scale 1 */
static const float gap = 8.0F, note_height = 16.0F, bar_height = 12.0F, line_height = 20.0F;
static const float card_pad = 10.0F, figure_width = 44.0F, change_width = 40.0F;
static const float claim_bar = 6.0F, mark_wide = 2.0F, mark_over = 2.0F;

/* --- the contract --- */

/* What one leg is made of and holds up: a heading, the leg, the points of stability it gives. */
static float show_leg(struct tp_app *app, struct tp_rect rect, enum tp_actor_variable leg,
                      enum tp_word title, double share, double gives, enum tp_align align) {
  const struct tp_rules *r = tp_app_rules(app);
  int slot = tp_actor_slot(r, app->board.actor, leg);
  char words[120];
  struct tp_rect place = rect;
  struct tp_rect whole = {rect.x, rect.y, rect.w, tp_px(app, 3.0F * note_height)};
  struct tp_hit hit =
      tp_ui_emit(&app->ui, TP_WIDGET_GAUGE, tp_ui_id_of(tp_ui_id("leg"), (uint32_t)leg), whole,
                 true, true, tp_word(title));
  if (hit.hovered)
    tp_draw_rect(app->draw, whole, tp_ink(app, TP_COLOUR_HOVER));
  tp_app_explain(app, &hit, slot, tp_session_turn(app->session));
  TP_PRINT(words, sizeof words, title, TP_WHOLE(share));
  tp_ui_label(&app->ui, tp_rect_cut_top(&place, tp_px(app, note_height)), TP_TYPE_NOTE_STRONG,
              TP_COLOUR_INK, align, words);
  double value = tp_session_world(app->session)->v[slot];
  TP_PRINT(words, sizeof words, TP_WORD_LEG_VALUE, TP_TENTHS(value));
  tp_ui_label(&app->ui, tp_rect_cut_top(&place, tp_px(app, note_height)), TP_TYPE_NOTE,
              TP_COLOUR_MUTED, align, words);
  TP_PRINT(words, sizeof words, TP_WORD_LEG_HOLDS, TP_TENTHS(value * gives));
  tp_ui_label(&app->ui, tp_rect_cut_top(&place, tp_px(app, note_height)), TP_TYPE_NOTE,
              TP_COLOUR_MUTED, align, words);
  if (hit.focused)
    tp_ui_focus_ring(&app->ui, whole);
  return whole.h;
}

static void show_contract(struct tp_app *app, struct tp_rect *place) {
  const struct tp_rules *r = tp_app_rules(app);
  int slot = tp_actor_slot(r, app->board.actor, TP_CONTRACT);
  tp_dossier_label(app, place, TP_WORD_CONTRACT);
  if (tp_session_hides(app->session, slot)) {
    tp_ui_label(&app->ui, tp_rect_cut_top(place, tp_px(app, line_height)), TP_TYPE_NOTE,
                TP_COLOUR_MUTED, TP_ALIGN_LEFT, tp_word(TP_WORD_NOT_KNOWN));
    return;
  }
  double security = tp_session_world(app->session)->v[slot];
  struct tp_rect bar = tp_rect_cut_top(place, tp_px(app, bar_height));
  struct tp_hit hit = tp_ui_emit(&app->ui, TP_WIDGET_GAUGE, tp_ui_id("contract"), bar, true, true,
                                 tp_word(TP_WORD_CONTRACT));
  tp_app_explain(app, &hit, slot, tp_session_turn(app->session));
  tp_dossier_bar(app, bar, 100.0 - security, TP_COLOUR_BRASS, security, TP_COLOUR_BRITTLE);
  if (hit.focused)
    tp_ui_focus_ring(&app->ui, bar);
  tp_rect_cut_top(place, tp_px(app, 4.0F));
  struct tp_rect left = {place->x, place->y, floorf((place->w - tp_px(app, gap)) * 0.5F), 1e6F};
  struct tp_rect right = left;
  right.x = place->x + place->w - right.w;
  show_leg(app, left, TP_ENRICHMENT, TP_WORD_ENRICHMENT, 100.0 - security,
           r->coefficient.stability_enrichment, TP_ALIGN_LEFT);
  tp_rect_cut_top(place, show_leg(app, right, TP_SECURITY, TP_WORD_SECURITY, security,
                                  r->coefficient.stability_security, TP_ALIGN_RIGHT));
  tp_rect_cut_top(place, tp_px(app, gap));
}

/* --- claims --- */

/* How far it is believed, and with a mark how far it reaches: belief cannot go beyond. */
static void draw_belief(struct tp_app *app, struct tp_rect bar, double believed, double reach) {
  tp_dossier_bar(app, bar, believed, TP_COLOUR_RUSSIA, 0.0, TP_COLOUR_RUSSIA);
  float x = bar.x + bar.w * (float)(fmin(fmax(reach, 0.0), 100.0) / 100.0);
  tp_draw_vrule(app->draw, x - tp_px(app, mark_wide * 0.5F), bar.y - tp_px(app, mark_over),
                bar.h + tp_px(app, 2.0F * mark_over), (int)tp_px(app, mark_wide),
                tp_ink(app, TP_COLOUR_INK));
}

static void claim_figures(struct tp_app *app, struct tp_rect line, int slot) {
  char figure[TP_FIGURE_MAX], change[TP_FIGURE_MAX];
  int turn = tp_session_turn(app->session);
  long moved = tp_session_shown_change(app->session, slot, turn);
  struct tp_type strong = tp_face(app, TP_TYPE_BODY_STRONG);
  struct tp_rect at = tp_rect_cut_right(&line, tp_px(app, change_width));
  float baseline = tp_text_baseline(app->fonts, strong, line);
  tp_ui_signed(tp_shown_tenths(moved), change, sizeof change);
  tp_text_number(app->fonts, tp_face(app, TP_TYPE_NOTE_STRONG),
                 tp_ink(app, tp_dossier_change_colour(app, slot, moved)), at.x + at.w, baseline,
                 TP_ALIGN_RIGHT, change);
  at = tp_rect_cut_right(&line, tp_px(app, figure_width));
  tp_phrase_number(figure, tp_session_value(app->session, slot, turn), 1);
  tp_text_number(app->fonts, strong, tp_ink(app, TP_COLOUR_INK), at.x + at.w, baseline,
                 TP_ALIGN_RIGHT, figure);
}

static void show_claim(struct tp_app *app, struct tp_rect *place, int claim) {
  const struct tp_rules *r = tp_app_rules(app);
  int slot = tp_claim_slot(r, claim, TP_CREDIBILITY), reach = tp_claim_slot(r, claim, TP_REACH);
  char quoted[240], note[200];
  TP_PRINT(quoted, sizeof quoted, TP_WORD_QUOTED, r->claims[claim].words.title);
  tp_claim_note(app, claim, note, sizeof note);
  float inside = place->w - tp_px(app, 2.0F * card_pad);
  float words = tp_ui_words_height(&app->ui, TP_TYPE_SUBHEAD,
                                   inside - tp_px(app, figure_width + change_width), quoted);
  struct tp_rect card = tp_rect_cut_top(
      place, words + tp_px(app, 2.0F * card_pad + gap + claim_bar + 4.0F + note_height));
  uint32_t id = tp_ui_id_of(tp_ui_id("claim"), (uint32_t)claim);
  struct tp_hit hit = tp_ui_card(&app->ui, id, card, false, r->claims[claim].words.title, NULL);
  tp_guide_mark(app, TP_MARK_CLAIM, claim);
  tp_guide_see(app, TP_MARK_CLAIM, claim);
  if (hit.clicked)
    tp_dossier_pick_claim(app, claim);
  else
    tp_app_explain(app, &hit, slot, tp_session_turn(app->session));
  struct tp_rect in = tp_rect_inset(card, tp_px(app, card_pad), tp_px(app, card_pad));
  struct tp_rect head = tp_rect_cut_top(&in, words);
  tp_text_paragraph(app->fonts, tp_face(app, TP_TYPE_SUBHEAD), tp_ink(app, TP_COLOUR_INK), head.x,
                    head.y, head.w - tp_px(app, figure_width + change_width), 0, true, quoted);
  head.h = tp_px(app, line_height);
  claim_figures(app, head, slot);
  tp_rect_cut_top(&in, tp_px(app, gap));
  const double *v = tp_session_world(app->session)->v;
  draw_belief(app, tp_rect_cut_top(&in, tp_px(app, claim_bar)), v[slot], v[reach]);
  tp_rect_cut_top(&in, tp_px(app, 4.0F));
  tp_ui_label(&app->ui, in, TP_TYPE_NOTE, TP_COLOUR_MUTED, TP_ALIGN_LEFT, note);
  tp_rect_cut_top(place, tp_px(app, gap));
}

float tp_dossier_story(struct tp_app *app, struct tp_rect in) {
  const struct tp_rules *r = tp_app_rules(app);
  struct tp_span claims = r->actors[app->board.actor].claims;
  struct tp_rect place = {in.x, in.y, in.w, 1e6F};
  show_contract(app, &place);
  tp_dossier_label(app, &place, TP_WORD_CLAIMS);
  if (!claims.count) {
    tp_rect_cut_top(&place, tp_ui_paragraph(&app->ui, place, TP_TYPE_BODY, TP_COLOUR_MUTED,
                                            tp_word(TP_WORD_NO_CLAIMS)));
    return place.y - in.y;
  }
  tp_rect_cut_top(&place,
                  tp_dossier_line(app, place, tp_actor_slot(r, app->board.actor, TP_NARRATIVE)) +
                      tp_px(app, gap));
  for (int i = 0; i < claims.count; i++)
    show_claim(app, &place, claims.first + i);
  return place.y - in.y;
}
