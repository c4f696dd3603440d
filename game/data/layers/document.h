/* A scenario's document: the file, those it extends, and what they merge to.
 *
 * Internal to the data layer (it speaks cJSON). A problem with a merged value is reported where the
 * value was written: in the nearest file of the chain that has it.
 */
#ifndef TP_DATA_LAYERS_DOCUMENT_H
#define TP_DATA_LAYERS_DOCUMENT_H

#include "data/files.h"
#include "data/format/format.h"
#include "data/layers/mods.h"
#include "data/json/position.h"

#include <cjson/cJSON.h>
#include <stdarg.h>

/* The first of what is in a list or object; NULL when there is none or it is neither. */
static inline const cJSON *tp_children(const cJSON *node) {
  return node ? node->child : NULL;
}

struct tp_source {
  char path[TP_PATH_MAX];
  char under[TP_ID_MAX + 24]; /* pointer to `json` in the file: "" for all of it, or a variant's
                               * changes, whose other fields are those of the file's own source */
  char *text;
  struct tp_positions *positions;
  cJSON *json;
  const struct tp_mod *mod; /* whose patch it is; NULL: a scenario or library */
};

/* Reads one file: 1, or 0 when it is no JSON object; `what` names what should be there, with its
 * article. Zeroed before; free it in any case. `_fault` reports a fault of this file's own. */
int tp_source_read(struct tp_source *source, const char *path, const char *what,
                   struct tp_problems *problems);
void tp_source_free(struct tp_source *source);
void tp_source_fault(const struct tp_source *source, struct tp_problems *problems,
                     const char *pointer, const char *message);
void tp_source_fault_at(const struct tp_source *source, struct tp_problems *problems,
                        const char *pointer, enum tp_place place, const char *message);

/* Where a source has what `pointer` leads to from its root: 1, or 0 when it has no such thing. */
int tp_source_find(const struct tp_source *source, const char *pointer, enum tp_place place,
                   int *line, int *column);

/* Files and the patches over them. */
enum { TP_LAYERS_MAX = 64 };

struct tp_document {
  /* what a chosen variant changes, nearest file first; the scenario itself; then what it extends;
   * before each file the mods' patches of it, last first */
  struct tp_source chain[2 * TP_LAYERS_MAX];
  int count, layers;     /* of them, the first `layers` are the variant's */
  int files;             /* without variant and patches */
  struct tp_mods *found; /* the mods there are, when some are on */
  struct tp_mods_on on;
  int conflicts;                /* values that two of them set differently */
  cJSON *merged;                /* author's keys left out */
  struct tp_fault_trail *trail; /* from its nodes to their pointers */
};

/* Before faults of `merged` can be reported, and when there are no more to come. */
void tp_document_begin_trail(struct tp_document *document);
void tp_document_end_trail(struct tp_document *document);

/* Reads a scenario by its path or name, with the variant and mods named behind it (see
 * data/scenario.h), and what it extends: 1, or 0 when there is nothing to go on with. Free it in
 * any case. */
int tp_document_open(struct tp_document *document, const char *name, const char *language,
                     struct tp_problems *problems);

/* The same of a file, with one of its variants ("" for none) laid over it, for a document that is
 * zeroed but for `on`. `_read` takes the text itself, and `origin` as its file's name. */
int tp_document_load(struct tp_document *document, const char *path, const char *variant,
                     struct tp_problems *problems);
int tp_document_read(struct tp_document *document, const char *text, const char *origin,
                     struct tp_problems *problems);

void tp_document_free(struct tp_document *document);

/* What chain[from] and all it extends merge to; to be deleted. */
cJSON *tp_document_merge(const struct tp_document *document, int from);

/* Where `node` of the tree `document->merged`, or its key, was written: the place in the chain of
 * the nearest file that has it, line and column there, and the pointer to it, for people: one that
 * nobody could read is cut. */
int tp_document_locate(const struct tp_document *document, const cJSON *node, enum tp_place place,
                       struct tp_text *pointer, int *line, int *column);

/* Reports a problem with it. */
void tp_document_fault(const struct tp_document *document, struct tp_problems *problems,
                       const cJSON *node, enum tp_place place, const char *message);
void tp_document_fault_with(const struct tp_document *document, struct tp_problems *problems,
                            const cJSON *node, enum tp_place place, const char *format,
                            va_list arguments);

/* The same of the key of `node`, where `meant` ("weight", "vars/stability", "") should stand beside
 * it: that this is lacking is told no more. */
void tp_document_misspelt(const struct tp_document *document, struct tp_problems *problems,
                          const cJSON *node, const char *meant, const char *message);

/* Is it there under a misspelt key? */
int tp_document_is_meant(const struct tp_document *document, const cJSON *node, const char *part);

/* The same where `node` lacks a part ("start", "vars/budget"): at the null that took it away, if
 * there is one, or at the part itself, if there is nothing in it. */
void tp_document_lack(const struct tp_document *document, struct tp_problems *problems,
                      const cJSON *node, const char *part, const char *format, va_list arguments);

/* Warns of `node`, if the scenario's own file wrote it: what it inherits is not its author's. */
void tp_document_doubt(const struct tp_document *document, struct tp_problems *problems,
                       const cJSON *node, const char *message);

/* Applies a JSON merge patch (RFC 7396) to `target`, which is consumed, leaving out the author's
 * keys of the patch; returns the result, to be deleted. */
cJSON *tp_merge_apply(cJSON *target, const cJSON *patch);

/* The same for scenarios: with an action goes what policies lean to it. */
cJSON *tp_merge_scenario(cJSON *target, const cJSON *patch);

/* Copies the path of the scenario called `name`: beside `near` (a file, or NULL), in the mods (or
 * NULL), then where data is searched. 0 when there is none. */
int tp_document_find(const char *name, const char *near, const struct tp_mods_on *mods,
                     char path[TP_PATH_MAX]);

/* Paths of the scenario files below a root or a mod's folder, by name, without the schema that lies
 * beside them; each to be freed, as is the list. What is there may be no file. */
char **tp_document_files(const char *root, int *count);

/* Writes `unknown scenario "x"; did you mean "y"?`, of those that tp_document_find would find, or
 * which there are; and the same of a variant. */
void tp_document_unknown(const char *name, const char *near, char *text, size_t size);
void tp_document_unknown_variant(const cJSON *variants, const char *name, char *text, size_t size);

#endif
