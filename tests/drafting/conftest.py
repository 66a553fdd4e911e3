"""A facts folder with drafts of a made-up text, which lies in a folder of copies."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from drafting.drafts.draft_file import draft_path, write_drafts
from drafting.review.review_session import ReviewSession
from tests.drafting.made_up_review import JIANGNING, RAW, SOURCE, XISHUI, Clock, source_draft

FACTS = Path(__file__).parents[2] / "facts"


@pytest.fixture
def review_folder(tmp_path) -> Path:
    """A facts folder of one's own with three drafts."""
    path = tmp_path / "facts"
    shutil.copytree(FACTS, path)
    write_drafts(draft_path(path / "drafts", "sources"), [source_draft()])
    write_drafts(draft_path(path / "drafts", SOURCE), [JIANGNING, XISHUI])
    return path


@pytest.fixture
def review_copies(tmp_path) -> Path:
    """The folder of copies with the made-up text."""
    path = tmp_path / "copies"
    path.mkdir()
    (path / f"{SOURCE}.txt").write_bytes(RAW.encode())
    return path


@pytest.fixture
def review(review_folder, review_copies) -> Callable[[str], ReviewSession]:
    """Opens the review for a curator."""
    clock = Clock()
    return lambda curator: ReviewSession.open(review_folder, review_copies, curator, clock)
