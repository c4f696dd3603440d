/*
 * The map on the board, in its parts: what the countries' colours mean (modes.c), the ties as arcs
 * (arcs.c), the actors with their names (nodes.c), and how it is handled (geography.c).
 */
#ifndef TP_DESKTOP_MAP_GEOGRAPHY_H
#define TP_DESKTOP_MAP_GEOGRAPHY_H

#include "desktop/app.h"

/* --- modes --- */

enum { TP_MODE_CLASSES = 5 }; /* equal parts of the range of an index */

/* The tab's name, and what is shown, in words: "energy bought from Russia". */
const char *tp_mode_title(enum tp_map_mode mode);
void tp_mode_meaning(const struct tp_app *app, char *text, size_t size);

/* Whose energy, presence or alignment is shown; TP_NONE in the other modes. */
int tp_mode_subject(const struct tp_app *app);

/* The variable that the mode shows of an actor, or TP_NONE. */
int tp_mode_slot(const struct tp_app *app, int actor);

/* What is said under the actor's name: its value, or "" for nothing. */
void tp_mode_note(const struct tp_app *app, int actor, char *text, size_t size);

/* The colour of a class, 0 the lowest; of an actor's countries, with stripes where the
 * value is not known. */
struct tp_colour tp_mode_class(const struct tp_app *app, int index);
void tp_mode_fill(const struct tp_app *app, int actor, struct tp_colour *colour,
                  struct tp_colour *stripes);

/* --- arcs --- */

/* The player, the guarantor, and the regimes that live by a story. */
bool tp_is_principal(const struct tp_rules *r, int actor);

/* Decides how each tie of the game curves, once: away from places and from each other. */
void tp_arcs_bend(struct tp_app *app);

void tp_arcs_draw(struct tp_app *app, struct tp_rect map);

/* One strand between two points of the screen, edged so that it is seen on any country. */
void tp_arcs_strand(struct tp_app *app, struct tp_rect map, struct tp_point from,
                    struct tp_point to, float bend, float width, bool brittle);

/* The tie whose arc is drawn nearest to a point of the screen, within reach; TP_NONE for none. */
int tp_arcs_at(const struct tp_app *app, float x, float y);

/* --- nodes --- */

/* Where the actor stands on the screen; false beyond the map's reach. */
bool tp_node_place(const struct tp_app *app, int actor, struct tp_point *at);

void tp_nodes_show(struct tp_app *app, struct tp_rect map);

#endif
