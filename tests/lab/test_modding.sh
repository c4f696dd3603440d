#!/bin/sh
# What a modder works with: `new` gives a scenario that plays, `watch` looks again at every save,
# `reference` knows every key.
set -u
# shellcheck source=tests/support/tool.sh
. tests/support/tool.sh
watcher=
trap '[ -z "$watcher" ] || kill "$watcher" 2>/dev/null; rm -rf "$scratch"' EXIT

# --- new
mkdir "$scratch/work" && cd "$scratch/work" || exit 1
for from in rapprochement-2018 first-steps; do
  expect 0 new "my-$from" --from "$from"
  [ "$(cat "$scratch/out")" = "my-$from.json" ] || complain "new does not say what it wrote"
  expect 0 validate "my-$from.json"
  [ "$(cat "$scratch/out")" = "0 errors" ] || complain "$(cat "$scratch/out")"
  expect 0 run "my-$from.json" --games 20 --seat all=reflex --format csv
  grep -q '^action,new-action,[1-9]' "$scratch/out" || complain "nobody takes the new action"
  grep -q '^event,new-event,20' "$scratch/out" || complain "the new event does not happen"
done
expect 3 new my-first-steps
grep -q "is there already" "$scratch/err" || complain "new wrote over a file"
expect 2 new "My Game"
expect 0 new my-mod --mod --from first-steps
silent err
for mod in mods/my-mod my-mod; do
  expect 0 validate "$mod"
  [ "$(cat "$scratch/out")" = "0 errors" ] || complain "$(cat "$scratch/out")"
done
expect 1 run my-mod
said err 'no scenario is called "my-mod", but a mod is: name it behind a scenario, as SCENARIO+my-mod'
expect 0 run first-steps+my-mod --games 20 --seat all=reflex --format csv
grep -q '^event,new-event,20' "$scratch/out" || complain "the new mod's event does not happen"
expect 3 new my-mod --mod
expect 2 new another --mod --out a.json
expect 1 new my-other --from no-such-scenario
[ -e my-other.json ] && complain "new left a file that does not load"
mkdir scenarios
expect 0 new my-third
[ -f scenarios/my-third.json ] || complain "new does not use the folder scenarios"

# --- watch
# saw WORDS: waits until the watcher has said them.
saw() {
  for _ in $(seq 300); do
    grep -q "$1" "$scratch/watched" && return
    sleep 0.1
  done
  complain "watch did not say \"$1\" but: $(cat "$scratch/watched")"
}

cat >parent.json <<'JSON'
{ "format": 1, "id": "parent", "extends": "first-steps", "title": "Parent" }
JSON
cat >child.json <<'JSON'
{ "format": 1, "id": "child", "extends": "parent", "title": "Child" }
JSON
: >"$scratch/watched"
"$lab" watch child.json --games 20 >"$scratch/watched" 2>&1 &
watcher=$!
saw "20 games: "
echo '{ "format": 1, "id": "child", "extends": "parent", "turns": "x" }' >child.json
saw "child.json:1:61: /turns: must be a whole number"
: >"$scratch/watched"
echo '{ "format": 1, "id": "child", "extends": "parent", "turns": 3 }' >child.json
saw "20 games: "
: >"$scratch/watched"
echo '{ "format": 1, "id": "parent", "extends": "first-steps", "colour": 0 }' >parent.json
saw "parent.json:1:58: /colour: unknown key"
kill -TERM "$watcher"
wait "$watcher"
status=$?
watcher=
[ "$status" -eq 143 ] || complain "watch ends with $status, not 143"
expect 2 watch first-steps
mkdir -p mods/mine/patches # a mod that is broken when it is first looked at, and then put right
echo '{ "format": 1, "id": "mine", "title": "Mine", "version": "1" }' >mods/mine/mod.json
echo '{ "turns": "x" }' >mods/mine/patches/first-steps.json
: >"$scratch/watched"
"$lab" watch first-steps+mine --games 20 >"$scratch/watched" 2>&1 &
watcher=$!
saw "mods/mine/patches/first-steps.json:1:12: /turns: must be a whole number"
echo '{ "turns": 3 }' >mods/mine/patches/first-steps.json
saw "20 games: "
kill -TERM "$watcher"
wait "$watcher"
watcher=
expect 3 watch missing.json

# --- reference: every key of the schema has its row
expect 0 reference
cp "$scratch/out" "$scratch/reference"
for key in format extends stances crisis wedge revolution_fear menace.rate from-presence end-turn; do
  grep -q "\`$key\`" "$scratch/reference" || complain "the reference lacks $key"
done
cmp "$scratch/reference" "$THIRDPOLE_BUILD/scenario-format.md" || complain "the build's reference is another"

exit $failed
