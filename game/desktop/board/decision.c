/* A decision: what happened, and the options with what is known of their effects. */
#include "desktop/board/outlook.h"
#include "desktop/screens.h"
#include "desktop/widgets/widgets.h"

#include <stdio.h>
#include <string.h>

/* layout, in pixels at scale 1 */
static const float width = 760.0F, gap = 10.0F, button_height = 36.0F;
static const float button_width = 120.0F, pad = 14.0F, title_height = 22.0F;
static const float frame_width = 56.0F, frame_height = 164.0F; /* round what is inside */

enum { effects_shown = 8 };

/* An amount stays on the line of what it is of. */
static void add_effect(char *text, size_t size, const char *effect) {
  size_t length = strlen(text);
  const char *amount = strrchr(effect, ' ');
  int words = (int)(amount ? (size_t)(amount - effect) : strlen(effect));
  snprintf(text + length, size - length, "%s%.*s%s%s", length ? "\xc2\xa0\xc2\xb7 " : "", words,
           effect, amount ? "\xc2\xa0" : "", amount ? amount + 1 : "");
}

/* "Europe: industry +4 · Energy price becomes 60 · may lead further" */
static void effects_of(const struct tp_rules *r, const struct tp_option *option, char *text,
                       size_t size) {
  text[0] = '\0';
  for (int i = 0; i < option->effects.count && i < effects_shown; i++) {
    char one[TP_WORDING_MAX];
    tp_wording_effect(r, &r->effects[option->effects.first + i], one, sizeof one);
    add_effect(text, size, one);
  }
  size_t length = strlen(text);
  if (option->crisis_challenger != TP_NONE || option->then != TP_NONE)
    snprintf(
        text + length, size - length, "%s%s", length ? "\xc2\xa0\xc2\xb7 " : "",
        tp_word(option->crisis_challenger != TP_NONE ? TP_WORD_OPENS_CRISIS : TP_WORD_LEADS_TO));
  if (!text[0])
    snprintf(text, size, "%s", tp_word(TP_WORD_NO_EFFECT));
}

static void answer(struct tp_app *app, int event, int choice) {
  struct tp_order order = {TP_ORDER_ANSWER, (int16_t)event, (int16_t)choice};
  tp_session_give(app->session, order);
  tp_board_next_matter(app);
}

/* How an option's card is laid out. */
struct option_look {
  char effects[700];
  const char *refusal;
  float text, note, outlook, height;
};

static struct option_look look_of(struct tp_app *app, float w, const struct tp_decision *decision,
                                  int index) {
  struct option_look look;
  const struct tp_option *option = &decision->options[index];
  float inside = w - tp_px(app, 2.0F * pad);
  effects_of(tp_app_rules(app), option, look.effects, sizeof look.effects);
  look.refusal = decision->open[index] ? NULL : tp_word(TP_WORD_OPTION_CLOSED);
  look.text = tp_ui_words_height(&app->ui, TP_TYPE_BODY, inside, option->words.text);
  look.note = tp_ui_words_height(&app->ui, TP_TYPE_NOTE, inside,
                                 look.refusal ? look.refusal : look.effects);
  look.outlook = look.refusal ? 0.0F : tp_outlook_draw(app, (struct tp_rect){0}, index, false);
  look.height = look.text + look.note + look.outlook + tp_px(app, 2.0F * pad + title_height) +
                (look.outlook > 0.0F ? tp_px(app, gap) : 0.0F);
  return look;
}

static float show_option(struct tp_app *app, struct tp_rect rect,
                         const struct tp_decision *decision, int index) {
  const struct tp_option *option = &decision->options[index];
  struct option_look look = look_of(app, rect.w, decision, index);
  char title[220];
  snprintf(title, sizeof title, "%d  %s", index + 1, option->words.title);
  struct tp_rect card = {rect.x, rect.y, rect.w, look.height};
  uint32_t id = tp_ui_id_of(tp_ui_id("option"), (uint32_t)index);
  struct tp_hit hit =
      tp_ui_card(&app->ui, id, card, decision->answer == index, option->words.title, look.refusal);
  tp_pages_about(app, &hit, tp_page_of(TP_PAGE_EVENT, decision->event));
  struct tp_rect in = tp_rect_inset(card, tp_px(app, pad), tp_px(app, pad - 2.0F));
  enum tp_colour_role ink = look.refusal ? TP_COLOUR_MUTED : TP_COLOUR_INK;
  tp_text_in(app->fonts, tp_face(app, TP_TYPE_SUBHEAD), tp_ink(app, ink),
             tp_rect_cut_top(&in, tp_px(app, title_height)), TP_ALIGN_LEFT, title);
  tp_text_paragraph(app->fonts, tp_face(app, TP_TYPE_BODY), tp_ink(app, ink), in.x, in.y, in.w, 0,
                    true, option->words.text);
  tp_rect_cut_top(&in, look.text);
  tp_text_paragraph(app->fonts, tp_face(app, TP_TYPE_NOTE), tp_ink(app, TP_COLOUR_MUTED), in.x,
                    in.y + tp_px(app, 2.0F), in.w, 0, true,
                    look.refusal ? look.refusal : look.effects);
  if (!look.refusal) {
    tp_outlook_ask(app, decision->event, index,
                   (struct tp_order){TP_ORDER_ANSWER, (int16_t)decision->event, (int16_t)index});
    tp_rect_cut_top(&in, look.note + tp_px(app, gap));
    tp_outlook_draw(app, in, index, true);
  }
  bool key = tp_ui_digit(&app->ui, index + 1);
  if (!look.refusal && (hit.clicked || key))
    answer(app, decision->event, index);
  return card.h + tp_px(app, gap);
}

/* The height of a dialogue that shows all of it, at scale 1. */
static float height_needed(struct tp_app *app, const struct tp_decision *decision) {
  const struct tp_event *event = &tp_app_rules(app)->events[decision->event];
  float w = tp_px(app, width - frame_width);
  float needed =
      tp_ui_words_height(&app->ui, TP_TYPE_READ, w, event->words.text) + tp_px(app, 2.0F * gap);
  needed += tp_outlook_note(app, (struct tp_rect){.w = w}, false);
  for (int i = 0; i < decision->option_count && i < TP_OPTIONS_MAX; i++)
    needed += look_of(app, w, decision, i).height + tp_px(app, gap);
  return needed / app->look.scale + frame_height;
}

void tp_decision_show(struct tp_app *app, struct tp_rect screen) {
  struct tp_ui *ui = &app->ui;
  struct tp_decision decision;
  if (!tp_session_decision(app->session, app->board.decision, &decision)) {
    app->overlay = TP_OVERLAY_NONE;
    return;
  }
  const struct tp_event *event = &tp_app_rules(app)->events[decision.event];
  struct tp_rect in = tp_dialogue_begin(app, screen, width, height_needed(app, &decision),
                                        tp_word(TP_WORD_DECISION), event->words.title);
  struct tp_rect foot = tp_rect_cut_bottom(&in, tp_px(app, button_height));
  tp_rect_cut_bottom(&in, tp_px(app, gap));
  uint32_t list = tp_ui_id_of(tp_ui_id("options"), (uint32_t)decision.event);
  struct tp_rect place = tp_ui_scroll_begin(ui, list, in);
  float y = place.y + tp_ui_paragraph(ui, place, TP_TYPE_READ, TP_COLOUR_INK, event->words.text) +
            tp_px(app, gap);
  y += tp_outlook_note(app, (struct tp_rect){place.x, y, place.w, 1e6F}, true) + tp_px(app, gap);
  for (int i = 0; i < decision.option_count && i < TP_OPTIONS_MAX; i++)
    y += show_option(app, (struct tp_rect){place.x, y, place.w, 1e6F}, &decision, i);
  tp_ui_scroll_end(ui, y - place.y);
  tp_ui_emit(ui, TP_WIDGET_LABEL, 0, in, true, false, "");
  tp_guide_mark(app, TP_MARK_EVENT, decision.event);
  tp_guide_see(app, TP_MARK_EVENT, decision.event);
  struct tp_rect button = tp_rect_cut_right(&foot, tp_px(app, button_width));
  tp_pages_link(app, foot, tp_page_of(TP_PAGE_EVENT, decision.event));
  bool later =
      tp_ui_button(ui, tp_ui_id("later"), button, TP_BUTTON_PLAIN, tp_word(TP_WORD_LATER), NULL)
          .clicked;
  if (later || tp_ui_key(ui, TP_KEY_ESCAPE))
    app->overlay = TP_OVERLAY_NONE;
}
