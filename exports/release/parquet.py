"""The table of a kind as Parquet, its columns typed.

Numbers are floating point here; the tables of the release keep them digit for digit.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq

from exports.release.typed_tables import TableColumn, columns, key_column, rows, table_name
from graph.model.facts import Facts
from ontology.schema.kinds import Kind

TYPES: dict[type, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    bool: pa.bool_(),
    Decimal: pa.float64(),
    date: pa.date32(),
}


def parquet(facts: Facts, kind: type[Kind]) -> bytes:
    """The rows of a kind; the same facts give the same bytes by one version of pyarrow."""
    schema = pa.schema([_column(column) for column in columns(kind)])
    names = [column.name for column in columns(kind)]
    records = [dict(zip(names, map(_value, row), strict=True)) for row in rows(facts, kind)]
    buffer = pa.BufferOutputStream()
    table = pa.Table.from_pylist(records, schema=schema)
    pq.write_table(table, buffer, version="2.6", compression="zstd")
    return bytes(buffer.getvalue())


def row_count(content: bytes) -> int:
    """How many rows a Parquet file has; raises ValueError or OSError if it is no Parquet file."""
    return int(pq.ParquetFile(pa.BufferReader(content)).metadata.num_rows)


def parquet_parts(content: bytes, kind: type[Kind]) -> dict[tuple[str, str], object]:
    """The columns and rows of a kind's file, a row by its code, its id or its number.

    Raises ValueError or OSError if it is no Parquet file.
    """
    table = pq.ParquetFile(pa.BufferReader(content)).read()
    types = [(field.name, str(field.type), field.nullable) for field in table.schema]
    parts: dict[tuple[str, str], object] = {(table_name(kind), "columns"): types}
    key = key_column(kind)
    for number, row in enumerate(table.to_pylist(), 1):
        parts[table_name(kind), str(row.get(key, number) if key else number)] = row
    return parts


def _column(column: TableColumn) -> pa.Field:
    value_type = TYPES[column.value_type]
    type_ = pa.list_(value_type) if column.is_list else value_type
    return pa.field(column.name, type_, nullable=not column.is_required)


def _value(cell: object) -> object:
    return float(cell) if isinstance(cell, Decimal) else cell
