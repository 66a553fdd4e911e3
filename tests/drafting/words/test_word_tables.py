"""The tables of words: each lies in one folder, and each is used."""

from __future__ import annotations

import re
from pathlib import Path

from drafting.words.word_tables import FOLDER, word_table

NAMES = sorted(path.stem for path in FOLDER.rglob("*.csv"))


def test_each_table_has_a_name_of_its_own_and_rows():
    assert len(NAMES) == len(set(NAMES))
    assert [name for name in NAMES if not word_table(name)] == []


def test_each_table_is_used(root: Path):
    """By its name, or by the end of its name: f"organisation_{sort}"."""
    code = "".join(path.read_text(encoding="utf-8") for path in (root / "drafting").rglob("*.py"))
    names = set(re.findall(r"\w+", code))
    assert [name for name in NAMES if not {name, name.removeprefix("organisation_")} & names] == []
