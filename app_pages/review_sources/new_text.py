"""Adds a reader's text: its copy in the folder of texts, and the draft of its source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from app_pages.review_rows.columns import SOURCE
from app_pages.review_rows.texts import phrase
from app_pages.review_sources.open_sources import open_sources
from app_pages.state.language import language, say
from app_pages.state.workspace import facts_folder, facts_or_stop
from drafting.drafts.draft_file import BadDraftFile
from drafting.rows.new_thing_drafts import name_column
from drafting.rows.suggested_code import suggested_code
from drafting.sources.article_text import article_text
from drafting.sources.documents.reading import read_document
from drafting.sources.documents.source_faults import Remedy, UnusableSource, unusable
from drafting.sources.new_source import NewSource, RawSource, SourceChoices, new_source
from drafting.sources.source_drafts import add_source_draft, known_texts
from drafting.sources.web.address_filter import PUBLIC_ADDRESSES
from drafting.sources.web.page_files import fetched_source
from graph.model.facts import Facts
from texts.system_errors import reason_with_file

# The machines that an address may name; no setting adds others.
ADDRESS_FILTER = PUBLIC_ADDRESSES
SCHEME = re.compile("^[a-z]+://", re.IGNORECASE)


class BadText(ValueError):
    """A text that cannot be opened; `reasons` are sentences in the reader's language.

    With the consent of a reader to `remedies` it can be opened all the same.
    """

    def __init__(self, *reasons: str, remedies: Iterable[Remedy] = ()) -> None:
        self.reasons, self.remedies = reasons, tuple(remedies)
        super().__init__("; ".join(reasons))


@dataclass(frozen=True)
class NewText:
    """A file or pasted words, or the address of a page; and the reader's details of the text.

    `keep_all` keeps what is no part of the article too: menus, notices, repeated passages;
    `remedies` are the faults to which the reader has consented.
    """

    content: bytes
    address: str
    title_zh: str
    title_en: str
    published: str
    type: str
    code: str
    is_file: bool = False
    keep_all: bool = True
    remedies: frozenset[Remedy] = frozenset()


def add_text(text: NewText, folder: Path, now: datetime) -> NewSource:
    """Writes the copy and the draft of the source, and returns them.

    Only an address asks the network, for this page alone. Raises BadText with all its reasons;
    nothing is written then.
    """
    facts = facts_or_stop()
    if text.is_file and not text.content and not text.address:
        raise BadText(unusable("empty_source").text(language()))
    if bool(text.content) == bool(text.address):
        raise BadText(phrase("text_either"))
    try:
        names = _titles(facts, text, now.date())
        code = _code(facts, text, names)
        cells = {**names, "published": text.published, "type": text.type}
        filled_cells = {column: cell for column, cell in cells.items() if cell}
        texts = known_texts(facts, facts_folder())
        choices = SourceChoices(filled_cells, text.keep_all, text.remedies, texts)
        if text.address:
            raw = fetched_source(facts, code, text.address, now, ADDRESS_FILTER)
        else:
            raw = RawSource(text.content)
        source = new_source(facts, code, raw, folder, choices, now.date())
        add_source_draft(facts_folder(), source.draft)
    except UnusableSource as error:
        reasons = error.text(language()).splitlines()
        raise BadText(*reasons, remedies=error.remedies) from error
    except (BadDraftFile, OSError) as error:
        reason = reason_with_file(error) if isinstance(error, OSError) else error.sentence
        raise BadText(phrase("not_written", reason=reason)) from error
    return source


def _titles(facts: Facts, text: NewText, today: date) -> Mapping[str, str]:
    """The titles that the reader gives, and the one in the text.

    Raises BadText if one is missing, unless a page of the web may bring it, and UnusableSource.
    """
    names = {"name_zh": text.title_zh, "name_en": text.title_en}
    if text.address:
        return names
    title = ""
    if not all(names.values()):
        article = article_text(read_document(text.content, today))
        if article.text.strip() != article.description.title:  # a single line is no title
            title = article.description.title
        column = name_column(title)
        names[column] = names[column] or title
    untitled_languages = [lang for lang in facts.dataset.languages if not names[f"name_{lang}"]]
    if untitled_languages:
        labels = (phrase(f"text_title_{lang}") for lang in untitled_languages)
        reasons = [phrase("text_untitled", titles=say("comma").join(labels))]
        raise BadText(*reasons, *([phrase("text_title_read", title=title)] if title else []))
    return names


def _code(facts: Facts, text: NewText, names: Mapping[str, str]) -> str:
    """The code that the reader gives, or one made of the title, or of the address."""
    known_sources = open_sources()
    address = {"name_en": SCHEME.sub("", text.address)}
    code = text.code or suggested_code(facts, SOURCE, names, known_sources)
    code = code or suggested_code(facts, SOURCE, address, known_sources)
    if not code:
        raise BadText(phrase("text_nameless"))
    if code in known_sources:
        raise BadText(phrase("text_code_used", code=code))
    return code
