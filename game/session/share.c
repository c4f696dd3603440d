#include "session/share.h"

#include <math.h>

static const double z = 1.959963984540054; /* 97.5 % of the normal distribution */

struct tp_share tp_share_of(long count, long games) {
  double n = (double)games, share = (double)count / n, squared = z * z;
  double middle = (share + squared / (2 * n)) / (1 + squared / n);
  double reach = z / (1 + squared / n) * sqrt(share * (1 - share) / n + squared / (4 * n * n));
  return (struct tp_share){share, count == 0 ? 0 : middle - reach,
                           count == games ? 1 : middle + reach};
}

struct tp_share tp_share_gained(int only_with, int only_without, int games) {
  double n = games + 2.0, b = only_with + 0.5, c = only_without + 0.5;
  double middle = (b - c) / n, reach = z * sqrt(b + c - (b - c) * (b - c) / n) / n;
  return (struct tp_share){(double)(only_with - only_without) / games, middle - reach,
                           middle + reach};
}
