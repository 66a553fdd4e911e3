"""The rules' drafts of an open text, written where the review reads them."""

from __future__ import annotations

from app_pages.reviewing.open_sources import OpenSource, drafts_folder
from drafting.drafts.kept_drafts import replace_drafts


def draft_by_rules(source: OpenSource) -> int:
    """Drafts a source anew and says how many rows are proposed; what is decided stays.

    Raises BadDraftFile if the file of its drafts cannot be read, and OSError.
    """
    drafts = source.drafts
    replace_drafts(drafts_folder(), source.code, drafts)
    return len(drafts)
