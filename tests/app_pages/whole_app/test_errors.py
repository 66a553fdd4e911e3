"""What goes wrong is a sentence in the reader's language; never a traceback, and the rest works."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect
from streamlit.testing.v1 import AppTest

from settings import FACTS
from tests.browsing import served

ROOT = Path(__file__).parents[3]
PAGES = sorted(path.stem for path in (ROOT / "app_pages").glob("[a-z]*.py"))
LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])
# Every parameter of every page, as a test of the addresses below checks.
PARAMETERS = {
    "overview": (),
    "explore": ("thing", "opened", "view", "types", "kinds", "stances", "source", "place")
    + ("mechanism", "pick", "years"),
    "spread": ("scope", "types", "stances", "source", "place", "mechanism", "pick", "moment")
    + ("layout", "undated", "years"),
    "talks": ("talk", "step"),
    "compare": ("places", "branch", "told", "differ", "cell", "figure"),
    "analyse": ("measure", "data", "mechanism", "mechanisms", "narrower", "implied", "actors")
    + ("with_narrower", "columns", "netinf.window", "netinf.edges", "adoption_curve.by"),
    "ask": ("by", "store", "question", "query", "place", "mechanism", "day", "stance"),
    "sources": ("source",),
    "statement": ("id",),
    # without releases there is nothing to choose; tests/app_pages/state/test_releases.py
    "changes": (),
    "review": ("curator", "view"),
}
RUBBISH = {
    "unknown": "nobody",
    "empty": "",
    "a number": "-1",
    "a large number": "9" * 5000,
    "a digit of another script": "²",
    "long": "长" * 4000,  # of all parameters together Streamlit takes 524,288 letters of an address
    "many": "~".join(["x"] * 3000),
    "separators": "~~~",
    "control signs": "\x00\x1b[2J\n",
    "markup": "<script>alert(1)</script> **x** :red[x] {0} %s",
    "repeated": ["nobody", "11"],
}


def run_page(page: str, language: str, **address: str | list[str]) -> AppTest:
    # the overview links to the other pages, which only the whole app knows
    script = "app.py" if page == "overview" else f"app_pages/{page}.py"
    test = AppTest.from_file(str(ROOT / script), default_timeout=60)
    for key, value in {"lang": language, **address}.items():
        test.query_params[key] = value
    return test.run()


@LANGUAGES
@pytest.mark.parametrize("page", PAGES)
def test_without_facts_every_page_says_what_to_do(page, language, tmp_path, monkeypatch):
    monkeypatch.setenv(FACTS, str(tmp_path / "none"))
    test = run_page(page, language)
    assert not test.exception
    assert str(tmp_path / "none") in test.error[0].value
    assert re.search("[\u4e00-\u9fff]", test.error[0].value.replace(str(tmp_path), "")) or (
        language == "en"
    )


@LANGUAGES
@pytest.mark.parametrize("page", PAGES)
def test_with_broken_facts_every_page_lists_the_faults(
    page, language, small_folder, tmp_path, monkeypatch
):
    folder = tmp_path / "facts"
    shutil.copytree(small_folder, folder)
    table = folder / "place.csv"
    table.write_text(table.read_text("utf-8").replace("county", "shire"), encoding="utf-8")
    monkeypatch.setenv(FACTS, str(folder))
    test = run_page(page, language)
    assert not test.exception
    assert test.error
    assert "place.csv:8" in test.code[0].value


@LANGUAGES
@pytest.mark.parametrize("page", PAGES)
def test_facts_that_say_nothing_yet_open_on_every_page(
    page, language, small_folder, tmp_path, monkeypatch
):
    """A curator starts with empty tables."""
    folder = tmp_path / "facts"
    shutil.copytree(small_folder, folder)
    for table in folder.glob("*.csv"):
        table.write_text(table.read_text("utf-8").splitlines()[0] + "\n", encoding="utf-8")
    settings = folder / "dataset.toml"
    lines = [x for x in settings.read_text("utf-8").splitlines() if not x.startswith("start ")]
    settings.write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setenv(FACTS, str(folder))
    test = run_page(page, language)
    assert not test.exception
    assert not test.error
    assert test.title


@pytest.fixture(scope="module")
def unmended(small_folder: Path, tmp_path_factory: pytest.TempPathFactory):
    """The app on a folder that a curator is still at work on."""
    folder = tmp_path_factory.mktemp("work") / "facts"
    shutil.copytree(small_folder, folder)
    with served(ROOT, folder, folder / "texts") as address:
        yield address, folder


def shows_no_traceback(page: Page) -> None:
    expect(page.locator('[data-testid="stException"]')).to_have_count(0)
    expect(page.get_by_text("Traceback")).to_have_count(0)
    expect(page.get_by_text("encountered an error")).to_have_count(0)


@pytest.mark.parametrize("rubbish", RUBBISH)
@pytest.mark.parametrize("page", PAGES)
def test_rubbish_in_every_parameter_is_a_sentence_and_the_page_still_stands(page, rubbish):
    test = run_page(page, "zh", **dict.fromkeys(PARAMETERS[page], RUBBISH[rubbish]))
    assert not test.exception
    assert test.title
    said = "".join(one.value for one in test.warning)
    assert len(said) < 2000
    if page == "talks":
        return  # there is no talk here; with one, see the tests of the page
    if page == "statement" and rubbish in ("unknown", "markup"):
        assert "没有编号为“" in said  # a sentence of its own, for it names the nearest ids
        return
    if PARAMETERS[page] and rubbish in ("unknown", "long", "markup"):
        assert "这个链接里有些内容在这里已找不到" in said
    if rubbish == "unknown":
        lost = {name for name in PARAMETERS[page] if f"{name}=" in said}
        # any word may be an option's value or a curator's name
        typed = {name for name in PARAMETERS[page] if "." in name or name == "curator"}
        unasked = {"mechanism", "day", "stance"} if page == "ask" else set()
        assert lost == {*PARAMETERS[page]} - typed - unasked


@pytest.mark.needs_chromium
@LANGUAGES
def test_an_address_of_no_page_is_told_in_the_readers_language(page, address, language):
    page.goto(f"{address}/nowhere?lang={language}")
    said = {"zh": "这里没有名为“nowhere”的页面", "en": "There is no page called “nowhere” here"}
    expect(page.get_by_role("alert")).to_contain_text(said[language])
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_test_id("stPageLink").get_by_role("link").click()
    expect(page.get_by_test_id("stMetric").first).to_be_visible()


@pytest.mark.needs_chromium
def test_the_first_page_has_a_name_of_its_own_too_and_sorts_its_tables(page, address):
    page.goto(f"{address}/overview?lang=zh")
    expect(page.get_by_test_id("stMetric").first).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_text("从哪里开始")).to_be_visible()
    table = page.get_by_role("region", name="事物", exact=True)
    for direction, is_reversed in (("descending", True), ("ascending", False)):
        table.locator("th", has_text="数量").get_by_role("button").click()
        expect(table.locator("th[aria-sort]")).to_have_attribute("aria-sort", direction)
        counts = [int(text) for text in table.locator("td.number").all_inner_texts()]
        assert counts == sorted(counts, reverse=is_reversed) and len(set(counts)) > 1


@pytest.mark.needs_chromium
@LANGUAGES
@pytest.mark.parametrize("name", PAGES)
def test_an_address_that_makes_no_sense_leaves_a_page_that_works(page, address, name, language):
    senseless = urlencode(dict.fromkeys(PARAMETERS[name], "nobody~%00"))
    page.goto(f"{address}/{name}?lang={language}&{senseless}")
    page.locator("h1").first.wait_for()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1500)
    shows_no_traceback(page)
    if PARAMETERS[name] and name != "talks":
        expect(page.get_by_role("alert").first).to_be_visible()


@pytest.mark.needs_chromium
def test_facts_that_break_while_the_app_runs_are_told_and_mended_ones_come_back(page, unmended):
    address, folder = unmended
    page.goto(f"{address}/explore?lang=en")
    expect(page.get_by_role("heading", name="Alder")).to_be_visible()
    table = folder / "place.csv"
    good = table.read_text("utf-8")
    table.write_text(good.replace("county", "shire"), encoding="utf-8")
    page.reload()
    expect(page.get_by_text("place.csv:8").first).to_be_visible()
    shows_no_traceback(page)
    table.write_text(good, encoding="utf-8")
    page.reload()
    expect(page.get_by_role("heading", name="Alder")).to_be_visible()
