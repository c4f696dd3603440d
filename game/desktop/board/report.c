/* What happened in the last turn: headlines by what they are about, the weightiest first, each of
 * which opens the ledger that explains it: a value its rows, a measure or an event the values it
 * moved. */
#include "desktop/dossier/dossier.h"
#include "desktop/screens.h"
#include "desktop/board/why.h"
#include "desktop/widgets/widgets.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* layout, in pixels at scale 1 */
static const float width = 640.0F, height = 600.0F, gap = 12.0F, button_height = 36.0F;
static const float button_width = 120.0F, mark_width = 18.0F, pad = 7.0F, indent = 18.0F;
static const float page_width = 26.0F; /* the mark that opens a headline's page */
static const float link_height = 20.0F;

static const double brief_below = 30.0; /* importance */

enum { effects_most = 24 };

static enum tp_colour_role mark_colour(int good) {
  return good > 0 ? TP_COLOUR_GOOD : good < 0 ? TP_COLOUR_BAD : TP_COLOUR_MUTED;
}

/* Up for good, down for bad, a dot for neither: told apart by form too. */
static void draw_mark(struct tp_app *app, float x, float y, int good) {
  float size = tp_px(app, 4.0F), up = good > 0 ? -size : size;
  struct tp_colour colour = tp_ink(app, mark_colour(good));
  struct tp_point corners[3] = {{x - size, y - up * 0.7F}, {x + size, y - up * 0.7F}, {x, y + up}};
  if (good)
    tp_draw_polygon(app->draw, corners, 3, colour);
  else
    tp_draw_circle(app->draw, x, y, tp_px(app, 2.5F), colour);
}

/* What is told under a headline: of an event or an ending its text, of a measure where it leads. */
static const char *story_of(const struct tp_app *app, const struct tp_headline *headline,
                            bool first) {
  bool measure = headline->kind == TP_HEADLINE_ACTION || headline->kind == TP_HEADLINE_VOTE;
  return measure && !first ? "" : tp_headline_story(tp_app_rules(app), headline);
}

/* --- the ledger under a headline that is open --- */

static bool is_of(const struct tp_rules *r, const struct tp_headline *headline,
                  const struct tp_row *row) {
  switch (headline->kind) {
  case TP_HEADLINE_ACTION:
  case TP_HEADLINE_VOTE:
    return row->cause == TP_CAUSE_ACTION && row->which == headline->which;
  case TP_HEADLINE_EVENT:
    return row->cause == TP_CAUSE_EVENT && row->which == headline->which;
  case TP_HEADLINE_DECISION: {
    struct tp_span options = r->events[headline->which].options;
    return row->cause == TP_CAUSE_OPTION && row->which >= options.first &&
           row->which < options.first + options.count;
  }
  default:
    return false;
  }
}

/* What the headline's cause did to each value in that turn, the largest first; how many. */
static int effects_of(const struct tp_app *app, const struct tp_headline *headline,
                      struct tp_row list[effects_most]) {
  int rows, count = 0, turn = tp_session_turn(app->session);
  const struct tp_row *row = tp_session_ledger(app->session, turn, &rows);
  for (int i = 0; headline->which != TP_NONE && i < rows; i++) {
    if (!is_of(tp_app_rules(app), headline, &row[i]) || tp_session_hides(app->session, row[i].slot))
      continue;
    if (count && list[count - 1].slot == row[i].slot)
      list[count - 1].delta += row[i].delta;
    else if (count < effects_most)
      list[count++] = row[i];
  }
  for (int i = 1; i < count; i++) {
    struct tp_row one = list[i];
    int at = i;
    for (; at > 0 && fabs(list[at - 1].delta) < fabs(one.delta); at--)
      list[at] = list[at - 1];
    list[at] = one;
  }
  return count;
}

static float show_effect(struct tp_app *app, struct tp_rect line, const struct tp_row *row,
                         long longest) {
  struct tp_why_line words = {.source = row->slot, .delta = lround(row->delta * 100.0)};
  int lower = tp_why_lower_is_better(app, row->slot), turn = tp_session_turn(app->session);
  tp_wording_variable(tp_app_rules(app), row->slot, words.what, sizeof words.what);
  line.h = tp_why_line_draw(app, line, &words, longest, lower, false);
  uint32_t id = tp_ui_id_of(tp_ui_id("effect"), (uint32_t)row->slot);
  struct tp_hit hit = tp_ui_emit(&app->ui, TP_WIDGET_ROW, id, line, true, true, words.what);
  tp_pages_about(app, &hit, tp_page_of(TP_PAGE_VARIABLE, row->slot));
  if (hit.hovered)
    tp_draw_rect(app->draw, line, tp_ink(app, TP_COLOUR_HOVER));
  if (hit.clicked)
    tp_trail_follow(app, row->slot, turn, line);
  tp_why_line_draw(app, line, &words, longest, lower, true);
  if (hit.focused)
    tp_ui_focus_ring(&app->ui, line);
  return line.h;
}

static float show_effects(struct tp_app *app, struct tp_rect at,
                          const struct tp_headline *headline) {
  struct tp_row list[effects_most];
  int count = effects_of(app, headline, list);
  float top = at.y;
  long longest = count ? labs(lround(list[0].delta * 100.0)) : 0;
  for (int i = 0; i < count; i++)
    at.y += show_effect(app, at, &list[i], longest);
  return at.y - top;
}

static bool opens(const struct tp_app *app, const struct tp_headline *headline) {
  struct tp_row list[effects_most];
  return headline->slot != TP_NONE || effects_of(app, headline, list) > 0;
}

static float show_ledger(struct tp_app *app, struct tp_rect row,
                         const struct tp_headline *headline) {
  struct tp_why_table table;
  struct tp_rect at = {row.x + tp_px(app, indent), row.y + row.h, row.w - tp_px(app, 2.0F * indent),
                       1e6F};
  int turn = tp_session_turn(app->session), slot = headline->slot;
  if (slot == TP_NONE)
    return show_effects(app, at, headline) + tp_px(app, gap);
  tp_why_gather(app->session, slot, turn, TP_WHY_BRIEF, &table);
  return tp_why_draw(app, at, slot, turn, &table, TP_WHY_ASK) + tp_px(app, gap);
}

/* --- headlines --- */

/* The page on what the headline is about; of no kind: none. */
static struct tp_page_ref page_of(const struct tp_headline *headline) {
  static const enum tp_page_kind kinds[] = {
      [TP_HEADLINE_ACTION] = TP_PAGE_ACTION,       [TP_HEADLINE_VOTE] = TP_PAGE_ACTION,
      [TP_HEADLINE_EVENT] = TP_PAGE_EVENT,         [TP_HEADLINE_DECISION] = TP_PAGE_EVENT,
      [TP_HEADLINE_OBJECTIVE] = TP_PAGE_OBJECTIVE, [TP_HEADLINE_ENDING] = TP_PAGE_ENDING,
      [TP_HEADLINE_CHANGE] = TP_PAGE_NONE};
  if (headline->kind == TP_HEADLINE_CRISIS)
    return tp_page_of(TP_PAGE_GUIDE, TP_GUIDE_CRISES);
  enum tp_page_kind kind = TP_PAGE_NONE;
  if (headline->which != TP_NONE)
    kind = kinds[headline->kind];
  if (kind == TP_PAGE_NONE && headline->slot != TP_NONE)
    return tp_page_of(TP_PAGE_VARIABLE, headline->slot);
  return tp_page_of(kind, headline->which);
}

static float draw_words(struct tp_app *app, struct tp_rect at, bool first,
                        const struct tp_headline *headline, bool draw) {
  enum tp_type_role type = first ? TP_TYPE_HEAD : TP_TYPE_BODY_MEDIUM;
  const char *story = story_of(app, headline, first);
  float used = tp_text_paragraph(app->fonts, tp_face(app, type), tp_ink(app, TP_COLOUR_INK), at.x,
                                 at.y, at.w, 0, draw, headline->text);
  if (story[0])
    used += tp_text_paragraph(app->fonts, tp_face(app, TP_TYPE_BODY), tp_ink(app, TP_COLOUR_MUTED),
                              at.x, at.y + used, at.w, 0, draw, story);
  return used;
}

static float show_headline(struct tp_app *app, struct tp_rect rect, int index,
                           const struct tp_headline *headline) {
  struct tp_ui *ui = &app->ui;
  bool first = index == 0, can_open = opens(app, headline);
  bool open = can_open && app->board.headline == index;
  struct tp_page_ref page = page_of(headline);
  struct tp_rect words = {rect.x + tp_px(app, mark_width), rect.y + tp_px(app, pad),
                          rect.w - tp_px(app, mark_width + page_width), rect.h};
  float text = draw_words(app, words, first, headline, false);
  struct tp_rect row = {rect.x, rect.y, rect.w, text + tp_px(app, 2.0F * pad)};
  uint32_t id = tp_ui_id_of(tp_ui_id("headline"), (uint32_t)index);
  bool leads = can_open || page.kind != TP_PAGE_NONE;
  struct tp_hit hit = tp_ui_emit(ui, TP_WIDGET_ROW, id, row, leads, leads, headline->text);
  if (page.kind != TP_PAGE_NONE)
    tp_pages_about(app, &hit, page);
  if (hit.hovered && leads)
    tp_draw_rect(app->draw, row, tp_ink(app, TP_COLOUR_HOVER));
  if (hit.clicked && can_open)
    app->board.headline = open ? TP_NONE : index;
  else if (hit.clicked)
    tp_pages_open_at(app, page);
  if (hit.clicked && headline->actor != TP_NONE)
    tp_dossier_pick_actor(app, headline->actor);
  draw_mark(app, row.x + tp_px(app, 6.0F), row.y + tp_px(app, pad + (first ? 12.0F : 10.0F)),
            headline->good);
  draw_words(app, words, first, headline, true);
  if (page.kind != TP_PAGE_NONE)
    tp_pages_mark(app, (struct tp_rect){row.x, words.y, row.w, row.h}, page, false);
  float used = row.h + (open ? show_ledger(app, row, headline) : 0.0F);
  tp_draw_hrule(app->draw, rect.x, rect.y + used - tp_px(app, 1.0F), rect.w, (int)tp_px(app, 1.0F),
                tp_ink(app, TP_COLOUR_HAIR));
  if (hit.focused)
    tp_ui_focus_ring(ui, tp_rect_inset(row, tp_px(app, 2.0F), tp_px(app, 2.0F)));
  return used;
}

enum group {
  REPORT_EVENTS,
  REPORT_MEASURES,
  REPORT_GOALS,
  REPORT_MOVED,
  REPORT_BRIEF, /* measures that did little: last */
  REPORT_GROUPS
};

static enum group group_of(const struct tp_headline *headline) {
  switch (headline->kind) {
  case TP_HEADLINE_VOTE:
  case TP_HEADLINE_ACTION:
    return headline->importance < brief_below ? REPORT_BRIEF : REPORT_MEASURES;
  case TP_HEADLINE_OBJECTIVE:
    return REPORT_GOALS;
  case TP_HEADLINE_CHANGE:
    return REPORT_MOVED;
  default:
    return REPORT_EVENTS;
  }
}

/* All of a group but the lead, under its heading. */
static float show_group(struct tp_app *app, struct tp_rect place, const struct tp_headline *list,
                        int count, enum group group) {
  static const enum tp_word titles[REPORT_GROUPS] = {TP_WORD_REPORT_EVENTS, TP_WORD_REPORT_MEASURES,
                                                     TP_WORD_GOALS_HEAD, TP_WORD_REPORT_MOVED,
                                                     TP_WORD_REPORT_BRIEF};
  float top = place.y;
  tp_rect_cut_top(&place, tp_px(app, gap));
  tp_dossier_label(app, &place, titles[group]);
  for (int i = 1; i < count; i++)
    if (group_of(&list[i]) == group)
      tp_rect_cut_top(&place, show_headline(app, place, i, &list[i]));
  return place.y - top;
}

/* Leads to where the figures come from. */
static float link_sources(struct tp_app *app, struct tp_rect place) {
  static const struct tp_page_ref page = {TP_PAGE_GUIDE, TP_GUIDE_SOURCES};
  char title[TP_WORDING_MAX];
  tp_page_title(app->session, page, title, sizeof title);
  tp_rect_cut_top(&place, tp_px(app, gap));
  if (tp_ui_link(&app->ui, tp_ui_id("sources"), tp_rect_cut_top(&place, tp_px(app, link_height)),
                 title)
          .clicked)
    tp_pages_open_at(app, page);
  return tp_px(app, gap + link_height);
}

/* Before the first turn: what the scenario is about, and what is wanted. */
static float show_beginning(struct tp_app *app, struct tp_rect place) {
  struct tp_rect rest = {place.x, place.y, place.w, 1e6F};
  tp_rect_cut_top(&rest, tp_ui_paragraph(&app->ui, rest, TP_TYPE_READ, TP_COLOUR_INK,
                                         tp_app_rules(app)->words.text) +
                             tp_px(app, 2.0F * gap));
  tp_rect_cut_top(&rest, tp_goals_all(app, rest));
  tp_rect_cut_top(&rest, link_sources(app, rest));
  return rest.y - place.y;
}

static float show_list(struct tp_app *app, struct tp_rect place) {
  int turn = tp_session_turn(app->session), count = 0;
  const struct tp_headline *list =
      turn > 0 ? tp_session_headlines(app->session, turn, &count) : NULL;
  float y = place.y;
  if (!turn)
    return show_beginning(app, place);
  if (!count)
    return tp_ui_paragraph(&app->ui, place, TP_TYPE_READ, TP_COLOUR_INK,
                           tp_word(TP_WORD_REPORT_QUIET));
  y += show_headline(app, (struct tp_rect){place.x, y, place.w, 1e6F}, 0, &list[0]);
  bool done[REPORT_GROUPS] = {false};
  for (int i = 1; i < count; i++) { /* a group stands where the weightiest of it would */
    enum group group = group_of(&list[i]);
    if (!done[group] && group != REPORT_BRIEF)
      y += show_group(app, (struct tp_rect){place.x, y, place.w, 1e6F}, list, count, group);
    done[group] = true;
  }
  if (done[REPORT_BRIEF])
    y += show_group(app, (struct tp_rect){place.x, y, place.w, 1e6F}, list, count, REPORT_BRIEF);
  return y - place.y;
}

static void leave(struct tp_app *app) {
  struct tp_outcome outcome;
  tp_session_outcome(app->session, &outcome);
  app->overlay = TP_OVERLAY_NONE;
  if (outcome.result != TP_PLAYING)
    app->screen = TP_SCREEN_ENDING;
  else
    tp_board_next_matter(app);
}

/* At scale 1. Reports, whose lines open and close, do not grow and shrink with them. */
static float height_wanted(const struct tp_app *app, struct tp_rect screen, uint32_t list) {
  return tp_session_turn(app->session) > 0 ? tp_dialogue_tall(app, screen, height)
                                           : tp_dialogue_fitting(app, screen, height, list);
}

void tp_report_show(struct tp_app *app, struct tp_rect screen) {
  struct tp_ui *ui = &app->ui;
  const struct tp_rules *r = tp_app_rules(app);
  int turn = tp_session_turn(app->session);
  char over[200];
  uint32_t list = tp_ui_id_of(tp_ui_id("report"), (uint32_t)turn);
  tp_wording_date(r, turn > 0 ? turn - 1 : 0, over, sizeof over);
  struct tp_rect in = tp_dialogue_begin(app, screen, width, height_wanted(app, screen, list), over,
                                        tp_word(turn ? TP_WORD_REPORT : TP_WORD_REPORT_START));
  struct tp_rect foot = tp_rect_cut_bottom(&in, tp_px(app, button_height));
  tp_rect_cut_bottom(&in, tp_px(app, gap));
  const char *notice = tp_session_notice(app->session);
  if (notice[0])
    tp_rect_cut_top(&in,
                    tp_ui_paragraph(ui, in, TP_TYPE_NOTE, TP_COLOUR_BAD, notice) + tp_px(app, gap));
  if (turn > 0)
    tp_rect_cut_bottom(&in, tp_counsel_note(app, in));
  struct tp_rect place = tp_ui_scroll_begin(ui, list, in);
  tp_ui_scroll_end(ui, show_list(app, place));
  tp_ui_emit(ui, TP_WIDGET_LABEL, 0, in, true, false, "");
  tp_guide_mark(app, TP_MARK_SPOT, TP_SPOT_REPORT);
  tp_guide_see(app, TP_MARK_SPOT, TP_SPOT_REPORT);
  if (turn > 0 &&
      tp_ui_aside(ui, tp_ui_id("look back"), foot, tp_word(TP_WORD_LOOK_BACK)).clicked) {
    app->overlay = TP_OVERLAY_NONE;
    app->screen = TP_SCREEN_ENDING;
    return;
  }
  struct tp_rect button = tp_rect_cut_right(&foot, tp_px(app, button_width));
  if (tp_dialogue_closes(app, button, tp_ui_id("close report"), TP_WORD_GO_ON) ||
      tp_ui_key(ui, TP_KEY_REPORT))
    leave(app);
}
