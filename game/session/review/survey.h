/* A survey: every order the player could give now, each tried by itself in a few imagined games
 * beside the same games without it. Internal to the session layer.
 *
 * It throws the dice of the forecasts and looks as far ahead as the cards on the board do, so what
 * it finds is what they show, from fewer games.
 */
#ifndef TP_SESSION_REVIEW_SURVEY_H
#define TP_SESSION_REVIEW_SURVEY_H

#include "core/order.h"

struct tp_survey;

/* What one order does to one variable, or to the player's goals as a whole: the mean difference at
 * the horizon, and its standard error. */
struct tp_effect_found {
  double gain, error;
};

/* `slots` are the variables that are asked about. The world is the player's view of `w`; orders
 * that are not allowed now are left out. An action that its council would refuse is tried a second
 * time as if it needed no vote. The trying is done by a thread of its own; until it has, only the
 * orders may be read, and rules and world must stay. What it finds does not depend on when. */
struct tp_survey *tp_survey_begin(const struct tp_rules *r, const struct tp_world *w, int player,
                                  const int16_t *slots, int slot_count);
int tp_survey_is_done(const struct tp_survey *survey);
void tp_survey_wait(struct tp_survey *survey);

/* Gives up what is not done; NULL is allowed. */
void tp_survey_free(struct tp_survey *survey);

int tp_survey_horizon(const struct tp_survey *survey);

/* The orders tried, and one of them. */
int tp_survey_count(const struct tp_survey *survey);
struct tp_order tp_survey_order(const struct tp_survey *survey, int index);

/* What order `index` does to `slot` (one of those asked about; TP_NONE: the goals as a whole). */
struct tp_effect_found tp_survey_effect(const struct tp_survey *survey, int index, int slot);

/* What `action` would do for the goals if no vote were needed; nothing when the council does not
 * stand in its way. */
struct tp_effect_found tp_survey_granted(const struct tp_survey *survey, int action);

/* Is the difference more than chance, and more than nothing to speak of? 1 up, -1 down, 0 neither.
 */
int tp_survey_sign(struct tp_effect_found effect);

#endif
