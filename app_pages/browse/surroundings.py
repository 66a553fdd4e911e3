"""The small picture of what is around a thing; each thing in it is a link to its page."""

from __future__ import annotations

from functools import cache
from typing import Any

import streamlit as st

from app_pages.components.component import component
from app_pages.state.language import language, say
from app_pages.state.page_links import page_address, thing_address
from app_pages.state.workspace import all_bundles
from exports.pictures.network_picture import network_picture
from exports.pictures.print_style import PrintStyle
from graph.drawing.surroundings_scene import surroundings
from graph.drawing.theme import by_theme, groups, network_in_theme
from graph.model.facts import Facts

# Narrower than the page of a paper: its letters grow with it to the size of the text beside it.
WIDTH_MM = 129.0


@cache
def _mount() -> Any:
    return component("surroundings", '<div class="around"></div>')


def picture(facts: Facts, code: str) -> None:
    """Draws the closest neighbours; says how many more there are, and where they are drawn."""
    page_language = language()
    neighbours = surroundings(facts, all_bundles(), code, page_language)
    if neighbours is None:
        return
    addresses = {
        node["id"]: thing_address(facts, node["id"], page_language)
        for node in neighbours.scene["nodes"]
        if node["id"] != code
    }
    title = say("surroundings_of", name=facts.display_name(code, page_language))
    texts = {"title": title, "source": ""}
    pictures = by_theme(
        lambda theme: network_picture(
            network_in_theme(neighbours.scene, theme),
            groups(theme),
            PrintStyle(WIDTH_MM, theme=theme),
            texts,
            None,
            addresses,
        )
    )
    _mount()(key=f"surroundings_{code}", data={"title": title, **pictures})
    if neighbours.hidden_count:
        address = page_address(facts, "explore", page_language, thing=code)
        st.caption(say("surroundings_more", count=f"{neighbours.hidden_count:,}", address=address))
