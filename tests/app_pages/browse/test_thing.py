"""The page of a thing: opened by its address, in both languages; unknown codes are told."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from app_pages.state.page_links import thing_address, thing_link
from ontology.schema.kinds import Adoption
from tests.app_pages.page_run import run_page

LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])


def thing_page(root, language: str = "en", **parts: str) -> AppTest:
    test = run_page(root, "browse/thing", language, **parts)
    assert not test.exception
    return test


@LANGUAGES
@pytest.mark.parametrize("code", ["12", "lending", "hill-notes"])
def test_a_thing_has_a_page_of_its_own(root, small_facts, language, code):
    test = thing_page(root, language, code=code)
    assert test.title[0].value == small_facts.things[code].name(language)
    assert test.query_params["code"] in (code, [code])


@LANGUAGES
def test_an_unknown_code_is_told_in_one_sentence(root, language):
    test = thing_page(root, language, code="lendin")
    (told,) = [warning.value for warning in test.warning]
    assert "lendin" in told and "(thing?" in told and "code=lending" in told
    (told,) = [warning.value for warning in thing_page(root, language, code="0000").warning]
    assert "0000" in told and "(thing?" not in told


def test_without_a_code_the_page_says_how_to_choose(root):
    assert len(thing_page(root).info) == 1


def test_the_address_of_a_thing_has_its_code(small_facts):
    assert thing_address(small_facts, "12", "en") == "thing?lang=en&code=12"
    assert thing_link(small_facts, "12", "en").startswith('<a href="thing?lang=en&amp;code=12"')


@pytest.mark.parametrize(("language", "title"), [("zh", "谁采用它"), ("en", "Who adopted it")])
def test_a_mechanisms_page_lists_who_adopted_it(root, small_facts, language, title):
    adoption = small_facts.statements_of(Adoption)[0]
    test = thing_page(root, language, code=adoption.mechanism)
    assert any(title in heading.value for heading in test.header)


@LANGUAGES
def test_the_name_of_a_thing_stands_once_as_its_title(root, small_facts, language):
    test = thing_page(root, language, code="12")
    name = small_facts.things["12"].name(language)
    assert [header.value for header in test.header if header.value == name] == []


@LANGUAGES
def test_the_things_in_a_table_lead_to_their_pages(root, language):
    test = thing_page(root, language, code="12")
    cells = {str(cell) for frame in test.dataframe for cell in frame.value.to_numpy().ravel()}
    assert any(cell.startswith("thing?label=") and "code=11" in cell for cell in cells)


@LANGUAGES
def test_a_mechanism_tells_who_did_it_and_counts_narrower_ones_apart(root, language):
    test = thing_page(root, language, code="lending")
    counts = test.dataframe[0].value
    assert [cell.rpartition("code=")[2] for cell in counts.iloc[:, 0]][0] == "lending"
    assert counts.iloc[0, 1] == 0 and counts.iloc[0, 2] == 4


@LANGUAGES
def test_the_figures_of_an_indicator_stand_side_by_side(root, language):
    test = thing_page(root, language, code="holdings")
    table = test.dataframe[0].value
    assert len(table) == 2 and "3000" in table.to_string()


@LANGUAGES
def test_a_mechanism_lists_and_cites_what_is_told_of_narrower_ones_too(root, small_facts, language):
    test = thing_page(root, language, code="lending")
    (table,) = [
        frame.value
        for frame in test.dataframe
        if "code=mobile-library" in frame.value.to_string() and len(frame.value) == 6
    ]
    assert table.to_string().count("code=shared-card") == 2
    told = {"zh": "下位", "en": "narrower"}[language]
    assert any(told in heading.value and heading.value.endswith("6") for heading in test.header)
