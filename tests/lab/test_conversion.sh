#!/bin/sh
# Everything is data: tests/support/tiny.json is a world of its own, which shares no name with what is
# shipped, and plays, from either side, with no C that knows it.
set -u
# shellcheck source=tests/support/tool.sh
. tests/support/tool.sh

python3 - <<'PYTHON' || complain "the worlds share names"
import glob, json, sys

SECTIONS = ["actors", "claims", "actions", "events", "tracks", "influences", "advisors"]

def names(path):
    with open(path) as file:
        world = json.load(file)
    return {name for section in SECTIONS for name in world.get(section, {})}

own = names("tests/support/tiny.json")
shared = {(path, name) for path in glob.glob("scenarios/*.json") if "schema" not in path for name in own & names(path)}
print(sorted(shared))
sys.exit(bool(shared) or len(own) < 25)
PYTHON

cp tests/support/tiny.json "$scratch/" || exit 1
cat >"$scratch/crown.json" <<'JSON'
{ "format": 1, "id": "crown", "extends": "tiny", "player": "crown",
  "tracks": { "harvest": { "name": { "en": "The harvest", "fr": "La récolte" }, "start": 50 } },
  "influences": { "rain": { "to": "track:harvest", "from": "world.tension", "gain": -0.05, "why": "Carts are requisitioned." } },
  "objectives": { "granaries": { "title": "Full granaries", "when": [ { "var": "track:harvest", ">": 55 } ] } } }
JSON
for file in tiny crown; do
  "$lab" validate "$scratch/$file.json" >"$scratch/out" 2>&1
  [ "$(cat "$scratch/out")" = "0 errors" ] || complain "$(cat "$scratch/out")"
  "$lab" run "$scratch/$file.json" --games 100 --seat all=random --format csv >"$scratch/out" 2>&1 ||
    complain "$file: $(head -n 3 "$scratch/out")"
  [ "$(grep -c '^action,' "$scratch/out")" -ge 7 ] || complain "$file: too few actions"
done
grep -q '^variable,track:harvest,' "$scratch/out" || complain "the track of its own is not played"

# The same world in the terminal's session.
if [ -x "$THIRDPOLE_BUILD/thirdpole" ]; then
  printf 'end\nend\nquit\n' | "$THIRDPOLE_BUILD/thirdpole" --text "$scratch/crown.json" >"$scratch/out" 2>&1 ||
    complain "the session ends with $?: $(tail -n 3 "$scratch/out")"
  grep -q "Two Rivers" "$scratch/out" || complain "the session does not open it: $(head -n 5 "$scratch/out")"
fi

exit $failed
