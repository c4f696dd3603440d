/* From a merged document to rules. Internal to the data layer.
 *
 * The compiler finds what a look at one value cannot: unknown names, missing start values, limits.
 * It runs on documents with faults too, so that all faults are listed at once: a value of the wrong
 * type counts as not given (the checker has reported it), an unknown name as TP_NONE.
 */
#ifndef TP_DATA_COMPILE_COMPILE_H
#define TP_DATA_COMPILE_COMPILE_H

#include "data/address.h"
#include "data/layers/document.h"
#include "data/scenario.h"

/* A growing array in the arena. */
struct tp_pool {
  void *items;
  int count, room;
  size_t size;
};

enum tp_pool_name {
  TP_POOL_INCIDENT,
  TP_POOL_OUTLOOKS,
  TP_POOL_POINTING,
  TP_POOL_REPERTOIRE,
  TP_POOL_HIDDEN,
  TP_POOL_ADVERSARIES,
  TP_POOL_SPILLS,
  TP_POOL_ECHOES,
  TP_POOL_CONDITIONS,
  TP_POOL_EFFECTS,
  TP_POOL_WEIGHTS,
  TP_POOL_APPEALS,
  TP_POOL_OPTIONS,
  TP_POOLS
};

struct tp_compiler {
  const struct tp_document *document;
  const cJSON *root;
  struct tp_problems *problems;
  const char *language;
  struct tp_arena *arena;
  struct tp_scenario *scenario;
  struct tp_rules *r;

  /* what `r` points to, to be written, with the node each was read from */
  struct tp_actor *actors;
  struct tp_tie *ties;
  struct tp_view *views;
  struct tp_claim *claims;
  struct tp_track *tracks;
  struct tp_action *actions;
  struct tp_event *events;
  const cJSON **actor_nodes, **tie_nodes, **view_nodes, **claim_nodes, **track_nodes;
  const cJSON **action_nodes, **event_nodes;
  struct tp_slot *slots;
  double *low, *high, *start;
  struct tp_pool pools[TP_POOLS];
  int too_large; /* a limit on the pools was reported */
};

/* Compiles the merged document into `scenario->rules`, which is also returned, to be written: all
 * but what tp_rules_settle fills in. Faults are added to `problems`. */
struct tp_rules *tp_compile(struct tp_scenario *scenario, const struct tp_document *document,
                            struct tp_problems *problems);

/* The steps, each in its own file; a step relies on those before it. */
void tp_compile_actors(struct tp_compiler *c);    /* actors, who is a seat */
void tp_compile_relations(struct tp_compiler *c); /* ties, views, claims, tracks */
void tp_compile_slots(struct tp_compiler *c);     /* every variable: place, range, start value */
void tp_compile_actions(struct tp_compiler *c);   /* and the seats' repertoires */
void tp_compile_events(struct tp_compiler *c);    /* events, influences, objectives, endings */
void tp_compile_guide(struct tp_compiler *c);     /* hints and advisors */
void tp_compile_policies(struct tp_compiler *c);  /* policies of the scenario's own */
void tp_compile_links(struct tp_compiler *c);     /* who is whose adversary, what spills over */

/* --- faults, reading ------------------------------------------------------------------------- */

void tp_compile_fault(struct tp_compiler *c, const cJSON *node, enum tp_place place,
                      const char *format, ...) TP_FORMATS(4, 5);

/* The same of `name`, of this form, that nothing has: who took it away is told instead. */
void tp_compile_unknown(struct tp_compiler *c, const cJSON *node, enum tp_place place,
                        enum tp_form form, const char *name, const char *format, ...)
    TP_FORMATS(6, 7);

/* The same where `node` lacks a part: at the null that took it away, if there is one. */
void tp_compile_lack(struct tp_compiler *c, const cJSON *node, const char *part, const char *format,
                     ...) TP_FORMATS(4, 5);

/* The value under `key`; NULL if `object` is no object or has none. */
const cJSON *tp_read(const cJSON *object, const char *key);

/* A number, whole number, flag or choice (0 when not given) of an object of `kind`: what is given,
 * or the fallback of the format. */
double tp_read_number(const struct tp_kind *kind, const cJSON *object, const char *key);
int16_t tp_read_whole(const struct tp_kind *kind, const cJSON *object, const char *key);
int16_t tp_read_flag(const struct tp_kind *kind, const cJSON *object, const char *key);
int16_t tp_read_choice(const struct tp_kind *kind, const cJSON *object, const char *key);

/* The number at a place of a list, or the fallback. */
double tp_read_item(const cJSON *list, int place, double fallback);

/* A text in the scenario's language, or ""; the one that `node` is. */
const char *tp_read_text_at(const struct tp_compiler *c, const cJSON *node);
const char *tp_read_text(const struct tp_compiler *c, const cJSON *object, const char *key);

/* The id of an entry: its key, else its "id", else its number from 1. */
const char *tp_read_id(const struct tp_compiler *c, const cJSON *entry, int index);

/* The entries under `key` of an object of `kind` that are objects, at most `most` (more is a
 * fault): their number, and the nodes themselves. */
int tp_read_entries(struct tp_compiler *c, const struct tp_kind *kind, const cJSON *object,
                    const char *key, int most, const cJSON ***nodes);

/* --- names ----------------------------------------------------------------------------------- */

/* The actor, action, event, tie or variable named by the text under `key`, or TP_NONE; an unknown
 * one is a fault. A seat must be one. */
int16_t tp_compile_actor(struct tp_compiler *c, const cJSON *node);
int16_t tp_compile_seat(struct tp_compiler *c, const cJSON *node);
int16_t tp_compile_action(struct tp_compiler *c, const cJSON *node);
int16_t tp_compile_event(struct tp_compiler *c, const cJSON *node);
int16_t tp_compile_tie(struct tp_compiler *c, const cJSON *node);
int16_t tp_compile_address(struct tp_compiler *c, const cJSON *node);

/* Reports a text that names no policy, of the program's or the scenario's own. */
void tp_compile_policy_name(struct tp_compiler *c, const cJSON *node);

/* --- lists ----------------------------------------------------------------------------------- */

enum tp_landing { TP_LAND_START, TP_LAND_EACH, TP_LAND_END, TP_LAND_ANY };

int16_t tp_pool_count(const struct tp_compiler *c, enum tp_pool_name pool);
void tp_pool_push(struct tp_compiler *c, enum tp_pool_name pool, const void *item);
void tp_pool_push_index(struct tp_compiler *c, enum tp_pool_name pool, int index);

/* What was pushed since the pool had `first` items. */
struct tp_span tp_pool_span(const struct tp_compiler *c, enum tp_pool_name pool, int16_t first);

struct tp_span tp_compile_conditions(struct tp_compiler *c, const cJSON *list);

/* The comparison of `slot` with the number `node` gives, as `op` says; one with a number that the
 * variable cannot have is a fault. 0 when there is nothing to compare. */
int tp_compile_comparison(struct tp_compiler *c, const cJSON *node, int16_t slot,
                          enum tp_operator op, struct tp_condition *condition);
struct tp_span tp_compile_weights(struct tp_compiler *c, const cJSON *list);
struct tp_span tp_compile_named_weights(struct tp_compiler *c, const cJSON *object);
struct tp_span tp_compile_effects(struct tp_compiler *c, const cJSON *list,
                                  enum tp_landing landing);

#endif
