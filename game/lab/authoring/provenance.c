/* explain SCENARIO POINTER: which file and line set a value, what it was before in each layer of
 * the chain and of the mods, and which equations, actions, events, objectives and endings read it.
 *
 * What reads a coefficient is found by moving it and comparing (session/readings.h).
 *
 * JSON: {"format": 1, "command": "explain", "scenario", "pointer", "value": as it is now or null,
 *        "set_by": [{"file", "line", "column", "layer": id of the scenario or mod, "mod": true or
 *        false, "wrote": what stands there, "value": from there on, or null}], from the first file
 *        to the one that counts,
 *        "reads": {"kind": "variable", "coefficient", "action", "event" or null, "name",
 *        "about": [line, ...], "sections": {heading: [line, ...]}}}
 */
#include "lab/authoring/provenance.h"

#include "data/address.h"
#include "data/layers/setters.h"
#include "data/visible.h"
#include "lab/authoring/describe.h"
#include "session/readings.h"

#include <stdlib.h>
#include <string.h>

/* --- what the pointer is about --------------------------------------------------------------- */

enum { name_max = 200 };

struct subject {
  const char *kind; /* NULL: nothing that is read by others */
  char name[name_max];
  int index; /* slot, coefficient, action or event */
};

/* Splits "/a/b/c" into at most four parts; returns how many there are. */
static int split(const char *pointer, char part[4][name_max]) {
  int count = 0;
  while (*pointer == '/' && count < 4) {
    size_t length = strcspn(++pointer, "/");
    snprintf(part[count++], name_max, "%.*s", (int)length, pointer);
    pointer += length;
  }
  return *pointer ? 0 : count;
}

/* The address of the variable whose start value stands at the pointer, or "". */
static void address_of(char part[4][name_max], int parts, char address[name_max]) {
  address[0] = '\0';
  if (parts == 2 && strcmp(part[0], "world") == 0)
    snprintf(address, name_max, "world.%.100s", part[1]);
  else if (parts == 3 && strcmp(part[0], "tracks") == 0 && strcmp(part[2], "start") == 0)
    snprintf(address, name_max, "track:%.100s", part[1]);
  else if (parts == 3 && strcmp(part[0], "claims") == 0)
    snprintf(address, name_max, "claim:%.90s.%.90s", part[1], part[2]);
  else if (parts == 3 && (strcmp(part[0], "pairs") == 0 || strcmp(part[0], "views") == 0))
    snprintf(address, name_max, "%.90s.%.90s", part[1], part[2]);
  else if (parts == 4 && strcmp(part[0], "actors") == 0 && strcmp(part[2], "vars") == 0)
    snprintf(address, name_max, "%.90s.%.90s", part[1], part[3]);
}

static struct subject subject_of(const struct tp_rules *r, const char *pointer) {
  char part[4][name_max];
  struct subject s = {.index = TP_NONE};
  int parts = split(pointer, part);
  address_of(part, parts, s.name);
  if (s.name[0] && (s.index = tp_address_find(r, s.name)) != TP_NONE) {
    s.kind = "variable";
    return s;
  }
  if (parts >= 2)
    snprintf(s.name, sizeof s.name, "%s", part[1]);
  if (parts == 2 && strcmp(part[0], "rules") == 0 &&
      (s.index = tp_address_coefficient(part[1])) != TP_NONE)
    s.kind = "coefficient";
  else if (parts >= 2 && strcmp(part[0], "actions") == 0 &&
           (s.index = tp_address_action(r, part[1])) != TP_NONE)
    s.kind = "action";
  else if (parts >= 2 && strcmp(part[0], "events") == 0 &&
           (s.index = tp_address_event(r, part[1])) != TP_NONE)
    s.kind = "event";
  return s;
}

/* --- coefficients ---------------------------------------------------------------------------- */

struct telling {
  struct tp_paper *paper;
  const struct tp_rules *r;
  int steps; /* 1: these are wanted, 0: equations */
};

static void say_reading(void *context, const struct tp_reading *reading) {
  const struct telling *t = context;
  const struct tp_slot *slots = t->r->slots;
  const char *name = slots[reading->slot].name;
  if (t->steps != (reading->kind == TP_READ_STEP))
    return;
  if (reading->cause == TP_NONE)
    tp_paper_line(t->paper, t->steps ? "%s: its formula" : "%s: how fast it moves", name);
  else if (reading->a == TP_NONE)
    tp_paper_line(t->paper, "%s: %s", name, tp_cause_text((enum tp_cause)reading->cause));
  else
    tp_paper_line(t->paper, "%s: %s (%s%s%s)", name, tp_cause_text((enum tp_cause)reading->cause),
                  slots[reading->a].name, reading->b == TP_NONE ? "" : " x ",
                  reading->b == TP_NONE ? "" : slots[reading->b].name);
}

static void say_coefficient(struct tp_paper *paper, const struct tp_scenario *scenario, int index) {
  int count;
  struct telling telling = {paper, scenario->rules, 0};
  tp_paper_line(paper, "%s", tp_coefficients(&count)[index].meaning);
  tp_paper_heading(paper, "read by the equations of");
  tp_readings_each(scenario, index, say_reading, &telling);
  int in_equations = !paper->heading;
  telling.steps = 1;
  tp_paper_heading(paper, "read by");
  tp_readings_each(scenario, index, say_reading, &telling);
  if (paper->heading && !in_equations)
    tp_paper_line(paper, "no equation: by steps that an ordinary turn does not have");
}

/* --- actions and events ---------------------------------------------------------------------- */

static void say_followers(struct tp_paper *paper, const struct tp_rules *r, int event) {
  tp_paper_heading(paper, "brought about by");
  for (int i = 0; i < r->event_count; i++) {
    const struct tp_event *e = &r->events[i];
    if (e->then == event)
      tp_paper_line(paper, "event %s", e->words.id);
    for (int k = 0; k < e->options.count; k++)
      if (r->options[e->options.first + k].then == event)
        tp_paper_line(paper, "event %s, option %s", e->words.id,
                      r->options[e->options.first + k].words.id);
  }
}

static void say_readers(struct tp_paper *paper, const struct tp_scenario *scenario,
                        const struct subject *s) {
  const struct tp_rules *r = scenario->rules;
  if (!s->kind)
    return;
  if (strcmp(s->kind, "variable") == 0)
    tp_describe_readers(paper, r, s->index);
  else if (strcmp(s->kind, "coefficient") == 0)
    say_coefficient(paper, scenario, s->index);
  else if (strcmp(s->kind, "action") == 0)
    tp_paper_line(paper, "%s: played by %s", r->actions[s->index].words.id,
                  r->actors[r->actions[s->index].seat].words.id);
  else
    say_followers(paper, r, s->index);
}

/* --- the report ------------------------------------------------------------------------------ */

static void text_setters(struct tp_text *text, const char *pointer,
                         const struct tp_setters *setters) {
  const struct tp_setter *last = &setters->list[setters->count - 1];
  tp_text_print(text, "%s: %.400s\n\nset by\n", pointer, last->value ? last->value : "removed");
  for (int i = setters->count - 1; i >= 0; i--) {
    const struct tp_setter *setter = &setters->list[i];
    tp_text_add(text, "  ");
    tp_visible_add(text, setter->file);
    tp_text_print(text, ":%d:%d: %s%s: %.400s%s\n", setter->line, setter->column,
                  setter->is_mod ? "the mod " : "", setter->layer, setter->wrote,
                  setter == last            ? ""
                  : i == setters->count - 2 ? "  (before)"
                                            : "  (before that)");
  }
}

static void json_setters(struct tp_json_out *out, const char *scenario, const char *pointer,
                         const struct tp_setters *setters) {
  const char *value = setters->list[setters->count - 1].value;
  tp_json_object(out, NULL);
  tp_json_whole(out, "format", 1);
  tp_json_string(out, "command", "explain");
  tp_json_string(out, "scenario", scenario);
  tp_json_string(out, "pointer", pointer);
  tp_json_raw(out, "value", value ? value : "null");
  tp_json_list(out, "set_by");
  for (int i = 0; i < setters->count; i++) {
    const struct tp_setter *setter = &setters->list[i];
    tp_json_object(out, NULL);
    tp_json_string(out, "file", setter->file);
    tp_json_whole(out, "line", setter->line);
    tp_json_whole(out, "column", setter->column);
    tp_json_string(out, "layer", setter->layer);
    tp_json_flag(out, "mod", setter->is_mod);
    tp_json_raw(out, "wrote", setter->wrote);
    tp_json_raw(out, "value", setter->value ? setter->value : "null");
    tp_json_end(out);
  }
  tp_json_end(out);
}

static void json_readers(struct tp_json_out *out, const struct tp_scenario *scenario,
                         const struct subject *s) {
  struct tp_paper paper = {.json = 1, .is_open = 1};
  tp_json_object(out, "reads");
  if (s->kind)
    tp_json_string(out, "kind", s->kind);
  else
    tp_json_null(out, "kind");
  tp_json_string(out, "name", s->kind ? s->name : "");
  tp_json_list(out, "about");
  paper.out = *out;
  say_readers(&paper, scenario, s);
  tp_paper_end(&paper);
  *out = paper.out;
  tp_json_end(out);
}

static void report(const struct tp_arguments *a, const struct tp_scenario *scenario,
                   const struct tp_setters *setters, struct tp_json_out *out) {
  const char *pointer = a->operand[1];
  struct subject s = subject_of(scenario->rules, pointer);
  tp_json_start(out);
  if (a->format == TP_JSON) {
    json_setters(out, scenario->rules->words.id, pointer, setters);
    json_readers(out, scenario, &s);
    return;
  }
  struct tp_paper paper = {.out = *out};
  text_setters(&paper.out.text, pointer, setters);
  if (s.kind)
    tp_text_print(&paper.out.text, "\n%s: %s\n", s.name, s.kind);
  say_readers(&paper, scenario, &s);
  tp_paper_end(&paper);
  *out = paper.out;
}

enum tp_exit tp_provenance(const struct tp_arguments *arguments) {
  char full[TP_PATH_MAX];
  struct tp_json_out out;
  struct tp_setters setters;
  struct tp_problems problems = {0};
  enum tp_exit end;
  const char *name = tp_setup_name(arguments->operand[0], arguments->mods, full);
  if (arguments->format == TP_CSV) {
    tp_lab_say("explain of a value has no CSV, only text and json");
    return TP_EXIT_USAGE;
  }
  struct tp_scenario *scenario = tp_setup_load(name, NULL, &end);
  if (!scenario)
    return end;
  if (tp_setters_find(name, arguments->operand[1], &setters, &problems)) {
    report(arguments, scenario, &setters, &out);
    end = tp_report_finish(&out, arguments, TP_EXIT_OK);
    tp_setters_free(&setters);
  } else {
    tp_problems_write(&problems, stderr);
    end = TP_EXIT_USAGE;
  }
  tp_problems_free(&problems);
  tp_scenario_free(scenario);
  return end;
}
