"""The values that every measure works on: nodes, ties, adoptions, and the study of all three."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from math import floor, inf, isfinite

from diffusion.study.result import Sentence


@dataclass(frozen=True, slots=True)
class NumericInterval:
    """A time interval in the unit of the data: decimal years for facts, any number for tables.

    `earliest` is -inf, `latest` inf where that end is unknown.
    """

    earliest: float
    latest: float

    @property
    def is_bounded(self) -> bool:
        """Whether both ends are known."""
        return isfinite(self.earliest) and isfinite(self.latest)


UNDATED_INTERVAL = NumericInterval(-inf, inf)


@dataclass(frozen=True, slots=True)
class Tie:
    """Who learned from (or named) whom; `id` is the fact's, if it is one."""

    learner: str
    teacher: str
    when: NumericInterval = UNDATED_INTERVAL
    id: str = ""
    weight: float = 1.0


Column = tuple[str, ...]
# One mechanism or innovation: when each adopter took it up.
Adoptions = Mapping[str, NumericInterval]
# The adoptions of each cascade (a mechanism, a policy) by its id.
Cascades = Mapping[str, Adoptions]


@dataclass(frozen=True, slots=True)
class StudyNode:
    """A node that may adopt, with its attributes (groups, numbers) as text."""

    id: str
    name_zh: str = ""
    name_en: str = ""
    values: Mapping[str, str] = field(default_factory=dict)

    def name(self, language: str) -> str:
        """The name in `zh` or `en`; the id if it has none."""
        return (self.name_zh if language == "zh" else self.name_en) or self.id


@dataclass(frozen=True)
class PanelTable:
    """The cells of a panel by column, "" where one is empty; all columns are equally long.

    `unit`, `period` and `policy` name the columns that say what a row is about; `policy` is "" in a
    panel of a single policy. `lines` are the lines of the file. The `repeated_columns` stand twice
    in the header, so nobody can say which is meant; they are not among the cells.
    """

    unit: str
    period: str
    policy: str
    cells: Mapping[str, Column]
    lines: tuple[int, ...]
    repeated_columns: tuple[str, ...] = ()

    @property
    def policies(self) -> tuple[str, ...]:
        """The policy of each row; "" in a panel of a single policy."""
        return self.cells[self.policy] if self.policy else ("",) * len(self.lines)

    def of_policies(self, policies: tuple[str, ...]) -> PanelTable:
        """The rows of these policies; all rows if none are named."""
        if not policies:
            return self
        places = [place for place, name in enumerate(self.policies) if name in policies]
        return replace(
            self,
            cells={key: tuple(cells[i] for i in places) for key, cells in self.cells.items()},
            lines=tuple(self.lines[i] for i in places),
        )


@dataclass(frozen=True)
class Background:
    """What may go before an adoption, beside the adoptions that are studied.

    `networks` are further ties by name, from learner to teacher, each from its time on.
    `adoption_based_ties` has, by cascade, the ids of the ties that are known only because of the
    learner's adoption. `denials` say, by cascade, as of when a node had not adopted.
    `other_cascades` are not studied and are neither broader nor narrower than one that is.
    """

    networks: Mapping[str, tuple[Tie, ...]] = field(default_factory=dict)
    adoption_based_ties: Mapping[str, frozenset[str]] = field(default_factory=dict)
    denials: Cascades = field(default_factory=dict)
    other_cascades: Cascades = field(default_factory=dict)


@dataclass(frozen=True)
class Study:
    """The data of one run of a measure.

    `nodes` are all who might have adopted, by id; `names` the cascades' names in zh and en. `ties`
    say who learned from (or named) whom. `contacts` are ties that stand whether or not anybody
    adopts, over which exposure may run: in a table all ties; in facts who named whom when asked or,
    where nobody was asked, the borders and common provinces, never the learned-from links, which
    were recorded because of the adoption. `step` is the width of the period in which two dates
    count as equal (for facts a year or one of the dataset's periods; 0: numbers are taken as they
    are). `is_closed`: a node without a date did not adopt while it was watched (a table, or
    facts that say so of everybody), rather than that nothing is known of it. `window` is the first
    and the last period of the watch; None is that of the first or the last adoption. `to_the_day`
    says that dates are moments of the calendar, in years with a decimal part, though no period is
    set. `warnings` say what was left out when the data were read. `panel` is a researcher's own
    panel; then there is nothing else but its policies, as cascades of which nothing is known.
    `background` is what a built panel may use besides (see diffusion/built_panels).
    """

    nodes: Mapping[str, StudyNode]
    cascades: Cascades = field(default_factory=dict)
    ties: tuple[Tie, ...] = ()
    contacts: tuple[Tie, ...] = ()
    step: float = 0.0
    is_closed: bool = True
    names: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    window: tuple[float | None, float | None] = (None, None)
    to_the_day: bool = False
    warnings: tuple[Sentence, ...] = ()
    panel: PanelTable | None = None
    background: Background = Background()

    @property
    def width(self) -> float:
        """How long a period is: a step, or 1 where numbers are taken as they are."""
        return self.step or 1.0

    def node_name(self, id: str, language: str) -> str:
        """A node's name in `zh` or `en`; its id if it has none."""
        return self.nodes[id].name(language) if id in self.nodes else id

    def cascade_name(self, id: str, language: str) -> str:
        """A cascade's name in `zh` or `en`; its id if it has none."""
        zh, en = self.names.get(id, (id, id))
        return zh if language == "zh" else en

    def period(self, span: NumericInterval) -> float | None:
        """The period in which the whole span lies; None if it is unknown or runs over several."""
        if not span.is_bounded:
            return None
        if not self.step:
            return span.earliest if span.earliest == span.latest else None
        first, last = (floor(end / self.step) for end in (span.earliest, span.latest))
        return first * self.step if first == last else None

    def periods(self, adoptions: Adoptions) -> dict[str, float]:
        """The period of each adopter whose date is sharp enough to have one."""
        by_node = {node: self.period(span) for node, span in adoptions.items()}
        return {node: period for node, period in by_node.items() if period is not None}
