/* The map on the board: how it is moved, pointed at and clicked, by mouse and by keys. */
#include "desktop/map/geography.h"

#include "desktop/screens.h"
#include "desktop/widgets/widgets.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* layout, in pixels at scale 1 */
static const float key_step = 64.0F, stick_step = 14.0F, zoom_step = 1.15F, key_zoom = 1.3F,
                   click_slack = 5.0F;
static const float near_miss = 9.0F; /* so far off a coast the country is still meant */

/* --- countries --- */

static bool lists(const char *countries, int code) {
  char *end;
  for (const char *c = countries; c && *c; c = *end ? end + 1 : end) {
    if (strtol(c, &end, 10) == code)
      return true;
    if (end == c)
      return false;
  }
  return false;
}

/* The actor that holds the country with this ISO number, or TP_NONE. */
static int actor_of_country(const struct tp_rules *r, int code) {
  for (int i = 0; code && i < r->actor_count; i++)
    if (lists(r->actors[i].countries, code))
      return i;
  return TP_NONE;
}

static void visit_own(const char *countries, void (*visit)(int, void *), void *context) {
  char *end;
  for (const char *c = countries; c && *c; c = *end ? end + 1 : end) {
    int code = (int)strtol(c, &end, 10);
    if (end == c)
      return;
    visit(code, context);
  }
}

/* Does `visit` for each country the actor holds; for a union, those of its members. */
static void each_country(const struct tp_rules *r, int actor,
                         void (*visit)(int code, void *context), void *context) {
  visit_own(r->actors[actor].countries, visit, context);
  for (int i = 0; actor == r->unite && i < r->actor_count; i++)
    if (r->actors[i].kind == TP_KIND_MEMBER && r->actors[i].votes)
      visit_own(r->actors[i].countries, visit, context);
}

/* --- colours --- */

struct dress {
  struct tp_app *app;
  struct tp_colour colour, stripes;
};

static void colour_country(int code, void *context) {
  const struct dress *dress = context;
  tp_map_colour(dress->app->map, code, dress->colour, dress->stripes);
}

static void outline_country(int code, void *context) {
  struct tp_app *app = context;
  tp_map_outline(app->map, code);
}

void tp_geography_colour(struct tp_app *app) {
  tp_map_uncolour(app->map);
  if (!app->session) {
    tp_frontispiece_colour(app);
    return;
  }
  const struct tp_rules *r = tp_app_rules(app);
  for (int i = 0; i < r->actor_count; i++) {
    struct dress dress = {.app = app};
    tp_mode_fill(app, i, &dress.colour, &dress.stripes);
    if (i != r->unite)
      each_country(r, i, colour_country, &dress);
  }
  if (app->board.actor != TP_NONE && app->board.tie == TP_NONE && app->board.dossier)
    each_country(r, app->board.actor, outline_country, app);
}

/* --- what is pointed at --- */

/* The actor whose country lies there, or at sea just beside: another country is itself. */
static int actor_at(const struct tp_app *app, float x, float y) {
  const struct tp_rules *r = tp_app_rules(app);
  int found = actor_of_country(r, tp_map_country_at(app->map, x, y));
  bool at_sea = !tp_map_name_at(app->map, x, y)[0];
  for (int i = 0; i < 8 && found == TP_NONE && at_sea; i++) {
    float angle = 0.7853982F * (float)i, far = tp_px(app, near_miss);
    found = actor_of_country(
        r, tp_map_country_at(app->map, x + far * cosf(angle), y + far * sinf(angle)));
  }
  return found;
}

static void pick_at(struct tp_app *app, float x, float y) {
  int tie = tp_arcs_at(app, x, y), actor = actor_at(app, x, y);
  if (tie != TP_NONE)
    tp_dossier_pick_tie(app, tie);
  else if (actor != TP_NONE)
    tp_dossier_pick_actor(app, actor);
}

static void tip_of_tie(const struct tp_app *app, int tie, char *words, size_t size) {
  const struct tp_rules *r = tp_app_rules(app);
  const double *v = tp_session_world(app->session)->v + r->ties[tie].slot;
  TP_PRINT(words, size, TP_WORD_TIE_TIP, r->actors[r->ties[tie].a].words.title,
           r->actors[r->ties[tie].b].words.title, TP_WHOLE(v[TP_COHESION]), TP_WHOLE(v[TP_DURABLE]),
           TP_WHOLE(v[TP_BRITTLE]));
}

static void tip_of_place(const struct tp_app *app, float x, float y, char *words, size_t size) {
  const char *country = tp_app_place(app, tp_map_name_at(app->map, x, y));
  int actor = actor_at(app, x, y);
  char note[140];
  snprintf(words, size, "%s", country);
  if (actor == TP_NONE)
    return;
  const char *name = tp_app_rules(app)->actors[actor].words.title;
  tp_mode_note(app, actor, note, sizeof note);
  if (strcmp(country, name) == 0)
    country = "";
  snprintf(words, size, "%s%s%s%s%s", country, country[0] ? " \xc2\xb7 " : "", name,
           note[0] ? " \xc2\xb7 " : "", note);
}

/* What lies under the pointer, told beside it: a tie, else a country and whose it is. Nothing while
 * the keyboard is used and the pointer only rests there. */
static void show_tip(struct tp_app *app) {
  float x = app->ui.input.mouse_x, y = app->ui.input.mouse_y;
  char words[300];
  app->board.hover_tie = TP_NONE;
  if (!app->ui.pointing)
    return;
  app->board.hover_tie = tp_arcs_at(app, x, y);
  if (app->board.hover_tie != TP_NONE)
    tip_of_tie(app, app->board.hover_tie, words, sizeof words);
  else
    tip_of_place(app, x, y, words, sizeof words);
  tp_ui_tip_at_pointer(&app->ui, words);
}

/* --- moving --- */

static void drag(struct tp_app *app, const struct tp_hit *hit) {
  bool dragged = hit->held && (fabsf(hit->drag_x) + fabsf(hit->drag_y) > 0.0F);
  if (app->ui.input.pressed)
    app->board.map_moving = 0;
  if (!dragged)
    return;
  tp_map_pan(app->map, hit->drag_x, hit->drag_y);
  app->board.map_moving += (int)(fabsf(hit->drag_x) + fabsf(hit->drag_y));
}

static void move_by_keys(struct tp_app *app) {
  struct tp_ui *ui = &app->ui;
  float step = tp_px(app, key_step);
  int right = (int)tp_ui_key(ui, TP_KEY_RIGHT) - (int)tp_ui_key(ui, TP_KEY_LEFT);
  int down = (int)tp_ui_key(ui, TP_KEY_DOWN) - (int)tp_ui_key(ui, TP_KEY_UP);
  if (right || down)
    tp_map_bring(app->map, (struct tp_point){step * (float)right, step * (float)down},
                 (struct tp_point){0.0F, 0.0F});
}

/* The right stick of a gamepad: a step for each frame that it is out. */
static void move_by_stick(struct tp_app *app) {
  const struct tp_input *input = &app->ui.input;
  float step = tp_px(app, stick_step);
  if (fabsf(input->pan_x) + fabsf(input->pan_y) > 0.0F)
    tp_map_pan(app->map, -step * input->pan_x, -step * input->pan_y);
}

static void zoom_by_keys(struct tp_app *app, struct tp_rect map) {
  struct tp_ui *ui = &app->ui;
  float x = map.x + map.w * 0.5F, y = map.y + map.h * 0.5F;
  if (tp_ui_key(ui, TP_KEY_PLUS))
    tp_map_zoom(app->map, key_zoom, x, y);
  if (tp_ui_key(ui, TP_KEY_MINUS))
    tp_map_zoom(app->map, 1.0F / key_zoom, x, y);
  if (tp_ui_key(ui, TP_KEY_HOME))
    tp_map_aim(app->map, tp_map_default_view());
}

static void glide(struct tp_app *app) {
  if (tp_map_glide(app->map, app->ui.input.seconds, app->look.motion))
    tp_ui_wake_at(&app->ui, app->ui.input.seconds);
}

/* --- cycling by keys --- */

/* Moves the map so that the place stands in the middle of what no panel covers. */
static void reveal(struct tp_app *app, struct tp_point at) {
  struct tp_rect free = app->board.free_map;
  if (tp_rect_has(free, at.x, at.y) || free.w <= 0.0F)
    return;
  tp_map_bring(app->map, at, (struct tp_point){free.x + free.w * 0.5F, free.y + free.h * 0.5F});
}

static void next_actor(struct tp_app *app, int step) {
  int count = tp_app_rules(app)->actor_count;
  int at = app->board.actor == TP_NONE ? (step > 0 ? -1 : 0) : app->board.actor;
  struct tp_point place;
  tp_dossier_pick_actor(app, (at + step + count) % count);
  if (tp_node_place(app, app->board.actor, &place))
    reveal(app, place);
}

/* The ties of who is looked at, one after the other. */
static void next_tie(struct tp_app *app, int step) {
  const struct tp_rules *r = tp_app_rules(app);
  struct tp_span own =
      app->board.actor == TP_NONE ? (struct tp_span){0, 0} : r->actors[app->board.actor].ties;
  int at = step > 0 ? -1 : 0;
  for (int i = 0; i < own.count; i++)
    if (r->incident[own.first + i] == app->board.tie)
      at = i;
  if (!own.count)
    return;
  int tie = r->incident[own.first + (at + step + own.count) % own.count];
  struct tp_point a, b;
  tp_dossier_pick_tie(app, tie);
  if (tp_node_place(app, r->ties[tie].a, &a) && tp_node_place(app, r->ties[tie].b, &b))
    reveal(app, r->ties[tie].a == app->board.actor ? b : a);
}

static void cycle_by_keys(struct tp_app *app) {
  struct tp_ui *ui = &app->ui;
  if (tp_ui_key(ui, TP_KEY_NEXT_ACTOR))
    next_actor(app, 1);
  if (tp_ui_key(ui, TP_KEY_LAST_ACTOR))
    next_actor(app, -1);
  if (tp_ui_key(ui, TP_KEY_NEXT_TIE))
    next_tie(app, 1);
  if (tp_ui_key(ui, TP_KEY_LAST_TIE))
    next_tie(app, -1);
}

/* --- all of it --- */

static void take_input(struct tp_app *app, const struct tp_hit *hit, struct tp_rect rect) {
  struct tp_ui *ui = &app->ui;
  drag(app, hit);
  if (hit->hovered) {
    float wheel = tp_ui_wheel(ui);
    if (wheel != 0.0F)
      tp_map_zoom(app->map, powf(zoom_step, wheel), ui->input.mouse_x, ui->input.mouse_y);
  }
  if (app->overlay == TP_OVERLAY_NONE) {
    if (hit->focused)
      move_by_keys(app);
    move_by_stick(app);
    zoom_by_keys(app, rect);
    cycle_by_keys(app);
  }
  if (hit->clicked && (float)app->board.map_moving <= tp_px(app, click_slack) && hit->hovered)
    pick_at(app, ui->input.mouse_x, ui->input.mouse_y);
}

void tp_geography_show(struct tp_app *app, struct tp_rect rect) {
  struct tp_ui *ui = &app->ui;
  struct tp_hit hit = tp_ui_area(ui, tp_ui_id("map"), rect, true, tp_word(TP_WORD_MAP));
  tp_map_place(app->map, rect);
  app->board.hover_actor = app->board.hover_next;
  app->board.hover_next = app->board.hover_tie = TP_NONE;
  take_input(app, &hit, rect);
  glide(app);
  if (hit.hovered && !hit.held)
    show_tip(app);
  tp_map_draw(app->map, app->draw, rect, hit.held && app->board.map_moving > 0);
  tp_draw_clip_push(app->draw, rect);
  tp_arcs_draw(app, rect);
  tp_nodes_show(app, rect);
  tp_draw_clip_pop(app->draw);
  if (tp_map_moves(app->map) || app->board.hover_next != app->board.hover_actor)
    tp_ui_wake_at(ui, ui->input.seconds);
  if (hit.focused)
    tp_ui_focus_ring(ui, tp_rect_inset(rect, tp_px(app, 2.0F), tp_px(app, 2.0F)));
}
