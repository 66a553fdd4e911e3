"""What sort of thing a thing is and in what it lies: what tells two of one name apart."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model.facts import Facts
from ontology.labels.labels import choice_name
from ontology.labels.labels import name as word
from ontology.schema.kinds import Organisation, Place, Stance, Thing, Within

HELD = (Stance.STATED, Stance.IMPLIED)


def enclosing_codes(facts: Facts, code: str) -> tuple[str, ...]:
    """What a thing lies in, as texts say or else by its code list, from near to far."""
    found: list[str] = []
    while (code := next(_nearest(facts, code), "")) and code not in found:
        found.append(code)
    return tuple(found)


def sort_label(facts: Facts, thing: Thing, language: str) -> str:
    """A place's level, an organisation's type; of anything else the name of its kind."""
    if isinstance(thing, Place):
        return choice_name(thing.level, language)
    if isinstance(thing, Organisation):
        return _name(facts.things[thing.type], language)
    return word(type(thing).__name__, language)


def context_label(facts: Facts, code: str, language: str) -> str:
    """`Prefecture, Fujian Province`: its sort, and what it lies in."""
    thing = facts.things[code]
    parts = [sort_label(facts, thing, language)]
    parts += [_name(facts.things[one], language) for one in enclosing_codes(facts, code)]
    return ("，" if language == "zh" else ", ").join(parts)


def _nearest(facts: Facts, code: str) -> Iterator[str]:
    """The code list's whole first: it is nearer than the province that a text may name."""
    thing = facts.things[code]
    if isinstance(thing, Place) and (listed := facts.listed_within(thing)):
        yield listed
    for id in facts.statements_naming.get(code, ()):
        said = facts.statements[id]
        if isinstance(said, Within) and said.part == code and said.stance in HELD:
            yield said.whole


def _name(thing: Thing, language: str) -> str:
    return thing.name(language)
