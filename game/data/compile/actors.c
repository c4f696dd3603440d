/* Who takes part, and in which role. */
#include "data/compile/compile.h"

#include <stdlib.h>
#include <string.h>

/* Words that addresses use for something else, and --seat for everybody. */
static void check_reserved(struct tp_compiler *c, const cJSON *node) {
  static const char words[] = "world|claim|track|member|self|all";
  if (tp_format_choice(words, node->string) >= 0)
    tp_compile_fault(c, node, TP_AT_KEY,
                     "an actor cannot be called \"%s\"; addresses use that word", node->string);
}

static int acts(const struct tp_compiler *c, const char *actor) {
  const cJSON *actions = tp_read(c->root, "actions"), *action;
  if (!cJSON_IsObject(actions))
    return 0;
  for (action = tp_children(actions); action; action = action->next) {
    const cJSON *seat = tp_read(action, "seat");
    if (cJSON_IsString(seat) && strcmp(seat->valuestring, actor) == 0)
      return 1;
  }
  return 0;
}

static const char *join_codes(const struct tp_compiler *c, const cJSON *codes) {
  struct tp_text text = {0};
  const cJSON *code;
  if (!cJSON_IsArray(codes))
    return "";
  for (code = tp_children(codes); code; code = code->next)
    if (cJSON_IsString(code))
      tp_text_print(&text, "%s%s", text.length ? " " : "", code->valuestring);
  const char *joined = text.data ? tp_arena_copy(c->arena, text.data) : "";
  tp_text_free(&text);
  return joined;
}

static uint32_t read_color(const cJSON *node) {
  return cJSON_IsString(node) && node->valuestring[0] == '#'
             ? (uint32_t)strtoul(node->valuestring + 1, NULL, 16)
             : 0x808080;
}

/* Its variables are a prefix of all, by kind. */
static int16_t count_variables(const struct tp_actor *actor) {
  if (actor->kind == TP_KIND_UNION)
    return TP_UNION_COUNT;
  return actor->is_seat || actor->kind == TP_KIND_POWER ? TP_SEAT_COUNT : TP_MEMBER_COUNT;
}

static void compile_actor(struct tp_compiler *c, struct tp_actor *actor, const cJSON *node) {
  const cJSON *income = tp_read(node, "income"), *at = tp_read(node, "at");
  const struct tp_kind *kind = &tp_kind_actor;
  check_reserved(c, node);
  actor->words = (struct tp_words){tp_read_id(c, node, 0), tp_read_text(c, node, "name"),
                                   tp_read_text(c, node, "text")};
  actor->color = read_color(tp_read(node, "color"));
  actor->countries = join_codes(c, tp_read(node, "countries"));
  actor->longitude = tp_read_item(at, 0, 0);
  actor->latitude = tp_read_item(at, 1, 0);
  actor->size = tp_read_number(kind, node, "size");
  actor->population = tp_read_number(kind, node, "population");
  actor->states = tp_read_number(kind, node, "states");
  actor->income_budget = tp_read_number(&tp_kind_income, income, "budget");
  actor->income_capital = tp_read_number(&tp_kind_income, income, "capital");
  actor->income_attention = tp_read_number(&tp_kind_income, income, "attention");
  actor->kind = tp_read_choice(kind, node, "kind");
  actor->votes = cJSON_IsBool(tp_read(node, "votes")) ? tp_read_flag(kind, node, "votes")
                                                      : actor->kind == TP_KIND_MEMBER;
  actor->is_seat = cJSON_IsObject(income) || acts(c, node->string);
  actor->variables = count_variables(actor);
}

static int16_t compile_role(struct tp_compiler *c, const char *role) {
  return tp_compile_actor(c, tp_read(tp_read(c->root, "roles"), role));
}

static void compile_roles(struct tp_compiler *c) {
  const cJSON *player = tp_read(c->root, "player"), *roles = tp_read(c->root, "roles");
  if (!player)
    player = tp_read(roles, "player");
  if (!player)
    tp_compile_lack(c, roles ? roles : c->root, roles ? "player" : "roles",
                    "a scenario needs \"player\": whom the player plays");
  c->r->player = tp_compile_seat(c, player);
  c->r->unite = compile_role(c, "union");
  c->r->guarantor = compile_role(c, "guarantor");
  c->r->adversary = compile_role(c, "adversary");
  int16_t unite = c->r->unite;
  if (unite != TP_NONE && c->actors[unite].kind != TP_KIND_UNION)
    tp_compile_fault(c, tp_read(tp_read(c->root, "roles"), "union"), TP_AT_VALUE,
                     "%s is not of the kind \"union\"", c->actors[unite].words.id);
}

/* The actor among the first `count` that has the country, or TP_NONE. */
static int who_has(const struct tp_compiler *c, const char *code, int count) {
  for (int i = 0; i < count; i++)
    if (strlen(code) == 3 && strstr(c->actors[i].countries, code))
      return i;
  return TP_NONE;
}

/* A country can have one colour only. */
static void check_countries(struct tp_compiler *c, int actor) {
  const cJSON *codes = tp_read(c->actor_nodes[actor], "countries"), *code;
  if (!cJSON_IsArray(codes))
    return;
  for (code = tp_children(codes); code; code = code->next) {
    int other = cJSON_IsString(code) ? who_has(c, code->valuestring, actor) : TP_NONE;
    if (other != TP_NONE)
      tp_compile_fault(c, code, TP_AT_VALUE, "the country %.3s belongs to %s already",
                       code->valuestring, c->actors[other].words.id);
  }
}

/* "a-b", where there are an a and a b: who is meant could not be told from their pair. */
static void check_names(struct tp_compiler *c, const cJSON *node) {
  int a, b;
  if (tp_address_pair(c->r, node->string, strlen(node->string), '-', &a, &b))
    tp_compile_fault(c, node, TP_AT_KEY,
                     "an actor cannot be called \"%.100s\": that is the pair of %s and %s",
                     node->string, c->actors[a].words.id, c->actors[b].words.id);
}

void tp_compile_actors(struct tp_compiler *c) {
  int count =
      tp_read_entries(c, &tp_kind_scenario, c->root, "actors", TP_ACTORS_MAX, &c->actor_nodes);
  c->actors = tp_arena_take(c->arena, TP_ACTORS_MAX * sizeof *c->actors);
  c->r->actors = c->actors;
  const cJSON *actors = tp_read(c->root, "actors");
  if (count == 0 && (!actors || cJSON_IsObject(actors))) /* else it is reported */
    tp_compile_lack(c, c->root, "actors", "a scenario needs actors");
  for (int i = 0; i < count; i++)
    compile_actor(c, &c->actors[i], c->actor_nodes[i]);
  c->r->actor_count = count;
  for (int i = 0; i < count; i++) {
    check_names(c, c->actor_nodes[i]);
    check_countries(c, i);
  }
  compile_roles(c);
}
