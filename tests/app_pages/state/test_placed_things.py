"""The places of moved things in an address."""

from __future__ import annotations

import pytest

from app_pages.state.placed_things import MAX_PLACED_THINGS, PlacedThings
from app_pages.state.url_codec import UnresolvedPart

CODES = {"11", "12", "a-b"}
PART = PlacedThings("placed", "spread_places", CODES)


def test_places_survive_the_address():
    places = {"12": [-30.4, 7], "a-b": [1200, -5]}
    assert PART.write(places) == "12~-30~7~a-b~1200~-5"
    assert PART.read(PART.write(places)) == {"12": [-30, 7], "a-b": [1200, -5]}
    assert PART.write({}) == ""
    assert PART.read("") == {}


@pytest.mark.parametrize(
    "text", ["12~1", "12~1~x", "99~1~2", "12~1~2~", "12~--1~2", "12~1~9999999", "12~1.5~2"]
)
def test_what_is_no_place_is_said_to_be_lost(text):
    with pytest.raises(UnresolvedPart):
        PART.read(text)


def test_more_places_than_an_address_holds_are_left_out():
    many = {f"t{number:03}": [number, 0] for number in range(MAX_PLACED_THINGS + 5)}
    part = PlacedThings("placed", "spread_places", set(many))
    assert len(part.read(part.write(many))) == MAX_PLACED_THINGS
