"""Runs work in its own thread, and waits for it no longer than it may take."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from functools import partial
from typing import NoReturn, TypeVar

from graph.stores.messages import message
from graph.stores.store import QueryTooLong

Result = TypeVar("Result")

# An engine looks at the clock only now and then, so the wait is this much longer than its limit.
GRACE_SECONDS = 0.4


class DeadlinePassed(QueryTooLong):
    """The engine did not stop by itself in time."""


def run_within(seconds: float, work: Callable[[], Result]) -> Result:
    """The result of `work`, or its error, which is raised again for the caller.

    Raises DeadlinePassed when the work takes longer than `seconds`. The work is not stopped.
    """
    outcomes: queue.Queue[Callable[[], Result]] = queue.Queue()

    def run() -> None:
        try:
            result = work()
        except Exception as error:  # every error, also our own mistakes: nobody sees this thread
            outcomes.put(partial(_raise, error))
        else:
            outcomes.put(lambda: result)

    threading.Thread(target=run, daemon=True).start()
    try:
        outcome = outcomes.get(timeout=max(seconds, 0))
    except queue.Empty:
        raise DeadlinePassed(message("time_limit", seconds=f"{seconds:.1f}")) from None
    return outcome()


def _raise(error: Exception) -> NoReturn:
    raise error
