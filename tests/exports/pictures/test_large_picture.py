"""A large network for print: its width and letters, every line, and types told apart in grey."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from exports.pictures.large_picture import large_picture
from exports.pictures.print_files import size_mm
from exports.pictures.print_style import MAX_HEIGHT_MM, MM_OF_POINT, PrintStyle
from graph.drawing.large_scene import large_groups, large_scene, large_spots
from graph.drawing.theme import LIGHT
from graph.links.edge_bundle_index import bundle_index

SVG = "{http://www.w3.org/2000/svg}"
TEXTS = {"title": "三明 & <Reform>", "source": "CC BY"}


@pytest.fixture(scope="module")
def lines(small_facts):
    return tuple(bundle_index(small_facts))


def picture(facts, lines, *size, grey=False, moved=None) -> ElementTree.Element:
    scene = large_scene(facts, lines, large_spots(lines) | (moved or {}), "en")
    return ElementTree.fromstring(
        large_picture(scene, large_groups(LIGHT), replace(PrintStyle(*size), grey=grey), TEXTS)
    )


@pytest.mark.parametrize(("width", "size"), [(84, 7), (174, 10)])
def test_the_width_is_in_millimetres_and_letters_are_in_points(small_facts, lines, width, size):
    drawn = picture(small_facts, lines, width, size)
    wide, high = size_mm(ElementTree.tostring(drawn, encoding="unicode"))
    assert wide == width and high <= MAX_HEIGHT_MM
    unit = width / float(drawn.attrib["viewBox"].split()[2]) / MM_OF_POINT
    sizes = [float(text.attrib["font-size"]) * unit for text in drawn.iter(f"{SVG}text")]
    assert sizes == pytest.approx([size] * len(sizes), rel=0.001)


def test_every_line_and_thing_is_drawn(small_facts, lines):
    drawn = picture(small_facts, lines)
    strokes = [path.attrib["d"] for path in drawn.iter(f"{SVG}path") if path.get("fill") == "none"]
    samples = [d for d in strokes if "h" in d]
    assert sum(d.count("M") for d in strokes) - len(samples) == len(lines)
    things = {code for line in lines for code in line.ends}
    kinds = {type(small_facts.things[code]).__name__ for code in things}
    assert len(list(drawn.iter(f"{SVG}polygon"))) == len(things) + len(kinds)


def test_a_grey_picture_marks_types_of_links_by_letters(small_facts, lines):
    drawn = picture(small_facts, lines, 174, 8, grey=True)
    letters = {text.text for text in drawn.iter(f"{SVG}text") if len(text.text or "") == 1}
    assert len(letters) > 2
    colours = {part.get(name) for part in drawn.iter() for name in ("fill", "stroke")}
    hues = [c for c in colours if c and c.startswith("#") and len({c[1:3], c[3:5], c[5:7]}) > 1]
    assert hues == []


def test_a_moved_thing_is_where_it_was_put(small_facts, lines):
    spots = large_spots(lines)
    code = max(spots, key=lambda id: spots[id][0])
    far = max(x for x, _ in spots.values()) + 900
    before, after = picture(small_facts, lines), picture(small_facts, lines, moved={code: (far, 0)})
    assert ElementTree.tostring(before) != ElementTree.tostring(after)
