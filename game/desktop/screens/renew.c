/* A save whose scenario or mods are not what they were, or a game that other mods are proposed for:
 * what differs, and the two ways to go on. A save that is damaged can only go the second way, and
 * has gone it when it is shown here. */
#include "desktop/screens.h"
#include "desktop/widgets/widgets.h"

/* layout, in pixels at scale 1 */
static const float width = 720.0F, height = 520.0F, gap = 12.0F, line_gap = 4.0F;
static const float button_height = 36.0F, button_width = 200.0F;

static void show_list(struct tp_app *app, struct tp_rect rect) {
  struct tp_ui *ui = &app->ui;
  const struct tp_differences *list = tp_session_differences(app->session);
  struct tp_rect place = tp_ui_scroll_begin(ui, tp_ui_id("differences"), rect);
  float y = place.y;
  for (int i = 0; i < list->count; i++) {
    char words[TP_WORDING_MAX];
    bool lost = tp_difference_loses(list->list[i].kind);
    tp_wording_difference(tp_app_rules(app), &list->list[i], words, sizeof words);
    y += tp_ui_paragraph(ui, (struct tp_rect){place.x, y, place.w, 1e6F}, TP_TYPE_BODY,
                         lost ? TP_COLOUR_INK : TP_COLOUR_MUTED, words) +
         tp_px(app, line_gap);
  }
  tp_ui_scroll_end(ui, y - place.y);
}

static void go_over(struct tp_app *app, bool may) {
  if (may)
    tp_app_renew(app);
  else
    tp_app_go_on(app);
}

static void stay(struct tp_app *app, bool may) {
  if (app->mods_view.proposes)
    app->overlay = TP_OVERLAY_MODS;
  else if (may)
    tp_app_go_on(app);
  else
    tp_app_leave(app);
}

/* What is asked, in words. */
struct asked {
  enum tp_word head, text, no, yes;
};

static struct asked asked_of(const struct tp_app *app, bool may) {
  if (app->mods_view.proposes)
    return (struct asked){TP_WORD_PROPOSED_HEAD,
                          tp_app_is_unplayed(app)   ? TP_WORD_PROPOSED_TEXT_UNPLAYED
                          : app->settings->autosave ? TP_WORD_PROPOSED_TEXT
                                                    : TP_WORD_PROPOSED_TEXT_UNSAVED,
                          TP_WORD_PROPOSED_NOT, TP_WORD_PROPOSED_YES};
  if (may)
    return (struct asked){TP_WORD_RENEW_HEAD, TP_WORD_RENEW_TEXT, TP_WORD_RENEW_NOT,
                          TP_WORD_RENEW_YES};
  return (struct asked){TP_WORD_RESCUED_HEAD, TP_WORD_RESCUED_TEXT, TP_WORD_RESCUED_BACK,
                        TP_WORD_RESCUED_ON};
}

void tp_renew_show(struct tp_app *app, struct tp_rect screen) {
  struct tp_ui *ui = &app->ui;
  bool may = tp_session_may_renew(app->session);
  struct asked asked = asked_of(app, may);
  struct tp_rect in = tp_dialogue_begin(app, screen, width, height, tp_app_rules(app)->words.title,
                                        tp_word(asked.head));
  struct tp_rect foot = tp_rect_cut_bottom(&in, tp_px(app, button_height));
  tp_rect_cut_bottom(&in, tp_px(app, gap));
  float taken = tp_ui_paragraph(ui, in, TP_TYPE_READ, TP_COLOUR_INK, tp_word(asked.text));
  tp_rect_cut_top(&in, taken + tp_px(app, gap));
  show_list(app, in);
  struct tp_rect right = tp_rect_cut_right(&foot, tp_px(app, button_width));
  tp_rect_cut_right(&foot, tp_px(app, gap));
  struct tp_rect left = tp_rect_cut_right(&foot, tp_px(app, button_width));
  bool no = tp_ui_button(ui, tp_ui_id("as saved"), left, may ? TP_BUTTON_PRIMARY : TP_BUTTON_PLAIN,
                         tp_word(asked.no), NULL)
                .clicked;
  bool yes = tp_ui_button(ui, tp_ui_id("with the new data"), right,
                          may ? TP_BUTTON_PLAIN : TP_BUTTON_PRIMARY, tp_word(asked.yes), NULL)
                 .clicked;
  no |= !yes && tp_ui_key(ui, TP_KEY_ESCAPE);
  if (no)
    stay(app, may);
  else if (yes)
    go_over(app, may);
}
