/* What is wrong with files, in the forms that people, editors and CI read. */
#ifndef TP_LAB_AUTHORING_COMPLAINT_H
#define TP_LAB_AUTHORING_COMPLAINT_H

#include "data/json/problems.h"
#include "lab/report.h"

/* A report on several files: begin it, add each file with its problems, end it. JSON and SARIF are
 * one document, the other forms are lines. */
void tp_complaint_begin(struct tp_json_out *report, enum tp_form_of_list format,
                        const char *command);
void tp_complaint_file(struct tp_json_out *report, enum tp_form_of_list format, const char *file,
                       const struct tp_problems *problems);
void tp_complaint_end(struct tp_json_out *report, enum tp_form_of_list format, int errors,
                      int warnings);

#endif
