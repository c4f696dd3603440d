/* What the advisors say: a dialogue with all of it, and the first of it at the foot of the report.
 * A piece of counsel explains itself as a number does; what would help leads to where it is done.
 */
#include "desktop/screens.h"
#include "desktop/widgets/widgets.h"
#include "session/advice.h"

#include <math.h>
#include <stdio.h>

/* layout, in pixels at scale 1 */
static const float width = 680.0F, height = 640.0F, gap = 10.0F, button_height = 36.0F;
static const float button_width = 120.0F, name_height = 20.0F, row_height = 24.0F, indent = 14.0F;
static const float between = 16.0F, bar_width = 3.0F, label_height = 20.0F;

static float measure(struct tp_app *app, enum tp_type_role type, float w, const char *words) {
  return words[0] ? tp_ui_words_height(&app->ui, type, w, words) : 0.0F;
}

/* --- what would help ----------------------------------------------------------------------------
 */

static void open_action(struct tp_app *app, int action) {
  app->overlay = TP_OVERLAY_NONE;
  tp_card_open(app, action);
}

static void open_decision(struct tp_app *app, int event) {
  struct tp_decision decision;
  for (int i = 0; tp_session_decision(app->session, i, &decision); i++) {
    if (decision.event != event)
      continue;
    app->board.decision = i;
    app->overlay = TP_OVERLAY_DECISION;
  }
}

/* Goes to where the order is given. */
static void follow(struct tp_app *app, const struct tp_help *help) {
  switch ((enum tp_order_kind)help->order.kind) {
  case TP_ORDER_ACT:
    open_action(app, help->order.id);
    break;
  case TP_ORDER_ANSWER:
    open_decision(app, help->order.id);
    break;
  case TP_ORDER_MOVE:
    app->overlay = TP_OVERLAY_CRISIS;
    break;
  }
}

static void show_helps(struct tp_app *app, struct tp_rect *in, const struct tp_counsel *c,
                       uint32_t id) {
  char label[80];
  bool later = c->help_count > 0 && c->help[0].slot != TP_NONE;
  if (c->help_count)
    tp_ui_label(&app->ui, tp_rect_cut_top(in, tp_px(app, label_height)), TP_TYPE_NOTE_STRONG,
                TP_COLOUR_MUTED, TP_ALIGN_LEFT,
                later ? TP_PRINT(label, sizeof label, TP_WORD_HELPS_IN, TP_WHOLE(c->horizon))
                      : tp_word(TP_WORD_HELPS_NOW));
  for (int i = 0; i < c->help_count; i++) {
    char words[TP_WORDING_MAX];
    struct tp_rect line = tp_rect_cut_top(in, tp_px(app, row_height));
    tp_session_help_text(app->session, &c->help[i], words, sizeof words);
    if (tp_ui_row(&app->ui, tp_ui_id_of(id, 10U + (uint32_t)i), line, false, words, "\xe2\x86\x92",
                  TP_COLOUR_ACCENT)
            .clicked)
      follow(app, &c->help[i]);
  }
}

/* --- a piece of counsel -------------------------------------------------------------------------
 */

static void show_advisor(struct tp_app *app, struct tp_rect line, const struct tp_counsel *c) {
  char office[240];
  const struct tp_type strong = tp_face(app, TP_TYPE_BODY_STRONG);
  const char *name = tp_word(TP_WORD_COUNSEL);
  office[0] = '\0';
  if (c->advisor != TP_NONE) {
    const struct tp_advisor *advisor = &tp_app_rules(app)->guide->advisors[c->advisor];
    name = advisor->words.title;
    snprintf(office, sizeof office, "%s", advisor->office);
  }
  float taken = tp_text_width(app->fonts, strong, name) + tp_px(app, gap);
  tp_ui_label(&app->ui, line, TP_TYPE_BODY_STRONG, TP_COLOUR_ACCENT, TP_ALIGN_LEFT, name);
  tp_rect_cut_left(&line, taken);
  tp_ui_label(&app->ui, line, TP_TYPE_NOTE, TP_COLOUR_MUTED, TP_ALIGN_LEFT, office);
}

static const char *quoted(const struct tp_counsel *c, char text[TP_COUNSEL_TEXT]) {
  text[0] = '\0';
  if (c->line[0])
    TP_PRINT(text, TP_COUNSEL_TEXT, TP_WORD_QUOTED, c->line);
  return text;
}

static float height_of(struct tp_app *app, const struct tp_counsel *c, float w) {
  char quote[TP_COUNSEL_TEXT];
  return tp_px(app, name_height) + measure(app, TP_TYPE_QUOTE, w, quoted(c, quote)) +
         measure(app, TP_TYPE_BODY_MEDIUM, w, c->text) + measure(app, TP_TYPE_BODY, w, c->why);
}

/* What is said, as one widget that explains the variable it is about. */
static float show_said(struct tp_app *app, struct tp_rect rect, const struct tp_counsel *c,
                       uint32_t id) {
  char quote[TP_COUNSEL_TEXT];
  struct tp_ui *ui = &app->ui;
  float inside = rect.w - tp_px(app, indent + gap), high = height_of(app, c, inside);
  struct tp_rect row = {rect.x, rect.y, rect.w, high};
  struct tp_hit hit = tp_ui_emit(ui, TP_WIDGET_ROW, id, row, true, true, c->text);
  tp_app_explain(app, &hit, c->slot, tp_session_turn(app->session));
  if (hit.hovered)
    tp_draw_rect(app->draw, row, tp_ink(app, TP_COLOUR_HOVER));
  tp_draw_rect(app->draw, (struct tp_rect){row.x, row.y, tp_px(app, bar_width), row.h},
               tp_ink(app, TP_COLOUR_ACCENT));
  struct tp_rect in = {rect.x + tp_px(app, indent), rect.y, inside, high};
  show_advisor(app, tp_rect_cut_top(&in, tp_px(app, name_height)), c);
  if (quoted(c, quote)[0])
    tp_rect_cut_top(&in, tp_ui_paragraph(ui, in, TP_TYPE_QUOTE, TP_COLOUR_MUTED, quote));
  tp_rect_cut_top(&in, tp_ui_paragraph(ui, in, TP_TYPE_BODY_MEDIUM, TP_COLOUR_INK, c->text));
  if (c->why[0])
    tp_ui_paragraph(ui, in, TP_TYPE_BODY, TP_COLOUR_MUTED, c->why);
  if (hit.focused)
    tp_ui_focus_ring(ui, tp_rect_inset(row, tp_px(app, 2.0F), tp_px(app, 2.0F)));
  return high;
}

static float show_counsel(struct tp_app *app, struct tp_rect rect, const struct tp_counsel *c,
                          int index) {
  uint32_t id = tp_ui_id_of(tp_ui_id("counsel"), (uint32_t)index);
  struct tp_rect in = rect;
  tp_rect_cut_top(&in, show_said(app, in, c, id));
  tp_rect_cut_left(&in, tp_px(app, indent));
  show_helps(app, &in, c, id);
  tp_rect_cut_top(&in, tp_px(app, between));
  return in.y - rect.y;
}

/* --- the dialogue -------------------------------------------------------------------------------
 */

void tp_counsel_show(struct tp_app *app, struct tp_rect screen) {
  struct tp_ui *ui = &app->ui;
  struct tp_counsel list[TP_COUNSEL_MAX];
  int count = tp_session_counsel(app->session, list, TP_COUNSEL_MAX);
  uint32_t said = tp_ui_id("counsel list");
  struct tp_rect in =
      tp_dialogue_begin(app, screen, width, tp_dialogue_fitting(app, screen, height, said),
                        tp_app_rules(app)->words.title, tp_word(TP_WORD_COUNSEL));
  struct tp_rect foot = tp_rect_cut_bottom(&in, tp_px(app, button_height));
  tp_rect_cut_bottom(&in, tp_px(app, gap));
  tp_guide_see(app, TP_MARK_SPOT, TP_SPOT_COUNSEL);
  struct tp_rect place = tp_ui_scroll_begin(ui, said, in);
  float y = place.y;
  if (!count)
    y += tp_ui_paragraph(ui, place, TP_TYPE_READ, TP_COLOUR_INK, tp_word(TP_WORD_NO_COUNSEL));
  for (int i = 0; i < count; i++)
    y += show_counsel(app, (struct tp_rect){place.x, y, place.w, 1e6F}, &list[i], i);
  tp_ui_scroll_end(ui, y - place.y);
  tp_ui_emit(ui, TP_WIDGET_LABEL, 0, in, true, false, "");
  tp_guide_mark(app, TP_MARK_SPOT, TP_SPOT_COUNSEL);
  struct tp_rect button = tp_rect_cut_right(&foot, tp_px(app, button_width));
  if (tp_dialogue_closes(app, button, tp_ui_id("close counsel"), TP_WORD_CLOSE) ||
      tp_ui_key(ui, TP_KEY_COUNSEL)) {
    app->overlay = TP_OVERLAY_NONE;
    if (app->board.news_read)
      tp_board_next_matter(app);
    app->board.news_read = false;
  }
}

float tp_counsel_note(struct tp_app *app, struct tp_rect rect) {
  static const double look_again = 0.03;
  struct tp_counsel first;
  if (app->options.no_advisors)
    return 0.0F;
  if (!app->options.steady && !tp_session_counsel_is_ready(app->session)) {
    tp_ui_wake_at(&app->ui, app->ui.input.seconds + look_again);
    return 0.0F;
  }
  if (!tp_session_counsel(app->session, &first, 1))
    return 0.0F;
  float high = height_of(app, &first, rect.w - tp_px(app, indent + gap));
  struct tp_rect place = {rect.x, rect.y + rect.h - high, rect.w, high};
  uint32_t id = tp_ui_id("first counsel");
  show_said(app, place, &first, id);
  if (app->ui.clicked == id) {
    app->overlay = TP_OVERLAY_COUNSEL;
    app->board.news_read = true;
  }
  return high + tp_px(app, between);
}
