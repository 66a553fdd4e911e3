#!/usr/bin/env bash
# giddy finds directions that nothing ever takes the most significant of all, and keeps shuffled values for the real ones
# Version: giddy 2.3.6 with libpysal 4.14.1, esda 2.9.0, mapclassify 2.10.0 and numpy 2.4.2
# Expected: a permutation test of Rose ("pseudo p-values for vector segments") has p = 1 for a direction with as many places
#   as in each of the 99 permutations, and no p below 1/100. Y of the rose are the values given to it, before and after.
# Seen: the directions that no place takes, in the data or in any permutation, have p = 0; so has the one that all take.
#   After permute(), Y and the lag are those of the last permutation: the places have the values of others. Theta has
#   pvalue_right = 0 where no permutation can be above.
# Why it matters: rose diagrams of LISA say whether places move with their neighbours; a 0 is read as a result, and vectors
#   that are plotted after the test belong to other places.
# What to do: count from counts_perm with (n + 1) / (permutations + 1), and give Rose a new object after permute().
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check giddy==2.3.6 libpysal==4.14.1 esda==2.9.0 mapclassify==2.10.0 numpy==2.4.2
seen=$(env/bin/python -W ignore - <<'PYTHON'
import numpy
from giddy.directional import Rose
from giddy.rank import Theta
from libpysal.weights import lat2W

numpy.random.seed(1)
weights = lat2W(2, 4)
weights.transform = "r"
start = numpy.arange(8.0)
values = numpy.column_stack([start, start + 1])
rose = Rose(values.copy(), weights, k=4)
rose.permute(99)
print("places", *rose.counts, "in each permutation", *rose.expected_perm, "p", *rose.p)
print("Y is what was given to it:", numpy.array_equal(rose.Y, values))
moved = numpy.column_stack([start, numpy.roll(start, 4)])
theta = Theta(moved, numpy.repeat([0, 1], 4), 99)
print("theta", *theta.theta[0], "p-value left", *theta.pvalue_left, "p-value right", *theta.pvalue_right)
PYTHON
)
recorded="places 8 0 0 0 in each permutation 8.0 0.0 0.0 0.0 p 0.0 0.0 0.0 0.0
Y is what was given to it: False
theta 1.0 p-value left 1.0 p-value right 0.0"
echo "giddy 2.3.6"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
