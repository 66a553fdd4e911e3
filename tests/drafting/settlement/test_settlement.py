"""Accepted rows become facts, all or none, and nothing else does."""

from __future__ import annotations

import csv
import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from drafting.decisions.line_log import LineLog
from drafting.decisions.review_error import (
    AcceptedRowsDoubted,
    ActionRefused,
    NotConfirmed,
    ReviewError,
)
from drafting.drafts.draft import Draft, filled_cells
from drafting.drafts.draft_file import write_drafts
from drafting.lint.judged_findings import read_judgements
from drafting.settlement import file_exchange
from drafting.settlement.settlement import finish_settlement, settle
from loaders.facts.facts_folder import read_facts
from tests.drafting.made_up_review import (
    ALDER,
    BIRCH,
    SOURCE,
    accept_with_a_later_doubt,
    source_draft,
)

TEXT = source_draft().id


def tables(folder: Path) -> dict[str, bytes]:
    """The tables as they lie."""
    return {path.name: path.read_bytes() for path in folder.glob("*.csv")}


def added_lines(before: dict[str, bytes], after: dict[str, bytes]) -> dict[str, list[bytes]]:
    """What each table has more than before; no line may be gone."""
    lines = {name: content.splitlines() for name, content in after.items()}
    for name, content in before.items():
        for line in content.splitlines():
            lines[name].remove(line)
    return {name: rest for name, rest in lines.items() if rest}


@pytest.fixture
def settle_source(review_folder, review_copies):
    """Settles the made-up source."""
    return lambda: settle(review_folder, review_copies, SOURCE)


def test_only_what_was_accepted_is_written_with_who_accepted_it(
    review, review_folder, settle_source
):
    before = tables(review_folder)
    session = review("Ada")
    session.accept(TEXT)
    session.accept(ALDER.id)
    session.reject(BIRCH.id, "not_stated")
    review("Bela").accept(ALDER.id)
    assert settle_source().added_rows == {"adoption": 1, "source": 1}
    lines = added_lines(before, tables(review_folder))
    assert {name: len(rest) for name, rest in lines.items()} == {"adoption.csv": 1, "source.csv": 1}
    with (review_folder / "adoption.csv").open(encoding="utf-8", newline="") as file:
        (row,) = [row for row in csv.DictReader(file) if row["source"] == SOURCE]
    assert (row["adopter"], row["curator"], row["accepted"]) == ("11", "Ada", "2026-11-29")
    assert row["drafted_by"] == "rules 1"
    assert read_facts(review_folder).things[SOURCE]
    assert settle_source().is_empty


def test_nothing_is_written_without_a_decision(review, review_folder, settle_source):
    before = tables(review_folder)
    with pytest.raises(ActionRefused, match=SOURCE):
        settle_source()
    review("Ada").accept(TEXT)
    settle_source()
    assert list(added_lines(before, tables(review_folder))) == ["source.csv"]


def test_a_row_taken_back_after_settling_is_taken_out_again(review, review_folder, settle_source):
    session = review("Ada")
    session.accept(TEXT)
    settle_source()
    before = tables(review_folder)
    session.accept(ALDER.id)
    settle_source()
    session = review("Ada")
    session.undo()
    assert settle_source().removed_rows == {"adoption": 1}
    assert tables(review_folder) == before
    session.edit(ALDER.id, dict(ALDER.cells) | {"local_name": "夜间开馆"})
    settle_source()
    session.undo()
    session.accept(ALDER.id)
    assert (settle_source().added_rows, settle_source().added_rows) == ({"adoption": 1}, {})


def test_a_new_thing_is_written_with_what_speaks_of_it_and_not_before(
    review, review_folder, settle_source
):
    session = review("Ada")
    session.accept(TEXT)
    cells = {"code": "made-up-office", "name_zh": "虚构的办公室", "name_en": "A made-up office"}
    cells |= {"type": "government"}
    before = read_facts(review_folder).statements
    session.add(Draft("organisation", SOURCE, filled_cells(cells), (), ALDER.band, "hand"))
    assert settle_source().added_rows == {"source": 1}
    edited = dict(BIRCH.cells) | {"adopter": "new:虚构的办公室"}
    with pytest.raises(NotConfirmed):  # the passage does not name it
        session.edit(BIRCH.id, edited)
    session.edit(BIRCH.id, edited, confirmed=True)
    assert settle_source().added_rows == {"adoption": 1, "organisation": 1}
    facts = read_facts(review_folder)
    assert facts.things["made-up-office"]
    judged = read_judgements(review_folder, facts.statements)
    assert [(j.code, j.curator) for j in judged if j.statement not in before] == [("PARTY", "Ada")]
    session.undo()
    assert settle_source().removed_rows == {"adoption": 1, "organisation": 1}
    assert read_judgements(review_folder, read_facts(review_folder).statements) == tuple(
        j for j in judged if j.statement in before
    )


def test_a_doubt_that_a_later_row_raises_can_be_confirmed_or_looked_at_again(review, settle_source):
    session = review("Ada")
    accept_with_a_later_doubt(session)
    assert session.card(ALDER.id).decision.doubts == ()
    with pytest.raises(AcceptedRowsDoubted, match=ALDER.id[:8]) as refused:
        settle_source()
    assert set(refused.value.doubts) == {ALDER.id} and refused.value.can_be_confirmed
    session.reopen(ALDER.id)
    card = review("Ada").card(ALDER.id)
    assert card.is_open and card.row.cell("local_name")  # what was edited stays
    assert session.accept(ALDER.id, confirmed=True).cells == card.row.cells
    session.confirm(ALDER.id, [doubt.code for doubt in refused.value.doubts[ALDER.id]])
    assert settle_source().added_rows == {"source": 1, "adoption": 2, "mechanism": 1}


def test_a_fault_of_the_whole_folder_leaves_every_table_as_it_was(
    review, review_folder, review_copies, settle_source
):
    session = review("Ada")
    session.accept(TEXT)
    session.accept(ALDER.id)
    before = tables(review_folder)
    (review_copies / f"{SOURCE}.txt").write_text("别的文字", encoding="utf-8")
    with pytest.raises(ReviewError):
        settle_source()
    assert tables(review_folder) == before
    assert not list(review_folder.parent.glob(".facts.*"))


@pytest.mark.parametrize("moves", range(4))
def test_a_settlement_killed_while_files_are_moved_is_ended_by_the_next(
    review, review_folder, settle_source, monkeypatch, moves
):
    session = review("Ada")
    session.accept(TEXT)
    session.accept(ALDER.id)
    before = tables(review_folder)
    replace_file, count = os.replace, 0

    def killed_after(*paths):
        nonlocal count
        count += 1
        if count > moves:
            raise KeyboardInterrupt
        replace_file(*paths)

    monkeypatch.setattr(os, "replace", killed_after)
    with pytest.raises(KeyboardInterrupt):
        settle_source()
    monkeypatch.undo()
    if moves == 0:
        assert tables(review_folder) == before
    settle_source()
    assert set(added_lines(before, tables(review_folder))) == {
        "adoption.csv",
        "source.csv",
    }
    assert settle_source().is_empty


def test_a_table_changed_after_an_interrupted_settlement_is_not_overwritten(
    review, review_folder, settle_source, monkeypatch
):
    review("Ada").accept(TEXT)
    monkeypatch.setattr(file_exchange, "complete_exchange", lambda *folders: ())
    settle_source()
    monkeypatch.undo()
    path = review_folder / "source.csv"
    path.write_bytes(path.read_bytes() + b"\n")
    with pytest.raises(ActionRefused, match="source.csv"):
        settle_source()


def test_a_reopened_row_is_not_written_and_a_settled_one_stays(
    review, review_folder, settle_source
):
    session = review("Ada")
    session.accept(TEXT)
    session.accept(ALDER.id)
    settle_source()
    facts = tables(review_folder)
    path = review_folder / "drafts" / f"{SOURCE}.jsonl"
    write_drafts(path, [ALDER, replace(BIRCH, drafted_by="rules 2")])
    assert review("Ada").card(ALDER.id).state == "reopened"
    assert settle_source().is_empty and tables(review_folder) == facts


def test_what_a_killed_settlement_left_beside_the_folder_is_removed(
    review, review_folder, review_copies
):
    left = review_folder.with_name(f".{review_folder.name}.settling.killed")
    left.mkdir()
    (left / "source.csv").write_text("half", encoding="utf-8")
    review("Ada").accept(source_draft().id)
    assert settle(review_folder, review_copies, SOURCE).added_rows == {"source": 1}
    assert not left.exists()
    left.mkdir()
    with LineLog(review_folder / "drafts" / "decisions.jsonl", dict).lock():
        finish_settlement(review_folder)  # it may be that of a settlement that runs
        assert left.exists()
    finish_settlement(review_folder)
    assert not left.exists()


def test_a_full_disk_is_one_reason_and_nothing_is_written(
    review, review_folder, review_copies, monkeypatch
):
    review("Ada").accept(source_draft().id)
    before = (review_folder / "source.csv").read_bytes()

    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("drafting.settlement.folder_copies.shutil.copy2", fail)
    with pytest.raises(OSError) as failure:
        settle(review_folder, review_copies, SOURCE)
    assert failure.value.errno == errno.ENOSPC
    assert (review_folder / "source.csv").read_bytes() == before
