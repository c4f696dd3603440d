#!/bin/sh
# The schema and the loader agree, by the word of an independent validator: Ajv, or python3-jsonschema
# where npm's registry is out of reach. See agreement.py.
set -u
lab=${THIRDPOLE_BUILD:?names the build folder}/thirdpole-lab
cd "${THIRDPOLE_SOURCE:-$(dirname "$0")/../..}" || exit 1
[ -x "$lab" ] || { echo "$lab is not built"; exit 77; }
python=
for candidate in python3 /usr/bin/python3; do # the first may be one without the system's packages
  "$candidate" -c 'import jsonschema; jsonschema.Draft202012Validator' 2>/dev/null || continue
  python=$candidate
  break
done
scratch=$(mktemp -d) || exit 1
trap '[ -n "${KEEP:-}" ] || rm -rf "$scratch"' EXIT
"$lab" schema >"$scratch/schema.json" || exit 1
if ! cmp "$scratch/schema.json" scenarios/scenario.schema.json; then
  echo "scenarios/scenario.schema.json is not what is printed; run: thirdpole-lab schema --out scenarios/scenario.schema.json"
  exit 1
fi
"$lab" schema --mod >"$scratch/mod.schema.json" || exit 1
if ! cmp "$scratch/mod.schema.json" scenarios/mods/mod.schema.json; then
  echo "scenarios/mods/mod.schema.json is not what is printed; run: thirdpole-lab schema --mod --out scenarios/mods/mod.schema.json"
  exit 1
fi
cp -R tests/data/files/. "$scratch/" || exit 1
for place in "$scratch" "$scratch/good" "$scratch/bad"; do
  cp tests/support/tiny.json "$place/" || exit 1
done
cp scenarios/*.json "$scratch/" # changed copies look beside them for what they extend
mv "$scratch/scenario.schema.json" "$scratch/schema.json"

# install_ajv: the versions that package-lock.json names, into the build folder, once.
ajv=$THIRDPOLE_BUILD/tests/ajv
install_ajv() {
  [ -f "$ajv/node_modules/ajv/package.json" ] && return 0
  command -v node >/dev/null && command -v npm >/dev/null || return 1
  mkdir -p "$ajv" && cp tests/data/ajv/package.json tests/data/ajv/package-lock.json "$ajv/" &&
    (cd "$ajv" && HOME=$scratch npm ci --silent --no-audit --no-fund --fetch-retries=1 --fetch-timeout=20000)
}

if install_ajv; then
  cp tests/data/ajv/validate.js "$ajv/"
  "${python:-python3}" tests/data/agreement.py "$lab" "$scratch/schema.json" "$scratch" node "$ajv/validate.js" "$scratch/schema.json"
elif [ -n "$python" ]; then
  echo "Ajv could not be installed: python3-jsonschema answers instead"
  "$python" tests/data/agreement.py "$lab" "$scratch/schema.json" "$scratch"
else
  echo "neither node and npm nor python3-jsonschema here"
  exit 77
fi
