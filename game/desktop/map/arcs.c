/*
 * Ties as arcs, as thick as their cohesion: solid where it rests on links between peoples, dotted
 * where on a common adversary. What is looked at or pointed at, and rests on both, shows both
 * strands side by side, each as thick as its part.
 *
 * Drawn in full: the ties of who is looked at or pointed at, those of the player's with the other
 * principals, and that between the regimes that live by a story. Other ties of the guarantor's
 * network are faint; the rest waits for the pointer. In the modes of energy and presence arrows
 * show who depends on whom instead.
 */
#include "desktop/map/geography.h"

#include <math.h>

/* layout, in pixels at scale 1 */
static const float thinnest = 1.4F, thickest = 9.0F, strand_gap = 2.0F, tie_reach = 8.0F;
static const float casing = 5.0F, edge = 1.2F, faint_width = 1.6F, head_long = 9.0F,
                   head_wide = 5.0F;
static const float node_clear = 7.0F; /* arrows end so far from a place */

static const double least_shown = 30.0, least_own = 12.0; /* cohesion; of who is looked at */
static const double least_strand = 5.0, least_flow = 3.0;
static const float most_parting = 0.07F;
enum { faint_alpha = 105, edge_alpha = 150 };

enum prominence { HIDDEN, FAINT, FULL };

/* --- how they curve --- */

enum { samples = 15, bends = 8 };
static const float bend_choices[bends] = {0.14F, -0.14F, 0.2F, -0.2F, 0.08F, -0.08F, 0.29F, -0.29F};

/* In map units: closer than this is too close to a place, to another arc; and so near an end that
 * arcs must meet. */
static const float place_clear = 0.1F, arc_clear = 0.06F, end_near = 0.14F;

struct course {
  struct tp_point from, to, at[samples];
};

static void lay_course(struct course *course, float bend) {
  for (int i = 0; i < samples; i++)
    course->at[i] =
        tp_arc_point(course->from, course->to, bend, (float)(i + 1) / (float)(samples + 1));
}

static float far_from(struct tp_point a, struct tp_point b) {
  return hypotf(a.x - b.x, a.y - b.y);
}

static float lack(float distance, float wanted) {
  return distance < wanted ? (wanted - distance) / wanted : 0.0F;
}

static float crowded_by(const struct course *course, const struct course *other) {
  float cost = 0.0F;
  for (int i = 0; i < samples; i++) {
    struct tp_point at = course->at[i];
    float nearest = 1e6F;
    if (far_from(at, course->from) < end_near || far_from(at, course->to) < end_near)
      continue;
    for (int k = 0; k < samples; k++)
      nearest = fminf(nearest, far_from(at, other->at[k]));
    cost += lack(nearest, arc_clear);
  }
  return cost;
}

static float over_places(const struct course *course, const struct tp_point *places, int count) {
  float cost = 0.0F;
  for (int k = 0; k < count; k++) {
    if (far_from(places[k], course->from) < 1e-4F || far_from(places[k], course->to) < 1e-4F)
      continue;
    for (int i = 0; i < samples; i++)
      cost += 2.0F * lack(far_from(course->at[i], places[k]), place_clear);
  }
  return cost;
}

static bool is_member(const struct tp_rules *r, int actor) {
  return r->actors[actor].kind == TP_KIND_MEMBER;
}

static bool is_regime(const struct tp_rules *r, int actor) {
  return r->actors[actor].claims.count > 0;
}

bool tp_is_principal(const struct tp_rules *r, int actor) {
  return actor == r->player || actor == r->guarantor || is_regime(r, actor);
}

/* The regimes' own first, then the principals', then the others of the great, then members'. */
static int turn_of(const struct tp_rules *r, int tie) {
  int a = r->ties[tie].a, b = r->ties[tie].b;
  if (is_regime(r, a) && is_regime(r, b))
    return 0;
  if (tp_is_principal(r, a) && tp_is_principal(r, b))
    return 1;
  return is_member(r, a) || is_member(r, b) ? 3 : 2;
}

static float best_bend(struct course *courses, int count, const struct tp_point *places,
                       int place_count) {
  struct course *course = &courses[count];
  float best = bend_choices[0], least = 1e9F;
  for (int i = 0; i < bends; i++) {
    lay_course(course, bend_choices[i]);
    float cost = 4.0F * fabsf(bend_choices[i]) + over_places(course, places, place_count);
    for (int k = 0; k < count; k++)
      cost += crowded_by(course, &courses[k]);
    if (cost < least) {
      least = cost;
      best = bend_choices[i];
    }
  }
  lay_course(course, best);
  return best;
}

void tp_arcs_bend(struct tp_app *app) {
  const struct tp_rules *r = tp_app_rules(app);
  struct course courses[TP_TIES_MAX];
  struct tp_point places[TP_ACTORS_MAX];
  int count = 0;
  for (int i = 0; i < r->actor_count; i++)
    tp_map_locate(app->map, (float)r->actors[i].longitude, (float)r->actors[i].latitude,
                  &places[i]);
  for (int turn = 0; turn < 4; turn++) {
    for (int i = 0; i < r->tie_count; i++) {
      if (turn_of(r, i) != turn)
        continue;
      courses[count].from = places[r->ties[i].a];
      courses[count].to = places[r->ties[i].b];
      app->bends[i] = -best_bend(courses, count, places, r->actor_count); /* y is down there */
      count++;
    }
  }
}

/* --- which are drawn --- */

static bool shows_flows(const struct tp_app *app) {
  return app->board.mode == TP_MODE_ENERGY || app->board.mode == TP_MODE_PRESENCE;
}

static bool ends_at(const struct tp_tie *tie, int actor) {
  return actor != TP_NONE && (tie->a == actor || tie->b == actor);
}

/* Ties of members crowd a small place: they are drawn for the member itself. */
static bool of_interest(const struct tp_rules *r, const struct tp_tie *tie, int actor) {
  return is_member(r, actor) || !(is_member(r, tie->a) || is_member(r, tie->b));
}

static enum prominence at_rest(const struct tp_app *app, const struct tp_tie *tie,
                               double cohesion) {
  const struct tp_rules *r = tp_app_rules(app);
  if (app->board.mode != TP_MODE_ACTORS || cohesion < least_shown)
    return HIDDEN; /* the countries' colours speak */
  bool principals = tp_is_principal(r, tie->a) && tp_is_principal(r, tie->b);
  if (principals && (ends_at(tie, r->player) || (is_regime(r, tie->a) && is_regime(r, tie->b))))
    return FULL;
  return tie->ally && !is_member(r, tie->a) && !is_member(r, tie->b) ? FAINT : HIDDEN;
}

static enum prominence prominence_of(const struct tp_app *app, int index) {
  const struct tp_rules *r = tp_app_rules(app);
  const struct tp_board *board = &app->board;
  const struct tp_tie *tie = &r->ties[index];
  double cohesion = tp_session_world(app->session)->v[tie->slot + TP_COHESION];
  if (index == board->tie || index == board->hover_tie)
    return FULL;
  if (ends_at(tie, board->hover_actor) && of_interest(r, tie, board->hover_actor))
    return FULL;
  if (shows_flows(app))
    return HIDDEN;
  if (board->tie == TP_NONE && ends_at(tie, board->actor) && of_interest(r, tie, board->actor) &&
      (cohesion >= least_own || is_member(r, board->actor)))
    return FULL;
  return at_rest(app, tie, cohesion);
}

/* --- drawing --- */

struct arc {
  struct tp_point from, to;
  float bend, durable, brittle; /* widths in pixels; 0: no such strand */
};

static bool is_chosen(const struct tp_app *app, int tie) {
  return tie == app->board.tie || tie == app->board.hover_tie;
}

/* In quarters of a pixel: most ties move less in a turn, and then need not be rasterized anew. */
static float width_of(const struct tp_app *app, double value) {
  float share = (float)fmin(fmax(value, 0.0), 100.0) / 100.0F;
  float width = app->look.scale * (thinnest + (thickest - thinnest) * powf(share, 1.4F));
  return roundf(width * 4.0F) / 4.0F;
}

static struct arc arc_of(const struct tp_app *app, int index) {
  const struct tp_rules *r = tp_app_rules(app);
  const struct tp_tie *tie = &r->ties[index];
  const double *v = tp_session_world(app->session)->v + tie->slot;
  bool lasts = v[TP_DURABLE] >= v[TP_BRITTLE];
  struct arc arc = {.bend = app->bends[index]};
  tp_node_place(app, tie->a, &arc.from);
  tp_node_place(app, tie->b, &arc.to);
  if (is_chosen(app, index) && fmin(v[TP_DURABLE], v[TP_BRITTLE]) >= least_strand) {
    arc.durable = width_of(app, v[TP_DURABLE]);
    arc.brittle = width_of(app, v[TP_BRITTLE]);
  } else {
    *(lasts ? &arc.durable : &arc.brittle) = width_of(app, v[TP_COHESION]);
  }
  return arc;
}

/* How far the strands part in the middle, as a bend: so that their edges do not touch. */
static float parting(const struct tp_app *app, const struct arc *arc) {
  if (arc->durable <= 0.0F || arc->brittle <= 0.0F)
    return 0.0F;
  float length = fmaxf(far_from(arc->from, arc->to), 1.0F);
  float apart = (arc->durable + arc->brittle) * 0.5F + tp_px(app, strand_gap);
  return fminf(0.5F * apart / length, most_parting);
}

static void draw_strand(struct tp_app *app, const struct arc *arc, struct tp_rect map, float bend,
                        float width, enum tp_line_style style, struct tp_colour colour) {
  struct tp_point points[TP_ARC_POINTS];
  struct tp_rect room = tp_rect_inset(map, -2.0F * width, -2.0F * width);
  float period = tp_draw_period(style, width);
  tp_arc_points(arc->from, arc->to, bend, points);
  size_t count = tp_line_within(points, TP_ARC_POINTS, room, period);
  tp_draw_line(app->draw, points, count, width, style, colour);
}

/* With an edge in the colour of panels, so that it is seen on any country and over any other. */
static void draw_edged(struct tp_app *app, const struct arc *arc, struct tp_rect map, float bend,
                       float width, bool brittle) {
  enum tp_line_style style = brittle ? TP_LINE_DOTTED : TP_LINE_SOLID;
  struct tp_colour ground = tp_theme_fade(tp_ink(app, TP_COLOUR_PANEL), edge_alpha);
  draw_strand(app, arc, map, bend, width + 2.0F * tp_px(app, edge), TP_LINE_SOLID, ground);
  draw_strand(app, arc, map, bend, width, style,
              tp_ink(app, brittle ? TP_COLOUR_BRITTLE : TP_COLOUR_DURABLE));
}

void tp_arcs_strand(struct tp_app *app, struct tp_rect map, struct tp_point from,
                    struct tp_point to, float bend, float width, bool brittle) {
  struct arc arc = {.from = from, .to = to};
  draw_edged(app, &arc, map, bend, width, brittle);
}

static void draw_faint(struct tp_app *app, int index, struct tp_rect map) {
  struct arc arc = arc_of(app, index);
  bool brittle = arc.durable <= 0.0F;
  draw_strand(
      app, &arc, map, arc.bend, tp_px(app, faint_width), brittle ? TP_LINE_DOTTED : TP_LINE_SOLID,
      tp_theme_fade(tp_ink(app, brittle ? TP_COLOUR_BRITTLE : TP_COLOUR_DURABLE), faint_alpha));
}

static void draw_full(struct tp_app *app, int index, struct tp_rect map) {
  struct arc arc = arc_of(app, index);
  float part = parting(app, &arc), both = arc.durable + arc.brittle;
  if (is_chosen(app, index))
    draw_strand(app, &arc, map, arc.bend,
                both + tp_px(app, part > 0.0F ? casing + strand_gap : casing), TP_LINE_SOLID,
                tp_ink(app, TP_COLOUR_PANEL));
  if (arc.durable > 0.0F)
    draw_edged(app, &arc, map, arc.bend + part, arc.durable, false);
  if (arc.brittle > 0.0F)
    draw_edged(app, &arc, map, arc.bend - part, arc.brittle, true);
}

/* --- flows --- */

/* A view's arrow, from the subject to who depends on it, its point some way before the place. */
static void draw_flow(struct tp_app *app, struct tp_rect map, int view, double value) {
  const struct tp_rules *r = tp_app_rules(app);
  const struct tp_view *v = &r->views[view];
  struct arc arc = {.bend = v->tie != TP_NONE ? app->bends[v->tie] : bend_choices[0]};
  tp_node_place(app, v->to, &arc.from);
  tp_node_place(app, v->from, &arc.to);
  if (v->tie != TP_NONE && r->ties[v->tie].a == v->from) /* seen from the other end */
    arc.bend = -arc.bend;
  float length = fmaxf(far_from(arc.from, arc.to), 1.0F), clear = tp_px(app, node_clear);
  float width = width_of(app, value);
  float wide = width * 0.5F + tp_px(app, head_wide), long_ = width + tp_px(app, head_long);
  struct tp_point tip = tp_arc_point(arc.from, arc.to, arc.bend, 1.0F - clear / length);
  struct tp_point back = tp_arc_point(arc.from, arc.to, arc.bend, 1.0F - (clear + long_) / length);
  float dx = tip.x - back.x, dy = tip.y - back.y, norm = fmaxf(hypotf(dx, dy), 1e-3F);
  struct tp_point head[3] = {tip,
                             {back.x - dy / norm * wide, back.y + dx / norm * wide},
                             {back.x + dy / norm * wide, back.y - dx / norm * wide}};
  struct tp_colour colour = tp_ink(app, TP_COLOUR_INK);
  struct tp_point points[TP_ARC_POINTS];
  for (int i = 0; i < TP_ARC_POINTS; i++)
    points[i] = tp_arc_point(arc.from, arc.to, arc.bend,
                             (1.0F - (clear + long_ * 0.9F) / length) * (float)i /
                                 (float)(TP_ARC_POINTS - 1));
  size_t count = tp_line_within(points, TP_ARC_POINTS, tp_rect_inset(map, -width, -width), 0.0F);
  tp_draw_line(app->draw, points, count, width, TP_LINE_SOLID, colour);
  tp_draw_polygon(app->draw, head, 3, colour);
}

static void draw_flows(struct tp_app *app, struct tp_rect map) {
  const struct tp_rules *r = tp_app_rules(app);
  const double *v = tp_session_world(app->session)->v;
  int subject = tp_mode_subject(app);
  if (subject == TP_NONE)
    return;
  struct tp_span seen = r->actors[subject].seen;
  for (int i = 0; i < seen.count; i++) {
    int view = r->outlooks[seen.first + i];
    int slot = tp_view_slot(r, view, app->board.mode == TP_MODE_ENERGY ? TP_ENERGY : TP_PRESENCE);
    if (!is_member(r, r->views[view].from) && v[slot] >= least_flow &&
        !tp_session_hides(app->session, slot))
      draw_flow(app, map, view, v[slot]);
  }
}

void tp_arcs_draw(struct tp_app *app, struct tp_rect map) {
  int count = tp_app_rules(app)->tie_count;
  for (int i = 0; i < count; i++)
    if (prominence_of(app, i) == FAINT)
      draw_faint(app, i, map);
  if (shows_flows(app))
    draw_flows(app, map);
  for (int i = 0; i < count; i++)
    if (prominence_of(app, i) == FULL && i != app->board.tie)
      draw_full(app, i, map);
  if (app->board.tie != TP_NONE)
    draw_full(app, app->board.tie, map);
}

int tp_arcs_at(const struct tp_app *app, float x, float y) {
  float nearest = tp_px(app, tie_reach);
  int found = TP_NONE;
  for (int i = 0; i < tp_app_rules(app)->tie_count; i++) {
    if (prominence_of(app, i) == HIDDEN)
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
