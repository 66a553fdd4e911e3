#!/usr/bin/env bash
# graphology gives a place the values of the places within it, and the last of several values over time, from GEXF
# Version: graphology-gexf 0.13.2 (npm) with graphology 0.26.0
# Expected: GEXF 1.2 lets a node hold nodes (<node><nodes>) and lets attributes change over time, declared in a
#   second <attributes mode="dynamic">. Values are those of the element that they stand in; static and dynamic
#   attributes are both known; of several values over time the reader gives all, or says that it cannot.
# Seen: a province gets the number of the last county within it, without an error. Of values over time the last
#   one written stays, in whatever order they are. Where a file declares static and dynamic attributes, the
#   second list replaces the first and the file is refused as "undeclared"; that is how networkx writes it.
# Why it matters: provinces over counties and "pilot, then model" are what such files are for. The totals of the
#   provinces are wrong in silence.
# What to do: write nodes side by side, with the id of the larger place as an attribute, and one value for each
#   attribute.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix . graphology@0.26.0 graphology-gexf@0.13.2
cat > read.cjs <<'NODE'
const Graph = require('graphology');
const { parse } = require('graphology-gexf');
const declared = (id, title, mode, type = 'string') =>
  `<attributes class="node" mode="${mode}"><attribute id="${id}" title="${title}" type="${type}"/></attributes>`;
const value = (id, text, times = '') => `<attvalue for="${id}" value="${text}" ${times}/>`;
const node = (id, values, within = '') =>
  `<node id="${id}" label="${id}"><attvalues>${values}</attvalues>${within && `<nodes>${within}</nodes>`}</node>`;
const [first, then] = [value('1', 'pilot', 'start="2012" end="2016"'), value('1', 'model', 'start="2016"')];
const kind = declared('0', 'kind', 'static');
const status = declared('1', 'status', 'dynamic');
for (const [name, model, nodes] of [
  ['one within the other', declared('0', 'hospitals', 'static', 'integer'),
    node('fujian', value('0', '700'), node('sanming', value('0', '22')) + node('nanping', value('0', '30')))],
  ['in order of time', status, node('sanming', first + then)],
  ['later one first', status, node('sanming', then + first)],
  ['static and dynamic', kind + status, node('sanming', value('0', 'city') + then)],
  ['dynamic and static', status + kind, node('sanming', value('0', 'city') + then)],
]) {
  const text = `<?xml version="1.0"?><gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
    <graph mode="dynamic" defaultedgetype="directed">${model}<nodes>${nodes}</nodes></graph></gexf>`;
  try {
    const graph = parse(Graph, text);
    console.log(name, ...graph.mapNodes((id, { label, ...rest }) => `${id}:${JSON.stringify(rest)}`));
  } catch (error) {
    console.log(name, 'refused:', error.message);
  }
}
NODE
seen=$(node read.cjs)
recorded='one within the other fujian:{"hospitals":30} sanming:{"hospitals":22} nanping:{"hospitals":30}
in order of time sanming:{"status":"model"}
later one first sanming:{"status":"pilot"}
static and dynamic refused: graphology-gexf/parser: Found undeclared attribute "0"
dynamic and static refused: graphology-gexf/parser: Found undeclared attribute "1"'
echo "graphology-gexf 0.13.2"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
