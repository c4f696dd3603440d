/* Which hints are to be said: from the signs in the world, the history and what was looked at. */
#include "session/state.h"

#include "data/arena.h"
#include "session/advice.h"

static const struct tp_guide *guide_of(const struct tp_session *s) {
  static const struct tp_guide none;
  return s->r->guide ? s->r->guide : &none;
}

/* --- what was looked at ----------------------------------------------------------------------- */

static int same(struct tp_mark a, struct tp_mark b) {
  return a.kind == b.kind && a.which == b.which;
}

int tp_session_has_seen(const struct tp_session *s, struct tp_mark mark) {
  for (int i = 0; i < s->seen_count; i++) {
    if (same(s->seen[i], mark))
      return 1;
  }
  return 0;
}

static int asked_in(const struct tp_guide *guide, struct tp_span signs, struct tp_mark mark) {
  for (int i = signs.first; i < signs.first + signs.count; i++) {
    if (guide->signs[i].kind == TP_SIGN_SEEN && same(guide->signs[i].mark, mark))
      return 1;
  }
  return 0;
}

static int is_asked(const struct tp_guide *guide, struct tp_mark mark) {
  for (int i = 0; i < guide->hint_count; i++) {
    if (asked_in(guide, guide->hints[i].when, mark) || asked_in(guide, guide->hints[i].done, mark))
      return 1;
  }
  return mark.kind == TP_MARK_HINT;
}

void tp_session_see(struct tp_session *s, struct tp_mark mark) {
  if (mark.which == TP_NONE || tp_session_has_seen(s, mark) || !is_asked(guide_of(s), mark))
    return;
  s->seen = tp_memory_resize(s->seen, (size_t)(s->seen_count + 1) * sizeof *s->seen);
  s->seen[s->seen_count++] = mark;
}

void tp_hints_turn(struct tp_session *s) {
  int kept = 0;
  for (int i = 0; i < s->seen_count; i++) {
    if (s->seen[i].kind != TP_MARK_HINT || guide_of(s)->hints[s->seen[i].which].once)
      s->seen[kept++] = s->seen[i];
  }
  s->seen_count = kept;
}

/* --- signs ------------------------------------------------------------------------------------ */

/* The player's order of this kind about `id`, in this turn or one before. */
static int has_ordered(const struct tp_session *s, enum tp_order_kind kind, int id) {
  for (int turn = 1; turn <= s->turns + 1; turn++) {
    const struct tp_orders *orders =
        turn > s->turns ? tp_session_orders(s) : tp_session_orders_at(s, turn, s->player);
    for (int i = 0; orders && i < orders->count; i++) {
      if (orders->item[i].kind == (int)kind && orders->item[i].id == id)
        return 1;
    }
  }
  return 0;
}

/* A fact of this kind about an action, which stands in `b`. */
static int is_noted(const struct tp_session *s, enum tp_fact_kind kind, int action) {
  for (int turn = 1; turn <= s->turns; turn++) {
    int count;
    const struct tp_fact *facts = tp_session_facts(s, turn, &count);
    for (int i = 0; i < count; i++) {
      if (facts[i].kind == (int)kind && facts[i].b == action)
        return 1;
    }
  }
  return 0;
}

static int waits(const struct tp_session *s, int event) {
  struct tp_decision decision;
  for (int i = 0; tp_session_decision(s, i, &decision); i++) {
    if (decision.event == event)
      return decision.answer == TP_NONE;
  }
  return 0;
}

static int holds(const struct tp_session *s, const struct tp_sign *sign) {
  const struct tp_world *w = tp_session_world(s);
  switch ((enum tp_sign_kind)sign->kind) {
  case TP_SIGN_COMPARE:
    return tp_world_holds(&sign->condition, w->v[sign->condition.slot]);
  case TP_SIGN_SEEN:
    return tp_session_has_seen(s, sign->mark);
  case TP_SIGN_ORDERED:
    return has_ordered(s, TP_ORDER_ACT, sign->which);
  case TP_SIGN_UNDER_WAY:
    return tp_world_actions_const(s->r, w)[sign->which].left > 0 ||
           tp_session_has_ordered(s, sign->which);
  case TP_SIGN_CARRIED_OUT:
    return is_noted(s, TP_FACT_ACTION_STARTED, sign->which);
  case TP_SIGN_REFUSED:
    return is_noted(s, TP_FACT_VOTE_FAILED, sign->which);
  case TP_SIGN_WAITS:
    return waits(s, sign->which);
  case TP_SIGN_ANSWERED:
    return has_ordered(s, TP_ORDER_ANSWER, sign->which);
  case TP_SIGN_HAPPENED:
    return tp_world_events_const(s->r, w)[sign->which].fired > 0;
  }
  return 0;
}

/* The first sign of the span that does not hold, or NULL. */
static const struct tp_sign *missing(const struct tp_session *s, struct tp_span signs) {
  for (int i = signs.first; i < signs.first + signs.count; i++) {
    if (!holds(s, &guide_of(s)->signs[i]))
      return &guide_of(s)->signs[i];
  }
  return NULL;
}

/* --- hints ------------------------------------------------------------------------------------ */

static struct tp_mark mark_of(int hint) {
  return (struct tp_mark){TP_MARK_HINT, (int16_t)hint};
}

/* Its work was done when it was first said, by looking around: then it is still worth reading. */
static int was_seen_before(const struct tp_session *s, int hint) {
  struct tp_span done = guide_of(s)->hints[hint].done;
  for (int i = done.first; i < done.first + done.count; i++) {
    if (guide_of(s)->signs[i].kind != TP_SIGN_SEEN)
      return 0;
  }
  return !s->offered[hint];
}

enum tp_hint_state tp_session_hint_state(const struct tp_session *s, int hint) {
  const struct tp_hint *h = &guide_of(s)->hints[hint];
  if (tp_session_has_seen(s, mark_of(hint)))
    return TP_HINT_DONE;
  if (missing(s, h->when))
    return TP_HINT_WAITS;
  int worked = h->done.count > 0 && !missing(s, h->done) && !was_seen_before(s, hint);
  return worked ? TP_HINT_DONE : TP_HINT_NOW;
}

int tp_session_hints(struct tp_session *s, int *hints, int room) {
  int count = 0;
  for (int hint = 0; hint < guide_of(s)->hint_count && count < room; hint++) {
    enum tp_hint_state state = tp_session_hint_state(s, hint);
    if (state == TP_HINT_DONE)
      tp_session_hint_pass(s, hint); /* so it stays, whatever becomes of the signs */
    else if (state == TP_HINT_NOW)
      hints[count++] = hint;
    if (state == TP_HINT_NOW && tp_session_hint_wants(s, hint))
      s->offered[hint] = 1;
  }
  return tp_session_world(s)->result == TP_PLAYING ? count : 0;
}

const struct tp_sign *tp_session_hint_wants(const struct tp_session *s, int hint) {
  return missing(s, guide_of(s)->hints[hint].done);
}

void tp_session_hint_pass(struct tp_session *s, int hint) {
  tp_session_see(s, mark_of(hint));
}
