"""The queue as a table for a spreadsheet, and the decisions that people write into it.

A row is a draft; the columns `decision`, `reason`, `confirmed` and `curator` are for people, and
after them stands a column for each cell of a row, which people may change.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from drafting.decisions.decision import Action
from drafting.decisions.review_error import ActionRefused, ReviewError, join_sentences, sentence
from drafting.review.card import Card
from drafting.review.review_session import ReviewSession
from graph.formats.csv_injection import escape_formula
from loaders.tables.csv_table import read_table
from loaders.tables.delimiter import header_of
from loaders.writing.atomic_write import replace_file

DRAFT_COLUMNS = ("draft", "kind", "source", "band", "state", "quote", "findings")
PEOPLE_COLUMNS = ("decision", "reason", "confirmed", "curator")
# The values of the column `decision`.
DECISIONS = tuple(action.value for action in (Action.ACCEPTED, Action.REJECTED, Action.LATER))
YES_WORDS = ("yes", "是", "y", "1", "true")


@dataclass(frozen=True)
class SheetResult:
    """How many decisions were written, and the refused ones as (line, refusal)."""

    count: int
    refusals: tuple[tuple[int, ReviewError], ...]


def write_decision_sheet(path: Path, cards: Iterable[Card], language: str) -> int:
    """Writes cards as UTF-8 CSV with a byte-order mark for spreadsheets; returns how many."""
    rows = [_sheet_row(card, language) for card in cards]
    cells = sorted({name for row in rows for name in row} - {*DRAFT_COLUMNS, *PEOPLE_COLUMNS})
    text = io.StringIO()
    writer = csv.DictWriter(
        text, [*DRAFT_COLUMNS, *PEOPLE_COLUMNS, *cells], restval="", lineterminator="\n"
    )
    writer.writeheader()
    writer.writerows({name: escape_formula(cell) for name, cell in row.items()} for row in rows)
    replace_file(path, text.getvalue().encode("utf-8-sig"))
    return len(rows)


def read_decision_sheet(
    content: bytes,
    open_session: Callable[[str], ReviewSession],
    curator: str,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> SheetResult:
    """Writes the decisions of a table in its order, each with the name in its column `curator`.

    `curator` is the name where that column is empty; `open_session` opens the review for a name.
    Raises ActionRefused for any other table. A refused row does not stop other rows, because each
    is a separate decision.
    """
    rows = [(line, cells) for line, cells in _rows(content) if cells.get("decision")]
    count, refusals = 0, []
    sessions: dict[str, ReviewSession] = {}
    for done, (line, cells) in enumerate(rows):
        progress(done, len(rows))
        try:
            name = cells.get("curator") or curator
            if name not in sessions:
                sessions[name] = open_session(name)
            sessions[name].refresh()
            _decide(sessions[name], cells)
            count += 1
        except ReviewError as error:
            refusals.append((line, error))
    return SheetResult(count, tuple(refusals))


def _sheet_row(card: Card, language: str) -> dict[str, str]:
    draft = card.draft
    draft_cells = {
        "draft": draft.id,
        "kind": draft.kind,
        "source": draft.source,
        "band": draft.band.value,
        "state": card.state,
        "quote": " … ".join(card.assessor.quotes(draft)),
        "findings": "; ".join(doubt.text(language) for doubt in card.findings),
    }
    return dict(card.row.cells) | draft_cells | dict.fromkeys(PEOPLE_COLUMNS, "")


def _rows(content: bytes) -> list[tuple[int, Mapping[str, str]]]:
    """The rows with their lines. Raises ActionRefused with every fault of form."""
    delimiter, header = header_of(content, (*DRAFT_COLUMNS, *PEOPLE_COLUMNS))
    needed_columns = ("draft", "state", "decision", "curator")
    table = read_table("", content, header, needed_columns, delimiter)
    if table.faults:
        faults = table.faults
        reasons = join_sentences(
            lambda language: (f"{f.location} {f.message(language)}" for f in faults)
        )
        raise ActionRefused(sentence("bad_sheet", reasons=reasons))
    return [(row.line, row.cells) for row in table.rows]


def _decide(session: ReviewSession, row: Mapping[str, str]) -> None:
    """Writes the decision of a row. Raises ReviewError if it is refused."""
    card = session.card(row["draft"])
    if card.state != row.get("state", ""):
        raise ActionRefused(sentence("state_changed", id=card.draft.id, state=card.state or "-"))
    confirmed = row.get("confirmed", "").casefold() in YES_WORDS
    match row["decision"].casefold():
        case Action.ACCEPTED:
            cells = _cells(card, row)
            if cells == dict(card.row.cells):
                session.accept(card.draft.id, confirmed=confirmed)
            else:
                session.edit(card.draft.id, cells, confirmed=confirmed)
        case Action.REJECTED:
            session.reject(card.draft.id, row.get("reason", ""))
        case Action.LATER:
            session.postpone(card.draft.id)
        case decision:
            choices = ", ".join(DECISIONS)
            raise ActionRefused(sentence("no_decision", decision=decision, choices=choices))


def _cells(card: Card, row: Mapping[str, str]) -> dict[str, str]:
    """The cells of a row as they were before formulas were made harmless."""
    cells = {}
    card_cells = dict(card.row.cells)
    for name, cell in row.items():
        if name in DRAFT_COLUMNS or name in PEOPLE_COLUMNS:
            continue
        is_same = escape_formula(card_cells.get(name, "")) == cell
        cells[name] = card_cells[name] if is_same else _unescape_formula(cell)
    return cells


def _unescape_formula(cell: str) -> str:
    plain = cell.removeprefix("'")
    return plain if escape_formula(plain) == cell else cell
