#!/usr/bin/env bash
# In NDlib's Kertész threshold model, nodes that nobody follows never adopt in a directed network
# Version: ndlib 6.0.1
# Expected: a node adopts when the share of adopters among its neighbours reaches its threshold, in a
#   directed network among those that point to it, as in NDlib's ThresholdModel. In a -> b -> c, a -> d
#   with the threshold 0.5 and a as adopter, all four adopt.
# Seen: c and d never adopt. KerteszThresholdModel skips each node without outgoing links before it looks
#   at the incoming ones; ThresholdModel on the same network lets all of them adopt.
# Why it matters: the last learners of each chain, often most nodes of a network of learning, never adopt,
#   and the curve of adoption stops too low, without an error.
# What to do: take ThresholdModel; or let the nodes without outgoing links point to one extra node, and
#   leave that node out of the counts.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check ndlib==6.0.1 six==1.17.0 future==1.0.0
env/bin/python - <<'PYTHON'
import sys
from importlib.metadata import version

import ndlib.models.epidemics as epidemics
import networkx
from ndlib.models.ModelConfig import Configuration

print("ndlib", version("ndlib"))
graph = networkx.DiGraph([("a", "b"), ("b", "c"), ("a", "d")])


def adopters(kind, network, **parameters):
    """The adopters after six steps, from a as the only one; nothing here is left to chance."""
    model = kind(network)
    config = Configuration()
    for name, value in parameters.items():
        config.add_model_parameter(name, value)
    for node in network:
        config.add_node_configuration("threshold", node, 0.5)
    config.add_model_initial_configuration("Infected", ["a"])
    model.set_initial_status(config)
    status = {}
    for step in model.iteration_bunch(7):
        status.update(step["status"])
    return "".join(sorted(node for node, value in status.items() if value == 1))


kertesz = epidemics.KerteszThresholdModel
none = {"adopter_rate": 0.0, "percentage_blocked": 0.0}
with_extra = networkx.DiGraph([*graph.edges, ("c", "extra"), ("d", "extra")])
seen = {
    "ThresholdModel": adopters(epidemics.ThresholdModel, graph),
    "KerteszThresholdModel": adopters(kertesz, graph, **none),
    "KerteszThresholdModel, undirected": adopters(kertesz, graph.to_undirected(), **none),
    "KerteszThresholdModel, extra node": adopters(kertesz, with_extra, **none),
}
recorded = {
    "ThresholdModel": "abcd",
    "KerteszThresholdModel": "ab",
    "KerteszThresholdModel, undirected": "abcd",
    "KerteszThresholdModel, extra node": "abcd",
}
print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
