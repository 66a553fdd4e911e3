"""Adds a reader's text: its copy in the folder of texts, and the draft of its source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app_pages.reviewing.open_sources import open_sources
from app_pages.rows.columns import SOURCE
from app_pages.rows.texts import phrase
from app_pages.state.language import language
from app_pages.state.workspace import facts_folder, facts_or_stop
from drafting.drafts.draft import Draft
from drafting.drafts.draft_file import BadDraftFile
from drafting.rows.suggested_code import suggested_code
from drafting.sources.documents.source_faults import UnusableSource
from drafting.sources.new_source import Choices, RawSource, new_source
from drafting.sources.source_drafts import add_source_draft
from texts.system_errors import reason_with_file


class BadText(ValueError):
    """A text that cannot be opened; `reasons` are sentences in the reader's language."""

    def __init__(self, *reasons: str) -> None:
        self.reasons = reasons
        super().__init__("; ".join(reasons))


@dataclass(frozen=True)
class BroughtText:
    """The content of a file or of pasted words, with the reader's details of the text."""

    content: bytes
    title_zh: str
    title_en: str
    published: str
    type: str
    code: str


def bring_text(text: BroughtText, folder: Path, today: date) -> Draft:
    """Writes the copy and the draft of the source, and returns the draft.

    Raises BadText with all its reasons; nothing is written then.
    """
    facts, names = facts_or_stop(), {"name_zh": text.title_zh, "name_en": text.title_en}
    used = open_sources()
    code = text.code or suggested_code(facts, SOURCE, names, used)
    if not code:
        raise BadText(phrase("text_nameless"))
    if code in used:
        raise BadText(phrase("text_code_used", code=code))
    cells = {**names, "published": text.published, "type": text.type}
    choices = Choices({column: cell for column, cell in cells.items() if cell}, keep_all=True)
    try:
        source = new_source(facts, code, RawSource(text.content), folder, choices, today)
        add_source_draft(facts_folder(), source.draft)
    except UnusableSource as error:
        raise BadText(*error.text(language()).splitlines()) from error
    except (BadDraftFile, OSError) as error:
        reason = reason_with_file(error) if isinstance(error, OSError) else error.sentence
        raise BadText(phrase("not_written", reason=reason)) from error
    return source.draft
