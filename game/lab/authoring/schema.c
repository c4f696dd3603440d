/* schema: the JSON Schema of scenario files (draft 2020-12), for editors and other validators. */
#include "data/format/schema.h"
#include "lab/setup.h"

enum tp_exit tp_lab_schema(const struct tp_arguments *arguments) {
  struct tp_json_out report;
  tp_json_start(&report);
  tp_schema_print(&report.text);
  return tp_report_finish(&report, arguments, TP_EXIT_OK);
}
