#!/usr/bin/env bash
# ChineseDateTimeNLP makes the day 9 of the last digit of 2019, and 20 January of 120 days ago
# Version: ChineseDateTimeNLP 1.0.5 (PyPI), with typing_extensions, which it does not declare; base time 2020-05-15 08:00
# Expected: 2019年3月 (March 2019) is in March 2019, on its first day like 2020年3月; 一百二十天前 and 一百二十天后 are 120
#   days before and after the base time; 三个月前 is three months before; 公元前221年 is a year before our era, or nothing.
# Seen: the last digit of the year is taken for the day (2019年3月 is 2019-03-09, 2016年3月 is 2016-03-06), and of 1368年
#   for a month as well, 1368-06-08. 120 days before and after are both 2020-01-20; three months ago is the base time
#   itself; 221 BC is 221 years, 2 months and 21 days. Whole dates are right.
# Why it matters: notices give the month of a pilot more often than its day; such dates look exact and are invented, and
#   periods (十二天前, 12 days ago) lie in another month.
# What to do: give it whole dates only, and read years and months by a pattern first.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check ChineseDateTimeNLP==1.0.5 arrow==1.4.0 regex==2026.11.19 loguru==0.7.3 \
  typing_extensions==4.16.0
cat > read.py <<'PYTHON'
import arrow
from ChineseDateTimeNLP import TimeNormalizer
from loguru import logger

logger.remove()
normalizer = TimeNormalizer(isPreferFuture=False)
base = arrow.get("2020-05-15 08:00:00")
texts = ("2019年3月1日", "2019年3月", "2016年3月", "2020年3月", "2019年", "1368年", "2012年1月至2013年2月", "2019年上半年",
         "一百二十天前", "一百二十天后", "十二天前", "三个月前", "公元前221年")
for text in texts:
    found = normalizer.parse(target=text, baseTime=base)
    value = found[found["type"]]
    if isinstance(value, dict):
        print(text, " ".join(f"{value[part]} {part}" for part in ("year", "month", "day")))
    else:
        print(text, *([value] if isinstance(value, str) else value))
PYTHON
seen=$(env/bin/python -W ignore read.py 2> errors.txt)
recorded="2019年3月1日 2019-03-01 00:00:00
2019年3月 2019-03-09 00:00:00
2016年3月 2016-03-06 00:00:00
2020年3月 2020-03-01 00:00:00
2019年 2019-01-09 00:00:00
1368年 1368-06-08 00:00:00
2012年1月至2013年2月 2012-01-02 00:00:00 2013-02-03 00:00:00
2019年上半年 2019-01-09 00:00:00 2019-01-09 08:00:00
一百二十天前 2020-01-20 00:00:00
一百二十天后 2020-01-20 00:00:00
十二天前 2020-05-12 00:00:00
三个月前 2020-05-15 08:00:00
公元前221年 221 year 2 month 21 day"
echo "ChineseDateTimeNLP 1.0.5"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
