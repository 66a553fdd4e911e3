#!/usr/bin/env bash
# inequality gives the share of distant pairs in the Gini coefficient multiplied by the Gini coefficient
# Version: inequality 1.1.2 with libpysal 4.14.1 and numpy 2.4.2
# Expected: wcg_share of Gini_Spatial is the "share of inequality in non-neighbor component" (its documentation): where all
#   neighbours are equal, so that wg is 0, it is 1; wg and wcg are parts of dtotal, the sum of all differences.
# Seen: it is 0.25, the Gini coefficient itself, where it is 1; for other values 0.30 where wcg / dtotal is 0.72.
# Why it matters: the share says whether differences run between neighbouring counties or between regions; 0.25 says that
#   three quarters are between neighbours, and there are none.
# What to do: compute wcg / dtotal.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check inequality==1.1.2 libpysal==4.14.1 numpy==2.4.2
seen=$(env/bin/python -W ignore - <<'PYTHON'
import numpy
from inequality.gini import Gini_Spatial
from libpysal.weights import W

pairs = W({0: [1], 1: [0], 2: [3], 3: [2]}, silence_warnings=True)
for values in ([1.0, 1.0, 3.0, 3.0], [1.0, 2.0, 3.0, 9.0]):
    gini = Gini_Spatial(numpy.array(values), pairs, permutations=0)
    print(*values, f"Gini {gini.g:.2f}, of neighbours {gini.wg:.0f}, of others {gini.wcg:.0f}, of all {gini.dtotal:.0f},",
          f"share of others {gini.wcg / gini.dtotal:.2f}, wcg_share {gini.wcg_share:.2f}")
PYTHON
)
recorded="1.0 1.0 3.0 3.0 Gini 0.25, of neighbours 0, of others 16, of all 16, share of others 1.00, wcg_share 0.25
1.0 2.0 3.0 9.0 Gini 0.42, of neighbours 14, of others 36, of all 50, share of others 0.72, wcg_share 0.30"
echo "inequality 1.1.2"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
