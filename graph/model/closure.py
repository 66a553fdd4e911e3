"""The transitive closure of a relation: all that lies below or above, at any depth."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from graph.model.facts import Facts


def transitive_closure(starts: Iterable[str], onward: Callable[[str], Iterable[str]]) -> set[str]:
    """The starts and all that can be reached from them; each element is visited once."""
    closure: set[str] = set()
    waiting = list(starts)
    while waiting:
        element = waiting.pop()
        if element not in closure:
            closure.add(element)
            waiting += onward(element)
    return closure


def mechanism_and_narrower(facts: Facts, code: str) -> set[str]:
    """A mechanism and all narrower ones at any depth of the taxonomy."""
    return transitive_closure([code], lambda broader: facts.narrower_mechanisms.get(broader, ()))
