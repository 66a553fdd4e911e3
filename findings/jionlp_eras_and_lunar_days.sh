#!/usr/bin/env bash
# JioNLP takes 221 BC for the last 221 years, and forgets the day or the calendar of dates in the lunar one
# Version: jionlp 1.5.31
# Expected: 公元前221年 is the year -220, or not read; 农历2019年八月十五 is the 13th of September 2019 (as the
#   lunar2solar of the same package says), with or without 日 at its end.
# Seen: 公元前221年 is the time from 1805 to the day of the reading: 公元 is left aside, and 前221年 is "221 years
#   ago". 农历2019年八月十五 is the whole month, called "accurate", and with 日 it is the 15th of August. 2019年八月十五
#   loses its day as well. Without a year, 农历八月十五 and 农历八月十五日 are right.
# Why it matters: gazetteers and family records have such dates. What is returned is a plausible time, marked as
#   exact.
# What to do: find 公元前 and 农历 before calling parse_time; its own lunar2solar(2019, 8, 15, False) is right.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check jionlp==1.5.31
env/bin/python - <<'PYTHON'
import sys
from datetime import datetime
from importlib.metadata import version

import jionlp

print("jionlp", version("jionlp"))
reading = datetime(2026, 6, 15)
texts = ["公元前221年", "农历2019年八月十五", "农历2019年八月十五日", "2019年八月十五", "农历八月十五日", "2019年8月15日"]
seen = {}
for text in texts:
    answer = jionlp.parse_time(text, time_base=reading)
    seen[text] = (answer["definition"], *(day[:10] for day in answer["time"]))
recorded = {
    "公元前221年": ("blur", "1805-08-08", "2026-06-15"),
    "农历2019年八月十五": ("accurate", "2019-08-30", "2019-09-28"),
    "农历2019年八月十五日": ("accurate", "2019-08-15", "2019-08-15"),
    "2019年八月十五": ("accurate", "2019-08-01", "2019-08-31"),
    "农历八月十五日": ("accurate", "2026-09-25", "2026-09-25"),
    "2019年8月15日": ("accurate", "2019-08-15", "2019-08-15"),
}
print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
