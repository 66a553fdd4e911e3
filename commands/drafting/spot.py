"""spot: the position of words in a source, or the length and hash of a whole text."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from commands.terminal.messages import say
from commands.terminal.options import (
    FACTS,
    FAULTS,
    USAGE,
    FolderOption,
    Lang,
    LangOption,
    SourcesOption,
)
from loaders.copies.word_spans import word_spans
from loaders.facts.facts_folder import read_sources
from loaders.sha256 import sha256
from loaders.tables.encoding import likely_encoding


def spot(
    lang: LangOption,
    source: Annotated[str, typer.Argument(help="a source's code, or a file in your folder")],
    sources: SourcesOption,
    words: Annotated[str | None, typer.Argument(help="the words, exactly as in the text")] = None,
    folder: FolderOption = FACTS,
) -> None:
    """Gives source,start,end,sha256 of words, to paste; without words, a text's length and hash."""
    content = _content(source, sources, folder, lang)
    text = _text(content, source, lang)
    if words is None:
        typer.echo(f"{source},{len(text)},{sha256(content)}")
        return
    spans = list(word_spans(text, words))
    for span in spans:
        typer.echo(f"{source},{span.start},{span.end},{span.sha256}")
    if len(spans) > 1:
        say(lang, "words_repeated", count=len(spans))
    if not spans:
        say(lang, "words_missing")
        raise typer.Exit(FAULTS)


def _text(content: bytes, source: str, lang: Lang) -> str:
    """The text of a copy, or a sentence and an exit."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        encoding = likely_encoding(content)
        say(lang, "file_not_utf8", file=source, encoding=encoding)
        raise typer.Exit(FAULTS) from error


def _content(source: str, copies: Path, folder: Path, lang: Lang) -> bytes:
    """The bytes of a source's copy, or a sentence and an exit."""
    rows = {row.code: row for row in read_sources(folder)}
    title = rows[source].title_text if source in rows else None
    if title is not None:
        return title.encode()
    files = {code: row.file or code for code, row in rows.items()}
    path = copies / files.get(source, source)
    if path.is_file():
        return path.read_bytes()
    if source in files:
        say(lang, "no_file", file=path.name, folder=copies)
        raise typer.Exit(FAULTS)
    codes = ", ".join(files)
    say(lang, "no_source", source=source, codes=codes)
    raise typer.Exit(USAGE)
