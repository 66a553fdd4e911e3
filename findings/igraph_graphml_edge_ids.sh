#!/usr/bin/env bash
# python-igraph gives edges of a GraphML file the ids of nodes
# Version: python-igraph 1.0.0
# Expected: reading a GraphML file sets the edge attribute "id" to what stands in <edge
#   id="...">, as the node attribute "id" is set from <node id="...">.
# Seen: the edges bear the ids of the nodes, in the order of the nodes; further edges have an
#   empty id. What the file says as ids of edges is lost.
# Why it matters: the id of an edge leads to its statements and so to its evidence. In igraph it
#   silently names a node.
# What to do: never look an edge up by es["id"] after Read_GraphML; carry the key of the
#   statement in an attribute of another name (such as "statements").
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check igraph==1.0.0
env/bin/python - <<'PYTHON'
import sys

import igraph

print("igraph", igraph.__version__)
with open("graph.graphml", "w", encoding="utf-8") as file:
    file.write("""<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="directed">
<node id="village"/><node id="county"/>
<edge id="first" source="village" target="county"/>
<edge id="second" source="county" target="village"/>
<edge id="third" source="village" target="county"/>
</graph></graphml>""")
graph = igraph.Graph.Read_GraphML("graph.graphml")
seen = (graph.vs["id"], graph.es["id"])
recorded = (["village", "county"], ["village", "county", ""])

print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
