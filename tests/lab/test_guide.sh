#!/bin/sh
# The examples of scenarios/README.md are what a modder copies first: each is sound, and can be
# played and described.
set -u
lab=$THIRDPOLE_BUILD/thirdpole-lab
[ -x "$lab" ] || exit 77
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0

complain() {
  echo "FAIL: $*"
  failed=1
}

awk -v folder="$scratch" '
  /^```json$/ { file = folder "/example-" ++count ".json"; next }
  /^```$/ { file = ""; next }
  file { print > file }' scenarios/README.md

for file in "$scratch"/example-*.json; do
  "$lab" validate "$file" >"$scratch/out" 2>&1 || complain "$(cat "$scratch/out")"
  "$lab" run "$file" --games 2 --seat all=reflex >"$scratch/out" 2>&1 ||
    complain "$(head -n 5 "$scratch/out")"
done
[ -f "$scratch/example-2.json" ] || complain "the guide has fewer than two examples"
for name in northern-watch cut-cable denial northern-bases cold-north vinland; do
  "$lab" describe "$scratch/example-2.json" "$name" >"$scratch/out" 2>&1 ||
    complain "$name: $(cat "$scratch/out")"
done

exit $failed
