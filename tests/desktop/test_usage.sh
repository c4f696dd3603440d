#!/bin/sh
# What the program says when it is not understood, when a scenario is broken, when there is no
# display.
set -u
program=$THIRDPOLE_BUILD/thirdpole
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
XDG_DATA_HOME=$folder/data
export XDG_DATA_HOME
failures=0

# expect STATUS TEXT ARGUMENTS...: the exit status, and words of what was said.
expect() {
  wanted=$1
  words=$2
  shift 2
  "$program" "$@" >"$folder/said" 2>&1 </dev/null
  status=$?
  if [ "$status" -ne "$wanted" ]; then
    echo "thirdpole $*: ended with $status instead of $wanted"
    cat "$folder/said"
    failures=$((failures + 1))
  elif [ -n "$words" ] && ! grep -q -e "$words" "$folder/said"; then
    echo "thirdpole $*: did not say \"$words\" but:"
    cat "$folder/said"
    failures=$((failures + 1))
  fi
}

expect 0 'usage: thirdpole' --help
expect 2 'unknown option' --frobnicate
expect 2 'did you mean "--seed"?' --sead 5
expect 2 'a value is missing' --seed
expect 2 'whole number' --seed many
expect 2 'a width and a height of 320 to 8192 pixels' --size 10x10
expect 2 'light, dark or contrast' --theme neon
expect 2 'only one scenario' one two
expect 3 'cannot be read' --script "$folder/none"
echo 'dance' >"$folder/script"
expect 2 'script:1: unknown command' --script "$folder/script"
echo 'click Nothing of the kind' >"$folder/script"
expect 1 'cannot be clicked' --script "$folder/script"
expect 1 'nowhere' nowhere --screenshot "$folder/a.png"
expect 3 'none.json' --load "$folder/none.json" --screenshot "$folder/a.png"
expect 3 'could not be written' --screenshot "$folder/no/such/folder/a.png"

# A broken scenario: all its faults on stderr; on the title screen it is listed with them.
sed -e 's/"votes": true/"votes": "perhaps"/' -e 's/"kind": "power"/"kind": "planet"/' \
  tests/support/tiny.json >"$folder/broken.json"
expect 1 'planet' "$folder/broken.json" --screenshot "$folder/a.png"
mkdir -p "$folder/data/thirdpole/scenarios"
sed 's/"id": *"[^"]*"/"id": "broken"/' "$folder/broken.json" \
  >"$folder/data/thirdpole/scenarios/broken.json"
cat >"$folder/script" <<'END'
click New game
expect broken
expect Rapprochement
END
expect 0 '' --script "$folder/script"

# Without a display the game goes on as text.
SDL_VIDEODRIVER=none-of-the-kind
export SDL_VIDEODRIVER
expect 0 'no window can be opened' tests/support/tiny.json
expect 3 'no window can be opened' --screenshot "$folder/a.png"
unset SDL_VIDEODRIVER DISPLAY WAYLAND_DISPLAY
expect 0 'no window can be opened (there is no display)' tests/support/tiny.json
expect 0 'Two Rivers' tests/support/tiny.json --text

expect 0 'Seed 42:' tests/support/tiny.json --text --seed 42

# Mods that are named are meant.
expect 1 'there is no mod "long-wintr"; did you mean "long-winter"?' --mods long-wintr --screenshot "$folder/a.png"
expect 0 'With the mods: A long winter.' --text --mods long-winter rapprochement-2018

# Each fault of the text game has its status; settings that are broken are told and stood in for.
expect 1 'planet' --text "$folder/broken.json"
expect 1 'nowhere' --text nowhere
expect 3 'none.json' --text --load "$folder/none.json"
echo '{' >"$folder/save.json"
expect 1 'save.json' --text --load "$folder/save.json"
echo '{ "theme": "neon" }' >"$folder/settings.json"
expect 0 'settings.json:1:12: /theme: light, dark or contrast' --settings "$folder/settings.json" --text tests/support/tiny.json
if [ -w /dev/full ]; then
  "$program" --text tests/support/tiny.json </dev/null >/dev/full 2>"$folder/said"
  status=$?
  [ "$status" -eq 3 ] || { echo "a full output: ended with $status"; failures=$((failures + 1)); }
fi

exit $((failures > 0))
