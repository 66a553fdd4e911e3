#!/usr/bin/env bash
# Cozo finds two places with a link to nobody else closer to all than places in a larger group, with closeness above 1
# Version: cozo-embedded 0.7.6 (the rule ClosenessCentrality), beside networkx 3.6.1
# Expected: closeness is the number of others that a node reaches, over the sum of distances to them, times the share of
#   all others that it reaches (Wasserman and Faust 1994, as in networkx): 1 at most. Of 甲, 乙, 丙 in a row and the pair
#   丁, 戊 apart from them, 乙 has 0.50, its neighbours 0.33 and the pair 0.25.
# Seen: each node counts itself among the others: 乙 has 1.125, its neighbours 0.75 and the pair 1.00, so that the order
#   is another. Two places that are the whole network have 4.00. Groups of two gain a factor of four, of three 2.25.
# Why it matters: networks of learning fall apart into groups, and pairs are the most common: a county that learned once
#   from another is found more central than those in a chain.
# What to do: take the degree, or hand the edges to networkx or igraph.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check cozo-embedded==0.7.6 networkx==3.6.1
seen=$(env/bin/python - <<'PYTHON'
import networkx
from cozo_embedded import CozoDbPy

networks = {"pair": ["甲乙"], "row and pair": ["甲乙", "乙丙", "丁戊"], "star": ["乙甲", "乙丙", "乙丁", "乙戊"]}
for name, links in networks.items():
    rows = ", ".join(f'["{one}", "{other}"]' for one, other in links)
    script = f"link[] <- [{rows}] ?[node, score] <~ ClosenessCentrality(link[], undirected: true)"
    cozo = dict(CozoDbPy("mem", "", "{}").run_script(script, {}, False)["rows"])
    expected = networkx.closeness_centrality(networkx.Graph(links))
    print(f"{name}:", *(f"{node} {cozo[node]:.3f} (networkx {expected[node]:.3f})" for node in sorted(cozo)))
PYTHON
)
recorded="pair: 乙 4.000 (networkx 1.000) 甲 4.000 (networkx 1.000)
row and pair: 丁 1.000 (networkx 0.250) 丙 0.750 (networkx 0.333) 乙 1.125 (networkx 0.500) 戊 1.000 (networkx 0.250) 甲 0.750 (networkx 0.333)
star: 丁 0.893 (networkx 0.571) 丙 0.893 (networkx 0.571) 乙 1.562 (networkx 1.000) 戊 0.893 (networkx 0.571) 甲 0.893 (networkx 0.571)"
echo "cozo-embedded 0.7.6, networkx 3.6.1"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
