"""A view as an address: what is written reads as the same view; what no longer resolves is said."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app_pages.state.url_codec import (
    ChoicePart,
    ChoicesPart,
    CompressedText,
    Flag,
    NumberRange,
    OptionalChoicePart,
    read,
    write,
)

CODES = ("11", "12", "one-card", "a.b_c+d", "LEARNED_FROM")
PARTS = (
    ChoicePart("place", "p", CODES),
    OptionalChoicePart("mechanism", "m", CODES, CODES[0]),
    ChoicePart("layout", "l", ("all", "map"), "all"),
    ChoicesPart("types", "t", CODES, ("11", "12")),
    NumberRange("years", "y", (1990, 2030)),
    Flag("undated", "u", default=True),
    CompressedText("query", "q"),
)
VALUES = st.fixed_dictionaries(
    {
        "p": st.none() | st.sampled_from(CODES),
        "m": st.none() | st.sampled_from(CODES),
        "l": st.sampled_from(("all", "map")),
        "t": st.lists(st.sampled_from(CODES), unique=True).map(
            lambda some: tuple(code for code in CODES if code in some)
        ),
        "y": st.tuples(st.integers(1990, 2030), st.integers(1990, 2030)).map(
            lambda ends: (min(ends), max(ends))
        ),
        "u": st.booleans(),
        "q": st.text(max_size=300),
    }
)


def through_a_browser(texts: dict[str, str]) -> dict[str, str]:
    """An address as it is after it was copied, sent and opened."""
    return dict(parse_qsl(urlencode(texts), keep_blank_values=True))


@settings(max_examples=200)
@given(VALUES)
def test_a_permalink_opens_the_view_that_it_was_made_from(values):
    view = read(PARTS, through_a_browser(write(PARTS, values)))
    assert view.lost_parts == ()
    for part in PARTS:
        got, meant = view.values[part.key], values[part.key]
        assert (tuple(got) if isinstance(got, list) else got) == meant


def test_what_is_as_at_first_is_not_in_the_address():
    assert write(PARTS, {part.key: part.default for part in PARTS}) == {}
    assert write(PARTS, {}) == {}


def test_nothing_chosen_is_a_choice_too():
    address = write(PARTS, {"t": ()})
    assert address == {"types": ""}
    assert read(PARTS, address).values["t"] == []


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("place", "gone", "gone"),
        ("types", "11~gone~away", "gone~away"),
        ("years", "1990", "1990"),
        ("years", "2031~2040", "2031~2040"),
        ("years", "2020~2010", "2020~2010"),
        ("years", "²~³", "²~³"),
        ("undated", "yes", "yes"),
        ("query", "not packed!", "not packed!"),
    ],
)
def test_what_no_longer_resolves_is_said_and_the_rest_opens(name, text, said):
    view = read(PARTS, {name: text, "layout": "map"})
    assert view.values["l"] == "map"
    part = next(part for part in PARTS if part.name == name)
    assert view.values[part.key] == part.default
    assert [one for one, _ in view.lost_parts] == [name]
    assert said in dict(view.lost_parts)[name]


@given(st.text())
def test_no_text_in_an_address_is_more_than_lost(text):
    view = read(PARTS, {part.name: text for part in PARTS})
    assert set(view.values) == {part.key for part in PARTS}


def test_a_text_that_unpacks_without_end_is_lost():
    long = CompressedText("query", "q").write("x" * 200_000)
    assert len(long) < 2_000
    assert read(PARTS, {"query": long}).lost_parts
