"""A source as an item of CSL-JSON."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from exports.citations.csl_dates import csl_date, csl_day
from exports.citations.reference import CslItem
from graph.model.facts import Facts
from ontology.schema.enums import SourceState, SourceType
from ontology.schema.kinds import Source

# GB/T 7714-2015 counts government documents among the archives [A]: CSL has them as legislation.
TYPES: Mapping[SourceType, str] = {
    SourceType.OFFICIAL: "legislation",
    SourceType.PRESS: "article-newspaper",
    SourceType.JOURNAL: "article-journal",
    SourceType.REPOST: "webpage",
    SourceType.DATASET: "dataset",
}
# In these types the work is part of the publisher; in the others the publisher is the author.
PARTS_OF_PUBLICATIONS = frozenset({"article-newspaper", "article-journal"})
# "Smith, John" and "J. Smith" name a person for certain; all else is printed as it is.
INVERTED_NAME = re.compile(r"([^,\d]+), ([^,\d]+)")
NAME_WITH_INITIALS = re.compile(r"((?:[A-Z]\.[ -]?)+) ?([^\s,\d]{2,}(?:-[^\s,]+)?)")


def source_item(
    facts: Facts, source: Source, language: str, retrieved: date | None = None
) -> CslItem:
    """The item of a source, its names in `zh` or `en`.

    `retrieved` is the day on which the reader saw it, for a source that names no day of its own.
    """
    type = TYPES[source.type]
    publisher = facts.display_name(source.publisher, language) if source.publisher else None
    names = source.author or ((publisher,) if publisher else ())
    is_part = type in PARTS_OF_PUBLICATIONS
    address = source_address(source)
    access_day = source.retrieved or source.last_seen or retrieved
    fields: dict[str, Any] = {
        "id": source.code,
        "type": type,
        "title": source.name(language),
        "author": [] if is_part and not source.author else [csl_name(name) for name in names],
        "container-title": publisher if is_part or type == "webpage" else None,
        "publisher": publisher if type == "dataset" and source.author else None,
        "issued": csl_date(str(source.published)) if source.published else None,
        "accessed": csl_day(access_day) if access_day and address else None,
        "URL": address,
        "language": csl_language(source.language if language == own_language(source) else language),
    }
    if fields["author"] == [{"literal": publisher}]:
        fields["container-title"] = None  # a site that is also the author is named once
    return {key: value for key, value in fields.items() if value}


def translated_item(
    facts: Facts, source: Source, language: str, retrieved: date | None = None
) -> CslItem:
    """The item for a style in the reader's language: the title as it is, and translated behind."""
    item = source_item(facts, source, language, retrieved)
    original_title, translation = source.name(own_language(source)), source.name(language)
    title = original_title if original_title == translation else f"{original_title} [{translation}]"
    return {**item, "title": title}


def own_language(source: Source) -> str:
    """The language, `zh` or `en`, in which a source is cited as it is."""
    return "zh" if source.language.startswith("zh") else "en"


def source_address(source: Source) -> str | None:
    """The address of the source: its archived copy if its page is gone."""
    is_gone = source.state is SourceState.GONE and source.archive is not None
    return source.archive if is_gone else source.address


def csl_name(name: str) -> dict[str, str]:
    """A name as CSL has it: in two parts if it is certainly a person's, else in one."""
    if match := INVERTED_NAME.fullmatch(name):
        return {"family": match[1], "given": match[2]}
    if match := NAME_WITH_INITIALS.fullmatch(name):
        return {"family": match[2], "given": match[1].strip()}
    return {"literal": name}


def csl_language(tag: str) -> str:
    """A tag of a language that citation programs know: `zh-CN`, `zh-TW` or `en`."""
    return {"zh": "zh-CN", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}.get(tag, tag)
