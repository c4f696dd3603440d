/* The page on forecasts: what was measured of them. The figures are those of
 * assets/calibration.json, which `thirdpole-lab forecast --calibration` writes. */
#include "session/pages/parts.h"
#include "session/state.h"

#include "data/address.h"
#include "data/files.h"
#include "data/fingerprint.h"
#include "data/folders.h"
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

/* The furthest that was looked ahead. */
static int horizon_of(const struct tp_json *measured) {
  int furthest = 1;
  const struct tp_json *entry = tp_json_first(tp_json_get(measured, "pooled"));
  for (; entry; entry = tp_json_next(entry))
    furthest = (int)tp_json_as_whole(tp_json_get(entry, "ahead"), furthest);
  return furthest;
}

/* Every `step` turns ahead, and the first. */
static void list_bands(const struct tp_json *entries, int step, struct tp_page *page) {
  const struct tp_json *entry = tp_json_first(entries);
  for (; entry; entry = tp_json_next(entry)) {
    int ahead = (int)tp_json_as_whole(tp_json_get(entry, "ahead"), 0);
    const struct tp_json *band = tp_json_first(tp_json_get(entry, "bands"));
    for (; band && (ahead == 1 || ahead % step == 0); band = tp_json_next(band))
      row_of(band, ahead, page);
  }
}

/* In words, where what came lay mostly on one side of the middle. */
static void say_lean(const double shares[TP_PAGE_SHARES], struct tp_page *page) {
  static const double plain = 0.6;
  char text[TP_WORDING_MAX];
  double below = 0;
  for (int i = 0; i < TP_PAGE_SHARES / 2; i++)
    below += shares[i];
  if (below >= plain)
    tp_page_text(page, TP_SAY(text, sizeof text, TP_SAY_PAGE_LEANS_HIGH, TP_WHOLE(100 * below)));
  if (1 - below >= plain)
    tp_page_text(page,
                 TP_SAY(text, sizeof text, TP_SAY_PAGE_LEANS_LOW, TP_WHOLE(100 * (1 - below))));
}

/* How often what came lay in each tenth of the forecast; nothing where that was not measured. */
static void chart_tenths(const struct tp_json *tenths, struct tp_page *page) {
  const struct tp_json *share = tp_json_first(tenths);
  double shares[TP_PAGE_SHARES];
  char figure[TP_WORDING_MAX] = "";
  for (int i = 0; i < TP_PAGE_SHARES; i++, share = tp_json_next(share)) {
    if (!share)
      return;
    shares[i] = tp_json_as_number(share, 0);
    tp_phrase_list(figure, sizeof figure, TP_WHOLE(100 * shares[i]));
  }
  tp_page_add(page, TP_PART_CHART, tp_nowhere, tp_phrase(TP_SAY_PAGE_TENTHS), figure);
  memcpy(page->lines[page->count - 1].shares, shares, sizeof shares);
  say_lean(shares, page);
}

static void list_variables(const struct tp_session *s, const struct tp_json *measured,
                           struct tp_page *page) {
  const struct tp_json *variable = tp_json_first(tp_json_get(measured, "variables"));
  for (; variable; variable = tp_json_next(variable)) {
    char title[TP_WORDING_MAX];
    int slot = tp_address_find(s->r, tp_json_as_string(tp_json_get(variable, "name"), ""));
    if (slot < 0)
      continue;
    tp_wording_variable(s->r, slot, title, sizeof title);
    tp_page_drop_empty_head(page);
    tp_page_add(page, TP_PART_HEAD, tp_nowhere, tp_phrase_capital(title), "");
    chart_tenths(tp_json_get(variable, "tenths"), page);
    list_bands(tp_json_get(variable, "ahead"), horizon_of(measured), page);
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
  if (strcmp(scenario, s->r->words.id) == 0)
    scenario = s->r->words.title;
  tp_page_head(page, TP_SAY_PAGE_MEASURED);
  tp_page_text(page, tp_phrase(doubt_of(s, measured)));
  tp_page_text(page, TP_SAY(text, sizeof text, TP_SAY_PAGE_MEASURED_IN, TP_WHOLE(games), scenario,
                            TP_WHOLE(rollouts)));
  list_bands(tp_json_get(measured, "pooled"), 4, page);
  chart_tenths(tp_json_get(measured, "tenths"), page);
  tp_page_text(page, tp_phrase(TP_SAY_PAGE_TENTHS_READ));
  list_variables(s, measured, page);
}

void tp_page_write_measured(const struct tp_session *s, struct tp_page *page) {
  char path[TP_PATH_MAX];
  struct tp_problems problems = {0};
  struct tp_json *measured =
      tp_folders_find("assets/calibration.json", path) ? tp_json_load(path, &problems) : NULL;
  if (measured)
    say_measured(s, measured, page);
  else
    tp_page_text(page, tp_phrase(TP_SAY_PAGE_NOT_MEASURED));
  tp_json_free(measured);
  tp_problems_free(&problems);
}
