"""cite: statements, sources, the dataset or a release, as papers cite them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from commands.terminal.messages import copies_or_exit, print_write_errors, read_or_exit, say
from commands.terminal.options import FOLDERS, USAGE, FoldersOption, Lang, LangOption
from exports.citations.forms import CitationForm, citation_bytes
from exports.citations.reference import Reference
from exports.citations.references import (
    CitationContext,
    NotCitable,
    dataset_names,
    references,
)
from exports.export_file import write_atomically


def cite(
    lang: LangOption,
    ids: Annotated[
        list[str],
        typer.Argument(
            help="ids of statements, codes of sources, names of the dataset or a release"
        ),
    ],
    style: Annotated[CitationForm, typer.Option(help="the form")] = CitationForm.GBT7714,
    to: Annotated[Path | None, typer.Option(help="the file to write")] = None,
    retrieved: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="the day you saw pages that name no day"),
    ] = None,
    passages: Annotated[bool, typer.Option("--passages", help="quote the passages")] = False,
    sources: Annotated[
        Path | None, typer.Option("--sources", help="folder with your copies of the texts")
    ] = None,
    folders: FoldersOption = FOLDERS,
) -> None:
    """Cites statements, sources or data: GB/T 7714, APA, BibTeX, RIS, CSL-JSON, Word."""
    if style is CitationForm.DOCX and to is None:
        _refuse(lang, "cite_docx_without_file")
    if passages and sources is None:
        _refuse(lang, "cite_passages_without_sources")
    facts = read_or_exit(folders, lang)
    copies = copies_or_exit(sources, lang) if passages and sources else None
    day = retrieved.date() if retrieved else None
    try:
        cited_works = references(CitationContext(facts, lang.value, day, copies), ids)
    except NotCitable as error:
        names = ", ".join(dataset_names(facts))
        say(lang, "not_citable", ids=", ".join(error.ids), names=names)
        raise typer.Exit(USAGE) from error
    _write(cited_works, style, to, lang)


def _refuse(lang: Lang, key: str) -> None:
    say(lang, key)
    raise typer.Exit(USAGE)


def _write(works: list[Reference], style: CitationForm, file: Path | None, lang: Lang) -> None:
    """Writes the file and names it; without a file prints the text."""
    content = citation_bytes(works, style, lang.value)
    if file is None:
        typer.echo(content.decode(), nl=False)
        return
    with print_write_errors(lang):
        write_atomically(file, content)
    typer.echo(file)
