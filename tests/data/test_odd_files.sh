#!/bin/sh
# What stands in tests/data/files: good ones are accepted, bad ones refused, and what is said, with line
# and column, is what stands beside each in a .txt. All of them extend tests/support/tiny.json.
# To take over what is said now: sh tests/data/test_odd_files.sh --take-over
set -u
lab=${THIRDPOLE_BUILD:?names the build folder}/thirdpole-lab
root=${THIRDPOLE_SOURCE:-$(cd "$(dirname "$0")/../.." && pwd)}
[ -x "$lab" ] || { echo "$lab is not built"; exit 77; }
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
failures=0

complain() {
  echo "$*"
  failures=$((failures + 1))
}

# expect STATUS FOLDER FILE: with the words of FILE's .txt, or "0 errors" where there is none.
expect() {
  "$lab" validate "$3" >"$scratch/whole" 2>"$scratch/err"
  status=$?
  sed 's/tiny\.json:[0-9]*:[0-9]*/tiny.json/g' "$scratch/whole" >"$scratch/said" # its lines are not ours
  [ "$status" -eq "$1" ] || complain "$2/$3 ends with $status"
  [ -s "$scratch/err" ] && complain "$2/$3: $(cat "$scratch/err")"
  wanted=$root/tests/data/files/$2/${3%.json}.txt
  if [ "${take_over:-}" ]; then
    cp "$scratch/said" "$wanted"
    [ "$(cat "$scratch/said")" = "0 errors" ] && rm "$wanted"
  elif [ -f "$wanted" ]; then
    diff "$wanted" "$scratch/said" || complain "$2/$3 is told otherwise"
  elif [ "$(cat "$scratch/said")" != "0 errors" ]; then
    complain "$2/$3: $(cat "$scratch/said")"
  fi
}

[ "${1:-}" = --take-over ] && take_over=yes
for folder in good bad; do
  mkdir "$scratch/$folder"
  cp "$root/tests/data/files/$folder"/*.json "$root/tests/support/tiny.json" "$scratch/$folder/" || exit 1
  cd "$scratch/$folder" || exit 1
  count=0
  for file in *.json; do
    [ "$file" = tiny.json ] && continue
    if [ "$folder" = good ]; then expect 0 good "$file"; else expect 1 bad "$file"; fi
    count=$((count + 1))
  done
  [ "$count" -ge 50 ] || complain "only $count $folder files"
done
[ "$failures" -eq 0 ]
