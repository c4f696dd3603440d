/*
 * An action's card. Closed: title, cost, how the council stands. Open: what it is, who is for and
 * against it, and how the chosen gauge may go with and without it.
 *
 * The one that has the keyboard is open, as is one that was clicked. Its button orders it or takes
 * it back, and so does Enter; a click elsewhere on it does not, for cards move as others open, and
 * one meant for the next card would order this.
 */
#include "desktop/board/card_forecast.h"
#include "desktop/screens.h"
#include "desktop/widgets/widgets.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* layout, in pixels at scale 1 */
static const float side = 12.0F, top = 10.0F, gap = 8.0F, small_gap = 4.0F;
static const float title_height = 20.0F, mark_width = 20.0F, state_width = 56.0F,
                   line_height = 16.0F;
static const float box_width = 16.0F, box_height = 8.0F, box_step = 19.0F, box_line = 14.0F;
static const float button_width = 96.0F, button_height = 28.0F;

enum { fresh_frames = 3 };

/* --- words --- */

static void add(char *text, size_t size, const char *more) {
  size_t length = strlen(text);
  snprintf(text + length, size - length, "%s%s", length ? " \xc2\xb7 " : "", more);
}

static void cost_of(const struct tp_action *a, char *text, size_t size) {
  char part[60];
  text[0] = '\0';
  if (a->budget > 0.0)
    add(text, size, TP_PRINT(part, sizeof part, TP_WORD_COST_BUDGET, TP_FIGURE(a->budget)));
  if (a->capital > 0.0)
    add(text, size, TP_PRINT(part, sizeof part, TP_WORD_COST_CAPITAL, TP_FIGURE(a->capital)));
  if (!text[0])
    add(text, size, tp_word(TP_WORD_COST_FREE));
  if (a->turns > 0)
    add(text, size, TP_PRINT(part, sizeof part, TP_WORD_COST_TURNS, TP_WHOLE(a->turns)));
}

/* --- the vote --- */

struct vote {
  struct tp_ballot ballot;
  int stances[3]; /* against, unsure, for */
};

static void take_poll(const struct tp_app *app, int action, struct vote *vote) {
  memset(vote, 0, sizeof *vote);
  if (tp_app_rules(app)->actions[action].vote == TP_NO_VOTE)
    return;
  tp_session_poll(app->session, action, &vote->ballot);
  for (int i = 0; i < vote->ballot.members; i++)
    vote->stances[vote->ballot.stance[i] + 1]++;
}

/* A box for each member: filled for, pale unsure, empty against. */
static void draw_boxes(struct tp_app *app, float x, float y, const struct vote *vote) {
  for (int stance = TP_FOR; stance >= TP_AGAINST; stance--) {
    for (int i = 0; i < vote->stances[stance + 1]; i++) {
      struct tp_rect box = {x, y, tp_px(app, box_width), tp_px(app, box_height)};
      tp_draw_rect(app->draw, box,
                   tp_ink(app, stance == TP_FOR      ? TP_COLOUR_EUROPE
                               : stance == TP_UNSURE ? TP_COLOUR_TRACK
                                                     : TP_COLOUR_CARD));
      if (stance == TP_AGAINST)
        tp_draw_frame(app->draw, box, (int)tp_px(app, 1.0F), tp_ink(app, TP_COLOUR_BRITTLE));
      x += tp_px(app, box_step);
    }
  }
}

/* The names of the members that stand so, separated by commas. */
static void names_of(const struct tp_app *app, const struct vote *vote, enum tp_stance stance,
                     char *text, size_t size) {
  text[0] = '\0';
  for (int i = 0; i < vote->ballot.members; i++)
    if (vote->ballot.stance[i] == stance)
      tp_phrase_list_name(text, size,
                          tp_app_rules(app)->actors[vote->ballot.member[i]].words.title);
}

/* Returns its height; with `draw` false it only measures. */
static float vote_line(struct tp_app *app, struct tp_rect in, int action, const struct vote *vote,
                       bool draw) {
  char count[160], names[200], result[260];
  char name[60];
  snprintf(name, sizeof name, "%s",
           tp_wording_vote((enum tp_vote)tp_app_rules(app)->actions[action].vote));
  tp_phrase_capital(name);
  TP_PRINT(count, sizeof count, TP_WORD_VOTE_COUNT, name, TP_WHOLE(vote->stances[2]),
           TP_WHOLE(vote->stances[1]), TP_WHOLE(vote->stances[0]));
  bool passes = vote->ballot.passes > 0, fails = vote->ballot.passes < 0;
  names_of(app, vote, fails && vote->stances[0] ? TP_AGAINST : TP_UNSURE, names, sizeof names);
  if (passes)
    snprintf(result, sizeof result, "%s", tp_word(TP_WORD_VOTE_PASSES));
  else if (names[0])
    TP_PRINT(result, sizeof result, fails ? TP_WORD_VOTE_FAILS_BY : TP_WORD_VOTE_OPEN_BY, names);
  else
    snprintf(result, sizeof result, "%s", tp_word(fails ? TP_WORD_VOTE_FAILS : TP_WORD_VOTE_OPEN));
  struct tp_stretch parts[2] = {{count, tp_face(app, TP_TYPE_NOTE), tp_ink(app, TP_COLOUR_MUTED)},
                                {result, tp_face(app, TP_TYPE_NOTE_STRONG),
                                 tp_ink(app, passes  ? TP_COLOUR_GOOD
                                             : fails ? TP_COLOUR_BAD
                                                     : TP_COLOUR_INK)}};
  float height = tp_text_spans(app->fonts, parts, 2, in.x, in.y, in.w, 0, draw);
  if (!draw)
    return height;
  tp_ui_emit(
      &app->ui, TP_WIDGET_LABEL, 0,
      (struct tp_rect){in.x, in.y - tp_px(app, box_line), in.w, tp_px(app, box_line) + height},
      true, false, count);
  tp_guide_mark(app, TP_MARK_VOTE, action);
  tp_guide_see(app, TP_MARK_VOTE, action);
  return height;
}

static void no_vote_line(struct tp_app *app, struct tp_rect line) {
  char words[80];
  snprintf(words, sizeof words, "%s", tp_wording_vote(TP_NO_VOTE));
  tp_phrase_capital(words);
  tp_ui_label(&app->ui, line, TP_TYPE_NOTE, TP_COLOUR_MUTED, TP_ALIGN_LEFT, words);
}

/* --- the card --- */

void tp_card_open(struct tp_app *app, int action) {
  app->board.theme = tp_app_rules(app)->actions[action].theme;
  app->board.action = action;
  app->board.card_fresh = fresh_frames;
}

/* What one card is made of in this frame. */
struct card {
  int action;
  const struct tp_action *a;
  bool open, ordered, refused;
  bool foreseen; /* it can be ordered, or could with more means: there is a forecast */
  char cost[120], reason[TP_WORDING_MAX], chance[60];
  char lost[TP_WORDING_MAX]; /* what a vote that may fail costs */
  struct vote vote;
};

static bool lacks_means(enum tp_refusal refusal) {
  return refusal == TP_NO_BUDGET || refusal == TP_NO_CAPITAL || refusal == TP_NO_ATTENTION;
}

static void make_card(const struct tp_app *app, int action, struct card *card) {
  const struct tp_rules *r = tp_app_rules(app);
  struct tp_order order = {TP_ORDER_ACT, (int16_t)action, 0};
  *card = (struct card){.action = action, .a = &r->actions[action]};
  card->open = app->board.action == action;
  card->ordered = tp_session_has_ordered(app->session, action);
  struct tp_verdict verdict = tp_session_check(app->session, order);
  card->refused = !card->ordered && verdict.refusal != TP_ALLOWED;
  card->foreseen = card->ordered || verdict.refusal == TP_ALLOWED || lacks_means(verdict.refusal);
  if (card->refused)
    tp_session_reason(app->session, verdict, card->reason, sizeof card->reason);
  cost_of(card->a, card->cost, sizeof card->cost);
  if (card->a->chance < 1.0) {
    double chance =
        card->a->chance + tp_world_weigh(r, tp_session_world(app->session), card->a->chance_terms);
    TP_PRINT(card->chance, sizeof card->chance, TP_WORD_CHANCE,
             TP_WHOLE(fmin(fmax(chance, 0.0), 1.0) * 100.0));
  }
  take_poll(app, action, &card->vote);
  if (card->vote.ballot.members && card->vote.ballot.passes <= 0)
    tp_wording_refused(r, action, card->lost, sizeof card->lost);
}

/* Of one line, or of more where a title is long. */
static float title_of(struct tp_app *app, const struct card *card, float width, bool open) {
  float room =
      width - tp_px(app, (open ? mark_width : 0.0F) + (card->ordered ? state_width : 0.0F));
  return fmaxf(tp_ui_words_height(&app->ui, TP_TYPE_SUBHEAD, room, card->a->words.title),
               tp_px(app, title_height));
}

/* An open card's height follows from what is on it. */
static float height_of(struct tp_app *app, const struct card *card, float width, bool open) {
  float height = tp_px(app, 2.0F * top + line_height) + title_of(app, card, width, open);
  if (card->refused)
    height += tp_ui_words_height(&app->ui, TP_TYPE_NOTE, width, card->reason);
  if (!open)
    return height;
  height +=
      tp_ui_words_height(&app->ui, TP_TYPE_NOTE, width, card->a->words.text) + tp_px(app, gap);
  if (card->chance[0])
    height += tp_px(app, line_height);
  if (card->vote.ballot.members)
    height += tp_px(app, box_line + small_gap) +
              vote_line(app, (struct tp_rect){.w = width}, card->action, &card->vote, false);
  else
    height += tp_px(app, line_height);
  if (card->lost[0])
    height += tp_ui_words_height(&app->ui, TP_TYPE_NOTE, width, card->lost) + tp_px(app, small_gap);
  if (card->foreseen)
    height += tp_card_forecast_height(app, card->action);
  return height + tp_px(app, gap + button_height);
}

/* The part of its height that is shown, on the way between closed and open. */
static float height_shown(struct tp_app *app, uint32_t id, const struct card *card, float width,
                          float full) {
  float share = tp_ui_ease(&app->ui, id, card->open ? 1.0F : 0.0F);
  if (share <= 0.0F || share >= 1.0F)
    return full;
  float closed = height_of(app, card, width, false), open = height_of(app, card, width, true);
  return roundf(closed + (open - closed) * share);
}

static void show_title(struct tp_app *app, struct tp_rect *in, const struct card *card) {
  enum tp_colour_role ink = card->refused ? TP_COLOUR_MUTED : TP_COLOUR_INK;
  struct tp_rect title = tp_rect_cut_top(in, title_of(app, card, in->w, card->open));
  if (card->open)
    title = tp_pages_mark(app, title, tp_page_of(TP_PAGE_ACTION, card->action), false);
  if (card->ordered) {
    struct tp_rect mark = tp_rect_cut_right(&title, tp_px(app, state_width));
    mark.h = tp_px(app, title_height);
    tp_ui_label(&app->ui, mark, TP_TYPE_NOTE_STRONG, TP_COLOUR_ACCENT, TP_ALIGN_RIGHT,
                tp_word(TP_WORD_ORDERED));
  }
  if (title.h > tp_px(app, title_height))
    tp_ui_paragraph(&app->ui, title, TP_TYPE_SUBHEAD, ink, card->a->words.title);
  else
    tp_text_in(app->fonts, tp_face(app, TP_TYPE_SUBHEAD), tp_ink(app, ink), title, TP_ALIGN_LEFT,
               card->a->words.title);
  struct tp_rect line = tp_rect_cut_top(in, tp_px(app, line_height));
  if (!card->open && card->vote.ballot.members) {
    float width = tp_px(app, box_step) * (float)card->vote.ballot.members;
    struct tp_rect boxes = tp_rect_cut_right(&line, width);
    draw_boxes(app, boxes.x + tp_px(app, box_step - box_width), boxes.y + tp_px(app, 4.0F),
               &card->vote);
  }
  tp_text_in(app->fonts, tp_face(app, TP_TYPE_NOTE_STRONG), tp_ink(app, TP_COLOUR_MUTED), line,
             TP_ALIGN_LEFT, card->cost);
}

/* What other cards then say of their cost may move this one. */
static void toggle(struct tp_app *app, const struct card *card) {
  const struct tp_orders *orders = tp_session_orders(app->session);
  app->board.card_fresh = fresh_frames;
  if (!card->ordered && card->vote.ballot.passes < 0) {
    app->board.doomed = card->action;
    app->overlay = TP_OVERLAY_DOOMED;
    return;
  }
  if (!card->ordered) {
    tp_session_act(app->session, card->action);
    return;
  }
  for (int i = 0; i < orders->count; i++) {
    if (orders->item[i].kind == TP_ORDER_ACT && orders->item[i].id == card->action) {
      tp_session_remove(app->session, i);
      return;
    }
  }
}

static void show_inside(struct tp_app *app, struct tp_rect in, const struct card *card) {
  struct tp_rect foot = tp_rect_cut_bottom(&in, tp_px(app, button_height));
  tp_rect_cut_top(
      &in, tp_ui_paragraph(&app->ui, in, TP_TYPE_NOTE, TP_COLOUR_MUTED, card->a->words.text) +
               tp_px(app, gap));
  if (card->chance[0])
    tp_ui_label(&app->ui, tp_rect_cut_top(&in, tp_px(app, line_height)), TP_TYPE_NOTE_STRONG,
                TP_COLOUR_INK, TP_ALIGN_LEFT, card->chance);
  if (card->vote.ballot.members) {
    draw_boxes(app, in.x, in.y + tp_px(app, 2.0F), &card->vote);
    tp_rect_cut_top(&in, tp_px(app, box_line));
    tp_rect_cut_top(&in,
                    vote_line(app, in, card->action, &card->vote, true) + tp_px(app, small_gap));
  } else {
    no_vote_line(app, tp_rect_cut_top(&in, tp_px(app, line_height)));
  }
  bool doomed = card->vote.ballot.passes < 0;
  if (card->lost[0])
    tp_rect_cut_top(&in, tp_ui_paragraph(&app->ui, in, TP_TYPE_NOTE,
                                         doomed ? TP_COLOUR_BAD : TP_COLOUR_MUTED, card->lost) +
                             tp_px(app, small_gap));
  if (card->foreseen)
    tp_card_forecast_show(app, in, card->action);
  struct tp_rect button = tp_rect_cut_right(&foot, tp_px(app, button_width));
  struct tp_hit hit = tp_ui_button(&app->ui, tp_ui_id("order"), button,
                                   card->ordered || doomed ? TP_BUTTON_PLAIN : TP_BUTTON_PRIMARY,
                                   tp_word(card->ordered ? TP_WORD_TAKE_BACK : TP_WORD_ORDER_IT),
                                   card->refused ? card->reason : NULL);
  tp_ui_last(&app->ui)->focusable = false; /* Enter on the card does the same */
  if (hit.clicked)
    toggle(app, card);
}

/* What is on it, cut off at its lower edge while it opens. */
static void show_face(struct tp_app *app, struct tp_rect rect, float full,
                      const struct card *card) {
  struct tp_rect whole = {rect.x, rect.y, rect.w, fmaxf(full, rect.h)};
  struct tp_rect in = tp_rect_inset(whole, tp_px(app, side), tp_px(app, top));
  tp_draw_clip_push(app->draw, rect);
  if (card->ordered)
    tp_draw_rect(app->draw, (struct tp_rect){rect.x, rect.y, tp_px(app, 4.0F), rect.h},
                 tp_ink(app, TP_COLOUR_ACCENT));
  show_title(app, &in, card);
  if (card->refused)
    tp_rect_cut_top(&in, tp_ui_paragraph(&app->ui, in, TP_TYPE_NOTE, TP_COLOUR_BAD, card->reason));
  if (card->open)
    show_inside(app, in, card);
  tp_draw_clip_pop(app->draw);
}

void tp_card_show(struct tp_app *app, struct tp_rect *place, int action) {
  struct card card;
  make_card(app, action, &card);
  float width = place->w - tp_px(app, 2.0F * side);
  float full = height_of(app, &card, width, card.open);
  uint32_t id = tp_ui_id_of(tp_ui_id("card"), (uint32_t)action);
  float shown = height_shown(app, tp_ui_id_of(id, 1), &card, width, full);
  struct tp_rect rect = tp_rect_cut_top(place, shown);
  tp_rect_cut_top(place, tp_px(app, gap));
  struct tp_hit hit = tp_ui_card(&app->ui, id, rect, card.open, card.a->words.title, NULL);
  if (card.open && full != app->board.card_height) { /* as when its forecast is there */
    app->board.card_height = full;
    app->board.card_fresh = fresh_frames;
  }
  if (card.open && (shown < full || app->board.card_fresh > 0))
    tp_ui_reveal(&app->ui, (struct tp_rect){rect.x, rect.y, rect.w, full});
  tp_pages_about(app, &hit, tp_page_of(TP_PAGE_ACTION, action));
  tp_guide_mark(app, TP_MARK_ACTION, action);
  if (card.open)
    tp_guide_see(app, TP_MARK_ACTION, action);
  if (app->board.to_cards)
    tp_ui_focus(&app->ui, id);
  app->board.to_cards = false;
  app->board.card_fresh -= card.open && app->board.card_fresh > 0;
  show_face(app, rect, full, &card);
  bool by_pointer = app->ui.input.released;
  if (hit.clicked && !by_pointer && card.open && !card.refused)
    toggle(app, &card);
  if (hit.clicked || (hit.focused && app->ui.focus_shown))
    app->board.action = action;
}
