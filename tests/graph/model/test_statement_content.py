"""The id of a statement: a hash of its content as Python's json writes it."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from graph.model.statement_content import (
    CURATION,
    content_text,
    content_values,
    short_hash,
    snake,
    statement_id,
)
from loaders.facts.facts_folder import read_facts
from ontology.schema.kinds import LearnedFrom, Statement
from ontology.schema.value_types import TextSpan

TEXT = st.text(min_size=1)


def id_by_json(statement: Statement) -> str:
    """The id by the standard encoder."""
    content = {
        name: value
        for name, value in statement.__dict__.items()
        if value is not None and name not in CURATION
    }
    written = json.dumps(
        content,
        sort_keys=True,
        default=lambda v: dataclasses.asdict(v) if isinstance(v, TextSpan) else str(v),
    )
    return f"{snake(type(statement).__name__)}-{short_hash(written)}"


def test_ids_of_the_shipped_statements_are_those_of_the_standard_encoder() -> None:
    for statement in read_facts(Path("facts")).statements.values():
        assert statement_id(statement) == id_by_json(statement)


def test_contents_of_the_shipped_statements_are_those_of_the_standard_encoder() -> None:
    for statement in read_facts(Path("facts")).statements.values():
        assert content_text(statement) == json.dumps(content_values(statement))


@given(teacher=TEXT, written=TEXT, start=st.integers(0, 10**15 - 1), further=st.lists(TEXT))
def test_ids_of_any_text_are_those_of_the_standard_encoder(
    small_facts, teacher: str, written: str, start: int, further: list[str]
) -> None:
    lesson = small_facts.statements_of(LearnedFrom)[0]
    spans = tuple(TextSpan(start, start + 1, hash) for hash in ("0" * 64, "f" * 64))
    change = {
        "teacher": teacher,
        "when_written": written,
        "start": start,
        "also_at": spans,
        "composed": tuple(further),
    }
    changed = lesson.model_copy(update=change)
    assert statement_id(changed) == id_by_json(changed)
