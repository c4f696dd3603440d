/* The page of scenarios: which to play, in which way, with which mods. A scenario that is broken is
 * listed too, with what is wrong with it. */
#include "desktop/screens.h"
#include "desktop/widgets/widgets.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* layout, in pixels at scale 1 */
static const float list_width = 316.0F, column_gap = 36.0F, gap = 12.0F, head_height = 40.0F;
static const float small_height = 36.0F, small_width = 120.0F, seed_label = 150.0F;
static const float seed_width = 112.0F, card_pad = 10.0F, card_title = 24.0F, card_note = 18.0F;
static const float label_height = 26.0F, dot_width = 22.0F, row_height = 24.0F;
static const float state_width = 168.0F, link_height = 20.0F;

/* What is wrong with a file, or doubtful, is read again to be told. */
static void show_faults_of(struct tp_app *app, const char *name) {
  tp_problems_free(&app->problems);
  tp_scenario_free(tp_scenario_load(name, NULL, &app->problems));
  tp_problems_sort(&app->problems);
  app->title_page = TP_TITLE_FAULTS;
}

static void begin_chosen(struct tp_app *app) {
  char name[TP_PATH_MAX];
  tp_app_chosen(app, name, sizeof name);
  if (tp_app_start(app, name, strtoull(app->seed, NULL, 10)))
    app->overlay = TP_OVERLAY_REPORT; /* what it is about */
}

/* With the mouse something is chosen; the arrows choose what they come to, and Enter begins with
 * what is chosen. Tab passes by. */
struct choice {
  bool taken, begins;
};

static struct choice choice_of(const struct tp_app *app, const struct tp_hit *hit, bool chosen) {
  const uint64_t arrows = (uint64_t)1 << TP_KEY_UP | (uint64_t)1 << TP_KEY_DOWN;
  bool by_key = hit->focused && app->ui.focus_shown;
  return (struct choice){hit->clicked || (by_key && app->ui.input.keys & arrows),
                         hit->clicked && by_key && chosen};
}

/* --- the list ------------------------------------------------------------------------------- */

static void card_note_of(const struct tp_scenario_entry *entry, char *text, size_t size) {
  text[0] = '\0';
  if (entry->problems)
    TP_PRINT(text, size, TP_WORD_BROKEN, TP_WHOLE(entry->problems));
  else if (entry->guided)
    snprintf(text, size, "%s", tp_word(TP_WORD_FIRST_GAME));
  else if (entry->usual)
    snprintf(text, size, "%s", tp_word(TP_WORD_MAIN_GAME));
  else if (entry->warnings)
    TP_PRINT(text, size, entry->warnings == 1 ? TP_WORD_WARNING : TP_WORD_WARNINGS,
             TP_WHOLE(entry->warnings));
}

static enum tp_colour_role note_colour(const struct tp_scenario_entry *entry) {
  bool is_advised = entry->guided || entry->usual;
  return entry->problems ? TP_COLOUR_BAD : is_advised ? TP_COLOUR_ACCENT : TP_COLOUR_MUTED;
}

/* To the left and the right of the chosen one are the other ways to play it. */
static void take_chosen_card(struct tp_app *app, uint32_t id, const struct tp_hit *hit) {
  int ways = app->scenarios[app->scenario].variant_count + 1;
  tp_ui_last(&app->ui)->takes_sideways = ways > 1;
  if (app->scenarios_opened)
    tp_ui_focus_quietly(&app->ui, id);
  if (hit->focused && app->ui.side_step)
    app->variant = (app->variant + app->ui.side_step + ways) % ways;
}

static float show_card(struct tp_app *app, struct tp_rect rect, int index) {
  const struct tp_scenario_entry *entry = &app->scenarios[index];
  struct tp_ui *ui = &app->ui;
  char note[120];
  const char *slash = strrchr(entry->path, '/'), *file = slash ? slash + 1 : entry->path;
  const char *title = entry->title[0] ? entry->title : file;
  card_note_of(entry, note, sizeof note);
  float lines = card_title + (note[0] ? card_note : 0.0F);
  struct tp_rect card = {rect.x, rect.y, rect.w, tp_px(app, 2.0F * card_pad + lines)};
  uint32_t id = tp_ui_id_of(tp_ui_id("scenario"), (uint32_t)index);
  struct tp_hit hit = tp_ui_card(ui, id, card, app->scenario == index, title, NULL);
  if (app->scenario == index)
    take_chosen_card(app, id, &hit);
  struct tp_rect in = tp_rect_inset(card, tp_px(app, card_pad + 2.0F), tp_px(app, card_pad));
  tp_text_in(app->fonts, tp_face(app, TP_TYPE_HEAD), tp_ink(app, TP_COLOUR_INK),
             tp_rect_cut_top(&in, tp_px(app, card_title)), TP_ALIGN_LEFT, title);
  if (note[0])
    tp_ui_label(ui, in, entry->warnings ? TP_TYPE_NOTE : TP_TYPE_NOTE_STRONG, note_colour(entry),
                TP_ALIGN_LEFT, note);
  struct choice choice = choice_of(app, &hit, app->scenario == index);
  if (entry->problems && hit.clicked) {
    show_faults_of(app, entry->path);
  } else if (!entry->problems && choice.taken && app->scenario != index) {
    app->scenario = index;
    app->variant = 0;
    tp_ui_wake_at(ui, ui->input.seconds);
  }
  if (!entry->problems && choice.begins)
    app->begins = true;
  return card.h + tp_px(app, gap * 0.5F);
}

static void show_list(struct tp_app *app, struct tp_rect place) {
  struct tp_ui *ui = &app->ui;
  struct tp_rect list = tp_ui_scroll_begin(ui, tp_ui_id("scenarios"), place);
  float y = list.y;
  for (int i = 0; i < app->scenario_count; i++)
    y += show_card(app, (struct tp_rect){list.x, y, list.w, 1e6F}, i);
  app->scenarios_opened = false;
  if (y <= list.y)
    y += tp_ui_paragraph(ui, list, TP_TYPE_BODY, TP_COLOUR_MUTED, tp_word(TP_WORD_NO_SCENARIOS));
  tp_ui_scroll_end(ui, y - list.y);
}

/* --- the one that is chosen ----------------------------------------------------------------- */

static void label(struct tp_app *app, struct tp_rect *place, enum tp_word word) {
  tp_rect_cut_top(place, tp_px(app, gap));
  tp_ui_label(&app->ui, tp_rect_cut_top(place, tp_px(app, label_height)), TP_TYPE_LABEL,
              TP_COLOUR_MUTED, TP_ALIGN_LEFT, tp_word(word));
}

static void draw_dot(struct tp_app *app, struct tp_rect place, bool on) {
  float x = place.x + tp_px(app, 7.0F), y = roundf(place.y + tp_px(app, 12.0F));
  tp_draw_ring(app->draw, x, y, tp_px(app, 6.0F), tp_px(app, 1.0F), tp_ink(app, TP_COLOUR_INK));
  if (on)
    tp_draw_circle(app->draw, x, y, tp_px(app, 3.5F), tp_ink(app, TP_COLOUR_INK));
}

/* A way to play, with what is different in it. */
static void show_variant(struct tp_app *app, struct tp_rect *place, int variant) {
  const struct tp_scenario_entry *entry = &app->scenarios[app->scenario];
  const struct tp_variant *v = variant ? &entry->variants[variant - 1] : NULL;
  struct tp_ui *ui = &app->ui;
  const char *text = v ? v->text : "";
  char title[200];
  snprintf(title, sizeof title, "%s", v ? v->title : tp_word(TP_WORD_AS_IT_IS));
  tp_phrase_capital(title);
  float inside = place->w - tp_px(app, dot_width);
  float high = tp_px(app, row_height) +
               (text[0] ? tp_ui_words_height(ui, TP_TYPE_NOTE, inside, text) : 0.0F);
  struct tp_rect row = tp_rect_cut_top(place, high + tp_px(app, gap * 0.25F));
  row.h = high;
  struct tp_hit hit =
      tp_ui_emit(ui, TP_WIDGET_ROW, tp_ui_id_of(tp_ui_id("variant"), (uint32_t)variant), row, true,
                 true, title);
  if (hit.hovered)
    tp_draw_rect(app->draw, row, tp_ink(app, TP_COLOUR_HOVER));
  draw_dot(app, row, app->variant == variant);
  struct tp_rect in = row;
  tp_rect_cut_left(&in, tp_px(app, dot_width));
  tp_ui_label(ui, tp_rect_cut_top(&in, tp_px(app, row_height)), TP_TYPE_BODY_STRONG, TP_COLOUR_INK,
              TP_ALIGN_LEFT, title);
  if (text[0])
    tp_ui_paragraph(ui, in, TP_TYPE_NOTE, TP_COLOUR_MUTED, text);
  if (hit.focused)
    tp_ui_focus_ring(ui, row);
  struct choice choice = choice_of(app, &hit, app->variant == variant);
  if (choice.taken && app->variant != variant) {
    app->variant = variant;
    tp_ui_wake_at(ui, ui->input.seconds);
  }
  app->begins |= choice.begins;
}

/* Where a mod was left out, why is to be read. */
static void ask_why(struct tp_app *app, const struct tp_fitted *fitted) {
  char full[TP_PATH_MAX + TP_ID_MAX + 24], chosen[TP_PATH_MAX];
  if (fitted->fit == TP_FIT_LOST) {
    snprintf(app->mods_view.chosen, sizeof app->mods_view.chosen, "%s", fitted->id);
    tp_mods_open(app);
    return;
  }
  tp_app_chosen(app, chosen, sizeof chosen);
  snprintf(full, sizeof full, "%s+%s", chosen, fitted->id);
  show_faults_of(app, full);
}

/* What a mod does in this game. */
static void show_fitted(struct tp_app *app, struct tp_rect *place, const struct tp_fitted *fitted) {
  static const enum tp_word words[] = {[TP_FIT_USED] = TP_WORD_FIT_USED,
                                       [TP_FIT_IDLE] = TP_WORD_FIT_IDLE,
                                       [TP_FIT_NEEDS] = TP_WORD_FIT_NEEDS,
                                       [TP_FIT_FAULTY] = TP_WORD_FIT_FAULTY,
                                       [TP_FIT_LOST] = TP_WORD_FIT_LOST};
  struct tp_ui *ui = &app->ui;
  char name[300], state[100];
  struct tp_rect row = tp_rect_cut_top(place, tp_px(app, row_height));
  struct tp_rect right = tp_rect_cut_right(&row, tp_px(app, state_width));
  snprintf(name, sizeof name, "%s %s", fitted->title, fitted->mod ? fitted->mod->version : "");
  tp_ui_label(ui, row, TP_TYPE_BODY, TP_COLOUR_INK, TP_ALIGN_LEFT, name);
  TP_PRINT(state, sizeof state, words[fitted->fit], TP_WHOLE(fitted->why.count));
  if (fitted->fit < TP_FIT_FAULTY) {
    tp_ui_label(ui, right, TP_TYPE_NOTE,
                fitted->fit == TP_FIT_USED ? TP_COLOUR_GOOD : TP_COLOUR_MUTED, TP_ALIGN_RIGHT,
                state);
    return;
  }
  float width = tp_text_width(app->fonts, tp_face(app, TP_TYPE_NOTE_MEDIUM), state);
  tp_rect_cut_left(&right, fmaxf(right.w - width, 0.0F));
  if (tp_ui_link(ui, tp_ui_id_of(tp_ui_id("fitted"), tp_ui_id(fitted->id)), right, state).clicked)
    ask_why(app, fitted);
}

static void show_mods(struct tp_app *app, struct tp_rect *place) {
  struct tp_ui *ui = &app->ui;
  const struct tp_offer *offer = tp_app_offer(app);
  label(app, place, TP_WORD_SCENARIO_MODS);
  for (int i = 0; i < offer->count; i++)
    show_fitted(app, place, &offer->mods[i]);
  if (!offer->count)
    tp_ui_label(ui, tp_rect_cut_top(place, tp_px(app, row_height)), TP_TYPE_BODY, TP_COLOUR_MUTED,
                TP_ALIGN_LEFT, tp_word(TP_WORD_MODS_NONE_ON));
  if (app->options.mods)
    tp_rect_cut_top(place, tp_ui_paragraph(ui, *place, TP_TYPE_NOTE, TP_COLOUR_MUTED,
                                           tp_phrase(TP_SAY_MODS_ONCE)));
  tp_rect_cut_top(place, tp_px(app, gap * 0.25F));
  if (tp_ui_link(ui, tp_ui_id("choose mods"), tp_rect_cut_top(place, tp_px(app, link_height)),
                 tp_word(TP_WORD_CHOOSE_MODS))
          .clicked)
    tp_mods_open(app);
}

static void show_warnings(struct tp_app *app, struct tp_rect *place) {
  const struct tp_offer *offer = tp_app_offer(app);
  int count = offer->problems.warning_count;
  char words[80];
  if (!count)
    return;
  tp_rect_cut_top(place, tp_px(app, gap));
  TP_PRINT(words, sizeof words, TP_WORD_READ_WARNINGS, TP_WHOLE(count));
  if (tp_ui_link(&app->ui, tp_ui_id("warnings"), tp_rect_cut_top(place, tp_px(app, link_height)),
                 words)
          .clicked)
    show_faults_of(app, offer->name);
}

/* "2014 Q1 to 2019 Q4 · 24 turns · 9 objectives" */
static void show_extent(struct tp_app *app, struct tp_rect *place) {
  const struct tp_scenario_entry *entry = &app->scenarios[app->scenario];
  char first[40], last[40], words[200];
  if (!entry->turns)
    return;
  tp_rect_cut_top(place, tp_px(app, gap * 0.5F));
  tp_wording_quarter(entry->year, entry->quarter, 0, first, sizeof first);
  tp_wording_quarter(entry->year, entry->quarter, entry->turns - 1, last, sizeof last);
  TP_PRINT(words, sizeof words, TP_WORD_SCENARIO_EXTENT, first, last, TP_WHOLE(entry->turns),
           TP_WHOLE(entry->objectives));
  tp_ui_label(&app->ui, tp_rect_cut_top(place, tp_px(app, row_height)), TP_TYPE_NOTE_STRONG,
              TP_COLOUR_MUTED, TP_ALIGN_LEFT, words);
}

/* As its author wrote them. */
static void show_sources(struct tp_app *app, struct tp_rect *place) {
  const struct tp_scenario_entry *entry = &app->scenarios[app->scenario];
  if (entry->source_count)
    label(app, place, TP_WORD_SCENARIO_SOURCES);
  for (int i = 0; i < entry->source_count; i++)
    tp_rect_cut_top(
        place, tp_ui_paragraph(&app->ui, *place, TP_TYPE_NOTE, TP_COLOUR_MUTED, entry->sources[i]) +
                   tp_px(app, gap * 0.5F));
}

static void show_chosen(struct tp_app *app, struct tp_rect place) {
  const struct tp_scenario_entry *entry = &app->scenarios[app->scenario];
  struct tp_ui *ui = &app->ui;
  uint32_t id = tp_ui_id_of(tp_ui_id("chosen scenario"), (uint32_t)app->scenario);
  tp_ui_label(ui, tp_rect_cut_top(&place, tp_px(app, head_height)), TP_TYPE_TITLE, TP_COLOUR_INK,
              TP_ALIGN_LEFT, entry->title);
  struct tp_rect in = tp_ui_scroll_begin(ui, id, place);
  float top = in.y;
  in.h = 1e6F;
  tp_rect_cut_top(&in, tp_ui_paragraph(ui, in, TP_TYPE_READ, TP_COLOUR_INK, entry->summary));
  show_extent(app, &in);
  if (entry->variant_count)
    label(app, &in, TP_WORD_SCENARIO_VARIANTS);
  for (int i = 0; entry->variant_count && i <= entry->variant_count; i++)
    show_variant(app, &in, i);
  show_mods(app, &in);
  show_warnings(app, &in);
  show_sources(app, &in);
  tp_ui_scroll_end(ui, in.y - top + tp_px(app, gap * 0.5F));
}

/* --- all of it ------------------------------------------------------------------------------ */

static void show_seed(struct tp_app *app, struct tp_rect *foot) {
  struct tp_ui *ui = &app->ui;
  tp_rect_cut_left(foot, tp_px(app, 2.0F * gap));
  struct tp_rect label = tp_rect_cut_left(foot, tp_px(app, seed_label));
  const char *words = tp_word(TP_WORD_SEED_HINT);
  float slack = label.h - tp_ui_words_height(ui, TP_TYPE_NOTE, label.w, words);
  label.y += floorf(fmaxf(slack, 0.0F) / 2.0F);
  tp_ui_paragraph(ui, label, TP_TYPE_NOTE, TP_COLOUR_MUTED, words);
  tp_rect_cut_left(foot, tp_px(app, gap));
  tp_ui_field(ui, tp_ui_id("seed"), tp_rect_cut_left(foot, tp_px(app, seed_width)),
              tp_word(TP_WORD_SEED), app->seed, sizeof app->seed, true);
}

/* The first of the keys that accept. */
static void key_of(const struct tp_app *app, char key[60]) {
  tp_app_key(app, TP_COMMAND_ENTER, key);
  key[strcspn(key, ",")] = '\0';
}

static bool show_begin(struct tp_app *app, struct tp_rect *foot) {
  char key[60], words[100];
  struct tp_rect button = tp_rect_cut_right(foot, tp_px(app, small_width));
  tp_rect_cut_right(foot, tp_px(app, gap));
  key_of(app, key);
  TP_PRINT(words, sizeof words,
           app->scenarios[app->scenario].variant_count ? TP_WORD_BEGINS_WAYS : TP_WORD_BEGINS, key);
  tp_ui_label(&app->ui, *foot, TP_TYPE_NOTE, TP_COLOUR_MUTED, TP_ALIGN_RIGHT, words);
  return tp_ui_default_button(&app->ui, tp_ui_id("begin"), button, tp_word(TP_WORD_BEGIN)).clicked;
}

void tp_scenarios_show(struct tp_app *app, struct tp_rect place) {
  struct tp_ui *ui = &app->ui;
  struct tp_rect foot = tp_rect_cut_bottom(&place, tp_px(app, small_height));
  tp_rect_cut_bottom(&place, tp_px(app, gap));
  struct tp_rect list = tp_rect_cut_left(&place, tp_px(app, list_width));
  tp_rect_cut_left(&place, tp_px(app, column_gap));
  app->begins = false;
  tp_ui_label(ui, tp_rect_cut_top(&list, tp_px(app, head_height)), TP_TYPE_TITLE, TP_COLOUR_INK,
              TP_ALIGN_LEFT, tp_word(TP_WORD_CHOOSE_SCENARIO));
  show_list(app, list);
  if (app->title_page == TP_TITLE_SCENARIOS && app->scenario != TP_NONE)
    show_chosen(app, place);
  struct tp_rect back = tp_rect_cut_left(&foot, tp_px(app, small_width));
  bool leaves = tp_title_back(app, back);
  show_seed(app, &foot);
  if (leaves)
    app->title_page = TP_TITLE_MENU;
  else if (app->scenario != TP_NONE && (show_begin(app, &foot) || app->begins))
    begin_chosen(app);
}
