/* schema: the JSON Schema (draft 2020-12) of scenario files, or with --mod of a mod's mod.json, for
 * editors and other validators. */
#include "data/format/schema.h"
#include "lab/setup.h"

enum tp_exit tp_lab_schema(const struct tp_arguments *arguments) {
  struct tp_json_out report;
  tp_json_start(&report);
  if (arguments->given & TP_OPTION(MOD))
    tp_schema_print_mod(&report.text);
  else
    tp_schema_print(&report.text);
  return tp_report_finish(&report, arguments, TP_EXIT_OK);
}
