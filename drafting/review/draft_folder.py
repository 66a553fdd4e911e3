"""The folder of drafts in a facts folder: which files it has, and the drafts in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from drafting.decisions.review_error import ActionRefused, sentence
from drafting.drafts.draft import Band, Draft
from drafting.drafts.draft_file import DECISION_LOG, DRAFTS, BadDraftFile, read_drafts
from drafting.rows.needed_drafts import in_order_of_need
from graph.model.statement_content import snake
from ontology.schema.kinds import STATEMENTS

SOURCE = "source"
# The files beside the drafts that are no drafts.
IDENTITY_LOG, SETTLED_ROWS = "identity.jsonl", "settled.jsonl"
FILES_WITHOUT_DRAFTS = frozenset({DECISION_LOG, IDENTITY_LOG, SETTLED_ROWS})
BANDS = tuple(Band)
STATEMENT_KINDS = frozenset(snake(kind.__name__) for kind in STATEMENTS)


@dataclass(frozen=True)
class DraftFolder:
    """The drafts of a facts folder."""

    facts_folder: Path

    @property
    def path(self) -> Path:
        """The folder of the drafts."""
        return self.facts_folder / DRAFTS

    @property
    def decision_log(self) -> Path:
        """The log of decisions."""
        return self.path / DECISION_LOG

    @property
    def identity_log(self) -> Path:
        """The log of identities."""
        return self.path / IDENTITY_LOG

    @property
    def settled_file(self) -> Path:
        """The rows that were written into the facts."""
        return self.path / SETTLED_ROWS

    def drafts(self) -> tuple[Draft, ...]:
        """All drafts, each once. Raises ActionRefused for a file that holds anything else."""
        paths = sorted(self.path.glob("*.jsonl")) if self.path.is_dir() else []
        try:
            files = [read_drafts(path) for path in paths if path.name not in FILES_WITHOUT_DRAFTS]
        except BadDraftFile as error:
            reason = sentence("bad_drafts", file=error.path.name, reason=error.reason)
            raise ActionRefused(reason) from error
        return tuple({draft.id: draft for drafts in files for draft in drafts}.values())


def in_queue_order(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """Sources first, then by band, and within a band in the order of the text.

    A thing stands at the latest before the first statement that names it, which cannot be accepted
    without it.
    """
    return in_order_of_need(sorted(drafts, key=_place_in_queue))


def _place_in_queue(draft: Draft) -> tuple[object, ...]:
    place = (draft.spans[0].start, draft.spans[0].end) if draft.spans else (0, 0)
    order = (draft.kind != SOURCE, BANDS.index(draft.band), draft.source, *place)
    return *order, draft.kind in STATEMENT_KINDS, draft.kind, draft.id
