"""A release: the same bytes each time, facts that come back, and faults that are told."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import sqlite3
import subprocess
import sys
import time
import tomllib
import zipfile
from pathlib import Path

import duckdb
import polars
import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import to_isomorphic
from typer.testing import CliRunner

from cli import app
from exports.release.checksums import RDF_SUMS, SUMS, parse_sums, rdf_sha256, sums_text
from exports.release.facts_files import FilesOutside, complete_facts_files, facts_files
from exports.release.typed_tables import columns, row_counts, rows, table_name
from exports.release.version import BadVersion, release_name
from loaders.facts.facts_folder import read_facts
from ontology.schema.kinds import STATEMENTS, TABLES, Adoption

VERSION = "2026.1"


def run(*words: object, lang: str = "en"):
    return CliRunner().invoke(app, ["release", *map(str, words), "--lang", lang])


@pytest.fixture(scope="module")
def folder(small_folder, tmp_path_factory) -> Path:
    """The small facts with what a release leaves out: a draft, the texts and an older release."""
    folder = tmp_path_factory.mktemp("facts") / "facts"
    shutil.copytree(small_folder, folder)
    for name in ("drafts/place.csv", "releases/nowhere-1.0.zip", "notes.txt", ".hidden.toml"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("not for others", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def release_out(folder, tmp_path_factory) -> Path:
    """What `release` wrote."""
    out = tmp_path_factory.mktemp("out")
    result = run(VERSION, "--date", "2026-11-29", "--facts", folder, "--out", out)
    assert result.exit_code == 0, result.output
    return out


@pytest.fixture(scope="module")
def archive(release_out) -> Path:
    (path,) = release_out.glob("*.zip")
    return path


@pytest.fixture(scope="module")
def release_folder(archive) -> Path:
    return archive.with_suffix("")


def test_another_process_at_another_time_and_place_writes_the_same_bytes(folder, archive, tmp_path):
    copy = tmp_path / "elsewhere"
    shutil.copytree(folder, copy)
    for path in copy.rglob("*"):
        os.utime(path, (1, time.time()))
    words = [sys.executable, "cli.py", "release", VERSION, "--date", "2026-11-29"]
    words += ["--facts", str(copy), "--out", str(tmp_path / "out"), "--lang", "zh"]
    environment = os.environ | {"TZ": "Asia/Shanghai", "PYTHONHASHSEED": "7", "LC_ALL": "C.UTF-8"}
    root = Path(__file__).parents[3]
    subprocess.run(words, cwd=root, env=environment, check=True, capture_output=True)
    assert (tmp_path / "out" / archive.name).read_bytes() == archive.read_bytes()


def test_the_folder_holds_what_the_archive_holds(archive, release_folder):
    with zipfile.ZipFile(archive) as packed:
        assert packed.testzip() is None
        for name in packed.namelist():
            assert (release_folder.parent / name).read_bytes() == packed.read(name)
        below = [path for path in release_folder.rglob("*") if path.is_file()]
        assert len(below) == len(packed.namelist())


def test_the_tables_give_the_facts_back_and_leave_out_what_is_not_released(
    release_folder, small_facts
):
    assert read_facts(release_folder / "tables") == small_facts
    names = {path.name for path in (release_folder / "tables").iterdir()}
    assert not names & {"drafts", "releases", "texts", "notes.txt", ".hidden.toml"}


def test_every_file_is_listed_with_its_hash_as_other_tools_compute_it(release_folder):
    sums = parse_sums((release_folder / SUMS).read_bytes())
    files = [path for path in release_folder.rglob("*") if path.is_file() and path.name != SUMS]
    assert {path.relative_to(release_folder).as_posix() for path in files} == set(sums)
    for name, digest in sums.items():
        assert hashlib.sha256((release_folder / name).read_bytes()).hexdigest() == digest


def test_both_rdf_files_hold_one_dataset(release_folder):
    sums = parse_sums((release_folder / RDF_SUMS).read_bytes())
    assert set(sums) == {"graph.nq", "graph.trig"} and len(set(sums.values())) == 1
    parsed = ox.Dataset(ox.parse(path=release_folder / "graph.trig"))
    lines = sorted(
        set((release_folder / "graph.nq").read_text(encoding="utf-8").splitlines(keepends=True))
    )
    assert len(parsed) == len(lines)
    # no blank node: the canonical form is the sorted N-Quads
    digest = hashlib.sha256("".join(lines).encode("utf-8")).hexdigest()
    assert digest == sums["graph.nq"]


def test_a_canonical_hash_knows_no_order_and_no_labels_of_blank_nodes():
    first = b'_:a <http://e.org/p> _:b .\n_:b <http://e.org/q> "x" .\n'
    second = b'_:b <http://e.org/q> "x" .\n_:z <http://e.org/p> _:b .\n'
    third = b'_:b <http://e.org/q> "y" .\n_:z <http://e.org/p> _:b .\n'
    nquads = ox.RdfFormat.N_QUADS
    assert rdf_sha256(first, nquads) == rdf_sha256(second, nquads) != rdf_sha256(third, nquads)
    graphs = [rdflib.Graph().parse(io.BytesIO(text), format="nt") for text in (first, second)]
    assert to_isomorphic(graphs[0]) == to_isomorphic(graphs[1])


def test_sqlite_has_every_row_typed_and_no_broken_reference(release_folder, small_facts):
    database = sqlite3.connect(release_folder / "facts.sqlite")
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    for kind in TABLES:
        (count,) = database.execute(f"SELECT count(*) FROM {table_name(kind)}").fetchone()
        assert count == len(list(rows(small_facts, kind)))
    types = database.execute("SELECT DISTINCT typeof(value), typeof(start) FROM measurement")
    assert types.fetchall() == [("real", "integer")]
    with pytest.raises(sqlite3.IntegrityError):
        database.execute("UPDATE adoption SET stance = 'perhaps'")
    database.close()


def test_statements_have_the_marks_of_their_claims_in_sqlite_and_parquet(
    release_folder, small_facts
):
    claims = small_facts.claims
    expected = {
        id: (claims.source_counts.get(id), id in claims.contested_ids)
        for id in small_facts.statements
    }
    assert {count for count, _ in expected.values()} == {None, 1, 2}
    database = sqlite3.connect(release_folder / "facts.sqlite")
    queries = [f"SELECT id, source_count, contested FROM {table_name(k)}" for k in STATEMENTS]
    marks = [row for query in queries for row in database.execute(query)]
    assert {id: (count, bool(contested)) for id, count, contested in marks} == expected
    database.close()
    files = [f"{release_folder}/parquet/{table_name(kind)}.parquet" for kind in STATEMENTS]
    files = [file for file in files if Path(file).exists()]
    read = f"SELECT id, source_count, contested FROM read_parquet({files}, union_by_name=true)"
    assert {id: marks for id, *marks in duckdb.sql(read).fetchall()} == {
        id: [*marks] for id, marks in expected.items()
    }


def test_parquet_is_typed_and_reads_in_duckdb_and_polars(release_folder, small_facts):
    for table, count in row_counts(small_facts).items():
        path = release_folder / "parquet" / f"{table}.parquet"
        ((number,),) = duckdb.sql(f"SELECT count(*) FROM '{path}'").fetchall()
        frame = polars.read_parquet(path)
        assert number == len(frame) == count
    frame = polars.read_parquet(release_folder / "parquet" / "adoption.parquet")
    assert frame.columns == [column.name for column in columns(Adoption)]
    types = (frame.schema["start"], frame.schema["accepted"], frame.schema["also_at"])
    assert types == (polars.Int64, polars.Date, polars.List(polars.String))


def test_the_same_release_may_be_written_again_and_another_may_not(folder, archive, tmp_path):
    out = archive.parent
    before = archive.read_bytes()
    assert run(VERSION, "--date", "2026-11-29", "--facts", folder, "--out", out).exit_code == 0
    result = run(VERSION, "--date", "2026-11-30", "--facts", folder, "--out", out)
    assert result.exit_code == 1 and "already has another release" in result.output
    assert archive.read_bytes() == before
    assert sorted(path.name for path in out.iterdir()) == ["nowhere-2026.1", archive.name]


def test_a_release_says_what_changed_since_the_one_before(folder, archive, tmp_path):
    copy = tmp_path / "facts"
    shutil.copytree(folder, copy)
    places = (copy / "place.csv").read_text(encoding="utf-8")
    (copy / "place.csv").write_text(places.replace("Alder", "Elder", 1), encoding="utf-8")
    words = ["2026.2", "--date", "2026-12-01", "--facts", copy, "--out", tmp_path / "out"]
    assert run(*words, "--previous", archive).exit_code == 0
    released = tmp_path / "out" / "nowhere-2026.2"
    for name in ("CHANGES.md", "CHANGES.zh.md"):
        text = (released / name).read_text(encoding="utf-8")
        assert "nowhere-2026.1" in text and "Alder" in text and "Elder" in text
    assert run("--check", f"{released}.zip").exit_code == 0
    result = run(*words, "--previous", tmp_path / "nothing.zip")
    assert result.exit_code == 2 and "nothing.zip" in result.output


@pytest.mark.parametrize("version", ["1.0", "1.4.0", "2.0.0-rc.1", "2026.1", "2026.09.2"])
def test_versions_are_semantic_or_of_the_calendar(version):
    assert release_name("nowhere", version, "2026-11-29").folder == f"nowhere-{version}"


@pytest.mark.parametrize("version", ["", "1", "v1.0", "1.0/..", "1.01", "latest", "1.0\n", "1..0"])
def test_no_other_word_is_a_version(version):
    with pytest.raises(BadVersion):
        release_name("nowhere", version, "2026-11-29")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "name a version"),
        (["new"], '"new" is not a version'),
        ([VERSION], "is not a day"),
        ([VERSION, "--date", "2026-13-01"], "is not a day"),
        ([VERSION, "--facts", "a", "--facts", "b"], "one facts folder"),
        (["--check", "nowhere.zip"], "no archive"),
    ],
)
def test_what_cannot_be_released_is_told_in_a_sentence(words, sentence):
    result = run(*words)
    assert result.exit_code == 2 and sentence in result.output


def test_files_elsewhere_that_a_folder_rests_on_are_copied_into_the_release(folder, tmp_path):
    copy = tmp_path / "facts"
    shutil.copytree(folder, copy)
    shutil.move(copy / "codes", tmp_path / "codes")
    settings = copy / "dataset.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace('"codes/', '"../codes/'), encoding="utf-8")
    out = tmp_path / "out"
    assert run(VERSION, "--date", "2026-11-29", "--facts", copy, "--out", out).exit_code == 0
    tables = out / "nowhere-2026.1" / "tables"
    assert (tables / "dataset.toml").read_text(encoding="utf-8") == text
    assert read_facts(tables) == read_facts(copy)
    assert run("--check", out / "nowhere-2026.1.zip").exit_code == 0


def test_copied_files_of_one_name_do_not_replace_each_other(tmp_path):
    for name in ("a/codes/x.csv", "b/x.csv", "c/x.csv"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    settings = '[code_lists]\nA = "codes/x.csv"\nB = "../b/x.csv"\nC = "../c/x.csv"\n'
    (tmp_path / "a" / "dataset.toml").write_text(settings, encoding="utf-8")
    files = complete_facts_files(tmp_path / "a")
    named = tomllib.loads(files["dataset.toml"].decode("utf-8"))["code_lists"]
    assert [files[named[key]].decode() for key in "ABC"] == ["a/codes/x.csv", "b/x.csv", "c/x.csv"]
    with pytest.raises(FilesOutside):
        facts_files(tmp_path / "a")


def test_the_official_documents_can_be_released(root, tmp_path):
    folder = root / "official_documents"
    files = complete_facts_files(folder)
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    assert facts_files(tmp_path) == files
    assert read_facts(tmp_path) == read_facts(folder)


# --- what --check says ------------------------------------------------------------------------


def repacked(archive: Path, to: Path, edit) -> Path:
    """The archive with its files changed by `edit`, which is given them by name."""
    with zipfile.ZipFile(archive) as packed:
        files = {name.partition("/")[2]: packed.read(name) for name in packed.namelist()}
    edit(files)
    with zipfile.ZipFile(to, "w") as packed:
        for name, content in files.items():
            packed.writestr(f"nowhere-2026.1/{name}", content)
    return to


@pytest.mark.parametrize(("lang", "sentence"), [("en", "as it was released"), ("zh", "一致")])
def test_a_sound_archive_has_no_fault(archive, lang, sentence):
    result = run("--check", archive, lang=lang)
    assert result.exit_code == 0 and sentence in result.output


def test_all_that_is_wrong_is_told_at_once(archive, tmp_path):
    def edit(files):
        del files["graph.graphml"]
        files["more.txt"] = b"?"
        files["CITATION.cff"] += b"\n"
        files["counts.csv"] = files["counts.csv"].replace(b"\n", b"0\n")
        files["graph.nq"] = b"".join(files["graph.nq"].splitlines(keepends=True)[1:])
        files["graph.trig"] = b"@@"
        files["parquet/place.parquet"] = files["parquet/adoption.parquet"]
        files["parquet/unit.parquet"] = b"PAR1"

    path = repacked(archive, tmp_path / "bad.zip", edit)
    result = run("--check", path)
    assert result.exit_code == 1
    for line in (
        "graph.graphml: the file is missing from the release",
        "more.txt: SHA256SUMS does not list this file",
        "CITATION.cff: its content does not match SHA256SUMS",
        "counts.csv: the counts differ from the tables",
        "graph.nq: it differs from the graph of the tables in tables/",
        "RDFC10-SHA256SUMS: the canonical hash (RDFC-1.0) of graph.nq is wrong",
        "graph.trig: this is not readable RDF",
        "parquet/unit.parquet: this is not a readable Parquet file",
        "but the table in tables/ has",
    ):
        assert line in result.output
    assert "图" in run("--check", path, lang="zh").output


def test_tables_that_were_changed_with_their_hash_no_longer_give_the_graph(archive, tmp_path):
    def edit(files):
        files["tables/place.csv"] = files["tables/place.csv"].replace(b"Alder", b"Elder")
        sums = parse_sums(files[SUMS])
        sums["tables/place.csv"] = hashlib.sha256(files["tables/place.csv"]).hexdigest()
        files[SUMS] = sums_text(sums)

    result = run("--check", repacked(archive, tmp_path / "bad.zip", edit))
    assert result.exit_code == 1
    lines = result.output.splitlines()
    told = {line.partition(":")[0] for line in lines}
    assert {"facts.sqlite", "graph.graphml", "graph.nq", "graph.trig"} <= told


def with_another_row(database: bytes, statement: str) -> bytes:
    with sqlite3.connect(":memory:") as connection:
        connection.deserialize(database)
        connection.execute(statement)
        connection.commit()
        return connection.serialize()


def parquet_of(frame: polars.DataFrame) -> bytes:
    buffer = io.BytesIO()
    frame.write_parquet(buffer)
    return buffer.getvalue()


def test_a_graph_or_a_database_that_was_changed_with_its_hash_is_told(archive, tmp_path):
    def edit(files):
        text = files["graph.graphml"].decode("utf-8")
        files["graph.graphml"] = text.replace("Alder", "Elder").encode("utf-8")
        change = "UPDATE place SET name_en = 'Elder' WHERE code = '11'"
        files["facts.sqlite"] = with_another_row(files["facts.sqlite"], change)
        places = polars.read_parquet(files["parquet/place.parquet"])
        renamed = polars.col("name_en").str.replace("Alder", "Elder")
        files["parquet/place.parquet"] = parquet_of(places.with_columns(renamed))
        files["parquet/unit.parquet"] = parquet_of(
            polars.read_parquet(files["parquet/unit.parquet"]).rename({"name_en": "name"})
        )

    result = run("--check", repacked(archive, tmp_path / "bad.zip", edit))
    assert "parquet/place.parquet: differs from the tables in tables/ in 2 parts" in result.output
    assert "place 11" in result.output and "unit columns" in result.output
    assert "facts.sqlite: differs from the tables in tables/ in 1 part: place 11" in result.output
    assert "graph.graphml: differs from the tables in tables/ in 2 parts: node 11," in result.output


@pytest.mark.parametrize(
    "graph", [b"<graphml", b"<!DOCTYPE graphml [<!ENTITY a 'b'>]><graphml>&a;</graphml>"]
)
def test_a_database_with_views_and_a_graph_that_is_no_xml_are_not_read(graph, archive, tmp_path):
    def edit(files):
        files["graph.graphml"] = graph
        view = "CREATE VIEW more AS SELECT 1"
        files["facts.sqlite"] = with_another_row(files["facts.sqlite"], view)

    result = run("--check", repacked(archive, tmp_path / "bad.zip", edit))
    for name in ("facts.sqlite", "graph.graphml"):
        assert f"{name}: this is not a file of the kind that a release writes" in result.output


def test_a_description_that_was_changed_with_its_hash_is_told(archive, tmp_path):
    def edit(files):
        files["dcat.ttl"] = files["dcat.ttl"].replace(b"2026-11-29", b"2026-11-28")
        sums = parse_sums(files[SUMS])
        sums["dcat.ttl"] = hashlib.sha256(files["dcat.ttl"]).hexdigest()
        files[SUMS] = sums_text(sums)
        del files["croissant.json"]

    path = repacked(archive, tmp_path / "bad.zip", edit)
    result = run("--check", path)
    assert result.exit_code == 1
    assert "dcat.ttl: it does not match the files of the release" in result.output
    assert "croissant.json: the file is missing from the release" in result.output
    assert "dcat.ttl: 所说的与发布里的文件不符" in run("--check", path, lang="zh").output


def test_tables_with_faults_are_told_as_check_tells_them(archive, tmp_path):
    def edit(files):
        files["tables/place.csv"] = files["tables/place.csv"].replace(b"code", b"kode", 1)

    result = run("--check", repacked(archive, tmp_path / "bad.zip", edit))
    assert result.exit_code == 1 and "tables/place.csv:1" in result.output


def test_settings_that_name_files_outside_the_archive_are_not_followed(archive, tmp_path):
    (tmp_path / "register.csv").write_text("code,name,within\n", encoding="utf-8")

    def edit(files):
        outside = str(tmp_path / "register.csv").encode()
        settings = files["tables/dataset.toml"]
        files["tables/dataset.toml"] = settings.replace(b"codes/register.csv", outside)

    result = run("--check", repacked(archive, tmp_path / "bad.zip", edit))
    assert result.exit_code == 1 and "it names files outside the release" in result.output


@pytest.mark.parametrize("name", ["../out.csv", "/out.csv", "x/../../out.csv", "a\\b/out.csv"])
def test_no_archive_leads_out_of_its_folder(name, tmp_path):
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as packed:
        packed.writestr(name, "x")
    result = run("--check", tmp_path / "bad.zip")
    assert result.exit_code == 1 and "leads out of its folder" in result.output


def test_what_is_no_archive_is_told(tmp_path):
    (tmp_path / "bad.zip").write_bytes(b"PK\x03\x04")
    result = run("--check", tmp_path / "bad.zip")
    assert result.exit_code == 1 and "not a readable ZIP archive" in result.output
