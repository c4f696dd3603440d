/* What stands between a saved game and its scenario and mods as they are now, thing by thing.
 *
 * A list is empty when zeroed. Whoever puts a game into changed data appends to it (saves/heal.h);
 * front ends put it into words of theirs.
 */
#ifndef TP_DATA_SAVES_DIFFERENCES_H
#define TP_DATA_SAVES_DIFFERENCES_H

#include "data/arena.h"

/* In the order they are told. */
enum tp_difference_kind {
  TP_DIFFERS_GONE,    /* is no more, and is dropped with what the game had of it */
  TP_DIFFERS_LOST,    /* cannot be read or used: an error, or damage */
  TP_DIFFERS_CUT,     /* out of the range it has now: `is` in place of `was` */
  TP_DIFFERS_NEW,     /* is there at its start value, or as nothing was done with it yet */
  TP_DIFFERS_CHANGED, /* is another now, and counts from now on */
  TP_DIFFERENCE_KINDS
};

/* 1 when the game has less by it than it had. */
static inline int tp_difference_loses(enum tp_difference_kind kind) {
  return kind <= TP_DIFFERS_CUT;
}

/* X(ID, key, word): what it is; parts of a scenario with the key they stand under. */
#define TP_THINGS(X)                                                                               \
  X(ACTOR, "actors", "actor")                                                                      \
  X(PAIR, "pairs", "pair")                                                                         \
  X(VIEW, "views", "view")                                                                         \
  X(CLAIM, "claims", "claim")                                                                      \
  X(TRACK, "tracks", "track")                                                                      \
  X(ACTION, "actions", "action")                                                                   \
  X(EVENT, "events", "event")                                                                      \
  X(INFLUENCE, "influences", "influence")                                                          \
  X(OBJECTIVE, "objectives", "objective")                                                          \
  X(ENDING, "endings", "ending")                                                                   \
  X(POLICY, "policies", "policy")                                                                  \
  X(ROLE, "roles", "role")                                                                         \
  X(RULE, "rules", "rule")                                                                         \
  X(START, "world", "start value of the world")                                                    \
  X(TURNS, "turns", "length")     /* of the game */                                                \
  X(SCENARIO, "", "scenario")     /* cannot be loaded; its title says why */                       \
  X(MOD, "", "mod")               /* its title and version */                                      \
  X(VALUES, "", "values")         /* of a pair and the like; `was` or `is` says how many */        \
  X(VALUE, "", "value")           /* of one variable */                                            \
  X(PROGRAMME, "", "programme")   /* turns left */                                                 \
  X(WAIT, "", "wait")             /* of an action or event, turns */                               \
  X(DECISION, "", "decision")     /* that waited */                                                \
  X(CRISIS, "", "crisis")         /* that was on: "challenger>target" */                           \
  X(ORDER, "", "order")           /* given for the turn that comes */                              \
  X(RESULT, "", "end")            /* of a game that was over, and goes on */                       \
  X(PART, "", "part of the file") /* by its JSON pointer */

#define TP_THING_ENTRY_(ID, key, word) TP_THING_##ID,
enum tp_thing { TP_THINGS(TP_THING_ENTRY_) TP_THING_COUNT };
#undef TP_THING_ENTRY_

/* What is another within a thing that is still there: "cost.budget", with the values as JSON, or ""
 * where there is none and for what is too long to be told. */
struct tp_difference_field {
  char *path, *was, *is;
};

struct tp_difference {
  enum tp_difference_kind kind;
  enum tp_thing thing;
  char *name;  /* id, address or text of an order */
  char *title; /* for people, or "" */
  double was, is;
  struct tp_difference_field *fields; /* of what is CHANGED */
  int field_count;
};

struct tp_differences {
  struct tp_difference *list;
  int count, room;
};

/* Adds one, unless the same kind of thing of that name is there. */
void tp_differences_add(struct tp_differences *differences, struct tp_difference difference);

/* Adds a field to one of the list. */
void tp_difference_add_field(struct tp_difference *difference, const char *path, const char *was,
                             const char *is);

/* Appends the first of the fields, as "cost.budget 6 -> 8, turns", with `arrow` between values;
 * returns how many are left out. */
int tp_difference_print_fields(const struct tp_difference *difference, const char *arrow,
                               struct tp_text *text);

/* The one of this kind, thing and name, or NULL. */
struct tp_difference *tp_differences_find(const struct tp_differences *differences,
                                          enum tp_difference_kind kind, enum tp_thing thing,
                                          const char *name);

/* By kind; those of a kind stay in their order. */
void tp_differences_sort(struct tp_differences *differences);

/* Frees the list and leaves it empty. */
void tp_differences_free(struct tp_differences *differences);

/* The key a part of a scenario stands under; "" for what is none. */
const char *tp_thing_key(enum tp_thing thing);

/* What a difference is called in English, for tools: "gone", "action". */
const char *tp_difference_kind_word(enum tp_difference_kind kind);
const char *tp_thing_word(enum tp_thing thing);

/* Appends it in English, for tools: `changed: action gift (A gift): cost.budget 3 -> 4`. */
void tp_difference_print(const struct tp_difference *difference, struct tp_text *text);

#endif
