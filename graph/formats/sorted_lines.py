"""Lines sorted in bounded memory: sorted runs in temporary files, which are merged."""

from __future__ import annotations

import tempfile
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from typing import IO

# How many bytes of lines are sorted at a time, and read at a time from all runs together; as
# Python objects they take about one and a half times as much.
RUN_BYTES = 32_000_000
# So many runs are merged into one; systems allow some hundred open files.
MOST_RUNS = 100
# So many lines are written at a time.
BATCH_LINES = 1_000


def sorted_lines(
    parts: Iterable[bytes], run_bytes: int = RUN_BYTES, *, only_distinct: bool = False
) -> Iterator[bytes]:
    """The lines of all parts, sorted by their bytes, in blocks of whole lines.

    Each part holds whole lines that end with a newline. With `only_distinct` equal lines are
    written once. Raises OSError if a temporary file cannot be written.
    """
    lists = (part.splitlines(keepends=True) for part in parts)
    yield from map(b"".join, sorted_lists(lists, run_bytes, only_distinct=only_distinct))


def sorted_lists(
    parts: Iterable[list[bytes]], run_bytes: int = RUN_BYTES, *, only_distinct: bool = False
) -> Iterator[list[bytes]]:
    """The same of lists of lines, each of which ends with a newline: they need no splitting."""
    with ExitStack() as files:
        runs = _Runs(run_bytes, only_distinct, files)
        lines: list[bytes] = []
        size = 0
        for part in parts:
            lines += part
            size += sum(map(len, part))
            if size >= run_bytes:
                runs.add([_sort_lines(lines, only_distinct)])
                lines, size = [], 0
        if not runs.files:
            yield _sort_lines(lines, only_distinct)
            return
        runs.add([_sort_lines(lines, only_distinct)])
        lines = []
        yield from _merge_runs(runs.files, run_bytes, only_distinct)


class _Runs:
    """Sorted runs on the disk.

    MOST_RUNS of one level are merged into a run of the next, so that a line is written again once
    for each hundredfold, however many there are.
    """

    def __init__(self, run_bytes: int, only_distinct: bool, files: ExitStack) -> None:
        self._run_bytes, self._only_distinct, self._files = run_bytes, only_distinct, files
        self._levels: list[list[IO[bytes]]] = []

    @property
    def files(self) -> list[IO[bytes]]:
        """The runs of all levels."""
        return [run for level in self._levels for run in level]

    def add(self, blocks: Iterable[list[bytes]], level: int = 0) -> None:
        """Adds a run that has these blocks."""
        run = _write_run(blocks, self._files)
        if level == len(self._levels):
            self._levels.append([])
        runs = self._levels[level]
        runs.append(run)
        if len(runs) == MOST_RUNS:
            self._levels[level] = []
            self.add(_merge_runs(runs, self._run_bytes, self._only_distinct), level + 1)


def _sort_lines(lines: list[bytes], only_distinct: bool) -> list[bytes]:
    lines.sort()
    return list(dict.fromkeys(lines)) if only_distinct else lines


def _write_run(blocks: Iterable[list[bytes]], files: ExitStack) -> IO[bytes]:
    """A temporary file with these blocks, to be read from its start."""
    file: IO[bytes] = files.enter_context(tempfile.TemporaryFile())  # noqa: SIM115
    for block in blocks:
        for first in range(0, len(block), BATCH_LINES):
            file.write(b"".join(block[first : first + BATCH_LINES]))
    file.seek(0)
    return file


def _merge_runs(
    runs: Sequence[IO[bytes]], run_bytes: int, only_distinct: bool
) -> Iterator[list[bytes]]:
    """The lines of sorted files in blocks; each file is closed at the end.

    What is not above the smallest last line of all buffers is complete. Sorting it joins sorted
    stretches, which the standard sort does in few comparisons.
    """
    buffer_bytes = max(run_bytes // len(runs), 1)
    buffers: list[list[bytes]] = [[] for _ in runs]
    while True:
        buffers = [
            buffer or run.readlines(buffer_bytes) for buffer, run in zip(buffers, runs, strict=True)
        ]
        full_buffers = [buffer for buffer in buffers if buffer]
        if not full_buffers:
            break
        last = min(buffer[-1] for buffer in full_buffers)
        block: list[bytes] = []
        for buffer in full_buffers:
            complete = bisect_right(buffer, last)
            block += buffer[:complete]
            del buffer[:complete]
        yield _sort_lines(block, only_distinct)
    for run in runs:
        run.close()
