/* Commands whose batches can be put together from parts. */
#ifndef TP_LAB_BATCHES_MERGE_H
#define TP_LAB_BATCHES_MERGE_H

#include "lab/lab.h"

/* Reports what the command of `arguments` would, from the files that `parts` names. */
typedef enum tp_exit tp_merge_command(const struct tp_arguments *arguments,
                                      const struct tp_arguments *parts);

tp_merge_command tp_run_merge, tp_compare_merge;

#endif
