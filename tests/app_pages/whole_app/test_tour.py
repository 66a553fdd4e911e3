"""The tour of the README: from a new folder and a text of one's own to an edge on the map."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from typer.testing import CliRunner

from cli import app
from loaders.facts.facts_folder import read_facts
from ontology.schema.kinds import LearnedFrom, Source
from tests.app_pages.axe import violations
from tests.browsing import at_rest, served
from tests.drafting.sources.made_up_documents import SECOND_SENTENCES
from tests.drafting.sources.web.conftest import Web, web

__all__ = ["web"]
pytestmark = pytest.mark.needs_chromium

START, LEARNER = "441323", "441322"
# Nobody has written this text, and nothing in it is so.
TEXT = (
    "虚构的测试稿：风筝图书馆\n"
    "2024年5月6日\n"
    "惠东县的风筝图书馆是为测试而编造的，并无此事，请不要当真，也请不要转载。"
    "2021年，博罗县学习惠东县的风筝图书馆经验，这一句同样是编造的，并无此事。\n"
)
NEW = ["--title-zh", "虚构的试验", "--title-en", "An invented trial", "--languages", "both"]
NEW += ["--code-lists", "GB/T 2260", "--start", START, "--start-level", "county"]
NEW += ["--start-en", "Huidong County"]


@pytest.fixture
def own_app(root: Path, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The app on a folder that `new` has made; the folder for texts is made by the first text."""
    folder = tmp_path / "mine"
    assert CliRunner().invoke(app, ["new", str(folder), "--lang", "en", *NEW]).exit_code == 0
    here = root / "tests" / "servers" / "reaching_here"
    path = {"PYTHONPATH": os.pathsep.join(map(str, (here, root)))}
    with served(root, folder, None, path) as base:
        yield base, folder


def view(page: Page, name: str) -> None:
    page.get_by_test_id("stMain").get_by_text(name, exact=True).click()
    at_rest(page)


def all_written_message(page: Page) -> Locator:
    return page.get_by_text("all decisions are written")


def open_a_page_of_the_web(page: Page, web: Web, texts: Path) -> None:
    """A page that its site forbids is refused in words; another is kept, and read as it is."""
    at_rest(page)  # a part that is opened while the page is made may close again
    page.get_by_text("Open a text", exact=True).click()
    before = set(texts.iterdir())
    address = page.get_by_role("textbox", name="or the address of a web page")
    for path, code in (("private/a.html", "private-page"), ("b.html", "fetched-page")):
        address.fill(web.address(path))
        page.get_by_label("Title in Chinese").fill("虚构的网页")
        page.get_by_label("Title in English").fill("An invented page")
        page.get_by_label("Code (made from the title if empty)").fill(code)
        page.get_by_role("button", name="Open this text").click()
        if code == "private-page":
            refusal = page.get_by_test_id("stAlert").filter(has_text="robots.txt asks programs")
            expect(refusal).to_contain_text(web.address(path))
            assert set(texts.iterdir()) == before
    page.get_by_text("Opened “An invented page”").wait_for()
    expect(page.get_by_role("document", name="The whole text of the source")).to_contain_text(
        SECOND_SENTENCES
    )
    record = json.loads((texts / "fetched-page.fetched.json").read_text(encoding="utf-8"))
    assert record["address"] == web.address("b.html")
    page.get_by_text("Open a text", exact=True).click()
    expect(address).to_have_value("")  # ready for the next text
    page.get_by_role("button", name="Open this text").click()
    expect(page.get_by_text("Choose one: a file, pasted words")).to_be_visible()  # still open


def open_the_text(page: Page) -> None:
    page.get_by_label("or paste the words here").fill(TEXT)
    page.get_by_label("Title in Chinese").fill("虚构的测试稿")
    page.get_by_label("Title in English").fill("An invented text")
    page.get_by_label("Day of publication").fill("2024-05-06")
    page.get_by_label("Code (made from the title if empty)").fill("invented-text")
    page.get_by_role("button", name="Open this text").click()
    page.get_by_text("Opened “An invented text”").wait_for()


def nothing_to_review(page: Page) -> None:
    """Where no draft waits no key is offered, and a text is asked for first."""
    expect(page.get_by_label("or paste the words here")).to_be_visible()
    view(page, "Review drafts")
    expect(page.locator(".review .right")).to_contain_text("No draft is left to review")
    expect(page.locator(".review").get_by_role("button")).to_have_count(0)
    assert violations(page) == []
    view(page, "Second reader")
    expect(page.locator(".review .right")).to_contain_text("No row waits for a second reader")


def mark_a_sentence(page: Page) -> None:
    """A row for the fourth sentence, found with the keyboard; it is left as it is."""
    text = page.get_by_role("document", name="The whole text of the source")
    text.focus()
    for key in (*["ArrowRight"] * 4, "Enter"):
        text.press(key)
    row = page.locator(".review .edit")
    expect(row.get_by_role("combobox", name="Learner")).to_have_value("博罗县")
    expect(row.get_by_role("combobox", name="Teacher")).to_have_value("Huidong County")
    expect(row.get_by_label("When as written")).to_have_value("2021年")
    at_rest(page)
    assert violations(page) == []
    row.get_by_role("button", name="Cancel").click()
    expect(row).to_have_count(0)
    mark_with_a_finger(page, text)
    expect(row.get_by_role("combobox", name="Learner")).to_have_value("博罗县")
    name_a_new_thing(page, row)
    row.get_by_role("button", name="Cancel").click()


def name_a_new_thing(page: Page, row: Locator) -> None:
    """A name that nothing has leads from its field to the form of a new thing."""
    row.get_by_role("combobox", name="Learner").fill("虚构村")
    page.keyboard.press("Enter")  # before there is an answer: the old thing is not saved
    expect(row.get_by_role("option", name="New thing: 虚构村")).to_be_visible()
    page.keyboard.press("Enter")
    form = page.get_by_role("dialog", name="New thing")
    expect(form.get_by_label("Chinese name")).to_have_value("虚构村")
    form.get_by_role("button", name="Add it").click()
    expect(form.get_by_role("status")).to_contain_text("cannot be accepted")
    page.keyboard.press("Escape")
    expect(form).to_have_count(0)


def mark_with_a_finger(page: Page, text: Locator) -> None:
    """A finger does not say when it has marked enough: what is marked then is still marked here."""
    taken = page.get_by_role("button", name="Make a row from the marked words")
    expect(taken).to_have_count(0)
    text.dispatch_event("pointerdown", {"pointerType": "touch"})
    text.press("ArrowLeft")
    text.press("ArrowRight")
    taken.click()
    expect(taken).to_have_count(0)


def accept_the_lesson(page: Page) -> None:
    """The learner is new to the facts: it is added first, with what the code list knows of it."""
    card = page.locator(".review .right")
    while "Learned from" not in card.locator("h2").inner_text():
        page.keyboard.press("x")
        page.keyboard.press("6")
        expect(all_written_message(page)).to_be_visible()
    page.keyboard.press("a")
    expect(page.locator(".review .status")).to_contain_text("Not accepted")
    page.keyboard.press("n")
    form = page.get_by_role("dialog", name="New thing")
    expect(form.get_by_label("Chinese name")).to_have_value("博罗县")
    form.get_by_label("English name").fill("Boluo County")
    form.get_by_role("button", name="Add it").click()
    expect(card.locator(".blocks")).to_have_count(0)
    page.keyboard.press("a")
    expect(all_written_message(page)).to_be_visible()


def test_a_text_of_one_s_own_becomes_an_edge_on_the_map(page, own_app, web):
    address, folder = own_app
    page.goto(f"{address}/review?lang=en")
    page.get_by_role("textbox", name="Your name as curator").fill("Ada")
    page.get_by_role("button", name="Begin").click()
    nothing_to_review(page)
    view(page, "Open and mark a text")
    open_the_text(page)
    page.get_by_role("button", name="Draft by rules").click()
    page.get_by_text("The rules propose").first.wait_for()
    page.get_by_role("button", name="drafts of this text").wait_for()
    at_rest(page)
    mark_a_sentence(page)
    page.get_by_role("button", name="drafts of this text").click()
    page.locator(".review .right h2").wait_for()
    at_rest(page)
    assert violations(page) == []
    accept_the_lesson(page)
    view(page, "Settle")
    page.get_by_role("button", name="Settle this source").click()
    page.get_by_text("Written into the facts:").wait_for()
    facts = read_facts(folder)
    (lesson,) = (s for s in facts.statements.values() if isinstance(s, LearnedFrom))
    assert (lesson.learner, lesson.teacher, lesson.curator) == (LEARNER, START, "Ada")
    assert [source.code for source in facts.things_of(Source)] == ["invented-text"]
    log = (folder / "drafts" / "decisions.jsonl").read_text(encoding="utf-8").splitlines()
    assert {json.loads(line)["curator"] for line in log} == {"Ada"}
    page.get_by_test_id("stMain").get_by_role("link", name="Spread").click()
    arc = page.locator(f'[data-line="{LEARNER}-LEARNED_FROM-{START}"]')
    arc.first.focus()
    page.keyboard.press("Enter")
    panel = page.locator(".st-key-evidence-spread")
    expect(panel).to_contain_text("Boluo County learned from Huidong County")
    expect(panel.locator("mark").first).to_contain_text("博罗县学习惠东县的风筝图书馆经验")
    expect(panel).to_contain_text("your copy has the same words")
    page.goto(f"{address}/review?lang=en&curator=Ada&view=text")
    open_a_page_of_the_web(page, web, folder.with_name("mine-texts"))
