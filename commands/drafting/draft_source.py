"""The text of a source that is in the facts, or that so far is only a draft."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import typer

from commands.terminal.messages import say
from commands.terminal.options import FAULTS, USAGE, Lang
from drafting.drafts.draft_file import SOURCE_DRAFTS, BadDraftFile, draft_path, read_drafts
from graph.model.facts import Facts
from loaders.copies.source_copies import Copies
from loaders.tables.encoding import likely_encoding
from ontology.schema.kinds import Source

SOURCE_KIND = "source"


@dataclass(frozen=True)
class SourceText:
    """A source's code, its time of publication in EDTF, and its text as it lies."""

    code: str
    published: str | None
    raw: str


def source_text(facts: Facts, drafts: Path, code: str, copies: Copies, lang: Lang) -> SourceText:
    """The text of a source, or a sentence and an exit."""
    thing = facts.things.get(code)
    if isinstance(thing, Source):
        return SourceText(code, thing.published, _text(copies, thing, lang))
    rows = _source_drafts(drafts, lang)
    if code not in rows:
        codes = ", ".join([*(source.code for source in facts.things_of(Source)), *rows])
        say(lang, "no_source", source=code, codes=codes)
        raise typer.Exit(USAGE)
    cells = rows[code]
    text = _file(copies.folder or Path(), cells["file"], lang)
    return SourceText(code, cells.get("published"), text)


def _source_drafts(drafts: Path, lang: Lang) -> dict[str, dict[str, str]]:
    """The cells of the sources that are drafts, by code."""
    path = draft_path(drafts, SOURCE_DRAFTS)
    if not path.is_file():
        return {}
    try:
        rows = [dict(draft.cells) for draft in read_drafts(path) if draft.kind == SOURCE_KIND]
    except BadDraftFile as error:
        say(lang, "bad_drafts", file=path.name, reason=error.reason)
        raise typer.Exit(FAULTS) from error
    return {row["code"]: row for row in rows if {"code", "file"} <= set(row)}


def _text(copies: Copies, source: Source, lang: Lang) -> str:
    text = copies.text(source)
    if text is None:
        encoding = copies.encoding(source)
        if encoding:
            say(lang, "file_not_utf8", file=source.file, encoding=encoding)
        else:
            say(lang, "no_file", file=source.file, folder=copies.folder)
        raise typer.Exit(FAULTS)
    return text


def _file(folder: Path, file: str, lang: Lang) -> str:
    path = folder / Path(file).name
    try:
        content = path.read_bytes()
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        say(lang, "file_not_utf8", file=file, encoding=likely_encoding(content))
        raise typer.Exit(FAULTS) from error
    except OSError as error:
        say(lang, "no_file", file=file, folder=folder)
        raise typer.Exit(FAULTS) from error
