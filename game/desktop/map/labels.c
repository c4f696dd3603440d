#include "desktop/map/labels.h"

#include <math.h>

/* For each side: where the label stands from its place, as shares of its own size; see beside. */
static const struct {
  float x, y;
} ways[TP_SIDES] = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, -1}, {1, 1}, {-1, -1}, {-1, 1}};

/* How far labels that must be shown go, in gaps. */
static const float distances[] = {1.0F, 4.0F, 7.0F, 11.0F, 16.0F};

struct room {
  const struct tp_label *labels;
  int count, taken_count, own;
  const struct tp_rect *taken;
  struct tp_rect limits;
  float dot;
};

static struct tp_rect beside(const struct tp_label *label, int side, float gap) {
  float x = ways[side].x, y = ways[side].y;
  float aside = x != 0.0F && y != 0.0F ? 0.7F * gap : gap;
  float middle_x = label->at.x + x * (label->w * 0.5F + aside);
  float middle_y = label->at.y + y * (label->h * 0.5F + aside);
  return (struct tp_rect){roundf(middle_x - label->w * 0.5F), roundf(middle_y - label->h * 0.5F),
                          label->w, label->h};
}

static bool meets(struct tp_rect a, struct tp_rect b) {
  struct tp_rect common = tp_rect_overlap(a, b);
  return common.w > 0.0F && common.h > 0.0F;
}

static bool is_free(const struct room *room, struct tp_rect rect) {
  struct tp_rect inside = tp_rect_overlap(rect, room->limits);
  if (inside.w < rect.w || inside.h < rect.h)
    return false;
  for (int i = 0; i < room->taken_count; i++)
    if (meets(rect, room->taken[i]))
      return false;
  for (int i = 0; i < room->count; i++) {
    const struct tp_label *other = &room->labels[i];
    struct tp_rect dot = {other->at.x - room->dot, other->at.y - room->dot, 2.0F * room->dot,
                          2.0F * room->dot};
    if ((i != room->own && meets(rect, dot)) || (other->placed && meets(rect, other->rect)))
      return false;
  }
  return true;
}

static bool try_distance(const struct room *room, struct tp_label *label, float gap) {
  for (int i = -1; i < TP_SIDES; i++) {
    int side = i < 0 ? label->side : i;
    struct tp_rect rect = beside(label, side, gap);
    if (!is_free(room, rect))
      continue;
    label->side = side;
    label->rect = rect;
    label->placed = true;
    return true;
  }
  return false;
}

void tp_labels_place(struct tp_label *labels, int count, const struct tp_rect *taken,
                     int taken_count, struct tp_rect limits, float gap, float dot) {
  for (int i = 0; i < count; i++)
    labels[i].placed = labels[i].far = false;
  for (int i = 0; i < count; i++) {
    struct room room = {labels, count, taken_count, i, taken, limits, dot};
    size_t last = labels[i].must ? sizeof distances / sizeof *distances : 1;
    for (size_t k = 0; k < last && !labels[i].placed; k++)
      labels[i].far = try_distance(&room, &labels[i], gap * distances[k]) && k > 0;
  }
}
