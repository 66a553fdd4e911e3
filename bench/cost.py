"""The cost of a piece of work: seconds by the clock and of the processor; and the machine."""

from __future__ import annotations

import gc
import os
import platform
import resource
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from time import perf_counter
from typing import TypeVar

WorkResult = TypeVar("WorkResult")

PACKAGES = ("rdflib", "pyoxigraph", "neo4j", "arcadedb-embedded", "pydantic", "networkx")


@dataclass(frozen=True)
class Cost:
    """Seconds by the clock, and of the processor: this process and the children it waited for."""

    wall: float
    cpu: float


def cost(work: Callable[[], WorkResult]) -> tuple[WorkResult, Cost]:
    """What a piece of work makes, and what that costs."""
    gc.collect()
    begun, used = perf_counter(), _processor_seconds()
    result = work()
    return result, Cost(perf_counter() - begun, _processor_seconds() - used)


def machine() -> str:
    """The machine and the versions, on one line."""
    versions = " · ".join(f"{name} {version(name)}" for name in PACKAGES)
    return (
        f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} · "
        f"Python {platform.python_version()} · {versions}"
    )


def _processor_seconds() -> float:
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in spent)
