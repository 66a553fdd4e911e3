"""A difference between two releases, read without knowledge of what was edited."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from cli import app
from exports.changes.change_rows import Sides, change_rows
from graph.changes.changes import changes
from loaders.releases.released_facts import read_state
from tests.releases import archive, edit, released_facts, without_line

FAULTS, USAGE = 1, 2


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return released_facts(tmp_path_factory.mktemp("diff") / "facts")


def diff(*words: object) -> Result:
    return CliRunner().invoke(app, ["diff", *map(str, words)])


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        (
            "en",
            [
                "# Changes from 1.0 (2026-03-01) to 1.1 (2026-06-01)",
                "Statements: 1 changed; Statements: 1 added.",
                "Dogwood learned from Cedar",
                "When: 2000 → 2001",
            ],
        ),
        (
            "zh",
            [
                "# 从 1.0 (2026-03-01) 到 1.1 (2026-06-01) 的变化",
                "陈述：更正 1；陈述：新增 1。",
                "丁城市 学自 丙城市",
                "时间：2000年 → 2001年",
            ],
        ),
    ],
)
def test_two_releases_are_compared_in_words(folder, lang, lines):
    old, new = sorted((folder / "releases").iterdir())
    told = diff(old, new, "--lang", lang)
    assert told.exit_code == 0
    assert all(line in told.stdout for line in lines), told.stdout


def test_the_forms_say_the_same(folder):
    old = folder / "releases" / "nowhere-1.0.zip"
    content = json.loads(diff(old, folder, "--format", "json", "--lang", "en").stdout)
    assert content["old"] == "1.0 (2026-03-01)" and content["new"] == "facts"
    fields = {
        (entry["what"], name): (field["old"], field["new"])
        for entry in content["changes"]
        for name, field in entry["fields"].items()
    }
    assert fields == {
        ("Birch learned from New Alder", "when"): ("2000", "2001"),
        ("Cedar borders Dogwood", "accepted"): ("2026-01-02", "2026-07-01"),
        ("New Alder", "name_en"): ("Alder", "New Alder"),
    }
    table = diff(old, folder, "--format", "csv", "--lang", "en").stdout
    rows = list(csv.DictReader(io.StringIO(table)))
    assert {(row["Change"], row["What"]) for row in rows} == {
        (entry["change"], entry["what"]) for entry in content["changes"]
    }


def test_every_sort_of_change_is_told_in_both_languages(folder, tmp_path):
    """Merged places, code lists, settings, a moved spot, and a link that is not to be added."""
    copy = released_facts(tmp_path / "facts")
    edit(copy, "dataset.toml", lambda text: text.replace("CC0-1.0", "CC-BY-4.0"))
    edit(copy, "codes/register.csv", lambda text: text.replace("戊县", "戊区"))
    edit(copy, "place.csv", lambda text: text.replace("戊县", "戊区"))
    edit(copy, "non_link.csv", lambda text: text.splitlines(keepends=True)[0])
    for table in ("cooperation.csv", "measurement.csv", "within.csv"):
        edit(copy, table, lambda text: text.replace("dogwood-library", "birch-library"))
    edit(copy, "organisation.csv", lambda text: without_line(text, "dogwood-library"))
    edit(copy, "borders.csv", lambda text: text.replace(",405,414,", ",404,414,"))
    sides = [Sides(read_state(folder), read_state(copy), language) for language in ("en", "zh")]
    told = [change_rows(side, changes(side.old, side.new)) for side in sides]
    keys = [[(row.group, row.change, row.kind, row.old, row.new) for row in rows] for rows in told]
    assert keys[0] == keys[1]
    assert {(group, change) for group, change, *_ in keys[0]} >= {
        ("settings", "changed"),
        ("identities", "merged"),
        ("things", "withdrawn"),
        ("things", "changed"),
        ("statements", "changed"),
        ("statements", "moved"),
        ("code_lists", "changed"),
        ("non_links", "withdrawn"),
    }
    merged = next(row for row in told[0] if row.change == "merged")
    assert (merged.old, merged.new) == ("dogwood-library", "birch-library")
    assert "was merged into" in merged.subject


def test_no_difference_is_said(folder):
    assert "The two do not differ." in diff(folder, folder, "--lang", "en").stdout


def test_what_cannot_be_read_is_told_in_a_sentence(folder, tmp_path):
    missing = diff(folder, tmp_path / "nothing", "--lang", "en")
    assert missing.exit_code == USAGE and "there is no folder" in missing.stderr
    bad = tmp_path / "bad.zip"
    bad.write_bytes(b"PK")
    damaged = diff(bad, folder, "--lang", "zh")
    assert damaged.exit_code == FAULTS and "不是可以读出的 ZIP" in damaged.stderr
    path = archive(tmp_path / "none", tmp_path, "1", "2026-01-01")
    assert diff(path, folder, "--lang", "en").exit_code == FAULTS
