"""Several folders as one: what they share, where they differ, and how their files are named."""

import shutil
from pathlib import Path

import pytest

from loaders.facts.facts_folder import read_facts
from loaders.facts.several_folders import folder_labels
from loaders.tables.faults import BadFacts

SMALL_FOLDER = Path("tests/small")


@pytest.fixture
def other_folder(tmp_path):
    return Path(shutil.copytree(SMALL_FOLDER, tmp_path / "other"))


def test_labels_tell_folders_of_one_name_apart(tmp_path):
    folders = [tmp_path / "a", tmp_path / "b", tmp_path / "c" / "b"]
    assert folder_labels(folders) == ("", "b/", "b (3)/")


def test_the_same_statement_in_two_folders_is_told_with_both(other_folder):
    with pytest.raises(BadFacts) as error:
        read_facts(SMALL_FOLDER, other_folder)
    faults = {(fault.file, fault.rule) for fault in error.value.faults}
    assert {rule for _, rule in faults} == {"duplicate_statement"}
    assert ("other/adoption.csv", "duplicate_statement") in faults


def test_a_thing_that_differs_is_told_and_one_that_does_not_is_not(other_folder):
    for table in other_folder.glob("*.csv"):
        if table.name not in ("place.csv", "source.csv", "organisation.csv"):
            table.unlink()
    places = other_folder / "place.csv"
    places.write_text(places.read_text(encoding="utf-8").replace("Alder", "Oak"), encoding="utf-8")
    with pytest.raises(BadFacts) as error:
        read_facts(SMALL_FOLDER, other_folder)
    [fault] = error.value.faults
    assert (fault.file, fault.rule) == ("other/place.csv", "duplicate_code")
    assert "place.csv:4" in fault.message("en")


def test_faults_of_both_folders_are_told_at_once(other_folder):
    (other_folder / "dataset.toml").write_text("title_zh = 3", encoding="utf-8")
    (other_folder / "palce.csv").write_text("code\n", encoding="utf-8")
    with pytest.raises(BadFacts) as error:
        read_facts(SMALL_FOLDER, other_folder)
    files = {fault.file for fault in error.value.faults}
    assert {"other/dataset.toml", "other/palce.csv"} <= files
