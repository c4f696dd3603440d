/*
 * The actors on the map: a dot where each stands, and its name beside it, with the mode's figure
 * under the name. Names keep clear of each other and of the panels; who matters most chooses first.
 * Members are named from close by, where consent is shown, and when they are looked at.
 */
#include "desktop/map/geography.h"
#include "desktop/map/labels.h"
#include "desktop/screens.h"
#include "desktop/widgets/widgets.h"

#include <math.h>
#include <stdio.h>

/* layout, in pixels at scale 1 */
static const float node_radius = 4.0F, node_reach = 12.0F, label_gap = 8.0F, halo_wide = 2.0F;
static const float name_height = 14.0F, note_height = 13.0F, ring_gap = 3.0F, ring_wide = 1.5F;
static const float map_edge = 4.0F, leader_wide = 1.0F;
static const float close_up = 1.7F; /* zoom from which members are named */

enum { most_taken = 48 };

bool tp_node_place(const struct tp_app *app, int actor, struct tp_point *at) {
  const struct tp_actor *a = &tp_app_rules(app)->actors[actor];
  return tp_map_project(app->map, (float)a->longitude, (float)a->latitude, at);
}

/* --- who is shown --- */

static bool is_end(const struct tp_app *app, int tie, int actor) {
  const struct tp_rules *r = tp_app_rules(app);
  return tie != TP_NONE && (r->ties[tie].a == actor || r->ties[tie].b == actor);
}

static bool is_looked_at(const struct tp_app *app, int actor) {
  return (app->board.tie == TP_NONE && actor == app->board.actor) ||
         is_end(app, app->board.tie, actor);
}

static bool is_shown(const struct tp_app *app, int actor) {
  const struct tp_rules *r = tp_app_rules(app);
  bool consent = app->board.mode == TP_MODE_CONSENT;
  if (r->actors[actor].kind == TP_KIND_UNION)
    return !consent || is_looked_at(app, actor);
  return r->actors[actor].kind != TP_KIND_MEMBER || consent || is_looked_at(app, actor) ||
         is_end(app, app->board.hover_tie, actor) || tp_map_view(app->map).zoom >= close_up;
}

/* The lower, the earlier it chooses its place. */
static double rank_of(const struct tp_app *app, int actor) {
  const struct tp_rules *r = tp_app_rules(app);
  const struct tp_actor *a = &r->actors[actor];
  if (is_looked_at(app, actor))
    return 0.0;
  if (actor == app->board.hover_actor || is_end(app, app->board.hover_tie, actor))
    return 1.0;
  if (actor == r->player || actor == r->adversary || actor == r->guarantor)
    return 2.0;
  return (a->kind == TP_KIND_MEMBER ? 5.0 : a->kind == TP_KIND_POWER ? 3.0 : 4.0) - a->size / 100.0;
}

/* --- placing --- */

struct node {
  int actor;
  char note[140];
};

static bool is_taken(const struct tp_rect *taken, int count, float x, float y) {
  for (int i = 0; i < count; i++)
    if (tp_rect_has(taken[i], x, y))
      return true;
  return false;
}

/* Panels over the map, as the last frame left them. */
static int list_taken(const struct tp_app *app, struct tp_rect map,
                      struct tp_rect taken[most_taken]) {
  const struct tp_ui_item *items = app->ui.items[!app->ui.current];
  int count = 0;
  for (int i = 0; i < app->ui.item_counts[!app->ui.current] && count < most_taken; i++) {
    struct tp_rect common = tp_rect_overlap(items[i].rect, map);
    if (items[i].widget == TP_WIDGET_PANEL && items[i].layer == 0 && common.w > 0.0F &&
        common.h > 0.0F)
      taken[count++] = tp_rect_inset(common, -tp_px(app, map_edge), -tp_px(app, map_edge));
  }
  return count;
}

static void measure(struct tp_app *app, const struct node *node, struct tp_label *label) {
  const char *name = tp_app_rules(app)->actors[node->actor].words.title;
  label->w = tp_text_width(app->fonts, tp_face(app, TP_TYPE_MAP), name);
  label->h = tp_px(app, name_height);
  if (node->note[0]) {
    label->w =
        fmaxf(label->w, tp_text_width(app->fonts, tp_face(app, TP_TYPE_NOTE_MEDIUM), node->note));
    label->h += tp_px(app, note_height);
  }
}

/* The nodes that are in sight, by rank. */
static int gather(struct tp_app *app, struct tp_rect map, const struct tp_rect *taken, int panels,
                  struct node nodes[TP_ACTORS_MAX], struct tp_label labels[TP_ACTORS_MAX]) {
  int count = 0;
  for (int i = 0; i < tp_app_rules(app)->actor_count; i++) {
    struct tp_label label = {.side = app->board.sides[i],
                             .must = is_looked_at(app, i) || i == app->board.hover_actor};
    struct node node = {i, ""};
    if (!is_shown(app, i) || !tp_node_place(app, i, &label.at) ||
        !tp_rect_has(map, label.at.x, label.at.y) ||
        is_taken(taken, panels, label.at.x, label.at.y))
      continue;
    tp_mode_note(app, i, node.note, sizeof node.note);
    measure(app, &node, &label);
    int at = count++;
    for (; at > 0 && rank_of(app, i) < rank_of(app, nodes[at - 1].actor); at--) {
      nodes[at] = nodes[at - 1];
      labels[at] = labels[at - 1];
    }
    nodes[at] = node;
    labels[at] = label;
  }
  return count;
}

/* --- drawing --- */

static void draw_words(struct tp_app *app, const struct tp_label *label, const struct node *node) {
  bool left = label->side == TP_SIDE_LEFT || label->side == TP_SIDE_LEFT_ABOVE ||
              label->side == TP_SIDE_LEFT_BELOW;
  bool middle = label->side == TP_SIDE_ABOVE || label->side == TP_SIDE_BELOW;
  enum tp_align align = left ? TP_ALIGN_RIGHT : middle ? TP_ALIGN_CENTRE : TP_ALIGN_LEFT;
  float x = left     ? label->rect.x + label->rect.w
            : middle ? label->rect.x + roundf(label->rect.w * 0.5F)
                     : label->rect.x;
  struct tp_rect line = {label->rect.x, label->rect.y, label->rect.w, tp_px(app, name_height)};
  struct tp_type type = tp_face(app, TP_TYPE_MAP), small = tp_face(app, TP_TYPE_NOTE_MEDIUM);
  struct tp_colour ground = tp_ink(app, TP_COLOUR_PANEL);
  int halo = (int)tp_px(app, halo_wide);
  tp_text_halo(app->fonts, type, tp_ink(app, TP_COLOUR_INK), ground, halo, x,
               tp_text_baseline(app->fonts, type, line), align,
               tp_app_rules(app)->actors[node->actor].words.title);
  line.y += line.h;
  line.h = tp_px(app, note_height);
  if (node->note[0])
    tp_text_halo(app->fonts, small, tp_ink(app, TP_COLOUR_INK), ground, halo, x,
                 tp_text_baseline(app->fonts, small, line), align, node->note);
}

static void draw_leader(struct tp_app *app, const struct tp_label *label) {
  struct tp_rect r = label->rect;
  struct tp_point ends[2] = {
      label->at,
      {fminf(fmaxf(label->at.x, r.x), r.x + r.w), fminf(fmaxf(label->at.y, r.y), r.y + r.h)}};
  tp_draw_line(app->draw, ends, 2, tp_px(app, leader_wide), TP_LINE_SOLID,
               tp_ink(app, TP_COLOUR_INK));
}

static struct tp_rect around(struct tp_point at, float reach) {
  return (struct tp_rect){at.x - reach, at.y - reach, 2.0F * reach, 2.0F * reach};
}

/* Dot and name are one thing to point at; a name far away is only told by its line. */
static struct tp_rect hit_rect(const struct tp_app *app, const struct tp_label *label) {
  struct tp_rect dot = around(label->at, tp_px(app, node_reach)), r = label->rect;
  if (!label->placed || label->far)
    return dot;
  float x = fminf(dot.x, r.x), y = fminf(dot.y, r.y);
  return (struct tp_rect){x, y, fmaxf(dot.x + dot.w, r.x + r.w) - x,
                          fmaxf(dot.y + dot.h, r.y + r.h) - y};
}

static void show_node(struct tp_app *app, const struct tp_label *label, const struct node *node) {
  const struct tp_actor *actor = &tp_app_rules(app)->actors[node->actor];
  struct tp_ui *ui = &app->ui;
  struct tp_rect rect = hit_rect(app, label);
  struct tp_hit hit = tp_ui_emit(ui, TP_WIDGET_BUTTON, tp_ui_id(actor->words.id), rect, true, true,
                                 actor->words.title);
  tp_guide_mark(app, TP_MARK_ACTOR, node->actor);
  if (hit.clicked)
    tp_dossier_pick_actor(app, node->actor);
  if (hit.hovered || (hit.focused && ui->focus_shown))
    app->board.hover_next = node->actor;
  hit.clicked = false; /* it has opened the dossier */
  tp_app_explain(app, &hit, tp_mode_slot(app, node->actor), tp_session_turn(app->session));
  if (label->far && label->placed)
    draw_leader(app, label);
  tp_draw_circle(app->draw, label->at.x, label->at.y, tp_px(app, node_radius),
                 tp_ink(app, TP_COLOUR_INK));
  if (is_looked_at(app, node->actor) || hit.hovered)
    tp_draw_ring(app->draw, label->at.x, label->at.y, tp_px(app, node_radius + ring_gap),
                 tp_px(app, ring_wide), tp_ink(app, TP_COLOUR_INK));
  if (label->placed)
    draw_words(app, label, node);
  if (hit.focused)
    tp_ui_focus_ring(ui, rect);
}

void tp_nodes_show(struct tp_app *app, struct tp_rect map) {
  struct tp_rect taken[most_taken];
  struct tp_label labels[TP_ACTORS_MAX];
  struct node nodes[TP_ACTORS_MAX];
  int panels = list_taken(app, map, taken);
  int count = gather(app, map, taken, panels, nodes, labels);
  struct tp_rect limits = tp_rect_inset(map, tp_px(app, map_edge), tp_px(app, map_edge));
  tp_labels_place(labels, count, taken, panels, limits, tp_px(app, label_gap),
                  tp_px(app, node_radius));
  for (int i = 0; i < count; i++)
    if (labels[i].placed)
      app->board.sides[nodes[i].actor] = labels[i].side;
  /* In the order of the actors: ranks change with what has the keyboard, and Tab would go in
   * circles.
   */
  for (int actor = 0; actor < tp_app_rules(app)->actor_count; actor++)
    for (int i = 0; i < count; i++)
      if (nodes[i].actor == actor)
        show_node(app, &labels[i], &nodes[i]);
}
