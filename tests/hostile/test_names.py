"""Whatever a thing is called, every page, file and command shows its name as text."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest
from playwright.sync_api import Browser, Page, expect
from typer.testing import CliRunner, Result

from app_pages.state.markdown_escape import WORD_JOINER
from cli import app
from exports.facts.formats import export
from exports.html.stage_page import stage_page
from graph.drawing.network_scene import network_layout
from graph.drawing.stage_scene import stage_scene
from graph.links.edge_bundle_index import bundle_index
from graph.links.edge_filter import EdgeFilter, curve_bundles, select_bundles
from graph.lookup.coordinates import coordinates
from graph.model.facts import Facts
from loaders.facts.facts_folder import read_facts
from ontology.schema.kinds import Place, Stance
from tests.browsing import at_rest, page_without_network, served
from tests.hostile.names import ATTACKS, TITLE, spoiled

ROOT = Path(__file__).parents[2]
PAGES = sorted(path.stem for path in (ROOT / "app_pages").glob("[a-z]*.py"))
LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])
RUNNABLE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝")


@pytest.fixture(scope="module")
def folder(small_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return spoiled(small_folder, tmp_path_factory.mktemp("hostile") / "facts")


@pytest.fixture(scope="module")
def hostile(folder: Path) -> Facts:
    return read_facts(folder)


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


# --- files ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def files(hostile: Facts, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    written = export(hostile, tmp_path_factory.mktemp("export"))
    return {path.name: path for path in written}


def names(facts: Facts) -> set[str | None]:
    return {name for thing in facts.things.values() for name in (thing.name_zh, thing.name_en)}


def test_the_folder_holds_every_attack(hostile):
    for attack in ATTACKS:
        assert any(name.startswith(attack) for name in names(hostile)), attack


def test_rdf_holds_each_name_as_one_literal_and_no_further_quads(
    hostile, files, small_facts, tmp_path
):
    benign = {path.name: path for path in export(small_facts, tmp_path)}
    for name, format in (("graph.trig", ox.RdfFormat.TRIG), ("graph.nq", ox.RdfFormat.N_QUADS)):
        quads = list(ox.parse(files[name].read_bytes(), format=format))
        assert len(quads) == len(list(ox.parse(benign[name].read_bytes(), format=format)))
        literals = {quad.object.value for quad in quads if isinstance(quad.object, ox.Literal)}
        assert names(hostile) <= literals


def test_graphml_holds_each_name_as_text(hostile, files):
    root = ElementTree.fromstring(files["graph.graphml"].read_bytes())
    texts = {element.text for element in root.iter()}
    assert names(hostile) <= texts


@pytest.mark.parametrize("name", ["nodes.csv", "edges.csv"])
def test_no_cell_of_a_table_runs(files, name):
    rows = csv.reader(io.StringIO(files[name].read_text(encoding="utf-8"), newline=""))
    cells = [cell for row in rows for cell in row]
    assert not [cell for cell in cells if len(cell) > 2 and cell.startswith(RUNNABLE)]


def test_json_lines_are_one_a_statement(hostile, files):
    told = files["statements.jsonl"].read_text(encoding="utf-8").rstrip("\n").split("\n")
    assert [json.loads(line)["id"] for line in told] == list(hostile.statements)


# --- the command line -----------------------------------------------------------------------

ASK_COMMAND = ("ask", "links_of", "--param", "thing=11", "--store", "rdf", "--facts")


@LANGUAGES
@pytest.mark.parametrize("format", ["table", "csv", "json", "markdown"])
def test_no_answer_obeys_a_name(folder, format, language):
    shown = run(*ASK_COMMAND, folder, "--format", format, "--lang", language)
    assert shown.exit_code == 0
    assert not {"\x1b", "\x07", "\r"} & set(shown.stdout)
    if format == "csv":
        cells = [cell for row in csv.reader(io.StringIO(shown.stdout)) for cell in row]
        assert not [cell for cell in cells if len(cell) > 2 and cell.startswith(RUNNABLE)]
    if format == "markdown":
        table, notes = shown.stdout.split("\n\n")
        width = table.splitlines()[1].count("|")
        for line in table.splitlines():
            assert line.count("|") - line.count(r"\|") == width
        assert all(line.startswith("[^") for line in notes.splitlines())
        for mark in ("<img", "<script", "](", "$x", "`code"):
            assert shown.stdout.count(mark) == shown.stdout.count("\\" + mark) or mark == "]("
        assert "](" not in shown.stdout.replace(r"\](", "")
    if format == "table":
        assert "[red]red[/red]" in run("run", "SELECT ('[red]red[/red]' AS ?x) {}",
            "--language", "sparql", "--facts", folder).stdout  # fmt: skip


@LANGUAGES
def test_candidates_are_told_as_text(folder, hostile, language):
    told = run("ask", "links_of", "--param", "thing=nobody", "--store", "rdf", "--facts", folder,
               "--lang", language)  # fmt: skip
    assert told.exit_code == 2 and "Traceback" not in told.output
    assert "\x1b" not in told.output


@pytest.mark.parametrize("character", ["\x1b[2J", "\x9b2J", "\x07", "\x00", "\x85"])
def test_no_name_can_hold_what_a_terminal_obeys(small_folder, tmp_path, character):
    spoilt = tmp_path / "facts"
    spoiled(small_folder, spoilt)
    place = spoilt / "place.csv"
    text = place.read_text(encoding="utf-8")
    place.write_bytes(text.replace("Alder", f"Al{character}der").encode())
    told = run("check", spoilt, "--lang", "en")
    assert told.exit_code == 1
    assert "place.csv" in told.output and character[0] not in told.output


# --- pages ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One page for all: the browser reads the scripts of the app once, and not for every test."""
    with page_without_network(browser) as opened:
        yield opened


@pytest.fixture(scope="module")
def hostile_app(folder: Path):
    with served(ROOT, folder, folder / "texts") as address:
        yield address


def visible_text(text: str) -> str:
    return " ".join(text.replace(WORD_JOINER, "").split())


def nothing_ran(page: Page) -> None:
    assert page.evaluate("window.planted") is None
    assert page.locator(".katex").count() == 0
    assert page.get_by_text("rocket_launch", exact=True).count() == 0
    assert page.locator('img[src*="planted"]').count() == 0
    assert page.locator('a[href^="javascript:"]').count() == 0


@pytest.mark.needs_chromium
@LANGUAGES
@pytest.mark.parametrize("name", PAGES)
def test_no_page_runs_or_fetches_a_name(page, hostile_app, name, language):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{hostile_app}/{name}?lang={language}")
    page.locator("h1").first.wait_for()
    at_rest(page)
    nothing_ran(page)
    assert not [url for url in asked if "planted" in url]
    assert page.locator('[data-testid="stException"]').count() == 0


@pytest.mark.needs_chromium
def test_a_heading_shows_all_its_marks(page, hostile_app, hostile):
    page.goto(f"{hostile_app}/overview?lang=en")
    expect(page.locator("h1").first).to_be_visible()
    assert visible_text(page.locator("h1").first.inner_text()) == visible_text(TITLE)
    for place in hostile.things_of(Place):
        page.goto(f"{hostile_app}/explore?lang=en&thing={place.code}")
        heading = page.locator("h2").first
        heading.wait_for()
        page.wait_for_timeout(800)
        assert visible_text(page.locator("h2").first.inner_text()) == visible_text(place.name_en)
    nothing_ran(page)


@pytest.mark.needs_chromium
def test_evidence_shows_names_as_text(page, hostile_app, hostile):
    page.goto(f"{hostile_app}/sources?lang=en&source=north-daily")
    table = page.get_by_test_id("stDataFrame").last
    table.wait_for()
    table.scroll_into_view_if_needed()
    corner = table.bounding_box()
    page.mouse.click(corner["x"] + 15, corner["y"] + 52)
    expect(page.locator(".card").first).to_be_visible()
    shown = visible_text(page.locator(".card").first.inner_text())
    assert any(visible_text(name) in shown for name in names(hostile))
    nothing_ran(page)


@pytest.mark.needs_chromium
@LANGUAGES
def test_an_exported_picture_runs_nothing(page, hostile, tmp_path, language):
    choice = EdgeFilter(stances=frozenset(Stance))
    found = select_bundles(hostile, choice)
    at, spots = network_layout(hostile, bundle_index(hostile)), coordinates(hostile)
    data = stage_scene(hostile, found, curve_bundles(hostile, choice), at, spots, language)
    file = tmp_path / "network.html"
    file.write_text(stage_page(hostile, found.bundles, data, language), encoding="utf-8")
    page.goto(file.as_uri())
    page.wait_for_timeout(2500)
    assert visible_text(page.locator("h1").first.inner_text()) == visible_text(TITLE)
    nothing_ran(page)
