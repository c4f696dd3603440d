#include "lab/authoring/sheet.h"

#include <stdarg.h>
#include <stdio.h>

void tp_sheet_begin(struct tp_sheet *sheet, int json, const struct tp_rules *r, const char *kind,
                    const char *name) {
  *sheet = (struct tp_sheet){.json = json};
  tp_json_start(&sheet->out);
  if (!json) {
    tp_text_print(&sheet->out.text, "%s: %s\n", name, kind);
    return;
  }
  tp_json_object(&sheet->out, NULL);
  tp_json_whole(&sheet->out, "format", 1);
  tp_json_string(&sheet->out, "command", "describe");
  tp_json_string(&sheet->out, "scenario", r->words.id);
  tp_json_string(&sheet->out, "kind", kind);
  tp_json_string(&sheet->out, "name", name);
  tp_json_list(&sheet->out, "about");
  sheet->is_open = 1;
}

static void close_list(struct tp_sheet *sheet) {
  if (sheet->json && sheet->is_open)
    tp_json_end(&sheet->out);
  sheet->is_open = 0;
}

static void open_sections(struct tp_sheet *sheet) {
  if (sheet->json && !sheet->in_sections)
    tp_json_object(&sheet->out, "sections");
  sheet->in_sections = 1;
}

static void write_heading(struct tp_sheet *sheet) {
  if (!sheet->heading)
    return;
  open_sections(sheet);
  if (sheet->json)
    tp_json_list(&sheet->out, sheet->heading);
  else
    tp_text_print(&sheet->out.text, "\n%s\n", sheet->heading);
  sheet->is_open = 1;
  sheet->heading = NULL;
}

void tp_sheet_line(struct tp_sheet *sheet, const char *format, ...) {
  char line[4200];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(line, sizeof line, format, arguments);
  va_end(arguments);
  write_heading(sheet);
  if (sheet->json)
    tp_json_string(&sheet->out, NULL, line);
  else
    tp_text_print(&sheet->out.text, "%s%s\n", sheet->in_sections ? "  " : "", line);
}

void tp_sheet_heading(struct tp_sheet *sheet, const char *heading) {
  close_list(sheet);
  sheet->heading = heading;
}

void tp_sheet_end(struct tp_sheet *sheet) {
  close_list(sheet);
  open_sections(sheet);
  if (!sheet->json)
    return;
  tp_json_end(&sheet->out);
  tp_json_end(&sheet->out);
}
