/* How far apart two colours look, to people who see all colours and to those who do not. */
#ifndef TP_TESTS_SIGHT_H
#define TP_TESTS_SIGHT_H

#include "desktop/drawing/theme.h"

#include <math.h>

enum sight { SIGHT_FULL, SIGHT_NO_RED, SIGHT_NO_GREEN, SIGHT_NO_BLUE, SIGHTS };

static const char *const sight_names[SIGHTS] = {"full sight", "protanopia", "deuteranopia",
                                                "tritanopia"};

/* Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
 * Deficiency", 2009: severity 1, on linear RGB. */
static const double sight_matrices[SIGHTS][3][3] = {
    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
    {{0.152286, 1.052583, -0.204868},
     {0.114503, 0.786281, 0.099216},
     {-0.003882, -0.048116, 1.051998}},
    {{0.367322, 0.860646, -0.227968},
     {0.280085, 0.672501, 0.047413},
     {-0.011820, 0.042940, 0.968881}},
    {{1.255528, -0.076749, -0.178779},
     {-0.078411, 0.930809, 0.147602},
     {0.004733, 0.691367, 0.303900}},
};

struct lab {
  double l, a, b;
};

static inline double sight_linear(uint8_t channel) {
  double c = channel / 255.0;
  return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static inline double sight_root(double t) {
  return t > 216.0 / 24389.0 ? cbrt(t) : (24389.0 / 27.0 * t + 16.0) / 116.0;
}

/* CIELAB under D65. */
static inline struct lab sight_lab(struct tp_colour colour, enum sight sight) {
  const double plain[3] = {sight_linear(colour.r), sight_linear(colour.g), sight_linear(colour.b)};
  double seen[3];
  for (int i = 0; i < 3; i++) {
    const double *m = sight_matrices[sight][i];
    seen[i] = fmin(fmax(m[0] * plain[0] + m[1] * plain[1] + m[2] * plain[2], 0.0), 1.0);
  }
  double x = 0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2];
  double y = 0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2];
  double z = 0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2];
  x = sight_root(x / 0.95047);
  y = sight_root(y);
  z = sight_root(z / 1.08883);
  return (struct lab){116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)};
}

static inline double sight_radians(double degrees) {
  return degrees * 0.017453292519943295;
}

static inline double sight_hue(double a, double b) {
  double degrees = atan2(b, a) / 0.017453292519943295;
  return degrees < 0.0 ? degrees + 360.0 : degrees;
}

/* CIEDE2000, by the steps of Sharma, Wu and Dalal, 2005. */
static inline double lab_difference(struct lab p, struct lab q) {
  double mean = (hypot(p.a, p.b) + hypot(q.a, q.b)) / 2.0, seventh = pow(mean, 7.0);
  double stretch = 1.0 + 0.5 * (1.0 - sqrt(seventh / (seventh + pow(25.0, 7.0))));
  double a1 = p.a * stretch, a2 = q.a * stretch;
  double c1 = hypot(a1, p.b), c2 = hypot(a2, q.b), h1 = sight_hue(a1, p.b), h2 = sight_hue(a2, q.b);
  double turn = h2 - h1, h = (h1 + h2) / 2.0;
  bool grey = c1 * c2 < 1e-12;
  if (turn > 180.0 || turn < -180.0) {
    h += h1 + h2 < 360.0 ? 180.0 : -180.0;
    turn += turn > 0.0 ? -360.0 : 360.0;
  }
  if (grey) {
    turn = 0.0;
    h = h1 + h2;
  }
  double dl = q.l - p.l, dc = c2 - c1;
  double dh = 2.0 * sqrt(c1 * c2) * sin(sight_radians(turn / 2.0));
  double l = (p.l + q.l) / 2.0, c = (c1 + c2) / 2.0;
  double t = 1.0 - 0.17 * cos(sight_radians(h - 30.0)) + 0.24 * cos(sight_radians(2.0 * h)) +
             0.32 * cos(sight_radians(3.0 * h + 6.0)) - 0.20 * cos(sight_radians(4.0 * h - 63.0));
  double middle = (l - 50.0) * (l - 50.0);
  double sl = 1.0 + 0.015 * middle / sqrt(20.0 + middle), sc = 1.0 + 0.045 * c;
  double sh = 1.0 + 0.015 * c * t, c7 = pow(c, 7.0), far = (h - 275.0) / 25.0;
  double rt = -2.0 * sqrt(c7 / (c7 + pow(25.0, 7.0))) * sin(sight_radians(60.0 * exp(-far * far)));
  double x = dl / sl, y = dc / sc, z = dh / sh;
  return sqrt(x * x + y * y + z * z + rt * y * z);
}

static inline double sight_difference(struct tp_colour p, struct tp_colour q, enum sight sight) {
  return lab_difference(sight_lab(p, sight), sight_lab(q, sight));
}

#endif
