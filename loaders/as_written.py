"""Whether the words that the facts keep of a text stand in the passages that they cite."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.lookup.romanization import normalised
from ontology.schema.fields import wording_fields
from ontology.schema.kinds import Statement

# Pinyin that stands behind a character in some copies: 学(xué)习(xí).
PINYIN = re.compile(r"[(（][^\W\d_\u3400-\u9fff]+[)）]")


@dataclass(frozen=True)
class Unwritten:
    """A wording that is in none of the passages of its statement, and is not marked as composed."""

    statement: str
    source: str
    field: str
    wording: str


def unwritten(id: str, statement: Statement, passages: Iterable[str]) -> Iterator[Unwritten]:
    """The wordings of a statement that none of these passages has.

    Letters and digits are compared, as in a search for names: signs, spaces, pinyin in brackets
    and the forms of characters make no difference.
    """
    texts = [letters(passage) for passage in passages]
    for field in wording_fields(type(statement)):
        wording = getattr(statement, field.name)
        if wording is None or field.name in statement.composed:
            continue
        if not any(letters(wording) in text for text in texts):
            yield Unwritten(id, statement.source, field.name, wording)


def letters(text: str) -> str:
    """The letters and digits of a text as a search for names compares them, without pinyin."""
    return normalised(PINYIN.sub("", text))
