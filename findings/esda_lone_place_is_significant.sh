#!/usr/bin/env bash
# esda finds a place without neighbours the most significant of all, and its value moves Moran's I of the others
# Version: esda 2.9.0 with libpysal 4.14.1 (PySAL; numpy 2.4.6)
# Expected: a place without neighbours has no local association: no p-value, no quadrant, "Insignificant" on the map
#   of clusters. island_weight=nan says so at the latest ("will propagate to the final local statistic"). Moran's I of
#   twelve places in a ring does not change because a thirteenth lies apart.
# Seen: the lone place has the smallest p-value that there can be (0.001 of 999 permutations) and is labelled
#   High-Low or Low-Low by its own value, whether island_weight is 0 or nan; so have G_Local and Moran_Local_BV. It
#   counts in Moran's I as a place whose neighbours have the mean: I is -0.28 in place of -0.77. Geary_Local ends with
#   an error.
# Why it matters: islands, enclaves and places whose neighbours are not in the table are common on maps of policies.
#   The map of clusters shows each in colour as an outlier.
# What to do: leave places without neighbours out of the weights and of the values before anything is computed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check esda==2.9.0 libpysal==4.14.1 numpy==2.4.6
env/bin/python - > seen.txt 2> errors.txt <<'PYTHON' || { cat errors.txt >&2; exit 1; }
import warnings

import esda
import numpy
from libpysal.weights import W

warnings.simplefilter("ignore")
NAMES = [f"p{number:02}" for number in range(12)]
RING = {name: [NAMES[number - 1], NAMES[(number + 1) % 12]] for number, name in enumerate(NAMES)}
VALUES = [1, 5, 2, 4, 3, 3, 5, 1, 4, 2, 3, 4]


def weights(neighbours):
    """Weights that sum to 1 for each place."""
    made = W(neighbours, id_order=list(neighbours), silence_warnings=True)
    made.transform = "r"
    return made


print(f"Moran's I of the ring: {esda.Moran(numpy.array(VALUES), weights(RING), permutations=9).I:.2f}")
apart = weights({**RING, "q": []})
for value in (9.0, 0.0):
    values = numpy.array([*VALUES, value])
    print(f"with a lone place of {value}: {esda.Moran(values, apart, permutations=9).I:.2f}")
    for island_weight in (0, numpy.nan):
        local = esda.Moran_Local(values, apart, permutations=999, seed=1, island_weight=island_weight)
        print(f"  the lone place, {island_weight}: p {local.p_sim[-1]:.3f}, {local.get_cluster_labels()[-1]}")
print(f"G_Local: p {esda.G_Local(values, apart, permutations=999, seed=1).p_sim[-1]:.3f}")
print(f"Moran_Local_BV: p {esda.Moran_Local_BV(values, values, apart, permutations=999, seed=1).p_sim[-1]:.3f}")
try:
    esda.Geary_Local(connectivity=apart, permutations=9, seed=1).fit(values)
except ValueError as error:
    print("Geary_Local:", error)
PYTHON
seen=$(cat seen.txt)
recorded="Moran's I of the ring: -0.77
with a lone place of 9.0: -0.28
  the lone place, 0: p 0.001, High-Low
  the lone place, nan: p 0.001, High-Low
with a lone place of 0.0: -0.56
  the lone place, 0: p 0.001, Low-Low
  the lone place, nan: p 0.001, Low-Low
G_Local: p 0.001
Moran_Local_BV: p 0.001
Geary_Local: Length of values (13) does not match length of index (12)"
echo "esda 2.9.0, libpysal 4.14.1"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
