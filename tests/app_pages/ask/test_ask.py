"""The Ask page: where it asks, what its address says, and what is taken along."""

from __future__ import annotations

import socket
import threading
from dataclasses import replace

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from app_pages.forms.questions import store_choice
from app_pages.state.markdown_escape import WORD_JOINER, plain
from app_pages.state.url_codec import CompressedText
from app_pages.state.workspace import facts_stamp
from app_pages.workbench import query_answers
from settings import NEO4J_PASSWORD, STORE
from tests.app_pages.ask.ask_page import address, again, button, run_ask
from tests.app_pages.page_run import SECONDS

QUERY = "MATCH (p:Place) RETURN p.name_en AS name ORDER BY name LIMIT 2"


# --- the address ----------------------------------------------------------------------------


def test_a_link_opens_question_values_and_store(root):
    test = run_ask(root, question="who_took_up", mechanism="lending", store="rdf")
    assert not test.exception and not test.warning
    assert test.session_state["who_took_up.mechanism"] == "lending"
    table = test.dataframe[0].value.to_string()
    fresh = again(root, test)
    assert fresh.radio(key="ask_store-en").value == "rdf"
    assert fresh.dataframe[0].value.to_string() == table


def test_what_is_chosen_comes_into_the_address_and_what_was_left_goes(root):
    test = run_ask(root, question="who_took_up", mechanism="lending")
    test.selectbox(key="ask_question-en").select("possible_on_a_day").run()
    assert "mechanism" not in test.query_params
    test.text_input(key="possible_on_a_day.day-en").set_value("2004-05").run()
    assert address(test)["day"] == "2004-05"
    fresh = again(root, test)
    assert fresh.text_input(key="possible_on_a_day.day-en").value == "2004-05"
    assert fresh.dataframe[0].value.to_string() == test.dataframe[0].value.to_string()


def test_a_custom_query_is_in_the_link_and_runs_when_it_is_opened(root):
    test = run_ask(root, by="custom_query")
    assert len(test.dataframe) == 0
    test.text_area(key="custom_cypher").set_value(QUERY)
    button(test, "Run").click().run()
    assert CompressedText("query", "").read(address(test)["query"]) == QUERY
    fresh = again(root, test)
    assert fresh.text_area(key="custom_cypher").value == QUERY
    assert list(fresh.dataframe[0].value["name"]) == list(test.dataframe[0].value["name"])


def test_an_address_holds_either_a_question_or_a_query(root):
    test = run_ask(root, question="who_took_up", mechanism="night-opening", store="rdf")
    test.segmented_control(key="ask_mode-en").set_value("custom_query").run()
    test.text_area(key="custom_sparql").set_value("SELECT (1 AS ?x) {}")
    button(test, "Run").click().run()
    assert not {"question", "mechanism"} & address(test).keys() and "query" in address(test)
    test.segmented_control(key="ask_mode-en").set_value("catalogue").run()
    assert "query" not in address(test) and address(test)["mechanism"] == "night-opening"


def test_a_query_is_not_put_to_a_store_of_the_other_language(root):
    test = run_ask(root, by="custom_query", query=CompressedText("query", "").write(QUERY))
    assert len(test.dataframe) == 1
    test.radio(key="ask_store-en").set_value("rdf").run()
    assert not test.error and len(test.dataframe) == 0
    assert test.text_area(key="custom_sparql").value.startswith("SELECT")


def test_a_choice_made_before_the_first_answer_is_kept(root, monkeypatch):
    """A click may end the first run; what the address said must not be taken again."""
    test = AppTest.from_file(str(root / "app_pages" / "ask.py"), default_timeout=SECONDS)
    test.query_params["lang"] = "en"
    with monkeypatch.context() as patch:
        patch.setattr("app_pages.state.address.write_to_url", lambda *_: st.stop())
        test.run()
    test.radio(key="ask_store-en").set_value("rdf").run()
    assert address(test)["store"] == "rdf"


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"question": "who_knows"}, "question=who\\_knows"),
        ({"question": "who_took_up", "mechanism": "gone"}, "mechanism=gone"),
        ({"question": "possible_on_a_day", "day": "someday"}, "day=someday"),
        ({"store": "bolt://elsewhere"}, "store=bolt://elsewhere"),
        ({"by": "custom_query", "query": "!"}, "query=!"),
    ],
)
def test_what_a_link_asks_for_and_is_not_here_is_said(root, parts, said):
    test = run_ask(root, **parts)
    assert not test.exception
    assert said.replace("\\", "") in test.warning[0].value.replace("\\", "")


def test_markup_in_a_link_is_shown_as_text(root):
    test = run_ask(root, question="![x](http://127.0.0.1:1/x)<img src=x>")
    assert "![" not in test.warning[0].value and "<img" not in test.warning[0].value


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[a](b)", r"\[a\](b)"),
        ("$x^2$", r"\$x^2\$"),
        (":red[x]", f":{WORD_JOINER}red\\[x\\]"),
        (":material/home:", f":{WORD_JOINER}material/home:"),
        ("# a", r"\# a"),
        ("1. a", r"1\. a"),
        ("2001-06-01 09:11", "2001-06-01 09:11"),
    ],
)
def test_text_of_others_is_plain(text, shown):
    assert plain(text) == shown


# --- where it asks --------------------------------------------------------------------------


def test_the_store_is_a_setting(root, monkeypatch):
    monkeypatch.setenv(STORE, "rdf")
    test = run_ask(root)
    assert test.radio(key="ask_store-en").value == "rdf"
    test.session_state["ask_query_text"] = True
    assert "SELECT" in test.run().code[-1].value


def test_the_engine_starts_before_anyone_asks(root, small_facts, monkeypatch):
    monkeypatch.setenv(STORE, "rdf")
    thread = store_choice.start_store_ahead(small_facts, *facts_stamp())
    thread.join(SECONDS)
    monkeypatch.setattr(store_choice, "open_store", lambda *_, **__: pytest.fail("opened again"))
    assert not run_ask(root, question="who_took_up", mechanism="lending").dataframe[0].value.empty


def test_the_first_question_is_answered_before_anyone_asks(root, small_facts, monkeypatch):
    monkeypatch.setenv(STORE, "rdf")
    st.cache_resource.clear()
    done = []

    def answer(opened):
        query_answers.first_answer(small_facts, *facts_stamp(), opened)
        done.append("asked")

    thread = store_choice.start_store_ahead(
        small_facts, *facts_stamp(), answer, lambda: done.append("waited")
    )
    thread.join(SECONDS)
    assert done == ["waited", "asked"]  # whoever reads another page comes before the engine
    monkeypatch.setattr(query_answers, "ask", lambda *_: pytest.fail("asked again"))
    assert not run_ask(root).dataframe[0].value.empty


def test_no_engine_starts_ahead_for_a_server_or_very_many_facts(small_facts, monkeypatch):
    many = dict.fromkeys(range(store_choice.MAX_STATEMENTS_AHEAD + 1), None)
    assert (
        store_choice.start_store_ahead(replace(small_facts, statements=many), *facts_stamp())
        is None
    )
    monkeypatch.setenv(STORE, "neo4j://nowhere.invalid")
    assert store_choice.start_store_ahead(small_facts, *facts_stamp()) is None


def test_a_server_without_a_password_is_asked_for_one(root, monkeypatch):
    monkeypatch.setenv(STORE, "neo4j://nowhere.invalid")
    monkeypatch.delenv(NEO4J_PASSWORD, raising=False)
    test = run_ask(root)
    assert not test.exception
    assert test.radio(key="ask_store-en").value == "neo4j"
    fields = {one.label: one for one in test.text_input}
    assert fields["Address"].value == "neo4j://nowhere.invalid"
    assert fields["Password"].proto.type == fields["Password"].proto.PASSWORD
    assert "press Connect" in test.error[0].value


@pytest.fixture
def nobody() -> int:
    """A port where nobody listens."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
    return port


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_server_that_is_down_is_one_sentence_and_the_rest_goes_on(
    root, monkeypatch, nobody, language
):
    monkeypatch.setenv(STORE, f"bolt://127.0.0.1:{nobody}")
    monkeypatch.setenv(NEO4J_PASSWORD, "secret-of-the-app")
    test = run_ask(root, language)
    assert not test.exception
    assert len(test.error) == 1 and str(nobody) in test.error[0].value
    assert "secret-of-the-app" not in test.error[0].value
    test.radio(key=f"ask_store-{language}").set_value("rdf").run()
    assert not test.error and len(test.dataframe) == 1


def test_the_password_of_the_environment_goes_to_no_other_server(root, monkeypatch, nobody):
    """What a reader types in goes where the reader says; the app's own stays with its server."""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]

        def listen() -> None:
            other, _ = listener.accept()
            with other:
                heard.append(other.recv(4096))

        threading.Thread(target=listen, daemon=True).start()
        monkeypatch.setenv(STORE, f"bolt://127.0.0.1:{nobody}")
        monkeypatch.setenv(NEO4J_PASSWORD, "secret-of-the-app")
        test = run_ask(root)
        fields = {one.label: one for one in test.text_input}
        assert fields["Password"].value == ""
        fields["Address"].set_value(f"bolt://127.0.0.1:{port}")
        button(test, "Connect").click().run()
    assert test.error and heard and b"secret-of-the-app" not in b"".join(heard)


def test_an_address_of_no_store_is_told(root):
    test = run_ask(root, store="neo4j")
    fields = {one.label: one for one in test.text_input}
    fields["Address"].set_value("http://example.org")
    button(test, "Connect").click().run()
    assert not test.exception
    assert "http://example.org" in test.error[-1].value
    assert "http" not in "".join(address(test).values())


# --- what is taken along --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "heading", "source"), [("zh", "学习者", "《"), ("en", "learner", "“")]
)
def test_an_answer_is_copied_with_its_citations(root, language, heading, source):
    test = run_ask(root, language)
    assert not test.code  # a closed panel costs the page nothing
    test.session_state["copy_who_learned_from"] = True
    cited = test.run().code[0].value
    assert cited.startswith(f"| {heading} |")
    assert f"\n[^1]: {source}" in cited
