"""The drafts of sources in a facts folder."""

from __future__ import annotations

from collections.abc import Mapping
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
from graph.model.facts import Facts
from ontology.schema.kinds import Source


def add_source_draft(facts_folder: Path, draft: Draft) -> Path:
    """Adds the draft of a source to those of a facts folder; the file that holds them.

    Another draft of the same source is removed, unless a curator has decided on it. Raises
    BadDraftFile if the file is broken, OSError if it cannot be written.
    """
    folder = facts_folder / DRAFTS
    path = draft_path(folder, SOURCE_DRAFTS)
    old_drafts = read_drafts(path) if path.is_file() else ()
    decided_ids = decided_drafts(folder / DECISION_LOG)
    other_drafts = [
        old_draft
        for old_draft in old_drafts
        if old_draft.source != draft.source or old_draft.id in decided_ids
    ]
    write_drafts(path, [*other_drafts, draft])
    return path


def known_texts(facts: Facts, facts_folder: Path) -> Mapping[str, str]:
    """The codes of the sources of a facts folder and of their drafts, by the hash of their text."""
    path = draft_path(facts_folder / DRAFTS, SOURCE_DRAFTS)
    drafts = read_drafts(path) if path.is_file() else ()
    codes = {draft.cell("sha256"): draft.source for draft in drafts}
    return codes | {
        source.sha256: source.code for source in facts.things_of(Source) if source.sha256
    }
