#!/bin/sh
# The planner tries what reflex would never think of: with the scores of two good actions at the
# bottom, reflex leaves them alone and the planner uses them all the same.
set -u
cd "${THIRDPOLE_SOURCE:-$(dirname "$0")/../..}" || exit 1
. tests/support/tool.sh
cat >"$scratch/shunned.json" <<'JSON'
{ "format": 1, "id": "shunned", "extends": "rapprochement-2018", "actions": {
  "joint-procurement": { "reflex": { "base": -100 } }, "command-exercises": { "reflex": { "base": -100 } } } }
JSON

# uses POLICY: how often it takes the two actions in four games
uses() {
  expect 0 run "$scratch/shunned.json" --games 4 --seat all=reflex --seat "europe=$1" --format json
  python3 -c '
import json, sys
used = json.load(sys.stdin)["actions"]
print(*(used.get(name, {}).get("times", 0) for name in ("joint-procurement", "command-exercises")))
' <"$scratch/out"
}

found=$(uses reflex)
[ "$found" = "0 0" ] || complain "reflex uses what its scores forbid: $found"
found=$(uses planner)
case $found in 0* | *" 0") complain "the planner thinks of no more: $found" ;; esac
exit $failed
