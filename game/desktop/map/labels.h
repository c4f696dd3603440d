/*
 * Where names go on a map: beside their places, clear of each other, of other places and of
 * whatever lies over the map. Plain geometry, in pixels; draws nothing.
 */
#ifndef TP_DESKTOP_MAP_LABELS_H
#define TP_DESKTOP_MAP_LABELS_H

#include "desktop/drawing/geometry.h"

enum tp_side {
  TP_SIDE_RIGHT,
  TP_SIDE_LEFT,
  TP_SIDE_BELOW,
  TP_SIDE_ABOVE,
  TP_SIDE_RIGHT_ABOVE,
  TP_SIDE_RIGHT_BELOW,
  TP_SIDE_LEFT_ABOVE,
  TP_SIDE_LEFT_BELOW,
  TP_SIDES
};

struct tp_label {
  struct tp_point at; /* the place it names */
  float w, h;         /* of the words */
  int side;           /* enum tp_side: where it stood before; where it stands now */
  bool must;          /* rather far away, with a line to its place, than not at all */
  bool placed, far;
  struct tp_rect rect;
};

/*
 * Places labels in their order: who comes first chooses first, and rather stays where it was. `gap`
 * is the distance from a place, which takes up twice `dot` each way; no label leaves `limits`.
 */
void tp_labels_place(struct tp_label *labels, int count, const struct tp_rect *taken,
                     int taken_count, struct tp_rect limits, float gap, float dot);

#endif
