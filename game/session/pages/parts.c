/* Lines of the encyclopaedia's pages. */
#include "session/pages/parts.h"

#include "data/arena.h"

#include <stdlib.h>
#include <string.h>

void tp_page_add(struct tp_page *page, enum tp_page_part part, struct tp_page_ref to,
                 const char *text, const char *figure) {
  if (!text || !text[0])
    return;
  if (page->count == page->room) {
    page->room = page->room ? 2 * page->room : 32;
    page->lines = tp_memory_resize(page->lines, (size_t)page->room * sizeof *page->lines);
  }
  page->lines[page->count++] = (struct tp_page_line){.part = part,
                                                     .text = tp_memory_text(text),
                                                     .figure = tp_memory_text(figure ? figure : ""),
                                                     .to = to};
}

void tp_page_free(struct tp_page *page) {
  for (int i = 0; i < page->count; i++) {
    free(page->lines[i].text);
    free(page->lines[i].figure);
  }
  free(page->lines);
  *page = (struct tp_page){0};
}

void tp_page_drop_empty_head(struct tp_page *page) {
  if (page->count == 0 || page->lines[page->count - 1].part != TP_PART_HEAD)
    return;
  page->count--;
  free(page->lines[page->count].text);
  free(page->lines[page->count].figure);
}

void tp_page_head(struct tp_page *page, enum tp_phrase phrase) {
  tp_page_drop_empty_head(page);
  tp_page_add(page, TP_PART_HEAD, tp_nowhere, tp_phrase(phrase), "");
}

void tp_page_text(struct tp_page *page, const char *text) {
  tp_page_add(page, TP_PART_TEXT, tp_nowhere, text, "");
}

void tp_page_row_to(struct tp_page *page, const struct tp_session *s, struct tp_page_ref to) {
  char title[TP_WORDING_MAX];
  if (tp_page_exists(s, to))
    tp_page_add(page, TP_PART_ROW, to, tp_page_title(s, to, title, sizeof title), "");
}

/* --- rows of variables --- */

int tp_page_family_of(const struct tp_rules *r, int slot) {
  return r->slots[slot].scope * TP_PAGE_SCOPE + r->slots[slot].variable;
}

void tp_page_slot(struct tp_page *page, const struct tp_rules *r, int slot, const char *figure) {
  char name[TP_WORDING_MAX];
  tp_wording_variable(r, slot, name, sizeof name);
  tp_page_add(page, TP_PART_ROW, tp_page_of(TP_PAGE_VARIABLE, slot), tp_phrase_capital(name),
              figure);
}

void tp_page_value(struct tp_page *page, const struct tp_session *s, int slot) {
  char value[80];
  const struct tp_rules *r = tp_session_rules(s);
  if (tp_session_hides(s, slot))
    TP_SAY(value, sizeof value, TP_SAY_PAGE_HIDDEN, "");
  else
    tp_wording_value(r, slot, tp_session_world(s)->v[slot], value, sizeof value);
  tp_page_slot(page, r, slot, value);
}

char *tp_page_weight(char text[TP_FIGURE_MAX], double weight) {
  double size = weight < 0 ? -weight : weight;
  return tp_phrase_signed(text, weight,
                          size >= 0.095     ? 2
                          : size >= 0.0095  ? 3
                          : size >= 0.00095 ? 4
                                            : 5);
}

void tp_page_weights(struct tp_page *page, const struct tp_rules *r, struct tp_span terms) {
  for (int i = 0; i < terms.count; i++) {
    const struct tp_weight *term = &r->weights[terms.first + i];
    char weight[TP_FIGURE_MAX], figure[80];
    TP_SAY(figure, sizeof figure, TP_SAY_PAGE_TIMES, tp_page_weight(weight, term->weight));
    tp_page_slot(page, r, term->slot, figure);
  }
}

void tp_page_conditions(struct tp_page *page, const struct tp_session *s, struct tp_span when) {
  const struct tp_rules *r = tp_session_rules(s);
  for (int i = 0; i < when.count; i++) {
    const struct tp_condition *c = &r->conditions[when.first + i];
    char text[TP_WORDING_MAX], value[80], now[120] = "";
    tp_wording_condition(r, c, text, sizeof text);
    tp_wording_value(r, c->slot, tp_session_world(s)->v[c->slot], value, sizeof value);
    if (!tp_session_hides(s, c->slot))
      TP_SAY(now, sizeof now, TP_SAY_PAGE_NOW_AT, value);
    tp_page_add(page, TP_PART_ROW, tp_page_of(TP_PAGE_VARIABLE, c->slot), tp_phrase_capital(text),
                now);
  }
}

void tp_page_effects(struct tp_page *page, const struct tp_rules *r, struct tp_span effects) {
  for (int i = 0; i < effects.count; i++) {
    const struct tp_effect *effect = &r->effects[effects.first + i];
    char text[TP_WORDING_MAX];
    tp_wording_effect(r, effect, text, sizeof text);
    tp_page_add(page, TP_PART_ROW, tp_page_of(TP_PAGE_VARIABLE, effect->slot),
                tp_phrase_capital(text), "");
  }
}
