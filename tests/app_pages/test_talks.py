"""The Story page: a talk in the app, by keyboard, at the step of its address."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect
from streamlit.testing.v1 import AppTest

from loaders.facts.facts_folder import read_facts
from loaders.talks.talk_reader import read_talk
from loaders.talks.talk_settings import talk_titles
from settings import FACTS
from tests.app_pages.axe import violations
from tests.browsing import AppServers, at_rest

NAME = "how-it-spread"


@pytest.fixture(scope="module")
def address(root: Path, small_folder: Path, app_servers: AppServers) -> str:
    """The app on the shipped facts: they have a talk."""
    return app_servers.address(root, root / "facts", small_folder / "texts")


def run_talks(root: Path, spoken: str = "en", **address: str) -> AppTest:
    test = AppTest.from_file(str(root / "app_pages" / "talks.py"), default_timeout=60)
    for name, value in {"lang": spoken, **address}.items():
        test.query_params[name] = value
    return test.run()


def test_a_folder_without_talks_leads_to_a_first_view(root):
    test = run_talks(root)
    assert not test.exception
    assert "no views yet" in test.info[0].value
    assert [button.label for button in test.button] == ["Choose a first view on Spread"]


def test_a_talk_that_disagrees_with_the_facts_names_the_step(root, monkeypatch, tmp_path):
    shutil.copytree(root / "facts", tmp_path / "facts")
    path = tmp_path / "facts" / "talks" / f"{NAME}.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("has_model-751b16a23711", "has_model-000000000000"), "utf-8")
    monkeypatch.setenv(FACTS, str(tmp_path / "facts"))
    test = run_talks(root)
    assert not test.exception
    assert "step 1: the statement has_model-000000000000" in test.code[0].value
    assert "Other talks" in test.info[0].value


def test_a_talk_is_shown_with_a_warning_after_a_new_lesson(root, monkeypatch, tmp_path):
    shutil.copytree(root / "facts", tmp_path / "facts")
    path = tmp_path / "facts" / "learned_from.csv"
    rows = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*rows, rows[1].replace(",stated,", ",planned,")]) + "\n", "utf-8")
    monkeypatch.setenv(FACTS, str(tmp_path / "facts"))
    test = run_talks(root)
    assert not test.exception and not test.error
    assert "step 12" in test.warning[0].value


@pytest.mark.parametrize("spoken", ["zh", "en"])
def test_a_talk_is_chosen_by_its_title(root, monkeypatch, tmp_path, spoken):
    facts = tmp_path / "facts"
    shutil.copytree(root / "facts", facts)
    (facts / "talks" / "torn.toml").write_text("= =", "utf-8")
    (facts / "talks" / "bare.toml").write_text('title_zh = "空"\ntitle_en = "Bare"', "utf-8")
    monkeypatch.setenv(FACTS, str(facts))
    test = run_talks(root, spoken, talk="bare")
    titles = talk_titles(facts, spoken)
    (chooser,) = test.selectbox
    assert chooser.options == [titles["bare"], titles[NAME], "torn"]
    assert chooser.value == "bare"
    assert len(test.error) == 1
    chooser.set_value(NAME).run()
    assert not test.error and not test.exception


@pytest.mark.parametrize("step", ["0", "9" * 5000, "²", "x"])
def test_a_talk_or_step_that_is_not_there_is_said_and_the_talk_begins(root, monkeypatch, step):
    monkeypatch.setenv(FACTS, str(root / "facts"))
    test = run_talks(root, talk="nobody", step=step)
    assert not test.exception and not test.error
    assert "talk=nobody" in test.warning[0].value
    assert f"step={step[:9]}" in test.warning[0].value


def test_a_step_is_cited_by_its_statements_and_as_a_picture(root, monkeypatch):
    monkeypatch.setenv(FACTS, str(root / "facts"))
    talk = read_talk(root / "facts", NAME, read_facts(root / "facts"))
    number = next(place for place, step in enumerate(talk.steps, 1) if step.statements)
    test = run_talks(root, talk=NAME, step=str(number))
    test.session_state["cite_talk_step"] = test.session_state["cite_talk_picture"] = True
    test.run()
    assert not test.exception
    evidence, picture = (code.value for code in test.code)
    assert all(id in evidence for id in talk.steps[number - 1].statements)
    assert f"{talk.title_en}, step {number}[Z/OL]" in picture and f"step={number}" in picture


@pytest.mark.needs_chromium
def test_a_link_with_the_page_s_former_name_opens_the_same_step(page, address, root):
    talk = read_talk(root / "facts", NAME, read_facts(root / "facts"))
    page.goto(f"{address}/story?lang=en&step=3")
    expect(page.locator(".talk-caption")).to_have_text(talk.steps[2].caption_en)
    page.wait_for_url("**/talks?**step=3**")


@pytest.mark.needs_chromium
@pytest.mark.parametrize("page", ["light", "dark"], indirect=True)
def test_a_talk_is_stepped_by_keyboard_and_its_step_is_in_the_address(page, address, root):
    talk = read_talk(root / "facts", NAME, read_facts(root / "facts"))
    page.goto(f"{address}/talks?lang=en&step=3")
    caption = page.locator(".talk-caption")
    expect(caption).to_have_text(talk.steps[2].caption_en)
    page.locator(".talk-next").click()
    expect(caption).to_have_text(talk.steps[3].caption_en)
    page.keyboard.press("PageDown")
    expect(caption).to_have_text(talk.steps[4].caption_en)
    page.wait_for_url("**step=5**")
    page.keyboard.press("e")
    expect(page.locator(".talk-panel li").first).to_be_visible()
    at_rest(page)
    assert violations(page) == []
