/* Whoever reads the screens for faults in their text finds those that are planted. */
#include "player.h"
#include "proofreader.h"

#include "desktop/widgets/widgets.h"

#include <stdlib.h>

enum { planted_width = 800, planted_height = 600 };

struct bench {
  struct player p;
  struct tp_draw *draw;
  struct tp_fonts *fonts;
  const struct tp_look *look;
};

static void words_at(struct bench *b, float x, float y, const char *words) {
  tp_text_draw(b->fonts, b->look->types[TP_TYPE_BODY], b->look->colours[TP_COLOUR_INK], x, y,
               TP_ALIGN_LEFT, words);
}

static void panel_at(struct bench *b, float x, float y, float w, float h) {
  tp_draw_rect(b->draw, (struct tp_rect){x, y, w, h}, b->look->colours[TP_COLOUR_PANEL]);
}

static void plant_nothing(struct bench *b) {
  panel_at(b, 10, 10, 300, 200);
  words_at(b, 20, 40, "All is well,");
  words_at(b, 20, 60, "line after line.");
  tp_draw_raise(b->draw);
  panel_at(b, 25, 30, 300, 200); /* a dialogue may cover anything */
  words_at(b, 40, 60, "So it is.");
  tp_draw_lower(b->draw);
}

static void plant_cut(struct bench *b) {
  tp_draw_clip_push(b->draw, (struct tp_rect){20, 20, 60, 40});
  words_at(b, 25, 45, "This runs out of its limits");
  tp_draw_clip_pop(b->draw);
}

static void plant_off_screen(struct bench *b) {
  words_at(b, planted_width - 20, 45, "This runs off the screen");
}

static void plant_overlap(struct bench *b) {
  words_at(b, 20, 45, "Two texts");
  words_at(b, 30, 50, "in one place");
}

static void plant_cover(struct bench *b) {
  words_at(b, 20, 45, "A panel hides the end of this");
  panel_at(b, 80, 10, 300, 200);
}

static void plant_edge(struct bench *b) {
  panel_at(b, 10, 10, 60, 60);
  words_at(b, 20, 45, "Wider than its panel");
}

static void plant_beyond(struct bench *b) {
  struct tp_ui *ui = &b->p.app->ui;
  struct tp_rect place =
      tp_ui_scroll_begin(ui, tp_ui_id("planted"), (struct tp_rect){10, 10, 300, 50});
  words_at(b, place.x, place.y + 30, "First");
  words_at(b, place.x, place.y + 90, "Last");
  tp_ui_scroll_end(ui, 70);
}

static void plant_faint(struct bench *b) {
  panel_at(b, 10, 10, 300, 200);
  tp_text_draw(b->fonts, b->look->types[TP_TYPE_BODY], b->look->colours[TP_COLOUR_RULE], 20, 45,
               TP_ALIGN_LEFT, "Hardly to be read");
}

static void plant_ellipsis(struct bench *b) {
  for (int i = 0; i < 200; i++) { /* more than are remembered */
    char words[40];
    snprintf(words, sizeof words, "Text %d that is too long", i);
    tp_text_in(
        b->fonts, b->look->types[TP_TYPE_BODY], b->look->colours[TP_COLOUR_INK],
        (struct tp_rect){20.0F + 60.0F * (float)(i % 12), 20.0F + 20.0F * (float)(i / 12), 50, 20},
        TP_ALIGN_LEFT, words);
  }
}

static void planted_faults_are_found(void **state) {
  static const struct {
    void (*plant)(struct bench *);
    int kind; /* FAULT_KINDS: nothing is wrong */
  } plants[] = {{plant_nothing, FAULT_KINDS},  {plant_cut, FAULT_CUT},
                {plant_off_screen, FAULT_CUT}, {plant_overlap, FAULT_OVERLAP},
                {plant_cover, FAULT_COVERED},  {plant_edge, FAULT_EDGE},
                {plant_beyond, FAULT_BEYOND},  {plant_faint, FAULT_CONTRAST},
                {plant_ellipsis, FAULT_SILENT}};
  struct bench b = {0};
  struct tp_app_options options = {.scale = 1.0F, .folder = "", .steady = true};
  struct tp_proof own = {.width = planted_width, .height = planted_height};
  (void)state;
  player_open(&b.p, 64, 64, &options);
  b.draw = b.p.app->draw;
  b.fonts = b.p.app->fonts;
  b.look = &b.p.app->look;
  tp_draw_prove(b.draw, &own);
  tp_app_restyle(b.p.app, TP_THEME_LIGHT, 1.0F);
  for (size_t i = 0; i < sizeof plants / sizeof *plants; i++) {
    own.count = 0;
    tp_text_frame(b.fonts);
    tp_draw_clear(b.draw, b.look->colours[TP_COLOUR_PAPER]);
    plants[i].plant(&b);
    struct reading r = proofread(&own, b.fonts, 1.0F);
    for (int kind = 0; kind < FAULT_KINDS; kind++)
      if ((r.faults[kind] > 0) != (kind == plants[i].kind))
        fail_msg("plant %d: %d %s: %s", (int)i, r.faults[kind], fault_names[kind], r.first);
  }
  free(own.marks);
  player_close(&b.p);
}

/* A name too long for its row is shown in full when the pointer rests on it, and for the keyboard.
 */
static void what_is_cut_short_is_told_in_full(void **state) {
  static const char words[] = "A name that is far too long for the row it stands in, and then some";
  struct player p;
  struct tp_app_options options = {.scale = 1.0F, .folder = "", .steady = true};
  (void)state;
  player_open(&p, planted_width, planted_height, &options);
  struct tp_ui *ui = &p.app->ui;
  for (int by_keys = 0; by_keys < 2; by_keys++) {
    struct tp_input input = {.mouse_x = by_keys ? -1.0F : 60.0F,
                             .mouse_y = by_keys ? -1.0F : 35.0F,
                             .seconds = p.input.seconds + 10.0 * by_keys};
    for (int i = 0; i < 4; i++) {
      input.seconds += 0.5;
      input.keys = by_keys && i == 1 ? (uint64_t)1 << TP_KEY_TAB : 0;
      tp_ui_begin(ui, &input);
      tp_ui_row(ui, tp_ui_id("row"), (struct tp_rect){20, 20, 150, 30}, false, words, "",
                TP_COLOUR_INK);
      tp_ui_end(ui);
    }
    assert_string_equal(ui->tip, words);
  }
  player_close(&p);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(planted_faults_are_found),
      cmocka_unit_test(what_is_cut_short_is_told_in_full),
  };
  return cmocka_run_group_tests_name("desktop/proofreader", tests, NULL, NULL);
}
