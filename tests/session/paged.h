/* Games whose encyclopaedia is read. */
#ifndef TP_TESTS_PAGED_H
#define TP_TESTS_PAGED_H

#include "opened.h"

#include "session/pages/pages.h"

static inline struct tp_session *open_scenario(const char *language, const char *scenario) {
  speak(language);
  return open_game((struct tp_session_options){
      .scenario = scenario, .policy = "reflex", .folder = "", .seed = 1});
}

static inline struct tp_page_ref page_called(const struct tp_session *s, const char *typed) {
  struct tp_page_ref ref = {0};
  assert_int_equal(tp_pages_find(s, typed, &ref, 1), 1);
  return ref;
}

static inline const struct tp_page_line *row_to(const struct tp_page *page, enum tp_page_kind kind,
                                                int which) {
  for (int i = 0; i < page->count; i++)
    if (page->lines[i].to.kind == (int)kind && page->lines[i].to.which == which)
      return &page->lines[i];
  return NULL;
}

#endif
