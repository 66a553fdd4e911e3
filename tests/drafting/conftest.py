"""A facts folder with drafts of a made-up text, which lies in a folder of copies."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from drafting.drafts.draft_file import draft_path, write_drafts
from drafting.review.review_session import ReviewSession
from loaders.facts.facts_folder import file_name
from loaders.writing.facts_table import FactsTable, empty_table, read_facts_table
from ontology.schema.kinds import Adoption, Organisation, Source
from tests.drafting.made_up_review import ALDER, BIRCH, RAW, SOURCE, Clock, source_draft

FACTS = Path(__file__).parents[1] / "small"


@pytest.fixture
def review_folder(tmp_path: Path) -> Path:
    """A facts folder of one's own with three drafts."""
    path = tmp_path / "facts"
    shutil.copytree(FACTS, path)
    for kind in (Adoption, Organisation, Source):  # sorted, with every column, as the facts are
        table = read_facts_table(path, kind)
        columns = empty_table(kind).columns
        content = FactsTable(kind, columns, table.rows).with_rows(()).content()
        (path / file_name(kind)).write_bytes(content)
    write_drafts(draft_path(path / "drafts", "sources"), [source_draft()])
    write_drafts(draft_path(path / "drafts", SOURCE), [ALDER, BIRCH])
    return path


@pytest.fixture
def review_copies(tmp_path: Path) -> Path:
    """The folder of copies with the made-up text."""
    path = tmp_path / "copies"
    path.mkdir()
    (path / f"{SOURCE}.txt").write_bytes(RAW.encode())
    return path


@pytest.fixture
def review(review_folder: Path, review_copies: Path) -> Callable[[str], ReviewSession]:
    """Opens the review for a curator."""
    clock = Clock()
    return lambda curator: ReviewSession.open(review_folder, review_copies, curator, clock)
