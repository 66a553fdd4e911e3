"""The control of the release that all pages obey, and the page of changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from settings import FACTS
from tests.releases import released_facts

SECONDS = 60
AS_OF_SENTENCES = {
    "en": "As of release 1.0 of 2026-03-01",
    "zh": "以 1.0 版发布（2026-03-01）时所知为准",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return released_facts(tmp_path_factory.mktemp("releases") / "facts")


@pytest.fixture(autouse=True)
def folder_with_releases(small_app, folder, monkeypatch) -> None:
    monkeypatch.setenv(FACTS, str(folder))


def run_page(root: Path, page: str, language: str = "en", **address: str) -> AppTest:
    test = AppTest.from_file(str(root / page), default_timeout=SECONDS)
    for key, value in {"lang": language, **address}.items():
        test.query_params[key] = value
    test.run()
    assert not test.exception
    return test


def texts(test: AppTest) -> str:
    """All that stands on a page, without the escapes of Markdown."""
    parts = (test.title, test.header, test.subheader, test.info, test.warning, test.markdown)
    words = [str(element.value) for part in (*parts, test.caption, test.text) for element in part]
    words += [element.proto.body for element in test.get("html")]
    words += [frame.value.to_string() for frame in test.dataframe]
    return "\n".join(words).replace("\\", "")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_all_pages_say_as_of_which_release_they_are_read(root, language):
    test = run_page(root, "app.py", language, as_of="1.0")
    assert AS_OF_SENTENCES[language] in texts(test)
    assert ("1.0 版" if language == "zh" else "release 1.0") in test.title[0].value
    test.selectbox(key=f"as_of-{language}").set_value("").run()
    assert not test.exception and AS_OF_SENTENCES[language] not in texts(test)
    assert "as_of" not in test.query_params


@pytest.mark.parametrize("page", ["spread", "talks"])
def test_every_page_opens_as_of_a_release(root, page):
    run_page(root, f"app_pages/{page}.py", as_of="1.0")


def test_a_page_shows_what_the_release_knew(root):
    """In the release the place was called Alder; it is New Alder today."""
    then = run_page(root, "app_pages/explore.py", as_of="1.0", thing="11")
    now = run_page(root, "app_pages/explore.py", thing="11")
    assert ["New Alder" in texts(test) for test in (then, now)] == [False, True]


def test_an_unknown_release_in_the_address_is_told(root):
    test = run_page(root, "app.py", as_of="9")
    assert 'There is no release "9". There are: 1.0, 1.1' in texts(test)


def test_review_works_on_the_present_facts_only(root):
    test = run_page(root, "app_pages/review.py", as_of="1.0")
    assert "present facts only" in test.info[0].value


@pytest.mark.parametrize(
    ("language", "what", "field"),
    [("en", "Dogwood learned from Cedar", "When"), ("zh", "丁城市 学自 丙城市", "时间")],
)
def test_two_releases_are_compared(root, language, what, field):
    test = run_page(root, "app_pages/changes.py", language, old="1.0", new="1.1")
    table = test.dataframe[0].value.to_string()
    assert len(test.dataframe[0].value) == 2
    assert what in table and field in table and "New Alder" not in table
    test = run_page(root, "app_pages/changes.py", language, old="1.0", new="present")
    assert "New Alder" in test.dataframe[0].value.to_string()
    test = run_page(root, "app_pages/changes.py", language, old="1.0", kind="Borders", place="21")
    assert len(test.dataframe[0].value) == 1
    test = run_page(root, "app_pages/changes.py", language, old="1.1", new="1.1")
    assert not test.dataframe


def test_the_ids_of_changes_lead_to_pages_as_of_their_side(root):
    table = run_page(root, "app_pages/changes.py", old="1.0").dataframe[0].value
    place, lesson, added = (row for _, row in table.head(3).iterrows())
    assert lesson["Old id"].startswith("statement?lang=en&id=learned_from-")
    assert lesson["Old id"].endswith("&as_of=1.0") and "as_of" not in lesson["New id"]
    assert place["New id"] == "thing?lang=en&code=11"
    assert added["New id"].startswith("statement?") and not isinstance(added["Old id"], str)


def test_rubbish_in_the_address_of_changes_is_told(root):
    test = run_page(root, "app_pages/changes.py", old="x", new="9" * 99, kind="<b>", place="~")
    assert "old=x" in texts(test) and "place=" in texts(test)


def test_without_releases_the_page_says_so_and_there_is_no_control(root, small_folder, monkeypatch):
    monkeypatch.setenv(FACTS, str(small_folder))
    assert "has no releases yet" in run_page(root, "app_pages/changes.py").info[0].value
    assert [
        box.key for box in run_page(root, "app.py").selectbox if box.key.startswith("as_of")
    ] == []


@pytest.mark.parametrize(
    ("language", "label"),
    [("en", "since when we know it (releases)"), ("zh", "我们何时得知（发布）")],
)
def test_ask_takes_releases_for_days_and_either_clock(root, language, label):
    asked = {"question": "what_changed_between", "store": "rdf", "since": "1.0", "until": "1.1"}
    test = run_page(root, "app_pages/ask.py", language, **asked, clock="release")
    clock = test.selectbox(key=f"what_changed_between.clock-{language}")
    assert label in clock.options
    assert len(test.dataframe[0].value) == 1  # the lesson that release 1.1 brought
    days = test.text_input(key=f"what_changed_between.since-{language}")
    assert "1.0, 1.1" in days.help
    clock.set_value("date").run()
    assert not test.exception and "clock" not in test.query_params
