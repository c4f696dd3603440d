#include "desktop/drawing/proof.h"

#include "desktop/drawing/text.h"

#include <stdlib.h>
#include <string.h>

static bool make_room(struct tp_proof *proof) {
  if (proof->count < proof->room)
    return true;
  int room = proof->room ? proof->room * 2 : 512;
  struct tp_proof_mark *marks = realloc(proof->marks, (size_t)room * sizeof *marks);
  if (!marks)
    return false;
  proof->marks = marks;
  proof->room = room;
  return true;
}

void tp_proof_add(struct tp_proof *proof, struct tp_proof_mark mark, const char *words) {
  size_t length = 0, next;
  if (!make_room(proof))
    return;
  while (words && words[length] &&
         (next = length + tp_text_char_length(words + length)) < sizeof mark.words)
    length = next;
  if (length)
    memcpy(mark.words, words, length);
  mark.words[length] = '\0';
  mark.scrolls = proof->scrolling;
  proof->marks[proof->count++] = mark;
}
