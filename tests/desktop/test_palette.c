/* The theme's colours: text stands out from every ground, and what differs in meaning can be told
 * apart, whatever colours a person sees. */
#include "player.h"
#include "sight.h"

#include "desktop/map/geography.h"

/* The least difference between colours with different meanings, and between neighbouring classes of
 * a scale, where order helps, and of the palest land from the sea. A difference of 2 is just seen,
 * side by side. */
static const double least_apart = 10.0, least_step = 4.0, least_land = 6.0;

static struct tp_look looks[TP_THEME_COUNT];

static int make_looks(void **state) {
  (void)state;
  for (int kind = 0; kind < TP_THEME_COUNT; kind++)
    looks[kind] = tp_theme_make((enum tp_theme_kind)kind, 1.0F);
  return 0;
}

/* Pairs and results as published with the formula. */
static void the_measure_is_that_of_the_books(void **state) {
  static const struct {
    struct lab p, q;
    double difference;
  } known[] = {
      {{50.0, 2.6772, -79.7751}, {50.0, 0.0, -82.7485}, 2.0425},
      {{50.0, -1.3802, -84.2814}, {50.0, 0.0, -82.7485}, 1.0000},
      {{50.0, 2.5, 0.0}, {73.0, 25.0, -18.0}, 27.1492},
      {{50.0, 2.5, 0.0}, {61.0, -5.0, 29.0}, 22.8977},
      {{60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}, 1.2644},
      {{22.7233, 20.0904, -46.6940}, {23.0331, 14.9730, -42.5619}, 2.0373},
      {{2.0776, 0.0795, -1.1350}, {0.9033, -0.0636, -0.5514}, 0.9082},
  };
  (void)state;
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    assert_float_equal(lab_difference(known[i].p, known[i].q), known[i].difference, 0.0001);
}

static void text_stands_out_on_every_ground(void **state) {
  static const enum tp_colour_role inks[] = {TP_COLOUR_INK,    TP_COLOUR_MUTED,  TP_COLOUR_GOOD,
                                             TP_COLOUR_BAD,    TP_COLOUR_ACCENT, TP_COLOUR_DURABLE,
                                             TP_COLOUR_BRITTLE};
  static const enum tp_colour_role grounds[] = {TP_COLOUR_PAPER, TP_COLOUR_BAR, TP_COLOUR_PANEL,
                                                TP_COLOUR_CARD, TP_COLOUR_HOVER};
  (void)state;
  for (int kind = 0; kind < TP_THEME_COUNT; kind++) {
    const struct tp_colour *colours = looks[kind].colours;
    for (size_t i = 0; i < sizeof inks / sizeof *inks; i++)
      for (size_t k = 0; k < sizeof grounds / sizeof *grounds; k++)
        if (tp_theme_contrast(colours[inks[i]], colours[grounds[k]]) < 4.5)
          fail_msg("theme %s: ink %d on ground %d", tp_theme_name((enum tp_theme_kind)kind),
                   (int)inks[i], (int)grounds[k]);
    assert_true(tp_theme_contrast(colours[TP_COLOUR_ON_INK], colours[TP_COLOUR_INK]) >= 4.5);
    assert_true(tp_theme_contrast(colours[TP_COLOUR_FOCUS], colours[TP_COLOUR_PANEL]) >= 3.0);
  }
}

/* What bears a meaning by its area or line, against what it is drawn on. */
static void graphics_stand_out_too(void **state) {
  static const enum tp_colour_role drawn[][2] = {
      {TP_COLOUR_RUSSIA, TP_COLOUR_PAPER},  {TP_COLOUR_EUROPE, TP_COLOUR_PAPER},
      {TP_COLOUR_DURABLE, TP_COLOUR_LAND},  {TP_COLOUR_BRITTLE, TP_COLOUR_LAND},
      {TP_COLOUR_DURABLE, TP_COLOUR_PAPER}, {TP_COLOUR_BRITTLE, TP_COLOUR_PAPER},
      {TP_COLOUR_RUSSIA, TP_COLOUR_BAR},    {TP_COLOUR_EUROPE, TP_COLOUR_BAR},
      {TP_COLOUR_BRASS, TP_COLOUR_BAR},     {TP_COLOUR_DURABLE, TP_COLOUR_BAR},
      {TP_COLOUR_EUROPE, TP_COLOUR_CARD},   {TP_COLOUR_BRASS, TP_COLOUR_PANEL}};
  (void)state;
  for (int kind = 0; kind < TP_THEME_COUNT; kind++)
    for (size_t i = 0; i < sizeof drawn / sizeof *drawn; i++) {
      double contrast =
          tp_theme_contrast(looks[kind].colours[drawn[i][0]], looks[kind].colours[drawn[i][1]]);
      if (contrast < 3.0)
        fail_msg("theme %s: colour %d on %d has %.2f", tp_theme_name((enum tp_theme_kind)kind),
                 (int)drawn[i][0], (int)drawn[i][1], contrast);
    }
}

static int apart(const struct tp_look *look, enum tp_colour_role a, enum tp_colour_role b) {
  int faults = 0;
  for (int sight = 0; sight < SIGHTS; sight++) {
    double difference = sight_difference(look->colours[a], look->colours[b], (enum sight)sight);
    if (difference >= least_apart)
      continue;
    print_error("theme %s, %s: colours %d and %d differ by %.1f\n", tp_theme_name(look->kind),
                sight_names[sight], (int)a, (int)b, difference);
    faults++;
  }
  return faults;
}

/* Groups of colours that stand beside each other and mean different things. */
static void meanings_are_told_apart(void **state) {
  static const enum tp_colour_role groups[][6] = {
      {TP_COLOUR_EUROPE, TP_COLOUR_RUSSIA, TP_COLOUR_CHINA, TP_COLOUR_AMERICA, TP_COLOUR_LAND,
       TP_COLOUR_COUNT}, /* on the map */
      {TP_COLOUR_EUROPE, TP_COLOUR_RUSSIA, TP_COLOUR_CHINA, TP_COLOUR_AMERICA, TP_COLOUR_PAPER,
       TP_COLOUR_COUNT},
      {TP_COLOUR_DURABLE, TP_COLOUR_BRITTLE, TP_COLOUR_TRACK, TP_COLOUR_COUNT}, /* in a tie */
      {TP_COLOUR_RUSSIA, TP_COLOUR_EUROPE, TP_COLOUR_BRASS, TP_COLOUR_DURABLE, TP_COLOUR_TRACK,
       TP_COLOUR_COUNT},                                                 /* the gauges */
      {TP_COLOUR_GOOD, TP_COLOUR_BAD, TP_COLOUR_MUTED, TP_COLOUR_COUNT}, /* changes */
      {TP_COLOUR_ACCENT, TP_COLOUR_BRITTLE, TP_COLOUR_COUNT},            /* a forecast's lines */
      {TP_COLOUR_BRASS, TP_COLOUR_BRITTLE, TP_COLOUR_TRACK, TP_COLOUR_COUNT}, /* the contract */
      {TP_COLOUR_EUROPE, TP_COLOUR_TRACK, TP_COLOUR_CARD, TP_COLOUR_COUNT},   /* votes */
  };
  int faults = 0;
  (void)state;
  for (int kind = 0; kind < TP_THEME_COUNT; kind++)
    for (size_t g = 0; g < sizeof groups / sizeof *groups; g++)
      for (int i = 0; groups[g][i] != TP_COLOUR_COUNT; i++)
        for (int k = 0; k < i; k++)
          faults += apart(&looks[kind], groups[g][i], groups[g][k]);
  assert_int_equal(faults, 0);
}

/* The scales of the map's modes go one way, in steps that are seen, and begin with what is no sea.
 */
static void scales_are_read_by_everybody(void **state) {
  struct player p;
  struct tp_app_options options = {
      .scale = 1.0F, .scenario = "rapprochement-2018", .folder = "", .steady = true};
  (void)state;
  player_open(&p, 64, 64, &options);
  for (int kind = 0; kind < TP_THEME_COUNT; kind++) {
    tp_app_restyle(p.app, (enum tp_theme_kind)kind, 1.0F);
    for (int mode = TP_MODE_STABILITY; mode < TP_MODES; mode++) {
      p.app->board.mode = mode;
      for (int sight = 0; sight < SIGHTS; sight++) {
        double land = sight_difference(tp_mode_class(p.app, 0),
                                       p.app->look.colours[TP_COLOUR_PAPER], (enum sight)sight);
        if (land < least_land)
          fail_msg("theme %s, mode %d, %s: the lowest class looks like the sea (%.1f)",
                   tp_theme_name((enum tp_theme_kind)kind), mode, sight_names[sight], land);
      }
      for (int i = 1; i < TP_MODE_CLASSES; i++) {
        struct tp_colour low = tp_mode_class(p.app, i - 1), high = tp_mode_class(p.app, i);
        for (int sight = 0; sight < SIGHTS; sight++)
          if (sight_difference(low, high, (enum sight)sight) < least_step)
            fail_msg("theme %s, mode %d, %s: classes %d and %d look alike",
                     tp_theme_name((enum tp_theme_kind)kind), mode, sight_names[sight], i - 1, i);
        double ends = sight_lab(tp_mode_class(p.app, TP_MODE_CLASSES - 1), SIGHT_FULL).l -
                      sight_lab(tp_mode_class(p.app, 0), SIGHT_FULL).l;
        double step = sight_lab(high, SIGHT_FULL).l - sight_lab(low, SIGHT_FULL).l;
        assert_true(step * ends > 0.0);
      }
    }
  }
  player_close(&p);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_measure_is_that_of_the_books),
      cmocka_unit_test(text_stands_out_on_every_ground),
      cmocka_unit_test(graphics_stand_out_too),
      cmocka_unit_test(meanings_are_told_apart),
      cmocka_unit_test(scales_are_read_by_everybody),
  };
  return cmocka_run_group_tests_name("desktop/palette", tests, make_looks, NULL);
}
