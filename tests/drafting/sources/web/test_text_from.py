"""The verb text with --from: one page, kept as fetched beside its text."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from cli import app


@pytest.fixture
def run(small_folder: Path, tmp_path: Path):
    shutil.copytree(small_folder, tmp_path / "facts")
    (tmp_path / "copies").mkdir()
    options = ["--facts", tmp_path / "facts", "--sources", tmp_path / "copies", "--lang", "en"]

    def text(*words: object) -> Result:
        line = [str(word) for word in ("text", "--as", "east-lib", *words, *options)]
        return CliRunner().invoke(app, line)

    return text


def test_the_page_and_a_record_stand_beside_the_text(run, web, tmp_path, monkeypatch):
    monkeypatch.setattr("commands.drafting.text.ADDRESS_FILTER", web.address_filter)
    result = run("--from", web.address("a"))
    assert result.exit_code == 0, result.output
    (row,) = csv.DictReader(result.stdout.splitlines())
    record = json.loads((tmp_path / "copies" / "east-lib.fetched.json").read_bytes())
    assert row["address"] == record["address"] == web.address("a")
    assert record["fetched"].startswith(row["retrieved"])
    assert (tmp_path / "copies" / record["file"]).stat().st_size == record["length"]
    files = {path.name: path.read_bytes() for path in (tmp_path / "copies").iterdir()}
    assert run("--from", web.address("a")).exit_code == 0
    assert {path.name: path.read_bytes() for path in (tmp_path / "copies").iterdir()} == files


def test_no_option_and_no_variable_lets_a_user_ask_this_machine(run, web, tmp_path, monkeypatch):
    for name in (
        "ADDRESS_FILTER",
        "LEARNED_FROM_ADDRESS_FILTER",
        "HTTP_PROXY",
        "http_proxy",
        "ALL_PROXY",
    ):
        monkeypatch.setenv(name, web.address(""))
    result = run("--from", f"http://127.0.0.1:{web.port}/a")
    assert result.exit_code == 1
    assert "127.0.0.1" in result.stderr
    assert list((tmp_path / "copies").iterdir()) == []


def test_a_file_or_an_address_and_not_both(run, tmp_path):
    (tmp_path / "a.txt").write_text("text", encoding="utf-8")
    for words in (
        [],
        [tmp_path / "a.txt", "--from", "https://news.example/"],
    ):
        result = run(*words)
        assert result.exit_code == 2
        assert "--from" in result.stderr
