#!/usr/bin/env bash
# segregation takes degrees for radians with metric="haversine": places 6 degrees away are at the centre
# Version: segregation 2.5.4 (PyPI) with geopandas 1.2.0, numpy 2.4.6, pandas 2.3.3, scipy 1.17.1
# Expected: the two measures of centralization order places by their distance from the centre. "If the projection of the
#   CRS of the geopandas DataFrame field is in degrees, this should be set to 'haversine'" (documentation of metric), so for
#   places on one line to the east the order, and with it the measure, is that of the projected map.
# Seen: the sine is taken of degrees as they are. Of eleven places 0 to 10 degrees east of the capital, the one at 6 is the
#   second nearest; absolute centralization falls from 0.60 to 0.13, the relative one from 0.91 to 0.20, without a warning.
# Why it matters: whether a policy stays near the capital or reaches the margins is what centralization measures, and China
#   is more than 60 degrees wide.
# What to do: project the map (to_crs) and leave the metric at "euclidean".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check segregation==2.5.4 geopandas==1.2.0 numpy==2.4.6 pandas==2.3.3 scipy==1.17.1
cat > read.py <<'PYTHON'
import geopandas
from segregation.singlegroup import AbsoluteCentralization, RelativeCentralization
from shapely.geometry import box

adopters = [100, 90, 80, 70, 10, 8, 6, 4, 2, 1, 0]
places = geopandas.GeoDataFrame(
    {"adopters": adopters, "all": [100] * 11}, geometry=[box(103.6 + east, 35.6, 104.4 + east, 36.4) for east in range(11)], crs=4326
)
for measure in (AbsoluteCentralization, RelativeCentralization):
    projected = measure(places.to_crs(3857), "adopters", "all", center=0).statistic
    degrees = measure(places, "adopters", "all", center=0, metric="haversine").statistic
    print(f"{measure.__name__}: projected {projected:.2f}, haversine {degrees:.2f}")
PYTHON
seen=$(env/bin/python -W ignore read.py 2> errors.txt)
recorded="AbsoluteCentralization: projected 0.60, haversine 0.13
RelativeCentralization: projected 0.91, haversine 0.20"
echo "segregation 2.5.4"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
