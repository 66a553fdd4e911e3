#!/usr/bin/env bash
# pyjstat gives each value of a table to another place and year, unless the rows are sorted and no cell is missing
# Version: pyjstat 2.4.0 (PyPI) with pandas 2.3.3 and requests 2.34.2
# Expected: in JSON-stat the values follow the dimensions in id, row by row, and a value that is not there is null. A table
#   of place, year and value that Dataset.read takes and write gives out is read back with the same value in each cell.
# Seen: the values are written in the order of the rows. With rows of 2019, 2020, 2020, 2019 the value of county B in 2019
#   is that of 2020, without an error or a warning; a table of four cells with three values has a list of three values,
#   which is no JSON-stat. A dimension whose name is a part of the word value, such as a or lu, is dropped.
# Why it matters: JSON-stat is what statistical offices exchange. Tables of counties and years are rarely complete, and
#   nothing shows that the numbers stand at other counties.
# What to do: sort by all dimensions and fill missing cells (set_index, unstack, stack) before Dataset.read.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pyjstat==2.4.0 pandas==2.3.3 requests==2.34.2
seen=$(env/bin/python -W ignore - <<'PYTHON'
import json

import pandas
from pyjstat.pyjstat import Dataset

rows = pandas.DataFrame({"place": list("AABB"), "year": ["2019", "2020", "2020", "2019"], "value": [1, 2, 3, 4]})
back = Dataset.read(Dataset.read(rows).write()).write("dataframe")
for name, table in (("given", rows), ("read back", back)):
    print(name, {f"{place} {year}": value for place, year, value in sorted(table.values.tolist())})
written = json.loads(Dataset.read(rows[:3]).write())
print("three of four cells: size", written["size"], "values", written["value"])
written = json.loads(Dataset.read(rows.rename(columns={"place": "a"})).write())
print("dimensions a and year:", written["id"])
PYTHON
)
recorded="given {'A 2019': 1, 'A 2020': 2, 'B 2019': 4, 'B 2020': 3}
read back {'A 2019': 1, 'A 2020': 2, 'B 2019': 3, 'B 2020': 4}
three of four cells: size [2, 2] values [1, 2, 3]
dimensions a and year: ['year']"
echo "pyjstat 2.4.0"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
