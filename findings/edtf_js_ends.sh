#!/usr/bin/env bash
# edtf.js ends a set or a list at the first year of its last range, and gives a third of a year five months
# Version: edtf 4.11.1 (npm)
# Expected: EDTF (ISO 8601-2) says that {1670..1672} is all the years 1670, 1671 and 1672, and that 37 is the
#   first "quadrimestral", a third of a year: January to April. The README has min and max of [..2016,2017]
#   end with the last year, and covers() for asking whether a date is within another.
# Seen: {1670..1672} and [1670..1672] end with 1670, and the list does not cover 1671 or 1672. 2001-37 ends with
#   31 May, and 2001-38, which begins with 1 May, with 30 September: the thirds of the year overlap.
# Why it matters: years that a source gives as a range within a list are lost from a filter or a timeline, and
#   something of May 2001 is found in two thirds of the year.
# What to do: write the years of a list one by one ({1670,1671,1672}) or the range as an interval (1670/1672);
#   write a third of a year as an interval of months (2001-01/2001-04).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-audit --no-fund --prefix . edtf@4.11.1
cat > read.mjs <<'NODE'
import edtf from 'edtf'

const day = time => new Date(time).toISOString().slice(0, 10)
for (const text of ['1670/1672', '{1670,1671,1672}', '{1670..1672}', '[1670..1672]', '{1660,1670..1672}'])
  console.log(text, 'ends', day(edtf(text).max), 'has 1672:', edtf(text).covers(edtf('1672')))
for (const text of ['2001-37', '2001-38', '2001-39'])
  console.log(text, day(edtf(text).min), day(edtf(text).max))
NODE
seen=$(node read.mjs)
recorded='1670/1672 ends 1672-12-31 has 1672: true
{1670,1671,1672} ends 1672-12-31 has 1672: true
{1670..1672} ends 1670-12-31 has 1672: false
[1670..1672] ends 1670-12-31 has 1672: false
{1660,1670..1672} ends 1670-12-31 has 1672: false
2001-37 2001-01-01 2001-05-31
2001-38 2001-05-01 2001-09-30
2001-39 2001-09-01 2001-12-31'
echo "edtf 4.11.1 (npm)"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
