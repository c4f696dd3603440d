/* What the files that write the encyclopaedia share. Internal to the session. */
#ifndef TP_SESSION_PAGES_PARTS_H
#define TP_SESSION_PAGES_PARTS_H

#include "session/pages/pages.h"
#include "session/session.h"

/* The end of the page; texts are copied, "" and NULL texts make no line. */
void tp_page_add(struct tp_page *page, enum tp_page_part part, struct tp_page_ref to,
                 const char *text, const char *figure);
void tp_page_head(struct tp_page *page, enum tp_phrase phrase);
void tp_page_text(struct tp_page *page, const char *text);

/* A head that nothing came to stand under is taken back; call at the end and before a head. */
void tp_page_drop_empty_head(struct tp_page *page);

/* Rows that lead to a variable: with a figure, with its value now, with its weight; conditions,
 * with how that stands now; effects. */
void tp_page_slot(struct tp_page *page, const struct tp_rules *r, int slot, const char *figure);
void tp_page_value(struct tp_page *page, const struct tp_session *s, int slot);
void tp_page_weights(struct tp_page *page, const struct tp_rules *r, struct tp_span terms);
void tp_page_conditions(struct tp_page *page, const struct tp_session *s, struct tp_span when);
void tp_page_effects(struct tp_page *page, const struct tp_rules *r, struct tp_span effects);

/* "+0.40", with the digits that so small a number needs. */
char *tp_page_weight(char text[TP_FIGURE_MAX], double weight);

/* variable.c, things.c, mechanism.c, rule.c, guide.c */
void tp_page_write_variable(const struct tp_session *s, int slot, struct tp_page *page);
void tp_page_write_family(const struct tp_session *s, int which, struct tp_page *page);
void tp_page_write_actor(const struct tp_session *s, int actor, struct tp_page *page);
void tp_page_write_claim(const struct tp_session *s, int claim, struct tp_page *page);
void tp_page_write_action(const struct tp_session *s, int action, struct tp_page *page);
void tp_page_write_event(const struct tp_session *s, int event, struct tp_page *page);
void tp_page_write_objective(const struct tp_session *s, int objective, struct tp_page *page);
void tp_page_write_ending(const struct tp_session *s, int ending, struct tp_page *page);
void tp_page_write_mechanism(const struct tp_session *s, int mechanism, struct tp_page *page);
void tp_page_write_rule(const struct tp_session *s, int coefficient, struct tp_page *page);
void tp_page_write_guide(const struct tp_session *s, int guide, struct tp_page *page);

/* forecasts.c: what was measured of them, below the guide's own words. */
void tp_page_write_measured(const struct tp_session *s, struct tp_page *page);

/* The article's claim in a few words; rows to the mechanisms and guides that a family of variables
 * is part of, and whether a mechanism works through it. */
const char *tp_mechanism_title(int mechanism);
void tp_page_mechanisms_of(struct tp_page *page, int family);
int tp_mechanism_has(int mechanism, int family);

/* Row to a page by its title, for kinds that need no session; to a family, where there is one. */
void tp_page_row_to(struct tp_page *page, const struct tp_session *s, struct tp_page_ref to);

/* A family of variables as a number: what TP_PAGE_FAMILY is numbered by. */
#define TP_FAMILY(scope, variable) (TP_ON_##scope * TP_PAGE_SCOPE + TP_##variable)
int tp_page_family_of(const struct tp_rules *r, int slot);

/* rule.c: what a rule is in one sentence; rows to the rules that a family of variables goes by, and
 * to those that a page is about, under a head. */
const char *tp_rule_title(int coefficient);
void tp_page_rules_of_family(struct tp_page *page, const struct tp_rules *r, int family);
void tp_page_rules_of_page(struct tp_page *page, const struct tp_rules *r, struct tp_page_ref ref);

/* guide.c: its title; whether it tells of a family. */
const char *tp_guide_title(int guide);
int tp_guide_has(int guide, int family);

/* causes.c: the words of the explanations that lead to this page, under a head. */
void tp_page_causes_of(struct tp_page *page, struct tp_page_ref ref);

#endif
