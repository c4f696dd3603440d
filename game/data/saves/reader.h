/* What the readers of a save's parts share. Internal to data/saves.
 *
 * They find everything by name, so they can put a game into other rules than those it was saved
 * with: then `differences` is set, and what has no place there, or cannot be read, goes on that
 * list and is left out, where it would be a fault otherwise.
 */
#ifndef TP_DATA_SAVES_READER_H
#define TP_DATA_SAVES_READER_H

#include "data/layers/document.h"
#include "data/saves/save.h"

struct tp_save_reader {
  const char *origin, *language;
  const char *mods; /* ids of those it is to have, or NULL: those that it was saved with */
  const cJSON *root;
  const struct tp_positions *positions;
  struct tp_problems *problems;
  struct tp_save *save;
  const struct tp_rules *r;
  struct tp_differences *differences; /* or NULL */
  int faults;
  int muted;   /* 1: faults are counted, and nothing else */
  int unknown; /* names in the snapshot that the rules do not have, and the other way round */
};

void tp_reader_fault(struct tp_save_reader *s, const char *pointer, const char *format, ...)
    TP_FORMATS(3, 4);

/* 1 when what does not fit is to be left out. */
static inline int tp_reader_heals(const struct tp_save_reader *s) {
  return s->differences && !s->muted;
}

void tp_reader_differ(struct tp_save_reader *s, enum tp_difference_kind kind, enum tp_thing thing,
                      const char *name, double was, double is);

/* The text under `key`, or NULL. */
const char *tp_reader_string(const cJSON *object, const char *key);

/* The list or object under `key`, which `pointer` leads to; NULL when there is none, or something
 * else. */
const cJSON *tp_reader_part(struct tp_save_reader *s, const char *pointer, const cJSON *object,
                            const char *key, int is_list);

/* A whole number in low..high under `key`; `fallback` when there is none. */
int tp_reader_whole(struct tp_save_reader *s, const char *pointer, const cJSON *object,
                    const char *key, int low, int high, int fallback);

/* The actor whose id stands under `key`, or TP_NONE. */
int16_t tp_reader_actor(struct tp_save_reader *s, const char *pointer, const cJSON *object,
                        const char *key);

/* snapshot.c: the state of a game at `pointer`, put into `w`, which is at its start. */
void tp_reader_world(struct tp_save_reader *s, const char *pointer, const cJSON *node,
                     struct tp_world *w);

/* heal.c: the scenario of this save as it is now, and what is another in it: 1, or 0 with the
 * reasons; and when all was read, brings the state into line with it. */
int tp_reader_renew(struct tp_save_reader *s);
void tp_reader_settle(struct tp_save_reader *s);

#endif
