"""What a person types for a thing into the thing's code: a code, or a name in any language."""

from __future__ import annotations

import difflib
from collections.abc import Collection

from graph.facts import Facts
from ontology.dates import BadDate, interval
from ontology.kinds import Stance, Thing
from queries.catalogue import Asked, BadParameter, ValueType


def choices(facts: Facts, kinds: Collection[str]) -> list[Thing]:
    """All things of these kinds, by code."""
    return [thing for thing in facts.things.values() if type(thing).__name__ in kinds]


def value_of(facts: Facts, asked: Asked, typed: str) -> str | int:
    """The value that a parameter takes for what a person typed; raises BadParameter."""
    match asked.type:
        case ValueType.NUMBER:
            if not typed.isdecimal():
                raise BadParameter(f"{asked.key}: {typed} → 0, 1, 2 …")
            return int(typed)
        case ValueType.STANCE:
            if typed not in list(Stance):
                raise BadParameter(f"{asked.key}: {typed} → {', '.join(Stance)}")
            return typed
        case ValueType.FIRST_DAY | ValueType.LAST_DAY:
            return _day(asked, typed)
        case kinds:
            return code_of(facts, kinds, typed)


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


def _day(asked: Asked, typed: str) -> str:
    try:
        days = interval(typed)
    except BadDate as error:
        raise BadParameter(f"{asked.key}: {typed} → 2020, 2020-06, 2020-06-30") from error
    day = days.earliest if asked.type is ValueType.FIRST_DAY else days.latest
    if day is None:
        raise BadParameter(f"{asked.key}: {typed} → 2020, 2020-06, 2020-06-30")
    return day.isoformat()


def _names(thing: Thing) -> set[str]:
    return {name.casefold() for name in (thing.name_zh, thing.name_en, *thing.alt_names)}


def _close(things: list[Thing], typed: str) -> list[Thing]:
    by_name = {name: thing for thing in things for name in (*_names(thing), thing.code)}
    inside = [thing for thing in things if any(typed.casefold() in name for name in _names(thing))]
    close = [by_name[name] for name in difflib.get_close_matches(typed.casefold(), by_name, n=5)]
    return list({thing.code: thing for thing in (*inside, *close)}.values())[:5]
