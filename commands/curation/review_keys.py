"""The review by keys on a terminal: a card, a letter, the next card."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import typer

from commands.curation.review_output import print_card
from commands.terminal.messages import say
from commands.terminal.options import Lang
from drafting.decisions.decision import Action, RejectionReason
from drafting.decisions.review_error import NotConfirmed, ReviewError
from drafting.drafts.draft import Band, Draft, filled_cells
from drafting.review.card import Card
from drafting.review.review_session import ReviewSession
from drafting.rows.typed_row import HAND_FAMILY
from texts.tables import COMMANDS

REASONS = tuple(RejectionReason)


def review_by_keys(session: ReviewSession, ids: Sequence[str], lang: Lang) -> None:
    """Goes through drafts until the last one, `q`, or the end of the input."""
    card_index = 0
    while True:
        decider = session.look_again(ids[card_index]) if card_index < len(ids) else ""
        card = session.show(ids[card_index]) if card_index < len(ids) else None
        if card:
            if decider:
                say(lang, "decided_by", curator=decider)
            typer.echo(f"\n{card_index + 1}/{len(ids)}")
            print_card(card, lang)
            if card.likely_action:
                say(lang, f"review_enter_{card.likely_action.value}", to_stdout=True)
        else:
            say(lang, "review_ended", to_stdout=True)
        try:
            key, _, words = _ask(lang, "review_key").partition(" ")
            if key == "q" or (card is None and key not in ("u", "k")):
                return
            card_index = max(0, card_index + _act_on_key(session, card, key, words.strip(), lang))
        except ReviewError as error:
            typer.echo(error.text(lang.value), err=True)
        except typer.Abort:  # the input has ended
            return


def _act_on_key(session: ReviewSession, card: Card | None, key: str, words: str, lang: Lang) -> int:
    """Does what a key says; how many cards to go on. Behind the last card only `u` and `k` work."""
    match key:
        case "u":
            undone = session.undo()
            say(lang, "undone" if undone else "nothing_to_undo", to_stdout=True)
            return -1 if undone else 0
        case "k":
            return -1
    return _decide_by_key(session, card, key, words, lang) if card else 0


def _decide_by_key(session: ReviewSession, card: Card, key: str, words: str, lang: Lang) -> int:
    """Decides on a card by a key; 1 if it did, 0 for a key that only asks for help."""
    id = card.draft.id
    key, words = (key, words) if key else _likely_decision(card)
    match key:
        case "a":
            _decide_with_confirmation(partial(session.accept, id), lang)
        case "1" | "2" | "3" | "4" | "5":
            choice = _candidate(card, int(key), words)
            _decide_with_confirmation(partial(session.accept, id, choice), lang)
        case "e":
            cells = edited_cells(card, words.split("; "))
            _decide_with_confirmation(partial(session.edit, id, cells), lang)
        case "x":
            session.reject(id, _reason(words or _ask(lang, "review_reason")))
        case "s":
            session.postpone(id)
        case "n":
            session.add(_new_thing(card, *words.partition(" ")[::2]), confirmed=True)
            return 0
        case "j":
            pass
        case _:
            typer.echo(COMMANDS.say("review_help", lang.value))
            return 0
    return 1


def _likely_decision(card: Card) -> tuple[str, str]:
    """What Enter alone means: the likely decision, as its key and the words after it."""
    match card.likely_action:
        case Action.REJECTED:
            return "x", RejectionReason.DUPLICATE
        case Action.ACCEPTED:
            return "a", ""
    return "", ""


def _decide_with_confirmation(decide: Callable[..., object], lang: Lang) -> None:
    """Takes a decision; if there are doubts, the curator has to accept the row a second time."""
    try:
        decide(confirmed=False)
    except NotConfirmed as error:
        typer.echo(error.text(lang.value), err=True)
        if _ask(lang, "review_once_more") != "a":
            raise
        decide(confirmed=True)


def _candidate(card: Card, number: int, column: str) -> tuple[str, str] | None:
    """The candidate with a number, of the column named or of the first with a choice."""
    choices = {name: codes for name, codes in card.candidates.items() if len(codes) > 1}
    name = column or next(iter(choices), "")
    codes = card.candidates.get(name, ())
    return (name, codes[number - 1]) if number <= len(codes) else None


def edited_cells(card: Card, changes: Sequence[str]) -> dict[str, str]:
    """The cells of a card with changes, each `column=cell`; an empty cell is left out."""
    pairs = (change.partition("=") for change in changes if change.strip())
    return dict(card.row.cells) | {name.strip(): cell.strip() for name, _, cell in pairs}


def _new_thing(card: Card, table: str, cells: str) -> Draft:
    """A thing that the curator has written: its table, then `column=cell; column=cell`."""
    pairs = (pair.partition("=") for pair in cells.split("; ") if pair.strip())
    row = {name.strip(): cell.strip() for name, _, cell in pairs}
    return Draft(table, card.draft.source, filled_cells(row), (), Band.SURE, HAND_FAMILY)


def _reason(number_or_name: str) -> str:
    """A reason by its number or its name."""
    is_number = number_or_name.isdigit() and 1 <= int(number_or_name) <= len(REASONS)
    return REASONS[int(number_or_name) - 1].value if is_number else number_or_name


def _ask(lang: Lang, key: str) -> str:
    question = COMMANDS.say(key, lang.value)
    answer: str = typer.prompt(question, default="", show_default=False, prompt_suffix=" ")
    return answer.strip()
