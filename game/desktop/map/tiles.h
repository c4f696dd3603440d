/*
 * The map's picture in squares that are painted when they come into sight, and kept: moving the map
 * by whole pixels paints nothing but what is new at the edge, and a little ahead of it. While the
 * size glides, the squares there are are stretched; at rest those of the new size take their
 * places, a few a frame. Behind map.h.
 */
#ifndef TP_DESKTOP_MAP_TILES_H
#define TP_DESKTOP_MAP_TILES_H

#include "desktop/map/painter.h"

struct tp_sheet;
struct tp_tiles;

/* What is to be seen. */
struct tp_sight {
  struct tp_rect rect;  /* on the screen, whole pixels */
  float x, y;           /* on the screen: where the picture's 0, 0 stands */
  float unit;           /* pixels for a map unit */
  struct tp_colour sea; /* where there is no square yet */
  uint64_t dress;       /* squares painted under another number are out of date */
  bool moving;          /* it will be elsewhere in the next frame */
  bool gliding;         /* its size will be another in the next frame */
  bool patient;         /* whoever waits for it: all of it is made ready at once */
};

/* The painter must outlive the result. NULL when memory is out. */
struct tp_tiles *tp_tiles_open(struct tp_painter *painter);
void tp_tiles_close(struct tp_tiles *tiles);

/* Drops all; call before the renderer is destroyed, and when the device was lost. */
void tp_tiles_forget(struct tp_tiles *tiles);

/* Draws the sight on the sheet; true when another frame would bring more of it. */
bool tp_tiles_draw(struct tp_tiles *tiles, struct tp_sheet *sheet, const struct tp_sight *sight);

#endif
