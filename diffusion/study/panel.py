"""A panel: who had adopted by when, as arrays for curves, exposure and regressions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import ceil, floor, isfinite

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from diffusion.study.errors import WrongStudy
from diffusion.study.result import sentence
from diffusion.study.study import Adoptions, NumericInterval, Study, Tie

Array = NDArray[np.float64]
# A study with more periods than this has a step that is too fine for its numbers.
MAX_PERIODS = 5000
INTEGER_AS_DECIMAL = re.compile(r"^(-?[0-9]+)\.0+$")


@dataclass(frozen=True)
class Panel:
    """One innovation over time.

    `nodes` (n) are those who adopted at a known period and, where the study is closed, those who
    did not adopt; `periods` (T) is every period of the watch, one step apart. `time` (n) is the
    period of adoption, nan for those who did not adopt in time. `undated` adopted at a time that
    is not known well enough, `unreported` have no adoption on record; both are left out.
    """

    nodes: tuple[str, ...]
    periods: Array
    time: Array
    undated: int
    unreported: int

    @property
    def has_adopted(self) -> NDArray[np.bool_]:
        """n x T: whether a node had adopted by the end of a period."""
        return self.time[:, None] <= self.periods

    @property
    def period_index(self) -> NDArray[np.intp]:
        """For each node, the place of its period; T if it did not adopt."""
        return np.searchsorted(self.periods, np.nan_to_num(self.time, nan=np.inf))


def build_panel(study: Study, adoptions: Adoptions) -> Panel:
    """The panel of one of a study's cascades, over the study's window.

    The window runs from the first to the last end of any date unless the study sets its own. A node
    that adopted after its end counts as not adopted; a node that adopted before its beginning had
    adopted when it began. Periods begin at whole steps (of 1 where numbers are taken as they are).
    """
    study = replace(study, step=study.width)
    adoption_periods = study.periods(adoptions)
    first, last = window_periods(study, adoptions)
    outside = [node for node in study.nodes if node not in adoptions] if study.is_closed else []
    nodes = (*adoption_periods, *outside)
    time = np.array([adoption_periods.get(node, np.nan) for node in nodes], dtype=np.float64)
    time[time > last] = np.nan
    periods = _period_starts(first, last, study.step) if adoption_periods else np.zeros(0)
    unreported = 0 if study.is_closed else len(set(study.nodes) - set(adoptions))
    order = sorted(range(len(nodes)), key=lambda place: nodes[place])
    return Panel(
        nodes=tuple(nodes[place] for place in order),
        periods=periods,
        time=time[order],
        undated=len(adoptions) - len(adoption_periods),
        unreported=unreported,
    )


def cumulative_bounds(
    adoptions: Adoptions, panel: Panel, step: float
) -> tuple[list[int], list[int]]:
    """How many had certainly and how many had possibly adopted by the end of each period.

    All adopters count, also those whose date is an interval or unknown.
    """
    ends = (panel.periods + step).tolist()
    lower = [sum(span.latest < end for span in adoptions.values()) for end in ends]
    upper = [sum(_may_precede(span, end) for span in adoptions.values()) for end in ends]
    return lower, upper


def adjacency(ties: Iterable[Tie], nodes: tuple[str, ...], *, valued: bool = False) -> csr_array:
    """n x n weights from learner (row) to teacher (column), without ties to oneself.

    A repeated tie counts once; with `valued`, the weights are those of the ties.
    """
    place = {node: index for index, node in enumerate(nodes)}
    weights = {
        (place[tie.learner], place[tie.teacher]): tie.weight if valued else 1.0
        for tie in ties
        if tie.learner != tie.teacher and tie.learner in place and tie.teacher in place
    }
    rows, columns = [row for row, _ in weights], [column for _, column in weights]
    size = len(nodes)
    return csr_array((list(weights.values()), (rows, columns)), shape=(size, size), dtype=float)


def node_values(study: Study, nodes: Iterable[str], column: str) -> list[str]:
    """The value of each node in this column of the table of nodes; empty where there is none.

    Raises WrongStudy if there is no such column.
    """
    if not any(column in node.values for node in study.nodes.values()):
        raise WrongStudy(
            sentence("no_column", wrong=column, found=", ".join(node_columns(study)) or "-")
        )
    return [
        study.nodes[node].values.get(column, "") if node in study.nodes else "" for node in nodes
    ]


def group_labels(study: Study, nodes: Iterable[str], column: str) -> list[str]:
    """The values of a column that sorts the nodes; `2.0`, as some programs write 2, is `2`."""
    return [INTEGER_AS_DECIMAL.sub(r"\1", text) for text in node_values(study, nodes, column)]


def node_columns(study: Study) -> list[str]:
    """The columns in which some node has a value."""
    return list(dict.fromkeys(key for node in study.nodes.values() for key in node.values))


def parse_numbers(texts: Iterable[str], column: str) -> Array:
    """Cells as numbers; nan for an empty cell. Raises WrongStudy if a cell is no finite number."""
    try:
        cells = np.array([float(text) if text else np.nan for text in texts])
    except ValueError as error:
        raise WrongStudy(sentence("no_number", column=column, reason=str(error))) from error
    if np.isinf(cells).any():
        raise WrongStudy(sentence("no_number", column=column, reason="inf"))
    return cells


def _period_starts(first: float, last: float, step: float) -> Array:
    count = ceil((last - first) / step - 1e-9) + 1
    if count > MAX_PERIODS:
        raise WrongStudy(sentence("too_many_periods", count=count, most=MAX_PERIODS))
    return np.asarray(first + step * np.arange(max(count, 1)), dtype=np.float64)


def _may_precede(span: NumericInterval, end: float) -> bool:
    return span.earliest < end


def window_periods(study: Study, adoptions: Adoptions) -> tuple[float, float]:
    """The first and the last period of the window."""
    ends = [end for span in adoptions.values() for end in (span.earliest, span.latest)]
    finite = [end for end in ends if isfinite(end)]
    first, last = study.window
    window = (
        min(finite, default=0.0) if first is None else first,
        max(finite, default=0.0) if last is None else last,
    )
    return (floor(window[0] / study.step) * study.step, floor(window[1] / study.step) * study.step)
