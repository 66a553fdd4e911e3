"""Questions to a store that may be starting an engine again, which may outlast its limit."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from graph.stores.common.base import QueryTooLong

Outcome = TypeVar("Outcome")
PATIENCE = 60


def patiently(ask: Callable[[], Outcome]) -> Outcome:
    """What asking gives in the end; fails if the store answers no more."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return ask()
        except QueryTooLong:
            assert time.monotonic() < until, "the store answers no more"
