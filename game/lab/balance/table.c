/* Policies against policies, in the player's seat and in the adversary's. */
#include "lab/balance/balance.h"

#include "lab/work.h"

#include <string.h>

enum { PER_CELL = 10 }; /* a cell has one game for so many of --games */

static void add_name(const char **list, int *count, const char *name) {
  if (*count < TP_ROWS_MAX)
    list[(*count)++] = name;
}

static void choose_names(struct tp_table_found *table, const struct tp_rules *r) {
  static const char *const rows[] = {"random", "reflex", "greedy", "planner"};
  static const char *const columns[] = {"reflex", "planner"};
  for (int i = 0; i < 4; i++)
    add_name(table->rows, &table->row_count, rows[i]);
  for (int i = 0; i < 2; i++)
    add_name(table->columns, &table->column_count, columns[i]);
  for (int i = 0; i < r->character_count && i < 8; i++) {
    add_name(table->rows, &table->row_count, r->characters[i].words.id);
    /* two of the scenario's own are enough for who is not played */
    if (strcmp(r->characters[i].words.id, "hawk") == 0 ||
        strcmp(r->characters[i].words.id, "dove") == 0)
      add_name(table->columns, &table->column_count, r->characters[i].words.id);
  }
}

static int row_called(const struct tp_table_found *table, const char *name) {
  for (int i = 0; i < table->row_count; i++) {
    if (strcmp(table->rows[i], name) == 0)
      return i;
  }
  return -1;
}

static void fit(struct tp_table_found *table) {
  double wins[TP_ROWS_MAX * TP_ROWS_MAX] = {0}, games[TP_ROWS_MAX * TP_ROWS_MAX] = {0};
  for (int i = 0; i < table->row_count; i++) {
    for (int k = 0; k < table->column_count; k++) {
      int place = i * table->row_count + table->rated[k];
      wins[place] += (double)table->cells[i][k].wins;
      games[place] += (double)table->cells[i][k].games;
    }
  }
  tp_ratings_fit(&table->ratings, table->row_count, wins, games);
}

static int other_seat(const struct tp_rules *r) {
  if (r->adversary != TP_NONE && r->adversary != r->player && r->actors[r->adversary].is_seat)
    return r->adversary;
  for (int actor = 0; actor < r->actor_count; actor++) {
    if (actor != r->player && r->actors[actor].is_seat)
      return actor;
  }
  return TP_NONE;
}

static int cell_lineup(struct tp_balance *b, int row, int column) {
  const struct tp_rules *r = b->setup.rules;
  struct tp_policy policies[TP_ACTORS_MAX];
  int other = other_seat(r);
  tp_balance_seats(b, "reflex", policies);
  (void)tp_policy_find(r, b->table.rows[row], &policies[r->player]);
  if (other != TP_NONE)
    (void)tp_policy_find(r, b->table.columns[column], &policies[other]);
  return tp_book_lineup(&b->book, policies);
}

int tp_balance_table(struct tp_balance *b) {
  struct tp_table_found *table = &b->table;
  int lineups[TP_ROWS_MAX][TP_ROWS_MAX] = {{0}}, games = b->arguments.games / PER_CELL;
  choose_names(table, b->setup.rules);
  for (int k = 0; k < table->column_count; k++)
    table->rated[k] = row_called(table, table->columns[k]);
  for (int i = 0; i < table->row_count; i++) {
    for (int k = 0; k < table->column_count; k++) {
      lineups[i][k] = cell_lineup(b, i, k);
      tp_book_want(&b->book, lineups[i][k], games > 0 ? games : 1);
    }
  }
  int sound = tp_book_play(&b->book, "games of the table");
  for (int i = 0; i < table->row_count; i++) {
    for (int k = 0; k < table->column_count; k++) {
      int known = tp_book_count(&b->book, lineups[i][k]);
      table->cells[i][k] =
          (struct tp_table_cell){known, tp_book_wins(&b->book, lineups[i][k], known)};
    }
  }
  fit(table);
  return sound;
}
