/* describe: the compiled model in words.
 *
 * SCENARIO alone: what it holds. With a NAME, one thing of it: a variable (russia.stability), an
 * action, an event, an actor, a coefficient (menace.rate), an ending, an objective, a claim or a
 * track. For a variable: its meaning, range and start, the equation that moves it, which equations,
 * events and actions it has a part in, and what changes it. See lab/authoring/paper.h for the JSON;
 * there is no CSV.
 */
#include "lab/authoring/describe.h"

#include "data/address.h"
#include "data/format/format.h"
#include "data/nearest.h"

#include <string.h>

struct finder {
  struct tp_paper *paper;
  const struct tp_rules *r;
  const char *name;
  int json;
};

static struct tp_paper *begin(const struct finder *f, const char *kind) {
  tp_paper_begin(f->paper, f->json, f->r, kind, f->name);
  return f->paper;
}

/* Describes what the name stands for: 1, or 0 when it stands for nothing. */
static int describe_named(const struct finder *f) {
  const struct tp_rules *r = f->r;
  int index;
  if ((index = tp_address_find(r, f->name)) >= 0)
    tp_describe_variable(begin(f, "variable"), r, index);
  else if ((index = tp_address_action(r, f->name)) >= 0)
    tp_describe_action(begin(f, "action"), r, index);
  else if ((index = tp_address_event(r, f->name)) >= 0)
    tp_describe_event(begin(f, "event"), r, index);
  else if ((index = tp_address_actor(r, f->name, strlen(f->name))) >= 0)
    tp_describe_actor(begin(f, "actor"), r, index);
  else if ((index = tp_address_coefficient(f->name)) >= 0)
    tp_describe_coefficient(begin(f, "coefficient"), r, index);
  else if ((index = tp_address_ending(r, f->name)) >= 0)
    tp_describe_ending(begin(f, "ending"), r, index);
  else if ((index = tp_address_objective(r, f->name)) >= 0)
    tp_describe_objective(begin(f, "objective"), r, index);
  else
    return 0;
  return 1;
}

/* A claim is spoken of by its id; what moves is its credibility. */
static int describe_claim(const struct finder *f) {
  for (int claim = 0; claim < f->r->claim_count; claim++) {
    if (strcmp(f->r->claims[claim].words.id, f->name) != 0)
      continue;
    struct tp_paper *paper = begin(f, "claim");
    tp_paper_line(paper, "%s", f->r->claims[claim].words.title);
    tp_paper_line(paper, "%s", f->r->claims[claim].words.text);
    tp_describe_variable(paper, f->r, tp_claim_slot(f->r, claim, TP_CREDIBILITY));
    return 1;
  }
  return 0;
}

/* And a track, where its address is track:ID. */
static int describe_track(const struct finder *f) {
  char address[TP_ID_MAX + 20];
  snprintf(address, sizeof address, "track:%.*s", TP_ID_MAX, f->name);
  int slot = tp_address_find(f->r, address);
  if (slot == TP_NONE)
    return 0;
  tp_describe_variable(begin(f, "track"), f->r, slot);
  return 1;
}

static void explain_unknown(const struct tp_rules *r, const char *name) {
  struct tp_nearest nearest = tp_nearest_to(name);
  int coefficients;
  const struct tp_coefficient *list = tp_coefficients(&coefficients);
  for (int i = 0; i < r->slot_count; i++)
    tp_nearest_try(&nearest, r->slots[i].name);
  for (int i = 0; i < r->action_count; i++)
    tp_nearest_try(&nearest, r->actions[i].words.id);
  for (int i = 0; i < r->event_count; i++)
    tp_nearest_try(&nearest, r->events[i].words.id);
  for (int i = 0; i < r->actor_count; i++)
    tp_nearest_try(&nearest, r->actors[i].words.id);
  for (int i = 0; i < coefficients; i++)
    tp_nearest_try(&nearest, list[i].name);
  for (int i = 0; i < r->ending_count; i++)
    tp_nearest_try(&nearest, r->endings[i].words.id);
  for (int i = 0; i < r->objective_count; i++)
    tp_nearest_try(&nearest, r->objectives[i].words.id);
  tp_lab_say("nothing is called \"%s\"%s", name, tp_nearest_hint(&nearest));
}

static int describe_operands(struct tp_paper *paper, const struct tp_scenario *scenario,
                             const struct tp_arguments *a) {
  int json = a->format == TP_JSON;
  if (a->operand_count == 1) {
    tp_paper_begin(paper, json, scenario->rules, "scenario", scenario->rules->words.id);
    tp_describe_scenario(paper, scenario);
    return 1;
  }
  struct finder finder = {paper, scenario->rules, a->operand[1], json};
  if (describe_named(&finder) || describe_claim(&finder) || describe_track(&finder))
    return 1;
  explain_unknown(scenario->rules, a->operand[1]);
  return 0;
}

enum tp_exit tp_lab_describe(const struct tp_arguments *arguments) {
  enum tp_exit end;
  struct tp_paper paper;
  if (arguments->format == TP_CSV) {
    tp_lab_say("describe has no CSV, only text and json");
    return TP_EXIT_USAGE;
  }
  struct tp_scenario *scenario = tp_setup_load(arguments->operand[0], arguments->mods, &end);
  if (!scenario)
    return end;
  if (describe_operands(&paper, scenario, arguments)) {
    tp_paper_end(&paper);
    end = tp_report_finish(&paper.out, arguments, TP_EXIT_OK);
  } else {
    end = TP_EXIT_USAGE;
  }
  tp_scenario_free(scenario);
  return end;
}
