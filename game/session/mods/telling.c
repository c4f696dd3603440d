#include "session/mods/telling.h"

#include "data/layers/patch.h"
#include "data/scenario.h"
#include "session/wording.h"

#include <stdlib.h>
#include <string.h>

enum { line_most = 1200 };

/* Adds a line; what is empty is left out. */
static void add(struct tp_telling *telling, enum tp_told kind, const char *text) {
  if (!text[0])
    return;
  if (telling->count == telling->room) {
    telling->room = telling->room ? 2 * telling->room : 32;
    telling->lines =
        tp_memory_resize(telling->lines, (size_t)telling->room * sizeof *telling->lines);
  }
  telling->lines[telling->count++] = (struct tp_told_line){kind, tp_memory_text(text)};
}

void tp_telling_free(struct tp_telling *telling) {
  for (int i = 0; i < telling->count; i++)
    free(telling->lines[i].text);
  free(telling->lines);
  *telling = (struct tp_telling){0};
}

static void add_problems(struct tp_telling *telling, enum tp_told kind,
                         const struct tp_problem *list, int count, const char *head) {
  if (count)
    add(telling, TP_TOLD_HEAD, head);
  for (int i = 0; i < count; i++) {
    struct tp_text line = {0};
    tp_problem_print(&list[i], &line);
    add(telling, kind, line.data ? line.data : "");
    tp_text_free(&line);
  }
}

void tp_telling_problems(struct tp_telling *telling, const struct tp_problems *problems,
                         const char *faults_head, const char *warnings_head) {
  add_problems(telling, TP_TOLD_FAULT, problems->list, problems->count, faults_head);
  add_problems(telling, TP_TOLD_WARNING, problems->warnings, problems->warning_count,
               warnings_head);
}

/* --- a mod ------------------------------------------------------------------------------------ */

const char *tp_telling_note(const struct tp_shelf_row *row, char *text, size_t size) {
  const char *parts[] = {row->mod ? row->mod->version : "", row->mod ? row->mod->author : "",
                         row->mod && row->mod->title[0] ? row->id : ""};
  text[0] = '\0';
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
    if (!parts[i][0])
      continue;
    tp_phrase_append(text, size, text[0] ? " \xc2\xb7 " : "");
    tp_phrase_append(text, size, parts[i]);
  }
  return text;
}

enum tp_phrase tp_telling_head(const struct tp_shelf_row *row) {
  return row->place ? TP_SAY_MODS_ON : row->usable ? TP_SAY_MODS_OFF : TP_SAY_MODS_UNUSABLE;
}

const char *tp_telling_state(const struct tp_shelf *shelf, int row, char *text, size_t size) {
  const struct tp_shelf_row *r = &shelf->rows[row];
  struct tp_problems why = {0};
  int conflicts = tp_shelf_conflicts(shelf, row);
  if (r->mod && !r->usable)
    tp_shelf_refuses(shelf, row, &why);
  if (!r->mod)
    snprintf(text, size, "%s", tp_phrase(TP_SAY_MOD_STATE_GONE));
  else if (!r->usable)
    TP_SAY(text, size, why.count == 1 ? TP_SAY_MOD_STATE_FAULT : TP_SAY_MOD_STATE_FAULTS,
           TP_WHOLE(why.count + why.omitted));
  else if (conflicts)
    TP_SAY(text, size, conflicts == 1 ? TP_SAY_MOD_STATE_CONFLICT : TP_SAY_MOD_STATE_CONFLICTS,
           TP_WHOLE(conflicts));
  else
    snprintf(text, size, "%s", tp_phrase(r->wanted ? TP_SAY_MOD_STATE_ON : TP_SAY_MOD_STATE_OFF));
  tp_problems_free(&why);
  return text;
}

const char *tp_telling_also(const struct tp_shelf *shelf, int row, char *text, size_t size) {
  struct tp_mods_on also;
  char list[800] = "";
  int wanted = shelf->rows[row].wanted;
  tp_shelf_also(shelf, row, &also);
  for (int i = 0; i < also.count; i++)
    tp_phrase_list(list, sizeof list, tp_mod_title(also.mod[i]));
  text[0] = '\0';
  if (also.count)
    TP_SAY(text, size, wanted ? TP_SAY_MOD_ALSO_OFF : TP_SAY_MOD_ALSO_ON, shelf->rows[row].title,
           list);
  return text;
}

/* "Sea 1.9 or later: on" */
static void tell_need(struct tp_telling *telling, const struct tp_shelf *shelf,
                      const struct tp_mod_need *need) {
  char name[200], line[400];
  const struct tp_mod *mod = tp_mods_any(shelf->found, need->id);
  int row = tp_shelf_find(shelf, need->id);
  int old = mod && tp_mods_is_too_old(mod, need);
  snprintf(name, sizeof name, "%s", mod ? tp_mod_title(mod) : need->id);
  if (need->version[0])
    TP_SAY(name, sizeof name, TP_SAY_MOD_NEED_FROM, mod ? tp_mod_title(mod) : need->id,
           need->version);
  TP_SAY(line, sizeof line, TP_SAY_MOD_NEED, name,
         tp_phrase(!mod                      ? TP_SAY_MOD_STATE_GONE
                   : old                     ? TP_SAY_MOD_STATE_OLD
                   : shelf->rows[row].wanted ? TP_SAY_MOD_STATE_ON
                                             : TP_SAY_MOD_STATE_OFF));
  add(telling, !mod || old ? TP_TOLD_FAULT : TP_TOLD_TEXT, line);
}

/* --- what it changes -------------------------------------------------------------------------- */

/* Sections of a scenario as players know them; the others go by their key. */
static const char *section_name(const char *key) {
  static const struct {
    const char *key;
    enum tp_phrase name;
  } known[] = {{"actions", TP_SAY_SECTION_ACTIONS},       {"events", TP_SAY_SECTION_EVENTS},
               {"actors", TP_SAY_SECTION_ACTORS},         {"claims", TP_SAY_SECTION_CLAIMS},
               {"pairs", TP_SAY_SECTION_PAIRS},           {"views", TP_SAY_SECTION_VIEWS},
               {"endings", TP_SAY_SECTION_ENDINGS},       {"objectives", TP_SAY_SECTION_OBJECTIVES},
               {"influences", TP_SAY_SECTION_INFLUENCES}, {"rules", TP_SAY_SECTION_RULES},
               {"tracks", TP_SAY_SECTION_TRACKS},         {"world", TP_SAY_SECTION_WORLD},
               {"hints", TP_SAY_SECTION_HINTS},           {"advisors", TP_SAY_SECTION_ADVISORS},
               {"variants", TP_SAY_SECTION_VARIANTS},     {"title", TP_SAY_SECTION_TITLE},
               {"summary", TP_SAY_SECTION_SUMMARY},       {"start", TP_SAY_SECTION_START},
               {"turns", TP_SAY_SECTION_TURNS},           {"roles", TP_SAY_SECTION_ROLES},
               {"sources", TP_SAY_SECTION_SOURCES},       {"policies", TP_SAY_SECTION_POLICIES}};
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (strcmp(known[i].key, key) == 0)
      return tp_phrase(known[i].name);
  return key;
}

/* "Heat pumps", "Russia and China", or the id. */
static const char *name_entry(const char *section, const struct tp_patch_entry *entry, char *name,
                              size_t size) {
  const char *title = entry->title;
  if (entry->ends[0][0])
    return TP_SAY(name, size,
                  strcmp(section, "views") == 0 ? TP_SAY_MOD_TOWARDS : TP_SAY_MOD_BETWEEN,
                  entry->ends[0], entry->ends[1]);
  if (!title[0] && strcmp(section, "world") == 0)
    title = tp_wording_of_world(entry->id);
  snprintf(name, size, "%s", title[0] ? title : entry->id);
  return name;
}

/* With a minus what is taken away. */
static void list_entry(const char *section, const struct tp_patch_entry *entry, char *names,
                       size_t size) {
  char name[line_most], listed[line_most + 8];
  snprintf(listed, sizeof listed, "%s%s", entry->removed ? "\xe2\x88\x92" : "",
           name_entry(section, entry, name, sizeof name));
  tp_phrase_list(names, size, listed);
}

static void tell_part(struct tp_telling *telling, const struct tp_patch_part *part) {
  char line[line_most], names[line_most] = "", more[60];
  for (int i = 0; i < part->count; i++)
    list_entry(part->section, &part->entries[i], names, sizeof names);
  snprintf(line, sizeof line, "%s", section_name(part->section));
  if (names[0])
    TP_SAY(line, sizeof line, TP_SAY_MOD_PART, section_name(part->section), names);
  if (part->more)
    tp_phrase_append(line, sizeof line,
                     TP_SAY(more, sizeof more, TP_SAY_MOD_PART_MORE, TP_WHOLE(part->more)));
  add(telling, TP_TOLD_TEXT, line);
}

static void tell_patches(struct tp_telling *telling, const struct tp_mod *mod) {
  char line[line_most];
  for (int i = 0; i < mod->patch_count; i++) {
    struct tp_patch patch;
    tp_patch_read(mod, i, tp_phrases_language(), &patch);
    add(telling, TP_TOLD_HEAD,
        TP_SAY(line, sizeof line, TP_SAY_MOD_CHANGES,
               patch.title[0] ? patch.title : mod->patches[i]));
    for (int k = 0; k < patch.count; k++)
      tell_part(telling, &patch.parts[k]);
    tp_patch_free(&patch);
  }
}

static void tell_scenarios(struct tp_telling *telling, const struct tp_mod *mod) {
  if (mod->scenario_count)
    add(telling, TP_TOLD_HEAD, tp_phrase(TP_SAY_MOD_SCENARIOS));
  for (int i = 0; i < mod->scenario_count; i++)
    add(telling, TP_TOLD_TEXT, mod->scenarios[i]);
}

/* --- what stands against others --------------------------------------------------------------- */

static void tell_side(struct tp_telling *telling, const struct tp_shelf *shelf,
                      const struct tp_conflict_side *side, enum tp_phrase phrase) {
  char line[line_most];
  const struct tp_mod *mod = tp_mods_any(shelf->found, side->mod);
  add(telling, TP_TOLD_TEXT,
      TP_SAY(line, sizeof line, phrase, side->value, mod ? tp_mod_title(mod) : side->mod));
  snprintf(line, sizeof line, "%s:%d:%d", side->path, side->line, side->column);
  add(telling, TP_TOLD_NOTE, line);
}

/* What it is about, and under it the place as the files have it. */
static void tell_place(struct tp_telling *telling, const struct tp_conflict *c) {
  char line[line_most + 100], name[line_most];
  const char *section = section_name(c->section);
  TP_SAY(line, sizeof line, c->entry.id[0] ? TP_SAY_MOD_PART : TP_SAY_VALUE_INDEX, section,
         name_entry(c->section, &c->entry, name, sizeof name));
  add(telling, TP_TOLD_STRONG, line);
  add(telling, TP_TOLD_NOTE, c->pointer);
}

static void tell_conflicts(struct tp_telling *telling, const struct tp_shelf *shelf, int row) {
  const char *id = shelf->rows[row].id;
  if (tp_shelf_conflicts(shelf, row))
    add(telling, TP_TOLD_HEAD, tp_phrase(TP_SAY_MOD_CONFLICTS));
  for (int i = 0; i < shelf->conflicts.count; i++) {
    const struct tp_conflict *c = &shelf->conflicts.list[i];
    if (strcmp(c->counts.mod, id) != 0 && strcmp(c->lost.mod, id) != 0)
      continue;
    tell_place(telling, c);
    tell_side(telling, shelf, &c->counts, TP_SAY_MOD_COUNTS);
    tell_side(telling, shelf, &c->lost, TP_SAY_MOD_LOST);
  }
}

void tp_telling_mod(struct tp_telling *telling, const struct tp_shelf *shelf, int row) {
  const struct tp_mod *mod = shelf->rows[row].mod;
  struct tp_problems why = {0};
  tp_shelf_refuses(shelf, row, &why);
  if (mod)
    add(telling, TP_TOLD_TEXT, mod->text);
  tp_telling_problems(telling, &why, tp_phrase(TP_SAY_MOD_FAULTS), tp_phrase(TP_SAY_MOD_WARNINGS));
  tp_problems_free(&why);
  if (!mod)
    return;
  tell_conflicts(telling, shelf, row);
  if (mod->need_count)
    add(telling, TP_TOLD_HEAD, tp_phrase(TP_SAY_MOD_NEEDS));
  for (int i = 0; i < mod->need_count; i++)
    tell_need(telling, shelf, &mod->needs[i]);
  tell_patches(telling, mod);
  tell_scenarios(telling, mod);
  add(telling, TP_TOLD_HEAD, tp_phrase(TP_SAY_MOD_FOLDER));
  add(telling, TP_TOLD_NOTE, mod->folder);
}
