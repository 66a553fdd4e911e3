"""The app reads its facts anew whenever a file that they are read from has changed."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from app_pages.state.facts_cache import graph_key, stamp_of
from settings import FACTS


@pytest.fixture
def folder(small_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small facts as the app's folder, that may be changed."""
    copy = Path(shutil.copytree(small_folder, tmp_path / "facts"))
    monkeypatch.setenv(FACTS, str(copy))
    return copy


@pytest.fixture
def app(root: Path, folder: Path) -> AppTest:
    test = AppTest.from_file(str(root / "app.py"), default_timeout=60)
    test.query_params["lang"] = "en"
    return test.run()


def count(app: AppTest, label: str) -> int:
    return next(int(metric.value) for metric in app.metric if metric.label == label)


def test_a_graph_has_no_key_once_its_files_have_changed(folder):
    stamp = stamp_of(str(folder), "")
    assert graph_key(str(folder), stamp) == graph_key(str(folder), stamp) != ""
    (folder / "borders.csv").unlink()
    assert graph_key(str(folder), stamp) == ""


def test_a_deleted_table_is_noticed(app, folder):
    before = count(app, "Statements")
    rows = len((folder / "borders.csv").read_text(encoding="utf-8").splitlines()) - 1
    (folder / "borders.csv").unlink()
    assert count(app.run(), "Statements") == before - rows


def test_an_edited_code_list_is_noticed(app, folder):
    assert not app.error
    codes = folder / "codes" / "register.csv"
    rows = codes.read_text(encoding="utf-8").splitlines()
    left = [row for row in rows if not row.startswith("12,")]
    codes.write_text("\n".join(left) + "\n", encoding="utf-8")
    app.run()
    assert app.error and "place.csv" in app.code[0].value
    codes.write_text("\n".join(rows) + "\n", encoding="utf-8")
    assert not app.run().error


def test_an_older_file_in_place_of_a_table_is_noticed(app, folder):
    before = count(app, "Statements")
    table = folder / "borders.csv"
    head = table.read_text(encoding="utf-8").splitlines()[0]
    table.write_text(head + "\n", encoding="utf-8")
    os.utime(table, (1, 1))
    assert count(app.run(), "Statements") < before
