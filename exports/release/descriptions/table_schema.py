"""The Table Schema of a CSV file in a release, derived from the kinds.

By the Table Schema of Data Package 2.0 (https://datapackage.org/standard/table-schema/): types,
required cells, choices, lists with their delimiter, and references to the codes of one kind.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from exports.release.descriptions.common_fields import both_languages
from exports.release.typed_tables import CODE, table_name
from loaders.facts.dataset_settings import COORDINATES
from ontology.derive.field_description import field_description
from ontology.labels.labels import name, schema_words
from ontology.schema.fields import Field, fields, kind_by_name
from ontology.schema.kinds import Kind, Thing
from ontology.schema.value_types import SEPARATOR, TextSpan
from ontology.schema.withdrawal_note import WithdrawalNote

TYPES: dict[type, str] = {
    str: "string",
    TextSpan: "string",
    int: "integer",
    Decimal: "number",
    date: "date",
}
# An empty cell is a missing value.
MISSING_VALUES = [""]


def header(content: bytes) -> list[str]:
    """The columns of a CSV file, as they are written."""
    text = content.decode("utf-8-sig")
    return next(csv.reader(io.StringIO(text, newline="")), [])


def kind_schema(
    kind: type[Kind], columns: Sequence[str], tables: frozenset[str], *, is_withdrawn: bool
) -> dict[str, Any]:
    """The schema of the table of a kind; `tables` are the tables that can be referred to.

    What was withdrawn may refer to things that are no longer in the tables, and has notes besides.
    """
    column_fields = {field.name: field for field in fields(kind)}
    if is_withdrawn:
        column_fields |= {field.name: field for field in fields(WithdrawalNote)}
    column_fields_in_order = [(column, column_fields[column.strip()]) for column in columns]
    schema: dict[str, Any] = {
        "fields": [_field(column, field) for column, field in column_fields_in_order],
        "missingValues": MISSING_VALUES,
    }
    if issubclass(kind, Thing):
        schema["primaryKey"] = [CODE]
    if not is_withdrawn and (keys := list(_foreign_keys(column_fields_in_order, tables))):
        schema["foreignKeys"] = keys
    return schema


def code_list_schema(columns: Sequence[str]) -> dict[str, Any]:
    """The schema of a code list, or of any other table: a code names a row, a spot is a number."""
    column_entries: list[dict[str, Any]] = []
    for column in columns:
        limit = COORDINATES.get(column.strip())
        entry: dict[str, Any] = {"name": column, "type": "string" if limit is None else "number"}
        if limit is not None:
            entry["constraints"] = {"minimum": -limit, "maximum": limit}
        column_entries.append(entry)
    key = {"primaryKey": [CODE]} if CODE in columns else {}
    return {"fields": column_entries, "missingValues": MISSING_VALUES, **key}


def _field(column: str, field: Field) -> dict[str, Any]:
    is_plain = field.name not in schema_words()
    titles = [field.name] * 2 if is_plain else [name(field.name, lang) for lang in ("zh", "en")]
    entry: dict[str, Any] = {"name": column, "title": both_languages(*titles)}
    entry["description"] = both_languages(
        *(field_description(field, lang) for lang in ("zh", "en"))
    )
    entry["type"] = _type(field)
    if field.is_list:
        entry |= {"type": "list", "delimiter": SEPARATOR, "itemType": _type(field)}
    constraints: dict[str, Any] = {"required": True} if field.required else {}
    if field.choices and not field.is_list:
        constraints["enum"] = [str(choice) for choice in field.choices]
    return entry | ({"constraints": constraints} if constraints else {})


def _type(field: Field) -> str:
    return "string" if issubclass(field.value_type, StrEnum) else TYPES[field.value_type]


def _foreign_keys(
    column_fields: Sequence[tuple[str, Field]], tables: frozenset[str]
) -> Iterator[Mapping[str, Any]]:
    """The columns with codes of one kind; lists and codes of several kinds have no form."""
    for column, field in column_fields:
        if len(field.referred_kinds) != 1 or field.is_list:
            continue
        table = table_name(kind_by_name(field.referred_kinds[0]))
        if table in tables:
            reference = {"resource": table, "fields": [CODE]}
            yield {"fields": [column], "reference": reference}
