/* Part files: what a shard of a batch came to, or how far a long batch got.
 *
 * A part says what it is a part of, in the words of the command, with fingerprints of the scenario
 * and of the program. Parts are put together only when all of these agree. A file is written in one
 * step: whoever is stopped, by whatever, leaves the last one whole.
 *
 * JSON, on one line: {"format": 1, "part_of": [word, ...] as `thirdpole-lab` takes them,
 *   "scenario": fingerprint, "program": fingerprint, "games": N, "blocks": how many these make,
 *   "shard": I, "shards": N, "seconds": spent so far, "threads": used,
 *   "done": [{"first": block, "end": the one after the last, "check": fingerprint of what follows,
 *             "numbers": [all numbers of the tally of these blocks],
 *             "hashes": 16 hexadecimal digits for each game, with --hashes}, ...]}
 */
#ifndef TP_LAB_BATCHES_PART_H
#define TP_LAB_BATCHES_PART_H

#include "lab/arguments.h"
#include "lab/batches/pile.h"

/* What there is a part of. */
struct tp_whole {
  struct tp_arena *arena;
  const char *words[TP_WORDS_MAX];
  int word_count;
  uint64_t scenario, program; /* fingerprints */
  uint64_t *hashes;           /* of final worlds, by game, when they are wanted */
};

/* `arguments` must outlive it. */
void tp_whole_open(struct tp_whole *whole, const struct tp_arguments *arguments, uint64_t scenario,
                   uint64_t program);
void tp_whole_close(struct tp_whole *whole);

struct tp_part {
  const char *path;
  int shard, shards;
  int first, end; /* the blocks that belong to the shard */
  int threads;
  double seconds;
};

/* Writes the pile: 1, or 0 with the fault on stderr. */
int tp_part_write(const struct tp_part *part, const struct tp_whole *whole,
                  const struct tp_pile *pile);

/* A part file, read. */
struct tp_part_file;

/* NULL with the fault on stderr, and 1 in `*is_io` when the system is at fault. */
struct tp_part_file *tp_part_read(const char *path, int *is_io);
void tp_part_free(struct tp_part_file *file);

/* The words of the command it is a part of; they live as long as the file. */
int tp_part_words(const struct tp_part_file *file, const char *words[TP_WORDS_MAX]);

/* Puts what the file holds on the pile, and what it says of itself in `part`: 1, or 0 with the
 * fault on stderr. `owner` remembers by block which file it came from. */
int tp_part_take(const struct tp_part_file *file, const struct tp_whole *whole,
                 struct tp_pile *pile, const char *owner[TP_BLOCKS_MAX], struct tp_part *part);

#endif
