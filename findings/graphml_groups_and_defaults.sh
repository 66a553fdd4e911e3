#!/usr/bin/env bash
# One valid GraphML file with a group and default values is four networks in four readers, and none says so
# Version: networkx 3.6.1, python-igraph 1.0.0 (PyPI); graphology 0.26.0 with graphology-graphml 0.5.2, graphml-js 0.4.0 (npm)
# Expected: what GraphML says. A node or an edge without a value has the default of its key, of the type of the key.
#   The nodes and edges of the graph inside a node (as yEd writes groups) belong to the document; what cannot be read
#   is named in an error or a warning. Values of an edge are that edge's.
# Seen: networkx puts defaults aside in graph.graph["node_default"] and gives nodes and edges none. networkx and igraph
#   leave out the group's node d and its edge; its city c is there, since an edge outside names it, without a kind
#   in networkx and as a county in igraph. graphology reads the group, but gives the province the kind of its city, and
#   the value of the edge within under the key's id "s"; it makes the text "2019" of a default that is an int, beside
#   the number 2020. graphml-js gives no defaults, no group, and the text "false", which is true in JavaScript.
# Why it matters: groups are provinces with their counties, defaults are how a long file is kept short. Years and
#   denials differ by the reader.
# What to do: write every value, and the place that another lies in as an attribute or an edge.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check networkx==3.6.1 igraph==1.0.0
npm install --silent --no-audit --no-fund --ignore-scripts --prefix . \
  graphology@0.26.0 graphology-graphml@0.5.2 graphml-js@0.4.0
cat > places.graphml <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="k" for="node" attr.name="kind" attr.type="string"><default>county</default></key>
  <key id="y" for="edge" attr.name="year" attr.type="int"><default>2019</default></key>
  <key id="s" for="edge" attr.name="stated" attr.type="boolean"/>
  <graph edgedefault="undirected">
    <node id="a"/>
    <node id="p"><data key="k">province</data>
      <graph edgedefault="undirected">
        <node id="c"><data key="k">city</data></node>
        <node id="d"/>
        <edge source="c" target="d"><data key="s">true</data></edge>
      </graph>
    </node>
    <edge source="a" target="p"><data key="s">false</data></edge>
    <edge source="a" target="c"><data key="s">true</data><data key="y">2020</data></edge>
  </graph>
</graphml>
XML
env/bin/python - > seen.txt <<'PYTHON'
import json

import igraph
import networkx

graph = networkx.read_graphml("places.graphml")
print("networkx", *(f"{node} {json.dumps(values)}" for node, values in graph.nodes(data=True)))
print("  ", *(f"{one}-{other} {json.dumps(values)}" for one, other, values in graph.edges(data=True)))
graph = igraph.Graph.Read_GraphML("places.graphml")
print("igraph", *(f"{node['id']} {json.dumps({'kind': node['kind']})}" for node in graph.vs))
names = graph.vs["id"]
print("  ", *(f"{names[edge.source]}-{names[edge.target]} {json.dumps(edge.attributes())}" for edge in graph.es))
PYTHON
cat > read.cjs <<'NODE'
const { readFileSync } = require('node:fs');
const Graph = require('graphology');
const { parse } = require('graphology-graphml');
const { GraphMLParser } = require('graphml-js');
const text = readFileSync('places.graphml', 'utf8');
const graph = parse(Graph, text);
console.log('graphology', ...graph.mapNodes((node, values) => `${node} ${JSON.stringify(values)}`));
console.log('  ', ...graph.mapEdges((_, values, one, other) => `${one}-${other} ${JSON.stringify(values)}`));
new GraphMLParser().parse(text, (error, { nodes, edges }) => {
  if (error) throw error;
  console.log('graphml-js', ...nodes.map((node) => `${node._id} ${JSON.stringify(node._attributes)}`));
  console.log('  ', ...edges.map((edge) => `${edge._source}-${edge._target} ${JSON.stringify(edge._attributes)}`));
});
NODE
node read.cjs >> seen.txt
seen=$(cat seen.txt)
recorded='networkx a {} p {"kind": "province"} c {}
   a-p {"stated": false} a-c {"stated": true, "year": 2020}
igraph a {"kind": "county"} p {"kind": "province"} c {"kind": "county"}
   a-p {"year": 2019.0, "stated": false} a-c {"year": 2020.0, "stated": true}
graphology a {"kind":"county"} p {"kind":"city","s":"true"} c {"kind":"city"} d {"kind":"county"}
   c-d {"stated":true,"year":"2019"} a-p {"stated":false,"year":"2019"} a-c {"stated":true,"year":2020}
graphml-js a {} p {"kind":"province"}
   a-p {"stated":"false"} a-c {"stated":"true","year":2020}'
echo "networkx 3.6.1, python-igraph 1.0.0, graphology-graphml 0.5.2, graphml-js 0.4.0"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
