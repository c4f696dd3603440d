#!/bin/sh
# Mods as the tool sees them: checked as a whole, listed, and told when they stand against each other;
# what is no file among the scenarios keeps nothing from being listed.
set -u
# shellcheck source=tests/support/tool.sh
. tests/support/tool.sh
cd "$scratch" || exit 1

# mod NAME VERSION PATCH: writes a mod that patches first-steps.
mod() {
  mkdir -p "mods/$1/patches"
  printf '{ "format": 1, "id": "%s", "title": "%s", "version": "%s" }\n' "$1" "$1" "$2" >"mods/$1/mod.json"
  echo "$3" >"mods/$1/patches/first-steps.json"
}

# --- one mod, by its folder or its file
mod sound 1.0 '{ "world": { "tension": 44 } }'
for given in mods/sound mods/sound/ mods/sound/mod.json mods/sound/patches/first-steps.json; do
  expect 0 validate "$given"
  said out "0 errors"
done
mod faulty 1.x '{ "world": { "tension": 144 } }'
expect 1 validate mods/faulty
said out 'mods/faulty/mod.json:1:62: /version: must be a version: whole numbers with points'
said out 'mods/faulty/patches/first-steps.json:1:25: /world/tension: must be a number from 0 to 100'
mod wrong 1.0 '{ "world": { "tensoin": 44 }, "actions": { "no-such": { "turns": 3 } } }'
expect 1 validate mods/wrong/mod.json --format github
said out '::error file=mods/wrong/patches/first-steps.json,line=1,col=14'
said out 'did you mean "tension"?'
mkdir -p mods/rules/patches # whose faults show only in the scenarios that play by them
echo '{ "format": 1, "id": "rules", "title": "Rules", "version": "1" }' >mods/rules/mod.json
echo '{ "rules": { "gap.power": null } }' >mods/rules/patches/rules.json
expect 1 validate mods/rules
said out 'mods/rules/patches/rules.json:1:27: /rules: the rule "gap.power" is missing'
mkdir -p elsewhere/own/scenarios # and one that is in no place where mods are looked for
echo '{ "format": 1, "id": "own", "title": "Own", "version": "2" }' >elsewhere/own/mod.json
echo '{ "format": 1, "id": "mine", "extends": "first-steps", "turns": "x" }' >elsewhere/own/scenarios/mine.json
expect 1 validate elsewhere/own
said out 'elsewhere/own/scenarios/mine.json:1:65: /turns: must be a whole number'
(cd elsewhere/own && "$lab" validate .) >"$scratch/out" 2>"$scratch/err" && complain "a mod in the working folder is not checked"
said out 'scenarios/mine.json:1:65: /turns: must be a whole number'
expect 3 validate missing/mod.json

# --- on a scenario with variants, which are played with the mods as well
mkdir -p scenarios mods/away/patches
cat >scenarios/fork.json <<'JSON'
{ "format": 1, "id": "fork", "extends": "first-steps",
  "events": { "flare": { "title": "A flare", "text": "One.", "at": 3, "effects": [{ "var": "world.tension", "add": 2 }] } },
  "variants": { "calm": { "title": "Calm", "changes": { "events": { "flare": null } } } } }
JSON
echo '{ "format": 1, "id": "away", "title": "Away", "version": "1" }' >mods/away/mod.json
echo '{ "events": { "flare": null } }' >mods/away/patches/fork.json
expect 0 validate fork
for words in "fork+away" "scenarios/fork.json+away" "fork --mods away"; do
  # shellcheck disable=SC2086 # the words are several
  expect 1 validate $words
  said out 'scenarios/fork.json:3:69: /variants/calm/changes/events/flare: there is no "flare"'
done

# --- what it takes away is named elsewhere: over the file that it changes, and under it
echo '{ "format": 1, "id": "coast", "extends": "first-steps", "tracks": { "tide": { "name": "Tide", "start": 3, "min": 0, "max": 9 } },
  "influences": { "moon": { "to": "track:tide", "from": "world.tension", "gain": 0.1, "why": "Pull." } } }' >scenarios/coast.json
echo '{ "format": 1, "id": "harbour", "extends": "coast",
  "objectives": { "dry": { "title": "Dry", "when": [{ "var": "track:tide", "<": 2 }] } } }' >scenarios/harbour.json
mkdir -p mods/ebb/patches
echo '{ "format": 1, "id": "ebb", "title": "Ebb", "version": "1" }' >mods/ebb/mod.json
echo '{ "tracks": { "tide": null }, "influences": { "moon": null } }' >mods/ebb/patches/coast.json
echo '{ "format": 1, "id": "bay", "extends": "coast", "influences": { "moon": { "gain": 0.2 } } }' >scenarios/bay.json
expect 1 validate bay+ebb
said out 'mods/ebb/patches/coast.json:1:55: /influences/moon: is removed here, but is still changed by /influences/moon (scenarios/bay.json:1:73)'
echo '{ "tracks": { "tide": null } }' >mods/ebb/patches/coast.json
expect 1 validate harbour+ebb
said out 'mods/ebb/patches/coast.json:1:23: /tracks/tide: is removed here, but "track:tide" is still named by /objectives/dry/when/0/var (scenarios/harbour.json:2:62)'
said out 'is still named by /influences/moon/to (scenarios/coast.json:2:35)'

# --- two that set the same value
mod other 1.0 '{ "world": { "tension": 45 } }'
for words in "list" "run first-steps --games 1 --seat all=idle" "trace first-steps --turns 1 --seat all=idle"; do
  # shellcheck disable=SC2086 # the words are several
  expect 0 $words --mods sound,other
  said err "two mods set the same value differently, 1 time"
  [ "$(wc -l <"$scratch/err")" -eq 1 ] || complain "$words: said more than once"
done
expect 0 run first-steps+sound --games 1 --seat all=idle --mods other
said out "mods: other 1.0, sound 1.0"
expect 0 list --mods sound
[ -s "$scratch/err" ] && complain "one mod stands against nothing"

# --- what is no file
mkdir -p scenarios/folder.json
mkfifo scenarios/pipe.json
ln -s /dev/zero scenarios/device.json
echo '{ "format": 1, "id": "on-pipe", "extends": "pipe" }' >scenarios/on-pipe.json
expect 0 list --mods sound,other
for name in folder pipe device; do
  said out "scenarios/$name.json  (1 error: is a folder, a pipe or a device, no file)"
done
expect 1 validate on-pipe
said out 'scenarios/on-pipe.json:1:44: /extends: "pipe" is a folder, a pipe or a device'

# --- names that would end a line, or are no text, are told in one
mkdir -p mods/odd/patches
echo '{ "format": 1, "id": "odd", "title": "Odd", "version": "1" }' >mods/odd/mod.json
echo '{}' >"mods/odd/patches/$(printf 'two\nlines \033[31m\377').json"
printf '{ "format": 1, "id": "odd-key", "extends": "first-steps", "tur\\nns": 1 }' >scenarios/odd-key.json
name='mods/odd/patches/two\nlines \x1b[31m\xff.json'
for form in text csv; do
  expect 1 validate mods/odd odd-key --format $form
  grep -q -F -- "$name" out || complain "$form: $(cat out)"
  grep -F 'tur\nns' out | grep -q 'did you mean' || complain "$form: $(cat out)"
  [ "$(wc -l <out)" -eq 4 ] || complain "$form: $(cat out)" # two faults, a doubt, and a line of its own
done
expect 1 validate mods/odd --format json
python3 -c 'import json, sys; print(json.load(sys.stdin)["files"][0]["problems"][0]["file"])' <out | grep 'two$' >/dev/null || complain "json: $(cat out)"
expect 1 validate mods/odd odd-key --format github
[ "$(wc -l <out)" -eq 3 ] || complain "github: $(cat out)"
expect 0 list
said out "$name"

# --- beside a program that was moved, and in the share/ that goes with its bin/
mkdir -p moved/bin/scenarios moved/bin/mods moved/share/thirdpole/scenarios away-from-it
cp "$lab" moved/bin/thirdpole-lab
cp -r mods/sound moved/bin/mods/beside
sed -i 's/"sound"/"beside"/g' moved/bin/mods/beside/mod.json
for place in bin share/thirdpole; do
  printf '{ "format": 1, "id": "in-%s", "extends": "first-steps" }\n' "${place%/*}" >"moved/$place/scenarios/in-${place%/*}.json"
done
(cd away-from-it && ../moved/bin/thirdpole-lab list --mods beside) >out 2>err || complain "the moved program finds no mod: $(cat err)"
said out "$(pwd -P)/moved/bin/scenarios/in-bin.json"
said out "$(pwd -P)/moved/share/thirdpole/scenarios/in-share.json"

exit $failed
