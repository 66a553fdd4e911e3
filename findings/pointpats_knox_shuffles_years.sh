#!/usr/bin/env bash
# pointpats leaves the caller's years in another order after its Knox test, and finds rare pairs too significant
# Version: pointpats 2.5.5 (the newest for Python 3.11) with libpysal 4.14.1, numpy 2.3.5, pandas 2.3.3 and scipy 1.16.3
# Expected: knox(space, years, ...) counts pairs of events that are close in both and leaves its arguments alone; mantel
#   and jacquez, called next as in the documentation of the module, give what they give on their own. p_poisson of
#   Knox is a "one-sided analytic p-value" for NST, which counts permutations ">= observed" (docstrings): the chance of
#   as many pairs as seen, or more. Far apart years in close places are no contagion: p is near 1.
# Seen: knox shuffles the array of the caller 99 times and leaves it so: the years belong to other places from then on,
#   and Mantel's statistic of a perfect wave falls from 1.00 to -0.04. Where close places have far apart years its p is
#   0.01, as if they were contagious: it is folded over one half. p_poisson of Knox is the chance of more pairs than
#   seen: for one pair where 0.022 are expected it is 0.0002 instead of 0.0220.
# Why it matters: whether places near each other adopt a policy near in time is the first question of diffusion; these
#   are the tests for it. All that is computed after knox is of years that were dealt out by lot.
# What to do: hand over a copy of the years, use Knox, and take p_sim with many permutations.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pointpats==2.5.5 libpysal==4.14.1 numpy==2.3.5 pandas==2.3.3 scipy==1.16.3
seen=$(env/bin/python -W ignore - <<'PYTHON'
import numpy
from pointpats.spacetime import Knox, knox, mantel
from scipy.stats import poisson

numpy.random.seed(1)
space = numpy.array([[x, 0.0] for x in range(12)])
years = numpy.array([[2008.0 + x] for x in range(12)])
options = dict(permutations=0, scon=0.0, spow=1.0, tcon=0.0, tpow=1.0)
print(f"mantel before knox: {mantel(space, years, **options):.2f}")
knox(space, years, delta=1, tau=1, permutations=99)
print(f"mantel after knox: {mantel(space, years, **options):.2f}")
print("years after knox:", *years[:, 0].astype(int))

apart = numpy.array([[2000.0 + 10 * (x % 2) + x] for x in range(12)])
result = knox(space, apart.copy(), delta=1, tau=3, permutations=99)
print(f"close places, years far apart: {result['stat']} pairs, p of knox {result['pvalue'][0]:.2f},", end=" ")
print(f"p_sim of Knox {Knox(space, apart, delta=1, tau=3, permutations=99).p_sim:.2f}")

places = numpy.array([[x, 0.0] for x in (0, 1, 100, 200, 300, 400, 500, 600, 700, 800)])
adopted = numpy.array([[x] for x in (2010.0, 2011, 2020, 2030, 2040, 2050, 2060, 2070, 2080, 2090)])
test = Knox(places, adopted, delta=1, tau=1, permutations=999)
expected = test.expected[0, 0]
print(f"{test.nst:.0f} close pair, {expected:.3f} expected: p_poisson {test.p_poisson:.4f},", end=" ")
print(f"chance of one or more {poisson.sf(0, expected):.4f}, p_sim near it: {abs(test.p_sim - 0.022) < 0.012}")
PYTHON
)
recorded="mantel before knox: 1.00
mantel after knox: -0.04
years after knox: 2017 2014 2019 2010 2012 2009 2011 2013 2008 2016 2018 2015
close places, years far apart: 0 pairs, p of knox 0.01, p_sim of Knox 1.00
1 close pair, 0.022 expected: p_poisson 0.0002, chance of one or more 0.0220, p_sim near it: True"
echo "pointpats 2.5.5"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
