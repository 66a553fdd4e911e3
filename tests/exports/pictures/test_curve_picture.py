"""The curve for print: its size in mm, its steps, and nothing lost in grey."""

from __future__ import annotations

import re

import pytest

from exports.pictures.curve_picture import axis_unit, curve_picture
from exports.pictures.print_files import size_mm
from exports.pictures.print_style import MM_OF_POINT, PrintStyle

TEXTS = {
    "title": "Who adopted",
    "source": "S",
    "note": "",
    "certain": "certain",
    "possible": "most",
}
ONE_CURVE = {
    "years": [2018, 2019, 2020, 2021],
    "curve": {"certain": [0, 1, 1, 4], "possible": [0, 2, 3, 4]},
    "curves": [],
}
LENDING = {"name": "Lending", "hue": "#0072b2", "certain": [0, 1, 1, 2], "possible": [0, 1, 1, 2]}
READING = {"name": "Reading", "hue": "#d55e00", "certain": [0, 0, 1, 1], "possible": [0, 1, 1, 1]}
TWO = {**ONE_CURVE, "curves": [LENDING, READING]}


@pytest.mark.parametrize("width", [84.0, 129.0, 174.0])
@pytest.mark.parametrize("data", [ONE_CURVE, TWO])
def test_a_curve_is_as_wide_as_asked_and_its_letters_as_large(width, data):
    svg = curve_picture(data, PrintStyle(width, 9.0), TEXTS, 2021)
    assert size_mm(svg)[0] == width
    units = float(re.findall(r'viewBox="0 0 (\S+)', svg)[0])
    (letter,) = {float(size) for size in re.findall(r'font-size="([\d.]+)"', svg)}
    assert letter * width / units == pytest.approx(9.0 * MM_OF_POINT, rel=0.01)


def heights(svg: str) -> list[float]:
    """How high the steps of the last line are, as shares of the highest."""
    path = re.findall(r'<path d="(M[^"]*V[^"]*)" fill="none"', svg)[-1]
    start = float(path.split()[1].partition("V")[0])
    tops = [start - float(top) for top in re.findall(r"V([\d.]+)", path)]
    return [top / max(tops) for top in tops]


def test_the_steps_are_the_counts_up_to_the_moment():
    whole = heights(curve_picture(ONE_CURVE, PrintStyle(), TEXTS, 2021))
    assert whole == pytest.approx([0, 0.25, 0.25, 1], abs=0.01)
    early = curve_picture(ONE_CURVE, PrintStyle(), TEXTS, 2019)
    assert heights(early) == pytest.approx([0, 1], abs=0.01)
    assert ">2019<" in early and ">2020<" not in early


def test_in_grey_series_differ_by_their_dashes_and_what_is_possible_is_hatched():
    svg = curve_picture(TWO, PrintStyle(grey=True), TEXTS, 2021)
    colours = set(re.findall(r'(?:fill|stroke)="#(\w{6})"', svg.partition("</defs>")[2]))
    assert all(colour[:2] == colour[2:4] == colour[4:] for colour in colours)
    dashes = set(re.findall(r'stroke-width="2"(?: stroke-dasharray="([^"]*)")?', svg))
    assert len(dashes) == len(TWO["curves"])
    assert ">most<" in svg  # one of them may have more adopters than is certain
    assert 'fill="url(#possible)"' in curve_picture(ONE_CURVE, PrintStyle(grey=True), TEXTS, 2021)


@pytest.mark.parametrize(("highest", "unit"), [(1, 1), (5, 1), (6, 2), (41, 10), (366, 100)])
def test_an_axis_has_at_most_five_round_steps(highest, unit):
    assert axis_unit(highest) == unit
