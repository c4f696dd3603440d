#include "desktop/board/guide.h"

#include "desktop/screens.h"
#include "desktop/widgets/widgets.h"
#include "session/advice.h"

#include <math.h>
#include <stdio.h>

/* layout, in pixels at scale 1 */
static const float pad = 14.0F, gap = 8.0F, title_gap = 4.0F, label_height = 16.0F;
static const float button_height = 26.0F, button_width = 64.0F, button_pad = 20.0F;
static const float ring_gap = 4.0F, visible_least = 40.0F;

enum { hints_most = 16, fresh_frames = 6 };

/* --- which hint, and what it points at ---------------------------------------------------------
 */

static struct tp_mark mark_of(int kind, int which) {
  return (struct tp_mark){(int16_t)kind, (int16_t)which};
}

static bool same(struct tp_mark a, struct tp_mark b) {
  return a.kind == b.kind && a.which == b.which;
}

/* Is it something in this dialogue? */
static bool is_in(const struct tp_app *app, enum tp_overlay overlay, struct tp_mark mark) {
  struct tp_decision decision;
  switch (overlay) {
  case TP_OVERLAY_REPORT:
    return same(mark, mark_of(TP_MARK_SPOT, TP_SPOT_REPORT));
  case TP_OVERLAY_GOALS:
    return same(mark, mark_of(TP_MARK_SPOT, TP_SPOT_GOALS));
  case TP_OVERLAY_COUNSEL:
    return same(mark, mark_of(TP_MARK_SPOT, TP_SPOT_COUNSEL));
  case TP_OVERLAY_CRISIS:
    return same(mark, mark_of(TP_MARK_SPOT, TP_SPOT_CRISIS));
  case TP_OVERLAY_DECISION:
    return mark.kind == TP_MARK_EVENT &&
           tp_session_decision(app->session, app->board.decision, &decision) &&
           decision.event == mark.which;
  default:
    return overlay == TP_OVERLAY_NONE;
  }
}

static int hint_for(struct tp_app *app) {
  int hints[hints_most], count = tp_session_hints(app->session, hints, hints_most);
  for (int i = 0; i < count; i++)
    if (is_in(app, app->overlay, tp_app_rules(app)->guide->hints[hints[i]].at))
      return hints[i];
  return TP_NONE;
}

static void add(struct tp_guide_view *view, int kind, int which) {
  if (view->chain_count < TP_GUIDE_CHAIN && which != TP_NONE)
    view->chain[view->chain_count++] = mark_of(kind, which);
}

/* An actor's dossier leads to a page of it; its node on the map leads to the dossier. */
static void add_way_to_page(struct tp_app *app, int actor, int page) {
  struct tp_guide_view *view = &app->guide;
  if (app->board.dossier && app->board.tie == TP_NONE && app->board.actor == actor)
    add(view, TP_GUIDE_PAGE, page);
  add(view, TP_MARK_ACTOR, actor);
}

static void add_way_to_action(struct tp_app *app, int action) {
  add(&app->guide, TP_MARK_ACTION, action);
  if (app->board.theme != tp_app_rules(app)->actions[action].theme)
    add(&app->guide, TP_GUIDE_THEME, tp_app_rules(app)->actions[action].theme);
  add(&app->guide, TP_GUIDE_CARDS, 0);
}

/* Of a tie's ends the one that is looked at, else the one that is no member. */
static int end_of(const struct tp_app *app, int tie) {
  const struct tp_tie *t = &tp_app_rules(app)->ties[tie];
  if (app->board.actor == t->a || app->board.actor == t->b)
    return app->board.actor;
  return tp_app_rules(app)->actors[t->a].kind == TP_KIND_MEMBER ? t->b : t->a;
}

static void add_way_to_value(struct tp_app *app, int slot) {
  const struct tp_rules *r = tp_app_rules(app);
  struct tp_slot s = r->slots[slot];
  if (s.scope == TP_ON_ACTOR)
    add_way_to_page(app, s.subject, TP_DOSSIER_VALUES);
  else if (s.scope == TP_ON_CLAIM)
    add_way_to_page(app, r->claims[s.subject].holder, TP_DOSSIER_STORY);
  else if (s.scope == TP_ON_TIE)
    add_way_to_page(app, end_of(app, s.subject), TP_DOSSIER_TIES);
}

static void find_chain(struct tp_app *app, struct tp_mark mark) {
  struct tp_guide_view *view = &app->guide;
  view->chain_count = 0;
  if (mark.kind != TP_MARK_NONE)
    add(view, mark.kind, mark.which);
  switch ((enum tp_mark_kind)mark.kind) {
  case TP_MARK_WHY:
    add_way_to_value(app, mark.which);
    break;
  case TP_MARK_CLAIM:
    add_way_to_page(app, tp_app_rules(app)->claims[mark.which].holder, TP_DOSSIER_STORY);
    break;
  case TP_MARK_TIE:
    add_way_to_page(app, end_of(app, mark.which), TP_DOSSIER_TIES);
    break;
  case TP_MARK_ACTION:
  case TP_MARK_VOTE:
  case TP_MARK_FORECAST:
    add_way_to_action(app, mark.which);
    break;
  default:
    break;
  }
}

void tp_guide_begin(struct tp_app *app) {
  struct tp_guide_view *view = &app->guide;
  int was = view->hint;
  bool left =
      was != TP_NONE && view->overlay != TP_OVERLAY_NONE && view->overlay != (int)app->overlay;
  if (left && app->session && !tp_session_hint_wants(app->session, was))
    tp_session_hint_pass(app->session, was); /* the dialogue that it explained was closed */
  *view = (struct tp_guide_view){.hint = TP_NONE,
                                 .found = TP_NONE,
                                 .overlay = (int)app->overlay,
                                 .place = view->place,
                                 .theme = view->theme,
                                 .fresh = view->fresh};
  if (!app->session || app->options.no_hints || app->screen != TP_SCREEN_BOARD)
    return;
  view->hint = hint_for(app);
  if (view->hint == TP_NONE)
    return;
  find_chain(app, tp_app_rules(app)->guide->hints[view->hint].at);
  bool news = view->hint != was || view->theme != app->board.theme;
  view->fresh = news ? fresh_frames : view->fresh > 0 ? view->fresh - 1 : 0;
  view->theme = app->board.theme;
}

/* --- where it stands ---------------------------------------------------------------------------
 */

static void take(struct tp_app *app, int kind, int which, const struct tp_ui_item *item) {
  struct tp_guide_view *view = &app->guide;
  int before = view->found == TP_NONE ? view->chain_count : view->found;
  int top = view->overlay == TP_OVERLAY_NONE ? 0 : 1; /* what lies under a dialogue is not meant */
  bool visible = item->layer == top && item->seen.w > 1.0F &&
                 item->seen.h >= fminf(item->rect.h * 0.6F, tp_px(app, visible_least));
  for (int i = 0; i < before; i++) {
    if (view->chain[i].kind != kind || view->chain[i].which != which)
      continue;
    if (!visible && view->fresh > 0 && item->layer == top)
      tp_ui_reveal(&app->ui, item->rect);
    if (!visible)
      continue;
    view->found = i;
    view->target = item->seen;
    return;
  }
}

/* A means is made of three: what is marked again grows the target. */
static bool grows(const struct tp_guide_view *view, int kind, int which) {
  return view->found == 0 && kind == TP_MARK_SPOT && which == TP_SPOT_MEANS &&
         same(view->chain[0], mark_of(kind, which));
}

static struct tp_rect join(struct tp_rect a, struct tp_rect b) {
  float x = fminf(a.x, b.x), y = fminf(a.y, b.y);
  return (struct tp_rect){x, y, fmaxf(a.x + a.w, b.x + b.w) - x, fmaxf(a.y + a.h, b.y + b.h) - y};
}

void tp_guide_mark(struct tp_app *app, int kind, int which) {
  const struct tp_ui_item *item = tp_ui_last(&app->ui);
  if (app->guide.hint == TP_NONE)
    return;
  if (grows(&app->guide, kind, which))
    app->guide.target = join(app->guide.target, item->seen);
  else
    take(app, kind, which, item);
}

void tp_guide_mark_id(struct tp_app *app, int kind, int which, uint32_t id) {
  const struct tp_ui *ui = &app->ui;
  for (int i = ui->item_counts[ui->current] - 1; app->guide.hint != TP_NONE && i >= 0; i--) {
    if (ui->items[ui->current][i].id != id)
      continue;
    take(app, kind, which, &ui->items[ui->current][i]);
    return;
  }
}

void tp_guide_see(struct tp_app *app, enum tp_mark_kind kind, int which) {
  if (app->session)
    tp_session_see(app->session, mark_of((int)kind, which));
}

/* --- what it says ------------------------------------------------------------------------------
 */

/* How to get at what is pointed at when it is not on the screen itself. */
static bool say_way(const struct tp_app *app, char *text, size_t size) {
  const struct tp_guide_view *view = &app->guide;
  const struct tp_rules *r = tp_app_rules(app);
  static const enum tp_word pages[TP_DOSSIER_PAGES] = {TP_WORD_TAB_VALUES, TP_WORD_TAB_STORY,
                                                       TP_WORD_TAB_TIES};
  struct tp_mark mark = view->chain[view->found];
  char key[60], other[60];
  if (mark.kind == TP_GUIDE_THEME)
    TP_PRINT(text, size, TP_WORD_HOW_THEME, tp_wording_theme((enum tp_theme)mark.which),
             TP_WHOLE(mark.which + 1));
  else if (mark.kind == TP_GUIDE_PAGE)
    TP_PRINT(text, size, TP_WORD_HOW_PAGE, tp_word(pages[mark.which]));
  else if (mark.kind == TP_GUIDE_CARDS)
    snprintf(text, size, "%s", tp_word(TP_WORD_HOW_SCROLL));
  else if (mark.kind == TP_MARK_ACTOR)
    TP_PRINT(text, size, TP_WORD_HOW_ACTOR, r->actors[mark.which].words.title,
             tp_app_key(app, TP_COMMAND_TAB, key), tp_app_key(app, TP_COMMAND_ENTER, other));
  else if (mark.kind == TP_MARK_ACTION)
    snprintf(text, size, "%s", tp_word(TP_WORD_HOW_CARD));
  else
    return false;
  return true;
}

/* How a thing is got before the player's eyes, and the command that does it, if one does. */
struct way {
  enum tp_word words;
  enum tp_command command;
};

static struct way how_to_see(struct tp_mark mark) {
  static const struct way spots[TP_SPOT_COUNT] = {
      [TP_SPOT_MAP] = {TP_WORD_HOW_CLICK, TP_COMMAND_TAB},
      [TP_SPOT_MODES] = {TP_WORD_HOW_MODES, TP_COMMAND_MODE},
      [TP_SPOT_MEANS] = {TP_WORD_HOW_WHY, TP_COMMAND_TAB},
      [TP_SPOT_GOALS] = {TP_WORD_HOW_PRESS, TP_COMMAND_GOALS},
      [TP_SPOT_REPORT] = {TP_WORD_HOW_PRESS, TP_COMMAND_REPORT},
      [TP_SPOT_COUNSEL] = {TP_WORD_HOW_PRESS, TP_COMMAND_COUNSEL},
      [TP_SPOT_CRISIS] = {TP_WORD_HOW_CLICK, TP_COMMAND_TAB},
      [TP_SPOT_END_TURN] = {TP_WORD_HOW_END, TP_COMMAND_SPACE},
  };
  if (mark.kind == TP_MARK_SPOT)
    return spots[mark.which];
  if (mark.kind == TP_MARK_WHY || mark.kind == TP_MARK_GAUGE)
    return (struct way){TP_WORD_HOW_WHY, TP_COMMAND_TAB};
  bool card = mark.kind == TP_MARK_ACTION || mark.kind == TP_MARK_VOTE;
  return (struct way){card ? TP_WORD_HOW_CARD : TP_WORD_HOW_CLICK, TP_COMMAND_TAB};
}

static void say_how_to_see(const struct tp_app *app, struct tp_mark mark, char *text, size_t size) {
  struct way way = how_to_see(mark);
  char key[60], accept[60];
  TP_PRINT(text, size, way.words, tp_app_key(app, way.command, key),
           tp_app_key(app, TP_COMMAND_ENTER, accept));
}

/* What is to be done for the hint, in the window's own terms; "" when it is only to be read. */
static void say_how(const struct tp_app *app, const struct tp_sign *wanted, char *text,
                    size_t size) {
  char key[60];
  text[0] = '\0';
  if (app->guide.found > 0 && say_way(app, text, size))
    return;
  if (!wanted)
    return;
  switch ((enum tp_sign_kind)wanted->kind) {
  case TP_SIGN_SEEN:
    say_how_to_see(app, wanted->mark, text, size);
    break;
  case TP_SIGN_ORDERED:
  case TP_SIGN_UNDER_WAY:
    TP_PRINT(text, size, TP_WORD_HOW_ORDER, tp_app_key(app, TP_COMMAND_ENTER, key));
    break;
  case TP_SIGN_ANSWERED:
    snprintf(text, size, "%s", tp_word(TP_WORD_HOW_ANSWER));
    break;
  default:
    TP_PRINT(text, size, TP_WORD_HOW_END, tp_app_key(app, TP_COMMAND_SPACE, key));
    break;
  }
}

/* --- the card -----------------------------------------------------------------------------------
 */

struct note {
  const struct tp_hint *hint;
  char how[200];
  float title, text, extra, height; /* of the parts */
  bool to_read;                     /* it goes by being read */
};

static struct note make_note(struct tp_app *app, float w) {
  struct note note = {.hint = &tp_app_rules(app)->guide->hints[app->guide.hint]};
  const struct tp_sign *wanted = tp_session_hint_wants(app->session, app->guide.hint);
  float inside = w - tp_px(app, 2.0F * pad);
  say_how(app, wanted, note.how, sizeof note.how);
  note.to_read = !wanted;
  note.title = tp_ui_words_height(&app->ui, TP_TYPE_SUBHEAD, inside, note.hint->words.title);
  note.text = tp_ui_words_height(&app->ui, TP_TYPE_BODY, inside, note.hint->words.text);
  note.extra = note.how[0] ? tp_ui_words_height(&app->ui, TP_TYPE_NOTE_STRONG, inside, note.how) +
                                 tp_px(app, gap)
                           : 0.0F;
  note.height = tp_px(app, 2.0F * pad + label_height + title_gap + gap + button_height) +
                note.title + note.text + note.extra;
  return note;
}

static void draw_pointer(struct tp_app *app) {
  struct tp_colour ink = tp_ink(app, TP_COLOUR_ACCENT);
  float space = tp_px(app, ring_gap);
  struct tp_rect ring = tp_rect_inset(app->guide.target, -space, -space);
  const struct tp_point *path = app->guide.place.path;
  tp_draw_frame(app->draw, ring, (int)tp_px(app, 2.0F), ink);
  tp_draw_line(app->draw, path, TP_GUIDE_PATH, tp_px(app, 1.5F), TP_LINE_SOLID, ink);
  tp_draw_circle(app->draw, path[TP_GUIDE_PATH - 1].x, path[TP_GUIDE_PATH - 1].y, tp_px(app, 3.0F),
                 ink);
}

static float width_of_button(struct tp_app *app, const char *words) {
  float text = tp_text_width(app->fonts, tp_face(app, TP_TYPE_BODY_STRONG), words);
  return fmaxf(ceilf(text) + tp_px(app, button_pad), tp_px(app, button_width));
}

static void show_buttons(struct tp_app *app, struct tp_rect foot, const struct note *note) {
  struct tp_ui *ui = &app->ui;
  const char *passes = tp_word(note->to_read ? TP_WORD_HINT_NEXT : TP_WORD_HINT_SKIP);
  struct tp_rect next = tp_rect_cut_right(&foot, width_of_button(app, passes));
  struct tp_rect off = tp_rect_cut_left(&foot, width_of_button(app, tp_word(TP_WORD_HINTS_OFF)));
  bool pass = tp_ui_button(ui, tp_ui_id("hint next"), next,
                           note->to_read ? TP_BUTTON_PRIMARY : TP_BUTTON_PLAIN, passes, NULL)
                  .clicked;
  pass |= tp_ui_key(ui, TP_KEY_HINT);
  pass |= note->to_read && app->overlay == TP_OVERLAY_NONE && tp_ui_key(ui, TP_KEY_ENTER);
  if (pass)
    tp_session_hint_pass(app->session, app->guide.hint);
  if (tp_ui_button(ui, tp_ui_id("hints off"), off, TP_BUTTON_QUIET, tp_word(TP_WORD_HINTS_OFF),
                   NULL)
          .clicked) {
    app->options.no_hints = true;
    app->settings->hints = 0;
    tp_app_keep_settings(app);
    tp_app_tell(app, tp_word(TP_WORD_HINTS_ARE_OFF));
  }
}

static void show_card(struct tp_app *app, struct tp_rect card, const struct note *note) {
  struct tp_ui *ui = &app->ui;
  tp_ui_emit(ui, TP_WIDGET_PANEL, 0, card, true, false, "");
  tp_draw_rect(app->draw, card, tp_ink(app, TP_COLOUR_CARD));
  tp_draw_frame(app->draw, card, (int)tp_px(app, 1.0F), tp_ink(app, TP_COLOUR_ACCENT));
  tp_draw_rect(app->draw, (struct tp_rect){card.x, card.y, tp_px(app, 4.0F), card.h},
               tp_ink(app, TP_COLOUR_ACCENT));
  struct tp_rect in = tp_rect_inset(card, tp_px(app, pad), tp_px(app, pad));
  tp_ui_label(ui, tp_rect_cut_top(&in, tp_px(app, label_height)), TP_TYPE_LABEL, TP_COLOUR_ACCENT,
              TP_ALIGN_LEFT, tp_word(TP_WORD_HINT));
  tp_rect_cut_top(&in,
                  tp_ui_paragraph(ui, in, TP_TYPE_SUBHEAD, TP_COLOUR_INK, note->hint->words.title) +
                      tp_px(app, title_gap));
  tp_rect_cut_top(&in,
                  tp_ui_paragraph(ui, in, TP_TYPE_BODY, TP_COLOUR_INK, note->hint->words.text));
  if (note->how[0]) {
    tp_rect_cut_top(&in, tp_px(app, gap));
    tp_ui_paragraph(ui, in, TP_TYPE_NOTE_STRONG, TP_COLOUR_MUTED, note->how);
  }
  show_buttons(app, tp_rect_cut_bottom(&in, tp_px(app, button_height)), note);
}

/* Without a target in the middle of the map; while a target is not on the screen, not at all. */
void tp_guide_show(struct tp_app *app, struct tp_rect screen) {
  struct tp_guide_view *view = &app->guide;
  if (view->hint == TP_NONE || (int)app->overlay != view->overlay ||
      (view->chain_count && view->found == TP_NONE))
    return;
  float w = tp_guide_width(app, screen);
  struct note note = make_note(app, w);
  view->card = (struct tp_rect){screen.x + floorf((screen.w - w) * 0.36F),
                                screen.y + floorf((screen.h - note.height) * 0.4F), w, note.height};
  tp_draw_raise(app->draw);
  if (view->chain_count) {
    tp_guide_place(app, screen, view->target, w, note.height, &view->place);
    view->card = view->place.card;
    draw_pointer(app);
  }
  show_card(app, view->card, &note);
  tp_draw_lower(app->draw);
}
