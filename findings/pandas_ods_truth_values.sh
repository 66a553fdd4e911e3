#!/usr/bin/env bash
# pandas reads true in an OpenDocument sheet as false unless the cell shows it as TRUE
# Version: pandas 3.1.1 with odfpy 1.4.1
# Expected: read_excel takes the value of a cell, which the file states (office:boolean-value="true"), not the
#   text in which an office in another language shows it; it does so with dates and percents.
# Seen: a true that is shown as 真, WAHR or true, or not at all, is False, without a warning.
# Why it matters: a sheet that was filled in German or French, or written by a program that gives no text, says
#   no to every question: no statement is checked, no place has learned.
# What to do: save the sheet as .xlsx, or write yes and no as texts.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pandas==3.1.1 odfpy==1.4.1
env/bin/python - <<'PYTHON'
import sys
from importlib.metadata import version

import pandas
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

for name in ("pandas", "odfpy"):
    print(name, version(name))


def cell(text, **values):
    """A cell with this text, if any; it is a text unless another type is given."""
    made = TableCell(**({"valuetype": "string"} | values))
    if text:
        made.addElement(P(text=text))
    return made


true = {"valuetype": "boolean", "booleanvalue": "true"}
shown = ("TRUE", "真", "WAHR", "true", "")
rows = [
    [cell(text) for text in (*shown[:-1], "nothing", "percent", "date")],
    [cell(text, **true) for text in shown]
    + [cell("12,5 %", valuetype="percentage", value="0.125")]
    + [cell("1. März 2019", valuetype="date", datevalue="2019-03-01")],
]
table = Table(name="sheet")
for cells in rows:
    row = TableRow()
    for member in cells:
        row.addElement(member)
    table.addElement(row)
document = OpenDocumentSpreadsheet()
document.spreadsheet.addElement(table)
document.save("sheet.ods")
(seen,) = pandas.read_excel("sheet.ods", engine="odf").to_dict("records")
seen["date"] = str(seen["date"])[:10]
recorded = {
    "TRUE": True,
    "真": False,
    "WAHR": False,
    "true": False,
    "nothing": False,
    "percent": 0.125,
    "date": "2019-03-01",
}
print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
