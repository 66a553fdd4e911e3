"""Every change between two states as a row in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exports.changes.change_words import claim, field_value, name_or_code, plain_value, spot
from graph.changes.change_types import (
    Change,
    Changes,
    FieldChange,
    IdentityChange,
    ListedPlaceChange,
    NonLinkChange,
    StatementChange,
    ThingChange,
)
from graph.model.facts import Facts
from graph.model.statement_content import references
from ontology.labels.labels import name as word
from ontology.schema.kinds import Kind
from queries.rendering.texts import phrase


@dataclass(frozen=True)
class FieldRow:
    """A field with its name and both values in words; the values as they are in `raw`."""

    name: str
    label: str
    old: str
    new: str
    raw: tuple[object, object]


@dataclass(frozen=True)
class ChangeRow:
    """A change in words.

    `group` is the part of the changes to which it belongs, `change` what happened, `kind` the kind
    of statement or thing ("" if it is neither). `old` and `new` are the ids or codes of both sides,
    `codes` the things that it is about. `note` adds more, such as why a statement was withdrawn.
    """

    group: str
    change: str
    kind: str
    old: str
    new: str
    subject: str
    location: str = ""
    fields: tuple[FieldRow, ...] = ()
    codes: frozenset[str] = frozenset()
    note: str = ""


@dataclass(frozen=True)
class Sides:
    """Both states and the language of the words."""

    old: Facts
    new: Facts
    language: str

    def facts(self, *, is_old: bool) -> Facts:
        """The facts of a side."""
        return self.old if is_old else self.new


def change_rows(sides: Sides, differences: Changes) -> tuple[ChangeRow, ...]:
    """All changes: settings, things, identities, statements, code lists, links not to be added."""
    return (
        *_settings_rows(sides, differences.settings),
        *(_identity_row(sides, entry) for entry in differences.identities),
        *(_thing_row(sides, entry) for entry in differences.things),
        *(_statement_row(sides, entry) for entry in differences.statements),
        *(_listed_place_row(sides, entry) for entry in differences.code_lists),
        *(_non_link_row(sides, entry) for entry in differences.non_links),
    )


def _settings_rows(sides: Sides, settings: Sequence[FieldChange]) -> Iterator[ChangeRow]:
    if settings:
        rows = tuple(_plain(sides, entry) for entry in settings)
        subject = sides.new.dataset.title(sides.language)
        yield ChangeRow("settings", Change.CHANGED.value, "", "", "", subject, fields=rows)


def _identity_row(sides: Sides, entry: IdentityChange) -> ChangeRow:
    old_name = name_or_code(sides.old, entry.old, sides.language)
    new_name = name_or_code(sides.new, entry.new, sides.language)
    count = len(entry.statements)
    event = entry.event.value
    names = {"old": old_name, "old_code": entry.old, "new": new_name, "new_code": entry.new}
    subject = phrase(f"identity_{event}", sides.language, **names)
    note = phrase("identity_statements", sides.language, count=count) if count else ""
    kind = type(sides.new.things.get(entry.new) or sides.old.things[entry.old]).__name__
    codes = frozenset((entry.old, entry.new))
    return ChangeRow(
        "identities", event, kind, entry.old, entry.new, subject, codes=codes, note=note
    )


def _thing_row(sides: Sides, entry: ThingChange) -> ChangeRow:
    facts = sides.facts(is_old=entry.new is None)
    subject = facts.display_name(entry.code, sides.language)
    old, new = (entry.code if side else "" for side in (entry.old, entry.new))
    kind = type(entry.thing)
    rows = _field_rows(sides, kind, entry.fields)
    codes = frozenset({entry.code, *(code for _, code in references(entry.thing))})
    change = entry.change.value
    return ChangeRow("things", change, kind.__name__, old, new, subject, fields=rows, codes=codes)


def _statement_row(sides: Sides, entry: StatementChange) -> ChangeRow:
    facts, statement = sides.facts(is_old=entry.new is None), entry.statement
    sides_of_entry = [side for side in (entry.old, entry.new) if side is not None]
    return ChangeRow(
        group="statements",
        change=entry.change.value,
        kind=type(statement).__name__,
        old=entry.old_id or "",
        new=entry.new_id or "",
        subject=claim(facts, statement, sides.language),
        location=spot(facts, statement, sides.language),
        fields=_field_rows(sides, type(statement), entry.fields),
        codes=frozenset(code for side in sides_of_entry for _, code in references(side)),
        note=_reason(sides, entry.old_id) if entry.new is None else "",
    )


def _reason(sides: Sides, id: str | None) -> str:
    """Who withdrew a statement and why, if a curator did."""
    note = sides.new.withdrawn.get(id or "")
    if note is None:
        return ""
    values = {"day": note.day, "by": note.curator, "reason": note.reason}
    return phrase("withdrawn_note", sides.language, **values)


def _listed_place_row(sides: Sides, entry: ListedPlaceChange) -> ChangeRow:
    place = entry.new or entry.old
    subject = f"{entry.code} {place.name if place else ''}"
    old, new = (entry.code if side else "" for side in (entry.old, entry.new))
    rows = tuple(_plain(sides, field) for field in entry.fields)
    codes = frozenset({entry.code})
    change = entry.change.value
    return ChangeRow("code_lists", change, "", old, new, subject, entry.code_list, rows, codes)


def _non_link_row(sides: Sides, entry: NonLinkChange) -> ChangeRow:
    link = entry.link
    facts = sides.facts(is_old=entry.change is Change.WITHDRAWN)
    ends = [name_or_code(facts, code, sides.language) for code in (link.learner, link.teacher)]
    reason = link.why_zh if sides.language == "zh" else link.why_en
    codes = frozenset((link.learner, link.teacher, link.source))
    subject, location = " → ".join(ends), name_or_code(facts, link.source, sides.language)
    change = entry.change.value
    return ChangeRow(
        "non_links", change, "NonLink", "", "", subject, location, codes=codes, note=reason
    )


def _field_rows(
    sides: Sides, kind: type[Kind], entries: Sequence[FieldChange]
) -> tuple[FieldRow, ...]:
    language = sides.language
    return tuple(
        FieldRow(
            entry.name,
            word(entry.name, language),
            field_value(sides.old, kind, entry.name, entry.old, language),
            field_value(sides.new, kind, entry.name, entry.new, language),
            (entry.old, entry.new),
        )
        for entry in entries
    )


def _plain(sides: Sides, entry: FieldChange) -> FieldRow:
    """A setting, or a field of a code list."""
    old, new = (plain_value(value, sides.language) for value in (entry.old, entry.new))
    label = phrase(f"setting_{entry.name}", sides.language)
    return FieldRow(entry.name, label, old, new, (entry.old, entry.new))
