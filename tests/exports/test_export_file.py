"""A file is written whole, or what was there stays."""

from __future__ import annotations

import os
import stat

import pytest

from exports.export_file import NotWritable, write_atomically, write_parts_atomically


def test_a_file_is_replaced_and_nothing_is_left_beside_it(tmp_path):
    path = tmp_path / "new" / "file.txt"
    write_atomically(path, b"one")
    write_atomically(path, b"two")
    assert path.read_bytes() == b"two"
    assert os.listdir(path.parent) == ["file.txt"]
    assert stat.S_IMODE(path.stat().st_mode) & 0o400


def test_a_failure_half_way_leaves_the_old_file(tmp_path):
    path = tmp_path / "file.txt"
    path.write_bytes(b"old")

    def half(file) -> None:
        file.write(b"new")
        raise OSError(28, "No space left on device")

    with pytest.raises(NotWritable, match="the disk is full") as failure:
        write_parts_atomically(path, half)
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["file.txt"]
    assert (failure.value.path, failure.value.reason.zh) == (path, "磁盘已满")


def test_a_folder_that_is_a_file_is_named(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(NotWritable, match="file"):
        write_atomically(tmp_path / "file" / "inner.txt", b"")
