/* Writes PNG files, without compression: for screenshots, so that no library is needed. */
#ifndef TP_DESKTOP_DRAWING_PNG_H
#define TP_DESKTOP_DRAWING_PNG_H

#include <stdint.h>

/*
 * Writes width x height pixels, 0xAARRGGBB with the alpha ignored, `stride` pixels from row to row.
 * Returns 0, or -1 if the file cannot be written or a side is not positive. The same pixels give
 * the same bytes.
 */
int tp_png_write(const char *path, const uint32_t *pixels, int stride, int width, int height);

#endif
