#!/bin/sh
# The default scenario is neither hopeless nor sure, with planners across the table: who idles loses,
# chance hardly ever wins, and looking ahead pays. The bands are the scenario's own; a batch this
# small cannot tell them to the point, so a miss means that the interval lies wholly outside.
set -u
cd "${THIRDPOLE_SOURCE:-$(dirname "$0")/../..}" || exit 1
. tests/support/tool.sh
not_sanitized

scenario=rapprochement-2018

# wins POLICY GAMES LOW HIGH, in per cent
wins() {
  interval=$("$lab" run "$scenario" --games "$2" --seat "europe=$1" |
    awk '$1 == "victory" { print $5, $7; exit }')
  echo "$scenario, $1: wins ${interval% *} to ${interval#* } % of the time, meant $3 to $4"
  echo "$interval" | awk -v low="$3" -v high="$4" '
    NF != 2 { exit 1 }
    $2 < low || $1 > high { exit 1 }' || complain "$scenario, $1: the interval misses the band"
}

wins idle 40 0 1
wins random 60 0 5
wins greedy 60 10 45
wins planner 60 35 70
"$lab" run rapprochement-2018 --games 40 --seat europe=idle |
  awk '$1 == "defeat" && $2 == 40 { found = 1 } END { exit !found }' ||
  complain "idle: not every game is lost"
# The first game: lost by who idles, won by who looks one turn ahead, now and then by chance.
scenario=first-steps
wins idle 200 0 1
wins random 100 0 40
wins greedy 100 90 100
wins planner 40 95 100
# The sources' claims, with as many games as they are stated for.
"$lab" claims rapprochement-2018 --games 1000 >"$scratch/claims" || {
  complain "a claim does not hold"
  grep FAIL "$scratch/claims"
}
exit "$failed"
