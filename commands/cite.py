"""cite: the spot of words in a source."""

from __future__ import annotations

from typing import Annotated

import typer

from commands.options import FACTS, FAULTS, USAGE, FolderOption, LangOption, SourcesOption
from commands.saying import copies_or_exit, read_or_exit, say
from loaders.evidence import cite as spots
from ontology.kinds import Source


def cite(
    lang: LangOption,
    source: Annotated[str, typer.Argument(help="the source's code")],
    words: Annotated[str, typer.Argument(help="the words to cite, as they stand in the text")],
    sources: SourcesOption,
    folder: FolderOption = FACTS,
) -> None:
    """Gives the start, end and hash of words in a source, to paste into a table."""
    facts = read_or_exit(folder, lang)
    found = facts.things.get(source)
    if not isinstance(found, Source):
        known = ", ".join(one.code for one in facts.of(Source))
        say(lang, f"没有来源“{source}”。可用：{known}", f'no source "{source}". Try: {known}')
        raise typer.Exit(USAGE)
    text = copies_or_exit(sources, lang).text(found)
    if text is None:
        say(lang, f"没有 {found.file} 的副本", f"there is no copy of {found.file}")
        raise typer.Exit(FAULTS)
    spans = list(spots(text, words))
    for span in spans:
        typer.echo(f"{source},{span.start},{span.end},{span.sha256}")
    if not spans:
        say(lang, "文中没有这些字", "the text does not have these words")
        raise typer.Exit(FAULTS)
