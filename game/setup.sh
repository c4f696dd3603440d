# shellcheck shell=sh disable=SC2034,SC2154 # what is set here and used there, and the reverse
# What play.sh and tests/run.sh share: what the project needs of the system, how it gets it and how
# it is built. Sourced with $root set to the source tree; all it says goes to standard error.

# A line for each need: how to find it | its packages in Debian and Ubuntu | in Fedora | in Arch
# Linux | in Homebrew | what for. "lib:" asks pkg-config, "run:" a function below, anything else is
# a program. Packages after "?" are asked for only where they exist.
needs_game='
run:can_compile|gcc libc6-dev|gcc glibc-devel|gcc|gcc|to compile C
make|make|make|make|make|to build
cmake|cmake|cmake|cmake|cmake|to build
pkg-config|pkg-config|pkgconf-pkg-config|pkgconf|pkgconf|to find the libraries
lib:sdl2 >= 2.0.18|libsdl2-dev|SDL2-devel|sdl2|sdl2|the window, mouse and keyboard (2.0.18 or later)
lib:SDL2_ttf|libsdl2-ttf-dev|SDL2_ttf-devel|sdl2_ttf|sdl2_ttf|to draw text
lib:libcjson|libcjson-dev|cjson-devel|cjson|cjson|to read scenarios
'

say() {
  printf '%s\n' "$*" >&2
}

die() {
  say "$@"
  exit 1
}

can_compile() {
  probe=$(mktemp -d) || return 1
  echo 'int main(void) { return 0; }' >"$probe/a.c"
  "${CC:-cc}" "$probe/a.c" -o "$probe/a" 2>/dev/null
  status=$?
  rm -rf "$probe"
  return $status
}

met() {
  case $1 in
    lib:*) pkg-config --exists "${1#lib:}" 2>/dev/null ;;
    run:*) "${1#run:}" >/dev/null 2>&1 ;;
    *) command -v "$1" >/dev/null ;;
  esac
}

# look_for NEEDS: sets $missing to the lines of NEEDS that are not met.
look_for() {
  missing=
  while IFS='|' read -r find rest; do
    [ -z "$find" ] || met "$find" || missing="$missing$find|$rest
"
  done <<LINES
$1
LINES
}

# missing_packages COLUMN: the packages for $missing, one line.
missing_packages() {
  printf '%s' "$missing" | cut -d '|' -f "$1" | tr '\n' ' ' | sed 's/  *$//'
}

# list_missing COLUMN: one line for each need, with what it is for.
list_missing() {
  printf '%s' "$missing" | awk -F '|' -v column="$1" '{ gsub(/[?]/, ""); printf "  %-34s %s\n", $column, $6 }' >&2
}

# need NEEDS: makes sure of all NEEDS, by installing where that is known to work; ends the program
# with what to do where it is not.
need() {
  look_for "$1"
  [ -n "$missing" ] || return 0
  if command -v apt-get >/dev/null; then
    install_debian "$1"
    return
  fi
  say "Third Pole needs these, which were not found here:"
  if command -v dnf >/dev/null; then
    list_missing 3
    die "Install them and start again: sudo dnf install $(missing_packages 3)"
  elif command -v pacman >/dev/null; then
    list_missing 4
    die "Install them and start again: sudo pacman -S --needed $(missing_packages 4)"
  elif command -v brew >/dev/null; then
    list_missing 5
    die "Install them and start again: brew install $(missing_packages 5)"
  fi
  list_missing 2
  die "These are the names of the packages in Debian. Install what your system calls them and" \
    "start again."
}

install_debian() {
  say "Third Pole needs these packages, which are not installed:"
  list_missing 2
  if [ "$(id -u)" -eq 0 ]; then
    as_root=
  elif command -v sudo >/dev/null; then
    as_root=sudo
  else
    die "Only root may install them. Run this as root, then start again:" \
      "apt-get update && apt-get install --no-install-recommends $(missing_packages 2 | tr -d '?')"
  fi
  say "Installing them with ${as_root:+sudo }apt-get; this may take some minutes."
  log=$(mktemp) || exit 1
  apt update # a fault here may concern something else; what counts is whether they install
  # shellcheck disable=SC2046 # one word for each package
  if apt install --yes --no-install-recommends $(known_packages); then
    rm -f "$log"
  else
    tail -n 20 "$log" >&2
    say "The packages could not be installed; all that apt-get said is in $log."
    grep -qi '^ID=ubuntu' /etc/os-release 2>/dev/null &&
      say "On Ubuntu some of them are in \"universe\": sudo add-apt-repository universe"
    exit 1
  fi
  look_for "$1"
  [ -z "$missing" ] || {
    say "All packages are installed, yet this was not found; the system may be too old for it:"
    list_missing 2
    exit 1
  }
}

# Keeps in $log what apt-get says; no question is asked, and input meant for the game is left alone.
apt() {
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 "$@" \
    >>"$log" 2>&1 </dev/null
}

known_packages() {
  for package in $(missing_packages 2); do
    case $package in
      \?*) apt-cache show "${package#\?}" >/dev/null 2>&1 && echo "${package#\?}" ;;
      *) echo "$package" ;;
    esac
  done
}

processors() {
  getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2
}

# Sets $build_root, where builds go: BUILD_DIR, or .build in the source tree, or the user's cache
# when the tree can't be written to.
choose_build_root() {
  if [ -n "${BUILD_DIR:-}" ]; then
    build_root=$BUILD_DIR
  elif mkdir -p "$root/.build" 2>/dev/null && [ -w "$root/.build" ]; then
    build_root=$root/.build
  else
    build_root=${XDG_CACHE_HOME:-${HOME:?}/.cache}/thirdpole
    say "$root/.build can't be written to: building in $build_root" \
      "(BUILD_DIR=... chooses another place)."
  fi
  mkdir -p "$build_root" 2>/dev/null || die "$build_root can't be made; set BUILD_DIR to a folder that can."
  build_root=$(cd -P "$build_root" && pwd)
}

# build FOLDER TARGET [cmake option...]: configures and builds. What it says is for a log.
build() {
  folder=$1
  target=$2
  shift 2
  # CMake refuses a folder that was made for sources at another place, as after a move.
  if [ -f "$folder/CMakeCache.txt" ] && ! {
    grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt" &&
      grep -qxF "CMAKE_CACHEFILE_DIR:INTERNAL=$folder" "$folder/CMakeCache.txt"
  }; then
    rm -rf "$folder/CMakeCache.txt" "$folder/CMakeFiles"
  fi
  cmake -S "$root" -B "$folder" "$@" &&
    cmake --build "$folder" --target "$target" --parallel "$(processors)" </dev/null
}
