"""Every question of the catalogue at scale, on each engine: median and worst of several askings.

The values asked for are those of the worked examples, whose things are the hubs of the graph.
"""

from __future__ import annotations

from collections.abc import Mapping
from statistics import median
from time import perf_counter

from bench.clock import table
from graph.stores.common.base import Limits, Store, StoreError
from queries.ask import ask
from queries.catalogue import Question, questions

LIMITS = Limits()  # the console's own
TIMES = 5


def milliseconds(question: Question, store: Store, language: str) -> list[float]:
    """How long each asking takes, after one to warm up; empty if it is stopped at the limit."""
    given = {asked.key: asked.example for asked in question.parameters}
    taken = []
    for _ in range(TIMES + 1):
        begun = perf_counter()
        try:
            ask(question, given, store, language)
        except StoreError:  # stopped at its time, or out of memory
            return []
        taken.append(1000 * (perf_counter() - begun))
        if taken[0] > 5000:
            return taken  # once is enough of so slow a question
    return taken[1:]


def report(stores: Mapping[str, tuple[Store, str]]) -> str:
    """A Markdown table: a row a question, the slowest first, and the median of all questions."""
    found = {
        name: {key: milliseconds(one, store, language) for key, one in questions().items()}
        for name, (store, language) in stores.items()
    }
    first = next(iter(found))
    keys = sorted(questions(), key=lambda key: -median(found[first][key] or [1e9]))
    header = ["question, ms", *(f"{name}: median (worst)" for name in found)]
    rows = [[key, *(_told(found[name][key]) for name in found)] for key in keys]
    middle = [median(median(one or [1e9]) for one in taken.values()) for taken in found.values()]
    return table(header, [["**median of all**", *middle], *rows])


def _told(taken: list[float]) -> str:
    if not taken:
        return "stopped"
    return f"{median(taken):.1f} ({max(taken):.1f})"
