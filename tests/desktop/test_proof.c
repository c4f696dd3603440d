/* No text on any screen is cut, covered, over another or over an edge, and all of it can be read:
 * at every size of the window and of the type, in every theme. */
#include "modded.h"
#include "player.h"
#include "proofreader.h"

#include "desktop/pages/pages.h"
#include "desktop/widgets/letters.h"
#include "desktop/widgets/widgets.h"
#include "session/review/verdict.h"

#include <stdlib.h>

static const struct {
  float width, height;
} windows[] = {{1280, 720}, {1920, 1080}, {2560, 1440}, {3840, 2160}};
#ifndef THIRDPOLE_SANITIZED
static const float scales[] = {1.0F, 1.25F, 1.5F, 2.0F};
#endif

static struct tp_proof proof;
static int frames, told;
enum { told_most = 40 };

static void one_frame(struct player *p) {
  proof.count = 0;
  player_frame(p);
}

/* The screen that is open, in one window, theme and size of type. */
static void read_screen(struct player *p, const char *where) {
  one_frame(p);
  for (int i = 0; i < 2 || (i < 30 && tp_app_wake(p->app) == 0.0); i++)
    one_frame(p);
  struct reading r = proofread(&proof, p->app->fonts, p->app->look.scale);
  frames++;
  for (int i = 0; i < FAULT_KINDS; i++)
    if (r.faults[i] && told++ < told_most)
      print_error("%s, %.0fx%.0f at %.2f, %s: %d %s\n    first %s\n", where, (double)proof.width,
                  (double)proof.height, (double)p->app->look.scale,
                  tp_theme_name(p->app->options.theme), r.faults[i], fault_names[i], r.first);
}

static void in_window(struct player *p, size_t window, float scale, enum tp_theme_kind theme,
                      const char *where) {
  proof.width = windows[window].width;
  proof.height = windows[window].height;
  tp_app_restyle(p->app, theme, scale);
  read_screen(p, where);
}

#ifndef THIRDPOLE_SANITIZED

/* Sizes that the window has no room for come out as the largest it has: they are read once. A theme
 * changes colours and no places, so that each is read at one size of type. */
static void everywhere(struct player *p, const char *where) {
  for (size_t w = 0; w < sizeof windows / sizeof *windows; w++) {
    float last = 0.0F;
    for (size_t s = 0; s < sizeof scales / sizeof *scales; s++) {
      in_window(p, w, scales[s], TP_THEME_LIGHT, where);
      if (p->app->look.scale <= last)
        break;
      last = p->app->look.scale;
    }
    in_window(p, w, scales[0], TP_THEME_DARK, where);
    in_window(p, w, scales[0], TP_THEME_CONTRAST, where);
  }
  in_window(p, 0, 1.0F, TP_THEME_LIGHT, where);
}

/* ... and what differs only in its words, where it is narrowest and where it is widest. */
static void narrow_and_wide(struct player *p, const char *where) {
  in_window(p, 0, 2.0F, TP_THEME_LIGHT, where);
  in_window(p, 3, 1.0F, TP_THEME_LIGHT, where);
  in_window(p, 0, 1.0F, TP_THEME_LIGHT, where);
}

#else /* a frame takes ten times as long and shows the same: this is for what the memory holds */

static void everywhere(struct player *p, const char *where) {
  in_window(p, 3, 2.0F, TP_THEME_DARK, where);
  in_window(p, 0, 1.0F, TP_THEME_LIGHT, where);
}

static void narrow_and_wide(struct player *p, const char *where) {
  in_window(p, 0, 1.0F, TP_THEME_LIGHT, where);
}

#endif

/* With mods to look at; none of them is about the scenario that is played. */
static int open_game(void **state) {
  static struct player p;
  struct tp_app_options options = {
      .scale = 1.0F, .seed = 21, .seeded = true, .steady = true, .still = true, .folder = folder};
  modded_open();
  player_open(&p, 64, 64, &options);
  proof.width = windows[0].width;
  proof.height = windows[0].height;
  tp_draw_prove(p.app->draw, &proof);
  player_rest(&p);
  *state = &p;
  return 0;
}

static int close_game(void **state) {
  struct player *p = *state;
  player_close(p);
  modded_close();
  free(proof.marks);
  proof = (struct tp_proof){0};
  return 0;
}

/* A mod is looked at; then it is switched, as far as that goes. */
static void look_at_mod(struct player *p, const char *title, const char *id, bool switches) {
  char where[80];
  player_clicks(p, title);
  snprintf(where, sizeof where, "mod %s", id);
  narrow_and_wide(p, where);
  if (!switches)
    return;
  player_clicks(p, tp_word(TP_WORD_MODS_SWITCH_ON));
  snprintf(where, sizeof where, "mod %s switched", id);
  narrow_and_wide(p, where);
}

static void every_mod(struct player *p) {
  player_clicks(p, tp_word(TP_WORD_MODS));
  everywhere(p, "mods");
  look_at_mod(p, "Smithies", "smithy", true); /* which asks */
  player_clicks(p, tp_word(TP_WORD_MODS_ALL_ON));
  look_at_mod(p, "Guilds", "guild", true);
  look_at_mod(p, "Broken", "broken", true);
  look_at_mod(p, "Far away", "far", true);
  everywhere(p, "mods that are on");
  look_at_mod(p, "Orphan", "orphan", false);
  look_at_mod(p, "torn", "torn", false);
  look_at_mod(p, "Cheap forges", "forge", false);
  player_clicks(p, tp_word(TP_WORD_CLOSE));
  player_clicks(p, tp_word(TP_WORD_NEW_GAME));
  player_clicks(p, "Two Rivers");
  everywhere(p, "a scenario with mods");
  player_clicks(p, tp_word(TP_WORD_BACK));
  p->app->settings->mods[0] = '\0';
  tp_app_forget_mods(p->app);
}

/* The game that is played has other mods than those that are on. */
static void mods_of_the_game(struct player *p) {
  snprintf(p->app->settings->mods, TP_MOD_IDS_MAX, "long-winter");
  tp_mods_open(p->app);
  narrow_and_wide(p, "other mods than the game's");
  player_clicks(p, tp_word(TP_WORD_MODS_ANEW));
  narrow_and_wide(p, "to begin anew");
  player_clicks(p, tp_word(TP_WORD_ASK_NO));
  player_clicks(p, tp_word(TP_WORD_MODS_PROPOSE));
  narrow_and_wide(p, "other mods are proposed");
  player_clicks(p, tp_word(TP_WORD_PROPOSED_NOT));
  p->app->settings->mods[0] = '\0';
  tp_app_forget_mods(p->app);
}

/* Faults and warnings over the board. */
static void every_fault(struct player *p) {
  tp_problems_add(&p->app->problems, "scenarios/my-own-scenario.json", 41, 22, "/actors/rusia",
                  "%s", "unknown actor \"rusia\"; did you mean \"russia\"?");
  tp_problems_warn(&p->app->problems, "scenarios/my-own-scenario.json", 210, 5, "/events/dud",
                   "never happens by itself");
  p->app->overlay = TP_OVERLAY_FAULTS;
  everywhere(p, "faults");
  tp_problems_free(&p->app->problems);
  p->app->overlay = TP_OVERLAY_NONE;
}

static void begin(struct player *p) {
  player_clicks(p, tp_word(TP_WORD_NEW_GAME));
  everywhere(p, "scenarios");
  player_clicks(p, "Rapprochement");
  player_clicks(p, tp_word(TP_WORD_BEGIN));
}

static void every_dossier(struct player *p) {
  const struct tp_rules *r = tp_app_rules(p->app);
  char where[160];
  for (int i = 0; i < r->actor_count; i++) {
    tp_dossier_pick_actor(p->app, i);
    for (int page = 0; page < TP_DOSSIER_PAGES; page++) {
      p->app->board.page = page;
      snprintf(where, sizeof where, "dossier of %s, page %d", r->actors[i].words.id, page);
      narrow_and_wide(p, where);
    }
  }
  for (int i = 0; i < r->claim_count; i++) {
    tp_dossier_pick_claim(p->app, i);
    snprintf(where, sizeof where, "dossier of claim %s", r->claims[i].words.id);
    narrow_and_wide(p, where);
  }
  for (int i = 0; i < r->tie_count; i++) {
    tp_dossier_pick_tie(p->app, i);
    snprintf(where, sizeof where, "dossier of %s and %s", r->actors[r->ties[i].a].words.id,
             r->actors[r->ties[i].b].words.id);
    narrow_and_wide(p, where);
  }
}

static void every_card(struct player *p) {
  const struct tp_rules *r = tp_app_rules(p->app);
  for (int i = 0; i < r->action_count; i++) {
    if (r->actions[i].seat != tp_session_player(p->app->session))
      continue;
    p->app->board.theme = r->actions[i].theme;
    p->app->board.action = i;
    narrow_and_wide(p, r->actions[i].words.id);
  }
  p->app->board.action = TP_NONE;
}

/* Whatever explains itself, with the pointer on it. */
static void every_explanation(struct player *p, const char *where) {
  struct tp_ui_item items[TP_UI_ITEMS];
  int count = p->app->ui.item_counts[p->app->ui.current];
  memcpy(items, p->app->ui.items[p->app->ui.current], sizeof items);
  for (int i = 0; i < count; i++) {
    if (!items[i].id || items[i].seen.w <= 0.0F || items[i].seen.h <= 0.0F)
      continue;
    player_points(p, &items[i]);
    char words[200];
    snprintf(words, sizeof words, "%s, pointing at %s", where, items[i].words);
    read_screen(p, words);
  }
  player_points_nowhere(p);
}

/* The map moved about: from all of it to a few countries, and round. */
static void every_view(struct player *p) {
  static const float zooms[] = {0.6F, 1.0F, 1.8F, 4.0F, 12.0F};
  char where[120];
  for (size_t z = 0; z < sizeof zooms / sizeof *zooms; z++)
    for (int step = 0; step < 9; step++) {
      float x = 0.6F * (float)(step % 3 - 1) / zooms[z];
      float y = -0.35F + 0.5F * (float)(step / 3 - 1) / zooms[z];
      tp_map_look(p->app->map, (struct tp_map_view){x, y, zooms[z]});
      snprintf(where, sizeof where, "map at %.2f %.2f, zoom %.1f", (double)x, (double)y,
               (double)zooms[z]);
      narrow_and_wide(p, where);
    }
  tp_map_look(p->app->map, tp_map_default_view());
}

/* Changes of all kinds of variables, kept open. */
static void every_reason(struct player *p) {
  const struct tp_rules *r = tp_app_rules(p->app);
  int turn = tp_session_turn(p->app->session);
  for (int slot = 0; slot < r->slot_count; slot += 7) {
    struct tp_rect at = {(float)(slot * 37 % 1200), (float)(slot * 53 % 700), 100, 20};
    p->app->trail.count = 0;
    tp_trail_follow(p->app, slot, turn, at);
    in_window(p, 0, slot % 2 ? 1.0F : 2.0F, TP_THEME_LIGHT, r->slots[slot].name);
  }
  p->app->trail.count = 0;
}

static void turns(struct player *p, int count) {
  for (int i = 0; i < count; i++) {
    tp_board_end_turn(p->app, true);
    player_rest(p);
    if (i < 2)
      everywhere(p, "report");
    else
      narrow_and_wide(p, "report");
    while (player_tries(p, tp_word(TP_WORD_GO_ON)))
      ;
    if (p->app->overlay == TP_OVERLAY_DECISION)
      everywhere(p, "decision");
    if (p->app->overlay == TP_OVERLAY_CRISIS)
      everywhere(p, "crisis");
    while (p->app->overlay == TP_OVERLAY_DECISION && player_tries(p, "1"))
      ;
    p->app->overlay = TP_OVERLAY_NONE;
    player_rest(p);
  }
}

static const char *first_change(struct player *p) {
  static char words[TP_WORDING_MAX];
  struct tp_change change;
  assert_int_equal(tp_session_changes(p->app->session, p->app->debrief.turn, &change, 1), 1);
  tp_wording_change_made(p->app->session, p->app->debrief.turn, &change, words, sizeof words);
  return tp_phrase_capital(words);
}

/* The pages that look back, with a turn picked and a what-if answered. */
static void every_page_of_the_past(struct player *p, const char *where) {
  char words[120];
  p->app->overlay = TP_OVERLAY_NONE;
  p->app->screen = TP_SCREEN_ENDING;
  p->app->debrief.turn = 2;
  for (int page = 0; page < TP_DEBRIEF_PAGES; page++) {
    p->app->debrief.page = page;
    player_rest(p);
    if (page == TP_DEBRIEF_WHAT_IF)
      player_clicks(p, first_change(p));
    snprintf(words, sizeof words, "%s, page %d", where, page);
    everywhere(p, words);
  }
  p->app->debrief.page = TP_DEBRIEF_RESULT;
}

/* A page of each kind, and the ways to list them. */
static void every_kind_of_page(struct player *p) {
  struct tp_pages_view *view = &p->app->pages;
  char where[80];
  tp_pages_open(p->app);
  everywhere(p, "encyclopaedia");
  for (int kind = TP_PAGE_NONE + 1; kind < TP_PAGE_KINDS; kind++) {
    struct tp_page_ref refs[60];
    int count = tp_pages_of(tp_pages_session(p->app), (enum tp_page_kind)kind, refs, 60);
    view->kind = kind;
    view->listed = false;
    for (int i = 0; i < 60 && i < count; i += 7) {
      tp_pages_turn_to(p->app, refs[i]);
      snprintf(where, sizeof where, "page %d of kind %d", refs[i].which, kind);
      narrow_and_wide(p, where);
    }
  }
  view->by_title = 1;
  view->listed = false;
  narrow_and_wide(p, "pages from A to Z");
  snprintf(view->typed, sizeof view->typed, "st");
  view->listed = false;
  narrow_and_wide(p, "pages found");
  view->by_title = 0;
  tp_pages_close(p->app);
  player_rest(p);
}

static void every_screen(struct player *p) {
  everywhere(p, "title");
  every_kind_of_page(p);
  every_mod(p);
  begin(p);
  everywhere(p, "beginning");
  player_clicks(p, tp_word(TP_WORD_GO_ON));
  everywhere(p, "board");
  turns(p, 6);
  for (int mode = 0; mode < TP_MODES; mode++) {
    p->app->board.mode = mode;
    everywhere(p, "map mode");
  }
  p->app->board.mode = TP_MODE_CONSENT;
  every_view(p);
  p->app->board.mode = 0;
  every_view(p);
  every_dossier(p);
  every_card(p);
  every_explanation(p, "board");
  every_reason(p);
  every_fault(p);
  static const enum tp_overlay overlays[] = {
      TP_OVERLAY_MENU,     TP_OVERLAY_HELP, TP_OVERLAY_SAVES, TP_OVERLAY_CONFIRM, TP_OVERLAY_GOALS,
      TP_OVERLAY_SETTINGS, TP_OVERLAY_SAVE, TP_OVERLAY_RENEW, TP_OVERLAY_DOOMED};
  for (size_t i = 0; i < sizeof overlays / sizeof *overlays; i++) {
    p->app->overlay = overlays[i];
    everywhere(p, "dialogue");
  }
  mods_of_the_game(p);
  player_key(p, TP_KEY_SAVE);
  player_key(p, TP_KEY_ENTER);
  for (int asked = TP_ASK_REPLACE; asked <= TP_ASK_DELETE; asked++) {
    tp_saves_open(p->app);
    p->app->saves_view.asks = asked;
    p->app->saves_view.about = 0;
    narrow_and_wide(p, "asking about a save");
  }
  tp_saves_open(p->app);
  p->input.pad = true;
  tp_letters_open(&p->app->ui, tp_ui_id("save name"), false);
  narrow_and_wide(p, "letters for a gamepad");
  p->input.pad = false;
  p->app->overlay = TP_OVERLAY_NONE;
  every_kind_of_page(p);
  p->app->overlay = TP_OVERLAY_SETTINGS;
  p->app->settings_view.page = TP_SETTINGS_KEYS;
  everywhere(p, "keys");
  player_clicks(p, tp_word(TP_WORD_DO_UNDO));
  narrow_and_wide(p, "a key is waited for");
  p->input.chords[0] = (struct tp_chord){.device = TP_KEYBOARD, .code = 'm'};
  p->input.chord_count = 1;
  player_frame(p);
  narrow_and_wide(p, "a key that is taken");
  p->app->settings_view.page = TP_SETTINGS_GENERAL;
  p->app->settings_view.asked_for = TP_NONE;
  every_page_of_the_past(p, "the game so far");
  while (tp_session_end_turn(p->app->session))
    ;
  every_page_of_the_past(p, "the game that is over");
  tp_app_leave(p->app);
  player_rest(p);
}

static void in_language(struct player *p, const char *code) {
  frames = told = 0;
  assert_true(tp_app_speak(p->app, code));
  player_rest(p);
  every_screen(p);
  print_message("%s: %d frames were read\n", code, frames);
  if (told)
    fail_msg("%d faults", told);
}

#ifndef THIRDPOLE_SANITIZED
static void every_screen_in_english(void **state) {
  in_language(*state, "en");
}
#endif

static void every_screen_in_french(void **state) {
  in_language(*state, "fr");
}

int main(void) {
  const struct CMUnitTest tests[] = {
#ifndef THIRDPOLE_SANITIZED
      cmocka_unit_test_setup_teardown(every_screen_in_english, open_game, close_game),
#endif
      cmocka_unit_test_setup_teardown(every_screen_in_french, open_game, close_game),
  };
  return cmocka_run_group_tests_name("desktop/proof", tests, NULL, NULL);
}
