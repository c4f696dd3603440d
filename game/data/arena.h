/* Memory for the data layer: an arena whose pieces live and die together, and text that grows.
 *
 * Nothing here returns NULL: when the system has no memory left the program says so and ends with
 * status 3, because no caller could go on. Pieces of an arena start out zeroed.
 */
#ifndef TP_DATA_ARENA_H
#define TP_DATA_ARENA_H

#include <stddef.h>

/* Lets the compiler check the arguments of functions that format text. */
#if defined(__GNUC__)
#define TP_FORMATS(text, first) __attribute__((format(printf, text, first)))
#else
#define TP_FORMATS(text, first)
#endif

struct tp_arena;

struct tp_arena *tp_arena_create(void);

/* Frees the arena and all its pieces; NULL is allowed. */
void tp_arena_free(struct tp_arena *arena);

/* `size` zeroed bytes, aligned for any type. */
void *tp_arena_take(struct tp_arena *arena, size_t size);

/* A copy of `text`, or of its first `length` bytes. */
char *tp_arena_copy(struct tp_arena *arena, const char *text);
char *tp_arena_copy_part(struct tp_arena *arena, const char *text, size_t length);

/* Formatted text. */
char *tp_arena_print(struct tp_arena *arena, const char *format, ...) TP_FORMATS(2, 3);

/* Room for one more item of `size` bytes after the first `count`: `items` itself, or a larger copy
 * of it; `*room` is kept up to date. Starts from NULL with a room of 0. */
void *tp_arena_grow(struct tp_arena *arena, void *items, int count, int *room, size_t size);

/* realloc for memory of one's own; a size of 0 is taken as 1. `_zeroed` is calloc like it. */
void *tp_memory_resize(void *old, size_t size);
void *tp_memory_zeroed(size_t count, size_t size);

/* A copy of a text, to be freed with free(). */
char *tp_memory_text(const char *text);

/* Text that grows; `data` is always terminated once something was added, NULL before. */
struct tp_text {
  char *data;
  size_t length, room;
};

void tp_text_add(struct tp_text *text, const char *more);
void tp_text_add_part(struct tp_text *text, const char *more, size_t length);
void tp_text_print(struct tp_text *text, const char *format, ...) TP_FORMATS(2, 3);
void tp_text_shorten(struct tp_text *text, size_t length); /* to its first bytes */
void tp_text_free(struct tp_text *text);

#endif
