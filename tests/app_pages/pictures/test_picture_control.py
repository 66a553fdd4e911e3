"""Pictures for print and codes that embed a view, on the pages Spread and Explore."""

from __future__ import annotations

import hashlib
import json
import re

import pytest
from streamlit.testing.v1 import AppTest

from settings import FACTS


@pytest.fixture
def spread_page(root, monkeypatch) -> AppTest:
    monkeypatch.setenv(FACTS, str(root / "facts"))
    test = AppTest.from_file(str(root / "app_pages" / "spread.py"), default_timeout=120)
    test.query_params["lang"] = "en"
    test.session_state["print_spread"] = test.session_state["embed_spread"] = True
    return test.run()


def test_a_picture_for_print_says_its_size_and_its_citation(spread_page):
    assert not spread_page.exception
    captions = [caption.value for caption in spread_page.caption]
    assert any(re.match(r"The picture is 174 mm wide and \d+ mm high", text) for text in captions)
    assert "[Graphic]. In How China" in spread_page.code[0].value
    width = next(radio for radio in spread_page.radio if radio.label == "Width")
    width.set_value("84").run()
    assert not spread_page.exception
    assert any("84 mm wide" in caption.value for caption in spread_page.caption)


def test_a_view_is_embedded_live_and_frozen_with_the_hash_of_its_file(spread_page):
    codes = [code.value for code in spread_page.code]
    live, frozen = (code for code in codes if code.startswith("<iframe"))
    assert "embed=true" in live
    digest = re.findall(r'data-sha256="([0-9a-f]{64})"', frozen)[0]
    name = re.findall(r'src="([^"]+)"', frozen)[0]
    assert name == f"learned-from-spread-{digest[:12]}.html"
    assert f"{digest}  {name}" in codes
    # colours by the grammar of HTML are too pale in the dark theme
    assert {code.language for code in spread_page.code} <= {"", "plaintext", None}
    again = [code.value for code in spread_page.run().code]
    assert again == codes  # the same facts give the same file
    assert hashlib.sha256(b"").hexdigest() != digest


@pytest.mark.parametrize(("way", "panes"), [("year", 6), ("mechanism", 6), ("moment", 1)])
def test_spread_shows_small_pictures_side_by_side(root, monkeypatch, way, panes):
    monkeypatch.setenv(FACTS, str(root / "facts"))
    test = AppTest.from_file(str(root / "app_pages" / "spread.py"), default_timeout=120)
    test.query_params.update({"lang": "en", "multiples": way})
    test.session_state["print_multiples"] = way == "year"
    test.run()
    assert not test.exception
    (data,) = (
        json.loads(part.proto.json)[0]
        for part in test.get("bidi_component")
        if part.proto.component_name.endswith("multiples")
    )
    assert len(re.findall(r" \(\d+\)", data["label"])) == panes
    # every shape has a name, a dot of the map too
    assert set(re.findall('data-pick="([^"]+)"', data["svg"])) == set(data["names"])
    assert all(data["names"].values())
    assert test.query_params["multiples"] in (way, [way])


def test_a_neighbourhood_is_frozen_too(root, monkeypatch):
    monkeypatch.setenv(FACTS, str(root / "facts"))
    test = AppTest.from_file(str(root / "app_pages" / "explore.py"), default_timeout=120)
    test.query_params["lang"] = "en"
    test.session_state["embed_explore"] = True
    test.run()
    assert not test.exception
    frozen = [code.value for code in test.code if "data-sha256" in code.value]
    assert len(frozen) == 1 and "learned-from-explore-" in frozen[0]


@pytest.mark.parametrize("view", ["network", "whole"])
@pytest.mark.parametrize("way", ["year", "type", "mechanism"])
def test_the_network_of_explore_stands_side_by_side(root, small_folder, monkeypatch, view, way):
    monkeypatch.setenv(FACTS, str(small_folder))
    test = AppTest.from_file(str(root / "app_pages" / "explore.py"), default_timeout=120)
    query = {"lang": "en", "thing": "11", "view": view, "multiples": way}
    for name, value in (query | {"types": "LEARNED_FROM~ADOPTED"}).items():
        test.query_params[name] = value
    test.run()
    assert not test.exception
    data = next(
        json.loads(part.proto.json)[0]
        for part in test.get("bidi_component")
        if part.proto.component_name.endswith("multiples")
    )
    panes = re.findall(r" \(\d+\)", data["label"])
    assert len(panes) > 1
    dots = re.findall(r'<circle cx="(\S+)" cy="(\S+)"', data["svg"])
    assert len(dots) % len(panes) == 0
    things = len(dots) // len(panes)
    heights = {tuple(y for _, y in dots[at : at + things]) for at in range(0, things * 2, things)}
    assert len(heights) == 1  # the first two panes stand in one row
