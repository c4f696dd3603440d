#!/bin/sh
# A long batch on several machines: parts put together are the batch played at once, to the byte;
# what was stopped goes on; what does not belong together is refused.
set -u
# shellcheck source=tests/support/tool.sh
. tests/support/tool.sh
tiny=tests/support/tiny.json

# same FILE FILE
same() {
  without_timing "$1" >"$scratch/a"
  without_timing "$2" >"$scratch/b"
  cmp "$scratch/a" "$scratch/b" || complain "$1 and $2 differ"
}

games="--games 700 --seed 11 --seat all=reflex --set crown.prosperity=40 --hashes"

# --- the same bytes in every form, from any number of shards, in any order of the parts
for form in text json csv; do
  # shellcheck disable=SC2086
  expect 0 run "$tiny" $games --format $form --out "$scratch/whole.$form"
done
for shards in 1 3 7; do
  parts=
  for i in $(seq "$shards"); do
    # shellcheck disable=SC2086
    expect 0 run "$tiny" $games --shard "$i/$shards" --threads "$((i % 3 + 1))" --out "$scratch/$shards.$i"
    [ -s "$scratch/out" ] && complain "a shard prints results"
    parts="$scratch/$shards.$i $parts"
  done
  for form in text json csv; do
    # shellcheck disable=SC2086
    expect 0 merge $parts --format $form --out "$scratch/merged"
    same "$scratch/whole.$form" "$scratch/merged"
  done
done
[ -e "$scratch/whole.text.part" ] && complain "a part stays beside results that are there"
# More shards than games: some have nothing to do.
for i in 1 2 3 4; do
  expect 0 run "$tiny" --games 2 --seat all=idle --shard $i/4 --out "$scratch/few.$i"
done
expect 0 merge "$scratch/few.1" "$scratch/few.2" "$scratch/few.3" "$scratch/few.4"

# Two sides compared are a batch too. Options stand where they count: for both, for A, for B.
for i in 1 2 whole; do
  case $i in
    whole) how="--threads 1 --format json" ;;
    *) how="--shard $i/2" ;;
  esac
  # shellcheck disable=SC2086
  expect 0 compare --seat all=reflex "$tiny" --ban gift "$tiny" --set crown.prosperity=40 \
    --games 300 $how --out "$scratch/compare.$i"
done
expect 0 merge "$scratch/compare.2" "$scratch/compare.1" --format json --out "$scratch/merged"
same "$scratch/compare.whole" "$scratch/merged"

# --- GNU parallel deals out shards like any other scheduler
if parallel --version 2>/dev/null | grep -q '^GNU'; then
  # shellcheck disable=SC2086
  PARALLEL_HOME=$scratch/home parallel --will-cite --jobs 2 "$lab" run "$tiny" $games \
    --shard '{}/6' --out "$scratch/job.{}" ::: 1 2 3 4 5 6 || complain "parallel"
  expect 0 merge "$scratch"/job.* --out "$scratch/merged"
  same "$scratch/whole.text" "$scratch/merged"
else
  echo "GNU parallel is not here: its part is left out"
fi

# --- what does not belong together is refused, and says why
expect 2 run "$tiny" --shard 2/3
said err "--shard needs --out"
expect 2 run "$tiny" --shard 2/3 --out "$scratch/x" --format json
said err "when parts are merged"
expect 0 run "$tiny" --games 700 --seat all=reflex --shard 2/3 --out "$scratch/other"
expect 1 merge "$scratch/3.1" "$scratch/other" "$scratch/3.3"
said err "is a part of another command"
said err "--seed 1 "
expect 1 merge "$scratch/3.1" "$scratch/3.3"
said err "of shard 2/3, which is not among the parts"
expect 1 merge "$scratch/3.1" "$scratch/3.2" "$scratch/3.1" "$scratch/3.3"
said err "which $scratch/3.1 has too"
expect 1 merge "$scratch/3.1" "$scratch/7.1"
said err "has block 0 of the batch"
expect 1 merge "$scratch/3.1" "$tiny"
said err "is no part of a batch"
expect 3 merge "$scratch/nowhere"
# Another scenario under the same name.
cp "$tiny" "$scratch/mine.json"
expect 0 run "$scratch/mine.json" --games 9 --seat all=idle --shard 1/2 --out "$scratch/mine.1"
sed 's/"turns": 12/"turns": 11/' "$tiny" >"$scratch/mine.json"
expect 1 run "$scratch/mine.json" --games 9 --seat all=idle --shard 1/2 --out "$scratch/mine.1"
said err "of another scenario"
expect 1 merge "$scratch/mine.1"
# A part is not overwritten by another run, nor is any other file by a part.
cp "$scratch/3.1" "$scratch/kept"
# shellcheck disable=SC2086
expect 1 run "$tiny" $games --shard 2/3 --out "$scratch/kept"
said err "is shard 1/3, not 2/3"
cmp "$scratch/3.1" "$scratch/kept" || complain "a part was overwritten"
cp "$tiny" "$scratch/kept"
# shellcheck disable=SC2086
expect 1 run "$tiny" $games --shard 2/3 --out "$scratch/kept"
cmp "$tiny" "$scratch/kept" || complain "a file was overwritten by a part"

# --- damage is found: a part cut short, and one digit of a number changed
head -c 2000 "$scratch/3.2" >"$scratch/cut"
expect 1 merge "$scratch/3.1" "$scratch/cut" "$scratch/3.3"
said err "ends too early"
python=$(command -v python3) && {
  "$python" - "$scratch/3.2" "$scratch/bad" <<'END'
import json, sys
part = json.load(open(sys.argv[1]))
numbers = part["done"][0]["numbers"]
place = next(i for i, n in enumerate(numbers) if isinstance(n, float))
numbers[place] += 1
json.dump(part, open(sys.argv[2], "w"))
END
  expect 1 merge "$scratch/3.1" "$scratch/bad" "$scratch/3.3"
  said err "is not as it was written"
}

# --- what is stopped says what is known so far, keeps its finished blocks and goes on from them
long="--games 40000 --seed 3 --seat all=reflex"
# shellcheck disable=SC2086
expect 0 run "$tiny" $long --out "$scratch/long.whole"
# stop_and_go_on OUT OPTION... : stopped until it was not too fast for that, then to its end.
stop_and_go_on() {
  out=$1
  shift
  # shellcheck disable=SC2086
  "$lab" run "$tiny" $long "$@" >"$scratch/out" 2>"$scratch/err" &
  running=$!
  sleep 0.3
  kill -INT $running 2>/dev/null
  wait $running
  got=$?
  if [ $got -eq 130 ]; then
    said err "the same command goes on from there"
    grep -q 'games played till then' "$scratch/out" || complain "nothing is said of what is known"
    [ -s "$out" ] || complain "no part is kept: $out"
  elif [ $got -ne 0 ]; then
    complain "stopped, it ended with $got"
  fi
  # shellcheck disable=SC2086
  expect 0 run "$tiny" $long "$@"
}
stop_and_go_on "$scratch/long.part" --out "$scratch/long"
same "$scratch/long.whole" "$scratch/long"
[ -e "$scratch/long.part" ] && complain "the part stays beside the results"
stop_and_go_on "$scratch/half.1" --shard 1/2 --out "$scratch/half.1"
# shellcheck disable=SC2086
expect 0 run "$tiny" $long --shard 2/2 --out "$scratch/half.2"
expect 0 merge "$scratch/half.1" "$scratch/half.2" --out "$scratch/merged"
same "$scratch/long.whole" "$scratch/merged"
# A complete part is left as it is.
cp "$scratch/half.2" "$scratch/kept"
# shellcheck disable=SC2086
expect 0 run "$tiny" $long --shard 2/2 --out "$scratch/half.2"
cmp "$scratch/half.2" "$scratch/kept" || complain "a complete part was written again"
# A part that is only half there: the merge says which command has to go on.
expect 0 run "$tiny" --games 2 --seat all=idle --shard 1/1 --out "$scratch/two"
sed 's/"done":\[.*/"done":[]}/' "$scratch/two" >"$scratch/none"
expect 1 merge "$scratch/none"
said err "2 that $scratch/none was to have; its command was stopped"

exit $failed
