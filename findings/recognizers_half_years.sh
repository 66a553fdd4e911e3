#!/usr/bin/env bash
# Microsoft's recognizers take the first half of this year in Chinese for last year, and the second half of last year for next year
# Version: recognizers-text-suite 1.0.2a2 (PyPI, with emoji 1.7.0) and @microsoft/recognizers-text-suite 1.3.1 (npm)
# Expected: seen from 30 November 2026, 今年上半年, the first half of this year, is 2026-01-01 to 2026-07-01, and
#   去年下半年, the second half of last year, 2025-07-01 to 2026-01-01. 上世纪90年代 are the
#   years 1990 to 1999. 2019年1-9月 is January to September 2019. 2012年2月到2016年3月 is one period.
# Seen: 上半年, "upper half year", is read as "last year", with 今年 before it too: all of 2025. 下半年, "lower half
#   year", is "next year": 去年下半年 is all of 2027. Python finds no date in 2019年上半年; JavaScript takes
#   all of 2019. In Python the 1990s are a duration of 90 years. The nine months are the year 2019 and a September of
#   2026 or 2027, the period of 2012 to 2016 is two single months.
# Why it matters: half-years and "January to September" are how Chinese reports on policy give their dates.
# What to do: look for 上半年, 下半年, 年代 and ranges of months with patterns first, and give it the rest.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check recognizers-text-suite==1.0.2a2 emoji==1.7.0 2> errors.txt \
  || { cat errors.txt >&2; exit 1; }
npm install --silent --no-audit --no-fund --ignore-scripts --prefix . @microsoft/recognizers-text-suite@1.3.1
cat > words.txt <<'WORDS'
去年
上半年
今年上半年
2019年上半年
去年下半年
上世纪90年代
2019年1-9月
2012年2月到2016年3月
WORDS
env/bin/python - > python.txt <<'PYTHON'
from datetime import datetime

from recognizers_date_time import Culture, recognize_datetime


def said(result):
    """What one passage is taken for."""
    values = (result.resolution or {}).get("values", [])
    spans = ("..".join(filter(None, (v.get("start") or v.get("value"), v.get("end")))) for v in values)
    return f"{result.text}={' or '.join(spans)}"


for text in open("words.txt", encoding="utf-8").read().split():
    results = recognize_datetime(text, Culture.Chinese, reference=datetime(2026, 11, 30))
    print("Python:", text, "=>", *map(said, results))
PYTHON
cat > read.mjs <<'NODE'
import { readFileSync } from 'node:fs';
import suite from '@microsoft/recognizers-text-suite';
for (const text of readFileSync('words.txt', 'utf8').trim().split('\n')) {
  const results = suite.recognizeDateTime(text, suite.Culture.Chinese, undefined, new Date(2026, 10, 30));
  const said = results.map((result) => {
    const spans = (result.resolution?.values ?? []).map((v) => [v.start ?? v.value, v.end].filter(Boolean).join('..'));
    return result.text + '=' + spans.join(' or ');
  });
  console.log(['JavaScript:', text, '=>', ...said].join(' '));
}
NODE
TZ=UTC node read.mjs > javascript.txt
seen=$(cat python.txt javascript.txt)
recorded='Python: 去年 => 去年=2025-01-01..2026-01-01
Python: 上半年 => 上半年=2025-01-01..2026-01-01
Python: 今年上半年 => 今年上半年=2025-01-01..2026-01-01
Python: 2019年上半年 =>
Python: 去年下半年 => 去年下半年=2027-01-01..2028-01-01
Python: 上世纪90年代 => 90年=2838240000
Python: 2019年1-9月 => 2019=2019-01-01..2020-01-01 9月=2026-09-01..2026-10-01 or 2027-09-01..2027-10-01
Python: 2012年2月到2016年3月 => 2012年2月=2012-02-01..2012-03-01 2016年3月=2016-03-01..2016-04-01
JavaScript: 去年 => 去年=2025-01-01..2026-01-01
JavaScript: 上半年 => 上半年=2025-01-01..2026-01-01
JavaScript: 今年上半年 => 今年上半年=2025-01-01..2026-01-01
JavaScript: 2019年上半年 => 2019年上半年=2019-01-01..2020-01-01
JavaScript: 去年下半年 => 去年下半年=2027-01-01..2028-01-01
JavaScript: 上世纪90年代 => 上世纪90年代=1990-01-01..2000-01-01
JavaScript: 2019年1-9月 => 2019=2019-01-01..2020-01-01 9月=2026-09-01..2026-10-01 or 2027-09-01..2027-10-01
JavaScript: 2012年2月到2016年3月 => 2012年2月=2012-02-01..2012-03-01 2016年3月=2016-03-01..2016-04-01'
echo "recognizers-text-suite 1.0.2a2, @microsoft/recognizers-text-suite 1.3.1"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
