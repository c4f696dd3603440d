#include "lab/batches/pile.h"

#include "data/arena.h"

#include <stdlib.h>
#include <string.h>

int tp_block_count(int games) {
  return games < TP_BLOCKS_MAX ? games : TP_BLOCKS_MAX;
}

int tp_block_first(int games, int block) {
  return (int)((long long)games * block / tp_block_count(games));
}

/* --- numbers --------------------------------------------------------------------------------- */

void tp_pack_whole(struct tp_packing *packing, long *value) {
  double number = (double)*value;
  tp_pack_real(packing, &number);
  if (!packing->reading)
    return;
  if (number >= 0 && number < 0x1p53 && number == (double)(long)number)
    *value = (long)number;
  else
    packing->faulty = 1;
}

void tp_pack_real(struct tp_packing *packing, double *value) {
  if (packing->numbers && packing->reading)
    *value = packing->numbers[packing->count];
  else if (packing->numbers)
    packing->numbers[packing->count] = *value;
  packing->count++;
}

/* --- the pile -------------------------------------------------------------------------------- */

void tp_pile_open(struct tp_pile *pile, const struct tp_tally_kind *kind, const void *of,
                  int games) {
  *pile = (struct tp_pile){.kind = kind, .of = of, .games = games, .blocks = tp_block_count(games)};
}

void *tp_pile_new_tally(const struct tp_pile *pile) {
  void *tally = tp_memory_resize(NULL, pile->kind->size);
  pile->kind->open(tally, pile->of);
  return tally;
}

void tp_pile_free_tally(const struct tp_pile *pile, void *tally) {
  pile->kind->close(tally);
  free(tally);
}

void tp_pile_close(struct tp_pile *pile) {
  for (int i = 0; i < pile->count; i++)
    tp_pile_free_tally(pile, pile->heap[i].tally);
  pile->count = 0;
}

/* The end of the heap of that level that begins at `first`. */
static int end_of(const struct tp_pile *pile, int first, int level) {
  int end = first + (1 << level);
  return end < pile->blocks ? end : pile->blocks;
}

/* The lowest level at which these blocks are one heap, or -1. */
static int level_of(const struct tp_pile *pile, int first, int end) {
  int level = 0;
  while (1 << level < end - first)
    level++;
  int is_one =
      first >= 0 && first < end && first % (1 << level) == 0 && end == end_of(pile, first, level);
  return is_one ? level : -1;
}

int tp_pile_is_heap(const struct tp_pile *pile, int first, int end) {
  return level_of(pile, first, end) >= 0;
}

static void insert(struct tp_pile *pile, struct tp_heap heap) {
  int at = pile->count++;
  for (; at > 0 && pile->heap[at - 1].first > heap.first; at--)
    pile->heap[at] = pile->heap[at - 1];
  pile->heap[at] = heap;
}

static void take_out(struct tp_pile *pile, int at) {
  pile->count--;
  memmove(&pile->heap[at], &pile->heap[at + 1], (size_t)(pile->count - at) * sizeof *pile->heap);
}

/* One level up: alone where nothing follows it, with its neighbour when that is there. */
static int rise(struct tp_pile *pile, int at) {
  struct tp_heap *heap = &pile->heap[at];
  int is_left = heap->first % (2 << heap->level) == 0;
  if (is_left && heap->end == pile->blocks) {
    heap->level++;
    return at;
  }
  int left = is_left ? at : at - 1, right = left + 1;
  if (left < 0 || right >= pile->count)
    return -1;
  struct tp_heap *a = &pile->heap[left], *b = &pile->heap[right];
  if (a->level != b->level || a->end != b->first)
    return -1;
  pile->kind->merge(a->tally, b->tally, pile->of);
  tp_pile_free_tally(pile, b->tally);
  a->end = b->end;
  a->level++;
  take_out(pile, right);
  return left;
}

static int place_of(const struct tp_pile *pile, int block) {
  for (int i = 0; i < pile->count; i++) {
    if (pile->heap[i].first <= block && block < pile->heap[i].end)
      return i;
  }
  return -1;
}

void tp_pile_add(struct tp_pile *pile, int first, int end, void *tally) {
  insert(pile, (struct tp_heap){first, end, level_of(pile, first, end), tally});
  int at = place_of(pile, first);
  while (at >= 0 && pile->heap[at].end - pile->heap[at].first < pile->blocks)
    at = rise(pile, at);
}

const struct tp_heap *tp_pile_find(const struct tp_pile *pile, int block) {
  int at = place_of(pile, block);
  return at < 0 ? NULL : &pile->heap[at];
}

int tp_pile_blocks(const struct tp_pile *pile) {
  int blocks = 0;
  for (int i = 0; i < pile->count; i++)
    blocks += pile->heap[i].end - pile->heap[i].first;
  return blocks;
}

void tp_pile_shard(const struct tp_pile *pile, int index, int count, int *first, int *end) {
  *first = (int)((long long)pile->blocks * (index - 1) / count);
  *end = (int)((long long)pile->blocks * index / count);
}

void tp_pile_total(const struct tp_pile *pile, void *into) {
  for (int i = 0; i < pile->count; i++)
    pile->kind->merge(into, pile->heap[i].tally, pile->of);
}
