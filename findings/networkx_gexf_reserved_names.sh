#!/usr/bin/env bash
# networkx takes attributes named start, end, id and type for parts of GEXF itself
# Version: networkx 3.6.1 (write_gexf, read_gexf)
# Expected: attributes of nodes and edges are written as <attvalue>, whatever they are called.
# Seen: start and end become a life span and the graph dynamic, id replaces the id of the node,
#   type stands where GEXF allows directed, undirected and mutual only. Reading back, kind="..."
#   of GEXF 1.3 is dropped.
# Why it matters: start and end are positions in a text here, id and type are plain properties:
#   Gephi would show a timeline of letters, and graphology refuses the file.
# What to do: rename the four before writing (span_start, span_end, code, relation), and write
#   kind yourself.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check networkx==3.6.1
env/bin/python - <<'PYTHON'
import re
import sys
from pathlib import Path

import networkx

print("networkx", networkx.__version__)
graph = networkx.MultiDiGraph()
graph.add_node("statement", start=120, end=180, id="other name")
graph.add_edge("statement", "place", kind="LEARNED_FROM", type="learned")
networkx.write_gexf(graph, "graph.gexf")
text = Path("graph.gexf").read_text(encoding="utf-8")
with_kind = text.replace(' type="learned"', ' kind="LEARNED_FROM"')
Path("kinds.gexf").write_text(re.sub("<attvalues>.*?</attvalues>", "", with_kind, flags=re.S))
again = networkx.read_gexf("kinds.gexf")
seen = {
    "graph": re.search('mode="(dynamic|static)" name', text).group(1),
    "node": re.search("<node [^>]*>", text).group(),
    "edge type": re.search('<edge [^>]* type="([^"]*)"', text).group(1),
    "kind read back": [edge.get("kind") for *_, edge in again.edges(data=True)],
}
recorded = {
    "graph": "dynamic",
    "node": '<node id="other name" label="statement" start="120" end="180" />',
    "edge type": "learned",
    "kind read back": [None],
}

print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
