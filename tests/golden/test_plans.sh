#!/bin/sh
# Plans that searches have found to win, played as scripts in games they were not made for. Each still
# wins by the ending it is named after, so that way is open; none wins nine games of ten, since orders
# set down beforehand that win whatever comes would be a hole in the rules.
set -u
here=$(cd -P "$(dirname "$0")" && pwd)
cd "${THIRDPOLE_SOURCE:-$here/../..}" || exit 1
. tests/support/tool.sh

for plan in "$here"/plans/*.orders; do
  ending=$(basename "$plan" .orders)
  expect 0 run rapprochement-2018 --games 200 --seed 5 --seat all=reflex --seat "europe=script:$plan"
  ways=$(awk -v ending="$ending" '$1 == ending { print $2; exit }' "$scratch/out")
  wins=$(awk '$1 == "victory" { print $2; exit }' "$scratch/out")
  echo "$ending: wins $wins of 200 games, $ways of them by its ending"
  [ "${ways:-0}" -gt 0 ] || complain "$ending is closed to the plan that led there"
  [ "$wins" -lt 180 ] || complain "$plan wins whatever comes"
done
exit "$failed"
