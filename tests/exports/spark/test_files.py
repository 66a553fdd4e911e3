"""What Spark writes is byte for byte what `export` writes, and it finds the same faults."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest
from typer import Typer
from typer.testing import CliRunner

from bench.scaled_facts import scale_facts, write_folder
from exports.facts import formats, neo4j_admin
from loaders.streaming.streamed_folder import StreamedFolder
from loaders.tables.faults import BadFacts

# PySpark leaves the sockets by which it fetched results to the garbage collection.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")
# Two slices at least of the tables with the most rows, so that facts and claims lie in several.
STATEMENTS = 20_000


@pytest.fixture(scope="module")
def large(real_facts, root, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("large")
    write_folder(scale_facts(real_facts, STATEMENTS), root / "facts", folder)
    return folder


@pytest.fixture(scope="module")
def shared(spark, large):
    from exports.spark.shared_facts import shared_facts

    return shared_facts(spark, large)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_nquads_are_those_of_export(shared, large, tmp_path):
    from exports.spark.files import write_nquads

    assert shared.slices.count() > 15
    ours = formats.write_nquads(StreamedFolder(large).parts(), tmp_path / "one")
    written = write_nquads(shared, tmp_path / "spark").read_bytes()
    assert written.count(b"\n") > 20 * STATEMENTS
    assert written == ours.read_bytes()


def test_import_files_are_those_of_export(shared, large, tmp_path):
    from exports.spark.files import write_import

    folder = StreamedFolder(large)
    neo4j_admin.write_import(folder.parts(), folder.dataset, None, tmp_path / "one")
    arguments = write_import(shared, tmp_path / "spark")
    assert [a for a in arguments if "=" in a and not Path(a.partition("=")[2]).is_file()] == [
        *neo4j_admin.OPTIONS
    ]
    assert contents(tmp_path / "spark") == contents(tmp_path / "one")


def spoil(folder: Path, table: str, change) -> None:
    """Changes the records of a table of a folder."""
    path = folder / table
    records = list(csv.reader(path.read_text(encoding="utf-8").splitlines()))
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(change(records))


def with_an_unknown_place(records):
    at = records[0].index("teacher")
    return [records[0], *([*r[:at], "nowhere", *r[at + 1 :]] for r in records[1:2]), *records[2:]]


def with_a_row_twice(records):
    return [*records, records[1]]


@pytest.mark.parametrize("change", [with_an_unknown_place, with_a_row_twice])
def test_faults_are_those_of_one_machine(spark, small_folder, tmp_path, change):
    from commands.spark.export_spark import export_spark

    folder, app = tmp_path / "facts", Typer()
    shutil.copytree(small_folder, folder)
    spoil(folder, "learned_from.csv", change)
    with pytest.raises(BadFacts) as error:
        list(StreamedFolder(folder).parts())
    app.command()(export_spark)
    result = CliRunner().invoke(app, [str(folder), str(tmp_path / "to"), "--lang", "en"])
    assert result.exit_code == 1
    assert error.value.text("en") in result.stderr
    assert not (tmp_path / "to").exists()
