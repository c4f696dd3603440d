#include "lab/games/facts.h"

#include "core/order.h"

#include <stdio.h>

static const char *actor(const struct tp_rules *r, int index) {
  return index == TP_NONE ? "nobody" : r->actors[index].words.id;
}

static const char *move_name(int move) {
  static const char *const names[] = {"holds firm", "escalates", "steps back"};
  return names[move];
}

static void describe_action(const struct tp_rules *r, const struct tp_fact *f,
                            struct tp_fact_text *out) {
  const char *id = r->actions[f->b].words.id, *seat = actor(r, f->a);
  char *text = out->text;
  size_t size = sizeof out->text;
  switch ((enum tp_fact_kind)f->kind) {
  case TP_FACT_ACTION_STARTED:
    snprintf(text, size, "%s: %s", seat, id);
    break;
  case TP_FACT_ACTION_ENDED:
    snprintf(text, size, "%s: %s is complete", seat, id);
    break;
  case TP_FACT_VOTE_PASSED:
    snprintf(text, size, "%s: the council passes %s", seat, id);
    break;
  case TP_FACT_VOTE_FAILED:
    snprintf(text, size, "%s: the council refuses %s", seat, id);
    break;
  default:
    snprintf(text, size, "%s: %s %s (chance %.2f)", seat, id, f->c ? "works" : "fails", f->x);
    break;
  }
}

static void describe_crisis(const struct tp_rules *r, const struct tp_fact *f,
                            struct tp_fact_text *out) {
  char *text = out->text;
  size_t size = sizeof out->text;
  switch ((enum tp_fact_kind)f->kind) {
  case TP_FACT_CRISIS_OPENED:
    snprintf(text, size, "a crisis opens between %s and %s", actor(r, f->a), actor(r, f->b));
    break;
  case TP_FACT_GUARANTEE:
    snprintf(text, size, "%s %s its guarantee of %s (chance %.2f)", actor(r, f->a),
             f->c ? "honours" : "does not honour", actor(r, f->b), f->x);
    break;
  case TP_FACT_CRISIS_MOVED:
    snprintf(text, size, "crisis step %d: %s %s", f->c, actor(r, f->a), move_name(f->b));
    break;
  default:
    snprintf(text, size, "the crisis ends on step %d: %s backs down, %s stands", f->c,
             actor(r, f->a), actor(r, f->b));
    break;
  }
}

struct tp_fact_text tp_fact_describe(const struct tp_rules *r, const struct tp_fact *f) {
  struct tp_fact_text out = {""};
  char *text = out.text;
  size_t size = sizeof out.text;
  switch ((enum tp_fact_kind)f->kind) {
  case TP_FACT_VOTED:
    break;
  case TP_FACT_ACTION_STARTED:
  case TP_FACT_ACTION_ENDED:
  case TP_FACT_VOTE_PASSED:
  case TP_FACT_VOTE_FAILED:
  case TP_FACT_ATTEMPT:
  case TP_FACT_WEDGE:
    describe_action(r, f, &out);
    break;
  case TP_FACT_EVENT:
    snprintf(text, size, "event: %s", r->events[f->a].words.id);
    break;
  case TP_FACT_DECIDED:
    snprintf(text, size, "%s decides %s: %s", actor(r, f->a), r->events[f->b].words.id,
             r->options[r->events[f->b].options.first + f->c].words.id);
    break;
  case TP_FACT_CRISIS_OPENED:
  case TP_FACT_GUARANTEE:
  case TP_FACT_CRISIS_MOVED:
  case TP_FACT_CRISIS_ENDED:
    describe_crisis(r, f, &out);
    break;
  case TP_FACT_STATUS:
    snprintf(text, size, "%s and %s: status %d, was %d", actor(r, r->ties[f->a].a),
             actor(r, r->ties[f->a].b), f->c, f->b);
    break;
  case TP_FACT_OBJECTIVE:
    snprintf(text, size, "objective %s: %s", r->objectives[f->a].words.id, f->b ? "met" : "lost");
    break;
  case TP_FACT_ENDING:
    snprintf(text, size, "ending: %s", r->endings[f->a].words.id);
    break;
  }
  return out;
}
