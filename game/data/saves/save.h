/* Saved games: JSON that outlives the program that wrote it.
 *
 * A save holds the merged scenario, the seed, the policies, every order and the hash of the world
 * after every turn, and a snapshot of the world by name. It is loaded from the snapshot; the orders
 * and hashes are for replays. Writing is atomic and keeps the last three.
 *
 * These members may be left out, as older versions of the game did: `name` (what the player calls
 * it), `chart` (lists of numbers, for the list of saves), `orders` (of the player, for the turn
 * that comes; those that are not allowed are dropped), `seen` (what hints go by), `file` (of the
 * scenario, where its id does not find it), `healed` (the state that the record begins with) and
 * `before` (the course of the values up to there).
 */
#ifndef TP_DATA_SAVES_SAVE_H
#define TP_DATA_SAVES_SAVE_H

#include "core/world.h"
#include "data/files.h"
#include "data/saves/differences.h"
#include "data/saves/record.h"

/* A game that begins at its scenario's start is written as format 1, one that was put into other
 * data on its way as 2. */
enum { TP_SAVE_VERSION = 2 };

/* A game read from a save. */
struct tp_save {
  struct tp_scenario *scenario; /* owned */
  struct tp_game_record record; /* owned */
  struct tp_world *world;       /* owned; of scenario->rules->world_size bytes */
  int exact;                    /* 1: the world is the one saved, to the last bit */
  char note[300];               /* otherwise: what differs, as a sentence */
};

/* Writes a game as it stands: 1, or 0 with the reason; the file that was there is then intact. */
int tp_save_write(const char *path, const struct tp_game_record *record,
                  const struct tp_world *world, struct tp_file_error *error);

/* The same in the place of the newest of them, so that those before it stay as they are. */
int tp_save_write_over(const char *path, const struct tp_game_record *record,
                       const struct tp_world *world, struct tp_file_error *error);

/* The text of a save, to be freed with free(). */
char *tp_save_text(const struct tp_game_record *record, const struct tp_world *world);

/* Reads a game from the text of a save; `origin` stands for its file in messages: 1, or 0 with all
 * that is wrong with it in `problems`. Free `save` after a 1. */
int tp_save_parse(const char *text, size_t length, const char *origin, const char *language,
                  struct tp_save *save, struct tp_problems *problems);
void tp_save_free(struct tp_save *save);

/* Reads a game into its scenario as it is now, with these mods ("a+b"; "" for none; NULL: those it
 * was saved with, as far as they are there) as they are now: 1, or 0 with the reasons in
 * `problems`. The state is carried over by name; what that drops, brings or cuts is added to
 * `differences`, with what is another in the scenario, and mods that are gone. When nothing
 * differs, the list is empty and the state is the saved one. Derived variables stay as they were;
 * the record keeps its past only where all that it names is still there, and whether it leads to
 * the same states is not tried. A save whose own scenario or state is damaged is read as far as it
 * goes. */
int tp_save_heal(const char *text, size_t length, const char *origin, const char *language,
                 const char *mods, struct tp_save *save, struct tp_differences *differences,
                 struct tp_problems *problems);

/* What a list of saves shows, read without starting the game. Texts may be cut. */
struct tp_save_summary {
  char id[64], title[200], player[64];
  char name[TP_GAME_NAME];
  int turns;         /* played */
  int length;        /* turns of a whole game; 0: not known */
  int over;          /* 1: it has come to its end */
  int year, quarter; /* of the game's start; 0: not known */
  struct tp_chart chart;
};

/* 1, or 0 when it is no save. */
int tp_save_peek(const char *path, struct tp_save_summary *summary);

#endif
