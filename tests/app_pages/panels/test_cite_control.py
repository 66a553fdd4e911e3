"""The control that cites what stands on a page, opened as a reader opens it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from app_pages.panels.cite_control import FORM_NAMES, MIMES
from exports.citations.forms import SUFFIXES, CitationForm
from settings import SOURCES
from tests.app_pages.page_run import run_page

LESSON = "12-LEARNED_FROM-11"
PLACES = [
    ("explore", "explore_picture", {"thing": "12"}),
    ("explore", "explore", {"thing": "11", "pick": LESSON}),
    ("explore", "told_learned_from_teacher", {"thing": "11", "view": "told"}),
    ("spread", "spread_picture", {}),
    ("compare", "comparison", {"places": "11~12"}),
    ("analyse", "measure", {}),
    ("ask", "all_who_learned_from", {"store": "rdf"}),
    ("sources", "one_source", {"source": "east-gazette"}),
    ("sources", "dataset", {}),
]


def page_with_citation(
    root: Path, page: str, key: str, language: str = "en", **address: str
) -> AppTest:
    """A page on which a citation has been opened."""
    test = run_page(root, page, language, **address)
    assert not test.exception
    before = len(test.code)
    test.session_state[f"cite_{key}"] = True
    test.run()
    assert not test.exception and len(test.code) == before + 1
    return test


def text(test: AppTest) -> str:
    return next(code.value for code in test.code if code.value.startswith(("[1]", "@", "[", "TY")))


@pytest.mark.parametrize(("page", "key", "address"), PLACES)
def test_every_control_has_a_citation_of_what_stands_beside_it(root, page, key, address):
    entry = text(page_with_citation(root, page, key, **address))
    assert entry.startswith("[1] ")
    if key in ("explore_picture", "spread_picture", "comparison"):
        assert "[Z/OL]" in entry and "How Nowhere's reading reforms spread" in entry
    if key == "explore_picture":
        assert "Birch" in entry and "thing=12" in entry
    if key == "measure":
        assert "measure=adoption_curve" in entry
    if key == "comparison":
        assert "places=11~12" in entry
    if key == "one_source":
        assert "SCRIBE R, CLERK T. East Gazette" in entry
    if key in ("explore", "told_learned_from_teacher", "all_who_learned_from"):
        assert "learned_from-" in entry


def test_the_reader_chooses_the_form_and_it_holds_for_the_next_control(root):
    test = page_with_citation(root, "sources", "one_source", source="east-gazette")
    for form in CitationForm:
        test.segmented_control(key="cite_form_one_source").set_value(form).run()
        assert not test.exception
        labels = [button.proto.label for button in test.get("download_button")]
        assert f"Download .{SUFFIXES[form]}" in labels
        if form is CitationForm.CSL_JSON:
            assert json.loads(text(test))[0]["title"] == "East Gazette"
    test.segmented_control(key="cite_form_one_source").set_value(CitationForm.BIBTEX).run()
    test.session_state["cite_dataset"] = True
    test.run()
    assert test.segmented_control(key="cite_form_dataset").value is CitationForm.BIBTEX


def test_passages_are_quoted_only_if_the_reader_has_copies_and_asks(
    root, small_folder, monkeypatch
):
    key, address = "explore", {"thing": "11", "pick": LESSON}
    without = page_with_citation(root, "explore", key, "zh", **address)
    assert [toggle for toggle in without.toggle if "原文" in toggle.label] == []
    monkeypatch.setenv(SOURCES, str(small_folder / "texts"))
    test = page_with_citation(root, "explore", key, "zh", **address)
    plain = text(test)
    test.toggle(key=f"cite_passages_{key}").set_value(True).run()
    assert not test.exception
    quoted = text(test)
    assert len(quoted) > len(plain) and "“" in quoted.replace(plain, "")


def test_every_form_has_its_name_and_every_file_its_kind():
    assert set(FORM_NAMES) == set(CitationForm) and set(MIMES) == set(SUFFIXES.values())
