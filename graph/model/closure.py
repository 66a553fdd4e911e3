"""All that is reached from somewhere by going on and on."""

from __future__ import annotations

from collections.abc import Callable, Iterable


def transitive_closure(starts: Iterable[str], onward: Callable[[str], Iterable[str]]) -> set[str]:
    """The starts, what each leads on to, and so on; circles end by themselves."""
    found: set[str] = set()
    waiting = list(starts)
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += onward(one)
    return found
