#!/bin/sh
# The layers of game/ stay layers: a file that includes what its layer may not know fails here, by
# file and line. The core must also stay free of I/O, clock, allocation and hidden state, so that a
# game is a value; test_core_symbols.sh looks for the same in what the compiler made of it.
#
# With a folder as argument, checks that tree only. Without one, first proves on planted faults
# that each rule bites, then checks this project.
set -u
LC_ALL=C
export LC_ALL

# Prints one line for each breach in the tree of the working folder.
# shellcheck disable=SC2016
breaches() {
  # Headers of the session come first: what they include is what the session exposes.
  find game/session -name '*.h' 2>/dev/null | sort >"$scratch/files"
  find game -name '*.[ch]' ! -path 'game/session/*.h' | sort >>"$scratch/files"
  if [ ! -s "$scratch/files" ]; then
    echo "game: no source found"
    return
  fi
  tr '\n' '\0' <"$scratch/files" | xargs -0 awk '
    BEGIN {
      # Who may include whom, next to its own folder: layers, or single headers of one.
      may["core"] = ""
      may["ai"] = "core"
      may["data"] = "core"
      may["session"] = "core ai data"
      may["text"] = "session"
      may["desktop"] = "session"
      may["lab"] = "session ai data core"
      # The one program that holds two front ends starts the text game when there is no display.
      may["desktop/main.c"] = "text"

      # The part of the C library that needs no system.
      split("assert float inttypes limits stdalign stdbool stddef stdint string", plain)
      for (i in plain) pure["<" plain[i] ".h>"] = 1

      calls = "(malloc|calloc|realloc|aligned_alloc|free|[a-z]*printf|puts|putchar|fopen|getenv|time|clock|rand|srand|exit|abort)"
    }

    function allows(list, name) { return index(" " list " ", " " name " ") > 0 }

    function breach(what) { printf "%s:%d: %s\n", FILENAME, FNR, what }

    # The line without comments and the text of strings; remembers an open comment.
    function code(line,    out, i, two, quote, c) {
      out = ""
      for (i = 1; i <= length(line); i++) {
        two = substr(line, i, 2)
        c = substr(line, i, 1)
        if (in_comment) {
          if (two == "*/") { in_comment = 0; i++ }
        } else if (two == "/*") { in_comment = 1; i++; out = out " "
        } else if (two == "//") { break
        } else if (c == "\"" || c == "\047") {
          quote = c
          out = out c
          for (i++; i <= length(line) && (c = substr(line, i, 1)) != quote; i++) if (c == "\\") i++
          out = out quote
        } else out = out c
      }
      return out
    }

    # name is the text between the quotes, relative to game/.
    function own_header(name,    target) {
      if (file ~ /\.h$/) included[file] = included[file] " " name
      target = name
      sub("/.*", "", target)
      if (name !~ "/") {
        breach("\"" name "\": write the folder too, as in \"" layer "/" name "\"")
      } else if (target == layer || allows(may[layer] " " may[file], target) || allows(may[layer], name)) {
        # lawful
      } else if (allows(may[layer], "session")) {
        # Judged at the end, when all that the session exposes is known.
        late++
        late_name[late] = name; late_where[late] = FILENAME ":" FNR; late_layer[late] = layer
      } else {
        breach(layer " may not include \"" name "\"")
      }
    }

    function system_header(name) {
      if (layer == "core" && !(name in pure)) breach("core may not include " name)
      if (layer != "desktop" && name ~ /^<SDL/) breach(layer " may not include " name ": only desktop draws")
      if (layer != "data" && tolower(name) ~ /cjson/) breach(layer " may not include " name ": only data reads and writes JSON")
    }

    FNR == 1 {
      in_comment = 0
      file = substr(FILENAME, 6)
      layer = file
      sub("/.*", "", layer)
      known = layer in may
      if (!known) breach("unknown layer \"" layer "\": give it its place in tests/seams/test_layers.sh")
    }

    !known { next }

    {
      was_in_comment = in_comment
      line = code($0)
    }

    !was_in_comment && /^[ \t]*#[ \t]*include/ {
      name = $0
      sub(/^[ \t]*#[ \t]*include[ \t]*/, "", name)
      if (match(name, /^"[^"]*"/)) own_header(substr(name, 2, RLENGTH - 2))
      else if (match(name, /^<[^>]*>/)) system_header(substr(name, 1, RLENGTH))
      else breach("an include must name its file")
      next
    }

    layer == "core" {
      if (match(line, "(^|[^A-Za-z0-9_])" calls "[ \t]*\\(")) {
        found = substr(line, RSTART, RLENGTH)
        gsub(/[^A-Za-z0-9_]/, "", found)
        breach("core may not call " found)
      }
      if (line ~ /^[ \t]*(static|_Thread_local)[ \t]/ && line !~ /[^A-Za-z0-9_]const[^A-Za-z0-9_]/ && line !~ /\(/)
        breach("core may keep no state of its own: make it const, or a field of the world")
    }

    END {
      # All that can be reached from the headers of the session is exposed by it.
      for (header in included) if (header ~ /^session\//) queue[++last] = header
      for (next_one = 1; next_one <= last; next_one++) {
        count = split(included[queue[next_one]], names, " ")
        for (i = 1; i <= count; i++) if (!(names[i] in exposed)) {
          exposed[names[i]] = 1
          queue[++last] = names[i]
        }
      }
      for (i = 1; i <= late; i++) if (!(late_name[i] in exposed))
        printf "%s: %s may not include \"%s\": no header of session exposes it\n", late_where[i], late_layer[i], late_name[i]
    }'
}

# plant FILE LINE TEXT: a file whose line LINE, the last one, is TEXT.
plant() {
  mkdir -p "$(dirname "$1")"
  i=1
  : >"$1"
  while [ "$i" -lt "$2" ]; do
    echo "int line_$i;" >>"$1"
    i=$((i + 1))
  done
  printf '%s\n' "$3" >>"$1"
}

# expect LINE TEXT FILE: TEXT planted as LINE of FILE must be named; nothing else may be.
expect() {
  rm -rf "$scratch/tree"
  lawful
  plant "$scratch/tree/$3" "$1" "$2"
  found=$(cd "$scratch/tree" && breaches)
  case $found in
    "$3:$1: "*) [ "$(printf '%s\n' "$found" | wc -l)" -eq 1 ] && return ;;
  esac
  echo "a planted fault was not found: $3:$1: $2"
  echo "found instead: ${found:-nothing}"
  failures=$((failures + 1))
}

# A tree that uses all that is allowed and everything that only looks forbidden.
lawful() {
  plant "$scratch/tree/game/core/world.h" 2 '#include <stdint.h> // not <stdio.h>'
  plant "$scratch/tree/game/core/rules.h" 2 '/* malloc( is not called, nor is time( */'
  plant "$scratch/tree/game/core/turn.c" 2 'static const char *const names[] = {"printf(", "a//b"};'
  plant "$scratch/tree/game/core/chance.c" 3 'static double lifetime(int unused) { return unused; }'
  plant "$scratch/tree/game/core/order.c" 1 '/* one comment
#include <stdio.h>
static int counter; */ #include "core/world.h"'
  plant "$scratch/tree/game/ai/policy.h" 1 '#include "core/world.h"'
  plant "$scratch/tree/game/data/json.c" 1 '#include <cjson/cJSON.h>'
  plant "$scratch/tree/game/session/session.h" 1 '#include "core/world.h"'
  plant "$scratch/tree/game/session/session.c" 1 '#include "data/json.h"'
  plant "$scratch/tree/game/text/text.c" 1 '#include "session/session.h"'
  plant "$scratch/tree/game/desktop/map.c" 2 '#include "core/world.h"'
  plant "$scratch/tree/game/desktop/draw.c" 1 '#include <SDL.h>'
  plant "$scratch/tree/game/desktop/main.c" 1 '#include "text/text.h"'
  plant "$scratch/tree/game/lab/run.c" 1 '#include "ai/policy.h"'
}

prove() {
  failures=0
  lawful
  found=$(cd "$scratch/tree" && breaches)
  if [ -n "$found" ]; then
    echo "a lawful tree was refused:"
    echo "$found"
    failures=$((failures + 1))
  fi
  expect 3 '#include "ai/policy.h"' game/core/a.c
  expect 1 '#include "data/json.h"' game/ai/a.c
  expect 2 '#include "session/session.h"' game/data/a.h
  expect 4 '#include "desktop/draw.h"' game/session/a.c
  expect 1 '#include "desktop/draw.h"' game/lab/a.c
  expect 1 '#include "lab/run.h"' game/desktop/a.c
  expect 1 '#include "text/text.h"' game/desktop/a.c
  expect 2 '#include "data/json.h"' game/desktop/a.c
  expect 2 '#include "core/rules.h"' game/text/a.c
  expect 1 '#include "world.h"' game/core/a.c
  expect 1 '#include "core/world.h"' game/other/a.c
  expect 2 '# include <SDL2/SDL_ttf.h>' game/lab/a.c
  expect 2 '#include <cjson/cJSON.h>' game/session/a.c
  for header in math stdio stdlib time pthread threads; do
    expect 2 "#include <$header.h>" game/core/a.c
  done
  for call in 'malloc(3)' 'calloc (1, 2)' 'realloc(p, 3)' 'free(p)' 'printf("")' 'snprintf(p, 3, "")' \
    'time(0)'; do
    expect 5 "  p = $call;" game/core/a.c
  done
  expect 2 'static int counter;' game/core/a.c
  expect 2 '  static struct table cache[4] = {0};' game/core/a.c
  [ "$failures" -eq 0 ]
}

scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT

if [ $# -eq 0 ]; then
  prove || exit 1
fi
cd "${1:-${THIRDPOLE_SOURCE:-$(dirname "$0")/../..}}" || exit 1
found=$(breaches)
if [ -n "$found" ]; then
  printf '%s\n' "$found"
  exit 1
fi
