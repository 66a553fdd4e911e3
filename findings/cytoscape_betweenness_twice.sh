#!/usr/bin/env bash
# Cytoscape.js gives twice the betweenness in a network without directions, which is its default
# Version: cytoscape 3.35.0 (npm)
# Expected: betweennessCentrality without directed is what Freeman (1977) defines and other programs give:
#   on a chain a, b, c there is one pair, a and c, so b has 1; with directions b has 1 as well.
# Seen: each pair is counted from both ends, so b has 2; on a chain of four the middle has 4 and 4 instead of 2.
#   With directed: true the values are right. The normalised form, divided by the largest value, hides it.
# Why it matters: values beside those of networkx, igraph, Gephi or graphology are twice as large, and seem to
#   come from another network.
# What to do: halve the values, or call it with directed: true where the network has directions.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-audit --no-fund --prefix . cytoscape@3.35.0 graphology@0.26.0 graphology-metrics@2.4.2
cat > between.cjs <<'NODE'
const cytoscape = require('cytoscape');
const Graph = require('graphology');
const { betweenness } = require('graphology-metrics/centrality');
for (const [nodes, edges] of [['abc', ['ab', 'bc']], ['abcd', ['ab', 'bc', 'cd']]]) {
  for (const directed of [false, true]) {
    const elements = [
      ...[...nodes].map((id) => ({ data: { id } })),
      ...edges.map(([source, target]) => ({ data: { id: source + target, source, target } })),
    ];
    const cy = cytoscape({ headless: true, elements });
    const options = directed ? { directed } : {};
    const measured = cy.elements().betweennessCentrality(options);
    const graph = new Graph({ type: directed ? 'directed' : 'undirected' });
    for (const node of nodes) graph.addNode(node);
    for (const [from, to] of edges) graph.addEdge(from, to);
    const other = betweenness(graph, { normalized: false });
    console.log(
      directed ? 'directed' : 'undirected', nodes,
      '| cytoscape', [...nodes].map((node) => measured.betweenness(cy.$id(node))).join(' '),
      '| graphology', [...nodes].map((node) => other[node]).join(' '),
    );
  }
}
NODE
seen=$(node between.cjs)
recorded='undirected abc | cytoscape 0 2 0 | graphology 0 1 0
directed abc | cytoscape 0 1 0 | graphology 0 1 0
undirected abcd | cytoscape 0 4 4 0 | graphology 0 2 2 0
directed abcd | cytoscape 0 2 2 0 | graphology 0 2 2 0'
echo "cytoscape 3.35.0, graphology 0.26.0"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
