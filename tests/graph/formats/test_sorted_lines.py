"""Lines are sorted as by the standard sort, whatever the size of the runs."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.formats.sorted_lines import sorted_lines

LINES = st.lists(st.binary(max_size=4).map(lambda word: word.replace(b"\n", b"") + b"\n"))


@given(st.lists(LINES), st.integers(1, 40))
def test_runs_of_any_size_give_the_same_lines(parts, run_bytes):
    lines = [line.replace(b"\r", b"") for part in parts for line in part]
    texts = [b"".join(part).replace(b"\r", b"") for part in parts]
    assert b"".join(sorted_lines(texts, run_bytes)) == b"".join(sorted(lines))


@given(st.lists(LINES), st.integers(1, 40), st.integers(2, 4), st.integers(1, 3))
def test_equal_lines_are_written_once_whatever_the_number_of_files(
    parts, run_bytes, most_runs, batch_lines
):
    texts = [b"".join(part).replace(b"\r", b"") for part in parts]
    expected = b"".join(sorted({line for text in texts for line in text.splitlines(keepends=True)}))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("graph.formats.sorted_lines.MAX_RUNS", most_runs)
        patch.setattr("graph.formats.sorted_lines.BATCH_LINES", batch_lines)
        assert b"".join(sorted_lines(texts, run_bytes, only_distinct=True)) == expected


def test_few_lines_are_held_at_a_time():
    """With 100 runs of 1,000 bytes no block is as large as the whole."""
    lines = [b"%09d\n" % (number * 7919 % 10_007) for number in range(10_007)]
    parts = [b"".join(lines[first : first + 50]) for first in range(0, len(lines), 50)]
    blocks = list(sorted_lines(parts, 1_000))
    assert b"".join(blocks) == b"".join(sorted(lines))
    assert max(map(len, blocks)) < 20_000


def test_a_part_that_fails_is_told():
    def parts() -> Iterator[bytes]:
        yield b"b\n" * 100
        raise OSError("full")

    with pytest.raises(OSError, match="full"):
        list(sorted_lines(parts(), 10))


def test_merged_runs_take_little_of_the_disk(monkeypatch):
    """Of lines that are alike the disk has a third, once all runs are merged."""
    monkeypatch.setattr("graph.formats.sorted_lines.MAX_RUNS", 10)
    files, new_file = [], tempfile.TemporaryFile

    def file():
        files.append(new_file())
        return files[-1]

    monkeypatch.setattr("graph.formats.sorted_lines.tempfile.TemporaryFile", file)
    lines = [b"https://example.org/%09d\n" % number for number in range(10_000)]
    parts = [b"".join(lines[first : first + 100]) for first in range(0, len(lines), 100)]
    blocks = sorted_lines(parts, 3_000)
    first = next(blocks)
    on_disk = [os.fstat(file.fileno()).st_size for file in files if not file.closed]
    assert sum(on_disk) < len(b"".join(lines)) / 3
    assert first + b"".join(blocks) == b"".join(lines)
