"""verify: every cited span against the user's copies."""

from __future__ import annotations

import typer

from commands.shared.messages import copies_or_exit, read_or_exit, say
from commands.shared.options import FAULTS, FOLDERS, FoldersOption, LangOption, SourcesOption
from loaders.source_copies import SpanState
from loaders.source_copies import verify as verified


def verify(lang: LangOption, sources: SourcesOption, folders: FoldersOption = FOLDERS) -> None:
    """Recomputes every cited span against your copies of the texts."""
    facts = read_or_exit(folders, lang)
    result = verified(facts, copies_or_exit(sources, lang))
    for check in result.checked:
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
    for code in (code for code in result.differing if code not in result.encodings):
        say(lang, "copy_differs", source=code)
    typer.echo(" ".join(f"{state}={count}" for state, count in result.counts.items()))
    if result.nothing_checked:
        say(lang, "nothing_checked")
    if not result.holds:
        raise typer.Exit(FAULTS)
