/* The page on forecasts: what was measured of them. The figures are those of
 * assets/calibration.json, which `thirdpole-lab forecast --calibration` writes. */
#include "session/pages/parts.h"
#include "session/state.h"

#include "data/files.h"
#include "data/fingerprint.h"
#include "data/json/in.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static void row_of(const struct tp_json *band, int ahead, struct tp_page *page) {
  char text[TP_WORDING_MAX], figure[TP_WORDING_MAX];
  double inside = 100 * tp_json_as_number(tp_json_get(band, "inside"), 0);
  double low = 100 * tp_json_as_number(tp_json_get(band, "low"), 0);
  double high = 100 * tp_json_as_number(tp_json_get(band, "high"), 0);
  int percent = (int)tp_json_as_whole(tp_json_get(band, "percent"), 0);
  TP_SAY(text, sizeof text, TP_SAY_PAGE_BAND_AHEAD, TP_WHOLE(percent), TP_WHOLE(ahead));
  TP_SAY(figure, sizeof figure, TP_SAY_PAGE_INSIDE, TP_TENTHS(inside), TP_TENTHS(low),
         TP_TENTHS(high));
  tp_page_add(page, TP_PART_ROW, tp_nowhere, text, figure);
}

static void list_pooled(const struct tp_json *measured, struct tp_page *page) {
  const struct tp_json *entry = tp_json_first(tp_json_get(measured, "pooled"));
  for (; entry; entry = tp_json_next(entry)) {
    int ahead = (int)tp_json_as_whole(tp_json_get(entry, "ahead"), 0);
    const struct tp_json *band = tp_json_first(tp_json_get(entry, "bands"));
    for (; band && (ahead == 1 || ahead % 4 == 0); band = tp_json_next(band))
      row_of(band, ahead, page);
  }
}

/* Is this the game that was measured, word for word? */
static enum tp_phrase doubt_of(const struct tp_session *s, const struct tp_json *measured) {
  char own[20] = "";
  const char *scenario = tp_json_as_string(tp_json_get(measured, "scenario"), "");
  if (strcmp(scenario, s->r->words.id) != 0)
    return TP_SAY_PAGE_OTHER_GAME;
  if (s->scenario)
    snprintf(own, sizeof own, "%016" PRIx64,
             tp_fingerprint_text(TP_FINGERPRINT, s->scenario->merged));
  return strcmp(own, tp_json_as_string(tp_json_get(measured, "fingerprint"), "")) == 0
             ? TP_SAY_PAGE_SAME_GAME
             : TP_SAY_PAGE_CHANGED_GAME;
}

static void say_measured(const struct tp_session *s, const struct tp_json *measured,
                         struct tp_page *page) {
  char text[TP_WORDING_MAX];
  const char *scenario = tp_json_as_string(tp_json_get(measured, "scenario"), "");
  int games = (int)tp_json_as_whole(tp_json_get(measured, "games"), 0);
  int rollouts = (int)tp_json_as_whole(tp_json_get(measured, "rollouts"), 0);
  tp_page_head(page, TP_SAY_PAGE_MEASURED);
  tp_page_text(page, TP_SAY(text, sizeof text, TP_SAY_PAGE_MEASURED_IN, TP_WHOLE(games), scenario,
                            TP_WHOLE(rollouts)));
  tp_page_text(page, tp_phrase(doubt_of(s, measured)));
  list_pooled(measured, page);
}

void tp_page_write_measured(const struct tp_session *s, struct tp_page *page) {
  char path[TP_PATH_MAX];
  struct tp_problems problems = {0};
  struct tp_json *measured =
      tp_files_find("assets/calibration.json", path) ? tp_json_load(path, &problems) : NULL;
  if (measured)
    say_measured(s, measured, page);
  else
    tp_page_text(page, tp_phrase(TP_SAY_PAGE_NOT_MEASURED));
  tp_json_free(measured);
  tp_problems_free(&problems);
}
