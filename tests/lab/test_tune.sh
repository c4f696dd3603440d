#!/bin/sh
# Values with which a scenario meets its bands: found where there are any, and confirmed on games
# that the search has not seen. The proposal is a scenario that plays as it was tried.
set -u
# shellcheck source=tests/support/tool.sh
. tests/support/tool.sh
python=$(command -v python3) || exit 77

cp tests/support/tiny.json "$scratch/tiny.json"
# bands FILE BAND,... : a game that is won by being rich at the end, which is a matter of chance.
bands() {
  cat >"$scratch/$1.json" <<END
{ "format": 1, "id": "$1", "extends": "tiny", "title": "Bands",
  "endings": { "silence": null, "war": null,
    "rich": { "title": "Rich", "result": "victory", "final": true,
              "when": [ { "var": "league.prosperity", ">": 49.5 } ] } },
  "balance": { "games": 500, "bands": [ $2 ] } }
END
}
bands wanted '{ "seat": "league", "policy": "reflex", "win": [0.75, 0.9] }'
bands torn '{ "seat": "league", "policy": "idle", "win": [0.8, 1] },
            { "seat": "league", "policy": "reflex", "win": [0, 0.1] }'
bands rich '{ "seat": "league", "policy": "idle", "win": [0.8, 1] },
            { "seat": "league", "policy": "reflex", "win": [0.8, 1] }'
bands content '{ "seat": "league", "policy": "reflex", "win": [0.1, 0.9] }'

# --- found, confirmed, and nothing is touched
cp "$scratch/wanted.json" "$scratch/before"
expect 0 tune "$scratch/wanted.json" --seat all=reflex --games 150 --tries 120 \
  --free prosperity.burden=0:3 --free league.prosperity=40:60
said out "met"
said out "as a merge patch"
cmp "$scratch/wanted.json" "$scratch/before" || complain "the scenario was changed"

# --- the same for any number of threads
for threads in 1 3; do
  expect 0 tune "$scratch/wanted.json" --seat all=reflex --games 60 --tries 60 --confirm 200 \
    --free prosperity.burden=0:3 --format json --threads $threads
  grep -v -e '"seconds"' -e '"threads"' "$scratch/out" >"$scratch/threads.$threads"
done
cmp "$scratch/threads.1" "$scratch/threads.3" || complain "tune differs by threads"

# --- what is met already stays as it is; what cannot be met is said to be missed
expect 0 tune "$scratch/content.json" --seat all=reflex --games 60 --free league.prosperity=40:60
said out "0 points tried"
said out "nothing nearer to the bands was found"
expect 1 tune "$scratch/torn.json" --seat all=reflex --games 40 --tries 30 \
  --free league.prosperity=40:60
said out "MISSED"

# --- the proposal, written as a scenario, is what was tried: values of every kind, and the games
expect 0 tune "$scratch/rich.json" --seat all=reflex --games 40 --tries 150 --confirm 100 --format json \
  --free league.prosperity=40:60 --free crown.control=30:70 --free prosperity.burden=0:3 \
  --free gap.power=0.5:1 --free jade-crown.economy=20:60 --free "crown>league.menace=20:60" \
  --free claim:siege.credibility=30:70 --free world.tension=20:60 --free track:canal=5:20
"$python" - "$scratch" <<'END' || complain "the proposal cannot be read"
import json, sys
folder = sys.argv[1]
found = json.load(open(folder + "/out"))
assert len(found["free"]) == 9 and found["tried"] > 0
assert all(f["value"] != f["usual"] and f["low"] <= f["value"] <= f["high"] for f in found["free"])
scenario = {"format": 1, "id": "proposed", "extends": "rich", "title": "Bands", **found["patch"]}
json.dump(scenario, open(folder + "/proposed.json", "w"))
json.dump(found, open(folder + "/found.json", "w"))
END
expect 0 validate "$scratch/proposed.json"
expect 0 trace "$scratch/proposed.json" --seat all=idle --csv "$scratch/start.csv"
for policy in idle reflex; do
  expect 0 run "$scratch/proposed.json" --games 40 --seat all=reflex --seat league=$policy \
    --format json --out "$scratch/run.$policy"
done
"$python" - "$scratch" <<'END' || complain "the proposal is not what was tried"
import csv, json, sys
folder = sys.argv[1]
found = json.load(open(folder + "/found.json"))
start = next(csv.DictReader(open(folder + "/start.csv")))
other = {"jade-crown.economy": "crown-jade.economy"}
for f in found["free"]:
    name = other.get(f["name"], f["name"])
    if name in start:
        assert float(start[name]) == f["value"], (name, start[name], f)
assert sum(other.get(f["name"], f["name"]) in start for f in found["free"]) == 7
assert found["patch"]["rules"].keys() == {"prosperity.burden", "gap.power"}
for band in found["bands"]:
    won = json.load(open(folder + "/run." + band["policy"]))["results"]["victory"]["rate"]
    assert won == band["found"], (band, won)
END

# --- refusals
expect 2 tune "$scratch/wanted.json" --seat all=reflex
said err "tune needs --free"
expect 1 tune tests/support/tiny.json --free league.prosperity=40:60
said err "no balance bands"
expect 2 tune "$scratch/wanted.json" --free league.prosperty=40:60
said err 'did you mean "league.prosperity"'
exit $failed
