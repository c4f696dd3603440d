/*
 * Modes of the map. An index is shown in five classes, from pale to strong, so that a colour can be
 * told from its neighbours and looked up in the legend; the figure stands under the name.
 */
#include "desktop/map/geography.h"

#include <math.h>
#include <stdio.h>

static const float ally_tint = 0.35F, member_tint = 0.45F;
static const double least_flow = 0.5; /* of energy or presence, for there to be any */

/* The palest is still no sea. */
static const float class_shares[TP_MODE_CLASSES] = {0.32F, 0.49F, 0.66F, 0.83F, 1.0F};

static const struct {
  enum tp_word title, meaning;
  enum tp_colour_role strong; /* of the highest class, where nobody is the subject */
} modes[TP_MODES] = {
    [TP_MODE_ACTORS] = {TP_WORD_MODE_ACTORS, TP_WORD_LEGEND_TIES, TP_COLOUR_EUROPE},
    [TP_MODE_STABILITY] = {TP_WORD_MODE_STABILITY, TP_WORD_LEGEND_STABILITY, TP_COLOUR_DURABLE},
    [TP_MODE_THREAT] = {TP_WORD_MODE_THREAT, TP_WORD_LEGEND_THREAT, TP_COLOUR_BRITTLE},
    [TP_MODE_ALIGNMENT] = {TP_WORD_MODE_ALIGNMENT, TP_WORD_LEGEND_ALIGNMENT, TP_COLOUR_ACCENT},
    [TP_MODE_ENERGY] = {TP_WORD_MODE_ENERGY, TP_WORD_LEGEND_ENERGY, TP_COLOUR_BRASS},
    [TP_MODE_PRESENCE] = {TP_WORD_MODE_PRESENCE, TP_WORD_LEGEND_PRESENCE, TP_COLOUR_BRASS},
    [TP_MODE_CONSENT] = {TP_WORD_MODE_CONSENT, TP_WORD_LEGEND_CONSENT, TP_COLOUR_EUROPE},
};

const char *tp_mode_title(enum tp_map_mode mode) {
  return tp_word(modes[mode].title);
}

/* --- what is shown --- */

static enum tp_view_variable flow_of(int mode) {
  return mode == TP_MODE_ENERGY ? TP_ENERGY : TP_PRESENCE;
}

/* Does anybody depend on its energy, or have its forces? */
static bool has_flow(const struct tp_app *app, int actor) {
  const struct tp_rules *r = tp_app_rules(app);
  const double *v = tp_session_world(app->session)->v;
  struct tp_span seen = r->actors[actor].seen;
  for (int i = 0; i < seen.count; i++)
    if (v[tp_view_slot(r, r->outlooks[seen.first + i], flow_of(app->board.mode))] > least_flow)
      return true;
  return false;
}

int tp_mode_subject(const struct tp_app *app) {
  const struct tp_rules *r = tp_app_rules(app);
  int looked_at = app->board.actor;
  switch ((enum tp_map_mode)app->board.mode) {
  case TP_MODE_ALIGNMENT:
    return looked_at != TP_NONE ? looked_at : tp_session_player(app->session);
  case TP_MODE_ENERGY:
    return looked_at != TP_NONE && has_flow(app, looked_at) ? looked_at : r->adversary;
  case TP_MODE_PRESENCE:
    return looked_at != TP_NONE && has_flow(app, looked_at) ? looked_at : r->guarantor;
  default:
    return TP_NONE;
  }
}

void tp_mode_meaning(const struct tp_app *app, char *text, size_t size) {
  int subject = tp_mode_subject(app);
  TP_PRINT(text, size, modes[app->board.mode].meaning,
           subject != TP_NONE ? tp_app_rules(app)->actors[subject].words.title : "");
}

/* A member's energy and bases are those of its union. */
static int flow_slot(const struct tp_app *app, int actor) {
  const struct tp_rules *r = tp_app_rules(app);
  int subject = tp_mode_subject(app);
  bool voices = r->actors[actor].kind == TP_KIND_MEMBER && r->actors[actor].votes;
  if (subject == TP_NONE || actor == subject)
    return TP_NONE;
  int view = tp_rules_view(r, voices && r->unite != TP_NONE ? r->unite : actor, subject);
  return view != TP_NONE ? tp_view_slot(r, view, flow_of(app->board.mode)) : TP_NONE;
}

int tp_mode_slot(const struct tp_app *app, int actor) {
  const struct tp_rules *r = tp_app_rules(app);
  int tie;
  switch ((enum tp_map_mode)app->board.mode) {
  case TP_MODE_STABILITY:
    return tp_actor_slot(r, actor, TP_STABILITY);
  case TP_MODE_THREAT:
    return tp_actor_slot(r, actor, TP_THREAT);
  case TP_MODE_CONSENT:
    return tp_actor_has(r, actor, TP_CONSENT) && r->actors[actor].kind == TP_KIND_MEMBER
               ? tp_actor_slot(r, actor, TP_CONSENT)
               : TP_NONE;
  case TP_MODE_ALIGNMENT:
    tie = tp_rules_tie(r, tp_mode_subject(app), actor);
    return tie != TP_NONE ? tp_tie_slot(r, tie, TP_ALIGNMENT) : TP_NONE;
  case TP_MODE_ENERGY:
  case TP_MODE_PRESENCE:
    return flow_slot(app, actor);
  case TP_MODE_ACTORS:
  case TP_MODES:
    break;
  }
  return TP_NONE;
}

/* --- the line under a name --- */

static double value_of(const struct tp_app *app, int slot) {
  return tp_session_world(app->session)->v[slot];
}

/* What matters most of the great ones. */
static void note_of_actor(const struct tp_app *app, int actor, char *text, size_t size) {
  const struct tp_rules *r = tp_app_rules(app);
  int stability = tp_actor_slot(r, actor, TP_STABILITY);
  bool great = r->actors[actor].kind == TP_KIND_POWER || r->actors[actor].kind == TP_KIND_UNION;
  text[0] = '\0';
  if (!great)
    return;
  if (actor == r->unite)
    TP_PRINT(text, size, TP_WORD_NOTE_AUTONOMY,
             TP_WHOLE(value_of(app, tp_actor_slot(r, actor, TP_AUTONOMY))));
  else if (actor == r->guarantor && r->guarantee_view != TP_NONE)
    TP_PRINT(text, size, TP_WORD_NOTE_GUARANTOR,
             TP_WHOLE(value_of(app, tp_world_slot(r, TP_COMMITMENT))),
             TP_WHOLE(value_of(app, tp_view_slot(r, r->guarantee_view, TP_PRESENCE))));
  else if (tp_session_hides(app->session, stability))
    return;
  else if (r->actors[actor].claims.count)
    TP_PRINT(text, size, TP_WORD_NOTE_REGIME, TP_WHOLE(value_of(app, stability)),
             TP_WHOLE(value_of(app, tp_actor_slot(r, actor, TP_NARRATIVE))));
  else
    TP_PRINT(text, size, TP_WORD_NOTE_STABILITY, TP_WHOLE(value_of(app, stability)));
}

void tp_mode_note(const struct tp_app *app, int actor, char *text, size_t size) {
  int slot = tp_mode_slot(app, actor);
  text[0] = '\0';
  if (app->board.mode == TP_MODE_ACTORS)
    note_of_actor(app, actor, text, size);
  else if (slot != TP_NONE && tp_session_hides(app->session, slot))
    snprintf(text, size, "%s", tp_word(TP_WORD_NOT_KNOWN));
  else if (slot != TP_NONE)
    TP_PRINT(text, size, TP_WORD_NOTE_VALUE, TP_WHOLE(value_of(app, slot)));
}

/* --- colours --- */

/* The roles have the theme's colours, the rest their own. */
static struct tp_colour own_colour(const struct tp_app *app, int actor) {
  const struct tp_rules *r = tp_app_rules(app);
  uint32_t rgb = r->actors[actor].color;
  struct tp_colour colour = {(uint8_t)(rgb >> 16), (uint8_t)(rgb >> 8), (uint8_t)rgb, 255};
  if (actor == r->unite)
    return tp_ink(app, TP_COLOUR_EUROPE);
  if (actor == r->adversary)
    return tp_ink(app, TP_COLOUR_RUSSIA);
  if (actor == r->guarantor)
    return tp_ink(app, TP_COLOUR_AMERICA);
  if (r->actors[actor].claims.count && r->actors[actor].kind == TP_KIND_POWER)
    return tp_ink(app, TP_COLOUR_CHINA);
  if (r->actors[actor].kind == TP_KIND_MEMBER && r->actors[actor].votes)
    return tp_theme_mix(tp_ink(app, TP_COLOUR_EUROPE), colour, member_tint);
  if (r->actors[actor].kind == TP_KIND_MEMBER)
    return tp_theme_mix(tp_ink(app, TP_COLOUR_EUROPE), tp_ink(app, TP_COLOUR_PAPER), ally_tint);
  return app->look.kind == TP_THEME_LIGHT
             ? colour
             : tp_theme_mix(colour, tp_ink(app, TP_COLOUR_LAND), 0.15F);
}

/* Who depends on somebody takes on its colour. */
struct tp_colour tp_mode_class(const struct tp_app *app, int index) {
  int subject = app->board.mode == TP_MODE_ALIGNMENT ? TP_NONE : tp_mode_subject(app);
  struct tp_colour strong =
      subject != TP_NONE ? own_colour(app, subject) : tp_ink(app, modes[app->board.mode].strong);
  return tp_theme_mix(tp_ink(app, TP_COLOUR_CARD), strong, class_shares[index]);
}

static int class_of(const struct tp_app *app, int slot) {
  double share = tp_session_world(app->session)->v[slot] / 100.0;
  int index = (int)floor(share * (double)TP_MODE_CLASSES);
  return index < 0 ? 0 : index < TP_MODE_CLASSES ? index : TP_MODE_CLASSES - 1;
}

void tp_mode_fill(const struct tp_app *app, int actor, struct tp_colour *colour,
                  struct tp_colour *stripes) {
  int slot = tp_mode_slot(app, actor);
  *colour = tp_ink(app, TP_COLOUR_LAND);
  *stripes = (struct tp_colour){0, 0, 0, 0};
  if (app->board.mode == TP_MODE_ACTORS || actor == tp_mode_subject(app))
    *colour = own_colour(app, actor);
  else if (slot != TP_NONE && tp_session_hides(app->session, slot))
    *stripes = tp_ink(app, TP_COLOUR_TRACK);
  else if (slot != TP_NONE)
    *colour = tp_mode_class(app, class_of(app, slot));
}
