"""Questions to a store that may be starting an engine again, which may outlast its limit."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from graph.stores.store import QueryTooLong

Outcome = TypeVar("Outcome")
LIMIT_SECONDS = 60


def ask_until_answered(ask: Callable[[], Outcome]) -> Outcome:
    """What asking gives in the end; fails if the store answers no more."""
    until = time.monotonic() + LIMIT_SECONDS
    while True:
        try:
            return ask()
        except QueryTooLong:
            assert time.monotonic() < until, "the store answers no more"
