#!/usr/bin/env bash
# babel-edtf prints the end 2020 of an interval as December 2020, and its last day beside a start with a day
# Version: babel-edtf 1.2.2 (with edtf and babel; their versions are printed)
# Expected: EDTF level 0, which the package is for, allows intervals whose ends have two precisions: 2019-03/2020
#   is from March 2019 to some time in 2020 (ISO 8601-2), so "March 2019 – 2020", or an error.
# Seen: 2019-03/2020 is "March 2019 – December 2020" and 2019年3月 – 2020年12月; 2019/2020-03 begins in January 2019,
#   and 2019-03-01/2020 ends on 31 December 2020. Nothing marks what was added.
# Why it matters: ends of unlike precision are common in what sources say; the reader is told a month, or a day,
#   that no source gives.
# What to do: print both ends by themselves where they have not the same precision.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check babel-edtf==1.2.2
env/bin/python - <<'PYTHON'
import sys
from importlib.metadata import version

from babel_edtf import format_edtf

print(*(f"{name} {version(name)}" for name in ("babel-edtf", "edtf", "babel")))
DATES = ["2020", "2019/2020", "2019-03/2020", "2019/2020-03", "2019-03-01/2020", "2019-03/2020-05-06"]


def plain(text):
    """The text with ordinary spaces."""
    return " ".join(text.split())


seen = {date: [plain(format_edtf(date, format="long", locale=locale)) for locale in ("en", "zh_Hans")] for date in DATES}
recorded = {
    "2020": ["2020", "2020年"],
    "2019/2020": ["2019 – 2020", "2019–2020年"],
    "2019-03/2020": ["March 2019 – December 2020", "2019年3月 – 2020年12月"],
    "2019/2020-03": ["January 2019 – March 2020", "2019年1月 – 2020年3月"],
    "2019-03-01/2020": ["Mar 1, 2019 – Dec 31, 2020", "2019年3月1日 – 2020年12月31日"],
    "2019-03/2020-05-06": ["Mar 1, 2019 – May 6, 2020", "2019年3月1日 – 2020年5月6日"],
}
print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
