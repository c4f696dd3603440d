/*
 * The parts of a screen that scroll. The bar stands in a gutter to the right of the part, so that
 * what is in it is as wide with the bar as without: else a panel that grows with its content could
 * go back and forth between the two.
 */
#include "desktop/drawing/proof.h"
#include "desktop/widgets/ui.h"

#include <math.h>
#include <string.h>

static const float gutter = 12.0F, gutter_gap = 6.0F, ring = 4.0F,
                   stick_step = 14.0F; /* in pixels at scale 1 */
static const float fade_height = 16.0F, fade_line = 2.0F,
                   fade_most = 240.0F;    /* the last an alpha */
static const double glide_seconds = 0.05; /* after which a third of the way is left */
static const double longest_frame = 1.0 / 30.0;

/* A new part takes the place of the one that was not seen for longest: a long game has a report
 * for each turn. */
static int scroll_slot(struct tp_ui *ui, uint32_t id) {
  int slot = 0;
  for (int i = 0; i < TP_UI_SCROLLS; i++) {
    if (ui->scrolls[i].id == id)
      return i;
    if (ui->scrolls[i].frame < ui->scrolls[slot].frame)
      slot = i;
  }
  ui->scrolls[slot].id = id;
  ui->scrolls[slot].offset = ui->scrolls[slot].shown = ui->scrolls[slot].content = 0.0F;
  return slot;
}

static float limit_offset(const struct tp_ui *ui, int slot) {
  float most = fmaxf(ui->scrolls[slot].content - ui->scroll_view.h, 0.0F);
  return fminf(fmaxf(ui->scrolls[slot].offset, 0.0F), most);
}

static bool pointer_within(const struct tp_ui *ui, struct tp_rect view) {
  return ui->layer == ui->top_layer && tp_rect_has(view, ui->input.mouse_x, ui->input.mouse_y);
}

static bool focus_within(const struct tp_ui *ui, struct tp_rect view) {
  const struct tp_ui_item *item = tp_ui_shown(ui, ui->focus);
  struct tp_rect common = item ? tp_rect_overlap(item->rect, view) : (struct tp_rect){0};
  return common.w > 0.0F && common.h > 0.0F;
}

/* In a dialogue there is no doubt about what is meant, and no map for the stick to move. */
static float scroll_step(struct tp_ui *ui, struct tp_rect view) {
  bool alone = ui->layer > 0 && ui->layer == ui->top_layer;
  bool pointed = pointer_within(ui, view);
  float step = 0.0F;
  if (pointed)
    step -= tp_ui_wheel(ui) * (float)tp_theme_px(ui->theme, 48.0F);
  if (alone)
    step += ui->input.pan_y * (float)tp_theme_px(ui->theme, stick_step);
  if (pointed || alone || focus_within(ui, view)) {
    float page = view.h * 0.9F;
    step +=
        page * (float)((int)tp_ui_key(ui, TP_KEY_PAGE_DOWN) - (int)tp_ui_key(ui, TP_KEY_PAGE_UP));
  }
  return step;
}

/* ... and on the left so much as a ring round a row needs. */
static struct tp_rect with_gutter(const struct tp_ui *ui, struct tp_rect view) {
  float right = (float)tp_theme_px(ui->theme, gutter), left = (float)tp_theme_px(ui->theme, ring);
  return (struct tp_rect){view.x - left, view.y, view.w + left + right, view.h};
}

/* What is shown follows where it was scrolled to, and is there at once without motion, under the
 * hand, and before anybody has seen it. */
static void glide(struct tp_ui *ui, int slot) {
  float *shown = &ui->scrolls[slot].shown, aim = ui->scrolls[slot].offset;
  bool held = ui->held == tp_ui_id_of(ui->scrolls[slot].id, 1);
  double passed = fmin(ui->input.seconds - ui->last_seconds, longest_frame);
  if (!ui->theme->motion || held || ui->scrolls[slot].content <= 0.0F || fabsf(aim - *shown) < 1.0F)
    *shown = aim;
  else
    *shown += (aim - *shown) * (float)(1.0 - exp(-passed / glide_seconds));
  if (fabsf(aim - *shown) > 0.0F)
    tp_ui_wake_at(ui, ui->input.seconds);
}

struct tp_rect tp_ui_scroll_begin(struct tp_ui *ui, uint32_t id, struct tp_rect view) {
  int slot = scroll_slot(ui, id);
  ui->scrolls[slot].frame = ui->frame;
  ui->open_scroll = slot;
  ui->scroll_view = view;
  ui->scrolls[slot].offset += scroll_step(ui, view);
  if (ui->scrolls[slot].content > 0.0F)
    ui->scrolls[slot].offset = limit_offset(ui, slot);
  glide(ui, slot);
  tp_draw_clip_push(ui->draw, with_gutter(ui, view));
  if (tp_draw_proof(ui->draw))
    tp_draw_proof(ui->draw)->scrolling = true;
  return (struct tp_rect){view.x, view.y - roundf(ui->scrolls[slot].shown), view.w, view.h};
}

void tp_ui_scroll_forget(struct tp_ui *ui) {
  memset(ui->scrolls, 0, sizeof ui->scrolls);
}

float tp_ui_scroll_content(const struct tp_ui *ui, uint32_t id) {
  for (int i = 0; i < TP_UI_SCROLLS; i++)
    if (ui->scrolls[i].id == id)
      return ui->scrolls[i].content;
  return 0.0F;
}

/* Where there is more, what is cut at the edge fades into its ground, line by line. */
static void fade(struct tp_ui *ui, struct tp_rect view, float more, bool at_top) {
  float line = (float)tp_theme_px(ui->theme, fade_line);
  int lines = (int)(fminf((float)tp_theme_px(ui->theme, fade_height), more) / line);
  struct tp_rect strip = with_gutter(ui, view);
  strip.h = line;
  for (int i = 0; i < lines; i++) {
    float share = 1.0F - (float)i / (float)lines, off = line * (float)i;
    strip.y = at_top ? view.y + off : view.y + view.h - line - off;
    tp_draw_rect(ui->draw, strip,
                 tp_theme_fade(ui->theme->colours[ui->ground], (uint8_t)(fade_most * share)));
  }
}

static void thumb(struct tp_ui *ui, int slot, struct tp_rect view) {
  float content = ui->scrolls[slot].content, width = (float)tp_theme_px(ui->theme, 4.0F);
  float height = fmaxf(view.h * view.h / content, width * 4.0F);
  float travel = view.h - height, range = content - view.h;
  struct tp_rect bar = {view.x + view.w + (float)tp_theme_px(ui->theme, gutter_gap),
                        view.y + travel * fminf(ui->scrolls[slot].shown / range, 1.0F), width,
                        height};
  struct tp_rect grip = {bar.x - width, bar.y, width * 2.0F, bar.h};
  struct tp_hit hit =
      tp_ui_emit(ui, TP_WIDGET_THUMB, tp_ui_id_of(ui->scrolls[slot].id, 1), grip, true, false, "");
  if (hit.held && travel > 0.0F)
    ui->scrolls[slot].offset += hit.drag_y * range / travel;
  tp_draw_rect(ui->draw, bar,
               ui->theme->colours[hit.hovered || hit.held ? TP_COLOUR_MUTED : TP_COLOUR_RULE]);
}

static void prove_content(struct tp_ui *ui, int slot, struct tp_rect view) {
  struct tp_proof *proof = tp_draw_proof(ui->draw);
  float offset = roundf(ui->scrolls[slot].shown);
  struct tp_proof_mark mark = {
      TP_PROOF_SCROLL, .level = tp_draw_level(ui->draw), .clip = view,
      .rect = {view.x, view.y - offset, view.w, ui->scrolls[slot].content}};
  if (!proof)
    return;
  tp_proof_add(proof, mark, NULL);
  proof->scrolling = false;
}

void tp_ui_reveal(struct tp_ui *ui, struct tp_rect rect) {
  if (ui->open_scroll < 0)
    return;
  float offset = ui->scrolls[ui->open_scroll].offset;
  float room = fmaxf(ui->scroll_view.h - rect.h, 0.0F); /* what fits is shown whole, fade or not */
  float clear = fminf((float)tp_theme_px(ui->theme, fade_height), room * 0.5F);
  float top = rect.y + ui->scrolls[ui->open_scroll].shown - ui->scroll_view.y; /* in the content */
  float more = ui->scrolls[ui->open_scroll].content - top - rect.h;
  float above = offset - top + fminf(fmaxf(top, 0.0F), clear);
  float below = top + rect.h - offset - ui->scroll_view.h + fminf(fmaxf(more, 0.0F), clear);
  float step = above > 0.0F ? -above : fmaxf(fminf(below, -above), 0.0F);
  if (fabsf(step) > 0.5F) {
    ui->scrolls[ui->open_scroll].offset += step;
    tp_ui_wake_at(ui, ui->input.seconds);
  }
}

void tp_ui_scroll_end(struct tp_ui *ui, float content_height) {
  int slot = ui->open_scroll;
  struct tp_rect view = ui->scroll_view;
  ui->open_scroll = -1;
  if (slot >= 0) {
    if (fabsf(ui->scrolls[slot].content - content_height) > 0.5F)
      tp_ui_wake_at(ui, ui->input.seconds); /* whoever asks how high it is */
    ui->scrolls[slot].content = content_height;
    ui->scrolls[slot].offset = limit_offset(ui, slot);
    prove_content(ui, slot, view);
    fade(ui, view, roundf(ui->scrolls[slot].shown), true);
    fade(ui, view, content_height - view.h - roundf(ui->scrolls[slot].shown), false);
    if (content_height > view.h + 0.5F)
      thumb(ui, slot, view);
  }
  tp_draw_clip_pop(ui->draw);
}
