"""Results that are computed from a panel, and refusals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from diffusion.study.panel import Panel
from diffusion.study.result import Cell, Result, Sentence, refusal_result, sentence
from diffusion.study.study import Study

# A tie needs two nodes.
MIN_NODES = 2


def count_adopters(panel: Panel) -> int:
    """How many adopted within the window."""
    return int((~np.isnan(panel.time)).sum())


def panel_result(
    study: Study,
    panel: Panel,
    columns: tuple[str, ...],
    rows: Iterable[tuple[Cell, ...]],
    n: int,
    summary: Mapping[str, Cell],
    warnings: Iterable[Sentence] = (),
) -> Result:
    """The result with the panel's counts of undated and unreported, and the study's warnings."""
    all_warnings = (*study.warnings, *warnings)
    return Result(columns, tuple(rows), n, panel.undated, panel.unreported, summary, all_warnings)


def panel_refusal(panel: Panel, columns: tuple[str, ...], n: int, reason: Sentence) -> Result:
    """No rows, and why."""
    return refusal_result(columns, reason, n, panel.undated, panel.unreported)


def no_ties_result(panel: Panel, columns: tuple[str, ...]) -> Result:
    """A refusal because no tie joins two nodes of the panel."""
    count = len(panel.nodes)
    too_few = sentence("too_few_nodes", needed=MIN_NODES, found=count)
    reason = too_few if count < MIN_NODES else sentence("no_ties_among", count=count)
    return panel_refusal(panel, columns, count, reason)


def open_study_warnings(study: Study) -> tuple[Sentence, ...]:
    """A warning for a study that is not closed: shares are of known adopters only."""
    return () if study.is_closed else (sentence("only_adopters"),)
