#!/usr/bin/env bash
# cdlib's algorithms.paris renames the nodes of the caller's network to 0, 1, 2
# Version: cdlib 0.4.1 (networkx 3.6.1)
# Expected: a function that looks for communities reads the network and leaves it as it was, as louvain,
#   greedy_modularity and the others do; its documentation says no word of a change.
# Seen: after paris(graph) the nodes a to f of the caller's graph are the numbers 0 to 5, while the clustering
#   that it gives names a to f. What is asked of the graph next, such as another algorithm, answers in numbers.
# Why it matters: a comparison of methods calls one after the other on one network. All that come after paris
#   seem to disagree with those before, and places cannot be looked up any more.
# What to do: give it a copy: algorithms.paris(graph.copy()).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check cdlib==0.4.1 networkx==3.6.1
env/bin/python - > seen.txt <<'PYTHON'
from importlib.metadata import version

import networkx
from cdlib import algorithms

print("cdlib", version("cdlib"), "networkx", networkx.__version__)


def made():
    """Two triangles that are joined by one edge."""
    graph = networkx.Graph(["ab", "bc", "ac", "cd", "de", "ef", "df"], title="places")
    networkx.set_node_attributes(graph, "county", "kind")
    return graph


def sorted_groups(clustering):
    return sorted(sorted(map(str, group)) for group in clustering.communities)


for name in ("greedy_modularity", "walktrap", "paris"):
    graph = made()
    groups = sorted_groups(getattr(algorithms, name)(graph))
    print(name, groups, "then", *graph.nodes, graph.graph, graph.nodes[list(graph)[0]])
print("greedy_modularity after paris", sorted_groups(algorithms.greedy_modularity(graph)))
PYTHON
seen=$(grep -v '^Note' seen.txt)
recorded="cdlib 0.4.1 networkx 3.6.1
greedy_modularity [['a', 'b', 'c'], ['d', 'e', 'f']] then a b c d e f {'title': 'places'} {'kind': 'county'}
walktrap [['a', 'b', 'c'], ['d', 'e', 'f']] then a b c d e f {'title': 'places'} {'kind': 'county'}
paris [['a', 'b', 'c'], ['d', 'e', 'f']] then 0 1 2 3 4 5 {'title': 'places'} {'kind': 'county'}
greedy_modularity after paris [['0', '1', '2'], ['3', '4', '5']]"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
