#!/usr/bin/env bash
# graphblas-algorithms, a backend of networkx, counts weights because an earlier call did, and gives some places no score
# Version: graphblas-algorithms 2023.10.0, its latest, with networkx 3.6.1, python-graphblas 2025.2.0 (PyPI)
# Expected: backend="graphblas" gives what networkx gives: no weights where none are asked for (weight=None), whatever was
#   computed before, and a value for each node.
# Seen: after pagerank, which uses weights, eigenvector centrality of the same network counts them too: c has 0.77 instead
#   of 0.64; networkx keeps the network that the backend converted for pagerank. Katz centrality leaves out
#   places without incoming links and changes the others; s_metric of a directed network is half; volume counts incoming
#   links instead of outgoing ones. There is no warning.
# Why it matters: a backend may be set for a whole process, and a notebook computes several centralities in a row; which place
#   is central depends on the order of the lines.
# What to do: set networkx.config.cache_converted_graphs = False, and leave Katz, s_metric and volume to networkx.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check graphblas-algorithms==2023.10.0 networkx==3.6.1 python-graphblas==2025.2.0 \
  suitesparse-graphblas==9.4.5.0 numpy==2.4.6 scipy==1.17.1
cat > read.py <<'PYTHON'
import networkx


def visits():
    network = networkx.DiGraph()
    network.add_weighted_edges_from([("a", "b", 2), ("a", "c", 1), ("b", "c", 4), ("c", "d", 1), ("d", "a", 3), ("e", "a", 1)])
    return network


def show(name, values):
    print(name, *(f"{node} {value:.2f}" for node, value in sorted(values.items())))


show("eigenvector, networkx:", networkx.eigenvector_centrality(visits(), max_iter=1000))
for cached in (True, False):
    networkx.config.cache_converted_graphs = cached
    network = visits()
    show("eigenvector, alone:", networkx.eigenvector_centrality(visits(), max_iter=1000, backend="graphblas"))
    networkx.pagerank(network, backend="graphblas")
    after = networkx.eigenvector_centrality(network, max_iter=1000, backend="graphblas")
    show(f"eigenvector, after pagerank, cache {cached}:", after)
for backend in ("networkx", "graphblas"):
    show(f"Katz, {backend}:", networkx.katz_centrality(visits(), normalized=False, backend=backend))
    whole = networkx.s_metric(visits(), backend=backend)
    print(f"s_metric {whole:.0f}, volume", networkx.volume(visits(), ["a", "b"], weight="weight", backend=backend))
PYTHON
seen=$(env/bin/python -W ignore read.py 2> errors.txt)
recorded="eigenvector, networkx: a 0.43 b 0.35 c 0.64 d 0.53 e 0.00
eigenvector, alone: a 0.43 b 0.35 c 0.64 d 0.53 e 0.00
eigenvector, after pagerank, cache True: a 0.42 b 0.35 c 0.77 d 0.33 e 0.00
eigenvector, alone: a 0.43 b 0.35 c 0.64 d 0.53 e 0.00
eigenvector, after pagerank, cache False: a 0.43 b 0.35 c 0.64 d 0.53 e 0.00
Katz, networkx: a 1.21 b 1.12 c 1.23 d 1.12 e 1.00
s_metric 44, volume 7
Katz, graphblas: a 1.11 b 1.11 c 1.22 d 1.12
s_metric 22, volume 6"
echo "graphblas-algorithms 2023.10.0, networkx 3.6.1"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
