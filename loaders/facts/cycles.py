"""Cycles among codes, where each code names the code that it belongs to, and their checks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from loaders.facts.parsed_folder import ParsedFolder
from loaders.tables.faults import Fault
from ontology.schema.kinds import Indicator, Mechanism, Thing, Within


def cycle_of(parents: Mapping[str, Iterable[str]]) -> list[str]:
    """The codes of a cycle, each above the next, with the first again at the end; else empty."""
    try:
        TopologicalSorter(parents).prepare()
    except CycleError as error:
        cycle: list[str] = error.args[1]
        return cycle
    return []


def taxonomy_has_no_cycle(folder: ParsedFolder) -> Iterator[Fault]:
    ways: tuple[tuple[type[Thing], str], ...] = (
        (Mechanism, "broader"),
        (Mechanism, "part_of"),
        (Indicator, "broader"),
    )
    for kind, column in ways:
        rows = {thing.code: row for row, thing in folder.rows_of(kind)}
        cycle = cycle_of({thing.code: getattr(thing, column) for _, thing in folder.rows_of(kind)})
        if cycle:
            path = " → ".join(cycle)
            yield rows[cycle[0]].fault(f"{column}_cycle", column, path=path)


def places_have_no_cycle(folder: ParsedFolder) -> Iterator[Fault]:
    rows = {(statement.part, statement.whole): row for row, statement in folder.rows_of(Within)}
    wholes: dict[str, list[str]] = {}
    for _, statement in folder.rows_of(Within):
        wholes.setdefault(statement.part, []).append(statement.whole)
    cycle = cycle_of(wholes)
    if cycle:
        outer, inner = cycle[:2]
        yield rows[inner, outer].fault("within_cycle", "whole", path=" → ".join(cycle))
