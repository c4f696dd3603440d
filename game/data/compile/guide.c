/* Hints and advisors: what a scenario says to who plays it. */
#include "data/compile/compile.h"

#include "core/guide.h"
#include "core/ledger.h"
#include "data/compile/mark.h"
#include "data/nearest.h"

#include <ctype.h>
#include <string.h>

/* Signs and lines, which only the guide has. */
struct shelf {
  struct tp_sign *signs;
  struct tp_line *lines;
  int sign_count, sign_room, line_count, line_room;
};

static int is_given(const cJSON *node, const char *key) {
  return tp_read(node, key) != NULL;
}

/* --- names ----------------------------------------------------------------------------------- */

static struct tp_mark compile_mark(struct tp_compiler *c, const cJSON *node) {
  struct tp_mark mark = {TP_MARK_NONE, TP_NONE}, known = {TP_MARK_NONE, TP_NONE};
  char name[200];
  if (!cJSON_IsString(node) || tp_mark_find(c->r, node->valuestring, &mark))
    return mark;
  struct tp_nearest nearest = tp_nearest_to(node->valuestring);
  while (tp_mark_next(c->r, &known)) {
    tp_mark_print(c->r, known, name, sizeof name);
    tp_nearest_try(&nearest, tp_arena_copy(c->arena, name));
  }
  tp_compile_unknown(c, node, TP_AT_VALUE, TP_FORM_MARK, node->valuestring,
                     "nothing on the screen is called \"%.100s\"%s", node->valuestring,
                     tp_nearest_hint(&nearest));
  return (struct tp_mark){TP_MARK_NONE, TP_NONE};
}

/* FROM_PRESENCE is written "from-presence". */
static const char *cause_name(struct tp_compiler *c, const char *name) {
  char *text = tp_arena_copy(c->arena, name);
  for (char *p = text; *p; p++)
    *p = *p == '_' ? '-' : (char)tolower((unsigned char)*p);
  return text;
}

static int16_t compile_cause(struct tp_compiler *c, const cJSON *node) {
#define NAME(ID, text) #ID,
  static const char *const names[] = {TP_CAUSES(NAME)};
#undef NAME
  if (!cJSON_IsString(node))
    return TP_NONE;
  struct tp_nearest nearest = tp_nearest_to(node->valuestring);
  for (int i = 0; i < TP_CAUSE_COUNT; i++) {
    const char *name = cause_name(c, names[i]);
    if (strcmp(name, node->valuestring) == 0)
      return (int16_t)i;
    tp_nearest_try(&nearest, name);
  }
  tp_compile_fault(c, node, TP_AT_VALUE, "unknown cause \"%.60s\"%s", node->valuestring,
                   tp_nearest_hint(&nearest));
  return TP_NONE;
}

/* --- signs ----------------------------------------------------------------------------------- */

static void add_sign(struct tp_compiler *c, struct shelf *shelf, struct tp_sign sign) {
  if (shelf->sign_count == INT16_MAX)
    return; /* more than a file of the allowed size can hold */
  shelf->signs = tp_arena_grow(c->arena, shelf->signs, shelf->sign_count, &shelf->sign_room,
                               sizeof *shelf->signs);
  shelf->signs[shelf->sign_count++] = sign;
}

/* What is compared, like any condition: two comparisons of a variable are two signs. 1 when the
 * entry is about a variable. */
static int compile_comparisons(struct tp_compiler *c, struct shelf *shelf, const cJSON *node) {
  int16_t slot = tp_compile_address(c, tp_read(node, "var"));
  int count = 0;
  for (int op = 1; op < TP_OPERATORS; op++) {
    struct tp_sign sign = {.kind = TP_SIGN_COMPARE};
    count += is_given(node, tp_operator_sign((enum tp_operator)op));
    if (tp_compile_comparison(c, node, slot, (enum tp_operator)op, &sign.condition))
      add_sign(c, shelf, sign);
  }
  if (count && !is_given(node, "var"))
    tp_compile_lack(c, node, "var", "a comparison needs \"var\": which variable");
  return count > 0 || is_given(node, "var");
}

static int compile_seen(struct tp_compiler *c, struct shelf *shelf, const cJSON *node) {
  if (!is_given(node, "seen"))
    return 0;
  struct tp_sign sign = {.kind = TP_SIGN_SEEN, .mark = compile_mark(c, tp_read(node, "seen"))};
  add_sign(c, shelf, sign);
  return 1;
}

static int compile_deeds(struct tp_compiler *c, struct shelf *shelf, const cJSON *node) {
  static const struct {
    const char *key;
    enum tp_sign_kind kind;
    int16_t (*find)(struct tp_compiler *, const cJSON *);
  } deeds[] = {{"ordered", TP_SIGN_ORDERED, tp_compile_action},
               {"under_way", TP_SIGN_UNDER_WAY, tp_compile_action},
               {"carried_out", TP_SIGN_CARRIED_OUT, tp_compile_action},
               {"refused", TP_SIGN_REFUSED, tp_compile_action},
               {"waits", TP_SIGN_WAITS, tp_compile_event},
               {"answered", TP_SIGN_ANSWERED, tp_compile_event},
               {"happened", TP_SIGN_HAPPENED, tp_compile_event}};
  int count = 0;
  for (size_t i = 0; i < sizeof deeds / sizeof *deeds; i++) {
    if (!is_given(node, deeds[i].key))
      continue;
    add_sign(c, shelf,
             (struct tp_sign){.kind = (int16_t)deeds[i].kind,
                              .which = deeds[i].find(c, tp_read(node, deeds[i].key))});
    count++;
  }
  return count;
}

static struct tp_span compile_signs(struct tp_compiler *c, struct shelf *shelf, const cJSON *list) {
  struct tp_span span = {.first = (int16_t)shelf->sign_count};
  const cJSON *node;
  if (cJSON_IsArray(list))
    for (node = tp_children(list); node; node = node->next) {
      int things = compile_comparisons(c, shelf, node) + compile_seen(c, shelf, node) +
                   compile_deeds(c, shelf, node);
      if (things > 1)
        tp_compile_fault(c, node, TP_AT_VALUE, "a sign is about one thing; make two of it");
    }
  span.count = (int16_t)(shelf->sign_count - span.first);
  return span;
}

/* --- hints ----------------------------------------------------------------------------------- */

struct placed {
  const cJSON *node;
  double order;
};

/* By order; equal ones stay as the file has them. */
static void sort_hints(struct placed *hints, int count) {
  for (int i = 1; i < count; i++) {
    struct placed hint = hints[i];
    int at = i;
    for (; at > 0 && hints[at - 1].order > hint.order; at--)
      hints[at] = hints[at - 1];
    hints[at] = hint;
  }
}

static void compile_hints(struct tp_compiler *c, struct tp_guide *guide, struct shelf *shelf) {
  const cJSON **nodes;
  int count = tp_read_entries(c, &tp_kind_scenario, c->root, "hints", TP_HINTS_MAX, &nodes);
  struct placed *placed = tp_arena_take(c->arena, (size_t)(count + 1) * sizeof *placed);
  struct tp_hint *hints = tp_arena_take(c->arena, (size_t)(count + 1) * sizeof *hints);
  for (int i = 0; i < count; i++)
    placed[i] = (struct placed){nodes[i], tp_read_number(&tp_kind_hint, nodes[i], "order")};
  sort_hints(placed, count);
  for (int i = 0; i < count; i++) /* all names first: hints wait for each other */
    hints[i].words = (struct tp_words){tp_read_id(c, placed[i].node, i),
                                       tp_read_text(c, placed[i].node, "title"),
                                       tp_read_text(c, placed[i].node, "text")};
  guide->hints = hints;
  guide->hint_count = count;
  for (int i = 0; i < count; i++) {
    hints[i].at = compile_mark(c, tp_read(placed[i].node, "at"));
    hints[i].when = compile_signs(c, shelf, tp_read(placed[i].node, "when"));
    hints[i].done = compile_signs(c, shelf, tp_read(placed[i].node, "done"));
    hints[i].once = tp_read_flag(&tp_kind_hint, placed[i].node, "once");
  }
}

/* --- advisors -------------------------------------------------------------------------------- */

static unsigned compile_themes(const cJSON *list) {
  const char *choices = tp_format_field(&tp_kind_advisor, "themes")->choices;
  unsigned themes = 0;
  const cJSON *entry;
  if (cJSON_IsArray(list))
    for (entry = tp_children(list); entry; entry = entry->next) {
      int theme = cJSON_IsString(entry) ? tp_format_choice(choices, entry->valuestring) : -1;
      themes |= theme < 0 ? 0 : 1U << theme;
    }
  return themes;
}

static struct tp_span compile_lines(struct tp_compiler *c, struct shelf *shelf, const cJSON *list) {
  struct tp_span span = {.first = (int16_t)shelf->line_count};
  const cJSON *node;
  if (cJSON_IsArray(list))
    for (node = tp_children(list); node; node = node->next) {
      struct tp_line line = {
          .text = tp_read_text(c, node, "text"),
          .matter = tp_read_choice(&tp_kind_line, node, "on"),
          .slot = tp_compile_address(c, tp_read(node, "var")),
          .cause = compile_cause(c, tp_read(node, "cause")),
          .when = tp_compile_conditions(c, tp_read(node, "when")),
      };
      if (shelf->line_count == INT16_MAX)
        break; /* more than a file of the allowed size can hold */
      shelf->lines = tp_arena_grow(c->arena, shelf->lines, shelf->line_count, &shelf->line_room,
                                   sizeof *shelf->lines);
      shelf->lines[shelf->line_count++] = line;
    }
  span.count = (int16_t)(shelf->line_count - span.first);
  return span;
}

static void compile_advisors(struct tp_compiler *c, struct tp_guide *guide, struct shelf *shelf) {
  const cJSON **nodes;
  int count = tp_read_entries(c, &tp_kind_scenario, c->root, "advisors", TP_ADVISORS_MAX, &nodes);
  struct tp_advisor *advisors = tp_arena_take(c->arena, (size_t)(count + 1) * sizeof *advisors);
  for (int i = 0; i < count; i++) {
    advisors[i] = (struct tp_advisor){
        .words = {tp_read_id(c, nodes[i], i), tp_read_text(c, nodes[i], "name"),
                  tp_read_text(c, nodes[i], "text")},
        .office = tp_read_text(c, nodes[i], "office"),
        .cares = tp_compile_named_weights(c, tp_read(nodes[i], "cares")),
        .themes = compile_themes(tp_read(nodes[i], "themes")),
        .lines = compile_lines(c, shelf, tp_read(nodes[i], "lines")),
    };
  }
  guide->advisors = advisors;
  guide->advisor_count = count;
}

void tp_compile_guide(struct tp_compiler *c) {
  struct tp_guide *guide = tp_arena_take(c->arena, sizeof *guide);
  struct shelf shelf = {0};
  c->r->guide = guide;
  guide->guided = tp_read_flag(&tp_kind_scenario, c->root, "guided");
  compile_hints(c, guide, &shelf);
  compile_advisors(c, guide, &shelf);
  guide->signs = shelf.signs;
  guide->lines = shelf.lines;
}
