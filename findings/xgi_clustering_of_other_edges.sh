#!/usr/bin/env bash
# xgi takes other hyperedges than those of a node for its local clustering, unless ids run from 0 in order
# Version: xgi 0.10.2
# Expected: local_clustering_coefficient depends on who is together in which hyperedge, not on the ids of
#   the hyperedges; a hypergraph from which one was removed counts like one that never had it.
# Seen: the id of a hyperedge is taken for its place in a list. With the same hyperedges under the ids 2,
#   1, 0 and 3, or after the first of five is removed, the values are others, without an error.
#   clustering_coefficient and two_node_clustering_coefficient give the same for all forms.
# Why it matters: hyperedges are groups that learned together; once one of them is taken out, or has the id
#   that the data give it, the measure is of wrong groups. (Ids that are no numbers, or too large, fail.)
# What to do: call xgi.convert_labels_to_integers first, and take its labels for the nodes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check xgi==0.10.2
env/bin/python - <<'PYTHON'
import sys
from importlib.metadata import version
from itertools import combinations

import xgi

print("xgi", version("xgi"))
groups = ["ab", "acd", "bce", "fg"]


def made(ids):
    """The four groups under these ids."""
    graph = xgi.Hypergraph()
    for group, name in zip(groups, ids, strict=True):
        graph.add_edge(list(group), idx=name)
    return graph


def by_hand():
    """The mean extra overlap of the pairs of groups of each node, as xgi's sources define it."""
    near = {n: {m for group in groups if n in group for m in group} - {n} for n in "abcdefg"}
    result = {}
    for node in "abcdefg":
        overlaps = []
        for one, two in combinations([set(group) for group in groups if node in group], 2):
            left, right = one - two, two - one
            near_left = {m for n in left for m in near[n]}
            near_right = {m for n in right for m in near[n]}
            shared = len(near_left & right) + len(near_right & left)
            overlaps.append(shared / len(left | right))
        result[node] = sum(overlaps) / len(overlaps) if overlaps else 0
    return result


def listed(values):
    return [round(float(values[node]), 3) for node in "abcdefg"]


in_order = made([0, 1, 2, 3])
other = made([2, 1, 0, 3])
removed = xgi.Hypergraph()
removed.add_edge(["d", "e"], idx=0)
for number, group in enumerate(groups, start=1):
    removed.add_edge(list(group), idx=number)
removed.remove_edge(0)
forms = {"in order": in_order, "other ids": other, "one removed": removed}
alike = all(
    listed(measure(graph)) == listed(measure(in_order))
    for measure in (xgi.clustering_coefficient, xgi.two_node_clustering_coefficient)
    for graph in forms.values()
)
relabelled = xgi.convert_labels_to_integers(removed)
names = relabelled.nodes.attrs("label").asdict()
values = xgi.local_clustering_coefficient(relabelled)
seen = {name: listed(xgi.local_clustering_coefficient(graph)) for name, graph in forms.items()}
seen["by hand"] = listed(by_hand())
seen["relabelled"] = listed({names[node]: value for node, value in values.items()})
seen["other measures alike"] = alike
recorded = {
    "in order": [0.667, 0.667, 0.5, 0.0, 0.0, 0.0, 0.0],
    "other ids": [0.5, 0.667, 0.667, 0.0, 0.0, 0.0, 0.0],
    "one removed": [0.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
    "by hand": [0.667, 0.667, 0.5, 0.0, 0.0, 0.0, 0.0],
    "relabelled": [0.667, 0.667, 0.5, 0.0, 0.0, 0.0, 0.0],
    "other measures alike": True,
}
print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
