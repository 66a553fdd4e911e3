#!/usr/bin/env bash
# ngraph.fromdot drops what "node [...]" and "edge [...]" set, and all but the last edge between two nodes
# Version: ngraph.fromdot 7.1.0 (npm)
# Expected: what the DOT language of Graphviz says. Attributes that "node [...]" or "edge [...]" set are those of
#   the nodes and edges after it; in a digraph that is not strict, two edges from a to b are two edges.
# Seen: kind=county and year=2019 that are set so are nowhere, while the same attributes written with the node or
#   edge are kept. Of the two edges, learned and endorsed, the second is left. A code written as 010000 is the
#   number 10000. There is no error and no warning.
# Why it matters: programs that write DOT set common attributes once, and relations of two kinds between two
#   places are common: the second hides the first.
# What to do: write each attribute with its node, quote codes, and give relations of two kinds a file each.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-audit --no-fund --prefix . ngraph.fromdot@7.1.0
cat > read.cjs <<'NODE'
const read = require('ngraph.fromdot');
for (const text of [
  'digraph { a [kind=county]; a -> b [year=2019] }',
  'digraph { node [kind=county]; edge [year=2019]; a; a -> b }',
  'digraph { a -> b [relation=learned]; a -> b [relation=endorsed] }',
  'digraph { "010000" -> 010000 }',
]) {
  const graph = read(text);
  const nodes = [];
  const links = [];
  graph.forEachNode((node) => { nodes.push([node.id, node.data ?? null]); });
  graph.forEachLink((link) => { links.push([link.fromId, link.toId, link.data ?? null]); });
  console.log(text, '=>', JSON.stringify(nodes), JSON.stringify(links));
}
NODE
seen=$(node read.cjs)
recorded='digraph { a [kind=county]; a -> b [year=2019] } => [["a",{"kind":"county"}],["b",null]] [["a","b",{"year":2019}]]
digraph { node [kind=county]; edge [year=2019]; a; a -> b } => [["a",null],["b",null]] [["a","b",null]]
digraph { a -> b [relation=learned]; a -> b [relation=endorsed] } => [["a",null],["b",null]] [["a","b",{"relation":"endorsed"}]]
digraph { "010000" -> 010000 } => [["010000",null],[10000,null]] [["010000",10000,null]]'
echo "ngraph.fromdot 7.1.0"
echo "seen (nodes, links):"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
