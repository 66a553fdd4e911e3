#!/usr/bin/env bash
# dynetx loses the last year of every relation when it cuts a period out of a temporal network
# Version: dynetx 0.3.2
# Expected: time_slice(t_from, t_to) keeps "nodes and interactions present in [t_from, t_to]", both ends
#   among them, as its documentation says; a slice of the whole period is the network itself.
# Seen: each relation loses the last moment that it has in the slice. Of one that holds from 2018 to 2020,
#   time_slice(2019, 2020) keeps 2019 only. One that holds in a single year, and any slice of one year, is
#   in no year at all, though interactions() still lists it, with an interval that ends before it starts.
#   (An issue of 2022 in its tracker, number 135, is open.)
# Why it matters: networks of a period have too few relations in their years, and those of single events
#   are empty in every year; the flattened list of relations looks complete.
# What to do: build the part from interactions(t=year), year by year.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check dynetx==0.3.2
env/bin/python - <<'PYTHON'
import sys
from importlib.metadata import version

import dynetx

print("dynetx", version("dynetx"))
graph = dynetx.DynGraph()
graph.add_interaction("a", "b", t=2018, e=2021)  # e is the year in which it has vanished
graph.add_interaction("b", "c", t=2020)


def years(network):
    """The years in which each of the two relations is present."""
    return {
        u + v: [year for year in range(2016, 2024) if network.has_interaction(u, v, t=year)]
        for u, v in ("ab", "bc")
        if network.has_interaction(u, v)
    }


seen = {
    "network": years(graph),
    "2016 to 2023": years(graph.time_slice(2016, 2023)),
    "2019 to 2020": years(graph.time_slice(2019, 2020)),
    "2020": years(graph.time_slice(2020)),
    "listed in 2020": graph.time_slice(2020).interactions(),
}
recorded = {
    "network": {"ab": [2018, 2019, 2020], "bc": [2020]},
    "2016 to 2023": {"ab": [2018, 2019], "bc": []},
    "2019 to 2020": {"ab": [2019], "bc": []},
    "2020": {"ab": [], "bc": []},
    "listed in 2020": [("a", "b", {"t": [[2020, 2019]]}), ("b", "c", {"t": [[2020, 2019]]})],
}
print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
