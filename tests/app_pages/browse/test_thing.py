"""The page of a thing: opened by its address, in both languages; unknown codes are told."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from app_pages.state.page_links import thing_address, thing_link
from ontology.schema.kinds import Adoption
from tests.app_pages.test_pages import opened

LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])


def thing_page(root, language: str = "en", **parts: str) -> AppTest:
    test = opened(root, "browse/thing", language, **parts)
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
    assert any(title in heading.value for heading in test.subheader)
