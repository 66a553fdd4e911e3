"""Statements made wrong by what stands beside them: the errors of a hurried reader or a model.

Each takes a value from the nearest statements of the same source, so that it is told nearby.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ontology.schema.fields import reference_fields
from ontology.schema.kinds import Adoption, LearnedFrom, Measurement, Stance, Statement, Unit
from tests.drafting.lint.corruptions import DEED_KINDS, Corrupter, StatementKind, changed_row

# How many letters away the other statement may stand.
NEAR_LETTERS = 150
FIGURE = ("value", "value_written", "bound", "unit", "per")
PASSAGES = ("start", "end", "sha256", "also_at")


def neighbours(
    corrupter: Corrupter, row: Statement, kind: type[StatementKind]
) -> list[StatementKind]:
    """The other statements of a kind near a row's passage."""
    return [
        other
        for other in corrupter.facts.statements_of(kind)
        if other.source == row.source
        and other != row
        and abs(other.start - row.start) <= NEAR_LETTERS
    ]


def neighbouring_figure(corrupter: Corrupter) -> Iterator[Statement]:
    """The figure of a neighbour in the same unit: the next column, the next sentence."""
    for row in corrupter.cycle(Measurement):
        others = [
            other
            for other in neighbours(corrupter, row, Measurement)
            if other.unit == row.unit and other.value != row.value and other.start != row.start
        ]
        if others:
            other = corrupter.rng.choice(others)
            yield changed_row(row, **{name: getattr(other, name) for name in FIGURE})


def neighbouring_indicator(corrupter: Corrupter) -> Iterator[Statement]:
    """What a neighbour in the same unit measures."""
    for row in corrupter.cycle(Measurement):
        others = [
            other.indicator
            for other in neighbours(corrupter, row, Measurement)
            if other.unit == row.unit and other.indicator != row.indicator
        ]
        if others and row.counts is None:
            yield changed_row(row, indicator=corrupter.rng.choice(others))


def neighbouring_actor(corrupter: Corrupter) -> Iterator[Statement]:
    """Who acts in a neighbour."""
    for row in corrupter.cycle(*DEED_KINDS):
        name = reference_fields(type(row))[0].name
        actors = {getattr(o, name) for o in neighbours(corrupter, row, type(row))}
        if others := sorted(actors - {getattr(row, name)}):
            yield changed_row(row, **{name: corrupter.rng.choice(others)})


def neighbouring_mechanism(corrupter: Corrupter) -> Iterator[Statement]:
    """What a neighbour adopts."""
    for row in corrupter.cycle(Adoption):
        others = {o.mechanism for o in neighbours(corrupter, row, Adoption)} - {row.mechanism}
        if others:
            yield changed_row(row, mechanism=corrupter.rng.choice(sorted(others)))


def neighbouring_teacher(corrupter: Corrupter) -> Iterator[Statement]:
    """Another place that the source names, as the teacher."""
    for row in corrupter.cycle(LearnedFrom):
        places = corrupter.places.get(row.source, [])
        if others := [code for code in places if code not in (row.learner, row.teacher)]:
            yield changed_row(row, teacher=corrupter.rng.choice(others))


def neighbouring_date(corrupter: Corrupter) -> Iterator[Statement]:
    """The date of a neighbour, without its words: the year of the plan for that of the result."""
    for row in corrupter.cycle(Statement):
        name = type(row).date_field
        if name is None or not getattr(row, name):
            continue
        dates = {getattr(other, name) for other in neighbours(corrupter, row, type(row))}
        if others := sorted(dates - {getattr(row, name), None}):
            yield changed_row(row, **{name: corrupter.rng.choice(others)})


def sister_passage(corrupter: Corrupter) -> Iterator[Statement]:
    """The passages of a neighbour of the same kind."""
    for row in corrupter.cycle(*DEED_KINDS):
        others = [o for o in neighbours(corrupter, row, type(row)) if o.start != row.start]
        if others:
            other = corrupter.rng.choice(others)
            yield changed_row(row, **{name: getattr(other, name) for name in PASSAGES})


def denial_left_out(corrupter: Corrupter) -> Iterator[Statement]:
    """What is denied as a fact or as a plan."""
    denied = [row for row in corrupter.statements(*DEED_KINDS) if row.stance is Stance.DENIED]
    for row in corrupter.cycle(*DEED_KINDS) if denied else ():
        if row.stance is Stance.DENIED:
            yield changed_row(row, stance=corrupter.rng.choice([Stance.STATED, Stance.PLANNED]))


def points(corrupter: Corrupter) -> Iterator[Statement]:
    """Percent for percentage points, and the other way round."""
    codes = {unit.name_zh: unit.code for unit in corrupter.facts.things_of(Unit)}
    percent, point = codes.get("%"), codes.get("个百分点", codes.get("百分点"))
    for row in corrupter.cycle(Measurement) if percent and point else ():
        if row.unit in (percent, point):
            yield changed_row(row, unit=point if row.unit == percent else percent)


def rate_left_out(corrupter: Corrupter) -> Iterator[Statement]:
    """A figure for each day or person as one in all."""
    for row in corrupter.cycle(Measurement):
        if row.per:
            yield changed_row(row, per=None)


NEAR_MISSES: Sequence[Callable[[Corrupter], Iterator[Statement]]] = (
    neighbouring_figure,
    neighbouring_indicator,
    neighbouring_actor,
    neighbouring_mechanism,
    neighbouring_teacher,
    neighbouring_date,
    sister_passage,
    denial_left_out,
    points,
    rate_left_out,
)
