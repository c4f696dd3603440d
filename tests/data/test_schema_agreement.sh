#!/bin/sh
# The schema and the loader agree, by the word of an independent validator (python3-jsonschema): a
# value of any kind is put in many places of a shipped scenario. What the schema refuses the loader
# must refuse too, and where the loader speaks of a type, a range, a choice or an unknown key, so must
# the schema.
set -u
lab=${THIRDPOLE_BUILD:?names the build folder}/thirdpole-lab
cd "${THIRDPOLE_SOURCE:-$(dirname "$0")/../..}" || exit 1
python=
for candidate in python3 /usr/bin/python3; do # the first may be one without the system's packages
  "$candidate" -c 'import jsonschema; jsonschema.Draft202012Validator' 2>/dev/null || continue
  python=$candidate
  break
done
[ -n "$python" ] || { echo "no python3-jsonschema here"; exit 77; }
[ -x "$lab" ] || { echo "$lab is not built"; exit 77; }
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
"$lab" schema >"$scratch/schema.json" || exit 1
cp scenarios/rules.json scenarios/base.json "$scratch/" || exit 1

"$python" - "$scratch" "$lab" scenarios/rapprochement-2018.json <<'PYTHON'
import copy, json, random, re, subprocess, sys
import jsonschema

scratch, lab, shipped = sys.argv[1:]
schema = json.load(open(scratch + "/schema.json"))
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
scenario = json.load(open(shipped))
failures = []

for name in ("scenarios/rules.json", "scenarios/base.json", shipped):
    for error in validator.iter_errors(json.load(open(name))):
        failures.append(f"{name}: {list(error.path)}: {error.message[:200]}")

def places(node, path=()):
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        yield path + (key,)
        yield from places(value, path + (key,))

values = [None, True, -7, 1e30, 0.5, "x", "#aabbcc", [], [{}], {}, {"a": 1}, "add"]
chosen = random.Random(5).sample(list(places(scenario)), 60)
for kind in ("actors", "actions", "events", "objectives", "tracks", "claims"):
    entry = next(iter(scenario.get(kind, {"": 0})))
    chosen.append((kind, entry, "colour" if entry else ""))
chosen = [place for place in chosen if place[-1] != ""]
tried = {}
for number, place in enumerate(chosen):
    for value_number, value in enumerate(values):
        changed = copy.deepcopy(scenario)
        node = changed
        for key in place[:-1]:
            node = node[key]
        node[place[-1]] = value
        name = f"{scratch}/{number}-{value_number}.json"
        json.dump(changed, open(name, "w"))
        tried[name] = (place, value, validator.is_valid(changed))

says_type = re.compile(r"^(must be |unknown key )")
# What a schema cannot know: the ends of a track's range, and places that only some entries have.
beyond = re.compile(r"must be (from \"min\"|below|true; null)|must be the id of|must be the name of")
for start in range(0, len(tried), 100):
    names = list(tried)[start:start + 100]
    run = subprocess.run([lab, "validate", "--format", "json"] + names, capture_output=True, text=True)
    for file in json.loads(run.stdout)["files"]:
        place, value, valid = tried[file["file"]]
        where = f"{'/'.join(map(str, place))} = {json.dumps(value)}"
        typed = [p["message"] for p in file["problems"]
                 if says_type.match(p["message"]) and not beyond.search(p["message"])
                 and p["file"] == file["file"]]
        if file["valid"] and not valid:
            failures.append(f"the schema alone refuses {where}")
        if typed and valid:
            failures.append(f"the loader alone refuses {where}: {typed[0]}")

print(f"{len(tried)} files, {len(failures)} disagreements")
print("\n".join(failures[:40]))
sys.exit(bool(failures))
PYTHON
