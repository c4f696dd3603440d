/* What the loader, the list and the check of mods share.
 *
 * Internal to the data layer.
 */
#ifndef TP_DATA_SCENARIO_LOAD_H
#define TP_DATA_SCENARIO_LOAD_H

#include "data/layers/document.h"
#include "data/scenario.h"

/* Loads the scenario in a file, with these mods and one of its variants ("" for none). */
struct tp_scenario *tp_scenario_load_with(const struct tp_mods_on *on, const char *path,
                                          const char *variant, const char *language,
                                          struct tp_problems *problems);

/* Adds what each variant of a scenario, which is sound with these mods, has wrong of its own. */
void tp_scenario_try_variants(const struct tp_scenario *scenario, const struct tp_mods_on *on,
                              struct tp_problems *problems);

#endif
