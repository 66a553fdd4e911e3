#!/usr/bin/env bash
# networkx-temporal numbers years 0, 1, 2 between reading and writing events; a star has no broker; directed stars are 2
# Version: networkx-temporal 1.4.4 with networkx 3.6.1 (from_events, to_events, degree_centralization, brokering_centrality)
# Expected: an event is (u, v, t) "and time attribute", its duration "zero for a single snapshot", or +1 for a beginning
#   and -1 for an end: what is read is written again. Degree centralization is divided by the largest possible sum for
#   that "order, size, and edge directionality" (for directed networks Freeman's sum with degrees up to 2(n-1)), so it
#   lies between 0 and 1. The centre of a star is the only broker there is: brokers have many links and few links among
#   their neighbours (Cai et al., Genome Biology and Evolution 2, 2010, the source that the documentation names).
# Seen: to_events gives the place of the snapshot for its time: 2012 and 2019 are 0 and 1, and relations of 0-2 and 5-7
#   are one after the other. A directed star with both directions has a centralization of 2. brokering_centrality
#   multiplies degree by clustering, not by one less clustering: the centre of a star has 0, triangles have 1.
# Why it matters: years without events vanish, and durations and gaps between adoptions with them. Pioneers that link
#   places without other links are what brokers are looked for.
# What to do: keep the names of snapshots (TG.names), halve the centralization of directed networks, and compute
#   brokers as degree times (1 - clustering).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check networkx-temporal==1.4.4 networkx==3.6.1
env/bin/python - > seen.txt <<'PYTHON'
import networkx
import networkx_temporal

for kind, events in (
    (None, [("a", "b", 2012), ("b", "c", 2019)]),
    ("float", [("a", "b", 2012, 1.0), ("b", "c", 2019, 0.0)]),
    ("int", [("a", "b", 0, 1), ("a", "b", 2, -1), ("b", "c", 5, 1), ("b", "c", 7, -1)]),
):
    network = networkx_temporal.from_events(events, directed=True, multigraph=False)
    print(*events, "=>", *networkx_temporal.to_events(network, delta=kind), "| names:", *network.names)
star = networkx.star_graph(5)
print("star:", networkx_temporal.degree_centralization(star), "both directions:", networkx_temporal.degree_centralization(star.to_directed()))
network = networkx.disjoint_union(networkx.star_graph(3), networkx.complete_graph(3))
print("brokers of a star and a triangle:", networkx_temporal.brokering_centrality(network))
PYTHON
seen=$(cat seen.txt)
recorded="('a', 'b', 2012) ('b', 'c', 2019) => ('a', 'b', 0) ('b', 'c', 1) | names: 2012 2019
('a', 'b', 2012, 1.0) ('b', 'c', 2019, 0.0) => ('a', 'b', 0, 1.0) ('b', 'c', 2, 0.0) | names: 2012 2013 2019
('a', 'b', 0, 1) ('a', 'b', 2, -1) ('b', 'c', 5, 1) ('b', 'c', 7, -1) => ('a', 'b', 0, 1) ('b', 'c', 2, 1) ('a', 'b', 2, -1) | names: 0 1 5 6
star: 1.0 both directions: 2.0
brokers of a star and a triangle: {0: 0.0, 1: 0.0, 2: 0.0, 3: 0.0, 4: 1.0, 5: 1.0, 6: 1.0}"
echo "networkx-temporal 1.4.4, networkx 3.6.1"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
