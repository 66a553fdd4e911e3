"""Makes a source of a file: everything is checked first, then its files are written."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from drafting.drafts.draft import Draft, new_name
from drafting.sources.article_text import ArticleText, article_text
from drafting.sources.documents.damage import damage_counts
from drafting.sources.documents.document import printable
from drafting.sources.documents.reading import read_document
from drafting.sources.documents.source_faults import (
    AnyFault,
    Remedy,
    SourceFault,
    UnusableSource,
)
from drafting.sources.source_code import code_faults
from drafting.sources.source_row import Retrieval, source_draft
from drafting.sources.text_copy import other_contents, write_copies
from graph.model.facts import Facts
from loaders.tables.csv_table import TableRow
from loaders.tables.row_validation import read_row
from ontology.schema.fields import fields
from ontology.schema.kinds import Source

COLUMNS = tuple(field.name for field in fields(Source))
TABLE = "source.csv"


@dataclass(frozen=True)
class RawSource:
    """A file or page as read: the bytes, the encodings that a server names, its address and time.

    `further_files` are further files, by name, that the folder of copies keeps beside the text.
    """

    content: bytes
    declared_encodings: tuple[str, ...] = ()
    retrieval: Retrieval = field(default_factory=Retrieval)
    further_files: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class SourceChoices:
    """The curator's choices: cells by column, and the faults to which the curator consents.

    `known_texts` are the codes of the sources that there are by the hash of their text.
    """

    cells: Mapping[str, str] = field(default_factory=dict)
    keep_all: bool = False
    remedies: Collection[Remedy] = ()
    known_texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class NewSource:
    """A source whose copy is in the folder: its draft, its text, and the names of files written."""

    draft: Draft
    article: ArticleText
    encoding: str
    file_names: tuple[str, ...]


def new_source(
    facts: Facts, code: str, raw: RawSource, folder: Path, choices: SourceChoices, today: date
) -> NewSource:
    """Makes a source of a file. Raises UnusableSource with every fault, and then writes nothing."""
    faults: list[AnyFault] = list(code_faults(facts, code))
    try:
        document = read_document(raw.content, today, raw.declared_encodings)
    except UnusableSource as error:
        raise UnusableSource([*faults, *error.faults]) from error
    article = article_text(document, keep_all=choices.keep_all)
    draft = source_draft(facts, code, article, raw.retrieval, choices.cells)
    draft, cell_faults = _without_faulty_cells(draft, choices.cells)
    # a faulty code may be no name of a file
    files = {} if faults else _files(draft.cell("file"), article, raw.further_files, folder)
    faults += _text_faults(article, choices)
    faults += cell_faults
    faults += other_contents(folder, files, replace=Remedy.REPLACE in choices.remedies)
    faults += _cited_elsewhere(facts, draft, choices)
    faults += _repeated_text(draft, choices)
    if faults:
        raise UnusableSource(faults)
    return NewSource(draft, article, document.encoding, write_copies(folder, files))


def is_new(facts: Facts, code: str) -> bool:
    """Whether the facts have no source of this code, so that its row is still to be accepted."""
    return code not in facts.things


def _without_faulty_cells(draft: Draft, choices: Mapping[str, str]) -> tuple[Draft, list[AnyFault]]:
    """A draft without the cells that no table takes, and the faults of those that were given."""
    # the name of a new thing is no code: the review asks for the thing
    cells = {column: cell for column, cell in draft.cells if new_name(cell) is None}
    row = TableRow(TABLE, 0, cells, COLUMNS)
    result = read_row(row, Source)
    if isinstance(result, Source):
        return draft, []
    faulty_columns = {fault.column for fault in result}
    faults: list[AnyFault] = [fault for fault in result if fault.column in choices]
    sound_cells = tuple(
        (column, cell) for column, cell in draft.cells if column not in faulty_columns
    )
    return replace(draft, cells=sound_cells), faults


def _files(
    name: str, article: ArticleText, further_files: Mapping[str, bytes], folder: Path
) -> dict[str, bytes]:
    """The files to be written, without a page that has a copy with the same text already."""
    content = article.text.encode("utf-8")
    path = folder / name
    is_there = path.is_file() and path.read_bytes() == content
    missing_files = (
        {}
        if is_there and all((folder / file_name).exists() for file_name in further_files)
        else further_files
    )
    return {name: content, **missing_files}


def _text_faults(article: ArticleText, choices: SourceChoices) -> Iterator[AnyFault]:
    if not article.text.strip():
        yield SourceFault("empty_source")
    if Remedy.ALLOW_DAMAGE not in choices.remedies:
        for kind, count in damage_counts(article.damages).items():
            words = next(d for d in article.damages if d.kind is kind)
            context = article.text[max(0, words.start - 6) : words.end + 6]
            passage = printable(" ".join(context.split()))[:40]
            yield SourceFault(f"damage_{kind}", {"count": count, "passage": passage})


def _cited_elsewhere(facts: Facts, draft: Draft, choices: SourceChoices) -> Iterator[AnyFault]:
    """A fault if the facts cite another text of this code, whose passages are not in this one."""
    thing = facts.things.get(draft.source)
    is_replaced = Remedy.REPLACE in choices.remedies
    if isinstance(thing, Source) and not is_replaced and thing.sha256 != draft.cell("sha256"):
        yield SourceFault("other_text_cited", {"code": draft.source})


def _repeated_text(draft: Draft, choices: SourceChoices) -> Iterator[AnyFault]:
    """A fault if the same text is another source: its statements would count twice."""
    code = choices.known_texts.get(draft.cell("sha256"), draft.source)
    if code != draft.source and Remedy.REPEAT not in choices.remedies:
        yield SourceFault("same_text", {"code": code})
