#!/bin/sh
# The headless tool as it is called: exit codes, what goes to stdout and what to stderr, the same
# bytes from any number of threads, ledgers that add up.
set -u
# shellcheck source=tests/support/tool.sh
. tests/support/tool.sh
tiny=tests/support/tiny.json

# --- usage
expect 2
expect 0 help
said out "usage: thirdpole-lab"
expect 0 run --help
said out "--games"
expect 0 help claims
said out "--only"
expect 2 frobnicate
said err 'unknown command "frobnicate"'
silent out
expect 2 rnu "$tiny"
said err 'did you mean "run"'
expect 2 run
expect 2 run "$tiny" --gmaes 3
said err 'did you mean "games"'
expect 2 run "$tiny" --games 0
expect 2 run "$tiny" --seat crown=plannr
said err 'did you mean "planner"'
expect 2 run "$tiny" --seat crwn=idle
said err 'did you mean "crown"'
expect 2 run "$tiny" --set crown.stabilty=3
said err 'did you mean "crown.stability"'
expect 2 run "$tiny" --hold crown.stability=300
expect 2 run "$tiny" --at "3:+flod"
said err 'did you mean "flood"'
expect 2 run "$tiny" --ban "no-such-action"
expect 2 claims --only T1,T99
said err 'no claim "T99"'
expect 2 describe "$tiny" crown.stabilty
said err 'did you mean "crown.stability"'

# --- forecasts
expect 0 forecast "$tiny" --rollouts 20 --horizon 3 --actions forge
said out 'the orders move it by'
expect 0 forecast "$tiny" --turn 2 --seat all=reflex --vars crown.stability --rollouts 20 --format csv
said out 'crown.stability,2,without'
expect 2 forecast "$tiny" --actions froge
said err 'did you mean "forge"'
expect 2 forecast "$tiny" --actions levy
said err 'not yours'
expect 2 forecast "$tiny" --vars crown.stabilty
expect 2 forecast "$tiny" --games 5
said err 'go with --calibration'
expect 2 forecast "$tiny" --turn 99 --seat all=reflex
expect 0 forecast "$tiny" --calibration --games 20 --rollouts 20 --seat all=reflex --format json
said out '"pooled": ['

# --- where two runs part
expect 0 diverge --seat all=reflex "$tiny" "$tiny"
said out 'the same in all'
expect 1 diverge --seat all=reflex "$tiny" "$tiny" --at 3:crown.stability=20
said out 'turn 4 parts the two'
said out 'set by the experiment'
expect 1 diverge --format csv --seat all=reflex "$tiny" "$tiny" --at 3:crown.stability=20
said out '4,crown.stability,'
expect 2 diverge "$tiny"
expect 1 diverge "$tiny" no-such-scenario

# --- nothing that was asked for is dropped in silence
expect 2 run "$tiny" --seed 1 --seed 2
said err '--seed is given twice'
expect 2 run "$tiny" --seat crown=idle --seat crown=reflex
said err 'speak of the same'
expect 2 run "$tiny" --set crown.stability=3 --set crown.stability=4
expect 2 run "$tiny" --hold crown.stability=3 --hold crown.stability=4
expect 2 run "$tiny" --hold crown-jade.government=3 --set jade-crown.government=4
expect 2 run "$tiny" --hold crown.stability=3 --at 2:crown.stability=4
expect 2 run "$tiny" --at 2:crown.stability=3 --at 2:crown.stability=4
expect 2 run "$tiny" --ban forge --ban forge
expect 2 claims "$tiny" --only T1 --set crown.stability=3 --set crown.stability=4
expect 0 run "$tiny" --games 1 --seat all=idle --set crown.stability=3 \
  --at 1:crown.stability=4 --at 2:crown.stability=5
expect 0 run "$tiny" --games 1 --seat crown=reflex --seat all=idle
said out "crown=reflex jade=idle"
expect 2 run "$tiny" --at "12:+flood"
said err 'the game has only the turns 0 to 11'
expect 2 run "$tiny" --turns 5 --at "5:+flood"
expect 2 trace "$tiny" --out "$scratch/x" --csv "$scratch/x"
said err 'the same file'

# --- files
expect 3 run "$scratch/missing.json"
said err missing.json
expect 3 validate "$scratch/missing.json"
expect 1 run no-such-scenario
expect 3 run "$scratch"
said err "is a folder"
expect 3 validate "$scratch"
expect 1 run .json
head -c 9000000 /dev/zero | tr '\0' ' ' >"$scratch/huge.json"
expect 1 validate "$scratch/huge.json"
said out "larger than 8 MB"
# A path that cannot be written is told before the work, not after it.
expect 3 run "$tiny" --games 100000000 --out "$scratch/no/such/folder/x"
expect 3 trace "$tiny" --csv "$scratch"
mkfifo "$scratch/pipe"
cat "$scratch/pipe" >"$scratch/through" &
expect 0 schema --out "$scratch/pipe"
wait
[ -p "$scratch/pipe" ] || complain "--out replaced a pipe"
[ -s "$scratch/through" ] || complain "--out wrote nothing to a pipe"
expect 3 run "$tiny" --games 1 --seat all=idle --out "$scratch/no/such/folder/x"
echo '{"format": 1, "id": "broken", "turns": "ten"' >"$scratch/broken.json"
expect 1 validate "$scratch/broken.json"
said out "broken.json:"
sed 's/"turns": 12/"turns": "twelve", "trns": 3/' "$tiny" >"$scratch/faults.json"
expect 1 validate "$scratch/faults.json"
said out "2 errors"
said out "/turns"
expect 1 validate "$scratch/faults.json" --format json
said out '"valid": false'
expect 1 validate "$scratch/faults.json" --format github
said out "::error file=$scratch/faults.json,line="
said out ",title=Third Pole scenario::/turns: must be a whole number from 1 to 400, not text"
expect 2 run "$tiny" --format github
sed 's/"turns": 12/"turns": "100%"/' "$tiny" >"$scratch/50%, odd.json"
expect 1 validate "$scratch/50%, odd.json" --format github
said out "50%25%2C odd.json,line="
expect 1 validate "$scratch/50%, odd.json" --format sarif
said out '/50%25%2C%20odd.json"'
said out '"fullyQualifiedName": "/turns"'
said out '"level": "error"'
expect 0 validate "$tiny"
said out "0 errors"
silent err
expect 0 list
said out rapprochement-2018

# --- a batch is the same for any number of threads, but for the time it took
for form in text json csv; do
  for threads in 1 8; do
    expect 0 run "$tiny" --games 300 --seat all=reflex --hashes --threads $threads --format $form
    silent err
    without_timing "$scratch/out" >"$scratch/$form.$threads"
  done
  cmp -s "$scratch/$form.1" "$scratch/$form.8" || complain "run --format $form differs by threads"
done
expect 0 run "$tiny" --games 3 --seat all=idle --format json --out "$scratch/result.json"
silent out
[ -s "$scratch/result.json" ] || complain "--out wrote nothing"

# --- two sides: the same games differ in nothing, options stand where they count
expect 0 compare --seat all=reflex "$tiny" "$tiny" --games 50
said out "the same 50 games on both sides"
said out "0 of "
expect 0 compare --seat all=reflex "$tiny" --ban gift "$tiny" --ban forge --games 50
grep -q '^action *gift *0.0 *100.0 *100.0' "$scratch/out" || complain "A plays a banned action"
grep -q '^action *forge *[1-9][0-9.]* *0.0 *-' "$scratch/out" || complain "B plays a banned action"
[ "$(grep -c '^changes: --ban' "$scratch/out")" -eq 2 ] || complain "each side has one change"
for threads in 1 3; do
  expect 0 compare --seat all=reflex "$tiny" "$tiny" --set crown.prosperity=40 --games 100 \
    --format csv --threads $threads
  cp "$scratch/out" "$scratch/compare.$threads"
done
cmp "$scratch/compare.1" "$scratch/compare.3" || complain "compare differs by threads"
expect 2 compare "$tiny"
expect 2 compare --ban gift "$tiny" "$tiny" --ban gift
expect 1 compare "$tiny" no-such-scenario
# Scenarios that share only a part of what is in them.
sed 's/"gift"/"present"/' "$tiny" >"$scratch/present.json"
expect 0 compare --seat all=reflex "$tiny" "$scratch/present.json" --games 20
said out "only one side has them: 1 of A, 1 of B"

# --- what drives the outcome
for threads in 1 3; do
  expect 0 sensitivity "$tiny" --games 5 --paths 2 --points 8 --keep 2 --measure crown.stability \
    --set crown.contract=60 --threads $threads --format csv
  cp "$scratch/out" "$scratch/sensitivity.$threads"
done
cmp "$scratch/sensitivity.1" "$scratch/sensitivity.3" || complain "sensitivity differs by threads"
grep -q '^crown.contract,' "$scratch/out" && complain "what is set is free as well"
grep -q '^threat.menace,' "$scratch/out" || complain "a rule is not free"
grep -q '^crown.narrative,' "$scratch/out" && complain "what is computed is free"
expect 0 sensitivity "$tiny" --games 5 --paths 3 --points 8 --measure crown.stability \
  --free crown.control=40:60 --free gap.power=0.6:0.9 --free jade-crown.government=50:60
said out "screening of 3 factors along 3 of 3 paths"
said out "indices of the first 3"
expect 0 sensitivity "$tiny" --games 2 --paths 2 --points 4 --measure score --free crown.control=40:60 --format json
said out '"measure": "score"'
# What nothing moves stays where it starts, so the effect of its start value is all of its range.
expect 0 sensitivity "$tiny" --games 1 --paths 2 --points 16 --turns 1 --measure crown-jade.people \
  --free crown-jade.people=40:60 --free gap.power=0.6:0.9 --format csv
grep -q '^crown-jade.people,40,60,[0-9.]*,20' "$scratch/out" || complain "its own effect is not its range"
expect 2 sensitivity "$tiny" --free crown.contrl=1:2
said err 'did you mean "crown.control"'
expect 2 sensitivity "$tiny" --free crown.control=2:1
said err "LOW below HIGH"
expect 2 sensitivity "$tiny" --free crown.control=50:200
said err "must stay from 0 to 100"
expect 2 sensitivity "$tiny" --free crown.narrative=50:60
said err "computed from other variables"
expect 2 sensitivity "$tiny" --free crown.control=50:60 --set crown.control=55
said err "by another option too"
expect 2 sensitivity "$tiny" --free crown-jade.people=50:60 --free jade-crown.people=50:70
expect 2 sensitivity "$tiny" --measure crown.stabilty
said err 'did you mean "crown.stability"'

# --- one game
expect 0 trace "$tiny" --seed 5 --seat all=reflex --format csv
[ "$(sed -n 2p "$scratch/out" | cut -d, -f1)" = 0 ] || complain "a trace begins at turn 0"
cp "$scratch/out" "$scratch/trace"
expect 0 trace "$tiny" --seed 5 --seat all=reflex --format csv
cmp -s "$scratch/out" "$scratch/trace" || complain "a trace is not the same twice"
expect 0 trace "$tiny" --seed 6 --seat all=reflex --format csv
cmp -s "$scratch/out" "$scratch/trace" && complain "another seed gives the same game"
expect 0 trace "$tiny" --seed 5 --seat all=reflex --csv "$scratch/trace.csv"
said out "Two Rivers"
cmp -s "$scratch/trace.csv" "$scratch/trace" || complain "trace --csv is not trace --format csv"
# Game 0 of a batch is the game that trace shows.
last=$(tail -n 1 "$scratch/trace" | cut -d, -f2)
expect 0 run "$tiny" --games 1 --seed 5 --seat all=reflex --hashes --format csv
said out "hash,$last,0"
printf '0: forge\n2: gift\n' >"$scratch/script"
expect 0 trace "$tiny" --seat all=idle --seat "league=script:$scratch/script"
said out "forge"
expect 3 trace "$tiny" --seat "league=script:$scratch/none"
printf '0: forge, gfit\nx: gift\n' >"$scratch/script"
expect 2 trace "$tiny" --seat "league=script:$scratch/script"
said err 'script:1:11: unknown action "gfit"; did you mean "gift"?'
said err 'script:2:1: a turn is a number'

# --- explanations add up to the bit, for every variable that has a name
for name in crown.stability crown.narrative league.autonomy league.gap world.hazard \
  crown-jade.cohesion league.unity crown.power; do
  expect 0 explain "$tiny" --turn 4 --var "$name" --seat all=reflex
  said out "the rows add up to the bit"
done
expect 0 explain "$tiny" --turn 4 --var crown.stability --seat all=reflex --follow 2 --format json
said out '"exact": true'
expect 2 explain "$tiny" --turn 4
expect 2 explain "$tiny" --turn 4 --var crown.stabilty
said err 'did you mean'
expect 2 explain "$tiny" --turn 400 --var crown.stability --seat all=idle
expect 1 replay "$tiny"
said err "no saved game"

# --- the model in words
expect 0 describe "$tiny"
expect 0 describe "$tiny" crown.stability
said out "goes each turn a part of the way"
expect 0 describe "$tiny" crown.narrative
said out "computed from"
expect 0 describe "$tiny" forge --format json
expect 0 describe "$tiny" flood
expect 0 describe "$tiny" crown
expect 0 describe "$tiny" menace.rate
expect 0 describe "$tiny" siege
said out "siege: claim"
expect 2 describe "$tiny" forge --format csv

# --- a message is one line, whatever names are in it
odd=$(printf 'no-such/a\nb')
expect 3 schema --out "$odd"
said err 'thirdpole-lab: no-such/a\nb: '
expect 3 replay "$odd"
said err 'no-such/a\nb'

# --- claims name what a scenario lacks
expect 1 claims "$tiny" --only T1 --games 2
said out "cannot be asked: "
expect 2 claims --set no.such=1
"$lab" claims --only T6,F17 --games 50 --format json >"$scratch/out" 2>"$scratch/err"
[ $? -le 1 ] || complain "claims did not finish"
said out '"required_low"'

# --- a full disk is no success
if [ -w /dev/full ]; then
  for words in "help" "list" "validate $tiny" "run $tiny --games 1 --seat all=idle"; do
    # shellcheck disable=SC2086
    "$lab" $words >/dev/full 2>"$scratch/err"
    status=$?
    [ "$status" -eq 3 ] || complain "$words on a full disk ended with $status"
  done
fi

exit $failed
