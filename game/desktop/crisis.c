/* A crisis: how far up the ladder it stands, and what is known of the three moves. */
#include "desktop/screens.h"
#include "desktop/widgets.h"

#include <stdio.h>

/* layout, in pixels at scale 1 */
static const float width = 720.0F, height = 536.0F, gap = 12.0F, button_height = 36.0F;
static const float button_width = 120.0F, ladder_height = 44.0F, pad = 14.0F;
static const float title_height = 22.0F, line_height = 22.0F;

enum { steps = 5 };

/* Five rungs, rising to the right; those reached are filled. */
static void show_ladder(struct tp_app *app, struct tp_rect rect, int step) {
  float space = tp_px(app, 6.0F), w = (rect.w - space * (float)(steps - 1)) / (float)steps;
  for (int i = 1; i <= steps; i++) {
    float h = tp_px(app, 6.0F + 4.0F * (float)i);
    struct tp_rect rung = {rect.x + (float)(i - 1) * (w + space), rect.y + tp_px(app, 26.0F) - h, w,
                           h};
    struct tp_rect name = {rung.x, rect.y + tp_px(app, 28.0F), w, tp_px(app, 16.0F)};
    tp_draw_rect(app->draw, rung, tp_ink(app, i <= step ? TP_COLOUR_BRITTLE : TP_COLOUR_TRACK));
    tp_ui_label(&app->ui, name, i == step ? TP_TYPE_NOTE_STRONG : TP_TYPE_NOTE,
                i == step ? TP_COLOUR_INK : TP_COLOUR_MUTED, TP_ALIGN_CENTRE, tp_wording_step(i));
  }
}

static void guarantee_words(const struct tp_app *app, const struct tp_crisis_state *crisis,
                            char *text, size_t size) {
  const struct tp_rules *r = tp_app_rules(app);
  const char *target = r->actors[crisis->target].words.title;
  if (!crisis->called || r->guarantor == TP_NONE)
    TP_PRINT(text, size, TP_WORD_CRISIS_UNCALLED, target);
  else
    TP_PRINT(text, size, crisis->honoured ? TP_WORD_CRISIS_HONOURED : TP_WORD_CRISIS_NOT_HONOURED,
             r->actors[r->guarantor].words.title, target);
}

static float show_move(struct tp_app *app, struct tp_rect rect, enum tp_crisis_move move,
                       const struct tp_crisis_state *crisis) {
  char text[2 * TP_WORDING_MAX], title[80];
  float inside = rect.w - tp_px(app, 2.0F * pad);
  tp_session_move_text(app->session, move, text, sizeof text);
  char name[60];
  snprintf(name, sizeof name, "%s", tp_wording_move(move));
  snprintf(title, sizeof title, "%d  %s", (int)move + 1, tp_phrase_capital(name));
  float high = tp_text_paragraph(app->fonts, tp_face(app, TP_TYPE_BODY), tp_ink(app, TP_COLOUR_INK),
                                 0.0F, 0.0F, inside, 0, false, text);
  struct tp_rect card = {rect.x, rect.y, rect.w, high + tp_px(app, 2.0F * pad + title_height)};
  bool chosen = tp_board_move_chosen(app) && crisis->move == (int)move;
  uint32_t id = tp_ui_id_of(tp_ui_id("move"), (uint32_t)move);
  struct tp_hit hit = tp_ui_card(&app->ui, id, card, chosen, name, NULL);
  struct tp_rect in = tp_rect_inset(card, tp_px(app, pad), tp_px(app, pad - 2.0F));
  tp_text_in(app->fonts, tp_face(app, TP_TYPE_SUBHEAD), tp_ink(app, TP_COLOUR_INK),
             tp_rect_cut_top(&in, tp_px(app, title_height)), TP_ALIGN_LEFT, title);
  tp_text_paragraph(app->fonts, tp_face(app, TP_TYPE_BODY), tp_ink(app, TP_COLOUR_MUTED), in.x,
                    in.y, in.w, 0, true, text);
  bool key = tp_ui_key(&app->ui, (enum tp_key)(TP_KEY_0 + 1 + (int)move));
  if (hit.clicked || key) {
    struct tp_order order = {TP_ORDER_MOVE, 0, (int16_t)move};
    tp_session_give(app->session, order);
    app->overlay = TP_OVERLAY_NONE;
  }
  return card.h + tp_px(app, gap * 0.75F);
}

void tp_crisis_show(struct tp_app *app, struct tp_rect screen) {
  struct tp_ui *ui = &app->ui;
  const struct tp_rules *r = tp_app_rules(app);
  struct tp_crisis_state crisis;
  char title[200], words[240];
  tp_session_crisis(app->session, &crisis);
  if (!crisis.on) {
    app->overlay = TP_OVERLAY_NONE;
    return;
  }
  TP_PRINT(title, sizeof title, TP_WORD_CRISIS_PARTIES, r->actors[crisis.challenger].words.title,
           r->actors[crisis.target].words.title);
  struct tp_rect in = tp_dialogue_begin(app, screen, width, height, tp_word(TP_WORD_CRISIS), title);
  struct tp_rect foot = tp_rect_cut_bottom(&in, tp_px(app, button_height));
  tp_rect_cut_bottom(&in, tp_px(app, gap));
  tp_ui_emit(ui, TP_WIDGET_LABEL, 0, (struct tp_rect){in.x, in.y, in.w, tp_px(app, ladder_height)},
             true, false, "");
  tp_guide_mark(app, TP_MARK_SPOT, TP_SPOT_CRISIS);
  tp_guide_see(app, TP_MARK_SPOT, TP_SPOT_CRISIS);
  show_ladder(app, tp_rect_cut_top(&in, tp_px(app, ladder_height)), crisis.step);
  tp_rect_cut_top(&in, tp_px(app, gap));
  guarantee_words(app, &crisis, words, sizeof words);
  tp_ui_label(ui, tp_rect_cut_top(&in, tp_px(app, line_height)), TP_TYPE_READ, TP_COLOUR_INK,
              TP_ALIGN_LEFT, words);
  tp_rect_cut_top(&in, tp_px(app, gap));
  if (!crisis.ours)
    tp_ui_paragraph(ui, in, TP_TYPE_READ, TP_COLOUR_MUTED, tp_word(TP_WORD_CRISIS_WATCH));
  for (int i = TP_HOLD_FIRM; crisis.ours && i <= TP_STEP_BACK; i++)
    tp_rect_cut_top(&in, show_move(app, in, (enum tp_crisis_move)i, &crisis));
  struct tp_rect button = tp_rect_cut_right(&foot, tp_px(app, button_width));
  bool close = tp_ui_button(ui, tp_ui_id("close crisis"), button, TP_BUTTON_PLAIN,
                            tp_word(crisis.ours ? TP_WORD_LATER : TP_WORD_CLOSE), NULL)
                   .clicked;
  if (close || tp_ui_key(ui, TP_KEY_ESCAPE))
    app->overlay = TP_OVERLAY_NONE;
}
