"""The exported talk: one small file that plays by keyboard, in both languages, and asks nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from exports.talk.html_page import talk_page
from exports.talk.slides import slides
from exports.talk.step_words import evidence
from graph.links.edge_filter import EdgeFilter
from graph.links.talk import Analysis, Step, StepView, Talk
from loaders.facts.facts_folder import read_facts
from loaders.talks.talk_reader import read_talk

NAME, MAX_TALK_BYTES = "how-it-spread", 5_000_000


@pytest.fixture(scope="module")
def facts(root):
    return read_facts(root / "facts")


@pytest.fixture(scope="module")
def talk(root, facts) -> Talk:
    return read_talk(root / "facts", NAME, facts)


@pytest.fixture(scope="module")
def html(facts, talk) -> str:
    return talk_page(slides(facts, talk), "en")


@pytest.fixture(scope="module")
def talk_browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(talk_browser: Browser, html: str, tmp_path: Path) -> Iterator[Page]:
    """The file, opened as from a stick, where every request is counted and refused."""
    path = tmp_path / "talk.html"
    path.write_text(html, encoding="utf-8")
    context = talk_browser.new_context(viewport={"width": 1280, "height": 720}, locale="en-US")
    asked: list[str] = []
    broken: list[str] = []

    def route(one) -> None:
        if one.request.url == path.as_uri():
            one.continue_()
        else:
            asked.append(one.request.url)
            one.abort()

    context.route("**/*", route)
    shown = context.new_page()
    shown.on("pageerror", lambda error: broken.append(str(error)))
    shown.goto(path.as_uri())
    shown.wait_for_selector("body[data-ready]")
    yield shown
    context.close()
    assert (asked, broken) == ([], [])


def step_number(page: Page) -> int:
    return int(page.locator(".talk").get_attribute("data-step"))


def test_the_file_is_small_and_names_no_other_file(html):
    assert len(html.encode()) < MAX_TALK_BYTES
    assert not re.search(r"""(?:src|href)\s*=\s*["'](?:https?:)?//""", html)
    assert "@import" not in html


def test_a_clicker_goes_through_every_step_in_both_languages(page, talk, facts):
    for language in ("en", "zh"):
        for number, step in enumerate(talk.steps, 1):
            assert step_number(page) == number
            assert page.locator(".talk-caption").inner_text() == step.caption(language)
            cited = page.locator(".talk-panel li").all_text_contents()
            assert cited == evidence(facts, step, language)
            assert page.locator(".stage").get_attribute("data-layout") == step.view.layout
            page.keyboard.press("PageDown")
        assert step_number(page) == len(talk.steps)
        page.keyboard.press("Home")
        page.keyboard.press("l")
    assert page.locator(".talk").get_attribute("lang") == "en"


@pytest.mark.parametrize(
    ("forth", "back"), [("ArrowRight", "ArrowLeft"), (" ", "Backspace"), ("PageDown", "PageUp")]
)
def test_every_way_forth_has_a_way_back(page, forth, back):
    page.keyboard.press(forth)
    page.keyboard.press(forth)
    assert step_number(page) == 3
    page.keyboard.press(back)
    assert step_number(page) == 2


def test_a_clicker_steps_while_the_time_control_has_the_focus(page):
    page.keyboard.press("End")
    page.locator(".talk-back").focus()
    page.keyboard.press("ArrowLeft")
    page.locator(".talk-next").focus()
    page.keyboard.press("Enter")
    assert page.locator(".talk-next").is_disabled()
    assert page.locator(".talk-back").evaluate("button => button === document.activeElement")
    page.locator(".turn.back").focus()
    page.keyboard.press("ArrowRight")  # who walks by Tab has the arrows of a toolbar
    assert page.locator(".turn.play").evaluate("button => button === document.activeElement")
    assert step_number(page) == 12
    page.locator(".slider").focus()
    page.keyboard.press("ArrowLeft")
    assert step_number(page) == 12
    page.keyboard.press("PageUp")
    assert step_number(page) == 11


def test_the_moment_of_a_step_is_that_of_its_view(page, talk):
    for step in talk.steps:
        if step.view.year:
            assert page.locator(".stage").get_attribute("data-moment") == str(step.view.year)
        page.keyboard.press("ArrowRight")


def test_evidence_opens_and_closes_by_key(page):
    panel = page.locator(".talk-panel")
    assert panel.is_hidden()
    page.keyboard.press("e")
    assert panel.is_visible()
    page.keyboard.press("Escape")
    assert panel.is_hidden()


def test_a_click_on_a_line_of_the_map_shows_its_spot(page):
    page.keyboard.press("ArrowRight")
    page.locator(".arc").first.dispatch_event("click")
    drawer = page.locator(".stage .evidence")
    assert drawer.is_visible()
    assert re.search(r"\d+–\d+ · [0-9a-f]{12}", drawer.inner_text())


def test_what_is_read_from_the_back_row_is_large(page, talk):
    small = """() => [...document.querySelectorAll('.talk *')].filter((one) =>
        [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim())
        && one.checkVisibility({checkVisibilityCSS: true})
        && !one.closest('.credit, .turn, title, .stage svg:not(.map):not(.curve)'))
        .map((one) => [one.textContent.slice(0, 30), parseFloat(getComputedStyle(one).fontSize)
          * (one.ownerSVGElement ? one.ownerSVGElement.getScreenCTM().a : 1)])
        .filter(([, size]) => size < 19.9)"""
    for _ in talk.steps:
        assert page.evaluate(small) == []
        net = page.evaluate("() => document.querySelector('.net').network.getScale() * 15")
        assert net >= 19.9 or page.locator(".pane-network").is_hidden()
        page.keyboard.press("ArrowRight")


def test_the_figure_of_a_measure_is_painted_in_place_of_a_stage(talk_browser, facts, tmp_path):
    analysis = Analysis("reach")
    step = Step("一", "One", StepView(EdgeFilter()), analysis=analysis)
    file = tmp_path / "figure.html"
    content = talk_page(slides(facts, Talk("t", "题", "T", (step,))), "en")
    file.write_text(content, encoding="utf-8")
    with talk_browser.new_context(viewport={"width": 1920, "height": 1080}, locale="en") as context:
        page = context.new_page()
        page.goto(file.as_uri())
        image = page.get_by_alt_text("Time-respecting reach")
        expect(image).to_be_visible()
        assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") > 600
        expect(page.locator(".stage")).to_have_count(0)
        page.keyboard.press("l")
        expect(page.get_by_alt_text("符合时序的可达范围")).to_be_visible()


def test_nothing_in_a_talk_is_markup(facts, talk):
    evil = '</script><img src=x onerror="alert(1)">'
    data = slides(facts, talk)
    html = talk_page(data | {"title": {"zh": evil, "en": evil}})
    assert "<img" not in html
    assert html.count("</script>") == talk_page(data).count("</script>")
