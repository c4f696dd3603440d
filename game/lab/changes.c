#include "lab/changes.h"

#include "data/address.h"

#include <stdlib.h>
#include <string.h>

/* What a change speaks of. A variable may be written in more than one way (a-b, b-a), so its number
 * tells; all else goes by its name. */
struct subject {
  char name[200];
  int slot; /* or TP_NONE */
  long turn;
};

static struct subject subject_of(const struct tp_rules *r, const struct tp_lab_change *change) {
  const char *text = change->text;
  struct subject subject = {.slot = TP_NONE};
  if (change->option == TP_OPTION_AT) {
    char *end;
    subject.turn = strtol(text, &end, 10);
    text = *end == ':' ? end + 1 : end;
  }
  snprintf(subject.name, sizeof subject.name, "%.*s", (int)strcspn(text, "="), text);
  if (change->option != TP_OPTION_SEAT && change->option != TP_OPTION_BAN)
    subject.slot = tp_address_find(r, subject.name);
  return subject;
}

static int is_value(enum tp_option_id option) {
  return option == TP_OPTION_SET || option == TP_OPTION_HOLD || option == TP_OPTION_AT;
}

/* A start value may be set and changed again at a turn; what is held stays as it is held. */
static int go_together(enum tp_option_id a, enum tp_option_id b, int same_turn) {
  if (a == TP_OPTION_AT && b == TP_OPTION_AT)
    return !same_turn;
  if (is_value(a) && is_value(b))
    return a != b && a != TP_OPTION_HOLD && b != TP_OPTION_HOLD;
  return a != b;
}

static int clash(const struct tp_rules *r, const struct tp_lab_change *a,
                 const struct tp_lab_change *b) {
  struct subject one = subject_of(r, a), two = subject_of(r, b);
  int same = one.slot == TP_NONE ? strcmp(one.name, two.name) == 0 : one.slot == two.slot;
  return same && !go_together(a->option, b->option, one.turn == two.turn);
}

int tp_changes_agree(const struct tp_rules *r, const struct tp_arguments *arguments,
                     struct tp_fault *fault) {
  for (int i = 1; i < arguments->change_count; i++) {
    const struct tp_lab_change *later = &arguments->change[i];
    for (int k = 0; k < i; k++) {
      const struct tp_lab_change *earlier = &arguments->change[k];
      if (!clash(r, earlier, later))
        continue;
      snprintf(fault->text, sizeof fault->text,
               "--%s %.100s and --%s %.100s speak of the same; give one of them",
               tp_option_name(earlier->option), earlier->text, tp_option_name(later->option),
               later->text);
      return 0;
    }
  }
  return 1;
}

int tp_changes_in_time(const struct tp_rules *r, struct tp_fault *fault) {
  for (int i = 0; i < r->scheduled_count; i++) {
    if (r->scheduled[i].turn < r->turns)
      continue;
    snprintf(fault->text, sizeof fault->text,
             "--at %d: the game has only the turns 0 to %d, so it would never happen",
             r->scheduled[i].turn, r->turns - 1);
    return 0;
  }
  return 1;
}
