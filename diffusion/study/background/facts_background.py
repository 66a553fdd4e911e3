"""The background of a study of facts: borders, siblings, denials, and what else was adopted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations
from math import isfinite

from diffusion.study.background.lesson_texts import lessons_because_of_adoptions
from diffusion.study.decimal_years import numeric_interval
from diffusion.study.facts_nodes import direct_containers
from diffusion.study.study import Background, Cascades, NumericInterval, StudyNode, Tie
from graph.model.closure import transitive_closure
from graph.model.fact import Fact
from graph.model.facts import Facts
from ontology.schema.kinds import (
    Adoption,
    Borders,
    Issuance,
    LearnedFrom,
    Mechanism,
    Stance,
    Statement,
)

BORDERS, SIBLINGS = "borders", "siblings"


@dataclass(frozen=True)
class StudiedFacts:
    """The facts of a study: its statements, nodes, the mechanisms studied, and all cascades.

    `upward` has, by mechanism, the broader ones whose adoption its adoption is. `all_cascades` are
    those of every mechanism by itself.
    """

    facts: Facts
    statements: tuple[Fact, ...]
    members: Mapping[str, StudyNode]
    studied_mechanisms: frozenset[str]
    upward: Mapping[str, tuple[str, ...]]
    all_cascades: Cascades


def facts_background(studied_facts: StudiedFacts) -> Background:
    """The background of these facts."""
    lessons = [fact for fact in studied_facts.statements if fact.kind is LearnedFrom]
    networks = {
        BORDERS: tuple(border_ties(studied_facts.statements)),
        SIBLINGS: tuple(_sibling_ties(studied_facts)),
    }
    deeds = _deeds(studied_facts) if lessons else {}
    related_mechanisms = _related_mechanisms(studied_facts)
    return Background(
        networks={name: ties for name, ties in networks.items() if ties},
        adoption_based_ties=lessons_because_of_adoptions(studied_facts.facts, lessons, deeds),
        denials=_denials(studied_facts),
        other_cascades={
            code: spans
            for code, spans in studied_facts.all_cascades.items()
            if code not in related_mechanisms
        },
    )


def border_ties(statements: Iterable[Fact]) -> Iterator[Tie]:
    """Both ways between neighbours."""
    for fact in statements:
        border = fact.statement
        if isinstance(border, Borders):
            place, neighbour = border.one, border.other
            yield from (Tie(place, neighbour, id=fact.id), Tie(neighbour, place, id=fact.id))


def _sibling_ties(studied_facts: StudiedFacts) -> Iterator[Tie]:
    """Both ways between nodes of one level that lie directly in the same whole."""
    groups = defaultdict(list)
    containers = direct_containers(studied_facts.facts, studied_facts.statements)
    for code, node in studied_facts.members.items():
        for container in set(containers.get(code, ())):
            groups[container, node.values["level"]].append(code)
    pairs = {pair for group in groups.values() for pair in permutations(group, 2)}
    yield from (Tie(*pair) for pair in sorted(pairs))


def _deeds(studied_facts: StudiedFacts) -> dict[tuple[str, str], list[Statement]]:
    """The statements of each adoption, in practice or by a document, that is studied."""
    deeds: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for fact in studied_facts.facts.distinct_facts:
        deed = fact.statement
        if isinstance(deed, Adoption | Issuance):
            actor = deed.adopter if isinstance(deed, Adoption) else deed.issuer
            for code in _upward(studied_facts, deed.mechanism):
                deeds[code, actor] += fact.statements
    return deeds


def _denials(studied_facts: StudiedFacts) -> dict[str, dict[str, NumericInterval]]:
    """The last day as of which each node had not adopted; a denial without a day is left out."""
    denials: dict[str, dict[str, NumericInterval]] = defaultdict(dict)
    periods = studied_facts.facts.dataset.periods
    for statement in studied_facts.facts.statements_of(Adoption):
        if (
            statement.stance is Stance.DENIED
            and statement.mechanism in studied_facts.studied_mechanisms
        ):
            day = numeric_interval(statement.as_of, periods)
            if not isfinite(day.latest):
                continue
            by_node = denials[statement.mechanism]
            earlier_day = by_node.get(statement.adopter, day)
            by_node[statement.adopter] = max(earlier_day, day, key=lambda span: span.latest)
    return dict(denials)


def _related_mechanisms(studied_facts: StudiedFacts) -> set[str]:
    """The mechanisms studied, with all that are broader or narrower than one of them."""
    facts = studied_facts.facts
    broader = {mechanism.code: mechanism.broader for mechanism in facts.things_of(Mechanism)}
    broader_mechanisms = transitive_closure(
        studied_facts.studied_mechanisms, lambda code: broader.get(code, ())
    )
    narrower = facts.narrower_mechanisms
    return broader_mechanisms | transitive_closure(
        studied_facts.studied_mechanisms, lambda code: narrower.get(code, ())
    )


def _upward(studied_facts: StudiedFacts, mechanism: str) -> set[str]:
    codes = transitive_closure([mechanism], lambda code: studied_facts.upward.get(code, ()))
    return codes & studied_facts.studied_mechanisms
