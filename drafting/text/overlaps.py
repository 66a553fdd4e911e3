"""Mentions without overlaps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Mention = TypeVar("Mention")


def without_overlaps(
    mentions: Iterable[Mention], span_of: Callable[[Mention], tuple[int, int]]
) -> Iterator[Mention]:
    """The mentions in their order, without those that share a letter with an earlier one."""
    used_letters: set[int] = set()
    for mention in mentions:
        letters = range(*span_of(mention))
        if used_letters.isdisjoint(letters):
            used_letters.update(letters)
            yield mention
