#!/usr/bin/env bash
# pyvis takes the weights out of the network that it draws, and drops all but one relation of two places
# Version: pyvis 0.3.2 with networkx 3.6.1
# Expected: from_nx "takes an existing networkx graph and translates it to a pyvis graph": the graph stays as it is;
#   edge_weight_transf and node_size_transf are functions that are used on each weight and each size.
# Seen: the weights of the caller's graph are gone (they are called width), and sizes are doubled once for each edge of a
#   node, so that a later measure ignores weights without an error. edge_weight_transf does nothing. Of three relations of
#   two places in a MultiDiGraph one is left unless Network(directed=True) is given.
# Why it matters: a picture in the middle of an analysis changes all that comes after it, and shows one relation of many.
# What to do: draw a copy (graph.copy()), transform the weights before, and use Network(directed=True).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pyvis==0.3.2 networkx==3.6.1
seen=$(env/bin/python -W ignore - <<'PYTHON'
import networkx
from pyvis.network import Network

graph = networkx.Graph()
graph.add_node("甲", size=10)
graph.add_weighted_edges_from([("甲", "乙", 5), ("甲", "丙", 1), ("甲", "丁", 1)])
print("degree with weights before:", graph.degree("甲", weight="weight"))
picture = Network()
picture.from_nx(graph, node_size_transf=lambda size: 2 * size, edge_weight_transf=lambda weight: 10 * weight)
print("widths drawn:", *(edge["width"] for edge in picture.edges))
print("degree with weights after:", graph.degree("甲", weight="weight"), "size of 甲:", graph.nodes["甲"]["size"],
      "first edge:", graph.edges["甲", "乙"])
relations = networkx.MultiDiGraph()
relations.add_edge("甲", "乙", relation="LEARNED_FROM")
relations.add_edge("甲", "乙", relation="PRAISED")
relations.add_edge("乙", "甲", relation="CITED")
for directed in (True, False):
    picture = Network(directed=directed)
    picture.from_nx(relations)
    print(f"directed {directed}:", *(f"{edge['from']}-{edge['to']} {edge['relation']}" for edge in picture.edges))
PYTHON
)
recorded="degree with weights before: 7
widths drawn: 5 1 1
degree with weights after: 3 size of 甲: 80 first edge: {'width': 5}
directed True: 甲-乙 LEARNED_FROM 甲-乙 PRAISED 乙-甲 CITED
directed False: 甲-乙 LEARNED_FROM"
echo "pyvis 0.3.2"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
