#include "lab/statistics/distributions.h"

#include <math.h>

double tp_normal_below(double x) {
  return erfc(-x / sqrt(2)) / 2;
}

/* Halves the interval in which a falling function meets `target`. */
static double solve_falling(double (*f)(double x, long n), long n, double target, double low,
                            double high) {
  for (int i = 0; i < 200 && low < high; i++) {
    double middle = low + (high - low) / 2;
    if (middle <= low || middle >= high)
      break;
    if (f(middle, n) > target)
      low = middle;
    else
      high = middle;
  }
  return low;
}

static double normal_above(double x, long n) {
  (void)n;
  return tp_normal_below(-x);
}

double tp_normal_quantile(double share) {
  if (share <= 0)
    return -HUGE_VAL;
  if (share >= 1)
    return HUGE_VAL;
  double t = solve_falling(normal_above, 0, share < 0.5 ? share : 1 - share, 0, 40);
  return share < 0.5 ? -t : t;
}

/* Numerator `j` of the continued fraction of the incomplete beta function (Abramowitz and Stegun
 * 26.5.8). */
static double beta_numerator(double a, double b, double x, int j) {
  int half = j / 2;
  double m = half;
  if (j % 2 == 0)
    return m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
  return -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
}

static double never_nothing(double x) {
  return fabs(x) < 1e-300 ? 1e-300 : x;
}

/* 1 + numerator 1 / (1 + numerator 2 / (1 + ...)), from the front, as Lentz (1976) does. */
static double beta_fraction(double a, double b, double x) {
  double fraction = 1, above = 1, below = 0, step = 0;
  for (int j = 1; j < 100000 && fabs(step - 1) > 1e-15; j++) {
    double numerator = beta_numerator(a, b, x, j);
    below = 1 / never_nothing(1 + numerator * below);
    above = never_nothing(1 + numerator / above);
    step = above * below;
    fraction *= step;
  }
  return fraction;
}

double tp_beta_below(double a, double b, double x) {
  if (x <= 0 || x >= 1)
    return x <= 0 ? 0 : 1;
  if (x > (a + 1) / (a + b + 2))
    return 1 - tp_beta_below(b, a, 1 - x);
  double log_front = a * log(x) + b * log1p(-x) + lgamma(a + b) - lgamma(a) - lgamma(b);
  return exp(log_front) / (a * beta_fraction(a, b, x));
}

double tp_student_both_tails(double t, long freedom) {
  double n = (double)freedom;
  if (freedom < 1 || isnan(t))
    return 1;
  return isinf(t) ? 0 : tp_beta_below(n / 2, 0.5, n / (n + t * t));
}

double tp_student_quantile(long freedom) {
  if (freedom < 1)
    return HUGE_VAL;
  return solve_falling(tp_student_both_tails, freedom, 0.05, 0, 13);
}

/* P(at most k of n) = I_{1/2}(n - k, k + 1). */
double tp_coins_both_tails(long heads, long count) {
  long fewer = heads < count - heads ? heads : count - heads;
  if (2 * fewer >= count)
    return 1;
  return 2 * tp_beta_below((double)(count - fewer), (double)fewer + 1, 0.5);
}
