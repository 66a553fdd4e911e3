"""The names that a crowded slide leaves out or shortens, for the speaker's notes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from graph.drawing.texts import say as word_of
from graph.model.facts import Facts
from queries.rendering.texts import phrase


def unnamed_things(slide: Any, facts: Facts, codes: Iterable[str], language: str) -> list[str]:
    """One sentence with the drawn things whose name is not written in full; none if all are."""
    slide_text = "\n".join(
        _without_spaces(shape.text_frame.text) for shape in slide.shapes if shape.has_text_frame
    )
    names = sorted({facts.display_name(code, language) for code in codes})
    missing = [name for name in names if _without_spaces(name) not in slide_text]
    names_list = word_of("comma", language).join(missing)
    return [phrase("talk_unnamed", language, names=names_list)] if missing else []


def _without_spaces(text: str) -> str:
    """A text without spaces and ends of rows, which stand elsewhere on a slide."""
    return "".join(text.split())
