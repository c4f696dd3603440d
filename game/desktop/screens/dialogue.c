/* What dialogues share, and the small ones that ask before something is done for nothing. */
#include "desktop/screens.h"
#include "desktop/widgets/widgets.h"

#include <math.h>
#include <stdio.h>

/* layout, in pixels at scale 1 */
static const float pad = 28.0F, over_height = 18.0F, title_height = 34.0F, margin = 24.0F;
static const float gap = 12.0F, button_height = 36.0F, button_width = 168.0F;
static const float ask_width = 480.0F, ask_height = 250.0F, ask_frame = 150.0F;
static const float tall_share = 0.82F;    /* of the window's height */
static const float tallest = 960.0F;      /* no further to read down than this */
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
  return fmaxf(least, fminf(screen.h * tall_share / app->look.scale, tallest));
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

/* --- small questions --- */

enum answer { UNANSWERED, YES, NO };

struct question {
  const char *head, *text, *yes, *no;
  enum answer usual; /* what Enter and Space say, and the button at the right */
};

static bool put_button(struct tp_app *app, struct tp_rect button, const struct question *q,
                       enum answer answer) {
  return tp_ui_button(&app->ui, tp_ui_id(answer == YES ? "anyway" : "go back"), button,
                      answer == q->usual ? TP_BUTTON_PRIMARY : TP_BUTTON_PLAIN,
                      answer == YES ? q->yes : q->no, NULL)
      .clicked;
}

static enum answer ask(struct tp_app *app, struct tp_rect screen, const struct question *q) {
  struct tp_ui *ui = &app->ui;
  float words = tp_ui_words_height(ui, TP_TYPE_READ, tp_px(app, ask_width - 2.0F * pad), q->text);
  struct tp_rect in = tp_dialogue_begin(
      app, screen, ask_width, fmaxf(ask_height, words / app->look.scale + ask_frame), "", q->head);
  struct tp_rect foot = tp_rect_cut_bottom(&in, tp_px(app, button_height));
  struct tp_rect right = tp_rect_cut_right(&foot, tp_px(app, button_width));
  tp_rect_cut_right(&foot, tp_px(app, gap));
  struct tp_rect left = tp_rect_cut_right(&foot, tp_px(app, button_width));
  enum answer other = q->usual == YES ? NO : YES;
  tp_ui_paragraph(ui, in, TP_TYPE_READ, TP_COLOUR_INK, q->text);
  if (put_button(app, left, q, other))
    return other;
  if (put_button(app, right, q, q->usual))
    return q->usual;
  if (tp_ui_key(ui, TP_KEY_ESCAPE))
    return NO;
  return tp_ui_key(ui, TP_KEY_ENTER) || tp_ui_key(ui, TP_KEY_SPACE) ? q->usual : UNANSWERED;
}

/* --- asking before the turn ends --- */

static void reason_to_ask(const struct tp_app *app, char *text, size_t size) {
  const struct tp_rules *r = tp_app_rules(app);
  struct tp_decision decision;
  struct tp_crisis_state crisis;
  char refused[TP_WORDING_MAX];
  int index;
  tp_session_crisis(app->session, &crisis);
  if (tp_board_undecided(app, &index) && tp_session_decision(app->session, index, &decision)) {
    TP_PRINT(text, size, TP_WORD_CONFIRM_DECISION, r->events[decision.event].words.title);
  } else if (crisis.on && crisis.ours && !tp_board_move_chosen(app)) {
    snprintf(text, size, "%s", tp_word(TP_WORD_CONFIRM_CRISIS));
  } else if (tp_board_doomed(app, &index)) {
    tp_wording_refused(r, index, refused, sizeof refused);
    TP_PRINT(text, size, TP_WORD_CONFIRM_DOOMED, r->actions[index].words.title, refused);
  } else {
    snprintf(text, size, "%s", tp_word(TP_WORD_CONFIRM_UNSPENT));
  }
}

void tp_confirm_show(struct tp_app *app, struct tp_rect screen) {
  char words[2 * TP_WORDING_MAX];
  reason_to_ask(app, words, sizeof words);
  struct question question = {tp_word(TP_WORD_CONFIRM), words, tp_word(TP_WORD_CONFIRM_YES),
                              tp_word(TP_WORD_CONFIRM_NO), YES};
  enum answer answer = ask(app, screen, &question);
  if (answer == UNANSWERED)
    return;
  app->overlay = TP_OVERLAY_NONE;
  if (answer == YES)
    tp_board_end_turn(app, true);
  else
    tp_board_next_matter(app);
}

/* --- asking before capital is spent on a vote that is lost --- */

void tp_doomed_show(struct tp_app *app, struct tp_rect screen) {
  const struct tp_rules *r = tp_app_rules(app);
  int action = app->board.doomed;
  struct tp_ballot ballot;
  char vote[TP_WORDING_MAX], refused[TP_WORDING_MAX], words[3 * TP_WORDING_MAX];
  tp_session_poll(app->session, action, &ballot);
  tp_wording_ballot(r, action, &ballot, vote, sizeof vote);
  tp_wording_refused(r, action, refused, sizeof refused);
  TP_PRINT(words, sizeof words, TP_WORD_DOOMED_TEXT, r->actions[action].words.title, vote, refused);
  struct question question = {tp_word(TP_WORD_DOOMED), words, tp_word(TP_WORD_DOOMED_YES),
                              tp_word(TP_WORD_DOOMED_NO), NO};
  enum answer answer = ask(app, screen, &question);
  if (answer == UNANSWERED)
    return;
  app->overlay = TP_OVERLAY_NONE;
  if (answer == YES && tp_session_act(app->session, action).refusal == TP_ALLOWED)
    tp_set_put(&app->board.knowing, action, 1);
}
