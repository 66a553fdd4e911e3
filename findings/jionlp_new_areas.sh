#!/usr/bin/env bash
# JioNLP puts 贵安新区, of Guizhou, into a county of Hebei, and every police office into a county of Hubei
# Version: jionlp 1.5.31
# Expected: parse_location finds 贵安新区 and 雄安新区, areas that the State Council set up, or no county at all;
#   公安局 is no place.
# Seen: the characters 安新 in the middle of both are taken for 安新县 (Baoding, Hebei), and 区 is left over; 公安局 is
#   公安县 (Jingzhou, Hubei) with 局 left over. With a province before it, 贵州贵安新区 is right, but 河北省雄安新区容城县
#   loses the county that it names. recognize_location, which cuts the text into words first, names the areas.
# Why it matters: reforms are tried out in new areas; what they did is counted for a county that has nothing to
#   do with it, in another province.
# What to do: look for names that end in 新区 first; take the county only if nothing but a street is left over.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check jionlp==1.5.31
env/bin/python - <<'PYTHON'
import sys
from importlib.metadata import version

import jionlp

print("jionlp", version("jionlp"))
seen = {}
for text in ("浙江省安吉县", "贵安新区", "雄安新区", "贵州贵安新区", "河北省雄安新区容城县", "公安局"):
    place = jionlp.parse_location(text)
    seen[text] = " ".join(place[part] or "-" for part in ("province", "city", "county", "detail"))
recorded = {
    "浙江省安吉县": "浙江省 湖州市 安吉县 -",
    "贵安新区": "河北省 保定市 安新县 区",
    "雄安新区": "河北省 保定市 安新县 区",
    "贵州贵安新区": "贵州省 - - 贵安新区",
    "河北省雄安新区容城县": "河北省 保定市 安新县 区容城县",
    "公安局": "湖北省 荆州市 公安县 局",
}
print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
