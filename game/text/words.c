#include "text/words.h"

const char *tp_text_word(enum tp_text_word id) {
  static const char *const keys[] = {
#define KEY(ID, key, places) key,
      TP_TEXTS(KEY)
#undef KEY
  };
  return tp_phrase_text(keys[id]);
}

static const struct {
  const char *id, *name, *usage, *help;
} commands[TP_DO_COUNT] = {
#define COMMAND(ID, name)                                                                          \
  [TP_DO_##ID] = {name, "text.do-" name ".name", "text.do-" name ".usage", "text.do-" name ".help"},
    TP_TEXT_COMMANDS(COMMAND)
#undef COMMAND
};

const char *tp_text_name(enum tp_text_command command) {
  return tp_phrase_text(commands[command].name);
}

const char *tp_text_usage(enum tp_text_command command) {
  return tp_phrase_text(commands[command].usage);
}

const char *tp_text_help(enum tp_text_command command) {
  return tp_phrase_text(commands[command].help);
}

const char *tp_text_id(enum tp_text_command command) {
  return commands[command].id;
}
