"""The command draft: what it writes, what it keeps, and what it refuses."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from cli import app
from drafting.drafts.draft_file import read_drafts, write_drafts


def draft(*words: object) -> Result:
    return CliRunner().invoke(app, ["draft", "--lang", "en", *map(str, words)])


@pytest.fixture
def folder(small_folder: Path, tmp_path: Path) -> Path:
    shutil.copytree(small_folder, tmp_path / "facts")
    return tmp_path / "facts"


def test_drafts_of_a_source_are_written_and_counted(folder):
    result = draft("north-daily", "--facts", folder, "--sources", folder / "texts")
    assert result.exit_code == 0, result.output
    drafts = read_drafts(folder / "drafts" / "north-daily.jsonl")
    assert {item.source for item in drafts} == {"north-daily"}
    assert f"{len(drafts)} draft" in result.stderr
    assert "measurement\t" in result.stdout


def test_of_a_text_that_is_not_in_chinese_it_is_told_that_rules_draft_little(folder):
    words = ["north-daily", "--facts", folder, "--sources", folder / "texts"]
    assert "not in Chinese" not in draft(*words).stderr
    text = "The kite county of this test is made up. In May 2021 it opened no kite school.\n"
    (folder / "texts" / "north-daily.txt").write_text(text * 4, encoding="utf-8")
    result = draft(*words)
    assert result.exit_code == 0, result.output
    assert "this text is not in Chinese" in result.stderr


def test_decided_drafts_and_those_of_other_drafters_stay(folder):
    words = ["north-daily", "--facts", folder, "--sources", folder / "texts"]
    draft(*words)
    path = folder / "drafts" / "north-daily.jsonl"
    first, second, *_ = read_drafts(path)
    of_model = replace(first, drafted_by="model m", cells=(("subject", "A"),))
    decided = replace(second, cells=(("subject", "B"),))
    old = replace(second, drafted_by="rules 0", cells=(("subject", "C"),))
    write_drafts(path, [of_model, decided, old])
    decision = json.dumps({"draft": decided.id, "action": "rejected"})
    (folder / "drafts" / "decisions.jsonl").write_text(decision + '\n{"draft": "tor')
    draft(*words)
    ids = {item.id for item in read_drafts(path)}
    assert {of_model.id, decided.id, first.id, second.id} <= ids
    assert old.id not in ids


def test_the_score_needs_copies(folder, tmp_path):
    result = draft("--score", "--facts", folder, "--sources", folder / "texts")
    assert result.stdout.startswith("kind\trows\tdrafts")
    assert "wrong_admitted" not in result.stdout
    (tmp_path / "empty").mkdir()
    assert draft("--score", "--facts", folder, "--sources", tmp_path / "empty").exit_code == 1


def cells(result: Result, name: str) -> list[str]:
    lines = (line.split("\t") for line in result.stdout.splitlines())
    return next(line[1:] for line in lines if line[0] == name)


def test_the_score_with_other_facts_and_the_figures_of_the_gate(folder, root):
    """Facts that know none of these places name fewer of them by their code."""
    words = ["--score", "--facts", folder, "--sources", folder / "texts"]
    own, other = draft(*words), draft(*words, "--known", root / "facts", "--gate")
    assert cells(other, "all")[0] == cells(own, "all")[0]
    assert cells(other, "places")[0].startswith("0/")
    assert not cells(own, "places")[0].startswith("0/")
    right, wrong = (float(cells(other, f"{name}_admitted")[0]) for name in ("right", "wrong"))
    assert wrong <= 0.05 < 0.5 < right <= 1


@pytest.mark.parametrize(
    ("words", "told"), [(["nowhere"], 'no source "nowhere"'), ([], "name a source")]
)
def test_what_cannot_be_drafted_is_told(folder, words, told):
    result = draft(*words, "--facts", folder, "--sources", folder / "texts")
    assert result.exit_code == 2
    assert told in result.stderr


def test_a_file_that_holds_no_drafts_is_left_as_it_is(folder):
    path = folder / "drafts" / "north-daily.jsonl"
    path.parent.mkdir()
    path.write_text("no draft\n")
    result = draft("north-daily", "--facts", folder, "--sources", folder / "texts")
    assert (result.exit_code, path.read_text()) == (1, "no draft\n")


def test_a_file_with_lines_that_are_no_drafts_is_told_in_the_readers_language(folder):
    (folder / "drafts").mkdir()
    (folder / "drafts" / "north-daily.jsonl").write_text('x\n{"id": "y"}\n', encoding="utf-8")
    words = ["north-daily", "--facts", folder, "--sources", folder / "texts", "--lang", "zh"]
    result = draft(*words)
    assert result.exit_code == 1
    assert result.stderr == (
        "north-daily.jsonl 里有的行不是草稿：第 1 行不是草稿；第 2 行不是草稿\n"
    )
