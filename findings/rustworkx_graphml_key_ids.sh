#!/usr/bin/env bash
# rustworkx gives the attributes of nodes and of edges the same ids in GraphML: networkx then mixes them up
# Version: rustworkx 0.18.1 (read with networkx 3.6.1)
# Expected: write_graphml writes a file that other programs read: nodes with a year, edges with a kind.
#   GraphML asks that the id of each key be its own in the whole file.
# Seen: the first key of the nodes, of the edges and of the network is d1 each time. rustworkx reads its own
#   file rightly; networkx takes the last key for all: the nodes have no year, but a title "2019", and the
#   edge's kind is a title too.
# Why it matters: values come under the name of another attribute, without an error; with a number among
#   them they also change their type.
# What to do: rename the ids of the keys in the file, each with its data elements, before handing it on, or
#   write the GraphML with networkx.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check rustworkx==0.18.1 networkx==3.6.1
env/bin/python - <<'PYTHON'
import re
import sys
from importlib.metadata import version
from pathlib import Path

import networkx
import rustworkx

print("rustworkx", version("rustworkx"), "networkx", version("networkx"))
graph = rustworkx.PyDiGraph(attrs={"title": "T"})
first = graph.add_node({"id": "p", "year": 2019})
second = graph.add_node({"id": "q", "year": 2020})
graph.add_edge(first, second, {"kind": "copy"})
rustworkx.write_graphml(graph, "graph.graphml")
text = Path("graph.graphml").read_text(encoding="utf-8")
(own,) = rustworkx.read_graphml("graph.graphml")
other = networkx.read_graphml("graph.graphml")
seen = {
    "keys": re.findall(r'<key id="(\w+)" for="(\w+)" attr.name="(\w+)"', text),
    "rustworkx": [node["year"] for node in own.nodes()] + [edge["kind"] for edge in own.edges()],
    "networkx, nodes": dict(other.nodes(data=True)),
    "networkx, edges": [data["title"] for _, _, data in other.edges(data=True)],
    "networkx, kind": [data.get("kind") for _, _, data in other.edges(data=True)],
}
recorded = {
    "keys": [("d1", "node", "year"), ("d1", "edge", "kind"), ("d1", "graph", "title")],
    "rustworkx": [2019, 2020, "copy"],
    "networkx, nodes": {"p": {"title": "2019"}, "q": {"title": "2020"}},
    "networkx, edges": ["copy"],
    "networkx, kind": [None],
}
print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
