/* What stands between actors: ties, views, claims; and the scenario's own tracks. */
#include "data/compile/compile.h"

#include "data/nearest.h"

#include <string.h>

/* --- pairs ----------------------------------------------------------------------------------- */

/* The part of a pair that is like no actor, where the other is one; NULL when there is none. */
static const char *find_stranger(const struct tp_compiler *c, const char *pair, char mark) {
  size_t length = strlen(pair);
  for (size_t i = 1; i + 1 < length; i++) {
    int left = tp_address_actor(c->r, pair, i);
    int right = tp_address_actor(c->r, pair + i + 1, length - i - 1);
    if (pair[i] != mark || (left == TP_NONE) == (right == TP_NONE))
      continue;
    const char *stranger =
        left == TP_NONE ? tp_arena_print(c->arena, "%.*s", (int)i, pair) : pair + i + 1;
    struct tp_nearest nearest = tp_nearest_to(stranger);
    for (int k = 0; k < c->r->actor_count; k++)
      tp_nearest_try(&nearest, c->actors[k].words.id);
    if (!nearest.best)
      return stranger;
  }
  return NULL;
}

static int is_with_itself(const char *pair, char mark) {
  size_t half = strlen(pair) / 2;
  return half > 0 && pair[half] == mark && strlen(pair) == 2 * half + 1 &&
         memcmp(pair, pair + half + 1, half) == 0;
}

/* All pairs there could be are candidates for the one that was meant. */
static void unknown_pair(struct tp_compiler *c, const cJSON *node, char mark) {
  struct tp_nearest nearest = tp_nearest_to(node->string);
  const char *stranger = find_stranger(c, node->string, mark);
  int with_itself = is_with_itself(node->string, mark);
  enum tp_form form = mark == '-' ? TP_FORM_PAIR : TP_FORM_VIEW;
  if (stranger || with_itself) {
    tp_compile_unknown(c, node, TP_AT_KEY, form, node->string,
                       "\"%.100s\" is no pair of two actors%s%.50s%s", node->string,
                       with_itself ? ": these are one" : ": there is no \"",
                       with_itself ? "" : stranger, with_itself ? "" : "\"");
    return;
  }
  for (int a = 0; a < c->r->actor_count; a++)
    for (int b = 0; b < c->r->actor_count; b++)
      if (a != b)
        tp_nearest_try(&nearest, tp_arena_print(c->arena, "%s%c%s", c->actors[a].words.id, mark,
                                                c->actors[b].words.id));
  tp_compile_unknown(c, node, TP_AT_KEY, form, node->string,
                     "\"%.100s\" is no pair of two actors%s", node->string,
                     tp_nearest_hint(&nearest));
}

static int resolve_pair(struct tp_compiler *c, const cJSON *node, char mark, int *a, int *b) {
  int ways = tp_address_pair(c->r, node->string, strlen(node->string), mark, a, b);
  if (ways == 0)
    unknown_pair(c, node, mark);
  else if (ways > 1)
    tp_compile_fault(c, node, TP_AT_KEY,
                     "\"%.100s\" can be read as more than one pair of actors; rename one of them",
                     node->string);
  return ways == 1;
}

/* The format lists the variables of ties and views together; here each must be on its own. */
static void check_scope(struct tp_compiler *c, const cJSON *node, enum tp_scope scope) {
  const cJSON *entry;
  for (entry = tp_children(node); entry; entry = entry->next) {
    int length = (int)strlen(entry->string);
    if (scope == TP_ON_TIE && tp_variable_find(TP_ON_VIEW, entry->string, length) >= 0)
      tp_compile_fault(c, entry, TP_AT_KEY, "\"%s\" has a direction: write it under \"a>b\"",
                       entry->string);
    if (scope == TP_ON_VIEW && tp_format_field(&tp_kind_pair, entry->string) &&
        tp_variable_find(TP_ON_VIEW, entry->string, length) < 0)
      tp_compile_fault(c, entry, TP_AT_KEY, "\"%s\" has no direction: write it under \"a-b\"",
                       entry->string);
  }
}

static void add_tie(struct tp_compiler *c, const cJSON *node) {
  int a, b, count = c->r->tie_count;
  if (!resolve_pair(c, node, '-', &a, &b))
    return;
  int before = tp_rules_tie(c->r, a, b);
  if (before != TP_NONE) {
    tp_compile_fault(c, node, TP_AT_KEY, "the same pair is already given as \"%s\"",
                     c->tie_nodes[before]->string);
    return;
  }
  if (count == TP_TIES_MAX) {
    tp_compile_fault(c, node, TP_AT_KEY, "too many pairs: at most %d", TP_TIES_MAX);
    return;
  }
  check_scope(c, node, TP_ON_TIE);
  c->tie_nodes[count] = node;
  c->ties[count] = (struct tp_tie){.a = (int16_t)a,
                                   .b = (int16_t)b,
                                   .ally = tp_read_flag(&tp_kind_pair, node, "ally"),
                                   .view_ab = TP_NONE,
                                   .view_ba = TP_NONE};
  c->r->tie_count++;
}

static void add_view(struct tp_compiler *c, const cJSON *node, int among_pairs) {
  int a, b, count = c->r->view_count;
  if (!resolve_pair(c, node, '>', &a, &b))
    return;
  if (tp_rules_view(c->r, a, b) != TP_NONE) {
    tp_compile_fault(c, node, TP_AT_KEY, "\"%s\" is given under \"pairs\" and under \"views\"",
                     node->string);
    return;
  }
  if (count == TP_VIEWS_MAX) {
    tp_compile_fault(c, node, TP_AT_KEY, "too many ordered pairs: at most %d", TP_VIEWS_MAX);
    return;
  }
  if (among_pairs)
    check_scope(c, node, TP_ON_VIEW);
  c->view_nodes[count] = node;
  c->views[count] = (struct tp_view){.from = (int16_t)a, .to = (int16_t)b, .tie = TP_NONE};
  c->r->view_count++;
}

static void compile_pairs(struct tp_compiler *c) {
  const cJSON **nodes;
  int count =
      tp_read_entries(c, &tp_kind_scenario, c->root, "pairs", TP_TIES_MAX + TP_VIEWS_MAX, &nodes);
  for (int i = 0; i < count; i++) {
    if (strchr(nodes[i]->string, '>'))
      add_view(c, nodes[i], 1);
    else
      add_tie(c, nodes[i]);
  }
  count = tp_read_entries(c, &tp_kind_scenario, c->root, "views", TP_VIEWS_MAX, &nodes);
  for (int i = 0; i < count; i++)
    add_view(c, nodes[i], 0);
}

/* --- claims ---------------------------------------------------------------------------------- */

static void compile_claim(struct tp_compiler *c, struct tp_claim *claim, const cJSON *node) {
  int16_t holder = tp_compile_actor(c, tp_read(node, "holder"));
  const char *text = tp_read_text(c, node, "text"), *title = tp_read_text(c, node, "title");
  claim->words = (struct tp_words){tp_read_id(c, node, 0), title[0] ? title : text, text};
  claim->weight = tp_read_number(&tp_kind_claim, node, "weight");
  claim->holder = holder == TP_NONE ? 0 : holder;
  claim->about = tp_compile_actor(c, tp_read(node, "about"));
}

/* Sorted by holder, so that each holder's claims stand together; the order of the file is kept. */
static void compile_claims(struct tp_compiler *c) {
  const cJSON **nodes;
  struct tp_claim read[TP_CLAIMS_MAX] = {0};
  int count = tp_read_entries(c, &tp_kind_scenario, c->root, "claims", TP_CLAIMS_MAX, &nodes),
      to = 0;
  for (int i = 0; i < count; i++)
    compile_claim(c, &read[i], nodes[i]);
  for (int actor = 0; actor < c->r->actor_count; actor++) {
    int first = to;
    for (int i = 0; i < count; i++) {
      if (read[i].holder != actor)
        continue;
      c->claim_nodes[to] = nodes[i];
      c->claims[to++] = read[i];
    }
    c->actors[actor].claims = (struct tp_span){(int16_t)first, (int16_t)(to - first)};
  }
  c->r->claim_count = to;
}

/* --- tracks ---------------------------------------------------------------------------------- */

static void compile_tracks(struct tp_compiler *c) {
  c->r->track_count =
      tp_read_entries(c, &tp_kind_scenario, c->root, "tracks", TP_TRACKS_MAX, &c->track_nodes);
  for (int i = 0; i < c->r->track_count; i++) {
    const cJSON *node = c->track_nodes[i];
    c->tracks[i].words = (struct tp_words){tp_read_id(c, node, i), tp_read_text(c, node, "name"),
                                           tp_read_text(c, node, "text")};
  }
}

void tp_compile_relations(struct tp_compiler *c) {
  struct tp_arena *arena = c->arena;
  c->r->ties = c->ties = tp_arena_take(arena, TP_TIES_MAX * sizeof *c->ties);
  c->r->views = c->views = tp_arena_take(arena, TP_VIEWS_MAX * sizeof *c->views);
  c->r->claims = c->claims = tp_arena_take(arena, TP_CLAIMS_MAX * sizeof *c->claims);
  c->r->tracks = c->tracks = tp_arena_take(arena, TP_TRACKS_MAX * sizeof *c->tracks);
  c->tie_nodes = tp_arena_take(arena, TP_TIES_MAX * sizeof(const cJSON *));
  c->view_nodes = tp_arena_take(arena, TP_VIEWS_MAX * sizeof(const cJSON *));
  c->claim_nodes = tp_arena_take(arena, TP_CLAIMS_MAX * sizeof(const cJSON *));
  compile_pairs(c);
  compile_claims(c);
  compile_tracks(c);
}
