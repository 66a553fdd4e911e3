#!/usr/bin/env bash
# networkx does not read the open ends of a dynamic GEXF that it wrote: an error, or the word "None" as the end
# Version: networkx 3.6.1 (write_gexf, read_gexf)
# Expected: a value or a spell without an end is open: it holds on. networkx takes None for that when it writes,
#   leaves the attribute "end" away, as GEXF has it, and gives None again when it reads.
# Seen: where times are numbers (years), read_gexf raises a TypeError; where they are days, the end is the text
#   "None", and writing once more puts end="None" into the file, which is no day. Spells and values are alike.
# Why it matters: a place that is a model since 2016 is the plain case here, and has no end. After one trip
#   through networkx the file has an end that no tool can read.
# What to do: write a far end of your own, or turn "None" into None after reading days.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check networkx==3.6.1
env/bin/python - > seen.txt <<'PYTHON'
import re
from pathlib import Path

import networkx

print("networkx", networkx.__version__)
for name, times in (
    ("status", [("pilot", 2012, 2016), ("model", 2016, None)]),
    ("status", [("pilot", "2012-01-01", "2016-01-01"), ("model", "2016-01-01", None)]),
    ("spells", [(2012, 2014), (2016, None)]),
    ("spells", [("2012-01-01", None)]),
):
    graph = networkx.DiGraph()
    graph.add_node("sanming", **{name: times})
    networkx.write_gexf(graph, "graph.gexf")
    last = re.findall("<(?:attvalue|spell) .*?/>", Path("graph.gexf").read_text(encoding="utf-8"))[-1]
    try:
        again = networkx.read_gexf("graph.gexf")
    except TypeError as error:
        print(last, "->", type(error).__name__)
        continue
    networkx.write_gexf(again, "again.gexf")
    written = re.findall("<(?:attvalue|spell) .*?/>", Path("again.gexf").read_text(encoding="utf-8"))[-1]
    print(last, "->", again.nodes["sanming"][name][-1], "->", written)
PYTHON
seen=$(cat seen.txt)
recorded='networkx 3.6.1
<attvalue for="0" value="model" start="2016" /> -> TypeError
<attvalue for="0" value="model" start="2016-01-01" /> -> ('"'model', '2016-01-01', 'None'"') -> <attvalue for="0" value="model" start="2016-01-01" end="None" />
<spell start="2016" /> -> TypeError
<spell start="2012-01-01" /> -> ('"'2012-01-01', 'None'"') -> <spell start="2012-01-01" end="None" />'
echo "seen (written, read, written again):"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
