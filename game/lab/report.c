#include "lab/report.h"

#include "data/files.h"
#include "data/visible.h"

#include <errno.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void tp_lab_say(const char *format, ...) {
  char message[3 * TP_PATH_MAX];
  struct tp_text line = {0};
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(message, sizeof message, format, arguments);
  va_end(arguments);
  tp_visible_add(&line, message);
  fprintf(stderr, "thirdpole-lab: %s\n", line.data ? line.data : "");
  tp_text_free(&line);
}

enum tp_exit tp_report_write(const struct tp_text *text, const char *path) {
  struct tp_file_error error;
  if (tp_files_write(path, text->data ? text->data : "", text->length, 1, &error))
    return TP_EXIT_OK;
  tp_lab_say("%s: %s", path, error.text);
  return TP_EXIT_IO;
}

static enum tp_exit write_output(const struct tp_text *text) {
  if (fwrite(text->data ? text->data : "", 1, text->length, stdout) == text->length &&
      fflush(stdout) == 0)
    return TP_EXIT_OK;
  tp_lab_say("standard output: %s", strerror(errno));
  return TP_EXIT_IO;
}

enum tp_exit tp_report_finish(struct tp_json_out *report, const struct tp_arguments *arguments,
                              enum tp_exit otherwise) {
  if (arguments->format == TP_JSON)
    tp_text_add(&report->text, "\n");
  enum tp_exit end =
      arguments->out ? tp_report_write(&report->text, arguments->out) : write_output(&report->text);
  tp_text_free(&report->text);
  return end == TP_EXIT_OK ? otherwise : end;
}

void tp_json_interval(struct tp_json_out *report, struct tp_interval interval) {
  tp_json_number(report, "low", interval.low);
  tp_json_number(report, "high", interval.high);
}

struct tp_number tp_number_exact(double value) {
  struct tp_number number = {""};
  if (isfinite(value))
    tp_json_print_number(value, number.text);
  return number;
}

struct tp_number tp_number_short(double value, int digits) {
  struct tp_number number;
  if (!isfinite(value)) {
    const char *name = isnan(value) ? "-" : value > 0 ? "inf" : "-inf";
    snprintf(number.text, sizeof number.text, "%s", name);
    return number;
  }
  double size = fabs(value);
  int shown = size >= 1000 ? 0 : size >= 100 && digits > 1 ? 1 : digits;
  snprintf(number.text, sizeof number.text, "%.*f", shown, value);
  if (number.text[0] == '-' && strtod(number.text, NULL) == 0)
    memmove(number.text, number.text + 1, strlen(number.text));
  return number;
}

void tp_csv_field(struct tp_text *text, const char *value) {
  struct tp_text line = {0};
  tp_text_add(&line, "");
  tp_visible_add(&line, value);
  int is_plain = !strpbrk(line.data, ",\"");
  tp_text_add(text, is_plain ? "" : "\"");
  for (const char *c = line.data; *c; c++) {
    tp_text_add_part(text, c, 1);
    if (*c == '"')
      tp_text_add(text, "\"");
  }
  tp_text_add(text, is_plain ? "" : "\"");
  tp_text_free(&line);
}
