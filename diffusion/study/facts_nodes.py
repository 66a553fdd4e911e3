"""Facts into the nodes of a study: who can adopt, where it lies, and its figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum

from diffusion.study.study import StudyNode
from graph.model.closure import transitive_closure
from graph.model.fact import Fact
from graph.model.facts import Facts
from ontology.schema.kinds import (
    ACTORS,
    Adoption,
    Bound,
    Issuance,
    LearnedFrom,
    Measurement,
    Nomination,
    Organisation,
    Person,
    Place,
    Statement,
    Thing,
    Within,
)

# The fields of each kind of statement that name participants in diffusion.
ACTOR_FIELDS: Mapping[type[Statement], tuple[str, ...]] = {
    Adoption: ("adopter",),
    Issuance: ("issuer",),
    LearnedFrom: ("learner", "teacher"),
    Nomination: ("nominator", "nominee"),
}


class Actors(StrEnum):
    """Who of a facts folder can adopt."""

    ALL = "all"
    PLACES = "places"
    ORGANISATIONS = "organisations"
    PERSONS = "persons"

    @property
    def kinds(self) -> tuple[type[Thing], ...]:
        """The kinds of thing."""
        match self:
            case Actors.PLACES:
                return (Place,)
            case Actors.ORGANISATIONS:
                return (Organisation,)
            case Actors.PERSONS:
                return (Person,)
            case Actors.ALL:
                return ACTORS


def study_nodes(
    facts: Facts, deeds: Iterable[Fact], kinds: Iterable[type[Thing]]
) -> dict[str, StudyNode]:
    """All things of these kinds by code, with their names and their attributes.

    The attributes are its kind and level, for each level the code of the place that it lies in, and
    for each indicator the exact figure if no other contradicts it. Kinds without a participant are
    left out, unless all would be: in a study of doctors their cities are no nodes.
    """
    statements = tuple(deeds)
    wholes, figures = direct_containers(facts, statements), _agreed_figures(statements)
    return {
        thing.code: StudyNode(
            thing.code,
            facts.display_name(thing.code, "zh"),
            facts.display_name(thing.code, "en"),
            _kind_and_location(facts, thing, wholes) | figures.get(thing.code, {}),
        )
        for kind in _kinds_that_act(facts, tuple(kinds))
        for thing in facts.things_of(kind)
    }


def _kinds_that_act(facts: Facts, kinds: tuple[type[Thing], ...]) -> tuple[type[Thing], ...]:
    acting = {
        type(facts.things[getattr(fact.statement, part)])
        for fact in facts.distinct_facts
        for part in ACTOR_FIELDS.get(fact.kind, ())
    }
    return tuple(kind for kind in kinds if kind in acting) or kinds


def _agreed_figures(deeds: Iterable[Fact]) -> dict[str, dict[str, str]]:
    """The figure by subject and indicator, if all statements agree on one exact value."""
    by_subject: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for fact in deeds:
        figure = fact.statement
        if isinstance(figure, Measurement) and figure.counts is None:
            exact = str(figure.value) if figure.bound is Bound.EQUAL else ""
            by_subject[figure.subject][figure.indicator].add(exact)
    return {
        subject: {
            indicator: next(iter(values))
            for indicator, values in sorted(indicators.items())
            if len(values) == 1 and "" not in values
        }
        for subject, indicators in by_subject.items()
    }


def direct_containers(facts: Facts, deeds: Iterable[Fact]) -> dict[str, list[str]]:
    """What each place or organisation lies in: as stated, and by its code list."""
    containers: dict[str, list[str]] = defaultdict(list)
    for fact in deeds:
        if isinstance(fact.statement, Within):
            containers[fact.statement.part].append(fact.statement.whole)
    for place, container in facts.listed_edges():
        containers[place].append(container)
    return containers


def _kind_and_location(
    facts: Facts, thing: Thing, containers: Mapping[str, list[str]]
) -> dict[str, str]:
    """Kind and level, and for each level the code of the place that the thing lies in."""
    kind = type(thing).__name__
    values = {"kind": kind, "level": thing.level.value if isinstance(thing, Place) else kind}
    for code in sorted(transitive_closure([thing.code], lambda part: containers.get(part, ()))):
        container = facts.things[code]
        if isinstance(container, Place):
            values.setdefault(container.level.value, code)
    return values
