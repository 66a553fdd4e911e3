#!/usr/bin/env bash
# networkx loses attributes named source, target and id in JSON and GML, without an error
# Version: networkx 3.6.1 (read with cytoscape 3.35.0 from npm)
# Expected: node_link_data, cytoscape_data and write_gml keep the attributes of nodes and edges, or fail on names
#   that they use themselves, as to_pandas_edgelist does.
# Seen: an edge's source, such as the report that tells of it, is written over by the node from which the edge
#   starts; the target likewise. A node's id is written over in node_link_data; in cytoscape_data it becomes the
#   id, while edges go on naming the node, so Cytoscape.js ends with "nonexistent source". There is no
#   error and no warning. (For GML, and the names of node_link_data, the documentation tells of it.)
# Why it matters: source is the very name for the evidence of a statement, and id for the code of a place. The
#   evidence is gone in the file, and looks as if it were there.
# What to do: rename such attributes before writing (our GraphML calls the evidence "statements").
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check networkx==3.6.1
npm install --silent --no-audit --no-fund --prefix . cytoscape@3.35.0
env/bin/python - > python.txt <<'PYTHON'
import json
from pathlib import Path

import networkx

graph = networkx.DiGraph()
graph.add_node("Anji", id="330523")
graph.add_edge("Anji", "Changxing", source="report 7", year=2019)
print("networkx", networkx.__version__)
links = networkx.node_link_graph(networkx.node_link_data(graph))
networkx.write_gml(graph, "graph.gml")
data = networkx.cytoscape_data(graph)
Path("graph.json").write_text(json.dumps(data))
for name, back in (
    ("node_link", links),
    ("gml", networkx.read_gml("graph.gml")),
    ("cytoscape", networkx.cytoscape_graph(data)),
):
    print(name, back.nodes["Anji"].get("id"), back.edges["Anji", "Changxing"].get("source"))
PYTHON
cat > read.cjs <<'NODE'
const cytoscape = require('cytoscape');
const { elements } = JSON.parse(require('fs').readFileSync('graph.json', 'utf8'));
try {
  console.log('cytoscape.js', cytoscape({ headless: true, elements }).edges().length);
} catch (error) {
  console.log('cytoscape.js', /nonexistent source/.test(error.message) ? 'nonexistent source' : error.message);
}
NODE
seen="$(cat python.txt)
$(node read.cjs)"
recorded='networkx 3.6.1
node_link None None
gml None None
cytoscape 330523 Anji
cytoscape.js nonexistent source'
echo "cytoscape 3.35.0"
echo "seen (the id of the node, the source of the edge):"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
