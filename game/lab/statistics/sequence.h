/* Shares that are looked at again and again while games are played.
 *
 * An interval for one look fails more often than it says when the looks decide when to stop. This
 * one holds at all looks together: the chance that it ever leaves out the true share is at most
 * `error`, wherever it is stopped. It is the set of shares p for which the mixture
 * B(hits + 1/2, misses + 1/2) / B(1/2, 1/2) is below 1/error times p^hits (1-p)^misses: a
 * martingale for the true share, so Ville's inequality bounds it (Robbins 1970; Darling and Robbins
 * 1967). It is wider than Wilson's at one look, which is the price of looking.
 */
#ifndef TP_LAB_STATISTICS_SEQUENCE_H
#define TP_LAB_STATISTICS_SEQUENCE_H

#include "lab/statistics/statistics.h"

struct tp_interval tp_sequence_interval(long hits, long tries, double error);

/* What is known about a share and a band it should lie in. */
enum tp_verdict_of_band { TP_UNDECIDED, TP_WITHIN, TP_OUTSIDE };
enum tp_verdict_of_band tp_sequence_judge(long hits, long tries, double error, double low,
                                          double high);

#endif
