"""References as a Word file: a paragraph for each statement, with a real footnote that cites it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from lxml import etree

from exports.citations.reference import Reference

SUPERSCRIPT = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
# Word requires these two before the first footnote: the lines between text and notes.
SEPARATORS = "".join(
    f'<w:footnote w:type="{type}" w:id="{id}"><w:p><w:r><w:{tag}/></w:r></w:p></w:footnote>'
    for type, id, tag in (
        ("separator", -1, "separator"),
        ("continuationSeparator", 0, "continuationSeparator"),
    )
)


def word_footnotes(
    references: Sequence[Reference], entry: Callable[[Reference], str], title: str
) -> bytes:
    """A DOCX file; `entry` sets a reference in the chosen style. A work without statements has
    a footnote of its own."""
    document = Document()
    document.core_properties.author = ""
    document.core_properties.title = title
    document.add_heading(title, level=1)
    notes = list(_notes(references, entry))
    for number, (text, _) in enumerate(notes, 1):
        _refer(document.add_paragraph(text), number)
    _add_footnotes(document, [note for _, note in notes])
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _notes(
    references: Iterable[Reference], entry: Callable[[Reference], str]
) -> Iterator[tuple[str, str]]:
    """The text of each paragraph, and of its footnote."""
    for reference in references:
        work = " ".join([entry(reference), *reference.remarks])
        for statement in reference.statements:
            yield statement.headline, f"{work} {statement.text}"
        if not reference.statements:
            yield reference.item["title"], work


def _refer(paragraph: Paragraph, number: int) -> None:
    """Puts the mark of a footnote at the end of a paragraph."""
    run = paragraph.add_run()
    run.font.superscript = True
    mark = OxmlElement("w:footnoteReference")
    mark.set(qn("w:id"), str(number))
    run._r.append(mark)


def _add_footnotes(document: WordDocument, texts: Iterable[str]) -> None:
    """Adds the part of the footnotes, for which python-docx has no function."""
    root = etree.fromstring(f"<w:footnotes {nsdecls('w')}>{SEPARATORS}</w:footnotes>")
    for number, text in enumerate(texts, 1):
        note = etree.fromstring(
            f'<w:footnote {nsdecls("w")} w:id="{number}"><w:p>'
            f"<w:r>{SUPERSCRIPT}<w:footnoteRef/></w:r>"
            '<w:r><w:t xml:space="preserve"/></w:r></w:p></w:footnote>'
        )
        note.find(f".//{qn('w:t')}").text = f" {text}"
        root.append(note)
    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    name = PackURI("/word/footnotes.xml")
    part = Part(name, CONTENT_TYPE.WML_FOOTNOTES, content, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
