"""Saved pages of sources, as a browser or an archive keeps them: HTML, MHTML, PDF, Word.

A page belongs to the source whose code or file name it has, or whose address it was saved from, or
whose text it has. Its text is extracted as that of a new source is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from drafting.sources.article_text import article_text
from drafting.sources.documents.document import Document
from drafting.sources.documents.reading import read_document
from drafting.sources.documents.source_faults import UnusableSource
from loaders.span_search import sha256
from ontology.schema.kinds import Source

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
        if not path.is_file() or path.suffix.lower() not in SUFFIXES:
            continue
        try:
            document = read_document(path.read_bytes(), today)
        except UnusableSource as error:
            unusable[path.name] = error
            continue
        keys = (path.stem, path.name, document.description.address, _article_hash(document))
        source = next((by_key[key] for key in keys if key in by_key), None)
        if source is None:
            strangers.append(path.name)
        elif not (folder / str(source.file)).is_file():  # without these, the text itself is at hand
            texts.setdefault(source.code, _text(document, source))
    return CapturedPages(texts, unusable, tuple(strangers))


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
