"""A draft as a card for the browser: all that a curator needs to decide on it, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from app_pages.review_messages.review_context import ReviewContext
from app_pages.review_rows.columns import form_of, subject_column
from app_pages.review_rows.component_types import (
    ReviewCandidate,
    ReviewColumn,
    ReviewContent,
    ReviewLine,
    ReviewMissingThing,
    ReviewPassage,
    ReviewSimilarStatement,
)
from app_pages.review_rows.missing_things import missing_thing
from app_pages.review_rows.passages import MarkedPassage, marked_passages
from app_pages.review_rows.subject_spot import subject_spot
from app_pages.review_rows.texts import phrase
from app_pages.review_rows.things import candidate
from app_pages.state.language import language, say
from drafting.drafts.draft import Draft, new_name
from drafting.rows.similar_statements import SimilarStatement
from graph.model.statement_content import references
from ontology.schema.value_types import TextSpan

# The number of candidates that have a key.
MAX_CANDIDATES = 5
# The number of letters of a text that are shown if no passage is cited.
FIRST_LETTERS = 400
NO_CODES: Mapping[str, Sequence[str]] = {}


def card_content(
    context: ReviewContext,
    draft: Draft,
    candidates: Mapping[str, Sequence[str]] = NO_CODES,
    similar_statements: Iterable[SimilarStatement] = (),
) -> ReviewContent:
    """The content of a draft's card: passages, cells, names, candidates, and similar rows.

    `candidates` are the codes that each column may mean, the likeliest first.
    """
    cells = dict(draft.cells)
    source = context.sources.get(draft.source)
    return {
        "id": draft.id,
        "kind": draft.kind,
        "band": draft.band.value,
        "source": source.title if source else draft.source,
        "drafter": phrase("drafted_by", drafter=draft.drafted_by),
        "passages": passages(context, draft),
        "cells": cells,
        "names": cell_names(context, draft.kind, cells),
        "candidates": _candidates(context, draft, candidates),
        "missing": missing_things(context, draft),
        "similar": [_similar_row(context, statement) for statement in similar_statements],
    }


def row_line(context: ReviewContext, draft: Draft) -> ReviewLine:
    """A row in one line, and the words that it cites."""
    names = cell_names(context, draft.kind, dict(draft.cells))
    columns = form_of(draft.kind, language())["columns"]
    words = [
        names.get(column["name"]) or _choice_name(column, draft.cell(column["name"]))
        for column in columns
        if draft.cell(column["name"])
    ]
    source = context.sources.get(draft.source)
    raw = source.raw if source and source.raw else ""
    quotes = " … ".join(raw[span.start : span.end] for span in draft.spans)
    return {"id": draft.id, "text": " · ".join(words), "quote": quotes}


def _choice_name(column: ReviewColumn, cell: str) -> str:
    """A cell in words, if it is one of several choices."""
    return next((c["name"] for c in column["choices"] if c["value"] == cell), cell)


def cell_names(context: ReviewContext, table: str, cells: Mapping[str, str]) -> dict[str, str]:
    """The names of the things that cells hold, by column."""
    columns = form_of(table, language())["columns"]
    things = [column["name"] for column in columns if column["type"] == "thing"]
    return {name: _names_of_cell(context, cells[name]) for name in things if cells.get(name)}


def passages(context: ReviewContext, draft: Draft) -> list[ReviewPassage]:
    """The passages of a draft in pieces, with their places; a sentence if there is no text."""
    source = context.sources.get(draft.source)
    article = source.article if source else None
    if article is None:
        return [{"where": phrase("no_text"), "pieces": ()}]
    raw = article.clean.raw
    if not draft.spans:
        return [{"where": phrase("beginning"), "pieces": [(raw[:FIRST_LETTERS], "")]}]
    spans_inside = [span for span in draft.spans if span.end <= len(raw)]
    spot = None
    if spans_inside and (code := draft.cell(subject_column(draft.kind))):
        spot = subject_spot(
            article, context.facts, code, (spans_inside[0].start, spans_inside[0].end)
        )
    passages_with_marks = marked_passages(article.clean, spans_inside, spot)
    return [_passage(passage, draft.spans) for passage in passages_with_marks]


def _passage(passage: MarkedPassage, spans: Sequence[TextSpan]) -> ReviewPassage:
    hashes = {(span.start, span.end): span.sha256 for span in spans}
    places = []
    for start, end in passage.spots:
        sha256 = hashes.get((start, end))
        more = f"SHA-256 {sha256[:12]}…" if sha256 else phrase("subject_here")
        places.append(f"{phrase('spot', start=start, end=end)} · {more}")
    return {"where": say("comma").join(places), "pieces": passage.pieces}


def _candidates(
    context: ReviewContext, draft: Draft, codes: Mapping[str, Sequence[str]]
) -> dict[str, list[ReviewCandidate]]:
    """Up to five values for each column, the draft's value first."""
    columns = {column["name"]: column for column in form_of(draft.kind, language())["columns"]}
    drafted_candidates = dict(draft.candidates)
    candidates: dict[str, list[ReviewCandidate]] = {}
    for name in columns:
        cell = draft.cell(name)
        other_values = (*codes.get(name, ()), *drafted_candidates.get(name, ()))
        values = list(dict.fromkeys([*filter(None, (cell,)), *other_values]))[:MAX_CANDIDATES]
        if other_values and columns[name]["type"] == "thing":
            candidates[name] = [_candidate(context, value) for value in values]
        elif other_values:
            choices = {choice["value"]: choice for choice in columns[name]["choices"]}
            candidates[name] = [choices.get(value, _written_candidate(value)) for value in values]
    return candidates


def _written_candidate(value: str) -> ReviewCandidate:
    return {"value": value, "name": value, "more": ""}


def missing_things(context: ReviewContext, draft: Draft) -> dict[str, ReviewMissingThing]:
    """The things that a row names and that are neither in the facts nor accepted, by column."""
    columns = form_of(draft.kind, language())["columns"]
    missing_by_column: dict[str, ReviewMissingThing] = {}
    for column in columns:
        cell = draft.cell(column["name"])
        if column["type"] != "thing" or not cell or "|" in cell or context.has(cell):
            continue
        name = new_name(cell)
        if name is None or not any(context.accepted_name(kind, name) for kind in column["kinds"]):
            kinds, cells = missing_thing(context.facts, draft, column["name"], cell)
            names = {name: context.name(code) for name, code in cells.items() if context.has(code)}
            missing_by_column[column["name"]] = {"kinds": kinds, "cells": cells, "names": names}
    return missing_by_column


def _similar_row(context: ReviewContext, similar: SimilarStatement) -> ReviewSimilarStatement:
    statement = similar.statement
    source = context.sources.get(statement.source)
    ends = [context.name(code) for _, code in references(statement) if code != statement.source]
    return {
        "relation": similar.relation.value,
        "text": " · ".join(ends),
        "source": source.title if source else statement.source,
    }


def _candidate(context: ReviewContext, value: str) -> ReviewCandidate:
    return candidate(context.facts, value) | {"name": _names_of_cell(context, value)}


def _names_of_cell(context: ReviewContext, value: str) -> str:
    """Names of one or several things; new things have the word `new`."""
    parts: Iterable[str] = value.split("|")
    return " | ".join(
        phrase("new_name", name=context.name(part))
        if part.startswith("new:")
        else context.name(part)
        for part in parts
    )
