#!/usr/bin/env bash
# dateparser takes the Chinese year 2019年 for "2019 years ago": it is in the year 7
# Version: dateparser 1.5.0
# Expected: 2019年 is in 2019, as "2019" is, and as 2019年3月 and 2019年3月1日 are; search_dates finds the two
#   years of a sentence.
# Seen: a year alone is subtracted from today: read in 2026, 2019年 is in the year 7, 1898年 in 128 and 618年 in
#   1408. search_dates returns such years from running text, beside right days. 3年前, 3 years ago, is right.
# Why it matters: years are the dates of most statements, and every text about them has dozens. There is no
#   error; the dates change with the year in which the program runs. Chinese numerals (二〇一九年) are not read.
#   (Issues 519 and 866 of its tracker, open since 2019 and 2021, have such dates among others.)
# What to do: find years with a pattern before calling it. REQUIRE_PARTS does not refuse them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check dateparser==1.5.0
env/bin/python - <<'PYTHON'
import sys
from datetime import datetime
from importlib.metadata import version

import dateparser
from dateparser.search import search_dates

print("dateparser", version("dateparser"))
settings = {"RELATIVE_BASE": datetime(2026, 6, 15)}  # the day of the reading
strict = settings | {"REQUIRE_PARTS": ["year", "month"]}


def year(text, settings=settings):
    answer = dateparser.parse(text, languages=["zh"], settings=settings)
    return answer.year if answer else None


sentence = "自2015年起实施，至2018年覆盖全县30个乡镇。"
texts = ["2019", "2019年3月1日", "2019年3月", "2019年", "1898年", "618年", "3年前", "二〇一九年"]
seen = {text: year(text) for text in texts}
seen["strict"] = [year(text, strict) for text in ("2019年3月", "2019年")]
seen["search"] = [day.year for _, day in search_dates(sentence, languages=["zh"], settings=settings)]
recorded = {
    "2019": 2019,
    "2019年3月1日": 2019,
    "2019年3月": 2019,
    "2019年": 7,
    "1898年": 128,
    "618年": 1408,
    "3年前": 2023,
    "二〇一九年": None,
    "strict": [2019, 7],
    "search": [11, 8],
}
print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
