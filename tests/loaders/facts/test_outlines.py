"""The map's settings: read as given, or every fault told where it stands."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from graph.model.outlines import Frame
from loaders.facts.dataset_settings import read_dataset
from loaders.facts.facts_folder import read_facts
from loaders.tables.faults import BadFacts

OUTLINES = "codes/outlines.geojson"


@pytest.fixture
def folder(mapped_folder: Path, tmp_path: Path) -> Path:
    """A copy that may be spoilt."""
    return Path(shutil.copytree(mapped_folder, tmp_path / "facts"))


def spoil(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def dataset_faults(folder: Path) -> list[tuple[str, int, str, str]]:
    with pytest.raises(BadFacts) as caught:
        read_dataset(folder)
    for fault in caught.value.faults:
        assert fault.message("zh") and fault.message("en")
    return [(one.file, one.line, one.column, one.rule) for one in caught.value.faults]


def test_outlines_and_coordinates_are_read(mapped_folder):
    dataset = read_dataset(mapped_folder)
    assert dataset.outlines is not None
    assert [code for code, _ in dataset.outlines.areas] == ["10", "20"]
    assert dataset.outlines.borders == (((10, 43), (14, 43)),)
    assert dataset.outlines.insets == (Frame(12, 43, 14, 45),)
    assert dataset.outlines.credit("zh") == "无有国测绘局"
    register = dataset.code_lists["Nowhere Register"]
    assert register["11"].spot == (11.0, 41.0)
    assert register["23"].spot is None


def test_without_a_frame_the_map_shows_all_outlines(mapped_folder):
    outlines = read_dataset(mapped_folder).outlines
    assert outlines is not None
    spots = [spot for _, rings in outlines.areas for ring in rings for spot in ring]
    assert all(map(outlines.frame.contains, spots))


def test_without_outlines_all_else_is_as_it_was(small_folder):
    assert read_facts(small_folder).dataset.outlines is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("west = 12.0", "west = 15.0"),
        ("west = 12.0", "west = -190.0"),
        ('credit_zh = "无有国测绘局"', ""),
        ("inset =", "corner ="),
    ],
)
def test_a_bad_setting_of_the_map_is_told(folder, old, new):
    spoil(folder / "dataset.toml", old, new)
    assert dataset_faults(folder) == [("dataset.toml", 0, "map", "bad_setting")]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ('"FeatureCollection"', "oops", "bad_outlines"),
        ('"features"', '"things"', "bad_outlines"),
        ('"Polygon"', '"Point"', "bad_outlines"),
        ("[10, 40]", "[10, 400]", "bad_outlines"),
        ("[10, 40]", "[10]", "bad_outlines"),
    ],
)
def test_bad_outlines_are_told(folder, old, new, rule):
    spoil(folder / OUTLINES, old, new)
    assert dataset_faults(folder) == [(OUTLINES, 0, "", rule)]


def test_outlines_that_are_not_there_are_told(folder):
    (folder / OUTLINES).unlink()
    assert dataset_faults(folder) == [(OUTLINES, 0, "", "missing_file")]


@pytest.mark.parametrize(
    ("new", "column"),
    [
        ("191,41.0", "longitude"),
        ("11.0,-91", "latitude"),
        ("11.0,", "latitude"),
        ("eleven,41.0", "longitude"),
        ("1e1,41.0", "longitude"),
        ("１１,41.0", "longitude"),
    ],
)
def test_bad_coordinates_are_told(folder, new, column):
    spoil(folder / "codes" / "register.csv", "11.0,41.0", new)
    [(file, line, at, rule)] = dataset_faults(folder)
    assert (file, at, rule) == ("codes/register.csv", column, "bad_coordinate")
    assert line > 1
