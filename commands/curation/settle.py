"""settle: accepted rows of a source into the tables of facts, all or none."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from commands.curation.refusals import print_refusals
from commands.terminal.messages import copies_folder, copies_or_exit, read_or_exit, say
from commands.terminal.options import FACTS, FAULTS, FolderOption, Lang, LangOption
from drafting.decisions.review_error import AcceptedRowsDoubted
from drafting.review.review_session import ReviewSession
from drafting.settlement.settlement import Settlement, finish_settlement
from drafting.settlement.settlement import settle as settled
from drafting.settlement.settlement_step import SettlementStep
from texts.tables import COMMANDS


def settle(
    lang: LangOption,
    source: Annotated[str, typer.Argument(help="the source's code")],
    sources: Annotated[
        Path | None, typer.Option(help="folder with your copies of the texts")
    ] = None,
    folder: FolderOption = FACTS,
    curator: Annotated[str, typer.Option(help="your name, for --confirmed")] = "",
    confirmed: Annotated[bool, typer.Option(help="confirm doubts that later rows raised")] = False,
) -> None:
    """Writes the accepted rows of a source into the facts; checks everything first."""
    copies = copies_folder(sources, folder)
    copies_or_exit(copies, lang)
    with print_refusals(lang):
        finish_settlement(folder)
        read_or_exit(folder, lang)
        try:
            settlement = _settle_with_progress(folder, copies, source, lang)
        except AcceptedRowsDoubted as error:
            if not (confirmed and error.can_be_confirmed):
                typer.echo(error.text(lang.value), err=True)
                say(lang, "doubted_rows")
                raise typer.Exit(FAULTS) from error
            _confirm(folder, copies, curator, error)
            settlement = _settle_with_progress(folder, copies, source, lang)
        _print_settlement(settlement, source, lang)


def _confirm(folder: Path, copies: Path, curator: str, error: AcceptedRowsDoubted) -> None:
    """Writes in the curator's name that the doubts are known."""
    session = ReviewSession.open(folder, copies, curator, lambda: datetime.now(UTC))
    for id, doubts in error.doubts.items():
        session.confirm(id, [doubt.code for doubt in doubts])


def _settle_with_progress(folder: Path, copies: Path, source: str, lang: Lang) -> Settlement:
    """The settlement, with a bar that shows its steps."""
    steps = list(SettlementStep)
    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=len(steps))

        def progress(step: SettlementStep) -> None:
            name = COMMANDS.say(f"settling_{step.value}", lang.value)
            bar.update(task, description=name, completed=steps.index(step))

        return settled(folder, copies, source, progress)


def _print_settlement(result: Settlement, source: str, lang: Lang) -> None:
    if result.is_empty:
        say(lang, "nothing_to_settle", to_stdout=True, source=source)
        return
    for kind in sorted({*result.added_rows, *result.removed_rows}):
        signs = {"+": result.added_rows.get(kind), "-": result.removed_rows.get(kind)}
        parts = [f"{sign}{count}" for sign, count in signs.items() if count]
        typer.echo(f"{kind}.csv\t{' '.join(parts)}")
    added_count, removed_count = sum(result.added_rows.values()), sum(result.removed_rows.values())
    say(lang, "settled", added=added_count, removed=removed_count)
