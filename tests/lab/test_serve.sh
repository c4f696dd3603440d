#!/bin/sh
# A seat played from outside: states and refusals by JSON lines, and an agent that learns.
set -u
# shellcheck source=tests/support/tool.sh
. tests/support/tool.sh
tiny=tests/support/tiny.json

# talk OPTION... : serves the tiny game, requests from stdin.
talk() {
  "$lab" serve "$tiny" --seat all=reflex "$@" >"$scratch/out" 2>"$scratch/err" ||
    complain "serve ended with $?: $(head -n 3 "$scratch/err")"
}

# line N TEXT: the N-th answer has it.
line() {
  sed -n "$1p" "$scratch/out" | grep -q -F -- "$2" || {
    complain "answer $1 lacks: $2"
    sed -n "$1p" "$scratch/out" | cut -c 1-300 | sed 's/^/    /'
  }
}

# --- a game, its refusals, and that these change nothing
talk <<'END'
{"do": "step", "orders": []}
{"do": "reset"}
{"do": "legal", "orders": ["gift"]}
{"do": "step", "orders": ["gifft"]}
{"do": "step", "orders": ["gift", "gift"]}
{"do": "step", "orders": "gift"}
{"do": "step", "order": ["gift"]}
{"do": "stepp"}
nonsense

{"do": "step", "orders": ["gift"]}
{"do": "why", "var": "crown.stability"}
{"do": "why", "var": "crown.stabilty"}
{"do": "reset", "game": -1}
{"do": "end"}
{"do": "reset"}
END
line 1 '"command":"serve","scenario":"tiny"'
line 2 '"error":"no game is being played'
line 3 '"game":0,"turn":0,'
line 3 '"legal":["'
line 4 '"legal":['
line 5 'did you mean'
line 6 'is not allowed'
line 7 '"error":"\"orders\" is a list of text"'
line 8 'unknown key \"order\"'
line 9 'one of reset, step, legal, why and end'
line 10 '"error":"column 1'
line 11 '"game":0,"turn":1,'
line 12 '"rows":['
line 13 'did you mean \"crown.stability\"'
line 14 'a whole number from 0'
[ "$(wc -l <"$scratch/out")" -eq 14 ] || complain "there are $(wc -l <"$scratch/out") answers, not 14"

# --- a whole game, twice the same, ends as it says
steps() {
  echo '{"do": "reset", "game": 3}'
  yes '{"do": "step", "orders": []}' | head -n 60
}
steps | talk --seed 5
cp "$scratch/out" "$scratch/first"
steps | talk --seed 5
cmp -s "$scratch/first" "$scratch/out" || complain "the same requests gave other answers"
grep -q '"done":true' "$scratch/out" || complain "the game does not end"
tail -n 1 "$scratch/out" | grep -q 'the game is over' || complain "a game that is over goes on"

# --- the seat
"$lab" serve "$tiny" --as crwn </dev/null >/dev/null 2>"$scratch/err"
[ $? -eq 2 ] || complain "--as takes an unknown seat"
grep -q 'did you mean "crown"' "$scratch/err" || complain "--as does not help: $(cat "$scratch/err")"
"$lab" serve "$tiny" --as crown --seat crown=idle </dev/null >/dev/null 2>&1
[ $? -eq 2 ] || complain "--seat for the seat that is served is taken"

# --- an agent that learns
if command -v python3 >/dev/null 2>&1; then
  python3 game/lab/learn.py "$lab" "$tiny" 5 --seat all=reflex >"$scratch/learnt" 2>"$scratch/err" ||
    complain "learn.py: $(tail -n 3 "$scratch/err")"
  # Five rounds of the same 16 games: the last is worth more than the first.
  awk '{ sub(",", "", $4); reward[NR] = $4 + 0 } END { exit !(NR == 5 && reward[5] > reward[1]) }' \
    "$scratch/learnt" || complain "nothing was learnt: $(cat "$scratch/learnt")"
fi
exit $failed
