"""Lines sorted in bounded memory: sorted runs in temporary files, which are merged."""

from __future__ import annotations

import io
import tempfile
import zlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from typing import IO, Protocol

# How many bytes of lines are sorted at a time, and read at a time from all runs together; as
# Python objects they take about one and a half times as much.
RUN_BYTES = 12_000_000
# The number of runs that are merged into one; systems allow some hundred open files.
MAX_RUNS = 100
# The number of lines that are written at a time.
BATCH_LINES = 1_000
# Merged runs are compressed: the least effort leaves a twentieth of N-Quads.
EFFORT = 1
# The number of bytes that hold the size of a compressed block.
SIZE_BYTES = 4


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
        runs = _Runs(run_bytes, files, only_distinct=only_distinct)
        lines: list[bytes] = []
        size = 0
        for part in parts:
            lines += part
            size += sum(map(len, part))
            if size >= run_bytes:
                runs.add(_sort_lines(lines, only_distinct=only_distinct))
                lines, size = [], 0
                runs.merge_if_many()  # without these lines in memory
        if not runs.files:
            yield _sort_lines(lines, only_distinct=only_distinct)
            return
        runs.add(_sort_lines(lines, only_distinct=only_distinct))
        lines = []
        yield from _merge_runs(runs.files, run_bytes, only_distinct=only_distinct)


class _Run(Protocol):
    """A sorted run on the disk, read from its start; an empty list is its end."""

    def readlines(self, size: int, /) -> list[bytes]: ...

    def close(self) -> None: ...


class _CompressedRun:
    """A run of compressed blocks of lines, so that a large one takes little of the disk."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def readlines(self, size: int, /) -> list[bytes]:
        """The next lines: whole blocks until they have `size` bytes, or the last ones."""
        lines: list[bytes] = []
        missing = size
        while missing > 0 and (head := self._file.read(SIZE_BYTES)):
            content = zlib.decompress(self._file.read(int.from_bytes(head)))
            lines += io.BytesIO(content).readlines()
            missing -= len(content)
        return lines

    def close(self) -> None:
        """Removes the run from the disk."""
        self._file.close()


class _Runs:
    """Sorted runs on the disk.

    MAX_RUNS of one level are merged into a run of the next, so that a line is written again once
    for each hundredfold, however many there are. What was merged is compressed: few sorts come so
    far, and those would else need as much of the disk as all their lines.
    """

    def __init__(self, run_bytes: int, files: ExitStack, *, only_distinct: bool) -> None:
        self._run_bytes, self._only_distinct, self._files = run_bytes, only_distinct, files
        self._levels: list[list[_Run]] = []

    @property
    def files(self) -> list[_Run]:
        """The runs of all levels."""
        return [run for level in self._levels for run in level]

    def add(self, lines: list[bytes]) -> None:
        """Adds a run that has these lines."""
        self._level(0).append(_write_run([lines], self._files, compress=False))

    def merge_if_many(self) -> None:
        """Merges the runs of each level that has MAX_RUNS of them."""
        for level, runs in enumerate(self._levels):
            if len(runs) >= MAX_RUNS:
                blocks = _merge_runs(runs, self._run_bytes, only_distinct=self._only_distinct)
                run = _write_run(blocks, self._files, compress=True)
                self._levels[level] = []
                self._level(level + 1).append(run)

    def _level(self, level: int) -> list[_Run]:
        if level == len(self._levels):
            self._levels.append([])
        return self._levels[level]


def _sort_lines(lines: list[bytes], *, only_distinct: bool) -> list[bytes]:
    lines.sort()
    return list(dict.fromkeys(lines)) if only_distinct else lines


def _write_run(blocks: Iterable[list[bytes]], files: ExitStack, *, compress: bool) -> _Run:
    """A temporary file with these blocks, to be read from its start."""
    file: IO[bytes] = files.enter_context(tempfile.TemporaryFile())  # noqa: SIM115
    for block in blocks:
        for first in range(0, len(block), BATCH_LINES):
            content = b"".join(block[first : first + BATCH_LINES])
            if compress:
                content = zlib.compress(content, EFFORT)
                file.write(len(content).to_bytes(SIZE_BYTES))
            file.write(content)
    file.seek(0)
    return _CompressedRun(file) if compress else file


def _merge_runs(
    runs: Sequence[_Run], run_bytes: int, *, only_distinct: bool
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
        yield _sort_lines(block, only_distinct=only_distinct)
    for run in runs:
        run.close()
