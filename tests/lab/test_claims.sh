#!/bin/sh
# A scenario may say which claims of the model do not bear on it: they are tested and told with the
# reason, and do not count; one that there is not is a fault of the scenario.
set -u
cd "${THIRDPOLE_SOURCE:-$(dirname "$0")/../..}" || exit 1
. tests/support/tool.sh

# The echo is switched off for good, so that nothing changes when it is switched off.
apart() {
  printf '{"format":1,"id":"deaf","extends":"rapprochement-2018","rules":{"credibility.echo":0}%s}' "$1" \
    >"$scratch/deaf.json"
}

apart ''
expect 1 claims "$scratch/deaf.json" --only T5 --games 20
said out "0 claims hold, 1 do not ("
apart ',"balance":{"apart":[{"claim":"T5","why":"There is no echo here."}]}'
expect 0 claims "$scratch/deaf.json" --only T5 --games 20
said out "does not bear on this scenario: There is no echo here."
said out "FAIL"
said out "0 claims hold, 0 do not, 1 do not bear on this scenario"
expect 0 claims "$scratch/deaf.json" --only T5 --games 20 --format json
said out '"apart": "There is no echo here."'
apart ',"balance":{"apart":[{"claim":"T55","why":"A slip."}]}'
expect 1 claims "$scratch/deaf.json" --only T5 --games 20
said err 'no claim "T55"; did you mean "T5"'
apart ',"balance":{"apart":[{"claim":"T5"}]}'
expect 1 validate "$scratch/deaf.json"
said out 'why'
exit "$failed"
