/* list: the scenarios that are found, in ./scenarios and where data is.
 *
 * Text: id, title and path; what is a library of rules or has faults says so.
 * JSON: {"format": 1, "command": "list", "scenarios": [{"id", "title", "summary", "path",
 *        "playable", "guided", "errors", "variants": [{"id", "title"}]}]};
 * CSV: id,title,path,playable,errors.
 */
#include "lab/setup.h"

static void text_entry(struct tp_text *text, const struct tp_scenario_entry *entry) {
  tp_text_print(text, "%-24s %-34s %s", entry->id, entry->title, entry->path);
  if (entry->problems)
    tp_text_print(text, "  (%d errors)", entry->problems);
  else if (!entry->playable)
    tp_text_add(text, "  (rules for others)");
  else if (entry->guided)
    tp_text_add(text, "  (a first game)");
  tp_text_add(text, "\n");
  for (int i = 0; entry->playable && i < entry->variant_count; i++)
    tp_text_print(text, "  @%-21s %s\n", entry->variants[i].id, entry->variants[i].title);
}

static void csv_entry(struct tp_text *text, const struct tp_scenario_entry *entry) {
  tp_csv_field(text, entry->id);
  tp_text_add(text, ",");
  tp_csv_field(text, entry->title);
  tp_text_add(text, ",");
  tp_csv_field(text, entry->path);
  tp_text_print(text, ",%d,%d\n", entry->playable, entry->problems);
}

static void json_entry(struct tp_json_out *report, const struct tp_scenario_entry *entry) {
  tp_json_object(report, NULL);
  tp_json_string(report, "id", entry->id);
  tp_json_string(report, "title", entry->title);
  tp_json_string(report, "summary", entry->summary);
  tp_json_string(report, "path", entry->path);
  tp_json_flag(report, "playable", entry->playable);
  tp_json_flag(report, "guided", entry->guided);
  tp_json_whole(report, "errors", entry->problems);
  tp_json_list(report, "variants");
  for (int i = 0; i < entry->variant_count; i++) {
    tp_json_object(report, NULL);
    tp_json_string(report, "id", entry->variants[i].id);
    tp_json_string(report, "title", entry->variants[i].title);
    tp_json_end(report);
  }
  tp_json_end(report);
  tp_json_end(report);
}

enum tp_exit tp_lab_list(const struct tp_arguments *arguments) {
  struct tp_json_out report;
  int count;
  struct tp_scenario_entry *list = tp_scenario_list(NULL, &count);
  tp_json_start(&report);
  if (arguments->format == TP_JSON) {
    tp_json_object(&report, NULL);
    tp_json_whole(&report, "format", 1);
    tp_json_string(&report, "command", "list");
    tp_json_list(&report, "scenarios");
  } else if (arguments->format == TP_CSV) {
    tp_text_add(&report.text, "id,title,path,playable,errors\n");
  }
  for (int i = 0; i < count; i++) {
    if (arguments->format == TP_JSON)
      json_entry(&report, &list[i]);
    else if (arguments->format == TP_CSV)
      csv_entry(&report.text, &list[i]);
    else
      text_entry(&report.text, &list[i]);
  }
  if (arguments->format == TP_JSON) {
    tp_json_end(&report);
    tp_json_end(&report);
  }
  tp_scenario_list_free(list, count);
  return tp_report_finish(&report, arguments, TP_EXIT_OK);
}
