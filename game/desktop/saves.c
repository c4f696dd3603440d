/* The list of saved games, on the title screen and in the menu. */
#include "desktop/screens.h"
#include "desktop/widgets.h"

#include <stdio.h>
#include <string.h>

/* layout, in pixels at scale 1 */
static const float head_height = 32.0F, row_height = 32.0F;

static void name_of(const char *path, char *text, size_t size) {
  const char *slash = strrchr(path, '/');
  snprintf(text, size, "%s", slash ? slash + 1 : path);
  char *end = strrchr(text, '.');
  if (end)
    *end = '\0';
}

void tp_saves_show(struct tp_app *app, struct tp_rect panel) {
  struct tp_ui *ui = &app->ui;
  int chosen = TP_NONE;
  tp_ui_label(ui, tp_rect_cut_top(&panel, tp_px(app, head_height)), TP_TYPE_TITLE, TP_COLOUR_INK,
              TP_ALIGN_LEFT, tp_word(TP_WORD_CHOOSE_SAVE));
  struct tp_rect list = tp_ui_scroll_begin(ui, tp_ui_id("saves"), panel);
  float y = list.y;
  for (int i = 0; i < app->save_count; i++) {
    char name[200];
    name_of(app->saves[i], name, sizeof name);
    struct tp_rect row = {list.x, y, list.w, tp_px(app, row_height)};
    if (tp_ui_row(ui, tp_ui_id_of(tp_ui_id("save"), (uint32_t)i), row, false, name, "",
                  TP_COLOUR_MUTED)
            .clicked)
      chosen = i;
    y += row.h;
  }
  if (!app->save_count)
    y += tp_ui_paragraph(ui, list, TP_TYPE_BODY, TP_COLOUR_MUTED, tp_word(TP_WORD_NO_SAVES));
  tp_ui_scroll_end(ui, y - list.y);
  if (chosen != TP_NONE) {
    char path[TP_PATH_MAX];
    snprintf(path, sizeof path, "%s", app->saves[chosen]);
    tp_app_load(app, path);
  }
}
