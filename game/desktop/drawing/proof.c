#include "desktop/drawing/proof.h"

#include "data/utf8.h"
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
  if (!make_room(proof))
    return;
  tp_utf8_copy(mark.words, sizeof mark.words, words ? words : "");
  mark.scrolls = proof->scrolling;
  proof->marks[proof->count++] = mark;
}
