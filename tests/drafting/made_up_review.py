"""Drafts of a made-up text, and a clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from drafting.drafts.draft import Band, Draft, draft_span, filled_cells
from drafting.review.review_session import ReviewSession
from loaders.sha256 import sha256
from ontology.schema.value_types import TextSpan

# A text that nobody has written, about places that there are.
RAW = "测试稿(虚构)。甲城市试行虚构的夜间开馆。乙城市也试行夜间开馆。第三句是虚构的句子。\n"
SOURCE = "made-up-text"


def passage(words: str) -> tuple[TextSpan]:
    """The spot of some words of the text."""
    start = RAW.index(words)
    return (draft_span(RAW, start, start + len(words)),)


def source_draft() -> Draft:
    """The text as a source that is not in the facts."""
    content = RAW.encode()
    cells = {
        "code": SOURCE,
        "name_zh": "虚构的测试稿",
        "name_en": "A made-up text",
        "type": "press",
        "language": "zh-Hans",
        "file": f"{SOURCE}.txt",
        "length": str(len(RAW)),
        "sha256": sha256(content),
    }
    return Draft("source", SOURCE, filled_cells(cells), (), Band.SURE, "rules 1")


def adoption(words: str, adopter: str, **cells: str) -> Draft:
    """A draft that somebody has adopted night-opening."""
    row = {"adopter": adopter, "mechanism": "night-opening", "stance": "stated"} | cells
    return Draft("adoption", SOURCE, filled_cells(row), passage(words), Band.LOOK, "rules 1")


ALDER = adoption("甲城市试行虚构的夜间开馆", "11")
BIRCH = adoption("乙城市也试行夜间开馆", "12")


def accept_with_a_later_doubt(session: ReviewSession) -> None:
    """Accepts rows of which the last names the first one's deed by another mechanism.

    The first one was in order before.
    """
    if session.card(source_draft().id).is_open:
        session.accept(source_draft().id)
    session.edit(ALDER.id, dict(ALDER.cells) | {"local_name": "试行虚构的夜间"})
    names = {"code": "made-up", "name_zh": "试行虚构的夜间", "name_en": "Made-up nights"}
    thing = Draft("mechanism", SOURCE, filled_cells(names), ALDER.spans, Band.SURE, "hand")
    session.add(thing, confirmed=True)
    session.edit(BIRCH.id, dict(BIRCH.cells) | {"mechanism": "made-up"}, confirmed=True)


class Clock:
    """A clock that goes on by a second whenever it is read."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 29, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now
