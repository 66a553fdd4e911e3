"""The JSON schema of a model's answer, from the fields of a kind."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from drafting.language_model.endpoint.answer_rows import ROWS
from ontology.schema.fields import Field, content_fields
from ontology.schema.kinds import STATEMENTS, EdgeRole, Stance, Statement

# Letters of a quotation, of the other passages, and of a name or a wording.
MAX_QUOTE_LETTERS, MAX_PASSAGE_LETTERS, MAX_CELL_LETTERS, MAX_OTHER_PASSAGES = 200, 120, 60, 4
NUMBER = r"^-?\d+(\.\d+)?$"


@cache
def asked_kinds() -> tuple[type[Statement], ...]:
    """The kinds that an article can state: all except ties, which a study observes."""
    return tuple(
        kind for kind in STATEMENTS if all(edge.role is not EdgeRole.TIE for edge in kind.edges)
    )


def answer_schema(kind: type[Statement]) -> Mapping[str, Any]:
    """An object with `rows`; each row has its quotations, its stance and the kind's fields."""
    properties: dict[str, Any] = {
        "quote": {"type": "string", "minLength": 2, "maxLength": MAX_QUOTE_LETTERS},
        "also": {
            "type": "array",
            "items": {"type": "string", "maxLength": MAX_PASSAGE_LETTERS},
            "maxItems": MAX_OTHER_PASSAGES,
        },
        "stance": {"type": "string", "enum": list(Stance)},
    }
    properties |= {field.name: _schema(field) for field in content_fields(kind)}
    row = _object(properties)
    return _object({"rows": {"type": "array", "items": row, "maxItems": ROWS}})


def _object(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _schema(field: Field) -> dict[str, Any]:
    """The schema of a field; names stand for codes, and null for anything the text does not say."""
    schema: dict[str, Any] = {"type": "string", "maxLength": MAX_CELL_LETTERS}
    if field.choices:
        schema = {"type": "string", "enum": list(field.choices)}
    elif field.value_type in (Decimal, int):
        schema = {"type": "string", "pattern": NUMBER}
    if field.is_list:
        schema = {"type": "array", "items": schema}
    return schema if field.required else {"anyOf": [schema, {"type": "null"}]}
