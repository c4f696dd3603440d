#include "lab/studies/measures.h"

#include "data/arena.h"

#include <math.h>
#include <stdlib.h>

static struct tp_finding of_spread(const struct tp_spread *spread) {
  return (struct tp_finding){.effect = spread->mean, .interval = tp_spread_interval(spread)};
}

static double value(const struct tp_study *s, const struct tp_check *c, int arm, int game,
                    int turn) {
  return tp_study_value(s, c, arm, game, turn, 0);
}

/* The mean over games of the difference at one turn. */
static struct tp_spread difference_at(const struct tp_study *s, const struct tp_check *c,
                                      int turn) {
  struct tp_spread spread = {0};
  for (int game = 0; game < s->games; game++)
    tp_spread_add(&spread, value(s, c, c->arm, game, turn) - value(s, c, c->base, game, turn));
  return spread;
}

/* --- levels and differences ------------------------------------------------------------------ */

struct tp_finding tp_measure_level(const struct tp_study *s, const struct tp_check *c) {
  struct tp_spread spread = {0};
  for (int game = 0; game < s->games; game++) {
    double sum = 0;
    for (int turn = c->from; turn <= c->to; turn++)
      sum += value(s, c, c->arm, game, turn);
    tp_spread_add(&spread, sum / (c->to - c->from + 1));
  }
  return of_spread(&spread);
}

struct tp_finding tp_measure_difference(const struct tp_study *s, const struct tp_check *c) {
  struct tp_spread spread = {0};
  for (int game = 0; game < s->games; game++) {
    double sum = 0;
    for (int turn = c->from; turn <= c->to; turn++)
      sum += value(s, c, c->arm, game, turn) - value(s, c, c->base, game, turn);
    tp_spread_add(&spread, sum / (c->to - c->from + 1));
  }
  return of_spread(&spread);
}

struct tp_finding tp_measure_yearly(const struct tp_study *s, const struct tp_check *c) {
  struct tp_spread spread = difference_at(s, c, c->to);
  struct tp_finding finding = of_spread(&spread);
  double years = (c->to - c->from) / 4.0;
  finding.effect /= years;
  finding.interval.low /= years;
  finding.interval.high /= years;
  return finding;
}

struct tp_finding tp_measure_extreme(const struct tp_study *s, const struct tp_check *c) {
  struct tp_spread most = difference_at(s, c, c->from);
  for (int turn = c->from + 1; turn <= c->to; turn++) {
    struct tp_spread spread = difference_at(s, c, turn);
    if (fabs(spread.mean) > fabs(most.mean))
      most = spread;
  }
  return of_spread(&most);
}

/* The interval counts the turns that are above for certain, and those that may be. */
struct tp_finding tp_measure_lasting(const struct tp_study *s, const struct tp_check *c) {
  struct tp_finding finding = {0};
  for (int turn = c->from; turn <= c->to; turn++) {
    struct tp_spread spread = difference_at(s, c, turn);
    struct tp_interval interval = tp_spread_interval(&spread);
    finding.effect += spread.mean > 5;
    finding.interval.low += interval.low > 5;
    finding.interval.high += interval.high > 5;
  }
  return finding;
}

/* --- shares ---------------------------------------------------------------------------------- */

/* Ratio of two means of paired values, with its interval by linearisation. */
struct ratio {
  double of, error;
};

static struct ratio ratio_of_means(const double *above, const double *below, int count) {
  struct tp_spread a = {0}, b = {0}, rest = {0};
  for (int i = 0; i < count; i++) {
    tp_spread_add(&a, above[i]);
    tp_spread_add(&b, below[i]);
  }
  double ratio = a.mean / b.mean;
  for (int i = 0; i < count; i++)
    tp_spread_add(&rest, (above[i] - ratio * below[i]) / b.mean);
  return (struct ratio){ratio, tp_spread_deviation(&rest) / sqrt((double)count)};
}

static struct tp_finding of_ratio(struct ratio ratio) {
  double half = TP_Z95 * ratio.error;
  return (struct tp_finding){.effect = ratio.of, .interval = {ratio.of - half, ratio.of + half}};
}

/* What is left at turn `to` of the difference (or, with base < 0, the value) at turn `from`. */
static struct ratio left(const struct tp_study *s, const struct tp_check *c, int arm, int base,
                         int from, int to) {
  double *both = tp_memory_resize(NULL, 2 * (size_t)s->games * sizeof *both);
  for (int game = 0; game < s->games; game++) {
    both[game] = value(s, c, arm, game, to) - (base < 0 ? 0 : value(s, c, base, game, to));
    both[s->games + game] =
        value(s, c, arm, game, from) - (base < 0 ? 0 : value(s, c, base, game, from));
  }
  struct ratio ratio = ratio_of_means(both, both + s->games, s->games);
  free(both);
  return ratio;
}

static int largest_turn(const struct tp_study *s, const struct tp_check *c) {
  int best = c->from;
  double most = -HUGE_VAL;
  for (int turn = c->from; turn <= c->to; turn++) {
    double mean = difference_at(s, c, turn).mean;
    if (mean > most) {
      most = mean;
      best = turn;
    }
  }
  return best;
}

struct tp_finding tp_measure_left(const struct tp_study *s, const struct tp_check *c) {
  return of_ratio(left(s, c, c->arm, c->base, c->from, c->to));
}

struct tp_finding tp_measure_left_less(const struct tp_study *s, const struct tp_check *c) {
  struct ratio a = left(s, c, c->arm, c->arm - 1, c->from, c->to);
  struct ratio b = left(s, c, c->base, c->base - 1, c->from, c->to);
  return of_ratio((struct ratio){a.of - b.of, hypot(a.error, b.error)});
}

struct tp_finding tp_measure_faded(const struct tp_study *s, const struct tp_check *c) {
  return of_ratio(left(s, c, c->arm, c->base, largest_turn(s, c), c->to));
}

struct tp_finding tp_measure_kept(const struct tp_study *s, const struct tp_check *c) {
  return of_ratio(left(s, c, c->arm, -1, c->from, c->to));
}

/* --- extremes of one arm --------------------------------------------------------------------- */

static struct tp_spread level_at(const struct tp_study *s, const struct tp_check *c, int turn) {
  struct tp_spread spread = {0};
  for (int game = 0; game < s->games; game++)
    tp_spread_add(&spread, value(s, c, c->arm, game, turn));
  return spread;
}

static struct tp_finding end_of_levels(const struct tp_study *s, const struct tp_check *c,
                                       double sign) {
  struct tp_spread most = level_at(s, c, c->from);
  for (int turn = c->from + 1; turn <= c->to; turn++) {
    struct tp_spread spread = level_at(s, c, turn);
    if (sign * spread.mean > sign * most.mean)
      most = spread;
  }
  return of_spread(&most);
}

struct tp_finding tp_measure_lowest(const struct tp_study *s, const struct tp_check *c) {
  return end_of_levels(s, c, -1);
}

struct tp_finding tp_measure_highest(const struct tp_study *s, const struct tp_check *c) {
  return end_of_levels(s, c, 1);
}

static double change(const struct tp_study *s, const struct tp_check *c, int game, int which) {
  return tp_study_value(s, c, c->arm, game, c->to, which) -
         tp_study_value(s, c, c->arm, game, 0, which);
}

struct tp_finding tp_measure_drift(const struct tp_study *s, const struct tp_check *c) {
  struct tp_finding most = {0};
  for (int which = 0; which < s->probes; which++) {
    struct tp_spread spread = {0};
    for (int game = 0; game < s->games; game++)
      tp_spread_add(&spread, change(s, c, game, which));
    if (fabs(spread.mean) <= fabs(most.effect))
      continue;
    most = of_spread(&spread);
    most.where = s->scenario->rules->slots[s->probe[which]].name;
  }
  return most;
}

/* --- two variables --------------------------------------------------------------------------- */

struct tp_finding tp_measure_over(const struct tp_study *s, const struct tp_check *c) {
  struct tp_spread spread = {0};
  for (int game = 0; game < s->games; game++) {
    double sum = 0;
    for (int turn = c->from; turn <= c->to; turn++) {
      sum +=
          tp_study_value(s, c, c->arm, game, turn, 0) - tp_study_value(s, c, c->arm, game, turn, 1);
    }
    tp_spread_add(&spread, sum / (c->to - c->from + 1));
  }
  return of_spread(&spread);
}

struct tp_finding tp_measure_excess(const struct tp_study *s, const struct tp_check *c) {
  struct tp_finding finding = tp_measure_level(s, c);
  double threshold = s->arm[c->arm].rules->coefficient.power_threshold;
  finding.effect -= threshold;
  finding.interval.low -= threshold;
  finding.interval.high -= threshold;
  return finding;
}

/* Pearson's, with Fisher's interval. */
struct tp_finding tp_measure_together(const struct tp_study *s, const struct tp_check *c) {
  struct tp_spread x = {0}, y = {0};
  double products = 0;
  for (int game = 0; game < s->games; game++) {
    tp_spread_add(&x, change(s, c, game, 0));
    tp_spread_add(&y, change(s, c, game, 1));
  }
  for (int game = 0; game < s->games; game++)
    products += (change(s, c, game, 0) - x.mean) * (change(s, c, game, 1) - y.mean);
  double r = products / sqrt(x.squares * y.squares);
  double half = TP_Z95 / sqrt(s->games - 3.0);
  return (struct tp_finding){.effect = r,
                             .interval = {tanh(atanh(r) - half), tanh(atanh(r) + half)}};
}

/* --- counts ---------------------------------------------------------------------------------- */

static struct tp_finding of_rate(long hits, long tries) {
  return (struct tp_finding){.effect = tp_rate(hits, tries),
                             .interval = tp_rate_interval(hits, tries)};
}

struct tp_finding tp_measure_adrift(const struct tp_study *s, const struct tp_check *c) {
  long adrift = 0;
  for (int game = 0; game < s->games; game++) {
    int which = 0;
    while (which < s->probes && fabs(change(s, c, game, which)) < TP_ADRIFT)
      which++;
    adrift += which < s->probes;
  }
  return of_rate(adrift, s->games);
}

static struct tp_counts total(const struct tp_study *s, int arm) {
  struct tp_counts sum = {0};
  for (int game = 0; game < s->games; game++) {
    sum.wedges += s->arm[arm].counts[game].wedges;
    sum.cracked += s->arm[arm].counts[game].cracked;
    sum.called += s->arm[arm].counts[game].called;
    sum.honoured += s->arm[arm].counts[game].honoured;
  }
  return sum;
}

struct tp_finding tp_measure_crises(const struct tp_study *s, const struct tp_check *c) {
  struct tp_spread spread = {0};
  for (int game = 0; game < s->games; game++)
    tp_spread_add(&spread,
                  s->arm[c->arm].counts[game].crises - s->arm[c->base].counts[game].crises);
  return of_spread(&spread);
}

struct tp_finding tp_measure_cracked(const struct tp_study *s, const struct tp_check *c) {
  struct tp_counts a = total(s, c->arm), b = total(s, c->base);
  return (struct tp_finding){.effect = tp_rate(a.cracked, a.wedges) - tp_rate(b.cracked, b.wedges),
                             .interval =
                                 tp_rate_difference(a.cracked, a.wedges, b.cracked, b.wedges)};
}

struct tp_finding tp_measure_honoured(const struct tp_study *s, const struct tp_check *c) {
  struct tp_counts sum = total(s, c->arm);
  return of_rate(sum.honoured, sum.called);
}

struct tp_finding tp_measure_allied(const struct tp_study *s, const struct tp_check *c) {
  long hits = 0;
  for (int game = 0; game < s->games; game++) {
    int reached = 0;
    for (int turn = c->from; turn <= c->to && !reached; turn++)
      reached = value(s, c, c->arm, game, turn) >= 3;
    hits += reached;
  }
  return of_rate(hits, s->games);
}

/* Turns until the variable first falls below its start, and how many games that happened in. */
static long falls(const struct tp_study *s, const struct tp_check *c, int arm, double *exposure) {
  long ends = 0;
  *exposure = 0;
  for (int game = 0; game < s->games; game++) {
    int turn = c->from + 1;
    while (turn < c->to && value(s, c, arm, game, turn) >= value(s, c, arm, game, 0))
      turn++;
    ends += value(s, c, arm, game, turn) < value(s, c, arm, game, 0);
    *exposure += turn - c->from;
  }
  return ends;
}

struct tp_finding tp_measure_hazard(const struct tp_study *s, const struct tp_check *c) {
  struct tp_finding finding = {0};
  double exposure_a, exposure_b;
  long ends_a = falls(s, c, c->arm, &exposure_a), ends_b = falls(s, c, c->base, &exposure_b);
  finding.interval = tp_hazard_ratio(ends_a, exposure_a, ends_b, exposure_b, &finding.effect);
  return finding;
}

/* --- regression ------------------------------------------------------------------------------ */

static int count_variables(const struct tp_check *c) {
  int count = 1;
  for (const char *p = c->read; *p; p++)
    count += *p == ' ';
  return count;
}

static int regress(const struct tp_study *s, const struct tp_check *c, struct tp_slopes *slopes) {
  int width = count_variables(c) - 1;
  long rows = (long)s->games * (c->to - c->from + 1), row = 0;
  double *x = tp_memory_resize(NULL, (size_t)rows * (size_t)width * sizeof *x);
  double *y = tp_memory_resize(NULL, (size_t)rows * sizeof *y);
  int *group = tp_memory_resize(NULL, (size_t)rows * sizeof *group);
  for (int game = 0; game < s->games; game++) {
    for (int turn = c->from; turn <= c->to; turn++, row++) {
      group[row] = game;
      y[row] = tp_study_value(s, c, c->arm, game, turn, 0);
      for (int i = 0; i < width; i++)
        x[row * width + i] = tp_study_value(s, c, c->arm, game, turn, 1 + i);
    }
  }
  int sound = tp_least_squares(x, y, group, rows, width, slopes);
  free(x);
  free(y);
  free(group);
  return sound;
}

static struct tp_finding unknown(void) {
  return (struct tp_finding){.effect = (double)NAN, .interval = {-HUGE_VAL, HUGE_VAL}};
}

struct tp_finding tp_measure_slope(const struct tp_study *s, const struct tp_check *c) {
  struct tp_slopes slopes;
  if (!regress(s, c, &slopes))
    return unknown();
  return of_ratio((struct ratio){slopes.slope[0], slopes.error[0]});
}

struct tp_finding tp_measure_dominance(const struct tp_study *s, const struct tp_check *c) {
  struct tp_slopes slopes;
  if (!regress(s, c, &slopes))
    return unknown();
  int largest = 1;
  for (int i = 2; i < count_variables(c) - 1; i++) {
    if (fabs(slopes.slope[i]) > fabs(slopes.slope[largest]))
      largest = i;
  }
  return of_ratio((struct ratio){slopes.slope[0] - fabs(slopes.slope[largest]),
                                 hypot(slopes.error[0], slopes.error[largest])});
}
