#include "desktop/drawing/sheet.h"

#include <stdlib.h>
#include <string.h>

enum { cell = 64, most_areas = 8, first_room = 1024 };

struct mark {
  SDL_Texture *texture; /* NULL: a plain rectangle */
  uint64_t key;
  SDL_Rect from, to, seen; /* `seen`: what of `to` lies within the limits */
  struct tp_colour colour;
};

struct tp_sheet {
  SDL_Renderer *renderer;
  struct mark *marks;
  int count, room;
  uint64_t *cells, *before; /* by square: what was listed there, now and a frame ago */
  int wide, high;           /* in squares */
  SDL_Rect whole, clip;
  bool listing, known; /* known: `before` tells what the target shows */
};

struct tp_sheet *tp_sheet_open(SDL_Renderer *renderer) {
  struct tp_sheet *sheet = calloc(1, sizeof *sheet);
  if (!sheet)
    return NULL;
  sheet->renderer = renderer;
  SDL_GetRendererOutputSize(renderer, &sheet->whole.w, &sheet->whole.h);
  sheet->clip = sheet->whole;
  return sheet;
}

void tp_sheet_close(struct tp_sheet *sheet) {
  if (!sheet)
    return;
  free(sheet->marks);
  free(sheet->cells);
  free(sheet->before);
  free(sheet);
}

SDL_Renderer *tp_sheet_renderer(struct tp_sheet *sheet) {
  return sheet->renderer;
}

uint64_t tp_sheet_mix(uint64_t hash, uint64_t word) {
  hash = (hash ^ word) * 0x9e3779b97f4a7c15U;
  return hash ^ hash >> 29;
}

/* --- drawing --- */

/* Blending costs several times as much as writing, and changes nothing under an opaque colour. */
static void fill(SDL_Renderer *renderer, const SDL_Rect *rect, struct tp_colour c) {
  SDL_SetRenderDrawBlendMode(renderer, c.a == 255 ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
  SDL_SetRenderDrawColor(renderer, c.r, c.g, c.b, c.a);
  SDL_RenderFillRect(renderer, rect);
}

static void draw_mark(struct tp_sheet *sheet, const struct mark *mark) {
  if (mark->texture)
    SDL_RenderCopy(sheet->renderer, mark->texture, &mark->from, &mark->to);
  else
    fill(sheet->renderer, &mark->seen, mark->colour);
}

/* All that is listed, as far as it lies in the area. */
static void draw_area(struct tp_sheet *sheet, const SDL_Rect *area) {
  SDL_Rect last = {0, 0, -1, -1}, limits;
  for (int i = 0; i < sheet->count; i++) {
    const struct mark *mark = &sheet->marks[i];
    if (!SDL_IntersectRect(&mark->seen, area, &limits))
      continue;
    if (!SDL_RectEquals(&limits, &last))
      SDL_RenderSetClipRect(sheet->renderer, &limits);
    last = limits;
    draw_mark(sheet, mark);
  }
  SDL_RenderSetClipRect(sheet->renderer, NULL);
}

void tp_sheet_again(struct tp_sheet *sheet) {
  draw_area(sheet, &sheet->whole);
}

/* Draws what is listed so far; the rest of the frame is drawn at once. */
static void give_up(struct tp_sheet *sheet) {
  draw_area(sheet, &sheet->whole);
  sheet->count = 0;
  sheet->listing = sheet->known = false;
}

/* --- listing --- */

static bool make_room(struct tp_sheet *sheet) {
  if (sheet->count < sheet->room)
    return true;
  int room = sheet->room ? sheet->room * 2 : first_room;
  struct mark *marks = realloc(sheet->marks, (size_t)room * sizeof *marks);
  if (!marks)
    return false;
  sheet->marks = marks;
  sheet->room = room;
  return true;
}

static uint64_t mix_rect(uint64_t hash, SDL_Rect r) {
  hash = tp_sheet_mix(hash, (uint64_t)(uint32_t)r.x << 32 | (uint32_t)r.y);
  return tp_sheet_mix(hash, (uint64_t)(uint32_t)r.w << 32 | (uint32_t)r.h);
}

static void list(struct tp_sheet *sheet, struct mark mark) {
  if (!SDL_IntersectRect(&mark.to, &sheet->clip, &mark.seen))
    return;
  mark.key = mix_rect(mix_rect(mix_rect(mark.key, mark.from), mark.to), mark.seen);
  if (sheet->listing && !make_room(sheet))
    give_up(sheet);
  if (sheet->listing) {
    sheet->marks[sheet->count++] = mark;
    return;
  }
  SDL_RenderSetClipRect(sheet->renderer, &sheet->clip);
  draw_mark(sheet, &mark);
}

void tp_sheet_clip(struct tp_sheet *sheet, const SDL_Rect *clip) {
  if (!clip || !SDL_IntersectRect(clip, &sheet->whole, &sheet->clip))
    sheet->clip = clip ? (SDL_Rect){0, 0, 0, 0} : sheet->whole;
}

void tp_sheet_fill(struct tp_sheet *sheet, SDL_Rect rect, struct tp_colour c) {
  uint64_t key = (uint64_t)c.r << 24 | (uint64_t)c.g << 16 | (uint64_t)c.b << 8 | c.a;
  list(sheet, (struct mark){.key = key, .to = rect, .colour = c});
}

void tp_sheet_copy(struct tp_sheet *sheet, SDL_Texture *texture, uint64_t key, SDL_Rect from,
                   SDL_Rect to) {
  list(sheet, (struct mark){.texture = texture, .key = key, .from = from, .to = to});
}

/* What is listed is drawn before its texture goes. */
void tp_sheet_drop(struct tp_sheet *sheet, SDL_Texture *texture) {
  bool listed = false;
  for (int i = 0; texture && i < sheet->count; i++)
    listed |= sheet->marks[i].texture == texture;
  if (listed && sheet->listing)
    give_up(sheet);
  else if (listed)
    sheet->count = 0;
  if (texture)
    SDL_DestroyTexture(texture);
}

/* --- a frame --- */

static bool make_cells(struct tp_sheet *sheet) {
  size_t count = (size_t)sheet->wide * (size_t)sheet->high;
  free(sheet->cells);
  free(sheet->before);
  sheet->cells = calloc(count, sizeof *sheet->cells);
  sheet->before = calloc(count, sizeof *sheet->before);
  return sheet->cells && sheet->before;
}

void tp_sheet_begin(struct tp_sheet *sheet) {
  SDL_Rect whole = {0, 0, 0, 0};
  SDL_GetRendererOutputSize(sheet->renderer, &whole.w, &whole.h);
  if (!sheet->cells || !SDL_RectEquals(&whole, &sheet->whole)) {
    sheet->whole = whole;
    sheet->wide = whole.w / cell + 1;
    sheet->high = whole.h / cell + 1;
    sheet->known = false;
    sheet->listing = make_cells(sheet);
  } else {
    sheet->listing = true;
  }
  sheet->clip = whole;
  sheet->count = 0;
}

void tp_sheet_forget(struct tp_sheet *sheet) {
  sheet->known = false;
}

static void enter(struct tp_sheet *sheet, const struct mark *mark) {
  const SDL_Rect *seen = &mark->seen;
  for (int y = seen->y / cell; y <= (seen->y + seen->h - 1) / cell; y++)
    for (int x = seen->x / cell; x <= (seen->x + seen->w - 1) / cell; x++) {
      uint64_t *here = &sheet->cells[y * sheet->wide + x];
      *here = tp_sheet_mix(*here, mark->key);
    }
}

static void enter_all(struct tp_sheet *sheet) {
  memset(sheet->cells, 0, (size_t)sheet->wide * (size_t)sheet->high * sizeof *sheet->cells);
  for (int i = 0; i < sheet->count; i++)
    enter(sheet, &sheet->marks[i]);
}

/* What is stretched comes out a little otherwise when only a part of it is drawn. */
static bool has_stretched(const struct tp_sheet *sheet) {
  for (int i = 0; i < sheet->count; i++) {
    const struct mark *mark = &sheet->marks[i];
    if (mark->texture && (mark->from.w != mark->to.w || mark->from.h != mark->to.h))
      return true;
  }
  return false;
}

/* Joins a run of squares to those it goes on from, one row above. Returns the new count; one beyond
 * the most is the rectangle round all of them. */
static int add_area(SDL_Rect *areas, int count, SDL_Rect run) {
  for (int i = 0; i < count; i++)
    if (areas[i].x == run.x && areas[i].w == run.w && areas[i].y + areas[i].h == run.y) {
      areas[i].h += run.h;
      return count;
    }
  if (count < most_areas) {
    areas[count] = run;
    return count + 1;
  }
  for (int i = 0; i < count; i++)
    SDL_UnionRect(&run, &areas[i], &run);
  areas[0] = run;
  return 1;
}

/* Where the list is another than a frame ago, in pixels. */
static int find_changes(const struct tp_sheet *sheet, SDL_Rect areas[most_areas]) {
  int count = 0;
  for (int y = 0; y < sheet->high; y++) {
    const uint64_t *now = sheet->cells + y * sheet->wide, *then = sheet->before + y * sheet->wide;
    for (int x = 0; x < sheet->wide; x++) {
      int start = x;
      while (x < sheet->wide && now[x] != then[x])
        x++;
      if (x > start)
        count =
            add_area(areas, count, (SDL_Rect){start * cell, y * cell, (x - start) * cell, cell});
    }
  }
  return count;
}

static void swap_cells(struct tp_sheet *sheet) {
  uint64_t *cells = sheet->cells;
  sheet->cells = sheet->before;
  sheet->before = cells;
}

bool tp_sheet_end(struct tp_sheet *sheet) {
  SDL_Rect areas[most_areas];
  if (!sheet->listing) { /* all of it was drawn as it came */
    SDL_RenderSetClipRect(sheet->renderer, NULL);
    sheet->known = false;
    return true;
  }
  sheet->listing = false;
  enter_all(sheet);
  int count = sheet->known ? find_changes(sheet, areas) : 1;
  if (!sheet->known || (count && has_stretched(sheet))) {
    areas[0] = sheet->whole;
    count = 1;
  }
  for (int i = 0; i < count; i++)
    draw_area(sheet, &areas[i]);
  swap_cells(sheet);
  sheet->known = true;
  return count > 0;
}
