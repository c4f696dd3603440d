# shellcheck shell=sh disable=SC2034 # $failed is for who reads this file
# What the tests of the headless tool begin with: the tool as $lab, a folder $scratch that goes when
# they end, $failed for their status; complaints, and runs that must end in a certain way.
lab=${THIRDPOLE_BUILD:?names the build folder}/thirdpole-lab
[ -x "$lab" ] || exit 77
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
failed=0

complain() {
  echo "FAIL: $*"
  failed=1
}

# expect STATUS WORD... : runs the tool with the words; what it says is then in $scratch/out and err.
expect() {
  status=$1
  shift
  "$lab" "$@" >"$scratch/out" 2>"$scratch/err"
  got=$?
  [ "$got" -eq "$status" ] || {
    complain "$* ended with $got, not $status"
    sed 's/^/    /' "$scratch/out" "$scratch/err" | head -n 20
  }
}

# said FILE TEXT: the last output (out or err) has it.
said() {
  grep -q -F -- "$2" "$scratch/$1" || {
    complain "std$1 lacks: $2"
    sed 's/^/    /' "$scratch/$1" | head -n 20
  }
}

# silent FILE: the last output (out or err) is empty.
silent() {
  [ -s "$scratch/$1" ] && complain "std$1 is not empty: $(head -n 3 "$scratch/$1")"
}

# without_timing FILE: the results in it that are the same each time, on any machine.
without_timing() {
  grep -v -e '^timing' -e '"seconds"' -e '"turns_per_second"' -e '"threads"' "$1"
}

# not_sanitized: ends the test where sanitizers are built in, which take minutes to find the same numbers.
not_sanitized() {
  if nm "$lab" 2>/dev/null | grep -q __asan_init; then exit 77; fi
}
