"""What a person types for a thing into the thing's code: a code, or a name in any language."""

from __future__ import annotations

import difflib
from collections.abc import Collection

from graph.facts import Facts
from ontology.kinds import Thing
from queries.catalogue import BadParameter


def choices(facts: Facts, kinds: Collection[str]) -> list[Thing]:
    """All things of these kinds, by code."""
    return [thing for thing in facts.things.values() if type(thing).__name__ in kinds]


def code_of(facts: Facts, kinds: Collection[str], typed: str) -> str:
    """The code that is meant; never a guess.

    Raises BadParameter, with candidates, if nothing or more than one thing has this name.
    """
    things = choices(facts, kinds)
    if any(thing.code == typed for thing in things):
        return typed
    named = [thing for thing in things if typed.casefold() in _names(thing)]
    if len(named) == 1:
        return named[0].code
    candidates = named or _close(things, typed)
    listed = ", ".join(f"{thing.code} ({thing.name_zh}, {thing.name_en})" for thing in candidates)
    raise BadParameter(f"{typed} → ? {listed}".rstrip())


def _names(thing: Thing) -> set[str]:
    return {name.casefold() for name in (thing.name_zh, thing.name_en, *thing.alt_names)}


def _close(things: list[Thing], typed: str) -> list[Thing]:
    by_name = {name: thing for thing in things for name in (*_names(thing), thing.code)}
    inside = [thing for thing in things if any(typed.casefold() in name for name in _names(thing))]
    close = [by_name[name] for name in difflib.get_close_matches(typed.casefold(), by_name, n=5)]
    return list({thing.code: thing for thing in (*inside, *close)}.values())[:5]
