#!/bin/sh
# Every header under game/ compiles alone, and again after itself: it includes what it needs and
# is guarded. And all of them compile together: a name stands for one thing in the whole game.
set -u
cc=${CC:-cc}
cd "${THIRDPOLE_SOURCE:-$(dirname "$0")/../..}" || exit 1
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT

# compiles FOLDER HEADER...: with FOLDER as the place that includes start from.
# shellcheck disable=SC2046 # one word for each option of pkg-config
compiles() {
  start=$1
  shift
  printf '#include "%s"\n' "$@" "$@" |
    "$cc" -std=c11 -D_POSIX_C_SOURCE=200809L -Wall -Wextra -Wpedantic -Werror -fsyntax-only \
      -I "$start" $(pkg-config --cflags libcjson sdl2 SDL2_ttf 2>/dev/null) -x c -
}

# First prove that it would be found.
echo 'size_t tp_no_include(void);' >"$scratch/needy.h"
echo 'struct unguarded { int x; };' >"$scratch/unguarded.h"
printf '#ifndef A\n#define A\nstruct twice { int x; };\n#endif\n' >"$scratch/one.h"
printf '#ifndef B\n#define B\nstruct twice { int x; };\n#endif\n' >"$scratch/other.h"
for headers in needy.h unguarded.h "one.h other.h"; do
  # shellcheck disable=SC2086 # one word for each header
  if compiles "$scratch" $headers 2>/dev/null; then
    echo "a planted fault was not found: $headers"
    exit 1
  fi
done

failures=0
set --
for header in game/*/*.h game/*/*/*.h; do
  case $header in
    game/desktop/*) pkg-config --exists sdl2 SDL2_ttf || continue ;;
  esac
  compiles game "${header#game/}" || failures=$((failures + 1))
  set -- "$@" "${header#game/}"
done
compiles game "$@" || failures=$((failures + 1))
[ "$failures" -eq 0 ]
