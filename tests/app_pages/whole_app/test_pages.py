"""Every page in both languages: no exception, and what one expects to find."""

from __future__ import annotations

import csv
import shutil

import pytest
from streamlit.testing.v1 import AppTest

from exports.cards.statement_card import CardContext, card
from graph.drawing.statement_headline import headline
from graph.model.facts import Facts
from graph.stores.store import StoreError
from loaders.copies.source_copies import Copies
from ontology.schema.kinds import LearnedFrom
from queries.catalogue import QueryError
from settings import FACTS, SOURCES
from tests.app_pages.page_run import SECONDS, page_text, run_page
from texts.tables import APP


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("page", "zh", "en"),
    [
        ("spread", ["传播", "甲城市", "学自"], ["Spread", "Alder", "learned from"]),
        ("explore", ["甲城市", "学自", "另有"], ["Alder", "learned from", "filtered out"]),
        ("sources", ["东方公报", "学习借鉴"], ["East Gazette", "Learned from"]),
        ("ask", ["乙城市"], ["Birch"]),
    ],
)
def test_a_page_shows_what_it_is_for(root, page, zh, en, language):
    test = run_page(root, page, language)
    assert not test.exception
    text = page_text(test)
    for expected in zh if language == "zh" else en:
        assert expected in text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_app_opens_on_the_overview(root, language):
    test = AppTest.from_file(str(root / "app.py"), default_timeout=SECONDS)
    test.query_params["lang"] = language
    test.run()
    assert not test.exception
    title = {"zh": "无有国读书改革的传播", "en": "How Nowhere's reading reforms spread"}
    assert test.title[0].value == title[language]
    assert "North" in page_text(test) or "无有国" in page_text(test)
    called = {
        "zh": ["事物", "陈述", "事实", "来源"],
        "en": ["Things", "Statements", "Facts", "Sources"],
    }
    assert [metric.label for metric in test.metric] == called[language]


def test_the_language_is_switched_in_place(root):
    test = AppTest.from_file(str(root / "app.py"), default_timeout=SECONDS)
    test.query_params["lang"] = "zh"
    test.run()
    test.session_state["lang"] = "en"
    test.run()
    assert test.title[0].value == "How Nowhere's reading reforms spread"
    assert test.query_params["lang"] in ("en", ["en"])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_folder_is_a_sentence(root, language, monkeypatch, tmp_path):
    monkeypatch.setenv(FACTS, str(tmp_path / "none"))
    test = AppTest.from_file(str(root / "app.py"), default_timeout=SECONDS)
    test.query_params["lang"] = language
    test.run()
    assert not test.exception
    assert "--facts" in test.error[0].value


def test_all_faults_are_told(root, monkeypatch, tmp_path):
    (tmp_path / "places.csv").write_text("code\n", encoding="utf-8")
    monkeypatch.setenv(FACTS, str(tmp_path))
    test = AppTest.from_file(str(root / "app.py"), default_timeout=SECONDS).run()
    assert not test.exception
    assert test.error
    assert "dataset.toml" in test.code[0].value


def test_an_organisation_says_of_what_sort_it_is(root):
    test = run_page(root, "explore", "en", thing="ministry-of-reading")
    assert any("Government" in caption.value for caption in test.caption)


def test_a_question_is_opened_by_its_address_and_asked_of_both_engines(root):
    test = run_page(root, "ask", "en", question="mechanisms_of")
    cypher = test.dataframe[0].value.to_string()
    test.radio(key="ask_store-en").set_value("rdf").run()
    assert not test.exception
    assert test.dataframe[0].value.to_string() == cypher


@pytest.mark.parametrize(
    ("query", "sentence"),
    [("MATCH (n RETURN n", "well-formed"), ("CREATE (n:X) RETURN n", "read-only")],
)
def test_a_refused_query_is_one_sentence(root, query, sentence):
    test = run_page(root, "ask", "en", by="custom_query")
    test.text_area(key="custom_cypher").set_value(query)
    next(one for one in test.button if one.label == "Run").click().run()
    assert not test.exception
    assert [error for error in test.error if sentence in error.value]


def test_sources_say_what_the_copies_bear_out(root, small_folder, monkeypatch):
    monkeypatch.setenv(SOURCES, str(small_folder / "texts"))
    table = run_page(root, "sources", "en").dataframe[0].value
    assert (table["Not held"] == 0).all()
    assert table["Verified"].sum() > 0
    assert (table["Whole copy"] == "the text that was read").all()


def test_sources_open_with_one_that_states_something(root, small_folder, monkeypatch, tmp_path):
    folder = shutil.copytree(small_folder, tmp_path / "facts")
    with (folder / "source.csv").open(encoding="utf-8", newline="") as file:
        rows = [*csv.DictReader(file)]
    silent = {**rows[-1], "code": "a-silent-note", "name_en": "A silent note", "file": ""}
    with (folder / "source.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, silent)
        writer.writeheader()
        writer.writerows([*rows, silent])
    monkeypatch.setenv(FACTS, str(folder))
    test = run_page(root, "sources", "en")
    assert not test.exception and len(test.dataframe[0].value) == len(rows) + 1
    assert test.session_state["source"] == "east-gazette"


def test_every_error_of_a_query_has_its_sentence():
    kinds = [*StoreError.__subclasses__(), *QueryError.__subclasses__()]
    assert {f"error_{kind.__name__}" for kind in kinds} <= APP.rows().keys()


def lesson(facts: Facts) -> str:
    return next(
        id
        for id, one in facts.statements.items()
        if isinstance(one, LearnedFrom) and one.start == 80
    )


def test_a_card_says_what_where_and_how_firmly(small_facts):
    html = card(CardContext(small_facts, None, "zh"), lesson(small_facts))
    for expected in (
        "乙城市",
        "甲城市",
        "明言",
        "2001年",
        "无有国读书改革记",
        "80–110",
        "c6649e684de4",
    ):
        assert expected in html
    assert "<mark>" not in html


def test_a_card_shows_the_cited_words(small_facts, small_folder):
    folder = small_folder / "texts"
    statement = small_facts.statements[lesson(small_facts)]
    html = card(CardContext(small_facts, Copies(folder), "en"), lesson(small_facts))
    text = (folder / "north-daily.txt").read_text(encoding="utf-8")
    assert f"<mark>{text[statement.start : statement.end]}</mark>" in html
    assert "has the same words" in html


def test_a_card_leads_to_the_source_as_far_as_it_is_known(small_facts, small_folder, tmp_path):
    id = next(id for id, s in small_facts.statements.items() if s.source == "east-gazette")
    page = "https://gazette.example/2006/reading?no=7"
    plain = card(CardContext(small_facts, None, "en"), id)
    assert f'<a href="{page}" target="_blank" rel="noopener noreferrer">' in plain
    assert f'<a href="{page}"' in card(CardContext(small_facts, Copies(tmp_path), "en"), id)
    exact = card(CardContext(small_facts, Copies(small_folder / "texts"), "en"), id)
    assert f'<a href="{page}#:~:text=' in exact
    assert "open the original" in plain
    without = card(CardContext(small_facts, None, "en"), lesson(small_facts))
    assert "open the original" not in without and "https:" not in without


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_card_leads_to_the_page_of_the_statement_and_of_each_thing(small_facts, language):
    id = lesson(small_facts)
    html = card(CardContext(small_facts, None, language), id)
    assert f'href="statement?lang={language}&amp;id={id}"' in html
    for code in ("11", "12"):
        assert f'href="thing?lang={language}&amp;code={code}"' in html


def test_a_copy_that_reads_otherwise_is_said_to(small_facts, tmp_path):
    (tmp_path / "north-daily.txt").write_text("别的字" * 100, encoding="utf-8")
    html = card(CardContext(small_facts, Copies(tmp_path), "en"), lesson(small_facts))
    assert "does not confirm the statement" in html
    assert "<mark>" not in html


def test_markup_in_a_copy_is_shown_as_text(small_facts, small_folder, tmp_path):
    text = (small_folder / "texts" / "north-daily.txt").read_text(encoding="utf-8")
    (tmp_path / "north-daily.txt").write_text("<script>x</script>" + text, encoding="utf-8")
    html = card(CardContext(small_facts, Copies(tmp_path), "en"), lesson(small_facts))
    assert "<mark>" in html
    assert "<script>" not in html


def test_every_statement_has_a_headline(small_facts):
    for statement in small_facts.statements.values():
        assert headline(small_facts, statement, "en")
