"""Facts into a study: adoptions by mechanism, learned-from ties, and contacts that stand anyway."""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import permutations
from math import inf

from graph.diffusion.data import UNDATED, Node, Span, Study, Tie
from graph.facts import Fact, Facts
from graph.reach import reached
from ontology.dates import interval
from ontology.kinds import (
    Adoption,
    Borders,
    LearnedFrom,
    Mechanism,
    Organisation,
    Place,
    PlaceLevel,
    Stance,
    Thing,
    Within,
)


@dataclass(frozen=True)
class Choice:
    """Which of the facts a study takes.

    `mechanisms` are codes (none: all); with `narrower`, what takes up a narrower mechanism takes
    up the broader one. `implied` counts deeds that are implied besides those that are stated;
    plans and denials never count. `kinds` are the kinds of thing that can adopt. `complete` says
    that the facts tell every adoption, so that whoever is not said to have adopted did not.
    """

    mechanisms: tuple[str, ...] = ()
    narrower: bool = False
    implied: bool = False
    kinds: tuple[type[Thing], ...] = (Place, Organisation)
    complete: bool = False


def study_of(facts: Facts, choice: Choice) -> Study:
    """The study of these facts; dates are in years with a decimal part."""
    stances = {Stance.STATED.value} | ({Stance.IMPLIED.value} if choice.implied else set())
    deeds = [fact for fact in facts.grouped if fact.values["stance"] in stances]
    nodes = {thing.code: thing for kind in choice.kinds for thing in facts.of(kind)}
    wholes = _wholes(facts, deeds)
    values = {code: _values(facts, thing, wholes) for code, thing in nodes.items()}
    return Study(
        nodes={
            code: Node(code, thing.name("zh"), thing.name("en"), values[code])
            for code, thing in nodes.items()
        },
        cascades=_cascades(facts, deeds, choice, nodes),
        ties=tuple(_tie(fact) for fact in deeds if fact.kind is LearnedFrom),
        contacts=tuple(_contacts(deeds, values)),
        step=1.0,
        closed=choice.complete,
        names={one.code: (one.name("zh"), one.name("en")) for one in facts.of(Mechanism)},
    )


def span(text: str | None) -> Span:
    """An EDTF date in years: the first day of 2020 is 2020.0, the first of July about 2020.5.

    Both ends are the beginning of a day, so that a day is one number; no date is UNDATED.
    """
    if not text:
        return UNDATED
    days = interval(text)
    return Span(
        -inf if days.earliest is None else year(days.earliest),
        inf if days.latest is None else year(days.latest),
    )


def since(text: str | None) -> Span:
    """When what an EDTF date says of its duration began: `2022/..`, since 2022, began in 2022."""
    return span(text.removesuffix("/..") if text else text)


def year(day: date) -> float:
    """The year with the part of it that had gone by when the day began."""
    days = 366 if calendar.isleap(day.year) else 365
    return day.year + (day.timetuple().tm_yday - 1) / days


def first(spans: Iterable[Span]) -> Span:
    """When the first of these came, of which at least one is dated if any date is known."""
    dated = [one for one in spans if one != UNDATED]
    if not dated:
        return UNDATED
    return Span(min(one.earliest for one in dated), min(one.latest for one in dated))


def _cascades(
    facts: Facts, deeds: Iterable[Fact], choice: Choice, nodes: Collection[str]
) -> dict[str, dict[str, Span]]:
    broader = {one.code: one.broader if choice.narrower else () for one in facts.of(Mechanism)}
    wanted = set(choice.mechanisms or broader)
    found: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for fact in deeds:
        if fact.kind is Adoption and fact.values["adopter"] in nodes:
            for code in reached([fact.values["mechanism"]], broader.__getitem__) & wanted:
                found[code][fact.values["adopter"]].append(since(fact.values.get("since")))
    return {
        code: {adopter: first(spans) for adopter, spans in sorted(adoptions.items())}
        for code, adoptions in sorted(found.items())
    }


def _tie(fact: Fact) -> Tie:
    said = fact.values
    return Tie(said["learner"], said["teacher"], span(said.get("when")), fact.id)


def _contacts(deeds: Iterable[Fact], values: Mapping[str, Mapping[str, str]]) -> Iterable[Tie]:
    """Both ways between neighbours, and between places of the same level and province."""
    for fact in deeds:
        if fact.kind is Borders:
            one, other = fact.values["one"], fact.values["other"]
            yield from (Tie(one, other, id=fact.id), Tie(other, one, id=fact.id))
    groups = defaultdict(list)
    for code, said in values.items():
        if PlaceLevel.PROVINCE in said and said[PlaceLevel.PROVINCE] != code:
            groups[said["level"], said[PlaceLevel.PROVINCE]].append(code)
    for members in groups.values():
        yield from (Tie(one, other) for one, other in permutations(members, 2))


def _wholes(facts: Facts, deeds: Iterable[Fact]) -> dict[str, list[str]]:
    """What each place or organisation lies in: as stated, and by its code list."""
    found: dict[str, list[str]] = defaultdict(list)
    for fact in deeds:
        if fact.kind is Within:
            found[fact.values["part"]].append(fact.values["whole"])
    for place in facts.of(Place):
        if (whole := facts.listed_within(place)) is not None:
            found[place.code].append(whole)
    return found


def _values(facts: Facts, thing: Thing, wholes: Mapping[str, list[str]]) -> dict[str, str]:
    """Kind and level, and by each level the code of what the thing lies in."""
    kind = type(thing).__name__
    said = {"kind": kind, "level": thing.level.value if isinstance(thing, Place) else kind}
    for code in sorted(reached([thing.code], lambda one: wholes.get(one, ()))):
        whole = facts.things[code]
        if isinstance(whole, Place):
            said.setdefault(whole.level.value, code)
    return said
