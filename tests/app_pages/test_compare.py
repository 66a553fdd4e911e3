"""The Compare page: what is chosen is shown and counted, and every cell opens its statements."""

from __future__ import annotations

import io
import re
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect
from streamlit.testing.v1 import AppTest


def run_compare(root: Path, language: str = "en", **address: str) -> AppTest:
    test = AppTest.from_file(str(root / "app_pages" / "compare.py"), default_timeout=60)
    for key, value in {"lang": language, **address}.items():
        test.query_params[key] = value
    return test.run()


def texts(test: AppTest) -> str:
    parts = [test.title, test.header, test.caption, test.info, test.warning, test.text]
    said = [str(element.value) for part in parts for element in part]
    return "\n".join(said + [element.proto.body for element in test.get("html")])


@pytest.mark.parametrize(("language", "title"), [("zh", "对照"), ("en", "Compare")])
def test_the_page_opens_on_the_places_that_most_is_told_of(root, language, title):
    test = run_compare(root, language)
    assert not test.exception
    assert test.title[0].value == title
    assert {"11", "12", "22"} <= set(test.session_state["compare_places"])


@pytest.mark.parametrize(
    ("places", "said"), [("11", "2 to 12"), ("", "2 to 12"), ("11~nowhere", "places=nowhere")]
)
def test_an_address_that_makes_no_comparison_is_a_sentence(root, places, said):
    test = run_compare(root, places=places)
    assert not test.exception
    assert said in texts(test)


def test_a_cell_of_the_address_is_open(root):
    test = run_compare(root, places="11~12", cell="shared-card~12")
    assert "Birch, Shared card" in texts(test)
    assert "data-statement" in texts(test)


@pytest.mark.parametrize("cell", ["shared-card~99", "nothing~12", "~", "night-opening~11"])
def test_a_cell_that_holds_nothing_opens_nothing(root, cell):
    test = run_compare(root, places="11~12", cell=cell)
    assert not test.exception
    assert not test.get("html")


def test_what_is_left_out_is_counted(root):
    whole = run_compare(root, places="11~12", told="0").caption[0].value
    told = run_compare(root, places="11~12").caption[0].value
    shown, left_out = (int(number) for number in re.findall(r"\d+", told))
    assert re.findall(r"\d+", whole) == [str(shown + left_out), "0"]


def test_only_differences_leaves_out_what_is_merely_unsaid(root):
    test = run_compare(root, places="22~23", differ="1")
    # Dogwood's night opening is denied and Elm's stated; of the book vans one is only planned
    assert test.caption[0].value.startswith("2 mechanisms")


def test_rows_are_chosen_by_which_of_two_places_did_it(root):
    """Each row told of is of one place, of both, or of neither; other dates are among both."""
    counts = {
        only: mechanism_count(run_compare(root, places="11~12", only=only))
        for only in ("only_first", "only_second", "both", "only_first~both", "")
    }
    assert counts["only_first"] and counts["only_second"] and counts["both"]
    assert counts["only_first~both"] == counts["only_first"] + counts["both"]
    assert counts["both"] < counts[""]


def mechanism_count(test: AppTest) -> int:
    """How many mechanisms the page lists."""
    assert not test.exception and not test.error
    return int(re.findall(r"\d+", test.caption[0].value)[0])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_rows_are_ordered_and_grouped_by_the_address(root, language):
    plain = run_compare(root, language, places="11~12~22")
    test = run_compare(root, language, places="11~12~22", order="date", group="overlap")
    assert mechanism_count(test) == mechanism_count(plain)
    heads = [head.value for head in test.header if "·" in head.value]
    assert sum(int(head.rpartition("·")[2]) for head in heads) == mechanism_count(test)
    assert [box.value for box in test.selectbox] == ["date", "overlap"]


def test_the_evidence_of_all_cells_stands_on_the_page_at_once(root):
    assert not run_compare(root, places="11~12").get("html")
    test = run_compare(root, places="11~12", evidence="1")
    assert texts(test).count("data-statement") >= 5


# --- in a browser ---------------------------------------------------------------------------


@pytest.mark.needs_chromium
def test_a_cell_is_walked_to_and_opened_with_the_keyboard(page: Page, address: str):
    page.goto(f"{address}/compare?lang=en&places=11~12~22~23~hill-road")
    cells = page.locator("td button")
    cells.first.wait_for()
    # one stop a table for Tab; the second table is drawn after the first
    expect(page.locator('td button[tabindex="0"]')).to_have_count(2)
    first = page.locator("tbody button").first
    first.focus()
    page.keyboard.press("ArrowDown")
    at = page.locator("td button:focus").get_attribute("data-key")
    assert at and not at.startswith("lessons")
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-evidence-compare_cell .card").first).to_be_visible()
    expect(page.locator(f'button[data-key="{at}"]')).to_have_attribute("aria-pressed", "true")
    expect(page).to_have_url(re.compile(f"cell={at}"))


@pytest.mark.needs_chromium
def test_marks_are_told_by_shape_and_in_words(page: Page, address: str):
    page.goto(f"{address}/compare?lang=en&places=11~22~23~hill-road")
    denied = page.locator('button[data-key="night-opening~22"]')
    expect(denied).to_contain_text("✕")
    expect(denied).to_have_attribute(
        "aria-label", re.compile("Dogwood.*Night opening.*stated as not adopted")
    )
    legend = page.locator(".legend").first
    for sign in (
        "not mentioned by the sources",
        "no source mentions any mechanism",
        "sources differ",
    ):
        expect(legend).to_contain_text(sign)


@pytest.mark.needs_chromium
@pytest.mark.parametrize(
    ("language", "alone", "taught"),
    [("en", r": .*\b1 statement$", "learned from Alder"), ("zh", "：.*1 条陈述$", "学自 甲城市")],
)
def test_a_cell_is_read_aloud_in_words_and_not_in_signs(
    page: Page, address: str, language, alone, taught
):
    page.goto(f"{address}/compare?lang={language}&places=11~12~22~23")
    cells = page.locator("td button")
    cells.first.wait_for()
    read = cells.evaluate_all("all => all.map(one => one.getAttribute('aria-label'))")
    assert any(re.search(alone, one) for one in read)
    assert not any("1 statements" in one or "←" in one for one in read)
    assert any(taught in one for one in read)
    assert any("←" in text for text in cells.all_inner_texts())
    signs = page.locator("tbody th .how")
    assert signs.count()
    for sign in signs.all():
        assert sign.get_attribute("aria-label")


@pytest.mark.needs_chromium
def test_tab_comes_to_the_cell_that_the_address_opens(page: Page, address: str):
    page.goto(f"{address}/compare?lang=en&places=11~12~22&cell=shared-card~12")
    stop = page.locator("table").first.locator('button[tabindex="0"]')
    expect(stop).to_have_attribute("data-key", "shared-card~12")


@pytest.mark.needs_chromium
def test_a_comparison_is_taken_away_as_a_workbook(page: Page, address: str):
    page.goto(f"{address}/compare?lang=zh&places=11~12")
    page.locator("td button").first.wait_for()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="下载 XLSX").click()
    book = openpyxl.load_workbook(io.BytesIO(Path(waiting.value.path()).read_bytes()))
    assert book.sheetnames == ["机制", "数据", "脚注"]
