#include "session/inputs.h"

#include "core/turn.h"
#include "data/address.h"
#include "data/arena.h"

#include <stdlib.h>

int tp_inputs_is_derived(const struct tp_rules *r, int slot) {
  const struct tp_variable *variable = tp_address_variable(r, slot);
  return variable && variable->derived;
}

struct tp_world *tp_inputs_play(const struct tp_rules *r, const struct tp_rules *moved,
                                struct tp_ledger *ledger) {
  struct tp_world *w = tp_memory_resize(NULL, r->world_size);
  *ledger = (struct tp_ledger){.capacity = 32 * r->slot_count + 1024};
  ledger->rows = tp_memory_resize(NULL, (size_t)ledger->capacity * sizeof *ledger->rows);
  tp_world_start(r, w, 1);
  for (int slot = 0; slot < r->slot_count; slot++) {
    int whole = r->high[slot] - r->low[slot] < 10;
    double up = (r->high[slot] - r->low[slot]) * 0.01 * (1 + slot % 7);
    if (!tp_inputs_is_derived(r, slot) && !whole)
      w->v[slot] += w->v[slot] + up > r->high[slot] ? -up : up;
  }
  tp_turn_play(moved, w, NULL, 0, ledger, NULL);
  return w;
}

static int is_repeated(const struct tp_ledger *ledger, int index) {
  const struct tp_row *row = &ledger->rows[index];
  for (int i = index - 1; i >= 0; i--) {
    const struct tp_row *other = &ledger->rows[i];
    if (other->slot == row->slot && other->source == row->source && other->cause == row->cause)
      return 1;
  }
  return 0;
}

void tp_inputs_each(const struct tp_rules *r, int slot,
                    void (*tell)(void *context, const struct tp_row *row), void *context) {
  struct tp_ledger ledger;
  struct tp_world *w = tp_inputs_play(r, r, &ledger);
  for (int i = 0; i < ledger.count; i++) {
    const struct tp_row *row = &ledger.rows[i];
    if ((row->slot == slot || row->source == slot) && row->source >= 0 &&
        tp_inputs_is_derived(r, row->slot) && !is_repeated(&ledger, i))
      tell(context, row);
  }
  free(ledger.rows);
  free(w);
}
