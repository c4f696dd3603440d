#include "lab/authoring/paper.h"

#include <stdarg.h>
#include <stdio.h>

void tp_paper_begin(struct tp_paper *paper, int json, const struct tp_rules *r, const char *kind,
                    const char *name) {
  *paper = (struct tp_paper){.json = json};
  tp_json_start(&paper->out);
  if (!json) {
    tp_text_print(&paper->out.text, "%s: %s\n", name, kind);
    return;
  }
  tp_json_object(&paper->out, NULL);
  tp_json_whole(&paper->out, "format", 1);
  tp_json_string(&paper->out, "command", "describe");
  tp_json_string(&paper->out, "scenario", r->words.id);
  tp_json_string(&paper->out, "kind", kind);
  tp_json_string(&paper->out, "name", name);
  tp_json_list(&paper->out, "about");
  paper->is_open = 1;
}

static void close_list(struct tp_paper *paper) {
  if (paper->json && paper->is_open)
    tp_json_end(&paper->out);
  paper->is_open = 0;
}

static void open_sections(struct tp_paper *paper) {
  if (paper->json && !paper->in_sections)
    tp_json_object(&paper->out, "sections");
  paper->in_sections = 1;
}

static void write_heading(struct tp_paper *paper) {
  if (!paper->heading)
    return;
  open_sections(paper);
  if (paper->json)
    tp_json_list(&paper->out, paper->heading);
  else
    tp_text_print(&paper->out.text, "\n%s\n", paper->heading);
  paper->is_open = 1;
  paper->heading = NULL;
}

void tp_paper_line(struct tp_paper *paper, const char *format, ...) {
  char line[4200];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(line, sizeof line, format, arguments);
  va_end(arguments);
  write_heading(paper);
  if (paper->json)
    tp_json_string(&paper->out, NULL, line);
  else
    tp_text_print(&paper->out.text, "%s%s\n", paper->in_sections ? "  " : "", line);
}

void tp_paper_heading(struct tp_paper *paper, const char *heading) {
  close_list(paper);
  paper->heading = heading;
}

void tp_paper_end(struct tp_paper *paper) {
  close_list(paper);
  open_sections(paper);
  if (!paper->json)
    return;
  tp_json_end(&paper->out);
  tp_json_end(&paper->out);
}
