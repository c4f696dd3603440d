/* validate: checks scenario files, by the loader itself: what validates also starts.
 *
 * Every fault is a line `file:line:column: pointer: message` on stdout, then a count. Ends with 1
 * when there is any fault, with 3 when a file cannot be read.
 *
 * JSON: {"format": 1, "command": "validate", "errors": n,
 *        "files": [{"file": as given, "valid": true|false, "problems": [
 *          {"file", "line", "column", "pointer", "message"}]}]}
 * CSV: file,line,column,pointer,message. Lines and columns count from 1; 0 is unknown.
 */
#include "lab/setup.h"

#include "data/files.h"
#include "data/format.h"

static void json_problem(struct tp_json_out *report, const struct tp_problem *problem) {
  tp_json_object(report, NULL);
  tp_json_string(report, "file", problem->file);
  tp_json_whole(report, "line", problem->line);
  tp_json_whole(report, "column", problem->column);
  tp_json_string(report, "pointer", problem->pointer);
  tp_json_string(report, "message", problem->message);
  tp_json_end(report);
}

static void csv_problem(struct tp_text *text, const struct tp_problem *problem) {
  tp_csv_field(text, problem->file);
  tp_text_print(text, ",%d,%d,", problem->line, problem->column);
  tp_csv_field(text, problem->pointer);
  tp_text_add(text, ",");
  tp_csv_field(text, problem->message);
  tp_text_add(text, "\n");
}

static void report_problems(struct tp_json_out *report, enum tp_form_of_output format,
                            const char *file, const struct tp_problems *problems) {
  if (format == TP_JSON) {
    tp_json_object(report, NULL);
    tp_json_string(report, "file", file);
    tp_json_flag(report, "valid", problems->count == 0);
    tp_json_list(report, "problems");
  }
  for (int i = 0; i < problems->count; i++) {
    if (format == TP_JSON) {
      json_problem(report, &problems->list[i]);
    } else if (format == TP_CSV) {
      csv_problem(&report->text, &problems->list[i]);
    } else {
      tp_problem_print(&problems->list[i], &report->text);
      tp_text_add(&report->text, "\n");
    }
  }
  if (format == TP_JSON) {
    tp_json_end(report);
    tp_json_end(report);
  } else if (format == TP_TEXT && problems->omitted > 0) {
    tp_text_print(&report->text, "%s: and %d more\n", file, problems->omitted);
  }
}

/* What each variant of a sound scenario has wrong of its own. */
static void check_variants(const struct tp_scenario *scenario, struct tp_problems *problems) {
  char name[TP_PATH_MAX + TP_ID_MAX + 2];
  for (int i = 0; scenario->playable && i < scenario->variant_count; i++) {
    snprintf(name, sizeof name, "%s@%s", scenario->path, scenario->variants[i].id);
    tp_scenario_free(tp_scenario_load(name, NULL, problems));
  }
}

static int check_file(const struct tp_arguments *a, const char *file, struct tp_json_out *report,
                      int *unreadable) {
  struct tp_problems problems = {0};
  struct tp_scenario *scenario = tp_scenario_load(file, NULL, &problems);
  if (scenario && !scenario->variant[0])
    check_variants(scenario, &problems);
  int count = problems.count + problems.omitted;
  if (!scenario && tp_setup_why_not_loaded(file) == TP_EXIT_IO)
    *unreadable = 1;
  report_problems(report, a->format, file, &problems);
  tp_scenario_free(scenario);
  tp_problems_free(&problems);
  return count;
}

enum tp_exit tp_lab_validate(const struct tp_arguments *arguments) {
  struct tp_json_out report;
  int errors = 0, unreadable = 0;
  tp_json_start(&report);
  if (arguments->format == TP_JSON) {
    tp_json_object(&report, NULL);
    tp_json_whole(&report, "format", 1);
    tp_json_string(&report, "command", "validate");
    tp_json_list(&report, "files");
  } else if (arguments->format == TP_CSV) {
    tp_text_add(&report.text, "file,line,column,pointer,message\n");
  }
  for (int i = 0; i < arguments->operand_count; i++)
    errors += check_file(arguments, arguments->operand[i], &report, &unreadable);
  if (arguments->format == TP_JSON) {
    tp_json_end(&report);
    tp_json_whole(&report, "errors", errors);
    tp_json_end(&report);
  } else if (arguments->format == TP_TEXT) {
    tp_text_print(&report.text, "%d error%s\n", errors, errors == 1 ? "" : "s");
  }
  enum tp_exit end = unreadable ? TP_EXIT_IO : errors ? TP_EXIT_FAILED : TP_EXIT_OK;
  return tp_report_finish(&report, arguments, end);
}
