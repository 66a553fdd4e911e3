"""Which drafts of a file stay when a drafter drafts the same source again."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from drafting.drafts.draft import Draft
from drafting.drafts.draft_file import DECISION_LOG, draft_path, read_drafts, write_drafts


def replace_drafts(folder: Path, source: str, new_drafts: Sequence[Draft]) -> Path:
    """Writes the drafts of a source into a folder of drafts, with those that stay; their file.

    Raises BadDraftFile if the file that is there is broken, OSError if it cannot be written.
    """
    path = draft_path(folder, source)
    old_drafts = read_drafts(path) if path.is_file() else ()
    write_drafts(path, merge_drafts(old_drafts, new_drafts, decided_drafts(folder / DECISION_LOG)))
    return path


def merge_drafts(
    old_drafts: Iterable[Draft], new_drafts: Iterable[Draft], decided_ids: Collection[str]
) -> list[Draft]:
    """New drafts with the existing ones that stay: those of other families, and decided ones.

    The family of a drafter is the first word of its name: `rules 1` and `rules 2` are one.
    """
    new_drafts = list(new_drafts)
    families = {family(draft) for draft in new_drafts} or {"rules"}
    return [d for d in old_drafts if d.id in decided_ids or family(d) not in families] + new_drafts


def family(draft: Draft) -> str:
    """The family of the drafter of a draft: rules, model, or a person."""
    return draft.drafted_by.split(" ")[0]


def decided_drafts(log: Path) -> frozenset[str]:
    """The ids of all drafts in a log of decisions; an incomplete line is skipped."""
    ids = set()
    for line in log.read_bytes().split(b"\n") if log.is_file() else ():
        try:
            ids.add(json.loads(line)["draft"])
        except (ValueError, KeyError, TypeError, RecursionError):
            continue
    return frozenset(id for id in ids if isinstance(id, str))
