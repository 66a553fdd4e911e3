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
# So many files are open at most: systems allow some hundred.
MOST_RUNS = 200


def sorted_lines(
    parts: Iterable[bytes], run_bytes: int = RUN_BYTES, *, only_distinct: bool = False
) -> Iterator[bytes]:
    """The lines of all parts, sorted by their bytes, in blocks of whole lines.

    Each part holds whole lines that end with a newline. With `only_distinct` equal lines are
    written once. Raises OSError if a temporary file cannot be written.
    """
    with ExitStack() as files:
        runs: list[IO[bytes]] = []
        lines: list[bytes] = []
        size = 0
        for part in parts:
            lines += part.splitlines(keepends=True)
            size += len(part)
            if size >= run_bytes:
                runs.append(_run(_sorted(lines, only_distinct), files))
                lines, size = [], 0
            if len(runs) == MOST_RUNS:
                runs = [_run(_merged(runs, run_bytes, only_distinct), files)]
        if not runs:
            yield b"".join(_sorted(lines, only_distinct))
            return
        runs.append(_run(_sorted(lines, only_distinct), files))
        lines = []
        yield from _merged(runs, run_bytes, only_distinct)


def _sorted(lines: list[bytes], only_distinct: bool) -> Iterable[bytes]:
    lines.sort()
    return dict.fromkeys(lines) if only_distinct else lines


def _run(blocks: Iterable[bytes], files: ExitStack) -> IO[bytes]:
    """A temporary file with these blocks, to be read from its start."""
    file: IO[bytes] = files.enter_context(tempfile.TemporaryFile())  # noqa: SIM115
    file.writelines(blocks)
    file.seek(0)
    return file


def _merged(runs: Sequence[IO[bytes]], run_bytes: int, only_distinct: bool) -> Iterator[bytes]:
    """The lines of sorted files in blocks; each file is closed at the end.

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
            break
        last = min(buffer[-1] for buffer in filled)
        block: list[bytes] = []
        for buffer in filled:
            complete = bisect_right(buffer, last)
            block += buffer[:complete]
            del buffer[:complete]
        yield b"".join(_sorted(block, only_distinct))
    for run in runs:
        run.close()
