"""Pages that typed words mean: one by its name, or one that shows named things together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from app_pages.state.page_links import page_address
from graph.lookup.name_lookup import Name
from graph.lookup.romanization import normalise, spells, toneless
from graph.model.facts import Facts
from ontology.schema.kinds import ACTORS
from ontology.schema.value_types import CODE_SEPARATOR
from texts.tables import APP, LANGUAGES

PAGE = "Page"
# A single letter is the beginning of too many names.
MIN_TYPED_LENGTH = 2


def joint_page_suggestions(
    facts: Facts, codes: Sequence[str], language: str
) -> list[dict[str, Any]]:
    """Several actors compared, and the path between the first two things: a group, or none.

    `codes` are those of the things that the typed words name, in their order; `zh` or `en`.
    """
    options = []
    names = {code: facts.display_name(code, language) for code in codes}
    actors = [code for code in codes if isinstance(facts.things[code], ACTORS)]
    if len(actors) > 1:
        address = page_address(facts, "compare", language, places=CODE_SEPARATOR.join(actors))
        actor_names = APP.say("search_and", language).join(names[code] for code in actors)
        options.append(_option(address, APP.say("search_compare", language, names=actor_names)))
    if len(codes) > 1:
        start, end = codes[:2]
        address = page_address(facts, "explore", language, thing=start, view="path", to=end)
        name = APP.say("search_path", language, start=names[start], end=names[end])
        options.append(_option(address, name))
    return _group(options, language)


def page_name_suggestions(
    facts: Facts, typed_text: str, pages: Iterable[str], language: str
) -> list[dict[str, Any]]:
    """The pages whose name begins with the words: a group, or none.

    The words are in either language, in pinyin or its initials. A page whose whole name was typed
    stands first.
    """
    normalised_text = normalise(typed_text)
    if len(normalised_text) < MIN_TYPED_LENGTH:
        return []
    fitting_pages = [
        page for page in pages if any(_name_fits(typed_text, name) for name in _names(page))
    ]
    fitting_pages.sort(
        key=lambda page: all(name.plain_text != normalised_text for name in _names(page))
    )
    options = [
        _option(page_address(facts, page, language), APP.say(f"page_{page}", language))
        for page in fitting_pages
    ]
    return _group(options, language)


def exact_page(facts: Facts, typed_text: str, pages: Iterable[str], language: str) -> str | None:
    """The address of the page whose whole name was typed, in either language; or none."""
    normalised_text = normalise(typed_text)
    exact = [
        page for page in pages if any(name.plain_text == normalised_text for name in _names(page))
    ]
    return page_address(facts, exact[0], language) if exact else None


def _name_fits(typed_text: str, name: Name) -> bool:
    """Whether a name begins with the typed words, or they are its pinyin or all its initials."""
    if name.plain_text.startswith(normalise(typed_text)):
        return True
    sound = toneless(typed_text)
    return sound.isascii() and (
        spells(sound, name.sounds, exact=False) or spells(sound, name.initials, exact=True)
    )


@cache
def _names(page: str) -> tuple[Name, ...]:
    """The names of a page in both languages."""
    return tuple(Name(APP.say(f"page_{page}", lang)) for lang in LANGUAGES)


def _option(address: str, name: str) -> dict[str, str]:
    return {"address": address, "name": name, "more": ""}


def _group(options: list[dict[str, str]], language: str) -> list[dict[str, Any]]:
    """The options under the head that says that they are pages; nothing for none."""
    head = {"kind": PAGE, "label": APP.say("search_page", language), "count": f"{len(options)}"}
    return [{**head, "more": "", "options": options}] if options else []
