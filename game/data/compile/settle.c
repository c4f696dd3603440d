#include "data/compile/settle.h"

#include "core/equation.h"
#include "core/turn.h"
#include "data/json/out.h"
#include "data/layers/removals.h"

#include <stdlib.h>
#include <string.h>

/* The nearest file of the chain that says it is at rest, or the chain's length. */
static int find_resting(const struct tp_document *document) {
  int level = 0;
  while (level < document->count && !cJSON_IsTrue(tp_read(document->chain[level].json, "at_rest")))
    level++;
  return level;
}

/* Offsets that a file gives in so many words. */
static void take_written(const struct tp_rules *r, const cJSON *file, double *offset,
                         uint8_t *at_rest) {
  const cJSON *offsets = tp_read(file, "offsets"), *entry;
  if (!cJSON_IsObject(offsets))
    return;
  for (entry = tp_children(offsets); entry; entry = entry->next) {
    int slot = tp_address_find(r, entry->string);
    if (slot == TP_NONE || !cJSON_IsNumber(entry))
      continue;
    offset[slot] = entry->valuedouble;
    at_rest[slot] = 0;
  }
}

static void check_written(const struct tp_rules *r, const struct tp_document *document,
                          struct tp_problems *problems) {
  char message[300];
  const cJSON *offsets = tp_read(document->merged, "offsets"), *entry;
  if (!cJSON_IsObject(offsets))
    return;
  for (entry = tp_children(offsets); entry; entry = entry->next) {
    if (tp_address_find(r, entry->string) != TP_NONE)
      continue;
    tp_address_explain(r, entry->string, 0, message, sizeof message);
    tp_removals_unknown(document, problems, entry, TP_AT_KEY, TP_FORM_ADDRESS, entry->string,
                        message);
  }
}

/* Lets the core settle what `at_rest` marks; the other offsets are given. */
static void run_core(struct tp_scenario *scenario, struct tp_rules *r, double *offset,
                     const uint8_t *at_rest, const struct tp_document *document,
                     struct tp_problems *problems) {
  size_t count = (size_t)r->slot_count;
  struct tp_system *system = tp_arena_take(scenario->arena, sizeof *system);
  double *start = tp_arena_take(scenario->arena, count * sizeof *start);
  memcpy(start, r->start, count * sizeof *start);
  if (!tp_rules_settle(r, start, offset, system, at_rest))
    tp_document_fault(document, problems, document->merged, TP_AT_VALUE,
                      "too many equations: fewer actors, pairs or claims are needed");
}

/* Compiles and settles chain[level..] by itself, and takes its offsets over by name. */
static void inherit(struct tp_scenario *scenario, const struct tp_document *document, int level,
                    double *offset, uint8_t *at_rest, struct tp_problems *problems) {
  struct tp_document parent = {.count = document->count - level,
                               .layers = document->layers > level ? document->layers - level : 0};
  memcpy(parent.chain, document->chain + level, (size_t)parent.count * sizeof *parent.chain);
  parent.merged = tp_document_merge(document, level);
  tp_document_begin_trail(&parent);
  struct tp_scenario ancestor = {.language = scenario->language, .arena = scenario->arena};
  struct tp_problems faults = {0}; /* its warnings are not its heir's */
  struct tp_rules *from = tp_compile(&ancestor, &parent, &faults);
  if (faults.count == 0) {
    tp_settle(&ancestor, from, &parent, &faults);
    const struct tp_rules *r = scenario->rules;
    for (int slot = 0; slot < r->slot_count; slot++) {
      int source = tp_address_find(from, r->slots[slot].name);
      if (source == TP_NONE)
        continue;
      offset[slot] = from->offset[source];
      at_rest[slot] = 0;
    }
  }
  tp_problems_append_faults(problems, &faults);
  tp_problems_free(&faults);
  tp_document_end_trail(&parent);
  cJSON_Delete(parent.merged);
}

/* An influence counts from where its source starts in the scenario, computed or given. The rules
 * are still the compiler's own to write. */
static void count_influences(struct tp_rules *r) {
  struct tp_influence *influence = (struct tp_influence *)r->influences;
  for (int i = 0; i < r->influence_count; i++)
    influence[i].usual = r->start[influence[i].from];
}

void tp_settle(struct tp_scenario *scenario, struct tp_rules *r, const struct tp_document *document,
               struct tp_problems *problems) {
  size_t count = (size_t)r->slot_count;
  double *offset = tp_arena_take(scenario->arena, count * sizeof *offset);
  uint8_t *at_rest = tp_arena_take(scenario->arena, count);
  int level = find_resting(document);
  memset(at_rest, 1, count);
  check_written(r, document, problems);
  if (level > 0 && level < document->count)
    inherit(scenario, document, level, offset, at_rest, problems);
  for (int i = level - 1; i >= 0; i--)
    take_written(r, document->chain[i].json, offset, at_rest);
  scenario->at_rest = at_rest;
  run_core(scenario, r, offset, at_rest, document, problems);
  count_influences(r);
}

/* --- text ------------------------------------------------------------------------------------ */

/* cJSON's own printer rounds to 15 digits where it thinks that is near enough. */
static void write_node(struct tp_json_out *out, const cJSON *node, const char *key) {
  const cJSON *entry;
  if (cJSON_IsObject(node) || cJSON_IsArray(node)) {
    if (cJSON_IsObject(node))
      tp_json_object(out, key);
    else
      tp_json_list(out, key);
    for (entry = tp_children(node); entry; entry = entry->next)
      write_node(out, entry, entry->string);
    tp_json_end(out);
  } else if (cJSON_IsString(node)) {
    tp_json_string(out, key, node->valuestring);
  } else if (cJSON_IsNumber(node)) {
    tp_json_number(out, key, node->valuedouble);
  } else if (cJSON_IsBool(node)) {
    tp_json_flag(out, key, cJSON_IsTrue(node));
  } else {
    tp_json_null(out, key);
  }
}

/* Only those that were given: what rests where it starts will do so again, to the last bit. */
static void write_offsets(struct tp_json_out *out, const struct tp_scenario *scenario) {
  const struct tp_rules *r = scenario->rules;
  tp_json_object(out, "offsets");
  for (int slot = 0; slot < r->slot_count; slot++)
    if (!scenario->at_rest[slot] && r->system->of[slot] != TP_NONE)
      tp_json_number(out, r->slots[slot].name, r->offset[slot]);
  tp_json_end(out);
}

/* Of the variants, only what the chosen one is called: its changes are in the rest. */
static void write_variant(struct tp_json_out *out, const cJSON *merged) {
  const cJSON *name = tp_read(merged, "variant");
  if (!cJSON_IsString(name))
    return;
  const cJSON *variant = tp_read(tp_read(merged, "variants"), name->valuestring);
  tp_json_object(out, "variants");
  tp_json_object(out, name->valuestring);
  write_node(out, tp_read(variant, "title"), "title");
  tp_json_end(out);
  tp_json_end(out);
}

const char *tp_settle_text(const struct tp_scenario *scenario, const cJSON *merged) {
  struct tp_json_out out;
  const cJSON *entry;
  tp_json_start(&out);
  out.compact = 1;
  tp_json_object(&out, NULL);
  for (entry = tp_children(merged); entry; entry = entry->next)
    if (tp_format_choice("extends|at_rest|offsets|variants", entry->string) < 0)
      write_node(&out, entry, entry->string);
  write_variant(&out, merged);
  if (scenario->playable)
    write_offsets(&out, scenario);
  tp_json_end(&out);
  const char *text = tp_arena_copy(scenario->arena, out.text.data);
  tp_text_free(&out.text);
  return text;
}

char *tp_settle_print(const cJSON *node) {
  struct tp_json_out out;
  tp_json_start(&out);
  out.compact = 1;
  write_node(&out, node, NULL);
  return out.text.data;
}
