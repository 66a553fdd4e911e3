"""The rules' drafts of an open text, written where the review reads them."""

from __future__ import annotations

from app_pages.reviewing.open_sources import OpenSource, drafts_folder
from drafting.drafts.draft_file import draft_path, read_drafts, write_drafts
from drafting.drafts.kept_drafts import decided_drafts, replaced

DECISIONS = "decisions.jsonl"


def draft_by_rules(source: OpenSource) -> int:
    """Drafts a source anew and says how many rows are proposed; what is decided stays.

    Raises BadDraftFile if the file of its drafts cannot be read, and OSError.
    """
    path = draft_path(drafts_folder(), source.code)
    existing = read_drafts(path) if path.is_file() else ()
    drafts = source.drafts
    decided = decided_drafts(drafts_folder() / DECISIONS)
    write_drafts(path, replaced(existing, drafts, decided))
    return len(drafts)
