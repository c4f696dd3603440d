#!/bin/sh
# SciPy's word on our statistics: distributions to nine digits, intervals that have a formula to ten,
# the bootstrap as far as chance allows.
set -u
program=$THIRDPOLE_BUILD/tests/lab/test_statistics
[ -x "$program" ] || exit 77
python=
for one in python3 /usr/bin/python3; do
  "$one" -c 'import scipy.stats' 2>/dev/null && python=$one && break
done
[ -n "$python" ] || {
  echo "SciPy is not here: nothing to compare with"
  exit 77
}

"$program" values | "$python" -c '
import sys
import numpy
from scipy import special, stats

spatial = numpy.array([48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6,
                       0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41.0])

def wilson(hits, tries):
    return tuple(stats.binomtest(int(hits), int(tries)).proportion_ci(method="wilson"))

def student():
    return stats.t.interval(0.95, len(spatial) - 1, spatial.mean(), stats.sem(spatial))

def bootstrap():
    return tuple(stats.bootstrap((spatial,), numpy.std, n_resamples=20000, method="BCa",
                                 random_state=1).confidence_interval)

# name: how many numbers go in, what SciPy makes of them, how near ours has to be
judges = {
    "student_quantile": (1, lambda n: (stats.t.ppf(0.975, n),), 1e-9),
    "student_both_tails": (2, lambda t, n: (2 * stats.t.sf(t, n),), 1e-9),
    "normal_quantile": (1, lambda p: (stats.norm.ppf(p),), 1e-9),
    "beta_below": (3, lambda a, b, x: (special.betainc(a, b, x),), 1e-9),
    "coins_both_tails": (2, lambda k, n: (stats.binomtest(int(k), int(n)).pvalue,), 1e-9),
    "wilson": (2, wilson, 1e-10),
    "student_of_spatial": (0, student, 1e-10),
    "bootstrap_of_spatial": (0, bootstrap, 0.015),
}
judged = set()
failed = 0
for line in sys.stdin:
    name, *numbers = line.split()
    count, judge, slack = judges[name]
    numbers = [float(n) for n in numbers]
    ours, theirs = numbers[count:], judge(*numbers[:count])
    judged.add(name)
    for a, b in zip(ours, theirs, strict=True):
        if not abs(a - b) <= slack * max(1e-3, abs(b)):
            print("FAIL:", line.strip(), "but SciPy says", b)
            failed = 1
missing = set(judges) - judged
if missing:
    print("FAIL: not printed:", missing)
sys.exit(1 if failed or missing else 0)
'
