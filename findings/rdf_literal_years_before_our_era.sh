#!/usr/bin/env bash
# rdf-literal reads the year 221 BC as 221, infinity as no number, and writes the year 618 and the month 2019-3
# Version: rdf-literal 2.0.0 (npm; fromRdf and toRdf) with n3 2.13.12
# Expected: fromRdf "converts an RDF literal to a JavaScript value" and toRdf the other way (README), so that a valid value
#   of XML Schema comes back as it was: "-0221" is a year before our era, "0618" and "2019-03" keep their zeros, as
#   XML Schema asks, and INF is Infinity, which toRdf writes as INF.
# Seen: "-0221" and "-0221-03-01" are Dates of the year 221 of our era (with validate, they are refused); back in RDF they are 221
#   and 0221-03-01. "0618" comes back as 618 and "2019-03" as 2019-3, which are no valid values. INF is read as NaN.
# Why it matters: it stands between RDF and JavaScript in RDF/JS applications. Dynasties before our era come out in ours,
#   and years without their zero are dropped or refused by the next reader.
# What to do: read the text of the literal (its value), and write it with your own four digits.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix . rdf-literal@2.0.0 n3@2.13.12
cat > read.cjs <<'NODE'
const { fromRdf, toRdf } = require('rdf-literal');
const { DataFactory } = require('n3');
const values = [
  ['2019', 'gYear'], ['-0221', 'gYear'], ['0618', 'gYear'], ['2019-03', 'gYearMonth'], ['-0221-03-01', 'date'], ['INF', 'double'],
];
for (const [text, kind] of values) {
  const datatype = DataFactory.namedNode(`http://www.w3.org/2001/XMLSchema#${kind}`);
  const value = fromRdf(DataFactory.literal(text, datatype));
  const read = value instanceof Date ? `a Date of ${value.getFullYear()}` : value;
  console.log(`${kind} ${text} is ${read}, written as ${toRdf(value, { datatype }).value}`);
}
console.log(`Infinity is written as ${toRdf(Infinity).value}`);
NODE
seen=$(TZ=UTC node read.cjs)
recorded="gYear 2019 is a Date of 2019, written as 2019
gYear -0221 is a Date of 221, written as 221
gYear 0618 is a Date of 618, written as 618
gYearMonth 2019-03 is a Date of 2019, written as 2019-3
date -0221-03-01 is a Date of 221, written as 0221-03-01
double INF is NaN, written as NaN
Infinity is written as INF"
echo "rdf-literal 2.0.0 (npm)"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
