"""Saved pages of sources, as a browser or an archive keeps them: HTML, MHTML, PDF, Word, WARC.

A page belongs to the source whose code or file name it has, or whose address it was saved from, or
whose text it has; in a WARC file by its address alone. Its text is extracted as that of a new
source is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from drafting.sources.article_text import article_text
from drafting.sources.documents.document import Document
from drafting.sources.documents.reading import read_document
from drafting.sources.documents.source_faults import UnusableSource
from drafting.sources.documents.source_faults import unusable as broken
from drafting.sources.web_captures import address_key, is_warc, web_captures
from loaders.sha256 import sha256
from ontology.schema.kinds import Source

# A page with the source to which it belongs.
SourcePage = tuple[Source, Document]
CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".mhtml", ".mht", ".pdf", ".docx"})


@dataclass(frozen=True)
class CapturedPages:
    """The texts of saved pages by the code of their source, and the files that cannot be read.

    `strangers` are the files that belong to no source.
    """

    texts: Mapping[str, bytes]
    unusable: Mapping[str, UnusableSource]
    strangers: tuple[str, ...]


def captured_pages(folder: Path, sources: Iterable[Source], today: date) -> CapturedPages:
    """The saved pages in a folder; `today` is the last day on which one can have been published."""
    by_key = {key: source for source in sources for key in _keys(source)}
    texts: dict[str, bytes] = {}
    unusable: dict[str, UnusableSource] = {}
    strangers = []
    for path in sorted(folder.iterdir()):
        if not path.is_file() or not (path.suffix.lower() in SUFFIXES or is_warc(path)):
            continue
        try:
            if is_warc(path):
                pages = list(_archived_pages(path, by_key, today, unusable))
            else:
                pages = list(_saved_page(path, by_key, today))
        except UnusableSource as error:
            unusable[path.name] = error
            continue
        if not pages and not any(name.startswith(f"{path.name}: ") for name in unusable):
            strangers.append(path.name)
        for source, document in pages:
            if not (folder / str(source.file)).is_file():  # without these, the text is at hand
                _add(texts, source, document)
    return CapturedPages(texts, unusable, tuple(strangers))


def _saved_page(path: Path, by_key: Mapping[str, Source], today: date) -> Iterator[SourcePage]:
    """The page in a file with its source, if it belongs to one; raises UnusableSource."""
    document = read_document(path.read_bytes(), today)
    keys = (path.stem, path.name, document.description.address, _article_hash(document))
    source = next((by_key[key] for key in keys if key in by_key), None)
    if source is not None:
        yield source, document


def _archived_pages(
    path: Path, by_key: Mapping[str, Source], today: date, unusable: dict[str, UnusableSource]
) -> Iterator[SourcePage]:
    """The pages of sources in a WARC file; adds those that cannot be read to `unusable`.

    Raises UnusableSource if the file itself cannot be read.
    """
    by_address = {
        address_key(address): source
        for source in by_key.values()
        for address in (source.address, source.archive)
        if address
    }
    for capture in web_captures(path, by_address):
        charset = CHARSET.search(capture.content_type)
        try:
            if capture.encoding:
                raise broken("page_compression", coding=capture.encoding)
            document = read_document(capture.content, today, (charset[1],) if charset else ())
        except UnusableSource as error:
            unusable[f"{path.name}: {capture.address}"] = error
            continue
        yield by_address[capture.address], document


def _add(texts: dict[str, bytes], source: Source, document: Document) -> None:
    """Adds the text of a page; of several pages the first, or that with the text that was read."""
    text = _text(document, source)
    if source.code not in texts or sha256(text) == source.sha256:
        texts[source.code] = text


def _keys(source: Source) -> Iterator[str]:
    """The keys that show that a page belongs to a source."""
    yield source.code
    yield source.sha256
    if source.file:
        yield from (source.file, Path(source.file).stem)
    yield from (address for address in (source.address, source.archive) if address)


def _text(document: Document, source: Source) -> bytes:
    """The article if it is the text that was read, else all of the page: more may be cited."""
    article = article_text(document).text.encode("utf-8")
    return article if sha256(article) == source.sha256 else document.text.encode("utf-8")


def _article_hash(document: Document) -> str:
    return sha256(article_text(document).text.encode("utf-8"))
