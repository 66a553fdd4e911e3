"""The SPARQL engine's process: starts it with its dataset, sends it a line at a time, ends it."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from graph.stores.messages import message
from graph.stores.store import StoreUnreachable

START_SECONDS = 60


class ProcessTooSlow(Exception):
    """No answer in time: the process is still at work, and has to be ended."""


class ProcessGone(Exception):
    """The process ended before it answered."""


class EngineProcess:
    """A process that holds the dataset and answers one question at a time."""

    def __init__(self, order: Mapping[str, object]) -> None:
        """Starts it; raises StoreUnreachable if it does not hold its dataset in time."""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "graph.stores.sparql.server"],
            cwd=Path(__file__).parents[3],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # its own messages are dropped: the store reports in words for readers
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
        )
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=_read, args=(self.process, self._lines), daemon=True).start()
        try:
            self.exchange(order, START_SECONDS)
        except (ProcessGone, ProcessTooSlow) as error:
            self.end()
            raise StoreUnreachable(message("engine_not_started")) from error

    @property
    def runs(self) -> bool:
        """Whether it can take questions."""
        return self.process.poll() is None

    def exchange(self, message: Mapping[str, object], seconds: float) -> dict[str, Any]:
        """Sends one line and reads one line.

        Raises ProcessTooSlow or ProcessGone; the process then has to be ended.
        """
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(json.dumps(message) + "\n")
            self.process.stdin.flush()
            line = self._lines.get(timeout=seconds)
        except queue.Empty as error:
            raise ProcessTooSlow from error
        except (OSError, ValueError) as error:  # its pipe is broken or already closed
            raise ProcessGone from error
        if not line:
            raise ProcessGone
        answer: dict[str, Any] = json.loads(line)
        return answer

    def end(self) -> None:
        """Ends the process at once, whatever it is doing."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()


def _read(process: subprocess.Popen[str], lines: queue.Queue[str]) -> None:
    """Every line of a process' output into a queue, then an empty one."""
    assert process.stdout is not None
    try:
        for line in process.stdout:
            lines.put(line)
    except ValueError:
        pass  # closed while reading: the process has been ended
    lines.put("")
