/* Lists that let each mechanism walk from one thing to those it depends on. */
#include "data/compile/compile.h"

#include <string.h>

/* --- around an actor ------------------------------------------------------------------------- */

static void link_actor(struct tp_compiler *c, int index) {
  struct tp_actor *actor = &c->actors[index];
  const struct tp_rules *r = c->r;
  int16_t first = tp_pool_count(c, TP_POOL_INCIDENT);
  for (int i = 0; i < r->tie_count; i++)
    if (c->ties[i].a == index || c->ties[i].b == index)
      tp_pool_push_index(c, TP_POOL_INCIDENT, i);
  actor->ties = tp_pool_span(c, TP_POOL_INCIDENT, first);
  first = tp_pool_count(c, TP_POOL_OUTLOOKS);
  for (int i = 0; i < r->view_count; i++)
    if (c->views[i].from == index)
      tp_pool_push_index(c, TP_POOL_OUTLOOKS, i);
  actor->views = tp_pool_span(c, TP_POOL_OUTLOOKS, first);
  first = tp_pool_count(c, TP_POOL_OUTLOOKS);
  for (int i = 0; i < r->view_count; i++)
    if (c->views[i].to == index)
      tp_pool_push_index(c, TP_POOL_OUTLOOKS, i);
  actor->seen = tp_pool_span(c, TP_POOL_OUTLOOKS, first);
}

/* What a seat has left to spend is its own secret. */
static void hide(struct tp_compiler *c, struct tp_actor *actor) {
  int16_t first = tp_pool_count(c, TP_POOL_HIDDEN);
  for (int v = TP_BUDGET; actor->is_seat && v <= TP_ATTENTION; v++)
    tp_pool_push_index(c, TP_POOL_HIDDEN, actor->slot + v);
  actor->hidden = tp_pool_span(c, TP_POOL_HIDDEN, first);
}

/* --- around a tie or view -------------------------------------------------------------------- */

/* Slot of the economic tie between two actors, or TP_NONE. */
static int16_t stake(const struct tp_rules *r, int a, int b) {
  int tie = tp_rules_tie(r, a, b);
  return (int16_t)(tie == TP_NONE ? TP_NONE : tp_tie_slot(r, tie, TP_ECONOMY));
}

static void link_tie(struct tp_compiler *c, struct tp_tie *tie) {
  const struct tp_rules *r = c->r;
  int16_t first = tp_pool_count(c, TP_POOL_ADVERSARIES);
  tie->view_ab = (int16_t)tp_rules_view(r, tie->a, tie->b);
  tie->view_ba = (int16_t)tp_rules_view(r, tie->b, tie->a);
  for (int k = 0; k < r->actor_count; k++) {
    int view_a = tp_rules_view(r, tie->a, k), view_b = tp_rules_view(r, tie->b, k);
    if (view_a == TP_NONE || view_b == TP_NONE)
      continue;
    struct tp_adversary adversary = {.actor = (int16_t)k,
                                     .menace_a = (int16_t)tp_view_slot(r, view_a, TP_MENACE),
                                     .menace_b = (int16_t)tp_view_slot(r, view_b, TP_MENACE),
                                     .stake_a = stake(r, tie->a, k),
                                     .stake_b = stake(r, tie->b, k)};
    tp_pool_push(c, TP_POOL_ADVERSARIES, &adversary);
  }
  tie->adversaries = tp_pool_span(c, TP_POOL_ADVERSARIES, first);
}

static void link_view(struct tp_compiler *c, struct tp_view *view) {
  const struct tp_rules *r = c->r;
  int16_t first = tp_pool_count(c, TP_POOL_SPILLS);
  view->tie = (int16_t)tp_rules_tie(r, view->from, view->to);
  view->back = (int16_t)tp_rules_view(r, view->to, view->from);
  for (int other = 0; other < r->actor_count; other++) {
    int tie = tp_rules_tie(r, view->to, other), seen = tp_rules_view(r, view->from, other);
    if (other == view->from || tie == TP_NONE || seen == TP_NONE)
      continue;
    struct tp_spill spill = {(int16_t)tp_tie_slot(r, tie, TP_COHESION),
                             (int16_t)tp_view_slot(r, seen, TP_MENACE)};
    tp_pool_push(c, TP_POOL_SPILLS, &spill);
  }
  view->spills = tp_pool_span(c, TP_POOL_SPILLS, first);
  first = tp_pool_count(c, TP_POOL_POINTING);
  for (int i = 0; i < r->claim_count; i++)
    if (c->claims[i].holder == view->from && c->claims[i].about == view->to)
      tp_pool_push_index(c, TP_POOL_POINTING, i);
  view->claims = tp_pool_span(c, TP_POOL_POINTING, first);
}

/* --- around a claim -------------------------------------------------------------------------- */

static void add_echo(struct tp_compiler *c, const struct tp_claim *claim, const cJSON *node,
                     const char *id) {
  enum tp_place place = node->string ? TP_AT_KEY : TP_AT_VALUE;
  int ally = tp_address_actor(c->r, id, strlen(id));
  if (ally == TP_NONE) {
    tp_compile_unknown(c, node, place, TP_FORM_ACTOR, id, "unknown actor \"%.60s\"", id);
    return;
  }
  int tie = tp_rules_tie(c->r, claim->holder, ally);
  struct tp_echo echo = {(int16_t)ally, (int16_t)tie};
  if (tie == TP_NONE)
    tp_compile_unknown(c, node, place, TP_FORM_PAIR,
                       tp_arena_print(c->arena, "%s-%s", id, c->actors[claim->holder].words.id),
                       "%s cannot echo a claim of %s: there is no pair of the two", id,
                       c->actors[claim->holder].words.id);
  else
    tp_pool_push(c, TP_POOL_ECHOES, &echo);
}

static void link_claim(struct tp_compiler *c, int index) {
  struct tp_claim *claim = &c->claims[index];
  const cJSON *node = c->claim_nodes[index], *echo = tp_read(node, "echo"), *ally;
  int16_t first = tp_pool_count(c, TP_POOL_ECHOES);
  claim->evidence = tp_compile_weights(c, tp_read(node, "evidence"));
  claim->contradiction = tp_compile_weights(c, tp_read(node, "contradiction"));
  if (cJSON_IsObject(echo) || cJSON_IsArray(echo))
    for (ally = tp_children(echo); ally; ally = ally->next) {
      if (ally->string)
        add_echo(c, claim, ally, ally->string);
      else if (cJSON_IsString(ally))
        add_echo(c, claim, ally, ally->valuestring);
    }
  claim->echoes = tp_pool_span(c, TP_POOL_ECHOES, first);
}

/* The relations that the roles make out. */
static void link_roles(struct tp_compiler *c) {
  struct tp_rules *r = c->r;
  r->guarantee_view = (int16_t)tp_rules_view(r, r->unite, r->guarantor);
  r->front = (int16_t)tp_rules_tie(r, r->unite, r->adversary);
  for (int i = 0; i < r->actor_count; i++)
    c->actors[i].adversary_view = (int16_t)tp_rules_view(r, i, r->adversary);
}

void tp_compile_links(struct tp_compiler *c) {
  link_roles(c);
  for (int i = 0; i < c->r->actor_count; i++) {
    link_actor(c, i);
    hide(c, &c->actors[i]);
    c->actors[i].goals = tp_compile_named_weights(c, tp_read(c->actor_nodes[i], "goals"));
  }
  for (int i = 0; i < c->r->tie_count; i++)
    link_tie(c, &c->ties[i]);
  for (int i = 0; i < c->r->view_count; i++) {
    link_view(c, &c->views[i]);
  }
  for (int i = 0; i < c->r->claim_count; i++)
    link_claim(c, i);
}
