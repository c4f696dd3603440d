#!/bin/sh
# Every shipped game is won as often as its own bands say, by each of the policies they name. A batch
# this small cannot tell a band to the point, so a miss means that the interval lies wholly outside.
# The default game and the first one have a closer look of their own, in test_balance.sh.
set -u
cd "${THIRDPOLE_SOURCE:-$(dirname "$0")/../..}" || exit 1
. tests/support/tool.sh
not_sanitized

# "policy low high" of each band, in per cent, one a line: a band is written on one line
bands_of() {
  sed -n 's/.*"policy": "\([a-z]*\)", "win": \[\([0-9.]*\), \([0-9.]*\)\].*/\1 \2 \3/p' "$1" |
    awk '{ print $1, 100 * $2, 100 * $3 }'
}

# hold SCENARIO POLICY LOW HIGH
hold() {
  case $2 in idle) games=10 ;; random) games=24 ;; *) games=16 ;; esac
  interval=$("$lab" run "$1" --games "$games" --seat "europe=$2" |
    awk '$1 == "victory" { print $5, $7; exit }')
  echo "$1, $2: wins ${interval% *} to ${interval#* } % of the time, meant $3 to $4"
  echo "$interval" | awk -v low="$3" -v high="$4" '
    NF != 2 { exit 1 }
    $2 < low || $1 > high { exit 1 }' || complain "$1, $2: the interval misses the band"
}

for file in scenarios/*.json; do
  name=$(basename "$file" .json)
  case $name in rapprochement-2018 | first-steps) continue ;; esac
  bands=$(bands_of "$file")
  [ -n "$bands" ] || continue
  while read -r policy low high; do
    hold "$name" "$policy" "$low" "$high"
  done <<LIST
$bands
LIST
done
exit "$failed"
