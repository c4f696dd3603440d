#include "text/play.h"

#include "session/saves.h"
#include "text/game.h"

#include <string.h>

enum { LINE_MAX_ = 400, USUAL_ROLLOUTS = 500 };

void tp_text_say(struct tp_text_game *g, const char *words) {
  fputs(words, g->out);
  fputc('\n', g->out);
}

void tp_text_tell(struct tp_text_game *g, enum tp_text_word id, const char *const *with) {
  char line[TP_TEXT_LINE];
  tp_text_say(g, tp_phrase_fill(line, sizeof line, tp_text_word(id), with));
}

/* Reads a line without its end: 1; 0 when it was too long and is dropped; -1 at the end of input.
 */
static int read_line(FILE *in, char line[LINE_MAX_]) {
  if (!fgets(line, LINE_MAX_, in))
    return -1;
  size_t length = strlen(line);
  if (length > 0 && line[length - 1] == '\n') {
    line[length - 1] = '\0';
    return 1;
  }
  if (length + 1 < LINE_MAX_)
    return 1; /* the last line, without an end, or one with a NUL in it */
  for (int c; (c = fgetc(in)) != EOF && c != '\n';) {
  }
  return 0;
}

static void prompt(struct tp_text_game *g) {
  fputs("> ", g->out);
  fflush(g->out);
}

static void converse(struct tp_text_game *g) {
  char line[LINE_MAX_];
  while (!g->leaving && !ferror(g->out)) {
    prompt(g);
    int got = read_line(g->in, line);
    if (got < 0) {
      fputc('\n', g->out);
      return;
    }
    if (got == 0)
      TP_TELL(g, TOO_LONG, TP_WHOLE(LINE_MAX_ - 2));
    else
      tp_text_command(g, line);
    tp_text_show_hints(g);
  }
}

/* The turn's own save is there already, unless it failed; orders given since go with it. */
int tp_text_is_kept(struct tp_text_game *g, struct tp_problems *problems) {
  const char *path = tp_session_autosave_path(g->s);
  if (!tp_session_keep_orders(g->s))
    return 0;
  if (tp_session_is_saved(g->s) || tp_session_turn(g->s) == g->kept_at)
    return 1;
  return path[0] && tp_session_save(g->s, path, problems);
}

static void say_farewell(struct tp_text_game *g) {
  struct tp_problems problems = {0};
  int ordered = tp_session_orders(g->s)->count > 0, kept = tp_text_is_kept(g, &problems);
  if (!kept)
    TP_TELL_ALONE(g, BYE_UNSAVED);
  else if (tp_session_is_saved(g->s))
    TP_TELL(g, BYE_SAVED, tp_session_autosave_path(g->s));
  else
    TP_TELL_ALONE(g, BYE_NOTHING);
  if (ordered && kept && tp_session_is_saved(g->s))
    TP_TELL_ALONE(g, BYE_ORDERS);
  else if (ordered)
    TP_TELL_ALONE(g, BYE_ORDERS_LOST);
  tp_problems_write(&problems, g->out);
  tp_problems_free(&problems);
}

static struct tp_session *open_session(struct tp_text_game *g,
                                       const struct tp_text_options *options, FILE *err) {
  struct tp_problems problems = {0};
  const char *name = options->session.scenario ? options->session.scenario : TP_DEFAULT_SCENARIO;
  struct tp_session *s = options->load
                             ? tp_session_load(options->load, &options->session, &problems)
                             : tp_text_begin(g, name, &problems);
  if (!s)
    tp_problems_write(&problems, err);
  tp_problems_free(&problems);
  return s;
}

/* What wins and what makes the score: gauges tell only of some of it. */
static void say_aims(struct tp_text_game *g) {
  const struct tp_rules *r = tp_session_rules(g->s);
  char wins[3 * TP_WORDING_MAX] = "", quoted[TP_WORDING_MAX];
  for (int i = 0; i < r->ending_count; i++)
    if (r->endings[i].result == TP_VICTORY && r->endings[i].when.count)
      tp_phrase_list(wins, sizeof wins,
                     TP_SAY(quoted, sizeof quoted, TP_SAY_ORDER_ACT, r->endings[i].words.title));
  if (wins[0] && r->objective_count > 1)
    TP_TELL(g, AIMS, wins, TP_WHOLE(r->objective_count), TP_TYPED(GOALS));
}

void tp_text_greet(struct tp_text_game *g) {
  const struct tp_rules *r = tp_session_rules(g->s);
  tp_text_say(g, r->words.title);
  if (r->words.text && r->words.text[0])
    tp_text_say(g, r->words.text);
  TP_TELL(g, YOU_DECIDE, r->actors[tp_session_player(g->s)].words.title, TP_WHOLE(r->turns),
          TP_TYPED(HELP));
  say_aims(g);
  char seed[24];
  snprintf(seed, sizeof seed, "%llu", (unsigned long long)tp_session_seed(g->s));
  TP_TELL(g, SEED, seed);
  if (g->mods_said[0])
    tp_text_say(g, g->mods_said);
  tp_text_show_turn(g);
}

/* A save that cannot be read is a fault of files, one that is broken is its own. */
static int fault_of(const struct tp_text_options *options) {
  return options->load && !tp_files_is_readable(options->load) ? TP_TEXT_FILES : TP_TEXT_FAULTY;
}

int tp_text_play(const struct tp_text_options *options) {
  struct tp_text_game g = {.in = options->in ? options->in : stdin,
                           .out = options->out ? options->out : stdout,
                           .options = options->session,
                           .rollouts = options->rollouts > 0 ? options->rollouts : USUAL_ROLLOUTS};
  tp_saves_tidy(options->session.folder);
  g.no_hints = options->no_hints;
  g.settings = options->settings;
  g.settings_path = options->settings_path;
  g.mods_named = options->mods != NULL;
  if (options->mods)
    snprintf(g.mods_once, sizeof g.mods_once, "%s", options->mods);
  g.s = open_session(&g, options, options->err ? options->err : stderr);
  if (!g.s)
    return fault_of(options);
  g.kept_at = tp_session_turn(g.s);
  g.warned_at = TP_NONE;
  g.hint = TP_NONE;
  tp_text_greet(&g);
  tp_text_show_differences(&g);
  tp_text_show_hints(&g);
  converse(&g);
  say_farewell(&g);
  tp_session_close(g.s);
  int written = fflush(g.out) == 0 && !ferror(g.out);
  if (!written)
    fputs("thirdpole: the output could not be written\n", options->err ? options->err : stderr);
  return written ? 0 : TP_TEXT_FILES;
}
