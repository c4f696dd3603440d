/* policies: who may be seated, with the scenario's own.
 *
 * JSON: {"format": 1, "command": "policies", "scenario": id, "policies": [{"name", "title", "text",
 *        "base": the policy it plays like, or null}]}; CSV: name,base,title
 */
#include "lab/setup.h"

#include <math.h>

static const struct {
  const char *name, *title;
} everywhere[] = {
    {"idle", "does nothing; decisions take their first answer"},
    {"random", "any orders that are allowed"},
    {"reflex", "the best-scoring actions, by the scenario's weights"},
    {"greedy", "what helps its goals most in one turn"},
    {"planner", "looks six turns ahead; planner:R imagines R games for each choice (3)"},
    {"mcts", "searches courses of action for three years; mcts:N imagines N games a turn (200)"},
    {"script:FILE", "orders set down beforehand"},
};

static void write_one(struct tp_json_out *report, enum tp_form_of_output format, const char *name,
                      const char *base, const char *title, const char *text) {
  struct tp_text *out = &report->text;
  if (format == TP_JSON) {
    tp_json_object(report, NULL);
    tp_json_string(report, "name", name);
    tp_json_string(report, "title", title);
    tp_json_string(report, "text", text);
    if (base)
      tp_json_string(report, "base", base);
    else
      tp_json_number(report, "base", HUGE_VAL); /* null */
    tp_json_end(report);
  } else if (format == TP_CSV) {
    tp_csv_field(out, name);
    tp_text_print(out, ",%s,", base ? base : "");
    tp_csv_field(out, title);
    tp_text_add(out, "\n");
  } else {
    tp_text_print(out, "%-14s %s%s%s", name, title, *text ? ". " : "", text);
    tp_text_print(out, base ? " (plays like %s)\n" : "\n", base ? base : "");
  }
}

enum tp_exit tp_lab_policies(const struct tp_arguments *a) {
  enum tp_exit end;
  struct tp_json_out report;
  struct tp_scenario *scenario =
      tp_setup_load(a->operand_count ? a->operand[0] : TP_DEFAULT_SCENARIO, a->mods, &end);
  if (!scenario)
    return end;
  const struct tp_rules *r = scenario->rules;
  tp_json_start(&report);
  if (a->format == TP_JSON) {
    tp_json_object(&report, NULL);
    tp_json_whole(&report, "format", 1);
    tp_json_string(&report, "command", "policies");
    tp_json_string(&report, "scenario", r->words.id);
    tp_json_list(&report, "policies");
  } else if (a->format == TP_CSV) {
    tp_text_add(&report.text, "name,base,title\n");
  }
  for (size_t i = 0; i < sizeof everywhere / sizeof *everywhere; i++)
    write_one(&report, a->format, everywhere[i].name, NULL, everywhere[i].title, "");
  for (int i = 0; i < r->character_count; i++) {
    const struct tp_character *own = &r->characters[i];
    write_one(&report, a->format, own->words.id, own->base, own->words.title, own->words.text);
  }
  if (a->format == TP_JSON) {
    tp_json_end(&report);
    tp_json_end(&report);
  }
  tp_scenario_free(scenario);
  return tp_report_finish(&report, a, TP_EXIT_OK);
}
