#!/usr/bin/env bash
# EasyGraph gives the centre of a star, the broker of all, the least effective size, and makes groups that overlap
# Version: Python-EasyGraph 1.6.3 with numpy 1.26.4 and scipy 1.15.3 (beside networkx 3.6.1)
# Expected: "Burt's metric - Effective Size": links less the mean number of links among those linked to. A province with
#   four counties that have no links among each other has 4, and an efficiency of 1; so says networkx. Without a weight,
#   "G will be regarded as unweighted graph": weights of 1 give the same. Components of a network part it: each node is
#   in one of them, in whichever order the links were added.
# Seen: the province has 1.0, no more than each county, and 3.5 as soon as two counties are linked: a tie that closes a
#   hole makes a broker. With weights of 1 it has 4.0. connected_components, number_connected_components and
#   connected_components_directed follow arrows only: 甲 to 丙 are in three components at once, or in two in another order.
# Why it matters: EasyGraph is made for structural holes; those who carry a policy between places without links among
#   each other are the brokers that are looked for, and come out last. Numbers of groups change with the order of rows.
# What to do: give a weight of 1, or use networkx; weakly_connected_components is right.
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

star = [("省", county) for county in "甲乙丙丁"]
for name, links in (("star", star), ("two counties linked", [*star, ("甲", "乙")])):
    plain, weighted = easygraph.Graph(), easygraph.Graph()
    for one, other in links:
        plain.add_edge(one, other)
        weighted.add_edge(one, other, weight=1)
    print(
        f"{name}: EasyGraph {easygraph.effective_size(plain)['省']}, with weights of 1"
        f" {easygraph.effective_size(weighted, weight='weight')['省']},"
        f" networkx {networkx.effective_size(networkx.Graph(links))['省']},"
        f" efficiency {easygraph.efficiency(plain)['省']}"
    )
arrows = [("甲", "乙"), ("乙", "丙"), ("丁", "甲"), ("戊", "甲")]
for name, links in (("in this order", arrows), ("the other way round", arrows[::-1])):
    network = easygraph.DiGraph()
    for source, target in links:
        network.add_edge(source, target)
    groups = ["".join(sorted(group)) for group in easygraph.connected_components(network)]
    weak = len(list(easygraph.weakly_connected_components(network)))
    print(f"{name}:", *groups, easygraph.number_connected_components(network), f"(weak: {weak})")
PYTHON
)
recorded="star: EasyGraph 1.0, with weights of 1 4.0, networkx 4.0, efficiency 0.25
two counties linked: EasyGraph 3.5, with weights of 1 3.5, networkx 3.5, efficiency 0.875
in this order: 丙乙甲 丁丙乙甲 丙乙戊甲 3 (weak: 1)
the other way round: 丙乙戊甲 丁丙乙甲 2 (weak: 1)"
echo "Python-EasyGraph 1.6.3, networkx 3.6.1"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
