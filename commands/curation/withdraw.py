"""withdraw: moves statements that are no longer valid out of the facts into their history."""

from __future__ import annotations

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
from commands.push import DatabaseOption
from commands.terminal.messages import read_or_exit
from commands.terminal.options import FACTS, FolderOption, LangOption
from commands.unload import unload
from drafting.settlement import withdrawal
from drafting.settlement.settlement import finish_settlement


def withdraw(
    lang: LangOption,
    codes: Annotated[
        list[str],
        typer.Argument(help="ids of statements, or codes of sources that were retracted"),
    ],
    reason: ReasonOption = "",
    curator: CuratorOption = "",
    replaced_by: Annotated[str | None, typer.Option(help="id of its successor")] = None,
    day: DayOption = None,
    database: DatabaseOption = None,
    folder: FolderOption = FACTS,
) -> None:
    """Withdraws statements, or all of a retracted source; keeps them with the reason."""
    if len(codes) == 2 and "://" in codes[1]:  # the former name of `unload`
        unload(lang, codes[0], codes[1], database, folder)
        return
    with print_refusals(lang):
        note = withdrawal.withdrawal_note(day_of(day), curator, reason, replaced_by)
        finish_settlement(folder)
        read_or_exit(folder, lang)
        print_moved_rows(withdrawal.withdraw(folder, codes, note), note, lang)
