#include "data/settings.h"

#include "data/folders.h"
#include "data/layers/document.h"
#include "data/layers/pointer.h"
#include "data/json/out.h"
#include "data/language.h"
#include "data/nearest.h"

#include <stdlib.h>
#include <string.h>

static const char file_name[] = "settings.json", themes[] = "light|dark|contrast";
static const double least_scale = 0.5, most_scale = 4.0, least_side = 200.0, most_side = 20000.0;

/* The switches: their names in the file, and where they are. */
static const struct {
  const char *name;
  size_t offset;
  int usual;
} flags[] = {
    {"motion", offsetof(struct tp_settings, motion), 1},
    {"hints", offsetof(struct tp_settings, hints), 1},
    {"advisors", offsetof(struct tp_settings, advisors), 1},
    {"autosave", offsetof(struct tp_settings, autosave), 1},
    {"fullscreen", offsetof(struct tp_settings, fullscreen), 0},
};
enum { FLAGS = sizeof flags / sizeof *flags };

static int *flag_of(struct tp_settings *settings, int index) {
  return (int *)(void *)((char *)settings + flags[index].offset);
}

void tp_settings_usual(struct tp_settings *settings) {
  *settings = (struct tp_settings){.theme = "light"};
  for (int i = 0; i < FLAGS; i++)
    *flag_of(settings, i) = flags[i].usual;
}

int tp_settings_path(char path[TP_PATH_MAX]) {
  char folder[TP_PATH_MAX];
  return tp_folders_config(folder) && tp_files_join(path, folder, file_name);
}

/* --- reading -------------------------------------------------------------------------------- */

struct reader {
  const char *path;
  struct tp_settings *settings;
  const struct tp_positions *positions;
  struct tp_problems *problems;
};

static void fault(struct reader *r, const char *pointer, const char *message) {
  int line = 0, column = 0;
  tp_positions_near(r->positions, pointer, TP_AT_VALUE, &line, &column);
  tp_problems_add(r->problems, r->path, line, column, pointer, "%s", message);
}

static void read_text(struct reader *r, const cJSON *node, const char *pointer, char *text,
                      size_t size, const char *expected, int good) {
  if (good && strlen(node->valuestring) < size)
    snprintf(text, size, "%s", node->valuestring);
  else
    fault(r, pointer, expected);
}

static void read_scale(struct reader *r, const cJSON *node) {
  double scale = cJSON_IsNumber(node) ? node->valuedouble : -1.0;
  if (scale == 0.0 || (scale >= least_scale && scale <= most_scale))
    r->settings->scale = scale;
  else
    fault(r, "/scale", "a number from 0.5 to 4 is expected, or 0: by the size of the window");
}

static int side_of(const cJSON *node) {
  int fits = cJSON_IsNumber(node) && node->valuedouble >= least_side &&
             node->valuedouble <= most_side && node->valuedouble == (int)node->valuedouble;
  return fits ? (int)node->valuedouble : 0;
}

static void read_window(struct reader *r, const cJSON *node) {
  int width = side_of(cJSON_GetArrayItem(node, 0)), height = side_of(cJSON_GetArrayItem(node, 1));
  if (!cJSON_IsArray(node) || cJSON_GetArraySize(node) != 2 || !width || !height) {
    fault(r, "/window", "its width and height in whole pixels are expected, as [1280, 720]");
    return;
  }
  r->settings->width = width;
  r->settings->height = height;
}

static void read_bound(struct reader *r, const cJSON *node) {
  struct tp_text pointer = {0};
  int count = cJSON_GetArraySize(node), fits = cJSON_IsArray(node) && count <= TP_BOUND_KEYS;
  for (const cJSON *key = tp_children(node); key && fits; key = key->next)
    fits = cJSON_IsString(key) && strlen(key->valuestring) < TP_BOUND_NAME;
  struct tp_bound *bound = NULL;
  if (fits && strlen(node->string) < TP_BOUND_NAME)
    bound = tp_settings_bind(r->settings, node->string);
  if (!bound) {
    tp_text_add(&pointer, "/keys");
    tp_pointer_add(&pointer, node->string);
    fault(r, pointer.data,
          "a list of at most four names of keys is expected, as [\"u\", \"ctrl-z\"]");
    tp_text_free(&pointer);
    return;
  }
  bound->count = 0;
  for (const cJSON *key = tp_children(node); key; key = key->next)
    snprintf(bound->keys[bound->count++], TP_BOUND_NAME, "%s", key->valuestring);
}

static void read_keys(struct reader *r, const cJSON *node) {
  if (!cJSON_IsObject(node))
    fault(r, "/keys", "an object is expected: commands and their keys");
  for (const cJSON *one = tp_children(node); one && cJSON_IsObject(node); one = one->next)
    read_bound(r, one);
}

static void read_mods(struct reader *r, const cJSON *node) {
  char *mods = r->settings->mods;
  size_t length = 0;
  int fits = cJSON_IsArray(node) && cJSON_GetArraySize(node) <= TP_MODS_ON_MAX;
  char pointer[40] = "/mods";
  int place = 0;
  for (const cJSON *id = tp_children(node); id && fits; id = id->next) {
    snprintf(pointer, sizeof pointer, "/mods/%d", place++);
    fits = cJSON_IsString(id) && tp_format_is_id(id->valuestring);
  }
  if (!fits)
    fault(r, pointer, "a list of at most 32 ids of mods is expected, as [\"long-winter\"]");
  for (const cJSON *id = tp_children(node); id && fits; id = id->next)
    length += (size_t)snprintf(mods + length, TP_MOD_IDS_MAX - length, "%s%s", length ? "+" : "",
                               id->valuestring);
}

static void keep_unknown(struct reader *r, const cJSON *node) {
  static const char *const known[] = {"language", "theme", "scale", "window", "keys", "mods"};
  struct tp_text pointer = {0};
  char message[200];
  int line = 0, column = 0;
  struct tp_nearest nearest = tp_nearest_to(node->string);
  if (!r->settings->unknown)
    r->settings->unknown = cJSON_CreateObject();
  cJSON_AddItemToObject(r->settings->unknown, node->string, cJSON_Duplicate(node, 1));
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    tp_nearest_try(&nearest, known[i]);
  for (int i = 0; i < FLAGS; i++)
    tp_nearest_try(&nearest, flags[i].name);
  snprintf(message, sizeof message, "no such setting is known; it stays in the file%s",
           tp_nearest_hint(&nearest));
  tp_pointer_add(&pointer, node->string);
  tp_positions_near(r->positions, pointer.data, TP_AT_KEY, &line, &column);
  tp_problems_add(r->problems, r->path, line, column, pointer.data, "%s", message);
  tp_text_free(&pointer);
}

/* 1 when the member is a switch. */
static int read_flag(struct reader *r, const cJSON *node) {
  char pointer[40];
  for (int i = 0; i < FLAGS; i++) {
    if (strcmp(node->string, flags[i].name) != 0)
      continue;
    snprintf(pointer, sizeof pointer, "/%s", flags[i].name);
    if (cJSON_IsBool(node))
      *flag_of(r->settings, i) = cJSON_IsTrue(node) != 0;
    else
      fault(r, pointer, "true or false is expected");
    return 1;
  }
  return 0;
}

static void read_member(struct reader *r, const cJSON *node) {
  const char *name = node->string, *text = cJSON_IsString(node) ? node->valuestring : NULL;
  struct tp_settings *s = r->settings;
  if (strcmp(name, "language") == 0)
    read_text(r, node, "/language", s->language, sizeof s->language,
              "the code of a language is expected, as \"en\", or \"\" for the system's",
              text && (!text[0] || tp_language_is_known(text)));
  else if (strcmp(name, "theme") == 0)
    read_text(r, node, "/theme", s->theme, sizeof s->theme, "light, dark or contrast is expected",
              text && tp_format_choice(themes, text) >= 0);
  else if (strcmp(name, "scale") == 0)
    read_scale(r, node);
  else if (strcmp(name, "window") == 0)
    read_window(r, node);
  else if (strcmp(name, "keys") == 0)
    read_keys(r, node);
  else if (strcmp(name, "mods") == 0)
    read_mods(r, node);
  else if (!read_flag(r, node))
    keep_unknown(r, node);
}

static void read_all(struct reader *r, const char *text, size_t length) {
  struct tp_positions *positions = tp_positions_scan(text, length, r->path, r->problems);
  cJSON *root = positions ? cJSON_ParseWithLength(text, length) : NULL;
  r->positions = positions;
  if (root && !cJSON_IsObject(root))
    fault(r, "", "an object is expected");
  for (const cJSON *node = tp_children(root); node && cJSON_IsObject(root); node = node->next)
    read_member(r, node);
  cJSON_Delete(root);
  tp_positions_free(positions);
}

void tp_settings_read(const char *path, struct tp_settings *settings,
                      struct tp_problems *problems) {
  struct reader r = {.path = path, .settings = settings, .problems = problems};
  size_t length = 0;
  int before = problems->count;
  tp_settings_usual(settings);
  if (!tp_files_exists(path))
    return;
  char *text = tp_problems_read(problems, path, &length);
  if (text)
    read_all(&r, text, length);
  free(text);
  settings->faulty = problems->count > before;
}

/* --- writing -------------------------------------------------------------------------------- */

static void write_window(struct tp_json_out *out, const struct tp_settings *settings) {
  if (!settings->width)
    return;
  tp_json_list(out, "window");
  tp_json_number(out, NULL, settings->width);
  tp_json_number(out, NULL, settings->height);
  tp_json_end(out);
}

static void write_keys(struct tp_json_out *out, const struct tp_settings *settings) {
  tp_json_object(out, "keys");
  for (int i = 0; i < settings->bound_count; i++) {
    tp_json_list(out, settings->bound[i].command);
    for (int k = 0; k < settings->bound[i].count; k++)
      tp_json_string(out, NULL, settings->bound[i].keys[k]);
    tp_json_end(out);
  }
  tp_json_end(out);
}

static void write_mods(struct tp_json_out *out, const char *mods) {
  char id[TP_ID_MAX + 20];
  tp_json_list(out, "mods");
  while ((mods = tp_mods_next_id(mods, id)))
    tp_json_string(out, NULL, id);
  tp_json_end(out);
}

static void write_unknown(struct tp_json_out *out, const cJSON *unknown) {
  for (const cJSON *node = tp_children(unknown); node; node = node->next) {
    char *text = cJSON_Print(node);
    if (text)
      tp_json_raw(out, node->string, text);
    cJSON_free(text);
  }
}

static void print(struct tp_json_out *out, struct tp_settings *settings) {
  tp_json_start(out);
  tp_json_object(out, NULL);
  tp_json_string(out, "language", settings->language);
  tp_json_string(out, "theme", settings->theme);
  tp_json_number(out, "scale", settings->scale);
  write_window(out, settings);
  for (int i = 0; i < FLAGS; i++)
    tp_json_flag(out, flags[i].name, *flag_of(settings, i));
  write_keys(out, settings);
  write_mods(out, settings->mods);
  write_unknown(out, settings->unknown);
  tp_json_end(out);
}

int tp_settings_write(const char *path, struct tp_settings *settings, struct tp_file_error *error) {
  char folder[TP_PATH_MAX];
  struct tp_json_out out;
  const char *slash = strrchr(path, '/');
  snprintf(folder, sizeof folder, "%.*s", slash ? (int)(slash - path) : 0, path);
  if (folder[0] && !tp_files_make_folder(folder, error))
    return 0;
  print(&out, settings);
  int written =
      tp_files_write(path, out.text.data, out.text.length, settings->faulty ? 2 : 1, error);
  tp_text_free(&out.text);
  settings->faulty = settings->faulty && !written;
  return written;
}

void tp_settings_free(struct tp_settings *settings) {
  cJSON_Delete(settings->unknown);
  settings->unknown = NULL;
}

/* --- keys ----------------------------------------------------------------------------------- */

static int find_bound(const struct tp_settings *settings, const char *command) {
  for (int i = 0; i < settings->bound_count; i++)
    if (strcmp(settings->bound[i].command, command) == 0)
      return i;
  return -1;
}

const struct tp_bound *tp_settings_bound(const struct tp_settings *settings, const char *command) {
  int at = find_bound(settings, command);
  return at < 0 ? NULL : &settings->bound[at];
}

struct tp_bound *tp_settings_bind(struct tp_settings *settings, const char *command) {
  int at = find_bound(settings, command);
  if (at >= 0)
    return &settings->bound[at];
  if (settings->bound_count == TP_BOUND_MAX)
    return NULL;
  struct tp_bound *bound = &settings->bound[settings->bound_count++];
  *bound = (struct tp_bound){0};
  snprintf(bound->command, sizeof bound->command, "%s", command);
  return bound;
}

void tp_settings_unbind(struct tp_settings *settings, const char *command) {
  int at = find_bound(settings, command);
  if (at >= 0)
    settings->bound[at] = settings->bound[--settings->bound_count];
}
