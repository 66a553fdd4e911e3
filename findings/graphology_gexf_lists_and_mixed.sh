#!/usr/bin/env bash
# graphology-gexf cuts texts of a list at commas, and makes no number of true, when it reads what it wrote
# Version: graphology-gexf 0.13.2 (npm) with graphology 0.26.0
# Expected: what write() makes of a graph gives the same attributes with parse(). GEXF 1.3 lets texts of a list
#   stand in quotation marks for that; mixed values of one attribute (true here, 3 there) become texts.
# Seen: with version 1.3 every text of a list is cut at each comma: no quotation marks are written. With 1.2, the
#   default, a list with one text is cut. An empty list becomes a list with an empty text (1.2). Where one node
#   has true and another 3, the type is "integer" and true is not a number (null in JSON); where one has [1, 2]
#   and another a text, the type is a list of integers and the text is a list with no number.
# Why it matters: names of a place in English ("Sanming, Fujian"), titles of sources. The number of values of a
#   node changes between writing and reading, without an error.
# What to do: join lists into a text of your own before writing, with a mark that the texts do not have; give an
#   attribute one type.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix . graphology@0.26.0 graphology-gexf@0.13.2
cat > trip.cjs <<'NODE'
const Graph = require('graphology');
const { parse, write } = require('graphology-gexf');
const values = [['Sanming, Fujian', '三明'], ['Anji, Zhejiang'], [], ['三明']];
const graph = new Graph();
values.forEach((names, index) => graph.addNode(`names ${index}`, { names }));
graph.addNode('true', { stage: true });
graph.addNode('three', { stage: 3 });
graph.addNode('years', { years: [2012, 2016] });
graph.addNode('text', { years: 'unknown' });
for (const version of ['1.2', '1.3']) {
  const again = parse(Graph, write(graph, { version }));
  graph.forEachNode((id, attributes) => {
    const [before, after] = [attributes, again.getNodeAttributes(id)].map((one) => JSON.stringify(one));
    if (before !== after) console.log(version, before, '->', after);
  });
}
NODE
seen=$(node trip.cjs)
recorded='1.2 {"names":["Anji, Zhejiang"]} -> {"names":["Anji","Zhejiang"]}
1.2 {"names":[]} -> {"names":[""]}
1.2 {"stage":true} -> {"stage":null}
1.2 {"years":"unknown"} -> {"years":[null]}
1.3 {"names":["Sanming, Fujian","三明"]} -> {"names":["Sanming","Fujian","三明"]}
1.3 {"names":["Anji, Zhejiang"]} -> {"names":["Anji","Zhejiang"]}
1.3 {"stage":true} -> {"stage":null}
1.3 {"years":"unknown"} -> {"years":[null]}'
echo "graphology-gexf 0.13.2"
echo "seen (what differs):"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
