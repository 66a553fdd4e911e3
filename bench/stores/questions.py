"""Every question of the catalogue at scale, on each engine: median and worst of several askings.

The values asked for are those of the worked examples, whose things are the hubs of the graph.
"""

from __future__ import annotations

from collections.abc import Mapping
from statistics import median
from time import perf_counter

from bench.markdown_table import table
from graph.stores.store import Limits, Store, StoreError
from queries.ask import ask
from queries.catalogue import Question, questions

LIMITS = Limits()  # the console's own
TIMES = 5


def milliseconds(question: Question, store: Store, language: str) -> list[float]:
    """How long each asking takes, after one to warm up; empty if it is stopped at the limit."""
    values = {parameter.key: parameter.example for parameter in question.parameters}
    times = []
    for _ in range(TIMES + 1):
        begun = perf_counter()
        try:
            ask(question, values, store, language)
        except StoreError:  # stopped at its time, or out of memory
            return []
        times.append(1000 * (perf_counter() - begun))
        if times[0] > 5000:
            return times  # once is enough of so slow a question
    return times[1:]


def report(stores: Mapping[str, tuple[Store, str]]) -> str:
    """A Markdown table: a row a question, the slowest first, and the median of all questions."""
    times_by_store = {
        name: {key: milliseconds(entry, store, language) for key, entry in questions().items()}
        for name, (store, language) in stores.items()
    }
    first = next(iter(times_by_store))
    keys = sorted(questions(), key=lambda key: -median(times_by_store[first][key] or [1e9]))
    header = ["question, ms", *(f"{name}: median (worst)" for name in times_by_store)]
    rows = [
        [key, *(_times_cell(times_by_store[name][key]) for name in times_by_store)] for key in keys
    ]
    middle = [
        median(median(entry or [1e9]) for entry in by_question.values())
        for by_question in times_by_store.values()
    ]
    return table(header, [["**median of all**", *middle], *rows])


def _times_cell(times: list[float]) -> str:
    if not times:
        return "stopped"
    return f"{median(times):.1f} ({max(times):.1f})"
