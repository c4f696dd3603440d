/* The shorthand of a study's arms, written out as options of `run`. */
#include "data/address.h"
#include "lab/studies/study.h"

#include <stdlib.h>
#include <string.h>

struct expansion {
  const struct tp_rules *r;
  char **options;
  int count, room;
  const char *option; /* "--hold" */
  char value[40];     /* as written; "start" and so on is worked out for each variable */
  struct tp_fault *fault;
};

static int fail(struct expansion *e, const char *what, const char *name) {
  snprintf(e->fault->text, sizeof e->fault->text, "%s %s", what, name);
  return 0;
}

static int keep(struct expansion *e, const char *text) {
  if (e->count == e->room)
    return fail(e, "too many options:", text);
  size_t size = strlen(e->option) + strlen(text) + 2;
  char *option = tp_memory_resize(NULL, size);
  snprintf(option, size, "%s %s", e->option, text);
  e->options[e->count++] = option;
  return 1;
}

static int keep_slot(struct expansion *e, int slot) {
  char text[160];
  double value = 0;
  if (strncmp(e->value, "start", 5) != 0) {
    snprintf(text, sizeof text, "%s=%s", e->r->slots[slot].name, e->value);
    return keep(e, text);
  }
  if (e->value[5] && !tp_read_real_number(e->value + 5, &value))
    return fail(e, "no number:", e->value);
  value += e->r->start[slot];
  if (value < e->r->low[slot])
    value = e->r->low[slot];
  if (value > e->r->high[slot])
    value = e->r->high[slot];
  snprintf(text, sizeof text, "%s=%s", e->r->slots[slot].name, tp_number_exact(value).text);
  return keep(e, text);
}

static int keep_pillars(struct expansion *e, const char *name) {
  int actor = tp_address_actor(e->r, name, strlen(name));
  if (actor < 0 || !tp_actor_has(e->r, actor, TP_DETERRENT))
    return fail(e, "no union", name);
  for (int pillar = TP_INDUSTRY; pillar <= TP_DETERRENT; pillar++) {
    if (!keep_slot(e, tp_actor_slot(e->r, actor, (enum tp_actor_variable)pillar)))
      return 0;
  }
  return 1;
}

static int keep_claims(struct expansion *e, const char *name) {
  int actor = tp_address_actor(e->r, name, strlen(name));
  if (actor < 0)
    return fail(e, "no actor", name);
  struct tp_span claims = e->r->actors[actor].claims;
  for (int i = 0; i < claims.count; i++) {
    if (!keep_slot(e, tp_claim_slot(e->r, claims.first + i, TP_CREDIBILITY)))
      return 0;
  }
  return claims.count > 0 || fail(e, "no claims of", name);
}

static int keep_adversaries(struct expansion *e, const char *name) {
  int a, b;
  if (tp_address_pair(e->r, name, strlen(name), '-', &a, &b) != 1)
    return fail(e, "no pair", name);
  int tie = tp_rules_tie(e->r, a, b);
  if (tie == TP_NONE)
    return fail(e, "no tie", name);
  struct tp_span list = e->r->ties[tie].adversaries;
  for (int i = 0; i < list.count; i++) {
    const struct tp_adversary *adversary = &e->r->adversaries[list.first + i];
    if (!keep_slot(e, adversary->menace_a) || !keep_slot(e, adversary->menace_b))
      return 0;
  }
  return 1;
}

static int begins(const char *text, const char *with) {
  return strncmp(text, with, strlen(with)) == 0;
}

/* One word after an option: what is not shorthand is kept as it is. */
static int expand_word(struct expansion *e, char *word) {
  char *equals = strchr(word, '=');
  int is_start = equals && begins(equals + 1, "start");
  if (!equals || (!is_start && !strstr(word, "-of:")))
    return keep(e, word);
  *equals = 0;
  snprintf(e->value, sizeof e->value, "%s", equals + 1);
  if (begins(word, "pillars-of:"))
    return keep_pillars(e, word + 11);
  if (begins(word, "claims-of:"))
    return keep_claims(e, word + 10);
  if (begins(word, "adversaries-of:"))
    return keep_adversaries(e, word + 15);
  int slot = tp_address_find(e->r, word);
  return slot >= 0 ? keep_slot(e, slot) : fail(e, "no variable", word);
}

static int expand_all(struct expansion *e, char *words) {
  char *rest = words;
  for (char *option; (option = strtok_r(rest, " ", &rest)) != NULL;) {
    char *word = strtok_r(rest, " ", &rest);
    e->option = option;
    if (!word || !expand_word(e, word))
      return 0;
  }
  return 1;
}

int tp_arm_expand(const struct tp_rules *r, const char *changes, char **options, int room,
                  struct tp_fault *fault) {
  struct expansion e = {.r = r, .options = options, .room = room, .fault = fault};
  char *words = tp_memory_text(changes);
  int sound = expand_all(&e, words);
  free(words);
  if (sound)
    return e.count;
  while (e.count > 0)
    free(options[--e.count]);
  return -1;
}
