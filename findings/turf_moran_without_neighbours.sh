#!/usr/bin/env bash
# Turf's Moran index is no number as soon as one place has no neighbour, and places at one point are no neighbours
# Version: @turf/moran-index 7.4.0 (npm)
# Expected: a place further from all others than the threshold has the weights 0, so it adds nothing to the sum
#   (as "islands" do in PySAL and in spdep with zero.policy). Of two places at one point each is the other's
#   nearest neighbour, so with binary weights they have the weight 1, like all places within the threshold.
# Seen: one lone place makes all results NaN with weights that are standardized by row, which is the default:
#   the row is divided by its sum of 0. Two pairs of places at one point each give NaN with and without
#   standardization, and a place at the point of another counts for a third place, but not for that other.
# Why it matters: the adopters of one prefecture are often set to one point, and a far county (an island, a
#   town in a desert) is in most sets of places. One of them is enough, and there is no message.
# What to do: set standardization: false, leave lone places out and say so, and move equal points apart a little.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix . @turf/moran-index@7.4.0 @turf/distance-weight@7.4.0
cat > compute.mjs <<'NODE'
import { distanceWeight } from '@turf/distance-weight';
import { moranIndex } from '@turf/moran-index';
const places = (...rows) => ({
  type: 'FeatureCollection',
  features: rows.map(([x, y, value]) => ({
    type: 'Feature', properties: { value }, geometry: { type: 'Point', coordinates: [x, y] },
  })),
});
const PAIRS = [[0, 0, 1], [1, 0, 1], [5, 0, 9], [6, 0, 9]];
const AT_ONE_POINT = [[0, 0, 1], [0, 0, 1], [5, 0, 9], [5, 0, 9]];
for (const [name, rows] of [
  ['two pairs of neighbours', PAIRS], ['and a lone place', [...PAIRS, [50, 0, 5]]], ['pairs at one point', AT_ONE_POINT],
]) {
  const options = { inputField: 'value', threshold: 1.5, binary: true };
  const results = [true, false].map((standardization) => moranIndex(places(...rows), { ...options, standardization }));
  console.log(name, ...results.map(({ moranIndex: index, zNorm }) => `${index.toFixed(3)} (z ${zNorm.toFixed(3)})`));
}
console.log('weights', JSON.stringify(distanceWeight(places([0, 0], [0, 0], [1, 0]), { binary: true, threshold: 1.5 })));
NODE
seen=$(node compute.mjs)
recorded='two pairs of neighbours 1.000 (z 2.236) 1.000 (z 2.236)
and a lone place NaN (z NaN) 1.250 (z 2.449)
pairs at one point NaN (z NaN) NaN (z NaN)
weights [[0,0,1],[0,0,1],[1,1,0]]'
echo "@turf/moran-index 7.4.0"
echo "seen (standardized by row; not standardized):"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
