#!/usr/bin/env bash
# vis-network drops all edges of a subgraph, zeros of codes and labels of chains when it reads DOT
# Version: vis-network 10.1.5 (npm; parseDOTNetwork, as its documentation shows for DOT)
# Expected: what the DOT language of Graphviz says. Edges within a subgraph are edges of the graph. A name of
#   digits is a name: 010000 stays 010000. Attributes after "a -> b -> c" are those of both edges. A node may have
#   several lists of attributes: a [x=1] [y=2]. "a:n" is the node a.
# Seen: the nodes of a subgraph are there, its edges are not, with and without a name of the subgraph, and
#   without an error. 010000 becomes the number 10000, so two codes may be one node. Only the last edge of a chain
#   has the attributes. The first of two lists is gone. "a:n" is a node of its own.
# Why it matters: clusters are how Graphviz files show provinces: the network of each province is empty. Codes of
#   administrative divisions begin with zeros elsewhere (postal codes, provinces of Spain, states of the USA).
# What to do: write edges outside the subgraphs, names in quotation marks, and each edge with its attributes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix . vis-network@10.1.5
cat > read.cjs <<'NODE'
const { parseDOTNetwork } = require('vis-network/standalone/umd/vis-network.js');
for (const text of [
  'digraph { subgraph fujian { a -> b } b -> c }',
  'digraph { { a -> b } b -> c }',
  'digraph { 010000 -> 10000 }',
  'digraph { "010000" -> "10000" }',
  'digraph { a -> b -> c [year=2012] }',
  'digraph { a [kind=county] [year=2012] }',
  'digraph { a:n -> b; a -> c }',
]) {
  const { nodes, edges } = parseDOTNetwork(text);
  const named = nodes.map(({ id, label, ...rest }) => JSON.stringify(id) + (Object.keys(rest).length ? JSON.stringify(rest) : ''));
  const joined = edges.map(({ from, to, year }) => `${from}-${to}${year ? ` ${year}` : ''}`);
  console.log(text, '=>', ...named, '|', joined.join(', '));
}
NODE
seen=$(node read.cjs)
recorded='digraph { subgraph fujian { a -> b } b -> c } => "a" "b" "c" | b-c
digraph { { a -> b } b -> c } => "a" "b" "c" | b-c
digraph { 010000 -> 10000 } => 10000 | 10000-10000
digraph { "010000" -> "10000" } => "010000" "10000" | 010000-10000
digraph { a -> b -> c [year=2012] } => "a" "b" "c" | a-b, b-c 2012
digraph { a [kind=county] [year=2012] } => "a"{"year":2012} |
digraph { a:n -> b; a -> c } => "a:n" "b" "a" "c" | a:n-b, a-c'
echo "vis-network 10.1.5"
echo "seen (nodes, edges):"
echo "$seen"
if [ "$(echo "$seen" | sed 's/ *$//')" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
