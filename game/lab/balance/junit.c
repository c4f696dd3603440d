/* The checks as JUnit XML: a test case each; undecided ones are skipped, with the reason. */
#include "lab/balance/balance.h"
#include "lab/balance/page.h"

void tp_balance_junit(const struct tp_balance *b, struct tp_text *out) {
  int count[3] = {0};
  for (int i = 0; i < b->check_count; i++)
    count[b->checks[i].verdict]++;
  tp_text_print(out,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
                "  <testsuite name=\"balance %s\" tests=\"%d\" failures=\"%d\" errors=\"0\" "
                "skipped=\"%d\" time=\"%.3f\">\n",
                b->setup.rules->words.id, b->check_count, count[TP_CHECK_FAIL],
                count[TP_CHECK_UNDECIDED], b->seconds);
  for (int i = 0; i < b->check_count; i++) {
    const struct tp_checked *check = &b->checks[i];
    tp_text_print(out, "    <testcase classname=\"%s.%s\" name=\"", b->setup.rules->words.id,
                  check->study);
    tp_page_escape(out, check->name);
    tp_text_add(out, "\">");
    if (check->verdict != TP_CHECK_PASS) {
      const char *element = check->verdict == TP_CHECK_FAIL ? "failure" : "skipped";
      tp_text_print(out, "<%s message=\"", element);
      tp_page_escape(out, check->detail);
      tp_text_print(out, "\"/>");
    } else {
      tp_text_add(out, "<system-out>");
      tp_page_escape(out, check->detail);
      tp_text_add(out, "</system-out>");
    }
    tp_text_add(out, "</testcase>\n");
  }
  tp_text_add(out, "  </testsuite>\n</testsuites>\n");
}
