"""The gate: which rows of a model need no second look, and how often it is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from drafting.drafts.draft import NEW_PREFIX, Band, Draft
from drafting.language_model.row_reader import draft_row
from drafting.lint.finding import FindingCode
from ontology.schema.kinds import Statement

# The codes of the findings on a statement.
Lint = Callable[[Statement], Iterable[str]]
# Findings that show a row to be wrong: the words read another unit or bound, or never name a thing.
# Of 100 simulated rows with one of these, 97 were wrong.
CONTRADICTIONS = frozenset(
    {FindingCode.UNIT, FindingCode.BOUND, FindingCode.NAME, FindingCode.CONTRADICTED}
)
# Findings on single cells. A row with two of them is wrong: 97 of 100 such rows were.
DOUBTFUL_CELLS = CONTRADICTIONS | {
    FindingCode.VALUE,
    FindingCode.PER,
    FindingCode.BASELINE,
    FindingCode.LOCAL_NAME,
    FindingCode.PARTY,
    FindingCode.DATE,
    FindingCode.INDICATOR,
    FindingCode.DIRECTION,
    FindingCode.QUOTE,
}


class Verdict(StrEnum):
    """The gate's verdict on a row. A curator still decides on admitted rows."""

    ADMITTED = "admitted"
    SENT = "sent to a person"
    REFUSED = "refused"


def through_gate(draft: Draft, lint: Lint | None) -> Draft:
    """A draft with the findings of the lint and the band that they leave it.

    A new thing makes it a guess; a draft with a finding, or with a name that several things have,
    goes to a person. So does every draft that no lint has read.
    """
    row = draft_row(draft)
    codes = ["QUOTE"] if isinstance(row, list) else []
    if lint and not isinstance(row, list) and isinstance(row.value, Statement):
        codes = sorted(set(lint(row.value)))
    findings = tuple(dict.fromkeys((*draft.findings, *codes)))
    band = Band.LOOK if findings or draft.candidates or lint is None else Band.SURE
    if any(cell.startswith(NEW_PREFIX) for _, cell in draft.cells):
        band = Band.GUESS
    return replace(draft, findings=findings, band=band)


def verdict(draft: Draft | None) -> Verdict:
    """The verdict on a draft that went through the gate; None stands for a row of no draft.

    A row that its passages contradict is refused: a person who reads it learns nothing.
    """
    if draft is None or _is_contradicted(draft):
        return Verdict.REFUSED
    return Verdict.ADMITTED if draft.band is Band.SURE else Verdict.SENT


def _is_contradicted(draft: Draft) -> bool:
    """Whether a finding shows that a row is wrong, or two do together."""
    codes = set(draft.findings)
    return bool(codes & CONTRADICTIONS) or len(codes & DOUBTFUL_CELLS) > 1


@dataclass(frozen=True)
class GateFigures:
    """How many right and wrong rows had each verdict."""

    counts: Mapping[tuple[bool, Verdict], int] = field(default_factory=dict)

    @property
    def right_share_admitted(self) -> float:
        """The share of the right rows that is admitted."""
        return _share(self._count(Verdict.ADMITTED, right=True), self._total(right=True))

    @property
    def wrong_share_admitted(self) -> float:
        """The share of the wrong rows that is admitted."""
        return _share(self._count(Verdict.ADMITTED, right=False), self._total(right=False))

    @property
    def sent_share(self) -> float:
        """The share of all rows that is sent to a person."""
        sent_count = sum(self._count(Verdict.SENT, right=right) for right in (True, False))
        return _share(sent_count, self._total(right=True) + self._total(right=False))

    @property
    def precision(self) -> float:
        """The share of right rows among those admitted."""
        right, wrong = (self._count(Verdict.ADMITTED, right=right) for right in (True, False))
        return _share(right, right + wrong)

    def _count(self, verdict: Verdict, *, right: bool) -> int:
        return self.counts.get((right, verdict), 0)

    def _total(self, *, right: bool) -> int:
        return sum(self._count(verdict, right=right) for verdict in Verdict)


def gate_figures(verdicts: Iterable[tuple[bool, Verdict]]) -> GateFigures:
    """The figures of rows that are known to be right or wrong."""
    return GateFigures(Counter(verdicts))


def _share(part: int, total: int) -> float:
    return part / total if total else 0.0
