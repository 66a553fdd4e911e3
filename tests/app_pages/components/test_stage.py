"""The Spread page's stage in a browser: played, stepped, shared by its address, and offline."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from app_pages.components.stage import LAYOUTS

pytestmark = pytest.mark.needs_chromium

LESSON = "12-LEARNED_FROM-11"
FIRST_YEAR, LAST_YEAR = "1998", "2006"


@pytest.fixture(scope="module")
def app_folder(mapped_folder: Path) -> Path:
    """These tests' app has a map."""
    return mapped_folder


def open_stage(page: Page, address: str, query: str = "") -> Locator:
    page.goto(f"{address}/spread?lang=en{query}")
    stage = page.locator(".stage[data-moment]")
    stage.wait_for()
    page.locator(".net[data-ready]").wait_for(state="attached")
    return stage


def sums(page: Page) -> dict[str, int]:
    """The numbers that are said to add up."""
    data = page.locator(".counts").evaluate("box => ({...box.dataset})")
    return {key: int(value) for key, value in data.items()}


def moment(stage: Locator) -> str | None:
    return stage.get_attribute("data-moment")


def wait_for_address(page: Page, pattern: str) -> None:
    """Waits until the address says so."""
    page.wait_for_url(re.compile(pattern))


BOXES = """(elements) => elements.map((element) => {
  const box = element.getBoundingClientRect();
  return [box.left, box.top, box.right, box.bottom];
})"""


def lie_on_one_another(one: list[float], other: list[float]) -> bool:
    """Whether two boxes (left, top, right, bottom) overlap."""
    across = one[0] < other[2] and other[0] < one[2]
    return across and one[1] < other[3] and other[1] < one[3]


def test_one_control_moves_network_map_and_curve(page, address):
    stage = open_stage(page, address)
    assert moment(stage) == LAST_YEAR
    arcs, lines = (
        lambda: int(page.locator("svg.map[data-arcs]").get_attribute("data-arcs") or 0),
        lambda: int(page.locator(".net").get_attribute("data-drawn") or 0),
    )
    before = arcs(), lines(), page.locator("svg.curve .count").all_text_contents()
    # each name once, none on another, and the last count within its frame
    names = page.locator("svg.curve .who").evaluate_all(BOXES)
    assert len(names) > 2
    assert not [pair for pair in combinations(names, 2) if lie_on_one_another(*pair)]
    [count], [frame] = (
        page.locator(place).evaluate_all(BOXES)
        for place in ("svg.curve .count >> nth=0", "svg.curve")
    )
    assert count[1] >= frame[1]
    for _ in range(20):
        page.get_by_role("button", name="Step back").click()
    expect(stage).to_have_attribute("data-moment", FIRST_YEAR)
    after = arcs(), lines(), page.locator("svg.curve .count").all_text_contents()
    assert after[0] < before[0] and after[1] < before[1] and after[2] != before[2]


def test_what_is_said_adds_up_at_every_moment(page, address):
    stage = open_stage(page, address, "&scope=all&stances=stated~implied~planned~denied")
    seen = set()
    for _ in range(30):
        said = sums(page)
        assert sum(value for key, value in said.items() if key != "total") == said["total"]
        assert int(page.locator(".net").get_attribute("data-drawn")) == (
            said["certain"] + said["possible"] + said["undated"]
        )
        seen.add((said["certain"], said["possible"], said["later"]))
        if moment(stage) == FIRST_YEAR:
            break
        page.get_by_role("button", name="Step back").click()
    assert len(seen) > 3
    assert any(possible for _, possible, _ in seen)


def test_it_plays_from_the_start_and_stops_at_the_end(page, address):
    stage = open_stage(page, address)
    page.get_by_role("button", name="Play").click()
    expect(page.locator(".turn.play")).to_have_attribute("data-playing", "true")
    expect(stage).to_have_attribute("data-moment", "2000")
    page.get_by_role("button", name="Pause").click()
    held = moment(stage)
    page.wait_for_timeout(2000)
    assert moment(stage) == held


def test_nothing_moves_while_it_plays(page, address):
    stage = open_stage(page, address)
    places = "box => box.network.getPositions()"
    net = page.locator(".net")
    before = net.evaluate(places)
    for _ in range(6):
        page.get_by_role("button", name="Step back").click()
    assert moment(stage) != LAST_YEAR
    after = net.evaluate(places)
    assert 0 < len(after) < len(before)
    assert after.items() <= before.items()


def test_the_keyboard_plays_steps_and_walks(page, address):
    stage = open_stage(page, address)
    page.locator(".slider").focus()
    page.keyboard.press("ArrowLeft")
    expect(stage).to_have_attribute("data-moment", "2005")
    page.keyboard.press(",")
    expect(stage).to_have_attribute("data-moment", "2004")
    page.keyboard.press(".")
    expect(stage).to_have_attribute("data-moment", "2005")
    page.keyboard.press(" ")
    expect(page.locator(".turn.play")).to_have_attribute("data-playing", "true")
    page.keyboard.press(" ")
    expect(page.locator(".turn.play")).to_have_attribute("data-playing", "false")
    layout = page.get_by_role("toolbar", name="What is shown")
    layout.get_by_role("checkbox").focus()
    for key in ("ArrowRight", "End", "ArrowLeft", "Enter"):
        page.keyboard.press(key)
    expect(stage).to_have_attribute("data-layout", "curve")
    expect(page.get_by_role("button", name="Curve", exact=True)).to_be_focused()
    expect(layout.locator("[tabindex='0']")).to_have_count(1)
    for key in ("Home", "ArrowRight", "Enter"):
        page.keyboard.press(key)
    expect(stage).to_have_attribute("data-layout", "all")
    arc = page.locator(f".arc[data-line='{LESSON}']")
    arc.focus()
    page.keyboard.press("ArrowRight")
    expect(arc).not_to_be_focused()
    expect(page.locator(".arc[tabindex='0']")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    before = str(int(moment(stage) or 0) - 1)  # it has played for a moment
    page.keyboard.press(",")
    expect(stage).to_have_attribute("data-moment", before)  # drawn anew, but for the focus
    expect(arc).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".evidence")).to_contain_text("Birch learned from Alder")
    page.keyboard.press("Escape")
    expect(page.locator(".evidence")).to_be_hidden()


def test_the_keyboard_walks_only_to_what_is_drawn_at_the_moment(page, address):
    open_stage(page, address, f"&scope=all&moment={FIRST_YEAR}&undated=0")
    drawn = page.locator(".net")
    shown = drawn.evaluate("box => box.nodes.get({filter: (one) => !one.hidden}).map(({id}) => id)")
    assert len(shown) < drawn.evaluate("box => box.nodes.length")
    drawn.focus()
    for key in ("Right", "Right", "Down", "Left", "Left", "Up", "Right", "Down", "Down", "Left"):
        page.keyboard.press(f"Arrow{key}")
        assert drawn.get_attribute("data-at") in shown


def test_the_map_alone_says_what_its_colours_mean(page, address):
    open_stage(page, address, "&scope=all&layout=map")
    said = page.locator(".pane-map .legend")
    expect(said).to_contain_text("learned from")
    hues = {arc.get_attribute("style") for arc in page.locator(".arc").all()}
    expect(said.locator(".legend-item")).to_have_count(len(hues))
    page.get_by_role("button", name="All three").click()
    expect(said).to_be_hidden()  # that of the network stands above it


def test_areas_of_the_map_and_of_small_pictures_open_what_colours_them(page, address):
    query = "&scope=all&types=ADOPTED&mechanism=lending&layout=map&multiples=mechanism"
    stage = open_stage(page, address, query)
    area = page.locator("svg.map:not(.inset) path[data-area='10']")
    expect(area).to_have_attribute("aria-label", "East Plain: 1990–1999")
    assert area.evaluate("path => path.style.fill")
    area.click()
    wait_for_address(page, "pick=11-ADOPTED-mobile-library")
    evidence = page.locator(".st-key-evidence-spread")
    expect(evidence).to_contain_text("Alder adopted Mobile library")
    small = page.locator(".multiples path[data-pick='11-ADOPTED-shared-card']").first
    small.click()
    expect(evidence).to_contain_text("Alder adopted Shared card")
    expect(small).to_have_class("picked")
    small.focus()  # one stop of Tab, which the arrow keys walk from
    small.press("End")
    last = page.locator(".multiples [data-pick]:focus")
    expect(last).to_have_attribute("aria-label", re.compile("Alder|Birch|Plain|library"))
    assert page.locator(".multiples [tabindex='0']").count() == 1
    last.press("Enter")
    expect(last).to_have_class("picked")
    while moment(stage) != "1989":
        page.get_by_role("button", name="Step back").click()
    expect(area).to_have_class("area shade outside")
    assert not area.evaluate("path => path.style.fill")


def test_certain_and_possible_look_different_in_all_three(page, address):
    open_stage(page, address, "&moment=2003")
    expect(page.locator(".arc.certain").first).to_be_attached()
    possible = page.locator(".arc.possible[data-line='21-LEARNED_FROM-12']")
    expect(possible.locator(".mark")).to_have_text("?")
    marks = page.locator(".net").evaluate(
        """box => [box.edges.get('21-LEARNED_FROM-12'), box.edges.get('12-LEARNED_FROM-11')]
            .map(({label, opacity}) => [label, opacity])"""
    )
    assert marks[0][0] == "?" and marks[1][0] is None
    assert marks[0][1] < marks[1][1]
    expect(page.locator("svg.curve .band")).to_be_attached()


def test_undated_links_lie_in_the_tray_and_may_be_left_undrawn(page, address):
    open_stage(page, address, "&scope=all")
    undated = sums(page)["undated"]
    assert undated > 0
    tray = page.locator(".tray-undated")
    tray.locator("summary").click()
    expect(tray.locator(".chip")).to_have_count(undated)
    drawn = int(page.locator(".net").get_attribute("data-drawn"))
    page.get_by_text("Draw undated").click()
    wait_for_address(page, "undated=0")
    assert int(page.locator(".net").get_attribute("data-drawn")) == drawn - undated
    assert sums(page)["undated"] == undated
    tray.locator(".chip").first.click()
    expect(page.locator(".evidence")).to_be_visible()


def test_every_link_that_is_not_on_the_map_is_listed(page, address):
    open_stage(page, address, "&scope=all")
    beside = page.locator(".tray-off-map")
    beside.locator("summary").click()
    listed = beside.locator(".chip").all_text_contents()
    assert listed and all("—" in one for one in listed)
    expect(page.locator(".credit")).to_have_text("Survey of Nowhere")


def test_no_two_names_on_the_map_lie_on_each_other(page, address):
    open_stage(page, address, "&scope=all&layout=map")
    boxes = page.locator("svg.map .name").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(({left, top, right, bottom}) => "
        "[left, top, right, bottom])"
    )
    assert len(boxes) > 2
    for at, (left, top, right, bottom) in enumerate(boxes):
        assert bottom - top >= 14
        for l2, t2, r2, b2 in boxes[at + 1 :]:
            assert right <= l2 + 1 or r2 <= left + 1 or bottom <= t2 + 4 or b2 <= top + 4


def test_the_address_holds_the_whole_view(page, address, browser: Browser):
    open_stage(page, address)
    page.get_by_role("button", name="Step back").click()
    wait_for_address(page, "moment=2005")
    page.get_by_role("button", name="Map", exact=True).click()
    wait_for_address(page, "layout=map")
    page.locator(f".arc[data-line='{LESSON}']").focus()
    page.keyboard.press("Enter")
    wait_for_address(page, f"pick={LESSON}")
    page.get_by_text("Everything", exact=True).click()
    wait_for_address(page, "scope=all")
    said = sums(page)
    fresh = browser.new_context(locale="en-US").new_page()
    fresh.goto(page.url)
    stage = fresh.locator(".stage[data-moment='2005'][data-layout='map']")
    stage.wait_for()
    expect(fresh.locator(".evidence")).to_contain_text("Birch learned from Alder")
    expect(fresh.locator(".st-key-evidence-spread")).to_contain_text("3 statements")
    assert sums(fresh) == said
    fresh.context.close()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_layout_is_opened_by_its_address(page, address, layout):
    open_stage(page, address, f"&layout={layout}")
    expect(page.locator(".pane:visible")).to_have_count(3 if layout == "all" else 1)


def test_what_an_address_asks_for_and_is_gone_is_said(page, address):
    open_stage(page, address, "&moment=1066&pick=nobody&layout=network")
    said = page.get_by_role("alert").filter(has_text="pick=nobody")
    expect(said).to_contain_text("moment=1066")
    expect(page.locator(".stage")).to_have_attribute("data-layout", "network")


def test_the_exported_file_plays_too(page, address, tmp_path):
    open_stage(page, address, "&scope=all")
    button = page.get_by_role("button", name="Export as one offline page")
    button.focus()
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    expect(button).to_be_focused()  # it was off while the file was made
    file = tmp_path / "spread.html"
    waiting.value.save_as(file)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    page.locator("body[data-ready]").wait_for()
    stage = page.locator(".stage")
    page.locator(".slider").focus()
    page.keyboard.press("Home")
    expect(stage).to_have_attribute("data-moment", re.compile("19.."))
    page.keyboard.press("End")
    page.locator(f".arc[data-line='{LESSON}']").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".evidence")).to_contain_text("East Gazette")
    assert asked == [file.as_uri()]
    assert file.stat().st_size < 5_000_000


def test_a_finger_beside_a_dot_of_the_map_hits_it(address, browser: Browser):
    context = browser.new_context(has_touch=True, locale="en-US")
    fresh = context.new_page()
    open_stage(fresh, address, "&layout=map")
    hold = fresh.locator(".arc .hold").first
    assert hold.evaluate("line => getComputedStyle(line).strokeWidth") == "32px"
    dot = fresh.locator(".dot .finger").first.bounding_box()
    assert dot is not None and dot["width"] == pytest.approx(30, abs=1)
    fresh.touchscreen.tap(dot["x"] + 4, dot["y"] + dot["height"] / 2)
    wait_for_address(fresh, "pick=")
    context.close()
