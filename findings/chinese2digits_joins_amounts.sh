#!/usr/bin/env bash
# chinese2digits makes 3000500 of 3千5百, 45 of 十三五, and 66 of fifteen or sixteen
# Version: chinese2digits 6.0.2 (takeNumberFromString, as its description shows)
# Expected: 3千5百 is 3500, 1亿5千万 150000000 and 25万6千 256000, as 三千五百 is 3500. 十三五, the thirteenth five-year
#   plan, is left alone, or is 13 and 5. 十五六, fifteen or sixteen, and 五六百, five or six hundred, are two numbers
#   each, or are left alone. 七成五 is 75%. Names of places and plans are not numbers.
# Seen: amounts in digits with 千, 百 or 万 between become two numbers, written one behind the other in replacedText:
#   3000500, 10000000050000000, 2500006000. 十三五 is 45 (ten and thirty-five), 十五六 is 66, 五六百 is 5600. 七成五 is
#   7成5. 负百分之五 is 5/-100. 四川省 is 4川省 and 陆家嘴 6家嘴.
# Why it matters: "1亿5千万" is how budgets are written in reports on reforms, and every report names 十三五 and 十四五.
# What to do: find plans, names and amounts of mixed form with patterns first; give it numbers in characters alone.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check chinese2digits==6.0.2
env/bin/python - > seen.txt <<'PYTHON'
import chinese2digits

for text in (
    "三千五百 3千5百 1亿5千万 25万6千 1.2万 十三五 十四五 十五六 五六百 七成五 百分之七十五 负百分之五 四川省 陆家嘴".split()
):
    found = chinese2digits.takeNumberFromString(text, percentConvert=False)
    print(text, "=>", found["replacedText"], *found["digitsStringList"])
PYTHON
seen=$(cat seen.txt)
recorded='三千五百 => 3500 3500
3千5百 => 3000500 3000 500
1亿5千万 => 10000000050000000 100000000 50000000
25万6千 => 2500006000 250000 6000
1.2万 => 12000 12000
十三五 => 45 45
十四五 => 55 55
十五六 => 66 66
五六百 => 5600 5600
七成五 => 7成5 7 5
百分之七十五 => 75% 75%
负百分之五 => 5/-100 5/-100
四川省 => 4川省 4
陆家嘴 => 6家嘴 6'
echo "chinese2digits 6.0.2"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
