#include "lab/studies/patch.h"

#include "data/address.h"
#include "data/files.h"
#include "data/json/in.h"

#include <string.h>

/* Where in a scenario a start value stands: section / subject / in / name. */
struct place {
  const char *section;
  char subject[140]; /* "" in a section without subjects */
  const char *in;    /* one more object in between, or NULL */
  char name[80];
};

struct patch {
  struct tp_json_out *out;
  const struct tp_scenario *scenario;
  struct tp_json *merged;
};

/* A pair is written as the scenario has it. */
static void name_pair(const struct patch *p, int tie, char subject[140]) {
  const struct tp_rules *r = p->scenario->rules;
  const char *a = r->actors[r->ties[tie].a].words.id, *b = r->actors[r->ties[tie].b].words.id;
  snprintf(subject, 140, "%s-%s", b, a);
  if (!tp_json_get(tp_json_get(p->merged, "pairs"), subject))
    snprintf(subject, 140, "%s-%s", a, b);
}

static struct place place_of(const struct patch *p, const char *name) {
  const struct tp_rules *r = p->scenario->rules;
  struct place place = {.section = "rules"};
  int slot = tp_address_find(r, name);
  const char *variable = strrchr(name, '.');
  snprintf(place.name, sizeof place.name, "%s", variable ? variable + 1 : "start");
  if (slot == TP_NONE) {
    snprintf(place.name, sizeof place.name, "%s", name);
    return place;
  }
  int subject = r->slots[slot].subject;
  switch ((enum tp_scope)r->slots[slot].scope) {
  case TP_ON_ACTOR:
    place.section = "actors";
    place.in = "vars";
    snprintf(place.subject, sizeof place.subject, "%s", r->actors[subject].words.id);
    break;
  case TP_ON_TIE:
    place.section = "pairs";
    name_pair(p, subject, place.subject);
    break;
  case TP_ON_VIEW:
    place.section = "views";
    snprintf(place.subject, sizeof place.subject, "%s>%s",
             r->actors[r->views[subject].from].words.id, r->actors[r->views[subject].to].words.id);
    break;
  case TP_ON_CLAIM:
    place.section = "claims";
    snprintf(place.subject, sizeof place.subject, "%s", r->claims[subject].words.id);
    break;
  case TP_ON_TRACK:
    place.section = "tracks";
    snprintf(place.subject, sizeof place.subject, "%s", r->tracks[subject].words.id);
    break;
  case TP_ON_WORLD:
    place.section = "world";
    break;
  }
  return place;
}

/* All values of one subject, from the first of them on. */
static void write_subject(const struct patch *p, const struct place *places,
                          const struct tp_factors *factors, const double *values, int first) {
  const struct place *of = &places[first];
  if (of->subject[0])
    tp_json_object(p->out, of->subject);
  if (of->in)
    tp_json_object(p->out, of->in);
  for (int i = first; i < factors->count; i++) {
    if (strcmp(places[i].section, of->section) == 0 && strcmp(places[i].subject, of->subject) == 0)
      tp_json_number(p->out, places[i].name, values[i]);
  }
  if (of->in)
    tp_json_end(p->out);
  if (of->subject[0])
    tp_json_end(p->out);
}

/* Is an earlier one of the same section, and of the same subject if that is asked? */
static int came_before(const struct place *places, int index, int same_subject) {
  for (int i = 0; i < index; i++) {
    if (strcmp(places[i].section, places[index].section) == 0 &&
        (!same_subject || strcmp(places[i].subject, places[index].subject) == 0))
      return 1;
  }
  return 0;
}

static void write_section(const struct patch *p, const struct place *places,
                          const struct tp_factors *factors, const double *values, int first) {
  tp_json_object(p->out, places[first].section);
  for (int i = first; i < factors->count; i++) {
    if (strcmp(places[i].section, places[first].section) == 0 && !came_before(places, i, 1))
      write_subject(p, places, factors, values, i);
  }
  tp_json_end(p->out);
}

void tp_patch_write(struct tp_json_out *out, const struct tp_scenario *scenario,
                    const struct tp_factors *factors, const double *values) {
  struct tp_problems problems = {0};
  struct patch patch = {.out = out, .scenario = scenario};
  struct place *places = tp_arena_take(factors->arena, (size_t)factors->count * sizeof *places);
  patch.merged =
      tp_json_read(scenario->merged, strlen(scenario->merged), "the scenario", &problems);
  for (int i = 0; i < factors->count; i++)
    places[i] = place_of(&patch, factors->list[i].name);
  for (int i = 0; i < factors->count; i++) {
    if (!came_before(places, i, 0))
      write_section(&patch, places, factors, values, i);
  }
  tp_json_free(patch.merged);
  tp_problems_free(&problems);
}

/* The name by which the scenario's file can be extended from beside it. */
static void name_of_file(const struct tp_scenario *scenario, char name[200]) {
  const char *slash = strrchr(scenario->path, '/'), *file = slash ? slash + 1 : scenario->path;
  snprintf(name, 200, "%s", file);
  char *ending = strrchr(name, '.');
  if (ending)
    *ending = 0;
}

struct tp_scenario *tp_patch_load(const struct tp_scenario *scenario,
                                  const struct tp_factors *factors, const double *values) {
  struct tp_problems problems = {0};
  struct tp_json_out out;
  char name[200], beside[TP_PATH_MAX];
  name_of_file(scenario, name);
  snprintf(beside, sizeof beside, "%s, tuned", scenario->path);
  tp_json_start(&out);
  tp_json_object(&out, NULL);
  tp_json_whole(&out, "format", 1);
  tp_json_string(&out, "id", scenario->rules->words.id);
  tp_json_string(&out, "extends", name);
  tp_patch_write(&out, scenario, factors, values);
  tp_json_end(&out);
  struct tp_scenario *patched =
      tp_scenario_load_text(out.text.data, beside, scenario->language, &problems);
  tp_problems_write(&problems, stderr);
  tp_problems_free(&problems);
  tp_text_free(&out.text);
  return patched;
}
