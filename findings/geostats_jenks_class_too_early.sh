#!/usr/bin/env bash
# geostats puts each limit of natural breaks one value too low, so that the outlier shares a class with others
# Version: geostats 2.1.0 (npm; getClassJenks and its alias getJenks), beside simple-statistics 7.12.1
# Expected: natural breaks (Jenks and Fisher) make the squared distances within classes least: of 0, 0, 0, 0, 1, 2, 3 and
#   10 in two classes the value 10 stands alone (8.9 in all). The read-me calls getClassJenks "optimised
#   version" and getClassJenks2 "older version" of one and the same classification.
# Seen: getClassJenks divides at 1, which leaves 2, 3 and 10 in a class: 38.8. Of 1, 2 and 50 it makes
#   1 | 2, 50. getClassJenks2 and simple-statistics divide rightly.
# Why it matters: natural breaks are the usual classes of maps of counties; few counties have many policies, and these
#   are shown like those with two. Leaflet and OpenLayers maps take their classes from here.
# What to do: call getClassJenks2, or ckmeans of simple-statistics.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix . geostats@2.1.0 simple-statistics@7.12.1
cat > read.cjs <<'NODE'
const Geostats = require('geostats');
const { ckmeans } = require('simple-statistics');
const spread = (classes) => classes.map((values) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}).reduce((sum, value) => sum + value, 0);
// A value belongs to the first class whose upper limit it does not pass, as ranges of geostats say
const divide = (values, limits) => limits.slice(1).map((limit, at) =>
  values.filter((value) => value <= limit && (at === 0 || value > limits[at])));
const series = { policies: [0, 0, 0, 0, 1, 2, 3, 10], three: [1, 2, 50], years: [2011, 2011, 2012, 2013, 2022] };
for (const [name, values] of Object.entries(series)) {
  for (const method of ['getClassJenks', 'getClassJenks2']) {
    const classes = divide(values, new Geostats([...values])[method](2));
    console.log(name, method, classes.map((one) => one.join(' ')).join(' | '), `(${spread(classes).toFixed(1)})`);
  }
  const best = ckmeans(values, 2);
  console.log(name, 'ckmeans', best.map((one) => one.join(' ')).join(' | '), `(${spread(best).toFixed(1)})`);
}
NODE
seen=$(node read.cjs)
recorded="policies getClassJenks 0 0 0 0 1 | 2 3 10 (38.8)
policies getClassJenks2 0 0 0 0 1 2 3 | 10 (8.9)
policies ckmeans 0 0 0 0 1 2 3 | 10 (8.9)
three getClassJenks 1 | 2 50 (1152.0)
three getClassJenks2 1 2 | 50 (0.5)
three ckmeans 1 2 | 50 (0.5)
years getClassJenks 2011 2011 | 2012 2013 2022 (60.7)
years getClassJenks2 2011 2011 2012 2013 | 2022 (2.8)
years ckmeans 2011 2011 2012 2013 | 2022 (2.8)"
echo "geostats 2.1.0, simple-statistics 7.12.1 (npm)"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
