/* Every text that a player reads in a shipped scenario is there in each language of the program.
 *
 * The description of the format says which texts those are, so a new key or scenario is held to it
 * too. A plain string counts as untranslated, even a proper name that is the same everywhere: that
 * it is the same is then written down, as { "en": "Europe", "fr": "Europe" }.
 */
#include "sample.h"

#include "data/layers/document.h"

static const char *const languages[] = {"en", "fr"};
enum { language_count = sizeof languages / sizeof *languages };

struct reader {
  const struct tp_document *document;
  struct tp_problems *problems;
  int texts;
};

static void blame(struct reader *r, const cJSON *node, enum tp_place place, const char *format,
                  ...) {
  va_list arguments;
  va_start(arguments, format);
  tp_document_fault_with(r->document, r->problems, node, place, format, arguments);
  va_end(arguments);
}

static int is_known(const char *language) {
  for (int i = 0; i < language_count; i++)
    if (strcmp(languages[i], language) == 0)
      return 1;
  return 0;
}

static void read_node_text(struct reader *r, const cJSON *text) {
  const cJSON *entry;
  r->texts++;
  for (int i = 0; i < language_count; i++) {
    entry = cJSON_IsObject(text) ? cJSON_GetObjectItemCaseSensitive(text, languages[i]) : NULL;
    if (!cJSON_IsString(entry) || !entry->valuestring[0])
      blame(r, text, TP_AT_VALUE, "has no text in \"%s\"", languages[i]);
  }
  if (cJSON_IsObject(text))
    for (entry = tp_children(text); entry; entry = entry->next)
      if (!is_known(entry->string))
        blame(r, entry, TP_AT_KEY, "\"%s\" is no language of the program", entry->string);
}

static void read_object(struct reader *r, const struct tp_kind *kind, const cJSON *object) {
  for (const struct tp_field *field = kind->fields; field->key; field++) {
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(object, field->key), *entry;
    if (!value)
      continue;
    if (field->form == TP_FORM_TITLE || field->form == TP_FORM_TEXT)
      read_node_text(r, value);
    else if (field->form == TP_FORM_TEXTS)
      for (entry = tp_children(value); entry; entry = entry->next)
        read_node_text(r, entry);
    else if (field->form == TP_FORM_OBJECT)
      read_object(r, field->kind, value);
    else if (field->kind)
      for (entry = tp_children(value); entry; entry = entry->next)
        read_object(r, field->kind, entry);
  }
}

/* Reads all texts of a document, with what it extends; how many there were. */
static int read_document(const struct tp_document *document, struct tp_problems *problems) {
  struct reader r = {document, problems, 0};
  read_object(&r, &tp_kind_scenario, document->merged);
  return r.texts;
}

static void shipped_texts_are_in_every_language(void **state) {
  (void)state;
  int count, texts = 0;
  char path[TP_PATH_MAX], **names = tp_files_list("scenarios", ".json", &count);
  struct tp_problems problems = {0};
  for (int i = 0; i < count; i++) {
    struct tp_document document = {0};
    assert_true(tp_files_join(path, "scenarios", names[i]));
    if (strcmp(names[i], "scenario.schema.json") != 0) {
      assert_true(tp_document_load(&document, path, "", &problems));
      texts += read_document(&document, &problems);
      tp_document_free(&document);
    }
    free(names[i]);
  }
  free(names);
  sample_print(&problems);
  assert_int_equal(problems.count, 0);
  assert_true(texts > 0);
  tp_problems_free(&problems);
}

/* Reads the patch as a scenario beside tiny.json, which is in English but for one name. */
static struct tp_problems faults_of(const char *members) {
  struct tp_problems problems = {0};
  struct tp_document document = {0};
  char text[2000], origin[400];
  strcpy(origin, in_folder("patch.json"));
  snprintf(text, sizeof text, "{ \"format\": 1, \"id\": \"patch\", %s }", members);
  assert_true(tp_document_read(&document, text, origin, &problems));
  read_document(&document, &problems);
  tp_document_free(&document);
  return problems;
}

static void both_languages_are_enough(void **state) {
  (void)state;
  struct tp_problems problems = faults_of("\"title\": { \"en\": \"Gas\", \"fr\": \"Gaz\" }");
  assert_int_equal(problems.count, 0);
}

static void a_plain_text_lacks_its_translations(void **state) {
  (void)state;
  struct tp_problems problems = faults_of("\"title\": \"Gas\"");
  assert_int_equal(problems.count, language_count);
  assert_true(sample_has(&problems, "patch.json:1:40: /title: has no text in \"fr\""));
  tp_problems_free(&problems);
}

/* In an option of an event, as deep as texts are. */
static void a_missing_or_empty_translation_is_named_where_it_should_be(void **state) {
  (void)state;
  struct tp_problems problems =
      faults_of("\"events\": { \"e\": { \"title\": { \"en\": \"A\", \"fr\": \"\" }, \"options\": "
                "{ \"o\": { \"text\": { \"en\": \"B\" } } } } }");
  assert_int_equal(problems.count, 2);
  assert_true(sample_has(&problems, "/events/e/title: has no text in \"fr\""));
  assert_true(sample_has(&problems, "/events/e/options/o/text: has no text in \"fr\""));
  tp_problems_free(&problems);
}

static void each_text_of_a_list_is_read(void **state) {
  (void)state;
  struct tp_problems problems =
      faults_of("\"sources\": [ { \"en\": \"A\", \"fr\": \"B\" }, { \"en\": \"C\" } ]");
  assert_int_equal(problems.count, 1);
  assert_true(sample_has(&problems, "/sources/1: has no text in \"fr\""));
  tp_problems_free(&problems);
}

static void a_language_that_nobody_can_choose_is_named(void **state) {
  (void)state;
  struct tp_problems problems =
      faults_of("\"title\": { \"en\": \"A\", \"fr\": \"B\", \"rf\": \"C\" }");
  assert_int_equal(problems.count, 1);
  assert_true(sample_has(&problems, "/title/rf: \"rf\" is no language of the program"));
  tp_problems_free(&problems);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(shipped_texts_are_in_every_language),
      cmocka_unit_test(both_languages_are_enough),
      cmocka_unit_test(a_plain_text_lacks_its_translations),
      cmocka_unit_test(a_missing_or_empty_translation_is_named_where_it_should_be),
      cmocka_unit_test(each_text_of_a_list_is_read),
      cmocka_unit_test(a_language_that_nobody_can_choose_is_named),
  };
  return cmocka_run_group_tests(tests, sample_set_up, close_folder);
}
