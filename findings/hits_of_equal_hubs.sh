#!/usr/bin/env bash
# hits of networkx and of igraph draw the scores of equal authorities by lot; those of networkx may be negative
# Version: networkx 3.6.1 (hits) with scipy 1.17.1, beside python-igraph 1.0.0 (authority_score)
# Expected: Kleinberg's method (Journal of the ACM 46, 1999, section 3) starts with 1 for each node, so two places that
#   two others each learn from, or three in a circle, have equal scores. The documentation of hits says that it goes by
#   power iteration, which is that, and that nstart is a dictionary by node. Scores are not negative.
# Seen: hits asks scipy for a singular vector from a start by chance. Where several are equally good, each call gives
#   another mix of them: 甲 and 丁 get 0.4 and 0.6, then 0.9 and 0.1, or 1.7 and -0.7. nstart does not help: three places
#   in a circle get numbers far above 1 or none at all. igraph gives 1 to both or to either, by chance, and warns of it in
#   larger networks only. _hits_python of networkx, which is power iteration, gives 0.5 each.
# Why it matters: networks of who learned from whom are small, fall into pieces and have equals; hubs and authorities
#   are the usual scores of learners and models. A rank is then drawn by lot, and another one at the next start.
# What to do: call it twice and compare; where it differs, count degrees or use PageRank.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check networkx==3.6.1 scipy==1.17.1 numpy==2.4.6 igraph==1.0.0
env/bin/python -W ignore - > seen.txt <<'PYTHON'
import warnings

import igraph
import networkx
from networkx.algorithms.link_analysis.hits_alg import _hits_python

networks = {
    "two models": networkx.DiGraph([("乙", "甲"), ("丙", "甲"), ("戊", "丁"), ("己", "丁")]),
    "circle": networkx.DiGraph([("甲", "乙"), ("乙", "丙"), ("丙", "甲")]),
}
for name, network in networks.items():
    calls = [networkx.hits(network)[1] for _ in range(100)]
    answers = {tuple(round(value, 3) for value in call.values()) for call in calls}
    print(f"{name}: more than ten answers of hits: {len(answers) > 10}; negative ones: {min(min(answers)) < -0.01}")
    authorities = _hits_python(network)[1]
    print(f"{name}: _hits_python", {node: round(value, 3) for node, value in authorities.items() if value > 0})
    other = igraph.Graph.TupleList(network.edges, directed=True)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        answers = {tuple(round(abs(value)) for value in other.authority_score()) for _ in range(200)}
    print(f"{name}: igraph, of 200 calls:", *sorted(answers), "warnings:", len(caught))
far = networkx.hits(networks["circle"], nstart=dict.fromkeys(networks["circle"], 1.0))[1]
print("circle: nstart of 1.0 for each: all between 0 and 1:", all(0 <= value <= 1 for value in far.values()))
PYTHON
seen=$(cat seen.txt)
recorded="two models: more than ten answers of hits: True; negative ones: True
two models: _hits_python {'甲': 0.5, '丁': 0.5}
two models: igraph, of 200 calls: (0, 0, 0, 0, 1, 0) (0, 1, 0, 0, 0, 0) (0, 1, 0, 0, 1, 0) warnings: 0
circle: more than ten answers of hits: True; negative ones: True
circle: _hits_python {'甲': 0.333, '乙': 0.333, '丙': 0.333}
circle: igraph, of 200 calls: (0, 0, 1) (0, 1, 0) (1, 0, 0) (1, 1, 1) warnings: 0
circle: nstart of 1.0 for each: all between 0 and 1: False"
echo "networkx 3.6.1 with scipy 1.17.1, python-igraph 1.0.0"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
