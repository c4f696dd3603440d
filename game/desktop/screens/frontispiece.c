/* The plate on the title page: the powers round the pole, as a printed atlas would show them. It is
 * a picture, not a state of any game: what is told here is the question the game is about. */
#include "desktop/screens.h"
#include "desktop/map/geography.h"
#include "desktop/widgets/widgets.h"

#include <math.h>

/* layout, in pixels at scale 1 */
static const float least_width = 480.0F, margin = 16.0F, band = 6.0F, mesh = 40.0F, dot = 4.0F;
static const float halo = 2.0F, key_side = 16.0F, key_top = 10.0F, key_row = 20.0F,
                   key_sample = 72.0F, key_head = 24.0F, key_edge = 16.0F;
static const float ripples[] = {11.0F, 19.0F, 29.0F};
static const uint8_t ripple_alphas[] = {230, 140, 70};
static const struct tp_map_view plate_view = {0.0F, -0.02F, 1.06F};
static const float zoom_when_square = 0.99F; /* all poles are on it still */
static const float strip_x = 0.06F;

/* --- colours --- */

static const struct {
  enum tp_colour_role role;
  int codes[28]; /* ISO numbers, 0 after the last */
} washes[] = {
    {TP_COLOUR_EUROPE, {40,  56,  100, 191, 196, 203, 208, 233, 246, 250, 276, 300, 348, 372,
                        380, 428, 440, 442, 470, 528, 616, 620, 642, 703, 705, 724, 752}},
    {TP_COLOUR_RUSSIA, {643}},
    {TP_COLOUR_CHINA, {156}},
    {TP_COLOUR_AMERICA, {840}},
    {TP_COLOUR_PARTNER, {356, 392, 410, 792, 804, 826}},
};

void tp_frontispiece_colour(struct tp_app *app) {
  static const struct tp_colour no_stripes = {0, 0, 0, 0};
  for (size_t i = 0; i < sizeof washes / sizeof *washes; i++)
    for (const int *code = washes[i].codes; code < washes[i].codes + 28 && *code; code++)
      tp_map_colour(app->map, *code, tp_ink(app, washes[i].role), no_stripes);
}

/* --- ties and places --- */

enum place { WASHINGTON, BRUSSELS, MOSCOW, BEIJING, KYIV, ANKARA, TOKYO, DELHI, PLACES };

static const struct {
  float longitude, latitude;
} places[PLACES] = {
    [WASHINGTON] = {-77.0F, 38.9F}, [BRUSSELS] = {4.4F, 50.8F}, [MOSCOW] = {37.6F, 55.8F},
    [BEIJING] = {116.4F, 39.9F},    [KYIV] = {30.5F, 50.5F},    [ANKARA] = {32.9F, 39.9F},
    [TOKYO] = {139.7F, 35.7F},      [DELHI] = {77.2F, 28.6F},
};

static const struct {
  enum place from, to;
  float bend, width;
  bool brittle;
} ties[] = {
    {WASHINGTON, TOKYO, 0.16F, 2.0F, false},    {WASHINGTON, ANKARA, -0.3F, 2.0F, true},
    {MOSCOW, DELHI, -0.16F, 2.0F, true},        {BRUSSELS, BEIJING, 0.3F, 2.0F, false},
    {BRUSSELS, MOSCOW, 0.2F, 2.0F, false},      {BRUSSELS, KYIV, -0.14F, 3.0F, false},
    {WASHINGTON, BRUSSELS, 0.16F, 7.0F, false}, {MOSCOW, BEIJING, 0.16F, 6.0F, true},
};

static struct tp_point place_of(const struct tp_app *app, enum place place) {
  struct tp_point at;
  tp_map_project(app->map, places[place].longitude, places[place].latitude, &at);
  return at;
}

static void draw_ties(struct tp_app *app, struct tp_rect map) {
  for (size_t i = 0; i < sizeof ties / sizeof *ties; i++)
    tp_arcs_strand(app, map, place_of(app, ties[i].from), place_of(app, ties[i].to), ties[i].bend,
                   app->look.scale * ties[i].width, ties[i].brittle);
}

/* What is asked: whether Europe is one. */
static void draw_ripples(struct tp_app *app) {
  struct tp_point at = place_of(app, BRUSSELS);
  for (size_t i = 0; i < sizeof ripples / sizeof *ripples; i++)
    tp_draw_ring(app->draw, at.x, at.y, app->look.scale * ripples[i], app->look.scale * 1.5F,
                 tp_theme_fade(tp_ink(app, TP_COLOUR_INK), ripple_alphas[i]));
}

/* Where the words begin, so that the sheet's edge cuts none. */
static float within(const struct tp_app *app, struct tp_rect map, float left, float width) {
  float edge = tp_px(app, halo + 4.0F);
  return fmaxf(fminf(left, map.x + map.w - width - edge), map.x + edge);
}

static void name_place(struct tp_app *app, struct tp_rect map, enum place place,
                       enum tp_type_role role, struct tp_point off, enum tp_align align,
                       enum tp_word word) {
  struct tp_point at = place_of(app, place);
  struct tp_type type = tp_face(app, role);
  float cap = tp_text_cap_height(app->fonts, type);
  float width = tp_text_width(app->fonts, type, tp_word(word));
  float left = at.x + app->look.scale * off.x -
               width * (align == TP_ALIGN_RIGHT    ? 1.0F
                        : align == TP_ALIGN_CENTRE ? 0.5F
                                                   : 0.0F);
  tp_text_halo(app->fonts, type, tp_ink(app, TP_COLOUR_INK), tp_ink(app, TP_COLOUR_PANEL),
               (int)tp_px(app, halo), within(app, map, left, width),
               roundf(at.y + app->look.scale * off.y + cap * 0.5F), TP_ALIGN_LEFT, tp_word(word));
}

static void draw_places(struct tp_app *app, struct tp_rect map) {
  static const struct {
    enum place place;
    enum tp_type_role type;
    struct tp_point off; /* of the name's middle line from the place */
    enum tp_align align;
    enum tp_word word;
  } names[] = {
      {WASHINGTON, TP_TYPE_HEAD, {0.0F, -22.0F}, TP_ALIGN_CENTRE, TP_WORD_WASHINGTON},
      {MOSCOW, TP_TYPE_HEAD, {12.0F, 0.0F}, TP_ALIGN_LEFT, TP_WORD_MOSCOW},
      {BEIJING, TP_TYPE_HEAD, {0.0F, 20.0F}, TP_ALIGN_CENTRE, TP_WORD_BEIJING},
      {BRUSSELS, TP_TYPE_TITLE, {-35.0F, -18.0F}, TP_ALIGN_RIGHT, TP_WORD_EUROPE},
      {BRUSSELS, TP_TYPE_QUOTE, {-35.0F, 3.0F}, TP_ALIGN_RIGHT, TP_WORD_THIRD_POLE},
  };
  for (int i = 0; i < PLACES; i++) {
    struct tp_point at = place_of(app, (enum place)i);
    tp_draw_circle(app->draw, at.x, at.y, app->look.scale * (i <= BEIJING ? dot : 0.7F * dot),
                   tp_ink(app, TP_COLOUR_INK));
  }
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    name_place(app, map, names[i].place, names[i].type, names[i].off, names[i].align,
               names[i].word);
}

/* --- the sheet --- */

/* One side of the graduated border: lengths in turn dark and light. */
static void draw_side(struct tp_app *app, struct tp_rect side) {
  bool across = side.w > side.h;
  float length = across ? side.w : side.h;
  int parts = (int)fmaxf(roundf(length / tp_px(app, mesh)), 1.0F);
  for (int i = 0; i < parts; i += 2) {
    float from = roundf(length * (float)i / (float)parts);
    float to = roundf(length * (float)(i + 1) / (float)parts);
    struct tp_rect part = across ? (struct tp_rect){side.x + from, side.y, to - from, side.h}
                                 : (struct tp_rect){side.x, side.y + from, side.w, to - from};
    tp_draw_rect(app->draw, part, tp_ink(app, TP_COLOUR_MUTED));
  }
}

static void draw_border(struct tp_app *app, struct tp_rect outer) {
  int thin = (int)tp_px(app, 1.0F);
  float wide = tp_px(app, band);
  struct tp_rect inner = tp_rect_inset(outer, wide, wide);
  struct tp_colour ink = tp_ink(app, TP_COLOUR_MUTED);
  draw_side(app, (struct tp_rect){inner.x, outer.y, inner.w, wide});
  draw_side(app, (struct tp_rect){inner.x, inner.y + inner.h, inner.w, wide});
  draw_side(app, (struct tp_rect){outer.x, inner.y, wide, inner.h});
  draw_side(app, (struct tp_rect){inner.x + inner.w, inner.y, wide, inner.h});
  tp_draw_frame(app->draw, outer, thin, ink);
  tp_draw_frame(app->draw, tp_rect_inset(inner, (float)-thin, (float)-thin), thin, ink);
}

static void draw_key(struct tp_app *app, struct tp_rect map) {
  const char *caption = tp_word(TP_WORD_PLATE_NOTE);
  struct tp_type note = tp_face(app, TP_TYPE_NOTE);
  float width = tp_text_width(app->fonts, note, caption);
  for (int brittle = 0; brittle < 2; brittle++)
    width = fmaxf(width, tp_px(app, key_sample) +
                             tp_text_width(app->fonts, note,
                                           tp_word(brittle ? TP_WORD_LEGEND_BRITTLE
                                                           : TP_WORD_LEGEND_DURABLE)));
  width = ceilf(width) + tp_px(app, 2.0F * key_side);
  float height = tp_px(app, 2.0F * key_top + key_head + 3.0F * key_row);
  struct tp_rect key = {map.x + map.w - width - tp_px(app, key_edge),
                        map.y + map.h - height - tp_px(app, key_edge), width, height};
  tp_ui_panel(&app->ui, key, TP_COLOUR_PANEL);
  struct tp_rect in = tp_rect_inset(key, tp_px(app, key_side), tp_px(app, key_top));
  tp_ui_label(&app->ui, tp_rect_cut_top(&in, tp_px(app, key_head)), TP_TYPE_SUBHEAD, TP_COLOUR_INK,
              TP_ALIGN_LEFT, tp_word(TP_WORD_PLATE));
  tp_legend_tie(app, tp_rect_cut_top(&in, tp_px(app, key_row)), false);
  tp_legend_tie(app, tp_rect_cut_top(&in, tp_px(app, key_row)), true);
  tp_ui_label(&app->ui, in, TP_TYPE_NOTE, TP_COLOUR_MUTED, TP_ALIGN_LEFT, caption);
}

/* Beside a broad page there is a strip of map, and no picture. */
static bool is_strip(const struct tp_app *app, struct tp_rect map) {
  return map.w < tp_px(app, least_width);
}

/* From further away where the sheet is narrow. */
static void look(struct tp_app *app, struct tp_rect map) {
  struct tp_map_view view = plate_view;
  if (is_strip(app, map)) /* that shows one of them: near enough to be one */
    view.x = strip_x;
  else
    view.zoom = fminf(view.zoom, zoom_when_square * map.w / fmaxf(map.h, 1.0F));
  tp_map_look(app->map, view);
}

void tp_frontispiece_show(struct tp_app *app, struct tp_rect sheet) {
  float edge = tp_px(app, margin);
  struct tp_rect outer = tp_rect_inset(sheet, edge, edge);
  struct tp_rect map = tp_rect_inset(outer, tp_px(app, band), tp_px(app, band));
  tp_draw_rect(app->draw, sheet, tp_ink(app, TP_COLOUR_CARD));
  look(app, map);
  tp_map_draw(app->map, app->draw, map, false);
  draw_border(app, outer);
  if (is_strip(app, map))
    return;
  tp_draw_clip_push(app->draw, map);
  draw_ripples(app);
  draw_ties(app, map);
  draw_places(app, map);
  tp_draw_clip_pop(app->draw);
  draw_key(app, map);
}
