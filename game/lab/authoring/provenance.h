/* Where a value of a scenario comes from and what reads it: `explain SCENARIO POINTER`. */
#ifndef TP_LAB_AUTHORING_PROVENANCE_H
#define TP_LAB_AUTHORING_PROVENANCE_H

#include "lab/lab.h"

/* The command; operand[1] is a JSON pointer. */
enum tp_exit tp_provenance(const struct tp_arguments *arguments);

#endif
