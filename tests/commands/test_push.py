"""What push, ask and run tell of a real Neo4j that holds more than these facts, or other ones."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from typer.testing import CliRunner, Result

from cli import app
from settings import NEO4J_PASSWORD, NEO4J_USER
from tests.releases import DAYS, released_facts

FAULTS = 1
ALL_PLACES = "MATCH (n:Place) RETURN n.code AS code"


@pytest.fixture
def address(neo4j, database, monkeypatch) -> str:
    """The address of an empty server, whose user and password are in the environment."""
    monkeypatch.setenv(NEO4J_USER, neo4j.user)
    monkeypatch.setenv(NEO4J_PASSWORD, neo4j.password)
    return neo4j.address


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def with_iri(small_folder: Path, folder: Path, iri: str) -> Path:
    """A copy of the small facts with another base IRI."""
    shutil.copytree(small_folder, folder)
    settings = folder / "dataset.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("https://example.org/nowhere/", iri), encoding="utf-8")
    return folder


def test_push_tells_what_it_wrote_and_what_it_restored_by_kind(address, database, small_folder):
    push = ("push", address, "--facts", small_folder, "--lang")
    first = run(*push, "en")
    assert first.exit_code == 0 and first.stdout.startswith("loaded;")
    assert (
        "  Place (Place): +" in first.stdout and "  learned from (LEARNED_FROM): +" in first.stdout
    )
    assert run(*push, "en").stdout.startswith("the database already holds these facts")
    for lang, lines in (
        ("en", ["it was restored; nodes and edges: +1 -0 ~1", "  Place (Place): ~1"]),
        ("zh", ["已恢复；节点与边：+1 -0 ~1", "  地方 (Place): ~1"]),
    ):
        database.execute_query("MATCH (n:Thing {code: '11'}) SET n.name_zh = '丁'")
        database.execute_query("MATCH ()-[r:BORDERS]->() WITH r ORDER BY r.id LIMIT 1 DELETE r")
        restored = run(*push, lang)
        assert restored.exit_code == 0
        assert all(line in restored.stdout for line in lines), restored.stdout
        assert "(BORDERS): +1" in restored.stdout
    assert run(*push, "zh").stdout.startswith("数据库里已是这些事实")


def test_a_fault_in_the_last_table_leaves_what_was_there(address, database, small_folder, tmp_path):
    assert run("push", address, "--facts", small_folder).exit_code == 0
    count = "MATCH (n) RETURN count(n) AS n"
    before = database.execute_query(count).records
    folder = tmp_path / "faulty"
    shutil.copytree(small_folder, folder)
    table = folder / "within.csv"
    lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
    table.write_text("".join([*lines, lines[-1]]), encoding="utf-8")  # the same statement twice
    (folder / "adoption.csv").unlink()
    refused = run("push", address, "--facts", folder, "--lang", "en")
    assert refused.exit_code == FAULTS and "within.csv" in refused.stderr
    assert database.execute_query(count).records == before


def test_the_push_of_the_compose_file_loads_a_server(address, root, small_folder):
    services = YAML(typ="safe").load(root / "compose.yaml")["services"]
    verb, named = services["push"]["command"]
    assert named == "bolt://neo4j:7687" and services["neo4j"]["ports"][-1].endswith(":7687")
    loaded = run(verb, address, "--facts", small_folder)
    assert loaded.exit_code == 0 and "LEARNED_FROM" in loaded.stdout


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_dataset_of_another_iri_is_refused_in_a_sentence(address, small_folder, tmp_path, lang):
    iri = "https://team-b.example/nowhere/"
    other = with_iri(small_folder, tmp_path / "other", iri)
    assert run("push", address, "--facts", small_folder).exit_code == 0
    asked = ("ask", "who_learned_from", "--param", "place=11", "--store", address)
    for words in (("push", address), asked, ("unload", "hill-notes", address)):
        refused = run(*words, "--facts", other, "--lang", lang)
        assert refused.exit_code == FAULTS and iri in refused.stderr, refused.output
        assert len(refused.stderr.strip().splitlines()) == 1
    assert "already" in run("push", address, "--facts", small_folder, "--lang", "en").stdout


@pytest.mark.parametrize(("lang", "words"), [("zh", "别的数据集：elsewhere"), ("en", "also holds")])
def test_run_says_how_to_keep_to_one_dataset(address, small_folder, tmp_path, lang, words):
    other = with_iri(small_folder, tmp_path / "other", "https://example.org/elsewhere/")
    store = ("--store", address, "--facts", small_folder, "--lang", lang)
    missing = run("ask", "widely_taken_up", "--param", "at_least=1", *store)
    assert missing.exit_code == FAULTS and "push" in missing.stderr
    run("push", address, "--facts", small_folder)
    assert run("run", ALL_PLACES, *store).stderr == ""
    run("push", address, "--facts", other)
    mixed = run("run", ALL_PLACES, *store)
    assert words in mixed.stderr and "{dataset: $dataset}" in mixed.stderr
    scoped = run("run", ALL_PLACES.replace("n:Place", "n:Place {dataset: $dataset}"), *store)
    assert scoped.stderr == ""
    rows, all_rows = scoped.stdout.splitlines(), mixed.stdout.splitlines()
    assert set(rows) == set(all_rows) and len(rows) < len(all_rows)


def test_analysts_can_ask_since_when_each_statement_is_known(address, tmp_path):
    """By a property, with the same answer from the server and from the engine of our own."""
    folder = released_facts(tmp_path / "facts")
    assert run("push", address, "--facts", folder).exit_code == 0
    day = DAYS["1.0"]
    query = (
        f"MATCH (s:Statement {{kind: 'LearnedFrom'}}) WHERE date(s.known_since) <= date('{day}') "
        "MATCH (s)-[i:IN]->() WHERE i.known_since = s.known_since RETURN count(s) AS n"
    )
    edges = f"MATCH ()-[r:LEARNED_FROM]->() WHERE r.known_since <= '{day}' RETURN count(r)"
    for store in (address, "embedded"):
        asked = [
            run("run", text, "--store", store, "--facts", folder, "--format", "csv").stdout
            for text in (query, edges)
        ]
        assert [answer.split()[1] for answer in asked] == ["7", "4"], store
    pushed = run("push", address, "--facts", folder, "--as-of", "1.0", "--lang", "en")
    assert "as of release 1.0 of 2026-03-01" in pushed.stderr
    release = "MATCH (r:LearnedFromRelease) RETURN r.version AS version"
    assert "1.0" in run("run", release, "--store", address, "--facts", folder).stdout
