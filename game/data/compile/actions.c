/* What seats may do, and how the council's members take it. */
#include "data/compile/compile.h"

#include "data/nearest.h"

#include <stdio.h>
#include <string.h>

/* --- the council's appeal --------------------------------------------------------------------- */

/* Writes `address` with the actor `id` for the word "member"; 1 when the word was there. */
static int put_member(const char *address, const char *id, char *text, size_t size) {
  static const char word[] = "member";
  size_t length = strlen(word);
  for (const char *at = address; (at = strstr(at, word)); at++) {
    int begins = at == address || at[-1] == '>' || at[-1] == '-';
    char after = at[length];
    if (!begins || (after != '.' && after != '>' && after != '-'))
      continue;
    snprintf(text, size, "%.*s%s%s", (int)(at - address), address, id, at + length);
    return 1;
  }
  snprintf(text, size, "%s", address);
  return 0;
}

static int find_for_member(const struct tp_compiler *c, const cJSON *term, int member) {
  char address[4 * TP_TITLE_MAX];
  const cJSON *var = tp_read(term, "var");
  if (!cJSON_IsString(var))
    return TP_NONE;
  put_member(var->valuestring, c->actors[member].words.id, address, sizeof address);
  return tp_address_find(c->r, address);
}

/* A term that no member has is a slip; one that some lack (their view of themselves, say) counts
 * nothing for those. */
static void check_term(struct tp_compiler *c, const cJSON *term) {
  char address[4 * TP_TITLE_MAX], message[300];
  const cJSON *var = tp_read(term, "var");
  int voter = TP_NONE;
  for (int i = 0; i < c->r->actor_count; i++) {
    if (!c->actors[i].votes)
      continue;
    voter = i;
    if (find_for_member(c, term, i) != TP_NONE)
      return;
  }
  if (!cJSON_IsString(var) || voter == TP_NONE)
    return;
  put_member(var->valuestring, c->actors[voter].words.id, address, sizeof address);
  tp_address_explain(c->r, address, 0, message, sizeof message);
  tp_compile_unknown(c, var, TP_AT_VALUE, TP_FORM_ADDRESS, var->valuestring,
                     "no voting member has \"%.100s\": %s", var->valuestring, message);
}

/* The stance entry of a member: its number, or 0. */
static double read_stance(const struct tp_compiler *c, const cJSON *stances, int member) {
  const char *id = c->actors[member].words.id;
  const cJSON *entry;
  if (cJSON_IsObject(stances)) {
    entry = tp_read(stances, id);
    return cJSON_IsNumber(entry) ? entry->valuedouble : 0;
  }
  if (cJSON_IsArray(stances))
    for (entry = tp_children(stances); entry; entry = entry->next) {
      const cJSON *who = tp_read(entry, "member");
      if (cJSON_IsString(who) && strcmp(who->valuestring, id) == 0)
        return tp_read_number(&tp_kind_stance, entry, "weight");
    }
  return 0;
}

static void check_voter(struct tp_compiler *c, const cJSON *node, const char *id) {
  int actor = tp_address_actor(c->r, id, strlen(id));
  if (actor != TP_NONE && c->actors[actor].votes)
    return;
  struct tp_nearest nearest = tp_nearest_to(id);
  for (int i = 0; i < c->r->actor_count; i++)
    if (c->actors[i].votes)
      tp_nearest_try(&nearest, c->actors[i].words.id);
  enum tp_place place = node->string && strcmp(node->string, id) == 0 ? TP_AT_KEY : TP_AT_VALUE;
  if (actor != TP_NONE)
    tp_compile_fault(c, node, place, "%.60s has no vote in the council%s", id,
                     tp_nearest_hint(&nearest));
  else
    tp_compile_unknown(c, node, place, TP_FORM_ACTOR, id, "unknown actor \"%.60s\"%s", id,
                       tp_nearest_hint(&nearest));
}

/* In a list a member could be named twice. */
static void check_listed_voter(struct tp_compiler *c, const cJSON *who,
                               uint8_t given[TP_ACTORS_MAX]) {
  int actor = tp_address_actor(c->r, who->valuestring, strlen(who->valuestring));
  check_voter(c, who, who->valuestring);
  if (actor != TP_NONE && given[actor]++)
    tp_compile_fault(c, who, TP_AT_VALUE, "the stance of %s is given already",
                     c->actors[actor].words.id);
}

static void check_stances(struct tp_compiler *c, const cJSON *stances) {
  const cJSON *entry;
  uint8_t given[TP_ACTORS_MAX] = {0};
  if (!cJSON_IsObject(stances) && !cJSON_IsArray(stances))
    return;
  for (entry = tp_children(stances); entry; entry = entry->next) {
    const cJSON *who = tp_read(entry, "member");
    if (entry->string)
      check_voter(c, entry, entry->string);
    else if (cJSON_IsString(who))
      check_listed_voter(c, who, given);
  }
}

static void add_appeal(struct tp_compiler *c, const cJSON *node, int member) {
  const cJSON *appeal = tp_read(node, "appeal"), *terms = tp_read(appeal, "terms"), *term;
  int16_t first = tp_pool_count(c, TP_POOL_WEIGHTS);
  if (cJSON_IsArray(terms))
    for (term = tp_children(terms); term; term = term->next) {
      struct tp_weight weight = {tp_read_number(&tp_kind_weight, term, "weight"),
                                 (int16_t)find_for_member(c, term, member)};
      if (weight.slot != TP_NONE)
        tp_pool_push(c, TP_POOL_WEIGHTS, &weight);
    }
  struct tp_appeal made = {tp_read_number(&tp_kind_score, appeal, "base") +
                               read_stance(c, tp_read(node, "stances"), member),
                           tp_pool_span(c, TP_POOL_WEIGHTS, first)};
  tp_pool_push(c, TP_POOL_APPEALS, &made);
}

/* The council is the union's own. */
static void check_council(struct tp_compiler *c, const cJSON *node) {
  int seat = tp_compile_actor(c, tp_read(node, "seat")), unite = c->r->unite;
  if (seat != TP_NONE && unite != TP_NONE && seat != unite &&
      c->actors[unite].kind == TP_KIND_UNION)
    tp_compile_fault(c, tp_read(node, "vote"), TP_AT_VALUE,
                     "only actions of %s come before the council, not those of %s",
                     c->actors[unite].words.id, c->actors[seat].words.id);
}

static int16_t compile_appeals(struct tp_compiler *c, const cJSON *node) {
  const cJSON *terms = tp_read(tp_read(node, "appeal"), "terms"), *term;
  int16_t first = tp_pool_count(c, TP_POOL_APPEALS);
  int is_known = tp_read_choice(&tp_kind_action, node, "vote") != TP_NO_VOTE;
  if (cJSON_IsArray(terms))
    for (term = tp_children(terms); term; term = term->next)
      check_term(c, term);
  check_stances(c, tp_read(node, "stances"));
  if (is_known)
    check_council(c, node);
  for (int i = 0; i < c->r->actor_count; i++)
    if (c->actors[i].votes)
      add_appeal(c, node, i);
  if (is_known && tp_pool_count(c, TP_POOL_APPEALS) == first)
    tp_compile_fault(c, tp_read(node, "vote"), TP_AT_VALUE, "no actor has a vote in the council");
  return first;
}

/* --- actions --------------------------------------------------------------------------------- */

static void check_programme(struct tp_compiler *c, const struct tp_action *action,
                            const cJSON *node) {
  const cJSON *turns = tp_read(node, "turns");
  int faulty = turns && !(cJSON_IsNumber(turns) && turns->valuedouble == 0);
  if (action->turns == 0 && !faulty && (action->each_turn.count || action->at_end.count))
    tp_compile_lack(c, node, "turns",
                    "effects of each turn or at the end need a programme: give \"turns\"");
}

static int16_t compile_wedge(struct tp_compiler *c, const cJSON *node) {
  int16_t tie = tp_compile_tie(c, node), guarantor = c->r->guarantor;
  if (tie != TP_NONE && c->ties[tie].a != guarantor && c->ties[tie].b != guarantor)
    tp_compile_fault(c, node, TP_AT_VALUE,
                     "a wedge is driven between the guarantor (a role) and an ally of it");
  return tie;
}

static void compile_costs(struct tp_action *action, const cJSON *node) {
  const cJSON *cost = tp_read(node, "cost");
  action->budget = tp_read_number(&tp_kind_cost, cost, "budget");
  action->capital = tp_read_number(&tp_kind_cost, cost, "capital");
  action->attention = tp_read_number(&tp_kind_cost, cost, "attention");
  action->turns = tp_read_whole(&tp_kind_action, node, "turns");
  action->cooldown = tp_read_whole(&tp_kind_action, node, "cooldown");
  action->once = tp_read_flag(&tp_kind_action, node, "once");
}

static void compile_scores(struct tp_compiler *c, struct tp_action *action, const cJSON *node) {
  const cJSON *chance = tp_read(node, "chance"), *reflex = tp_read(node, "reflex");
  action->chance = tp_read_number(&tp_kind_chance, chance, "base");
  action->chance_terms = tp_compile_weights(c, tp_read(chance, "terms"));
  action->reflex = tp_read_number(&tp_kind_score, reflex, "base");
  action->reflex_terms = tp_compile_weights(c, tp_read(reflex, "terms"));
}

/* A word that is none of the votes is a fault by itself, and stands for one, so that stances and
 * appeal are looked at with it. */
static int16_t read_vote(const cJSON *node) {
  const cJSON *vote = tp_read(node, "vote");
  int is_asked = vote && !(cJSON_IsString(vote) && strcmp(vote->valuestring, "none") == 0);
  int16_t choice = tp_read_choice(&tp_kind_action, node, "vote");
  return is_asked && choice == TP_NO_VOTE ? TP_QUALIFIED : choice;
}

static void compile_action(struct tp_compiler *c, struct tp_action *action, const cJSON *node) {
  const cJSON *effects = tp_read(node, "effects");
  action->seat = tp_compile_actor(c, tp_read(node, "seat"));
  action->theme = tp_read_choice(&tp_kind_action, node, "theme");
  action->vote = read_vote(node);
  action->wedge = compile_wedge(c, tp_read(node, "wedge"));
  action->aimed_at = tp_compile_actor(c, tp_read(node, "aimed_at"));
  action->when = tp_compile_conditions(c, tp_read(node, "when"));
  action->effects = tp_compile_effects(c, effects, TP_LAND_START);
  action->each_turn = tp_compile_effects(c, effects, TP_LAND_EACH);
  action->at_end = tp_compile_effects(c, effects, TP_LAND_END);
  action->failure = tp_compile_effects(c, tp_read(node, "failure"), TP_LAND_ANY);
  action->appeals = action->vote == TP_NO_VOTE ? TP_NONE : compile_appeals(c, node);
  compile_costs(action, node);
  compile_scores(c, action, node);
  check_programme(c, action, node);
}

static void unknown_rival(struct tp_compiler *c, int action, const cJSON *entry) {
  struct tp_nearest nearest = tp_nearest_to(entry->string);
  for (int i = 0; i < c->r->action_count; i++)
    if (i != action && c->actions[i].seat == c->actions[action].seat)
      tp_nearest_try(&nearest, c->actions[i].words.id);
  tp_compile_unknown(c, entry, TP_AT_KEY, TP_FORM_ACTION, entry->string,
                     "unknown action \"%.60s\"%s", entry->string, tp_nearest_hint(&nearest));
}

/* It counts both ways. */
static void exclude(struct tp_compiler *c, int action, const cJSON *entry) {
  int other = tp_address_action(c->r, entry->string);
  if (other == TP_NONE) {
    unknown_rival(c, action, entry);
    return;
  }
  if (other == action)
    tp_compile_fault(c, entry, TP_AT_KEY, "an action cannot exclude itself");
  else if (c->actions[other].seat != c->actions[action].seat)
    tp_compile_fault(c, entry, TP_AT_KEY,
                     "\"%.60s\" is an action of another seat, whose orders it cannot exclude",
                     entry->string);
  tp_set_put(&c->actions[action].excludes, other, 1);
  tp_set_put(&c->actions[other].excludes, action, 1);
}

static void compile_exclusions(struct tp_compiler *c) {
  for (int i = 0; i < c->r->action_count; i++) {
    const cJSON *excludes = tp_read(c->action_nodes[i], "excludes"), *entry;
    if (!cJSON_IsObject(excludes))
      continue;
    for (entry = tp_children(excludes); entry; entry = entry->next)
      exclude(c, i, entry);
  }
}

static void compile_repertoires(struct tp_compiler *c) {
  for (int actor = 0; actor < c->r->actor_count; actor++) {
    int16_t first = tp_pool_count(c, TP_POOL_REPERTOIRE);
    for (int i = 0; i < c->r->action_count; i++)
      if (c->actions[i].seat == actor)
        tp_pool_push_index(c, TP_POOL_REPERTOIRE, i);
    c->actors[actor].actions = tp_pool_span(c, TP_POOL_REPERTOIRE, first);
  }
}

void tp_compile_actions(struct tp_compiler *c) {
  struct tp_rules *r = c->r;
  r->actions = c->actions = tp_arena_take(c->arena, TP_ACTIONS_MAX * sizeof *c->actions);
  r->action_count =
      tp_read_entries(c, &tp_kind_scenario, c->root, "actions", TP_ACTIONS_MAX, &c->action_nodes);
  for (int i = 0; i < r->action_count; i++) {
    const cJSON *node = c->action_nodes[i];
    c->actions[i].words = (struct tp_words){tp_read_id(c, node, i), tp_read_text(c, node, "title"),
                                            tp_read_text(c, node, "text")};
    compile_action(c, &c->actions[i], node);
  }
  compile_exclusions(c);
  compile_repertoires(c);
}
