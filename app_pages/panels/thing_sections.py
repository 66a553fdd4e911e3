"""The sections of the Place page: which statements belong where, and how they read as rows."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from app_pages.components.result_table import Row, names, stance, when
from app_pages.state.language import say
from graph.model.facts import Facts
from graph.model.property_graph import PropertyGraph
from graph.stores.common.base import Cell
from ontology.labels.labels import choice_name
from ontology.labels.labels import name as word
from ontology.schema.fields import own_fields
from ontology.schema.kinds import (
    Adoption,
    Cooperation,
    Designation,
    Endorsement,
    Happening,
    HasModel,
    LearnedFrom,
    Measurement,
    MemberOf,
    Nomination,
    Statement,
)


@dataclass(frozen=True)
class Section:
    """The statements of one kind in which a thing has one of these parts."""

    key: str
    kind: type[Statement]
    roles: tuple[str, ...]

    def has(self, statement: Statement, code: str) -> bool:
        """Whether a statement on a thing belongs here."""
        return isinstance(statement, self.kind) and any(
            getattr(statement, role) == code for role in self.roles
        )


SECTIONS = (
    Section("learned_from_whom", LearnedFrom, ("learner",)),
    Section("learned_by_whom", LearnedFrom, ("teacher",)),
    Section("its_models", HasModel, ("holder",)),
    Section("its_mechanisms", Adoption, ("adopter",)),
    Section("figures", Measurement, ("subject",)),
    Section("its_designations", Designation, ("designee",)),
    Section("its_endorsements", Endorsement, ("endorsed",)),
    Section("it_endorses", Endorsement, ("endorser",)),
    Section("its_events", Happening, ("participant",)),
    Section("its_cooperations", Cooperation, ("one", "other")),
    Section("whom_it_named", Nomination, ("nominator",)),
    Section("who_named_it", Nomination, ("nominee",)),
    Section("its_groups", MemberOf, ("member",)),
    Section("its_members", MemberOf, ("group",)),
)


def row(facts: Facts, statement: Statement, section: Section, language: str) -> Row:
    """A statement as a row: its fields in words, without the thing whose page it is."""
    if isinstance(statement, Measurement):
        return _figure(facts, statement, language)
    called = names(facts, language)
    left_out = section.roles if len(section.roles) == 1 else ()
    cells: dict[str, Cell] = {}
    for field in own_fields(type(statement)):
        if field.is_written or field.is_date or field.name in left_out:
            continue
        value = getattr(statement, field.name)
        cells[word(field.name, language)] = (
            called[value] if field.refers and value else _plain(value, language)
        )
    return cells | _how_told(facts, statement, language)


def _plain(value: object, language: str) -> str:
    if isinstance(value, StrEnum):
        return choice_name(value, language)
    return "" if value is None else str(value)


def _figure(facts: Facts, one: Measurement, language: str) -> Row:
    """A figure as written, with its bound, unit and time."""
    called = names(facts, language)
    unit = called[one.unit] + (f" / {called[one.per]}" if one.per else "")
    return {
        word("indicator", language): called[one.indicator],
        word("value_written", language): one.value_written,
        word("bound", language): choice_name(one.bound, language),
        word("value", language): f"{one.value:f}",
        word("unit", language): unit,
        word("baseline", language): one.baseline_written or _number(one.baseline),
        word("baseline_period", language): one.baseline_period,
    } | _how_told(facts, one, language)


def _number(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


def _how_told(facts: Facts, statement: Statement, language: str) -> dict[str, Cell]:
    return {
        say("when"): when(statement, language),
        word("stance", language): stance(statement, language),
        word("Source", language): names(facts, language)[statement.source],
    }


def wholes_and_parts(graph: PropertyGraph, code: str) -> tuple[list[str], list[str]]:
    """What a thing lies in, and what lies in it."""
    within = graph.of_type("WITHIN")
    wholes = dict.fromkeys(link.end for link in within if link.start == code)
    parts = dict.fromkeys(link.start for link in within if link.end == code)
    return list(wholes), list(parts)
