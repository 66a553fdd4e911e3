#!/usr/bin/env bash
# pybtex spoils an address each time it writes a BibTeX file that it has read
# Version: pybtex 0.26.1
# Expected: the field url is the same after reading and writing, as other fields are.
# Seen: & _ % and # get a backslash, which reading does not take away: a second round adds another.
#   The YAML of pybtex has the right address.
# Why it matters: addresses with % (all that have Chinese in them) and with & lead nowhere.
# What to do: read with pybtex, but write url yourself, or keep the bibliography as YAML, CSL-JSON
#   or RIS.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pybtex==0.26.1
env/bin/python - <<'PYTHON'
import sys
from importlib.metadata import version

from pybtex.database import parse_string

print("pybtex", version("pybtex"))
text = "@misc{a, title={Reform}, url={https://example.org/%E5%8C%BB_1?x=1&y=2#p}}"
seen = []
for _ in range(3):
    bibliography = parse_string(text, "bibtex")
    seen.append(bibliography.entries["a"].fields["url"])
    text = bibliography.to_string("bibtex")
recorded = [
    "https://example.org/%E5%8C%BB_1?x=1&y=2#p",
    r"https://example.org/\%E5\%8C\%BB\_1?x=1\&y=2\#p",
    r"https://example.org/\\%E5\\%8C\\%BB\\_1?x=1\\&y=2\\#p",
]

print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
