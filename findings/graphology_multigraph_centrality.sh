#!/usr/bin/env bash
# graphology gives a node without any link the highest closeness, once two edges join the same nodes
# Version: graphology 0.26.0 with graphology-metrics 2.4.2
# Expected: in a directed multigraph with two edges from a to b and a node c without edges, c has closeness 0,
#   as in the graph with one edge; no node lies between others, so betweenness is 0 for all.
# Seen: c has closeness 1, as b has, and a, with which every path begins, has betweenness 1. If c is added
#   before a and b, it has 0, and the betweenness is that of b: the values depend on the order of the nodes. In
#   an undirected multigraph c has 0.667. With weights, which are 1 each, betweenness is 0, as it should be.
#   An edge from a node to itself does the same in a simple undirected graph, there with weights too.
# Why it matters: several statements about one pair of places are the rule here, and places of which nothing is
#   known are listed as the most central ones. No option tells of it; other measures refuse multigraphs.
# What to do: make a simple graph first (graphology-operators toSimple), with the number of edges as weight, and remove
#   edges from a node to itself.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-audit --no-fund --prefix . graphology@0.26.0 graphology-metrics@2.4.2
cat > measure.cjs <<'NODE'
const Graph = require('graphology');
const { betweenness, closeness } = require('graphology-metrics/centrality');
for (const [type, nodes, edges] of [
  ['directed', 'abc', ['ab']],
  ['directed', 'abc', ['ab', 'ab']],
  ['directed', 'cab', ['ab', 'ab']],
  ['undirected', 'abc', ['ab', 'ab']],
  ['undirected', 'abc', ['ab', 'aa']],
]) {
  const graph = new Graph({ type, multi: edges[0] === edges[1] });
  for (const node of nodes) graph.addNode(node);
  for (const [from, to] of edges) graph.addEdge(from, to, { weight: 1 });
  const row = (values) => [...'abc'].map((node) => +values[node].toFixed(3)).join(' ');
  console.log(
    type, nodes, edges.join(), '| closeness', row(closeness(graph)),
    '| betweenness', row(betweenness(graph, { getEdgeWeight: null, normalized: false })),
    '| weighted', row(betweenness(graph, { normalized: false })),
  );
}
NODE
seen=$(node measure.cjs)
recorded='directed abc ab | closeness 0 1 0 | betweenness 0 0 0 | weighted 0 0 0
directed abc ab,ab | closeness 0 1 1 | betweenness 1 0 0 | weighted 0 0 0
directed cab ab,ab | closeness 0 1 0 | betweenness 0 1 0 | weighted 0 0 0
undirected abc ab,ab | closeness 1 1 0.667 | betweenness 0.5 0 0 | weighted 0 0 0
undirected abc ab,aa | closeness 1 1 0.667 | betweenness 0.5 0 0 | weighted 0.5 0 0'
echo "graphology 0.26.0, graphology-metrics 2.4.2"
echo "seen, of a, b and c:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
