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


def sorted_lines(parts: Iterable[bytes], run_bytes: int = RUN_BYTES) -> Iterator[bytes]:
    """The lines of all parts, sorted by their bytes, in blocks of whole lines.

    Each part holds whole lines that end with a newline. Raises OSError if a temporary file cannot
    be written.
    """
    with ExitStack() as files:
        runs: list[IO[bytes]] = []
        lines: list[bytes] = []
        size = 0
        for part in parts:
            lines += part.splitlines(keepends=True)
            size += len(part)
            if size >= run_bytes:
                runs.append(files.enter_context(tempfile.TemporaryFile()))
                _write_sorted(lines, runs[-1])
                lines, size = [], 0
        lines.sort()
        if not runs:
            yield b"".join(lines)
            return
        runs.append(files.enter_context(tempfile.TemporaryFile()))
        _write_sorted(lines, runs[-1])
        lines = []
        yield from _merged(runs, run_bytes)


def _write_sorted(lines: list[bytes], file: IO[bytes]) -> None:
    lines.sort()
    file.writelines(lines)
    file.seek(0)


def _merged(runs: Sequence[IO[bytes]], run_bytes: int) -> Iterator[bytes]:
    """The lines of sorted files in blocks.

    What is not above the smallest last line of all buffers is complete. Sorting it joins sorted
    stretches, which the standard sort does in few comparisons.
    """
    together = max(run_bytes // len(runs), 1)
    buffers: list[list[bytes]] = [[] for _ in runs]
    while True:
        buffers = [
            buffer or run.readlines(together) for buffer, run in zip(buffers, runs, strict=True)
        ]
        filled = [buffer for buffer in buffers if buffer]
        if not filled:
            return
        last = min(buffer[-1] for buffer in filled)
        block: list[bytes] = []
        for buffer in filled:
            complete = bisect_right(buffer, last)
            block += buffer[:complete]
            del buffer[:complete]
        block.sort()
        yield b"".join(block)
