/* The description of the documents as wholes, scenarios and mods, and questions about it. */
#include "data/format/fields.h"

#include <string.h>

static const struct tp_field mod_mark[] = {PLAIN("title", STRING, "Its title then."),
                                           PLAIN("version", STRING, "Its version then."),
                                           PLAIN("hash", STRING, "Of all its files."),
                                           {0}};
const struct tp_kind tp_kind_mod_mark = {"a mod's mark", mod_mark, NULL, "A mod as it was used."};

static const struct tp_field roles[] = {
    PLAIN("player", ACTOR, "Whom the player plays."),
    PLAIN("union", ACTOR, "The union whose autonomy is at stake."),
    PLAIN("guarantor", ACTOR, "Whose network of alliances it is."),
    PLAIN("adversary", ACTOR, "Against whom the union's deterrence is measured."),
    {0}};
const struct tp_kind tp_kind_roles = {"the roles", roles, NULL, "Who is who."};

/* What a scenario holds and its variants may change. */
#define SECTIONS                                                                                   \
  PLAIN("player", ACTOR, "Whom the player plays (or under roles)."),                               \
      PLAIN("sources", TEXTS, "Where its numbers come from."),                                     \
      OF("roles", OBJECT, roles, "Who is who."),                                                   \
      FLAG("at_rest", 0,                                                                           \
           "Its start values are a steady state: what is constant in the equations is "            \
           "chosen so. Scenarios that extend it keep those constants."),                           \
      {.key = "offsets",                                                                           \
       .form = TP_FORM_NUMBERS,                                                                    \
       .low = -1e9,                                                                                \
       .high = 1e9,                                                                                \
       .meaning = "Constants of the equations, by variable."},                                     \
      OF("defaults", OBJECT, defaults, "Start values where an entry gives none."),                 \
      OF("actors", MAP, actor, "Who takes part."),                                                 \
      OF("pairs", PAIRS, pair, "What ties two actors."),                                           \
      OF("views", PAIRS, view, "How one actor stands toward another."),                            \
      OF("claims", MAP, claim, "What the narratives claim."),                                      \
      OF("tracks", MAP, track, "Variables of the scenario's own."),                                \
      OF("world", OBJECT, world, "Start values of the world's variables."),                        \
      OF("rules", OBJECT, rules, "Coefficients of the model."),                                    \
      OF("actions", MAP, action, "What seats may do."),                                            \
      OF("events", MAP, event, "What may happen."),                                                \
      OF("influences", EITHER, influence, "Mechanisms of the scenario's own."),                    \
      OF("objectives", EITHER, objective, "What the player is to reach."),                         \
      OF("endings", EITHER, ending, "How it may end; the first that holds does."),                 \
      OF("policies", MAP, policy, "Ways to play of the scenario's own."),                          \
      OF("balance", OBJECT, balance, "What the balance tool should find."),                        \
      FLAG("guided", 0, "A first game, that newcomers are shown first."),                          \
      OF("hints", MAP, hint, "What is said to who plays for the first time."),                     \
      OF("advisors", MAP, advisor, "Who counsels the player.")

static const struct tp_field changes[] = {
    TEXT("summary", 0, "What it is about, instead of the scenario's own."),
    PLAIN("start", DATE, "The first quarter, as \"2018-Q2\"."),
    WHOLE("turns", 1, TP_TURNS_MAX, 0, "Quarters to play."),
    SECTIONS,
    {0}};
const struct tp_kind tp_kind_changes = {
    "the changes of a variant", changes, NULL,
    "A merge patch over the scenario and all it extends, when the variant is chosen."};

static const struct tp_field variant[] = {
    TITLE("title", 1, "What it is called, beside the scenario's title."),
    TEXT("text", 0, "What is different in it."),
    OF("changes", OBJECT, changes, "What it changes."),
    {0}};
static const struct tp_kind kind_variant = {
    "a variant", variant, NULL, "Another way to play the scenario, chosen at its start."};

static const struct tp_field scenario[] = {
    {.key = "format",
     .form = TP_FORM_WHOLE,
     .required = 1,
     .low = 1,
     .high = TP_FORMAT_VERSION,
     .meaning = "Version of this format."},
    PLAIN_NEEDED("id", ID, "The scenario's name, as others extend it."),
    PLAIN("extends", ID, "The scenario this one changes."),
    TITLE("title", 1, "Its title."),
    TEXT("summary", 0, "What it is about."),
    PLAIN_NEEDED("start", DATE, "The first quarter, as \"2018-Q2\"."),
    {.key = "turns",
     .form = TP_FORM_WHOLE,
     .required = 1,
     .low = 1,
     .high = TP_TURNS_MAX,
     .meaning = "Quarters to play."},
    SECTIONS,
    {.key = "variants",
     .form = TP_FORM_MAP,
     .kind = &kind_variant,
     .meaning = "Other ways to play it, chosen as \"id@variant\" or on the title screen."},
    PLAIN("variant", ID, "The variant that was chosen; the game writes it into what a save keeps."),
    OF("mods", MAP, mod_mark, "Mods it was merged with; written by the game."),
    {0}};
const struct tp_kind tp_kind_scenario = {"a scenario", scenario, NULL,
                                         "A game of Third Pole, or the change to one."};

static const struct tp_field need[] = {
    PLAIN("version", VERSION, "The least version that will do, as \"1.2\"."), {0}};
const struct tp_kind tp_kind_need = {"a need", need, NULL, "Another mod that this one builds on."};

static const struct tp_field mod[] = {
    {.key = "format",
     .form = TP_FORM_WHOLE,
     .required = 1,
     .low = 1,
     .high = TP_FORMAT_VERSION,
     .meaning = "Version of this format."},
    PLAIN_NEEDED("id", ID, "The mod's name, as others need it."),
    TITLE("title", 1, "Its title."),
    PLAIN_NEEDED("version", VERSION, "Its version: whole numbers with points, as \"1.2\"."),
    PLAIN("author", STRING, "Who made it."),
    TEXT("description", 0, "What it changes."),
    OF("needs", MAP, need, "Mods that it builds on; they come before it and are switched on too."),
    NUMBER("order", -1000, 1000, 0, "Place among those that need as much: the lower comes first."),
    {0}};
const struct tp_kind tp_kind_mod = {"a mod", mod, NULL, "A mod of Third Pole: its mod.json."};

const struct tp_field *tp_format_field(const struct tp_kind *kind, const char *key) {
  for (const struct tp_field *field = kind->fields; field->key; field++)
    if (strcmp(field->key, key) == 0)
      return field;
  return NULL;
}

int tp_format_is_authors(const char *key) {
  return strncmp(key, "x-", 2) == 0 || key[0] == '_' || key[0] == '$';
}

int tp_format_is_id(const char *name) {
  size_t length = strlen(name);
  if (length == 0 || length > TP_ID_MAX || name[0] == '-' || name[length - 1] == '-' ||
      strstr(name, "--"))
    return 0;
  return strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") == length;
}

int tp_format_is_version(const char *text) {
  enum { parts_max = 4, digits_max = 6 };
  for (int parts = 1;; parts++) {
    size_t digits = strspn(text, "0123456789");
    if (digits == 0 || digits > digits_max || parts > parts_max)
      return 0;
    if (!text[digits])
      return 1;
    if (text[digits] != '.')
      return 0;
    text += digits + 1;
  }
}

int tp_format_choice(const char *list, const char *word) {
  size_t length = strlen(word);
  for (int index = 0;; index++) {
    size_t entry = strcspn(list, "|");
    if (entry == length && memcmp(list, word, length) == 0)
      return index;
    list += entry;
    if (!*list++)
      return -1;
  }
}
