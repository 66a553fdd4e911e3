"""The forms of a citation, by the names that the command line and the app use."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import partial

from exports.citations.bibtex import bibtex
from exports.citations.csl_json import csl_json
from exports.citations.reference import Reference
from exports.citations.ris import ris
from exports.citations.styled import CslStyle, bibliography_entry
from exports.citations.word_footnotes import word_footnotes
from queries.rendering.texts import phrase


class CitationForm(StrEnum):
    """The form in which references are written."""

    GBT7714 = "gbt7714"
    APA = "apa"
    BIBTEX = "bibtex"
    RIS = "ris"
    CSL_JSON = "csl-json"
    DOCX = "docx"


SUFFIXES: Mapping[CitationForm, str] = {
    CitationForm.GBT7714: "txt",
    CitationForm.APA: "txt",
    CitationForm.BIBTEX: "bib",
    CitationForm.RIS: "ris",
    CitationForm.CSL_JSON: "json",
    CitationForm.DOCX: "docx",
}
_WRITERS: Mapping[CitationForm, Callable[[Sequence[Reference]], str]] = {
    CitationForm.BIBTEX: bibtex,
    CitationForm.RIS: ris,
    CitationForm.CSL_JSON: csl_json,
}


def citation_text(references: Sequence[Reference], form: CitationForm, language: str) -> str:
    """References in a form of text; raises ValueError for DOCX, which is none."""
    if form is CitationForm.DOCX:
        raise ValueError(form)
    if form in _WRITERS:
        return _WRITERS[form](references)
    if form is CitationForm.APA:
        return "".join(_styled_lines(reference, CslStyle.APA, language) for reference in references)
    return "".join(
        f"[{number}] {_styled_lines(reference, CslStyle.GBT7714, language)}"
        for number, reference in enumerate(references, 1)
    )


def citation_bytes(references: Sequence[Reference], form: CitationForm, language: str) -> bytes:
    """The file of references in any form; the footnotes of DOCX are in the style of GB/T 7714
    for Chinese readers and of APA for others."""
    if form is not CitationForm.DOCX:
        return citation_text(references, form, language).encode()
    style = CslStyle.GBT7714 if language == "zh" else CslStyle.APA
    entry = partial(bibliography_entry, style=style, language=language)
    return word_footnotes(references, entry, phrase("cited_heading", language))


def _styled_lines(reference: Reference, style: CslStyle, language: str) -> str:
    """The entry, and each of its notes on its own line."""
    lines = [
        bibliography_entry(reference, style, language),
        *(f"    {note}" for note in reference.notes),
    ]
    return "\n".join(lines) + "\n"
