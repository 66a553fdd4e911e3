"""The hits of a search, by kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

# The kinds of hits that are not things.
STATEMENT, QUESTION = "Statement", "Question"
# The texts of the reader's copies: the passages of statements, and whole sources.
PASSAGE, SOURCE_TEXT = "Passage", "SourceText"


class MatchType(StrEnum):
    """How an entry matches the typed words, the best first.

    WORDS: each typed word begins a word of its names. FAMILY: the words stand in its names, in
    those of the entries directly above it, and in those of the others below these. TEXT: a text
    that the reader holds has the words.
    """

    CODE = "code"
    NAME = "name"
    BEGINS = "begins"
    INSIDE = "inside"
    INITIALS = "initials"
    WORDS = "words"
    FAMILY = "family"
    TEXT = "text"
    CLOSE = "close"


MATCH_ORDER = tuple(MatchType)


@dataclass(frozen=True)
class SearchHit:
    """A thing by its code, a statement by its id or a question by its name.

    `name` is what a reader sees, `matched_text` the other name that matches, if it is another.
    `narrower` are the codes of all below it. Of a text that has the words `matched_text` is the
    first of them with what stands around it. `values` are those of a question that the typed
    words give: parameters with codes.
    """

    id: str
    name: str
    match: MatchType
    matched_text: str | None = None
    narrower: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class HitGroup:
    """The hits of one kind: how many there are, and the first of them, the best first."""

    kind: str
    count: int
    hits: tuple[SearchHit, ...]


def as_objects(typed_text: str, groups: Iterable[HitGroup]) -> dict[str, object]:
    """The groups as one object of JSON."""
    return {
        "words": typed_text,
        "groups": [
            {
                "kind": group.kind,
                "count": group.count,
                "hits": [
                    {
                        "id": hit.id,
                        "name": hit.name,
                        "match": hit.match.value,
                        "matched": hit.matched_text,
                        "narrower": list(hit.narrower),
                    }
                    for hit in group.hits
                ],
            }
            for group in groups
        ],
    }
