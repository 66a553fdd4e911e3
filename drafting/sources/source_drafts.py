"""The drafts of sources in a facts folder."""

from __future__ import annotations

from pathlib import Path

from drafting.drafts.draft import Draft
from drafting.drafts.draft_file import (
    DECISION_LOG,
    DRAFTS,
    SOURCE_DRAFTS,
    draft_path,
    read_drafts,
    write_drafts,
)
from drafting.drafts.draft_replacement import decided_drafts


def add_source_draft(facts_folder: Path, draft: Draft) -> Path:
    """Adds the draft of a source to those of a facts folder; the file that holds them.

    Another draft of the same source is removed, unless a curator has decided on it. Raises
    BadDraftFile if the file is broken, OSError if it cannot be written.
    """
    folder = facts_folder / DRAFTS
    path = draft_path(folder, SOURCE_DRAFTS)
    existing = read_drafts(path) if path.is_file() else ()
    decided = decided_drafts(folder / DECISION_LOG)
    others = [old for old in existing if old.source != draft.source or old.id in decided]
    write_drafts(path, [*others, draft])
    return path
