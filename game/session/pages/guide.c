/* Pages on how the game itself works: a few paragraphs, and what leads on from them. */
#include "session/pages/parts.h"
#include "session/state.h"

#include <stdio.h>

enum { LINKS_MAX = 8 };

/* The formatters of the distributions lay out such braces differently. */
// clang-format off
#define ON(scope, variable) {TP_PAGE_FAMILY, TP_FAMILY(scope, variable)}
// clang-format on

#define KEY(ID, key, paragraphs) {key, paragraphs},
static const struct {
  const char *key;
  int paragraphs;
} words[TP_GUIDES] = {TP_GUIDE_PAGES(KEY)};
#undef KEY

/* Up to the first TP_PAGE_NONE. */
static const struct tp_page_ref links[TP_GUIDES][LINKS_MAX] = {
    [TP_GUIDE_MEANS] = {ON(ACTOR, BUDGET), ON(ACTOR, CAPITAL), ON(ACTOR, ATTENTION)},
    [TP_GUIDE_COUNCIL] = {ON(ACTOR, CONSENT), ON(ACTOR, PROMISED), ON(ACTOR, UNITY)},
    [TP_GUIDE_CRISES] = {ON(WORLD, CRISIS), ON(WORLD, HAZARD), ON(WORLD, TENSION),
                         ON(WORLD, COMMITMENT), ON(ACTOR, ASSERTIVENESS), ON(ACTOR, RALLY)},
};

static const char *words_of(int guide, const char *part) {
  char key[60];
  snprintf(key, sizeof key, "guide.%s.%s", words[guide].key, part);
  return tp_phrase_text(key);
}

const char *tp_guide_title(int guide) {
  return words_of(guide, "title");
}

int tp_guide_has(int guide, int family) {
  for (int i = 0; i < LINKS_MAX && links[guide][i].kind != TP_PAGE_NONE; i++)
    if (links[guide][i].which == family)
      return 1;
  return 0;
}

/* What the scenario says of itself, in its own words. */
static void list_sources(const struct tp_session *s, struct tp_page *page) {
  tp_page_head(page, TP_SAY_PAGE_SOURCES);
  for (int i = 0; s->scenario && i < s->scenario->source_count; i++)
    tp_page_add(page, TP_PART_ROW, tp_nowhere, s->scenario->sources[i], "");
}

void tp_page_write_guide(const struct tp_session *s, int guide, struct tp_page *page) {
  for (int i = 1; i <= words[guide].paragraphs; i++) {
    char part[16];
    snprintf(part, sizeof part, "%d", i);
    tp_page_text(page, words_of(guide, part));
  }
  if (guide == TP_GUIDE_FORECASTS)
    tp_page_write_measured(s, page);
  if (guide == TP_GUIDE_SOURCES)
    list_sources(s, page);
  tp_page_head(page, TP_SAY_PAGE_WORKS_THROUGH);
  for (int i = 0; i < LINKS_MAX && links[guide][i].kind != TP_PAGE_NONE; i++)
    tp_page_row_to(page, s, links[guide][i]);
  tp_page_rules_of_page(page, tp_session_rules(s), tp_page_of(TP_PAGE_GUIDE, guide));
  tp_page_causes_of(page, tp_page_of(TP_PAGE_GUIDE, guide));
}
