#!/usr/bin/env bash
# cn2an makes numbers of the numerals in names of places when it makes those of dates and amounts
# Version: cn2an 0.5.24
# Expected: transform, which "turns the Chinese numbers of a sentence into Arabic ones" and knows years, months,
#   days, percents and fractions, changes 二〇一九年三月 and leaves 四川省 and 三亚市 as they are.
# Seen: 4川省, 3亚市, 6安市, 3门峡, 10堰市, and 54运动. Names that hold 千 or 万 are left.
# Why it matters: who makes the dates of documents readable this way loses a province, cities and counties:
#   places are not recognised any more, and places of one county get two names.
# What to do: change only what stands before 年, 月, 日 and units, or change the parts that a search for dates
#   returns.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check cn2an==0.5.24
env/bin/python - <<'PYTHON'
import sys
from importlib.metadata import version

import cn2an

print("cn2an", version("cn2an"))
texts = ["二〇一九年三月", "一千五百万元", "四川省", "三亚市", "六安市", "三门峡市", "十堰市", "五四运动", "千岛湖镇", "万州区"]
seen = {text: cn2an.transform(text, "cn2an") for text in texts}
recorded = {
    "二〇一九年三月": "2019年3月",
    "一千五百万元": "15000000元",
    "四川省": "4川省",
    "三亚市": "3亚市",
    "六安市": "6安市",
    "三门峡市": "3门峡市",
    "十堰市": "10堰市",
    "五四运动": "54运动",
    "千岛湖镇": "千岛湖镇",
    "万州区": "万州区",
}
print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
