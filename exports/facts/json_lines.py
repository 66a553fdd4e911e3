"""Statements as JSON lines, sorted by id."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from graph.model.facts import Facts
from graph.model.property_graph import kind_properties
from graph.model.statement_content import references
from ontology.schema.fields import content_fields
from ontology.schema.kinds import SELF, Statement

# figures are written digit for digit
AS_TEXT = ("value", "baseline")


def statements_jsonl(facts: Facts) -> bytes:
    """One statement a line, with its spots and the names of all things in it."""
    lines = [
        json.dumps(statement_record(facts, id, statement), ensure_ascii=False)
        for id, statement in facts.statements.items()
    ]
    return "".join(f"{line}\n" for line in lines).encode()


def statement_record(facts: Facts, id: str, statement: Statement) -> dict[str, object]:
    """A statement with its spots, its values, and the names of all things in it."""
    kind = type(statement)
    things_by_field = {field: _code_and_names(facts, code) for field, code in references(statement)}
    edge = kind.edges[0]
    subject, end = ("subject", None) if edge.start == SELF else (edge.start, edge.end)
    source = facts.source_of(statement)
    line: dict[str, object] = {
        "id": id,
        "kind": kind.__name__,
        "source": source.code,
        **({"source_file": source.file} if source.file else {}),
        "start": statement.start,
        "end": statement.end,
        "sha256": statement.sha256,
        "also_at": [
            {"start": span.start, "end": span.end, "sha256": span.sha256}
            for span in statement.also_at
        ],
        "stance": statement.stance.value,
        "subject": things_by_field[subject],
    }
    if end is not None:
        line["object"] = things_by_field[end]
    line |= dict(_values(statement, things_by_field))
    date_text = kind.date_field and getattr(statement, kind.date_field)
    if date_text and kind.date_field != "period":
        line["when"] = date_text
    if statement.as_of is not None:
        line["as_of"] = statement.as_of
    if statement.dated_by is not None:
        line["dated_by"] = statement.dated_by.value
    if statement.composed:
        line["composed"] = list(statement.composed)
    return line


def _values(
    statement: Statement, things_by_field: Mapping[str, object]
) -> Iterator[tuple[str, object]]:
    """Each filled own field: things with their names, figures as text."""
    properties = kind_properties(statement)
    for field in content_fields(type(statement)):
        value = getattr(statement, field.name)
        if value is None:
            continue
        if field.name in ("unit", "per"):
            yield field.name, value
            yield f"{field.name}_name", things_by_field[field.name]
        elif field.referred_kinds:
            yield field.name, things_by_field[field.name]
        elif field.name in AS_TEXT:
            yield field.name, f"{value:f}"
        else:
            yield field.name, properties[field.name]


def _code_and_names(facts: Facts, code: str) -> dict[str, str | None]:
    thing = facts.things[code]
    return {"code": code, "name_zh": thing.name_zh, "name_en": thing.name_en}
