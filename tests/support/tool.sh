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
