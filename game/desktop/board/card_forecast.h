/*
 * The forecast on an open card: how the chosen gauge may go with the order and without it, and what
 * the order changes in all gauges and in what else victories ask for.
 */
#ifndef TP_DESKTOP_BOARD_CARD_FORECAST_H
#define TP_DESKTOP_BOARD_CARD_FORECAST_H

#include "desktop/app.h"

/* Its height: more once it is known which goals the order moves. */
float tp_card_forecast_height(const struct tp_app *app, int action);
void tp_card_forecast_show(struct tp_app *app, struct tp_rect in, int action);

#endif
