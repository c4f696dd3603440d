/* A crisis: the ladder with the rung it stands on and what each rung costs, who is on it, and what
 * is known of the three moves. */
#include "desktop/board/outlook.h"
#include "desktop/screens.h"
#include "desktop/widgets/widgets.h"

#include <math.h>
#include <stdio.h>

/* layout, in pixels at scale 1 */
static const float width = 1040.0F, gap = 12.0F, button_height = 36.0F;
static const float button_width = 120.0F, pad = 14.0F, title_height = 22.0F, line_height = 20.0F;
static const float ways_line = 20.0F, ladder_width = 280.0F, column_gap = 32.0F, rail = 4.0F,
                   rung_line = 4.0F;
static const float rung_gap = 8.0F, indent = 16.0F, side_mark = 8.0F;
static const float frame_width = 56.0F, frame_height = 164.0F; /* round what is inside */

enum { rungs = TP_CRISIS_WAR_STEP, matter = -1 };

/* --- the ladder --- */

/* What backing down costs grows with the rung. */
static void rung_words(const struct tp_crisis_state *crisis, int rung, char *text, size_t size) {
  double at_first = crisis->step > 0 ? crisis->stability_lost[0] / crisis->step : 0.0;
  if (rung == rungs)
    TP_PRINT(text, size, TP_WORD_RUNG_WAR, TP_FIGURE(crisis->prosperity_war));
  else
    TP_PRINT(text, size, TP_WORD_RUNG_COST, TP_FIGURE(at_first * rung));
}

static enum tp_colour_role side_colour(const struct tp_rules *r, int actor) {
  return actor == r->adversary ? TP_COLOUR_RUSSIA
         : actor == r->unite   ? TP_COLOUR_EUROPE
                               : TP_COLOUR_PARTNER;
}

/* Both sides stand on the rung that the crisis has reached. */
static void show_sides(struct tp_app *app, struct tp_rect line,
                       const struct tp_crisis_state *crisis) {
  const struct tp_rules *r = tp_app_rules(app);
  const int sides[2] = {crisis->challenger, crisis->target};
  for (int i = 0; i < 2; i++) {
    const char *name = r->actors[sides[i]].words.title;
    float size = tp_px(app, side_mark);
    struct tp_rect mark = {line.x, line.y + floorf((line.h - size) * 0.5F), size, size};
    tp_draw_rect(app->draw, mark, tp_ink(app, side_colour(r, sides[i])));
    tp_rect_cut_left(&line, size + tp_px(app, 6.0F));
    tp_ui_label(&app->ui, line, TP_TYPE_NOTE_STRONG, TP_COLOUR_INK, TP_ALIGN_LEFT, name);
    tp_rect_cut_left(&line, tp_text_width(app->fonts, tp_face(app, TP_TYPE_NOTE_STRONG), name) +
                                tp_px(app, 16.0F));
  }
}

static float rung_height(struct tp_app *app, const struct tp_crisis_state *crisis, int rung) {
  char words[TP_WORDING_MAX];
  float inside = tp_px(app, ladder_width - 2.0F * indent);
  rung_words(crisis, rung, words, sizeof words);
  return tp_px(app, rung_line + rung_gap + title_height) +
         tp_ui_words_height(&app->ui, TP_TYPE_NOTE, inside, words) +
         (rung == crisis->step ? tp_px(app, line_height) : 0.0F) + tp_px(app, rung_gap);
}

static float ladder_height(struct tp_app *app, const struct tp_crisis_state *crisis) {
  float height = 0.0F;
  for (int rung = 1; rung <= rungs; rung++)
    height += rung_height(app, crisis, rung);
  return height;
}

/* A rung, and under it what it is; those reached are filled, the present one is framed. */
static void show_rung(struct tp_app *app, struct tp_rect at, const struct tp_crisis_state *crisis,
                      int rung) {
  char name[120], words[TP_WORDING_MAX];
  bool here = rung == crisis->step, reached = rung <= crisis->step;
  struct tp_rect bar = {at.x, at.y, at.w, tp_px(app, rung_line)};
  if (here)
    tp_draw_rect(app->draw, at, tp_ink(app, TP_COLOUR_HOVER));
  tp_draw_rect(app->draw, bar, tp_ink(app, reached ? TP_COLOUR_BRITTLE : TP_COLOUR_TRACK));
  struct tp_rect in = tp_rect_inset(at, tp_px(app, indent), 0.0F);
  tp_rect_cut_top(&in, tp_px(app, rung_line + rung_gap));
  snprintf(words, sizeof words, "%s", tp_wording_step(rung));
  snprintf(name, sizeof name, "%d  %s", rung, tp_phrase_capital(words));
  tp_ui_label(&app->ui, tp_rect_cut_top(&in, tp_px(app, title_height)), TP_TYPE_SUBHEAD,
              reached ? TP_COLOUR_INK : TP_COLOUR_MUTED, TP_ALIGN_LEFT, name);
  if (here) {
    show_sides(app, tp_rect_cut_top(&in, tp_px(app, line_height)), crisis);
    tp_ui_emit(&app->ui, TP_WIDGET_LABEL, 0, at, true, false, "");
    tp_guide_mark(app, TP_MARK_SPOT, TP_SPOT_CRISIS);
    tp_guide_see(app, TP_MARK_SPOT, TP_SPOT_CRISIS);
  }
  rung_words(crisis, rung, words, sizeof words);
  tp_ui_paragraph(&app->ui, in, TP_TYPE_NOTE, TP_COLOUR_MUTED, words);
}

static void show_ladder(struct tp_app *app, struct tp_rect place,
                        const struct tp_crisis_state *crisis) {
  float high = ladder_height(app, crisis);
  struct tp_rect at = {place.x, place.y, tp_px(app, ladder_width), 0.0F};
  for (int rung = rungs; rung >= 1; rung--) { /* the worst is on top */
    at.h = rung_height(app, crisis, rung);
    show_rung(app, at, crisis, rung);
    at.y += at.h;
  }
  for (int side = 0; side < 2; side++) {
    float x = side ? place.x + at.w - tp_px(app, rail) : place.x;
    tp_draw_rect(app->draw, (struct tp_rect){x, place.y, tp_px(app, rail), high},
                 tp_ink(app, TP_COLOUR_RULE));
  }
}

/* --- what is known --- */

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

/* Whether the guarantor stands by it, what both sides did last, how long it has lasted. */
static void news_words(const struct tp_app *app, const struct tp_crisis_state *crisis, char *text,
                       size_t size) {
  const struct tp_rules *r = tp_app_rules(app);
  int count;
  const struct tp_fact *facts =
      tp_session_facts(app->session, tp_session_turn(app->session), &count);
  char one[TP_WORDING_MAX];
  guarantee_words(app, crisis, text, size);
  for (int i = 0; facts && i < count; i++) {
    if (facts[i].kind != TP_FACT_CRISIS_MOVED || facts[i].b < TP_HOLD_FIRM ||
        facts[i].b > TP_STEP_BACK)
      continue;
    TP_SAY(one, sizeof one, (enum tp_phrase)((int)TP_SAY_CRISIS_HOLDS + facts[i].b),
           r->actors[facts[i].a].words.title);
    tp_phrase_append(text, size, " ");
    tp_phrase_append(text, size, one);
  }
  if (crisis->age < 1)
    return;
  TP_PRINT(one, sizeof one, TP_WORD_CRISIS_AGE, TP_WHOLE(crisis->age));
  tp_phrase_append(text, size, " ");
  tp_phrase_append(text, size, one);
}

/* --- the moves --- */

static struct tp_order order_of(enum tp_crisis_move move) {
  return (struct tp_order){TP_ORDER_MOVE, 0, (int16_t)move};
}

/* Who steps back knows how it ends. */
static float ways_height(enum tp_crisis_move move) {
  return move == TP_STEP_BACK ? 0.0F : ways_line;
}

static float move_height(struct tp_app *app, float w, enum tp_crisis_move move) {
  char text[2 * TP_WORDING_MAX];
  tp_session_move_text(app->session, move, text, sizeof text);
  return tp_ui_words_height(&app->ui, TP_TYPE_BODY, w - tp_px(app, 2.0F * pad), text) +
         tp_outlook_draw(app, (struct tp_rect){0}, (int)move, false) +
         tp_px(app, 2.0F * pad + title_height + ways_height(move) + gap);
}

static float show_move(struct tp_app *app, struct tp_rect rect, enum tp_crisis_move move,
                       const struct tp_crisis_state *crisis) {
  char text[2 * TP_WORDING_MAX], title[80], name[60];
  snprintf(name, sizeof name, "%s", tp_wording_move(move));
  snprintf(title, sizeof title, "%d  %s", (int)move + 1, tp_phrase_capital(name));
  tp_session_move_text(app->session, move, text, sizeof text);
  struct tp_rect card = {rect.x, rect.y, rect.w, move_height(app, rect.w, move)};
  bool chosen = tp_board_move_chosen(app) && crisis->move == (int)move;
  uint32_t id = tp_ui_id_of(tp_ui_id("move"), (uint32_t)move);
  struct tp_hit hit = tp_ui_card(&app->ui, id, card, chosen, name, NULL);
  struct tp_rect in = tp_rect_inset(card, tp_px(app, pad), tp_px(app, pad - 2.0F));
  tp_text_in(app->fonts, tp_face(app, TP_TYPE_SUBHEAD), tp_ink(app, TP_COLOUR_INK),
             tp_rect_cut_top(&in, tp_px(app, title_height)), TP_ALIGN_LEFT, title);
  tp_rect_cut_top(&in,
                  tp_text_paragraph(app->fonts, tp_face(app, TP_TYPE_BODY),
                                    tp_ink(app, TP_COLOUR_MUTED), in.x, in.y, in.w, 0, true, text) +
                      tp_px(app, gap));
  tp_outlook_ask(app, matter, (int)move, order_of(move));
  tp_session_crisis_ways(app->session, app->board.outlooks[move].crisis, text, sizeof text);
  tp_ui_label(&app->ui, tp_rect_cut_top(&in, tp_px(app, ways_height(move))), TP_TYPE_NOTE_STRONG,
              TP_COLOUR_INK, TP_ALIGN_LEFT, text);
  tp_outlook_draw(app, in, (int)move, true);
  bool key = tp_ui_digit(&app->ui, (int)move + 1);
  if (hit.clicked || key) {
    tp_session_give(app->session, order_of(move));
    app->overlay = TP_OVERLAY_NONE;
  }
  return card.h + tp_px(app, gap);
}

static float show_moves(struct tp_app *app, struct tp_rect place,
                        const struct tp_crisis_state *crisis) {
  char words[4 * TP_WORDING_MAX];
  float top = place.y;
  news_words(app, crisis, words, sizeof words);
  tp_rect_cut_top(&place, tp_ui_paragraph(&app->ui, place, TP_TYPE_READ, TP_COLOUR_INK, words) +
                              tp_px(app, gap));
  if (!crisis->ours)
    return place.y - top +
           tp_ui_paragraph(&app->ui, place, TP_TYPE_READ, TP_COLOUR_MUTED,
                           tp_word(TP_WORD_CRISIS_WATCH));
  tp_rect_cut_top(&place, tp_outlook_note(app, place, true) + tp_px(app, gap));
  for (int i = TP_HOLD_FIRM; i <= TP_STEP_BACK; i++)
    tp_rect_cut_top(&place, show_move(app, place, (enum tp_crisis_move)i, crisis));
  return place.y - top;
}

/* The height of a dialogue that shows all of it, at scale 1. */
static float height_needed(struct tp_app *app, const struct tp_crisis_state *crisis) {
  char words[4 * TP_WORDING_MAX];
  float w = tp_px(app, width - frame_width - ladder_width - column_gap), moves;
  news_words(app, crisis, words, sizeof words);
  moves = tp_ui_words_height(&app->ui, TP_TYPE_READ, w, words) + tp_px(app, gap);
  if (crisis->ours)
    moves += tp_outlook_note(app, (struct tp_rect){.w = w}, false) + tp_px(app, gap);
  for (int i = TP_HOLD_FIRM; crisis->ours && i <= TP_STEP_BACK; i++)
    moves += move_height(app, w, (enum tp_crisis_move)i) + tp_px(app, gap);
  return fmaxf(moves, ladder_height(app, crisis)) / app->look.scale + frame_height;
}

/* Ladder and moves scroll together where the window is low. */
static void show_all(struct tp_app *app, struct tp_rect in, const struct tp_crisis_state *crisis) {
  struct tp_rect place = tp_ui_scroll_begin(&app->ui, tp_ui_id("crisis"), in);
  struct tp_rect moves = place;
  show_ladder(app, place, crisis);
  tp_rect_cut_left(&moves, tp_px(app, ladder_width + column_gap));
  moves.h = 1e6F;
  float high = show_moves(app, moves, crisis);
  tp_ui_scroll_end(&app->ui, fmaxf(high, ladder_height(app, crisis)));
}

void tp_crisis_show(struct tp_app *app, struct tp_rect screen) {
  struct tp_ui *ui = &app->ui;
  const struct tp_rules *r = tp_app_rules(app);
  struct tp_crisis_state crisis;
  char title[200];
  tp_session_crisis(app->session, &crisis);
  if (!crisis.on) {
    app->overlay = TP_OVERLAY_NONE;
    return;
  }
  TP_PRINT(title, sizeof title, TP_WORD_CRISIS_PARTIES, r->actors[crisis.challenger].words.title,
           r->actors[crisis.target].words.title);
  struct tp_rect in = tp_dialogue_begin(app, screen, width, height_needed(app, &crisis),
                                        tp_word(TP_WORD_CRISIS), title);
  struct tp_rect foot = tp_rect_cut_bottom(&in, tp_px(app, button_height));
  tp_rect_cut_bottom(&in, tp_px(app, gap));
  show_all(app, in, &crisis);
  struct tp_rect button = tp_rect_cut_right(&foot, tp_px(app, button_width));
  tp_pages_link(app, foot, tp_page_of(TP_PAGE_GUIDE, TP_GUIDE_CRISES));
  bool close = tp_ui_button(ui, tp_ui_id("close crisis"), button, TP_BUTTON_PLAIN,
                            tp_word(crisis.ours ? TP_WORD_LATER : TP_WORD_CLOSE), NULL)
                   .clicked;
  if (close || tp_ui_key(ui, TP_KEY_ESCAPE))
    app->overlay = TP_OVERLAY_NONE;
}
