/* Changed rules and start values as a JSON Merge Patch (RFC 7396), the form a scenario that extends
 * another is written in. */
#ifndef TP_LAB_STUDIES_PATCH_H
#define TP_LAB_STUDIES_PATCH_H

#include "lab/studies/factors.h"
#include "lab/report.h"

/* Writes "rules": {...}, "actors": {...} and so on with the values of the factors, as members of
 * the object that is open. */
void tp_patch_write(struct tp_json_out *out, const struct tp_scenario *scenario,
                    const struct tp_factors *factors, const double *values);

/* Loads the scenario that the patch makes of this one, as an extension beside its file: NULL with
 * the faults on stderr. */
struct tp_scenario *tp_patch_load(const struct tp_scenario *scenario,
                                  const struct tp_factors *factors, const double *values);

#endif
