"""Drafts on a terminal: a line each in a list, or one with everything for and against it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import typer

from commands.terminal.messages import say
from commands.terminal.options import Lang
from drafting.decisions.review_error import ID_LENGTH
from drafting.drafts.draft import Draft
from drafting.review.card import Card
from drafting.sources.documents.document import printable
from texts.tables import COMMANDS


def print_list(cards: Iterable[Card]) -> None:
    """A line for each card: id, state, band, kind and cells."""
    for card in cards:
        cells = " ".join(f"{column}={cell}" for column, cell in card.row.cells)
        draft = card.draft
        parts = [draft.id[:ID_LENGTH], card.state or "-", draft.band, draft.kind, cells]
        typer.echo("\t".join(map(printable, parts)))


def print_card(card: Card, lang: Lang) -> None:
    """A draft with its passage, cells, candidates, findings, and what says the same."""
    draft = card.draft
    typer.echo(f"{draft.id[:ID_LENGTH]} {draft.kind} {draft.band} {card.state or '-'}")
    for quote in card.assessor.quotes(draft):
        typer.echo(f"  “{printable(quote)}”")
    for column, cell in card.row.cells:
        typer.echo(f"  {column}: {printable(_with_name(card, cell, lang))}")
    for column, codes in card.candidates.items():
        names = [f"{n} {_with_name(card, code, lang)}" for n, code in enumerate(codes, start=1)]
        typer.echo(f"    {column}? {printable('; '.join(names))}")
    for match in card.similar_statements:
        text = COMMANDS.say(f"similar_{match.relation.value}", lang.value)
        typer.echo(f"  {text}: {match.statement.source} {match.id}")
    for doubt in card.findings:
        sign = "✗" if doubt.blocks else "?"
        typer.echo(printable(f"  {sign} {doubt.field}: {doubt.text(lang.value)}"))


def print_drafts_to_accept_first(drafts: Sequence[Draft], lang: Lang) -> None:
    """The drafts that have to be accepted first, if there are any."""
    if drafts:
        words = (
            f"{draft.id[:ID_LENGTH]} {draft.kind} {draft.cell('name_zh') or draft.cell('code')}"
            for draft in drafts
        )
        say(lang, "accept_first", drafts=printable("; ".join(words)))


def _with_name(card: Card, cell: str, lang: Lang) -> str:
    """A cell, with the name of the thing whose code it is."""
    thing = card.assessor.things.get(cell)
    return f"{cell} ({thing.name(lang.value)})" if thing else cell
