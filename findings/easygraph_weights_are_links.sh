#!/usr/bin/env bash
# EasyGraph counts a weight of 4 as four links, so that a path of five places is nearly complete
# Version: Python-EasyGraph 1.6.3 with numpy 1.26.4 and scipy 1.15.3 (beside networkx 3.6.1)
# Expected: degree_centrality "is the fraction of nodes it is connected to", density is 2m/(n(n-1)) "where m is the number
#   of edges" and 1 "for a complete graph", a k-core "contains nodes of degree k or more" (docstrings). None of them
#   takes a weight as argument. A path of five places has a density of 0.4, and each of its places is in the 1-core only.
# Seen: weights of 3, 4, 1 and 1 make a density of 0.9, of 30, 40, 10 and 10 one of 9. A place is connected to 1.75 of
#   all others, the first three are in cores of 3, 5 and 4, and the diameter is 9. Without weights all is as
#   expected.
# Why it matters: weights are numbers of policies or texts that a link stands for, and no multiple links. Cores and
#   centres follow from one pair that exchanges much.
# What to do: name the attribute other than "weight", or use networkx.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
# Torch, which EasyGraph asks for too, is for parts that are not used here
env/bin/pip install --quiet --disable-pip-version-check --no-deps python-easygraph==1.6.3
env/bin/pip install --quiet --disable-pip-version-check numpy==1.26.4 scipy==1.15.3 tqdm==4.67.1 matplotlib==3.10.1 \
  requests==2.32.3 fastjsonschema==2.21.1 networkx==3.6.1
seen=$(env/bin/python -W ignore - <<'PYTHON'
import easygraph
import networkx

for weights in ((), (3, 4, 1, 1), (30, 40, 10, 10)):
    network, beside = easygraph.Graph(), networkx.Graph()
    for at, pair in enumerate(("甲乙", "乙丙", "丙丁", "丁戊")):
        values = {"weight": weights[at]} if weights else {}
        network.add_edge(*pair, **values)
        beside.add_edge(*pair, **values)
    print("weights", *weights)
    centrality = easygraph.degree_centrality(network)
    cores = dict(zip(network, easygraph.k_core(network)))
    print(
        f"EasyGraph: density {easygraph.density(network)}, 乙 {centrality['乙']},",
        "cores", *(cores[place] for place in "甲乙丙丁戊"), f"diameter {easygraph.diameter(network)}",
    )
    cores = networkx.core_number(beside)
    print(
        f"networkx: density {networkx.density(beside)}, 乙 {networkx.degree_centrality(beside)['乙']},",
        "cores", *(cores[place] for place in "甲乙丙丁戊"), f"diameter {networkx.diameter(beside)}",
    )
PYTHON
)
recorded="weights
EasyGraph: density 0.4, 乙 0.5, cores 1 1 1 1 1 diameter 4
networkx: density 0.4, 乙 0.5, cores 1 1 1 1 1 diameter 4
weights 3 4 1 1
EasyGraph: density 0.9, 乙 1.75, cores 3 5 4 1 1 diameter 9
networkx: density 0.4, 乙 0.5, cores 1 1 1 1 1 diameter 4
weights 30 40 10 10
EasyGraph: density 9.0, 乙 17.5, cores 30 68 49 19 10 diameter 90
networkx: density 0.4, 乙 0.5, cores 1 1 1 1 1 diameter 4"
echo "Python-EasyGraph 1.6.3, networkx 3.6.1"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
