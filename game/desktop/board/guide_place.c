/* Where a hint's card goes, and the line from it to what it points at: tried out on what this frame
 * has shown so far. */
#include "desktop/board/guide.h"

#include "desktop/app.h"

#include <math.h>
#include <string.h>

/* layout, in pixels at scale 1 */
static const float card_width = 272.0F, least_width = 208.0F, edge = 8.0F;
static const float ring_gap = 4.0F, leader = 22.0F, farther = 56.0F, grid = 40.0F;

/* What a place costs, in pixels of area covered: more for what can be used than for a panel, and
 * for each pixel that the card stands off. */
static const float used_weight = 6.0F, panel_weight = 2.0F, distance_weight = 30.0F;
static const float off_grid = 400.0F; /* for standing level with nothing */
static const float path_weight = 3.0F, crossing_weight = 10.0F;

enum { distances = 6, alignments = 3, sides = 4, samples = 24, anchors = 7, listed = 12 };

/* --- the line -----------------------------------------------------------------------------------
 */

/* Does the point lie on something with words, or that can be used? */
static bool is_busy(const struct tp_app *app, float x, float y) {
  const struct tp_ui *ui = &app->ui;
  for (int i = 0; i < ui->item_counts[ui->current]; i++) {
    const struct tp_ui_item *item = &ui->items[ui->current][i];
    bool solid = item->id || (item->widget == TP_WIDGET_LABEL && item->words[0]);
    if (solid && item->layer == ui->layer && item->widget != TP_WIDGET_AREA &&
        tp_rect_has(item->seen, x, y))
      return true;
  }
  return false;
}

/* What a path costs: its length, and much more where it crosses something. */
static float cost_of_path(const struct tp_app *app, const struct tp_point path[TP_GUIDE_PATH]) {
  float cost = 0.0F;
  for (int i = 0; i + 1 < TP_GUIDE_PATH; i++) {
    float dx = path[i + 1].x - path[i].x, dy = path[i + 1].y - path[i].y;
    float length = sqrtf(dx * dx + dy * dy);
    cost += length;
    for (int k = 1; k < samples; k++) {
      float share = (float)k / (float)samples;
      if (is_busy(app, path[i].x + dx * share, path[i].y + dy * share))
        cost += crossing_weight * length / (float)samples;
    }
  }
  return cost;
}

static struct tp_point nearest_of(struct tp_rect rect, float x, float y) {
  return (struct tp_point){fminf(fmaxf(x, rect.x), rect.x + rect.w),
                           fminf(fmaxf(y, rect.y), rect.y + rect.h)};
}

struct route {
  struct tp_point path[TP_GUIDE_PATH];
  float cost;
};

static void try_route(const struct tp_app *app, struct route *best, struct tp_point from,
                      struct tp_point corner, struct tp_point to) {
  struct route route = {{from, corner, to}, 0.0F};
  route.cost = cost_of_path(app, route.path);
  if (route.cost < best->cost)
    *best = route;
}

/* Straight to any point of the ring, or round a corner just over or under it. */
static struct route best_route(const struct tp_app *app, struct tp_rect card, struct tp_rect ring) {
  struct route best = {.cost = INFINITY};
  float step = tp_px(app, ring_gap), middle = ring.x + ring.w * 0.5F;
  for (int i = 0; i < anchors; i++) {
    float share = (float)(i + 1) / (float)(anchors + 1);
    float x = ring.x + ring.w * share, y = ring.y + ring.h * share;
    struct tp_point across = nearest_of(card, x, ring.y), along = nearest_of(card, ring.x, y);
    struct tp_point top = nearest_of(ring, x, across.y), side = nearest_of(ring, along.x, y);
    try_route(app, &best, across, top, top);
    try_route(app, &best, along, side, side);
  }
  for (int below = 0; below < 2; below++) {
    float y = below ? ring.y + ring.h + step : ring.y - step;
    struct tp_point from = nearest_of(card, middle, y);
    if (y > card.y && y < card.y + card.h)
      try_route(app, &best, from, (struct tp_point){middle, y},
                (struct tp_point){middle, below ? ring.y + ring.h : ring.y});
  }
  return best;
}

/* --- the card -----------------------------------------------------------------------------------
 */

static float covered_by(const struct tp_app *app, struct tp_rect rect) {
  const struct tp_ui *ui = &app->ui;
  float area = 0.0F;
  for (int i = 0; i < ui->item_counts[ui->current]; i++) {
    const struct tp_ui_item *item = &ui->items[ui->current][i];
    struct tp_rect common = tp_rect_overlap(item->seen, rect);
    if (item->layer != ui->layer || item->widget == TP_WIDGET_AREA)
      continue;
    if (item->id || item->widget == TP_WIDGET_PANEL)
      area += common.w * common.h * (item->id ? used_weight : panel_weight);
  }
  return area;
}

/* The explanation of a number lies over all else, from the frame before on. */
static float explained(const struct tp_app *app, struct tp_rect rect) {
  const struct tp_ui *ui = &app->ui;
  const struct tp_ui_item *list = ui->items[!ui->current];
  for (int i = ui->item_counts[!ui->current] - 1; i >= 0 && app->why.slot != TP_NONE; i--) {
    struct tp_rect common = tp_rect_overlap(list[i].rect, rect);
    if (strcmp(list[i].words, tp_word(TP_WORD_WHY)) == 0)
      return common.w * common.h * used_weight;
  }
  return 0.0F;
}

static struct tp_rect kept_within(struct tp_rect rect, struct tp_rect screen, float margin) {
  rect.x = fminf(fmaxf(rect.x, screen.x + margin), screen.x + screen.w - margin - rect.w);
  rect.y = fminf(fmaxf(rect.y, screen.y + margin), screen.y + screen.h - margin - rect.h);
  return rect;
}

/* The distance between two rectangles' edges; 0 when they meet. */
static float apart(struct tp_rect a, struct tp_rect b) {
  float x = fmaxf(fmaxf(b.x - a.x - a.w, a.x - b.x - b.w), 0.0F);
  float y = fmaxf(fmaxf(b.y - a.y - a.h, a.y - b.y - b.h), 0.0F);
  return sqrtf(x * x + y * y);
}

/* Infinite when the card would lie over its target, or so near that no line is seen. */
static float cost_of(const struct tp_app *app, struct tp_rect rect, struct tp_rect target) {
  float far = apart(rect, target), wanted = tp_px(app, leader);
  if (far < wanted * 0.6F)
    return INFINITY;
  return covered_by(app, rect) + explained(app, rect) +
         fmaxf(far - wanted, 0.0F) * tp_px(app, distance_weight) * app->look.scale;
}

/* On one side of the target, so far away, level with its beginning, middle or end. */
static struct tp_rect beside(struct tp_rect target, int side, int align, float far, float w,
                             float h) {
  float share = 0.5F * (float)align;
  struct tp_rect rect = {target.x + (target.w - w) * share, target.y + (target.h - h) * share, w,
                         h};
  if (side == 0)
    rect.x = target.x + target.w + far;
  else if (side == 1)
    rect.x = target.x - far - w;
  else if (side == 2)
    rect.y = target.y + target.h + far;
  else
    rect.y = target.y - far - h;
  return rect;
}

/* The places that cost least so far, the best first. */
struct shortlist {
  struct tp_rect rects[listed];
  float costs[listed];
  int count;
};

static void try_place(const struct tp_app *app, struct shortlist *list, struct tp_rect rect,
                      struct tp_rect target, float extra) {
  float cost = cost_of(app, rect, target) + extra;
  int place = list->count < listed ? list->count : listed - 1;
  if (!(cost < INFINITY) || (list->count == listed && cost >= list->costs[place]))
    return;
  list->count = place + 1 > list->count ? place + 1 : list->count;
  for (; place > 0 && list->costs[place - 1] > cost; place--) {
    list->costs[place] = list->costs[place - 1];
    list->rects[place] = list->rects[place - 1];
  }
  list->costs[place] = cost;
  list->rects[place] = rect;
}

/* Among places that hide little, the one whose line crosses least. */
static struct tp_rect choose(const struct tp_app *app, const struct shortlist *list,
                             struct tp_rect target) {
  float least = INFINITY, space = tp_px(app, ring_gap);
  int best = 0;
  for (int i = 0; i < list->count; i++) {
    struct route route = best_route(app, list->rects[i], tp_rect_inset(target, -space, -space));
    float cost = list->costs[i] + route.cost * path_weight * app->look.scale;
    if (cost >= least)
      continue;
    least = cost;
    best = i;
  }
  return list->rects[best];
}

/* A dialogue as a whole is what is pointed at from beside it. */
static struct tp_rect whole_dialogue(const struct tp_app *app, struct tp_rect target) {
  const struct tp_ui *ui = &app->ui;
  for (int i = 0; app->overlay != TP_OVERLAY_NONE && i < ui->item_counts[ui->current]; i++) {
    const struct tp_ui_item *item = &ui->items[ui->current][i];
    if (item->layer == ui->layer && item->widget == TP_WIDGET_PANEL)
      return (struct tp_rect){item->rect.x, target.y, item->rect.w, target.h};
  }
  return target;
}

/* Level with the target on any side, nearer or farther; else anywhere on a grid. */
static struct tp_rect find_card(const struct tp_app *app, struct tp_rect screen,
                                struct tp_rect target, float w, float h) {
  float margin = tp_px(app, edge), step = tp_px(app, grid);
  struct shortlist list = {.count = 0};
  struct tp_rect around = whole_dialogue(app, target);
  for (int i = 0; i < sides * alignments * distances; i++) {
    int steps = i / (sides * alignments);
    float far = tp_px(app, leader) + tp_px(app, farther) * (float)steps;
    struct tp_rect rect = beside(around, i % sides, i / sides % alignments, far, w, h);
    try_place(app, &list, kept_within(rect, screen, margin), around, 0.0F);
  }
  for (float y = margin; y + h + margin <= screen.h; y += step)
    for (float x = margin; x + w + margin <= screen.w; x += step)
      try_place(app, &list, (struct tp_rect){screen.x + x, screen.y + y, w, h}, around,
                tp_px(app, off_grid) * app->look.scale);
  if (!list.count)
    return (struct tp_rect){screen.x + margin, screen.y + margin, w, h};
  struct tp_rect card = choose(app, &list, target);
  return (struct tp_rect){roundf(card.x), roundf(card.y), w, h};
}

static uint64_t mixed(uint64_t key, float a, float b) {
  key = (key ^ (uint64_t)(int64_t)lroundf(a)) * 0x100000001b3U;
  return (key ^ (uint64_t)(int64_t)lroundf(b)) * 0x100000001b3U;
}

/* What the place depends on: two equal keys, and it would be found again where it is. */
static uint64_t key_of(const struct tp_app *app, struct tp_rect screen, struct tp_rect target,
                       float w, float h) {
  const struct tp_ui *ui = &app->ui;
  uint64_t key = mixed(mixed(0xcbf29ce484222325U, w, h), screen.w, screen.h);
  key = mixed(mixed(key, target.x, target.y), target.w, target.h);
  key = mixed(key, (float)app->why.slot, (float)ui->layer);
  for (int i = 0; i < ui->item_counts[ui->current]; i++) {
    const struct tp_ui_item *item = &ui->items[ui->current][i];
    key = mixed(mixed(key, item->seen.x, item->seen.y), item->seen.w, item->seen.h);
  }
  return key;
}

void tp_guide_place(const struct tp_app *app, struct tp_rect screen, struct tp_rect target, float w,
                    float h, struct tp_guide_place *place) {
  uint64_t key = key_of(app, screen, target, w, h);
  float space = tp_px(app, ring_gap);
  if (key == place->key)
    return;
  place->key = key;
  place->card = find_card(app, screen, target, w, h);
  struct route route = best_route(app, place->card, tp_rect_inset(target, -space, -space));
  memcpy(place->path, route.path, sizeof route.path);
}

/* Beside a dialogue there may be less room than the card would like. */
float tp_guide_width(const struct tp_app *app, struct tp_rect screen) {
  const struct tp_ui *ui = &app->ui;
  float w = tp_px(app, card_width), taken = tp_px(app, edge + leader);
  for (int i = 0; app->overlay != TP_OVERLAY_NONE && i < ui->item_counts[ui->current]; i++) {
    const struct tp_ui_item *item = &ui->items[ui->current][i];
    if (item->layer == ui->layer && item->widget == TP_WIDGET_PANEL)
      w = fminf(w, screen.x + screen.w - item->rect.x - item->rect.w - taken);
  }
  return fmaxf(floorf(w), tp_px(app, least_width));
}
