/*
 * The board's map: countries in a Lambert azimuthal equal-area projection, which puts Europe,
 * Russia, China and America round the pole on one sheet, each as large as it is.
 *
 * Outlines are projected once, when the map is opened. A view is then rasterized into one texture,
 * and a frame copies it; it is made anew when the view, the size or a colour has changed. While the
 * view is moving the old texture is shifted and scaled instead, and made anew only where it falls
 * short.
 *
 * Map units are those of atlas.h.
 */
#ifndef TP_DESKTOP_MAP_H
#define TP_DESKTOP_MAP_H

#include "desktop/atlas.h"
#include "desktop/draw.h"

struct tp_map;

/* Colours of what is not a country; a country without a colour of its own has `land`. */
struct tp_map_style {
  struct tp_colour sea, land, border, graticule;
  float border_width; /* pixels */
};

struct tp_map_view {
  float x, y; /* map units at the middle of the map's rectangle */
  float zoom; /* 1 shows the board as it opens: 0.48 of the rectangle's height for a map unit */
};

/* Centre 15 E 72 N, 110 degrees. */
struct tp_map_projection tp_map_default_projection(void);

/* The view that opens the game: Europe low, the pole in the middle. */
struct tp_map_view tp_map_default_view(void);

/*
 * Projects the outlines, which may be freed afterwards. NULL when memory is out. Touches no
 * renderer, so it may run in another thread while the window opens; the map may then be used from
 * one thread.
 */
struct tp_map *tp_map_open(const struct tp_outlines *outlines, struct tp_map_projection projection);
void tp_map_close(struct tp_map *map);

/* Drops the texture; call before its renderer is destroyed, and when the device was lost. */
void tp_map_forget(struct tp_map *map);

void tp_map_style(struct tp_map *map, struct tp_map_style style);

/* Colours every outline with this ISO number; false if there is none. Alpha 0: back to `land`. */
bool tp_map_colour(struct tp_map *map, int code, struct tp_colour colour);
void tp_map_uncolour(struct tp_map *map);

/* The view is kept within sight of the map; zoom is limited to 0.6 .. 24. */
struct tp_map_view tp_map_view(const struct tp_map *map);
void tp_map_look(struct tp_map *map, struct tp_map_view view);

/* Moves the map by pixels, as a hand that drags it. Uses the rectangle of the last draw or place.
 */
void tp_map_pan(struct tp_map *map, float dx, float dy);

/* Zooms by a factor; what lies under (x, y) on the screen stays there. */
void tp_map_zoom(struct tp_map *map, float factor, float x, float y);

/* Sets the rectangle without drawing; draw sets it too. */
void tp_map_place(struct tp_map *map, struct tp_rect rect);

/*
 * Draws the map in `rect`. `moving`: the view is being dragged or animated, so a shifted copy will
 * do; call again with false when it has come to rest.
 */
void tp_map_draw(struct tp_map *map, struct tp_draw *draw, struct tp_rect rect, bool moving);

/* Where a place is on the screen; false if it lies beyond the projection's reach (`at` is set). */
bool tp_map_project(const struct tp_map *map, float lon, float lat, struct tp_point *at);

/* ISO number and name of the country at a point of the screen. 0 and "" at sea; 0 with a name for
 * the few outlines without a number. */
int tp_map_country_at(const struct tp_map *map, float x, float y);
const char *tp_map_name_at(const struct tp_map *map, float x, float y);

/* The middle of a country's largest part, on the screen; false if the map has no such country. */
bool tp_map_middle(const struct tp_map *map, int code, struct tp_point *at);

#endif
