"""Statements made wrong by how a passage is read: the part of a sentence for all of it, a place for
its hospital, one row of two, or who came for who invited."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence

from graph.model.facts import Facts
from ontology.schema.enums import Part
from ontology.schema.fields import reference_fields
from ontology.schema.kinds import (
    Adoption,
    Happening,
    LearnedFrom,
    Measurement,
    Mechanism,
    Organisation,
    Place,
    Stance,
    Statement,
)
from tests.drafting.lint.corruptions import DEED_KINDS, Corrupter, StatementKind, changed_row

# How far away a row of the next clause begins, in letters.
NEXT_CLAUSE_LETTERS = 40
# The first word that denies or plans, with all that stands before it in a passage.
UP_TO_DENIAL = re.compile(".*?(?:没有|尚未|未能|并未|从未|拒绝|暂停|不再|未)")
UP_TO_PLAN = re.compile(".*?(?:计划|拟|打算|力争|争取|将|准备|希望|要|到20[0-9]{2}年)")
# The shortest passage that is left of one.
MIN_LETTERS_LEFT = 6
FIGURE = ("value", "value_written", "bound", "unit", "per")
PERIOD = ("period", "period_written", "dated_by")


def rows_of_next_clauses(corrupter: Corrupter, row: StatementKind) -> list[StatementKind]:
    """The other statements of a row's kind that are told in the clause before or behind it."""
    return [
        other
        for other in corrupter.facts.statements_of(type(row))
        if other.source == row.source and 0 < abs(other.start - row.start) <= NEXT_CLAUSE_LETTERS
    ]


def subject_of_next_clause(corrupter: Corrupter) -> Iterator[Statement]:
    """Whose figure the next clause tells in the same unit: 甲县三家，乙县五家."""
    for row in corrupter.cycle(Measurement):
        others = {o.subject for o in rows_of_next_clauses(corrupter, row) if o.unit == row.unit}
        if subjects := sorted(others - {row.subject}):
            yield changed_row(row, subject=corrupter.rng.choice(subjects))


def two_rows_in_one(corrupter: Corrupter) -> Iterator[Statement]:
    """The figure of one row for the time of another, with the passages of both."""
    for row in corrupter.cycle(Measurement):
        others = [
            other
            for other in rows_of_next_clauses(corrupter, row)
            if other.period and other.period != row.period
        ]
        if row.period and others:
            other = corrupter.rng.choice(others)
            spans = (*row.also_at, *other.spans)
            cells = {name: getattr(other, name) for name in PERIOD}
            yield changed_row(row, **cells, also_at=tuple(dict.fromkeys(spans)))


def date_of_next_clause(corrupter: Corrupter) -> Iterator[Statement]:
    """The date of the next clause, with its words."""
    for row in corrupter.cycle(Statement):
        name = type(row).date_field
        if name is None or not getattr(row, name):
            continue
        words = f"{name}_written"
        others = [
            other
            for other in rows_of_next_clauses(corrupter, row)
            if getattr(other, words, None) and getattr(other, name) != getattr(row, name)
        ]
        if others:
            other = corrupter.rng.choice(others)
            cells = {cell: getattr(other, cell) for cell in (name, words, "dated_by")}
            yield changed_row(row, **cells)


def narrower_mechanism(corrupter: Corrupter) -> Iterator[Statement]:
    """A narrower mechanism than the one that is told."""
    narrower: dict[str, list[str]] = {}
    for thing in corrupter.facts.things_of(Mechanism):
        for code in thing.broader:
            narrower.setdefault(code, []).append(thing.code)
    for row in corrupter.cycle(Adoption):
        if others := narrower.get(row.mechanism):
            yield changed_row(row, mechanism=corrupter.rng.choice(others))


def place_of_organisation(corrupter: Corrupter) -> Iterator[Statement]:
    """A place for its hospital or office, with whose name it begins."""
    yield from _with_actor(corrupter, _places_of_organisations(corrupter.facts))


def organisation_of_place(corrupter: Corrupter) -> Iterator[Statement]:
    """A hospital or office of a place for the place."""
    organisations: dict[str, list[str]] = {}
    for organisation, places in _places_of_organisations(corrupter.facts).items():
        for place in places:
            organisations.setdefault(place, []).append(organisation)
    yield from _with_actor(corrupter, organisations)


def _with_actor(corrupter: Corrupter, others: dict[str, list[str]]) -> Iterator[Statement]:
    for row in corrupter.cycle(*DEED_KINDS):
        name = reference_fields(type(row))[0].name
        if codes := others.get(getattr(row, name) or ""):
            yield changed_row(row, **{name: corrupter.rng.choice(codes)})


def _places_of_organisations(facts: Facts) -> dict[str, list[str]]:
    places = [(place.name_zh or "", place.code) for place in facts.things_of(Place)]
    return {
        thing.code: codes
        for thing in facts.things_of(Organisation)
        if (codes := [c for name, c in places if name and (thing.name_zh or "").startswith(name)])
    }


def guest_for_host(corrupter: Corrupter) -> Iterator[Statement]:
    """Who came to see for whose work was seen, and the other way round."""
    opposite = {
        Part.PARTICIPANT: Part.VISITED,
        Part.VISITED: Part.PARTICIPANT,
    }
    for row in corrupter.cycle(Happening):
        if row.role in opposite:
            yield changed_row(row, role=opposite[row.role])


def organiser_as_participant(corrupter: Corrupter) -> Iterator[Statement]:
    """Who holds a meeting as who comes to it."""
    for row in corrupter.cycle(Happening):
        if row.role in (Part.ORGANISER, Part.HOST):
            yield changed_row(row, role=Part.PARTICIPANT)


def earlier_value_as_value(corrupter: Corrupter) -> Iterator[Statement]:
    """The earlier value as the value, with its words."""
    for row in corrupter.cycle(Measurement):
        if row.baseline is not None and row.baseline_written:
            cells = {"value": row.baseline, "value_written": row.baseline_written}
            yield changed_row(row, **cells, baseline=None, baseline_written=None)


def denial_cut_off(corrupter: Corrupter) -> Iterator[Statement]:
    """What is denied as a fact, by a passage that begins behind the word that denies it."""
    yield from _cut_off(corrupter, Stance.DENIED, UP_TO_DENIAL)


def plan_cut_off(corrupter: Corrupter) -> Iterator[Statement]:
    """What is planned as a fact, by a passage that begins behind the word that plans it."""
    yield from _cut_off(corrupter, Stance.PLANNED, UP_TO_PLAN)


def _cut_off(corrupter: Corrupter, stance: Stance, up_to: re.Pattern[str]) -> Iterator[Statement]:
    kinds = tuple(kind for kind in DEED_KINDS if kind is not LearnedFrom)
    rows = [row for row in corrupter.statements(*kinds) if row.stance is stance]
    for row in corrupter.rng.sample(rows, len(rows)):
        text = corrupter.texts.get(row.source, "")[row.start : row.end]
        match = up_to.match(text)
        if match is None or len(text) - match.end() < MIN_LETTERS_LEFT:
            continue
        rest = text[match.end() :]
        cells = {"start": row.start + match.end(), "sha256": _digest(rest)}
        yield changed_row(row, **cells, stance=Stance.STATED)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


MISREADINGS: Sequence[Callable[[Corrupter], Iterator[Statement]]] = (
    subject_of_next_clause,
    two_rows_in_one,
    date_of_next_clause,
    narrower_mechanism,
    place_of_organisation,
    organisation_of_place,
    guest_for_host,
    organiser_as_participant,
    earlier_value_as_value,
    denial_cut_off,
    plan_cut_off,
)
