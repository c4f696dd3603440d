/* Saves, and the language. */
#include "text/game.h"

#include "session/saves.h"

#include <stdlib.h>
#include <string.h>

static void say_problems(struct tp_text_game *g, struct tp_problems *problems) {
  tp_problems_write(problems, g->out);
  tp_problems_free(problems);
}

/* --- saving --------------------------------------------------------------------------------- */

/* Paths have a slash or end like files; all else is a name. */
static int is_path(const char *typed) {
  size_t length = strlen(typed);
  return strchr(typed, '/') || (length > 5 && strcmp(typed + length - 5, ".json") == 0);
}

static void say_saved(struct tp_text_game *g, int saved, const char *path,
                      struct tp_problems *problems) {
  if (saved) {
    g->kept_at = tp_session_turn(g->s);
    TP_TELL(g, SAVED_IN, path);
  } else {
    TP_TELL_ALONE(g, NOT_SAVED);
  }
  say_problems(g, problems);
}

static void save_to(struct tp_text_game *g, const char *path) {
  struct tp_problems problems = {0};
  say_saved(g, tp_session_save(g->s, path, &problems), path, &problems);
}

/* A name that is taken is told first; typed again, it is meant. */
static void save_as(struct tp_text_game *g, const char *typed) {
  struct tp_problems problems = {0};
  char path[TP_PATH_MAX], name[TP_GAME_NAME] = "";
  tp_phrase_append(name, sizeof name, typed);
  if (!tp_saves_path(g->options.folder, name, path)) {
    TP_TELL(g, SAVE_WHERE, TP_TYPED(SAVE));
    return;
  }
  if (tp_files_exists(path) && strcmp(g->replaces, name) != 0) {
    snprintf(g->replaces, sizeof g->replaces, "%s", name);
    TP_TELL(g, NAME_TAKEN, name);
    return;
  }
  g->replaces[0] = '\0';
  int saved = tp_saves_write(g->s, g->options.folder, name, &problems);
  say_saved(g, saved, path, &problems);
}

void tp_text_save(struct tp_text_game *g, const char *where) {
  if (where[0] && is_path(where))
    save_to(g, where);
  else if (where[0])
    save_as(g, where);
  else if (tp_session_autosave_path(g->s)[0])
    save_to(g, tp_session_autosave_path(g->s));
  else
    TP_TELL(g, SAVE_WHERE, TP_TYPED(SAVE));
}

/* A game that cannot be saved is not left on the first word. */
int tp_text_may_leave(struct tp_text_game *g, enum tp_text_command command) {
  struct tp_problems problems = {0};
  if (g->warned_at == tp_session_turn(g->s) || tp_text_is_kept(g, &problems)) {
    tp_problems_free(&problems);
    return 1;
  }
  g->warned_at = tp_session_turn(g->s);
  say_problems(g, &problems);
  TP_TELL(g, UNSAVED, TP_TYPED(SAVE), tp_text_name(command));
  return 0;
}

/* --- loading -------------------------------------------------------------------------------- */

void tp_text_list_saves(struct tp_text_game *g) {
  int count;
  struct tp_saved *list = tp_saves_list(g->options.folder, &count);
  if (count == 0)
    TP_TELL_ALONE(g, NO_SAVES);
  for (int i = 0; i < count; i++)
    TP_TELL(g, SAVE_LINE, TP_WHOLE(i + 1), list[i].name, list[i].date,
            TP_WHOLE(list[i].summary.turns + 1),
            tp_text_word(list[i].own ? TP_TEXT_SAVE_OWN : TP_TEXT_SAVE_AUTO), list[i].written);
  if (count)
    TP_TELL(g, SAVES_HOW, TP_TYPED(LOAD));
  free(list);
}

/* The save with that number in the list, or that name, else the file that was typed. */
static void find_save(const struct tp_text_game *g, const char *what, char path[TP_PATH_MAX]) {
  int count, number = 0;
  struct tp_saved *list = tp_saves_list(g->options.folder, &count);
  if (strspn(what, "0123456789") == strlen(what) && strlen(what) < 6)
    number = atoi(what);
  snprintf(path, TP_PATH_MAX, "%s", what);
  for (int i = count - 1; i >= 0 && !is_path(what); i--)
    if (number == i + 1 || strcmp(list[i].name, what) == 0)
      snprintf(path, TP_PATH_MAX, "%s", list[i].path);
  free(list);
}

void tp_text_take(struct tp_text_game *g, struct tp_session *session) {
  tp_session_keep_orders(g->s);
  tp_session_close(g->s);
  g->s = session;
  g->kept_at = tp_session_turn(session);
  g->warned_at = TP_NONE;
  g->trail_count = 0;
}

static int may_be_rescued(const struct tp_text_game *g, const char *path) {
  struct tp_problems ignored = {0};
  struct tp_session_options options = g->options;
  options.folder = "";
  struct tp_session *s = tp_session_rescue(path, &options, &ignored);
  tp_problems_free(&ignored);
  tp_session_close(s);
  return s != NULL;
}

void tp_text_load(struct tp_text_game *g, const char *what) {
  struct tp_problems problems = {0};
  char path[TP_PATH_MAX];
  if (!what[0]) {
    TP_TELL(g, LOAD_WHICH, TP_TYPED(SAVES), TP_TYPED(LOAD));
    return;
  }
  if (!tp_text_may_leave(g, TP_DO_LOAD))
    return;
  find_save(g, what, path);
  struct tp_session *loaded = tp_session_load(path, &g->options, &problems);
  if (!loaded) {
    TP_TELL_ALONE(g, NOT_LOADED);
    say_problems(g, &problems);
    if (may_be_rescued(g, path))
      TP_TELL(g, RESCUE_HOW, TP_TYPED_WITH(RENEW, what));
    return;
  }
  say_problems(g, &problems);
  tp_text_take(g, loaded);
  TP_TELL(g, LOADED, tp_session_rules(g->s)->words.title);
  tp_text_show_turn(g);
  tp_text_show_differences(g);
}

/* --- with the data as they are now ---------------------------------------------------------- */

static void list_differences(struct tp_text_game *g) {
  const struct tp_differences *list = tp_session_differences(g->s);
  for (int i = 0; i < list->count; i++) {
    char words[TP_WORDING_MAX];
    tp_wording_difference(tp_session_rules(g->s), &list->list[i], words, sizeof words);
    TP_TELL(g, DIFFERENCE, words);
  }
}

void tp_text_show_differences(struct tp_text_game *g) {
  if (!tp_session_may_renew(g->s))
    return;
  TP_TELL(g, RENEW_HOW, TP_TYPED(RENEW));
  list_differences(g);
}

/* The game that is played, or another. */
static struct tp_session *renewed(struct tp_text_game *g, const char *what,
                                  struct tp_problems *problems) {
  char path[TP_PATH_MAX];
  if (!what[0])
    return tp_session_renew(g->s, problems);
  find_save(g, what, path);
  return tp_session_load_renewed(path, &g->options, problems);
}

void tp_text_renew(struct tp_text_game *g, const char *what) {
  struct tp_problems problems = {0};
  if (!what[0] && (g->mods_switched || !tp_session_may_renew(g->s))) {
    g->mods_switched = 0;
    tp_text_propose_mods(g);
    if (tp_session_may_renew(g->s))
      tp_text_show_differences(g);
    else
      TP_TELL_ALONE(g, RENEW_NOTHING);
    return;
  }
  if (!tp_text_may_leave(g, TP_DO_RENEW))
    return;
  struct tp_session *again = renewed(g, what, &problems);
  if (!again)
    TP_TELL_ALONE(g, NOT_LOADED);
  say_problems(g, &problems);
  if (!again)
    return;
  tp_text_take(g, again);
  if (tp_session_differences(g->s)->count)
    TP_TELL_ALONE(g, RENEWED);
  else
    TP_TELL(g, LOADED, tp_session_rules(g->s)->words.title);
  list_differences(g);
  if (tp_session_begun(g->s))
    TP_TELL(g, RENEWED_AT, TP_WHOLE(tp_session_begun(g->s) + 1));
  tp_text_show_turn(g);
}

/* --- language ------------------------------------------------------------------------------- */

static void list_languages(char *list, size_t size) {
  char codes[TP_LANGUAGES_MAX][TP_LANGUAGE_CODE_MAX];
  int count = tp_language_list(codes);
  list[0] = '\0';
  for (int i = 0; i < count; i++)
    tp_phrase_list(list, size, codes[i]);
}

void tp_text_speak(struct tp_text_game *g, const char *code) {
  struct tp_problems problems = {0};
  char list[300], before[TP_LANGUAGE_CODE_MAX];
  list_languages(list, sizeof list);
  snprintf(before, sizeof before, "%s", tp_phrases_language());
  if (!code[0]) {
    TP_TELL(g, LANGUAGES, tp_phrase_text("language.name"), list, TP_TYPED(LANGUAGE));
    return;
  }
  if (!tp_language_is_code(code) || !tp_language_is_known(code)) {
    TP_TELL(g, NO_LANGUAGE, code, list);
    return;
  }
  int spoken = tp_phrases_speak(code, &problems);
  if (spoken && !tp_session_retell(g->s, &problems))
    tp_phrases_speak(before, &problems);
  else if (spoken)
    TP_TELL_ALONE(g, LANGUAGE_NOW);
  say_problems(g, &problems);
}
