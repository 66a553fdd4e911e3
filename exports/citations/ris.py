"""References as RIS, the tagged form that programs of citations import."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from exports.citations.csl_dates import iso_date
from exports.citations.reference import Reference

TYPES: Mapping[str, str] = {
    "legislation": "GOVDOC",
    "article-newspaper": "NEWS",
    "article-journal": "JOUR",
    "webpage": "ELEC",
    "dataset": "DATA",
    "graphic": "FIGURE",
}


def ris(references: Iterable[Reference]) -> str:
    """A record for each work, with a note (`N1`) for each statement; lines end as RIS requires."""
    records = ("".join(f"{tag}  - {value}\r\n" for tag, value in _tags(r)) for r in references)
    return "\r\n".join(records)


def _tags(reference: Reference) -> Iterator[tuple[str, str]]:
    item = reference.item
    yield "TY", TYPES[item["type"]]
    yield "ID", item["id"]
    for name in item.get("author", ()):
        yield "AU", name.get("literal") or f"{name['family']}, {name['given']}"
    yield "TI", item["title"]
    if container := item.get("container-title"):
        yield "T2", container
    if version := item.get("version"):
        yield "ET", version
    if publisher := item.get("publisher"):
        yield "PB", publisher
    if issued := item.get("issued"):
        day = iso_date(issued)
        yield "PY", day[:4]
        yield "DA", _date(day)
    if address := item.get("URL"):
        yield "UR", address
    if accessed := item.get("accessed"):
        yield "Y2", _date(iso_date(accessed))
    yield "LA", item["language"]
    for note in reference.notes:
        yield "N1", note
    yield "ER", ""


def _date(iso: str) -> str:
    """`YYYY/MM/DD/`: the slashes stand even where there is no month or day."""
    year, month, day = [*iso.split("-"), "", ""][:3]
    return f"{year}/{month}/{day}/"
