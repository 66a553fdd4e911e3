"""The curator's desk as a part of a page: cards, keys, and a text to mark words in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from app_pages.components.component import component

HTML = '<div class="desk"></div>'
# What the desk sends: orders, where the curator is, a row to check, letters typed into a field,
# names of a new thing, marked words, a draft whose like may be accepted together, and a name.
TOLD = ("orders", "look", "check", "typed", "named", "selected", "alike", "identity")


@cache
def _mount() -> Any:
    return component("review", HTML)


def review_desk(key: str, data: Mapping[str, object], on_tell: Callable[[str], None]) -> None:
    """Draws the desk; `on_tell` is called with the name of what the desk sends.

    What it sends is an attribute of the session's `key`.
    """
    callbacks = {f"on_{name}_change": (lambda name=name: on_tell(name)) for name in TOLD}
    _mount()(key=key, data=dict(data), **callbacks)
