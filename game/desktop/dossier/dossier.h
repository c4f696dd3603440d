/*
 * The dossier at the lower left, in its parts: an actor's values (dossier_values.c), its story
 * (dossier_story.c) and its ties; a claim (dossier_claim.c); a tie (dossier_tie.c). Each is drawn
 * from the top of a rectangle of any height and returns the height it used.
 */
#ifndef TP_DESKTOP_DOSSIER_DOSSIER_H
#define TP_DESKTOP_DOSSIER_DOSSIER_H

#include "desktop/app.h"

float tp_dossier_values(struct tp_app *app, struct tp_rect in);
float tp_dossier_story(struct tp_app *app, struct tp_rect in);
float tp_dossier_claim(struct tp_app *app, struct tp_rect in);
float tp_dossier_tie(struct tp_app *app, struct tp_rect in);

/* A variable's line: name, its past, its value, its last change, which explain themselves. The
 * name is broken where it is long. */
float tp_dossier_line(struct tp_app *app, struct tp_rect rect, int slot);

/* The same under another name. */
float tp_dossier_named_line(struct tp_app *app, struct tp_rect rect, int slot, const char *name);

/* A heading in small capitals. */
void tp_dossier_label(struct tp_app *app, struct tp_rect *place, enum tp_word word);

/* A bar of a hundred in two parts, one plain, one striped, the rest empty. */
void tp_dossier_bar(struct tp_app *app, struct tp_rect bar, double plain,
                    enum tp_colour_role plain_colour, double striped,
                    enum tp_colour_role striped_colour);

/* The page of what is open: of a tie that of its cohesion. */
struct tp_page_ref tp_dossier_page(const struct tp_app *app);

/* GOOD, BAD or MUTED for a variable's change, in hundredths. */
enum tp_colour_role tp_dossier_change_colour(const struct tp_app *app, int slot, long change);

#endif
