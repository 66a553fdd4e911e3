"""A file of any format as a document, recognised by its first bytes, not by its name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from drafting.sources.documents.decoding import decode
from drafting.sources.documents.document import Description, Document, tidy
from drafting.sources.documents.html_document import declared_encodings, html_document
from drafting.sources.documents.pdf_document import pdf_document
from drafting.sources.documents.source_faults import unusable
from drafting.sources.documents.web_archive import archived_page
from drafting.sources.documents.word_document import is_word_file, word_document

# Formats with text that are not read here: their first bytes, their name, and what to do.
REFUSED_FORMS = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "DOC", "save_as_docx"),
    (b"{\\rtf", "RTF", "save_as_docx"),
    (b"\x89PNG", "PNG", "picture"),
    (b"\xff\xd8\xff", "JPEG", "picture"),
    (b"GIF8", "GIF", "picture"),
    (b"\x1f\x8b", "GZIP", "unpack_first"),
    (b"Rar!", "RAR", "unpack_first"),
    (b"7z\xbc\xaf", "7Z", "unpack_first"),
)
# An article has a few kilobytes, a long report with its pictures some megabytes.
MAX_BYTES = 100_000_000
HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|div|p|article|table)\b", re.IGNORECASE)
# How many letters of a file may stand before its first element: comments and declarations.
HEAD_LETTERS = 2000


def read_document(content: bytes, today: date, server_encodings: Iterable[str] = ()) -> Document:
    """The document in a file.

    `server_encodings` are those that a server names; `today` is the last day on which a page can
    have been published. Raises UnusableSource for a form that cannot be read, and for a broken
    file.
    """
    if not content.strip():
        raise unusable("empty_source")
    if len(content) > MAX_BYTES:
        raise unusable("too_large", size=MAX_BYTES // 1_000_000)
    if content[:1024].lstrip().startswith(b"%PDF-"):
        return pdf_document(content)
    if content.startswith(b"PK\x03\x04"):
        if is_word_file(content):
            return word_document(content)
        raise unusable("unknown_archive")
    for mark, form, rule in REFUSED_FORMS:
        if content.startswith(mark):
            raise unusable(rule, form=form)
    page = archived_page(content)
    if page is not None:
        document = _text_document(page.content, today, (page.charset,))
        return replace(document, description=_with_address(document.description, page.address))
    return _text_document(content, today, server_encodings)


def _text_document(content: bytes, today: date, server_encodings: Iterable[str]) -> Document:
    """The document in a page or a text."""
    decoded = decode(content, (*server_encodings, *declared_encodings(content)))
    if decoded.text.count("\0") or _control_count(decoded.text) > len(decoded.text) / 50:
        raise unusable("no_text")
    if HTML.search(decoded.text[:HEAD_LETTERS]):
        return html_document(decoded.text, decoded.encoding, today)
    return Document(tidy(decoded.text), encoding=decoded.encoding)


def _with_address(description: Description, address: str) -> Description:
    """A description with the address from which its page was saved, if it is a web address."""
    return replace(description, address=address) if address.startswith("http") else description


def _control_count(text: str) -> int:
    return sum(letter < " " and letter not in "\t\n\r\f\x1a" for letter in text)
