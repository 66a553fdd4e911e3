"""All measures by name: each module in measures/ that defines MEASURE; there is no list.

A list of them loads all their modules, so these import what is long to load (scipy.stats and
scipy.optimize, half a second) where they compute with it.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module

from diffusion import measures as measure_families
from diffusion.framework.measure import Measure
from diffusion.study.errors import UnknownMeasure


def measure_names() -> tuple[str, ...]:
    """The names of all measures, in their order."""
    return tuple(sorted(_modules()))


@cache
def _modules() -> Mapping[str, str]:
    """The module of each measure, from all folders of measures/."""
    modules = pkgutil.walk_packages(measure_families.__path__, measure_families.__name__ + ".")
    return {module.name.rpartition(".")[2]: module.name for module in modules if not module.ispkg}


def measures() -> Mapping[str, Measure]:
    """Every measure by its name, in the order of the names."""
    return {name: measure(name) for name in measure_names()}


@cache
def measure(name: str) -> Measure:
    """The measure of this name; only its module is imported. Raises UnknownMeasure."""
    if name not in measure_names():
        raise UnknownMeasure(name)
    module_measure: Measure = import_module(_modules()[name]).MEASURE
    return module_measure
