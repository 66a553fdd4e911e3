"""The component of the Review page: cards, keys, and a text to mark words in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from app_pages.components.component import component

HTML = '<div class="review"></div>'
# What the component sends: orders, where the curator is, a row to check, letters typed into a
# field, names of a new thing, marked words, a draft to accept with its like, and a name.
MESSAGES = ("orders", "look", "check", "typed", "named", "selected", "alike", "identity")


@cache
def _mount() -> Any:
    return component("review", HTML)


def review_component(
    key: str, data: Mapping[str, object], on_message: Callable[[str], None]
) -> None:
    """Draws the component; `on_message` is called with the name of what it sends.

    What it sends is an attribute of the session's `key`.
    """
    callbacks = {f"on_{name}_change": (lambda name=name: on_message(name)) for name in MESSAGES}
    _mount()(key=key, data=dict(data), **callbacks)
