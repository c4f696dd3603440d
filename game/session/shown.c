#include "session/shown.h"

#include "session/session.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static long half_away(long hundredths) {
  return (labs(hundredths) + 5) / 10 * (hundredths < 0 ? -1 : 1);
}

long tp_shown_hundredths(double value) {
  char text[64];
  long nearest = lround(value * 100);
  snprintf(text, sizeof text, "%.1f", value);
  long tenths = lround(atof(text) * 10);
  if (half_away(nearest) == tenths)
    return nearest;
  return half_away(nearest) > tenths ? nearest - 1 : nearest + 1;
}

double tp_shown_tenths(long hundredths) {
  return (double)half_away(hundredths) / 10;
}

double tp_shown_size(double before, double after) {
  long hundredths = labs(tp_shown_hundredths(after) - tp_shown_hundredths(before));
  return hundredths < 10 ? (double)hundredths / 100 : tp_shown_tenths(hundredths);
}

long tp_session_shown(const struct tp_session *s, int slot, int turn) {
  return tp_shown_hundredths(tp_session_value(s, slot, turn));
}

long tp_session_shown_change(const struct tp_session *s, int slot, int turn) {
  if (turn < 1 || turn > tp_session_turn(s))
    return 0;
  return tp_session_shown(s, slot, turn) - tp_session_shown(s, slot, turn - 1);
}
