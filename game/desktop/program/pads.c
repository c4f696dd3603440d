#include "desktop/program/pads.h"

#include <SDL.h>
#include <math.h>
#include <stdlib.h>

enum { PADS_MOST = 8, LEFT_TRIGGER = SDL_CONTROLLER_BUTTON_DPAD_RIGHT + 1, RIGHT_TRIGGER };
static const float out_at = 0.6F, back_at = 0.4F, middle = 0.2F;
static const double first_repeat = 0.40, next_repeat = 0.12, frame_seconds = 1.0 / 60.0;

struct tp_pads {
  SDL_GameController *open[PADS_MOST];
  enum tp_pad_make make;
  float left_x, left_y, right_x, right_y;
  int stick_button; /* that the left stick stands for, or -1 */
  bool pulled[2];
  int held; /* the button that repeats, or -1 */
  double repeat_at;
};

struct tp_pads *tp_pads_open(void) {
  struct tp_pads *pads = calloc(1, sizeof *pads);
  SDL_SetHint(SDL_HINT_GAMECONTROLLER_USE_BUTTON_LABELS, "1");
  if (!pads || SDL_InitSubSystem(SDL_INIT_GAMECONTROLLER) != 0) {
    free(pads);
    return NULL;
  }
  pads->stick_button = pads->held = -1;
  return pads; /* an event comes for each that is there */
}

void tp_pads_close(struct tp_pads *pads) {
  if (!pads)
    return;
  for (int i = 0; i < PADS_MOST; i++)
    if (pads->open[i])
      SDL_GameControllerClose(pads->open[i]);
  SDL_QuitSubSystem(SDL_INIT_GAMECONTROLLER);
  free(pads);
}

static enum tp_pad_make make_of(SDL_JoystickID id) {
  switch (SDL_GameControllerGetType(SDL_GameControllerFromInstanceID(id))) {
  case SDL_CONTROLLER_TYPE_PS3:
  case SDL_CONTROLLER_TYPE_PS4:
  case SDL_CONTROLLER_TYPE_PS5:
    return TP_PAD_PLAYSTATION;
  case SDL_CONTROLLER_TYPE_NINTENDO_SWITCH_PRO:
    return TP_PAD_NINTENDO;
  default:
    return TP_PAD_PLAIN;
  }
}

static void plug_in(struct tp_pads *pads, int index) {
  for (int i = 0; i < PADS_MOST; i++)
    if (!pads->open[i]) {
      pads->open[i] = SDL_GameControllerOpen(index);
      return;
    }
}

/* What was held on it is let go. */
static void pull_out(struct tp_pads *pads, SDL_JoystickID id) {
  for (int i = 0; i < PADS_MOST; i++) {
    if (!pads->open[i] ||
        SDL_JoystickInstanceID(SDL_GameControllerGetJoystick(pads->open[i])) != id)
      continue;
    SDL_GameControllerClose(pads->open[i]);
    pads->open[i] = NULL;
  }
  pads->held = pads->stick_button = -1;
  pads->left_x = pads->left_y = pads->right_x = pads->right_y = 0.0F;
  pads->pulled[0] = pads->pulled[1] = false;
}

static void press(struct tp_pads *pads, int button, double now, struct tp_chord *chord) {
  *chord = (struct tp_chord){.device = TP_PAD, .code = button};
  pads->held = button;
  pads->repeat_at = now + first_repeat;
}

static void let_go(struct tp_pads *pads, int button) {
  if (pads->held == button)
    pads->held = -1;
}

/* The left stick is a cross of four buttons, which it leaves later than it enters them. */
static bool move_left_stick(struct tp_pads *pads, double now, struct tp_chord *chord) {
  float x = pads->left_x, y = pads->left_y;
  bool wide = fabsf(x) > fabsf(y);
  float far = fmaxf(fabsf(x), fabsf(y));
  int button = pads->stick_button;
  if (far < back_at)
    button = -1;
  else if (far > out_at)
    button = wide ? (x < 0.0F ? SDL_CONTROLLER_BUTTON_DPAD_LEFT : SDL_CONTROLLER_BUTTON_DPAD_RIGHT)
                  : (y < 0.0F ? SDL_CONTROLLER_BUTTON_DPAD_UP : SDL_CONTROLLER_BUTTON_DPAD_DOWN);
  if (button == pads->stick_button)
    return false;
  let_go(pads, pads->stick_button);
  pads->stick_button = button;
  if (button >= 0)
    press(pads, button, now, chord);
  return true;
}

static bool pull_trigger(struct tp_pads *pads, int which, float far, double now,
                         struct tp_chord *chord) {
  int button = which ? RIGHT_TRIGGER : LEFT_TRIGGER;
  bool pulled = far > (pads->pulled[which] ? back_at : out_at);
  if (pulled == pads->pulled[which])
    return false;
  pads->pulled[which] = pulled;
  if (pulled)
    press(pads, button, now, chord);
  else
    let_go(pads, button);
  return true;
}

static bool move_axis(struct tp_pads *pads, const SDL_ControllerAxisEvent *axis, double now,
                      struct tp_chord *chord) {
  float far = fmaxf((float)axis->value / 32767.0F, -1.0F);
  switch (axis->axis) {
  case SDL_CONTROLLER_AXIS_LEFTX:
    pads->left_x = far;
    return move_left_stick(pads, now, chord);
  case SDL_CONTROLLER_AXIS_LEFTY:
    pads->left_y = far;
    return move_left_stick(pads, now, chord);
  case SDL_CONTROLLER_AXIS_RIGHTX:
    pads->right_x = far;
    return fabsf(far) > middle;
  case SDL_CONTROLLER_AXIS_RIGHTY:
    pads->right_y = far;
    return fabsf(far) > middle;
  case SDL_CONTROLLER_AXIS_TRIGGERLEFT:
    return pull_trigger(pads, 0, far, now, chord);
  case SDL_CONTROLLER_AXIS_TRIGGERRIGHT:
    return pull_trigger(pads, 1, far, now, chord);
  default:
    return false;
  }
}

bool tp_pads_take(struct tp_pads *pads, const union SDL_Event *event, double now,
                  struct tp_chord *chord) {
  switch (event->type) {
  case SDL_CONTROLLERDEVICEADDED:
    plug_in(pads, event->cdevice.which);
    return false;
  case SDL_CONTROLLERDEVICEREMOVED:
    pull_out(pads, event->cdevice.which);
    return false;
  case SDL_CONTROLLERBUTTONDOWN:
    if (event->cbutton.button > SDL_CONTROLLER_BUTTON_DPAD_RIGHT)
      return false;
    pads->make = make_of(event->cbutton.which);
    press(pads, event->cbutton.button, now, chord);
    return true;
  case SDL_CONTROLLERBUTTONUP:
    let_go(pads, event->cbutton.button);
    return false;
  case SDL_CONTROLLERAXISMOTION:
    if (!move_axis(pads, &event->caxis, now, chord))
      return false;
    pads->make = make_of(event->caxis.which);
    return true;
  default:
    return false;
  }
}

bool tp_pads_repeat(struct tp_pads *pads, double now, struct tp_chord *chord) {
  if (pads->held < 0 || now < pads->repeat_at)
    return false;
  *chord = (struct tp_chord){.device = TP_PAD, .again = true, .code = pads->held};
  pads->repeat_at = now + next_repeat;
  return true;
}

double tp_pads_due(const struct tp_pads *pads, double now) {
  float x, y;
  tp_pads_stick(pads, &x, &y);
  if (fabsf(x) + fabsf(y) > 0.0F)
    return frame_seconds;
  return pads->held < 0 ? -1.0 : fmax(pads->repeat_at - now, 0.0);
}

static float beyond_middle(float far) {
  return fabsf(far) > middle ? far : 0.0F;
}

void tp_pads_stick(const struct tp_pads *pads, float *x, float *y) {
  *x = beyond_middle(pads->right_x);
  *y = beyond_middle(pads->right_y);
}

enum tp_pad_make tp_pads_make(const struct tp_pads *pads) {
  return pads->make;
}
