#!/usr/bin/env bash
# Tulip gives a leaf a clustering of 1, and half of the normalised betweenness that it documents
# Version: tulip-python 6.0.0 ("Cluster" and "Betweenness Centrality" of Tulip 6.0), beside networkx 3.6.1
# Expected: "Cluster" is documented as the local clustering coefficient of Watts and Strogatz (Nature 393, 1998): the
#   links among the k neighbours divided by k(k-1)/2, 0.15 for node 0 of the club of Zachary. "norm" of betweenness is
#   documented, for networks without directions, as 2c / ((V-1)(V-2)), 0.438 for that node.
# Seen: the node itself and its links are counted with its neighbours, so node 0 has 0.25, the centre of a star of four
#   0.4 and its leaves 1.0. "norm" divides as for directed networks: 0.219.
# Why it matters: a county with one link looks like one within a close group, and sparse networks, as those of policies,
#   seem dense. Scores beside those of other programs are off by a factor of two.
# What to do: compute clustering with networkx, and double the normalised betweenness (or normalise it by yourself).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check tulip-python==6.0.0 networkx==3.6.1 numpy==2.4.6
env/bin/python - > seen.txt <<'PYTHON'
import networkx
from tulip import tlp


def scores(network, algorithm, **settings):
    """The score of each node by an algorithm of Tulip."""
    graph = tlp.newGraph()
    places = {node: graph.addNode() for node in network}
    for source, target in network.edges:
        graph.addEdge(places[source], places[target])
    values = graph.getDoubleProperty("score")
    parameters = tlp.getDefaultPluginParameters(algorithm, graph)
    for name, value in settings.items():
        parameters[name] = value
    graph.applyDoubleAlgorithm(algorithm, values, parameters)
    return {node: values[place] for node, place in places.items()}


def first(values):
    """The first three scores."""
    return [round(values[node], 3) for node in (0, 1, 2)]


for name, network in (("club", networkx.karate_club_graph()), ("star", networkx.star_graph(4))):
    print(name, "clustering:", first(scores(network, "Cluster")), "networkx:", first(networkx.clustering(network)))
    print(name, "betweenness:", first(scores(network, "Betweenness Centrality")),
          "networkx:", first(networkx.betweenness_centrality(network, normalized=False)))
    print(name, "normalised:", first(scores(network, "Betweenness Centrality", norm=True)),
          "networkx:", first(networkx.betweenness_centrality(network)))
PYTHON
seen=$(cat seen.txt)
recorded='club clustering: [0.25, 0.467, 0.382] networkx: [0.15, 0.333, 0.244]
club betweenness: [231.071, 28.479, 75.851] networkx: [231.071, 28.479, 75.851]
club normalised: [0.219, 0.027, 0.072] networkx: [0.438, 0.054, 0.144]
star clustering: [0.4, 1.0, 1.0] networkx: [0, 0, 0]
star betweenness: [6.0, 0.0, 0.0] networkx: [6.0, 0.0, 0.0]
star normalised: [0.5, 0.0, 0.0] networkx: [1.0, 0.0, 0.0]'
echo "tulip-python 6.0.0, networkx 3.6.1"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
