#!/usr/bin/env bash
# pandoc reads a RIS file without the day, the notes, the day of access and the kind of a web page
# Version: pandoc 3.9 (pypandoc_binary 1.17)
# Expected: DA (2024/12/22) is the date, N1 a note, Y2 the day of access, ELEC a web page, as reference
#   managers read them; PY may have the form 2024/12/22/ of the older specification.
# Seen: only the year of PY is read, and the older form of PY gives an empty date; DA, N1 and Y2 are
#   dropped without a warning; the kind is "misc", which CSL does not have, so a style's rules for web
#   pages do not apply.
# Why it matters: a government document is cited by its day, and a passage by what the note says of its
#   spot; a bibliography that pandoc sets from RIS has neither.
# What to do: give pandoc CSL JSON, or BibTeX, where it reads date and note.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pypandoc_binary==1.17
env/bin/python - <<'PYTHON'
import json
import sys

import pypandoc

print("pandoc", pypandoc.get_pandoc_version())


def read(*lines):
    """An entry of RIS as pandoc reads it, as CSL JSON."""
    ris = "".join(f"{line}\n" for line in ("TY  - ELEC", "ID  - a", "TI  - T", *lines, "ER  - "))
    (entry,) = json.loads(pypandoc.convert_text(ris, "csljson", format="ris"))
    return entry


entry = read("PY  - 2024", "DA  - 2024/12/22", "Y2  - 2026/11/29", "N1  - p. 3, second paragraph")
seen = {
    "entry": entry,
    "date of the older form": read("PY  - 2024/12/22/").get("issued"),
}
recorded = {
    "entry": {"id": "a", "type": "misc", "title": "T", "issued": {"date-parts": [[2024]]}},
    "date of the older form": {"date-parts": []},
}
print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
