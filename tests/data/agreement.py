"""Holds the schema and the loader together, by the word of an independent validator.

usage: agreement.py LAB SCHEMA FOLDER [COMMAND...]

FOLDER has good/ and bad/ beside tiny.json, which they extend; changed copies of scenarios are written
there, and of mods, whose schema is that of scenarios/mods. COMMAND reads names of files and answers "yes" or "no" for each; without one, python3-jsonschema
answers. What the schema refuses the loader must refuse too, and where the loader speaks of a type, a
range, a choice or an unknown key, so must the schema.
"""
import copy
import json
import os
import random
import re
import subprocess
import sys

lab, schema_name, folder = sys.argv[1:4]
command = sys.argv[4:]
failures = []

SAYS_TYPE = re.compile(r"^(must be |unknown key |may not be empty)")
# What a schema cannot know: the ends of a track's range, names that only some scenarios have.
BEYOND = re.compile(r"must be (from \"min\"|below|true; null|the name of|the id of)")


MOD_SCHEMA = "scenarios/mods/mod.schema.json"


def ask_command(names, schema):
    answer = subprocess.run(command[:-1] + [schema], input="\n".join(names), capture_output=True, text=True)
    if answer.returncode:
        sys.exit(answer.stderr)
    return dict(zip(names, (word == "yes" for word in answer.stdout.split())))


def ask_jsonschema(names, schema):
    import jsonschema

    with open(schema) as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)

    def accepts(name):
        try:
            with open(name, encoding="utf-8") as file:
                return validator.is_valid(json.load(file))
        except (ValueError, RecursionError):
            return False

    return {name: accepts(name) for name in names}


def ask_loader(names):
    """name -> its problems, as `validate` gives them; those of other files left out"""
    found = {}
    for start in range(0, len(names), 200):
        some = names[start : start + 200]
        run = subprocess.run([lab, "validate", "--format", "json"] + some, capture_output=True, text=True)
        for file in json.loads(run.stdout)["files"]:
            found[file["file"]] = (file["valid"], [p for p in file["problems"] if p["file"] == file["file"]])
    return found


# --- changed copies ---------------------------------------------------------------------------------

VALUES = [None, True, -7, 1e30, 0.5, "x", "", "#aabbcc", [], [{}], [1, 2], {}, {"a": 1}, "add", "a.b"]


def places(node, path=()):
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        yield path + (key,)
        yield from places(value, path + (key,))


def parent(document, place):
    for key in place[:-1]:
        document = document[key]
    return document


def misspell(word, chance):
    at = chance.randrange(len(word))
    return word[:at] + chance.choice("abcxyz-_Z9") + word[at + 1 :]


def change(document, place, chance):
    """One change at a place: another value, none, a misspelt key, a misspelt word, a number moved far."""
    node, key = parent(document, place), place[-1]
    what = chance.randrange(6)
    if what == 0:
        del node[key]
    elif what == 1 and isinstance(node, dict):
        node[misspell(key, chance)] = node.pop(key)
    elif what == 2 and isinstance(node[key], str) and node[key]:
        node[key] = misspell(node[key], chance)
    elif what == 3 and isinstance(node[key], (int, float)):
        node[key] = node[key] * chance.choice([-1, 10, 1000, 1.001])
    else:
        node[key] = copy.deepcopy(chance.choice(VALUES))


def beside(name, number):
    return f"{folder}/{os.path.basename(name)[:-5]}-{number}.json"


def as_mod(name, number):
    """A mod is known by its folder."""
    place = f"{folder}/mods/{os.path.basename(name)[:-5]}-{number}"
    os.makedirs(place)
    return f"{place}/mod.json"


def write_copies(name, count, chance, where=beside):
    with open(name) as file:
        document = json.load(file)
    every = [place for place in places(document) if place[0] != "extends"]
    written = []
    for number in range(count):
        changed = copy.deepcopy(document)
        for _ in range(chance.choice([1, 1, 1, 2])):
            left = [place for place in [chance.choice(every)]]
            try:
                change(changed, left[0], chance)
            except (KeyError, IndexError, TypeError):
                pass  # the second place went with the first
        path = where(name, number)
        with open(path, "w") as file:
            json.dump(changed, file)
        written.append(path)
    return written


# --- the comparison ---------------------------------------------------------------------------------


def compare(names, schema=schema_name):
    asked = (ask_command if command else ask_jsonschema)(names, schema)
    loaded = ask_loader(names)
    refused = 0
    for name in names:
        valid, problems = loaded[name]
        typed = [p["message"] for p in problems if SAYS_TYPE.match(p["message"]) and not BEYOND.search(p["message"])]
        refused += not valid
        if valid and not asked[name]:
            failures.append(f"the schema alone refuses {name}")
        if typed and asked[name]:
            failures.append(f"the loader alone refuses {name}: {typed[0]}")
    return refused


chance = random.Random(2018)
good = sorted(f"{folder}/good/{name}" for name in os.listdir(f"{folder}/good") if name.endswith(".json"))
bad = sorted(f"{folder}/bad/{name}" for name in os.listdir(f"{folder}/bad") if name.endswith(".json"))
shipped = sorted(f"scenarios/{name}" for name in os.listdir("scenarios") if name.endswith(".json") and name != "scenario.schema.json")
compare(shipped + [f"{folder}/tiny.json"] + good + bad)
if len(good) + len(bad) < 150:
    failures.append(f"only {len(good)} good and {len(bad)} bad files")
copies = write_copies(f"{folder}/tiny.json", 400, chance)
for name in shipped:
    copies += write_copies(name, 40, chance)
refused = compare(copies)
if not 0.3 < refused / len(copies) < 0.95:
    failures.append(f"{refused} of {len(copies)} changed copies are refused: too one-sided to tell")

# Mods: one that says all there is to say, the shipped ones, and changed copies.
FULL = {"$schema": "mod.schema.json", "format": 1, "id": "all", "title": {"en": "All", "fr": "Tout"}, "version": "1.2.3.4",
        "author": "A", "description": "D", "needs": {"long-winter": {"version": "1.0"}, "_": 1}, "order": -3.5, "x-own": []}
with open(f"{folder}/all.json", "w") as file:
    json.dump(FULL, file)
mods = [f"scenarios/mods/{name}/mod.json" for name in os.listdir("scenarios/mods") if "." not in name]
if compare(mods, MOD_SCHEMA):
    failures.append("a shipped mod is refused")
mod_copies = write_copies(f"{folder}/all.json", 400, chance, as_mod)
for name in mods:
    mod_copies += write_copies(name, 100, chance, lambda name, number: as_mod(f"{name.split(chr(47))[2]}.json", number))
mods_refused = compare(mod_copies, MOD_SCHEMA)
if not 0.3 < mods_refused / len(mod_copies) < 0.95:
    failures.append(f"{mods_refused} of {len(mod_copies)} changed mods are refused: too one-sided to tell")

print(f"{len(mod_copies)} changed mods, {mods_refused} of them refused;")
print(f"{len(good)} good and {len(bad)} bad files, {len(copies)} changed copies, {refused} of them refused;"
      f" {len(failures)} disagreements, by {'Ajv' if command else 'python3-jsonschema'}")
print("\n".join(failures[:40]))
sys.exit(bool(failures))
