"""fits: what it prints and how it exits."""

from __future__ import annotations

import csv
import io
import json
import shutil

from typer.testing import CliRunner, Result

from cli import app
from drafting.lint.finding import FindingCode


def run(*words: object) -> Result:
    return CliRunner().invoke(app, ["fits", *map(str, words)])


def test_findings_are_rows_in_every_format_and_fail(small_folder):
    sources = ("--sources", small_folder / "texts")
    result = run(small_folder, *sources, "--format", "csv", "--lang", "en")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert result.exit_code == 1
    assert {row["code"] for row in rows} <= set(FindingCode)
    as_json = json.loads(run(small_folder, *sources, "--format", "json", "--lang", "en").stdout)
    assert [row["statement"] for row in as_json] == [row["statement"] for row in rows]
    assert "51 statements checked" in result.stderr


def test_missing_copies_are_told_and_no_success(small_folder, tmp_path):
    result = run(small_folder, "--sources", tmp_path, "--lang", "zh")
    assert result.exit_code == 1
    assert "没有 north-daily 的副本" in result.stderr


def test_a_wrong_judgement_is_told(small_folder, tmp_path):
    folder = tmp_path / "facts"
    shutil.copytree(small_folder, folder)
    (folder / "fits.toml").write_text("judged = 3", encoding="utf-8")
    result = run(folder, "--sources", folder / "texts", "--lang", "en")
    assert result.exit_code == 1
    assert "fits.toml" in result.stderr
