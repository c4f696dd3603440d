/* Pages of rules: what a coefficient means, its value and range, who set it, and what reads it. */
#include "session/pages/parts.h"
#include "session/state.h"

#include "core/equation.h"
#include "data/layers/setters.h"
#include "session/readings.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FAMILIES_MAX = 6, NO_MORE = -1, USES_MAX = 24, KEY_MAX = 80 };

#define ON(scope, variable) TP_FAMILY(scope, variable)

/* Coefficients are grouped by what comes before the point. A group's families are those whose
 * variables it has to do with; its page is where the step is told that reads it besides. */
static const struct group {
  const char *name;
  int16_t families[FAMILIES_MAX];
  struct tp_page_ref page;
} groups[] = {
    {"economy", {ON(WORLD, ENERGY_PRICE), ON(ACTOR, PROSPERITY), NO_MORE}, {0, 0}},
    {"prosperity", {ON(ACTOR, PROSPERITY), NO_MORE}, {0, 0}},
    {"expectation", {ON(ACTOR, EXPECTATION), NO_MORE}, {0, 0}},
    {"menace", {ON(VIEW, MENACE), NO_MORE}, {0, 0}},
    {"influence", {ON(VIEW, INFLUENCE), NO_MORE}, {0, 0}},
    {"threat", {ON(ACTOR, THREAT), ON(ACTOR, ALARM), NO_MORE}, {0, 0}},
    {"fear", {ON(ACTOR, REVOLUTION_FEAR), NO_MORE}, {0, 0}},
    {"effort", {ON(ACTOR, EFFORT), NO_MORE}, {0, 0}},
    {"control", {ON(ACTOR, CONTROL), NO_MORE}, {0, 0}},
    {"openness", {ON(ACTOR, OPENNESS), NO_MORE}, {0, 0}},
    {"reach", {ON(CLAIM, REACH), NO_MORE}, {0, 0}},
    {"credibility", {ON(CLAIM, CREDIBILITY), NO_MORE}, {0, 0}},
    {"contract", {ON(ACTOR, CONTRACT), NO_MORE}, {0, 0}},
    {"grievance", {ON(ACTOR, GRIEVANCE), NO_MORE}, {0, 0}},
    {"rally", {ON(ACTOR, RALLY), NO_MORE}, {0, 0}},
    {"stability", {ON(ACTOR, STABILITY), NO_MORE}, {0, 0}},
    {"government", {ON(TIE, GOVERNMENT), NO_MORE}, {0, 0}},
    {"trade", {ON(TIE, ECONOMY), NO_MORE}, {0, 0}},
    {"cohesion", {ON(TIE, DURABLE), ON(TIE, BRITTLE), ON(TIE, COHESION), NO_MORE}, {0, 0}},
    {"alignment", {ON(TIE, ALIGNMENT), NO_MORE}, {0, 0}},
    {"status", {ON(TIE, STATUS), NO_MORE}, {TP_PAGE_MECHANISM, 13}},
    {"power", {ON(ACTOR, POWER), ON(ACTOR, COERCION), NO_MORE}, {0, 0}},
    {"assertiveness", {ON(ACTOR, ASSERTIVENESS), NO_MORE}, {0, 0}},
    {"tension", {ON(WORLD, TENSION), NO_MORE}, {0, 0}},
    {"spending", {ON(ACTOR, SPENDING), NO_MORE}, {0, 0}},
    {"military", {ON(ACTOR, MILITARY), NO_MORE}, {0, 0}},
    {"pillar",
     {ON(ACTOR, INDUSTRY), ON(ACTOR, COMMAND), ON(ACTOR, ENABLERS), ON(ACTOR, READINESS),
      ON(ACTOR, DETERRENT), NO_MORE},
     {0, 0}},
    {"imports", {ON(ACTOR, IMPORTS), NO_MORE}, {0, 0}},
    {"support", {ON(ACTOR, SUPPORT), NO_MORE}, {0, 0}},
    {"consent", {ON(ACTOR, CONSENT), NO_MORE}, {0, 0}},
    {"reliance", {ON(ACTOR, RELIANCE), NO_MORE}, {0, 0}},
    {"promised", {ON(ACTOR, PROMISED), NO_MORE}, {0, 0}},
    {"unity", {ON(ACTOR, UNITY), NO_MORE}, {0, 0}},
    {"deterrence", {ON(ACTOR, DETERRENCE), NO_MORE}, {0, 0}},
    {"gap", {ON(ACTOR, GAP), NO_MORE}, {0, 0}},
    {"commitment", {ON(WORLD, COMMITMENT), NO_MORE}, {0, 0}},
    {"hazard", {ON(WORLD, HAZARD), NO_MORE}, {TP_PAGE_GUIDE, TP_GUIDE_CRISES}},
    {"crisis", {ON(WORLD, CRISIS), NO_MORE}, {TP_PAGE_GUIDE, TP_GUIDE_CRISES}},
    {"guarantee", {NO_MORE}, {TP_PAGE_GUIDE, TP_GUIDE_CRISES}},
    {"wedge", {NO_MORE}, {TP_PAGE_MECHANISM, 10}},
    {"council", {NO_MORE}, {TP_PAGE_GUIDE, TP_GUIDE_COUNCIL}},
    {"income", {ON(ACTOR, BUDGET), ON(ACTOR, CAPITAL), NO_MORE}, {TP_PAGE_GUIDE, TP_GUIDE_MEANS}},
    {"events", {NO_MORE}, {TP_PAGE_GUIDE, TP_GUIDE_TURN}},
    {"policy", {NO_MORE}, {TP_PAGE_GUIDE, TP_GUIDE_OPPONENTS}},
    {"forecast", {NO_MORE}, {TP_PAGE_GUIDE, TP_GUIDE_FORECASTS}},
};
enum { GROUPS = sizeof groups / sizeof *groups };

static const struct tp_coefficient *known(int coefficient) {
  int count;
  return &tp_coefficients(&count)[coefficient];
}

static const struct group *group_of(int coefficient) {
  const char *name = known(coefficient)->name;
  size_t length = strcspn(name, ".");
  for (int i = 0; i < GROUPS; i++)
    if (strncmp(groups[i].name, name, length) == 0 && !groups[i].name[length])
      return &groups[i];
  return NULL;
}

static int has(const struct group *group, int family) {
  for (int i = 0; i < FAMILIES_MAX && group->families[i] != NO_MORE; i++)
    if (group->families[i] == family)
      return 1;
  return 0;
}

/* "rule.economy.price-rate" */
const char *tp_rule_title(int coefficient) {
  char key[KEY_MAX];
  snprintf(key, sizeof key, "rule.%s", known(coefficient)->name);
  for (char *p = key; *p; p++)
    *p = *p == '_' ? '-' : *p;
  return tp_phrase_text(key);
}

/* All the digits that it was written with. */
static char *number(double x, char text[TP_FIGURE_MAX]) {
  int digits = 0;
  double ten = 1;
  for (; digits < 6 && fabs(x * ten - round(x * ten)) > 1e-7 * ten; digits++)
    ten *= 10;
  return tp_phrase_number(text, x, digits);
}

static void add_rule(struct tp_page *page, const struct tp_rules *r, int coefficient) {
  char title[TP_WORDING_MAX], figure[TP_FIGURE_MAX];
  struct tp_coefficients values = r->coefficient;
  snprintf(title, sizeof title, "%s", tp_rule_title(coefficient));
  tp_page_add(page, TP_PART_ROW, tp_page_of(TP_PAGE_RULE, coefficient), tp_phrase_capital(title),
              number(*tp_coefficient_at(&values, coefficient), figure));
}

void tp_page_rules_of_family(struct tp_page *page, const struct tp_rules *r, int family) {
  int count;
  tp_coefficients(&count);
  tp_page_head(page, TP_SAY_PAGE_RULES_OF);
  for (int i = 0; i < count; i++)
    if (has(group_of(i), family))
      add_rule(page, r, i);
}

void tp_page_rules_of_page(struct tp_page *page, const struct tp_rules *r, struct tp_page_ref ref) {
  int count;
  tp_coefficients(&count);
  tp_page_head(page, TP_SAY_PAGE_RULES_OF);
  for (int i = 0; i < count; i++) {
    struct tp_page_ref told = group_of(i)->page;
    if (told.kind == ref.kind && told.which == ref.which)
      add_rule(page, r, i);
  }
}

/* --- who set it --- */

static void add_setter(struct tp_page *page, const struct tp_setter *setter) {
  char where[TP_WORDING_MAX], value[TP_FIGURE_MAX];
  const char *slash = strrchr(setter->file, '/'), *file = slash ? slash + 1 : setter->file;
  if (!setter->value)
    return;
  if (setter->is_mod)
    TP_SAY(where, sizeof where, TP_SAY_PAGE_SET_BY_MOD, setter->layer, file,
           TP_WHOLE(setter->line));
  else
    TP_SAY(where, sizeof where, TP_SAY_PAGE_SET_IN, file, TP_WHOLE(setter->line));
  tp_page_add(page, TP_PART_ROW, tp_nowhere, where, number(strtod(setter->value, NULL), value));
}

/* The files that set it, the one that counts first; nothing where they do not come to the value
 * that is played with, as with a save of another state of the files. */
static void add_setters(struct tp_page *page, const struct tp_session *s, int coefficient) {
  char name[2 * TP_PATH_MAX], pointer[KEY_MAX];
  struct tp_setters setters;
  struct tp_problems problems = {0};
  struct tp_coefficients values = s->r->coefficient;
  if (!s->scenario)
    return;
  tp_session_origin(s, name, sizeof name);
  snprintf(pointer, sizeof pointer, "/rules/%s", known(coefficient)->name);
  tp_page_head(page, TP_SAY_PAGE_SET);
  if (tp_setters_find(name, pointer, &setters, &problems)) {
    const char *last = setters.count ? setters.list[setters.count - 1].value : NULL;
    if (last && strtod(last, NULL) == *tp_coefficient_at(&values, coefficient))
      for (int i = setters.count - 1; i >= 0; i--)
        add_setter(page, &setters.list[i]);
    tp_setters_free(&setters);
  }
  tp_problems_free(&problems);
}

/* --- what reads it --- */

/* Readings of one cause by one family of variables. */
struct use {
  int family, cause, kind, slot, count;
};

struct uses {
  const struct tp_rules *r;
  struct use list[USES_MAX];
  int count;
  struct tp_reading first;
};

static void take_reading(void *context, const struct tp_reading *reading) {
  struct uses *uses = context;
  int family = tp_page_family_of(uses->r, reading->slot), at = 0;
  if (!uses->count)
    uses->first = *reading;
  while (at < uses->count &&
         (uses->list[at].family != family || uses->list[at].cause != reading->cause))
    at++;
  if (at == USES_MAX)
    return;
  if (at == uses->count)
    uses->list[uses->count++] =
        (struct use){family, reading->cause, (int)reading->kind, reading->slot, 0};
  uses->list[at].count++;
}

static void add_use(struct tp_page *page, const struct tp_session *s, const struct use *use) {
  char what[TP_WORDING_MAX], text[TP_WORDING_MAX + 200], figure[TP_WORDING_MAX];
  struct tp_page_ref to = tp_page_of(TP_PAGE_FAMILY, use->family);
  if (use->count == 1)
    to = tp_page_of(TP_PAGE_VARIABLE, use->slot);
  tp_page_title(s, to, what, sizeof what);
  if (use->cause != TP_NONE)
    TP_SAY(text, sizeof text, TP_SAY_PAGE_HOW, what,
           tp_wording_cause_name((enum tp_cause)use->cause));
  else
    TP_SAY(text, sizeof text, TP_SAY_PAGE_HOW, what,
           tp_phrase(use->kind == TP_READ_RATE ? TP_SAY_PAGE_ITS_PACE : TP_SAY_PAGE_ITS_FORMULA));
  TP_SAY(figure, sizeof figure, TP_SAY_PAGE_SO_MANY, TP_WHOLE(use->count));
  tp_page_add(page, TP_PART_ROW, to, text, use->count > 1 ? figure : "");
}

/* How long half of the way takes. */
static void add_pace(struct tp_page *page, double rate) {
  char text[TP_WORDING_MAX];
  if (rate <= 0 || rate >= 1)
    return;
  tp_page_text(
      page, TP_SAY(text, sizeof text, TP_SAY_PAGE_HALF_WAY, TP_TENTHS(log(0.5) / log(1 - rate))));
}

/* What ten points come to, in one of the equations. */
static void add_example(struct tp_page *page, const struct tp_session *s,
                        const struct tp_reading *reading) {
  const struct tp_rules *r = s->r;
  char from[TP_WORDING_MAX], to[TP_WORDING_MAX], change[TP_FIGURE_MAX], text[3 * TP_WORDING_MAX];
  int equation = r->system->of[reading->slot];
  const struct tp_equation *e = &r->system->equations[equation];
  for (int i = e->first; i < tp_equation_end(e); i++) {
    const struct tp_term *term = &r->system->terms[i];
    if (term->a != reading->a || term->b != reading->b ||
        r->system->origins[i].cause != reading->cause || r->high[term->a] - r->low[term->a] < 20 ||
        (term->b != TP_NONE && tp_session_hides(s, term->b)))
      continue;
    double times = term->b == TP_NONE ? 1 : tp_session_world(s)->v[term->b];
    tp_wording_variable(r, term->a, from, sizeof from);
    tp_wording_variable(r, reading->slot, to, sizeof to);
    tp_phrase_signed(change, 10 * term->gain * times / r->system->rate[equation], 2);
    tp_page_text(page,
                 TP_SAY(text, sizeof text,
                        term->b == TP_NONE ? TP_SAY_PAGE_TEN_POINTS : TP_SAY_PAGE_TEN_POINTS_NOW,
                        from, to, change));
    return;
  }
}

/* In words what the number comes to. */
static void add_meaning(struct tp_page *page, const struct tp_session *s, const struct uses *uses,
                        double value) {
  if (!uses->count)
    return;
  if (uses->first.kind == TP_READ_RATE)
    add_pace(page, value);
  if (uses->first.kind == TP_READ_TERM)
    add_example(page, s, &uses->first);
}

static void add_uses(struct tp_page *page, const struct tp_session *s, const struct uses *uses,
                     const struct group *group) {
  tp_page_head(page, TP_SAY_PAGE_READ_BY);
  for (int i = 0; i < uses->count; i++)
    add_use(page, s, &uses->list[i]);
  for (int i = 0; !uses->count && i < FAMILIES_MAX && group->families[i] != NO_MORE; i++)
    tp_page_row_to(page, s, tp_page_of(TP_PAGE_FAMILY, group->families[i]));
}

static void add_mechanisms(struct tp_page *page, const struct tp_session *s,
                           const struct group *group) {
  tp_page_head(page, TP_SAY_PAGE_PART_OF);
  for (int m = 0; m < TP_MECHANISMS; m++) {
    int told = group->page.kind == TP_PAGE_MECHANISM && group->page.which == m;
    for (int i = 0; i < FAMILIES_MAX && group->families[i] != NO_MORE; i++)
      told |= tp_mechanism_has(m, group->families[i]);
    if (told)
      tp_page_row_to(page, s, tp_page_of(TP_PAGE_MECHANISM, m));
  }
  if (group->page.kind == TP_PAGE_GUIDE)
    tp_page_row_to(page, s, group->page);
}

static void add_neighbours(struct tp_page *page, const struct tp_rules *r, int coefficient) {
  int count;
  tp_coefficients(&count);
  tp_page_head(page, TP_SAY_PAGE_NEIGHBOURS);
  for (int i = 0; i < count; i++)
    if (i != coefficient && group_of(i) == group_of(coefficient))
      add_rule(page, r, i);
}

void tp_page_write_rule(const struct tp_session *s, int coefficient, struct tp_page *page) {
  const struct tp_rules *r = tp_session_rules(s);
  const struct tp_coefficient *c = known(coefficient);
  const struct group *group = group_of(coefficient);
  struct tp_coefficients values = r->coefficient;
  double value = *tp_coefficient_at(&values, coefficient);
  char text[TP_WORDING_MAX], low[TP_FIGURE_MAX], high[TP_FIGURE_MAX];
  struct uses uses = {.r = r};
  if (s->scenario)
    tp_readings_each(s->scenario, coefficient, take_reading, &uses);
  add_meaning(page, s, &uses, value);
  tp_page_add(page, TP_PART_ROW, tp_nowhere, tp_phrase(TP_SAY_PAGE_VALUE), number(value, low));
  TP_SAY(text, sizeof text, TP_SAY_PAGE_FROM_TO, number(c->low, low), number(c->high, high));
  tp_page_add(page, TP_PART_ROW, tp_nowhere, tp_phrase(TP_SAY_PAGE_RANGE), text);
  tp_page_add(page, TP_PART_ROW, tp_nowhere, tp_phrase(TP_SAY_PAGE_WRITTEN_AS), c->name);
  add_setters(page, s, coefficient);
  add_uses(page, s, &uses, group);
  add_mechanisms(page, s, group);
  add_neighbours(page, r, coefficient);
}
