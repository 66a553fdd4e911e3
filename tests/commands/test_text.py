"""The command text: what it writes, prints and refuses."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from cli import app
from drafting.drafts.draft_file import read_drafts
from loaders.facts.facts_folder import read_facts
from tests.drafting.sources.made_up_documents import page


@pytest.fixture
def run(small_folder: Path, tmp_path: Path):
    shutil.copytree(small_folder, tmp_path / "facts")
    (tmp_path / "page.html").write_bytes(page("gb2312").encode("gb18030"))

    def text(*words: object, lang: str = "en") -> Result:
        options = ["--facts", tmp_path / "facts", "--sources", tmp_path / "copies", "--lang", lang]
        return CliRunner().invoke(app, ["text", *map(str, [*words, *options])])

    return text


def test_a_page_becomes_a_copy_a_row_and_a_draft(run, tmp_path):
    result = run(tmp_path / "page.html", "--as", "east-lib", "--set", "name_en=Open late")
    assert result.exit_code == 0, result.output
    (row,) = csv.DictReader(result.stdout.splitlines())
    (draft,) = read_drafts(tmp_path / "facts" / "drafts" / "sources.jsonl")
    assert {key: cell for key, cell in row.items() if cell} == dict(draft.cells)
    assert (draft.kind, draft.source, draft.spans) == ("source", "east-lib", ())
    assert row["name_en"] == "Open late"
    assert (tmp_path / "copies" / row["file"]).is_file()
    assert "- 首页" in result.stderr
    assert "无有日报" in result.stderr and "name_en" not in result.stderr
    read_facts(tmp_path / "facts")  # drafts are no part of the facts
    again = run(tmp_path / "page.html", "--as", "east-lib", lang="zh")
    assert "已有内容相同的副本" in again.stderr
    assert len(read_drafts(tmp_path / "facts" / "drafts" / "sources.jsonl")) == 1


def test_faults_are_told_in_both_languages_and_nothing_is_written(run, tmp_path):
    words = [tmp_path / "page.html", "--as", "a b", "--set", "address=nowhere"]
    result, chinese = run(*words), run(*words, lang="zh")
    assert (result.exit_code, chinese.exit_code) == (1, 1)
    assert len(result.stderr.splitlines()) == len(chinese.stderr.splitlines()) == 2
    assert "address: " in result.stderr and "不是网址" in chinese.stderr
    assert not (tmp_path / "copies").exists()
    assert not (tmp_path / "facts" / "drafts").exists()


def test_the_option_that_helps_is_told_once(run, tmp_path):
    for number, words in enumerate(("虚构的�文本�。", "另一篇虚构的文本。")):
        (tmp_path / f"{number}.txt").write_text(words, encoding="utf-8")
    result = run(tmp_path / "0.txt", "--as", "made-up")
    assert result.exit_code == 1 and result.stderr.count("--allow-damage") == 1
    assert run(tmp_path / "0.txt", "--as", "made-up", "--allow-damage").exit_code == 0
    assert run(tmp_path / "1.txt", "--as", "made-up").stderr.count("--replace") == 1
    assert run(tmp_path / "1.txt", "--as", "made-up", "--replace").exit_code == 0


def test_a_code_too_long_for_a_file_is_told(run, tmp_path):
    result = run(tmp_path / "page.html", "--as", "x" * 300)
    assert result.exit_code == 1 and "at most 80 characters" in result.stderr
    assert not (tmp_path / "copies").exists()


@pytest.mark.parametrize("cell", ["sha256=0", "kind=official", "official"])
def test_only_what_is_not_counted_can_be_set(run, tmp_path, cell):
    result = run(tmp_path / "page.html", "--as", "east-lib", "--set", cell)
    assert result.exit_code == 2
    assert cell.partition("=")[0] in result.stderr and "publisher" in result.stderr


def test_a_file_that_is_not_there(run, tmp_path):
    result = run(tmp_path / "no.html", "--as", "east-lib")
    assert result.exit_code == 2
    assert "no.html" in result.stderr


def test_a_broken_file_of_drafts_is_told(run, tmp_path):
    path = tmp_path / "facts" / "drafts" / "sources.jsonl"
    path.parent.mkdir()
    path.write_text("{\n", encoding="utf-8")
    result = run(tmp_path / "page.html", "--as", "east-lib")
    assert result.exit_code == 1
    assert "sources.jsonl" in result.stderr
    assert path.read_text(encoding="utf-8") == "{\n"
