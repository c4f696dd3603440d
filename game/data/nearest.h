/* "Did you mean": the known name nearest to one that was typed. */
#ifndef TP_DATA_NEAREST_H
#define TP_DATA_NEAREST_H

struct tp_nearest {
  const char *wanted;
  const char *best; /* or NULL; not owned */
  int distance;     /* edits from wanted to best */
  char hint[100];
};

/* Begins a search for names near `wanted`. */
struct tp_nearest tp_nearest_to(const char *wanted);

/* Offers a known name; it must outlive the search. */
void tp_nearest_try(struct tp_nearest *nearest, const char *known);

/* `; did you mean "x"?`, or "" when nothing offered was near. Lives in `nearest`. */
const char *tp_nearest_hint(struct tp_nearest *nearest);

/* Edits (insert, delete, replace, swap of neighbours) that make one of the other; names longer than
 * 120 bytes are simply far apart. */
int tp_nearest_distance(const char *a, const char *b);

#endif
