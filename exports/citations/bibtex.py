"""References as BibTeX."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from exports.citations.csl_dates import iso_date
from exports.citations.reference import Reference

ENTRY_TYPES: Mapping[str, str] = {"article-journal": "article", "article-newspaper": "article"}
SPECIAL: Mapping[str, str] = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "{}&%$#_"},
}
# Signs that a BibTeX key may not have.
NOT_IN_KEYS = re.compile(r"[^A-Za-z0-9:-]+")


def bibtex(references: Iterable[Reference]) -> str:
    """An entry for each work, with the notes in `note`."""
    return "\n".join(map(_entry, references))


def _entry(reference: Reference) -> str:
    item = reference.item
    kind = ENTRY_TYPES.get(item["type"], "misc")
    fields = "".join(f"  {key} = {{{value}}},\n" for key, value in _fields(reference))
    return f"@{kind}{{{NOT_IN_KEYS.sub('-', item['id'])},\n{fields}}}\n"


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    item = reference.item
    if authors := item.get("author"):
        yield "author", " and ".join(map(_author, authors))
    yield "title", f"{{{_bibtex_text(item['title'])}}}"  # braces preserve the capitals
    if container := item.get("container-title"):
        is_article = item["type"] in ENTRY_TYPES
        yield "journal" if is_article else "howpublished", _bibtex_text(container)
    if version := item.get("version"):
        yield "version", _bibtex_text(version)
    if publisher := item.get("publisher"):
        yield "publisher", _bibtex_text(publisher)
    if issued := item.get("issued"):
        year, _, month = iso_date(issued).partition("-")
        yield "year", year
        yield from [("month", month[:2])] if month else []
        yield "date", iso_date(issued)
    if address := item.get("URL"):
        yield "url", address  # BibTeX does not interpret this field: no sign in it is a command
    if accessed := item.get("accessed"):
        yield "urldate", iso_date(accessed)
    yield "language", item["language"]
    if reference.notes:
        yield "note", _bibtex_text("; ".join(reference.notes))


def _author(name: Mapping[str, str]) -> str:
    """A person as `Family, Given`, an organisation in braces, which keep it whole."""
    if "literal" in name:
        return f"{{{_bibtex_text(name['literal'])}}}"
    return f"{_bibtex_text(name['family'])}, {_bibtex_text(name['given'])}"


def _bibtex_text(text: str) -> str:
    return "".join(SPECIAL.get(sign, sign) for sign in text)
