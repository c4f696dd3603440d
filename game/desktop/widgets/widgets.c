#include "desktop/widgets/widgets.h"

#include "data/utf8.h"
#include "desktop/widgets/letters.h"
#include "session/phrases.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const float box_side = 14.0F; /* at scale 1 */

static struct tp_colour colour(const struct tp_ui *ui, enum tp_colour_role role) {
  return ui->theme->colours[role];
}

static struct tp_type type_of(const struct tp_ui *ui, enum tp_type_role role) {
  return ui->theme->types[role];
}

static float px(const struct tp_ui *ui, float length) {
  return (float)tp_theme_px(ui->theme, length);
}

static float hair(const struct tp_ui *ui) {
  return px(ui, 1.0F);
}

/* --- without interaction --- */

void tp_ui_label(struct tp_ui *ui, struct tp_rect rect, enum tp_type_role type,
                 enum tp_colour_role role, enum tp_align align, const char *words) {
  tp_ui_emit(ui, TP_WIDGET_LABEL, 0, rect, true, false, words);
  tp_text_in(ui->text, type_of(ui, type), colour(ui, role), rect, align, words);
}

float tp_ui_paragraph(struct tp_ui *ui, struct tp_rect rect, enum tp_type_role type,
                      enum tp_colour_role role, const char *words) {
  tp_ui_emit(ui, TP_WIDGET_LABEL, 0, rect, true, false, words);
  return tp_text_paragraph(ui->text, type_of(ui, type), colour(ui, role), rect.x, rect.y, rect.w, 0,
                           true, words);
}

float tp_ui_words_height(struct tp_ui *ui, enum tp_type_role type, float width, const char *words) {
  return tp_text_paragraph(ui->text, type_of(ui, type), colour(ui, TP_COLOUR_INK), 0.0F, 0.0F,
                           width, 0, false, words);
}

void tp_ui_panel(struct tp_ui *ui, struct tp_rect rect, enum tp_colour_role ground) {
  tp_ui_emit(ui, TP_WIDGET_PANEL, 0, rect, true, false, "");
  tp_draw_rect(ui->draw, rect, colour(ui, ground));
  tp_draw_frame(ui->draw, rect, (int)hair(ui), colour(ui, TP_COLOUR_RULE));
  ui->ground = ground;
}

void tp_ui_signed(double value, char *out, size_t size) {
  snprintf(out, size, "%s", tp_phrase_signed((char[TP_FIGURE_MAX]){0}, value, 1));
}

enum tp_colour_role tp_ui_change_colour(double change, bool lower_is_better) {
  if (fabs(change) < 0.05)
    return TP_COLOUR_MUTED;
  return (change < 0.0) == lower_is_better ? TP_COLOUR_GOOD : TP_COLOUR_BAD;
}

/* --- buttons, areas, rows --- */

static void ring_if_focused(struct tp_ui *ui, const struct tp_hit *hit, struct tp_rect rect) {
  if (hit->focused)
    tp_ui_focus_ring(ui, rect);
}

static void button_ground(struct tp_ui *ui, struct tp_rect rect, enum tp_button_kind kind,
                          const struct tp_hit *hit, bool enabled) {
  bool lit = enabled && (hit->hovered || hit->held);
  if (kind == TP_BUTTON_PRIMARY && enabled) {
    struct tp_colour ink = colour(ui, TP_COLOUR_INK), paper = colour(ui, TP_COLOUR_PAPER);
    tp_draw_rect(ui->draw, rect, tp_theme_mix(ink, paper, hit->held ? 0.25F : lit ? 0.12F : 0.0F));
    return;
  }
  if (lit)
    tp_draw_rect(ui->draw, rect, colour(ui, TP_COLOUR_HOVER));
  if (kind != TP_BUTTON_QUIET)
    tp_draw_frame(ui->draw, rect, (int)hair(ui), colour(ui, TP_COLOUR_RULE));
}

struct tp_hit tp_ui_button(struct tp_ui *ui, uint32_t id, struct tp_rect rect,
                           enum tp_button_kind kind, const char *words, const char *refusal) {
  bool enabled = !refusal;
  struct tp_hit hit = tp_ui_emit(ui, TP_WIDGET_BUTTON, id, rect, enabled, true, words);
  bool on_ink = kind == TP_BUTTON_PRIMARY && enabled;
  button_ground(ui, rect, kind, &hit, enabled);
  tp_text_in(ui->text, type_of(ui, TP_TYPE_BODY_STRONG),
             colour(ui, on_ink     ? TP_COLOUR_ON_INK
                        : !enabled ? TP_COLOUR_MUTED
                                   : TP_COLOUR_INK),
             tp_rect_inset(rect, px(ui, 8.0F), 0.0F), TP_ALIGN_CENTRE, words);
  ring_if_focused(ui, &hit, rect);
  if (refusal)
    tp_ui_tip(ui, refusal);
  return hit;
}

struct tp_hit tp_ui_aside(struct tp_ui *ui, uint32_t id, struct tp_rect foot, const char *words) {
  float inset = px(ui, 12.0F),
        width = tp_text_width(ui->text, type_of(ui, TP_TYPE_BODY_STRONG), words);
  struct tp_rect rect = {foot.x - inset, foot.y, ceilf(width) + 2.0F * inset, foot.h};
  return tp_ui_button(ui, id, rect, TP_BUTTON_QUIET, words, NULL);
}

struct tp_hit tp_ui_default_button(struct tp_ui *ui, uint32_t id, struct tp_rect rect,
                                   const char *words) {
  struct tp_hit hit = tp_ui_button(ui, id, rect, TP_BUTTON_PRIMARY, words, NULL);
  if (ui->layer == ui->top_layer && !(ui->focus && ui->focus_shown))
    hit.clicked |= tp_ui_key(ui, TP_KEY_ENTER);
  return hit;
}

struct tp_hit tp_ui_link(struct tp_ui *ui, uint32_t id, struct tp_rect rect, const char *words) {
  struct tp_type type = type_of(ui, TP_TYPE_NOTE_MEDIUM);
  rect.w = fminf(rect.w, tp_text_width(ui->text, type, words));
  struct tp_hit hit = tp_ui_emit(ui, TP_WIDGET_BUTTON, id, rect, true, true, words);
  tp_text_in(ui->text, type, colour(ui, TP_COLOUR_ACCENT), rect, TP_ALIGN_LEFT, words);
  if (hit.hovered)
    tp_draw_hrule(ui->draw, rect.x, tp_text_baseline(ui->text, type, rect) + px(ui, 2.0F), rect.w,
                  (int)hair(ui), colour(ui, TP_COLOUR_ACCENT));
  ring_if_focused(ui, &hit, rect);
  return hit;
}

struct tp_hit tp_ui_area(struct tp_ui *ui, uint32_t id, struct tp_rect rect, bool focusable,
                         const char *words) {
  return tp_ui_emit(ui, TP_WIDGET_AREA, id, rect, true, focusable, words);
}

struct tp_hit tp_ui_row(struct tp_ui *ui, uint32_t id, struct tp_rect rect, bool selected,
                        const char *words, const char *figure, enum tp_colour_role figure_colour) {
  struct tp_hit hit = tp_ui_emit(ui, TP_WIDGET_ROW, id, rect, true, true, words);
  struct tp_type type = type_of(ui, selected ? TP_TYPE_BODY_STRONG : TP_TYPE_BODY);
  float baseline = tp_text_baseline(ui->text, type, rect), gap = px(ui, 8.0F);
  float taken = tp_text_number_width(ui->text, type, figure);
  struct tp_rect left = {rect.x, rect.y, rect.w - taken - (taken > 0.0F ? gap : 0.0F), rect.h};
  if (hit.hovered)
    tp_draw_rect(ui->draw, tp_rect_inset(rect, -gap * 0.5F, 0.0F), colour(ui, TP_COLOUR_HOVER));
  tp_text_in(ui->text, type, colour(ui, TP_COLOUR_INK), left, TP_ALIGN_LEFT, words);
  tp_text_number(ui->text, type, colour(ui, figure_colour), rect.x + rect.w, baseline,
                 TP_ALIGN_RIGHT, figure);
  tp_draw_hrule(ui->draw, rect.x, rect.y + rect.h - hair(ui), rect.w, (int)hair(ui),
                colour(ui, TP_COLOUR_HAIR));
  ring_if_focused(ui, &hit, rect);
  return hit;
}

struct tp_hit tp_ui_card(struct tp_ui *ui, uint32_t id, struct tp_rect rect, bool selected,
                         const char *words, const char *refusal) {
  struct tp_hit hit = tp_ui_emit(ui, TP_WIDGET_CARD, id, rect, !refusal, true, words);
  bool lit = hit.hovered && !refusal;
  tp_draw_rect(ui->draw, rect, colour(ui, refusal ? TP_COLOUR_PANEL : TP_COLOUR_CARD));
  if (selected)
    tp_draw_frame(ui->draw, rect, (int)px(ui, 2.0F), colour(ui, TP_COLOUR_INK));
  else
    tp_draw_frame(ui->draw, rect, (int)hair(ui), colour(ui, lit ? TP_COLOUR_INK : TP_COLOUR_RULE));
  ring_if_focused(ui, &hit,
                  tp_rect_inset(rect, px(ui, 2.0F), px(ui, 2.0F))); /* inside: lists clip */
  if (refusal)
    tp_ui_tip(ui, refusal);
  return hit;
}

/* --- tabs --- */

static float tabs_width(struct tp_ui *ui, const char *const *names, int count) {
  float width = 0.0F;
  for (int i = 0; i < count; i++)
    width += tp_text_width(ui->text, type_of(ui, TP_TYPE_NOTE_STRONG), names[i]);
  return width;
}

static struct tp_hit one_tab(struct tp_ui *ui, uint32_t id, struct tp_rect rect, bool current,
                             const char *name) {
  struct tp_hit hit = tp_ui_emit(ui, TP_WIDGET_TAB, id, rect, true, true, name);
  bool lit = current || hit.hovered;
  tp_ui_last(ui)->takes_sideways = true;
  tp_text_in(ui->text, type_of(ui, current ? TP_TYPE_NOTE_STRONG : TP_TYPE_NOTE),
             colour(ui, lit ? TP_COLOUR_INK : TP_COLOUR_MUTED), rect, TP_ALIGN_LEFT, name);
  ring_if_focused(ui, &hit, rect);
  return hit;
}

/* The line under the current tab, which glides to the next. */
static void tab_line(struct tp_ui *ui, uint32_t id, struct tp_rect row, float x, float w) {
  float thick = px(ui, 2.0F), left = tp_ui_ease(ui, tp_ui_id_of(id, 1001), x - row.x);
  tp_draw_hrule(ui->draw, row.x + left, row.y + row.h - thick,
                tp_ui_ease(ui, tp_ui_id_of(id, 1002), w), (int)thick, colour(ui, TP_COLOUR_INK));
}

/* Each tab is as wide as its words; what is over goes between them, what lacks is taken from all.
 */
struct tp_hit tp_ui_tabs(struct tp_ui *ui, uint32_t id, struct tp_rect rect,
                         const char *const *names, int count, int *current) {
  struct tp_hit result = {0};
  float need = tabs_width(ui, names, count);
  float spare = count > 1 ? (rect.w - need) / (float)(count - 1) : 0.0F;
  float gap = fminf(fmaxf(spare, px(ui, 4.0F)), px(ui, 16.0F));
  float room = rect.w - gap * (float)(count - 1), shrink = need > room ? room / need : 1.0F;
  int chosen = *current;
  float x = rect.x;
  for (int i = 0; i < count; i++) {
    float w = tp_text_width(ui->text, type_of(ui, TP_TYPE_NOTE_STRONG), names[i]) * shrink;
    struct tp_hit hit = one_tab(ui, tp_ui_id_of(id, (uint32_t)i),
                                (struct tp_rect){x, rect.y, w, rect.h}, i == *current, names[i]);
    tp_ui_last(ui)->first_of_row = i == 0;
    tp_ui_last(ui)->last_of_row = i == count - 1;
    if (hit.clicked)
      chosen = i;
    if (hit.focused && ui->side_step)
      chosen = i + ui->side_step;
    result.focused |= hit.focused;
    result.hovered |= hit.hovered;
    if (i == *current)
      tab_line(ui, id, rect, x, w);
    x += w + gap;
  }
  chosen = chosen < 0 ? 0 : chosen >= count ? count - 1 : chosen;
  result.changed = chosen != *current;
  if (result.changed && result.focused && ui->side_step)
    tp_ui_focus(ui, tp_ui_id_of(id, (uint32_t)chosen));
  *current = chosen;
  return result;
}

/* --- gauge --- */

static void gauge_words(struct tp_ui *ui, struct tp_rect rect, const struct tp_dial *gauge) {
  char value[TP_FIGURE_MAX], change[16];
  struct tp_type strong = type_of(ui, TP_TYPE_BODY_STRONG), note = type_of(ui, TP_TYPE_NOTE_STRONG);
  float gap = px(ui, 4.0F), baseline = tp_text_baseline(ui->text, strong, rect);
  tp_phrase_number(value, gauge->value, 0);
  tp_ui_signed(gauge->change, change, sizeof change);
  float x = rect.x + rect.w;
  x -= tp_text_number(ui->text, note,
                      colour(ui, tp_ui_change_colour(gauge->change, gauge->lower_is_better)), x,
                      baseline, TP_ALIGN_RIGHT, change);
  x -= gap + tp_text_number(ui->text, strong, colour(ui, TP_COLOUR_INK), x - gap, baseline,
                            TP_ALIGN_RIGHT, value);
  struct tp_rect left = {rect.x, rect.y, x - gap - rect.x, rect.h};
  tp_text_in(ui->text, type_of(ui, TP_TYPE_NOTE), colour(ui, TP_COLOUR_MUTED), left, TP_ALIGN_LEFT,
             gauge->label);
}

static void gauge_bar(struct tp_ui *ui, uint32_t id, struct tp_rect bar,
                      const struct tp_dial *gauge) {
  float share = (float)fmin(fmax(gauge->value / 100.0, 0.0), 1.0);
  struct tp_rect filled = {bar.x, bar.y, bar.w * tp_ui_ease(ui, id, share), bar.h};
  tp_draw_rect(ui->draw, bar, colour(ui, TP_COLOUR_TRACK));
  tp_draw_rect(ui->draw, filled, gauge->colour);
  if (gauge->goal >= 0.0) {
    float x = bar.x + bar.w * (float)fmin(gauge->goal / 100.0, 1.0) - hair(ui);
    float over = px(ui, 3.0F);
    tp_draw_vrule(ui->draw, x, bar.y - over, bar.h + 2.0F * over, (int)px(ui, 2.0F),
                  colour(ui, TP_COLOUR_INK));
  }
}

struct tp_hit tp_ui_gauge(struct tp_ui *ui, uint32_t id, struct tp_rect rect,
                          const struct tp_dial *gauge) {
  struct tp_hit hit = tp_ui_emit(ui, TP_WIDGET_GAUGE, id, rect, true, true, gauge->label);
  struct tp_rect words = {rect.x, rect.y, rect.w, px(ui, 20.0F)};
  struct tp_rect bar = {rect.x, rect.y + px(ui, 24.0F), rect.w, px(ui, 5.0F)};
  gauge_words(ui, words, gauge);
  gauge_bar(ui, id, bar, gauge);
  if (hit.focused)
    tp_ui_focus_ring(ui, tp_rect_inset(rect, -px(ui, 4.0F), 0.0F));
  return hit;
}

/* --- toggle, field --- */

void tp_ui_box(struct tp_ui *ui, struct tp_rect place, enum tp_colour_role ground, bool on) {
  float side = px(ui, box_side);
  struct tp_rect box = {place.x, roundf(place.y + (place.h - side) * 0.5F), side, side};
  tp_draw_rect(ui->draw, box, colour(ui, ground));
  tp_draw_frame(ui->draw, box, (int)hair(ui), colour(ui, TP_COLOUR_INK));
  if (on)
    tp_draw_rect(ui->draw, tp_rect_inset(box, px(ui, 3.0F), px(ui, 3.0F)),
                 colour(ui, TP_COLOUR_INK));
}

struct tp_hit tp_ui_toggle(struct tp_ui *ui, uint32_t id, struct tp_rect rect, const char *words,
                           bool *value) {
  struct tp_hit hit = tp_ui_emit(ui, TP_WIDGET_TOGGLE, id, rect, true, true, words);
  float left = px(ui, box_side) + px(ui, 8.0F);
  if (hit.clicked) {
    *value = !*value;
    hit.changed = true;
  }
  tp_ui_box(ui, rect, hit.hovered ? TP_COLOUR_HOVER : TP_COLOUR_CARD, *value);
  tp_text_in(ui->text, type_of(ui, TP_TYPE_BODY), colour(ui, TP_COLOUR_INK),
             (struct tp_rect){rect.x + left, rect.y, rect.w - left, rect.h}, TP_ALIGN_LEFT, words);
  ring_if_focused(ui, &hit, rect);
  return hit;
}

static bool allowed(const char *typed, bool digits) {
  for (const char *c = typed; *c; c++)
    if ((uint8_t)*c < 32 || (digits && (*c < '0' || *c > '9')))
      return false;
  return *typed != '\0';
}

/* A field that has just got the keyboard has all its text chosen, until it is typed in, or Left or
 * Right says to go on from its end. */
static bool is_fresh(struct tp_ui *ui, uint32_t id, const char *buffer) {
  if (ui->typing.field != id || ui->typing.frame + 1 < ui->frame)
    ui->typing.fresh = buffer[0] != '\0';
  ui->typing.field = id;
  ui->typing.frame = ui->frame;
  if (ui->side_step)
    ui->typing.fresh = false;
  return ui->typing.fresh;
}

/* Typing goes to the end of the line, or takes the place of the text that is chosen; Backspace
 * takes the last character, or what is chosen, Delete takes all. */
static bool edit(struct tp_ui *ui, char *buffer, size_t size, bool digits, bool lettered,
                 bool chosen) {
  const char *typed = lettered ? ui->letters.typed : ui->input.text;
  size_t length = strlen(buffer), more = strlen(typed);
  bool changed = false;
  if ((lettered ? ui->letters.erase : tp_ui_key(ui, TP_KEY_BACKSPACE)) && length > 0) {
    do
      length--;
    while (length > 0 && (chosen || !tp_utf8_begins(buffer[length])));
    changed = true;
  }
  if (chosen && allowed(typed, digits))
    length = 0;
  if (!lettered && tp_ui_key(ui, TP_KEY_DELETE)) {
    length = 0;
    changed = true;
  }
  buffer[length] = '\0';
  if (length + more < size && allowed(typed, digits)) {
    memcpy(buffer + length, typed, more + 1);
    changed = true;
  }
  return changed;
}

struct tp_hit tp_ui_field(struct tp_ui *ui, uint32_t id, struct tp_rect rect, const char *label,
                          char *buffer, size_t size, bool digits) {
  struct tp_hit hit = tp_ui_emit(ui, TP_WIDGET_FIELD, id, rect, true, true, label);
  tp_ui_last(ui)->takes_sideways = !ui->input.pad;
  bool lettered = tp_letters_serve(ui, id, buffer);
  bool chosen = hit.focused && is_fresh(ui, id, buffer) && !lettered;
  if (hit.focused || lettered)
    hit.changed = edit(ui, buffer, size, digits, lettered, chosen);
  if (hit.changed)
    ui->typing.fresh = chosen = false;
  if (hit.focused && tp_ui_key(ui, TP_KEY_ENTER)) {
    hit.clicked = !ui->input.pad;
    if (ui->input.pad)
      tp_letters_open(ui, id, digits);
  }
  struct tp_type type = type_of(ui, TP_TYPE_BODY);
  struct tp_rect inner = tp_rect_inset(rect, px(ui, 8.0F), 0.0F);
  bool empty = !buffer[0];
  tp_draw_rect(ui->draw, rect, colour(ui, TP_COLOUR_CARD));
  tp_draw_frame(ui->draw, rect, (int)hair(ui),
                colour(ui, hit.focused ? TP_COLOUR_INK : TP_COLOUR_RULE));
  if (chosen)
    tp_draw_rect(ui->draw,
                 (struct tp_rect){inner.x, rect.y + px(ui, 6.0F),
                                  fminf(tp_text_width(ui->text, type, buffer), inner.w),
                                  rect.h - px(ui, 12.0F)},
                 colour(ui, TP_COLOUR_TRACK));
  float width = tp_text_in(ui->text, type, colour(ui, empty ? TP_COLOUR_MUTED : TP_COLOUR_INK),
                           inner, TP_ALIGN_LEFT, empty && !hit.focused ? label : buffer);
  if (hit.focused)
    tp_draw_vrule(ui->draw, inner.x + width + hair(ui), rect.y + px(ui, 6.0F),
                  rect.h - px(ui, 12.0F), (int)hair(ui), colour(ui, TP_COLOUR_INK));
  ring_if_focused(ui, &hit, rect);
  return hit;
}
