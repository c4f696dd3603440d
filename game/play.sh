#!/bin/sh
# Plays Third Pole from a source tree: installs what is missing (on Debian and Ubuntu; elsewhere it
# says what to install), builds it and the headless tool, starts it. All arguments go to the game.
set -u
root=$(cd -P "$(dirname "$0")/.." && pwd) || exit 1
# shellcheck source=game/setup.sh
. "$root/game/setup.sh"

need "$needs_game"
choose_build_root
folder=$build_root/play
mkdir -p "$folder" || exit 1
[ -x "$folder/thirdpole" ] || say "Building Third Pole; the first time takes a minute."
if ! build "$folder" all -DTHIRDPOLE_TESTS=OFF >"$folder/build.log" 2>&1; then
  tail -n 40 "$folder/build.log" >&2
  die "Third Pole could not be built; all that was said is in $folder/build.log."
fi

# A Mac has a display without saying so.
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${SDL_VIDEODRIVER:-}" ] && [ "$(uname)" != Darwin ]; then
  say "No display was found (DISPLAY and WAYLAND_DISPLAY are not set): playing in the terminal."
  set -- --text "$@"
fi
exec "$folder/thirdpole" "$@"
