/* What there is to be said of a mod, a line at a time, for every front end: what it is, what it
 * needs and changes, what is wrong with it, and what stands against other mods.
 */
#ifndef TP_SESSION_MODS_TELLING_H
#define TP_SESSION_MODS_TELLING_H

#include "session/mods/shelf.h"
#include "session/phrases.h"

enum tp_told {
  TP_TOLD_HEAD,
  TP_TOLD_STRONG, /* what the lines after it are about */
  TP_TOLD_TEXT,
  TP_TOLD_NOTE,
  TP_TOLD_FAULT,  /* of what follows it is made of: file:line:column: pointer: what is wrong */
  TP_TOLD_WARNING /* the same */
};

struct tp_told_line {
  enum tp_told kind;
  char *text;
};

/* Empty when zeroed. */
struct tp_telling {
  struct tp_told_line *lines;
  int count, room;
};

/* Adds the faults, or the warnings, under a heading if there are any. */
void tp_telling_problems(struct tp_telling *telling, const struct tp_problems *problems,
                         const char *faults_head, const char *warnings_head);
void tp_telling_free(struct tp_telling *telling);

/* Adds all that is to be said of a row. */
void tp_telling_mod(struct tp_telling *telling, const struct tp_shelf *shelf, int row);

/* "1.0 · Third Pole · long-winter", as far as it is known; returns `text`. */
const char *tp_telling_note(const struct tp_shelf_row *row, char *text, size_t size);

/* What it stands under in the list: those that are on, that are off, that cannot be used. */
enum tp_phrase tp_telling_head(const struct tp_shelf_row *row);

/* How a row stands, in few words: "on, first", "off", "3 errors", "is not there"; returns `text`.
 */
const char *tp_telling_state(const struct tp_shelf *shelf, int row, char *text, size_t size);

/* What else is switched with it, as a sentence, or ""; returns `text`. */
const char *tp_telling_also(const struct tp_shelf *shelf, int row, char *text, size_t size);

#endif
