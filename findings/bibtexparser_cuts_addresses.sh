#!/usr/bin/env bash
# bibtexparser cuts an address at its first percent sign when it decodes LaTeX
# Version: bibtexparser 2.1.0 with pylatexenc (its version is printed)
# Expected: LatexDecodingMiddleware decodes the title and leaves the address alone, as
#   LatexEncodingMiddleware does with \url.
# Seen: the address ends before %, which begins a comment in LaTeX, and & becomes three spaces. No
#   block is marked as failed.
# Why it matters: whoever decodes titles loses all addresses with Chinese in them, which are written
#   with percent signs.
# What to do: take url from a reading without the middleware.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check bibtexparser==2.1.0
env/bin/python - <<'PYTHON'
import sys
from importlib.metadata import version

import bibtexparser
from bibtexparser.middlewares import LatexDecodingMiddleware

print("bibtexparser", version("bibtexparser"), "pylatexenc", version("pylatexenc"))
text = r"@misc{a, title={R\&D in 医改}, url={https://example.org/?x=1&y=%E5%8C%BB&z=3}}"


def fields(*middleware: object) -> dict[str, str]:
    library = bibtexparser.parse_string(text, append_middleware=list(middleware))
    assert not library.failed_blocks
    return {field.key: field.value for field in library.entries[0].fields}


seen = {"plain": fields(), "decoded": fields(LatexDecodingMiddleware())}
recorded = {
    "plain": {"title": r"R\&D in 医改", "url": "https://example.org/?x=1&y=%E5%8C%BB&z=3"},
    "decoded": {"title": "R&D in 医改", "url": "https://example.org/?x=1   y="},
}

print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
