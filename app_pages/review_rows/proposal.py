"""A row pre-filled from marked words: from a draft, or from the things recognised in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app_pages.review_rows.columns import form_fields, table_kinds
from drafting.drafters.article import Article
from drafting.drafts.draft import Draft
from ontology.schema.fields import WRITTEN_SUFFIX, Field
from ontology.schema.kinds import Kind, Stance, Statement

# The first choice of kind for words with a figure, with two places, or with neither.
FIGURE, LINK, OTHERWISE = "measurement", "learned_from", "adoption"


@dataclass(frozen=True)
class MarkedWords:
    """Letters `start` to `end` of the raw text of an article."""

    article: Article
    start: int
    end: int

    @property
    def clean_span(self) -> tuple[int, int]:
        """The same letters in the clean text."""
        return self.article.clean.clean_span(self.start, self.end)

    @property
    def text(self) -> str:
        """The marked words, in simplified characters without pinyin."""
        start, end = self.clean_span
        return self.article.clean.text[start:end]

    def actors(self, count: int) -> list[str]:
        """The codes of the places in the words, after the subject of their clause if needed.

        The subject is added if the words name fewer than `count` places.
        """
        start, end = self.clean_span
        codes = [place.code for place in self.article.places if start <= place.start < end]
        codes = list(dict.fromkeys(filter(None, codes)))
        if len(codes) >= count:
            return [code for code in codes if code]
        subjects = [
            clause.subject
            for clause in self.article.clauses
            if clause.stretch.start < end and clause.stretch.end > start
        ]
        return list(dict.fromkeys(code for code in (*subjects[:1], *codes) if code))


def proposed_row(
    words: MarkedWords, drafts: Iterable[Draft], table: str = ""
) -> tuple[str, dict[str, str]]:
    """The table and the cells of a row for marked words; of this table, if one is given.

    A draft that rests on the same letters gives the cells, and the marked words the date; of
    several, that of the table to which the words look. Without a draft, the recognised things give
    the cells.
    """
    likely = _likely_table(words)
    overlaps = [
        (overlap, draft)
        for draft in drafts
        if table in ("", draft.kind) and (overlap := _overlap(words, draft)) > 0
    ]
    if overlaps:
        best = max(overlaps, key=lambda pair: (pair[0], pair[1].kind == likely))[1]
        return best.kind, {**_date(words, table_kinds()[best.kind]), **dict(best.cells)}
    table = table or likely
    return table, dict(_recognised_cells(words, table))


def _overlap(words: MarkedWords, draft: Draft) -> float:
    """The share of common letters in all letters of the marked words and of a draft's passage."""
    span = draft.spans[0]
    common = min(span.end, words.end) - max(span.start, words.start)
    return common / (max(span.end, words.end) - min(span.start, words.start))


def _likely_table(words: MarkedWords) -> str:
    start, end = words.clean_span
    if any(start <= figure.start < end for figure in words.article.figures):
        return FIGURE
    return LINK if len(words.actors(2)) > 1 else OTHERWISE


def _recognised_cells(words: MarkedWords, table: str) -> Iterator[tuple[str, str]]:
    kind = table_kinds()[table]
    acting = [f for f in form_fields(kind) if f.required and "Place" in f.referred_kinds]
    actors = words.actors(len(acting))
    for field in form_fields(kind):
        if field in acting and actors:
            yield field.name, actors.pop(0)
        elif field.referred_kinds:
            yield from ((field.name, code) for code in _codes_in_words(words, field)[:1])
        elif field.value_type is Stance:
            yield field.name, Stance.STATED
    yield from _date(words, kind).items()
    if table == FIGURE:
        yield from _figure(words).items()


def _codes_in_words(words: MarkedWords, field: Field) -> list[str]:
    """The codes of the things that a field may hold and that the marked words name."""
    if "Mechanism" in field.referred_kinds:
        return [
            code for mention in words.article.lexicon.mentions(words.text) for code in mention.codes
        ]
    tables = (
        table for table, kind in table_kinds().items() if kind.__name__ in field.referred_kinds
    )
    names = {
        name: code
        for table in tables
        for name, code in words.article.named_things.names(table).items()
    }
    return [names[name] for name in sorted(names, key=len, reverse=True) if name in words.text]


def _date(words: MarkedWords, kind: type[Kind]) -> Mapping[str, str]:
    start, end = words.clean_span
    dates = [date for date in words.article.dates if start <= date.start < end]
    if not dates or not issubclass(kind, Statement) or not kind.date_field:
        return {}
    return {
        kind.date_field: dates[0].edtf or "",
        kind.date_field + WRITTEN_SUFFIX: dates[0].words,
    }


def _figure(words: MarkedWords) -> Mapping[str, str]:
    start, end = words.clean_span
    figures = [figure for figure in words.article.figures if start <= figure.start < end]
    if not figures:
        return {}
    figure = figures[0]
    cells = {"value": f"{figure.value:f}", "value_written": figure.words, "bound": figure.bound}
    return {**cells, "unit": figure.unit or "", "per": figure.per or ""}
