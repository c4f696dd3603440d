/* An actor's values, grouped by what they tell of. */
#include "desktop/dossier/dossier.h"

#include <math.h>

/* layout, in pixels at scale 1 */
static const float group_gap = 10.0F;

/* What an actor may have; a variable that it has not is passed over, and so is a group without any.
 * Means are in the top bar. */
static const struct {
  enum tp_word title;
  int variables[8]; /* enum tp_actor_variable, ended by TP_NONE */
} groups[] = {
    {TP_WORD_GROUP_AUTONOMY,
     {TP_AUTONOMY, TP_INDUSTRY, TP_COMMAND, TP_ENABLERS, TP_READINESS, TP_DETERRENT, TP_NONE}},
    {TP_WORD_GROUP_DEFENCE, {TP_DETERRENCE, TP_GAP, TP_UNITY, TP_SUPPORT, TP_IMPORTS, TP_NONE}},
    {TP_WORD_GROUP_COUNCIL, {TP_CONSENT, TP_RELIANCE, TP_PROMISED, TP_NONE}},
    {TP_WORD_GROUP_STANDING, {TP_STABILITY, TP_GRIEVANCE, TP_RALLY, TP_NONE}},
    {TP_WORD_GROUP_LIVING, {TP_PROSPERITY, TP_EXPECTATION, TP_SHORTFALL, TP_NONE}},
    {TP_WORD_GROUP_RULE,
     {TP_CONTROL, TP_OPENNESS, TP_REVOLUTION_FEAR, TP_NARRATIVE, TP_EFFORT, TP_NONE}},
    {TP_WORD_GROUP_CONTRACT, {TP_CONTRACT, TP_ENRICHMENT, TP_SECURITY, TP_NONE}},
    {TP_WORD_GROUP_THREAT, {TP_THREAT, TP_ALARM, TP_NONE}},
    {TP_WORD_GROUP_FORCE,
     {TP_SPENDING, TP_MILITARY, TP_ASSERTIVENESS, TP_POWER, TP_COERCION, TP_NONE}},
};

/* A union's variables come after a member's and a seat's in its list, but it votes on nothing. */
static bool is_shown(const struct tp_app *app, int variable) {
  const struct tp_rules *r = tp_app_rules(app);
  int actor = app->board.actor;
  bool of_member = variable == TP_CONSENT || variable == TP_RELIANCE || variable == TP_PROMISED;
  return tp_actor_has(r, actor, (enum tp_actor_variable)variable) &&
         (!of_member || r->actors[actor].kind == TP_KIND_MEMBER);
}

float tp_dossier_values(struct tp_app *app, struct tp_rect in) {
  const struct tp_rules *r = tp_app_rules(app);
  struct tp_rect place = {in.x, in.y, in.w, 1e6F};
  for (size_t g = 0; g < sizeof groups / sizeof *groups; g++) {
    bool any = false;
    for (int i = 0; groups[g].variables[i] != TP_NONE; i++) {
      int variable = groups[g].variables[i];
      if (!is_shown(app, variable))
        continue;
      if (!any && place.y > in.y)
        tp_rect_cut_top(&place, tp_px(app, group_gap));
      if (!any)
        tp_dossier_label(app, &place, groups[g].title);
      any = true;
      tp_rect_cut_top(&place, tp_dossier_line(app, place,
                                              tp_actor_slot(r, app->board.actor,
                                                            (enum tp_actor_variable)variable)));
    }
  }
  return place.y - in.y;
}
