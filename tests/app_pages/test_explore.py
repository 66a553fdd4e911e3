"""The Explore page: found by any name, grown without a jump, every node and edge with evidence."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from streamlit.testing.v1 import AppTest

from queries.rendering.citations import CITED_PARTS
from queries.rendering.texts import phrase
from tests.browsing import at_rest

LESSON = "12-LEARNED_FROM-11"


def run_page(root: Path, language: str = "en", page: str = "explore", **address: str) -> AppTest:
    test = AppTest.from_file(str(root / "app_pages" / f"{page}.py"), default_timeout=60)
    for key, value in {"lang": language, **address}.items():
        test.query_params[key] = value
    return test.run()


def search(test: AppTest, text: str) -> AppTest:
    return test.text_input(key="explore_search").set_value(text).run()


def html(test: AppTest) -> str:
    return "\n".join(element.proto.body for element in test.get("html"))


def table(test: AppTest):
    return test.dataframe[0].value


@pytest.mark.parametrize(
    ("typed", "header"),
    [("乙城市", "Birch"), ("birch", "Birch"), ("yicheng", "Birch"), ("yi cheng shi", "Birch")]
    + [("ＣＥＤＡＲ", "Cedar"), ("通用借書卡", "Shared card"), ("22", "Dogwood")],
)
def test_a_name_in_full_opens_its_thing(root, typed, header):
    test = search(run_page(root), typed)
    assert not test.exception
    assert test.header[0].value == header


def test_of_several_that_may_be_meant_none_is_opened_and_all_are_told_apart(root):
    test = search(run_page(root), "城市")
    assert test.header[0].value == "Alder"
    labels = [button.label for button in test.button]
    assert "Birch (乙城市) · prefecture" in "\n".join(labels)  # it is told why it may be meant
    assert any("Alder" in label and "East Plain" in label for label in labels)
    next(button for button in test.button if button.label.startswith("Cedar")).click().run()
    assert test.header[0].value == "Cedar"


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "From Cedar to Alder: 2 steps."), ("zh", "2 步")],
)
def test_a_path_names_its_steps_and_bears_out_each(root, language, words):
    test = run_page(root, language, thing="21", view="path", to="11")
    assert not test.exception
    assert words in "\n".join(text.value for text in test.text)
    assert list(table(test).iloc[:, 0]) == [1, 2]
    assert html(test).count('class="card') >= 2


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_whole_network_has_every_link_in_its_table_and_bears_out_what_is_picked(root, language):
    test = run_page(root, language, view="whole", pick=LESSON)
    assert not test.exception
    picked = table(test)
    assert len(picked) == 1
    assert html(test).count('class="card') >= 1
    everything = table(run_page(root, language, view="whole"))
    assert len(everything) > 5
    assert f" {len(everything)}" in "\n".join(text.value for text in test.caption)


def test_where_no_stated_path_leads_the_page_says_so(root):
    test = run_page(root, thing="12", view="path", to="12")
    assert "Both ends are the same thing." in test.info[0].value


def test_a_name_that_shows_why_it_was_found_stands_alone(root):
    test = search(run_page(root), "bir")
    assert any(button.label.startswith("Birch · ") for button in test.button)


def test_what_is_close_is_offered_and_what_is_not_there_is_said(root):
    test = search(run_page(root), "Aldr")
    assert any("Perhaps one of these" in caption.value for caption in test.caption)
    assert any(button.label.startswith("Alder") for button in test.button)
    assert any("zzzz" in info.value for info in search(run_page(root), "zzzz").info)


def test_the_id_of_a_statement_or_its_beginning_leads_to_its_page(root, small_facts):
    id = next(id for id in small_facts.statements if id.startswith("learned_from-"))
    for typed in (id, id[:-6], id.rpartition("-")[2]):
        test = search(run_page(root), typed)
        assert not test.exception and not test.info[1:]
        links = [md.value for md in test.markdown if f"(statement?lang=en&id={id})" in md.value]
        assert len(links) == 1 and "learned from" in links[0]
    for name in ("learned_from", "10", "Birch"):
        assert "statement?" not in "".join(md.value for md in search(run_page(root), name).markdown)


def test_a_row_about_one_statement_leads_to_its_page(root, small_facts):
    for frame in run_page(root, thing="11", view="told").dataframe:
        for address in frame.value["Id"]:
            assert address.partition("&id=")[2] in small_facts.statements


def test_what_is_implied_is_off_until_it_is_asked_for(root):
    address = {"thing": "22", "types": "ADOPTED~WITHIN~LEARNED_FROM"}
    assert set(table(run_page(root, **address))["Stance"]) == {"stated"}
    both = table(run_page(root, stances="stated~implied", **address))
    assert set(both["Stance"]) == {"stated", "implied"}
    assert not both[both["Stance"] == "stated"]["Statements of other stances"].any()


def test_the_table_counts_what_the_sentence_counts(root):
    for address in ({}, {"thing": "12"}, {"thing": "22", "stances": "stated~implied~denied"}):
        test = run_page(root, **address)
        captions = "".join(caption.value for caption in test.caption)
        drawn = int(re.findall(r"(\d+) links are drawn", captions)[0])
        assert drawn == len(table(test))


def test_a_thing_is_opened_out_without_the_mouse(root):
    test = run_page(root)
    before = len(table(test))
    test.session_state["explore_grown"] = ["12"]
    test.run()
    assert not test.exception
    assert len(table(test)) > before
    assert test.query_params["opened"] in ("12", ["12"])


def test_the_address_opens_the_same_view(root):
    address = {"thing": "12", "opened": "11~21", "pick": LESSON, "types": "LEARNED_FROM"}
    test = run_page(root, **address)
    assert "data-statement" in html(test)
    assert set(table(test)["Link"]) == {"learned from"}
    for key, value in address.items():
        assert test.query_params[key] in (value, [value])


@pytest.mark.parametrize(
    "address",
    [{"thing": "nobody"}, {"opened": "nobody"}, {"pick": "x-LEARNED_FROM-y"}, {"types": "SANG"}]
    + [{"years": "1~2"}, {"view": "upside-down"}, {"stances": "~~"}],
)
def test_an_address_that_makes_no_sense_is_said_and_the_rest_works(root, address):
    test = run_page(root, **address)
    assert not test.exception
    (name,) = address
    assert any(name in warning.value for warning in test.warning)
    assert test.header[0].value == "Alder"


@pytest.mark.parametrize("page", ["explore", "spread"])
@pytest.mark.parametrize(
    ("language", "adopted", "none"), [("en", "adopted", "No link fits"), ("zh", "采用", "没有符合")]
)
def test_of_filters_that_nothing_fits_it_is_said_what_other_links_do(
    root, page, language, adopted, none
):
    asked = {"thing": "11", "mechanism": "mobile-library", "types": "MEMBER_OF", "scope": "all"}
    said = "".join(info.value for info in run_page(root, language, page, **asked).info)
    assert adopted in said
    asked["stances"] = "denied"
    said = "".join(info.value for info in run_page(root, language, page, **asked).info)
    assert none in said and adopted not in said


@pytest.mark.parametrize("language", ["zh", "en"])
def test_all_that_is_told_of_a_thing_is_a_table_a_section(root, language):
    test = run_page(root, language, thing="12", view="told")
    assert not test.exception
    assert test.header[0].value == ("乙城市" if language == "zh" else "Birch")
    said = "\n".join(one.value for one in test.header)
    assert ("向谁学习" if language == "zh" else "Learned from") in said


def test_a_thing_of_which_nothing_is_drawn_is_a_sentence(root):
    test = run_page(root, thing="11", types="")
    assert any("No link fits" in info.value for info in test.info)


# --- in a browser ---------------------------------------------------------------------------

browser_only = pytest.mark.needs_chromium


def network(page: Page) -> Locator:
    drawn = page.locator(".net[data-ready]").first
    drawn.wait_for()
    page.wait_for_timeout(600)
    return drawn


def spot(drawn: Locator, node: str) -> tuple[float, float]:
    x, y = drawn.evaluate(
        """(box, id) => {
            const {x, y} = box.network.canvasToDOM(box.network.getPosition(id));
            const corner = box.getBoundingClientRect();
            return [corner.x + x, corner.y + y];
        }""",
        node,
    )
    return x, y


def places(drawn: Locator) -> dict[str, dict[str, float]]:
    return drawn.evaluate("box => box.network.getPositions()")


VIEW = "box => [box.network.getScale(), box.network.getViewPosition()]"


@browser_only
def test_a_double_click_grows_the_picture_and_nothing_jumps(page: Page, address: str):
    page.goto(f"{address}/explore?lang=en&thing=11")
    drawn = network(page)
    before, view = places(drawn), drawn.evaluate(VIEW)
    page.mouse.dblclick(*spot(drawn, "12"))
    expect(page).to_have_url(re.compile("opened=12"))
    expect(drawn).not_to_have_attribute("data-ready", str(len(before)))
    after = places(drawn)
    assert set(after) > set(before)
    assert {code: after[code] for code in before} == before
    assert drawn.evaluate(VIEW) == view
    page.mouse.dblclick(*spot(drawn, "12"))  # and closes it again
    expect(drawn).to_have_attribute("data-ready", str(len(before)))


@browser_only
def test_the_keyboard_alone_finds_grows_and_opens_the_evidence(page: Page, address: str):
    page.goto(f"{address}/explore?lang=en")
    page.get_by_role("textbox", name="Search").focus()
    page.keyboard.type("dingcheng")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Dogwood")).to_be_visible()
    at_rest(page)
    drawn = network(page)
    drawn.focus()
    page.keyboard.press("ArrowRight")
    for key in ("ArrowLeft", "ArrowUp", "ArrowDown", "ArrowRight"):
        page.keyboard.press(key)
        if drawn.get_attribute("data-at") not in (None, "", "22"):
            break
    at = drawn.get_attribute("data-at")
    assert at and at != "22"
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-evidence-explore .card").first).to_be_visible()
    at_rest(page)
    drawn.focus()
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile(f"opened={at}"))


@browser_only
def test_the_keyboard_walks_on_when_the_thing_that_it_stood_on_is_gone(page: Page, address: str):
    page.goto(f"{address}/explore?lang=en&thing=11&opened=12")
    drawn = network(page)
    far = set(places(drawn))
    drawn.focus()
    page.keyboard.press("ArrowRight")
    drawn.evaluate("box => { box.network.unselectAll(); box.dataset.at = '12'; }")
    page.keyboard.press("Space")  # closes it: its own neighbours go
    expect(drawn).not_to_have_attribute("data-ready", str(len(far)))
    (gone, *_) = far - set(places(drawn))
    drawn.evaluate("(box, gone) => { box.dataset.at = gone; }", gone)
    page.keyboard.press("ArrowRight")
    assert drawn.get_attribute("data-at") in places(drawn)


@browser_only
def test_a_row_of_the_table_is_opened_with_the_keys_that_the_hint_names(page: Page, address: str):
    page.goto(f"{address}/explore?lang=en&thing=12")
    expect(page.get_by_text("Shift+Space")).to_be_visible()
    at_rest(page)
    page.get_by_test_id("data-grid-canvas").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Shift+Space")
    expect(page).to_have_url(re.compile("pick="))
    expect(page.locator(".st-key-evidence-explore .card").first).to_be_visible()


@browser_only
@pytest.mark.parametrize("page", ["light", "dark"], indirect=True)
def test_a_clicked_node_shows_the_words_of_the_readers_own_copy(page: Page, address: str):
    page.goto(f"{address}/explore?lang=zh&thing=11")
    drawn = network(page)
    page.mouse.click(*spot(drawn, "12"))
    panel = page.locator(".st-key-evidence-explore")
    expect(panel.locator("mark").first).to_be_visible()
    expect(panel).to_contain_text("与您的副本相符")


@browser_only
@pytest.mark.parametrize(
    ("language", "button"), [("zh", "CSV（带引注）"), ("en", "CSV with citations")]
)
def test_the_table_is_saved_with_its_citations(page: Page, address: str, language, button):
    page.goto(f"{address}/explore?lang={language}&thing=12&types=LEARNED_FROM")
    at_rest(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    with Path(waiting.value.path()).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    for row in rows:
        parts = [row[phrase(f"column_{part}", language)] for part in CITED_PARTS]
        ids, *others = parts
        assert ids and {len(part.split("; ")) for part in others} == {len(ids.split())}


@browser_only
@pytest.mark.parametrize("size", [(1366, 768), (1280, 720), (1920, 1080)])
@pytest.mark.parametrize("name", ["explore", "spread"])
def test_the_picture_is_in_sight_without_scrolling(page: Page, address: str, name, size):
    width, height = size
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{address}/{name}?lang=en")
    box = network(page).bounding_box()
    assert box is not None
    assert min(height, box["y"] + box["height"]) - box["y"] > 0.55 * height
