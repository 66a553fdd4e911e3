"""verify: every cited span against the user's copies."""

from __future__ import annotations

from datetime import date

import typer

from commands.terminal.messages import copies_or_exit, read_or_exit, say
from commands.terminal.options import (
    FAULTS,
    FOLDERS,
    FoldersOption,
    Lang,
    LangOption,
    SourcesOption,
)
from drafting.sources.captured_pages import CapturedPages, captured_pages
from loaders.copies.source_copies import Copies, SpanState
from loaders.copies.verification import verify as verified
from ontology.schema.kinds import Source


def verify(lang: LangOption, sources: SourcesOption, folders: FoldersOption = FOLDERS) -> None:
    """Compares every cited passage with your copies of the texts, or saved pages of them."""
    facts = read_or_exit(folders, lang)
    copies_or_exit(sources, lang)
    pages = captured_pages(sources, facts.things_of(Source), date.today())
    _print_pages(pages, lang)
    result = verified(facts, Copies(sources, pages.texts))
    for check in result.checked_spots:
        if check.state not in (SpanState.VERIFIED, SpanState.NOT_HELD):
            typer.echo(
                f"{check.state}\t{check.source}\t{check.span.start}-{check.span.end}\t{check.statement}"
            )
    for wording in result.unwritten:
        say(
            lang,
            "wording_not_there",
            source=wording.source,
            field=wording.field,
            wording=wording.wording,
            id=wording.statement,
        )
    for code, encoding in result.encodings.items():
        say(lang, "copy_not_utf8", encoding=encoding, source=code)
    for code in (code for code in result.differing_sources if code not in result.encodings):
        say(lang, "copy_differs", source=code)
    typer.echo(" ".join(f"{state}={count}" for state, count in result.counts.items()))
    if result.nothing_checked:
        say(lang, "nothing_checked")
    if not result.holds:
        raise typer.Exit(FAULTS)


def _print_pages(pages: CapturedPages, lang: Lang) -> None:
    """How many saved pages were read, and which could not be or belong to no source."""
    if pages.texts:
        say(lang, "pages_read", count=len(pages.texts))
    for name, error in pages.unusable.items():
        say(lang, "page_unusable", file=name, reason=error.text(lang.value))
    for name in pages.strangers:
        say(lang, "page_of_no_source", file=name)
