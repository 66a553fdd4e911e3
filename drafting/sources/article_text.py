"""The text of a source: the article of a document, and the lines that were left out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from drafting.sources.byline import byline
from drafting.sources.documents.damage import Damage, damages
from drafting.sources.documents.document import Description, Document, first_filled
from drafting.text.body import body


@dataclass(frozen=True)
class ArticleText:
    """A text for its copy, the lines that were left out, its damage, and its description."""

    text: str
    left_out: tuple[str, ...]
    damages: tuple[Damage, ...]
    description: Description


def article_text(document: Document, *, keep_all: bool = False) -> ArticleText:
    """The article of a document; with `keep_all` all of its text.

    Lines that the form of the file shows to be no part of it are left out, then all after an end
    marker, and repeated passages. A text without a paragraph stays complete.
    """
    lines = document.text.split("\n")
    article = [line for number, line in enumerate(lines) if number not in document.left_out]
    text = "\n".join(article).strip("\n") + "\n"
    stretches = body(text)
    parts = [text[stretch.start : stretch.end] for stretch in stretches] or article
    description = _described(document.description, byline(parts))
    chosen = document.text if keep_all else "\n".join(parts).strip("\n") + "\n"
    left_out = () if keep_all else tuple(_missing(lines, parts))
    return ArticleText(chosen, left_out, damages(chosen), description)


def _missing(lines: list[str], passages: list[str]) -> list[str]:
    """The lines that the copy does not have, in their order."""
    rest = list(passages)
    missing = []
    place = 0
    for line in lines:
        if place < len(rest) and line == rest[place]:
            place += 1
        elif line:
            missing.append(line)
    return missing


def _described(file: Description, text: Description) -> Description:
    """The description in the text; missing parts come from the file's own description."""
    return replace(
        text,
        title=first_filled([file.title, text.title]),
        authors=text.authors or file.authors,
        publisher=first_filled([text.publisher, _site(file)]),
        published=first_filled([text.published, file.published]),
        language=file.language,
        licence=first_filled([text.licence, file.licence]),
        address=file.address,
    )


def _site(file: Description) -> str:
    """The name of a page's site; its host is no name."""
    host = urlsplit(file.address).hostname or ""
    name = file.publisher.lower().removeprefix("www.")
    return "" if name == host.removeprefix("www.") else file.publisher
