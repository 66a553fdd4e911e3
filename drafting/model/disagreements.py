"""Drafters that say different things of one passage: both are shown, and both are doubted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from drafting.drafts.draft import NEW, Band, Draft
from drafting.drafts.kept_drafts import family

CONFLICT = "CONFLICT"
WRITTEN = ("_written", "local_name")


def with_disagreements(groups: Iterable[Sequence[Draft]]) -> tuple[Draft, ...]:
    """The drafts of all groups, each once; those that disagree have the finding CONFLICT.

    A group is one drafter's reading of one stretch. Two drafts disagree if they are of one kind,
    share a letter of their passages and at least half of what both tell, and differ in a cell,
    while neither has an equal in the other's group. Each gets the other's cells as candidates.
    A guess by rules contradicts nobody.
    """
    readings = [list(group) for group in groups]
    drafts: dict[str, Draft] = {}
    for draft in (draft for group in readings for draft in group):
        drafts.setdefault(draft.id, draft)
    for first, second in combinations(readings, 2):
        for one_id, other_id in _pairs(first, second):
            drafts[one_id], drafts[other_id] = (
                _doubted(drafts[one_id], drafts[other_id]),
                _doubted(drafts[other_id], drafts[one_id]),
            )
    return tuple(drafts.values())


def _pairs(first: Sequence[Draft], second: Sequence[Draft]) -> Iterator[tuple[str, str]]:
    """The ids of drafts of two groups that disagree, the most alike first; each id once."""
    ours = [d for d in first if _counts(d) and not any(_same(d, other) for other in second)]
    theirs = [d for d in second if _counts(d) and not any(_same(d, other) for other in first)]
    alike = [
        (-shared, ours_place, theirs_place)
        for ours_place, draft in enumerate(ours)
        for theirs_place, other in enumerate(theirs)
        if _overlap(draft, other) and (shared := _shared(draft, other))
    ]
    used: set[str] = set()
    for _, ours_place, theirs_place in sorted(alike):
        ids = ours[ours_place].id, theirs[theirs_place].id
        if used.isdisjoint(ids):
            used.update(ids)
            yield ids


def _counts(draft: Draft) -> bool:
    return not (draft.band is Band.GUESS and family(draft) == "rules")


def _overlap(draft: Draft, other: Draft) -> bool:
    first, second = draft.spans[0], other.spans[0]
    return draft.kind == other.kind and first.start < second.end and second.start < first.end


def _compared(draft: Draft, other: Draft) -> list[tuple[str, str, str]]:
    """Column and both cells of what both drafts tell, without words of the text and new names."""
    theirs = dict(other.cells)
    return [
        (column, cell, theirs[column])
        for column, cell in draft.cells
        if column in theirs
        and not column.endswith(WRITTEN)
        and not (cell.startswith(NEW) or theirs[column].startswith(NEW))
    ]


def _same(draft: Draft, other: Draft) -> bool:
    compared = _compared(draft, other)
    return _overlap(draft, other) and all(cell == their for _, cell, their in compared)


def _shared(draft: Draft, other: Draft) -> int:
    """How many cells two drafts share, if that is half of what both tell besides the stance."""
    content = [pair for pair in _compared(draft, other) if pair[0] != "stance"]
    shared = sum(cell == their for _, cell, their in content)
    return shared if 2 * shared >= len(content) else 0


def _doubted(draft: Draft, other: Draft) -> Draft:
    """A draft with the other's cells as candidates where they differ."""
    candidates = dict(draft.candidates)
    for column, cell, their in _compared(draft, other):
        if cell != their:
            candidates[column] = tuple(dict.fromkeys((*candidates.get(column, ()), their)))
    return replace(
        draft,
        candidates=tuple(sorted(candidates.items())),
        findings=tuple(dict.fromkeys((*draft.findings, CONFLICT))),
        band=Band.LOOK if draft.band is Band.SURE else draft.band,
    )
