#!/usr/bin/env bash
# esda gives places the local Geary and the local join counts of other places, unless their ids are in order
# Version: esda 2.9.0 with libpysal 4.14.1, numpy 2.4.2, scipy 1.17.1 and pandas 3.1.1
# Expected: value n of a local statistic is that of place n of the weights (id_order), as value n of y is: the weights are
#   "aligned with y". Geary_Local and Join_Counts_Local say nothing of sorting. The caller's weights stay as they are.
# Seen: the values of Join_Counts_Local come in the order of the sorted ids, those of Geary_Local in an order that is right
#   only for some orders of ids; p-values go with the wrong places too. Moran, Geary and G_Local leave the weights of the
#   caller row-standardised, so that lag_spatial then gives shares where it gave numbers of neighbours.
# Why it matters: names and ids are seldom in order. Maps show clusters of adoption, with their significance, elsewhere.
# What to do: make the weights from places sorted by id, and put w.transform back after each statistic.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check esda==2.9.0 libpysal==4.14.1 numpy==2.4.2 scipy==1.17.1 pandas==3.1.1
seen=$(env/bin/python -W ignore - <<'PYTHON'
import esda
import numpy
from libpysal.weights import W, lag_spatial


def chain(ids):
    """Each place is a neighbour of the one before and after it."""
    pairs = list(zip(ids, ids[1:]))
    neighbors = {i: [b for a, b in pairs if a == i] + [a for a, b in pairs if b == i] for i in ids}
    return W(neighbors, id_order=ids, silence_warnings=True)


share = numpy.array([1.0, 2.0, 4.0, 9.0])
adopted = numpy.array([1, 1, 0, 1])
z = (share - share.mean()) / share.std()
print("by hand: Geary", *(f"{numpy.mean([(z[i] - z[j]) ** 2 for j in (i - 1, i + 1) if 0 <= j < 4]):.2f}" for i in range(4)),
      "join counts", *(int(adopted[i] * sum(adopted[j] for j in (i - 1, i + 1) if 0 <= j < 4)) for i in range(4)))
for ids in (["a", "b", "c", "d"], ["b", "c", "a", "d"], ["d", "c", "b", "a"]):
    geary = esda.Geary_Local(chain(ids), permutations=9).fit(share).localG
    counts = esda.Join_Counts_Local(connectivity=chain(ids)).fit(adopted).LJC
    print(f"{''.join(ids)}: Geary", *(f"{value:.2f}" for value in geary), "join counts", *(int(value) for value in counts))
weights = chain(["a", "b", "c", "d"])
before = lag_spatial(weights, adopted)
esda.Moran(share, weights, permutations=9)
print("adopted neighbours before Moran", *before, "and after", *lag_spatial(weights, adopted))
PYTHON
)
recorded="by hand: Geary 0.11 0.26 1.53 2.63 join counts 1 1 0 0
abcd: Geary 0.11 0.26 1.53 2.63 join counts 1 1 0 0
bcad: Geary 0.26 1.53 0.11 2.63 join counts 0 1 1 0
dcba: Geary 0.11 0.26 1.53 2.63 join counts 0 0 1 1
adopted neighbours before Moran 1.0 1.0 2.0 0.0 and after 1.0 0.5 1.0 0.0"
echo "esda 2.9.0, libpysal 4.14.1"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
