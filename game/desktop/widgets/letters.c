#include "desktop/widgets/letters.h"

#include "data/utf8.h"
#include "desktop/widgets/widgets.h"
#include "desktop/words.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* layout, in pixels at scale 1 */
static const float side = 16.0F, cell = 36.0F, gap = 4.0F, head = 28.0F, foot = 24.0F;
enum { columns = 10 };
static const char figures[] = "1234567890";

static float px(const struct tp_ui *ui, float length) {
  return (float)tp_theme_px(ui->theme, length);
}

static uint32_t key_id(int index) {
  return tp_ui_id_of(tp_ui_id("letters"), (uint32_t)index);
}

void tp_letters_open(struct tp_ui *ui, uint32_t id, bool digits) {
  ui->letters.field = id;
  ui->letters.digits = digits;
  ui->letters.capitals = false;
  ui->letters.typed[0] = '\0';
  ui->letters.erase = false;
  ui->letters.served = true; /* in this frame */
  tp_ui_focus(ui, key_id(0));
}

bool tp_letters_are_open(const struct tp_ui *ui) {
  return ui->letters.field != 0;
}

bool tp_letters_serve(struct tp_ui *ui, uint32_t id, const char *words) {
  if (!id || ui->letters.field != id)
    return false;
  ui->letters.served = true;
  snprintf(ui->letters.words, sizeof ui->letters.words, "%s", words);
  return true;
}

/* Back to the field, which keeps the keyboard. */
static void close(struct tp_ui *ui) {
  tp_ui_focus(ui, ui->letters.field);
  ui->letters.field = 0;
}

static const char *letters_of(const struct tp_ui *ui) {
  if (ui->letters.digits)
    return "";
  return tp_word(ui->letters.capitals ? TP_WORD_LETTERS_CAPITAL : TP_WORD_LETTERS_SMALL);
}

/* How many rows there are, of figures and letters; rows of the words stand apart by spaces. */
static int rows_of(const char *letters) {
  int rows = 1 + (*letters != '\0');
  for (const char *c = letters; *c; c++)
    rows += *c == ' ';
  return rows;
}

static bool key(struct tp_ui *ui, int index, struct tp_rect rect, const char *words) {
  return tp_ui_button(ui, key_id(index), rect, TP_BUTTON_PLAIN, words, NULL).clicked;
}

/* A row of single characters, up to a space or the end; returns where it ended. */
static const char *show_row(struct tp_ui *ui, int row, struct tp_rect line, const char *c) {
  char one[8];
  for (int column = 0; *c && *c != ' '; column++) {
    size_t length = tp_utf8_length(c);
    struct tp_rect rect = tp_rect_cut_left(&line, px(ui, cell));
    tp_rect_cut_left(&line, px(ui, gap));
    memcpy(one, c, length);
    one[length] = '\0';
    if (key(ui, row * columns + column, rect, one))
      memcpy(ui->letters.typed, one, length + 1);
    c += length;
  }
  return *c == ' ' ? c + 1 : c;
}

/* Capitals, space, erase, done. */
static void show_foot(struct tp_ui *ui, int row, struct tp_rect line) {
  static const enum tp_word words[] = {TP_WORD_LETTERS_CASE, TP_WORD_LETTERS_SPACE,
                                       TP_WORD_LETTERS_ERASE, TP_WORD_LETTERS_DONE};
  enum { count = sizeof words / sizeof *words };
  float w = floorf((line.w - px(ui, gap) * (float)(count - 1)) / (float)count);
  for (int i = 0; i < count; i++) {
    struct tp_rect rect = tp_rect_cut_left(&line, w);
    tp_rect_cut_left(&line, px(ui, gap));
    if (!key(ui, row * columns + i, rect, tp_word(words[i])))
      continue;
    if (i == 0)
      ui->letters.capitals = !ui->letters.capitals;
    else if (i == 1)
      memcpy(ui->letters.typed, " ", 2);
    else if (i == 2)
      ui->letters.erase = true;
    else
      close(ui);
  }
}

static struct tp_rect begin(struct tp_ui *ui, struct tp_rect screen, int rows) {
  float w =
      px(ui, cell) * (float)columns + px(ui, gap) * (float)(columns - 1) + px(ui, 2.0F * side);
  float h = px(ui, 2.0F * side + head) + (px(ui, cell) + px(ui, gap)) * (float)(rows + 1);
  struct tp_rect panel = {floorf((screen.w - w) * 0.5F), screen.h - h - px(ui, foot), w, h};
  tp_ui_panel(ui, panel, TP_COLOUR_PANEL);
  tp_draw_frame(ui->draw, panel, tp_theme_px(ui->theme, 2.0F), ui->theme->colours[TP_COLOUR_INK]);
  return tp_rect_inset(panel, px(ui, side), px(ui, side));
}

void tp_letters_show(struct tp_ui *ui, struct tp_rect screen) {
  ui->letters.typed[0] = '\0';
  ui->letters.erase = false;
  if (!tp_letters_are_open(ui))
    return;
  if (!ui->letters.served || !ui->input.pad || tp_ui_key(ui, TP_KEY_ESCAPE)) {
    close(ui);
    return;
  }
  const char *letters = letters_of(ui);
  int rows = rows_of(letters), row = 0;
  ui->letters.served = false;
  tp_ui_layer_begin(ui);
  tp_ui_layer_begin(ui); /* a dialogue may be open, in the first */
  tp_draw_rect(ui->draw, screen, ui->theme->colours[TP_COLOUR_SHADE]);
  struct tp_rect in = begin(ui, screen, rows);
  tp_ui_label(ui, tp_rect_cut_top(&in, px(ui, head)), TP_TYPE_HEAD, TP_COLOUR_INK, TP_ALIGN_LEFT,
              ui->letters.words);
  for (const char *c = figures; row < rows; row++) {
    const char *end = show_row(ui, row, tp_rect_cut_top(&in, px(ui, cell)), c);
    tp_rect_cut_top(&in, px(ui, gap));
    c = row == 0 ? letters : end;
  }
  ui->letters.erase |= tp_ui_key(ui, TP_KEY_UNDO);
  show_foot(ui, row, in);
  if (ui->letters.typed[0] || ui->letters.erase)
    tp_ui_wake_at(ui, ui->input.seconds); /* the field has it in the next frame */
  tp_ui_layer_end(ui);
  tp_ui_layer_end(ui);
}
