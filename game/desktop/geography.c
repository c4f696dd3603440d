/*
 * The map on the board: countries in the colours of the mode, ties as arcs, actors as nodes with
 * their names.
 *
 * A tie is drawn as thick as its cohesion, solid where links between peoples carry it and dotted
 * where a common adversary does. At rest only ties of some strength between those who are no
 * members are drawn; those of the actor that is looked at are drawn always.
 */
#include "desktop/screens.h"
#include "desktop/widgets.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* layout, in pixels at scale 1 */
static const float node_radius = 4.0F, node_reach = 10.0F, label_gap = 8.0F;
static const float thinnest = 0.9F, thickest = 7.0F, halo_wide = 2.0F, tie_reach = 7.0F;
static const float key_step = 36.0F, zoom_step = 1.15F, click_slack = 5.0F;
static const double least_shown = 30.0, least_own = 12.0; /* cohesion; of who is looked at */
static const float bend_least = 0.08F, bend_step = 0.045F;
static const float close_up = 2.2F; /* zoom from which members are named */
static const float ally_tint = 0.35F;

/* --- colours --- */

static struct tp_colour own_colour(const struct tp_app *app, int actor) {
  const struct tp_rules *r = tp_app_rules(app);
  uint32_t rgb = r->actors[actor].color;
  struct tp_colour colour = {(uint8_t)(rgb >> 16), (uint8_t)(rgb >> 8), (uint8_t)rgb, 255};
  if (actor == r->unite)
    return tp_ink(app, TP_COLOUR_EUROPE);
  if (actor == r->adversary)
    return tp_ink(app, TP_COLOUR_RUSSIA);
  if (actor == r->guarantor)
    return tp_ink(app, TP_COLOUR_AMERICA);
  if (r->actors[actor].kind == TP_KIND_MEMBER && r->actors[actor].votes)
    return tp_theme_mix(tp_ink(app, TP_COLOUR_EUROPE), colour, 0.45F);
  if (r->actors[actor].kind == TP_KIND_MEMBER)
    return tp_theme_mix(tp_ink(app, TP_COLOUR_EUROPE), tp_ink(app, TP_COLOUR_PAPER), ally_tint);
  return app->look.kind == TP_THEME_LIGHT
             ? colour
             : tp_theme_mix(colour, tp_ink(app, TP_COLOUR_LAND), 0.15F);
}

/* Paper at 0, the mode's own colour at 100. */
static struct tp_colour ramp(const struct tp_app *app, double value) {
  static const enum tp_colour_role full[TP_MODES] = {
      TP_COLOUR_EUROPE, TP_COLOUR_DURABLE, TP_COLOUR_BRITTLE, TP_COLOUR_ACCENT, TP_COLOUR_EUROPE};
  struct tp_colour strong = tp_ink(app, full[app->board.mode]);
  float share = 0.08F + 0.92F * (float)fmin(fmax(value / 100.0, 0.0), 1.0);
  return tp_theme_mix(tp_ink(app, TP_COLOUR_CARD), strong, share);
}

/* Whose alignment the mode shows: that of the actor looked at, the player's to begin with. */
static int alignment_with(const struct tp_app *app) {
  return app->board.actor != TP_NONE ? app->board.actor : tp_session_player(app->session);
}

/* The variable that colours the actor in this mode, or TP_NONE. */
static int shown_slot(const struct tp_app *app, int actor) {
  const struct tp_rules *r = tp_app_rules(app);
  int tie;
  switch ((enum tp_map_mode)app->board.mode) {
  case TP_MODE_STABILITY:
    return tp_actor_slot(r, actor, TP_STABILITY);
  case TP_MODE_THREAT:
    return tp_actor_slot(r, actor, TP_THREAT);
  case TP_MODE_CONSENT:
    return tp_actor_has(r, actor, TP_CONSENT) && r->actors[actor].kind == TP_KIND_MEMBER
               ? tp_actor_slot(r, actor, TP_CONSENT)
               : TP_NONE;
  case TP_MODE_ALIGNMENT:
    tie = tp_rules_tie(r, alignment_with(app), actor);
    return tie != TP_NONE ? tp_tie_slot(r, tie, TP_ALIGNMENT) : TP_NONE;
  case TP_MODE_ACTORS:
  case TP_MODES:
    break;
  }
  return TP_NONE;
}

static struct tp_colour shown_colour(const struct tp_app *app, int actor) {
  if (app->board.mode == TP_MODE_ACTORS)
    return own_colour(app, actor);
  if (app->board.mode == TP_MODE_ALIGNMENT && actor == alignment_with(app))
    return own_colour(app, actor);
  int slot = shown_slot(app, actor);
  if (slot == TP_NONE || tp_session_hides(app->session, slot))
    return tp_ink(app, TP_COLOUR_LAND);
  return ramp(app, tp_session_world(app->session)->v[slot]);
}

/* Does the actor hold the country with this ISO number? */
static bool holds(const struct tp_actor *actor, int code) {
  char *end;
  for (const char *c = actor->countries; c && *c; c = *end ? end + 1 : end) {
    if (strtol(c, &end, 10) == code)
      return true;
    if (end == c)
      return false;
  }
  return false;
}

static void colour_actor(struct tp_app *app, int actor) {
  struct tp_colour colour = shown_colour(app, actor);
  char *end;
  for (const char *c = tp_app_rules(app)->actors[actor].countries; c && *c;
       c = *end ? end + 1 : end) {
    int code = (int)strtol(c, &end, 10);
    if (end == c)
      return;
    tp_map_colour(app->map, code, colour);
  }
}

void tp_geography_colour(struct tp_app *app) {
  tp_map_uncolour(app->map);
  for (int i = 0; app->session && i < tp_app_rules(app)->actor_count; i++)
    colour_actor(app, i);
}

/* --- ties --- */

struct arc {
  struct tp_point from, to;
  float bend, width;
  bool brittle;
};

static bool is_member(const struct tp_rules *r, int actor) {
  return r->actors[actor].kind == TP_KIND_MEMBER;
}

static bool tie_of_chosen(const struct tp_app *app, int tie) {
  const struct tp_tie *t = &tp_app_rules(app)->ties[tie];
  return app->board.tie == TP_NONE && (t->a == app->board.actor || t->b == app->board.actor);
}

static bool tie_shown(const struct tp_app *app, int tie) {
  const struct tp_rules *r = tp_app_rules(app);
  const struct tp_tie *t = &r->ties[tie];
  double cohesion = tp_session_world(app->session)->v[tp_tie_slot(r, tie, TP_COHESION)];
  if (tie == app->board.tie)
    return true;
  bool of_chosen = tie_of_chosen(app, tie);
  if (of_chosen && is_member(r, app->board.actor))
    return true;
  if (is_member(r, t->a) || is_member(r, t->b))
    return false;
  if (app->board.mode != TP_MODE_ACTORS && !of_chosen)
    return false; /* the countries' colours speak */
  return cohesion >= (of_chosen ? least_own : least_shown);
}

static struct arc arc_of(const struct tp_app *app, int tie) {
  const struct tp_rules *r = tp_app_rules(app);
  const double *v = tp_session_world(app->session)->v;
  const struct tp_actor *a = &r->actors[r->ties[tie].a], *b = &r->actors[r->ties[tie].b];
  float cohesion = (float)v[tp_tie_slot(r, tie, TP_COHESION)] / 100.0F;
  struct arc arc;
  tp_map_project(app->map, (float)a->longitude, (float)a->latitude, &arc.from);
  tp_map_project(app->map, (float)b->longitude, (float)b->latitude, &arc.to);
  float side = arc.from.x < arc.to.x ? 1.0F : -1.0F;
  arc.bend = side * (bend_least + bend_step * (float)(tie % 3));
  arc.width = app->look.scale * (thinnest + (thickest - thinnest) * cohesion * sqrtf(cohesion));
  arc.brittle = v[tp_tie_slot(r, tie, TP_BRITTLE)] > v[tp_tie_slot(r, tie, TP_DURABLE)];
  return arc;
}

static void draw_ties(struct tp_app *app) {
  for (int i = 0; i < tp_app_rules(app)->tie_count; i++) {
    if (!tie_shown(app, i))
      continue;
    struct arc arc = arc_of(app, i);
    bool chosen = i == app->board.tie;
    struct tp_colour colour = tp_ink(app, arc.brittle ? TP_COLOUR_BRITTLE : TP_COLOUR_DURABLE);
    if (chosen)
      tp_draw_arc(app->draw, arc.from, arc.to, arc.bend, arc.width + tp_px(app, 5.0F),
                  TP_LINE_SOLID, tp_ink(app, TP_COLOUR_PANEL));
    tp_draw_arc(app->draw, arc.from, arc.to, arc.bend, arc.width,
                arc.brittle ? TP_LINE_DOTTED : TP_LINE_SOLID,
                chosen || tie_of_chosen(app, i) ? colour : tp_theme_fade(colour, 110));
  }
}

static int tie_at(const struct tp_app *app, float x, float y) {
  float nearest = tp_px(app, tie_reach);
  int found = TP_NONE;
  for (int i = 0; i < tp_app_rules(app)->tie_count; i++) {
    if (!tie_shown(app, i))
      continue;
    struct arc arc = arc_of(app, i);
    float far = tp_arc_distance(arc.from, arc.to, arc.bend, (struct tp_point){x, y});
    if (far < nearest) {
      nearest = far;
      found = i;
    }
  }
  return found;
}

/* --- nodes --- */

static bool node_shown(const struct tp_app *app, int actor) {
  const struct tp_rules *r = tp_app_rules(app);
  if (!is_member(r, actor) || actor == app->board.actor)
    return true;
  if (app->board.tie != TP_NONE &&
      (r->ties[app->board.tie].a == actor || r->ties[app->board.tie].b == actor))
    return true;
  return tp_map_view(app->map).zoom >= close_up;
}

/* The line under a name: the value that the mode shows, or what matters most of the great ones. */
static void note_of(const struct tp_app *app, int actor, char *text, size_t size) {
  const struct tp_rules *r = tp_app_rules(app);
  int slot = shown_slot(app, actor);
  enum tp_word word = TP_WORD_NOTE_VALUE;
  text[0] = '\0';
  if (app->board.mode == TP_MODE_ACTORS &&
      (r->actors[actor].kind == TP_KIND_POWER || r->actors[actor].kind == TP_KIND_UNION)) {
    word = actor == r->unite ? TP_WORD_NOTE_AUTONOMY : TP_WORD_NOTE_STABILITY;
    slot = tp_actor_slot(r, actor, actor == r->unite ? TP_AUTONOMY : TP_STABILITY);
  }
  if (slot != TP_NONE && !tp_session_hides(app->session, slot))
    tp_word_print(text, size, word, (int)lround(tp_session_world(app->session)->v[slot]));
}

static void show_node(struct tp_app *app, int actor, struct tp_rect map) {
  const struct tp_actor *a = &tp_app_rules(app)->actors[actor];
  struct tp_point at;
  if (!tp_map_project(app->map, (float)a->longitude, (float)a->latitude, &at) ||
      !tp_rect_has(map, at.x, at.y))
    return;
  float reach = tp_px(app, node_reach), x = at.x + tp_px(app, label_gap);
  bool chosen = actor == app->board.actor && app->board.tie == TP_NONE;
  char note[140];
  struct tp_rect rect = {at.x - reach, at.y - reach, 2.0F * reach, 2.0F * reach};
  struct tp_hit hit = tp_ui_emit(&app->ui, TP_WIDGET_BUTTON, tp_ui_id(a->words.id), rect, true,
                                 true, a->words.title);
  if (hit.clicked)
    tp_dossier_pick_actor(app, actor);
  if (hit.focused)
    tp_ui_focus_ring(&app->ui, rect);
  tp_draw_circle(app->draw, at.x, at.y, tp_px(app, node_radius), tp_ink(app, TP_COLOUR_INK));
  if (chosen || hit.hovered)
    tp_draw_ring(app->draw, at.x, at.y, tp_px(app, node_radius + 3.0F), tp_px(app, 1.5F),
                 tp_ink(app, TP_COLOUR_INK));
  tp_text_halo(app->fonts, tp_face(app, TP_TYPE_MAP), tp_ink(app, TP_COLOUR_INK),
               tp_ink(app, TP_COLOUR_PANEL), (int)tp_px(app, halo_wide), x, at.y + tp_px(app, 4.0F),
               TP_ALIGN_LEFT, a->words.title);
  note_of(app, actor, note, sizeof note);
  if (note[0])
    tp_text_halo(app->fonts, tp_face(app, TP_TYPE_NOTE), tp_ink(app, TP_COLOUR_MUTED),
                 tp_ink(app, TP_COLOUR_PANEL), (int)tp_px(app, halo_wide), x,
                 at.y + tp_px(app, 18.0F), TP_ALIGN_LEFT, note);
}

/* --- handling --- */

static void pick_at(struct tp_app *app, float x, float y) {
  const struct tp_rules *r = tp_app_rules(app);
  int tie = tie_at(app, x, y);
  if (tie != TP_NONE) {
    tp_dossier_pick_tie(app, tie);
    return;
  }
  int code = tp_map_country_at(app->map, x, y);
  for (int i = 0; code && i < r->actor_count; i++) {
    if (holds(&r->actors[i], code)) {
      tp_dossier_pick_actor(app, i);
      return;
    }
  }
}

static void move_by_keys(struct tp_app *app, struct tp_rect map) {
  struct tp_ui *ui = &app->ui;
  float step = tp_px(app, key_step);
  float dx = (float)((int)tp_ui_key(ui, TP_KEY_LEFT) - (int)tp_ui_key(ui, TP_KEY_RIGHT));
  float dy = (float)((int)tp_ui_key(ui, TP_KEY_UP) - (int)tp_ui_key(ui, TP_KEY_DOWN));
  (void)map;
  if (dx != 0.0F || dy != 0.0F)
    tp_map_pan(app->map, dx * step, dy * step);
}

static void zoom_by_keys(struct tp_app *app, struct tp_rect map) {
  struct tp_ui *ui = &app->ui;
  float x = map.x + map.w * 0.5F, y = map.y + map.h * 0.5F;
  if (tp_ui_key(ui, TP_KEY_PLUS))
    tp_map_zoom(app->map, zoom_step, x, y);
  if (tp_ui_key(ui, TP_KEY_MINUS))
    tp_map_zoom(app->map, 1.0F / zoom_step, x, y);
  if (tp_ui_key(ui, TP_KEY_HOME))
    tp_map_look(app->map, tp_map_default_view());
}

/* What lies under the pointer, told beside it: a tie, else a country. */
static void show_tip(struct tp_app *app) {
  const struct tp_rules *r = tp_app_rules(app);
  float x = app->ui.input.mouse_x, y = app->ui.input.mouse_y;
  char words[200], cohesion[24];
  int tie = tie_at(app, x, y);
  if (tie != TP_NONE) {
    snprintf(cohesion, sizeof cohesion, "%.0f",
             tp_session_world(app->session)->v[tp_tie_slot(r, tie, TP_COHESION)]);
    tp_word_print(words, sizeof words, TP_WORD_TIE_TIP, r->actors[r->ties[tie].a].words.title,
                  r->actors[r->ties[tie].b].words.title, cohesion);
  } else {
    snprintf(words, sizeof words, "%s", tp_map_name_at(app->map, x, y));
  }
  tp_ui_tip(&app->ui, words);
  app->ui.tip_at = (struct tp_rect){x, y, tp_px(app, 12.0F), tp_px(app, 16.0F)};
}

void tp_geography_show(struct tp_app *app, struct tp_rect rect) {
  struct tp_ui *ui = &app->ui;
  struct tp_hit hit = tp_ui_area(ui, tp_ui_id("map"), rect, true, tp_word(TP_WORD_MAP));
  bool dragged = hit.held && (fabsf(hit.drag_x) + fabsf(hit.drag_y) > 0.0F);
  tp_map_place(app->map, rect);
  if (hit.hovered && !hit.held)
    show_tip(app);
  if (ui->input.pressed)
    app->board.map_moving = 0;
  if (dragged) {
    tp_map_pan(app->map, hit.drag_x, hit.drag_y);
    app->board.map_moving += (int)(fabsf(hit.drag_x) + fabsf(hit.drag_y));
  }
  if (hit.hovered) {
    float wheel = tp_ui_wheel(ui);
    if (wheel != 0.0F)
      tp_map_zoom(app->map, powf(zoom_step, wheel), ui->input.mouse_x, ui->input.mouse_y);
  }
  if (app->overlay == TP_OVERLAY_NONE) {
    if (hit.focused)
      move_by_keys(app, rect);
    zoom_by_keys(app, rect);
  }
  if (hit.clicked && (float)app->board.map_moving <= tp_px(app, click_slack) && hit.hovered)
    pick_at(app, ui->input.mouse_x, ui->input.mouse_y);
  tp_map_draw(app->map, app->draw, rect, hit.held && app->board.map_moving > 0);
  tp_draw_clip_push(app->draw, rect);
  draw_ties(app);
  for (int i = 0; i < tp_app_rules(app)->actor_count; i++)
    if (node_shown(app, i))
      show_node(app, i, rect);
  tp_draw_clip_pop(app->draw);
  if (hit.focused)
    tp_ui_focus_ring(ui, tp_rect_inset(rect, tp_px(app, 2.0F), tp_px(app, 2.0F)));
}

/* --- legend --- */

static void legend_tie(struct tp_app *app, struct tp_rect line, bool brittle) {
  struct tp_point ends[2] = {{line.x + tp_px(app, 6.0F), line.y + line.h * 0.5F},
                             {line.x + tp_px(app, 66.0F), line.y + line.h * 0.5F}};
  tp_draw_line(app->draw, ends, 2, tp_px(app, 5.0F), brittle ? TP_LINE_DOTTED : TP_LINE_SOLID,
               tp_ink(app, brittle ? TP_COLOUR_BRITTLE : TP_COLOUR_DURABLE));
  tp_rect_cut_left(&line, tp_px(app, 82.0F));
  tp_ui_label(&app->ui, line, TP_TYPE_BODY, TP_COLOUR_INK, TP_ALIGN_LEFT,
              tp_word(brittle ? TP_WORD_LEGEND_BRITTLE : TP_WORD_LEGEND_DURABLE));
}

static void legend_ramp(struct tp_app *app, struct tp_rect in) {
  static const enum tp_word words[TP_MODES] = {TP_WORD_LEGEND_TIES, TP_WORD_LEGEND_STABILITY,
                                               TP_WORD_LEGEND_THREAT, TP_WORD_LEGEND_ALIGNMENT,
                                               TP_WORD_LEGEND_CONSENT};
  enum { steps = 20 };
  char text[160];
  struct tp_rect line = tp_rect_cut_top(&in, tp_px(app, 24.0F));
  tp_word_print(text, sizeof text, words[app->board.mode],
                tp_app_rules(app)->actors[alignment_with(app)].words.title);
  tp_ui_label(&app->ui, line, TP_TYPE_BODY, TP_COLOUR_INK, TP_ALIGN_LEFT, text);
  struct tp_rect bar = tp_rect_cut_top(&in, tp_px(app, 12.0F));
  float step = bar.w / (float)steps;
  for (int i = 0; i < steps; i++) {
    struct tp_rect part = {bar.x + (float)i * step, bar.y, step + 1.0F, bar.h};
    tp_draw_rect(app->draw, tp_rect_overlap(part, bar),
                 ramp(app, 100.0 * (double)i / (double)(steps - 1)));
  }
  tp_draw_frame(app->draw, bar, (int)tp_px(app, 1.0F), tp_ink(app, TP_COLOUR_RULE));
  line = tp_rect_cut_top(&in, tp_px(app, 16.0F));
  tp_ui_label(&app->ui, line, TP_TYPE_NOTE, TP_COLOUR_MUTED, TP_ALIGN_LEFT, "0");
  tp_ui_label(&app->ui, line, TP_TYPE_NOTE, TP_COLOUR_MUTED, TP_ALIGN_RIGHT, "100");
}

void tp_legend_show(struct tp_app *app, struct tp_rect rect) {
  tp_ui_panel(&app->ui, rect, TP_COLOUR_PANEL);
  struct tp_rect in = tp_rect_inset(rect, tp_px(app, 16.0F), tp_px(app, 12.0F));
  if (app->board.mode != TP_MODE_ACTORS) {
    legend_ramp(app, in);
    return;
  }
  tp_ui_label(&app->ui, tp_rect_cut_top(&in, tp_px(app, 16.0F)), TP_TYPE_NOTE, TP_COLOUR_MUTED,
              TP_ALIGN_LEFT, tp_word(TP_WORD_LEGEND_TIES));
  for (int i = 0; i < 2; i++) {
    tp_rect_cut_top(&in, tp_px(app, 4.0F));
    legend_tie(app, tp_rect_cut_top(&in, tp_px(app, 20.0F)), i == 1);
  }
}
