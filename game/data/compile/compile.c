#include "data/compile/compile.h"

#include "core/world.h"

#include <string.h>

static void compile_rules(struct tp_compiler *c) {
  int count;
  const struct tp_coefficient *known = tp_coefficients(&count);
  const cJSON *rules = tp_read(c->root, "rules");
  if (!rules) {
    tp_compile_lack(
        c, c->root, "rules",
        "a scenario needs \"rules\": all coefficients; \"extends\": \"rules\" has them");
    return;
  }
  for (int i = 0; i < count; i++) {
    const cJSON *value = tp_read(rules, known[i].name);
    if (cJSON_IsNumber(value))
      *tp_coefficient_at(&c->r->coefficient, i) = value->valuedouble;
    else if (!value)
      tp_compile_lack(c, rules, known[i].name,
                      "the rule \"%s\" is missing: a number from %.15g to %.15g", known[i].name,
                      known[i].low, known[i].high);
  }
}

/* The chosen variant's title stands behind the scenario's: "Rapprochement, hard". */
static const char *title_with_variant(struct tp_compiler *c, const char *title) {
  char text[2 * TP_TITLE_MAX + 3];
  const cJSON *name = tp_read(c->root, "variant");
  if (!cJSON_IsString(name))
    return title;
  const cJSON *variant = tp_read(tp_read(c->root, "variants"), name->valuestring);
  if (!variant) {
    char why[500];
    tp_document_unknown_variant(tp_read(c->root, "variants"), name->valuestring, why, sizeof why);
    tp_compile_fault(c, name, TP_AT_VALUE, "%s", why);
    return title;
  }
  snprintf(text, sizeof text, "%s, %s", title, tp_read_text(c, variant, "title"));
  return tp_arena_copy(c->arena, text);
}

static void compile_head(struct tp_compiler *c) {
  struct tp_rules *r = c->r;
  const cJSON *start = tp_read(c->root, "start");
  r->words = (struct tp_words){tp_read_text(c, c->root, "id"), tp_read_text(c, c->root, "title"),
                               tp_read_text(c, c->root, "summary")};
  r->words.title = title_with_variant(c, r->words.title);
  r->turns = tp_read_whole(&tp_kind_scenario, c->root, "turns");
  if (cJSON_IsString(start) && strlen(start->valuestring) == 7) {
    const char *date = start->valuestring;
    for (int i = 0; i < 4; i++)
      r->start_year = r->start_year * 10 + (date[i] - '0');
    r->start_quarter = date[6] - '0';
  }
}

static void compile_sources(struct tp_compiler *c) {
  const cJSON *sources = tp_read(c->root, "sources"), *source;
  int count = 0, room = cJSON_IsArray(sources) ? cJSON_GetArraySize(sources) : 0;
  const char **texts = tp_arena_take(c->arena, (size_t)(room + 1) * sizeof *texts);
  if (room)
    for (source = tp_children(sources); source; source = source->next)
      texts[count++] = tp_read_text_at(c, source);
  c->scenario->sources = texts;
  c->scenario->source_count = count;
}

static void compile_band(struct tp_compiler *c, struct tp_band *band, const cJSON *node) {
  const cJSON *win = tp_read(node, "win");
  band->seat = tp_compile_seat(c, tp_read(node, "seat"));
  band->policy = tp_read_text(c, node, "policy");
  tp_compile_policy_name(c, tp_read(node, "policy"));
  band->low = tp_read_item(win, 0, 0);
  band->high = tp_read_item(win, 1, 1);
  if (band->low > band->high)
    tp_compile_fault(c, win, TP_AT_VALUE, "the lower end (%.15g) is above the upper end (%.15g)",
                     band->low, band->high);
}

/* Of two bands for the same play, one says what the other does not. */
static void check_new_band(struct tp_compiler *c, const struct tp_band *bands, int count,
                           const cJSON *node) {
  for (int i = 0; i < count; i++)
    if (bands[i].seat == bands[count].seat && strcmp(bands[i].policy, bands[count].policy) == 0)
      tp_compile_fault(c, node, TP_AT_VALUE, "there is a band for this seat and policy already");
}

/* Whether there is such a claim is for `claims` to say, which knows them. */
static void compile_aparts(struct tp_compiler *c, const cJSON *list) {
  int count = 0, room = cJSON_IsArray(list) ? cJSON_GetArraySize(list) : 0;
  struct tp_apart *aparts = tp_arena_take(c->arena, (size_t)(room + 1) * sizeof *aparts);
  for (const cJSON *node = room ? tp_children(list) : NULL; node; node = node->next)
    aparts[count++] =
        (struct tp_apart){tp_read_text(c, node, "claim"), tp_read_text(c, node, "why")};
  c->scenario->aparts = aparts;
  c->scenario->apart_count = count;
}

static void compile_balance(struct tp_compiler *c) {
  const cJSON *balance = tp_read(c->root, "balance"), *list = tp_read(balance, "bands"), *node;
  int count = 0, room = cJSON_IsArray(list) ? cJSON_GetArraySize(list) : 0;
  struct tp_band *bands = tp_arena_take(c->arena, (size_t)room * sizeof *bands);
  if (room)
    for (node = tp_children(list); node; node = node->next) {
      compile_band(c, &bands[count], node);
      check_new_band(c, bands, count++, node);
    }
  c->scenario->bands = bands;
  c->scenario->band_count = count;
  compile_aparts(c, tp_read(balance, "apart"));
  c->scenario->balance_games = (int)tp_read_number(&tp_kind_balance, balance, "games");
}

/* Written out rather than looped over, because each pool has its own type. */
static void publish_pools(struct tp_compiler *c) {
  struct tp_rules *r = c->r;
  r->incident = c->pools[TP_POOL_INCIDENT].items;
  r->outlooks = c->pools[TP_POOL_OUTLOOKS].items;
  r->pointing = c->pools[TP_POOL_POINTING].items;
  r->repertoire = c->pools[TP_POOL_REPERTOIRE].items;
  r->hidden = c->pools[TP_POOL_HIDDEN].items;
  r->adversaries = c->pools[TP_POOL_ADVERSARIES].items;
  r->spills = c->pools[TP_POOL_SPILLS].items;
  r->echoes = c->pools[TP_POOL_ECHOES].items;
  r->conditions = c->pools[TP_POOL_CONDITIONS].items;
  r->effects = c->pools[TP_POOL_EFFECTS].items;
  r->weights = c->pools[TP_POOL_WEIGHTS].items;
  r->appeals = c->pools[TP_POOL_APPEALS].items;
  r->options = c->pools[TP_POOL_OPTIONS].items;
}

static const size_t pool_sizes[TP_POOLS] = {
    [TP_POOL_INCIDENT] = sizeof(int16_t),
    [TP_POOL_OUTLOOKS] = sizeof(int16_t),
    [TP_POOL_POINTING] = sizeof(int16_t),
    [TP_POOL_REPERTOIRE] = sizeof(int16_t),
    [TP_POOL_HIDDEN] = sizeof(int16_t),
    [TP_POOL_ADVERSARIES] = sizeof(struct tp_adversary),
    [TP_POOL_SPILLS] = sizeof(struct tp_spill),
    [TP_POOL_ECHOES] = sizeof(struct tp_echo),
    [TP_POOL_CONDITIONS] = sizeof(struct tp_condition),
    [TP_POOL_EFFECTS] = sizeof(struct tp_effect),
    [TP_POOL_WEIGHTS] = sizeof(struct tp_weight),
    [TP_POOL_APPEALS] = sizeof(struct tp_appeal),
    [TP_POOL_OPTIONS] = sizeof(struct tp_option),
};

struct tp_rules *tp_compile(struct tp_scenario *scenario, const struct tp_document *document,
                            struct tp_problems *problems) {
  struct tp_rules *r = tp_arena_take(scenario->arena, sizeof *r);
  struct tp_compiler c = {.document = document,
                          .root = document->merged,
                          .problems = problems,
                          .language = scenario->language,
                          .arena = scenario->arena,
                          .scenario = scenario,
                          .r = r};
  for (int i = 0; i < TP_POOLS; i++)
    c.pools[i] =
        (struct tp_pool){.items = tp_arena_take(c.arena, pool_sizes[i]), .size = pool_sizes[i]};
  scenario->rules = r;
  compile_head(&c);
  compile_sources(&c);
  tp_compile_actors(&c);
  tp_compile_relations(&c);
  tp_compile_slots(&c);
  if (r->slot_count == TP_SLOTS_MAX)
    return r; /* reported; there is no place for what follows */
  tp_compile_actions(&c);
  tp_compile_events(&c);
  tp_compile_guide(&c);
  tp_compile_policies(&c);
  tp_compile_links(&c);
  compile_rules(&c);
  compile_balance(&c);
  publish_pools(&c);
  r->world_size = tp_world_size(r);
  return r;
}
