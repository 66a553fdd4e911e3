"""Random facts: whatever is said, both engines answer every question alike."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from graph.dataset import Dataset
from graph.embedded import EmbeddedStore
from graph.facts import Facts, facts
from graph.property_graph import property_graph
from graph.sparql import SparqlStore
from graph.store import Limits, Store
from ontology.kinds import (
    Adoption,
    Bound,
    DerivedFrom,
    Designation,
    Endorsement,
    Event,
    EventType,
    Happening,
    HasModel,
    Indicator,
    LearnedFrom,
    Learning,
    Measurement,
    Mechanism,
    Organisation,
    OrganisationType,
    Part,
    Place,
    PlaceLevel,
    Praise,
    Programme,
    ReformModel,
    Source,
    SourceType,
    Stance,
    Statement,
    Thing,
    Unit,
)
from queries.ask import ask
from queries.catalogue import ValueType, questions

LIMITS = Limits(seconds=60, rows=50_000)
DATES = [None, "2001", "2001", "2002-03", "2003~", "../2004", "2005/..", "199X", "2006-07-08"]
NAMES = [None, None, "一卡通", "an 'odd' \"name\"", "x|y"]


def named(code: str) -> dict[str, str]:
    return {"code": code, "name_zh": f"名{code}", "name_en": f"Name {code}"}


def some_things(chance: random.Random) -> list[Thing]:
    made: list[Thing] = [Unit(**named("u0"))]
    made += [Place(**named(f"p{n}"), level=PlaceLevel.COUNTY) for n in range(17)]
    made.append(OrganisationType(**named("sort")))
    made += [Organisation(**named(f"o{n}"), type="sort") for n in range(3)]
    for n in range(12):  # broader ones come first, so that there is no circle
        above = tuple(sorted({f"m{chance.randrange(n)}" for _ in range(chance.randrange(3)) if n}))
        made.append(Mechanism(**named(f"m{n}"), broader=above))
    made += [ReformModel(**named(f"r{n}")) for n in range(2)]
    made += [Programme(**named("g0")), Programme(**named("g1"))]
    made += [Event(**named("e0"), type=EventType.VISIT), Event(**named("e1"), type=EventType.AWARD)]
    made += [Indicator(**named("i0"), unit="u0"), Indicator(**named("i1"), unit="u0")]
    text = {"type": SourceType.PRESS, "language": "zh", "length": 1000, "sha256": "a" * 64}
    return made + [Source(**named(f"s{n}"), file=f"s{n}.txt", **text) for n in range(3)]


def some_statement(chance: random.Random) -> Statement:
    start = chance.randrange(900)
    read = {
        "source": f"s{chance.randrange(3)}",
        "start": start,
        "end": start + 10,
        "sha256": "b" * 64,
        "stance": chance.choice([Stance.STATED, *Stance]),
        "curator": "chance",
        "accepted": date(2026, 1, 2),
    }
    place, other = chance.sample([f"p{n}" for n in range(17)] + ["o0", "o1", "o2"], 2)
    model, origin = chance.sample([f"r{n}" for n in range(2)], 2)
    mechanism = f"m{chance.randrange(12)}"
    when = chance.choice(DATES)
    maybe = chance.choice([None, model])
    made = [
        lambda: LearnedFrom(
            **read, learner=place, teacher=other, model=maybe, when=when,
            how=chance.choice(list(Learning)),
        ),
        lambda: LearnedFrom(**read, learner=place, teacher=other, how=Learning.LEARNED, when=when),
        lambda: HasModel(**read, holder=place, model=model, since=when)
        if chance.random() < 0.6
        else DerivedFrom(**read, model=model, origin=origin, when=when),
        lambda: HasModel(**read, holder=place, model=model, since=when),
        lambda: Adoption(
            **read, adopter=place, mechanism=mechanism, model=maybe, since=when,
            local_name=chance.choice(NAMES),
        ),
        lambda: Designation(
            **read, designee=place, programme=f"g{chance.randrange(2)}", when=when,
            by=chance.choice([None, other]), rank=chance.choice([None, "first"]),
        ),
        lambda: Endorsement(
            **read, endorser=other, endorsed=chance.choice([place, model, mechanism]),
            how=chance.choice(list(Praise)), when=when,
        ),
        lambda: Happening(
            **read, event=f"e{chance.randrange(2)}", participant=place, when=when,
            role=chance.choice(list(Part)),
        ),
        lambda: Measurement(
            **read, subject=chance.choice([place, model, "g0", "e0"]), unit="u0",
            indicator=f"i{chance.randrange(2)}", bound=chance.choice(list(Bound)), period=when,
            value=Decimal(chance.choice(["1", "1.0", "2.50", "-3", "26.08", "160000000"])),
            value_written="so many", baseline=chance.choice([None, Decimal("0.5")]),
        ),
    ]  # fmt: skip
    return chance.choice(made)()


def random_facts(seed: int, count: int = 300) -> Facts:
    chance = random.Random(seed)
    dataset = Dataset("随机", "Chance", "CC0-1.0", "https://example.org/chance/")
    return facts(dataset, some_things(chance), [some_statement(chance) for _ in range(count)])


@pytest.fixture(scope="module", params=range(2))
def chance(request, tmp_path_factory) -> Iterator[tuple[Facts, Store, Store]]:
    made = random_facts(request.param)
    cypher = EmbeddedStore.open(property_graph(made), LIMITS, tmp_path_factory.mktemp("chance"))
    sparql = SparqlStore(made, LIMITS)
    yield made, cypher, sparql
    sparql.close()
    cypher.close()


@pytest.mark.parametrize("key", sorted(questions()))
def test_both_engines_answer_alike_whatever_is_said(chance, key):
    made, cypher, sparql = chance
    question = questions()[key]
    for given in some_values(made, question.parameters):
        one = ask(question, given, cypher, "cypher")
        other = ask(question, given, sparql, "sparql")
        assert sorted(map(repr, one.rows)) == sorted(map(repr, other.rows)), given


def some_values(made: Facts, parameters) -> Iterator[dict]:
    """Three sets of values, of things that are there."""
    for turn in range(3):
        given = {}
        for asked in parameters:
            if isinstance(asked.type, ValueType):
                given[asked.key] = asked.example
            else:
                codes = [c for c, t in made.things.items() if type(t).__name__ in asked.type]
                given[asked.key] = codes[turn * len(codes) // 3]
        yield given
        if not parameters:
            return
