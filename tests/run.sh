#!/bin/sh
# Runs every test and check: installs what is missing (on Debian and Ubuntu; elsewhere it says what
# to install), goes through all stages even when one fails, and ends with "N passed, N failed".
# "sh tests/run.sh quick" builds once and runs the tests there, nothing else.
set -u
root=$(cd -P "$(dirname "$0")/.." && pwd) || exit 1
# shellcheck source=game/setup.sh
. "$root/game/setup.sh"
cd "$root" || exit 1

# The columns are those of setup.sh.
needs_tests='
lib:cmocka|libcmocka-dev|libcmocka-devel|cmocka|cmocka|unit tests
nm|binutils|binutils|binutils|binutils|the test of what the core calls
Xvfb|xvfb|xorg-x11-server-Xvfb|xorg-server-xvfb|xorg-server|a display for the tests of the window
xauth|xauth|xorg-x11-xauth|xorg-xauth|xauth|a display for the tests of the window
xdotool|xdotool|xdotool|xdotool|xdotool|mouse and keyboard for the tests of the window
run:is_gnu_parallel|parallel|parallel|parallel|parallel|the test of batches in shards
run:has_scipy|python3-scipy|python3-scipy|python-scipy|scipy|the word of another program on our statistics
npm|nodejs npm|nodejs npm|nodejs npm|node|the word of another validator on the schema
run:validates_schemas|python3-jsonschema|python3-jsonschema|python-jsonschema|python-jsonschema|the same where the registry of npm is out of reach
'
needs_checks='
gcc|gcc|gcc|gcc|gcc|one of two compilers
run:clang_builds|clang ?libclang-rt-dev|clang compiler-rt|clang compiler-rt|llvm|the other compiler, and sanitizers
clang-format|clang-format|clang-tools-extra|clang|clang-format|the check of layout
clang-tidy|clang-tidy|clang-tools-extra|clang|llvm|a static check
cppcheck|cppcheck|cppcheck|cppcheck|cppcheck|a static check
shellcheck|shellcheck|ShellCheck|shellcheck|shellcheck|the check of scripts
'

validates_schemas() {
  python3 -c 'import jsonschema' || /usr/bin/python3 -c 'import jsonschema'
}

has_scipy() {
  python3 -c 'import scipy.stats' || /usr/bin/python3 -c 'import scipy.stats'
}

# Another program of that name deals out work too, by other options.
is_gnu_parallel() {
  parallel --version | grep -q '^GNU'
}

clang_builds() (
  CC=clang
  can_compile
)

# sanitizes COMPILER: whether the sanitizers' runtime is there and works.
sanitizes() {
  probe=$(mktemp -d) || return 1
  echo 'int main(void) { return 0; }' >"$probe/a.c"
  "$1" -fsanitize=address,undefined "$probe/a.c" -o "$probe/a" && "$probe/a"
  status=$?
  rm -rf "$probe"
  return $status
}

passed=0
failed=0

# report RESULT NAME DETAIL
report() {
  printf '%-4s %5d s  %-20s %s\n' "$1" "$(($(date +%s) - began))" "$2" "$3"
}

# check NAME COMMAND...: one result. What it said is shown when it fails.
check() {
  name=$1
  shift
  began=$(date +%s)
  if "$@" >"$logs/$name.log" 2>&1; then
    passed=$((passed + 1))
    report ok "$name" ""
  else
    failed=$((failed + 1))
    report FAIL "$name" "$logs/$name.log"
    tail -n 60 "$logs/$name.log"
    return 1
  fi
}

# tests NAME FOLDER: all tests in a build, each a result of its own.
tests() {
  name=$1
  log=$logs/$1.log
  began=$(date +%s)
  (cd "$2" && ctest --output-on-failure -j "$(processors)") >"$log" 2>&1
  status=$?
  # "95% tests passed, 1 tests failed out of 20"; a skipped test is among the passed ones there.
  summary=$(grep 'tests failed out of' "$log")
  all=${summary##* }
  bad=$(echo "$summary" | sed 's/.*, \([0-9]*\) tests failed.*/\1/')
  skipped=$(grep -c '\*\*\*Skipped' "$log")
  if [ -z "$summary" ]; then # no test at all, or ctest itself fell over
    all=1 bad=1
  fi
  passed=$((passed + all - bad - skipped))
  failed=$((failed + bad))
  detail="$((all - bad - skipped)) passed, $bad failed, $skipped skipped"
  if [ "$status" -eq 0 ] && [ "$bad" -eq 0 ]; then
    report ok "$name" "$detail"
  else
    report FAIL "$name" "$detail; $log"
    grep -v -e ' Passed ' -e '^ *Start ' "$log" | tail -n 200
  fi
}

build_and_test() {
  made=$1
  shift
  check "build-$made" build "$build_root/$made" all "$@" && tests "test-$made" "$build_root/$made"
}

# lab NAME OPTION...: the headless tool alone, for the test that all compilers play the same game.
lab() {
  made=$1
  shift
  check "build-$made" build "$build_root/$made" thirdpole-lab -DTHIRDPOLE_DESKTOP=OFF \
    -DTHIRDPOLE_TESTS=OFF -DTHIRDPOLE_WERROR=ON "$@" &&
    THIRDPOLE_LABS=$THIRDPOLE_LABS:$build_root/$made/thirdpole-lab
}

layout() {
  find game tests -name '*.[ch]' -exec clang-format --dry-run -Werror {} +
}

tidy() {
  find game -name '*.c' -print0 | xargs -0 -P "$(processors)" -n 4 \
    clang-tidy --quiet -p "$build_root/sanitize"
}

# Later versions say that they leave branches out unless told to look at all, which takes hours.
lint() {
  cppcheck --quiet --error-exitcode=1 --std=c11 --language=c --library=posix --inline-suppr \
    --enable=warning,performance,portability --suppress=missingIncludeSystem \
    --suppress=checkLevelNormal --suppress=normalCheckLevelMaxBranches \
    -j "$(processors)" -I game game
}

scripts() {
  find game tests -name '*.sh' -exec shellcheck --external-sources {} + &&
    shellcheck .ci/run
}

start=$(date +%s)
case ${1:-} in
  '') need "$needs_game$needs_tests$needs_checks" ;;
  quick) need "$needs_game$needs_tests" ;;
  *) die "usage: sh tests/run.sh [quick]" ;;
esac
choose_build_root
logs=$build_root/logs
mkdir -p "$logs" || exit 1

if [ "${1:-}" = quick ]; then
  build_and_test gcc -DCMAKE_C_COMPILER=gcc -DTHIRDPOLE_WERROR=ON
else
  # tests/core/test_same_hash.sh plays the same games with all of these.
  THIRDPOLE_LABS=$build_root/gcc/thirdpole-lab
  lab gcc-O0 -DCMAKE_C_COMPILER=gcc -DCMAKE_BUILD_TYPE=Debug
  lab clang-O3 -DCMAKE_C_COMPILER=clang -DCMAKE_BUILD_TYPE=Release \
    '-DCMAKE_C_FLAGS_RELEASE=-O3 -DNDEBUG'
  export THIRDPOLE_LABS
  build_and_test gcc -DCMAKE_C_COMPILER=gcc -DTHIRDPOLE_WERROR=ON
  # Once is enough: the test leaves itself out when there is nothing to compare.
  unset THIRDPOLE_LABS

  compiler=clang
  sanitizes clang >/dev/null 2>&1 || compiler=gcc
  build_and_test sanitize "-DCMAKE_C_COMPILER=$compiler" -DCMAKE_BUILD_TYPE=Debug \
    -DTHIRDPOLE_WERROR=ON -DTHIRDPOLE_SANITIZE=ON

  check clang-format layout
  check clang-tidy tidy
  check cppcheck lint
  check shellcheck scripts
fi

echo "$(($(date +%s) - start)) s in all"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
