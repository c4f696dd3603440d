#include "lab/studies/findings.h"

#include "data/arena.h"

#include <math.h>
#include <stdlib.h>

/* The difference in units of the spread from game to game, the root of the mean of both sides'
 * variances. */
static double size_of(double difference, double variance_a, double variance_b) {
  double deviation = sqrt((variance_a + variance_b) / 2);
  if (difference == 0)
    return 0;
  return deviation > 0 ? difference / deviation : difference > 0 ? HUGE_VAL : -HUGE_VAL;
}

static double square(double x) {
  return x * x;
}

static struct tp_moved of_rate(const struct tp_paired_item *item, const struct tp_pairs *pairs) {
  /* B less A, so B comes first. */
  struct tp_pairs turned = {pairs->cases, pairs->both, pairs->only_b, pairs->only_a};
  struct tp_moved moved = {.item = item,
                           .is_rate = 1,
                           .a = tp_rate(pairs->both + pairs->only_a, pairs->cases),
                           .b = tp_rate(pairs->both + pairs->only_b, pairs->cases),
                           .interval = tp_pairs_difference(&turned),
                           .chance = tp_pairs_chance(pairs),
                           .both = pairs->both,
                           .only_a = pairs->only_a,
                           .only_b = pairs->only_b};
  moved.difference = moved.b - moved.a;
  moved.size = size_of(moved.difference, moved.a * (1 - moved.a), moved.b * (1 - moved.b));
  return moved;
}

static struct tp_moved of_means(const struct tp_paired_item *item,
                                const struct tp_paired_means *means) {
  return (struct tp_moved){.item = item,
                           .a = means->side[0].mean,
                           .b = means->side[1].mean,
                           .difference = means->difference.mean,
                           .interval = tp_spread_interval(&means->difference),
                           .size = size_of(means->difference.mean,
                                           square(tp_spread_deviation(&means->side[0])),
                                           square(tp_spread_deviation(&means->side[1]))),
                           .chance = tp_spread_chance(&means->difference)};
}

static void correct(struct tp_findings *findings) {
  size_t count = (size_t)findings->count;
  double *chances = tp_memory_resize(NULL, 2 * count * sizeof *chances);
  for (int i = 0; i < findings->count; i++)
    chances[i] = findings->list[i].chance;
  tp_holm(chances, findings->count, chances + count);
  for (int i = 0; i < findings->count; i++) {
    findings->list[i].corrected = chances[count + (size_t)i];
    findings->certain += findings->list[i].corrected < 0.05;
  }
  free(chances);
}

static int is_certain(const struct tp_moved *moved) {
  return moved->corrected < 0.05;
}

/* Ties keep the order of the list, in which addresses ascend. */
static int by_size(const void *left, const void *right) {
  const struct tp_moved *a = left, *b = right;
  if (is_certain(a) != is_certain(b))
    return is_certain(a) ? -1 : 1;
  double of_a = fabs(a->size), of_b = fabs(b->size);
  if (of_a != of_b)
    return of_a > of_b ? -1 : 1;
  if (a->is_rate != b->is_rate)
    return a->is_rate ? -1 : 1;
  return a->item < b->item ? -1 : a->item > b->item;
}

void tp_findings_open(struct tp_findings *findings, const struct tp_pairing *pairing,
                      const struct tp_paired_tally *tally) {
  size_t count = (size_t)pairing->rate_count + (size_t)pairing->mean_count;
  *findings = (struct tp_findings){.list = tp_memory_resize(NULL, count * sizeof *findings->list)};
  for (int i = 0; i < pairing->rate_count; i++)
    findings->list[findings->count++] = of_rate(&pairing->rates[i], &tally->rates[i]);
  for (int i = 0; i < pairing->mean_count; i++)
    findings->list[findings->count++] = of_means(&pairing->means[i], &tally->means[i]);
  correct(findings);
  qsort(findings->list, count, sizeof *findings->list, by_size);
}

void tp_findings_close(struct tp_findings *findings) {
  free(findings->list);
  *findings = (struct tp_findings){0};
}
