"""Which drafts of a file stay when a drafter drafts the same source again."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from drafting.drafts.draft import Draft
from drafting.drafts.draft_file import DECISION_LOG, draft_path, read_drafts, write_drafts


def replace_drafts(folder: Path, source: str, new: Sequence[Draft]) -> Path:
    """Writes the drafts of a source into a folder of drafts, with those that stay; their file.

    Raises BadDraftFile if the file that is there is broken, OSError if it cannot be written.
    """
    path = draft_path(folder, source)
    existing = read_drafts(path) if path.is_file() else ()
    write_drafts(path, replaced(existing, new, decided_drafts(folder / DECISION_LOG)))
    return path


def replaced(
    existing: Iterable[Draft], new: Iterable[Draft], decided: Collection[str]
) -> list[Draft]:
    """New drafts with the existing ones that stay: those of other families, and decided ones.

    The family of a drafter is the first word of its name: `rules 1` and `rules 2` are one.
    """
    new = list(new)
    families = {family(draft) for draft in new} or {"rules"}
    return [d for d in existing if d.id in decided or family(d) not in families] + new


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
