#!/bin/sh
# `balance` says the same with any number of threads, in all forms, and ends as its checks do.
set -u
cd "${THIRDPOLE_SOURCE:-$(dirname "$0")/../..}" || exit 1
. tests/support/tool.sh

# play NAME THREADS
play() {
  "$lab" balance first-steps --games 4 --threads "$2" --format json --out "$scratch/$1.json" \
    --html "$scratch/$1.html" --junit "$scratch/$1.xml"
}
play one 1
ended=$?
play three 3
[ $? = "$ended" ] || complain "threads change how it ends"
for name in one three; do
  sed '/"timing"/,$d' "$scratch/$name.json" >"$scratch/$name.timeless"
  sed -i 's/ time="[^"]*"//' "$scratch/$name.xml"
done
cmp -s "$scratch/one.timeless" "$scratch/three.timeless" || complain "threads change the results"
cmp -s "$scratch/one.html" "$scratch/three.html" || complain "threads change the page"
cmp -s "$scratch/one.xml" "$scratch/three.xml" || complain "threads change the checks"
grep -q '"verdict": "fail"' "$scratch/one.json" && expected=1 || expected=0
[ "$ended" = "$expected" ] || complain "it ended with $ended and not $expected"

python3 - "$scratch/one.json" "$scratch/one.html" "$scratch/one.xml" <<'PYTHON' || complain "the forms do not agree"
import html.parser, json, sys
import xml.etree.ElementTree as tree

report = json.load(open(sys.argv[1]))
page = open(sys.argv[2]).read()
suite = tree.parse(sys.argv[3]).getroot()[0]
verdicts = [check["verdict"] for check in report["checks"]]
assert len(suite) == len(verdicts) == int(suite.get("tests"))
assert int(suite.get("failures")) == verdicts.count("fail")
assert int(suite.get("skipped")) == verdicts.count("undecided")
assert [b["policy"] for b in report["bands"]] == ["idle", "random", "greedy", "planner"]
assert [r["policy"] for r in report["ladder"]][-1] == "mcts:200"
for band in report["bands"]:
    assert 0 <= band["low"] <= band["rate"] <= band["high"] <= 1
for action in report["actions"]:
    for key in ("wins", "score", "goals"):
        banned = action["banned"]
        assert banned[key + "_low"] <= banned[key] <= banned[key + "_high"]

class Tags(html.parser.HTMLParser):
    open_tags = []
    def handle_starttag(self, tag, attributes):
        assert tag not in ("script", "link", "img"), tag  # one file, read as it is
        if tag != "meta":
            self.open_tags.append(tag)
    def handle_startendtag(self, tag, attributes):
        pass
    def handle_endtag(self, tag):
        assert self.open_tags.pop() == tag, self.getpos()

tags = Tags()
tags.feed(page)
assert not tags.open_tags
assert "<svg" in page and "@media print" in page and "nan" not in page and "inf%" not in page
PYTHON

"$lab" balance first-steps --format csv >/dev/null 2>&1
[ $? = 2 ] || complain "a form it does not have is no fault of usage"
printf '{"format":1,"id":"odd","extends":"first-steps","balance":{"bands":[{"seat":"europe","policy":"plannner","win":[0,1]}]}}' \
  >"$scratch/odd.json"
"$lab" balance "$scratch/odd.json" 2>"$scratch/said" && complain "a band for no policy passes"
grep -q plannner "$scratch/said" || complain "the policy of the band is not named"
exit "$failed"
