/* A batch of games divided into blocks, and the tallies of the blocks put together.
 *
 * How many blocks a batch makes depends on its number of games alone. Neighbours are merged two by
 * two as in a binary tree, whenever both are there; so what comes out has the same bits whoever
 * tallied a block and when, and few tallies are kept at a time: about as many as the tree is high.
 *
 * What a tally is made of is its kind's business; here it is opened, merged and written down.
 */
#ifndef TP_LAB_BATCHES_PILE_H
#define TP_LAB_BATCHES_PILE_H

#include <stddef.h>

enum { TP_BLOCKS_MAX = 256 };

/* The numbers of a tally on their way into a list or out of it. */
struct tp_packing {
  double *numbers; /* NULL: they are only counted */
  int count;       /* so far */
  int reading;     /* 1: out of the list */
  int faulty;      /* set when a number read cannot be what it is said to be */
};
void tp_pack_whole(struct tp_packing *packing, long *value); /* a count, never below 0 */
void tp_pack_real(struct tp_packing *packing, double *value);

/* A kind of tally. `of` is what the pile was opened with. */
struct tp_tally_kind {
  size_t size;
  void (*open)(void *tally, const void *of);
  void (*close)(void *tally);
  void (*merge)(void *into, const void *other, const void *of);
  /* Each of its numbers; the first is how many games it counts. */
  void (*pack)(void *tally, const void *of, struct tp_packing *packing);
};

/* The tally of the blocks from `first` up to `end`, which is not one of them. */
struct tp_heap {
  int first, end;
  int level; /* in the tree: it stands for 2^level blocks, or fewer at the end */
  void *tally;
};

struct tp_pile {
  const struct tp_tally_kind *kind;
  const void *of;
  int games, blocks;
  int count;
  struct tp_heap heap[TP_BLOCKS_MAX]; /* in the order of their blocks */
};

/* How many blocks `games` games make, and the first game of a block. */
int tp_block_count(int games);
int tp_block_first(int games, int block);

void tp_pile_open(struct tp_pile *pile, const struct tp_tally_kind *kind, const void *of,
                  int games);
void tp_pile_close(struct tp_pile *pile);

/* An open tally of the pile's kind, and the end of one. */
void *tp_pile_new_tally(const struct tp_pile *pile);
void tp_pile_free_tally(const struct tp_pile *pile, void *tally);

/* 1 when the blocks from `first` up to `end` are what the tree knows as one. */
int tp_pile_is_heap(const struct tp_pile *pile, int first, int end);

/* Puts the tally of such blocks on the pile, which owns it from now on; none of the blocks may be
 * on the pile already. */
void tp_pile_add(struct tp_pile *pile, int first, int end, void *tally);

/* The heap a block is in, or NULL. */
const struct tp_heap *tp_pile_find(const struct tp_pile *pile, int block);

/* How many blocks are on the pile. */
int tp_pile_blocks(const struct tp_pile *pile);

/* The blocks of shard `index` (from 1) of `count`: from `*first` up to `*end`. */
void tp_pile_shard(const struct tp_pile *pile, int index, int count, int *first, int *end);

/* All that is there, merged in order into an open tally. */
void tp_pile_total(const struct tp_pile *pile, void *into);

#endif
