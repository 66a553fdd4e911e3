#!/usr/bin/env bash
# distanceclosure takes places that share nothing for the same if the table is sparse, and small equal ones for unlike
# Version: distanceclosure 0.5 (PyPI; distance.pairwise_proximity) with numpy 2.4.6, scipy 1.17.1, networkx 3.6.1, pandas 2.3.3
# Expected: the Jaccard proximity of two rows is what both have by what either has: 0 if they share nothing, 1 if they are
#   equal; a dense array and a sparse matrix of the same numbers have the same proximities.
# Seen: of a sparse matrix the default measure compares the lists of non-zero values, wherever they stand: the rows 1100 and
#   0011 have the proximity 1. The weighted measure gives 0 to equal rows whose values add up to less than 10, dense
#   or sparse: min_support is 10 there and 1 elsewhere; the documentation shows such zeros in an example, without a word.
# Why it matters: proximities become distances and these a backbone: counties with no measure in common are at distance 0.
#   Tables of who adopted what are sparse and small.
# What to do: hand over a dense array with metric="jaccard_binary", and min_support=0 for the weighted measure.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check distanceclosure==0.5 numpy==2.4.6 scipy==1.17.1 networkx==3.6.1 pandas==2.3.3
seen=$(env/bin/python -W ignore - <<'PYTHON'
import numpy
from distanceclosure.distance import pairwise_proximity
from scipy.sparse import csr_matrix

rows = numpy.array([[1, 1, 0, 0], [0, 0, 1, 1], [1, 1, 0, 0]])
for metric in ("jaccard", "jaccard_binary", "jaccard_weighted"):
    for kind, table in (("dense", rows), ("sparse", csr_matrix(rows))):
        values = numpy.asarray(csr_matrix(pairwise_proximity(table, metric=metric)).todense())
        print(f"{metric}, {kind}: 1100 and 0011 {values[0, 1]:.0f}, 1100 and 1100 {values[0, 2]:.0f}")
PYTHON
)
recorded="jaccard, dense: 1100 and 0011 0, 1100 and 1100 1
jaccard, sparse: 1100 and 0011 1, 1100 and 1100 1
jaccard_binary, dense: 1100 and 0011 0, 1100 and 1100 1
jaccard_binary, sparse: 1100 and 0011 0, 1100 and 1100 1
jaccard_weighted, dense: 1100 and 0011 0, 1100 and 1100 0
jaccard_weighted, sparse: 1100 and 0011 0, 1100 and 1100 0"
echo "distanceclosure 0.5"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
