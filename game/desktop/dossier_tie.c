/* The dossier of a tie: what it rests on, and how the two see each other. */
#include "desktop/screens.h"
#include "desktop/widgets.h"

/* layout, in pixels at scale 1 */
static const float note_height = 16.0F, bar_height = 8.0F, gap = 8.0F, button_height = 28.0F;
static const float panel_top = 56.0F, panel_bottom = 14.0F;

/* Cohesion as a bar of a hundred: the durable part, then the brittle one. */
static void show_cohesion(struct tp_app *app, struct tp_rect *in) {
  const struct tp_rules *r = tp_app_rules(app);
  const double *v = tp_session_world(app->session)->v;
  int tie = app->board.tie;
  double durable = v[tp_tie_slot(r, tie, TP_DURABLE)], brittle = v[tp_tie_slot(r, tie, TP_BRITTLE)];
  char words[120];
  TP_PRINT(words, sizeof words, TP_WORD_TIE_STATUS,
           tp_wording_status((int)v[tp_tie_slot(r, tie, TP_STATUS)]),
           TP_TENTHS(v[tp_tie_slot(r, tie, TP_COHESION)]));
  tp_ui_label(&app->ui, tp_rect_cut_top(in, tp_px(app, note_height + 4.0F)), TP_TYPE_BODY_MEDIUM,
              TP_COLOUR_INK, TP_ALIGN_LEFT, words);
  struct tp_rect bar = tp_rect_cut_top(in, tp_px(app, bar_height));
  tp_draw_rect(app->draw, bar, tp_ink(app, TP_COLOUR_TRACK));
  struct tp_rect part = {bar.x, bar.y, bar.w * (float)(durable / 100.0), bar.h};
  tp_draw_rect(app->draw, part, tp_ink(app, TP_COLOUR_DURABLE));
  part.x += part.w;
  part.w = bar.w * (float)(brittle / 100.0);
  tp_draw_rect(app->draw, part, tp_ink(app, TP_COLOUR_BRITTLE));
  struct tp_rect line = tp_rect_cut_top(in, tp_px(app, note_height + 2.0F));
  TP_PRINT(words, sizeof words, TP_WORD_DURABLE, TP_TENTHS(durable));
  tp_ui_label(&app->ui, line, TP_TYPE_NOTE, TP_COLOUR_DURABLE, TP_ALIGN_LEFT, words);
  TP_PRINT(words, sizeof words, TP_WORD_BRITTLE, TP_TENTHS(brittle));
  tp_ui_label(&app->ui, line, TP_TYPE_NOTE, TP_COLOUR_BRITTLE, TP_ALIGN_RIGHT, words);
  tp_rect_cut_top(in, tp_px(app, gap));
}

/* What one end feels and does towards the other: what there is of it. */
static void show_view(struct tp_app *app, struct tp_rect *place, int view) {
  const struct tp_rules *r = tp_app_rules(app);
  char words[160];
  if (view == TP_NONE)
    return;
  TP_PRINT(words, sizeof words, TP_WORD_TOWARDS, r->actors[r->views[view].from].words.title,
           r->actors[r->views[view].to].words.title);
  tp_rect_cut_top(place, tp_px(app, gap));
  tp_ui_label(&app->ui, tp_rect_cut_top(place, tp_px(app, note_height)), TP_TYPE_NOTE_STRONG,
              TP_COLOUR_MUTED, TP_ALIGN_LEFT, words);
  for (int i = 0; i < TP_VIEW_COUNT; i++) {
    int slot = r->views[view].slot + i;
    if (i == TP_MENACE || tp_session_world(app->session)->v[slot] >= 0.05)
      tp_rect_cut_top(place, tp_dossier_line(app, *place, slot));
  }
}

static void show_ends(struct tp_app *app, struct tp_rect foot) {
  const struct tp_rules *r = tp_app_rules(app);
  const int ends[2] = {r->ties[app->board.tie].a, r->ties[app->board.tie].b};
  float width = (foot.w - tp_px(app, gap)) * 0.5F;
  for (int i = 0; i < 2; i++) {
    char words[120];
    struct tp_rect button = tp_rect_cut_left(&foot, width);
    tp_rect_cut_left(&foot, tp_px(app, gap));
    TP_PRINT(words, sizeof words, TP_WORD_OPEN_DOSSIER, r->actors[ends[i]].words.title);
    if (tp_ui_button(&app->ui, tp_ui_id_of(tp_ui_id("end"), (uint32_t)i), button, TP_BUTTON_PLAIN,
                     words, NULL)
            .clicked)
      tp_dossier_pick_actor(app, ends[i]);
  }
}

/* From the panel's edges to what is inside, heading included. */
static float panel_pad(const struct tp_app *app) {
  return tp_px(app, panel_top + panel_bottom);
}

void tp_dossier_tie_show(struct tp_app *app, struct tp_rect rect) {
  static const enum tp_tie_variable shown[] = {TP_COHESION, TP_DURABLE, TP_BRITTLE,  TP_GOVERNMENT,
                                               TP_ECONOMY,  TP_PEOPLE,  TP_ALIGNMENT};
  const struct tp_rules *r = tp_app_rules(app);
  struct tp_rect in = rect, foot = tp_rect_cut_bottom(&in, tp_px(app, button_height));
  tp_rect_cut_bottom(&in, tp_px(app, gap));
  show_cohesion(app, &in);
  uint32_t list = tp_ui_id_of(tp_ui_id("tie dossier"), (uint32_t)app->board.tie);
  struct tp_rect place = tp_ui_scroll_begin(&app->ui, list, in);
  float start = place.y;
  place.h = 1e6F;
  for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
    tp_rect_cut_top(&place, tp_dossier_line(app, place, tp_tie_slot(r, app->board.tie, shown[i])));
  show_view(app, &place, r->ties[app->board.tie].view_ab);
  show_view(app, &place, r->ties[app->board.tie].view_ba);
  tp_ui_scroll_end(&app->ui, place.y - start);
  app->board.dossier_need = rect.h - in.h + (place.y - start) + panel_pad(app);
  if (app->board.tie != TP_NONE)
    show_ends(app, foot);
}
