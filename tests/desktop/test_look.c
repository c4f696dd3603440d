/* What is drawn: themes by name, text that fits, shapes that survive odd numbers. */
#include "stage.h"

#include "data/utf8.h"

static void themes_are_found_by_name(void **state) {
  enum tp_theme_kind kind = TP_THEME_LIGHT;
  (void)state;
  for (int i = 0; i < TP_THEME_COUNT; i++) {
    assert_true(tp_theme_find(tp_theme_name((enum tp_theme_kind)i), &kind));
    assert_int_equal(kind, i);
  }
  assert_false(tp_theme_find("neon", &kind));
}

static void cut_text_fits_and_stays_whole_characters(void **state) {
  struct stage s;
  char out[64];
  size_t bad;
  (void)state;
  stage_open(&s, TP_THEME_LIGHT, 1.0F);
  struct tp_type type = s.look.types[TP_TYPE_BODY];
  for (float width = 1; width < 120; width += 3) {
    tp_text_fit(s.fonts, type, "Europ\xc3\xa9\xc3\xa9ns aut\xc3\xb6nomy is long", width, out,
                sizeof out);
    assert_true(tp_utf8_is_good(out, strlen(out), &bad));
    if (width > 20)
      assert_true(tp_text_width(s.fonts, type, out) <= width);
  }
  assert_false(tp_text_fit(s.fonts, type, "short", 400, out, sizeof out));
  stage_close(&s);
}

/* Nothing is drawn right of a paragraph's width, whatever rounding each word brings. */
static void paragraphs_stay_inside(void **state) {
  static const char words[] = "Asked again, three in four are for a common defence. Asked who "
                              "should pay, they ask to be asked again, and again, and again.";
  struct stage s;
  (void)state;
  stage_open(&s, TP_THEME_LIGHT, 1.0F);
  struct tp_colour ink = s.look.colours[TP_COLOUR_INK], paper = s.look.colours[TP_COLOUR_PAPER];
  for (int width = 60; width < 700; width += 37) {
    tp_draw_clear(s.draw, paper);
    uint32_t ground = stage_pixel(&s, 790, 590);
    float height = tp_text_paragraph(s.fonts, s.look.types[TP_TYPE_BODY], ink, 0, 0, (float)width,
                                     0, true, words);
    float measured = tp_text_paragraph(s.fonts, s.look.types[TP_TYPE_BODY], ink, 0, 0, (float)width,
                                       0, false, words);
    assert_float_equal(height, measured, 0.0);
    SDL_RenderFlush(s.renderer);
    for (int y = 0; y < STAGE_HEIGHT && y < (int)height; y++)
      for (int x = width + 2; x < STAGE_WIDTH; x++)
        if (stage_pixel(&s, x, y) != ground)
          fail_msg("ink at %d,%d outside a paragraph %d wide", x, y, width);
  }
  stage_close(&s);
}

static void odd_shapes_do_no_harm(void **state) {
  struct stage s;
  (void)state;
  stage_open(&s, TP_THEME_DARK, 1.5F);
  struct tp_colour ink = s.look.colours[TP_COLOUR_INK];
  const struct tp_point odd[4] = {{-1e9F, 0}, {1e9F, 5}, {0, 0}, {0, 0}};
  const struct tp_point wide[3] = {{-50, -50}, {900, 300}, {300, 900}};
  tp_draw_line(s.draw, odd, 2, 3, TP_LINE_SOLID, ink);
  tp_draw_line(s.draw, odd + 2, 2, 3, TP_LINE_DOTTED, ink);
  tp_draw_polygon(s.draw, odd + 2, 2, ink);
  tp_draw_polygon(s.draw, wide, 3, ink);
  tp_draw_ring(s.draw, 100, 100, 50, 3, ink);
  for (int i = 0; i < 1500; i++) { /* more than any cache keeps */
    char words[32];
    snprintf(words, sizeof words, "words %d", i);
    tp_text_draw(s.fonts, s.look.types[i % TP_TYPE_COUNT], ink, 0, 100, TP_ALIGN_LEFT, words);
    tp_draw_circle(s.draw, 400, 300, (float)(i % 300) + 0.1F * (float)(i % 7), ink);
  }
  stage_close(&s);
}

static void signs_are_written_as_a_person_reads_them(void **state) {
  char text[16];
  (void)state;
  tp_ui_signed(1.94, text, sizeof text);
  assert_string_equal(text, "+1.9");
  tp_ui_signed(-3.4, text, sizeof text);
  assert_string_equal(text, "\xe2\x88\x92"
                            "3.4");
  tp_ui_signed(-0.01, text, sizeof text);
  assert_string_equal(text, "0.0");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(themes_are_found_by_name),
      cmocka_unit_test(cut_text_fits_and_stays_whole_characters),
      cmocka_unit_test(paragraphs_stay_inside),
      cmocka_unit_test(odd_shapes_do_no_harm),
      cmocka_unit_test(signs_are_written_as_a_person_reads_them),
  };
  return cmocka_run_group_tests_name("desktop/look", tests, NULL, NULL);
}
