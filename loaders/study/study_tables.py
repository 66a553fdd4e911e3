"""A researcher's own tables as a study: cascades, ties and nodes, or every fault in them.

    cascades   cascade_id, node, time
    ties       from_uid, named_uid, and if there are any time, weight
    contacts   as ties: who is near whom whether or not anybody adopts; if missing, the ties
    nodes      uid, any columns of groups and numbers, and one with the time of adoption
    panel      node, time, if there are several policies cascade_id, and any columns of numbers: a
               row for each unit and period at risk; no other table stands beside it

Columns are separated by commas, or by semicolons or tabs if the first line is. Times are numbers,
intervals of numbers such as 4/11 or (4,11], or dates, in EDTF or as spreadsheets save them with
the year first; an empty cell or NA is no time. Beside dates 2016 is a year and 2016.10 a month
(see tables/calendar_times.py). Other columns are left alone. If there are cascades, the table of
nodes only says who there is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from diffusion.study.result import Sentence, sentence
from diffusion.study.study import NumericInterval, Study, StudyNode, Tie
from loaders.study.panel_tables import read_panel
from loaders.study.table_reader import HasDates, StudyTableReader
from loaders.tables.faults import BadFacts, Fault

# A warning names no more nodes than these.
MAX_NAMES = 5


@dataclass(frozen=True)
class Tables:
    """The paths of a study's tables; `columns` says what their columns mean.

    If it `keeps_first`, of rows that repeat an adopter or a node the earliest adoption and the
    first node count; else they are faults.
    """

    cascades: Path | None = None
    ties: Path | None = None
    nodes: Path | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    contacts: Path | None = None
    keeps_first: bool = False
    panel: Path | None = None

    @property
    def has_tables(self) -> bool:
        """Whether there is one."""
        return bool(self.cascades or self.ties or self.nodes or self.contacts or self.panel)


def read_study(tables: Tables) -> Study:
    """The study of a researcher's tables; raises BadFacts with every fault."""
    if tables.panel:
        return _panel_study(tables, tables.panel)
    reading = StudyTableReader(tables.columns, tables.keeps_first)
    try:
        return _read(reading, tables)
    except HasDates:  # read again, because it is known only now that 2012 is a year
        return _read(
            replace(reading, beside_dates=True, repeated_rows=0, faults=[], spans={}), tables
        )


def _panel_study(tables: Tables, path: Path) -> Study:
    others = (tables.cascades, tables.ties, tables.nodes, tables.contacts)
    faults = [Fault(str(other), 0, 0, "", "beside_panel") for other in others if other]
    panel = read_panel(path, tables.columns, faults)
    if panel is None or faults:
        raise BadFacts(faults)
    policies: dict[str, dict[str, NumericInterval]] = {
        name: {} for name in sorted(set(panel.policies))
    }
    return Study({}, policies, panel=panel)


def _read(reading: StudyTableReader, tables: Tables) -> Study:
    nodes = reading.nodes(tables.nodes, with_times=not tables.cascades) if tables.nodes else {}
    cascades = reading.cascades(tables.cascades) if tables.cascades else {}
    ties = reading.ties(tables.ties) if tables.ties else []
    contacts = reading.ties(tables.contacts) if tables.contacts else ties
    if reading.faults:
        raise BadFacts(reading.faults)
    adoptions = {id: when for id, (_, when) in nodes.items() if when is not None}
    outsiders = _outsiders(cascades, nodes) if tables.nodes else []
    cascades = {id: _without_nodes(adopters, outsiders) for id, adopters in cascades.items()}
    if reading.time:
        cascades = {reading.time: adoptions}
    everybody = {id: node for id, (node, _) in nodes.items()} or _named_nodes(
        cascades, [*ties, *contacts]
    )
    dates = [when for adoptions in cascades.values() for when in adoptions.values()]
    all_ties = ties if contacts is ties else [*ties, *contacts]
    outside = len(all_ties) - len(_inside(all_ties, everybody))
    is_sharp = all(date.earliest == date.latest for date in dates if date.is_bounded)
    return Study(
        nodes=everybody,
        cascades=cascades,
        ties=_inside(ties, everybody),
        contacts=_inside(contacts, everybody),
        step=0.0 if is_sharp else 1.0,
        to_the_day=is_sharp and reading.beside_dates,
        warnings=(*_warnings(outside, outsiders), *reading.warnings()),
    )


def _outsiders(
    cascades: Mapping[str, Mapping[str, NumericInterval]], nodes: Collection[str]
) -> list[str]:
    """The adopters that the table of nodes does not have."""
    adopters = dict.fromkeys(node for adoptions in cascades.values() for node in adoptions)
    return [node for node in adopters if node not in nodes]


def _without_nodes(
    adoptions: Mapping[str, NumericInterval], nodes: Collection[str]
) -> dict[str, NumericInterval]:
    excluded_nodes = frozenset(nodes)
    return {node: when for node, when in adoptions.items() if node not in excluded_nodes}


def _warnings(ties: int, nodes: Sequence[str]) -> Iterator[Sentence]:
    if ties:
        yield sentence("ties_outside", count=ties)
    if nodes:
        names = ", ".join(nodes[:MAX_NAMES]) + (" …" if len(nodes) > MAX_NAMES else "")
        yield sentence("adopters_outside", count=len(nodes), nodes=names)


def _inside(ties: Iterable[Tie], nodes: Mapping[str, StudyNode]) -> tuple[Tie, ...]:
    return tuple(tie for tie in ties if tie.learner in nodes and tie.teacher in nodes)


def _named_nodes(
    cascades: Mapping[str, Mapping[str, NumericInterval]], ties: Iterable[Tie]
) -> dict[str, StudyNode]:
    """All nodes that the tables name, for a study without a table of nodes."""
    adopters = Counter(node for adoptions in cascades.values() for node in adoptions)
    ends = Counter(end for tie in ties for end in (tie.learner, tie.teacher))
    return {id: StudyNode(id) for id in sorted(adopters | ends)}
