"""croissant.json, as mlcroissant validates it and reads its records."""

from __future__ import annotations

import hashlib
import json

import mlcroissant
import pytest

from exports.release.descriptions.croissant import croissant
from exports.release.release_content import ReleaseContent
from exports.release.typed_tables import columns, kinds_of, row_counts, table_name
from exports.release.version import release_name

# what mlcroissant itself calls
pytestmark = [
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated"),
    pytest.mark.filterwarnings("ignore:The inplace keyword"),
]
NAME = "croissant.json"


@pytest.fixture(scope="module")
def description(release_folder) -> dict:
    return json.loads((release_folder / NAME).read_text(encoding="utf-8"))


def test_it_is_valid_and_gives_the_rows_of_a_kind(release_folder, small_facts, caplog):
    dataset = mlcroissant.Dataset(release_folder / NAME)
    assert dataset.metadata.issues.report() == "" and caplog.text == ""
    assert dataset.metadata.version == "2026.1.0"
    for table in ("place", "adoption", "measurement"):
        records = list(dataset.records(table))
        assert len(records) == row_counts(small_facts)[table]
    ids = {record["measurement/id"].decode() for record in records}
    assert ids < set(small_facts.statements)
    assert {type(record["measurement/value"]) for record in records} == {float}


def test_a_record_set_is_a_kind_with_its_columns(description, small_facts):
    sets = {entry["@id"]: entry for entry in description["recordSet"]}
    assert list(sets) == [table_name(kind) for kind in kinds_of(small_facts)]
    for kind in kinds_of(small_facts):
        names = [field["name"] for field in sets[table_name(kind)]["field"]]
        assert names == [column.name for column in columns(kind)]


def test_every_file_is_listed_with_its_hash(description, release_folder):
    assert len(description["distribution"]) > 50
    for entry in description["distribution"]:
        content = (release_folder / entry["contentUrl"]).read_bytes()
        assert entry["sha256"] == hashlib.sha256(content).hexdigest()
        assert entry["contentSize"] == f"{len(content)} B"


@pytest.mark.parametrize(
    ("version", "number"), [("2026.09.2", "2026.9.2"), ("1.0", "1.0.0"), ("2.0.0-rc.1",) * 2]
)
def test_a_version_has_three_numbers(version, number, small_facts):
    name = release_name("nowhere", version, "2026-11-29")
    described = json.loads(croissant(ReleaseContent(small_facts, name)))
    assert described["version"] == number
