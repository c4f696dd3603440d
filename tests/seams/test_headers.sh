#!/bin/sh
# Every header under game/ compiles alone, and again after itself: it includes what it needs and
# is guarded.
set -u
cc=${CC:-cc}
cd "${THIRDPOLE_SOURCE:-$(dirname "$0")/../..}" || exit 1
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT

# compiles FOLDER HEADER: with FOLDER as the place that includes start from.
# shellcheck disable=SC2046 # one word for each option of pkg-config
compiles() {
  printf '#include "%s"\n#include "%s"\n' "$2" "$2" |
    "$cc" -std=c11 -D_POSIX_C_SOURCE=200809L -Wall -Wextra -Wpedantic -Werror -fsyntax-only \
      -I "$1" $(pkg-config --cflags libcjson sdl2 SDL2_ttf 2>/dev/null) -x c -
}

# First prove that it would be found.
echo 'size_t tp_no_include(void);' >"$scratch/needy.h"
echo 'struct unguarded { int x; };' >"$scratch/unguarded.h"
for header in needy.h unguarded.h; do
  if compiles "$scratch" $header 2>/dev/null; then
    echo "a planted fault was not found: $header"
    exit 1
  fi
done

failures=0
for header in game/*/*.h game/*/*/*.h; do
  case $header in
    game/desktop/*) pkg-config --exists sdl2 SDL2_ttf || continue ;;
  esac
  compiles game "${header#game/}" || failures=$((failures + 1))
done
[ "$failures" -eq 0 ]
