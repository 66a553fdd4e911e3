"""Pictures for print have the width, the font size, the resolution and the fonts that are asked."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from PIL import Image
from pypdf import PdfReader

from exports.pictures.network_picture import network_picture, place_boxes
from exports.pictures.print_files import pdf_file, png_file, size_mm
from exports.pictures.print_style import LETTER, MM_OF_POINT, PrintStyle, grey_of
from exports.pictures.svg_canvas import rows_of, width_of
from graph.drawing.layout.moved_things import move_nodes
from graph.drawing.network_scene import network_layout, network_scene
from graph.drawing.theme import LIGHT, groups
from graph.links.edge_filter import EdgeFilter, select_bundles
from loaders.facts.facts_folder import read_facts

SVG = "{http://www.w3.org/2000/svg}"
TEXTS = {"title": "三明 & <Reform>", "source": "CC BY", "possible": "pale ?", "undated": "pale"}


@pytest.fixture(scope="module", params=["zh", "en"])
def scene(request, root):
    facts = read_facts(root / "facts")
    lines = select_bundles(facts, EdgeFilter(story_only=True)).bundles
    return network_scene(facts, lines, network_layout(facts, lines), request.param)


def draw_picture(scene, *size, grey=False, states=None) -> str:
    return network_picture(
        scene, groups(LIGHT), replace(PrintStyle(*size), grey=grey), TEXTS, states
    )


@pytest.mark.parametrize(("width", "size"), [(84, 7), (129, 8), (174, 10)])
def test_the_width_is_in_millimetres_and_letters_are_in_points(scene, width, size):
    svg = draw_picture(scene, width, size)
    root = ElementTree.fromstring(svg)
    assert size_mm(svg)[0] == width
    unit = width / float(root.attrib["viewBox"].split()[2]) / MM_OF_POINT
    sizes = [float(text.attrib["font-size"]) * unit for text in root.iter(f"{SVG}text")]
    assert sizes == pytest.approx([size] * len(sizes), rel=0.001)
    assert root.findtext(f"{SVG}title") == TEXTS["title"]


@pytest.mark.parametrize("width", [300.0, 551.0, 1200.0])
def test_no_name_covers_another_or_leaves_the_page(scene, width):
    boxes = list(place_boxes(scene["nodes"], groups(LIGHT), width, 50).values())
    assert all(left >= -1 and right <= width + 1 for left, _, right, _ in boxes)
    for place, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[place + 1 :]:
            apart = right < other[0] or left > other[2] or bottom < other[1] or top > other[3]
            assert apart


def test_a_pinned_thing_stands_where_it_was_put_among_the_others(scene):
    nodes = sorted(scene["nodes"], key=lambda node: node["x"])
    code, last = nodes[0]["id"], nodes[-1]
    moved = move_nodes(scene, {code: [last["x"], last["y"] + 400], "of no node": [0, 0]})
    boxes = place_boxes(moved["nodes"], groups(LIGHT), 1200, 50)
    before = place_boxes(scene["nodes"], groups(LIGHT), 1200, 50)
    assert boxes[code][0] > before[code][0] + 300
    assert boxes[code][1] > boxes[last["id"]][3]
    assert len(boxes) == len(before)


def test_a_pdf_has_the_size_and_the_fonts_in_it(scene):
    svg = draw_picture(scene, 84, 7)
    reader = PdfReader(io.BytesIO(pdf_file(svg, "题", "引用")))
    (page,) = reader.pages
    size = [float(side) * MM_OF_POINT for side in page.mediabox[2:]]
    assert size == pytest.approx(size_mm(svg), abs=0.1)
    assert reader.metadata.title == "题"
    fonts = list(fonts_of(page))
    assert fonts and all(embedded for _, embedded in fonts)
    assert all("NotoSansCJK" in name for name, _ in fonts)
    assert "三明" in page.extract_text()


def fonts_of(part):
    """The name of each font of a page, and whether its file is in the PDF."""
    resources = part["/Resources"].get_object()
    for font in resources.get("/Font", {}).values():
        font = font.get_object()
        (child,) = font["/DescendantFonts"]
        descriptor = child.get_object()["/FontDescriptor"].get_object()
        yield font["/BaseFont"], any(key.startswith("/FontFile") for key in descriptor)
    for form in resources.get("/XObject", {}).values():
        if "/Resources" in form.get_object():
            yield from fonts_of(form.get_object())


@pytest.mark.parametrize("dpi", [300, 600])
def test_a_png_has_its_pixels_and_says_its_resolution(dpi):
    legend: dict[str, list[object]] = {"kinds": [], "lines": [], "stances": [], "notes": []}
    empty = {"nodes": [], "edges": [], "columns": [], "legend": legend}
    image = Image.open(io.BytesIO(png_file(draw_picture(empty, 84, 8), dpi)))
    assert image.info["dpi"] == pytest.approx((dpi, dpi), abs=0.01)
    assert image.width / dpi * 25.4 == pytest.approx(84, abs=0.1)


def test_a_grey_picture_has_no_colour_and_a_letter_for_each_type(scene):
    svg = draw_picture(scene, 174, 8, grey=True)
    colours = set(re.findall(r'(?:fill|stroke)="(#[0-9a-f]{6})"', svg, re.IGNORECASE))
    assert colours and all(c[1:3] == c[3:5] == c[5:7] for c in colours)
    texts = [text.text for text in ElementTree.fromstring(svg).iter(f"{SVG}text")]
    types = {edge["color"] for edge in scene["edges"]}
    letters = {text for text in texts if re.fullmatch("[A-Z]", text or "")}
    assert len(letters) == len(types)


def test_only_edges_with_a_state_are_drawn_and_unsure_ones_are_marked(scene):
    edge = scene["edges"][0]
    svg = draw_picture(scene, 174, 8, states={edge["id"]: "possible"})
    texts = [text.text for text in ElementTree.fromstring(svg).iter(f"{SVG}text")]
    labels = {node["id"]: node["label"].split("\n")[0] for node in scene["nodes"]}
    assert texts.count("?") == 2 and TEXTS["possible"] in texts and TEXTS["undated"] not in texts
    assert labels[edge["from"]] in texts and labels[edge["to"]] in texts
    assert len(set(texts) & set(labels.values())) == 2


@pytest.mark.parametrize(
    ("width", "size"), [(10, 8), (4000, 8), (84, 1), (84, 90), (float("nan"), 8)]
)
def test_no_page_has_such_a_size(width, size):
    with pytest.raises(ValueError):
        PrintStyle(width, size)


def test_greys_are_as_light_as_their_colours():
    assert (grey_of("#000000"), grey_of("#FFFFFF"), grey_of("#808080")) == (
        "#000000",
        "#ffffff",
        "#808080",
    )
    assert grey_of("#00ff00") > grey_of("#ff0000") > grey_of("#0000ff")


def test_rows_have_room_and_keep_every_letter():
    text = "三明 learned from 学自 Xishui County, 习水县。"
    rows = rows_of(text, 8 * LETTER)
    assert len(rows) > 2 and all(width_of(row) <= 8 * LETTER for row in rows)
    assert "".join(rows).replace(" ", "") == text.replace(" ", "")
