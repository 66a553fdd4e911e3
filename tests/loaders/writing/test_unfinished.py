"""What a killed process left unfinished goes with the next write; what is being written stays."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from loaders.writing.atomic_write import replace_file
from loaders.writing.unfinished import unfinished_path

# Writes half of a file and half of a folder, says so, and waits to be killed.
HALF = """
import sys, time
from pathlib import Path
from loaders.writing.atomic_write import replaced_file
from loaders.writing.unfinished import unfinished_path

folder = Path(sys.argv[1])
with replaced_file(folder / "graph.nq") as file, unfinished_path(folder / "release") as beside:
    beside.mkdir()
    (beside / "table.csv").write_bytes(b"half")
    file.write(b"half")
    file.flush()
    print("half", flush=True)
    time.sleep(600)
"""


@pytest.fixture
def writer(tmp_path):
    command = [sys.executable, "-c", HALF, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout.read(4) == b"half"
        yield process
        process.kill()


def test_what_is_being_written_stays_until_its_process_is_killed(tmp_path, writer):
    replace_file(tmp_path / "graph.nq", b"of another process")
    at_work = set(os.listdir(tmp_path)) - {"graph.nq"}
    assert len(at_work) == 4, "a file, a folder and their locks"

    writer.kill()
    writer.wait()
    replace_file(tmp_path / "other.nq", b"of another place")
    assert {*os.listdir(tmp_path)} == at_work | {"graph.nq", "other.nq"}

    replace_file(tmp_path / "graph.nq", b"whole")
    assert (tmp_path / "graph.nq").read_bytes() == b"whole"
    with unfinished_path(tmp_path / "release") as beside:
        beside.mkdir()
        beside.rename(tmp_path / "release")
    assert {*os.listdir(tmp_path)} == {"graph.nq", "other.nq", "release"}


def test_a_file_of_the_user_with_such_a_name_stays(tmp_path):
    names = {".graph.nq.0123abcd", ".graph.nq.notes.lock", "graph.nq.0123abcd.lock"}
    for name in names:
        (tmp_path / name).write_bytes(b"mine")
    replace_file(tmp_path / "graph.nq", b"whole")
    assert {*os.listdir(tmp_path)} == names | {"graph.nq"}
