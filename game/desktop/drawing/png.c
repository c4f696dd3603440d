/*
 * A PNG is a signature and chunks, each with its length, name, data and CRC-32. The image data is a
 * zlib stream; deflate allows stored blocks, so each row becomes one block: five bytes of header, a
 * filter byte, then the row. A row of up to 21,844 pixels fits a block of 65,535 bytes.
 */
#include "desktop/drawing/png.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct stream {
  FILE *file;
  uint32_t table[256];
  uint32_t crc;
  uint32_t a, b; /* Adler-32 of the rows */
};

static void make_table(uint32_t table[256]) {
  for (uint32_t n = 0; n < 256; n++) {
    uint32_t c = n;
    for (int bit = 0; bit < 8; bit++)
      c = c & 1 ? 0xedb88320U ^ (c >> 1) : c >> 1;
    table[n] = c;
  }
}

static void put(struct stream *s, const uint8_t *bytes, size_t count) {
  for (size_t i = 0; i < count; i++)
    s->crc = s->table[(s->crc ^ bytes[i]) & 255] ^ (s->crc >> 8);
  fwrite(bytes, 1, count, s->file);
}

static void put_u32(struct stream *s, uint32_t value) {
  uint8_t bytes[4] = {(uint8_t)(value >> 24), (uint8_t)(value >> 16), (uint8_t)(value >> 8),
                      (uint8_t)value};
  put(s, bytes, 4);
}

static void chunk_begin(struct stream *s, const char name[4], uint32_t length) {
  put_u32(s, length);
  s->crc = 0xffffffffU;
  put(s, (const uint8_t *)name, 4);
}

static void chunk_end(struct stream *s) {
  put_u32(s, s->crc ^ 0xffffffffU);
}

static void put_header(struct stream *s, int width, int height) {
  static const uint8_t signature[8] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  static const uint8_t eight_bit_rgb[5] = {8, 2, 0, 0, 0};
  put(s, signature, sizeof signature);
  chunk_begin(s, "IHDR", 13);
  put_u32(s, (uint32_t)width);
  put_u32(s, (uint32_t)height);
  put(s, eight_bit_rgb, sizeof eight_bit_rgb);
  chunk_end(s);
}

static void put_row(struct stream *s, uint8_t *row, const uint32_t *pixels, int width, bool last) {
  uint32_t length = (uint32_t)width * 3 + 1;
  uint8_t head[5] = {last, (uint8_t)length, (uint8_t)(length >> 8), (uint8_t)~length,
                     (uint8_t)(~length >> 8)};
  row[0] = 0;
  for (int x = 0; x < width; x++) {
    row[1 + x * 3] = (uint8_t)(pixels[x] >> 16);
    row[2 + x * 3] = (uint8_t)(pixels[x] >> 8);
    row[3 + x * 3] = (uint8_t)pixels[x];
  }
  for (uint32_t i = 0; i < length; i++) {
    s->a = (s->a + row[i]) % 65521;
    s->b = (s->b + s->a) % 65521;
  }
  put(s, head, sizeof head);
  put(s, row, length);
}

static void put_image(struct stream *s, uint8_t *row, const uint32_t *pixels, int stride, int width,
                      int height) {
  static const uint8_t zlib_header[2] = {0x78, 0x01};
  uint32_t per_row = (uint32_t)width * 3 + 6;
  chunk_begin(s, "IDAT", 2 + per_row * (uint32_t)height + 4);
  put(s, zlib_header, sizeof zlib_header);
  for (int y = 0; y < height; y++)
    put_row(s, row, pixels + (ptrdiff_t)y * stride, width, y == height - 1);
  put_u32(s, s->b << 16 | s->a);
  chunk_end(s);
}

int tp_png_write(const char *path, const uint32_t *pixels, int stride, int width, int height) {
  if (width <= 0 || height <= 0 || width > 21844 || height > 21844)
    return -1;
  struct stream s = {.file = fopen(path, "wb"), .a = 1};
  uint8_t *row = malloc((size_t)width * 3 + 1);
  if (!s.file || !row) {
    free(row);
    if (s.file)
      fclose(s.file);
    return -1;
  }
  make_table(s.table);
  put_header(&s, width, height);
  put_image(&s, row, pixels, stride, width, height);
  chunk_begin(&s, "IEND", 0);
  chunk_end(&s);
  bool broken = ferror(s.file) != 0;
  free(row);
  return fclose(s.file) == 0 && !broken ? 0 : -1;
}
