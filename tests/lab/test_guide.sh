#!/bin/sh
# scenarios/README.md is what a modder copies from. The blocks of the tutorial are its files, word for
# word, and play; every recipe, put into a scenario, validates and plays.
set -u
# shellcheck source=tests/support/tool.sh
. tests/support/tool.sh

# A block with a "format" is a whole file; any other is what stands between the braces of one.
awk -v folder="$scratch" '
  function finish() {
    if (whole) {
      file = folder "/step-" sprintf("%02d", ++steps) ".json"
      printf "%s", text > file
    } else {
      file = folder "/recipe-" ++recipes ".json"
      printf "{\n\"format\": 1, \"id\": \"recipe\", \"extends\": \"rapprochement-2018\",\n%s}\n", text > file
    }
    close(file)
  }
  /^```json$/ { inside = 1; whole = 0; text = ""; next }
  /^```$/ { if (inside) finish(); inside = 0; next }
  inside { text = text $0 "\n"; if ($0 ~ /"format": 1/) whole = 1 }' scenarios/README.md

sound() {
  "$lab" validate "$1" >"$scratch/out" 2>&1
  [ "$(cat "$scratch/out")" = "0 errors" ] || complain "$1: $(cat "$scratch/out")"
  "$lab" run "$1" --games 2 --seat all=reflex >"$scratch/out" 2>&1 || complain "$1: $(head -n 5 "$scratch/out")"
}

steps=0
for file in scenarios/tutorial/step-*.json; do
  cmp "$file" "$scratch/$(basename "$file")" || complain "the guide shows $file otherwise than it is"
  sound "$file"
  steps=$((steps + 1))
done
[ "$steps" -eq 10 ] || complain "the tutorial has $steps steps"
for name in northern-watch cut-cable denial northern-bases cold-north vinland keep-the-island; do
  "$lab" describe scenarios/tutorial/step-10.json "$name" >"$scratch/out" 2>&1 || complain "$name: $(cat "$scratch/out")"
done

recipes=0
for file in "$scratch"/recipe-*.json; do
  sound "$file"
  recipes=$((recipes + 1))
done
[ "$recipes" -eq 20 ] || complain "the guide has $recipes recipes"

exit $failed
