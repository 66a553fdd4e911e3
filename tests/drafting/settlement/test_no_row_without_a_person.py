"""No sequence of commands puts a row into the facts that no named person has accepted."""

from __future__ import annotations

import contextlib
import csv
import json
import os
import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from drafting.decisions.review_error import ReviewError
from drafting.drafts.draft import Band, Draft, draft_span, filled_cells
from drafting.drafts.draft_file import draft_path, write_drafts
from drafting.review.review_session import ReviewSession
from drafting.settlement.settlement import settle
from tests.drafting.made_up_review import Clock

SMALL_FOLDER = Path(__file__).parents[2] / "small"
SOURCE = "north-daily"
RAW = (SMALL_FOLDER / "texts" / "north-daily.txt").read_text(encoding="utf-8")


def new_draft(kind: str, words: str, **cells: str) -> Draft:
    start = RAW.index(words)
    span = draft_span(RAW, start, start + len(words))
    return Draft(kind, SOURCE, filled_cells(cells), (span,), Band.LOOK, "rules 1")


DRAFTS = [
    new_draft(
        "adoption", "流动书车约30辆", adopter="11", mechanism="mobile-library", stance="stated"
    ),
    new_draft(
        "adoption", "戊县计划设书车2辆", adopter="12", mechanism="new:夜读", stance="planned"
    ),
    new_draft(
        "adoption", "丙城市与丁城市相邻", adopter="nowhere", mechanism="lending", stance="stated"
    ),
    new_draft(
        "mechanism", "夜间开馆", code="night-reading", name_zh="夜读", name_en="Night reading"
    ),
]
NUMBERS = st.integers(0, len(DRAFTS) - 1)
PEOPLE = st.sampled_from(["Ada", "Ada", "Bela", "Bela", ""])
DECISIONS = ["accept", "accept", "accept", "edit", "reject", "later", "add", "undo"]
COMMANDS = st.one_of(
    st.tuples(st.sampled_from(DECISIONS), PEOPLE, NUMBERS),
    st.tuples(st.sampled_from(["settle", "settle", "killed", "draft", "tear"]), PEOPLE, NUMBERS),
)


def carry_out(folder: Path, command: str, curator: str, number: int, clock: Clock) -> None:
    """One command on a facts folder, as a person or a script would give it."""
    copies, id = folder / "texts", DRAFTS[number].id
    if command in ("settle", "killed"):
        if command == "settle":
            settle(folder, copies, SOURCE)
        else:
            killed_settlement(folder, copies, number)
        return
    if command == "draft":  # other rules propose the same rows, or leave them out
        rows = [replace(draft, drafted_by=f"rules {number}") for draft in DRAFTS[: number + 1]]
        write_drafts(draft_path(folder / "drafts", SOURCE), rows)
        return
    log = folder / "drafts" / "decisions.jsonl"
    if command == "tear":  # a process was killed while it wrote a line
        if log.is_file():
            log.write_bytes(log.read_bytes() + b'{"draft": "')
        return
    session = ReviewSession.open(folder, copies, curator, clock)
    match command:
        case "accept":
            session.accept(id, confirmed=True)
        case "edit":
            session.edit(id, dict(DRAFTS[number].cells) | {"adopter": "13"}, confirmed=True)
        case "reject":
            session.reject(id, "not_stated")
        case "later":
            session.postpone(id)
        case "add":
            session.add(replace(DRAFTS[number], spans=DRAFTS[0].spans), confirmed=True)
        case "undo":
            session.undo()


def killed_settlement(folder: Path, copies: Path, moves: int) -> None:
    """A settlement that ends after so many files have been moved."""
    move, count = os.replace, 0

    def until_killed(*paths: Path) -> None:
        nonlocal count
        count += 1
        if count > moves:
            raise KeyboardInterrupt
        move(*paths)

    with patch.object(os, "replace", until_killed), contextlib.suppress(KeyboardInterrupt):
        settle(folder, copies, SOURCE)


def rows(folder: Path) -> Counter:
    """Every row of every table, with the table's name and its filled cells."""
    counted: Counter = Counter()
    for path in folder.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                counted[path.stem, *sorted(pair for pair in row.items() if pair[1])] += 1
    return counted


def accepted_rows(folder: Path) -> list[tuple[str, dict[str, str], str]]:
    """What people have accepted by the lines of the log alone: table, cells, and who."""
    log = folder / "drafts" / "decisions.jsonl"
    lines = log.read_bytes().split(b"\n")[:-1] if log.is_file() else []
    decisions = map(json.loads, lines)
    return [
        (line["proposal"]["kind"], line["cells"], line["curator"])
        for line in decisions
        if line["action"] in ("accepted", "edited")
    ]


@settings(max_examples=25)
@given(st.lists(COMMANDS, min_size=8, max_size=16))
def test_no_sequence_of_commands_adds_a_row_that_nobody_accepted(tmp_path_factory, commands):
    folder = tmp_path_factory.mktemp("facts") / "facts"
    shutil.copytree(SMALL_FOLDER, folder)
    write_drafts(draft_path(folder / "drafts", SOURCE), DRAFTS)
    before, clock = rows(folder), Clock()
    for command, curator, number in commands:
        was = rows(folder)
        try:
            carry_out(folder, command, curator, number, clock)
        except ReviewError:
            assert rows(folder) == was
        if command not in ("settle", "killed"):
            assert rows(folder) == was
    assert before - rows(folder) == Counter()  # no row of the facts is lost
    accepted = accepted_rows(folder)
    assert all(curator.strip() for _, _, curator in accepted)
    for table, *pairs in rows(folder) - before:
        row = dict(pairs)
        assert any(
            kind == table
            and curator == row.get("curator", curator)
            and all(row.get(k) == v.replace("new:夜读", "night-reading") for k, v in cells.items())
            for kind, cells, curator in accepted
        ), row
