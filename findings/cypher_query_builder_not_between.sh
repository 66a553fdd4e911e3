#!/usr/bin/env bash
# cypher-query-builder writes "not between 2012 and 2016" so that it means "before 2012"
# Version: cypher-query-builder 6.0.4 (npm)
# Expected: not(between(2012, 2016)) takes years outside of the two: NOT (p.year >= 2012 AND p.year <= 2016). Its
#   not() sets brackets where it stands before several conditions, and between() is one comparison for it.
# Seen: NOT p.year >= 2012 AND p.year <= 2016, in each of three ways to write it. In Cypher NOT binds closer than
#   AND, so this is p.year < 2012, and years after 2016 are lost. Beside another condition the brackets are there.
# Why it matters: "places that began outside the years of trial" gives those before them only, without an error.
# What to do: write or([lessThan(2012), greaterThan(2016)]).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix . cypher-query-builder@6.0.4
cat > build.cjs <<'NODE'
const { Query, between, greaterThan, lessThan, not, or } = require('cypher-query-builder');
for (const [name, conditions] of Object.entries({
  'not of between': { 'p.year': not(between(2012, 2016)) },
  'within its node': { p: { year: not(between(2012, 2016)) } },
  'not of a condition': not({ 'p.year': between(2012, 2016) }),
  'beside another': not({ 'p.kind': 'county', 'p.year': between(2012, 2016) }),
  'or': { 'p.year': or([lessThan(2012), greaterThan(2016)]) },
})) {
  const query = new Query().matchNode('p', 'Place').where(conditions).return('p');
  console.log(`${name}: ${query.interpolate().match(/WHERE (.*)/)[1]}`);
}
NODE
seen=$(node build.cjs)
recorded="not of between: NOT p.year >= 2012 AND p.year <= 2016
within its node: NOT p.year >= 2012 AND p.year <= 2016
not of a condition: NOT p.year >= 2012 AND p.year <= 2016
beside another: NOT (p.kind = 'county' AND p.year >= 2012 AND p.year <= 2016)
or: p.year < 2012 OR p.year > 2016"
echo "cypher-query-builder 6.0.4"
echo "seen (what follows WHERE):"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
