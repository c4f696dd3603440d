#include "lab/studies/factors.h"

#include "data/address.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static struct tp_factor *add(struct tp_factors *factors, const char *name) {
  size_t size = (size_t)(factors->count + 1) * sizeof *factors->list;
  factors->list = tp_memory_resize(factors->list, size);
  factors->list[factors->count] = (struct tp_factor){.name = name};
  return &factors->list[factors->count++];
}

/* The value and the range of what is called `name`: 1, or 0 when there is no such. */
struct known {
  double value, low, high;
  int slot; /* or TP_NONE */
};

static int look_up(const struct tp_rules *r, const char *name, struct known *known) {
  int index = tp_address_coefficient(name), count;
  if (index != TP_NONE) {
    const struct tp_coefficient *coefficient = tp_coefficients(&count) + index;
    struct tp_coefficients values = r->coefficient;
    *known = (struct known){*tp_coefficient_at(&values, index), coefficient->low, coefficient->high,
                            TP_NONE};
    return 1;
  }
  int slot = tp_address_find(r, name);
  if (slot == TP_NONE)
    return 0;
  *known = (struct known){r->start[slot], r->low[slot], r->high[slot], slot};
  return 1;
}

/* --- those that are named -------------------------------------------------------------------- */

/* "LOW:HIGH" */
static int read_ends(const char *text, double *low, double *high) {
  char first[40];
  const char *colon = strchr(text, ':');
  if (!colon || colon - text >= (long)sizeof first)
    return 0;
  snprintf(first, sizeof first, "%.*s", (int)(colon - text), text);
  return tp_read_real_number(first, low) && tp_read_real_number(colon + 1, high) && *low < *high;
}

/* Is the name changed otherwise, or free already? A pair may be written either way round. */
static int is_taken(const struct tp_factors *factors, const struct tp_rules *r,
                    const struct tp_arguments *a, const char *name) {
  char other[200];
  int slot = tp_address_find(r, name);
  for (int i = 0; i < a->change_count; i++) {
    enum tp_option_id option = a->change[i].option;
    const char *text = a->change[i].text;
    if (option != TP_OPTION_SET && option != TP_OPTION_HOLD)
      continue;
    snprintf(other, sizeof other, "%.*s", (int)strcspn(text, "="), text);
    if (strcmp(other, name) == 0 || (slot != TP_NONE && tp_address_find(r, other) == slot))
      return 1;
  }
  for (int i = 0; i < factors->count; i++) {
    if (strcmp(factors->list[i].name, name) == 0 ||
        (slot != TP_NONE && tp_address_find(r, factors->list[i].name) == slot))
      return 1;
  }
  return 0;
}

static int refuse(struct tp_fault *fault, const char *text, const char *why) {
  snprintf(fault->text, sizeof fault->text, "--free %.80s: %s", text, why);
  return 0;
}

static int add_named(struct tp_factors *factors, const struct tp_setup *setup,
                     const struct tp_arguments *a, const char *text, struct tp_fault *fault) {
  const struct tp_rules *r = setup->rules;
  struct known known;
  double low, high;
  char why[300];
  const char *ends = strchr(text, '=');
  if (!ends || !read_ends(ends + 1, &low, &high))
    return refuse(fault, text, "expected NAME=LOW:HIGH, with LOW below HIGH");
  const char *name = tp_arena_copy_part(factors->arena, text, (size_t)(ends - text));
  if (!look_up(r, name, &known)) {
    tp_address_explain(r, name, 1, why, sizeof why);
    return refuse(fault, text, why);
  }
  const struct tp_variable *variable =
      known.slot == TP_NONE ? NULL : tp_address_variable(r, known.slot);
  if (variable && variable->derived)
    return refuse(fault, text, "is computed from other variables and has no start value");
  if (low < known.low || high > known.high) {
    snprintf(why, sizeof why, "must stay from %.15g to %.15g", known.low, known.high);
    return refuse(fault, text, why);
  }
  if (is_taken(factors, r, a, name))
    return refuse(fault, text, "is free, set or held by another option too");
  struct tp_factor *factor = add(factors, name);
  factor->low = low;
  factor->high = high;
  factor->usual = known.value;
  return 1;
}

/* --- all of them ----------------------------------------------------------------------------- */

static void add_share(struct tp_factors *factors, const struct tp_setup *setup,
                      const struct tp_arguments *a, const char *name) {
  struct known known;
  if (!look_up(setup->rules, name, &known) || is_taken(factors, setup->rules, a, name))
    return;
  double share = 0.2 * fabs(known.value);
  double low = fmax(known.low, known.value - share), high = fmin(known.high, known.value + share);
  if (!(low < high)) {
    factors->left_out++;
    return;
  }
  struct tp_factor *factor = add(factors, name);
  factor->low = low;
  factor->high = high;
  factor->usual = known.value;
}

static void add_all(struct tp_factors *factors, const struct tp_setup *setup,
                    const struct tp_arguments *a) {
  const struct tp_rules *r = setup->rules;
  int count;
  const struct tp_coefficient *coefficients = tp_coefficients(&count);
  for (int i = 0; i < count; i++)
    add_share(factors, setup, a, coefficients[i].name);
  for (int slot = 0; slot < r->slot_count; slot++) {
    const struct tp_variable *variable = tp_address_variable(r, slot);
    if (!variable || !variable->derived)
      add_share(factors, setup, a, r->slots[slot].name);
  }
}

int tp_factors_open(struct tp_factors *factors, const struct tp_setup *setup,
                    const struct tp_arguments *a, struct tp_fault *fault) {
  *factors = (struct tp_factors){.arena = tp_arena_create()};
  for (int i = 0; i < a->free_count; i++) {
    if (!add_named(factors, setup, a, a->free[i], fault))
      return 0;
  }
  if (a->free_count == 0)
    add_all(factors, setup, a);
  return 1;
}

void tp_factors_close(struct tp_factors *factors) {
  free(factors->list);
  tp_arena_free(factors->arena);
  *factors = (struct tp_factors){0};
}

/* --- at a point ------------------------------------------------------------------------------ */

double tp_factor_value(const struct tp_factor *factor, double place) {
  double value = factor->low + place * (factor->high - factor->low);
  return fmin(fmax(value, factor->low), factor->high);
}

struct tp_experiment *tp_factors_experiment(const struct tp_factors *factors,
                                            const struct tp_scenario *scenario,
                                            const struct tp_arguments *a, const double *point) {
  struct tp_experiment *experiment = tp_experiment_create(scenario);
  struct tp_experiment_error error;
  struct tp_fault fault;
  for (int i = 0; i < a->change_count; i++) {
    if (a->change[i].option != TP_OPTION_SEAT)
      (void)tp_setup_change(experiment, a->change[i].option, a->change[i].text, &fault);
  }
  if (a->turns)
    (void)tp_experiment_turns(experiment, a->turns, &error);
  for (int i = 0; i < factors->count; i++)
    (void)tp_experiment_set_value(experiment, factors->list[i].name,
                                  tp_factor_value(&factors->list[i], point[i]), &error);
  return experiment;
}
