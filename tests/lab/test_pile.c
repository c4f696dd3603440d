/* Tallies put together: every block once, in any order, with the same bits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lab/batches/pile.h"
#include "lab/statistics/statistics.h"

#include <string.h>

/* A tally that depends on the order of its merging: the mean of numbers of very different sizes. */
struct mean {
  long games;
  struct tp_spread spread;
};

static int open_tallies;

static void open_mean(void *tally, const void *of) {
  (void)of;
  open_tallies++;
  memset(tally, 0, sizeof(struct mean));
}

static void close_mean(void *tally) {
  (void)tally;
  open_tallies--;
}

static void merge_means(void *into, const void *other, const void *of) {
  struct mean *a = into;
  const struct mean *b = other;
  (void)of;
  a->games += b->games;
  tp_spread_merge(&a->spread, &b->spread);
}

static void pack_mean(void *tally, const void *of, struct tp_packing *packing) {
  struct mean *mean = tally;
  (void)of;
  tp_pack_whole(packing, &mean->games);
  tp_pack_real(packing, &mean->spread.mean);
  tp_pack_real(packing, &mean->spread.squares);
}

static const struct tp_tally_kind means = {sizeof(struct mean), open_mean, close_mean, merge_means,
                                           pack_mean};

static void add_block(struct tp_pile *pile, int block) {
  struct mean *mean = tp_pile_new_tally(pile);
  mean->games = 1;
  tp_spread_add(&mean->spread, 1.0 / (block + 1) + (block % 3) * 1e9);
  assert_null(tp_pile_find(pile, block));
  tp_pile_add(pile, block, block + 1, mean);
  assert_non_null(tp_pile_find(pile, block));
}

static struct mean total(const struct tp_pile *pile) {
  struct mean sum = {0};
  tp_pile_total(pile, &sum);
  return sum;
}

static void blocks_cover_all_games(void **state) {
  (void)state;
  const int sizes[] = {1, 7, 255, 256, 257, 100000, 100000000};
  for (int i = 0; i < 7; i++) {
    int blocks = tp_block_count(sizes[i]);
    assert_int_equal(tp_block_first(sizes[i], 0), 0);
    assert_int_equal(tp_block_first(sizes[i], blocks), sizes[i]);
    for (int block = 0; block < blocks; block++)
      assert_true(tp_block_first(sizes[i], block) < tp_block_first(sizes[i], block + 1));
  }
}

/* For any number of blocks: step through them by a stride that meets each once. */
static void any_order_gives_the_same_bits(void **state) {
  (void)state;
  const int strides[] = {1, 2, 5, 7, 11, 13, 101};
  for (int games = 1; games <= 70; games++) {
    struct mean first = {0};
    for (int i = 0; i < 7; i++) {
      struct tp_pile pile;
      if (games > 1 && games % strides[i] == 0 && strides[i] > 1)
        continue;
      tp_pile_open(&pile, &means, NULL, games);
      for (int k = 0; k < games; k++)
        add_block(&pile, k * strides[i] % games);
      assert_int_equal(pile.count, 1);
      assert_int_equal(tp_pile_blocks(&pile), games);
      struct mean sum = total(&pile);
      if (i == 0)
        first = sum;
      assert_memory_equal(&sum, &first, sizeof sum);
      tp_pile_close(&pile);
    }
    assert_int_equal(first.games, games);
  }
  assert_int_equal(open_tallies, 0);
}

/* A batch played in order never keeps more tallies than the tree is high. */
static void few_tallies_are_kept(void **state) {
  (void)state;
  struct tp_pile pile;
  tp_pile_open(&pile, &means, NULL, 256);
  for (int block = 0; block < 256; block++) {
    add_block(&pile, block);
    assert_true(pile.count <= 9);
  }
  tp_pile_close(&pile);
}

static void shards_cover_all_blocks(void **state) {
  (void)state;
  const int games[] = {1, 5, 200, 256, 4000};
  for (int i = 0; i < 5; i++) {
    struct tp_pile pile;
    tp_pile_open(&pile, &means, NULL, games[i]);
    for (int shards = 1; shards <= 256; shards++) {
      int next = 0;
      for (int k = 1; k <= shards; k++) {
        int first, end;
        tp_pile_shard(&pile, k, shards, &first, &end);
        assert_int_equal(first, next);
        assert_true(end >= first);
        next = end;
      }
      assert_int_equal(next, pile.blocks);
    }
    tp_pile_close(&pile);
  }
}

/* What a pile holds can be written down, and taken up by another. */
static void a_heap_can_be_carried_over(void **state) {
  (void)state;
  struct tp_pile from, to;
  tp_pile_open(&from, &means, NULL, 5);
  tp_pile_open(&to, &means, NULL, 5);
  add_block(&from, 2);
  add_block(&from, 3);
  add_block(&from, 4);
  assert_int_equal(from.count, 2); /* 2 and 3 together; 4 has no neighbour */
  for (int i = from.count - 1; i >= 0; i--) {
    const struct tp_heap *heap = &from.heap[i];
    assert_true(tp_pile_is_heap(&to, heap->first, heap->end));
    double numbers[8];
    struct tp_packing out = {.numbers = numbers};
    struct tp_packing in = {.numbers = numbers, .reading = 1};
    struct mean *mean = tp_pile_new_tally(&to);
    means.pack(heap->tally, NULL, &out);
    means.pack(mean, NULL, &in);
    mean->spread.count = mean->games;
    assert_int_equal(out.count, 3);
    assert_false(in.faulty);
    tp_pile_add(&to, heap->first, heap->end, mean);
  }
  add_block(&from, 0);
  add_block(&from, 1);
  add_block(&to, 1);
  add_block(&to, 0);
  struct mean a = total(&from), b = total(&to);
  assert_memory_equal(&a, &b, sizeof a);
  tp_pile_close(&from);
  tp_pile_close(&to);
}

static void what_is_no_heap_is_refused(void **state) {
  (void)state;
  struct tp_pile pile;
  tp_pile_open(&pile, &means, NULL, 11);
  const int good[][2] = {{0, 1}, {10, 11}, {0, 2}, {8, 10}, {8, 11}, {0, 8}, {0, 11}, {4, 8}};
  const int bad[][2] = {{1, 3}, {2, 6}, {0, 3}, {0, 10}, {8, 12}, {-2, 0}, {3, 3}, {9, 11}};
  for (int i = 0; i < 8; i++) {
    assert_true(tp_pile_is_heap(&pile, good[i][0], good[i][1]));
    assert_false(tp_pile_is_heap(&pile, bad[i][0], bad[i][1]));
  }
  tp_pile_close(&pile);
}

static void a_count_that_cannot_be_is_noticed(void **state) {
  (void)state;
  const double impossible[] = {-1, 0.5, 1e300};
  for (int i = 0; i < 3; i++) {
    double number = impossible[i];
    long value = 7;
    struct tp_packing packing = {.numbers = &number, .reading = 1};
    tp_pack_whole(&packing, &value);
    assert_true(packing.faulty);
    assert_int_equal(value, 7);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(blocks_cover_all_games),
      cmocka_unit_test(any_order_gives_the_same_bits),
      cmocka_unit_test(few_tallies_are_kept),
      cmocka_unit_test(shards_cover_all_blocks),
      cmocka_unit_test(a_heap_can_be_carried_over),
      cmocka_unit_test(what_is_no_heap_is_refused),
      cmocka_unit_test(a_count_that_cannot_be_is_noticed),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
