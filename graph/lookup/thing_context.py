"""The kind of a thing and the place it lies in, which distinguish two things of the same name."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model.facts import Facts
from ontology.labels.labels import choice_name
from ontology.labels.labels import name as word
from ontology.schema.enums import FIRM_STANCES
from ontology.schema.kinds import Organisation, Place, Thing, Within


def enclosing_codes(facts: Facts, code: str) -> tuple[str, ...]:
    """The places that a thing lies in, by its code list or else as texts say, from near to far."""
    containers: list[str] = []
    while (code := next(_nearest_containers(facts, code), "")) and code not in containers:
        containers.append(code)
    return tuple(containers)


def sort_label(facts: Facts, thing: Thing, language: str) -> str:
    """A place's level, an organisation's type; for anything else the name of its kind."""
    if isinstance(thing, Place):
        return choice_name(thing.level, language)
    if isinstance(thing, Organisation):
        return _name(facts.things[thing.type], language)
    return word(type(thing).__name__, language)


def context_label(facts: Facts, code: str, language: str) -> str:
    """`Prefecture, Fujian Province`: its level, type or kind, and the place it lies in."""
    thing = facts.things[code]
    parts = [sort_label(facts, thing, language)]
    parts += [
        _name(facts.things[container], language) for container in enclosing_codes(facts, code)
    ]
    return ("，" if language == "zh" else ", ").join(parts)


def _nearest_containers(facts: Facts, code: str) -> Iterator[str]:
    """The place by its code list comes first: a text may name only the province."""
    thing = facts.things[code]
    if isinstance(thing, Place) and (container := facts.listed_container(thing)):
        yield container
    for id in facts.statements_naming.get(code, ()):
        statement = facts.statements[id]
        if (
            isinstance(statement, Within)
            and statement.part == code
            and statement.stance in FIRM_STANCES
        ):
            yield statement.whole


def _name(thing: Thing, language: str) -> str:
    return thing.name(language)
