"""The child processes of the SPARQL engine: those that are free or at work, and a spare one.

Each child answers one question at a time. If stores serve many readers, one child more than are at
work is ready, up to a few, so that long questions delay no short one.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Mapping

from graph.stores.messages import message
from graph.stores.sparql.process import EngineProcess
from graph.stores.store import StoreUnreachable

# How many questions are answered at a time, and how many children stay when there are fewer.
MAX_PROCESSES = 8
MAX_IDLE = 2
# The longest that closing waits for a child that is starting.
START_SECONDS = 60


class NoFreeProcess(Exception):
    """No child became free in time."""


class ProcessPool:
    """Children of one dataset; safe to use from several threads."""

    def __init__(self, order: Mapping[str, object], *, spare: bool) -> None:
        """Starts the first child; raises StoreUnreachable."""
        self._order = order
        self._spare = spare
        self._turn = threading.Condition()  # guards the four fields below
        self.closed = False
        self.idle: list[EngineProcess] = []
        self._busy: set[EngineProcess] = set()
        self._starting = 0
        self.release(self.acquire(time.monotonic()))

    @property
    def size(self) -> int:
        """How many children there are, including those that are starting."""
        return len(self.idle) + len(self._busy) + self._starting

    @property
    def busy(self) -> int:
        """How many children are at work."""
        return len(self._busy)

    def acquire(self, until: float) -> EngineProcess:
        """A child that is free: an idle one, else a new one, else the first to come back.

        `until` is a moment of the monotonic clock. Raises NoFreeProcess or StoreUnreachable.
        """
        with self._turn:
            while not self.closed and not self.idle and self.size >= MAX_PROCESSES:
                if not self._turn.wait(max(until - time.monotonic(), 0)):
                    raise NoFreeProcess
            while self.idle:
                child = self.idle.pop()
                if child.runs:
                    self._busy.add(child)
                    self._start_spare()
                    return child
                child.end()
            self._starting += 1
        return self._start()

    def release(self, child: EngineProcess) -> None:
        """Makes a child free for the next question, or ends it if enough others are free."""
        with self._turn:
            self._busy.discard(child)
            surplus = self.closed or len(self.idle) >= MAX_IDLE
            if not surplus:
                self.idle.append(child)
            self._turn.notify()
        if surplus:
            child.end()

    def discard(self, child: EngineProcess) -> None:
        """Ends a child at once, whatever it is doing."""
        child.end()
        with self._turn:
            self._busy.discard(child)
            self._start_spare()
            self._turn.notify()

    def close(self) -> None:
        """Ends all children, and waits for the end of those that are still starting."""
        with self._turn:
            self.closed = True
            self._turn.notify_all()
            self._turn.wait_for(lambda: not self._starting, START_SECONDS)
            children = [*self.idle, *self._busy]
            self.idle.clear()
        for child in children:
            child.end()

    def _start_spare(self) -> None:
        """Starts a child in the background if one is to be ready and none is; hold the turn."""
        ready = self.idle or self._starting or self.closed
        if not self._spare or ready or self.size >= MAX_PROCESSES:
            return
        self._starting += 1

        def start() -> None:
            with contextlib.suppress(StoreUnreachable):  # the next question reports it
                self.release(self._start())

        threading.Thread(target=start, daemon=True).start()

    def _start(self) -> EngineProcess:
        """A new child at work; `_starting` has counted it already."""
        child = None
        try:
            if not self.closed:
                child = EngineProcess(self._order)
        finally:
            with self._turn:
                self._starting -= 1
                if child is not None:
                    self._busy.add(child)
                self._turn.notify_all()
        if child is None or self.closed:
            if child is not None:
                child.end()
            raise StoreUnreachable(message("store_closed"))
        return child
