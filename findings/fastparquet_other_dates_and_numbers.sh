#!/usr/bin/env bash
# fastparquet reads the day 1644-01-01 as one of 2228, and large numbers of files with delta encoding as negative ones
# Version: fastparquet 2026.9.0 (PyPI) with pandas 2.3.3; the files are written by pyarrow 23.0.1
# Expected: a date or a number of a Parquet file is read as the date or the number that it is, or refused. The same days
#   as moments (timestamps of milliseconds) are read rightly.
# Seen: days before 1677-09-21 or after 2262-04-11 are other days, without an error: 0618-01-01 is in 1787, and 9999-12-31, often
#   written for "no end", in 1816. In columns with the encoding DELTA_BINARY_PACKED, what follows a step of more than 32 bits
#   is wrong: 33 after 101986000000 is right, the 8 after it is -101871255544.
# Why it matters: histories of places begin before 1677. Writers of data pages of version 2 choose
#   the delta encoding for integers.
# What to do: read with pyarrow (pandas: engine="pyarrow").
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check fastparquet==2026.9.0 pandas==2.3.3 pyarrow==23.0.1 numpy==2.4.6
seen=$(env/bin/python -W ignore - <<'PYTHON'
from datetime import date

import fastparquet
import pyarrow
from pyarrow import parquet


def read(values, **options):
    parquet.write_table(pyarrow.table({"x": values}), "table.parquet", use_dictionary=False, **options)
    return fastparquet.ParquetFile("table.parquet").to_pandas()["x"].tolist()


days = pyarrow.array([date(618, 1, 1), date(1644, 1, 1), date(2019, 3, 1), date(9999, 12, 31)])
print("days", *(str(day.date()) for day in read(days)))
print("moments", *(str(day.date()) for day in read(days.cast(pyarrow.timestamp("ms")))))
numbers = [101986000000, 33, 8]
print("plain", *read(numbers))
print("delta", *read(numbers, column_encoding={"x": "DELTA_BINARY_PACKED"}))
print("delta in pyarrow", *parquet.read_table("table.parquet")["x"].to_pylist())
PYTHON
)
recorded="days 1787-02-08 2228-07-21 2019-03-01 1816-03-29
moments 0618-01-01 1644-01-01 2019-03-01 9999-12-31
plain 101986000000 33 8
delta 101986000000 33 -101871255544
delta in pyarrow 101986000000 33 8"
echo "fastparquet 2026.9.0"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
