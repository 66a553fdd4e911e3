"""Analyse in a browser: figure, table and files of a measure, and a link that opens the same."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.app_pages.axe import violations
from tests.browsing import at_rest

pytestmark = pytest.mark.needs_chromium

ROOT = Path(__file__).parents[2]
DOCTORS = ROOT / "tests" / "published" / "netdiffuser"
EXAMPLE = ROOT / "tests" / "published" / "networkinference" / "example_cascades.csv"
LAPTOP = {"width": 1366, "height": 768}
UPLOADS = {"cascades": 0, "ties": 1, "nodes": 2}


def bring(page: Page, **tables: Path) -> None:
    """Uploads tables as a reader does, who waits until the page has taken each file."""
    at_rest(page)  # the page may draw its form once more
    for name, path in tables.items():
        uploader = page.get_by_test_id("stFileUploader").nth(UPLOADS[name])
        uploader.locator('input[type="file"]').set_input_files(str(path))
        expect(uploader.get_by_test_id("stFileChipName")).to_have_text(path.name)
        expect(uploader.get_by_test_id("stFileChipIconSpinner")).to_have_count(0)
        at_rest(page)


def option(page: Page, label: str, text: str) -> None:
    field = page.get_by_label(label, exact=True)
    page.get_by_role("button", name="Filters and options").click()
    field.fill(text)
    field.press("Enter")
    at_rest(page)
    page.keyboard.press("Escape")


def downloaded(page: Page, name: str) -> bytes:
    at_rest(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name).click()
    return Path(waiting.value.path()).read_bytes()


def wait_for_figure(page: Page) -> None:
    """Waits for a figure that has been painted, not only made room for."""
    at_rest(page)
    figure = page.locator(
        '[data-testid="stVegaLiteChart"] canvas, [data-testid="stVegaLiteChart"] svg'
    )
    figure.first.wait_for()
    box = figure.first.bounding_box()
    assert box is not None and min(box["width"], box["height"]) > 200


@pytest.mark.parametrize("language", ["zh", "en"])
def test_on_a_laptop_the_page_opens_on_the_figure_and_what_it_rests_on(page, address, language):
    page.set_viewport_size(LAPTOP)
    page.goto(f"{address}/analyse?lang={language}&mechanism=shared-card")
    wait_for_figure(page)
    counts = page.get_by_test_id("stMetric")
    expect(counts).to_have_count(3)
    reference = "文献" if language == "zh" else "Reference"
    shown = page.get_by_test_id("stVegaLiteChart"), counts.last, page.get_by_text(reference).first
    for one in shown:
        box = one.bounding_box()
        assert box is not None and box["y"] + box["height"] <= LAPTOP["height"]


def test_a_readers_doctors_give_the_published_thresholds_as_figure_and_files(page, address):
    page.goto(f"{address}/analyse?lang=en&measure=threshold&data=tables&threshold.by=city")
    bring(page, ties=DOCTORS / "medinn_edges.csv", nodes=DOCTORS / "medinn_nodes.csv")
    wait_for_figure(page)
    rows = list(csv.DictReader(downloaded(page, "Table CSV").decode().splitlines()))
    means = {row["group"]: round(float(row["mean"]), 4) for row in rows}
    assert means == {"1": 0.6304, "2": 0.4931, "3": 0.4365, "4": 0.5926, "all": 0.566}
    assert downloaded(page, "Figure PNG").startswith(b"\x89PNG")
    assert b"Thresholds" in downloaded(page, "Figure SVG")
    assert "| all | 125 |" in downloaded(page, "Table Markdown").decode()


def test_the_uploaders_speak_the_readers_language_also_after_a_change(page, address):
    page.goto(f"{address}/analyse?lang=zh&measure=threshold&data=tables")
    at_rest(page)
    zones = page.get_by_test_id("stFileUploaderDropzone")
    for told, other in (("每个文件至多 200MB", "English"), ("200MB per file", "中文")):
        expect(zones).to_have_count(5)
        expect(zones.first).to_contain_text(told)
        page.get_by_text(other, exact=True).click()
        at_rest(page)
    expect(zones.last).to_contain_text("选择文件")
    assert "Upload" not in zones.last.inner_text()


def test_a_window_may_be_set_for_a_readers_own_table(page, address):
    page.goto(f"{address}/analyse?lang=en&measure=adoption_curve&data=tables")
    bring(page, nodes=DOCTORS / "medinn_nodes.csv")
    option(page, "Observation window, from:to (empty: taken from the data)", ":6")
    wait_for_figure(page)
    rows = list(csv.DictReader(downloaded(page, "Table CSV").decode().splitlines()))
    assert [row["cumulative"] for row in rows] == ["11", "20", "29", "40", "51", "62"]
    assert "window=%3A6" in page.url or "window=:6" in page.url


def test_a_link_opens_the_same_measure_in_another_session(page, address, browser: Browser):
    page.goto(f"{address}/analyse?lang=en&measure=reach")
    at_rest(page)
    option(page, "start time in the unit of the data; auto sets no start", "2018")
    shown = page.locator('[data-testid="stMetricValue"]').all_inner_texts()
    other = browser.new_page(locale="en-US")
    other.goto(page.url)
    at_rest(other)
    assert "reach.start=2018" in other.url
    expect(other.get_by_text("Time-respecting reach").first).to_be_visible()
    assert other.locator('[data-testid="stMetricValue"]').all_inner_texts() == shown
    other.close()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("page", ["light", "dark"], indirect=True)
def test_the_inferred_network_is_accessible(page, address, language):
    query = "measure=netinf&data=tables&netinf.rate=1&netinf.edges=5"
    page.goto(f"{address}/analyse?lang={language}&{query}")
    bring(page, cascades=EXAMPLE)
    wait_for_figure(page)
    assert violations(page) == []
