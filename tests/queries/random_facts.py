"""Small facts by chance, for hypothesis: every kind, and the corners that real texts seldom reach.

Dates that are partial, open or unknown; two sources that say the same; parallel links that differ
in one field; every stance; cycles of learning; several names; quotes, bars and Chinese in names;
organisations that learn from models; taxonomies four deep; places by text and by code list.
"""

from __future__ import annotations

import itertools
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from graph.model.dataset import Dataset, ListedPlace
from graph.model.facts import Facts, build_facts
from ontology.schema.kinds import (
    Adoption,
    Borders,
    Bound,
    Cooperation,
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
    MemberOf,
    Membership,
    Naming,
    Nomination,
    Organisation,
    OrganisationType,
    Part,
    Person,
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
    Within,
)
from queries.catalogue import Clock, Question, QuestionParameter, ValueType

PLACES, ORGANISATIONS = [f"p{n}" for n in range(5)], [f"o{n}" for n in range(3)]
PERSONS = ["h0", "h1"]
ACTORS = PLACES + ORGANISATIONS + PERSONS
MECHANISMS, MODELS = [f"m{n}" for n in range(6)], [f"r{n}" for n in range(3)]
SOURCES = [f"s{n}" for n in range(3)]
LEARNING = list(itertools.permutations(ACTORS, 2))
RELEASE_DAYS = [date(2002, 3, 15), date(2002, 3, 16), date(2004, 12, 31)]

one_of = st.sampled_from
maybe = st.none() | one_of(["2001", "2002-03", "2003~", "2003?", "../2004", "2005/..", "2001/2003"])
dates = maybe | one_of(["199X", "2006-07-08", "2001-02-28", "2001-12-31/2002-01"])
labels = one_of([None, None, "一卡通", "an 'odd' \"name\"", "x|y", "back`tick \\ slash", " 空 白 "])
names = one_of(["三明市", 'O\'Brien "east"', "名 字", "x|y", "`z`", "É\\n", "😀 town"])
codes = one_of(ACTORS)
pairs = one_of(LEARNING)
# Parts come after their wholes, so that there is no cycle.
insides = one_of([(a, b) for a, b in LEARNING if ACTORS.index(a) > ACTORS.index(b)])


@st.composite
def some_facts(draw: st.DrawFn) -> Facts:
    """Facts of some twenty-five things and at most forty statements."""
    listed = {"p1": ListedPlace("p1", "p0"), "p2": ListedPlace("p2", "gone")}
    listed |= {"gone": ListedPlace("gone", "p0"), "p3": ListedPlace("p3", None)}
    dataset = Dataset(
        "偶然", "Chance", "CC0-1.0", "https://example.org/chance/", code_lists={"list": listed}
    )
    return build_facts(
        dataset, draw(things()), draw(st.lists(statements(), min_size=12, max_size=40))
    )


@st.composite
def some_known_since(draw: st.DrawFn, made: Facts) -> dict[str, date]:
    """Since when statements are known; some are in no release."""
    days = draw(st.lists(st.none() | one_of(RELEASE_DAYS), min_size=1, max_size=5))
    by_id = zip(made.statements, itertools.cycle(days), strict=False)
    return {id: day for id, day in by_id if day is not None}


@st.composite
def things(draw: st.DrawFn) -> list[Thing]:
    def named_cells(code: str) -> dict[str, Any]:
        alt = tuple(draw(st.lists(names, max_size=2, unique=True)))
        return {"code": code, "name_zh": f"名{code}", "name_en": draw(names), "alt_names": alt}

    def plain_cells(code: str) -> dict[str, Any]:
        return {"code": code, "name_zh": f"名{code}", "name_en": f"Name {code}"}

    made: list[Thing] = [Unit(**plain_cells("u0")), OrganisationType(**plain_cells("sort"))]
    made += [
        Place(
            **named_cells(c),
            level=draw(one_of(PlaceLevel)),
            code_system=draw(one_of([None, "list"])),
        )
        for c in PLACES
    ]
    made += [Organisation(**named_cells(c), type="sort") for c in ORGANISATIONS]
    made += [Person(**named_cells(c)) for c in PERSONS]
    made += [ReformModel(**named_cells(c)) for c in MODELS]
    for n, code in enumerate(MECHANISMS):  # broader ones come first; a chain may be six deep
        above = draw(st.lists(one_of(MECHANISMS[max(0, n - 2) : n]), max_size=2)) if n else []
        made.append(Mechanism(**plain_cells(code), broader=tuple(sorted(set(above)))))
    made += [Programme(**plain_cells("g0")), Programme(**plain_cells("g1"))]
    made += [
        Event(**plain_cells("e0"), type=EventType.VISIT),
        Event(**plain_cells("e1"), type=EventType.AWARD),
    ]
    made += [Indicator(**plain_cells("i0"), unit="u0"), Indicator(**plain_cells("i1"), unit="u0")]
    text = {"type": SourceType.PRESS, "language": "zh", "length": 1000, "sha256": "a" * 64}
    by = draw(one_of([None, *ORGANISATIONS]))
    return made + [
        Source(**plain_cells(c), file=f"{c}.txt", publisher=by, published=draw(maybe), **text)
        for c in SOURCES
    ]


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    start = draw(st.integers(0, 9)) * 100
    read: dict[str, Any] = {
        "source": draw(one_of(SOURCES)),
        "start": start,
        "end": start + 10,
        "sha256": "b" * 64,
        "stance": draw(one_of([Stance.STATED, Stance.STATED, *Stance])),
        "as_of": draw(one_of([None, "2004"])),
        "curator": "chance",
        "accepted": date(2026, 1, 2),
    }
    kind, fields = draw(one_of(KINDS))
    made: Statement = kind(
        **read, **{name: draw(values) for name, values in fields.items()}, **draw(ends(kind))
    )
    return made


def ends(kind: type[Statement]) -> st.SearchStrategy[dict[str, str]]:
    """The two ends of a link, never the same."""
    names, values = {
        LearnedFrom: (("learner", "teacher"), pairs | st.tuples(codes, one_of(MODELS))),
        DerivedFrom: (("model", "origin"), one_of(list(itertools.permutations(MODELS, 2)))),
        Cooperation: (("one", "other"), pairs),
        Nomination: (("nominator", "nominee"), pairs),
        Within: (("part", "whole"), insides),
        Borders: (("one", "other"), one_of(list(itertools.permutations(PLACES, 2)))),
        Endorsement: (
            ("endorser", "endorsed"),
            pairs | st.tuples(codes | one_of(SOURCES), one_of(MODELS + MECHANISMS)),
        ),
        MemberOf: (
            ("member", "group"),
            st.tuples(one_of(PLACES), one_of([*ORGANISATIONS, *MODELS, "g0", "g1"])),
        ),
    }.get(kind, ((), st.just(())))
    return values.map(lambda held: dict(zip(names, held, strict=True)))


models = one_of([None, *MODELS])
KINDS: list[tuple[type[Statement], dict[str, st.SearchStrategy[Any]]]] = [
    (LearnedFrom, {"model": models, "how": one_of(Learning), "when": dates}),
    (LearnedFrom, {"how": st.just(Learning.LEARNED), "when": maybe}),
    (DerivedFrom, {"when": dates}),
    (
        HasModel,
        {
            "holder": codes,
            "model": one_of(MODELS),
            "since": dates,
            "pioneer_in": one_of([None, "p0"]),
        },
    ),
    (
        Adoption,
        {
            "adopter": codes,
            "mechanism": one_of(MECHANISMS),
            "model": models,
            "local_name": labels,
            "since": dates,
            "pioneer_in": one_of([None, None, "p0"]),
        },
    ),
    (Adoption, {"adopter": codes, "mechanism": one_of(MECHANISMS)}),
    (
        Designation,
        {
            "designee": codes,
            "programme": one_of(["g0", "g1"]),
            "by": one_of([None, "o0", "p0"]),
            "rank": labels,
            "when": dates,
        },
    ),
    (Endorsement, {"how": one_of(Praise), "when": dates}),
    (Cooperation, {"mechanism": one_of([None, *MECHANISMS]), "when": dates}),
    (Nomination, {"how": one_of([None, *Naming]), "when": dates}),
    (MemberOf, {"role": one_of(Membership), "when": dates}),
    (Within, {}),
    (Borders, {}),
    (
        Happening,
        {
            "event": one_of(["e0", "e1"]),
            "participant": codes,
            "role": one_of(Part),
            "when": dates,
        },
    ),
    (
        Measurement,
        {
            "subject": one_of([*ACTORS, *MODELS, "g0", "e0"]),
            "indicator": one_of(["i0", "i1"]),
            "value": one_of(["1", "1.0", "2.50", "-3", "26.08", "160000000", "0"]).map(Decimal),
            "value_written": st.just("so many"),
            "bound": one_of(Bound),
            "unit": st.just("u0"),
            "per": one_of([None, "u0"]),
            "period": dates,
            "baseline": one_of([None, Decimal("0.5"), Decimal("-3")]),
            "baseline_period": maybe,
        },
    ),
]


@st.composite
def some_values(draw: st.DrawFn, made: Facts, question: Question) -> dict[str, str | int]:
    """What a question may be asked about these facts."""
    return {asked.key: draw(one_of(_possible(made, asked))) for asked in question.parameters}


def _possible(made: Facts, asked: QuestionParameter) -> list[Any]:
    match asked.type:
        case ValueType.FIRST_DAY | ValueType.LAST_DAY:
            return ["1000-01-01", "2001-01-01", "2002-03-15", "2004-12-31", "9999-12-31"]
        case ValueType.STANCE:
            return [stance.value for stance in Stance]
        case ValueType.NUMBER:
            return [1, 2, 3]
        case ValueType.CLOCK:
            return list(Clock)
        case kinds:
            return [code for code, thing in made.things.items() if type(thing).__name__ in kinds]
