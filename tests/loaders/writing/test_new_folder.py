"""A new facts folder: it passes the checks, its pages open, and nothing half-made stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from loaders.facts.facts_folder import file_name, read_facts
from loaders.tables.faults import BadFacts
from loaders.writing.new_folder import (
    FolderExists,
    FolderSettings,
    StartPlace,
    UnknownCodeList,
    write_new_folder,
)
from ontology.schema.kinds import Indicator, Mechanism, Place, Unit
from settings import FACTS

SETTINGS = FolderSettings("试验", "Trial", "https://example.org/trial/", "CC-BY-4.0")
START = StartPlace("350400", "prefecture", "三明市", "Sanming", "GB/T 2260")
LISTED_SETTINGS = FolderSettings(
    "试验",
    "Trial",
    "https://example.org/trial/",
    "CC-BY-4.0",
    code_lists=("GB/T 2260",),
    start=START,
)


def test_a_new_folder_has_its_start_and_the_vocabularies(root: Path, tmp_path: Path):
    write_new_folder(tmp_path / "mine", LISTED_SETTINGS, root / "facts")
    facts, example = read_facts(tmp_path / "mine"), read_facts(root / "facts")
    assert [place.name_en for place in facts.things_of(Place)] == ["Sanming"]
    for kind in (Mechanism, Indicator, Unit):
        assert facts.things_of(kind) == example.things_of(kind)
    assert not facts.statements
    assert facts.dataset.start == "350400"
    assert facts.dataset.code_lists.keys() == {"GB/T 2260"}
    assert facts.dataset.outlines is not None


def test_without_code_list_and_taxonomy_it_has_neither(root: Path, tmp_path: Path):
    bare = FolderSettings("试", "T", "https://example.org/t/", "CC0-1.0", taxonomy=False)
    write_new_folder(tmp_path / "bare", bare, root / "facts")
    facts = read_facts(tmp_path / "bare")
    assert not facts.things_of(Mechanism)
    assert not facts.dataset.code_lists
    assert facts.dataset.outlines is None
    header = (tmp_path / "bare" / file_name(Mechanism)).read_text(encoding="utf-8")
    assert header.startswith("code,name_zh,name_en")


def test_a_folder_with_content_is_left_alone(root: Path, tmp_path: Path):
    (tmp_path / "note.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(FolderExists):
        write_new_folder(tmp_path, SETTINGS, root / "facts")
    assert [path.name for path in tmp_path.iterdir()] == ["note.txt"]


def test_an_empty_folder_is_filled(root: Path, tmp_path: Path):
    (tmp_path / "empty").mkdir()
    write_new_folder(tmp_path / "empty", SETTINGS, root / "facts")
    read_facts(tmp_path / "empty")


@pytest.mark.parametrize(
    ("settings", "error"),
    [
        (FolderSettings("试", "T", "no IRI", "CC0-1.0"), BadFacts),
        (FolderSettings("试", "T", "https://e.org/t/", "c", code_lists=("X",)), UnknownCodeList),
    ],
)
def test_wrong_answers_leave_nothing(root: Path, tmp_path: Path, settings, error):
    with pytest.raises(error):
        write_new_folder(tmp_path / "mine", settings, root / "facts")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "page", ["app", "spread", "explore", "compare", "talks", "ask", "analyse", "sources"]
)
def test_every_page_opens_on_a_new_folder(root, tmp_path, monkeypatch, page, language):
    write_new_folder(tmp_path / "mine", LISTED_SETTINGS, root / "facts")
    monkeypatch.setenv(FACTS, str(tmp_path / "mine"))
    script = root / "app.py" if page == "app" else root / "app_pages" / f"{page}.py"
    test = AppTest.from_file(str(script), default_timeout=180)
    test.query_params["lang"] = language
    test.run()
    assert not test.exception and not test.error
