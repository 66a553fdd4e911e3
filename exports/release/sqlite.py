"""The facts as a SQLite database: a table for each kind, with typed columns and checked choices.

Numbers are floating point here; the tables of the release keep them digit for digit. A list is text
joined by `|`, a day is ISO 8601 text; what is true is 1, else 0.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from decimal import Decimal

from exports.release.typed_tables import TableColumn, columns, key_column, rows, table_name
from graph.model.facts import Facts
from ontology.schema.fields import kind_by_name
from ontology.schema.kinds import TABLES, Kind
from ontology.schema.value_types import SEPARATOR

TYPES: dict[type, str] = {
    str: "TEXT",
    date: "TEXT",
    int: "INTEGER",
    bool: "INTEGER",
    Decimal: "REAL",
}
# Settings that change the bytes of a database, and whose defaults differ between builds.
PRAGMAS = ("encoding = 'UTF-8'", "page_size = 4096", "auto_vacuum = 0", "foreign_keys = 0")
# The bytes with the version of SQLite that wrote it; all others are the same on every machine.
WRITER_BYTES = slice(96, 100)
FIXED_WRITER = (3_040_000).to_bytes(4, "big")


def sqlite(facts: Facts) -> bytes:
    """The database; the same facts give the same bytes."""
    with closing(sqlite3.connect(":memory:")) as database:
        for setting in PRAGMAS:
            database.execute(f"PRAGMA {setting}")
        for kind in TABLES:
            database.execute(create_table(kind))
            holes = ", ".join("?" for _ in columns(kind))
            values = (tuple(map(_value, row)) for row in rows(facts, kind))
            database.executemany(f'INSERT INTO "{table_name(kind)}" VALUES ({holes})', values)
        database.commit()
        database.execute("VACUUM")
        content = bytearray(database.serialize())
    content[WRITER_BYTES] = FIXED_WRITER
    return bytes(content)


def database_rows(content: bytes) -> dict[tuple[str, str], tuple[object, ...]]:
    """The rows of a database that `sqlite` wrote, by table and code, id or number of the row.

    Raises ValueError if it is no SQLite file, or if it holds anything but the tables of the kinds:
    nothing else of a file from elsewhere is run.
    """
    expected_tables = {(table_name(kind), create_table(kind)) for kind in TABLES}
    try:
        with closing(sqlite3.connect(":memory:")) as database:
            database.deserialize(content)
            schema = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
            if set(database.execute(schema)) != expected_tables:
                raise ValueError("other tables")
            return {
                (table_name(kind), str(row[0] if key_column(kind) else number)): row
                for kind in TABLES
                for number, row in enumerate(
                    database.execute(f'SELECT * FROM "{table_name(kind)}" ORDER BY rowid'), 1
                )
            }
    except (sqlite3.Error, OverflowError) as error:
        raise ValueError(str(error)) from error


def create_table(kind: type[Kind]) -> str:
    """The statement that makes the table of a kind."""
    parts = [_column(column, key_column(kind)) for column in columns(kind)]
    return f'CREATE TABLE "{table_name(kind)}" (\n  ' + ",\n  ".join(parts) + "\n)"


def _column(column: TableColumn, key: str | None) -> str:
    """The definition of one column, with its choices and with the table that it refers to."""
    parts = [f'"{column.name}"', "TEXT" if column.is_list else TYPES[column.value_type]]
    if column.name == key:
        parts.append("PRIMARY KEY")
    if column.is_required:
        parts.append("NOT NULL")
    if column.value_type is bool:
        parts.append(f'CHECK ("{column.name}" IN (0, 1))')
    if column.field is not None and not column.is_list:
        if column.field.choices:
            choices = ", ".join(f"'{choice}'" for choice in column.field.choices)
            parts.append(f'CHECK ("{column.name}" IN ({choices}))')
        if len(column.field.referred_kinds) == 1:
            table = table_name(kind_by_name(column.field.referred_kinds[0]))
            parts.append(f'REFERENCES "{table}" ("code")')
    return " ".join(parts)


def _value(cell: object) -> object:
    if isinstance(cell, list):
        return SEPARATOR.join(str(part) for part in cell)
    if isinstance(cell, date):
        return cell.isoformat()
    return float(cell) if isinstance(cell, Decimal) else cell
