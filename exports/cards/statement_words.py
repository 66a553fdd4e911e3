"""A statement, a source and a thing in words, and rows of such words for a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.drawing.network_scene import undated_text
from graph.model.facts import Facts
from graph.stores.store import Cell
from ontology.labels.dates import date_in_words, published_in_words
from ontology.labels.labels import choice_name
from ontology.schema.kinds import Source, Statement

Row = Mapping[str, Cell]


def filled_columns(rows: Sequence[Row]) -> list[Row]:
    """The rows without the columns that are empty in all of them."""
    filled_keys = {key for row in rows for key, cell in row.items() if cell not in (None, "")}
    return [{key: cell for key, cell in row.items() if key in filled_keys} for row in rows]


@dataclass(frozen=True)
class Names(Mapping[str, str]):
    """The name of every thing in `zh` or `en`, each looked up when it is needed."""

    facts: Facts
    language: str

    def __getitem__(self, code: str) -> str:
        return self.facts.display_name(code, self.language)

    def __iter__(self) -> Iterator[str]:
        return iter(self.facts.things)

    def __len__(self) -> int:
        return len(self.facts.things)


def names(facts: Facts, language: str) -> Names:
    """The name of every thing in `zh` or `en`."""
    return Names(facts, language)


def date_text(statement: Statement, language: str) -> str:
    """The date of a statement in words, with those of the text."""
    field = type(statement).date_field
    date = getattr(statement, field) if field else None
    written_date = getattr(statement, f"{field}_written", None) if field else None
    text = date_in_words(date, language) if date else undated_text(language)
    brackets = "（{}）" if language == "zh" else " ({})"
    return text + brackets.format(written_date) if written_date else text


def publication_date(source: Source, language: str) -> str:
    """When a source was published, in words; nothing if that is unknown."""
    return published_in_words(source.published, language) if source.published else ""


def stance(statement: Statement, language: str) -> str:
    """The stance of the source on a statement, in words."""
    return choice_name(statement.stance, language)
