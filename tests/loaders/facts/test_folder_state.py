"""Every change of a file that facts are read from is another state of their folder."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from loaders.facts.folder_state import file_state, folder_state

OUTLINES, CODES = "codes/outlines.geojson", "codes/register.csv"


@pytest.fixture
def folder(mapped_folder: Path, tmp_path: Path) -> Path:
    """A copy that may be changed."""
    return Path(shutil.copytree(mapped_folder, tmp_path / "facts"))


def append(path: Path) -> None:
    """A longer file with the time of the old one."""
    status = path.stat()
    with path.open("a", encoding="utf-8") as file:
        file.write("\n")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def test_a_folder_that_nobody_touched_has_one_state(folder):
    assert folder_state(folder) == folder_state(folder)


@pytest.mark.parametrize("name", ["place.csv", "dataset.toml", CODES, OUTLINES])
def test_another_size_and_another_time_are_noticed(folder, name):
    states = [folder_state(folder)]
    append(folder / name)
    states.append(folder_state(folder))
    os.utime(folder / name, ns=(1, 1))  # an older file takes its place
    states.append(folder_state(folder))
    assert len(set(states)) == 3


@pytest.mark.parametrize("name", ["place.csv", "borders.csv", "dataset.toml", CODES, OUTLINES])
def test_a_deleted_file_is_noticed_and_so_is_its_return(folder, name):
    before = folder_state(folder)
    content, status = (folder / name).read_bytes(), (folder / name).stat()
    (folder / name).unlink()
    assert folder_state(folder) != before
    (folder / name).write_bytes(content)
    os.utime(folder / name, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert folder_state(folder) == before


def test_a_new_file_is_noticed_whatever_its_name(folder):
    before = folder_state(folder)
    (folder / "PLACE.CSV").write_text("code\n", encoding="utf-8")
    os.utime(folder / "PLACE.CSV", ns=(1, 1))
    assert folder_state(folder) != before


def test_a_code_list_outside_the_folder_counts(folder):
    settings = folder / "dataset.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace(CODES, "../register.csv"), encoding="utf-8")
    shutil.move(folder / CODES, folder.parent / "register.csv")
    before = folder_state(folder)
    append(folder.parent / "register.csv")
    assert folder_state(folder) != before


@pytest.mark.parametrize("text", ["", "= not toml", "code_lists = 1", "[code_lists]\nx = 1\n"])
def test_bad_settings_have_a_state_too(folder, text):
    (folder / "dataset.toml").write_text(text, encoding="utf-8")
    assert "dataset.toml" in [name for name, _, _ in folder_state(folder)]


def test_no_folder_has_an_empty_state(tmp_path):
    assert folder_state(tmp_path / "none") == ()


def test_an_edited_talk_is_noticed(tmp_path):
    talk = tmp_path / "talks" / "first.toml"
    assert file_state(tmp_path, "talks/first.toml")[1:] == (None, None)
    talk.parent.mkdir()
    talk.write_text("x = 1\n", encoding="utf-8")
    before = file_state(tmp_path, "talks/first.toml")
    append(talk)
    assert file_state(tmp_path, "talks/first.toml") != before
