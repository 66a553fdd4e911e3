"""Adds a reader's text: its copy in the folder of texts, and the draft of its source."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app_pages.review_rows.columns import SOURCE
from app_pages.review_rows.texts import phrase
from app_pages.review_sources.open_sources import open_sources
from app_pages.state.language import language, say
from app_pages.state.workspace import facts_folder, facts_or_stop
from drafting.drafts.draft import Draft
from drafting.drafts.draft_file import BadDraftFile
from drafting.rows.suggested_code import suggested_code
from drafting.sources.documents.source_faults import UnusableSource
from drafting.sources.new_source import RawSource, SourceChoices, new_source
from drafting.sources.source_drafts import add_source_draft
from drafting.sources.web.address_filter import PUBLIC_ADDRESSES
from drafting.sources.web.page_files import fetched_source
from graph.model.facts import Facts
from texts.system_errors import reason_with_file

# The machines that an address may name; no setting adds others.
ADDRESS_FILTER = PUBLIC_ADDRESSES
SCHEME = re.compile("^[a-z]+://", re.IGNORECASE)


class BadText(ValueError):
    """A text that cannot be opened; `reasons` are sentences in the reader's language."""

    def __init__(self, *reasons: str) -> None:
        self.reasons = reasons
        super().__init__("; ".join(reasons))


@dataclass(frozen=True)
class NewText:
    """A file or pasted words, or the address of a page; and the reader's details of the text."""

    content: bytes
    address: str
    title_zh: str
    title_en: str
    published: str
    type: str
    code: str


def add_text(text: NewText, folder: Path, now: datetime) -> Draft:
    """Writes the copy and the draft of the source, and returns the draft.

    Only an address asks the network, for this page alone. Raises BadText with all its reasons;
    nothing is written then.
    """
    facts, names = facts_or_stop(), {"name_zh": text.title_zh, "name_en": text.title_en}
    if bool(text.content) == bool(text.address):
        raise BadText(phrase("text_either"))
    if text.content and (untitled_languages := _languages_without_title(facts, names)):
        labels = (phrase(f"text_title_{lang}") for lang in untitled_languages)
        raise BadText(phrase("text_untitled", titles=say("comma").join(labels)))
    code = _code(facts, text, names)
    cells = {**names, "published": text.published, "type": text.type}
    filled_cells = {column: cell for column, cell in cells.items() if cell}
    choices = SourceChoices(filled_cells, keep_all=not text.address)  # a page of the web has menus
    try:
        if text.address:
            raw = fetched_source(facts, code, text.address, now, ADDRESS_FILTER)
        else:
            raw = RawSource(text.content)
        source = new_source(facts, code, raw, folder, choices, now.date())
        add_source_draft(facts_folder(), source.draft)
    except UnusableSource as error:
        raise BadText(*error.text(language()).splitlines()) from error
    except (BadDraftFile, OSError) as error:
        reason = reason_with_file(error) if isinstance(error, OSError) else error.sentence
        raise BadText(phrase("not_written", reason=reason)) from error
    return source.draft


def _languages_without_title(facts: Facts, names: dict[str, str]) -> list[str]:
    """The languages of the dataset in which the text has no title; a page of the web brings one."""
    return [lang for lang in facts.dataset.languages if not names[f"name_{lang}"]]


def _code(facts: Facts, text: NewText, names: dict[str, str]) -> str:
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
