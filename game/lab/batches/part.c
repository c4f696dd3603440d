#include "lab/batches/part.h"

#include "data/files.h"
#include "data/json/in.h"
#include "data/json/out.h"
#include "lab/games/fingerprint.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

struct tp_part_file {
  const char *path;
  struct tp_json *json;
};

enum { HASH_DIGITS = 16 };

static int complain(const char *path, const char *format, ...) TP_FORMATS(2, 3);

static int complain(const char *path, const char *format, ...) {
  char message[1000];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(message, sizeof message, format, arguments);
  va_end(arguments);
  tp_lab_say("%s: %s", path, message);
  return 0;
}

/* --- the whole ------------------------------------------------------------------------------- */

void tp_whole_open(struct tp_whole *whole, const struct tp_arguments *arguments, uint64_t scenario,
                   uint64_t program) {
  *whole = (struct tp_whole){.arena = tp_arena_create(), .scenario = scenario, .program = program};
  whole->word_count = tp_arguments_write(arguments, whole->arena, whole->words);
  if (arguments->given & TP_OPTION(HASHES)) {
    whole->hashes = tp_memory_zeroed((size_t)arguments->games, sizeof *whole->hashes);
  }
}

void tp_whole_close(struct tp_whole *whole) {
  free(whole->hashes);
  tp_arena_free(whole->arena);
  *whole = (struct tp_whole){0};
}

/* --- numbers --------------------------------------------------------------------------------- */

static int count_numbers(const struct tp_pile *pile) {
  struct tp_packing packing = {0};
  void *tally = tp_pile_new_tally(pile);
  pile->kind->pack(tally, pile->of, &packing);
  tp_pile_free_tally(pile, tally);
  return packing.count;
}

static uint64_t fingerprint(const double *numbers, int count, const char *hashes) {
  uint64_t print = TP_FINGERPRINT;
  for (int i = 0; i < count; i++) {
    uint64_t bits;
    memcpy(&bits, &numbers[i], sizeof bits);
    print = tp_fingerprint_bits(print, bits);
  }
  return tp_fingerprint_text(print, hashes);
}

/* --- writing --------------------------------------------------------------------------------- */

/* All in one text, "" when none are wanted; to be freed. */
static char *write_hashes(const struct tp_whole *whole, const struct tp_pile *pile,
                          const struct tp_heap *heap) {
  int first = tp_block_first(pile->games, heap->first),
      end = tp_block_first(pile->games, heap->end);
  size_t size = whole->hashes ? HASH_DIGITS * (size_t)(end - first) + 1 : 1;
  char *text = tp_memory_resize(NULL, size);
  text[0] = 0;
  for (int game = first; whole->hashes && game < end; game++)
    snprintf(text + HASH_DIGITS * (size_t)(game - first), HASH_DIGITS + 1, "%016" PRIx64,
             whole->hashes[game]);
  return text;
}

static void write_heap(struct tp_json_out *out, const struct tp_whole *whole,
                       const struct tp_pile *pile, const struct tp_heap *heap, double *numbers) {
  struct tp_packing packing = {.numbers = numbers};
  char *hashes = write_hashes(whole, pile, heap);
  pile->kind->pack(heap->tally, pile->of, &packing);
  tp_json_object(out, NULL);
  tp_json_whole(out, "first", heap->first);
  tp_json_whole(out, "end", heap->end);
  tp_json_bits(out, "check", fingerprint(numbers, packing.count, hashes));
  tp_json_list(out, "numbers");
  for (int i = 0; i < packing.count; i++)
    tp_json_number(out, NULL, numbers[i]);
  tp_json_end(out);
  if (whole->hashes)
    tp_json_string(out, "hashes", hashes);
  tp_json_end(out);
  free(hashes);
}

static void write_head(struct tp_json_out *out, const struct tp_part *part,
                       const struct tp_whole *whole, const struct tp_pile *pile) {
  tp_json_whole(out, "format", 1);
  tp_json_list(out, "part_of");
  for (int i = 0; i < whole->word_count; i++)
    tp_json_string(out, NULL, whole->words[i]);
  tp_json_end(out);
  tp_json_bits(out, "scenario", whole->scenario);
  tp_json_bits(out, "program", whole->program);
  tp_json_whole(out, "games", pile->games);
  tp_json_whole(out, "blocks", pile->blocks);
  tp_json_whole(out, "shard", part->shard);
  tp_json_whole(out, "shards", part->shards);
  tp_json_number(out, "seconds", part->seconds);
  tp_json_whole(out, "threads", part->threads);
}

int tp_part_write(const struct tp_part *part, const struct tp_whole *whole,
                  const struct tp_pile *pile) {
  struct tp_json_out out;
  struct tp_file_error error;
  double *numbers = tp_memory_resize(NULL, (size_t)count_numbers(pile) * sizeof *numbers);
  tp_json_start(&out);
  out.compact = 1;
  tp_json_object(&out, NULL);
  write_head(&out, part, whole, pile);
  tp_json_list(&out, "done");
  for (int i = 0; i < pile->count; i++)
    write_heap(&out, whole, pile, &pile->heap[i], numbers);
  tp_json_end(&out);
  tp_json_end(&out);
  tp_text_add(&out.text, "\n");
  int written = tp_files_write(part->path, out.text.data, out.text.length, 1, &error) ||
                complain(part->path, "%s", error.text);
  tp_text_free(&out.text);
  free(numbers);
  return written;
}

/* --- reading --------------------------------------------------------------------------------- */

struct tp_part_file *tp_part_read(const char *path, int *is_io) {
  struct tp_problems problems = {0};
  struct tp_json *json = tp_json_load(path, &problems);
  *is_io = !tp_files_is_readable(path);
  tp_problems_write(&problems, stderr);
  tp_problems_free(&problems);
  if (!json)
    return NULL;
  int is_part = tp_json_as_whole(tp_json_get(json, "format"), 0) == 1 &&
                tp_json_count(tp_json_get(json, "part_of")) > 0;
  if (!is_part) {
    complain(path, "is no part of a batch, as --shard or a stopped run writes them");
    tp_json_free(json);
    return NULL;
  }
  struct tp_part_file *file = tp_memory_resize(NULL, sizeof *file);
  *file = (struct tp_part_file){path, json};
  return file;
}

void tp_part_free(struct tp_part_file *file) {
  if (!file)
    return;
  tp_json_free(file->json);
  free(file);
}

int tp_part_words(const struct tp_part_file *file, const char *words[TP_WORDS_MAX]) {
  int count = 0;
  const struct tp_json *word = tp_json_first(tp_json_get(file->json, "part_of"));
  for (; word && count < TP_WORDS_MAX; word = tp_json_next(word))
    words[count++] = tp_json_as_string(word, "");
  return count;
}

/* --- is it a part of this? ------------------------------------------------------------------- */

static void print_words(const char *where, const char *const *words, int count) {
  fprintf(stderr, "  %s: thirdpole-lab", where);
  for (int i = 0; i < count; i++)
    fprintf(stderr, " %s", words[i]);
  fputc('\n', stderr);
}

static int check_words(const struct tp_part_file *file, const struct tp_whole *whole) {
  const char *words[TP_WORDS_MAX];
  int count = tp_part_words(file, words), same = count == whole->word_count;
  for (int i = 0; same && i < count; i++)
    same = strcmp(words[i], whole->words[i]) == 0;
  if (same)
    return 1;
  complain(file->path, "is a part of another command");
  print_words("there", words, count);
  print_words("here", whole->words, whole->word_count);
  return 0;
}

static int is_print(const struct tp_part_file *file, const char *key, uint64_t expected) {
  uint64_t print;
  return tp_json_as_bits(tp_json_get(file->json, key), &print) && print == expected;
}

static int check_whole(const struct tp_part_file *file, const struct tp_whole *whole,
                       const struct tp_pile *pile) {
  if (!check_words(file, whole))
    return 0;
  if (!is_print(file, "scenario", whole->scenario))
    return complain(file->path, "is a part of games of another scenario, or of another state of "
                                "its file or scripts");
  if (!is_print(file, "program", whole->program))
    return complain(file->path, "is a part of games that this program plays differently");
  if (tp_json_as_whole(tp_json_get(file->json, "games"), 0) != pile->games ||
      tp_json_as_whole(tp_json_get(file->json, "blocks"), 0) != pile->blocks)
    return complain(file->path, "is damaged: its numbers of games or blocks are not those of its "
                                "command");
  return 1;
}

/* --- taking ---------------------------------------------------------------------------------- */

struct taking {
  const struct tp_part_file *file;
  const struct tp_whole *whole;
  struct tp_pile *pile;
  const char **owner;
  double *numbers;
  int number_count;
};

static int read_numbers(const struct taking *t, const struct tp_json *list) {
  const struct tp_json *number = tp_json_first(list);
  if (tp_json_count(list) != t->number_count)
    return 0;
  for (int i = 0; i < t->number_count; i++, number = tp_json_next(number)) {
    if (!tp_json_is_number(number))
      return 0;
    t->numbers[i] = tp_json_as_number(number, 0);
  }
  return 1;
}

static int read_hashes(const struct taking *t, const char *text, int first, int end) {
  size_t digits = HASH_DIGITS * (size_t)(end - first);
  if (!t->whole->hashes)
    return *text == 0;
  if (strlen(text) != digits || strspn(text, "0123456789abcdef") != digits)
    return 0;
  for (int game = first; game < end; game++) {
    char one[HASH_DIGITS + 1] = "";
    memcpy(one, text + HASH_DIGITS * (size_t)(game - first), HASH_DIGITS);
    t->whole->hashes[game] = strtoull(one, NULL, 16);
  }
  return 1;
}

/* A tally from the numbers, or NULL. The first of them is the number of games. */
static void *make_tally(const struct taking *t, int games) {
  struct tp_packing packing = {.numbers = t->numbers, .reading = 1};
  void *tally = tp_pile_new_tally(t->pile);
  t->pile->kind->pack(tally, t->pile->of, &packing);
  if (!packing.faulty && t->numbers[0] == games)
    return tally;
  tp_pile_free_tally(t->pile, tally);
  return NULL;
}

static int is_free(const struct taking *t, int first, int end) {
  for (int block = first; block < end; block++) {
    if (tp_pile_find(t->pile, block))
      return complain(t->file->path, "has block %d of the batch, which %s has too", block,
                      t->owner[block]);
  }
  return 1;
}

static int take_heap(const struct taking *t, const struct tp_json *heap) {
  int64_t first = tp_json_as_whole(tp_json_get(heap, "first"), -1);
  int64_t end = tp_json_as_whole(tp_json_get(heap, "end"), -1);
  const char *hashes = tp_json_as_string(tp_json_get(heap, "hashes"), "");
  uint64_t check;
  if (first < 0 || end <= first || end > t->pile->blocks ||
      !tp_pile_is_heap(t->pile, (int)first, (int)end) ||
      !read_numbers(t, tp_json_get(heap, "numbers")) ||
      !tp_json_as_bits(tp_json_get(heap, "check"), &check) ||
      check != fingerprint(t->numbers, t->number_count, hashes))
    return complain(t->file->path,
                    "is damaged: entry %" PRId64 " .. %" PRId64
                    " of \"done\" is not as it was written",
                    first, end);
  if (!is_free(t, (int)first, (int)end))
    return 0;
  int first_game = tp_block_first(t->pile->games, (int)first);
  int end_game = tp_block_first(t->pile->games, (int)end);
  void *tally =
      read_hashes(t, hashes, first_game, end_game) ? make_tally(t, end_game - first_game) : NULL;
  if (!tally)
    return complain(t->file->path,
                    "is damaged: entry %" PRId64 " .. %" PRId64 " of \"done\" cannot be", first,
                    end);
  for (int block = (int)first; block < (int)end; block++)
    t->owner[block] = t->file->path;
  tp_pile_add(t->pile, (int)first, (int)end, tally);
  return 1;
}

static int whole_number(const struct tp_part_file *file, const char *key) {
  int64_t number = tp_json_as_whole(tp_json_get(file->json, key), 0);
  return number < 0 || number > TP_GAMES_MAX ? 0 : (int)number;
}

static int read_shard(const struct tp_part_file *file, const struct tp_pile *pile,
                      struct tp_part *part) {
  *part = (struct tp_part){.path = file->path,
                           .shard = whole_number(file, "shard"),
                           .shards = whole_number(file, "shards"),
                           .threads = whole_number(file, "threads"),
                           .seconds = tp_json_as_number(tp_json_get(file->json, "seconds"), 0)};
  if (part->shard < 1 || part->shard > part->shards || part->shards > TP_SHARDS_MAX)
    return complain(file->path, "is damaged: it does not say which shard it is");
  tp_pile_shard(pile, part->shard, part->shards, &part->first, &part->end);
  return 1;
}

int tp_part_take(const struct tp_part_file *file, const struct tp_whole *whole,
                 struct tp_pile *pile, const char *owner[TP_BLOCKS_MAX], struct tp_part *part) {
  struct taking t = {.file = file, .whole = whole, .pile = pile, .owner = owner};
  if (!check_whole(file, whole, pile) || !read_shard(file, pile, part))
    return 0;
  t.number_count = count_numbers(pile);
  t.numbers = tp_memory_resize(NULL, (size_t)t.number_count * sizeof *t.numbers);
  int sound = 1;
  const struct tp_json *heap = tp_json_first(tp_json_get(file->json, "done"));
  for (; heap && sound; heap = tp_json_next(heap))
    sound = take_heap(&t, heap);
  free(t.numbers);
  return sound;
}
