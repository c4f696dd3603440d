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

/* The names there are, for who named none of them: "a, b, c". Zeroed, none. */
enum { TP_NAMES_MAX = 240 };
struct tp_names {
  char text[TP_NAMES_MAX - 30];
  int is_full;
};

/* Adds a name, if it is not there and there is room. */
void tp_names_add(struct tp_names *names, const char *name);

/* Writes " (there are a, b, c and more)", or " (there is none)". */
const char *tp_names_hint(const struct tp_names *names, char text[TP_NAMES_MAX]);

/* Edits (insert, delete, replace, swap of neighbours) that make one of the other; names longer than
 * 120 bytes are simply far apart. */
int tp_nearest_distance(const char *a, const char *b);

#endif
