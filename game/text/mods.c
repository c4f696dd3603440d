/* Mods, and new games with them. */
#include "text/game.h"

#include "session/mods/telling.h"

#include <stdlib.h>
#include <string.h>

/* Those that the command line names count for this once. */
static char *ids_on(struct tp_text_game *g) {
  return g->mods_named || !g->settings ? g->mods_once : g->settings->mods;
}

static void say_telling(struct tp_text_game *g, const struct tp_telling *telling) {
  for (int i = 0; i < telling->count; i++)
    tp_text_say(g, telling->lines[i].text);
}

/* --- the list --------------------------------------------------------------------------------- */

static void say_folder(struct tp_text_game *g) {
  char path[TP_PATH_MAX], line[TP_TEXT_LINE];
  if (!tp_shelf_folder(path))
    return;
  TP_SAY(line, sizeof line, tp_files_is_there(path) ? TP_SAY_MODS_FOLDER : TP_SAY_MODS_NO_FOLDER,
         path);
  tp_text_say(g, line);
}

static void say_row(struct tp_text_game *g, const struct tp_shelf *shelf, int row) {
  const struct tp_shelf_row *r = &shelf->rows[row];
  char state[80], note[300], name[600];
  tp_telling_state(shelf, row, state, sizeof state);
  tp_telling_note(r, note, sizeof note);
  snprintf(name, sizeof name, "%s%s%s%s", r->title, note[0] ? " (" : "", note, note[0] ? ")" : "");
  if (r->place)
    TP_TELL(g, MOD_PLACE, TP_WHOLE(r->place), name, state);
  else
    TP_TELL(g, MOD_LINE, name, state);
}

static void list(struct tp_text_game *g, const struct tp_shelf *shelf) {
  char line[TP_TEXT_LINE], mods[700];
  tp_offer_of_game(g->s, mods, sizeof mods);
  tp_text_say(g, TP_SAY(line, sizeof line, TP_SAY_MODS_THIS_GAME,
                        mods[0] ? mods : tp_phrase(TP_SAY_MODS_NO_MODS)));
  if (g->mods_named)
    tp_text_say(g, tp_phrase(TP_SAY_MODS_ONCE));
  for (int i = 0; i < shelf->count; i++) {
    enum tp_phrase head = tp_telling_head(&shelf->rows[i]);
    if (i == 0 || head != tp_telling_head(&shelf->rows[i - 1]))
      tp_text_say(g, tp_phrase(head));
    say_row(g, shelf, i);
  }
  if (!shelf->count) {
    tp_text_say(g, tp_phrase(TP_SAY_MODS_NONE));
    tp_text_say(g, tp_phrase(TP_SAY_MODS_HOW));
  }
  say_folder(g);
  if (shelf->count)
    TP_TELL(g, MODS_TYPE, TP_TYPED(MODS), TP_TYPED_WITH(MODS, tp_text_word(TP_TEXT_ON)));
}

static void describe(struct tp_text_game *g, const struct tp_shelf *shelf, int row) {
  struct tp_telling telling = {0};
  say_row(g, shelf, row);
  tp_telling_mod(&telling, shelf, row);
  say_telling(g, &telling);
  tp_telling_free(&telling);
}

/* --- switching -------------------------------------------------------------------------------- */

static void keep(struct tp_text_game *g, const char *ids) {
  struct tp_file_error error = {.text = ""};
  snprintf(ids_on(g), TP_MOD_IDS_MAX, "%s", ids);
  g->mods_switched = 1;
  if (!g->mods_named && g->settings && g->settings_path &&
      !tp_settings_write(g->settings_path, g->settings, &error))
    tp_text_say(g, error.text);
}

static void say_refused(struct tp_text_game *g, const struct tp_shelf *shelf, int row) {
  struct tp_problems why = {0};
  TP_TELL(g, MOD_REFUSED, shelf->rows[row].title);
  if (!tp_shelf_refuses(shelf, row, &why))
    tp_text_say(g, tp_phrase(TP_SAY_MODS_TOO_MANY));
  tp_problems_write(&why, g->out);
  tp_problems_free(&why);
}

/* What goes with it is told first; typed again, it is meant. */
static int is_meant(struct tp_text_game *g, const struct tp_shelf *shelf, int row) {
  char words[1200];
  if (!tp_telling_also(shelf, row, words, sizeof words)[0] ||
      strcmp(g->switches, shelf->rows[row].id) == 0) {
    g->switches[0] = '\0';
    return 1;
  }
  snprintf(g->switches, sizeof g->switches, "%s", shelf->rows[row].id);
  tp_text_say(g, words);
  TP_TELL_ALONE(g, MOD_AGAIN);
  return 0;
}

static void say_switched(struct tp_text_game *g, const struct tp_shelf *shelf, int row) {
  struct tp_mods_on also;
  char titles[900];
  tp_shelf_also(shelf, row, &also);
  snprintf(titles, sizeof titles, "%s", shelf->rows[row].title);
  for (int i = 0; i < also.count; i++)
    tp_phrase_list(titles, sizeof titles, tp_mod_title(also.mod[i]));
  if (shelf->rows[row].wanted)
    TP_TELL(g, MOD_IS_OFF, titles, TP_TYPED(NEW), TP_TYPED(RENEW));
  else
    TP_TELL(g, MOD_IS_ON, titles, TP_TYPED(NEW), TP_TYPED(RENEW));
}

static void switch_to(struct tp_text_game *g, const struct tp_shelf *shelf, int row, int on) {
  const struct tp_shelf_row *r = &shelf->rows[row];
  char ids[TP_MOD_IDS_MAX];
  if (r->wanted == on)
    TP_TELL(g, MOD_ALREADY, r->title, tp_phrase(on ? TP_SAY_MOD_STATE_ON : TP_SAY_MOD_STATE_OFF));
  else if (on && !r->usable)
    say_refused(g, shelf, row);
  else if (!is_meant(g, shelf, row))
    return;
  else if (!tp_shelf_switch(shelf, row, ids))
    say_refused(g, shelf, row);
  else {
    say_switched(g, shelf, row);
    keep(g, ids);
  }
}

void tp_text_mods(struct tp_text_game *g, char *rest) {
  struct tp_shelf *shelf = tp_shelf_open(ids_on(g));
  char first[40];
  size_t length = strcspn(rest, " ");
  snprintf(first, sizeof first, "%.*s", (int)length, rest);
  int on = tp_text_is(first, TP_TEXT_ON, "on"), off = tp_text_is(first, TP_TEXT_OFF, "off");
  const char *named = on || off ? rest + length + strspn(rest + length, " ") : rest;
  int row = named[0] ? tp_shelf_find(shelf, named) : TP_NONE;
  if (named[0] && row == TP_NONE) {
    TP_TELL(g, NO_MOD, named, TP_TYPED(MODS));
  } else if (on || off) {
    switch_to(g, shelf, row, on);
  } else {
    tp_shelf_compare(shelf);
    if (named[0])
      describe(g, shelf, row);
    else
      list(g, shelf);
  }
  tp_shelf_close(shelf);
}

void tp_text_propose_mods(struct tp_text_game *g) {
  char ids[TP_MOD_IDS_MAX];
  struct tp_shelf *shelf = tp_shelf_open(ids_on(g));
  if (tp_offer_for_game(g->s, shelf, ids))
    tp_session_propose(g->s, ids);
  tp_shelf_close(shelf);
}

/* --- new games -------------------------------------------------------------------------------- */

static void say_warnings(struct tp_text_game *g, const struct tp_problems *problems) {
  struct tp_telling telling = {0};
  if (!problems->warning_count)
    return;
  TP_TELL(g, WARNINGS, TP_WHOLE(problems->warning_count));
  tp_telling_problems(&telling, problems, "", "");
  say_telling(g, &telling);
  tp_telling_free(&telling);
}

struct tp_session *tp_text_begin(struct tp_text_game *g, const char *name,
                                 struct tp_problems *problems) {
  struct tp_offer offer;
  struct tp_shelf *shelf = tp_shelf_open(ids_on(g));
  struct tp_session_options how = g->options;
  tp_offer_begin(&offer, shelf, name);
  how.scenario = offer.name;
  struct tp_session *s = tp_session_start(&how, problems);
  tp_offer_say(&offer, g->mods_said, sizeof g->mods_said);
  if (offer.named && shelf->on.count)
    snprintf(g->mods_said, sizeof g->mods_said, "%s", tp_phrase(TP_SAY_MODS_NAMED));
  if (s)
    say_warnings(g, problems);
  tp_offer_free(&offer);
  tp_shelf_close(shelf);
  return s;
}

static struct tp_scenario_entry *scenarios(struct tp_text_game *g, int *count) {
  struct tp_shelf *shelf = tp_shelf_open(ids_on(g));
  struct tp_scenario_entry *list = tp_offer_scenarios(shelf, count);
  tp_shelf_close(shelf);
  return list;
}

static void list_scenario(struct tp_text_game *g, int number,
                          const struct tp_scenario_entry *entry) {
  enum tp_text_word note = entry->guided ? TP_TEXT_FIRST_GAME : TP_TEXT_MAIN_GAME;
  if (entry->problems)
    TP_TELL(g, SCENARIO_BROKEN, TP_WHOLE(number), entry->id, TP_WHOLE(entry->problems));
  else if (entry->guided || entry->usual)
    TP_TELL(g, SCENARIO_NOTED, TP_WHOLE(number), entry->title, entry->id, tp_text_word(note));
  else
    TP_TELL(g, SCENARIO_LINE, TP_WHOLE(number), entry->title, entry->id);
}

static void list_scenarios(struct tp_text_game *g) {
  int count;
  char example[200] = TP_DEFAULT_SCENARIO;
  struct tp_scenario_entry *list = scenarios(g, &count);
  for (int i = 0; i < count; i++) {
    const struct tp_scenario_entry *entry = &list[i];
    list_scenario(g, i + 1, entry);
    for (int k = 0; k < entry->variant_count; k++) {
      TP_TELL(g, VARIANT_LINE, entry->id, entry->variants[k].id, entry->variants[k].title);
      snprintf(example, sizeof example, "%.90s@%.90s", entry->id, entry->variants[k].id);
    }
  }
  TP_TELL(g, NEW_TYPE, TP_TYPED(NEW), TP_TYPED_WITH(NEW, example));
  tp_scenario_list_free(list, count);
}

/* By its number in the list; else what was typed is its name. */
static void find_scenario(struct tp_text_game *g, const char *typed, char name[TP_PATH_MAX]) {
  int count;
  size_t digits = strspn(typed, "0123456789");
  snprintf(name, TP_PATH_MAX, "%s", typed);
  if (digits == 0 || digits > 4 || (typed[digits] && typed[digits] != '@'))
    return;
  struct tp_scenario_entry *list = scenarios(g, &count);
  int wanted = atoi(typed) - 1;
  if (wanted >= 0 && wanted < count)
    snprintf(name, TP_PATH_MAX, "%s%s", list[wanted].path, typed + digits);
  tp_scenario_list_free(list, count);
}

void tp_text_new(struct tp_text_game *g, const char *typed) {
  struct tp_problems problems = {0};
  char name[TP_PATH_MAX];
  if (!typed[0]) {
    list_scenarios(g);
    return;
  }
  if (!tp_text_may_leave(g, TP_DO_NEW))
    return;
  find_scenario(g, typed, name);
  struct tp_session *s = tp_text_begin(g, name, &problems);
  if (s) {
    tp_text_take(g, s);
    tp_text_greet(g);
  } else {
    TP_TELL_ALONE(g, NOT_BEGUN);
    tp_problems_write(&problems, g->out);
  }
  tp_problems_free(&problems);
}
