"""All measures by name, found as files: there is no list to keep."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module

from graph.diffusion import measures as folder
from graph.diffusion.errors import UnknownMeasure
from graph.diffusion.measure import Measure


def names() -> tuple[str, ...]:
    """The names of all measures, in their order."""
    return tuple(sorted(one.name for one in pkgutil.iter_modules(folder.__path__)))


def measures() -> Mapping[str, Measure]:
    """Every measure by its name, in the order of the names."""
    return {name: measure(name) for name in names()}


@cache
def measure(name: str) -> Measure:
    """The measure of this name, the only one that is imported; raises UnknownMeasure."""
    if name not in names():
        raise UnknownMeasure(name)
    found: Measure = import_module(f"{folder.__name__}.{name}").MEASURE
    return found
