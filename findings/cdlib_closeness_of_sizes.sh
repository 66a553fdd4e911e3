#!/usr/bin/env bash
# cdlib's partition_closeness_simple counts each size of communities once, so unlike partitions are alike
# Version: cdlib 0.4.1 (networkx 3.6.1)
# Expected: its documentation gives the formula: half of the sum, over sizes that both partitions have, of the
#   smaller share, where the share depends on the "multiplicity of community sizes". Three communities of three
#   and one of one, beside one of three and seven of one, differ in nearly all multiplicities: the shares of the
#   size 1 are 1/10 and 7/10 (by nodes; 1/4 and 7/8 by communities), so the value is far below 0.5, the largest
#   there is.
# Seen: 0.5, as for a partition beside itself: the sizes are made a set before they are counted, so every
#   multiplicity is 1. By the formula it is 0.2 (by nodes) or 0.1875.
# Why it matters: the measure compares how methods cut a network, large blocks or single places; it says "the
#   same" of a few blocks and of nearly all places alone.
# What to do: count the sizes with collections.Counter and apply the formula.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check cdlib==0.4.1 networkx==3.6.1
env/bin/python - > seen.txt <<'PYTHON'
from collections import Counter
from importlib.metadata import version

import networkx
from cdlib import NodeClustering, evaluation

print("cdlib", version("cdlib"), "networkx", networkx.__version__)
graph = networkx.path_graph(10)


def made(sizes):
    """A clustering of the ten nodes into communities of these sizes."""
    nodes = iter(range(10))
    return NodeClustering([[next(nodes) for _ in range(size)] for size in sizes], graph, "made")


def by_formula(left, right, weight):
    """Half the sum of the smaller shares; a community weighs as many as its nodes, or one."""
    shares = []
    for sizes in (left, right):
        total = sum(weight(size) for size in sizes)
        shares.append({size: times * weight(size) / total for size, times in Counter(sizes).items()})
    return round(0.5 * sum(min(share, shares[1].get(size, 0)) for size, share in shares[0].items()), 4)


BLOCKS, ALONE = [3, 3, 3, 1], [3, 1, 1, 1, 1, 1, 1, 1]
for left, right in ((BLOCKS, BLOCKS), (BLOCKS, ALONE), (BLOCKS, [5, 5])):
    score = evaluation.partition_closeness_simple(made(left), made(right)).score
    print(left, right, score, by_formula(left, right, lambda size: size), by_formula(left, right, lambda _: 1))
PYTHON
seen=$(grep -v '^Note' seen.txt)
recorded="cdlib 0.4.1 networkx 3.6.1
[3, 3, 3, 1] [3, 3, 3, 1] 0.5 0.5 0.5
[3, 3, 3, 1] [3, 1, 1, 1, 1, 1, 1, 1] 0.5 0.2 0.1875
[3, 3, 3, 1] [5, 5] 0.0 0.0 0.0"
echo "seen (cdlib; the formula by nodes, by communities):"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
