#!/usr/bin/env bash
# @rr0/time takes December 2019 for the same date as 2020, and writes dates that are no EDTF
# Version: @rr0/time 0.11.2 (npm; Level2Date and Level2Interval)
# Expected: what its description says, EDTF of levels 0 to 2. December 2019 is before 2020. What is read from EDTF is
#   written as EDTF again: 201X, 2019-XX, 0091, -0221, and ../2019, which has no beginning, while /2019 has one that
#   nobody knows. ~ in 2019-~03 qualifies the month alone. A range is no date, and there is no 30 February.
# Seen: 2019-12 is equal to 2020, and 2019-12-01 is after it: months are counted one too far. 201X is written as
#   [object Object], 0091 as 91, -0221 as -221, ../2019 as /2019, 2019-~03 as 2019~-03~. Level2Date reads 2012/2016
#   as 2012, and takes 2019-02-30.
# Why it matters: who was first is decided by dates of unlike precision, a month here and a year there.
# What to do: compare the earliest and latest days that another library gives (edtf of npm or of Python).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix . @rr0/time@0.11.2
cat > read.mjs <<'NODE'
import { Level2Date, Level2Interval } from '@rr0/time';
for (const [one, other] of [['2019-11', '2020'], ['2019-12', '2020'], ['2019-12-01', '2020'], ['2019-12-01', '2020-01']]) {
  const [first, second] = [one, other].map((text) => Level2Date.fromString(text));
  const sign = ['before', 'equal to', 'after'][Math.sign(first.compare(second)) + 1];
  console.log(`${one} is ${sign} ${other}`);
}
for (const text of ['201X', '2019-XX', '0091', '-0221', '2019-~03', '2012/2016', '2019-02-30']) {
  console.log(text, '=>', Level2Date.fromString(text).toString());
}
for (const text of ['../2019', '/2019']) {
  console.log(text, '=>', Level2Interval.fromString(text).toString());
}
NODE
seen=$(TZ=UTC node read.mjs)
recorded='2019-11 is before 2020
2019-12 is equal to 2020
2019-12-01 is after 2020
2019-12-01 is before 2020-01
201X => [object Object]
2019-XX => 2019-[object Object]
0091 => 91
-0221 => -221
2019-~03 => 2019~-03~
2012/2016 => 2012
2019-02-30 => 2019-02-30
../2019 => /2019
/2019 => /2019'
echo "@rr0/time 0.11.2 (npm)"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
