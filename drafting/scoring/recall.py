"""The recall of drafts: figures, places and stances of statements, spans with right hashes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from drafting.drafts.draft import Draft
from drafting.scoring.edits import edits
from drafting.scoring.names import names_thing
from drafting.scoring.score import ScoredSource, at_passage
from graph.model.statement_content import references
from loaders.copies.span_search import span_stands_at
from ontology.schema.enums import Stance
from ontology.schema.kinds import Measurement, Place, Statement


@dataclass(frozen=True)
class Recall:
    """How many were recognised, and how many there are."""

    hits: int
    total: int


def figure_recall(sources: Iterable[ScoredSource]) -> Recall:
    """Curated measurements whose value, bound, unit and rate are recognised in their passage."""
    results = [
        _has_figure(source, row)
        for source in sources
        for row in source.rows
        if isinstance(row, Measurement)
    ]
    return Recall(sum(results), len(results))


def _has_figure(source: ScoredSource, row: Measurement) -> bool:
    start, end = source.article.clean.clean_span(row.start, row.end)
    expected = (row.value, row.bound, row.unit, row.per or "")
    return any(
        (figure.value, figure.bound, figure.unit, figure.per) == expected
        for figure in source.article.figures
        if figure.start < end and figure.end > start
    )


def place_recall(sources: Iterable[ScoredSource]) -> Recall:
    """Places that curated statements name and whose name is in one of their passages.

    A place counts as recognised if a mention in these passages has its code, or its name if it
    is in no list.
    """
    results = [
        _has_place(source, row, place)
        for source in sources
        for row in source.rows
        for place in _places(source, row)
    ]
    return Recall(sum(results), len(results))


def _places(source: ScoredSource, row: Statement) -> list[Place]:
    """The places of a row that one of its passages names."""
    passages = [
        source.article.clean.text[slice(*source.article.clean.clean_span(span.start, span.end))]
        for span in row.spans
    ]
    things = [source.facts.things[code] for _, code in references(row)]
    return [
        thing
        for thing in things
        if isinstance(thing, Place)
        and any(name in passage for name in _names(thing) for passage in passages)
    ]


def _names(place: Place) -> list[str]:
    return [name for name in (place.name_zh, *place.alt_names) if name]


def _has_place(source: ScoredSource, row: Statement, place: Place) -> bool:
    spans = [source.article.clean.clean_span(span.start, span.end) for span in row.spans]
    mentions = [
        mention
        for mention in source.article.places
        if any(mention.start < end and mention.end > start for start, end in spans)
    ]
    return any(
        mention.code == place.code
        or (
            mention.code is None
            and names_thing(mention.words, place, None, is_in_facts=False) is not None
        )
        for mention in mentions
    )


def stance_recall(sources: Iterable[ScoredSource], stance: Stance) -> Recall:
    """Curated statements of a stance whose best draft at their passage has it.

    The best draft needs the fewest edits; a stance costs none, so that it is judged here alone.
    Stated and implied are one, because the words for them are the same. Statements without a draft
    are not counted.
    """
    results = [
        _class(best.cell("stance")) == _class(stance)
        for source in sources
        for row in source.rows
        if _class(str(row.stance)) == _class(stance)
        if (best := _best_draft(source, row))
    ]
    return Recall(sum(results), len(results))


def _class(stance: str) -> str:
    return Stance.STATED.value if stance == Stance.IMPLIED else str(stance)


def _best_draft(source: ScoredSource, row: Statement) -> Draft | None:
    """The draft at the passage of a row that needs the fewest edits; None without one."""
    ranking = (
        (judgement.count, number, draft)
        for number, draft in enumerate(source.drafts)
        if at_passage(draft, row)
        if (judgement := edits(draft, row, source.facts, source.drafter_facts)) is not None
    )
    best = min(ranking, default=None, key=lambda item: item[:2])
    return best[2] if best else None


def verified_spans(sources: Iterable[ScoredSource]) -> Recall:
    """Spans of drafts whose text has their hash."""
    results = [
        span_stands_at(source.article.clean.raw, span, span.start)
        for source in sources
        for draft in source.drafts
        for span in draft.spans
    ]
    return Recall(sum(results), len(results))
