#!/usr/bin/env bash
# netrd finds a network as far as can be from itself, if its ties are written the other way round
# Version: netrd 0.3.0 with networkx 3.6.1, numpy 2.4.2 and scipy 1.17.1
# Expected: the distance of a network from itself is 0. JaccardDistance is 1 minus the share of common ties; Hamming, DeltaCon
#   and Frobenius compare the ties of the same nodes. In an undirected network 甲-乙 is 乙-甲.
# Seen: JaccardDistance takes 甲-乙 and 乙-甲 for two ties: two equal networks have a distance of 1. The others compare the
#   first node of one with the first node of the other, whatever their names: equal networks whose nodes were added in
#   another order differ as much as networks with other ties. A set of ties decides, not the networks.
# Why it matters: networks of learning of two periods are compared by such distances, and nodes come in the order of the files.
# What to do: sort the nodes and the two ends of each tie before, and check that a distance of a network to its copy is 0.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check netrd==0.3.0 networkx==3.6.1 numpy==2.4.2 scipy==1.17.1
seen=$(env/bin/python -W ignore - <<'PYTHON'
import networkx
from netrd import distance

ties = [("甲", "乙"), ("乙", "丙"), ("丙", "丁")]
network = networkx.Graph(ties)
turned = networkx.Graph([(b, a) for a, b in reversed(ties)])
shuffled = networkx.Graph([ties[1], ties[0], ties[2]])
other = networkx.Graph([("甲", "乙"), ("甲", "丙"), ("甲", "丁")])
for name, second in (("itself", network), ("turned round", turned), ("in another order", shuffled), ("another network", other)):
    values = (f"{kind} {getattr(distance, kind)().dist(network, second):.2f}"
              for kind in ("JaccardDistance", "Hamming", "Frobenius", "DeltaCon"))
    print(f"{name}, equal {networkx.utils.graphs_equal(network, second)}:", *values)
PYTHON
)
recorded="itself, equal True: JaccardDistance 0.00 Hamming 0.00 Frobenius 0.00 DeltaCon 0.00
turned round, equal True: JaccardDistance 1.00 Hamming 0.00 Frobenius 0.00 DeltaCon 0.00
in another order, equal True: JaccardDistance 0.50 Hamming 0.67 Frobenius 2.83 DeltaCon 0.83
another network, equal False: JaccardDistance 0.80 Hamming 0.67 Frobenius 2.83 DeltaCon 0.82"
echo "netrd 0.3.0"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
