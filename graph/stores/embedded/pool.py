"""The engines of an embedded store: one that answers, a spare one, and those that are retired.

An engine whose question does not stop in time is retired: it gets no new question, the others that
it is answering are answered, and then it is ended. A spare engine takes its place at once.
The spare engine also answers questions while the other works on long ones.
"""

from __future__ import annotations

import contextlib
import os
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from graph.stores.embedded.process import Engine
from graph.stores.messages import message
from graph.stores.store import StoreError, StoreUnreachable

# The niceness of a retired engine: nobody waits for its answer.
RETIRED_PRIORITY = 15
# A question that takes longer may delay others in the same engine.
LONG_SECONDS = 0.3
# The longest that closing waits for an engine that is starting.
START_SECONDS = 60


class NoReadyEngine(Exception):
    """No engine was ready in time."""


class EnginePool:
    """Engines of one database; safe to use from several threads."""

    def __init__(self, first: Engine, start: Callable[[], Engine], *, spare: bool) -> None:
        """`start` returns a further engine; with `spare` one more is always ready."""
        self._start = start
        self._spare = spare
        self._turn = threading.Condition()  # guards all fields below
        self._current: Engine | None = first
        self._ready: Engine | None = None
        self._starting = False
        self._failure: StoreUnreachable | None = None
        # when each question began that an engine is answering
        self._questions: defaultdict[Engine, list[float]] = defaultdict(list)
        self._retired: set[Engine] = set()
        self.closed = False
        with self._turn:
            self._start_spare()

    @property
    def current(self) -> Engine | None:
        """The engine that the next question goes to; None while one is being started."""
        return self._current

    @contextmanager
    def acquire(self, until: float) -> Iterator[Engine]:
        """An engine to ask, which is not ended while it is used, unless the pool is closed.

        `until` is a moment of the monotonic clock. Raises NoReadyEngine or StoreUnreachable.
        """
        with self._turn:
            engine = self._freer_engine(self._wait(until))
            begun = time.monotonic()
            self._questions[engine].append(begun)
        try:
            yield engine
        finally:
            with self._turn:
                self._questions[engine].remove(begun)
                ends = engine in self._retired and not self._questions[engine]
            if ends:
                self._end(engine)

    def retire(self, engine: Engine) -> None:
        """Gives an engine no new question; it is ended when it has answered the others."""
        with self._turn:
            self._retired.add(engine)
            if engine in (self._current, self._ready):
                if self._current is engine:
                    self._current = self._ready
                self._ready = None
                self._start_spare()
                self._turn.notify_all()
        if hasattr(os, "setpriority"):
            with contextlib.suppress(OSError):  # it has ended
                os.setpriority(os.PRIO_PROCESS, engine.process.pid, RETIRED_PRIORITY)

    def close(self) -> None:
        """Ends all engines, and waits for the end of one that is still starting."""
        with self._turn:
            self.closed = True
            engines = {self._current, self._ready, *self._retired} - {None}
            self._current = self._ready = None
            self._turn.notify_all()
        for engine in engines:
            if engine is not None:
                self._end(engine)
        with self._turn:
            self._turn.wait_for(lambda: not self._starting, START_SECONDS)

    def _wait(self, until: float) -> Engine:
        """The engine for the next question; hold the turn."""
        while True:
            if self.closed:
                raise StoreUnreachable(message("store_closed"))
            if self._current is not None and self._current.runs:
                return self._current
            if self._current is not None:  # it has ended, out of memory or killed from outside
                threading.Thread(target=self._end, args=(self._current,), daemon=True).start()
            self._current, self._ready = self._ready, None
            if self._current is not None:
                self._start_spare()
                continue
            if (failure := self._failure) is not None:
                self._failure = None
                raise failure
            self._start_another()
            if not self._turn.wait(max(until - time.monotonic(), 0)):
                raise NoReadyEngine

    def _freer_engine(self, engine: Engine) -> Engine:
        """The spare engine if it is free of long questions and this one is not."""
        ready = self._ready
        if ready is None or not ready.runs or self._is_long(ready) or not self._is_long(engine):
            return engine
        return ready

    def _is_long(self, engine: Engine) -> bool:
        """Whether an engine works on a question that takes long."""
        now = time.monotonic()
        return any(now - begun > LONG_SECONDS for begun in self._questions[engine])

    def _start_spare(self) -> None:
        if self._spare and self._ready is None:
            self._start_another()

    def _start_another(self) -> None:
        """Starts an engine in the background; hold the turn."""
        if self._starting or self.closed:
            return
        self._starting = True

        def start() -> None:
            engine, failure = None, None
            try:
                engine = self._start()
                self._warm(engine)
            except StoreUnreachable as error:
                failure = error
            with self._turn:
                self._failure = failure
                if engine is not None and not self.closed:
                    if self._current is None:
                        self._current = engine
                    else:
                        self._ready = engine
                    engine = None
                # if the pool was closed meanwhile, the engine still has to end
                self._starting = engine is not None
                self._turn.notify_all()
            if engine is not None:
                self._end(engine)
                with self._turn:
                    self._starting = False
                    self._turn.notify_all()

        threading.Thread(target=start, daemon=True).start()

    def _warm(self, engine: Engine) -> None:
        """Sends typical questions to a spare engine, unless readers wait for an engine."""
        if self._current is None:
            return
        with contextlib.suppress(StoreError):
            engine.warm()

    def _end(self, engine: Engine) -> None:
        if self._questions[engine] or engine in self._retired:
            engine.stop()
        engine.close()
        with self._turn:
            self._retired.discard(engine)
