/* reference: every key of the scenario format, as Markdown. */
#include "data/format/reference.h"
#include "lab/setup.h"

enum tp_exit tp_lab_reference(const struct tp_arguments *arguments) {
  struct tp_json_out report;
  tp_json_start(&report);
  tp_reference_print(&report.text);
  return tp_report_finish(&report, arguments, TP_EXIT_OK);
}
