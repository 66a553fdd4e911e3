"""The files for neo4j-admin: the real tool takes them, and a push finds nothing to change."""

from __future__ import annotations

import csv
import gzip
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli import app
from exports.export_file import NotWritable
from exports.facts.import_rows import NotImportable
from exports.facts.neo4j_admin import write_import, write_stream
from graph.formats.sorted_elements import GraphStream
from graph.model.property_graph import Node
from graph.model.release import release_hash
from graph.stores.neo4j.push import load
from graph.stores.neo4j.store import connect
from tests.servers.neo4j_server import CALENDAR, LONG_TERM, NoServer, admin, server


@pytest.mark.parametrize("version", [LONG_TERM, CALENDAR])
def test_the_import_tool_takes_the_files_as_they_are(version, tmp_path, small_facts, small_graph):
    """The newer version takes them compressed."""
    facts, dataset, folder = [small_facts], small_facts.dataset, tmp_path / "csv"
    arguments = write_import(facts, dataset, None, folder, gzip=version == CALENDAR)
    home = tmp_path / "home"
    try:
        done = admin(version, home, "database", "import", "full", "neo4j", *arguments)
        assert done.returncode == 0, done.stderr
        with (
            server(version, home) as running,
            connect(running.address, running.user, running.password) as driver,
        ):
            driver.execute_query("MATCH (r:LearnedFromRelease) REMOVE r.hash")
            assert load(driver, None, small_graph, lambda *_: None).is_empty
    except NoServer as missing:
        pytest.skip(str(missing))


def test_a_list_item_with_the_tools_separator_is_refused(tmp_path):
    node = Node("a", ("Place", "Thing"), {"code": "a", "alt_names": ["one| two"]})
    with pytest.raises(NotImportable, match="one. two"):
        write_stream(GraphStream([node], "nowhere", "https://example.org/nowhere/"), tmp_path)
    assert not list(tmp_path.iterdir())


def test_the_release_of_the_files_is_that_of_the_graph(tmp_path, small_facts, small_graph):
    """With parts of any size: the hash is that of the graph as a whole."""
    write_import([small_facts], small_facts.dataset, None, tmp_path)
    with (tmp_path / "nodes-LearnedFromRelease.csv").open(encoding="utf-8") as file:
        (row,) = csv.DictReader(file)
    assert row["hash:string"] == release_hash(small_graph)


def test_compressed_files_are_the_plain_ones_in_gzip(tmp_path, small_facts):
    dataset = small_facts.dataset
    write_import([small_facts], dataset, None, tmp_path / "plain")
    write_import([small_facts], dataset, None, tmp_path / "gzip", gzip=True)
    plain = {path.name: path.read_bytes() for path in (tmp_path / "plain").iterdir()}
    packed = {path.stem: path.read_bytes() for path in (tmp_path / "gzip").glob("*.csv.gz")}
    assert {name: gzip.decompress(content) for name, content in packed.items()} == plain


def test_an_interrupted_export_leaves_the_old_files(tmp_path, small_facts):
    def parts():
        yield small_facts
        raise KeyboardInterrupt

    write_import([small_facts], small_facts.dataset, None, tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    with pytest.raises(KeyboardInterrupt):
        write_import(parts(), small_facts.dataset, None, tmp_path)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == before


def test_what_cannot_be_written_is_told(tmp_path, small_facts):
    (tmp_path / "file").write_text("")
    with pytest.raises(NotWritable):
        write_import([small_facts], small_facts.dataset, None, tmp_path / "file")


def test_the_printed_command_can_be_pasted_into_a_shell(small_folder, tmp_path):
    words = ["export", "--format", "neo4j-admin", "--facts", small_folder, "--lang", "en"]
    done = CliRunner().invoke(app, [*map(str, words), "--to", str(tmp_path / "a folder #1")])
    command = done.stdout.split("\nwhere ", 1)[0]
    shell = f'neo4j-admin() {{ printf "%s\\n" "$@"; }}\n{command}\n'
    pasted = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, check=True)
    options = [line.partition("=") for line in pasted.stdout.splitlines()]
    files = {Path(value) for name, _, value in options if name in ("--nodes", "--relationships")}
    assert files == set((tmp_path / "a folder #1" / "neo4j-admin").iterdir())
    assert ("--array-delimiter", "=", "|") in options
