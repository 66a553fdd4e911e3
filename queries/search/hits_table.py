"""The hits of a search as a table in words."""

from __future__ import annotations

from collections.abc import Sequence

from graph.stores.store import Answer
from ontology.labels.labels import name as word
from queries.rendering.texts import phrase
from queries.search.search_hits import PASSAGE, QUESTION, SOURCE_TEXT, STATEMENT, HitGroup

OTHER_KIND_TEXTS = {
    STATEMENT: "search_statement",
    QUESTION: "search_question",
    PASSAGE: "search_passage",
    SOURCE_TEXT: "search_source_text",
}
COLUMNS = ("kind", "count", "id", "name", "match", "narrower")


def hits_table(groups: Sequence[HitGroup], language: str) -> Answer:
    """A row for each hit, with its kind and how many hits of that kind there are."""
    rows = tuple(
        (
            kind_name(group.kind, language),
            str(group.count),
            hit.id,
            f"{hit.name} ({hit.matched_text})" if hit.matched_text else hit.name,
            phrase(f"search_{hit.match.value}", language),
            str(len(hit.narrower)) if hit.narrower else "",
        )
        for group in groups
        for hit in group.hits
    )
    columns = tuple(phrase(f"search_column_{column}", language) for column in COLUMNS)
    return Answer(columns, rows)


def kind_name(kind: str, language: str) -> str:
    """The name of a kind of thing, of statements or of questions, in `zh` or `en`."""
    return (
        phrase(OTHER_KIND_TEXTS[kind], language)
        if kind in OTHER_KIND_TEXTS
        else word(kind, language)
    )
