/* A folder of data with the tiny world as a scenario, and mods that change it, for stories about
 * mods. The shipped scenarios and mods are found behind it. */
#ifndef TP_TESTS_MODDED_H
#define TP_TESTS_MODDED_H

#include "folder.h"

/* A mod; `members` of its mod.json follow a comma, as in ", \"needs\": {}". */
static inline void modded_mod(const char *id, const char *title, const char *members) {
  char name[200], text[1000];
  snprintf(name, sizeof name, "mods/%s/mod.json", id);
  snprintf(text, sizeof text,
           "{ \"format\": 1, \"id\": \"%s\", \"title\": \"%s\", \"version\": \"1.0\"%s }\n", id,
           title, members);
  put_text(name, text);
}

static inline void modded_patch(const char *id, const char *scenario, const char *text) {
  char name[200];
  snprintf(name, sizeof name, "mods/%s/patches/%s.json", id, scenario);
  put_text(name, text);
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
  char *tiny = read_text("tests/support/tiny.json");
  open_folder(NULL);
  assert_int_equal(setenv("THIRDPOLE_DATA", folder, 1), 0);
  put_text("scenarios/tiny.json", tiny);
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
  put_text("mods/torn/mod.json", "{ \"format\": 1,\n  \"id\": \"torn\", }\n");
  modded_mod("orphan", "Orphan", ", \"needs\": { \"forgge\": {} }");
  modded_mod("hen", "Hen", ", \"needs\": { \"egg\": {} }");
  modded_mod("egg", "Egg", ", \"needs\": { \"hen\": {} }");
  modded_mod("far", "Far away", "");
  modded_patch("far", "base", "{ \"title\": \"Elsewhere\" }");
}

static inline void modded_close(void) {
  close_folder(NULL);
}

#endif
