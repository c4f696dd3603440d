#include "lab/studies/study.h"

#include "data/address.h"
#include "lab/games/player.h"
#include "lab/work.h"

#include <stdlib.h>
#include <string.h>

/* --- preparation ----------------------------------------------------------------------------- */

static int is_index(const struct tp_rules *r, int slot) {
  const struct tp_variable *variable = tp_address_variable(r, slot);
  return variable && (strcmp(variable->unit, "index") == 0 || strcmp(variable->unit, "%") == 0);
}

static int probe_number(const struct tp_study *study, int slot) {
  for (int i = 0; i < study->probes; i++) {
    if (study->probe[i] == slot)
      return i;
  }
  return -1;
}

static int add_probe(struct tp_study *study, int slot) {
  int number = probe_number(study, slot);
  if (number >= 0)
    return number;
  study->probe[study->probes] = (int16_t)slot;
  return study->probes++;
}

/* The next word of a list separated by spaces: its length, and where it begins. */
static size_t next_word(const char **list) {
  *list += strspn(*list, " ");
  return strcspn(*list, " ");
}

static int find_word(const struct tp_rules *r, const char *word, size_t length) {
  char address[2 * 64];
  if (length >= sizeof address)
    return -1;
  memcpy(address, word, length);
  address[length] = 0;
  return tp_address_find(r, address);
}

static int add_probes(struct tp_study *study, const struct tp_check *check,
                      struct tp_fault *fault) {
  const struct tp_rules *r = study->scenario->rules;
  const char *word = check->read ? check->read : "";
  int *column = study->column[check - study->kind->check];
  if (strcmp(word, "*") == 0) {
    for (int slot = 0; slot < r->slot_count; slot++) {
      if (is_index(r, slot))
        add_probe(study, slot);
    }
    return 1;
  }
  for (size_t length; (length = next_word(&word)) > 0; word += length) {
    int slot = find_word(r, word, length);
    if (slot < 0) {
      snprintf(fault->text, sizeof fault->text, "no variable %.*s", (int)length, word);
      return 0;
    }
    *column++ = add_probe(study, slot);
  }
  return 1;
}

static int change_all(struct tp_arm_record *arm, struct tp_fault *fault) {
  for (int i = 0; i < arm->option_count; i++) {
    char *option = arm->options[i];
    char *value = strchr(option, ' ') + 1;
    enum tp_option_id id = strncmp(option, "--set", 5) == 0    ? TP_OPTION_SET
                           : strncmp(option, "--hold", 6) == 0 ? TP_OPTION_HOLD
                           : strncmp(option, "--ban", 5) == 0  ? TP_OPTION_BAN
                                                               : TP_OPTION_AT;
    if (!tp_setup_change(arm->experiment, id, value, fault))
      return 0;
  }
  return 1;
}

static int seat_all(struct tp_arm_record *arm, const char *seats, struct tp_fault *fault) {
  const char *word = seats ? seats : "all=reflex";
  for (size_t length; (length = next_word(&word)) > 0; word += length) {
    char seat[80];
    snprintf(seat, sizeof seat, "%.*s", (int)length, word);
    if (!tp_cast_seat(&arm->cast, arm->rules, seat, fault))
      return 0;
  }
  return 1;
}

/* Rules of its own, so that the experiment's endings can be taken out. */
static void copy_rules(struct tp_arm_record *arm) {
  arm->rules = tp_memory_resize(NULL, sizeof *arm->rules);
  *arm->rules = *tp_experiment_rules(arm->experiment);
  arm->rules->ending_count = 0;
}

static int prepare_arm(struct tp_study *study, int number, const struct tp_arguments *arguments,
                       struct tp_fault *fault) {
  struct tp_arm_record *arm = &study->arm[number];
  arm->experiment = tp_experiment_create(study->scenario);
  for (int i = 0; i < arguments->change_count; i++) {
    const struct tp_lab_change *change = &arguments->change[i];
    if (!tp_setup_change(arm->experiment, change->option, change->text, fault))
      return 0;
  }
  int count = tp_arm_expand(tp_experiment_rules(arm->experiment), study->kind->arm[number].changes,
                            arm->options, TP_EXPANDED_MAX, fault);
  if (count < 0)
    return 0;
  arm->option_count = count;
  if (!change_all(arm, fault))
    return 0;
  copy_rules(arm);
  if (!seat_all(arm, study->kind->seats, fault))
    return 0;
  size_t values = (size_t)study->games * (size_t)study->moments * (size_t)study->probes;
  arm->values = tp_memory_resize(NULL, values * sizeof *arm->values);
  arm->counts = tp_memory_resize(NULL, (size_t)study->games * sizeof *arm->counts);
  return 1;
}

static int prepare(struct tp_study *study, const struct tp_arguments *arguments,
                   struct tp_fault *fault) {
  int slots = study->scenario->rules->slot_count;
  study->probe = tp_memory_resize(NULL, (size_t)slots * sizeof *study->probe);
  for (int i = 0; i < TP_CHECKS_MAX && study->kind->check[i].what; i++) {
    if (!add_probes(study, &study->kind->check[i], fault))
      return 0;
  }
  while (study->arms < TP_ARMS_MAX && study->kind->arm[study->arms].name) {
    if (!prepare_arm(study, study->arms, arguments, fault))
      return 0;
    study->arms++;
  }
  return 1;
}

/* --- playing --------------------------------------------------------------------------------- */

struct players {
  struct tp_study *study;
  struct tp_player *list; /* by worker, then arm */
};

static double *moment(const struct tp_study *study, int arm, int game, int number) {
  size_t place = ((size_t)game * (size_t)study->moments + (size_t)number) * (size_t)study->probes;
  return study->arm[arm].values + place;
}

static void record(const struct tp_study *study, int arm, int game, int number,
                   const struct tp_world *w) {
  double *values = moment(study, arm, game, number);
  for (int i = 0; i < study->probes; i++)
    values[i] = w->v[study->probe[i]];
}

static void count_facts(struct tp_counts *counts, const struct tp_log *log) {
  for (int i = 0; i < log->count; i++) {
    const struct tp_fact *fact = &log->facts[i];
    switch ((enum tp_fact_kind)fact->kind) {
    case TP_FACT_CRISIS_OPENED:
      counts->crises++;
      break;
    case TP_FACT_WEDGE:
      counts->wedges++;
      counts->cracked += fact->c;
      break;
    case TP_FACT_GUARANTEE:
      counts->called++;
      counts->honoured += fact->c;
      break;
    default:
      break;
    }
  }
}

static void play_one(void *context, int worker, int item) {
  const struct players *players = context;
  struct tp_study *study = players->study;
  int arm = item / study->games, game = item % study->games;
  struct tp_arm_record *record_of = &study->arm[arm];
  struct tp_player *player = &players->list[worker * study->arms + arm];
  struct tp_counts counts = {0};
  if (!player->world)
    tp_player_open(player, record_of->rules, record_of->cast.policy);
  tp_player_start(player, tp_game_seed(study->seed, game));
  record(study, arm, game, 0, player->world);
  for (int turn = 1; turn <= study->kind->turns; turn++) {
    tp_player_turn(player, NULL, 0);
    count_facts(&counts, &player->log);
    if (!study->kind->ends_only)
      record(study, arm, game, turn, player->world);
    else if (turn == study->kind->turns)
      record(study, arm, game, 1, player->world);
  }
  record_of->counts[game] = counts;
}

static void play(struct tp_study *study, int threads) {
  struct players players = {.study = study};
  int count = threads * study->arms;
  players.list = tp_memory_resize(NULL, (size_t)count * sizeof *players.list);
  memset(players.list, 0, (size_t)count * sizeof *players.list);
  tp_work_do(study->games * study->arms, threads, play_one, &players, "games");
  for (int i = 0; i < count; i++)
    tp_player_close(&players.list[i]);
  free(players.list);
}

int tp_study_play(struct tp_study *study, const struct tp_case *kind,
                  const struct tp_scenario *scenario, const struct tp_arguments *arguments,
                  struct tp_fault *fault) {
  *study = (struct tp_study){.kind = kind,
                             .scenario = scenario,
                             .games = arguments->games ? arguments->games : 1000,
                             .moments = kind->ends_only ? 2 : kind->turns + 1,
                             .seed = arguments->seed};
  if (!prepare(study, arguments, fault))
    return 0;
  play(study, arguments->threads ? arguments->threads : tp_work_processors());
  return 1;
}

void tp_study_close(struct tp_study *study) {
  for (int i = 0; i < TP_ARMS_MAX; i++) {
    struct tp_arm_record *arm = &study->arm[i];
    for (int k = 0; k < arm->option_count; k++)
      free(arm->options[k]);
    tp_cast_free(&arm->cast);
    tp_experiment_free(arm->experiment);
    free(arm->rules);
    free(arm->values);
    free(arm->counts);
  }
  free(study->probe);
  *study = (struct tp_study){0};
}

double tp_study_value(const struct tp_study *study, const struct tp_check *check, int arm, int game,
                      int turn, int which) {
  int number = study->kind->ends_only && turn > 0 ? 1 : turn;
  int column = check->read[0] == '*' ? which : study->column[check - study->kind->check][which];
  return moment(study, arm, game, number)[column];
}
