/* Reads the proof of a frame (desktop/drawing/proof.h) for what is set badly. */
#ifndef TP_TESTS_PROOFREADER_H
#define TP_TESTS_PROOFREADER_H

#include "desktop/drawing/proof.h"
#include "desktop/drawing/text.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum fault_kind {
  FAULT_CUT,      /* part of a text lies outside the limits it is drawn in */
  FAULT_OVERLAP,  /* two texts stand on each other */
  FAULT_COVERED,  /* something drawn later hides a part of a text */
  FAULT_EDGE,     /* a text runs over the edge of what it stands on */
  FAULT_BEYOND,   /* a part that scrolls does not scroll far enough to show it */
  FAULT_CONTRAST, /* it cannot be told from its ground */
  FAULT_SILENT,   /* it ends in an ellipsis, and nothing tells the rest */
  FAULT_KINDS
};

static const char *const fault_names[FAULT_KINDS] = {
    "cut", "overlaps", "covered", "over the edge", "beyond the scroll", "faint", "ellipsis"};

struct reading {
  float scale;
  int faults[FAULT_KINDS];
  char first[400]; /* the first of them in words */
};

static inline void fault(struct reading *r, enum fault_kind kind, const struct tp_proof_mark *a,
                         const struct tp_proof_mark *b) {
  r->faults[kind]++;
  if (r->first[0])
    return;
  snprintf(r->first, sizeof r->first, "%s: \"%s\" at %.0f,%.0f %.0fx%.0f in %.0f,%.0f %.0fx%.0f",
           fault_names[kind], a->words, (double)a->rect.x, (double)a->rect.y, (double)a->rect.w,
           (double)a->rect.h, (double)a->clip.x, (double)a->clip.y, (double)a->clip.w,
           (double)a->clip.h);
  size_t length = strlen(r->first);
  if (b)
    snprintf(r->first + length, sizeof r->first - length, " with \"%s\" %.0f,%.0f %.0fx%.0f",
             b->words, (double)b->rect.x, (double)b->rect.y, (double)b->rect.w, (double)b->rect.h);
}

static inline struct tp_rect seen_of(const struct tp_proof_mark *mark) {
  return tp_rect_overlap(mark->rect, mark->clip);
}

static inline bool holds(struct tp_rect outer, struct tp_rect inner, float slack) {
  return inner.x >= outer.x - slack && inner.y >= outer.y - slack &&
         inner.x + inner.w <= outer.x + outer.w + slack &&
         inner.y + inner.h <= outer.y + outer.h + slack;
}

static inline bool meets(struct tp_rect a, struct tp_rect b, float slack) {
  struct tp_rect common = tp_rect_overlap(a, b);
  return common.w > slack && common.h > slack;
}

/* Rules, bars and marks carry no text. */
static inline bool carries(const struct reading *r, const struct tp_proof_mark *mark) {
  struct tp_rect seen = seen_of(mark);
  return mark->kind == TP_PROOF_GROUND && fminf(seen.w, seen.h) >= 9.0F * r->scale;
}

static inline bool is_hidden(const struct reading *r, const struct tp_proof *proof, int index) {
  struct tp_rect seen = seen_of(&proof->marks[index]);
  for (int i = index + 1; i < proof->count; i++)
    if (carries(r, &proof->marks[i]) && holds(seen_of(&proof->marks[i]), seen, 0.0F))
      return true;
  return seen.w <= 0.0F || seen.h <= 0.0F;
}

static inline void read_limits(struct reading *r, const struct tp_proof_mark *text) {
  float slack = 1.0F;
  struct tp_rect limits = text->clip;
  if (text->scrolls) { /* what is above or below can be scrolled to */
    limits.y = text->rect.y;
    limits.h = text->rect.h;
  }
  if (!holds(limits, text->rect, slack))
    fault(r, FAULT_CUT, text, NULL);
}

static inline bool is_large(const struct reading *r, const struct tp_proof_mark *text) {
  bool bold = text->face == TP_FACE_SANS_STRONG || text->face == TP_FACE_SERIF_STRONG;
  return (float)text->px >= (bold ? 18.6F : 24.0F) * r->scale;
}

static inline void read_ground(struct reading *r, const struct tp_proof *proof, int index) {
  const struct tp_proof_mark *text = &proof->marks[index], *ground = NULL;
  struct tp_rect seen = seen_of(text);
  for (int i = 0; i < index; i++)
    if (carries(r, &proof->marks[i]) && meets(seen_of(&proof->marks[i]), seen, 1.0F))
      ground = &proof->marks[i];
  if (!ground)
    return;
  if (!text->halo.a && !holds(seen_of(ground), seen, 1.0F))
    fault(r, FAULT_EDGE, text, ground);
  struct tp_colour under = text->halo.a ? text->halo : ground->colour, ink = text->colour;
  under.a = ink.a = 255;
  ink = tp_theme_mix(under, ink, (float)text->colour.a / 255.0F);
  if (tp_theme_contrast(ink, under) < (is_large(r, text) ? 3.0 : 4.5))
    fault(r, FAULT_CONTRAST, text, ground);
}

static inline void read_later(struct reading *r, const struct tp_proof *proof, int index) {
  const struct tp_proof_mark *text = &proof->marks[index];
  struct tp_rect seen = seen_of(text);
  for (int i = index + 1; i < proof->count; i++) {
    const struct tp_proof_mark *later = &proof->marks[i];
    if (later->level != text->level || !meets(seen_of(later), seen, 1.5F))
      continue;
    if (carries(r, later))
      fault(r, FAULT_COVERED, text, later);
    else if (later->kind == TP_PROOF_TEXT && !is_hidden(r, proof, i))
      fault(r, FAULT_OVERLAP, text, later);
  }
}

static inline void read_scroll(struct reading *r, const struct tp_proof *proof, int index) {
  const struct tp_proof_mark *scroll = &proof->marks[index];
  for (int i = index - 1; i >= 0 && proof->marks[i].kind != TP_PROOF_SCROLL; i--) {
    const struct tp_proof_mark *text = &proof->marks[i];
    if (text->kind == TP_PROOF_TEXT && text->scrolls && !holds(scroll->rect, text->rect, 1.0F))
      fault(r, FAULT_BEYOND, text, scroll);
  }
}

static inline void read_cut(struct reading *r, const struct tp_fonts *fonts,
                            const struct tp_proof_mark *text) {
  const struct tp_cut *cut;
  struct tp_rect seen = seen_of(text);
  for (int i = 0; (cut = tp_text_cut(fonts, i)); i++)
    if (meets(cut->at, seen, 0.0F) && strlen(cut->words) + 3 > strlen(text->words))
      return;
  fault(r, FAULT_SILENT, text, NULL);
}

/* All that is wrong with a frame. `scale`: that of the theme. */
static inline struct reading proofread(const struct tp_proof *proof, const struct tp_fonts *fonts,
                                       float scale) {
  struct reading r = {.scale = scale};
  for (int i = 0; i < proof->count; i++) {
    const struct tp_proof_mark *mark = &proof->marks[i];
    if (mark->kind == TP_PROOF_SCROLL)
      read_scroll(&r, proof, i);
    if (mark->kind != TP_PROOF_TEXT)
      continue;
    read_limits(&r, mark);
    if (is_hidden(&r, proof, i))
      continue;
    read_ground(&r, proof, i);
    read_later(&r, proof, i);
    if (mark->cut)
      read_cut(&r, fonts, mark);
  }
  return r;
}

#endif
