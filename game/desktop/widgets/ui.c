/*
 * A frame begins by deciding, from the list that the last frame left: what is under the pointer
 * (the last emitted of the top layer), what was clicked, and where the keyboard goes. Widgets then
 * compare their id with the answers. So a widget needs no knowledge of what lies over it or comes
 * after it.
 */
#include "desktop/widgets/ui.h"

#include "data/utf8.h"

#include <math.h>
#include <string.h>

static const double ease_seconds = 0.2;

void tp_ui_init(struct tp_ui *ui, struct tp_draw *draw, struct tp_fonts *text,
                const struct tp_look *theme) {
  memset(ui, 0, sizeof *ui);
  ui->draw = draw;
  ui->text = text;
  ui->theme = theme;
  ui->space_clicks = true;
  ui->open_scroll = -1;
  ui->wake_at = -1.0;
}

uint32_t tp_ui_id(const char *name) {
  uint32_t hash = 2166136261U;
  for (; *name; name++)
    hash = (hash ^ (uint8_t)*name) * 16777619U;
  return hash ? hash : 1;
}

uint32_t tp_ui_id_of(uint32_t parent, uint32_t index) {
  uint32_t hash = (parent ^ (index + 0x9e3779b9U + (parent << 6) + (parent >> 2))) * 0x85ebca6bU;
  hash ^= hash >> 15;
  return hash ? hash : 1;
}

/* --- the last frame's list --- */

static const struct tp_ui_item *shown(const struct tp_ui *ui) {
  return ui->items[!ui->current];
}

static int shown_count(const struct tp_ui *ui) {
  return ui->item_counts[!ui->current];
}

const struct tp_ui_item *tp_ui_shown(const struct tp_ui *ui, uint32_t id) {
  for (int i = 0; id && i < shown_count(ui); i++)
    if (shown(ui)[i].id == id && shown(ui)[i].layer == ui->top_layer)
      return &shown(ui)[i];
  return NULL;
}

static bool can_focus(const struct tp_ui *ui, const struct tp_ui_item *item) {
  return item->focusable && item->id && item->layer == ui->top_layer;
}

const struct tp_ui_item *tp_ui_find(const struct tp_ui *ui, const char *words) {
  const struct tp_ui_item *list = ui->items[ui->current];
  for (int i = 0; i < ui->item_counts[ui->current]; i++)
    if (!strcmp(list[i].words, words))
      return &list[i];
  for (int i = 0; i < ui->item_counts[ui->current]; i++)
    if (!strncmp(list[i].words, words, strlen(words)))
      return &list[i];
  return NULL;
}

void tp_ui_click(struct tp_ui *ui, uint32_t id) {
  ui->script_click = id;
}

/* --- mouse --- */

static uint32_t find_hot(const struct tp_ui *ui) {
  for (int i = shown_count(ui) - 1; i >= 0; i--) {
    const struct tp_ui_item *item = &shown(ui)[i];
    bool solid = item->id || item->widget == TP_WIDGET_PANEL;
    if (solid && item->layer == ui->top_layer &&
        tp_rect_has(item->seen, ui->input.mouse_x, ui->input.mouse_y))
      return item->id;
  }
  return 0;
}

static bool enabled(const struct tp_ui *ui, uint32_t id) {
  const struct tp_ui_item *item = tp_ui_shown(ui, id);
  return item && item->enabled;
}

static void take_mouse(struct tp_ui *ui) {
  uint32_t hot = find_hot(ui);
  if (hot != ui->hot)
    ui->hot_since = ui->input.seconds;
  ui->hot = hot;
  if (ui->input.pressed) {
    const struct tp_ui_item *item = tp_ui_shown(ui, hot);
    ui->held = hot;
    ui->held_x = ui->input.mouse_x;
    ui->held_y = ui->input.mouse_y;
    ui->focus_shown = false;
    ui->focus = item && can_focus(ui, item) ? hot : 0;
  }
  ui->moved_x = ui->held ? ui->input.mouse_x - ui->held_x : 0.0F;
  ui->moved_y = ui->held ? ui->input.mouse_y - ui->held_y : 0.0F;
  ui->held_x = ui->input.mouse_x;
  ui->held_y = ui->input.mouse_y;
  if (ui->input.released) {
    if (ui->held && ui->held == hot && enabled(ui, hot))
      ui->clicked = hot;
  } else if (!ui->input.down) {
    ui->held = 0;
  }
}

/* --- keyboard --- */

static bool peek_key(const struct tp_ui *ui, enum tp_key key) {
  return (ui->keys_left >> key & 1) != 0;
}

bool tp_ui_key(struct tp_ui *ui, enum tp_key key) {
  bool down = peek_key(ui, key);
  ui->keys_left &= ~((uint64_t)1 << key);
  return down;
}

bool tp_ui_digit(struct tp_ui *ui, int digit) {
  return digit >= 0 && digit <= 9 && tp_ui_key(ui, (enum tp_key)(TP_KEY_0 + digit));
}

float tp_ui_wheel(struct tp_ui *ui) {
  float wheel = ui->wheel_left;
  ui->wheel_left = 0.0F;
  return wheel;
}

static void move_focus(struct tp_ui *ui, uint32_t id) {
  if (!id)
    return;
  ui->focus = id;
  ui->focus_shown = true;
  ui->focus_fresh = 2;
  ui->hot_since = ui->input.seconds;
}

void tp_ui_focus(struct tp_ui *ui, uint32_t id) {
  move_focus(ui, id);
}

void tp_ui_focus_quietly(struct tp_ui *ui, uint32_t id) {
  bool was_shown = ui->focus_shown;
  move_focus(ui, id);
  ui->focus_shown = was_shown;
}

/* The next that can have the keyboard after the present one, going round; the first if none has. */
static uint32_t next_in_order(const struct tp_ui *ui, int step) {
  int count = shown_count(ui), at = step > 0 ? -1 : count;
  for (int i = 0; i < count; i++)
    if (shown(ui)[i].id == ui->focus && can_focus(ui, &shown(ui)[i]))
      at = i;
  for (int tried = 0; tried < count; tried++) {
    at = (at + step + count) % count;
    if (can_focus(ui, &shown(ui)[at]))
      return shown(ui)[at].id;
  }
  return 0;
}

/*
 * How far `to` is from `from` in a direction, by the gap between their edges. What is not straight
 * ahead counts as three times as far aside, and the distance of the middles decides between equals.
 * Infinite if it is not ahead at all.
 */
static float distance(struct tp_rect from, struct tp_rect to, float dx, float dy) {
  float x = to.x + to.w * 0.5F - from.x - from.w * 0.5F;
  float y = to.y + to.h * 0.5F - from.y - from.h * 0.5F;
  float ahead = x * dx + y * dy;
  float gap_x = fmaxf(fmaxf(to.x - from.x - from.w, from.x - to.x - to.w), 0.0F);
  float gap_y = fmaxf(fmaxf(to.y - from.y - from.h, from.y - to.y - to.h), 0.0F);
  bool upright = dy > 0.5F || dy < -0.5F;
  float gap = upright ? gap_y : gap_x, aside = upright ? gap_x : gap_y;
  return ahead < 1.0F ? INFINITY : gap + 0.1F * ahead + 3.0F * aside;
}

static uint32_t neighbour(const struct tp_ui *ui, float dx, float dy) {
  const struct tp_ui_item *from = tp_ui_shown(ui, ui->focus);
  uint32_t best = 0;
  float nearest = INFINITY;
  if (!from)
    return next_in_order(ui, 1);
  for (int i = 0; i < shown_count(ui); i++) {
    const struct tp_ui_item *to = &shown(ui)[i];
    float far = can_focus(ui, to) ? distance(from->rect, to->rect, dx, dy) : INFINITY;
    if (to->id != ui->focus && far < nearest) {
      nearest = far;
      best = to->id;
    }
  }
  return best;
}

static void take_arrows(struct tp_ui *ui) {
  const struct tp_ui_item *item = tp_ui_shown(ui, ui->focus);
  if (item && item->takes_sideways) {
    bool right = !item->last_of_row && tp_ui_key(ui, TP_KEY_RIGHT);
    bool left = !item->first_of_row && tp_ui_key(ui, TP_KEY_LEFT);
    ui->side_step = (int)right - (int)left;
    ui->focus_shown |= ui->side_step != 0;
  }
  if (item && item->widget == TP_WIDGET_AREA && !ui->input.pad)
    return; /* a map or chart pans with the arrows; the screen asks for them */
  if (tp_ui_key(ui, TP_KEY_LEFT))
    move_focus(ui, neighbour(ui, -1.0F, 0.0F));
  if (tp_ui_key(ui, TP_KEY_RIGHT))
    move_focus(ui, neighbour(ui, 1.0F, 0.0F));
  if (tp_ui_key(ui, TP_KEY_UP))
    move_focus(ui, neighbour(ui, 0.0F, -1.0F));
  if (tp_ui_key(ui, TP_KEY_DOWN))
    move_focus(ui, neighbour(ui, 0.0F, 1.0F));
}

/* The others are letters, which the field takes. */
#define BIT(key) ((uint64_t)1 << (key))
static const uint64_t keys_while_typing =
    BIT(TP_KEY_TAB) | BIT(TP_KEY_BACK_TAB) | BIT(TP_KEY_LEFT) | BIT(TP_KEY_RIGHT) | BIT(TP_KEY_UP) |
    BIT(TP_KEY_DOWN) | BIT(TP_KEY_ENTER) | BIT(TP_KEY_ESCAPE) | BIT(TP_KEY_BACKSPACE) |
    BIT(TP_KEY_DELETE) | BIT(TP_KEY_PAGE_UP) | BIT(TP_KEY_PAGE_DOWN);
#undef BIT

static void take_keys(struct tp_ui *ui) {
  const struct tp_ui_item *item = tp_ui_shown(ui, ui->focus);
  bool typing = item && item->widget == TP_WIDGET_FIELD;
  if (!item)
    ui->focus = 0;
  if (typing)
    ui->keys_left &= keys_while_typing | ui->input.silent;
  if (tp_ui_key(ui, TP_KEY_TAB))
    move_focus(ui, next_in_order(ui, 1));
  if (tp_ui_key(ui, TP_KEY_BACK_TAB))
    move_focus(ui, next_in_order(ui, -1));
  take_arrows(ui);
  bool click = ui->focus && ui->focus_shown && !typing && tp_ui_key(ui, TP_KEY_ENTER);
  if (ui->focus && ui->focus_shown && ui->space_clicks && !typing)
    click |= tp_ui_key(ui, TP_KEY_SPACE);
  if (click && enabled(ui, ui->focus))
    ui->clicked = ui->focus;
}

/* --- a frame --- */

static int top_layer_shown(const struct tp_ui *ui) {
  int top = 0;
  for (int i = 0; i < shown_count(ui); i++)
    if (shown(ui)[i].layer > top)
      top = shown(ui)[i].layer;
  return top;
}

void tp_ui_begin(struct tp_ui *ui, const struct tp_input *input) {
  ui->current = !ui->current;
  ui->item_counts[ui->current] = 0;
  ui->last_seconds = ui->input.seconds;
  if (input->mouse_x != ui->input.mouse_x || input->mouse_y != ui->input.mouse_y)
    ui->pointing = true;
  else if (input->keys)
    ui->pointing = false;
  ui->input = *input;
  ui->keys_left = input->keys;
  ui->wheel_left = input->wheel;
  ui->clicked = 0;
  ui->side_step = 0;
  ui->layer = 0;
  ui->ground = TP_COLOUR_PAPER;
  ui->tip[0] = '\0';
  ui->explained = false;
  ui->last_id = 0;
  ui->wake_at = -1.0;
  ui->frame++;
  ui->top_layer = top_layer_shown(ui);
  tp_text_frame(ui->text);
  take_mouse(ui);
  take_keys(ui);
  if (ui->script_click && enabled(ui, ui->script_click))
    ui->clicked = ui->script_click;
  ui->script_click = 0;
}

void tp_ui_wake_at(struct tp_ui *ui, double at) {
  if (ui->wake_at < 0.0 || at < ui->wake_at)
    ui->wake_at = at;
}

double tp_ui_wake(const struct tp_ui *ui) {
  if (ui->wake_at < 0.0)
    return -1.0;
  return fmax(ui->wake_at - ui->input.seconds, 0.0);
}

/* After a click, an Enter that nobody took shows what the next one will do. */
static void show_focus(struct tp_ui *ui) {
  const struct tp_ui_item *item = tp_ui_shown(ui, ui->focus);
  if (ui->focus_shown || !item || !can_focus(ui, item) || !tp_ui_key(ui, TP_KEY_ENTER))
    return;
  ui->focus_shown = true;
  tp_ui_wake_at(ui, ui->input.seconds);
}

void tp_ui_end(struct tp_ui *ui) {
  show_focus(ui);
  tp_ui_show_tip(ui);
  if (ui->input.released)
    ui->held = 0;
  if (ui->focus_fresh > 0)
    ui->focus_fresh--;
  /* The list changed under a resting pointer: what is hot must be decided again. */
  if (ui->item_counts[0] != ui->item_counts[1])
    tp_ui_wake_at(ui, ui->input.seconds);
}

void tp_ui_layer_begin(struct tp_ui *ui) {
  ui->layer++;
  tp_draw_raise(ui->draw);
}

void tp_ui_layer_end(struct tp_ui *ui) {
  ui->layer--;
  tp_draw_lower(ui->draw);
}

/* --- animation --- */

/* The ease of this id, or one to take over: a free one, else the longest unseen. */
static int ease_slot(struct tp_ui *ui, uint32_t id) {
  int best = 0;
  for (int i = 0; i < TP_UI_EASES; i++) {
    if (ui->eases[i].id == id)
      return i;
    if (ui->eases[i].frame < ui->eases[best].frame)
      best = i;
  }
  return best;
}

float tp_ui_ease(struct tp_ui *ui, uint32_t id, float target) {
  int slot = ease_slot(ui, id);
  bool fresh = ui->eases[slot].id != id || ui->eases[slot].frame + 1 < ui->frame;
  if (fresh || !ui->theme->motion)
    ui->eases[slot].from = ui->eases[slot].to = target;
  ui->eases[slot].id = id;
  ui->eases[slot].frame = ui->frame;
  double share = fmin((ui->input.seconds - ui->eases[slot].start) / ease_seconds, 1.0);
  float rest = (float)((1.0 - share) * (1.0 - share) * (1.0 - share));
  float value = ui->eases[slot].to + (ui->eases[slot].from - ui->eases[slot].to) * rest;
  if (fabsf(target - ui->eases[slot].to) > 1e-6F) {
    ui->eases[slot].from = value;
    ui->eases[slot].to = target;
    ui->eases[slot].start = ui->input.seconds;
  }
  if (fabsf(value - target) > 1e-4F)
    tp_ui_wake_at(ui, ui->input.seconds);
  return value;
}

/* --- emitting --- */

static void keep_in_view(struct tp_ui *ui, struct tp_rect rect) {
  if (ui->focus_fresh)
    tp_ui_reveal(ui, rect);
}

struct tp_ui_item *tp_ui_last(struct tp_ui *ui) {
  int count = ui->item_counts[ui->current];
  return &ui->items[ui->current][count > 0 ? count - 1 : 0];
}

void tp_ui_name(struct tp_ui *ui, const char *words) {
  struct tp_ui_item *place = tp_ui_last(ui);
  tp_utf8_copy(place->words, sizeof place->words, words);
}

static void list_item(struct tp_ui *ui, const struct tp_ui_item *item, const char *words) {
  int *count = &ui->item_counts[ui->current];
  if (*count >= TP_UI_ITEMS)
    return;
  ui->items[ui->current][(*count)++] = *item;
  tp_ui_name(ui, words);
}

struct tp_hit tp_ui_emit(struct tp_ui *ui, enum tp_widget widget, uint32_t id, struct tp_rect rect,
                         bool enabled_now, bool focusable, const char *words) {
  struct tp_ui_item item = {.id = id,
                            .widget = widget,
                            .rect = rect,
                            .seen = tp_draw_clipped(ui->draw, rect),
                            .layer = ui->layer,
                            .enabled = enabled_now,
                            .focusable = focusable};
  list_item(ui, &item, words);
  struct tp_hit hit = {0};
  if (!id)
    return hit;
  ui->last_id = id;
  hit.hovered = ui->hot == id && (!ui->held || ui->held == id);
  hit.focused = focusable && ui->focus == id;
  hit.held = ui->held == id;
  hit.clicked = enabled_now && ui->clicked == id;
  hit.drag_x = hit.held ? ui->moved_x : 0.0F;
  hit.drag_y = hit.held ? ui->moved_y : 0.0F;
  if (hit.focused)
    keep_in_view(ui, rect);
  return hit;
}

void tp_ui_focus_ring(struct tp_ui *ui, struct tp_rect rect) {
  int width = tp_theme_px(ui->theme, 2.0F);
  struct tp_rect ring = tp_rect_inset(rect, (float)-width, (float)-width);
  if (ui->focus_shown)
    tp_draw_frame(ui->draw, ring, width, ui->theme->colours[TP_COLOUR_FOCUS]);
}
