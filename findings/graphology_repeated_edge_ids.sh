#!/usr/bin/env bash
# The GraphML of networkx repeats ids of edges, and graphology then refuses it or joins edges
# Version: networkx 3.6.1; graphology 0.26.0 with graphology-graphml 0.5.2
# Expected: a MultiDiGraph with edges a to b and b to a is written with ids that are unique in
#   the file, and graphology reads it.
# Seen: the key of an edge, which networkx counts for each pair of nodes, is written as its id:
#   0 twice. graphology-graphml refuses the file, and the message blames an inconsistency of the
#   edge.
# Why it matters: sigma draws what graphology reads. GraphML that any researcher writes from a
#   multigraph cannot be opened.
# What to do: use keys that are unique in the whole graph (our exports do), or
#   edge_id_from_attribute.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check networkx==3.6.1
npm install --silent --no-audit --no-fund --prefix . graphology@0.26.0 graphology-graphml@0.5.2 jsdom@22.1.0
env/bin/python - <<'PYTHON'
import networkx

print("networkx", networkx.__version__)
for name, keys in (("counted", (None, None)), ("unique", ("first", "second"))):
    graph = networkx.MultiDiGraph()
    graph.add_edge("a", "b", key=keys[0])
    graph.add_edge("b", "a", key=keys[1])
    networkx.write_graphml(graph, f"{name}.graphml")
PYTHON
cat > read.cjs <<'NODE'
const { readFileSync } = require('fs');
const { JSDOM } = require('jsdom');
const { window } = new JSDOM('');
for (const name of ['DOMParser', 'Document', 'Element']) global[name] = window[name];
const Graph = require('graphology');
const graphml = require('graphology-graphml/browser');
for (const name of ['counted', 'unique']) {
  try {
    console.log(name, graphml.parse(Graph, readFileSync(`${name}.graphml`, 'utf8')).size);
  } catch (error) {
    console.log(name, error.name);
  }
}
NODE
seen=$(node read.cjs)
recorded='counted UsageGraphError
unique 2'
echo "graphology 0.26.0, graphology-graphml 0.5.2"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
