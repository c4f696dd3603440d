/* While a scenario is being written: the game so far, in the scenario as its file now is. */
#include "session/state.h"

#include "data/format/format.h"
#include "data/address.h"
#include "data/compile/mark.h"
#include "session/advice.h"

#include <stdlib.h>
#include <string.h>

/* The order in other rules, by the names of things; its id is TP_NONE when there is none. */
static struct tp_order translate(const struct tp_rules *from, const struct tp_rules *to,
                                 struct tp_order order) {
  if (order.kind == TP_ORDER_ACT) {
    order.id = (int16_t)tp_address_action(to, from->actions[order.id].words.id);
  } else if (order.kind == TP_ORDER_ANSWER) {
    int option = from->events[order.id].options.first + order.choice;
    order.id = (int16_t)tp_address_event(to, from->events[order.id].words.id);
    if (order.id != TP_NONE)
      order.choice = (int16_t)tp_address_option(to, order.id, from->options[option].words.id);
  }
  return order;
}

/* Gives what is still there and still allowed. */
static void give_again(struct tp_session *to, const struct tp_session *from,
                       const struct tp_orders *orders) {
  for (int i = 0; orders && i < orders->count; i++) {
    struct tp_order order = translate(from->r, to->r, orders->item[i]);
    if (order.id != TP_NONE)
      (void)tp_session_give(to, order);
  }
}

/* What was looked at, where there is still something of that name. */
static void see_again(struct tp_session *to, const struct tp_session *from) {
  char name[200];
  struct tp_mark mark;
  for (int i = 0; i < from->seen_count; i++) {
    tp_mark_print(from->r, from->seen[i], name, sizeof name);
    if (tp_mark_find(to->r, name, &mark))
      tp_session_see(to, mark);
  }
}

uint64_t tp_session_stamp(const struct tp_scenario *scenario) {
  uint64_t stamp = 0;
  for (int i = 0; i < scenario->chain_count; i++)
    stamp = stamp * 31 + tp_files_stamp(scenario->chain[i]);
  return stamp;
}

int tp_session_edited(struct tp_session *s) {
  if (!s->stamp)
    return 0;
  uint64_t now = tp_session_stamp(s->scenario);
  int changed = now != s->stamp;
  s->stamp = now;
  return changed;
}

void tp_session_origin(const struct tp_session *s, char *name, size_t size) {
  const struct tp_scenario *scenario = s->scenario;
  int here = tp_files_is_readable(scenario->path);
  snprintf(name, size, "%s%s%s", here ? scenario->path : s->r->words.id,
           scenario->variant[0] ? "@" : "", scenario->variant);
  for (int i = 0; i < scenario->mod_count; i++) {
    size_t length = strlen(name);
    snprintf(name + length, size - length, "+%s", scenario->mods[i].id);
  }
}

struct tp_session *tp_session_reload(const struct tp_session *s, struct tp_problems *problems) {
  if (!s->scenario)
    return NULL;
  char name[2 * TP_PATH_MAX];
  tp_session_origin(s, name, sizeof name);
  struct tp_session_options options = {.scenario = name, .folder = "", .seed = s->seed};
  struct tp_session *again = tp_session_start(&options, problems);
  if (!again)
    return NULL;
  for (int actor = 0; actor < again->r->actor_count && actor < s->r->actor_count; actor++)
    tp_session_set_policy(again, actor, s->policy_names[actor], NULL);
  for (int turn = 1; turn <= s->turns; turn++) {
    give_again(again, s, tp_session_orders_at(s, turn, s->player));
    if (!tp_session_end_turn(again))
      break;
  }
  give_again(again, s, tp_session_orders(s));
  see_again(again, s);
  memcpy(again->autosave, s->autosave, sizeof s->autosave);
  again->no_autosave = s->no_autosave;
  again->written_at = s->written_at;
  return again;
}
