"""review: drafts decided on in the terminal, one by one or by keys, or in a spreadsheet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from commands.curation.refusals import print_refusals
from commands.curation.review_keys import edited_cells, review_by_keys
from commands.curation.review_output import print_card, print_drafts_to_accept_first, print_list
from commands.terminal.messages import copies_folder, copies_or_exit, read_or_exit, say
from commands.terminal.options import FACTS, FAULTS, USAGE, FolderOption, Lang, LangOption
from drafting.decisions.review_error import ActionRefused, RowBlocked, sentence
from drafting.review.card import Card
from drafting.review.decision_sheet import read_decision_sheet, write_decision_sheet
from drafting.review.pace import pace
from drafting.review.review_session import ReviewSession
from drafting.rows.needed_drafts import needed_drafts
from drafting.settlement.settlement import finish_settlement
from texts.tables import COMMANDS

ACTIONS = ("list", "show", "accept", "edit", "reject", "later", "undo", "pace")
# The curator of an action that writes no decision: such an action needs no name.
NO_CURATOR = "reader"

Action = Annotated[str, typer.Argument(help=f"{', '.join(ACTIONS)}; without one: by keys")]
DraftArgument = Annotated[str, typer.Argument(help="a draft, by the beginning of its id")]
Curator = Annotated[str, typer.Option(help="your name: every decision is written with it")]
Sources = Annotated[Path | None, typer.Option(help="folder with your copies of the texts")]
SourceFilter = Annotated[str, typer.Option("--of", help="only the drafts of this source")]
SecondReview = Annotated[
    bool, typer.Option("--second", help="rows that others accepted, to confirm")
]
Cells = Annotated[list[str] | None, typer.Option("--set", help="a cell of the row: column=cell")]
InSpiteOfDoubts = Annotated[bool, typer.Option("--confirmed", help="accept in spite of doubts")]
Reason = Annotated[str, typer.Option(help="why a draft is rejected")]
Export = Annotated[Path | None, typer.Option("--export", help="write the queue as a CSV table")]
Import = Annotated[Path | None, typer.Option("--import", help="take the decisions of a CSV table")]


def review(
    lang: LangOption,
    action: Action = "",
    draft: DraftArgument = "",
    curator: Curator = "",
    sources: Sources = None,
    folder: FolderOption = FACTS,
    of: SourceFilter = "",
    second: SecondReview = False,
    cells: Cells = None,
    confirmed: InSpiteOfDoubts = False,
    reason: Reason = "",
    export: Export = None,
    import_: Import = None,
) -> None:
    """Decides on drafts. Nothing enters the facts before settle."""
    if action and action not in ACTIONS:
        say(lang, "not_a_choice", value=action, choices=", ".join(ACTIONS))
        raise typer.Exit(USAGE)
    place = _Place(folder, copies_folder(sources, folder))
    copies_or_exit(place.copies, lang)
    changes = _Changes(tuple(cells or ()), confirmed, reason)
    with print_refusals(lang):
        finish_settlement(folder)
        read_or_exit(folder, lang)
        if import_ is not None:
            _import(place, import_, curator, lang)
        else:
            is_only_read = not second and (action in ("list", "show", "pace") or export is not None)
            session = place.session(
                NO_CURATOR if is_only_read else curator or _ask_for_curator(lang)
            )
            cards = session.second_queue if second else session.waiting_cards
            cards_of_source = tuple(card for card in cards if of in ("", card.draft.source))
            _carry_out_action(session, cards_of_source, action, draft, changes, export, lang)


@dataclass(frozen=True)
class _Place:
    """Where facts and copies lie."""

    folder: Path
    copies: Path

    def session(self, curator: str) -> ReviewSession:
        """The review before a curator."""
        return ReviewSession.open(self.folder, self.copies, curator, lambda: datetime.now(UTC))


@dataclass(frozen=True)
class _Changes:
    """What a decision says besides: changed cells, that doubts are known, why it is rejected."""

    cells: tuple[str, ...]
    accepts_doubts: bool
    reason: str


def _carry_out_action(
    session: ReviewSession,
    cards: tuple[Card, ...],
    action: str,
    draft: str,
    changes: _Changes,
    export: Path | None,
    lang: Lang,
) -> None:
    """Writes or lists the queue, carries out one action, or goes through the queue by keys."""
    if export is not None:
        count = write_decision_sheet(export, cards, lang.value)
        say(lang, "sheet_written", to_stdout=True, count=count, file=export)
    elif action == "list":
        print_list(cards)
    elif action == "pace":
        _print_pace(session, lang)
    elif action:
        _decide(session, action, draft, changes, lang)
    else:
        review_by_keys(session, [card.draft.id for card in cards], lang)


def _print_pace(session: ReviewSession, lang: Lang) -> None:
    """How long the accepted rows of all curators took."""
    curators_pace = pace(session.queue.standing_decisions.admitting_decisions())
    if curators_pace is None:
        say(lang, "no_pace", to_stdout=True)
    else:
        seconds = {"median": f"{curators_pace.median:.1f}", "ninety": f"{curators_pace.ninety:.1f}"}
        say(lang, "pace", to_stdout=True, rows=curators_pace.rows, **seconds)


def _decide(session: ReviewSession, action: str, draft: str, changes: _Changes, lang: Lang) -> None:
    """Carries out one decision and says so, or shows one card."""
    if action == "undo":
        undone = session.undo()
        say(lang, "undone" if undone else "nothing_to_undo", to_stdout=True)
        return
    card = _card(session, draft)
    try:
        _decide_on_card(session, card, action, changes, lang)
    except RowBlocked as error:
        typer.echo(error.text(lang.value), err=True)
        print_drafts_to_accept_first(
            needed_drafts(card.row, (waiting_card.draft for waiting_card in session.waiting_cards)),
            lang,
        )
        raise typer.Exit(FAULTS) from error


def _decide_on_card(
    session: ReviewSession, card: Card, action: str, changes: _Changes, lang: Lang
) -> None:
    id = card.draft.id
    match action:
        case "show":
            print_card(session.show(id), lang)
            return
        case "accept":
            session.accept(id, confirmed=changes.accepts_doubts)
        case "edit":
            session.edit(id, edited_cells(card, changes.cells), confirmed=changes.accepts_doubts)
        case "reject":
            session.reject(id, changes.reason)
        case _:
            session.postpone(id)
    say(lang, "decided", to_stdout=True, id=id, state=session.card(id).state)


def _card(session: ReviewSession, beginning: str) -> Card:
    """The only card whose id begins so. Raises ActionRefused if there are none or several."""
    matches = [card for card in session.cards if beginning and card.draft.id.startswith(beginning)]
    if len(matches) != 1:
        raise ActionRefused(sentence("not_one_draft", id=beginning, count=len(matches)))
    return matches[0]


def _import(place: _Place, file: Path, curator: str, lang: Lang) -> None:
    """Takes the decisions of a spreadsheet and prints the refused ones with their lines."""
    content = file.read_bytes()
    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(file.name, total=None)

        def progress(done_rows: int, total: int) -> None:
            bar.update(task, completed=done_rows, total=total)

        result = read_decision_sheet(content, place.session, curator, progress)
    for line, error in result.refusals:
        typer.echo(f"{file.name}:{line}: {error.text(lang.value)}", err=True)
    say(lang, "sheet_read", to_stdout=True, count=result.count, refused=len(result.refusals))
    if result.refusals:
        raise typer.Exit(FAULTS)


def _ask_for_curator(lang: Lang) -> str:
    name: str = typer.prompt(COMMANDS.say("ask_curator", lang.value))
    return name
