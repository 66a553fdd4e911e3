"""Circles among codes, where each code names the code that it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter


def circle_of(parents: Mapping[str, Iterable[str]]) -> list[str]:
    """The codes of a circle, each above the next, with the first again at the end; else empty."""
    try:
        TopologicalSorter(parents).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        return circle
    return []
