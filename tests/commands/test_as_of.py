"""Every command that asks can ask as of a release."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import pandas
import pyoxigraph as ox
import pytest
from typer.testing import CliRunner, Result

from cli import app
from tests.releases import DAYS, released_facts

USAGE = 2
AS_OF_SENTENCES = {
    "en": "as of release 1.0 of 2026-03-01",
    "zh": "以 1.0 版发布（2026-03-01）时所知为准",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return released_facts(tmp_path_factory.mktemp("as_of") / "facts")


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_question_about_two_days_has_an_answer_on_both_clocks(folder, lang):
    """What was dated in 2001: by the release, the lesson was of 2000; today it is of 2001."""
    ask = ["ask", "what_changed_between", "--param", "since=2001-01-01", "--param"]
    ask += ["until=2001-12-31", "--store", "rdf", "--facts", folder, "--format", "json"]
    then, now = run(*ask, "--as-of", "1.0", "--lang", lang), run(*ask, "--lang", lang)
    assert AS_OF_SENTENCES[lang] in then.stderr and AS_OF_SENTENCES[lang] not in now.stderr
    lessons = [
        sum(row["relation"] == "LEARNED_FROM" and len(row["statements"]) for row in rows)
        for rows in (json.loads(then.stdout), json.loads(now.stdout))
    ]
    assert lessons == [1, 2]
    releases = [{row.get("release") for row in json.loads(text.stdout)} for text in (then, now)]
    assert releases == [{"1.0"}, {None}]


@pytest.mark.parametrize(
    ("since", "until", "lessons"),
    [
        ("1.0", "1.1", ["22 21"]),
        ("1.1", "2026-12-31", []),
        ("2026-03-01", "1.0", ["12 11", "21 12"]),
    ],
)
def test_what_was_learned_between_two_releases_is_asked_by_the_other_clock(
    folder, since, until, lessons
):
    """What 22 learned in 2005 is news of release 1.1; the corrected lesson of 12 is none."""
    ask = ("ask", "what_changed_between", "--store", "rdf", "--facts", folder, "--format", "json")
    days = ("--param", f"since={since}", "--param", f"until={until}", "--param", "clock=release")
    rows = json.loads(run(*ask, *days).stdout)
    told = {f"{r['subject']} {r['object']}" for r in rows if r["relation"] == "LEARNED_FROM"}
    assert sorted(told) == lessons
    assert {row["known_since"] for row in rows} <= set(DAYS.values())


def test_a_folder_without_releases_has_one_clock(small_folder):
    ask = ("ask", "what_changed_between", "--param", "since=2001", "--param", "until=2002")
    refused = run(*ask, "--param", "clock=release", "--facts", small_folder, "--lang", "en")
    assert refused.exit_code == USAGE and "clock: release → date" in refused.stderr
    refused = run(*ask[:4], "--param", "until=1.1", "--facts", small_folder, "--lang", "en")
    assert refused.exit_code == USAGE and "until: 1.1 → 2020" in refused.stderr


@pytest.mark.parametrize(
    ("format", "named"), [("csv", ",release\n"), ("markdown", "As of release 1.0 of 2026-03-01.")]
)
def test_an_answer_names_the_release_that_it_was_asked_of(folder, format, named):
    ask = ("ask", "pioneers", "--store", "rdf", "--facts", folder, "--format", format)
    then, now = run(*ask, "--as-of", "1.0", "--lang", "en"), run(*ask, "--lang", "en")
    assert named in then.stdout and named not in now.stdout


def test_a_measure_names_dataset_and_release_in_its_output(folder):
    analyse = ("analyse", "sources", "--facts", folder, "--lang", "en")
    then = {form: run(*analyse, "--as-of", "1.0", "--format", form) for form in ("csv", "json")}
    table = pandas.read_csv(io.StringIO(then["csv"].stdout), dtype=str)
    assert list(table.columns)[-1] == "release" and set(table["release"]) == {"1.0"}
    whole = json.loads(then["json"].stdout)
    assert whole["dataset"]["iri"] == "https://example.org/nowhere/"
    assert whole["release"] == {"version": "1.0", "date": "2026-03-01"}
    told = run(*analyse, "--as-of", "1.0", "--format", "markdown").stdout
    assert told.startswith("As of release 1.0 of 2026-03-01.\n\n|")
    assert "release" not in run(*analyse, "--format", "csv").stdout.splitlines()[0]
    assert json.loads(run(*analyse, "--format", "json").stdout)["release"] is None


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", 'there is no release "9". There are: 1.0, 1.1'),
        ("zh", "没有版本为“9”的发布。现有：1.0, 1.1"),
    ],
)
@pytest.mark.parametrize(
    "words",
    [
        ("ask", "pioneers"),
        ("run", "RETURN 1"),
        ("export",),
        ("analyse", "sources"),
        ("push", "bolt://localhost:1"),
        ("talk",),
    ],
    ids=lambda words: words[0],
)
def test_an_unknown_release_is_one_sentence_that_names_those_there_are(folder, words, lang, told):
    refused = run(*words, "--facts", folder, "--as-of", "9", "--lang", lang)
    assert (refused.exit_code, refused.stderr.strip()) == (USAGE, told)


def test_a_folder_without_releases_says_so(small_folder):
    refused = run("ask", "pioneers", "--facts", small_folder, "--as-of", "9", "--lang", "en")
    assert refused.exit_code == USAGE and "has no releases yet" in refused.stderr


def export_files(folder: Path, to: Path, *words: str) -> dict[str, bytes]:
    assert run("export", "--facts", folder, "--to", to, *words).exit_code == 0
    return {path.name: path.read_bytes() for path in to.iterdir() if path.is_file()}


def test_exports_name_their_releases_and_since_when_statements_are_known(folder, tmp_path):
    files = export_files(folder, tmp_path / "then", "--as-of", "1.1")
    quads = list(ox.parse(files["graph.nq"], format=ox.RdfFormat.N_QUADS))
    base = "https://example.org/nowhere/"
    told = {
        (q.subject.value.removeprefix(base), q.predicate.value.rpartition("/")[2], q.object.value)
        for q in quads
        if q.graph_name.value == base + "graph/releases"
    }
    assert {
        ("", "dcat#hasVersion", base + "Release/1.0"),
        ("", "dcat#hasCurrentVersion", base + "Release/1.1"),
        ("Release/1.1", "dcat#version", "1.1"),
        ("Release/1.1", "issued", "2026-06-01"),
        ("Release/1.1", "dcat#previousVersion", base + "Release/1.0"),
    } <= told
    assert {day for _, what, day in told if what == "available"} == {"2026-03-01", "2026-06-01"}
    for name in ("graph.graphml", "graph.gexf", "nodes.csv", "edges.csv"):
        assert b"known_since" in files[name], name


def test_without_releases_the_exports_are_the_same_byte_for_byte(folder, small_folder, tmp_path):
    shutil.copytree(folder, tmp_path / "facts", ignore=shutil.ignore_patterns("releases"))
    shutil.copytree(small_folder, tmp_path / "small")
    for name in ("place.csv", "borders.csv"):
        shutil.copy(folder / name, tmp_path / "small" / name)
    files = export_files(tmp_path / "facts", tmp_path / "first")
    assert files == export_files(tmp_path / "small", tmp_path / "second")
    assert not any(b"known_since" in content or b"dcat" in content for content in files.values())
