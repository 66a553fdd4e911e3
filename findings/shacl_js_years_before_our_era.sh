#!/usr/bin/env bash
# rdf-validate-shacl and shacl-engine take years before our era for later ones, and compare years with days
# Version: rdf-validate-shacl 0.6.5 and shacl-engine 1.1.2 with n3 2.13.12 (npm)
# Expected: SHACL 1.0 (4.3) says that a value conforms to sh:minInclusive where "<=" of SPARQL says so, and to
#   none where it cannot compare the two, as a year (xsd:gYear) with a day (xsd:date). "-0220", the Qin, is
#   before "-0100" and before "0001"; 30 February is no xsd:date (SHACL 4.1.2: "ill-typed" literals do not
#   conform to sh:datatype).
# Seen: "-0220" conforms to sh:minInclusive "-0100" and "0001", and is refused for sh:maxInclusive "0001"; so for
#   days. A year conforms to a bound that is a day. 2019-02-30 conforms to sh:datatype xsd:date, though a text
#   such as "x" does not. Both read dates as JavaScript does. There is no warning; years of our era are right.
# Why it matters: bounds are how slips in dates are found; for early dates the check says the opposite of what is
#   true.
# What to do: keep the year in a column of its own as an xsd:integer, and bound that one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-audit --no-fund --prefix . n3@2.13.12 rdf-validate-shacl@0.6.5 shacl-engine@1.1.2
cat > refused.mjs <<'NODE'
import { DataFactory, Parser, Store } from 'n3';
import OtherValidator from 'rdf-validate-shacl';
import { Validator } from 'shacl-engine';
const PREFIXES = `@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <http://example.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
`;
const read = (text) => new Store(new Parser().parse(PREFIXES + text));
const values = (results, value) => results.map((result) => value(result).value).sort().join(' ') || 'none';
for (const [constraint, texts] of [
  ['sh:minInclusive "2000"^^xsd:gYear', '"1999"^^xsd:gYear, "2019"^^xsd:gYear'],
  ['sh:minInclusive "-0100"^^xsd:gYear', '"-0220"^^xsd:gYear, "-0050"^^xsd:gYear'],
  ['sh:minInclusive "0001"^^xsd:gYear', '"-0220"^^xsd:gYear, "0618"^^xsd:gYear'],
  ['sh:maxInclusive "0001"^^xsd:gYear', '"-0220"^^xsd:gYear, "0618"^^xsd:gYear'],
  ['sh:minInclusive "-0100-01-01"^^xsd:date', '"-0220-01-01"^^xsd:date, "-0050-01-01"^^xsd:date'],
  ['sh:minInclusive "2000-01-01"^^xsd:date', '"2019"^^xsd:gYear, "1999-01-01"^^xsd:date'],
  ['sh:datatype xsd:date', '"2019-02-28"^^xsd:date, "2019-02-30"^^xsd:date, "x"^^xsd:date'],
]) {
  const shapes = read(`ex:S a sh:NodeShape ; sh:targetObjectsOf ex:when ; ${constraint} .`);
  const data = read(`ex:a ex:when ${texts} .`);
  const one = await new OtherValidator(shapes).validate(data);
  const two = await new Validator(shapes, { factory: DataFactory }).validate({ dataset: data });
  console.log(`${constraint}: ${values(one.results, (r) => r.value)}; ${values(two.results, (r) => r.value.term)}`);
}
NODE
seen=$(node refused.mjs)
recorded='sh:minInclusive "2000"^^xsd:gYear: 1999; 1999
sh:minInclusive "-0100"^^xsd:gYear: none; none
sh:minInclusive "0001"^^xsd:gYear: none; none
sh:maxInclusive "0001"^^xsd:gYear: -0220 0618; -0220 0618
sh:minInclusive "-0100-01-01"^^xsd:date: none; none
sh:minInclusive "2000-01-01"^^xsd:date: 1999-01-01; 1999-01-01
sh:datatype xsd:date: x; x'
echo "rdf-validate-shacl 0.6.5, shacl-engine 1.1.2"
echo "seen (values that each refuses):"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
