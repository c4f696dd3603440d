/* A description: paragraphs and lists under headings, as text or as JSON.
 *
 * JSON: {"format": 1, "command": "describe", "scenario": id, "kind": of thing, "name": its name,
 *        "about": [line, ...], "sections": {heading: [line, ...]}}
 */
#ifndef TP_LAB_AUTHORING_PAPER_H
#define TP_LAB_AUTHORING_PAPER_H

#include "lab/report.h"

#include "core/rules.h"

struct tp_paper {
  struct tp_json_out out;
  int json, in_sections;
  const char *heading; /* to be written before its first line */
  int is_open;         /* the list of lines of a heading */
};

void tp_paper_begin(struct tp_paper *paper, int json, const struct tp_rules *r, const char *kind,
                    const char *name);

/* A line under the heading; before the first heading, about the thing itself. */
void tp_paper_line(struct tp_paper *paper, const char *format, ...) TP_FORMATS(2, 3);

/* The lines to come stand under `heading`, which is left out when none comes. */
void tp_paper_heading(struct tp_paper *paper, const char *heading);

void tp_paper_end(struct tp_paper *paper);

#endif
