/* What dialogues share, and the small one that asks before a turn ends. */
#include "desktop/screens.h"
#include "desktop/widgets/widgets.h"

#include <math.h>
#include <stdio.h>

/* layout, in pixels at scale 1 */
static const float pad = 28.0F, over_height = 18.0F, title_height = 34.0F, margin = 24.0F;
static const float gap = 12.0F, button_height = 36.0F, button_width = 168.0F;
static const float confirm_width = 480.0F, confirm_height = 250.0F;
static const float tall_share = 0.82F;    /* of the window's height */
static const float frame_height = 158.0F; /* what stands round a list */

struct tp_rect tp_dialogue_begin(struct tp_app *app, struct tp_rect screen, float width,
                                 float height, const char *over, const char *title) {
  float w = fminf(tp_px(app, width), screen.w - tp_px(app, margin));
  float h = fminf(tp_px(app, height), screen.h - tp_px(app, margin));
  struct tp_rect box = {screen.x + floorf((screen.w - w) * 0.5F),
                        screen.y + floorf((screen.h - h) * 0.45F), w, h};
  tp_ui_panel(&app->ui, box, TP_COLOUR_PANEL);
  struct tp_rect in = tp_rect_inset(box, tp_px(app, pad), tp_px(app, pad - 4.0F));
  if (over && over[0])
    tp_ui_label(&app->ui, tp_rect_cut_top(&in, tp_px(app, over_height)), TP_TYPE_NOTE,
                TP_COLOUR_MUTED, TP_ALIGN_LEFT, over);
  tp_ui_label(&app->ui, tp_rect_cut_top(&in, tp_px(app, title_height)), TP_TYPE_TITLE,
              TP_COLOUR_INK, TP_ALIGN_LEFT, title);
  tp_rect_cut_top(&in, tp_px(app, gap * 0.5F));
  return in;
}

float tp_dialogue_tall(const struct tp_app *app, struct tp_rect screen, float least) {
  return fmaxf(least, screen.h * tall_share / app->look.scale);
}

float tp_dialogue_fitting(const struct tp_app *app, struct tp_rect screen, float usual,
                          uint32_t list) {
  float tall = tp_dialogue_tall(app, screen, usual), content = tp_ui_scroll_content(&app->ui, list);
  return content > 0.0F ? fminf(content / app->look.scale + frame_height, tall) : usual;
}

bool tp_dialogue_closes(struct tp_app *app, struct tp_rect button, uint32_t id, enum tp_word word) {
  struct tp_ui *ui = &app->ui;
  bool clicked = tp_ui_button(ui, id, button, TP_BUTTON_PRIMARY, tp_word(word), NULL).clicked;
  return clicked || tp_ui_key(ui, TP_KEY_ESCAPE) || tp_ui_key(ui, TP_KEY_ENTER) ||
         tp_ui_key(ui, TP_KEY_SPACE);
}

/* --- asking before the turn ends --- */

static void reason_to_ask(const struct tp_app *app, char *text, size_t size) {
  struct tp_decision decision;
  struct tp_crisis_state crisis;
  int index;
  tp_session_crisis(app->session, &crisis);
  if (tp_board_undecided(app, &index) && tp_session_decision(app->session, index, &decision))
    TP_PRINT(text, size, TP_WORD_CONFIRM_DECISION,
             tp_app_rules(app)->events[decision.event].words.title);
  else
    snprintf(text, size, "%s",
             tp_word(crisis.on && crisis.ours && !tp_board_move_chosen(app)
                         ? TP_WORD_CONFIRM_CRISIS
                         : TP_WORD_CONFIRM_UNSPENT));
}

void tp_confirm_show(struct tp_app *app, struct tp_rect screen) {
  char words[400];
  struct tp_ui *ui = &app->ui;
  struct tp_rect in =
      tp_dialogue_begin(app, screen, confirm_width, confirm_height, "", tp_word(TP_WORD_CONFIRM));
  reason_to_ask(app, words, sizeof words);
  struct tp_rect foot = tp_rect_cut_bottom(&in, tp_px(app, button_height));
  tp_ui_paragraph(ui, in, TP_TYPE_READ, TP_COLOUR_INK, words);
  struct tp_rect button = tp_rect_cut_right(&foot, tp_px(app, button_width));
  tp_rect_cut_right(&foot, tp_px(app, gap));
  bool yes = tp_ui_button(ui, tp_ui_id("end anyway"), button, TP_BUTTON_PRIMARY,
                          tp_word(TP_WORD_CONFIRM_YES), NULL)
                 .clicked;
  button = tp_rect_cut_right(&foot, tp_px(app, button_width));
  bool no = tp_ui_button(ui, tp_ui_id("go back"), button, TP_BUTTON_PLAIN,
                         tp_word(TP_WORD_CONFIRM_NO), NULL)
                .clicked;
  no |= tp_ui_key(ui, TP_KEY_ESCAPE);
  yes |= !no && (tp_ui_key(ui, TP_KEY_ENTER) || tp_ui_key(ui, TP_KEY_SPACE));
  if (no) {
    app->overlay = TP_OVERLAY_NONE;
    tp_board_next_matter(app);
  } else if (yes) {
    app->overlay = TP_OVERLAY_NONE;
    tp_board_end_turn(app, true);
  }
}
