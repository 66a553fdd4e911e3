"""Writes the rules' drafts of an open text where the review reads them."""

from __future__ import annotations

from app_pages.review_sources.open_sources import OpenSource, drafts_folder
from drafting.drafts.draft_replacement import replace_drafts


def draft_by_rules(source: OpenSource) -> int:
    """Drafts a source again and returns how many rows are proposed; decided rows stay.

    Raises BadDraftFile if the file of its drafts cannot be read, and OSError.
    """
    drafts = source.drafts
    replace_drafts(drafts_folder(), source.code, drafts)
    return len(drafts)
