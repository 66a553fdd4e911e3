#!/usr/bin/env bash
# netcenlib adds up the names of nodes instead of distances, and takes names for positions
# Version: netcenlib 0.2.2 with networkx 3.6.1
# Expected: barycenter centrality of a node is 1 over the sum of its distances to all others (the page of CentiServer that the
#   code names): of a path of five 0.100 at the ends, 0.167 in the middle. What nodes are called does not matter.
# Seen: it is 1 over the sum of the numbers by which nodes are called: the same for all nodes, 0.1 for 0 to 4 and 0.007
#   for codes from 10 to 50, and an error for names. decay_centrality counts each node as at a distance of 0 from itself:
#   0.938 at the end is 1.938.
# Why it matters: nsdlib finds the source of a spread by these measures, and the centre by distance is what one looks for.
# What to do: use 1 / sum(networkx.shortest_path_length(network, node).values()).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check netcenlib==0.2.2 networkx==3.6.1
seen=$(env/bin/python -W ignore - <<'PYTHON'
import netcenlib.algorithms as measures
import networkx

path = networkx.path_graph(5)
codes = networkx.relabel_nodes(path, {0: 10, 1: 20, 2: 30, 3: 40, 4: 50})
for name, network in (("numbers from 0", path), ("codes", codes)):
    lengths = {node: networkx.shortest_path_length(network, node).values() for node in network}
    print(f"{name}, barycenter by hand:", *(f"{1 / sum(lengths[node]):.3f}" for node in network))
    values = measures.barycenter_centrality(network)
    print(f"{name}, barycenter:", *(f"{values[node]:.3f}" for node in network))
lengths = {node: networkx.shortest_path_length(path, node) for node in path}
print("decay by hand:", *(f"{sum(0.5 ** length for other, length in lengths[node].items() if other != node):.3f}" for node in path))
values = measures.decay_centrality(path)
print("decay:", *(f"{values[node]:.3f}" for node in path))
names = networkx.path_graph(["甲", "乙", "丙"])
try:
    print("names:", measures.barycenter_centrality(names))
except TypeError as error:
    print("names:", error)
PYTHON
)
recorded="numbers from 0, barycenter by hand: 0.100 0.143 0.167 0.143 0.100
numbers from 0, barycenter: 0.100 0.100 0.100 0.100 0.100
codes, barycenter by hand: 0.100 0.143 0.167 0.143 0.100
codes, barycenter: 0.007 0.007 0.007 0.007 0.007
decay by hand: 0.938 1.375 1.500 1.375 0.938
decay: 1.938 2.375 2.500 2.375 1.938
names: unsupported operand type(s) for +: 'int' and 'str'"
echo "netcenlib 0.2.2"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
