/* What a check can measure. A difference is arm less base, game by game; "mean" is over games, and
 * over the turns `from` .. `to` where both are given. */
#ifndef TP_LAB_STUDIES_MEASURES_H
#define TP_LAB_STUDIES_MEASURES_H

#include "lab/studies/study.h"

enum { TP_ADRIFT = 10 };

tp_measure tp_measure_level;      /* mean of the variable in `arm` */
tp_measure tp_measure_difference; /* mean difference of the variable */
tp_measure tp_measure_yearly;     /* the difference at `to`, per year since `from` */
tp_measure tp_measure_extreme;    /* mean difference at the turn where it is largest either way */
tp_measure tp_measure_lasting;    /* turns for which the mean difference is above 5 */
tp_measure tp_measure_left;       /* mean difference at `to` as a share of that at `from` */
tp_measure tp_measure_left_less;  /* the same share of `arm` - (arm - 1) less base - (base - 1) */
tp_measure tp_measure_faded;    /* mean difference at `to` as a share of the largest since `from` */
tp_measure tp_measure_kept;     /* mean at `to` as a share of the mean at `from`, in `arm` */
tp_measure tp_measure_lowest;   /* lowest of the means of the turns, in `arm` */
tp_measure tp_measure_highest;  /* highest of them */
tp_measure tp_measure_over;     /* mean of the first variable less the second */
tp_measure tp_measure_excess;   /* mean of the variable less the threshold of coercion */
tp_measure tp_measure_together; /* correlation over games of the changes of two variables */
tp_measure tp_measure_drift;    /* largest mean change of any index since the start, either way */
tp_measure tp_measure_adrift;   /* share of games in which any index changes by TP_ADRIFT */
tp_measure tp_measure_crises;   /* difference of crises a game */
tp_measure tp_measure_cracked;  /* difference of the success rates of wedges */
tp_measure tp_measure_honoured; /* rate at which the guarantee is honoured, in `arm` */
tp_measure tp_measure_allied;   /* share of games in which the variable reaches 3, in `arm` */
tp_measure tp_measure_slope;    /* standardised slope of the first variable on the second, beside
                                   the others, over games and turns, in `arm` */
tp_measure tp_measure_dominance; /* that slope less the size of the largest other */
tp_measure tp_measure_hazard;    /* ratio of the hazards that the variable falls below its start */

#endif
