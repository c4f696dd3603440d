/*
 * Figures as they are shown: a value to the tenth, and behind it the hundredths that explain it. A
 * change is the difference of two values as they are shown in hundredths, so that values, change
 * and causes can be added up by whoever reads them.
 */
#ifndef TP_SESSION_SHOWN_H
#define TP_SESSION_SHOWN_H

/* A value in whole hundredths: the nearest whose tenth, halves up, is the one "%.1f" writes. */
long tp_shown_hundredths(double value);

/* Hundredths to the tenth that is shown of them, halves away from zero. */
double tp_shown_tenths(long hundredths);

/* By how much a value moved, as it is told in a sentence: without a sign, to the tenth, or to the
 * hundredth where that is all. */
double tp_shown_size(double before, double after);

#endif
