#!/bin/sh
# SciPy's word on our statistics: distributions to nine digits, intervals that have a formula to ten,
# the bootstrap as far as chance allows, strengths to six digits.
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
from scipy import optimize, special, stats

spatial = numpy.array([48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6,
                       0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41.0])

def wilson(hits, tries):
    return tuple(stats.binomtest(int(hits), int(tries)).proportion_ci(method="wilson"))

def student():
    return stats.t.interval(0.95, len(spatial) - 1, spatial.mean(), stats.sem(spatial))

def bootstrap():
    return tuple(stats.bootstrap((spatial,), numpy.std, n_resamples=20000, method="BCa",
                                 random_state=1).confidence_interval)

# The set of shares that a mixture of bets does not rule out, by the definition.
def sequence(hits, tries, error):
    least = (special.betaln(hits + 0.5, tries - hits + 0.5) - special.betaln(0.5, 0.5)
             + numpy.log(error))
    def over(p):
        return special.xlogy(hits, p) + special.xlog1py(tries - hits, -p) - least
    share = hits / tries
    low = 0.0 if hits == 0 else optimize.brentq(over, 1e-300, share, xtol=1e-15)
    high = 1.0 if hits == tries else optimize.brentq(over, share, 1 - 1e-16, xtol=1e-15)
    return low, high

# Bradley and Terry with a normal prior, by a general minimiser.
def ratings(*wins):
    wins = numpy.array(wins).reshape(3, 3)
    def unlikely(x):
        z = x[:3, None] - x[None, :3] + x[3]
        return (numpy.sum(10 * numpy.logaddexp(0, z) - wins * z) + numpy.sum(x[:3] ** 2) / 18)
    def slope(x):
        off = 10 * special.expit(x[:3, None] - x[None, :3] + x[3]) - wins
        return numpy.append(off.sum(1) - off.sum(0) + x[:3] / 9, off.sum())
    x = optimize.minimize(unlikely, numpy.zeros(4), jac=slope, method="BFGS",
                          options={"gtol": 1e-9}).x
    curve = numpy.array([(slope(x + h) - slope(x - h)) / 2e-5 for h in 1e-5 * numpy.eye(4)])
    errors = numpy.sqrt(numpy.diag(numpy.linalg.inv(curve)))
    return (*x[:3], *errors[:3], x[3])

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
    "sequence": (3, sequence, 1e-9),
    "ratings": (9, ratings, 1e-6),
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
