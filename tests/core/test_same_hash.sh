#!/bin/sh
# The same games to the bit, whatever compiler and level made the tool. THIRDPOLE_LABS lists the
# binaries, separated by colons; without it there is nothing to compare.
set -u
[ -n "${THIRDPOLE_LABS:-}" ] || exit 77
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0
count=0

# play BINARY: the final hashes of some games with reflex in all seats but one planner.
play() {
  "$1" run rapprochement-2018 --games 20 --seed 20180401 --hashes --format csv \
    --seat all=reflex --seat russia=planner --threads 2 | grep '^hash,'
}

old_ifs=$IFS
IFS=:
for binary in $THIRDPOLE_LABS; do
  IFS=$old_ifs
  [ -n "$binary" ] || continue
  play "$binary" >"$scratch/now"
  [ "$(wc -l <"$scratch/now")" -eq 20 ] || {
    echo "$binary: no hashes"
    failed=1
    continue
  }
  count=$((count + 1))
  if [ "$count" -eq 1 ]; then
    mv "$scratch/now" "$scratch/first"
    first=$binary
  elif ! cmp -s "$scratch/first" "$scratch/now"; then
    echo "$first and $binary play different games:"
    diff "$scratch/first" "$scratch/now" | head -n 4
    failed=1
  fi
done
echo "$count binaries compared"
exit $failed
