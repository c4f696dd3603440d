#!/bin/sh
# A real window, real mouse and keyboard: some turns of the shipped scenario, a whole game by mouse
# alone, one that is killed and goes on, and a whole game by keyboard alone. The window's name tells
# where the game is.
set -u
command -v Xvfb >/dev/null && command -v xdotool >/dev/null || exit 77
program=$THIRDPOLE_BUILD/thirdpole
folder=$(mktemp -d) || exit 1
game=
screen=
XDG_DATA_HOME=$folder/data
export XDG_DATA_HOME
unset SDL_VIDEODRIVER WAYLAND_DISPLAY

# What libraries of the desktop keep for good is not the game's leak.
printf 'leak:libdbus\nleak:libX11\nleak:libSDL2\n' >"$folder/leaks"
LSAN_OPTIONS=suppressions=$folder/leaks:print_suppressions=0
export LSAN_OPTIONS

close_all() {
  [ -z "$game" ] || kill "$game" 2>/dev/null
  [ -z "$screen" ] || { kill "$screen" 2>/dev/null && wait "$screen" 2>/dev/null; }
  rm -rf "$folder"
}
trap close_all EXIT

fail() {
  echo "$1; the window is called \"$(name)\""
  cat "$folder/said"
  exit 1
}

# until SECONDS COMMAND...: waits until it succeeds.
until_true() {
  tries=$(($1 * 10))
  shift
  while ! "$@"; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || return 1
    sleep 0.1
  done
}

name() {
  xdotool getwindowname "$window" 2>/dev/null
}

is_called() {
  case $(name) in *"$1"*) return 0 ;; *) return 1 ;; esac
}

has_window() {
  kill -0 "$game" || fail "the game did not start"
  window=$(xdotool search --onlyvisible --name 'Third Pole' 2>/dev/null | head -n 1)
  [ -n "$window" ]
}

# open ARGUMENTS...: starts the game and gives it the keyboard.
open() {
  "$program" --size 1280x720 "$@" >"$folder/said" 2>&1 &
  game=$!
  until_true 40 has_window || fail "no window was opened"
  xdotool windowmove "$window" 0 0 windowfocus --sync "$window"
}

press() {
  for key in "$@"; do
    xdotool key --window "$window" "$key" 2>/dev/null || xdotool key "$key"
  done
}

click() {
  xdotool mousemove "$1" "$2" click 1
  sleep 0.2
}

has_screen() {
  xdotool getdisplaygeometry >/dev/null 2>&1
}

# A display number of this test's own: of two servers that pass one number on, the first takes the
# second's socket away as it ends. And -noreset: a server whose last client has left begins anew, and
# meanwhile turns the next one away.
start_screen() {
  for attempt in 1 2 3; do
    DISPLAY=:$((100 + ($$ + attempt * 977) % 20000))
    export DISPLAY
    Xvfb "$DISPLAY" -nolisten tcp -noreset -screen 0 1280x720x24 2>"$folder/screen" &
    screen=$!
    until_true 10 has_screen && return 0
    kill "$screen" 2>/dev/null
    echo "Xvfb does not start (attempt $attempt):"
    cat "$folder/screen"
  done
  return 1
}

window=
start_screen || exit 77

# By mouse: a card is opened and ordered, two turns are ended, the decisions left for later.
open rapprochement-2018 --seed 1
until_true 20 is_called '2018 Q2' || fail "the game does not begin"
sleep 0.5
click 872 612  # Go on, from what it is about
sleep 0.5
click 1100 160 # the first card: opens
sleep 0.5
click 1190 450 # Order
end_by_mouse() {
  is_called '2018 Q3' && return
  click 1210 685 # End turn
  sleep 0.5
  is_called '2018 Q3' || click 768 419 # End turn anyway, where the game asks
  sleep 0.5
  is_called '2018 Q3'
}
until_true 20 end_by_mouse || fail "the mouse does not end the turn"
click 872 612 # Go on
click 20 640  # beside whatever is open
press Escape
sleep 0.3
xdotool mousemove 600 300 mousedown 1 mousemove 640 330 mouseup 1 # drags the map
xdotool mousemove 600 300 click 4 click 5                         # and zooms it
end_by_keyboard() {
  is_called '2018 Q4' && return
  press space
  sleep 0.5
  is_called '2018 Q4' || press Return # End turn anyway, where the game asks
  sleep 0.5
  is_called '2018 Q4'
}
until_true 20 end_by_keyboard || fail "the keyboard does not end the turn"
press F12
has_shot() {
  [ -s "$folder/data/thirdpole/screenshots/thirdpole-001.png" ]
}
until_true 10 has_shot || fail "F12 takes no screenshot"
xdotool windowsize "$window" 1000 640 # smaller, larger, and it lives
sleep 0.3
xdotool windowsize "$window" 1280 720
kill -0 "$game" || fail "the game died"
kill "$game"
wait "$game" 2>/dev/null

# By mouse alone: whatever is open, one of these clicks goes on with it.
open tests/support/tiny.json --seed 2
until_true 20 is_called ' Q' || fail "the game of the mouse does not begin"
sleep 0.5
click 872 518 # Go on, from what it is about
by_mouse() {
  case $(name) in *' Q'[1-4]) ;; *) return 0 ;; esac
  xdotool mousemove 1210 685 click 1 sleep 0.15 mousemove 768 419 click 1 sleep 0.15 \
    mousemove 872 612 click 1 sleep 0.15 mousemove 640 281 click 1 sleep 0.1
  return 1
}
until_true 90 by_mouse || fail "the game does not come to an end by mouse"
kill "$game"
wait "$game" 2>/dev/null

# Killed at any moment, a game goes on with at most the turn lost that was being played.
open tests/support/tiny.json --seed 3
until_true 20 is_called '1900 Q1' || fail "the game to be killed does not begin"
is_on() {
  case $(name) in *'1900 Q'[34]* | *'190'[1-9]*) return 0 ;; esac
  press space 1
  return 1
}
until_true 60 is_on || fail "the game to be killed does not go on"
press space 1 space &
presses=$!
before=$(name)
kill -9 "$game"
wait "$game" "$presses" 2>/dev/null
open
until_true 20 is_called 'Third Pole' || fail "the title does not come"
goes_on() {
  press Tab Return
  case $(name) in *' Q'[1-4]) return 0 ;; *) return 1 ;; esac
}
until_true 20 goes_on || fail "the killed game does not go on"
date_of() {
  printf '%s' "$1" | grep -o '19[0-9][0-9] Q[1-4]'
}
after=$(date_of "$(name)")
[ "$(printf '%s\n%s\n' "$(date_of "$before")" "$after" | sort | head -n 1)" = "$(date_of "$before")" ] ||
  fail "more than a turn was lost: from $before to $after"
kill "$game"
wait "$game" 2>/dev/null

# By keyboard alone: to the end of a game, then out through the title screen.
open tests/support/tiny.json --seed 2
until_true 20 is_called ' Q' || fail "the second game does not begin"
ended() {
  press space 1
  case $(name) in *' Q'[1-4]) return 1 ;; *) return 0 ;; esac
}
until_true 120 ended || fail "the game does not come to an end by keyboard"
press space space Escape
sleep 0.5
[ "$(name)" = "Third Pole" ] || fail "Escape does not lead back to the title"
press shift+Tab Return
gone() {
  ! kill -0 "$game" 2>/dev/null
}
until_true 10 gone || fail "Quit does not end the program"
wait "$game"
status=$?
game=
[ "$status" -eq 0 ] || fail "the program ended with $status"
