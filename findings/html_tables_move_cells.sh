#!/usr/bin/env bash
# html2text, inscriptis, markdownify and Resiliparse put the cells beside a merged cell under the headings of others
# Version: html2text 2025.4.15, inscriptis 2.7.6, markdownify 1.2.3, Resiliparse 2.0.1 (PyPI; beside html-to-markdown 3.21.2)
# Expected: a cell with rowspan="2" takes its place in the next row too, so the cells of that row begin one column further
#   on, as HTML says and browsers show; html-to-markdown leaves the place empty (trafilatura 2.3.1 does so, too).
# Seen: the next row begins in the first column: its year stands under "county" and its document under "year". inscriptis,
#   made for "the layout of tables", does the same.
# Why it matters: lists of pilots in official notices merge the name of a county over its rows. Read by column, 2020 is a
#   county, and the second document a year.
# What to do: use html-to-markdown or trafilatura, or read tables with pandas.read_html, which repeats merged cells.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check html2text==2025.4.15 inscriptis==2.7.6 markdownify==1.2.3 \
  Resiliparse==2.0.1 html-to-markdown==3.21.2
cat > read.py <<'PYTHON'
import re

from html2text import html2text
from html_to_markdown import convert
from inscriptis import get_text
from markdownify import markdownify
from resiliparse.extract.html2text import extract_plain_text

PAGE = """<table><tr><th>county</th><th>year</th><th>document</th></tr>
<tr><td rowspan="2">A</td><td>2019</td><td>no. 1</td></tr>
<tr><td>2020</td><td>no. 2</td></tr></table>"""


def cells(text):
    """The rows of a table in Markdown or in columns of spaces or tabs, each as its cells."""
    rows = [line.strip("\n") for line in text.splitlines() if re.search(r"\d", line)]
    split = [re.split(r"\s*\|\s*" if "|" in row else r"\t+|\s{2,}", row.strip("\t ")) for row in rows]
    return [row[1:-1] if row[0] == row[-1] == "" else row for row in split]


markdown = convert(PAGE)
texts = {
    "html2text": html2text(PAGE), "inscriptis": get_text(PAGE), "markdownify": markdownify(PAGE),
    "Resiliparse": extract_plain_text(PAGE), "html-to-markdown": getattr(markdown, "content", markdown),
}
for name, text in texts.items():
    print(f"{name}: {cells(text)}")
PYTHON
seen=$(env/bin/python read.py)
recorded="html2text: [['A', '2019', 'no. 1'], ['2020', 'no. 2']]
inscriptis: [['A', '2019', 'no. 1'], ['2020', 'no. 2']]
markdownify: [['A', '2019', 'no. 1'], ['2020', 'no. 2']]
Resiliparse: [['A', '2019', 'no. 1'], ['2020', 'no. 2']]
html-to-markdown: [['A', '2019', 'no. 1'], ['', '2020', 'no. 2']]"
echo "html2text 2025.4.15, inscriptis 2.7.6, markdownify 1.2.3, Resiliparse 2.0.1, html-to-markdown 3.21.2"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
