"""A Word file (DOCX, ISO/IEC 29500) as a document: a line for each paragraph, tables included.

Deleted text of tracked changes is left out, inserted text is read. Footnotes stand at the end.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from drafting.sources.documents.document import Description, Document, tidy
from drafting.sources.documents.source_faults import unusable

BODY, PROPERTIES = "word/document.xml", "docProps/core.xml"
NOTES = ("word/footnotes.xml", "word/endnotes.xml")
# A small file can unpack to a huge one.
MAX_BYTES = 100_000_000
WORD_NAMESPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT_WORD_NAMESPACE = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
SKIPPED_TAGS = frozenset({"del", "moveFrom", "instrText", "Fallback", "pPr", "rPr"})


def word_document(content: bytes) -> Document:
    """The document of a DOCX file. Raises UnusableSource if it is broken or locked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            parts = [_part(archive, name) for name in (BODY, *NOTES) if name in (BODY, *names)]
            properties = _part(archive, PROPERTIES) if PROPERTIES in names else None
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, ValueError, EOFError) as error:
        raise unusable("broken_file", form="DOCX", reason=str(error)[:120]) from error
    except (zipfile.zlib.error, etree.XMLSyntaxError, NotImplementedError) as error:  # type: ignore[attr-defined]
        raise unusable("broken_file", form="DOCX", reason=str(error)[:120]) from error
    text = "".join(letters for part in parts for letters in _letters(part))
    return Document(tidy(text), description=_description(properties))


def is_word_file(content: bytes) -> bool:
    """Whether bytes are an archive with the body of a Word file."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return BODY in archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False


def _part(archive: zipfile.ZipFile, name: str) -> Any:
    """A part of the archive as XML without entities."""
    with archive.open(name) as part:
        content = part.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise unusable("too_large", size=MAX_BYTES // 1_000_000)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(content, parser)


def _letters(body: Any) -> Iterator[str]:
    walk = etree.iterwalk(body, events=("start", "end"))
    for event, element in walk:
        name = _local(element)
        if event == "start" and name in SKIPPED_TAGS:
            walk.skip_subtree()
        elif event == "start" and name == "t":
            yield element.text or ""
        elif event == "start" and name in ("br", "cr"):
            yield "\n"
        elif event == "start" and name == "noBreakHyphen":
            yield "-"
        elif (event == "start" and name == "tab") or (event == "end" and name == "tc"):
            yield " "
        elif event == "end" and name in ("p", "tr"):
            yield " " if name == "p" and _is_in_cell(element) else "\n"


def _is_in_cell(paragraph: Any) -> bool:
    parent = paragraph.getparent()
    return parent is not None and _local(parent) == "tc"


def _local(element: Any) -> str:
    """The name of a word-processing element; of others, their name without a namespace."""
    if not isinstance(element.tag, str):
        return ""
    return (
        str(element.tag)
        .removeprefix(WORD_NAMESPACE)
        .removeprefix(STRICT_WORD_NAMESPACE)
        .rpartition("}")[2]
    )


def _description(properties: Any) -> Description:
    """The file's description, without its creator, who is just the typist or program owner."""
    if properties is None:
        return Description()
    texts = {_local(element): (element.text or "").strip() for element in properties.iter()}
    return Description(
        title=texts.get("title", ""),
        language=texts.get("language", ""),
    )
