"""The options and messages that `withdraw` and `correct` share."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

import typer

from commands.terminal.messages import say
from commands.terminal.options import Lang
from drafting.settlement.withdrawal import MovedRows
from ontology.schema.withdrawal_note import WithdrawalNote

CuratorOption = Annotated[str, typer.Option("--curator", help="your name: it is kept with it")]
ReasonOption = Annotated[str, typer.Option("--reason", help="why, in a sentence")]
DayOption = Annotated[
    datetime | None,
    typer.Option("--day", formats=["%Y-%m-%d"], help="day of the withdrawal; or today"),
]


def day_of(day: datetime | None) -> date:
    """The day that was chosen, or today."""
    return day.date() if day else date.today()


def print_moved_rows(moved_rows: MovedRows, note: WithdrawalNote, lang: Lang) -> None:
    """What went, a line each, and what succeeds it."""
    for id in moved_rows.statements:
        say(
            lang,
            "statement_withdrawn",
            to_stdout=True,
            id=id,
            day=note.withdrawn,
            reason=note.reason,
        )
    for source in moved_rows.sources:
        say(lang, "source_retracted", to_stdout=True, source=source)
    for code in moved_rows.things:
        say(lang, "thing_withdrawn", to_stdout=True, code=code)
    if moved_rows.successor:
        say(lang, "statement_succeeds", to_stdout=True, id=moved_rows.successor)
