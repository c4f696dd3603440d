#include "data/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { block_bytes = 1 << 16, alignment = _Alignof(max_align_t) };

/* Blocks form a list, the newest first; only the newest is filled. */
struct block {
  struct block *older;
  size_t used, size;
  _Alignas(max_align_t) char bytes[];
};

struct tp_arena {
  struct block *newest;
};

void *tp_memory_resize(void *old, size_t size) {
  void *memory = realloc(old, size ? size : 1);
  if (!memory) {
    fputs("out of memory\n", stderr);
    exit(3);
  }
  return memory;
}

void *tp_memory_zeroed(size_t count, size_t size) {
  return memset(tp_memory_resize(NULL, count * size), 0, count * size);
}

char *tp_memory_text(const char *text) {
  size_t size = strlen(text) + 1;
  return memcpy(tp_memory_resize(NULL, size), text, size);
}

struct tp_arena *tp_arena_create(void) {
  struct tp_arena *arena = tp_memory_resize(NULL, sizeof *arena);
  arena->newest = NULL;
  return arena;
}

void tp_arena_free(struct tp_arena *arena) {
  if (!arena)
    return;
  for (struct block *block = arena->newest; block;) {
    struct block *older = block->older;
    free(block);
    block = older;
  }
  free(arena);
}

static struct block *add_block(struct tp_arena *arena, size_t size) {
  if (size < block_bytes)
    size = block_bytes;
  struct block *block = tp_memory_resize(NULL, sizeof *block + size);
  *block = (struct block){.older = arena->newest, .size = size};
  arena->newest = block;
  return block;
}

/* `size` bytes as they are. */
static void *take(struct tp_arena *arena, size_t size) {
  size = (size + alignment - 1) / alignment * alignment;
  struct block *block = arena->newest;
  if (!block || block->size - block->used < size)
    block = add_block(arena, size);
  char *piece = block->bytes + block->used;
  block->used += size;
  return piece;
}

void *tp_arena_take(struct tp_arena *arena, size_t size) {
  return memset(take(arena, size), 0, size);
}

char *tp_arena_copy_part(struct tp_arena *arena, const char *text, size_t length) {
  char *copy = memcpy(take(arena, length + 1), text, length);
  copy[length] = '\0';
  return copy;
}

char *tp_arena_copy(struct tp_arena *arena, const char *text) {
  return tp_arena_copy_part(arena, text, strlen(text));
}

char *tp_arena_print(struct tp_arena *arena, const char *format, ...) {
  va_list arguments, again;
  va_start(arguments, format);
  va_copy(again, arguments);
  int length = vsnprintf(NULL, 0, format, arguments);
  va_end(arguments);
  size_t size = length < 0 ? 1 : (size_t)length + 1;
  char *text = tp_arena_take(arena, size);
  vsnprintf(text, size, format, again);
  va_end(again);
  return text;
}

void *tp_arena_grow(struct tp_arena *arena, void *items, int count, int *room, size_t size) {
  if (count < *room)
    return items;
  int larger = *room ? *room * 2 : 16;
  char *copy = take(arena, (size_t)larger * size);
  size_t filled = (size_t)count * size;
  if (count)
    memcpy(copy, items, filled);
  memset(copy + filled, 0, (size_t)larger * size - filled);
  *room = larger;
  return copy;
}

void tp_text_add_part(struct tp_text *text, const char *more, size_t length) {
  size_t needed = text->length + length + 1;
  if (needed > text->room) {
    text->room = needed < text->room * 2 ? text->room * 2 : needed + 64;
    text->data = tp_memory_resize(text->data, text->room);
  }
  memcpy(text->data + text->length, more, length);
  text->length += length;
  text->data[text->length] = '\0';
}

void tp_text_add(struct tp_text *text, const char *more) {
  tp_text_add_part(text, more, strlen(more));
}

void tp_text_print(struct tp_text *text, const char *format, ...) {
  va_list arguments, again;
  va_start(arguments, format);
  va_copy(again, arguments);
  char piece[256];
  int length = vsnprintf(piece, sizeof piece, format, arguments);
  va_end(arguments);
  if (length > 0 && (size_t)length < sizeof piece) {
    tp_text_add_part(text, piece, (size_t)length);
  } else if (length > 0) {
    char *whole = tp_memory_resize(NULL, (size_t)length + 1);
    vsnprintf(whole, (size_t)length + 1, format, again);
    tp_text_add_part(text, whole, (size_t)length);
    free(whole);
  }
  va_end(again);
}

void tp_text_shorten(struct tp_text *text, size_t length) {
  if (length >= text->length)
    return;
  text->length = length;
  text->data[length] = '\0';
}

void tp_text_free(struct tp_text *text) {
  free(text->data);
  *text = (struct tp_text){0};
}
