#!/usr/bin/env bash
# @dsnp/parquetjs reads true as false in Parquet files of the newer page format, and large numbers as negative ones
# Version: @dsnp/parquetjs 1.8.8 (npm; what it gives to Node.js 20, and 1.9.3 came without code), hyparquet 1.33.0, pyarrow 26.0.1
# Expected: a reader gives what was written. Data pages of version 2 are part of the format since 2013; UINT_32 goes up to
#   4294967295; an INT96 moment is a day and the nanoseconds within it (Apache Parquet format). hyparquet reads them all.
# Seen: in data pages of version 2 each true is read as false. 3000000000 is -1294967296 in either version. Of an INT96 moment
#   the nanoseconds within the day are left, without the day: 1949-10-01 is 0. No error, no warning.
# Why it matters: whether a county adopted is a yes or no, and a page in the browser shows that nobody did. Our own files have
#   pages of version 1 and signed integers; those of others (Parquet from Java, Rust or Spark) often have not.
# What to do: use hyparquet, or write data pages of version 1 and signed integers.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pyarrow==26.0.1
npm install --silent --no-audit --no-fund --ignore-scripts --prefix . @dsnp/parquetjs@1.8.8 hyparquet@1.33.0
env/bin/python - <<'PYTHON'
import datetime

import pyarrow
import pyarrow.parquet

table = pyarrow.table({
    "county": ["甲县", "乙县", "丙县"],
    "adopted": pyarrow.array([True, False, True]),
    "people": pyarrow.array([3_000_000_000, 1, None], pyarrow.uint32()),
    "moment": pyarrow.array([datetime.datetime(2019, 3, 5, 12), datetime.datetime(1949, 10, 1), None], pyarrow.timestamp("us")),
})
pyarrow.parquet.write_table(table.drop(["moment"]), "pages1.parquet", compression="none")
pyarrow.parquet.write_table(table.drop(["moment"]), "pages2.parquet", compression="none", data_page_version="2.0")
pyarrow.parquet.write_table(table.select(["county", "moment"]), "moments.parquet", compression="none",
                            use_deprecated_int96_timestamps=True)
PYTHON
cat > read.mjs <<'NODE'
import fs from 'node:fs';
import parquetjs from '@dsnp/parquetjs';
import { parquetReadObjects } from 'hyparquet';

const show = (rows) => rows.map((row) => Object.values(row).map((value) => (value instanceof Date ? value.toISOString() : value)).join(' ')).join('; ');
for (const name of ['pages1', 'pages2', 'moments']) {
  const file = fs.readFileSync(`${name}.parquet`);
  const bytes = file.buffer.slice(file.byteOffset, file.byteOffset + file.length);
  console.log(`${name}, hyparquet:`, show(await parquetReadObjects({ file: bytes })));
  const reader = await parquetjs.ParquetReader.openFile(`${name}.parquet`);
  const cursor = reader.getCursor();
  const rows = [];
  for (let row = await cursor.next(); row; row = await cursor.next()) rows.push(row);
  await reader.close();
  console.log(`${name}, @dsnp/parquetjs:`, show(rows));
}
NODE
seen=$(node read.mjs)
recorded="pages1, hyparquet: 甲县 true 3000000000; 乙县 false 1; 丙县 true 
pages1, @dsnp/parquetjs: 甲县 true -1294967296; 乙县 false 1; 丙县 true 
pages2, hyparquet: 甲县 true 3000000000; 乙县 false 1; 丙县 true 
pages2, @dsnp/parquetjs: 甲县 false -1294967296; 乙县 false 1; 丙县 false 
moments, hyparquet: 甲县 2019-03-05T12:00:00.000Z; 乙县 1949-10-01T00:00:00.000Z; 丙县 
moments, @dsnp/parquetjs: 甲县 43200000000000; 乙县 0; 丙县 "
echo "@dsnp/parquetjs 1.8.8 (npm)"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
