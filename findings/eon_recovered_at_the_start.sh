#!/usr/bin/env bash
# EoN counts nodes that are recovered at the start as susceptible to the end, in the counts but not in its full data
# Version: EoN 2.0 (networkx 3.6.1)
# Expected: with initial_recovereds=[2] on a path of four nodes, node 0 infected and node 2 recovered, the first
#   row of counts is S=2, I=1, R=1: what get_statuses(time=0) says. S, I and R of one simulation are the same,
#   whether the full data are asked for or not.
# Seen: the counts begin with S=3, I=1, R=0 and end with S=2, R=2, where only node 3 was never reached and three
#   are recovered; node 2 does stop the spread. With return_full_data=True the same call gives R=1, 2, 3 and S=2,
#   1, 1. fast_nonMarkov_SIR counts in the same wrong way. percolation_based_discrete_SIR raises a TypeError for
#   every network: it calls discrete_SIR without "args".
# Why it matters: places that can no longer adopt, or had done so before, are set to recovered. The curve of those
#   that may still adopt never comes down to where it should, by as many as they are.
# What to do: ask for return_full_data=True and take S(), I() and R() of the result.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check eon==2.0 networkx==3.6.1
env/bin/python - > seen.txt <<'PYTHON'
from importlib.metadata import version

import EoN
import networkx

print("EoN", version("eon"), "networkx", networkx.__version__)
path = networkx.path_graph(4)
START = {"initial_infecteds": [0], "initial_recovereds": [2]}


def show(name, *counts):
    """Print the counts of susceptible, infected and recovered nodes at each step."""
    print(name, *("-".join(str(int(number)) for number in series) for series in counts))


show("counts", *EoN.basic_discrete_SIR(path, 1.0, **START)[1:])
full = EoN.basic_discrete_SIR(path, 1.0, return_full_data=True, **START)
show("full data", full.S(), full.I(), full.R())
print("at the start", full.get_statuses(time=0), "at the end", full.get_statuses(time=2))
days = EoN.fast_nonMarkov_SIR(path, trans_time_fxn=lambda *_: 1, rec_time_fxn=lambda _: 5, **START)
show("in continuous time", *days[1:])
try:
    EoN.percolation_based_discrete_SIR(path, 0.5)
except TypeError as error:
    print("percolation", type(error).__name__)
PYTHON
seen=$(cat seen.txt)
recorded="EoN 2.0 networkx 3.6.1
counts 3-2-2 1-1-0 0-1-2
full data 2-1-1 1-1-0 1-2-3
at the start {0: 'I', 1: 'S', 2: 'R', 3: 'S'} at the end {0: 'R', 1: 'R', 2: 'R', 3: 'S'}
in continuous time 3-2-2-2 1-2-1-0 0-0-1-2
percolation TypeError"
echo "seen (susceptible, infected, recovered at each step):"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
