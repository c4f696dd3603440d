/* heal: puts a saved game into its scenario and mods as they are now, and lists what that drops,
 * brings, cuts and changes. With a second FILE the game is written there; the save itself is never
 * touched. Ends with 1 when it cannot be done.
 *
 * JSON: {"format": 1, "command": "heal", "scenario": id, "turn": the game has come to,
 *        "begun": the turn its record begins at now, "differences": [
 *        {"kind": "gone"|"unusable"|"cut"|"new"|"changed", "thing": what it is, "name", "title",
 *         "was", "is", "fields": of what is changed [{"path", "was", "is"}], the values as JSON}]}
 * CSV: kind,thing,name,title,was,is,fields
 */
#include "lab/setup.h"
#include "session/session.h"

#include <string.h>

static void text_list(struct tp_text *text, const struct tp_differences *list) {
  for (int i = 0; i < list->count; i++) {
    tp_difference_print(&list->list[i], text);
    tp_text_add(text, "\n");
  }
  tp_text_print(text, "%d differences\n", list->count);
}

static void csv_fields(struct tp_text *text, const struct tp_difference *one) {
  struct tp_text fields = {0};
  tp_text_add(&fields, "");
  for (int i = 0; i < one->field_count; i++)
    tp_text_print(&fields, "%s%s", i ? " " : "", one->fields[i].path);
  tp_csv_field(text, fields.data);
  tp_text_free(&fields);
}

static void csv_list(struct tp_text *text, const struct tp_differences *list) {
  tp_text_add(text, "kind,thing,name,title,was,is,fields\n");
  for (int i = 0; i < list->count; i++) {
    const struct tp_difference *one = &list->list[i];
    tp_text_print(text, "%s,%s,", tp_difference_kind_word(one->kind), tp_thing_word(one->thing));
    tp_csv_field(text, one->name);
    tp_text_add(text, ",");
    tp_csv_field(text, one->title);
    tp_text_print(text, ",%s,%s,", tp_number_exact(one->was).text, tp_number_exact(one->is).text);
    csv_fields(text, one);
    tp_text_add(text, "\n");
  }
}

static void json_value(struct tp_json_out *report, const char *key, const char *value) {
  if (value[0])
    tp_json_raw(report, key, value);
  else
    tp_json_null(report, key);
}

static void json_fields(struct tp_json_out *report, const struct tp_difference *one) {
  if (!one->field_count)
    return;
  tp_json_list(report, "fields");
  for (int i = 0; i < one->field_count; i++) {
    tp_json_object(report, NULL);
    tp_json_string(report, "path", one->fields[i].path);
    json_value(report, "was", one->fields[i].was);
    json_value(report, "is", one->fields[i].is);
    tp_json_end(report);
  }
  tp_json_end(report);
}

static void json_list(struct tp_json_out *report, const struct tp_session *s) {
  const struct tp_differences *list = tp_session_differences(s);
  tp_json_object(report, NULL);
  tp_json_whole(report, "format", 1);
  tp_json_string(report, "command", "heal");
  tp_json_string(report, "scenario", tp_session_rules(s)->words.id);
  tp_json_whole(report, "turn", tp_session_turn(s));
  tp_json_whole(report, "begun", tp_session_begun(s));
  tp_json_list(report, "differences");
  for (int i = 0; i < list->count; i++) {
    const struct tp_difference *one = &list->list[i];
    tp_json_object(report, NULL);
    tp_json_string(report, "kind", tp_difference_kind_word(one->kind));
    tp_json_string(report, "thing", tp_thing_word(one->thing));
    tp_json_string(report, "name", one->name);
    tp_json_string(report, "title", one->title);
    tp_json_number(report, "was", one->was);
    tp_json_number(report, "is", one->is);
    json_fields(report, one);
    tp_json_end(report);
  }
  tp_json_end(report);
  tp_json_end(report);
}

static void write_list(const struct tp_arguments *a, const struct tp_session *s,
                       struct tp_json_out *report) {
  tp_json_start(report);
  if (a->format == TP_JSON)
    json_list(report, s);
  else if (a->format == TP_CSV)
    csv_list(&report->text, tp_session_differences(s));
  else
    text_list(&report->text, tp_session_differences(s));
}

enum tp_exit tp_lab_heal(const struct tp_arguments *a) {
  struct tp_problems problems = {0};
  struct tp_session_options options = {.folder = ""};
  struct tp_json_out report;
  const char *to = a->operand_count > 1 ? a->operand[1] : NULL;
  if (to && tp_files_same(a->operand[0], to)) {
    tp_lab_say("heal writes another file than the one it reads");
    return TP_EXIT_USAGE;
  }
  struct tp_session *s = tp_session_load_renewed(a->operand[0], &options, &problems);
  int written = s && (!to || tp_session_save(s, to, &problems));
  tp_problems_write(&problems, stderr);
  tp_problems_free(&problems);
  if (!s)
    return tp_files_is_readable(a->operand[0]) ? TP_EXIT_FAILED : TP_EXIT_IO;
  write_list(a, s, &report);
  tp_session_close(s);
  return tp_report_finish(&report, a, written ? TP_EXIT_OK : TP_EXIT_IO);
}
