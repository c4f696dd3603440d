#include "desktop/words.h"

static const char *const keys[TP_WORD_COUNT] = {
#define KEY(ID, key, places) key,
    TP_WORDS(KEY)
#undef KEY
};

const char *tp_word(enum tp_word id) {
  return tp_phrase_text(keys[id]);
}
