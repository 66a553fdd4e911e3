"""correct: a statement withdrawn, and the corrected one in its place."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from commands.curation.refusals import print_refusals
from commands.curation.withdrawals import (
    CuratorOption,
    DayOption,
    ReasonOption,
    day_of,
    print_moved_rows,
)
from commands.terminal.messages import copies_or_exit, read_or_exit, say
from commands.terminal.options import FACTS, USAGE, FolderOption, Lang, LangOption
from drafting.settlement import withdrawal
from drafting.settlement.settlement import finish_settlement


def correct(
    lang: LangOption,
    statement: Annotated[str, typer.Argument(help="the statement's id")],
    changes: Annotated[list[str], typer.Argument(help="field=value; field= empties it")],
    reason: ReasonOption = "",
    curator: CuratorOption = "",
    day: DayOption = None,
    sources: Annotated[
        Path | None, typer.Option(help="your copies, if the passage or its words change")
    ] = None,
    folder: FolderOption = FACTS,
) -> None:
    """Withdraws a statement and adds the corrected row as its successor."""
    cells = _cells(changes, lang)
    copies = copies_or_exit(sources, lang) if sources else None
    with print_refusals(lang):
        note = withdrawal.withdrawal_note(day_of(day), curator, reason)
        finish_settlement(folder)
        read_or_exit(folder, lang)
        moved_rows = withdrawal.correct(folder, statement, cells, note, copies)
        print_moved_rows(moved_rows, note, lang)


def _cells(changes: list[str], lang: Lang) -> dict[str, str]:
    """The changes by field, or a sentence and an exit."""
    for change in changes:
        if not change.partition("=")[1]:
            say(lang, "bad_change", value=change)
            raise typer.Exit(USAGE)
    pairs = (change.partition("=") for change in changes)
    return {field.strip(): value.strip() for field, _, value in pairs}
