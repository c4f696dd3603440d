/*
 * The board's map: countries in a Lambert azimuthal equal-area projection, which puts Europe,
 * Russia, China and America round the pole on one sheet, each as large as it is.
 *
 * Outlines are projected once, when the map is opened. Its picture is painted in squares that are
 * kept (tiles.h), so that a frame copies them, whether the map moves or not.
 *
 * Map units are those of atlas.h.
 */
#ifndef TP_DESKTOP_MAP_MAP_H
#define TP_DESKTOP_MAP_MAP_H

#include "desktop/map/atlas.h"
#include "desktop/drawing/draw.h"

struct tp_map;

/* Colours of what is not a country; a country without a colour of its own has `land`. */
struct tp_map_style {
  struct tp_colour sea, land, border, graticule, outline;
  float border_width, outline_width; /* pixels */
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

/* Nothing is left for later frames to make ready: the same frame is then the same everywhere. */
void tp_map_patient(struct tp_map *map, bool patient);

/* Drops the textures; call before their renderer is destroyed, and when the device was lost. */
void tp_map_forget(struct tp_map *map);

void tp_map_style(struct tp_map *map, struct tp_map_style style);

/* Colours every country with this ISO number, with stripes of another colour unless their alpha is
 * 0; false if there is none. Alpha 0: back to `land`. */
bool tp_map_colour(struct tp_map *map, int code, struct tp_colour colour, struct tp_colour stripes);

/* Draws a line round all that is outlined: what two outlined countries share gets none. */
bool tp_map_outline(struct tp_map *map, int code);

/* No colours of their own, no outlines. What is then set as it was costs nothing. */
void tp_map_uncolour(struct tp_map *map);

/* What is seen now. The view is kept within sight of the map; zoom is limited to 0.6 .. 24. */
struct tp_map_view tp_map_view(const struct tp_map *map);
void tp_map_look(struct tp_map *map, struct tp_map_view view);

/* Where the view is going: each glide brings it nearer, and the last one there. It is true while
 * there is way left; without `motion` one is enough. `seconds` is the clock. */
void tp_map_aim(struct tp_map *map, struct tp_map_view view);
bool tp_map_glide(struct tp_map *map, double seconds, bool motion);

/* True when another frame without input would show something else. */
bool tp_map_moves(const struct tp_map *map);

/* Moves the map by pixels, as a hand that drags it, at once. Uses the rectangle of the last draw or
 * place. */
void tp_map_pan(struct tp_map *map, float dx, float dy);

/* Aims at another zoom, by a factor; what lies under (x, y) on the screen stays there. */
void tp_map_zoom(struct tp_map *map, float factor, float x, float y);

/* Aims where what is now at `from` on the screen will be at `to`. */
void tp_map_bring(struct tp_map *map, struct tp_point from, struct tp_point to);

/* Sets the rectangle without drawing; draw sets it too. */
void tp_map_place(struct tp_map *map, struct tp_rect rect);

/* Draws the map in `rect`. `moving`: it is being dragged, and what comes is made ready. */
void tp_map_draw(struct tp_map *map, struct tp_draw *draw, struct tp_rect rect, bool moving);

/* A place in map units. */
bool tp_map_locate(const struct tp_map *map, float lon, float lat, struct tp_point *at);

/* Where a place is on the screen; false if it lies beyond the projection's reach (`at` is set). */
bool tp_map_project(const struct tp_map *map, float lon, float lat, struct tp_point *at);

/* ISO number and name of the country at a point of the screen. 0 and "" at sea; 0 with a name for
 * the few outlines without a number. */
int tp_map_country_at(const struct tp_map *map, float x, float y);
const char *tp_map_name_at(const struct tp_map *map, float x, float y);

/* The middle of a country's largest part, on the screen; false if the map has no such country. */
bool tp_map_middle(const struct tp_map *map, int code, struct tp_point *at);

#endif
