/* Results on their way out: gathered in memory, then written whole.
 *
 * A command begins a report with tp_json_start, fills it by the JSON writer or as plain text in
 * `report.text`, and tp_report_finish writes it to standard output or, all of it or none, to the
 * file the user named.
 */
#ifndef TP_LAB_REPORT_H
#define TP_LAB_REPORT_H

#include "data/json/out.h"
#include "lab/lab.h"
#include "lab/statistics/statistics.h"

/* Writes the report where the arguments say and frees it: `otherwise`, or TP_EXIT_IO. */
enum tp_exit tp_report_finish(struct tp_json_out *report, const struct tp_arguments *arguments,
                              enum tp_exit otherwise);

/* Writes a text to a file, all of it or none: TP_EXIT_OK, or TP_EXIT_IO with the reason on stderr.
 */
enum tp_exit tp_report_write(const struct tp_text *text, const char *path);

/* "low" and "high". */
void tp_json_interval(struct tp_json_out *report, struct tp_interval interval);

/* A number as text. */
struct tp_number {
  char text[40];
};

/* The shortest that reads back as the same number; nothing when it is not finite. */
struct tp_number tp_number_exact(double value);

/* For people: `digits` digits after the point, fewer where they would say nothing. */
struct tp_number tp_number_short(double value, int digits);

/* A CSV field in one line, with quotes where it needs them. */
void tp_csv_field(struct tp_text *text, const char *value);

#endif
