#!/usr/bin/env bash
# geopandas makes texts of lists, and days of midnights, when it writes a GeoJSON file that it has read
# Version: geopandas 1.2.0 with pyogrio 0.13.0
# Expected: read_file and to_file of a GeoJSON file keep the properties: a list of two sources, a date that is
#   a day, a truth value that one place lacks.
# Seen: a list with two members or more is written as the text "['a' 'b']", without commas, as numpy prints it;
#   a list of one stays a list. "2019-03-01" is "2019-03-01T00:00:00", and true is 1.0 where another place has
#   no value. (Issue 618 of pyogrio, open, says that lists cannot be written without arrow; there is no error.)
# Why it matters: the sources of each place are a list. After one step in geopandas the places with one source
#   are right and the others hold a text that no program splits; a day looks like a moment.
# What to do: read and write with use_arrow=True, which needs pyarrow and keeps all three as they are.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check geopandas==1.2.0 pyogrio==0.13.0
env/bin/python - <<'PYTHON'
import json
import sys
from importlib.metadata import version
from pathlib import Path

import geopandas

for name in ("geopandas", "pyogrio", "pandas"):
    print(name, version(name))
places = [
    {"sources": ["a", "b"], "date": "2019-03-01", "checked": True},
    {"sources": ["c"], "date": "2019-04-01", "checked": None},
]
point = {"type": "Point", "coordinates": [119.6, 30.6]}
features = [{"type": "Feature", "properties": place, "geometry": point} for place in places]
Path("in.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}))
geopandas.read_file("in.geojson").to_file("out.geojson", driver="GeoJSON")
seen = [feature["properties"] for feature in json.loads(Path("out.geojson").read_text())["features"]]
recorded = [
    {"sources": "['a' 'b']", "date": "2019-03-01T00:00:00", "checked": 1.0},
    {"sources": ["c"], "date": "2019-04-01T00:00:00", "checked": None},
]
print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
