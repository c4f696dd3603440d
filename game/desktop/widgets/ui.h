/*
 * What widgets share: input, hits, focus, scrolling, animation. A screen emits all its widgets anew
 * in every frame, each at a rectangle of its choosing and with an id that stays the same from frame
 * to frame; `struct tp_ui` keeps what must outlive a frame.
 *
 * Who is meant by the mouse, the keys and a script is decided once, when a frame begins, from what
 * the frame before showed: that is what the player saw. The widget emitted last is on top. A widget
 * only asks whether it was meant, and draws itself.
 *
 * Input is a plain struct, so that a test or a recorded script drives a screen as SDL events do.
 * Every widget, labels too, is listed in `items` with its words; that list is what scripts and
 * tests search.
 *
 * Keys: Tab and Shift+Tab in order of emission, arrows to the nearest neighbour, Enter (and Space,
 * if `space_clicks`) to click, Left and Right to change tabs, Page Up and Down to
 * scroll. Esc and all others are the screen's, through tp_ui_key. A field that is typed in keeps
 * those that type something.
 */
#ifndef TP_DESKTOP_WIDGETS_UI_H
#define TP_DESKTOP_WIDGETS_UI_H

#include "desktop/drawing/draw.h"
#include "desktop/drawing/text.h"
#include "desktop/drawing/theme.h"

#include <stdbool.h>
#include <stdint.h>

enum tp_key {
  TP_KEY_TAB,
  TP_KEY_BACK_TAB,
  TP_KEY_LEFT,
  TP_KEY_RIGHT,
  TP_KEY_UP,
  TP_KEY_DOWN,
  TP_KEY_ENTER,
  TP_KEY_SPACE, /* ends the turn, goes on in a dialogue; may be bound to another key */
  TP_KEY_ESCAPE,
  TP_KEY_PAGE_UP,
  TP_KEY_PAGE_DOWN,
  TP_KEY_HOME,
  TP_KEY_END,
  TP_KEY_BACKSPACE,
  TP_KEY_DELETE,
  TP_KEY_UNDO,
  TP_KEY_REDO,
  TP_KEY_SAVE,
  TP_KEY_LOAD,
  TP_KEY_MODE,       /* the next map mode */
  TP_KEY_REPORT,     /* last turn's news */
  TP_KEY_GOALS,      /* the objectives */
  TP_KEY_COUNSEL,    /* what the advisors say */
  TP_KEY_HINT,       /* the hint was read */
  TP_KEY_WHY,        /* keeps the explanation open */
  TP_KEY_NEXT_ACTOR, /* on the map, the next and the last one */
  TP_KEY_LAST_ACTOR,
  TP_KEY_NEXT_TIE, /* of who is looked at */
  TP_KEY_LAST_TIE,
  TP_KEY_NEXT_THEME, /* of the actions */
  TP_KEY_LAST_THEME,
  TP_KEY_PLUS,
  TP_KEY_MINUS,
  TP_KEY_SETTINGS,
  TP_KEY_PAGES, /* the encyclopaedia */
  TP_KEY_F1,    /* help */
  TP_KEY_F5,    /* reads the scenario again */
  TP_KEY_F11,   /* full screen */
  TP_KEY_F12,   /* screenshot */
  TP_KEY_0,     /* TP_KEY_0 + n for the digit n */
  TP_KEY_COUNT = TP_KEY_0 + 10
};

enum tp_device { TP_NO_DEVICE, TP_KEYBOARD, TP_PAD };
enum { TP_CTRL = 1, TP_ALT = 2, TP_SHIFT = 4 };

/* A key with its modifiers, or a button of a gamepad, that went down. */
struct tp_chord {
  uint8_t device;    /* enum tp_device */
  uint8_t modifiers; /* of a key: TP_CTRL, TP_ALT, TP_SHIFT */
  bool again;        /* it is held, and repeats */
  bool typed;        /* what the key before it typed, where that is another character */
  int32_t code;      /* SDL's, of the key or the button */
};
enum { TP_CHORDS_MOST = 4 };

/* What happened since the frame before. */
struct tp_input {
  float mouse_x, mouse_y;
  bool pressed, released; /* the first button went down, came up; both for a quick click */
  bool down;              /* it is down now */
  bool menu;              /* the second button went down */
  float wheel;            /* notches, positive away from the player */
  struct tp_chord chords[TP_CHORDS_MOST]; /* that went down or repeat; what they mean is */
  int chord_count;                        /* said by keys.h */
  uint64_t keys;                          /* bit 1 << enum tp_key for each command given */
  uint64_t silent;    /* of these, what a key gave that types nothing: F2, a pad's button */
  bool pad;           /* a gamepad was used last, and not mouse or keyboard */
  float pan_x, pan_y; /* its right stick, -1 .. 1: moves the map */
  char text[32];      /* typed text, UTF-8, terminated */
  double seconds;     /* the clock; never runs backwards */
};

enum tp_widget {
  TP_WIDGET_LABEL,
  TP_WIDGET_PANEL,
  TP_WIDGET_AREA,
  TP_WIDGET_BUTTON,
  TP_WIDGET_ROW,
  TP_WIDGET_TAB,
  TP_WIDGET_CARD,
  TP_WIDGET_GAUGE,
  TP_WIDGET_TOGGLE,
  TP_WIDGET_FIELD,
  TP_WIDGET_THUMB
};

struct tp_ui_item {
  uint32_t id; /* 0 for labels and panels */
  enum tp_widget widget;
  struct tp_rect rect; /* where it is, seen or not */
  struct tp_rect seen; /* the part not clipped away */
  int layer;
  bool enabled, focusable;
  bool takes_sideways;            /* keeps Left and Right for itself */
  bool first_of_row, last_of_row; /* but lets Left, or Right, leave the row */
  char words[64];
};

/* What a widget has to say about this frame. */
struct tp_hit {
  bool hovered;         /* under the pointer and on top */
  bool focused;         /* has the keyboard */
  bool held;            /* pressed and not yet let go */
  bool clicked;         /* by mouse, key or script; never while disabled */
  bool changed;         /* its value is another now */
  float drag_x, drag_y; /* pixels moved while held, this frame */
};

enum { TP_UI_ITEMS = 640, TP_UI_SCROLLS = 24, TP_UI_EASES = 160 };

struct tp_ui {
  struct tp_draw *draw;
  struct tp_fonts *text;
  const struct tp_look *theme;
  bool space_clicks; /* the screen may set it: false on the board, where Space ends the turn */

  /* The rest is for reading only. */
  struct tp_input input;
  struct tp_ui_item items[2][TP_UI_ITEMS]; /* this frame's and the last one's */
  int item_counts[2];
  int current; /* index of this frame's list */
  uint32_t hot, held, focus, clicked, script_click;
  bool focus_shown; /* the ring is drawn only after a key was used */
  bool pointing;    /* the mouse moved since a key was used: what it rests on is meant */
  int focus_fresh;  /* frames for which the focus is still scrolled into view */
  int side_step;    /* Left -1, Right +1 for the focused widget */
  int layer, top_layer;
  float held_x, held_y, moved_x, moved_y;
  double hot_since, wake_at;
  double last_seconds; /* the clock of the frame before */
  uint64_t keys_left;  /* keys nobody has taken yet */
  float wheel_left;
  char tip[400];
  struct tp_rect tip_at;
  bool explained;  /* what is pointed at is explained already: no tip for a text cut short */
  uint32_t cut_id; /* the text cut short that is pointed at, and since when */
  double cut_since;
  uint32_t last_id;
  struct {
    uint32_t field; /* the one that has the keyboard */
    uint64_t frame;
    bool fresh; /* its text is still as it was found: what is typed takes its place */
  } typing;
  struct {
    uint32_t field; /* what they are open for; 0: nothing */
    bool digits, capitals, served, erase;
    char typed[8];  /* chosen in the last frame */
    char words[64]; /* of the field */
  } letters;        /* see letters.h */
  struct {
    uint32_t id;
    float offset, content;
    float shown; /* the offset as it is drawn, on its way to the other */
    uint64_t frame;
  } scrolls[TP_UI_SCROLLS];
  int open_scroll;            /* -1: none */
  enum tp_colour_role ground; /* of the panel that was drawn last in this frame, else the paper */
  struct tp_rect scroll_view;
  struct {
    uint32_t id;
    float from, to;
    double start;
    uint64_t frame;
  } eases[TP_UI_EASES];
  uint64_t frame;
};

/* Sets up an empty state; it owns nothing, so there is no close. */
void tp_ui_init(struct tp_ui *ui, struct tp_draw *draw, struct tp_fonts *text,
                const struct tp_look *theme);

/* Every frame: begin, the screen's widgets, end. End draws the tooltip. */
void tp_ui_begin(struct tp_ui *ui, const struct tp_input *input);
void tp_ui_end(struct tp_ui *ui);

/* Seconds until the next frame is wanted without input: 0 now, -1 never. Ask after end. */
double tp_ui_wake(const struct tp_ui *ui);

/* Asks for a frame at that time, at the latest. */
void tp_ui_wake_at(struct tp_ui *ui, double at);

/* The item of the last frame's top layer with this id, or NULL. */
const struct tp_ui_item *tp_ui_shown(const struct tp_ui *ui, uint32_t id);

/* Ids: a hash of a name, and of a parent and a number. Never 0. */
uint32_t tp_ui_id(const char *name);
uint32_t tp_ui_id_of(uint32_t parent, uint32_t index);

/* True once if the key went down and nothing has taken it. Whether it did, without taking it. */
bool tp_ui_key(struct tp_ui *ui, enum tp_key key);

/* The same for the key of a digit; false for what is none, so that a tenth choice has no key. */
bool tp_ui_digit(struct tp_ui *ui, int digit);

/* Wheel notches not yet taken; takes them. */
float tp_ui_wheel(struct tp_ui *ui);

void tp_ui_focus(struct tp_ui *ui, uint32_t id);
void tp_ui_focus_quietly(struct tp_ui *ui, uint32_t id); /* without a ring until a key is used */

/* For scripts and tests: the item of the last finished frame with these words (or whose words begin
 * with them, if none is equal), NULL if none; and a click on an id in the next frame. */
const struct tp_ui_item *tp_ui_find(const struct tp_ui *ui, const char *words);
void tp_ui_click(struct tp_ui *ui, uint32_t id);

/* Widgets between these lie above all before and get all the input: a dialogue. They nest. */
void tp_ui_layer_begin(struct tp_ui *ui);
void tp_ui_layer_end(struct tp_ui *ui);

/* A value that glides to `target` in 200 ms (at once without motion, and when first seen). */
float tp_ui_ease(struct tp_ui *ui, uint32_t id, float target);

/* An explanation of the widget just emitted, shown while it is hovered or has the keyboard. Without
 * one, a text on it that was cut short is shown in full. */
void tp_ui_tip(struct tp_ui *ui, const char *words);

/* The same beside the pointer, about the part of the widget that is there: a turn, a country. */
void tp_ui_tip_at_pointer(struct tp_ui *ui, const char *words);

/* tip.c, for tp_ui_end: draws what is to be shown. */
void tp_ui_show_tip(struct tp_ui *ui);

/*
 * For a widget of one's own: lists it and says what was meant for it. `id` 0 takes no part in
 * input. Nothing is drawn.
 */
struct tp_hit tp_ui_emit(struct tp_ui *ui, enum tp_widget widget, uint32_t id, struct tp_rect rect,
                         bool enabled, bool focusable, const char *words);

/* The item just emitted, to refine it; its words, for scripts and for those who cannot see it. */
struct tp_ui_item *tp_ui_last(struct tp_ui *ui);
void tp_ui_name(struct tp_ui *ui, const char *words);

/*
 * A part of the screen that scrolls. Begin clips to `view` and returns where the content starts:
 * its x, y and width; end is told how high the content was. The bar, if there is one, stands to the
 * right of `view`, which needs 12 pixels of room there (at scale 1). Where there is more, the
 * content fades into the panel below it. Does not nest. Keeps what has the keyboard in view.
 */
struct tp_rect tp_ui_scroll_begin(struct tp_ui *ui, uint32_t id, struct tp_rect view);
void tp_ui_scroll_end(struct tp_ui *ui, float content_height);

/* How high the content of such a part was in the last frame; 0 when it was not seen yet. */
float tp_ui_scroll_content(const struct tp_ui *ui, uint32_t id);

/* All parts begin at their tops again: what was read in one game says nothing of the next. */
void tp_ui_scroll_forget(struct tp_ui *ui);

/* Between begin and end: scrolls so that `rect`, which is part of the content, comes into view,
 * clear of where it fades. */
void tp_ui_reveal(struct tp_ui *ui, struct tp_rect rect);

/* The ring that shows what has the keyboard, for areas that draw themselves. */
void tp_ui_focus_ring(struct tp_ui *ui, struct tp_rect rect);

#endif
