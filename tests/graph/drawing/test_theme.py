"""How things and links look: told apart on either ground, with and without colour."""

from __future__ import annotations

import pytest

from graph.drawing.edge_looks import DASHES, ROLE_LOOKS, edge_look
from graph.drawing.theme import DARK, LIGHT, groups, wrap_name
from ontology.schema.kinds import EDGE_TYPES


def luminance(colour: str) -> float:
    """The relative luminance of `#rrggbb`, from 0 to 1, as WCAG 2.2 defines it."""
    shares = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return sum(part * share for part, share in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_firm_and_loose_lines_are_told_apart():
    assert edge_look("LEARNED_FROM", "stated")["dashes"] is False
    dashes = [edge_look("LEARNED_FROM", stance)["dashes"] for stance in DASHES]
    assert len({tuple(one) for one in dashes}) == len(dashes) == 3


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("type", [*EDGE_TYPES, "UNKNOWN"])
def test_a_line_stands_out_from_its_ground(type, theme):
    """By 3:1, as WCAG 2.2 asks of what is drawn (1.4.11)."""
    hue = edge_look(type, "stated")["color"]
    one, other = sorted(map(luminance, (theme.shades.get(hue, hue), theme.ground)))
    assert (other + 0.05) / (one + 0.05) >= 3


def test_lines_of_two_roles_are_told_apart_on_either_ground():
    for theme in (LIGHT, DARK):
        hues = [theme.shades.get(hue, hue) for hue, _ in ROLE_LOOKS.values()]
        assert len(set(hues)) == len(hues)


def test_kinds_are_told_apart_without_colour():
    for theme in (LIGHT, DARK):
        assert set(groups(theme)) >= {"Place", "Organisation", "ReformModel", "Programme"}


@pytest.mark.parametrize(
    ("name", "width", "rows", "shown"),
    [
        ("Alder", 14, 2, "Alder"),
        ("全国基层卫生信息化创新大赛", 14, 2, "全国基层卫生信\n息化创新大赛"),
        ("National contest", 10, 2, "National\ncontest"),
        ("one two three four five", 8, 2, "one two\nthree…"),
        ("", 8, 2, ""),
    ],
)
def test_names_are_broken_where_they_may_be(name, width, rows, shown):
    assert wrap_name(name, width, rows) == shown
    assert max(map(len, shown.split("\n"))) <= width
