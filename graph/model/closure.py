"""The transitive closure of a relation."""

from __future__ import annotations

from collections.abc import Callable, Iterable


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
