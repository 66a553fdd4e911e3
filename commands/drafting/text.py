"""text: a file becomes a source: its copy as UTF-8 text, and its row as a draft."""

from __future__ import annotations

import csv
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from commands.terminal.messages import read_or_exit, say
from commands.terminal.options import FACTS, FAULTS, USAGE, FolderOption, Lang, LangOption
from drafting.drafts.draft import Draft
from drafting.drafts.draft_file import BadDraftFile
from drafting.sources.documents.document import printable
from drafting.sources.documents.source_faults import Remedy, UnusableSource
from drafting.sources.new_source import (
    COLUMNS,
    NewSource,
    RawSource,
    SourceChoices,
    is_new,
    new_source,
)
from drafting.sources.source_drafts import add_source_draft, known_texts
from drafting.sources.web.address_filter import PUBLIC_ADDRESSES
from drafting.sources.web.page_files import fetched_source
from graph.model.facts import Facts
from texts.system_errors import reason_of, reason_with_file

# How many letters of a passage that was left out are shown.
MAX_PRINTED_LETTERS = 60
# The columns that the program computes from the text; a curator may set the others.
COUNTED_COLUMNS = ("code", "file", "length", "sha256")
SETTABLE_COLUMNS = tuple(column for column in COLUMNS if column not in COUNTED_COLUMNS)
# The machines that --from may contact; no option and no environment variable adds others.
ADDRESS_FILTER = PUBLIC_ADDRESSES

AsOption = Annotated[str, typer.Option("--as", help="the source's code")]
Copies = Annotated[Path, typer.Option("--sources", help="folder with your copies of the texts")]
FileArgument = Annotated[Path | None, typer.Argument(help="HTML, TXT, PDF with text, or DOCX")]
FromOption = Annotated[str, typer.Option("--from", help="fetch this page instead of a file")]
KeepAll = Annotated[bool, typer.Option(help="keep menus, notices and repeated passages")]
Replace = Annotated[bool, typer.Option(help="overwrite another text under this code")]
Repeat = Annotated[bool, typer.Option(help="take a text that another source has already")]
Damage = Annotated[bool, typer.Option(help="take a text with damaged letters")]
Cells = Annotated[list[str] | None, typer.Option("--set", help="a cell of the row: type=official")]


def text(
    lang: LangOption,
    code: AsOption,
    sources: Copies,
    file: FileArgument = None,
    page: FromOption = "",
    folder: FolderOption = FACTS,
    keep_all: KeepAll = False,
    replace: Replace = False,
    allow_damage: Damage = False,
    repeat: Repeat = False,
    cells: Cells = None,
) -> None:
    """Makes a source from a file: a copy as text, and its row as a draft.

    Only --from asks the network, and only for the one page that it names.
    """
    if (file is None) == (not page):
        say(lang, "file_or_address")
        raise typer.Exit(USAGE)
    facts = read_or_exit(folder, lang)
    consents = {Remedy.REPLACE: replace, Remedy.ALLOW_DAMAGE: allow_damage, Remedy.REPEAT: repeat}
    remedies = [remedy for remedy, is_wanted in consents.items() if is_wanted]
    texts = _known_texts(lang, facts, folder)
    choices = SourceChoices(_cells(cells or [], lang), keep_all, remedies, texts)
    try:
        raw = _fetched_page(facts, code, page) if file is None else RawSource(_content(file, lang))
        source = new_source(facts, code, raw, sources, choices, date.today())
    except UnusableSource as error:
        _print_faults(lang, error)
        raise typer.Exit(FAULTS) from error
    except OSError as error:
        say(lang, "file_refused", reason=reason_with_file(error))
        raise typer.Exit(USAGE) from error
    _print_source(lang, source, sources, facts.dataset.languages)
    if is_new(facts, code):
        _write_draft(lang, folder, source.draft)
    else:
        say(lang, "source_in_facts", source=code)
    _print_row(source.draft)


def _fetched_page(facts: Facts, code: str, address: str) -> RawSource:
    return fetched_source(facts, code, address, datetime.now(UTC), ADDRESS_FILTER)


def _known_texts(lang: Lang, facts: Facts, folder: Path) -> Mapping[str, str]:
    """The codes of sources by the hash of their text, or a sentence and an exit."""
    try:
        return known_texts(facts, folder)
    except BadDraftFile as error:
        say(lang, "bad_drafts", file=error.path.name, reason=error.reason)
        raise typer.Exit(FAULTS) from error


def _print_row(draft: Draft) -> None:
    """The source's row as a table, to be read or pasted."""
    writer = csv.DictWriter(sys.stdout, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerow(dict(draft.cells))


def _cells(assignments: Sequence[str], lang: Lang) -> dict[str, str]:
    """Cells by column, or a sentence and an exit for a column that cannot be set."""
    cells = {
        column.strip(): cell.strip() for column, _, cell in (w.partition("=") for w in assignments)
    }
    wrong = [column for column in cells if column not in SETTABLE_COLUMNS]
    if wrong or any("=" not in word for word in assignments):
        choices = ", ".join(SETTABLE_COLUMNS)
        say(lang, "not_settable", column=", ".join(wrong) or " ".join(assignments), choices=choices)
        raise typer.Exit(USAGE)
    return cells


def _content(file: Path, lang: Lang) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        say(lang, "cannot_read", path=file, reason=reason_of(error))
        raise typer.Exit(USAGE) from error


def _print_source(lang: Lang, source: NewSource, folder: Path, languages: Sequence[str]) -> None:
    """What was written, what was left out and what the curator has to look at."""
    for name in source.file_names:
        say(lang, "copy_written", file=folder / name)
    if not source.file_names:
        say(lang, "copy_is_there", file=folder / source.draft.cell("file"))
    left_out: Sequence[str] = source.article.omitted_lines
    if left_out:
        say(lang, "left_out", count=len(left_out))
        for passage in left_out:
            passage_text = printable(passage)
            ellipsis = "…" if len(passage_text) > MAX_PRINTED_LETTERS else ""
            typer.secho(f"  - {passage_text[:MAX_PRINTED_LETTERS]}{ellipsis}", err=True, dim=True)
    description = source.article.description
    if not source.draft.cell("published"):
        say(lang, "no_published")
    if not source.draft.cell("publisher"):
        key = "unknown_publisher" if description.publisher else "no_publisher"
        say(lang, key, name=printable(description.publisher))
    for language in languages:
        if not source.draft.cell(f"name_{language}"):
            say(lang, "no_title", column=f"name_{language}")


def _print_faults(lang: Lang, error: UnusableSource) -> None:
    """The faults of a file, and the options that take it all the same."""
    typer.echo(error.text(lang.value), err=True)
    for remedy in error.remedies:
        say(lang, f"remedy_{remedy}")


def _write_draft(lang: Lang, folder: Path, draft: Draft) -> None:
    try:
        path = add_source_draft(folder, draft)
    except BadDraftFile as error:
        say(lang, "bad_drafts", file=error.path.name, reason=error.reason)
        raise typer.Exit(FAULTS) from error
    except OSError as error:
        say(lang, "not_written", reason=reason_with_file(error))
        raise typer.Exit(FAULTS) from error
    say(lang, "source_drafted", file=path)
