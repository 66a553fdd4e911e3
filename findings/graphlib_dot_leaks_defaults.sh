#!/usr/bin/env bash
# graphlib-dot gives edges the attributes of a subgraph that they are not in, and refuses names in Chinese
# Version: graphlib-dot 0.6.4 (npm)
# Expected: what the DOT language of Graphviz says. "edge [...]" within a subgraph sets what edges within it
#   have, and no longer after its end. A name may have any letters above ASCII (\200-\377) without quotation
#   marks.
# Seen: an edge after the end of the subgraph has relation=endorsed, which was set within it, even where the
#   graph itself says learned; nodes after it likewise. There is no error. Names in Chinese are one unless they
#   are quoted.
# Why it matters: clusters are provinces or relations of one kind. Edges after them take over a relation that no
#   source states.
# What to do: write each attribute with its edge, and quote all names.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-audit --no-fund --prefix . graphlib-dot@0.6.4
cat > read.cjs <<'NODE'
const { read } = require('graphlib-dot');
for (const text of [
  'digraph { subgraph s { edge [relation=endorsed]; a -> b } b -> c }',
  'digraph { subgraph s { node [kind=county]; a } b }',
  'digraph { edge [relation=learned]; subgraph s { edge [relation=endorsed]; a -> b } b -> c }',
  'digraph { "三明" -> "安吉" }',
  'digraph { 三明 -> 安吉 }',
]) {
  try {
    const graph = read(text);
    const nodes = graph.nodes().filter((name) => name !== 's').map((name) => `${name}:${graph.node(name).kind ?? ''}`);
    const edges = graph.edges().map((edge) => `${edge.v}-${edge.w}:${graph.edge(edge).relation ?? ''}`);
    console.log(text, '=>', ...nodes, '|', ...edges);
  } catch (error) {
    console.log(text, '=>', error.name);
  }
}
NODE
seen=$(node read.cjs)
recorded='digraph { subgraph s { edge [relation=endorsed]; a -> b } b -> c } => a: b: c: | a-b:endorsed b-c:endorsed
digraph { subgraph s { node [kind=county]; a } b } => a:county b:county |
digraph { edge [relation=learned]; subgraph s { edge [relation=endorsed]; a -> b } b -> c } => a: b: c: | a-b:endorsed b-c:endorsed
digraph { "三明" -> "安吉" } => 三明: 安吉: | 三明-安吉:
digraph { 三明 -> 安吉 } => SyntaxError'
echo "graphlib-dot 0.6.4"
echo "seen (nodes with kinds, edges with relations):"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
