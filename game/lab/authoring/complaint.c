#include "lab/authoring/complaint.h"

#include "data/visible.h"

#include <string.h>

struct complaint {
  const struct tp_problem *problem;
  int is_warning;
};

typedef void print_one(struct tp_json_out *report, struct complaint complaint);

static const char *level(struct complaint complaint) {
  return complaint.is_warning ? "warning" : "error";
}

/* Errors first, then warnings, each in the order of the file. */
static void print_each(struct tp_json_out *report, const struct tp_problems *problems,
                       print_one *print) {
  for (int i = 0; i < problems->count; i++)
    print(report, (struct complaint){&problems->list[i], 0});
  for (int i = 0; i < problems->warning_count; i++)
    print(report, (struct complaint){&problems->warnings[i], 1});
}

/* --- text, CSV -------------------------------------------------------------------------------- */

static void print_text(struct tp_json_out *report, struct complaint complaint) {
  tp_problem_print(complaint.problem, &report->text);
  tp_text_add(&report->text, complaint.is_warning ? " (warning)\n" : "\n");
}

static void print_csv(struct tp_json_out *report, struct complaint complaint) {
  const struct tp_problem *problem = complaint.problem;
  tp_csv_field(&report->text, problem->file);
  tp_text_print(&report->text, ",%d,%d,", problem->line, problem->column);
  tp_csv_field(&report->text, problem->pointer);
  tp_text_add(&report->text, ",");
  tp_csv_field(&report->text, problem->message);
  tp_text_print(&report->text, ",%s\n", level(complaint));
}

/* --- JSON ------------------------------------------------------------------------------------- */

static void print_json(struct tp_json_out *report, struct complaint complaint) {
  const struct tp_problem *problem = complaint.problem;
  tp_json_object(report, NULL);
  tp_json_string(report, "file", problem->file);
  tp_json_whole(report, "line", problem->line);
  tp_json_whole(report, "column", problem->column);
  tp_json_string(report, "pointer", problem->pointer);
  tp_json_string(report, "message", problem->message);
  tp_json_end(report);
}

static void print_json_file(struct tp_json_out *report, const char *file,
                            const struct tp_problems *problems) {
  tp_json_object(report, NULL);
  tp_json_string(report, "file", file);
  tp_json_flag(report, "valid", problems->count == 0);
  tp_json_list(report, "problems");
  for (int i = 0; i < problems->count; i++)
    print_json(report, (struct complaint){&problems->list[i], 0});
  tp_json_end(report);
  tp_json_list(report, "warnings");
  for (int i = 0; i < problems->warning_count; i++)
    print_json(report, (struct complaint){&problems->warnings[i], 1});
  tp_json_end(report);
  tp_json_whole(report, "omitted", problems->omitted);
  tp_json_end(report);
}

/* --- commands of a GitHub workflow ------------------------------------------------------------ */

/* What is before "::" may not hold the signs that divide it. */
static void add_escaped(struct tp_text *text, const char *value, int is_property) {
  for (; *value; value++) {
    unsigned char c = (unsigned char)*value;
    if (c == '%' || c == '\r' || c == '\n' || (is_property && (c == ':' || c == ',')))
      tp_text_print(text, "%%%02X", c);
    else
      tp_text_add_part(text, value, 1);
  }
}

static void add_line(struct tp_text *text, const char *value) {
  struct tp_text line = {0};
  tp_text_add(&line, "");
  tp_visible_add(&line, value);
  add_escaped(text, line.data, 0);
  tp_text_free(&line);
}

static void print_github(struct tp_json_out *report, struct complaint complaint) {
  const struct tp_problem *problem = complaint.problem;
  struct tp_text *text = &report->text;
  tp_text_print(text, "::%s ", level(complaint));
  if (problem->file[0]) {
    tp_text_add(text, "file=");
    add_escaped(text, problem->file, 1);
    tp_text_add(text, ",");
  }
  if (problem->line)
    tp_text_print(text, "line=%d,col=%d,", problem->line, problem->column);
  tp_text_add(text, "title=Third Pole scenario::");
  if (problem->pointer[0]) {
    add_line(text, problem->pointer);
    tp_text_add(text, ": ");
  }
  add_line(text, problem->message);
  tp_text_add(text, "\n");
}

/* --- SARIF 2.1.0 ------------------------------------------------------------------------------ */

/* A path as a reference (RFC 3986): relative ones stay so, "/a" becomes "file:///a". */
static void add_uri(struct tp_text *text, const char *path) {
  static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";
  if (path[0] == '/')
    tp_text_add(text, "file://");
  for (; *path; path++) {
    if (strchr(plain, *path))
      tp_text_add_part(text, path, 1);
    else
      tp_text_print(text, "%%%02X", (unsigned)(unsigned char)*path);
  }
}

static void print_place(struct tp_json_out *report, const struct tp_problem *problem) {
  struct tp_text uri = {0};
  add_uri(&uri, problem->file);
  tp_json_object(report, "physicalLocation");
  tp_json_object(report, "artifactLocation");
  tp_json_string(report, "uri", uri.data);
  tp_json_end(report);
  if (problem->line) {
    tp_json_object(report, "region");
    tp_json_whole(report, "startLine", problem->line);
    tp_json_whole(report, "startColumn", problem->column);
    tp_json_end(report);
  }
  tp_json_end(report);
  tp_text_free(&uri);
}

static void print_locations(struct tp_json_out *report, const struct tp_problem *problem) {
  tp_json_list(report, "locations");
  tp_json_object(report, NULL);
  print_place(report, problem);
  if (problem->pointer[0]) {
    tp_json_list(report, "logicalLocations");
    tp_json_object(report, NULL);
    tp_json_string(report, "fullyQualifiedName", problem->pointer);
    tp_json_end(report);
    tp_json_end(report);
  }
  tp_json_end(report);
  tp_json_end(report);
}

static void print_result(struct tp_json_out *report, struct complaint complaint) {
  const struct tp_problem *problem = complaint.problem;
  tp_json_object(report, NULL);
  tp_json_string(report, "ruleId", complaint.is_warning ? "no-effect" : "scenario");
  tp_json_string(report, "level", level(complaint));
  tp_json_object(report, "message");
  tp_json_string(report, "text", problem->message);
  tp_json_end(report);
  if (problem->file[0])
    print_locations(report, problem);
  tp_json_end(report);
}

static void print_rule(struct tp_json_out *report, const char *id, const char *text) {
  tp_json_object(report, NULL);
  tp_json_string(report, "id", id);
  tp_json_object(report, "shortDescription");
  tp_json_string(report, "text", text);
  tp_json_end(report);
  tp_json_end(report);
}

static void begin_sarif(struct tp_json_out *report) {
  tp_json_object(report, NULL);
  tp_json_string(report, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
  tp_json_string(report, "version", "2.1.0");
  tp_json_list(report, "runs");
  tp_json_object(report, NULL);
  tp_json_object(report, "tool");
  tp_json_object(report, "driver");
  tp_json_string(report, "name", "thirdpole-lab");
  tp_json_list(report, "rules");
  print_rule(report, "scenario", "The file is no scenario that can be played");
  print_rule(report, "no-effect", "What is written has no effect");
  tp_json_end(report);
  tp_json_end(report);
  tp_json_end(report);
  tp_json_string(report, "columnKind", "unicodeCodePoints");
  tp_json_list(report, "results");
}

/* --- the report ------------------------------------------------------------------------------- */

void tp_complaint_begin(struct tp_json_out *report, enum tp_form_of_list format,
                        const char *command) {
  tp_json_start(report);
  if (format == TP_LIST_JSON) {
    tp_json_object(report, NULL);
    tp_json_whole(report, "format", 1);
    tp_json_string(report, "command", command);
    tp_json_list(report, "files");
  } else if (format == TP_LIST_CSV) {
    tp_text_add(&report->text, "file,line,column,pointer,message,level\n");
  } else if (format == TP_LIST_SARIF) {
    begin_sarif(report);
  }
}

static void print_omitted(struct tp_json_out *report, enum tp_form_of_list format, const char *file,
                          const struct tp_problems *problems) {
  char message[60];
  struct tp_problem more = {.file = (char *)file, .pointer = (char *)"", .message = message};
  snprintf(message, sizeof message, "and %d more", problems->omitted);
  if (format == TP_LIST_TEXT)
    print_text(report, (struct complaint){&more, 0});
  else if (format == TP_LIST_GITHUB)
    print_github(report, (struct complaint){&more, 0});
  else if (format == TP_LIST_SARIF)
    print_result(report, (struct complaint){&more, 0});
}

void tp_complaint_file(struct tp_json_out *report, enum tp_form_of_list format, const char *file,
                       const struct tp_problems *problems) {
  static print_one *const printers[] = {[TP_LIST_TEXT] = print_text,
                                        [TP_LIST_CSV] = print_csv,
                                        [TP_LIST_GITHUB] = print_github,
                                        [TP_LIST_SARIF] = print_result};
  if (format == TP_LIST_JSON)
    print_json_file(report, file, problems);
  else
    print_each(report, problems, printers[format]);
  if (problems->omitted > 0)
    print_omitted(report, format, file, problems);
}

void tp_complaint_end(struct tp_json_out *report, enum tp_form_of_list format, int errors,
                      int warnings) {
  if (format == TP_LIST_JSON) {
    tp_json_end(report);
    tp_json_whole(report, "errors", errors);
    tp_json_whole(report, "warnings", warnings);
    tp_json_end(report);
  } else if (format == TP_LIST_TEXT) {
    tp_text_print(&report->text, "%d error%s", errors, errors == 1 ? "" : "s");
    if (warnings)
      tp_text_print(&report->text, ", %d warning%s", warnings, warnings == 1 ? "" : "s");
    tp_text_add(&report->text, "\n");
  } else if (format == TP_LIST_SARIF) {
    for (int i = 0; i < 4; i++) /* results, run, runs, document */
      tp_json_end(report);
    tp_text_add(&report->text, "\n");
  }
}
