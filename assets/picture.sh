#!/bin/sh
# Makes board.png, the picture at the top of the README: a few turns played from a fixed seed, without
# a display. Usage: sh assets/picture.sh PROGRAM, as in .build/play/thirdpole.
set -eu
here=$(cd -P "$(dirname "$0")" && pwd)
program=${1:?names the built game}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cat >"$scratch/script" <<'END'
try Go on
repeat 6
  try Go on
  end-turn
  try Go on
  wait 30
end
try Later
try Close
try Go on
click Buy together
wait 60
END
SDL_VIDEODRIVER=dummy XDG_DATA_HOME="$scratch" "$program" rapprochement-2018 --seed 21 \
  --size 1280x720 --script "$scratch/script" --screenshot "$scratch/board.png"
# The game writes PNG without compression; this only packs it.
if command -v optipng >/dev/null 2>&1; then
  optipng -quiet "$scratch/board.png"
elif command -v convert >/dev/null 2>&1; then
  convert "$scratch/board.png" -strip "$scratch/packed.png" && mv "$scratch/packed.png" "$scratch/board.png"
fi
cp "$scratch/board.png" "$here/board.png"
