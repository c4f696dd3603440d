/* list: the scenarios and mods that are found, in the working folder and where data is; with --mods
 * the mods that are on in the order in which they are laid, and the scenarios as they are with
 * them.
 *
 * Text: id, title and path; what is a library of rules or has faults says so.
 * JSON: {"format": 1, "command": "list", "scenarios": [{"id", "title", "summary", "path",
 *        "playable", "guided", "default", "errors", "variants": [{"id", "title"}]}],
 *        "mods": [{"id", "title", "version", "author", "description", "path", "needs": {id: least
 *        version}, "hash", "place" in the order if it is on, "errors"}]}
 * CSV: id,title,path,playable,errors; scenarios only.
 */
#include "lab/setup.h"

#include "data/format/format.h"
#include "data/layers/conflicts.h"
#include "data/layers/mods.h"
#include "data/visible.h"

/* A name may hold whatever a file's may. */
static void add_line(struct tp_text *text, struct tp_text *line) {
  tp_visible_add(text, line->data);
  tp_text_add(text, "\n");
  tp_text_free(line);
}

static void text_entry(struct tp_text *text, const struct tp_scenario_entry *entry) {
  struct tp_text line = {0};
  tp_text_print(&line, "%-24s %-34s %s", entry->id, entry->title, entry->path);
  if (entry->problems == 1)
    tp_text_print(&line, "  (1 error: %s)", entry->fault);
  else if (entry->problems)
    tp_text_print(&line, "  (%d errors)", entry->problems);
  else if (!entry->playable)
    tp_text_add(&line, "  (rules for others)");
  else if (entry->guided)
    tp_text_add(&line, "  (a first game)");
  else if (entry->usual)
    tp_text_add(&line, "  (the default)");
  add_line(text, &line);
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
  tp_json_flag(report, "default", entry->usual);
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

/* --- mods ------------------------------------------------------------------------------------ */

/* From 1 among those that --mods switches on, or 0. */
static int place_of(const struct tp_mods_on *on, const struct tp_mod *mod) {
  for (int i = 0; i < on->count; i++)
    if (on->mod[i] == mod)
      return i + 1;
  return 0;
}

static void text_mod(struct tp_text *text, const struct tp_mod *mod, int place) {
  char name[TP_ID_MAX + 40];
  struct tp_text line = {0};
  snprintf(name, sizeof name, "%s %.30s", mod->id, mod->version);
  if (place)
    tp_text_print(&line, "%2d. ", place);
  else
    tp_text_add(&line, "    ");
  tp_text_print(&line, "%-30s %-34s %s", name, mod->title, mod->folder);
  for (int i = 0; i < mod->need_count; i++)
    tp_text_print(&line, "%s%s%s%s", i ? ", " : "  (needs ", mod->needs[i].id,
                  mod->needs[i].version[0] ? " " : "", mod->needs[i].version);
  tp_text_add(&line, mod->need_count ? ")" : "");
  add_line(text, &line);
  for (int i = 0; i < mod->problems.count; i++) {
    tp_text_add(text, "      ");
    tp_problem_print(&mod->problems.list[i], text);
    tp_text_add(text, "\n");
  }
}

static void json_mod(struct tp_json_out *report, const struct tp_mod *mod, int place) {
  tp_json_object(report, NULL);
  tp_json_string(report, "id", mod->id);
  tp_json_string(report, "title", mod->title);
  tp_json_string(report, "version", mod->version);
  tp_json_string(report, "author", mod->author);
  tp_json_string(report, "description", mod->text);
  tp_json_string(report, "path", mod->folder);
  tp_json_object(report, "needs");
  for (int i = 0; i < mod->need_count; i++)
    tp_json_string(report, mod->needs[i].id, mod->needs[i].version);
  tp_json_end(report);
  tp_json_bits(report, "hash", mod->hash);
  if (place)
    tp_json_whole(report, "place", place);
  tp_json_whole(report, "errors", mod->problems.count);
  tp_json_end(report);
}

/* Those that are on in their order, then the others by id. */
static void list_mods(struct tp_json_out *report, enum tp_form_of_output format,
                      const struct tp_mods *mods, const struct tp_mods_on *on) {
  if (format == TP_JSON)
    tp_json_list(report, "mods");
  else if (mods->count)
    tp_text_add(&report->text, "\nmods\n");
  for (int i = 0; i < on->count + mods->count; i++) {
    const struct tp_mod *mod = i < on->count ? on->mod[i] : &mods->list[i - on->count];
    if (i >= on->count && place_of(on, mod))
      continue;
    if (format == TP_JSON)
      json_mod(report, mod, place_of(on, mod));
    else
      text_mod(&report->text, mod, place_of(on, mod));
  }
  if (format == TP_JSON)
    tp_json_end(report);
}

/* Chooses what --mods names: 1, or 0 with the faults on stderr. */
static int choose(const struct tp_arguments *a, struct tp_mods *mods, struct tp_mods_on *on) {
  struct tp_problems problems = {0};
  int good = tp_mods_choose(mods, a->mods ? a->mods : "", on, &problems);
  tp_problems_write(&problems, stderr);
  tp_problems_free(&problems);
  return good;
}

static void list_scenarios(struct tp_json_out *report, const struct tp_arguments *a) {
  int count;
  struct tp_scenario_entry *list = tp_scenario_list(a->mods, NULL, &count);
  for (int i = 0; i < count; i++) {
    if (a->format == TP_JSON)
      json_entry(report, &list[i]);
    else if (a->format == TP_CSV)
      csv_entry(&report->text, &list[i]);
    else
      text_entry(&report->text, &list[i]);
  }
  tp_scenario_list_free(list, count);
}

static void tell_conflicts(const struct tp_arguments *a, const struct tp_mods_on *on) {
  struct tp_conflicts conflicts = {0};
  tp_conflicts_find(on, NULL, &conflicts);
  tp_setup_tell_conflicts(conflicts.count, "SCENARIO", a->mods);
  tp_conflicts_free(&conflicts);
}

enum tp_exit tp_lab_list(const struct tp_arguments *arguments) {
  struct tp_json_out report;
  struct tp_mods_on on;
  struct tp_mods *mods = tp_mods_find(NULL);
  int good = choose(arguments, mods, &on);
  tp_json_start(&report);
  if (arguments->format == TP_JSON) {
    tp_json_object(&report, NULL);
    tp_json_whole(&report, "format", 1);
    tp_json_string(&report, "command", "list");
    tp_json_list(&report, "scenarios");
  } else if (arguments->format == TP_CSV) {
    tp_text_add(&report.text, "id,title,path,playable,errors\n");
  }
  list_scenarios(&report, arguments);
  if (arguments->format == TP_JSON)
    tp_json_end(&report);
  if (arguments->format != TP_CSV)
    list_mods(&report, arguments->format, mods, &on);
  if (arguments->format == TP_JSON)
    tp_json_end(&report);
  if (good && on.count > 1)
    tell_conflicts(arguments, &on);
  tp_mods_free(mods);
  return tp_report_finish(&report, arguments, good ? TP_EXIT_OK : TP_EXIT_FAILED);
}
