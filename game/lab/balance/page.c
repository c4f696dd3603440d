#include "lab/balance/page.h"

/* Paper and ink as in the game's window (desktop/drawing/theme.h), and its meanings of colour. */
static const char style[] =
    ":root{--paper:#efeadf;--ink:#26241f;--soft:#6f6a5e;--rule:#cfc8b8;--player:#5f7f9e;"
    "--other:#a4564b;--good:#2f5d50;--fault:#8d3b32;--open:#b08a3c;--shade:#ded6c4}\n"
    "*{box-sizing:border-box}\n"
    "body{background:var(--paper);color:var(--ink);margin:0;font:16px/1.5 'Source Sans 3',"
    "'Source Sans Pro','Segoe UI',system-ui,sans-serif;font-variant-numeric:tabular-nums}\n"
    "main{max-width:62rem;margin:0 auto;padding:3rem 1.5rem 5rem}\n"
    "h1,h2{font-family:'Source Serif 4','Source Serif Pro',Georgia,serif;font-weight:600;"
    "line-height:1.15}\n"
    "h1{font-size:2.6rem;margin:.2rem 0 .6rem}\n"
    "h2{font-size:1.55rem;margin:3.2rem 0 .4rem;padding-top:.7rem;border-top:2px solid "
    "var(--ink)}\n"
    ".over{letter-spacing:.12em;text-transform:uppercase;font-size:.8rem;color:var(--soft)}\n"
    ".lead{font-size:1.15rem;max-width:44rem}\n"
    "p{max-width:44rem}\n"
    ".note{color:var(--soft);font-size:.88rem}\n"
    "table{border-collapse:collapse;width:100%;font-size:.92rem;margin:1rem 0}\n"
    "th{text-align:left;font-weight:600;color:var(--soft);border-bottom:1px solid var(--ink);"
    "padding:.3rem .6rem .3rem 0;vertical-align:bottom}\n"
    "td{border-bottom:1px solid var(--rule);padding:.3rem .6rem .3rem 0;vertical-align:middle}\n"
    ".n{text-align:right;white-space:nowrap}\n"
    ".heat{text-align:center}\n"
    ".pass{color:var(--good)}.fail{color:var(--fault)}.undecided{color:var(--open)}\n"
    ".pass,.fail,.undecided{font-weight:600;white-space:nowrap}\n"
    "svg{display:block;max-width:100%}\n"
    "svg text{font:11px 'Source Sans 3',system-ui,sans-serif;fill:var(--soft)}\n"
    ".player{fill:var(--player);stroke:var(--player)}.other{fill:var(--other);"
    "stroke:var(--other)}.fault{fill:var(--fault);stroke:var(--fault)}\n"
    ".want{fill:var(--shade)}.axis{stroke:var(--rule)}.line{fill:none;stroke-width:2}\n"
    "@media print{body{background:#fff;font-size:11pt}main{max-width:none;padding:0}"
    "h2{break-after:avoid}tr{break-inside:avoid}}\n"
    "@media (max-width:44rem){.wide{display:none}}\n";

void tp_page_escape(struct tp_text *page, const char *text) {
  for (; *text; text++) {
    switch (*text) {
    case '&':
      tp_text_add(page, "&amp;");
      break;
    case '<':
      tp_text_add(page, "&lt;");
      break;
    case '>':
      tp_text_add(page, "&gt;");
      break;
    case '"':
      tp_text_add(page, "&quot;");
      break;
    default:
      tp_text_add_part(page, text, 1);
    }
  }
}

void tp_page_begin(struct tp_text *page, const char *title) {
  tp_text_add(page, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                    "<title>");
  tp_page_escape(page, title);
  tp_text_print(page, "</title>\n<style>\n%s</style>\n</head>\n<body>\n<main>\n", style);
}

void tp_page_end(struct tp_text *page) {
  tp_text_add(page, "</main>\n</body>\n</html>\n");
}

/* --- drawings -------------------------------------------------------------------------------- */

enum { WIDE = 220, HIGH = 22, MIDDLE = HIGH / 2 };

/* Where a share lies along a bar. */
static double along(double share) {
  return share * (double)WIDE;
}

static double between(double x, double low, double high) {
  return x < low ? low : x > high ? high : x;
}

static void mark(struct tp_text *page, double low, double high, double value, const char *colour) {
  tp_text_print(page,
                "<line class=\"%s\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" "
                "stroke-width=\"2\"/><circle class=\"%s\" cx=\"%.1f\" cy=\"%d\" r=\"4\"/>",
                colour, low, high, MIDDLE, MIDDLE, colour, value, MIDDLE);
}

void tp_page_bar(struct tp_text *page, const struct tp_page_bar *bar) {
  tp_text_print(page,
                "<svg width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\"><title>%.1f "
                "%% (%.1f to %.1f)</title>",
                WIDE, HIGH, WIDE, HIGH, 100 * bar->value, 100 * bar->low, 100 * bar->high);
  if (bar->want_high > bar->want_low)
    tp_text_print(page, "<rect class=\"want\" x=\"%.1f\" y=\"2\" width=\"%.1f\" height=\"%d\"/>",
                  along(bar->want_low), along(bar->want_high - bar->want_low), HIGH - 4);
  tp_text_print(page, "<line class=\"axis\" x1=\"0\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>", WIDE, MIDDLE,
                MIDDLE);
  mark(page, along(bar->low), along(bar->high), between(along(bar->value), 4, WIDE - 4),
       bar->colour);
  tp_text_add(page, "</svg>");
}

void tp_page_difference(struct tp_text *page, double value, double low, double high, double reach,
                        const char *colour) {
  double scale = reach > 0 ? (double)WIDE / 2 / reach : 0, zero = (double)WIDE / 2;
  tp_text_print(page,
                "<svg width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\">"
                "<title>%+.1f (%+.1f to %+.1f)</title>"
                "<line class=\"axis\" x1=\"%.1f\" x2=\"%.1f\" y1=\"0\" y2=\"%d\"/>",
                WIDE, HIGH, WIDE, HIGH, value, low, high, zero, zero, HIGH);
  mark(page, between(zero + low * scale, 0, WIDE), between(zero + high * scale, 0, WIDE),
       between(zero + value * scale, 4, WIDE - 4), colour);
  tp_text_add(page, "</svg>");
}

enum { CHART_WIDE = 640, CHART_HIGH = 240, LEFT = 44, RIGHT = 130, TOP = 12, BOTTOM = 30 };

static double chart_x(int turn, int last) {
  return (double)LEFT + (double)(CHART_WIDE - LEFT - RIGHT) * turn / last;
}

static double chart_y(double share) {
  return CHART_HIGH - BOTTOM - (CHART_HIGH - TOP - BOTTOM) * share;
}

static void chart_line(struct tp_text *page, const int *turns, int count, const double *values,
                       const char *name, const char *colour) {
  int last = turns[count - 1];
  tp_text_print(page, "<polyline class=\"line %s\" style=\"fill:none\" points=\"", colour);
  for (int i = 0; i < count; i++)
    tp_text_print(page, "%.1f,%.1f ", chart_x(turns[i], last), chart_y(values[i]));
  tp_text_print(page, "\"/><text x=\"%d\" y=\"%.1f\">", CHART_WIDE - RIGHT + 8,
                chart_y(values[count - 1]) + 4);
  tp_page_escape(page, name);
  tp_text_add(page, "</text>");
}

void tp_page_lines(struct tp_text *page, const int *turns, int count, const double *first,
                   const char *first_name, const double *second, const char *second_name) {
  if (count == 0)
    return;
  tp_text_print(page, "<svg width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\">",
                CHART_WIDE, CHART_HIGH, CHART_WIDE, CHART_HIGH);
  for (int i = 0; i <= 4; i++)
    tp_text_print(page,
                  "<line class=\"axis\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/><text "
                  "x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%d %%</text>",
                  LEFT, CHART_WIDE - RIGHT, chart_y(i / 4.0), chart_y(i / 4.0), LEFT - 8,
                  chart_y(i / 4.0) + 4, 25 * i);
  for (int i = 0; i < count; i++)
    tp_text_print(page, "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>",
                  chart_x(turns[i], turns[count - 1]), CHART_HIGH - 10, turns[i]);
  chart_line(page, turns, count, first, first_name, "player");
  chart_line(page, turns, count, second, second_name, "other");
  tp_text_add(page, "</svg>\n");
}
