#!/usr/bin/env bash
# Turf gives lines that run to the west or the south the direction of lines that run to the east or the north
# Version: @turf/directional-mean 7.4.0 and @turf/standard-deviational-ellipse 7.4.0 (npm)
# Expected: directionalMean gives "the mean angle of all lines (bearing)": of a line to the south 180, to the south-west
#   225, to the west 270 or -90. Lines there and back have a circular variance of 1: directions count, and not only
#   how the lines lie. Two lines to the south have no other mean than one of them. semiMajorAxis of an ellipse of twelve
#   by two degrees is the long one.
# Seen: the bearing is 0 (north) for the south, 45 for the south-west, -270 (east) for the west and -225 (south-east)
#   for the north-west; 0 for one line to the south, 180 as soon as a second one is a hair off. semiMajorAxis is the
#   short axis, and semiMinorAxis the long one.
# Why it matters: arrows from the place that learned to the place that taught are what is averaged: policies that go
#   west are shown to go east. The axes are printed as the spread of a policy along and across.
# What to do: take bearingAngle from the sines and cosines of @turf/bearing oneself; swap the axes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix . \
  @turf/directional-mean@7.4.0 @turf/standard-deviational-ellipse@7.4.0 @turf/helpers@7.4.0
cat > read.mjs <<'NODE'
import { directionalMean } from '@turf/directional-mean';
import { featureCollection, lineString, point } from '@turf/helpers';
import { standardDeviationalEllipse } from '@turf/standard-deviational-ellipse';
const mean = (...ends) => directionalMean(
  featureCollection(ends.map((end) => lineString([[104, 30], [104 + end[0], 30 + end[1]]]))), { planar: true },
).properties;
const turned = (angle) => ((Math.round(angle) % 360) + 360) % 360;
const ways = {
  north: [0, 1], 'north-east': [1, 1], east: [1, 0], 'south-east': [1, -1],
  south: [0, -1], 'south-west': [-1, -1], west: [-1, 0], 'north-west': [-1, 1],
};
for (const [name, end] of Object.entries(ways)) {
  const bearing = turned((Math.atan2(end[0], end[1]) * 180) / Math.PI);
  console.log(`${name}: bearing ${bearing}, Turf ${turned(mean(end).bearingAngle)}`);
}
console.log(`south and a hair off south: Turf ${turned(mean([0, -1], [0.001, -1]).bearingAngle)}`);
console.log(`there and back: circular variance ${mean([1, 1], [-1, -1]).circularVariance}`);
const grid = [0, 2, 4, 6, 8, 10, 12].flatMap((x) => [0, 1, 2].map((y) => point([100 + x, 25 + y])));
const { properties } = standardDeviationalEllipse(featureCollection(grid));
const ellipse = properties.standardDeviationalEllipse;
console.log(`axes: major ${ellipse.semiMajorAxis.toFixed(2)}, minor ${ellipse.semiMinorAxis.toFixed(2)}`);
NODE
seen=$(node read.mjs)
recorded="north: bearing 0, Turf 0
north-east: bearing 45, Turf 45
east: bearing 90, Turf 90
south-east: bearing 135, Turf 135
south: bearing 180, Turf 0
south-west: bearing 225, Turf 45
west: bearing 270, Turf 90
north-west: bearing 315, Turf 135
south and a hair off south: Turf 180
there and back: circular variance 1
axes: major 1.15, minor 5.66"
echo "@turf/directional-mean 7.4.0, @turf/standard-deviational-ellipse 7.4.0 (npm)"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
