#!/usr/bin/env bash
# networkx gives other effective sizes for all nodes at once than for each of them, in a weighted network
# Version: networkx 3.6.1 with numpy 2.4.2 and scipy 1.17.1
# Expected: effective_size(G, weight=...) is Burt's measure of redundancy (Structural Holes 1995): 1 minus the sum of
#   p(u,w) m(v,w) for each contact v, where w are the other contacts. Naming all nodes (nodes=list(G)) must not change it.
#   For 甲 with 乙 3, 丙 1 and 丁 2 the sum by hand is 1.483.
# Seen: without nodes= every node has a larger size, up to 2.056 instead of 1.693, and 丁 is no longer the first; with nodes=
#   the values are those by hand. Without weights both ways agree.
# Why it matters: effective size says who bridges places that do not learn from one another; here the quick way, which
#   everybody calls, gives another ranking of brokers.
# What to do: call effective_size(G, nodes=list(G), weight=...).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check networkx==3.6.1 numpy==2.4.2 scipy==1.17.1
seen=$(env/bin/python - <<'PYTHON'
import networkx

ties = [("甲", "乙", 3), ("甲", "丙", 1), ("乙", "丙", 1), ("乙", "丁", 5), ("丙", "丁", 2), ("甲", "丁", 2)]
network = networkx.Graph()
network.add_weighted_edges_from(ties)


def mutual(one, other):
    return 2 * network.edges[one, other]["weight"] if network.has_edge(one, other) else 0


def by_hand(node):
    """Burt's sum; in an undirected network each tie counts both ways."""
    contacts = list(network[node])
    total = sum(mutual(node, contact) for contact in contacts)
    return sum(
        1 - sum(mutual(node, other) / total * mutual(contact, other) / max(mutual(contact, one) for one in network[contact])
                for other in contacts if other != contact)
        for contact in contacts)


def show(name, values):
    print(f"{name}:", *(f"{node} {values[node]:.3f}" for node in network))


show("by hand", {node: by_hand(node) for node in network})
show("all at once", networkx.effective_size(network, weight="weight"))
show("node by node", networkx.effective_size(network, nodes=list(network), weight="weight"))
show("without weights, all at once", networkx.effective_size(network))
show("without weights, node by node", networkx.effective_size(network, nodes=list(network)))
PYTHON
)
recorded="by hand: 甲 1.483 乙 1.693 丙 1.417 丁 1.804
all at once: 甲 1.683 乙 2.056 丙 1.483 丁 2.037
node by node: 甲 1.483 乙 1.693 丙 1.417 丁 1.804
without weights, all at once: 甲 1.000 乙 1.000 丙 1.000 丁 1.000
without weights, node by node: 甲 1.000 乙 1.000 丙 1.000 丁 1.000"
echo "networkx 3.6.1"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
