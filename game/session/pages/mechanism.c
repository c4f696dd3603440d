/* Pages of mechanisms: what the article claims, what the model makes of it, and the variables it
 * works through. */
#include "session/pages/parts.h"

#include <stdio.h>

#define ON(scope, variable) TP_FAMILY(scope, variable)
enum { FAMILIES_MAX = 14, NO_MORE = -1 };

/* In the order of the article's claims. */
static const int16_t families[TP_MECHANISMS][FAMILIES_MAX] = {
    {ON(TIE, GOVERNMENT), ON(TIE, ECONOMY), ON(TIE, PEOPLE), ON(TIE, COHESION), NO_MORE},
    {ON(TIE, GOVERNMENT), ON(TIE, STATUS), NO_MORE},
    {ON(VIEW, ENERGY), ON(WORLD, ENERGY_PRICE), ON(WORLD, ENERGY_MARGIN), ON(ACTOR, PROSPERITY),
     NO_MORE},
    {ON(TIE, ECONOMY), ON(VIEW, SANCTIONS), ON(ACTOR, PROSPERITY), ON(ACTOR, ASSERTIVENESS),
     NO_MORE},
    {ON(ACTOR, REVOLUTION_FEAR), ON(VIEW, INFLUENCE), ON(ACTOR, CONTROL), ON(ACTOR, EFFORT),
     ON(CLAIM, REACH), ON(CLAIM, CREDIBILITY), ON(ACTOR, STABILITY), NO_MORE},
    {ON(ACTOR, OPENNESS), ON(ACTOR, GRIEVANCE), ON(CLAIM, CREDIBILITY), ON(TIE, PEOPLE), NO_MORE},
    {ON(ACTOR, CONTRACT), ON(ACTOR, PROSPERITY), ON(ACTOR, EXPECTATION), ON(ACTOR, SHORTFALL),
     ON(ACTOR, ENRICHMENT), ON(ACTOR, SECURITY), ON(ACTOR, STABILITY), NO_MORE},
    {ON(ACTOR, THREAT), ON(ACTOR, ALARM), ON(ACTOR, NARRATIVE), ON(ACTOR, SECURITY),
     ON(ACTOR, RALLY), ON(VIEW, MENACE), ON(ACTOR, ASSERTIVENESS), NO_MORE},
    {ON(CLAIM, CREDIBILITY), ON(TIE, GOVERNMENT), ON(ACTOR, STABILITY), NO_MORE},
    {ON(ACTOR, POWER), ON(ACTOR, COERCION), ON(ACTOR, MILITARY), ON(TIE, COHESION),
     ON(WORLD, HAZARD), ON(WORLD, CRISIS), NO_MORE},
    {ON(WORLD, UNILATERALISM), ON(WORLD, US_NETWORK), ON(WORLD, COMMITMENT), ON(ACTOR, RELIANCE),
     NO_MORE},
    {ON(TIE, BRITTLE), ON(TIE, DURABLE), ON(TIE, COHESION), ON(VIEW, MENACE), ON(TIE, PEOPLE),
     NO_MORE},
    {ON(ACTOR, AUTONOMY), ON(ACTOR, INDUSTRY), ON(ACTOR, COMMAND), ON(ACTOR, ENABLERS),
     ON(ACTOR, READINESS), ON(ACTOR, DETERRENT), ON(VIEW, PRESENCE), ON(ACTOR, GAP),
     ON(CLAIM, CREDIBILITY), ON(ACTOR, CONSENT), ON(ACTOR, SPENDING), ON(ACTOR, IMPORTS), NO_MORE},
    {ON(TIE, STATUS), ON(TIE, ALIGNMENT), ON(TIE, COHESION), NO_MORE},
};

/* "mechanism.7.title" */
static const char *words_of(int mechanism, const char *part) {
  char key[60];
  snprintf(key, sizeof key, "mechanism.%d.%s", mechanism + 1, part);
  return tp_phrase_text(key);
}

const char *tp_mechanism_title(int mechanism) {
  return words_of(mechanism, "title");
}

void tp_page_write_mechanism(const struct tp_session *s, int mechanism, struct tp_page *page) {
  char number[20], text[TP_WORDING_MAX];
  snprintf(number, sizeof number, "A%d", mechanism + 1);
  tp_page_head(page, TP_SAY_PAGE_CLAIMED);
  tp_page_text(page, words_of(mechanism, "claim"));
  tp_page_head(page, TP_SAY_PAGE_MODELLED);
  tp_page_text(page, words_of(mechanism, "model"));
  tp_page_head(page, TP_SAY_PAGE_WORKS_THROUGH);
  for (int i = 0; families[mechanism][i] != NO_MORE; i++)
    tp_page_row_to(page, s, tp_page_of(TP_PAGE_FAMILY, families[mechanism][i]));
  tp_page_rules_of_page(page, tp_session_rules(s), tp_page_of(TP_PAGE_MECHANISM, mechanism));
  tp_page_causes_of(page, tp_page_of(TP_PAGE_MECHANISM, mechanism));
  tp_page_head(page, TP_SAY_PAGE_SOURCE);
  TP_SAY(text, sizeof text, TP_SAY_PAGE_SOURCE_TEXT, number);
  tp_page_text(page, text);
  tp_page_text(page, words_of(mechanism, "basis"));
  tp_page_row_to(page, s, tp_page_of(TP_PAGE_GUIDE, TP_GUIDE_SOURCES));
}

int tp_mechanism_has(int mechanism, int family) {
  for (int i = 0; families[mechanism][i] != NO_MORE; i++)
    if (families[mechanism][i] == family)
      return 1;
  return 0;
}

void tp_page_mechanisms_of(struct tp_page *page, int family) {
  tp_page_head(page, TP_SAY_PAGE_MECHANISMS_OF);
  for (int m = 0; m < TP_MECHANISMS; m++)
    if (tp_mechanism_has(m, family))
      tp_page_add(page, TP_PART_ROW, tp_page_of(TP_PAGE_MECHANISM, m), tp_mechanism_title(m), "");
  for (int guide = 0; guide < TP_GUIDES; guide++)
    if (tp_guide_has(guide, family))
      tp_page_add(page, TP_PART_ROW, tp_page_of(TP_PAGE_GUIDE, guide), tp_guide_title(guide), "");
}
