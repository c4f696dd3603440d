/*
 * The widgets: each lists itself with ui.h, draws itself with the theme, and says what happened to
 * it. Rectangles are the screen's to choose; words that do not fit end in an ellipsis.
 */
#ifndef TP_DESKTOP_WIDGETS_WIDGETS_H
#define TP_DESKTOP_WIDGETS_WIDGETS_H

#include "desktop/widgets/ui.h"

/* One line, capitals centred in the rectangle, cut with an ellipsis. */
void tp_ui_label(struct tp_ui *ui, struct tp_rect rect, enum tp_type_role type,
                 enum tp_colour_role colour, enum tp_align align, const char *words);

/* A paragraph from the top of the rectangle; returns the height used. */
float tp_ui_paragraph(struct tp_ui *ui, struct tp_rect rect, enum tp_type_role type,
                      enum tp_colour_role colour, const char *words);

/* The height that a paragraph of this width would use. */
float tp_ui_words_height(struct tp_ui *ui, enum tp_type_role type, float width, const char *words);

/* A ground with an edge that keeps the pointer from what is below it. */
void tp_ui_panel(struct tp_ui *ui, struct tp_rect rect, enum tp_colour_role ground);

/* The square of something that is on or off, at the left of the rectangle. */
void tp_ui_box(struct tp_ui *ui, struct tp_rect place, enum tp_colour_role ground, bool on);

/*
 * With interaction. A `refusal` of NULL means enabled; else it is the reason why not, and the
 * tooltip.
 */

enum tp_button_kind { TP_BUTTON_PRIMARY, TP_BUTTON_PLAIN, TP_BUTTON_QUIET };

struct tp_hit tp_ui_button(struct tp_ui *ui, uint32_t id, struct tp_rect rect,
                           enum tp_button_kind kind, const char *words, const char *refusal);

/* The same as the primary one of its screen: Enter clicks it as long as nothing else has the
 * keyboard. */
struct tp_hit tp_ui_default_button(struct tp_ui *ui, uint32_t id, struct tp_rect rect,
                                   const char *words);

/* A quiet one at the left of a dialogue's foot: its words begin where the dialogue's others do. */
struct tp_hit tp_ui_aside(struct tp_ui *ui, uint32_t id, struct tp_rect foot, const char *words);

/* Words that lead somewhere, underlined when they are pointed at; as wide as the words, at most as
 * the rectangle. */
struct tp_hit tp_ui_link(struct tp_ui *ui, uint32_t id, struct tp_rect rect, const char *words);

/* Draws nothing: the map, a chart. */
struct tp_hit tp_ui_area(struct tp_ui *ui, uint32_t id, struct tp_rect rect, bool focusable,
                         const char *words);

/* A line of a list: words left, a figure right (may be ""), a hairline below. */
struct tp_hit tp_ui_row(struct tp_ui *ui, uint32_t id, struct tp_rect rect, bool selected,
                        const char *words, const char *figure, enum tp_colour_role figure_colour);

/* A row of tabs; `current` is changed by a click. `changed` is set then. */
struct tp_hit tp_ui_tabs(struct tp_ui *ui, uint32_t id, struct tp_rect rect,
                         const char *const *names, int count, int *current);

/* The frame of a card; the screen draws what is on it. `words` are for scripts. */
struct tp_hit tp_ui_card(struct tp_ui *ui, uint32_t id, struct tp_rect rect, bool selected,
                         const char *words, const char *refusal);

struct tp_dial {
  const char *label;
  double value, change; /* value 0 .. 100; change since the last turn */
  double goal;          /* 0 .. 100, or negative for none */
  bool lower_is_better;
  struct tp_colour colour;
};

/* Label, value, change and a bar with the goal marked. Best about 40 pixels high at scale 1. */
struct tp_hit tp_ui_gauge(struct tp_ui *ui, uint32_t id, struct tp_rect rect,
                          const struct tp_dial *gauge);

struct tp_hit tp_ui_toggle(struct tp_ui *ui, uint32_t id, struct tp_rect rect, const char *words,
                           bool *value);

/* A line of text to type; `digits` allows only figures. `clicked` is set by Enter, which on a
 * gamepad opens letters to choose from instead. */
struct tp_hit tp_ui_field(struct tp_ui *ui, uint32_t id, struct tp_rect rect, const char *label,
                          char *buffer, size_t size, bool digits);

/* Signed figure with a real minus sign: "+1.9", "\u22123.4", "0.0"; one decimal. */
void tp_ui_signed(double value, char *out, size_t size);

/* GOOD, BAD or MUTED for a change. */
enum tp_colour_role tp_ui_change_colour(double change, bool lower_is_better);

#endif
