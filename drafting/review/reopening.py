"""Reopens drafts after a change of a text, the rules or a model: only those that it touches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from drafting.decisions.decision import Decision
from drafting.drafts.draft import Draft
from drafting.drafts.draft_replacement import family
from drafting.review.draft_folder import SOURCE
from drafting.review.row_assessor import RowAssessor
from drafting.rows.typed_row import HAND_FAMILY

VERSION_SEPARATOR = "|"


class DrafterVersions:
    """Which versions of each drafter have proposed rows of each source, by the files of drafts."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self._versions: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._proposers: dict[str, str] = {}
        for draft in drafts:
            self._versions[draft.source, family(draft)].add(draft.drafted_by)
            self._proposers[draft.id] = draft.drafted_by

    def basis(self, draft: Draft) -> str:
        """The versions of a draft's drafter, as a decision keeps them."""
        return VERSION_SEPARATOR.join(sorted(self._versions_of(draft) | {draft.drafted_by}))

    def no_longer_propose(self, decision: Decision) -> bool:
        """Whether a version newer than the decision leaves out the draft decided on."""
        draft = decision.draft
        newer_versions = self._versions_of(draft) - set(decision.basis.split(VERSION_SEPARATOR))
        if family(draft) == HAND_FAMILY or draft.kind == SOURCE:  # no drafter proposes these again
            return False
        return bool(newer_versions) and self._proposers.get(draft.id) not in newer_versions

    def _versions_of(self, draft: Draft) -> set[str]:
        return self._versions.get((draft.source, family(draft)), set())


def is_reopened(decision: Decision, versions: DrafterVersions, assessor: RowAssessor) -> bool:
    """Whether something that an accepted row rests on has changed since.

    It has if the copy of the text no longer reads what the row cites, or if a version of its
    drafter that is newer than the decision does not propose it any more.
    """
    return decision.admits and (
        assessor.quote_has_changed(decision.row) or versions.no_longer_propose(decision)
    )
