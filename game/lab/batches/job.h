/* A long batch: played so that what is finished is never lost, alone or in shards.
 *
 * With --shard the file of --out is a part file. Without it, a batch whose results go to a file
 * FILE keeps a part beside it, FILE.part, until they are there. Where a part is found the batch
 * goes on from it. A batch that is stopped writes its part once more, and then says what is known.
 */
#ifndef TP_LAB_BATCHES_JOB_H
#define TP_LAB_BATCHES_JOB_H

#include "lab/batches/batch.h"
#include "lab/lab.h"
#include "lab/batches/part.h"

struct tp_job {
  const struct tp_arguments *arguments; /* with the number of games */
  struct tp_whole whole;
  struct tp_pile pile;
  void *total; /* the tally of all games played */
  double seconds;
  int threads;
  int stopped;      /* by which signal; 0: it was not */
  const char *part; /* where it is kept while it is played, or NULL */
};

/* 1, or 0 with the fault on stderr, when --shard is used wrongly. */
int tp_job_is_sound(const struct tp_arguments *arguments);

/* Opens a job; `scenario` and `program` are fingerprints. Close it in any case. */
void tp_job_open(struct tp_job *job, const struct tp_arguments *arguments,
                 const struct tp_tally_kind *kind, const void *of, uint64_t scenario,
                 uint64_t program);
void tp_job_close(struct tp_job *job);

/* Plays what is not known yet of it, by the `play` and `context` of a batch. */
enum tp_exit tp_job_play(struct tp_job *job,
                         void (*play)(void *context, int worker, int game, void *tally),
                         void *context);

/* Puts it together from the parts that were written. */
enum tp_exit tp_job_merge(struct tp_job *job, const struct tp_arguments *parts);

/* 1 when there are results to show: a shard has none, unless it was stopped. */
int tp_job_has_results(const struct tp_job *job);

/* Writes the report where it should go and frees it. Afterwards the part is no longer needed. How
 * the command ends. */
struct tp_json_out;
enum tp_exit tp_job_report(struct tp_job *job, struct tp_json_out *report);

#endif
