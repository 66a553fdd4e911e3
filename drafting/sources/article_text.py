"""The text of a source: the article of a document, and the lines that were left out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from drafting.sources.byline import byline
from drafting.sources.documents.damage import Damage, damages
from drafting.sources.documents.document import Description, Document, first_non_empty
from drafting.text.body import body


@dataclass(frozen=True)
class ArticleText:
    """A text for its copy, the lines that were left out, its damage, and its description."""

    text: str
    omitted_lines: tuple[str, ...]
    damages: tuple[Damage, ...]
    description: Description


def article_text(document: Document, *, keep_all: bool = False) -> ArticleText:
    """The article of a document; with `keep_all` all of its text.

    Lines that the form of the file shows to be no part of it are left out, then all after an end
    marker, and repeated passages. A text without a paragraph stays complete.
    """
    lines = document.text.split("\n")
    article = [line for number, line in enumerate(lines) if number not in document.omitted_lines]
    text = "\n".join(article).strip("\n") + "\n"
    stretches = body(text)
    parts = [text[stretch.start : stretch.end] for stretch in stretches] or article
    description = _merge_descriptions(document.description, byline(parts))
    copy_text = document.text if keep_all else "\n".join(parts).strip("\n") + "\n"
    omitted_lines = () if keep_all else tuple(_omitted_lines(lines, parts))
    return ArticleText(copy_text, omitted_lines, damages(copy_text), description)


def _omitted_lines(lines: list[str], passages: list[str]) -> list[str]:
    """The lines that the copy does not have, in their order."""
    remaining = list(passages)
    omitted_lines = []
    place = 0
    for line in lines:
        if place < len(remaining) and line == remaining[place]:
            place += 1
        elif line:
            omitted_lines.append(line)
    return omitted_lines


def _merge_descriptions(file: Description, text: Description) -> Description:
    """The description in the text; missing parts come from the file's own description."""
    return replace(
        text,
        title=first_non_empty([file.title, text.title]),
        authors=text.authors or file.authors,
        publisher=first_non_empty([text.publisher, _site(file)]),
        published=first_non_empty([text.published, file.published]),
        language=file.language,
        licence=first_non_empty([text.licence, file.licence]),
        address=file.address,
    )


def _site(file: Description) -> str:
    """The name of a page's site; its host is no name."""
    host = urlsplit(file.address).hostname or ""
    name = file.publisher.lower().removeprefix("www.")
    return "" if name == host.removeprefix("www.") else file.publisher
