#!/usr/bin/env bash
# @antv/algorithm finds one community or two in two triangles by the order of the nodes, and counts a weight of 0 as 1
# Version: @antv/algorithm 0.1.26 (npm; louvain, dijkstra, floydWarshall; G6 of AntV uses it), beside networkx 3.6.1
# Expected: Louvain finds two communities in two triangles joined by an edge, in whichever order the nodes stand
#   (modularity 0.357; all in one has 0.000). A way over edges of weight 0 and 0.25 is 0.25 long, and floydWarshall
#   gives the same lengths as dijkstra. What is handed over is not changed.
# Seen: all six nodes are one community, or two if the nodes are listed the other way round. The families of Florence
#   have a modularity of 0.397 or 0.254 by that order, the club of Zachary 0.394 (networkx 0.419). A weight of 0 is
#   taken for 1. floydWarshall knows no weights. louvain writes clusterId into the nodes of the caller.
# Why it matters: networks of policies are small and sparse, as these are: groups of places that learn from each other
#   are drawn as one, and others after the table is sorted. A weight of 0 is a distance within a county, or the years
#   between deeds of one year.
# What to do: use graphology-communities-louvain or networkx, and add a small number to weights of 0.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check networkx==3.6.1
npm install --silent --no-audit --no-fund --ignore-scripts --prefix . @antv/algorithm@0.1.26
env/bin/python - > networks.json 2> networkx.txt <<'PYTHON'
import json
import sys

import networkx

networks = {
    "triangles": networkx.barbell_graph(3, 0),
    "apart": networkx.disjoint_union(networkx.complete_graph(3), networkx.complete_graph(3)),
    "club": networkx.karate_club_graph(),
    "Florence": networkx.florentine_families_graph(),
}
print(json.dumps({name: [[str(a), str(b)] for a, b in network.edges] for name, network in networks.items()}))
for name, network in networks.items():
    found = networkx.community.louvain_communities(network, weight=None, seed=1)
    value = networkx.community.modularity(network, found, weight=None)
    print(f"networkx {name}: {len(found)} communities, modularity {value:.3f}", file=sys.stderr)
PYTHON
cat > read.cjs <<'NODE'
const { readFileSync } = require('node:fs');
const { louvain, dijkstra, floydWarshall } = require('@antv/algorithm');
const network = (nodes, edges) => ({
  nodes: nodes.map((id) => ({ id })), edges: edges.map(([source, target, weight = 1]) => ({ source, target, weight })),
});
const modularity = (groups, edges) => groups.map((group) => {
  const inside = edges.filter(([one, other]) => group.includes(one) && group.includes(other)).length;
  const ends = edges.flat().filter((node) => group.includes(node)).length;
  return inside / edges.length - (ends / (2 * edges.length)) ** 2;
}).reduce((sum, value) => sum + value, 0);
for (const [name, edges] of Object.entries(JSON.parse(readFileSync('networks.json', 'utf8')))) {
  const nodes = [...new Set(edges.flat())];
  for (const [order, given] of [['', nodes], [' reversed', [...nodes].reverse()]]) {
    const groups = louvain(network(given, edges)).clusters.map((cluster) => cluster.nodes.map((node) => node.id));
    console.log(`AntV ${name}${order}: ${groups.length} communities, modularity ${Math.abs(modularity(groups, edges)).toFixed(3)}`);
  }
}
const path = network(['a', 'b', 'c'], [['a', 'b', 0], ['b', 'c', 0.25]]);
console.log('dijkstra', JSON.stringify(dijkstra(path, 'a', true, 'weight').length));
console.log('floydWarshall', JSON.stringify(floydWarshall(path, true, 'weight')[0]));
louvain(path);
console.log("the caller's", JSON.stringify(path.nodes[0]));
NODE
node read.cjs > antv.txt
seen=$(cat networkx.txt antv.txt)
recorded="networkx triangles: 2 communities, modularity 0.357
networkx apart: 2 communities, modularity 0.500
networkx club: 4 communities, modularity 0.419
networkx Florence: 4 communities, modularity 0.397
AntV triangles: 1 communities, modularity 0.000
AntV triangles reversed: 2 communities, modularity 0.357
AntV apart: 2 communities, modularity 0.500
AntV apart reversed: 2 communities, modularity 0.500
AntV club: 5 communities, modularity 0.394
AntV club reversed: 5 communities, modularity 0.394
AntV Florence: 4 communities, modularity 0.397
AntV Florence reversed: 3 communities, modularity 0.254
dijkstra {\"a\":0,\"b\":1,\"c\":1.25}
floydWarshall [0,1,2]
the caller's {\"id\":\"a\",\"clusterId\":\"1\",\"clusterInertial\":0}"
echo "@antv/algorithm 0.1.26 (npm), networkx 3.6.1"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
