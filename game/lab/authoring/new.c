/* new: writes a small scenario to start from, which can be played as it stands.
 *
 * It extends another (--from) and has one of each of what people add first. Goes to --out, or else
 * to scenarios/ID.json where there is a folder scenarios/, and to ID.json where there is none. What
 * is there already is never written over: that ends with 3.
 *
 * With --mod it is a mod that changes the other scenario, in mods/ID/ of the working folder.
 */
#include "data/files.h"
#include "data/folders.h"
#include "data/format/format.h"
#include "lab/setup.h"

#include <string.h>

struct draft {
  const char *id, *from;
  const struct tp_rules *r; /* of what it extends */
  struct tp_json_out out;
};

static enum tp_exit refuse(enum tp_exit end, const char *what, const char *why) {
  tp_lab_say("%s: %s", what, why);
  return end;
}

/* --- its parts ----------------------------------------------------------------------------------
 */

static void write_effect(struct tp_json_out *out, const char *variable, double add) {
  tp_json_list(out, "effects");
  tp_json_object(out, NULL);
  tp_json_string(out, "var", variable);
  tp_json_number(out, "add", add);
  tp_json_end(out);
  tp_json_end(out);
}

static void write_action(struct draft *d, const char *seat) {
  struct tp_json_out *out = &d->out;
  tp_json_object(out, "actions");
  tp_json_object(out, "new-action");
  tp_json_string(out, "_about", "Something the player may do; a null would take an action away.");
  tp_json_string(out, "seat", seat);
  tp_json_string(out, "theme", "diplomacy");
  tp_json_string(out, "title", "A conference");
  tp_json_string(out, "text", "Talk to all sides for a while.");
  tp_json_object(out, "cost");
  tp_json_number(out, "capital", 3);
  tp_json_end(out);
  tp_json_number(out, "cooldown", 4);
  write_effect(out, "world.tension", -3);
  tp_json_object(out, "reflex");
  tp_json_string(out, "_about", "How much computer players like it; 10 is normal.");
  tp_json_number(out, "base", 10);
  tp_json_end(out);
  tp_json_end(out);
  tp_json_end(out);
}

static void write_option(struct draft *d, const char *id, const char *title, double tension) {
  tp_json_object(&d->out, id);
  tp_json_string(&d->out, "title", title);
  write_effect(&d->out, "world.tension", tension);
  tp_json_end(&d->out);
}

static void write_event(struct draft *d, const char *seat) {
  struct tp_json_out *out = &d->out;
  tp_json_object(out, "events");
  tp_json_object(out, "new-event");
  tp_json_string(out, "_about", "Happens in turn 1 (the first is 0) and asks the player.");
  tp_json_string(out, "title", "A question is put to you");
  tp_json_string(out, "text", "Say what has happened, and why it matters.");
  tp_json_whole(out, "at", d->r->turns > 1);
  tp_json_string(out, "seat", seat);
  tp_json_object(out, "options");
  write_option(d, "calm", "Calm things down", -2);
  write_option(d, "insist", "Insist", 2);
  tp_json_end(out);
  tp_json_end(out);
  tp_json_end(out);
}

static void write_objective(struct draft *d, double tension) {
  struct tp_json_out *out = &d->out;
  tp_json_object(out, "objectives");
  tp_json_object(out, "new-goal");
  tp_json_string(out, "title", "A quieter world");
  tp_json_list(out, "when");
  tp_json_object(out, NULL);
  tp_json_string(out, "var", "world.tension");
  tp_json_number(out, "<", tension);
  tp_json_end(out);
  tp_json_end(out);
  tp_json_end(out);
  tp_json_end(out);
}

/* Beside the new file, or where the game keeps it, below `kept`. */
static void write_schema_name(struct draft *d, const char *path, const char *kept,
                              const char *name) {
  char beside[TP_PATH_MAX], found[TP_PATH_MAX], file[TP_PATH_MAX];
  const char *slash = strrchr(path, '/');
  int folder = slash ? (int)(slash - path) + 1 : 0;
  snprintf(beside, sizeof beside, "%.*s%s", folder, path, name);
  if (tp_files_exists(beside))
    tp_json_string(&d->out, "$schema", name);
  else if (tp_files_join(file, kept, name) && tp_folders_find(file, found))
    tp_json_string(&d->out, "$schema", found);
}

/* One of each of what people add first. */
static void write_parts(struct draft *d) {
  const struct tp_rules *r = d->r;
  const char *seat = r->actors[r->player].words.id;
  double tension = r->start[r->world_slot + TP_TENSION];
  double higher = tension < 95 ? tension + 5 : tension;
  tp_json_object(&d->out, "world");
  tp_json_number(&d->out, "tension", higher);
  tp_json_end(&d->out);
  write_action(d, seat);
  write_event(d, seat);
  write_objective(d, tension > 5 ? tension - 5 : tension + 5);
}

static void write_draft(struct draft *d, const char *path) {
  tp_json_start(&d->out);
  tp_json_object(&d->out, NULL);
  write_schema_name(d, path, "scenarios", "scenario.schema.json");
  tp_json_whole(&d->out, "format", TP_FORMAT_VERSION);
  tp_json_string(&d->out, "id", d->id);
  tp_json_string(&d->out, "extends", d->from);
  tp_json_string(&d->out, "title", d->id);
  tp_json_string(&d->out, "summary", "Say what is different here.");
  tp_json_string(
      &d->out, "_about",
      "Keys that begin with _ are remarks. `thirdpole-lab watch` checks this file at every "
      "save; scenarios/README.md says how to go on.");
  write_parts(d);
  tp_json_end(&d->out);
}

/* --- a mod --------------------------------------------------------------------------------------
 */

static void write_mod_json(struct draft *d, const char *path) {
  tp_json_start(&d->out);
  tp_json_object(&d->out, NULL);
  write_schema_name(d, path, "scenarios/mods", "mod.schema.json");
  tp_json_whole(&d->out, "format", TP_FORMAT_VERSION);
  tp_json_string(&d->out, "id", d->id);
  tp_json_string(&d->out, "title", d->id);
  tp_json_string(&d->out, "version", "0.1");
  tp_json_string(&d->out, "description", "Say what it changes.");
  tp_json_end(&d->out);
}

static void write_patch(struct draft *d, const char *path) {
  tp_json_start(&d->out);
  tp_json_object(&d->out, NULL);
  write_schema_name(d, path, "scenarios", "scenario.schema.json");
  tp_json_whole(&d->out, "format", TP_FORMAT_VERSION);
  tp_json_string(&d->out, "id", d->from);
  tp_json_string(&d->out, "_about",
                 "A patch over the scenario of this id: what is not named stays. `thirdpole-lab "
                 "watch SCENARIO+MOD` checks it at every save.");
  write_parts(d);
  tp_json_end(&d->out);
}

/* Writes what the draft holds; returns 1 or 0. */
static int put(struct draft *d, const char *path) {
  struct tp_file_error error;
  int written = tp_files_write(path, d->out.text.data, d->out.text.length, 1, &error);
  tp_text_free(&d->out.text);
  if (written)
    printf("%s\n", path);
  else
    refuse(TP_EXIT_IO, path, error.text);
  return written;
}

static enum tp_exit write_mod(struct draft *d, const char *folder) {
  struct tp_problems problems = {0};
  struct tp_file_error error;
  char about[TP_PATH_MAX], patches[TP_PATH_MAX], patch[TP_PATH_MAX], name[TP_PATH_MAX];
  snprintf(name, sizeof name, "%s.json", d->from);
  if (!tp_files_join(about, folder, "mod.json") || !tp_files_join(patches, folder, "patches") ||
      !tp_files_join(patch, patches, name))
    return refuse(TP_EXIT_IO, folder, "is too long a path");
  if (!tp_files_make_folder(patches, &error))
    return refuse(TP_EXIT_IO, patches, error.text);
  write_mod_json(d, about);
  if (!put(d, about))
    return TP_EXIT_IO;
  write_patch(d, patch);
  if (!put(d, patch))
    return TP_EXIT_IO;
  tp_scenario_check_mod(folder, NULL, &problems);
  tp_problems_write(&problems, stderr);
  enum tp_exit end = problems.count ? TP_EXIT_FAILED : TP_EXIT_OK;
  tp_problems_free(&problems);
  return end;
}

/* --- the command --------------------------------------------------------------------------------
 */

/* 0 when it is too long. */
static int choose_path(const struct tp_arguments *a, char path[TP_PATH_MAX]) {
  char file[TP_ID_MAX + 8];
  snprintf(file, sizeof file, "%.*s.json", TP_ID_MAX, a->operand[0]);
  if (a->given & TP_OPTION(MOD))
    return tp_files_join(path, "mods", a->operand[0]);
  if (a->out)
    return tp_files_join(path, ".", a->out);
  return tp_files_join(path, tp_files_exists("scenarios") ? "scenarios" : ".", file);
}

/* What is extended is found by its name, from where the new file will be. */
static enum tp_exit write_file(struct draft *d, const char *path) {
  struct tp_problems problems = {0};
  write_draft(d, path);
  struct tp_scenario *scenario = tp_scenario_load_text(d->out.text.data, path, NULL, &problems);
  tp_problems_write(&problems, stderr);
  tp_problems_free(&problems);
  if (!scenario) {
    tp_text_free(&d->out.text);
    return TP_EXIT_FAILED;
  }
  tp_scenario_free(scenario);
  return put(d, path) ? TP_EXIT_OK : TP_EXIT_IO;
}

enum tp_exit tp_lab_new(const struct tp_arguments *arguments) {
  const char *id = arguments->operand[0];
  const char *from = arguments->from ? arguments->from : TP_DEFAULT_SCENARIO;
  char path[TP_PATH_MAX];
  enum tp_exit end;
  if (!tp_format_is_id(id))
    return refuse(TP_EXIT_USAGE, id, "a name is made of small letters, digits and single dashes");
  if (!tp_format_is_id(from))
    return refuse(TP_EXIT_USAGE, from, "--from takes the name of a scenario, as `list` shows it");
  if (arguments->given & TP_OPTION(MOD) && arguments->out)
    return refuse(TP_EXIT_USAGE, arguments->out, "--out names one file, and a mod is a folder");
  if (!choose_path(arguments, path))
    return refuse(TP_EXIT_IO, arguments->out, "is too long a path");
  if (tp_files_exists(path))
    return refuse(TP_EXIT_IO, path, "is there already, and stays as it is");
  struct tp_scenario *scenario = tp_setup_load(from, NULL, &end);
  if (!scenario)
    return end;
  struct draft draft = {.id = id, .from = from, .r = scenario->rules};
  end = arguments->given & TP_OPTION(MOD) ? write_mod(&draft, path) : write_file(&draft, path);
  tp_scenario_free(scenario);
  return end;
}
