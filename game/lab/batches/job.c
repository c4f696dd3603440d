#include "lab/batches/job.h"

#include "data/files.h"
#include "lab/report.h"
#include "lab/work.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* Seconds between two writings of a part: what a power cut may cost. */
enum { KEEP_EVERY = 5 };

int tp_job_is_sound(const struct tp_arguments *a) {
  if (!a->shards)
    return 1;
  if (!a->out)
    tp_lab_say("--shard needs --out FILE: its part has to go somewhere");
  else if (a->given & TP_OPTION(FORMAT))
    tp_lab_say("--format with --shard: the form is chosen when parts are merged");
  else
    return 1;
  return 0;
}

void tp_job_open(struct tp_job *job, const struct tp_arguments *arguments,
                 const struct tp_tally_kind *kind, const void *of, uint64_t scenario,
                 uint64_t program) {
  *job = (struct tp_job){.arguments = arguments};
  tp_whole_open(&job->whole, arguments, scenario, program);
  tp_pile_open(&job->pile, kind, of, arguments->games);
  job->total = tp_pile_new_tally(&job->pile);
  job->threads = arguments->threads ? arguments->threads : tp_work_processors();
}

void tp_job_close(struct tp_job *job) {
  tp_pile_free_tally(&job->pile, job->total);
  tp_pile_close(&job->pile);
  tp_whole_close(&job->whole);
}

/* --- playing --------------------------------------------------------------------------------- */

/* A part being kept while it is played. */
struct keeping {
  const struct tp_job *job;
  struct tp_part part; /* path NULL: nowhere to keep it */
  double began, written;
  double before; /* seconds spent in earlier runs */
  int failed;
};

/* Only beside a file: a device or a pipe has no beside. */
static int is_file_or_new(const char *path) {
  struct stat status;
  return stat(path, &status) != 0 || S_ISREG(status.st_mode);
}

/* FILE itself in a shard, FILE.part beside the results; NULL where neither can be. */
static const char *part_path(const struct tp_job *job) {
  const struct tp_arguments *a = job->arguments;
  if (!a->out || a->shards)
    return a->out;
  return is_file_or_new(a->out) ? tp_arena_print(job->whole.arena, "%s.part", a->out) : NULL;
}

static void open_part(struct tp_part *part, struct tp_job *job) {
  const struct tp_arguments *a = job->arguments;
  job->part = part_path(job);
  *part = (struct tp_part){.path = job->part,
                           .shard = a->shards ? a->shard : 1,
                           .shards = a->shards ? a->shards : 1,
                           .threads = job->threads};
  tp_pile_shard(&job->pile, part->shard, part->shards, &part->first, &part->end);
}

static int write_part(struct keeping *k, const struct tp_pile *pile) {
  k->written = tp_work_clock();
  k->part.seconds = k->before + k->written - k->began;
  return tp_part_write(&k->part, &k->job->whole, pile);
}

static void keep(void *keeper, const struct tp_pile *pile) {
  struct keeping *k = keeper;
  if (!k->part.path || k->failed || tp_work_clock() - k->written < (double)KEEP_EVERY)
    return;
  k->failed = !write_part(k, pile);
}

static enum tp_exit take_up(struct tp_job *job, struct tp_part *part) {
  const char *owner[TP_BLOCKS_MAX];
  struct tp_part found;
  int is_io;
  if (!part->path || !tp_files_exists(part->path))
    return TP_EXIT_OK;
  struct tp_part_file *file = tp_part_read(part->path, &is_io);
  if (!file)
    return is_io ? TP_EXIT_IO : TP_EXIT_FAILED;
  int sound = tp_part_take(file, &job->whole, &job->pile, owner, &found);
  tp_part_free(file);
  if (sound && (found.shard != part->shard || found.shards != part->shards)) {
    tp_lab_say("%s: is shard %d/%d, not %d/%d", part->path, found.shard, found.shards, part->shard,
               part->shards);
    sound = 0;
  }
  if (!sound) {
    fputs("Nothing was played. Name another file, or remove this one to start anew.\n", stderr);
    return TP_EXIT_FAILED;
  }
  part->seconds = found.seconds;
  tp_lab_say("goes on from %s: %d of %d blocks are there", part->path, tp_pile_blocks(&job->pile),
             part->end - part->first);
  return TP_EXIT_OK;
}

static void note_stop(struct tp_job *job, const struct keeping *k, int left) {
  job->stopped = tp_work_stopped();
  if (k->part.path && !k->failed)
    tp_lab_say("stopped; %s keeps the finished blocks, %d of %d, and the same "
               "command goes on from there",
               k->part.path, k->part.end - k->part.first - left, k->part.end - k->part.first);
}

static int count_left(const struct keeping *k) {
  return k->part.end - k->part.first - tp_pile_blocks(&k->job->pile);
}

static enum tp_exit play(struct tp_job *job, struct keeping *k, struct tp_batch *batch) {
  int is_complete = count_left(k) == 0 && k->part.path && tp_files_exists(k->part.path);
  tp_work_catch_stop();
  k->began = k->written = tp_work_clock();
  k->before = k->part.seconds;
  job->seconds = k->before + tp_batch_play(batch, &job->pile, job->total);
  int left = count_left(k), is_result = job->arguments->shards != 0;
  if (k->part.path && !is_complete && (is_result || left > 0) && !write_part(k, &job->pile))
    return TP_EXIT_IO;
  tp_pile_total(&job->pile, job->total);
  if (left > 0)
    note_stop(job, k, left);
  return TP_EXIT_OK;
}

enum tp_exit tp_job_play(struct tp_job *job,
                         void (*play_game)(void *context, int worker, int game, void *tally),
                         void *context) {
  struct keeping keeping = {.job = job};
  open_part(&keeping.part, job);
  enum tp_exit end = take_up(job, &keeping.part);
  if (end != TP_EXIT_OK)
    return end;
  struct tp_batch batch = {.play = play_game,
                           .context = context,
                           .threads = job->threads,
                           .first = keeping.part.first,
                           .end = keeping.part.end,
                           .keep = keep,
                           .keeper = &keeping};
  return play(job, &keeping, &batch);
}

/* --- merging --------------------------------------------------------------------------------- */

static int count_missing(const struct tp_pile *pile, int first, int end) {
  int missing = 0;
  for (int block = first; block < end; block++)
    missing += tp_pile_find(pile, block) == NULL;
  return missing;
}

static void explain_missing(const struct tp_pile *pile, const struct tp_part *parts, int count) {
  tp_lab_say("%d of %d blocks are missing:", pile->blocks - tp_pile_blocks(pile), pile->blocks);
  for (int i = 0; i < count; i++) {
    int missing = count_missing(pile, parts[i].first, parts[i].end);
    if (missing > 0)
      fprintf(stderr, "  %d that %s was to have; its command was stopped, and goes on from there\n",
              missing, parts[i].path);
  }
  for (int i = 1; i <= parts[0].shards; i++) {
    int first, end, given = 0;
    tp_pile_shard(pile, i, parts[0].shards, &first, &end);
    for (int k = 0; k < count; k++)
      given |= parts[k].first <= first && end <= parts[k].end;
    if (!given && count_missing(pile, first, end) > 0)
      fprintf(stderr, "  %d of shard %d/%d, which is not among the parts\n",
              count_missing(pile, first, end), i, parts[0].shards);
  }
}

static enum tp_exit take_parts(struct tp_job *job, const struct tp_arguments *a,
                               struct tp_part *parts) {
  const char *owner[TP_BLOCKS_MAX];
  for (int i = 0; i < a->operand_count; i++) {
    int is_io;
    struct tp_part_file *file = tp_part_read(a->operand[i], &is_io);
    if (!file)
      return is_io ? TP_EXIT_IO : TP_EXIT_FAILED;
    int sound = tp_part_take(file, &job->whole, &job->pile, owner, &parts[i]);
    tp_part_free(file);
    if (!sound)
      return TP_EXIT_FAILED;
    job->seconds += parts[i].seconds;
    if (parts[i].threads > job->threads)
      job->threads = parts[i].threads;
  }
  return TP_EXIT_OK;
}

enum tp_exit tp_job_merge(struct tp_job *job, const struct tp_arguments *arguments) {
  static struct tp_part parts[TP_OPERANDS_MAX];
  job->threads = 1;
  enum tp_exit end = take_parts(job, arguments, parts);
  if (end != TP_EXIT_OK)
    return end;
  if (tp_pile_blocks(&job->pile) < job->pile.blocks) {
    explain_missing(&job->pile, parts, arguments->operand_count);
    return TP_EXIT_FAILED;
  }
  tp_pile_total(&job->pile, job->total);
  return TP_EXIT_OK;
}

/* --- results --------------------------------------------------------------------------------- */

int tp_job_has_results(const struct tp_job *job) {
  return job->stopped || !job->arguments->shards;
}

enum tp_exit tp_job_report(struct tp_job *job, struct tp_json_out *report) {
  struct tp_arguments arguments = *job->arguments;
  if (job->stopped) {
    arguments.out = NULL; /* a file is for the whole */
    return tp_report_finish(report, &arguments, tp_exit_stopped(job->stopped));
  }
  enum tp_exit end = tp_report_finish(report, &arguments, TP_EXIT_OK);
  if (end == TP_EXIT_OK && job->part)
    (void)unlink(job->part);
  return end;
}
