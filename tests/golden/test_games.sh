#!/bin/sh
# Three whole games, as a person can read them: gauges, decisions and a hash for every turn. A change
# of the model or of the scenario shows here as a difference to be read and understood, then taken
# over on purpose, with the reason in the commit:
#
#     THIRDPOLE_BUILD=.build/gcc sh tests/golden/test_games.sh --take-over
set -u
here=$(cd -P "$(dirname "$0")" && pwd)
cd "${THIRDPOLE_SOURCE:-$here/../..}" || exit 1
lab=${THIRDPOLE_BUILD:?names the build folder}/thirdpole-lab
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
status=0

# game NAME OPTION...
game() {
  golden=$here/$1.txt
  shift
  "$lab" trace rapprochement-2018 "$@" >"$scratch/game" || { status=1; return; }
  if [ "$take_over" = yes ]; then
    cp "$scratch/game" "$golden"
  elif ! diff -u "$golden" "$scratch/game"; then
    echo "$golden: the game is another one now; the first line that differs is the turn it began"
    status=1
  fi
}

take_over=no
[ "${1:-}" = --take-over ] && take_over=yes
game nobody-moves --seed 11 --seat europe=idle --seat russia=reflex --seat china=reflex \
  --seat united-states=reflex
game all-by-reflex --seed 12 --seat europe=reflex --seat russia=reflex --seat china=reflex \
  --seat united-states=reflex
game pillars-against-planners --seed 13 --seat "europe=script:tests/golden/pillars.orders" \
  --seat russia=planner --seat china=planner --seat united-states=planner
exit $status
