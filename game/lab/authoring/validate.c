/* validate: checks scenario files, by the loader itself: what validates also starts. A mod's
 * folder, or the mod.json or a patch in it, is checked with all that it patches and holds; so is a
 * mod that is named by its id, where no scenario has that name.
 *
 * Every fault is a line `file:line:column: pointer: message` on stdout, then a count. Warnings end
 * in " (warning)": what is allowed but has no effect. Ends with 1 when there is any fault, with 3
 * when a file cannot be read.
 *
 * JSON: {"format": 1, "command": "validate", "errors": n, "warnings": n,
 *        "files": [{"file": as given, "valid": true|false, "omitted": faults past the first 1000,
 *                   "problems": [{"file", "line", "column", "pointer", "message"}],
 *                   "warnings": the same}]}
 * CSV: file,line,column,pointer,message,level. Lines and columns count from 1; 0 is unknown.
 * github: a command `::error file=...` for each, by which a workflow marks the line.
 * sarif: SARIF 2.1.0, for editors and code scanning.
 */
#include "lab/authoring/complaint.h"
#include "lab/setup.h"

#include "data/files.h"
#include "data/format/format.h"
#include "data/layers/document.h"

struct counts {
  int errors, warnings, unreadable;
};

static void check_mod(const struct tp_arguments *a, const char *given, const char *folder,
                      struct tp_json_out *report, struct counts *counts) {
  struct tp_problems problems = {0};
  tp_scenario_check_mod(folder, a->mods, &problems);
  counts->errors += problems.count + problems.omitted;
  counts->warnings += problems.warning_count;
  tp_complaint_file(report, a->list, given, &problems);
  tp_problems_free(&problems);
}

static void check_file(const struct tp_arguments *a, const char *file, struct tp_json_out *report,
                       struct counts *counts) {
  char full[TP_PATH_MAX];
  struct tp_problems problems = {0};
  const char *name = tp_setup_name(file, a->mods, full);
  struct tp_scenario *scenario = tp_scenario_load_whole(name, NULL, &problems);
  counts->errors += problems.count + problems.omitted;
  counts->warnings += problems.warning_count;
  counts->unreadable |= !scenario && tp_setup_why_not_loaded(file) == TP_EXIT_IO;
  tp_complaint_file(report, a->list, file, &problems);
  tp_scenario_free(scenario);
  tp_problems_free(&problems);
}

/* The folder of the mod that is meant; 0 when none is. */
static int find_mod(const char *given, char folder[TP_PATH_MAX]) {
  char path[TP_PATH_MAX];
  if (tp_scenario_is_mod(given, folder))
    return tp_files_is_there(folder);
  return tp_format_is_id(given) && !tp_document_find(given, NULL, NULL, path) &&
         tp_mods_folder(given, folder);
}

enum tp_exit tp_lab_validate(const struct tp_arguments *arguments) {
  struct tp_json_out report;
  struct counts counts = {0};
  tp_complaint_begin(&report, arguments->list, "validate");
  for (int i = 0; i < arguments->operand_count; i++) {
    char folder[TP_PATH_MAX];
    const char *given = arguments->operand[i];
    if (find_mod(given, folder))
      check_mod(arguments, given, folder, &report, &counts);
    else
      check_file(arguments, given, &report, &counts);
  }
  tp_complaint_end(&report, arguments->list, counts.errors, counts.warnings);
  enum tp_exit end = counts.unreadable ? TP_EXIT_IO : counts.errors ? TP_EXIT_FAILED : TP_EXIT_OK;
  return tp_report_finish(&report, arguments, end);
}
