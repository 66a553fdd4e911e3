#!/usr/bin/env bash
# pycnnum reads 二百五十亿, 25 thousand million, as 205 thousand million, and 一点五亿 as 1.5
# Version: pycnnum 2.1.1
# Expected: cn2num, for "numbers in Chinese string" (README), reads 二百五十亿 as 25,000,000,000, 一千五百万 as 15,000,000
#   and 一点五亿 as 150,000,000; and what num2cn writes is read back as the same number.
# Seen: where two units stand before 万 or 亿, the first is multiplied by the second as well: 二百五十亿 becomes 2,050
#   times 亿, 205,000,000,000, and 一千五百万 becomes 1,005,000,000. After 点 the 亿 is dropped. num2cn writes 101000 as
#   十万一, which cn2num reads as 110000. Of 二〇一九 the last digit is left. 一百二十三亿 and 一亿二千万 are right. There is no
#   error.
# Why it matters: 万 and 亿 stand with nearly each amount of money in reports; the wrong amounts are of a size that
#   nobody doubts: eight times too much, or a hundred million times too little.
# What to do: read what stands before 万 or 亿 alone and multiply it, or use cn2an, which reads 二百五十亿 and
#   refuses 一点五亿 with an error.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pycnnum==2.1.1
env/bin/python - <<'PYTHON'
import sys
from importlib.metadata import version

from pycnnum import cn2num, num2cn

print("pycnnum", version("pycnnum"))
TEXTS = "二百五十亿 一千五百万 一百二十万 一百二十三亿 一亿二千万 一点五亿 二〇一九".split()
seen = {text: cn2num(text) for text in TEXTS}
seen |= {number: (num2cn(number), cn2num(num2cn(number))) for number in (25_000_000_000, 101_000, 1_050_000)}
recorded = {
    "二百五十亿": 205_000_000_000,
    "一千五百万": 1_005_000_000,
    "一百二十万": 10_200_000,
    "一百二十三亿": 12_300_000_000,
    "一亿二千万": 120_000_000,
    "一点五亿": 1.5,
    "二〇一九": 9,
    25_000_000_000: ("二百五十亿", 205_000_000_000),
    101_000: ("十万一", 110_000),
    1_050_000: ("一百零五万", 1_050_000),
}
print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
