"""new: it asks what no option says, refuses what cannot be, and the folder it makes checks."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli import app
from loaders.facts.facts_folder import read_facts
from ontology.schema.kinds import Place

# one answer a question: titles, languages, code lists, start, its English name, its level
ANSWERS = ["试验", "Trial", "", "", "350400", "Sanming", "prefecture"]


def run(folder: Path, *options: str, answers: list[str] | None = None):
    words = ["new", str(folder), "--lang", "en", *options]
    return CliRunner().invoke(app, words, input="".join(f"{line}\n" for line in answers or []))


def test_answers_make_a_folder_that_checks(tmp_path: Path):
    result = run(tmp_path / "mine", answers=ANSWERS)
    assert result.exit_code == 0, result.output
    facts = read_facts(tmp_path / "mine")
    (start,) = facts.things_of(Place)
    assert (start.code, start.name_zh, start.name_en) == ("350400", "三明市", "Sanming")
    assert start.code_system == "GB/T 2260"
    assert CliRunner().invoke(app, ["check", str(tmp_path / "mine")]).exit_code == 0


OPTIONS = ["--title-zh", "试", "--title-en", "T", "--languages", "en", "--code-lists", "-"]


def test_options_leave_nothing_to_ask(tmp_path: Path):
    start = ["--start", "wales", "--start-en", "Wales", "--start-level", "region"]
    assert run(tmp_path / "mine", *OPTIONS, *start).exit_code == 0
    (place,) = read_facts(tmp_path / "mine").things_of(Place)
    assert (place.code, place.name_en, place.code_system) == ("wales", "Wales", None)


@pytest.mark.parametrize("name", ["my reform", "我的改革", "it's 100% mine"])
def test_a_folder_may_have_any_name(tmp_path: Path, name: str):
    result = run(tmp_path / name, *OPTIONS, "--start", "-")
    assert result.exit_code == 0, result.output
    assert read_facts(tmp_path / name).dataset.base_iri.isascii()
    typed = result.output.partition("python cli.py ")[2].partition(";")[0]
    assert shlex.split(typed) == ["check", str(tmp_path / name)]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--start", "-", "--languages", "fr"], "both, zh, en"),
        (["--start", "-", "--code-lists", "FIPS"], "GB/T 2260"),
        (["--start", "x", "--start-en", "X", "--start-level", "planet"], "prefecture"),
        (["--start", "-", "--base-iri", "here"], "base_iri"),
        (["--start", "-", "--example", "nowhere"], "nowhere"),
    ],
)
def test_a_wrong_answer_is_told_with_the_right_ones(tmp_path: Path, options, told):
    result = run(tmp_path / "mine", *OPTIONS, *options)
    assert result.exit_code in (1, 2)
    assert told in result.output
    assert not (tmp_path / "mine").exists()


def test_the_command_works_outside_the_project_and_says_what_lacks(tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run(Path("mine"), *OPTIONS, "--start", "-").exit_code == 0
    assert read_facts(tmp_path / "mine").dataset.title_en == "T"
    refused = run(Path("other"), *OPTIONS, "--start", "-", "--example", "none")
    assert "--example" in refused.output


def test_a_folder_with_content_is_not_touched(tmp_path: Path):
    (tmp_path / "note").write_text("mine", encoding="utf-8")
    assert run(tmp_path, *OPTIONS, "--start", "-").exit_code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["note"]
