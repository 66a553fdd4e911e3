"""Results on a panel: rows with what they rest on, or the minimum that was not reached."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from diffusion.study.panel import Panel
from diffusion.study.result import Cell, Result, Sentence, refused, say
from diffusion.study.study import Study

# Fewer cannot be joined by a tie.
PAIR = 2


def adopters(watched: Panel) -> int:
    """How many adopted within the watch."""
    return int((~np.isnan(watched.time)).sum())


def report(
    study: Study,
    watched: Panel,
    columns: tuple[str, ...],
    rows: Iterable[tuple[Cell, ...]],
    n: int,
    summary: Mapping[str, Cell],
    warnings: Iterable[Sentence] = (),
) -> Result:
    """The result with the panel's undated and unsaid, and the study's warnings."""
    all_warnings = (*study.warnings, *warnings)
    return Result(columns, tuple(rows), n, watched.undated, watched.unsaid, summary, all_warnings)


def not_computed(watched: Panel, columns: tuple[str, ...], n: int, why: Sentence) -> Result:
    """No rows, and why."""
    return refused(columns, why, n, watched.undated, watched.unsaid)


def no_ties(watched: Panel, columns: tuple[str, ...]) -> Result:
    """No rows, for no tie joins two of those who are watched: nobody is exposed to anybody."""
    count = len(watched.nodes)
    few = say("too_few_nodes", needed=PAIR, found=count)
    why = few if count < PAIR else say("no_ties_among", count=count)
    return not_computed(watched, columns, count, why)


def silence(study: Study) -> tuple[Sentence, ...]:
    """Where silence is no denial: that shares are of known adopters only."""
    return () if study.closed else (say("only_adopters"),)
