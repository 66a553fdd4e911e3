"""The app in a real browser without a network: a click shows the evidence."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from exports.html.stage_page import stage_page
from graph.drawing.layout.edge_path import points
from graph.drawing.network_scene import network_layout
from graph.drawing.stage_scene import stage_scene
from graph.links.edge_bundle_index import bundle_index
from graph.links.edge_filter import EdgeFilter, curve_bundles, select_bundles

pytestmark = pytest.mark.needs_chromium

LESSON = "12-LEARNED_FROM-11"


def network(page: Page) -> Locator:
    drawn = page.locator(".net[data-ready]").first
    drawn.wait_for()
    page.wait_for_timeout(500)
    return drawn


def click_line(page: Page, drawn: Locator, id: str) -> None:
    spot = drawn.evaluate(
        """(box, id) => {
            const {x, y} = box.layer.middle(id);
            return [x, y];
        }""",
        id,
    )
    corner = drawn.bounding_box()
    assert corner is not None
    page.mouse.click(corner["x"] + spot[0], corner["y"] + spot[1])


def test_a_clicked_line_shows_source_spot_and_words(page, address):
    page.goto(f"{address}/spread?lang=en")
    drawn = network(page)
    click_line(page, drawn, LESSON)
    card = page.locator(".card").first
    expect(card).to_contain_text("Birch learned from Alder")
    panel = page.locator(".st-key-evidence-spread")
    expect(panel).to_contain_text("3 statements")
    expect(panel).to_contain_text("East Gazette")
    expect(panel).to_contain_text("characters 80–110")
    expect(panel.locator("mark").first).to_be_visible()
    expect(panel).to_contain_text("your copy has the same words")
    link = panel.get_by_role("link", name="open the original").first
    expect(link).to_have_attribute(
        "href", "https://gazette.example/2006/reading?no=7#:~:text=Birch,2001"
    )
    expect(link).to_have_attribute("target", "_blank")
    expect(link).to_have_attribute("rel", "noopener noreferrer")


def test_nothing_jumps_when_something_is_picked(page, address):
    page.goto(f"{address}/spread?lang=en")
    drawn = network(page)
    drawn.evaluate("box => { box.network.moveTo({scale: 1.1}); box.sameAsBefore = box.network; }")
    view = "box => [box.network.getScale(), box.network.getViewPosition()]"
    before = drawn.evaluate(view)
    click_line(page, drawn, LESSON)
    expect(page.locator(".card").first).to_be_visible()
    assert drawn.evaluate(view) == before
    assert drawn.evaluate("box => box.sameAsBefore === box.network")


def test_names_are_legible_at_the_start(page, address):
    page.goto(f"{address}/spread?lang=en")
    sizes = network(page).evaluate(
        """box => Object.values(box.network.body.nodes).filter(node => node.options.label)
            .map(node => node.labelModule.fontOptions.size * box.network.getScale())"""
    )
    assert sizes and min(sizes) >= 12.99


def test_the_network_is_walked_with_the_keyboard(page, address):
    page.goto(f"{address}/spread?lang=en")
    drawn = network(page)
    drawn.focus()
    page.keyboard.press("ArrowRight")
    first = drawn.get_attribute("data-at")
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"):
        page.keyboard.press(key)
        if drawn.get_attribute("data-at") != first:
            break
    assert first and drawn.get_attribute("data-at") != first
    page.keyboard.press("Enter")
    expect(page.locator(".card").first).to_be_visible()


def test_a_row_of_the_table_shows_the_same(page, address):
    page.goto(f"{address}/spread?lang=en")
    network(page)
    table = page.get_by_test_id("stDataFrame").first
    table.scroll_into_view_if_needed()
    corner = table.bounding_box()
    assert corner is not None
    page.mouse.click(corner["x"] + 15, corner["y"] + 52)
    expect(page.locator(".card").first).to_be_visible()


def test_the_language_is_switched_and_choices_stay(page, address):
    page.goto(f"{address}/explore?lang=en&thing=12")
    expect(page.get_by_role("heading", name="Birch")).to_be_visible()
    page.get_by_text("中文", exact=True).click()
    expect(page.get_by_role("heading", name="乙城市")).to_be_visible()
    assert "lang=zh" in page.url and "thing=12" in page.url


@pytest.mark.parametrize("page", ["light", "dark"], indirect=True)
def test_the_picture_follows_the_theme(page, address, request):
    page.goto(f"{address}/spread?lang=zh")
    fill = network(page).evaluate(
        """box => Object.values(box.network.body.nodes)
            .find(node => node.options.group === 'ReformModel').options.color.background"""
    )
    dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    assert fill == ("#3b2a0c" if dark else "#fff3df")


def test_a_question_is_asked(page, address):
    page.goto(f"{address}/ask?lang=en&question=who_learned_from")
    expect(page.get_by_text(re.compile("rows?\\. Select one"))).to_be_visible()
    network(page)


def test_an_exported_file_opens_by_itself(page, small_facts, small_graph, tmp_path):
    found = select_bundles(small_facts, EdgeFilter())
    places = network_layout(small_facts, bundle_index(small_facts))
    data = stage_scene(
        small_facts, found, curve_bundles(small_facts, EdgeFilter()), places, {}, "zh"
    )
    file = tmp_path / "network.html"
    file.write_text(stage_page(small_facts, found.bundles, data, "zh"), encoding="utf-8")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    page.locator("body[data-ready]").wait_for()
    assert asked == [file.as_uri()]
    expect(page.get_by_role("heading", name="无有国读书改革的传播")).to_be_visible()
    path = next(edge["path"] for edge in data["network"]["edges"] if edge["id"] == LESSON)
    along = points(path)
    spot = page.evaluate(
        """([x, y]) => {
            const net = document.querySelector('.net');
            const at = net.network.canvasToDOM({x, y}), box = net.getBoundingClientRect();
            return [box.x + at.x, box.y + at.y];
        }""",
        along[len(along) // 2].tolist(),
    )
    page.mouse.click(*spot)
    panel = page.locator(".evidence")
    expect(panel).to_contain_text("无有国读书改革记")
    expect(panel).to_contain_text("80–110")


def test_an_exported_network_is_downloaded(page, address):
    page.goto(f"{address}/spread?lang=en")
    network(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Export as one offline page").click()
    text = Path(waiting.value.path()).read_text(encoding="utf-8")
    assert "Birch" in text and '<html lang="en">' in text


def test_a_port_that_is_taken_is_one_sentence(root, small_folder):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        order = [sys.executable, "cli.py", "app", "--port", str(port), "--lang", "en"]
        order += ["--facts", str(small_folder)]
        done = subprocess.run(order, cwd=root, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert str(port) in done.stderr and f"PORT={port + 1}" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
