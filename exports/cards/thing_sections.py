"""The statements on a thing, sorted into sections by their kind and the role that it plays."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache, partial

from exports.cards.statement_words import Row, date_text, names, stance
from graph.lookup.browse_list import children_of
from graph.model.closure import transitive_closure
from graph.model.facts import Facts
from graph.model.statement_content import snake
from graph.stores.store import Cell
from ontology.labels.dates import date_in_words
from ontology.labels.labels import choice_name
from ontology.labels.labels import name as word
from ontology.schema.fields import content_fields, reference_fields
from ontology.schema.kinds import STATEMENTS, Indicator, Measurement, Mechanism, Statement
from texts.tables import APP

# The cell of a thing, by its code.
Label = Callable[[str], str]

# The two ends of a relation that has no direction: a thing at either end plays the same role.
EITHER_END = ("one", "other")
SOURCE = "source"
# Titles that read better than those made of the names of kind and field, as all others are.
TITLES = {
    ("LearnedFrom", "learner"): "learned_from_whom",
    ("LearnedFrom", "teacher"): "learned_by_whom",
    ("HasModel", "holder"): "its_models",
    ("HasModel", "model"): "its_holders",
    ("Adoption", "adopter"): "its_mechanisms",
    ("Adoption", "mechanism"): "its_adopters",
    ("Designation", "designee"): "its_designations",
    ("Designation", "programme"): "its_designees",
    ("Endorsement", "endorsed"): "its_endorsements",
    ("Endorsement", "endorser"): "it_endorses",
    ("Happening", "participant"): "its_events",
    ("Happening", "event"): "its_participants",
    ("Cooperation", "one"): "its_cooperations",
    ("Nomination", "nominator"): "whom_it_named",
    ("Nomination", "nominee"): "who_named_it",
    ("MemberOf", "member"): "its_groups",
    ("MemberOf", "group"): "its_members",
    ("Within", "part"): "its_wholes",
    ("Within", "whole"): "its_parts",
    ("Borders", "one"): "its_neighbours",
    ("Measurement", "subject"): "figures",
    ("Measurement", "indicator"): "its_figures",
}


@dataclass(frozen=True)
class Section:
    """The statements of one kind in which a thing plays one role: it is named by these fields."""

    kind: type[Statement]
    roles: tuple[str, ...]

    @property
    def key(self) -> str:
        """A name for the section, as `adoption_mechanism`."""
        return f"{snake(self.kind.__name__)}_{self.roles[0]}"

    def title(self, language: str) -> str:
        """The heading in `zh` or `en`."""
        kind, role = self.kind.__name__, self.roles[0]
        if (kind, role) in TITLES:
            return APP.say(TITLES[kind, role], language)
        labels = {"kind": word(kind, language), "role": word(role, language)}
        key = "section_of_source" if role == SOURCE else "section_of_role"
        return APP.say(key, language, **labels)


@cache
def sections() -> tuple[Section, ...]:
    """Every section, by the kinds of statements and, in each, by the fields that name things."""
    return tuple(
        Section(kind, roles)
        for kind in STATEMENTS
        for roles in dict.fromkeys(_roles(field.name) for field in reference_fields(kind))
    )


def _roles(field: str) -> tuple[str, ...]:
    return EITHER_END if field in EITHER_END else (field,)


def statements_by_section(facts: Facts, code: str) -> Mapping[Section, Sequence[str]]:
    """The ids of all statements that name a thing, each in one section; none is empty.

    A statement that names the thing twice stands in the section of the first such field.
    """
    by_section: dict[Section, list[str]] = {section: [] for section in sections()}
    for id in facts.statements_naming.get(code, ()):
        statement = facts.statements[id]
        by_section[_section_of(statement, code)].append(id)
    return {section: ids for section, ids in by_section.items() if ids}


def narrower_by_section(facts: Facts, code: str) -> Mapping[Section, Sequence[str]]:
    """The ids of all statements that name what is below a mechanism or an indicator, not itself.

    They stand by section as those of a thing do; none is empty. Any other thing has none.
    """
    kind = type(facts.things[code])
    if kind not in (Mechanism, Indicator):
        return {}
    narrower_codes = children_of(facts, facts.things_of(kind))
    closure = transitive_closure([code], lambda upper: narrower_codes.get(upper, ()))
    listed_ids = set(facts.statements_naming.get(code, ()))
    by_section: dict[Section, list[str]] = {section: [] for section in sections()}
    for lower in sorted(closure - {code}):
        for id in facts.statements_naming.get(lower, ()):
            if id not in listed_ids:
                listed_ids.add(id)
                by_section[_section_of(facts.statements[id], lower)].append(id)
    return {section: ids for section, ids in by_section.items() if ids}


def _section_of(statement: Statement, code: str) -> Section:
    fields = reference_fields(type(statement))
    role = next(field.name for field in fields if getattr(statement, field.name) == code)
    return Section(type(statement), _roles(role))


def row(
    facts: Facts, statement: Statement, section: Section, language: str, label: Label | None = None
) -> Row:
    """A statement as a row: its fields in words, without the thing whose page it is.

    Things stand by their names, or as `label` gives them, such as the addresses of their pages;
    `link_columns` has the columns of such cells.
    """
    cells = full_row(facts, statement, language, label)
    if len(section.roles) == 1:
        cells.pop(word(section.roles[0], language), None)
    return cells


def full_row(
    facts: Facts, statement: Statement, language: str, label: Label | None = None
) -> dict[str, Cell]:
    """A statement as a row with all that it names; statements of a kind have the same columns."""
    label = label or partial(facts.display_name, language=language)
    return (
        _figure(facts, statement, language, label)
        if isinstance(statement, Measurement)
        else _fields(statement, language, label)
    ) | _cells_of_stance(statement, language, label)


def link_columns(section: Section, language: str) -> list[str]:
    """The columns of a section's table whose cells are things and nothing else."""
    fields = [field.name for field in reference_fields(section.kind)]
    if issubclass(section.kind, Measurement):
        fields = ["subject", "indicator", SOURCE]
    return [word(field, language) for field in fields]


def _fields(statement: Statement, language: str, label: Label) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for field in content_fields(type(statement)):
        if not (field.is_wording or field.is_date):
            value = getattr(statement, field.name)
            is_thing = field.referred_kinds and value
            cells[word(field.name, language)] = label(value) if is_thing else _text(value, language)
    return cells


def _text(value: object, language: str) -> str:
    if isinstance(value, StrEnum):
        return choice_name(value, language)
    return "" if value is None else str(value)


def _figure(facts: Facts, figure: Measurement, language: str, label: Label) -> dict[str, Cell]:
    """A figure as written, with its bound, unit and time."""
    unit_names = names(facts, language)
    return {
        word("subject", language): label(figure.subject),
        word("indicator", language): label(figure.indicator),
        word("value_written", language): figure.value_written,
        word("bound", language): choice_name(figure.bound, language),
        word("value", language): f"{figure.value:f}",
        word("unit", language): unit_names[figure.unit]
        + (f" / {unit_names[figure.per]}" if figure.per else ""),
        word("baseline", language): figure.baseline_written or _number(figure.baseline),
        word("baseline_period", language): figure.baseline_period
        and date_in_words(figure.baseline_period, language),
    }


def _number(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


def _cells_of_stance(statement: Statement, language: str, label: Label) -> dict[str, Cell]:
    return {
        APP.say("when", language): date_text(statement, language),
        word("stance", language): stance(statement, language),
        word(SOURCE, language): label(statement.source),
    }
