#!/bin/sh
# The core as the compiler made it: it calls nothing but itself and the memory and string functions
# of C (so no libm, I/O, clock or allocation), and it holds no variable. Finds what a reading of the
# source (test_layers.sh) can miss, such as a square root that became a call or a table that is not
# quite const.
set -u
LC_ALL=C
export LC_ALL

# What may be called, as patterns. The last ones are the compiler's own.
allowed='mem(cpy|move|set|cmp|chr) str(cmp|ncmp|len|nlen|chr|rchr) __assert_fail __stack_chk_fail
__mem(cpy|move|set)_chk'

# Prints one line for each breach in the library $1.
breaches() {
  nm -P -g "$1" | awk -v allowed="$allowed" '
    BEGIN { count = split(allowed, names, /[ \n]+/) }
    $2 == "U" { wanted[$1] = 1 }
    $2 ~ /[A-TV-Z]/ { defined[$1] = 1 }
    function fine(name,    i) {
      for (i = 1; i <= count; i++) if (name ~ "^" names[i] "$") return 1
      return name in defined || name == "_GLOBAL_OFFSET_TABLE_"
    }
    END { for (name in wanted) if (!fine(name)) print "core may not call " name }'

  # Constant tables of pointers are in .data.rel.ro: the loader fills them in, then nobody writes.
  objdump -t "$1" | awk '
    /:  *file format/ { object = $1 }
    !/ d / && !/\.data\.rel\.ro/ && match($0, /(\.t?data|\.t?bss|\*COM\*)[^ \t]*/) {
      sub(/:$/, "", object)
      print object " holds a variable: " $NF
    }'
}

scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
cc=${CC:-cc}

# expect TEXT SOURCE: a library made of SOURCE must be refused in one line that begins with TEXT, or
# accepted when there is no TEXT.
expect() {
  rm -f "$scratch/a.o" "$scratch/lib.a"
  printf '%s\n' "$2" >"$scratch/a.c"
  "$cc" -std=c11 -O2 -ffp-contract=off -fno-math-errno -c "$scratch/a.c" -o "$scratch/a.o" || exit 1
  ar rc "$scratch/lib.a" "$scratch/a.o" || exit 1
  found=$(breaches "$scratch/lib.a")
  case $found in
    '') [ -z "$1" ] && return ;;
    *"$newline"*) ;;
    "$1"*) [ -n "$1" ] && return ;;
  esac
  echo "expected: ${1:-nothing}"
  echo "found:    ${found:-nothing}"
  failures=$((failures + 1))
}

failures=0
newline='
'
for tool in nm objdump ar "$cc"; do
  command -v "$tool" >/dev/null || { echo "no $tool here"; exit 77; }
done
printf '\177ELF' >"$scratch/elf"
head -c 4 /bin/sh | cmp -s - "$scratch/elf" || { echo "this system has no ELF files"; exit 77; }

expect '' '#include <string.h>
static const char *const names[] = {"a", "b"};
const char *name(int i); double root(double x); void copy(void *a, const void *b, size_t n);
const char *name(int i) { return names[i]; }
double root(double x) { return __builtin_sqrt(x); }
void copy(void *a, const void *b, size_t n) { memcpy(a, b, n); }'
expect 'core may not call log' 'double log(double); double f(double x); double f(double x) { return log(x); }'
expect 'core may not call puts' '#include <stdio.h>
void f(void); void f(void) { puts("here"); }'
expect 'a.o holds a variable: counter' 'int counter;'
expect 'a.o holds a variable: names' 'const char *names[] = {"a", "b"};'
expect 'a.o holds a variable: ' 'int f(void); int f(void) { static int calls = 3; return calls++; }'
expect 'a.o holds a variable: mine' '_Thread_local int mine;'
[ "$failures" -eq 0 ] || exit 1

library=${THIRDPOLE_BUILD:?names the build folder}/libthirdpole_core.a
[ -f "$library" ] || { echo "$library is not built"; exit 77; }
if nm "$library" | grep -q '__asan_'; then
  echo "the sanitizers put variables and calls of their own into this build"
  exit 77
fi
found=$(breaches "$library")
if [ -n "$found" ]; then
  printf '%s\n' "$found"
  exit 1
fi
