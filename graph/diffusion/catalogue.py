"""All measures by name, found as files: there is no list to keep."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module

from graph.diffusion import measures as folder
from graph.diffusion.errors import UnknownMeasure
from graph.diffusion.measure import Measure


@cache
def measures() -> Mapping[str, Measure]:
    """Every measure by its name, in the order of the names."""
    names = sorted(one.name for one in pkgutil.iter_modules(folder.__path__))
    return {name: import_module(f"{folder.__name__}.{name}").MEASURE for name in names}


def measure(name: str) -> Measure:
    """The measure of this name; raises UnknownMeasure."""
    if name not in measures():
        raise UnknownMeasure(name)
    return measures()[name]
