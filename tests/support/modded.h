/* A folder of data with the tiny world as a scenario, and mods that change it, for stories about
 * mods. The shipped scenarios and mods are found behind it. */
#ifndef TP_TESTS_MODDED_H
#define TP_TESTS_MODDED_H

/* cmocka wants these first, in this order */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "data/files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char modded_folder[64];

/* Writes a file in it, and the folders above. */
static inline void modded_put(const char *name, const char *text) {
  struct tp_file_error error;
  char path[300];
  snprintf(path, sizeof path, "%s/%s", modded_folder, name);
  *strrchr(path, '/') = '\0';
  assert_true(tp_files_make_folder(path, &error));
  snprintf(path, sizeof path, "%s/%s", modded_folder, name);
  if (!tp_files_write(path, text, strlen(text), 1, &error))
    fail_msg("%s: %s", path, error.text);
}

/* A mod; `members` of its mod.json follow a comma, as in ", \"needs\": {}". */
static inline void modded_mod(const char *id, const char *title, const char *members) {
  char name[200], text[1000];
  snprintf(name, sizeof name, "mods/%s/mod.json", id);
  snprintf(text, sizeof text,
           "{ \"format\": 1, \"id\": \"%s\", \"title\": \"%s\", \"version\": \"1.0\"%s }\n", id,
           title, members);
  modded_put(name, text);
}

static inline void modded_patch(const char *id, const char *scenario, const char *text) {
  char name[200];
  snprintf(name, sizeof name, "mods/%s/patches/%s.json", id, scenario);
  modded_put(name, text);
}

/* forge     makes the first action cheap
 * smithy    builds on it, and names the action anew
 * guild     sets the cost too: stands against forge
 * broken    misspells an actor, which is seen when it is laid over the scenario
 * torn      has no mod.json that can be read
 * orphan    needs what is not there
 * hen, egg  need each other
 * far       changes another scenario only */
static inline void modded_open(void) {
  struct tp_file_error error;
  size_t length;
  char *tiny = tp_files_read("tests/support/tiny.json", &length, &error);
  assert_non_null(tiny);
  strcpy(modded_folder, "/tmp/thirdpole-mods-XXXXXX");
  assert_non_null(mkdtemp(modded_folder));
  assert_int_equal(setenv("THIRDPOLE_DATA", modded_folder, 1), 0);
  modded_put("scenarios/tiny.json", tiny);
  free(tiny);
  modded_mod("forge", "Cheap forges",
             ", \"author\": \"A smith\", \"description\": \"Iron for all.\"");
  modded_patch("forge", "tiny", "{ \"actions\": { \"forge\": { \"cost\": { \"budget\": 1 } } } }");
  modded_mod("smithy", "Smithies", ", \"needs\": { \"forge\": { \"version\": \"1.0\" } }");
  modded_patch("smithy", "tiny",
               "{ \"actions\": { \"forge\": { \"title\": \"Found smithies\" } } }");
  modded_mod("guild", "Guilds", "");
  modded_patch("guild", "tiny",
               "{\n  \"actions\": {\n    \"forge\": { \"cost\": { \"budget\": 9 } } },\n"
               "  \"pairs\": { \"league-crown\": { \"people\": 31 } },\n"
               "  \"views\": { \"league>crown\": { \"menace\": 46 } } }");
  modded_mod("broken", "Broken", "");
  modded_patch("broken", "tiny", "{\n  \"actors\": { \"leage\": { \"vars\": {} } } }");
  modded_put("mods/torn/mod.json", "{ \"format\": 1,\n  \"id\": \"torn\", }\n");
  modded_mod("orphan", "Orphan", ", \"needs\": { \"forgge\": {} }");
  modded_mod("hen", "Hen", ", \"needs\": { \"egg\": {} }");
  modded_mod("egg", "Egg", ", \"needs\": { \"hen\": {} }");
  modded_mod("far", "Far away", "");
  modded_patch("far", "base", "{ \"title\": \"Elsewhere\" }");
}

static inline void modded_close(void) {
  char command[200];
  snprintf(command, sizeof command, "rm -rf '%s'", modded_folder);
  assert_int_equal(system(command), 0);
}

#endif
