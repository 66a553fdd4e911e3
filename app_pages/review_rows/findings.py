"""The doubts about a row, as the Review page shows them."""

from __future__ import annotations

from collections.abc import Iterable

from app_pages.review_rows.columns import form_of
from app_pages.review_rows.component_types import ReviewFinding
from app_pages.state.language import language
from drafting.decisions.review_error import Doubt
from drafting.drafts.draft import Draft

# The quotation marks in which a fault names a column, in Chinese and in English.
QUOTES = (("“", "”"), ('"', '"'))


def finding_items(doubts: Iterable[Doubt], draft: Draft) -> list[ReviewFinding]:
    """Each doubt as a sentence with the field it is about, and whether it blocks."""
    columns = form_of(draft.kind, language())["columns"]
    labels = {column["name"]: column["label"] for column in columns}
    return [
        {
            "code": doubt.code,
            "field": doubt.field,
            "text": _sentence(doubt.field, labels.get(doubt.field, ""), doubt.text(language())),
            "blocks": doubt.blocks,
        }
        for doubt in doubts
    ]


def _sentence(field: str, label: str, text: str) -> str:
    """A doubt with the label of its field, also where the text names the column of the table."""
    if not label:
        return text
    for opening, closing in QUOTES:
        text = text.replace(f"{opening}{field}{closing}", f"{opening}{label}{closing}")
    return f"{label}: {text}"
