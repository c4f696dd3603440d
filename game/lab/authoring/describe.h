/* The parts of `describe`: what is said of each kind of thing. */
#ifndef TP_LAB_AUTHORING_DESCRIBE_H
#define TP_LAB_AUTHORING_DESCRIBE_H

#include "lab/setup.h"
#include "lab/authoring/paper.h"

void tp_describe_scenario(struct tp_paper *paper, const struct tp_scenario *scenario);
void tp_describe_variable(struct tp_paper *paper, const struct tp_rules *r, int slot);
/* Of a variable only what it moves and what goes by it. */
void tp_describe_readers(struct tp_paper *paper, const struct tp_rules *r, int slot);
void tp_describe_action(struct tp_paper *paper, const struct tp_rules *r, int action);
void tp_describe_event(struct tp_paper *paper, const struct tp_rules *r, int event);
void tp_describe_actor(struct tp_paper *paper, const struct tp_rules *r, int actor);
void tp_describe_coefficient(struct tp_paper *paper, const struct tp_rules *r, int coefficient);
void tp_describe_ending(struct tp_paper *paper, const struct tp_rules *r, int ending);
void tp_describe_objective(struct tp_paper *paper, const struct tp_rules *r, int objective);

#endif
