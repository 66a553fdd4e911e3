#!/usr/bin/env bash
# nzh makes 0 of 两百 and 219 of the year 二零一九, and chinese-parseint 0 of a million
# Version: nzh 1.0.14 and chinese-parseint 1.2.1 (npm)
# Expected: decodeS of nzh turns Chinese numbers into digits, and chinese-parseint "parses Chinese numeric strings to integer":
#   两 is the usual 二 before 百, 千 and 万; years are read digit by digit; 百万 is 1000000, 一万亿 is 10 to the 12.
# Seen: nzh passes over 两, and the 百 after it: 两百 is 0, 两千零五 is 5, as if nothing were there. 二零一九 and 二〇一九 are
#   219. chinese-parseint reads these rightly, but 百万 as 0, 一万亿 as 10000 and 负五 as 5. NaN would say that it cannot.
# Why it matters: 两 and years are in each official text, and an amount of 0 looks like an answer.
# What to do: use chinese-parseint2 for whole numbers that are all in characters, or cn2an in Python.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix . nzh@1.0.14 chinese-parseint@1.2.1
cat > read.cjs <<'NODE'
const { cn } = require('nzh');
const parse = require('chinese-parseint');

for (const text of ['三千五百', '两百', '两千零五', '二零一九', '二〇一九', '百万', '一万亿', '负五']) {
  console.log(`${text}: nzh ${cn.decodeS(text)}, chinese-parseint ${parse(text)}`);
}
NODE
seen=$(node read.cjs)
recorded="三千五百: nzh 3500, chinese-parseint 3500
两百: nzh 0, chinese-parseint 200
两千零五: nzh 5, chinese-parseint 2005
二零一九: nzh 219, chinese-parseint 2019
二〇一九: nzh 219, chinese-parseint 2019
百万: nzh 1000000, chinese-parseint 0
一万亿: nzh 1000000000000, chinese-parseint 10000
负五: nzh -5, chinese-parseint 5"
echo "nzh 1.0.14, chinese-parseint 1.2.1 (npm)"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
