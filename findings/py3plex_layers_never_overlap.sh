#!/usr/bin/env bash
# py3plex finds no redundant edges, no rich club and no harm by the loss of a layer, in any network
# Version: py3plex 2.0.8 (PyPI; algorithms.statistics.multilayer_statistics) with networkx 3.6.1, numpy 2.4.6
# Expected: of two layers with the same edges, layer_redundancy_coefficient is 1 ("the proportion of edges in one layer that
#   are also present in another"), unique_redundant_edges (0, 4); the nodes of a triangle are a rich club; a network that
#   holds together by its first layer falls apart when targeted_layer_removal takes that layer out.
# Seen: 0, (0, 0), 0 and 1.0, for these and for all networks: the four functions wait for edges of three parts, source,
#   target and layer, and get_edges gives pairs of (node, layer), so they see no edge at all. edge_overlap gives 1.
# Why it matters: whether visits and rules spread over the same ties is the question for which one has layers; the answer
#   is always that they have nothing in common, without an error.
# What to do: use edge_overlap, and resilience for the loss of a layer.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check py3plex==2.0.8 networkx==3.6.1 numpy==2.4.6
cat > read.py <<'PYTHON'
from py3plex.algorithms.statistics import multilayer_statistics as statistics
from py3plex.core import multinet

network = multinet.multi_layer_network(network_type="multilayer", directed=False, verbose=False)
network.add_edges([
    {"source": one, "target": other, "source_type": layer, "target_type": layer}
    for layer in ("visits", "rules") for one, other in ("AB", "BC", "AC", "CD")
])
network.add_edges([{"source": "A", "target": "A", "source_type": "visits", "target_type": "rules"}])
print("edge_overlap", statistics.edge_overlap(network, "visits", "rules"))
print("layer_redundancy_coefficient", statistics.layer_redundancy_coefficient(network, "visits", "rules"))
print("unique_redundant_edges", statistics.unique_redundant_edges(network, "visits", "rules"))
print("multiplex_rich_club_coefficient", statistics.multiplex_rich_club_coefficient(network, 1))
rest = statistics.targeted_layer_removal(network, "visits")
left = sum(one[1] == other[1] == "visits" for one, other in rest.get_edges())
print("targeted_layer_removal", statistics.targeted_layer_removal(network, "visits", return_resilience=True), "edges left", left)
print("resilience", statistics.resilience(network, "layer_removal", "visits"))
PYTHON
seen=$(env/bin/python -W ignore read.py 2> errors.txt)
recorded="edge_overlap 1.0
layer_redundancy_coefficient 0.0
unique_redundant_edges (0, 0)
multiplex_rich_club_coefficient 0.0
targeted_layer_removal 1.0 edges left 4
resilience 0.5"
echo "py3plex 2.0.8"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
