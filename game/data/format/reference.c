#include "data/format/reference.h"

#include "core/coefficients.h"
#include "core/guide.h"
#include "core/ledger.h"
#include "core/variables.h"
#include "data/format/expected.h"
#include "data/format/format.h"

#include <ctype.h>
#include <string.h>

enum { kinds_max = 64 };

/* The kinds of object, in the order in which they are first spoken of. */
struct reference {
  struct tp_text *text;
  const struct tp_kind *kinds[kinds_max];
  int count;
};

static int is_known(const struct reference *r, const struct tp_kind *kind) {
  for (int i = 0; i < r->count; i++)
    if (r->kinds[i] == kind)
      return 1;
  return 0;
}

/* "an actor's variables" -> "actors-variables", as Markdown makes anchors of headings. */
static void add_anchor(struct tp_text *text, const char *name) {
  for (; *name; name++)
    if (*name != '\'')
      tp_text_print(text, "%c", *name == ' ' ? '-' : *name);
}

static void add_link(struct reference *r, const struct tp_kind *kind) {
  if (!is_known(r, kind) && r->count < kinds_max)
    r->kinds[r->count++] = kind;
  tp_text_print(r->text, "[%s](#", kind->name);
  add_anchor(r->text, kind->name);
  tp_text_add(r->text, ")");
}

/* In a table, a bar would end the cell, and an angle could begin markup. */
static void add_cell(struct tp_text *text, const char *words) {
  for (; *words; words++) {
    if (*words == '|')
      tp_text_add(text, "\\|");
    else if (*words == '<')
      tp_text_add(text, "&lt;");
    else
      tp_text_add_part(text, words, 1);
  }
}

static void add_holds(struct reference *r, const struct tp_field *field) {
  char words[300];
  switch (field->form) {
  case TP_FORM_OBJECT:
    add_link(r, field->kind);
    break;
  case TP_FORM_MAP:
    tp_text_add(r->text, "by name: ");
    add_link(r, field->kind);
    break;
  case TP_FORM_PAIRS:
    tp_text_add(r->text, "by pair (`a-b` or `a>b`): ");
    add_link(r, field->kind);
    break;
  case TP_FORM_LIST:
    tp_text_add(r->text, "list of: ");
    add_link(r, field->kind);
    break;
  case TP_FORM_EITHER:
    tp_text_add(r->text, "by name, or a list of: ");
    add_link(r, field->kind);
    break;
  case TP_FORM_NUMBERS:
    tp_text_print(r->text, "by variable: a number from %.15g to %.15g", field->low, field->high);
    break;
  default:
    tp_expected_field(field, words, sizeof words);
    add_cell(r->text, words);
  }
}

static void add_fallback(struct tp_text *text, const struct tp_field *field) {
  if (field->form == TP_FORM_BOOL)
    tp_text_print(text, " Not given: %s.", field->fallback != 0 ? "true" : "false");
  else if ((field->form == TP_FORM_NUMBER || field->form == TP_FORM_WHOLE) &&
           field->fallback != 0 && field->fallback >= field->low)
    tp_text_print(text, " Not given: %.15g.", field->fallback);
}

static void add_field(struct reference *r, const struct tp_field *field) {
  tp_text_add(r->text, "| `");
  add_cell(r->text, field->key);
  tp_text_print(r->text, "`%s | ", field->required ? " (needed)" : "");
  add_holds(r, field);
  tp_text_add(r->text, " | ");
  add_cell(r->text, field->meaning ? field->meaning : "");
  add_fallback(r->text, field);
  tp_text_add(r->text, " |\n");
}

static void add_kind(struct reference *r, const struct tp_kind *kind) {
  tp_text_print(r->text, "\n## %s\n\n%s", kind->name, kind->meaning);
  if (kind->one_of) {
    tp_text_add(r->text, " One of these is needed:");
    for (const char *at = kind->one_of; *at;) {
      size_t length = strcspn(at, "|");
      tp_text_print(r->text, " `%.*s`", (int)length, at);
      at += length + (at[length] == '|');
    }
    tp_text_add(r->text, ".");
  }
  tp_text_add(r->text, "\n\n| key | holds | meaning |\n| --- | --- | --- |\n");
  for (const struct tp_field *field = kind->fields; field->key; field++)
    add_field(r, field);
}

static void add_variables(struct tp_text *text, enum tp_scope scope, const char *heading,
                          const char *example) {
  int count;
  const struct tp_variable *variables = tp_variables_on(scope, &count);
  tp_text_print(text, "\n### %s: `%s`\n\n| variable | range | meaning |\n| --- | --- | --- |\n",
                heading, example);
  for (int i = 0; i < count; i++) {
    const struct tp_variable *v = &variables[i];
    tp_text_print(text, "| `%s` | %.15g to %.15g, %s%s | ", v->name, v->low, v->high, v->unit,
                  v->derived ? "; computed" : "");
    add_cell(text, v->meaning);
    tp_text_add(text, " |\n");
  }
}

static void add_all_variables(struct tp_text *text) {
  tp_text_add(text, "\n## Variables\n\nWhat conditions read and effects change, by address. "
                    "*Computed* ones can be read everywhere and set nowhere. A track of the "
                    "scenario's own is `track:ID`.\n");
  add_variables(text, TP_ON_ACTOR, "Of an actor", "russia.stability");
  add_variables(text, TP_ON_TIE, "Of a pair", "russia-china.government");
  add_variables(text, TP_ON_VIEW, "Of a view", "europe>russia.menace");
  add_variables(text, TP_ON_CLAIM, "Of a claim", "claim:ID.credibility");
  add_variables(text, TP_ON_WORLD, "Of the world", "world.tension");
}

static void add_marks(struct tp_text *text) {
#define GAUGE(ID, name) "`gauge:" name "`, "
#define SPOT(ID, name) "`" name "`, "
  tp_text_add(text,
              "\n## Marks\n\nThings on the screen that a hint points at: " TP_GAUGE_NAMES(GAUGE)
                  TP_SPOTS(SPOT) "`why:ADDRESS`, `actor:ID`, `tie:A-B`, `claim:ID`, "
                                 "`action:ID`, `vote:ID`, `forecast:ID`, `event:ID`, "
                                 "`hint:ID`.\n");
#undef GAUGE
#undef SPOT
}

static void add_causes(struct tp_text *text) {
#define NAME(ID, words) #ID,
  static const char *const names[] = {TP_CAUSES(NAME)};
#undef NAME
  tp_text_add(text,
              "\n## Causes\n\nWhat an advisor's line may name as the main cause of a change.\n\n"
              "| cause | meaning |\n| --- | --- |\n");
  for (int i = 0; i < TP_CAUSE_COUNT; i++) {
    tp_text_add(text, "| `");
    for (const char *c = names[i]; *c; c++)
      tp_text_print(text, "%c", *c == '_' ? '-' : tolower((unsigned char)*c));
    tp_text_print(text, "` | %s |\n", tp_cause_text((enum tp_cause)i));
  }
}

void tp_reference_print(struct tp_text *text) {
  struct reference r = {.text = text, .kinds = {&tp_kind_scenario}, .count = 1};
  tp_text_print(
      text,
      "# The scenario format, version %d\n\nPrinted by `thirdpole-lab reference` from the "
      "description that the loader itself reads. How to use it: scenarios/README.md.\n",
      TP_FORMAT_VERSION);
  for (int i = 0; i < r.count; i++) /* grows while it is gone through */
    add_kind(&r, r.kinds[i]);
  add_all_variables(text);
  add_marks(text);
  add_causes(text);
}
