/* The words of one language, read from assets/lang/CODE.json.
 *
 * Objects in each other hold texts; a text's key is the way to it, as in "menu.save". {1}, {2} ...
 * stand for what is filled in, in any order. Keys that begin with _ are the translator's own. One
 * language is the reference: any other must have the same keys, with the same places to fill.
 */
#ifndef TP_DATA_LANGUAGE_H
#define TP_DATA_LANGUAGE_H

#include "data/json/problems.h"

enum { TP_LANGUAGES_MAX = 32, TP_LANGUAGE_CODE_MAX = 16 };

struct tp_language; /* read-only once loaded */

/* A language by its code. What is wrong with it is added to `problems`: all of it, with its place.
 * A text that is missing or faulty is then taken from the reference (NULL: there is none), which
 * must outlive the result. NULL only when there is no such file, or it is no JSON object. */
struct tp_language *tp_language_load(const char *code, const struct tp_language *reference,
                                     struct tp_problems *problems);

/* The same from the text of a file called `file` in messages. */
struct tp_language *tp_language_read(const char *code, const char *text, size_t length,
                                     const char *file, const struct tp_language *reference,
                                     struct tp_problems *problems);

/* NULL is allowed. */
void tp_language_free(struct tp_language *language);

const char *tp_language_code(const struct tp_language *language);

/* The text of a key, or NULL when there is none. It lives as long as the language. */
const char *tp_language_text(const struct tp_language *language, const char *key);

/* Its texts by number, sorted by key. */
int tp_language_count(const struct tp_language *language);
const char *tp_language_key(const struct tp_language *language, int index);

/* Which of {1} to {9} a text has: bit n - 1 for {n}. */
unsigned tp_language_places(const char *text);

/* 1 when a code can be one: letters, digits and dashes, short enough. */
int tp_language_is_code(const char *code);

/* 1 when there is a file for it. */
int tp_language_is_known(const char *code);

/* The codes of all languages that have a file, sorted; returns how many. */
int tp_language_list(char codes[TP_LANGUAGES_MAX][TP_LANGUAGE_CODE_MAX]);

#endif
