#!/bin/sh
# A scenario may say which claims of the model do not bear on it: they are tested and told with the
# reason, and do not count; one that there is not is a fault of the scenario. A claim that it lacks
# something for is told too, and fails unless the scenario says so.
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

printf '{"format":1,"id":"deaf","extends":"rapprochement-2018","events":{"recession-russia":null}}' \
  >"$scratch/deaf.json"
expect 1 claims "$scratch/deaf.json" --only T3,T5 --games 20
said out 'cannot be asked: --at 2:+recession-russia: unknown event "recession-russia"'
said out "1 claims hold, 1 do not ("
expect 0 claims first-steps --games 20 --only T3 --format json
said out '"unasked": "--at 2:+recession-russia: unknown event'
exit "$failed"
