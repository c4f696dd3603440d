#!/bin/sh
# Faults planted in mods of the default scenario are found and named: an action that is far too
# strong and a claim that cannot fall by `balance`, evidence with the wrong sign by `claims`.
#
# This is the quick version. The full one also plants an action that is never worth its price, which
# takes more games to tell from one that is now and then, and plays `balance` on the clean scenario
# with twenty seeds, PLANTED_CLEAN games of a line-up (60): sh tests/lab/test_planted.sh full
set -u
cd "${THIRDPOLE_SOURCE:-$(dirname "$0")/../..}" || exit 1
. tests/support/tool.sh
not_sanitized

# plant NAME SECTIONS
plant() {
  printf '{"format":1,"id":"%s","extends":"rapprochement-2018",%s}' "$1" "$2" >"$scratch/$1.json"
}

# finds CHECK NAME FILE: the check fails and names it
finds() {
  grep "^fail .*$1" "$3" | grep -q "$2" || {
    complain "\"$1\" does not name $2"
    cat "$3"
  }
}

miracle='"actions":{"miracle":{"seat":"europe","theme":"defence","title":"Miracle",
  "cost":{"budget":1,"capital":1},"cooldown":3,"reflex":{"base":12},"effects":[
  {"var":"europe.industry","add":12},{"var":"europe.command","add":12},
  {"var":"europe.enablers","add":12},{"var":"europe.readiness","add":12},
  {"var":"europe.deterrent","add":12}]}}'
rock='"claims":{"it-was-always-so":{"holder":"russia","about":"europe","title":"It was always so","weight":1,
  "text":"As the regime tells it: it was always so.","credibility":60,"reach":80,"evidence":[]}}'
plant faulty "$miracle,$rock"
plant wrong-sign '"claims":{"american-occupation":{"evidence":[
  {"var":"europe>united-states.presence","weight":-0.5},{"var":"europe.autonomy","weight":0.45}]}}'

"$lab" balance "$scratch/faulty.json" --games "${PLANTED_GAMES:-24}" >"$scratch/faulty.txt"
finds "must-have" miracle "$scratch/faulty.txt"
finds "every claim" it-was-always-so "$scratch/faulty.txt"
"$lab" claims "$scratch/wrong-sign.json" --only T1 --games 100 >"$scratch/wrong-sign.txt" &&
  complain "claims passes evidence with the wrong sign"

[ "${1:-}" = full ] || exit "$failed"
plant wasteful '"actions":{"gilded-summit":{"seat":"europe","theme":"diplomacy","title":"Gilded summit",
  "cost":{"budget":4,"capital":5},"cooldown":3,"reflex":{"base":9},"effects":[
  {"var":"europe.support","add":0.2}]}}'
"$lab" balance "$scratch/wasteful.json" >"$scratch/wasteful.txt"
finds "dominated" gilded-summit "$scratch/wasteful.txt"
alarms=0
for seed in $(seq 20); do
  "$lab" balance rapprochement-2018 --seed "$seed" --games "${PLANTED_CLEAN:-60}" >"$scratch/clean.txt"
  grep -E '^fail +(actions|claims)' "$scratch/clean.txt" && alarms=$((alarms + 1))
done
echo "$alarms alarms in 20 clean reports; at most one is to be expected"
[ "$alarms" -le 3 ] || failed=1 # with a chance of 5 %, more than three come up once in 60
exit "$failed"
