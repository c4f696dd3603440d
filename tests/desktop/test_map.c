/* The map: places are where they are, and broken outlines are refused. */
#include "stage.h"

#include "data/language.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static struct tp_map *map;
static struct stage stage;

static int open_map(void **state) {
  char error[200];
  (void)state;
  stage_open(&stage, TP_THEME_LIGHT, 1.0F);
  struct tp_outlines *outlines =
      tp_outlines_load("assets/map/countries-50m.json", error, sizeof error);
  assert_non_null(outlines);
  map = tp_map_open(outlines, tp_map_default_projection());
  tp_outlines_free(outlines);
  assert_non_null(map);
  tp_map_place(map, (struct tp_rect){0, 0, STAGE_WIDTH, STAGE_HEIGHT});
  return 0;
}

static int close_map(void **state) {
  (void)state;
  tp_map_close(map);
  stage_close(&stage);
  return 0;
}

static void capitals_lie_in_their_countries(void **state) {
  static const struct {
    float lon, lat;
    int code; /* 0: at sea */
  } places[] = {{2.35F, 48.85F, 250}, {37.6F, 55.7F, 643}, {116, 40, 156},
                {-98, 39, 840},       {-160, 65, 840},     {179.5F, 67, 643},
                {-175, 66, 643},      {13.4F, 52.5F, 276}, {-30, 45, 0},
                {12.45F, 41.9F, 380}, {30.5F, 50.4F, 804}, {-100, 60, 124},
                {-140, 71.5F, 0},     {5, 23, 12},         {0, 85, 0}};
  (void)state;
  for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
    struct tp_point at;
    assert_true(tp_map_project(map, places[i].lon, places[i].lat, &at));
    assert_int_equal(tp_map_country_at(map, at.x, at.y), places[i].code);
  }
}

static void zooming_keeps_what_is_under_the_pointer(void **state) {
  struct tp_point before, after;
  (void)state;
  tp_map_project(map, 37.6F, 55.7F, &before);
  tp_map_zoom(map, 1.7F, before.x, before.y);
  double seconds = 1.0;
  int frames = 0;
  for (bool more = true; more && frames < 200; frames++) { /* all the way */
    seconds += 1.0 / 60.0;
    more = tp_map_glide(map, seconds, true);
    tp_map_project(map, 37.6F, 55.7F, &after);
    if (fabsf(before.x - after.x) > 1.0F || fabsf(before.y - after.y) > 1.0F)
      fail_msg("frame %d: it moved from %.1f,%.1f to %.1f,%.1f", frames, (double)before.x,
               (double)before.y, (double)after.x, (double)after.y);
  }
  assert_in_range(frames, 5, 100);
  assert_float_equal(tp_map_view(map).zoom, 1.7, 1e-4);
}

static void a_drag_moves_the_map_with_the_hand(void **state) {
  struct tp_point before, after;
  (void)state;
  tp_map_project(map, 10, 50, &before);
  tp_map_pan(map, 30, -20);
  tp_map_project(map, 10, 50, &after);
  assert_true(fabsf(after.x - before.x - 30) < 0.5F && fabsf(after.y - before.y + 20) < 0.5F);
}

static void a_country_is_drawn_in_its_colour(void **state) {
  const struct tp_colour red = {200, 30, 30, 255}, none = {0, 0, 0, 0};
  struct tp_point at;
  (void)state;
  assert_true(tp_map_colour(map, 643, red, none));
  assert_false(tp_map_colour(map, 999999, red, none));
  for (float zoom = 0.6F; zoom < 24; zoom *= 2) {
    tp_map_look(map, (struct tp_map_view){0.02F, -0.1F, zoom});
    tp_map_draw(map, stage.draw, (struct tp_rect){0, 0, STAGE_WIDTH, STAGE_HEIGHT}, false);
  }
  tp_map_look(map, tp_map_default_view());
  tp_map_draw(map, stage.draw, (struct tp_rect){0, 0, STAGE_WIDTH, STAGE_HEIGHT}, false);
  SDL_RenderFlush(stage.renderer);
  assert_true(tp_map_middle(map, 643, &at));
  assert_int_equal(stage_pixel(&stage, (int)at.x, (int)at.y) & 0xffffff, 0xc81e1e);
}

/* A ring that names an arc which is not there. */
static const char missing_arc[] =
    "{\"transform\":{\"scale\":[1,1],\"translate\":[0,0]},\"objects\":{\"countries\":"
    "{\"geometries\":[{\"type\":\"Polygon\",\"arcs\":[[5]]}]}},\"arcs\":[[[0,0],[1,1]]]}";

static void broken_outlines_are_refused(void **state) {
  static const char *const broken[] = {
      "",
      "{",
      "{}",
      "{\"arcs\":[[[0,0],[1,1]]]}",
      "{\"arcs\":[[[0,0]]],\"transform\":{\"scale\":[1,1],\"translate\":[0,0]}}",
      missing_arc,
      "{\"arcs\":[[[0,0],[1,99999999999]]],\"transform\":{\"scale\":[1,1],\"translate\":[0,0]}}"};
  (void)state;
  for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
    char error[200] = "";
    assert_null(tp_outlines_read(broken[i], strlen(broken[i]), error, sizeof error));
    assert_true(error[0] != '\0');
  }
}

#define MAP_TEST(story) cmocka_unit_test_setup_teardown(story, open_map, close_map)

static bool is_without_dots(const char *name, const char *key) {
  for (; *name; name++)
    if (*name != '.' && *key++ != *name)
      return false;
  return !*key;
}

static bool is_on_the_map(const struct tp_outlines *outlines, const char *key) {
  for (size_t i = 0; i < outlines->country_count; i++)
    if (is_without_dots(outlines->countries[i].name, key))
      return true;
  return false;
}

/* A name that no country has would never be shown. */
static void other_names_are_of_countries_on_the_map(void **state) {
  static const char *const codes[] = {"en", "fr"};
  struct tp_outlines *outlines = tp_outlines_load("assets/map/countries-50m.json", NULL, 0);
  (void)state;
  assert_non_null(outlines);
  for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
    char path[80];
    size_t length;
    struct tp_file_error error;
    struct tp_problems problems = {0};
    snprintf(path, sizeof path, "assets/map/names.%s.json", codes[i]);
    char *text = tp_files_read(path, &length, &error);
    assert_non_null(text);
    struct tp_language *names = tp_language_read(codes[i], text, length, path, NULL, &problems);
    assert_int_equal(problems.count, 0);
    assert_true(tp_language_count(names) > 0);
    for (int k = 0; k < tp_language_count(names); k++)
      if (!is_on_the_map(outlines, tp_language_key(names, k)))
        fail_msg("%s: no country is called %s", path, tp_language_key(names, k));
    assert_non_null(tp_language_text(names, "Dem Rep Congo"));
    tp_language_free(names);
    free(text);
  }
  tp_outlines_free(outlines);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      MAP_TEST(capitals_lie_in_their_countries),
      MAP_TEST(zooming_keeps_what_is_under_the_pointer),
      MAP_TEST(a_drag_moves_the_map_with_the_hand),
      MAP_TEST(a_country_is_drawn_in_its_colour),
      cmocka_unit_test(broken_outlines_are_refused),
      cmocka_unit_test(other_names_are_of_countries_on_the_map),
  };
  return cmocka_run_group_tests_name("desktop/map", tests, NULL, NULL);
}
