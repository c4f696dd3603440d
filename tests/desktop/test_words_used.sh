#!/bin/sh
# Every word and phrase of the tables is asked for somewhere in the code; one that is not is to be
# taken out of its table and of the language files. Only what is picked by a range of ids
# (PICK in session/wording.c, and gauges) is asked for without its name.
set -eu

cd "$THIRDPOLE_SOURCE"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# unused TABLE PREFIX FOLDERS...: the ids of TABLE that no other file names
unused() {
  table=$1 prefix=$2
  shift 2
  sed -n 's/^  X(\([A-Z0-9_]*\), ".*/\1/p' "$table" | sort >"$scratch/ids"
  find "$@" -name '*.[ch]' ! -path "$table" -exec cat {} + |
    grep -o "${prefix}[A-Z0-9_]*" | sed "s/^$prefix//" | sort -u >"$scratch/used"
  comm -23 "$scratch/ids" "$scratch/used"
}

# A word that nobody asks for must be found.
mkdir "$scratch/planted"
printf '  X(SPOKEN, "a.b", 0)\n  X(MUTE, "a.c", 0)\n' >"$scratch/planted/words.h"
echo 'tp_word(TP_WORD_SPOKEN);' >"$scratch/planted/use.c"
test "$(unused "$scratch/planted/words.h" TP_WORD_ "$scratch/planted")" = MUTE

# The table of commands makes the names of its words from those of its keys.
sed -n 's/^  X(\([A-Z0-9_]*\), "[^"]*", "[^"]*", [A-Z]*).*/\1/p' game/desktop/program/keys.h >"$scratch/commands"
{
  unused game/desktop/words.h TP_WORD_ game/desktop | sed 's/^DO_//' | grep -v -x -F -f "$scratch/commands" || true
  sed -n 's/^  X(\([A-Z0-9_]*\), "text\..*/\1/p' game/text/words.h | sort >"$scratch/ids"
  find game/text -name '*.c' -exec cat {} + | grep -o -E '(TP_TEXT_|TP_TELL(_ALONE)?\(g, )[A-Z0-9_]+' |
    sed -E 's/^(TP_TEXT_|.* )//' | sort -u | comm -23 "$scratch/ids" -
  unused game/session/phrases.h TP_SAY_ game/session game/desktop game/text |
    grep -v -E '^(THEME|VOTE|MOVE|STEP|STATUS|RESULT|GAUGE)_' || true
} >"$scratch/mute"
if [ -s "$scratch/mute" ]; then
  echo "nothing asks for:"
  cat "$scratch/mute"
  exit 1
fi
