#!/usr/bin/env bash
# edtf-ts takes "1983 or earlier" for 1983, a rounded year for that very year, and the years 0 to 99 for 1900 to 1999
# Version: @edtf-ts/core 0.4.2 (npm)
# Expected: EDTF says that [..1983] is one date, 1983 or before; [2012..] one date, 2012 or after; 1950S2 a year
#   of the 1900s. Relations of the library answer YES, NO, MAYBE or UNKNOWN, so they answer MAYBE wherever both
#   are possible, as they do for 201X. The year 0025 comes before 1911.
# Seen: isBefore(1980, [..1983]) is YES, though the date may be 1970; isAfter(2020, [2012..]) is YES; [..1983]
#   equals 1983 for certain; so does 1950S2 and 1950. The same values have bounds (min, max) that reach
#   further back, so the two parts of the library disagree for sets; for 1950S2 the bounds are those of 1950.
#   The year 0025 has the bounds of 1925 and sorts behind 1911.
# Why it matters: "by 1983 at the latest" is what a source says of a beginning, and a certain order of adoptions
#   is made of it. Years of the Han are those of the Republic.
# What to do: write ../1983 for what has no beginning, and ask the bounds instead of the relations for sets; keep
#   years under 100 away from it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix . @edtf-ts/core@0.4.2
cat > ask.mjs <<'NODE'
import * as edtf from '@edtf-ts/core';
const parsed = (text) => edtf.parse(text).value;
for (const [relation, left, right] of [
  ['isBefore', '1980', '[..1983]'], ['isBefore', '[..1983]', '1980'], ['equals', '1983', '[..1983]'],
  ['isAfter', '2020', '[2012..]'], ['isAfter', '[2012..]', '2020'],
  ['equals', '1950', '1950S2'], ['isBefore', '1980', '1950S2'], ['isBefore', '1980', '19XX'],
]) console.log(left, relation, right, edtf[relation](parsed(left), parsed(right)));
for (const text of ['[..1983]', '1950S2', '0025', '0125']) {
  const { min, max } = parsed(text);
  console.log(text, 'from', min.getUTCFullYear(), 'to', max.getUTCFullYear());
}
console.log('sorted', ...edtf.sort(['0025', '0220', '1911'].map(parsed)).map(String));
NODE
seen=$(node ask.mjs)
recorded='1980 isBefore [..1983] YES
[..1983] isBefore 1980 NO
1983 equals [..1983] YES
2020 isAfter [2012..] YES
[2012..] isAfter 2020 NO
1950 equals 1950S2 YES
1980 isBefore 1950S2 NO
1980 isBefore 19XX MAYBE
[..1983] from -271821 to 1983
1950S2 from 1950 to 1950
0025 from 1925 to 1925
0125 from 125 to 125
sorted 0220 1911 0025'
echo "@edtf-ts/core 0.4.2"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
