"""The evidence of a statement as plain data: what it says, where, and its passage if it is read."""

from __future__ import annotations

from exports.facts.json_lines import statement_record
from graph.drawing.statement_headline import headline
from graph.model.facts import Facts
from loaders.copies.source_copies import Copies, SpanState, spans_of
from ontology.labels.labels import choice_name
from ontology.schema.kinds import Source
from ontology.schema.value_types import TextSpan
from queries.rendering.citations import citation


def evidence(facts: Facts, id: str, language: str, copies: Copies | None) -> dict[str, object]:
    """A valid statement with its citation, its values, its source and its spots.

    A spot has its characters, its SHA-256, what became of it in the reader's copy, and the words
    of the copy if their hash is that of the spot. Raises KeyError for an unknown id.
    """
    statement = facts.statements[id]
    source = facts.source_of(statement)
    readable = Copies(None) if copies is None and source.title_text is not None else copies
    if readable is not None:
        readable.locate(source, spans_of(facts, source))
    return {
        "id": id,
        "says": headline(facts, statement, language),
        "stance": statement.stance.value,
        "stance_in_words": choice_name(statement.stance, language),
        "citation": citation(facts, id, language),
        "record": statement_record(facts, id, statement),
        "source": _source(facts, source, language),
        "spots": [_spot(source, span, readable) for span in statement.spans],
    }


def _source(facts: Facts, source: Source, language: str) -> dict[str, object]:
    title = facts.display_name(source.code, language)
    place = {"address": source.address, "archive": source.archive, "published": source.published}
    content: dict[str, object] = {"code": source.code, "title": title}
    return content | {key: value for key, value in place.items() if value}


def _spot(source: Source, span: TextSpan, copies: Copies | None) -> dict[str, object]:
    spot: dict[str, object] = {"start": span.start, "end": span.end, "sha256": span.sha256}
    if copies is None:
        return {**spot, "copy": SpanState.NOT_HELD.value}
    passage = copies.passage(source, span)
    spot |= {"copy": copies.state(source, span).value}
    if address := copies.address(source, span):
        spot["address"] = address
    return spot if passage is None else {**spot, "passage": passage.words}
