/* The dossier at the lower left: everything about the actor that is looked at. */
#include "desktop/chart.h"
#include "desktop/screens.h"
#include "desktop/widgets.h"

#include <math.h>

/* layout, in pixels at scale 1 */
static const float side = 16.0F, top = 14.0F, note_height = 16.0F, head_height = 26.0F;
static const float tabs_height = 20.0F, gap = 8.0F, row_height = 24.0F, label_height = 22.0F;
static const float spark_width = 48.0F, spark_high = 12.0F, value_width = 42.0F;
static const float change_width = 40.0F, bar_height = 8.0F, close_width = 28.0F;

enum { spark_turns = 12 };

void tp_dossier_pick_actor(struct tp_app *app, int actor) {
  app->board.actor = actor;
  app->board.tie = TP_NONE;
  app->board.dossier = 1;
  tp_geography_colour(app);
  tp_guide_see(app, TP_MARK_ACTOR, actor);
}

void tp_dossier_pick_tie(struct tp_app *app, int tie) {
  app->board.tie = tie;
  app->board.dossier = 1;
  tp_geography_colour(app);
  tp_guide_see(app, TP_MARK_TIE, tie);
}

/* Is less of it better for the player? Only what is plain is judged; -1: neither. */
static int lower_is_better(const struct tp_app *app, int slot) {
  const struct tp_rules *r = tp_app_rules(app);
  for (int i = 0; i < TP_GAUGES; i++) {
    struct tp_gauge gauge;
    tp_session_gauge(app->session, (enum tp_gauge_id)i, &gauge);
    if (gauge.slot == slot)
      return !gauge.rising;
  }
  struct tp_slot s = r->slots[slot];
  bool own = s.scope == TP_ON_ACTOR && (s.subject == tp_session_player(app->session) ||
                                        r->actors[s.subject].kind == TP_KIND_MEMBER);
  if (s.scope == TP_ON_CLAIM && r->claims[s.subject].holder == r->adversary)
    return 1;
  if (!own)
    return -1;
  return s.variable == TP_GRIEVANCE || s.variable == TP_THREAT ||
         s.variable == TP_REVOLUTION_FEAR || s.variable == TP_RELIANCE || s.variable == TP_IMPORTS;
}

static enum tp_colour_role change_colour(const struct tp_app *app, int slot, double change) {
  int lower = lower_is_better(app, slot);
  return lower < 0 ? TP_COLOUR_MUTED : tp_ui_change_colour(change, lower == 1);
}

float tp_dossier_line(struct tp_app *app, struct tp_rect rect, int slot) {
  int turn = tp_session_turn(app->session);
  double value = tp_session_value(app->session, slot, turn);
  double change = tp_session_moved(app->session, slot, turn);
  char title[TP_WORDING_MAX], figure[TP_FIGURE_MAX], moved[24];
  struct tp_rect line = tp_rect_cut_top(&rect, tp_px(app, row_height));
  struct tp_type body = tp_face(app, TP_TYPE_BODY), note = tp_face(app, TP_TYPE_NOTE_STRONG);
  tp_wording_variable_short(tp_app_rules(app), slot, title, sizeof title);
  uint32_t id = tp_ui_id_of(tp_ui_id("line"), (uint32_t)slot);
  bool hidden = tp_session_hides(app->session, slot);
  struct tp_hit hit = tp_ui_row(&app->ui, id, line, false, "", "", TP_COLOUR_INK);
  float baseline = tp_text_baseline(app->fonts, body, line);
  struct tp_rect left = line;
  if (hidden) {
    tp_ui_label(&app->ui, left, TP_TYPE_NOTE, TP_COLOUR_MUTED, TP_ALIGN_RIGHT,
                tp_word(TP_WORD_NOT_KNOWN));
    tp_rect_cut_right(&left, tp_px(app, value_width + change_width));
  } else {
    tp_app_explain(app, &hit, slot, turn);
    struct tp_rect at = tp_rect_cut_right(&left, tp_px(app, change_width));
    tp_ui_signed(change, moved, sizeof moved);
    tp_text_number(app->fonts, note, tp_ink(app, change_colour(app, slot, change)), at.x + at.w,
                   baseline, TP_ALIGN_RIGHT, moved);
    at = tp_rect_cut_right(&left, tp_px(app, value_width));
    tp_phrase_number(figure, value, 1);
    tp_text_number(app->fonts, tp_face(app, TP_TYPE_BODY_MEDIUM), tp_ink(app, TP_COLOUR_INK),
                   at.x + at.w, baseline, TP_ALIGN_RIGHT, figure);
    at = tp_rect_cut_right(&left, tp_px(app, spark_width + gap));
    at.x += tp_px(app, gap);
    at.w -= tp_px(app, gap);
    at.y = floorf(at.y + (at.h - tp_px(app, spark_high)) * 0.5F);
    at.h = tp_px(app, spark_high);
    tp_chart_spark(app, at, slot, turn, spark_turns, tp_ink(app, TP_COLOUR_MUTED));
  }
  tp_ui_label(&app->ui, left, TP_TYPE_BODY, TP_COLOUR_INK, TP_ALIGN_LEFT, title);
  return tp_px(app, row_height);
}

/* --- pages --- */

static float show_values(struct tp_app *app, struct tp_rect in) {
  const struct tp_rules *r = tp_app_rules(app);
  int actor = app->board.actor;
  float y = in.y;
  static const enum tp_actor_variable first[] = {TP_AUTONOMY, TP_UNITY, TP_GAP};
  for (int i = 0; i < 3; i++)
    if (tp_actor_has(r, actor, first[i]))
      y += tp_dossier_line(app, (struct tp_rect){in.x, y, in.w, 1000.0F},
                           tp_actor_slot(r, actor, first[i]));
  for (int i = 0; i < r->actors[actor].variables; i++) {
    bool means = i == TP_BUDGET || i == TP_CAPITAL || i == TP_ATTENTION;
    bool shown = i == TP_AUTONOMY || i == TP_UNITY || i == TP_GAP;
    bool member = i == TP_CONSENT || i == TP_RELIANCE || i == TP_PROMISED;
    if (means || shown || (member && r->actors[actor].kind != TP_KIND_MEMBER))
      continue;
    y += tp_dossier_line(app, (struct tp_rect){in.x, y, in.w, 1000.0F}, r->actors[actor].slot + i);
  }
  return y - in.y;
}

static void show_contract(struct tp_app *app, struct tp_rect *place) {
  const struct tp_rules *r = tp_app_rules(app);
  int slot = tp_actor_slot(r, app->board.actor, TP_CONTRACT);
  char words[60];
  tp_ui_label(&app->ui, tp_rect_cut_top(place, tp_px(app, label_height)), TP_TYPE_LABEL,
              TP_COLOUR_MUTED, TP_ALIGN_LEFT, tp_word(TP_WORD_CONTRACT));
  if (tp_session_hides(app->session, slot))
    return;
  double value = tp_session_world(app->session)->v[slot];
  struct tp_rect bar = tp_rect_cut_top(place, tp_px(app, bar_height));
  struct tp_hit hit = tp_ui_emit(&app->ui, TP_WIDGET_GAUGE, tp_ui_id("contract"), bar, true, true,
                                 tp_word(TP_WORD_CONTRACT));
  tp_app_explain(app, &hit, slot, tp_session_turn(app->session));
  if (hit.focused)
    tp_ui_focus_ring(&app->ui, bar);
  struct tp_rect left = {bar.x, bar.y, bar.w * (float)(1.0 - value / 100.0), bar.h};
  tp_draw_rect(app->draw, bar, tp_ink(app, TP_COLOUR_BRITTLE));
  tp_draw_rect(app->draw, left, tp_ink(app, TP_COLOUR_BRASS));
  struct tp_rect line = tp_rect_cut_top(place, tp_px(app, note_height + 2.0F));
  TP_PRINT(words, sizeof words, TP_WORD_ENRICHMENT, TP_WHOLE(100.0 - value));
  tp_ui_label(&app->ui, line, TP_TYPE_NOTE, TP_COLOUR_MUTED, TP_ALIGN_LEFT, words);
  TP_PRINT(words, sizeof words, TP_WORD_SECURITY, TP_WHOLE(value));
  tp_ui_label(&app->ui, line, TP_TYPE_NOTE, TP_COLOUR_MUTED, TP_ALIGN_RIGHT, words);
  tp_rect_cut_top(place, tp_px(app, gap));
}

static void reach_of(const struct tp_app *app, int claim, char *text, size_t size) {
  const struct tp_rules *r = tp_app_rules(app);
  double reach = tp_session_world(app->session)->v[tp_claim_slot(r, claim, TP_REACH)];
  struct tp_span echoes = r->claims[claim].echoes;
  if (echoes.count)
    TP_PRINT(text, size, TP_WORD_ECHOED_BY, TP_WHOLE(reach),
             r->actors[r->echoes[echoes.first].ally].words.title);
  else
    TP_PRINT(text, size, TP_WORD_REACH, TP_WHOLE(reach));
}

static void show_claim(struct tp_app *app, struct tp_rect *place, int claim) {
  const struct tp_rules *r = tp_app_rules(app);
  char quoted[200], reach[160];
  TP_PRINT(quoted, sizeof quoted, TP_WORD_QUOTED, r->claims[claim].words.title);
  tp_rect_cut_top(place, tp_px(app, gap));
  struct tp_rect line = tp_rect_cut_top(place, tp_px(app, 20.0F));
  tp_ui_label(&app->ui, line, TP_TYPE_SUBHEAD, TP_COLOUR_INK, TP_ALIGN_LEFT, quoted);
  uint32_t name = tp_ui_id_of(tp_ui_id("line"), (uint32_t)tp_claim_slot(r, claim, TP_CREDIBILITY));
  tp_rect_cut_top(place, tp_dossier_line(app, *place, tp_claim_slot(r, claim, TP_CREDIBILITY)));
  tp_guide_mark_id(app, TP_MARK_CLAIM, claim, name);
  tp_guide_see(app, TP_MARK_CLAIM, claim);
  reach_of(app, claim, reach, sizeof reach);
  line = tp_rect_cut_top(place, tp_px(app, note_height + 2.0F));
  tp_ui_label(&app->ui, line, TP_TYPE_NOTE, TP_COLOUR_MUTED, TP_ALIGN_LEFT, reach);
}

static float show_story(struct tp_app *app, struct tp_rect in) {
  const struct tp_rules *r = tp_app_rules(app);
  struct tp_span claims = r->actors[app->board.actor].claims;
  struct tp_rect place = {in.x, in.y, in.w, 1e6F};
  show_contract(app, &place);
  if (!claims.count)
    tp_rect_cut_top(&place, tp_ui_paragraph(&app->ui, place, TP_TYPE_BODY, TP_COLOUR_MUTED,
                                            tp_word(TP_WORD_NO_CLAIMS)));
  else
    tp_rect_cut_top(&place,
                    tp_dossier_line(app, place, tp_actor_slot(r, app->board.actor, TP_NARRATIVE)));
  for (int i = 0; i < claims.count; i++)
    show_claim(app, &place, claims.first + i);
  return place.y - in.y;
}

static float show_ties(struct tp_app *app, struct tp_rect in) {
  const struct tp_rules *r = tp_app_rules(app);
  struct tp_span ties = r->actors[app->board.actor].ties;
  float y = in.y;
  for (int i = 0; i < ties.count; i++) {
    int tie = r->incident[ties.first + i];
    int other = r->ties[tie].a == app->board.actor ? r->ties[tie].b : r->ties[tie].a;
    const double *v = tp_session_world(app->session)->v;
    char figure[TP_FIGURE_MAX];
    bool brittle = v[tp_tie_slot(r, tie, TP_BRITTLE)] > v[tp_tie_slot(r, tie, TP_DURABLE)];
    tp_phrase_number(figure, v[tp_tie_slot(r, tie, TP_COHESION)], 0);
    struct tp_rect line = {in.x, y, in.w, tp_px(app, row_height)};
    struct tp_hit hit = tp_ui_row(&app->ui, tp_ui_id_of(tp_ui_id("tie"), (uint32_t)tie), line,
                                  false, r->actors[other].words.title, figure,
                                  brittle ? TP_COLOUR_BRITTLE : TP_COLOUR_DURABLE);
    tp_app_explain(app, &hit, tp_tie_slot(r, tie, TP_COHESION), tp_session_turn(app->session));
    tp_guide_mark(app, TP_MARK_TIE, tie);
    if (hit.clicked)
      tp_dossier_pick_tie(app, tie);
    y += line.h;
  }
  return y - in.y;
}

/* --- the panel --- */

static const char *kind_of(const struct tp_rules *r, int actor) {
  switch ((enum tp_actor_kind)r->actors[actor].kind) {
  case TP_KIND_POWER:
    return tp_word(TP_WORD_KIND_POWER);
  case TP_KIND_UNION:
    return tp_word(TP_WORD_KIND_UNION);
  case TP_KIND_MEMBER:
    return tp_word(r->actors[actor].votes ? TP_WORD_KIND_MEMBER : TP_WORD_KIND_ALLY);
  case TP_KIND_PARTNER:
    break;
  }
  return tp_word(TP_WORD_KIND_PARTNER);
}

static void show_heading(struct tp_app *app, struct tp_rect *in) {
  const struct tp_rules *r = tp_app_rules(app);
  char over[120];
  bool tie = app->board.tie != TP_NONE;
  struct tp_rect line = tp_rect_cut_top(in, tp_px(app, note_height));
  struct tp_rect close = tp_rect_cut_right(&line, tp_px(app, close_width));
  if (tp_ui_button(&app->ui, tp_ui_id("close dossier"), close, TP_BUTTON_QUIET, "\xc3\x97", NULL)
          .clicked) {
    app->board.dossier = 0;
    tp_geography_colour(app);
  }
  tp_ui_tip(&app->ui, tp_word(TP_WORD_CLOSE));
  TP_PRINT(over, sizeof over, TP_WORD_DOSSIER,
           tie ? tp_word(TP_WORD_KIND_TIE) : kind_of(r, app->board.actor));
  tp_ui_label(&app->ui, line, TP_TYPE_NOTE, TP_COLOUR_MUTED, TP_ALIGN_LEFT, over);
  line = tp_rect_cut_top(in, tp_px(app, head_height));
  if (!tie)
    tp_ui_label(&app->ui, line, TP_TYPE_HEAD, TP_COLOUR_INK, TP_ALIGN_LEFT,
                r->actors[app->board.actor].words.title);
  else
    TP_PRINT(over, sizeof over, TP_WORD_TIE_NAME, r->actors[r->ties[app->board.tie].a].words.title,
             r->actors[r->ties[app->board.tie].b].words.title);
  if (tie)
    tp_ui_label(&app->ui, line, TP_TYPE_HEAD, TP_COLOUR_INK, TP_ALIGN_LEFT, over);
}

void tp_dossier_show(struct tp_app *app, struct tp_rect rect) {
  static float (*const pages[TP_DOSSIER_PAGES])(struct tp_app *, struct tp_rect) = {
      show_values, show_story, show_ties};
  const char *const names[TP_DOSSIER_PAGES] = {
      tp_word(TP_WORD_TAB_VALUES), tp_word(TP_WORD_TAB_STORY), tp_word(TP_WORD_TAB_TIES)};
  tp_ui_panel(&app->ui, rect, TP_COLOUR_PANEL);
  struct tp_rect in = tp_rect_inset(rect, tp_px(app, side), tp_px(app, top));
  show_heading(app, &in);
  if (app->board.tie != TP_NONE) {
    tp_dossier_tie_show(app, in);
    return;
  }
  struct tp_rect tabs = tp_rect_cut_top(&in, tp_px(app, tabs_height));
  tp_ui_tabs(&app->ui, tp_ui_id("dossier tabs"), tabs, names, TP_DOSSIER_PAGES, &app->board.page);
  for (int i = 0; i < TP_DOSSIER_PAGES; i++)
    tp_guide_mark_id(app, TP_GUIDE_PAGE, i, tp_ui_id_of(tp_ui_id("dossier tabs"), (uint32_t)i));
  tp_rect_cut_top(&in, tp_px(app, gap));
  uint32_t list = tp_ui_id_of(tp_ui_id("dossier"),
                              (uint32_t)(app->board.actor * TP_DOSSIER_PAGES + app->board.page));
  struct tp_rect place = tp_ui_scroll_begin(&app->ui, list, in);
  float content = pages[app->board.page](app, place);
  tp_ui_scroll_end(&app->ui, content);
  app->board.dossier_need = in.y - rect.y + content + tp_px(app, top);
}
