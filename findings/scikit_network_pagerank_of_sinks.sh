#!/usr/bin/env bash
# scikit-network gives a place that cites nobody two thirds of all PageRank, and another share with each solver
# Version: scikit-network 0.33.5 with numpy 2.4.2 and scipy 1.17.1 (beside networkx 3.6.1)
# Expected: "PageRank of each node, corresponding to its frequency of visit by a random walk" that "restarts with some
#   fixed probability" (docstring of PageRank): 甲 and 丁 cite 乙, which cites 丙, which cites nobody. With restarts
#   anywhere the shares are 0.125, 0.338, 0.412, 0.125, as in networkx, whichever solver is chosen: the page of the
#   class names six of them, and says nothing of other scores.
# Seen: the default solver gives 丙 a share of 0.671, lanczos the same and bicgstab 0.656; RH gives 0.412, as expected;
#   push gives it 0.317, less than 乙 with 0.416: another order. What arrives at a place without a link is put back on
#   that place instead of anywhere.
# Why it matters: a network of who learned from whom is full of sinks: the first places learned from nobody. They are
#   the ones whose rank is asked for, and it is inflated, or cut, by the solver.
# What to do: use networkx or igraph for directed networks, or solver="RH".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check scikit-network==0.33.5 numpy==2.4.2 scipy==1.17.1 networkx==3.6.1
seen=$(env/bin/python - <<'PYTHON'
import networkx
from scipy import sparse
from sknetwork.ranking import PageRank

cites = networkx.DiGraph([("甲", "乙"), ("乙", "丙"), ("丁", "乙")])
matrix = sparse.csr_matrix(networkx.to_scipy_sparse_array(cites, weight=None))
print("places", *cites)
print("networkx", *(f"{value:.3f}" for value in networkx.pagerank(cites).values()))
print("default", *(f"{value:.3f}" for value in PageRank(n_iter=200).fit_predict(matrix)))
for solver in ("piteration", "lanczos", "bicgstab", "RH", "push"):
    scores = PageRank(solver=solver, n_iter=200, tol=1e-9).fit_predict(matrix)
    print(solver, *(f"{value:.3f}" for value in scores))
PYTHON
)
recorded="places 甲 乙 丙 丁
networkx 0.125 0.338 0.412 0.125
default 0.058 0.213 0.671 0.058
piteration 0.058 0.213 0.671 0.058
lanczos 0.058 0.213 0.671 0.058
bicgstab 0.073 0.198 0.656 0.073
RH 0.125 0.338 0.412 0.125
push 0.133 0.416 0.317 0.133"
echo "scikit-network 0.33.5, networkx 3.6.1"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
