"""Work that is waited for as long as it may take, and no longer."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from typing import TypeVar

from graph.stores.common.base import QueryTooLong

Result = TypeVar("Result")

# An engine looks at the clock now and then; so much later it is not waited for any more.
GRACE_SECONDS = 0.4


class Overdue(QueryTooLong):
    """The engine did not stop by itself in time."""


def within(seconds: float, work: Callable[[], Result]) -> Result:
    """What some work gives, or whatever error it raises, which is raised again for who asked.

    Raises Overdue when it takes longer, and leaves it to end by itself.
    """
    done: queue.Queue[tuple[Result | None, Exception | None]] = queue.Queue()

    def run() -> None:
        try:
            done.put((work(), None))
        except Exception as error:  # each, a fault of ours too: in this thread nobody would see it
            done.put((None, error))

    threading.Thread(target=run, daemon=True).start()
    try:
        result, error = done.get(timeout=max(seconds, 0))
    except queue.Empty:
        raise Overdue(f"{seconds:.1f} s") from None
    if error is not None:
        raise error
    return result  # type: ignore[return-value]
