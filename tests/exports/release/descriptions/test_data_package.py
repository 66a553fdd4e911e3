"""datapackage.json, as the framework of Frictionless validates it."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest
from frictionless import Package
from frictionless.resources import TableResource

from exports.release.descriptions.table_schema import code_list_schema, kind_schema
from ontology.schema.fields import fields
from ontology.schema.kinds import TABLES, Adoption, Mechanism, Place

NAME = "datapackage.json"


@pytest.fixture
def copy(release_folder, tmp_path) -> Path:
    return Path(shutil.copytree(release_folder, tmp_path / "release"))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def faults(folder: Path) -> set[tuple[str, str]]:
    """The faults that the framework finds: the resource, and the type of the fault."""
    report = Package(folder / NAME).validate()
    return {(task.name, error.type) for task in report.tasks for error in task.errors}


def without_hashes(folder: Path, tables: set[str]) -> None:
    """Leaves out sizes and hashes of tables, so that only what they say is judged."""
    path = folder / NAME
    package = json.loads(path.read_text(encoding="utf-8"))
    for resource in package["resources"]:
        if resource["name"] in tables:
            del resource["bytes"], resource["hash"]
    path.write_text(json.dumps(package), encoding="utf-8")


def test_the_package_is_valid_with_every_table(release_folder):
    package = Package(release_folder / NAME)
    report = package.validate()
    assert report.valid and report.stats["warnings"] == 0, report.to_summary()
    tables = {path.stem for path in (release_folder / "tables").glob("*.csv")}
    assert tables <= set(package.resource_names)
    assert package.name == "nowhere" and package.version == "2026.1"


def test_every_file_but_the_parquet_ones_is_listed(release_folder):
    package = json.loads((release_folder / NAME).read_text(encoding="utf-8"))
    listed = {resource["path"] for resource in package["resources"]}
    files = {
        path.relative_to(release_folder).as_posix()
        for path in release_folder.rglob("*")
        if path.is_file() and path.suffix != ".parquet"
    }
    later = {NAME, "dcat.ttl", "croissant.json", "ro-crate-metadata.json", "SHA256SUMS"}
    assert listed == files - later


# A change of a table, and the type of the fault that it is.
EDITS = [
    ("adoption", ",stated,", ",perhaps,", "constraint-error"),
    ("adoption", "12,shared-card", "12,no-such-thing", "foreign-key"),
    ("adoption", "2026-01-02\n", "2026-13-02\n", "type-error"),
    ("place", "\n11,", "\n12,", "primary-key"),
    ("event", "code,", "kode,", "incorrect-label"),
    ("counts.csv", "adoption", "adoptiom", "hash-count"),
]


def test_what_the_kinds_refuse_the_schema_refuses_and_other_bytes_are_told(copy):
    for table, old, new, _ in EDITS:
        path = copy / table if table.endswith(".csv") else copy / "tables" / f"{table}.csv"
        edit(path, old, new)
    without_hashes(copy, {"adoption", "place", "event"})
    assert {(table, fault) for table, _, _, fault in EDITS} <= faults(copy)


def test_a_list_has_its_delimiter_and_an_empty_cell_says_nothing(release_folder):
    resource = Package(release_folder / NAME).get_resource("mechanism")
    assert isinstance(resource, TableResource)
    rows = resource.read_rows()
    broader = {row["code"]: row["broader"] for row in rows}
    assert broader["mobile-library"] == ["lending", "outreach"] and broader["lending"] is None


@pytest.mark.parametrize("kind", TABLES, ids=lambda kind: kind.__name__)
def test_every_field_of_a_kind_is_described(kind):
    columns = [field.name for field in fields(kind)]
    schema = kind_schema(kind, columns, frozenset(), is_withdrawn=False)
    assert [field["name"] for field in schema["fields"]] == columns
    for field, described in zip(fields(kind), schema["fields"], strict=True):
        assert described.get("constraints", {}).get("required", False) == field.required
        assert (described["type"] == "list") == field.is_list
        assert described["title"] and " · " in described["description"]


def test_references_are_to_tables_that_are_there_and_not_from_withdrawn_rows():
    columns = ["adopter", "mechanism", "model", "source"]
    tables = frozenset({"mechanism", "source"})
    keys = kind_schema(Adoption, columns, tables, is_withdrawn=False)["foreignKeys"]
    assert [key["fields"] for key in keys] == [["mechanism"], ["source"]]
    withdrawn = kind_schema(Adoption, [*columns, "withdrawn"], tables, is_withdrawn=True)
    assert "foreignKeys" not in withdrawn
    assert withdrawn["fields"][-1]["type"] == "date"
    assert "foreignKeys" not in kind_schema(Mechanism, ["code"], tables, is_withdrawn=False)
    assert kind_schema(Place, ["code"], tables, is_withdrawn=False)["primaryKey"] == ["code"]


def test_a_code_list_has_degrees():
    schema = code_list_schema(["code", "name", "within", "longitude", "latitude"])
    assert schema["fields"][3]["constraints"] == {"minimum": -180, "maximum": 180}
    assert schema["primaryKey"] == ["code"] and schema["fields"][1]["type"] == "string"


def test_the_validator_leaves_the_limit_of_a_cell_as_it_was():
    assert csv.field_size_limit() == 131_072
