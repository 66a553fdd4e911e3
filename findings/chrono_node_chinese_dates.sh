#!/usr/bin/env bash
# chrono-node takes 去年3月, March of last year, for March of this year, and loses digits of traditional dates
# Version: chrono-node 2.10.3 (npm)
# Expected: chrono.zh finds 去年3月 as March of the year before, or not at all; chrono.zh.hant, for traditional
#   texts, reads 二〇一九年三月一日 and 十二月二十五日 as chrono.zh.hans does.
# Seen: of 去年3月, 前年5月 and 明年3月 it finds 年3月 and 年5月, and takes the year of the reading. zh.hant reads
#   二〇一九年三月一日 as the year 19, 十二月二十五日 as the 20th and 三月三十一日 as the 30th.
# Why it matters: reports tell of last year all the time; each such event moves to the year of the report. The
#   digits are lost in the numerals of official documents. The answers are plausible days, without an error.
# What to do: look at the character before the text that was found; use zh.hans for both scripts.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-audit --no-fund --prefix . chrono-node@2.10.3
cat > dates.cjs <<'NODE'
const { zh } = require('chrono-node');
const reading = new Date(2026, 5, 15, 12); // the day of the reading
const shown = (text, parser) => parser.parse(text, reading)
  .map((found) => `${found.text}=${['year', 'month', 'day'].map((part) => found.start.get(part)).join('-')}`)
  .join(' ');
for (const text of ['2025年3月', '去年3月', '前年5月', '明年3月']) console.log(text, '->', shown(text, zh));
for (const text of ['二〇一九年三月一日', '十二月二十五日', '三月三十一日', '十月十五日']) {
  console.log(text, '-> hans', shown(text, zh.hans), '| hant', shown(text, zh.hant));
}
NODE
seen=$(node dates.cjs)
recorded='2025年3月 -> 2025年3月=2025-3-15
去年3月 -> 年3月=2026-3-15
前年5月 -> 年5月=2026-5-15
明年3月 -> 年3月=2026-3-15
二〇一九年三月一日 -> hans 二〇一九年三月一日=2019-3-1 | hant 一九年三月一日=19-3-1
十二月二十五日 -> hans 十二月二十五日=2026-12-25 | hant 十二月二十=2026-12-20
三月三十一日 -> hans 三月三十一日=2026-3-31 | hant 三月三十=2026-3-30
十月十五日 -> hans 十月十五日=2026-10-15 | hant 十月十五日=2026-10-15'
echo "chrono-node 2.10.3"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
