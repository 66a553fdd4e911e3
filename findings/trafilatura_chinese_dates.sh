#!/usr/bin/env bash
# trafilatura dates a Chinese page to the first of January, sometimes of another year
# Version: trafilatura 2.3.1 with htmldate (its version is printed)
# Expected: 发布时间：2016年10月1日 is read as 2016-10-01, or not at all.
# Seen: it is 2016-01-01: the month and day are invented. A page published on 2019年3月5日 whose
#   text names 2016年10月1日 is dated 2016-01-01.
# Why it matters: dates of publication order who came first. A false 1 January looks like a real
#   day.
# What to do: do not take the date from trafilatura for Chinese pages unless it stands in a meta
#   tag; read it from the page and keep it as written (published_written).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check trafilatura==2.3.1 lxml_html_clean==0.4.6
env/bin/python - <<'PYTHON'
import sys
from importlib.metadata import version

import trafilatura

print("trafilatura", trafilatura.__version__, "htmldate", version("htmldate"))

def page(date_line: str, body: str) -> str:
    return f"""<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">
<title>某市关于深化改革的通知</title></head><body>
<div class="header"><a href="/">首页</a> <a href="/zw">政务公开</a></div>
<div class="main"><h1>某市关于深化改革的通知</h1><div class="pages-date">{date_line}</div>{body}</div>
<div class="footer"><p>主办单位：某市人民政府</p></div></body></html>"""


TEXT = "各地要结合实际，建立健全分级诊疗制度，推动优质资源下沉，提升基层服务能力，方便群众就近看病。"


def date_of(date_line: str, last: str = "") -> str | None:
    body = f"<p>{TEXT}1</p><p>{TEXT}2</p><p>{last}</p>"
    return trafilatura.bare_extraction(page(date_line, body), with_metadata=True).date


seen = {
    "digits": date_of("发布时间：2016-10-01 08:30"),
    "Chinese": date_of("发布时间：2016年10月1日"),
    "another year in the text": date_of("发布日期：2019年3月5日", "本办法自2016年10月1日起施行。"),
    "Chinese numerals": date_of("", "二〇一六年十月一日"),
}
recorded = {
    "digits": "2016-10-01",
    "Chinese": "2016-01-01",
    "another year in the text": "2016-01-01",
    "Chinese numerals": None,
}

print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
