/*
 * TopoJSON decoding. Nine tenths of such a file are the arcs: arrays of small whole numbers, each
 * the step from the point before it. A JSON tree of them costs a quarter of a million nodes and 25
 * ms, a sixth of the time in which the first frame must be up, so the arcs are found and read by
 * hand and cJSON gets the text with that member blanked out: objects, ids, names, transform.
 */
#include "data/outlines.h"

#include <cjson/cJSON.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { most_arcs = 1 << 20, most_points = 1 << 24, most_file_bytes = 1 << 26 };

struct decoder {
  struct tp_outlines *out;
  size_t point_room, arc_room, ref_room, ring_room, country_room;
  double scale[2], translate[2];
  const char *why; /* first thing that went wrong, or NULL */
};

static bool fail(struct decoder *d, const char *why) {
  if (!d->why)
    d->why = why;
  return false;
}

/* Makes room for one more element; false when memory is out or the file is absurd. */
static bool grow(struct decoder *d, void **array, size_t *room, size_t count, size_t size,
                 size_t most) {
  if (count < *room)
    return true;
  if (count >= most)
    return fail(d, "too many elements");
  size_t wanted = *room ? *room * 2 : 1024;
  void *bigger = realloc(*array, wanted * size);
  if (!bigger)
    return fail(d, "out of memory");
  *array = bigger;
  *room = wanted;
  return true;
}

#define GROW(d, field, room, counter, most)                                                        \
  grow((d), (void **)&(d)->out->field, &(d)->room, (d)->out->counter, sizeof *(d)->out->field,     \
       (most))

/* --- arcs, by hand --- */

struct cursor {
  const char *at, *end;
};

static void skip_space(struct cursor *c) {
  while (c->at < c->end && (*c->at == ' ' || *c->at == '\n' || *c->at == '\r' || *c->at == '\t'))
    c->at++;
}

static bool take(struct cursor *c, char wanted) {
  skip_space(c);
  if (c->at >= c->end || *c->at != wanted)
    return false;
  c->at++;
  return true;
}

static bool take_whole_number(struct cursor *c, int32_t *value) {
  skip_space(c);
  bool negative = c->at < c->end && *c->at == '-';
  c->at += negative;
  int32_t number = 0;
  const char *start = c->at;
  while (c->at < c->end && *c->at >= '0' && *c->at <= '9' && number < 100000000)
    number = number * 10 + (*c->at++ - '0');
  *value = negative ? -number : number;
  return c->at > start;
}

static bool read_point(struct decoder *d, struct cursor *c, int32_t sum[2]) {
  int32_t step[2];
  if (!take(c, '[') || !take_whole_number(c, &step[0]) || !take(c, ',') ||
      !take_whole_number(c, &step[1]) || !take(c, ']'))
    return fail(d, "an arc is not a list of pairs of whole numbers");
  if (abs(sum[0]) > 100000000 || abs(sum[1]) > 100000000)
    return fail(d, "an arc runs off the map");
  sum[0] += step[0];
  sum[1] += step[1];
  if (!GROW(d, points, point_room, point_count, most_points))
    return false;
  d->out->points[d->out->point_count++] = (struct tp_lonlat){
      (float)(sum[0] * d->scale[0] + d->translate[0]),
      (float)(sum[1] * d->scale[1] + d->translate[1]),
  };
  return true;
}

static bool read_arc(struct decoder *d, struct cursor *c) {
  if (!GROW(d, arcs, arc_room, arc_count, most_arcs))
    return false;
  size_t first = d->out->point_count;
  int32_t sum[2] = {0, 0};
  if (!take(c, '['))
    return fail(d, "an arc is not a list");
  do {
    if (!read_point(d, c, sum))
      return false;
  } while (take(c, ','));
  size_t count = d->out->point_count - first;
  if (!take(c, ']') || count < 2)
    return fail(d, "an arc needs two points");
  d->out->arcs[d->out->arc_count++] = (struct tp_outline_arc){(uint32_t)first, (uint32_t)count};
  return true;
}

static bool read_arcs(struct decoder *d, struct cursor c) {
  if (!take(&c, '['))
    return fail(d, "arcs is not a list");
  do {
    if (!read_arc(d, &c))
      return false;
  } while (take(&c, ','));
  return take(&c, ']') || fail(d, "arcs does not end");
}

/* --- finding the member "arcs" of the outermost object --- */

static const char *end_of_string(const char *at, const char *end) {
  for (at++; at < end && *at != '"'; at++)
    if (*at == '\\')
      at++;
  return at < end ? at + 1 : end;
}

/* From an opening bracket to just after its closing one. */
static const char *end_of_brackets(const char *at, const char *end) {
  int depth = 0;
  while (at < end) {
    if (*at == '"') {
      at = end_of_string(at, end);
      continue;
    }
    depth += (*at == '[' || *at == '{') - (*at == ']' || *at == '}');
    at++;
    if (depth == 0)
      break;
  }
  return at;
}

/* The value of the member "arcs" at depth one, as [at, end); at is NULL when there is none. */
static struct cursor find_arcs(const char *text, const char *end) {
  static const char key[] = "\"arcs\"";
  const char *at = memchr(text, '{', (size_t)(end - text));
  if (!at)
    return (struct cursor){NULL, NULL};
  for (at++; at < end;) {
    if (*at == '[' || *at == '{') {
      at = end_of_brackets(at, end);
    } else if (*at == '"') {
      const char *after = end_of_string(at, end);
      struct cursor value = {after, end};
      bool is_arcs = (size_t)(after - at) == sizeof key - 1 && !memcmp(at, key, sizeof key - 1);
      if (is_arcs && take(&value, ':')) {
        skip_space(&value);
        if (value.at < end && *value.at == '[')
          return (struct cursor){value.at, end_of_brackets(value.at, end)};
      }
      at = after;
    } else {
      at++;
    }
  }
  return (struct cursor){NULL, NULL};
}

/* --- the rest, by cJSON --- */

static bool read_pair(const cJSON *list, double pair[2]) {
  const cJSON *x = cJSON_GetArrayItem(list, 0), *y = cJSON_GetArrayItem(list, 1);
  if (!cJSON_IsNumber(x) || !cJSON_IsNumber(y))
    return false;
  pair[0] = x->valuedouble;
  pair[1] = y->valuedouble;
  return true;
}

static bool read_transform(struct decoder *d, const cJSON *root) {
  const cJSON *transform = cJSON_GetObjectItemCaseSensitive(root, "transform");
  return (read_pair(cJSON_GetObjectItemCaseSensitive(transform, "scale"), d->scale) &&
          read_pair(cJSON_GetObjectItemCaseSensitive(transform, "translate"), d->translate)) ||
         fail(d, "transform is missing: only quantized TopoJSON is read");
}

static bool read_ring(struct decoder *d, const cJSON *list) {
  if (!GROW(d, rings, ring_room, ring_count, most_arcs))
    return false;
  size_t first = d->out->ref_count;
  const cJSON *item;
  cJSON_ArrayForEach(item, list) {
    if (!cJSON_IsNumber(item) || !GROW(d, refs, ref_room, ref_count, most_arcs))
      return fail(d, "a ring is not a list of arc numbers");
    int32_t ref = item->valueint;
    if ((size_t)(ref < 0 ? ~ref : ref) >= d->out->arc_count)
      return fail(d, "a ring names an arc that does not exist");
    d->out->refs[d->out->ref_count++] = ref;
  }
  uint32_t count = (uint32_t)(d->out->ref_count - first);
  if (count == 0)
    return fail(d, "a ring is empty");
  d->out->rings[d->out->ring_count++] = (struct tp_outline_ring){(uint32_t)first, count};
  return true;
}

static bool read_polygon(struct decoder *d, const cJSON *rings) {
  const cJSON *ring;
  cJSON_ArrayForEach(ring, rings) {
    if (!read_ring(d, ring))
      return false;
  }
  return true;
}

static bool read_polygons(struct decoder *d, const cJSON *geometry) {
  const cJSON *type = cJSON_GetObjectItemCaseSensitive(geometry, "type");
  const cJSON *arcs = cJSON_GetObjectItemCaseSensitive(geometry, "arcs");
  const char *kind = cJSON_IsString(type) ? type->valuestring : "";
  if (!strcmp(kind, "Polygon"))
    return read_polygon(d, arcs);
  if (strcmp(kind, "MultiPolygon") != 0)
    return true;
  const cJSON *polygon;
  cJSON_ArrayForEach(polygon, arcs) {
    if (!read_polygon(d, polygon))
      return false;
  }
  return true;
}

static int code_of(const cJSON *geometry) {
  const cJSON *id = cJSON_GetObjectItemCaseSensitive(geometry, "id");
  if (cJSON_IsNumber(id))
    return id->valueint;
  return cJSON_IsString(id) ? (int)strtol(id->valuestring, NULL, 10) : 0;
}

static bool read_country(struct decoder *d, const cJSON *geometry) {
  if (!GROW(d, countries, country_room, country_count, most_arcs))
    return false;
  size_t first = d->out->ring_count;
  if (!read_polygons(d, geometry))
    return false;
  struct tp_outline_country *country = &d->out->countries[d->out->country_count++];
  const cJSON *properties = cJSON_GetObjectItemCaseSensitive(geometry, "properties");
  const cJSON *name = cJSON_GetObjectItemCaseSensitive(properties, "name");
  country->code = code_of(geometry);
  snprintf(country->name, sizeof country->name, "%s",
           cJSON_IsString(name) ? name->valuestring : "");
  country->first_ring = (uint32_t)first;
  country->ring_count = (uint32_t)(d->out->ring_count - first);
  return true;
}

static bool read_countries(struct decoder *d, const cJSON *root) {
  const cJSON *objects = cJSON_GetObjectItemCaseSensitive(root, "objects");
  const cJSON *countries = cJSON_GetObjectItemCaseSensitive(objects, "countries");
  const cJSON *list = cJSON_GetObjectItemCaseSensitive(countries, "geometries");
  if (!cJSON_IsArray(list))
    return fail(d, "objects.countries.geometries is missing");
  const cJSON *geometry;
  cJSON_ArrayForEach(geometry, list) {
    if (!read_country(d, geometry))
      return false;
  }
  return true;
}

static bool decode(struct decoder *d, const char *text, size_t length) {
  struct cursor arcs = find_arcs(text, text + length);
  if (!arcs.at)
    return fail(d, "no arcs: not TopoJSON");
  size_t head = (size_t)(arcs.at - text), tail = length - (size_t)(arcs.end - text);
  char *rest = malloc(head + tail + 5);
  if (!rest)
    return fail(d, "out of memory");
  memcpy(rest, text, head);
  memcpy(rest + head, "null", 4);
  memcpy(rest + head + 4, arcs.end, tail);
  rest[head + 4 + tail] = '\0';
  cJSON *root = cJSON_ParseWithLength(rest, head + 4 + tail);
  bool good = root || fail(d, "not valid JSON");
  good = good && read_transform(d, root) && read_arcs(d, arcs) && read_countries(d, root);
  cJSON_Delete(root);
  free(rest);
  return good;
}

static void say(char *error, size_t error_size, const char *why) {
  if (error && error_size)
    snprintf(error, error_size, "%s", why);
}

struct tp_outlines *tp_outlines_read(const char *text, size_t length, char *error,
                                     size_t error_size) {
  struct decoder d = {.out = calloc(1, sizeof *d.out)};
  say(error, error_size, "");
  if (d.out && decode(&d, text, length))
    return d.out;
  say(error, error_size, d.why ? d.why : "out of memory");
  tp_outlines_free(d.out);
  return NULL;
}

static char *read_file(const char *path, size_t *length) {
  FILE *file = fopen(path, "rb");
  if (!file)
    return NULL;
  char *text = NULL;
  long size = fseek(file, 0, SEEK_END) == 0 ? ftell(file) : -1;
  if (size > 0 && size < most_file_bytes && fseek(file, 0, SEEK_SET) == 0)
    text = malloc((size_t)size);
  if (text && fread(text, 1, (size_t)size, file) != (size_t)size) {
    free(text);
    text = NULL;
  }
  fclose(file);
  *length = text ? (size_t)size : 0;
  return text;
}

struct tp_outlines *tp_outlines_load(const char *path, char *error, size_t error_size) {
  size_t length = 0;
  char *text = read_file(path, &length);
  if (!text) {
    say(error, error_size, "the file cannot be read");
    return NULL;
  }
  struct tp_outlines *outlines = tp_outlines_read(text, length, error, error_size);
  free(text);
  return outlines;
}

void tp_outlines_free(struct tp_outlines *outlines) {
  if (!outlines)
    return;
  free(outlines->points);
  free(outlines->arcs);
  free(outlines->refs);
  free(outlines->rings);
  free(outlines->countries);
  free(outlines);
}
