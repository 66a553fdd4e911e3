#!/usr/bin/env bash
# NetworKit adds one to the Katz centrality of each neighbour, so its scores grow too fast
# Version: networkit 11.3 (beside networkx 3.6.1)
# Expected: KatzCentrality(graph, alpha, beta) is what its documentation says: beta is the "constant value added
#   to the centrality of each vertex". On a chain with alpha 0.1 the scores are as 1, 1.1, 1.11, for any beta,
#   since the scores of all nodes grow with it alike.
# Seen: with beta 0.1, the default, they are as 1, 2.1, 2.21; with beta 1 as 1, 1.2, 1.22: a node gets beta plus
#   alpha times the sum of one plus the score of each neighbour. networkx gives the others.
# Why it matters: the first place from which others learned seems half as important as it is, or less; scores
#   from two programs, or with two values of beta, cannot be compared. The order of the nodes often stays the
#   same, which hides it.
# What to do: use networkx, or a large beta: with 1000 the scores are as 1, 1.1, 1.11.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check networkit==11.3 networkx==3.6.1
env/bin/python - <<'PYTHON'
import sys
from importlib.metadata import version

import networkit
import networkx

for name in ("networkit", "networkx"):
    print(name, version(name))
chain = networkx.path_graph(4, create_using=networkx.DiGraph)
graph = networkit.nxadapter.nx2nk(chain)


def relative(scores):
    """The scores, divided by that of the first node of the chain."""
    return [round(score / scores[0], 3) for score in scores]


def by_networkit(beta):
    run = networkit.centrality.KatzCentrality(graph, alpha=0.1, beta=beta, tol=1e-12).run()
    return relative(run.scores())


katz = networkx.katz_centrality(chain, alpha=0.1, beta=1.0, tol=1e-12)
seen = {
    "networkx": relative([katz[node] for node in chain]),
    "networkit, beta 0.1": by_networkit(0.1),
    "networkit, beta 1": by_networkit(1.0),
    "networkit, beta 1000": by_networkit(1000.0),
}
recorded = {
    "networkx": [1.0, 1.1, 1.11, 1.111],
    "networkit, beta 0.1": [1.0, 2.1, 2.21, 2.221],
    "networkit, beta 1": [1.0, 1.2, 1.22, 1.222],
    "networkit, beta 1000": [1.0, 1.1, 1.11, 1.111],
}
print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
