"""Statements by their id as a reader types it: in full, its beginning, or with a slip."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest

from graph.lookup.name_lookup import PrefixTable
from graph.model.facts import Facts

# An id is a kind and a hash; a few digits of a hash alone may be a year or a code.
TYPED_ID = re.compile(r"[a-z_]+-[0-9a-f]+|[0-9a-f]{6,}")
MAX_IDS = 12
# The digits that must agree at the two ends of a hash; otherwise it is not a mistyped id.
MIN_DIGITS = 5


def looks_like_id(typed_text: str) -> bool:
    """Whether a text can only be an id, or its beginning with or without the kind."""
    return TYPED_ID.fullmatch(_clean_id(typed_text)) is not None


def ids_beginning(facts: Facts, typed_text: str, limit: int = MAX_IDS) -> tuple[str, ...]:
    """The ids of standing and withdrawn statements that begin so, or whose hash does.

    Standing statements come first, in the order of their ids. An id in full gives itself alone.
    """
    sought = _clean_id(typed_text)
    if not sought:
        return ()
    all_ids = (*facts.statements, *facts.withdrawn)
    if sought in all_ids:
        return (sought,)
    ids = [id for id in all_ids if id.startswith(sought) or _hash(id).startswith(sought)]
    return tuple(ids[:limit])


@dataclass(frozen=True)
class StatementIds:
    """The ids of standing and withdrawn statements, for many searches by their beginnings."""

    facts: Facts

    def matching_ids(self, typed_text: str) -> tuple[str, ...]:
        """All ids that begin so, or whose hash does, as of `ids_beginning`."""
        sought = _clean_id(typed_text)
        if not sought or sought in self.facts.statements or sought in self.facts.withdrawn:
            return (sought,) if sought else ()
        return tuple(self._ids[at] for at in sorted(self._table.owners_with_prefix(sought)))

    @cached_property
    def _ids(self) -> tuple[str, ...]:
        return (*self.facts.statements, *self.facts.withdrawn)

    @cached_property
    def _table(self) -> PrefixTable:
        return PrefixTable(
            (text, at) for at, id in enumerate(self._ids) for text in (id, _hash(id))
        )


def nearest_ids(facts: Facts, typed_text: str, limit: int = 3) -> tuple[str, ...]:
    """The ids whose hash differs least from a typed id, the nearest first.

    A slip in a place leaves the digits before and after it as they are: these are counted. Among
    equals the kind that was typed comes first.
    """
    sought = _clean_id(typed_text)
    kind, digits = sought.rpartition("-")[0], _hash(sought)
    ranked = (
        (-_shared_digits(digits, _hash(id)), not id.startswith(f"{kind}-"), id)
        for id in (*facts.statements, *facts.withdrawn)
    )
    return tuple(id for shared, _, id in nsmallest(limit, ranked) if -shared >= MIN_DIGITS)


def _clean_id(typed_text: str) -> str:
    """What was typed without what surrounds an id where it is copied from, such as an IRI."""
    return typed_text.strip().strip("`<>\"'“”,.;").rpartition("/")[2].casefold()


def _hash(id: str) -> str:
    return id.rpartition("-")[2]


def _shared_digits(first: str, second: str) -> int:
    """How many digits two hashes have in common at their two ends."""
    at_start = os.path.commonprefix([first, second])
    at_end = os.path.commonprefix([first[::-1], second[::-1]])
    return min(len(at_start) + len(at_end), len(first), len(second))
