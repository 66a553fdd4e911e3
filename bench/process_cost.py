"""The cost of a process from its start to its end: seconds, and the most memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from time import perf_counter

ROOT = Path(__file__).parents[1]
# Linux counts the memory of the process that starts another as the other's; so a small one starts
# it, and tells the seconds of the processor and the most memory on the last line of its errors.
LAUNCHER = """
import json, resource, subprocess, sys
code = subprocess.call(sys.argv[1:])
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]), file=sys.stderr)
sys.exit(code)
"""


@dataclass(frozen=True)
class ProcessCost:
    """Seconds by the clock and of the processor, most memory in MB, and what the process printed.

    Processes that it started and waited for count too: their seconds, the memory of the largest.
    """

    wall: float
    cpu: float
    most_memory: float
    output: str

    @property
    def figure(self) -> float:
        """What the process prints on its last line as the first number, else `cpu`."""
        figure = self._numbers.get(0)
        return self.cpu if figure is None else figure

    @property
    def megabytes(self) -> float:
        """What it prints there as the second number, if it prints two, else `most_memory`."""
        count = len(self._numbers)
        return self._numbers[1] if count == 2 else self.most_memory

    @property
    def _numbers(self) -> Mapping[int, float]:
        try:
            content = json.loads(self.output.splitlines()[-1])
            return dict(enumerate(map(float, content if isinstance(content, list) else [content])))
        except (IndexError, TypeError, ValueError):
            return {}


class TaskFailed(Exception):
    """A process that is measured ended with an error; the message is the end of what it said."""


def process_cost(
    command: Sequence[object], variables: Mapping[str, str] | None = None
) -> ProcessCost:
    """Runs a command, whose first word may be `python` for ours; raises TaskFailed."""
    words = [sys.executable if word == "python" else str(word) for word in command]
    with TemporaryFile("w+") as output, TemporaryFile("w+") as errors:
        begun = perf_counter()
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-c", LAUNCHER, *words],
            cwd=ROOT,
            env={**os.environ, **(variables or {})},
            stdout=output,
            stderr=errors,
            check=False,
        )
        wall = perf_counter() - begun
        for file in (output, errors):
            file.seek(0)
        error_text = errors.read()
        if done.returncode != 0:
            raise TaskFailed(f"{' '.join(words)}: {error_text[-500:]}")
        cpu, most_memory = json.loads(error_text.splitlines()[-1])
        return ProcessCost(wall, cpu, most_memory, output.read())
