#include "lab/statistics/sequence.h"

#include <math.h>

static double log_beta(double a, double b) {
  return lgamma(a) + lgamma(b) - lgamma(a + b);
}

/* Logarithm of the likelihood of p; hits or misses of 0 count nothing. */
static double log_chance(long hits, long misses, double p) {
  double sum = 0;
  if (hits > 0)
    sum += (double)hits * log(p);
  if (misses > 0)
    sum += (double)misses * log1p(-p);
  return sum;
}

/* Where the likelihood falls below `least`, between the share itself and an end. */
static double find_end(long hits, long misses, double least, double inside, double outside) {
  if (log_chance(hits, misses, outside) >= least)
    return outside;
  for (int i = 0; i < 60; i++) {
    double middle = (inside + outside) / 2;
    if (log_chance(hits, misses, middle) >= least)
      inside = middle;
    else
      outside = middle;
  }
  return outside;
}

struct tp_interval tp_sequence_interval(long hits, long tries, double error) {
  long misses = tries - hits;
  if (tries == 0)
    return (struct tp_interval){0, 1};
  double least =
      log_beta((double)hits + 0.5, (double)misses + 0.5) - log_beta(0.5, 0.5) + log(error);
  double share = (double)hits / (double)tries;
  return (struct tp_interval){find_end(hits, misses, least, share, 0),
                              find_end(hits, misses, least, share, 1)};
}

enum tp_verdict_of_band tp_sequence_judge(long hits, long tries, double error, double low,
                                          double high) {
  struct tp_interval of = tp_sequence_interval(hits, tries, error);
  if (of.high < low || of.low > high)
    return TP_OUTSIDE;
  return of.low >= low && of.high <= high ? TP_WITHIN : TP_UNDECIDED;
}
