/* Where the rows of the ledger lead: each cause to the page that says how it works. */
#include "session/pages/parts.h"

/* The formatters of the distributions lay out such braces differently. */
// clang-format off
#define CLAIM(number) {TP_PAGE_MECHANISM, (number) - 1}
#define GUIDE(id) {TP_PAGE_GUIDE, TP_GUIDE_##id}
// clang-format on

static const struct tp_page_ref page_of[TP_CAUSE_COUNT] = {
    [TP_CAUSE_SETTLING] = GUIDE(NUMBERS),
    [TP_CAUSE_LIMIT] = GUIDE(NUMBERS),
    [TP_CAUSE_CEILING] = CLAIM(13),
    [TP_CAUSE_HELD] = GUIDE(NUMBERS),
    [TP_CAUSE_EXPERIMENT] = GUIDE(NUMBERS),
    [TP_CAUSE_ACTION] = GUIDE(TURN),
    [TP_CAUSE_EVENT] = GUIDE(TURN),
    [TP_CAUSE_OPTION] = GUIDE(TURN),
    [TP_CAUSE_INFLUENCE] = GUIDE(NUMBERS),
    [TP_CAUSE_COST] = GUIDE(MEANS),
    [TP_CAUSE_INCOME] = GUIDE(MEANS),
    [TP_CAUSE_MARKET] = CLAIM(3),
    [TP_CAUSE_GROWTH_SHOCK] = CLAIM(7),
    [TP_CAUSE_TRADE] = CLAIM(4),
    [TP_CAUSE_ENERGY_BILL] = CLAIM(3),
    [TP_CAUSE_ENERGY_REVENUE] = CLAIM(3),
    [TP_CAUSE_SANCTIONS_SUFFERED] = CLAIM(4),
    [TP_CAUSE_SANCTIONS_COST] = CLAIM(4),
    [TP_CAUSE_BURDEN] = CLAIM(13),
    [TP_CAUSE_HABIT] = CLAIM(7),
    [TP_CAUSE_FROM_ASSERTIVENESS] = CLAIM(8),
    [TP_CAUSE_FROM_SANCTIONS] = CLAIM(4),
    [TP_CAUSE_FROM_CLAIM] = CLAIM(8),
    [TP_CAUSE_FROM_ALLY] = CLAIM(8),
    [TP_CAUSE_FROM_PEOPLE] = CLAIM(12),
    [TP_CAUSE_FROM_GOVERNMENT] = CLAIM(1),
    [TP_CAUSE_FROM_UNILATERALISM] = CLAIM(11),
    [TP_CAUSE_FROM_INFLUENCE] = CLAIM(5),
    [TP_CAUSE_FROM_CRISIS] = GUIDE(CRISES),
    [TP_CAUSE_FROM_MENACE] = CLAIM(8),
    [TP_CAUSE_FROM_GRIEVANCE] = CLAIM(5),
    [TP_CAUSE_FROM_FEAR] = CLAIM(5),
    [TP_CAUSE_FROM_CONTRACT] = CLAIM(7),
    [TP_CAUSE_FROM_CONTROL] = CLAIM(5),
    [TP_CAUSE_FROM_EFFORT] = CLAIM(5),
    [TP_CAUSE_FROM_REACH] = CLAIM(5),
    [TP_CAUSE_EVIDENCE] = CLAIM(13),
    [TP_CAUSE_CONTRADICTION] = CLAIM(6),
    [TP_CAUSE_ECHO] = CLAIM(9),
    [TP_CAUSE_CLAIM_WEIGHT] = CLAIM(8),
    [TP_CAUSE_SHORTFALL] = CLAIM(7),
    [TP_CAUSE_SURPLUS] = CLAIM(7),
    [TP_CAUSE_FADE] = CLAIM(8),
    [TP_CAUSE_ENRICHMENT_LEG] = CLAIM(7),
    [TP_CAUSE_SECURITY_LEG] = CLAIM(8),
    [TP_CAUSE_OPEN_GRIEVANCE] = CLAIM(6),
    [TP_CAUSE_FROM_RALLY] = CLAIM(8),
    [TP_CAUSE_FROM_COHESION] = CLAIM(12),
    [TP_CAUSE_FROM_ECONOMY] = CLAIM(4),
    [TP_CAUSE_FROM_TENSION] = GUIDE(CRISES),
    [TP_CAUSE_COMMON_ADVERSARY] = CLAIM(12),
    [TP_CAUSE_AT_STAKE] = CLAIM(14),
    [TP_CAUSE_LADDER] = CLAIM(14),
    [TP_CAUSE_OWN_FORCES] = CLAIM(10),
    [TP_CAUSE_JOINT_FORCES] = CLAIM(10),
    [TP_CAUSE_PILLAR] = CLAIM(13),
    [TP_CAUSE_FROM_THREAT] = CLAIM(8),
    [TP_CAUSE_FROM_SPENDING] = CLAIM(13),
    [TP_CAUSE_URGENCY] = CLAIM(13),
    [TP_CAUSE_FROM_INDUSTRY] = CLAIM(13),
    [TP_CAUSE_FROM_IMPORTS] = CLAIM(13),
    [TP_CAUSE_FROM_AUTONOMY] = CLAIM(13),
    [TP_CAUSE_FROM_PRESENCE] = CLAIM(13),
    [TP_CAUSE_FROM_POWER] = CLAIM(10),
    [TP_CAUSE_FROM_GAP] = CLAIM(13),
    [TP_CAUSE_FROM_PROMISE] = GUIDE(COUNCIL),
    [TP_CAUSE_MEMBERS] = GUIDE(COUNCIL),
    [TP_CAUSE_DIVISION] = GUIDE(COUNCIL),
    [TP_CAUSE_NETWORK] = CLAIM(11),
    [TP_CAUSE_PASSAGE] = GUIDE(TURN),
    [TP_CAUSE_CRISIS_OPENS] = GUIDE(CRISES),
    [TP_CAUSE_CRISIS_MOVE] = GUIDE(CRISES),
    [TP_CAUSE_CRISIS_ENDS] = GUIDE(CRISES),
    [TP_CAUSE_GUARANTEE] = GUIDE(CRISES),
    [TP_CAUSE_WEDGE] = CLAIM(11),
};

struct tp_page_ref tp_page_of_cause(enum tp_cause cause) {
  return page_of[cause];
}

static int event_with(const struct tp_rules *r, int option) {
  for (int i = 0; i < r->event_count; i++)
    if (option >= r->events[i].options.first &&
        option < r->events[i].options.first + r->events[i].options.count)
      return i;
  return TP_NONE;
}

struct tp_page_ref tp_page_of_row(const struct tp_rules *r, const struct tp_row *row) {
  int which = row->which;
  if (which < 0)
    return page_of[row->cause];
  switch ((enum tp_cause)row->cause) {
  case TP_CAUSE_ACTION:
  case TP_CAUSE_COST:
  case TP_CAUSE_WEDGE:
    return tp_page_of(TP_PAGE_ACTION, which);
  case TP_CAUSE_EVENT:
    return tp_page_of(TP_PAGE_EVENT, which);
  case TP_CAUSE_OPTION:
    which = event_with(r, which);
    return which == TP_NONE ? page_of[row->cause] : tp_page_of(TP_PAGE_EVENT, which);
  case TP_CAUSE_FROM_CLAIM:
  case TP_CAUSE_CLAIM_WEIGHT:
    return tp_page_of(TP_PAGE_CLAIM, which);
  default:
    return page_of[row->cause];
  }
}

void tp_page_causes_of(struct tp_page *page, struct tp_page_ref ref) {
  tp_page_head(page, TP_SAY_PAGE_CAUSES);
  for (int cause = 0; cause < TP_CAUSE_COUNT; cause++) {
    char text[TP_WORDING_MAX];
    if (page_of[cause].kind != ref.kind || page_of[cause].which != ref.which)
      continue;
    TP_SAY(text, sizeof text, TP_SAY_VALUE_INDEX, tp_wording_cause_name((enum tp_cause)cause));
    tp_page_add(page, TP_PART_ROW, tp_nowhere, tp_phrase_capital(text), "");
  }
}
