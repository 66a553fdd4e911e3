#!/usr/bin/env bash
# scikit-network gives nodes the closeness of other nodes, drawn by lot, when it is to be approximate
# Version: scikit-network 0.33.5 with numpy 2.4.2 and scipy 1.17.1 (beside networkx 3.6.1)
# Expected: Closeness(method="approximate", tol=0.1) gives a score for each node, off by 0.1 at most: tol is "the allowed
#   tolerance on each score entry", scores_ is the "closeness centrality of each node" (docstring). In a star of twenty
#   the centre has 1.00 and each leaf 0.51.
# Seen: the distances are right, but those of the first node drawn are written down for node 0, those of the second for
#   node 1, and so on: the centre has 0.51 and some leaf 1.00. With 1000 nodes there are 690 scores for them, without
#   a word. The exact method is right.
# Why it matters: who sits in the middle of the learning is read from the list by its place, and is drawn by lot. Large
#   networks are those for which the approximate method is taken.
# What to do: use the exact method, or networkx, igraph or networkit.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check scikit-network==0.33.5 numpy==2.4.2 scipy==1.17.1 networkx==3.6.1
seen=$(env/bin/python - <<'PYTHON'
import networkx
import numpy
from scipy import sparse
from sknetwork.ranking import Closeness

numpy.random.seed(1)
star = networkx.star_graph(19)
matrix = sparse.csr_matrix(networkx.to_scipy_sparse_array(star, weight=None))
exact = list(networkx.closeness_centrality(star).values())
print(f"networkx: the centre {exact[0]:.2f}, the highest leaf {max(exact[1:]):.2f}")
for method in ("exact", "approximate"):
    draws = [Closeness(method=method, tol=0.1).fit_predict(matrix) for _ in range(20)]
    right = sum(draw[0] == 1 for draw in draws)
    off = max(numpy.abs(draw - exact).max() for draw in draws)
    print(f"{method}: the centre has 1.00 in {right} of 20 runs, the largest error is {off:.2f}")
ring = sparse.csr_matrix(networkx.to_scipy_sparse_array(networkx.cycle_graph(1000), weight=None))
print("1000 nodes:", len(Closeness(method="approximate", tol=0.1).fit_predict(ring)), "scores")
PYTHON
)
recorded="networkx: the centre 1.00, the highest leaf 0.51
exact: the centre has 1.00 in 20 of 20 runs, the largest error is 0.00
approximate: the centre has 1.00 in 1 of 20 runs, the largest error is 0.49
1000 nodes: 690 scores"
echo "scikit-network 0.33.5, networkx 3.6.1"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
