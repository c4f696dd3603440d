/*
 * Country outlines: reads the map's TopoJSON into plain arrays.
 *
 * TopoJSON stores every border once, as an arc, and a country's rings as lists of arcs. That shape
 * is kept, because the map wants to draw a border between two neighbours once. Nothing here
 * projects or draws, and the coordinates are those of the file: longitude and latitude in degrees.
 */
#ifndef TP_DATA_OUTLINES_H
#define TP_DATA_OUTLINES_H

#include <stddef.h>
#include <stdint.h>

struct tp_lonlat {
  float lon, lat; /* degrees, east and north positive */
};

/* A run of points[first .. first + count - 1]; count is at least 2. */
struct tp_outline_arc {
  uint32_t first, count;
};

/* A closed ring: refs[first .. first + count - 1], joined end to end. */
struct tp_outline_ring {
  uint32_t first, count;
};

/* rings[first_ring .. first_ring + ring_count - 1]; holes are rings that turn the other way. */
struct tp_outline_country {
  int code; /* ISO 3166-1 numeric; 0 for the few outlines that have none */
  char name[40];
  uint32_t first_ring, ring_count;
};

struct tp_outlines {
  size_t point_count, arc_count, ref_count, ring_count, country_count;
  struct tp_lonlat *points;
  struct tp_outline_arc *arcs;
  int32_t *refs; /* r >= 0: arc r forwards; r < 0: arc ~r backwards */
  struct tp_outline_ring *rings;
  struct tp_outline_country *countries;
};

/*
 * Reads a TopoJSON file with the object `countries`. Returns NULL if it cannot be read or is not
 * such a file, with the reason in `error` (always terminated; may be NULL). The caller owns the
 * result.
 */
struct tp_outlines *tp_outlines_load(const char *path, char *error, size_t error_size);

/* The same from text already in memory, which is left as it was. */
struct tp_outlines *tp_outlines_read(const char *text, size_t length, char *error,
                                     size_t error_size);

/* Frees what load or read returned; NULL is allowed. */
void tp_outlines_free(struct tp_outlines *outlines);

#endif
