"""A facts folder with drafts of a made-up text, which lies in a folder of copies."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from drafting.drafts.draft import Band, Draft, draft_span, filled
from drafting.drafts.draft_file import draft_path, write_drafts
from drafting.review.review_session import ReviewSession
from loaders.span_search import sha256

FACTS = Path(__file__).parents[3] / "facts"
# A text that nobody has written, about places that there are.
RAW = "测试稿(虚构)。江宁区试行虚构的陪诊服务。习水县也试行陪诊服务。第三句是虚构的句子。\n"
SOURCE = "made-up-text"


def passage(words: str) -> tuple:
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
    return Draft("source", SOURCE, filled(cells), (), Band.SURE, "rules 1")


def adoption(words: str, adopter: str, **cells: str) -> Draft:
    """A draft that somebody has adopted accompaniment."""
    row = {"adopter": adopter, "mechanism": "accompaniment", "stance": "stated"} | cells
    return Draft("adoption", SOURCE, filled(row), passage(words), Band.LOOK, "rules 1")


JIANGNING = adoption("江宁区试行虚构的陪诊服务", "320115")
XISHUI = adoption("习水县也试行陪诊服务", "520330")


@pytest.fixture
def folder(tmp_path) -> Path:
    """A facts folder of one's own with three drafts."""
    path = tmp_path / "facts"
    shutil.copytree(FACTS, path)
    write_drafts(draft_path(path / "drafts", "sources"), [source_draft()])
    write_drafts(draft_path(path / "drafts", SOURCE), [JIANGNING, XISHUI])
    return path


@pytest.fixture
def copies(tmp_path) -> Path:
    """The folder of copies with the made-up text."""
    path = tmp_path / "copies"
    path.mkdir()
    (path / f"{SOURCE}.txt").write_bytes(RAW.encode())
    return path


class Clock:
    """A clock that goes on by a second whenever it is read."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 29, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def review(folder, copies) -> Callable[[str], ReviewSession]:
    """Opens the review for a curator."""
    clock = Clock()
    return lambda curator: ReviewSession.open(folder, copies, curator, clock)
