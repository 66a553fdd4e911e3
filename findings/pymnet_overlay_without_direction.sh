#!/usr/bin/env bash
# pymnet makes one undirected network of layers with directions, and adds up learning from and teaching to
# Version: pymnet 1.0.0 with numpy 2.4.2, scipy 1.17.1, networkx 3.6.1 and matplotlib 3.10.8
# Expected: overlay_network "returns the overlay network of a multilayer network with 1 aspect": the weights of the layers
#   are added up for each pair (Kivelä and others 2014). Of a directed network it is directed, like aggregate(net, 1) of
#   the same module: 甲 to 乙 2, 乙 to 甲 3, 丙 to 甲 1. Its code asks whether the network is directed.
# Seen: the overlay is not directed. 甲 and 乙 have one link of 5, from 2 one way and 3 the other way, in different
#   layers; 丙 to 甲 is a link of 甲 to 丙 as well.
# Why it matters: layers are kinds of learning (visits, citations), and their sum says who learned from whom at all.
#   Centrality and reciprocity of the sum are those of another network, without an error.
# What to do: use aggregate(net, 1), and look at the attribute directed of what comes back.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pymnet==1.0.0 numpy==2.4.2 scipy==1.17.1 networkx==3.6.1 matplotlib==3.10.8
seen=$(env/bin/python -W ignore - <<'PYTHON'
import pymnet

layers = pymnet.MultiplexNetwork(couplings="none", directed=True)
layers["甲", "乙", "cites"] = 2
layers["乙", "甲", "visits"] = 3
layers["丙", "甲", "cites"] = 1
for name, total in (
    ("aggregate", pymnet.aggregate(layers, 1)),
    ("overlay_network", pymnet.transforms.overlay_network(layers)),
):
    weights = {f"{one} to {other}": int(total[one, other]) for one in "甲乙丙" for other in "甲乙丙" if one != other}
    print(f"{name}: directed {total.directed};", *(f"{pair} {weight}," for pair, weight in weights.items() if weight))
PYTHON
)
recorded="aggregate: directed True; 甲 to 乙 2, 乙 to 甲 3, 丙 to 甲 1,
overlay_network: directed False; 甲 to 乙 5, 甲 to 丙 1, 乙 to 甲 5, 丙 to 甲 1,"
echo "pymnet 1.0.0"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
