#include "desktop/drawing/theme.h"

#include <math.h>
#include <string.h>

static const uint32_t colour_table[TP_COLOUR_COUNT][TP_THEME_COUNT] = {
#define X(name, light, dark, contrast, use) {light, dark, contrast},
    TP_THEME_COLOURS(X)
#undef X
};

static const struct {
  enum tp_face face;
  int px, line, track_percent;
} type_table[TP_TYPE_COUNT] = {
#define X(name, face, size, line, track) {TP_FACE_##face, size, line, track},
    TP_THEME_TYPE(X)
#undef X
};

static const char *const theme_names[TP_THEME_COUNT] = {"light", "dark", "contrast"};

static struct tp_colour unpack(uint32_t rgba) {
  return (struct tp_colour){(uint8_t)(rgba >> 24), (uint8_t)(rgba >> 16), (uint8_t)(rgba >> 8),
                            (uint8_t)rgba};
}

int tp_theme_px(const struct tp_look *theme, float length) {
  int px = (int)lroundf(length * theme->scale);
  return length > 0.0F && px < 1 ? 1 : px;
}

struct tp_look tp_theme_make(enum tp_theme_kind kind, float scale) {
  struct tp_look theme = {.kind = kind, .motion = true};
  theme.scale = fminf(fmaxf(scale, 0.5F), 4.0F);
  for (int i = 0; i < TP_COLOUR_COUNT; i++)
    theme.colours[i] = unpack(colour_table[i][kind]);
  for (int i = 0; i < TP_TYPE_COUNT; i++) {
    float px = (float)type_table[i].px;
    theme.types[i].face = type_table[i].face;
    theme.types[i].px = tp_theme_px(&theme, px);
    theme.types[i].line = tp_theme_px(&theme, (float)type_table[i].line);
    theme.types[i].track = tp_theme_px(&theme, px * (float)type_table[i].track_percent / 100.0F);
  }
  return theme;
}

bool tp_theme_find(const char *name, enum tp_theme_kind *kind) {
  for (int i = 0; i < TP_THEME_COUNT; i++) {
    if (!strcmp(name, theme_names[i])) {
      *kind = (enum tp_theme_kind)i;
      return true;
    }
  }
  return false;
}

const char *tp_theme_name(enum tp_theme_kind kind) {
  return theme_names[kind];
}

static uint8_t mix_channel(uint8_t from, uint8_t to, float share) {
  return (uint8_t)lroundf((float)from + ((float)to - (float)from) * share);
}

struct tp_colour tp_theme_mix(struct tp_colour from, struct tp_colour to, float share) {
  float s = fminf(fmaxf(share, 0.0F), 1.0F);
  return (struct tp_colour){mix_channel(from.r, to.r, s), mix_channel(from.g, to.g, s),
                            mix_channel(from.b, to.b, s), mix_channel(from.a, to.a, s)};
}

struct tp_colour tp_theme_fade(struct tp_colour colour, uint8_t alpha) {
  colour.a = alpha;
  return colour;
}

static double linear(uint8_t channel) {
  double c = channel / 255.0;
  return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(struct tp_colour c) {
  return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

double tp_theme_contrast(struct tp_colour a, struct tp_colour b) {
  double one = luminance(a), two = luminance(b);
  return (fmax(one, two) + 0.05) / (fmin(one, two) + 0.05);
}
