"""The differences between two states of the facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from graph.changes.change_types import (
    Change,
    Changes,
    FieldChange,
    ListedPlaceChange,
    NonLinkChange,
    StatementChange,
    ThingChange,
)
from graph.changes.identities import identity_changes
from graph.changes.statement_pairs import SPOT, statement_pairs
from graph.model.dataset import Dataset
from graph.model.facts import Facts
from ontology.schema.fields import fields
from ontology.schema.kinds import TABLES, Kind, NonLink, Statement, Thing

# The settings of dataset.toml, without the code lists and outlines, which are separate files.
SETTINGS = ("title_zh", "title_en", "licence", "base_iri", "start", "languages", "periods")
LISTED_PLACE_FIELDS = ("name", "within", "spot")


def changes(old: Facts, new: Facts) -> Changes:
    """All differences between an old and a new state of the facts.

    A state does not differ from itself. If the two states are exchanged, added entries are
    withdrawn, merged things are split, and every field has its old and new value exchanged.
    """
    pairs = statement_pairs(old, new)
    return Changes(
        settings=_setting_changes(old.dataset, new.dataset),
        things=tuple(_thing_changes(old.things, new.things)),
        identities=identity_changes(old, new, pairs),
        statements=_statement_changes(old, new, pairs),
        code_lists=tuple(_code_list_changes(old.dataset, new.dataset)),
        non_links=tuple(_non_link_changes(old.non_links, new.non_links)),
    )


def _setting_changes(old: Dataset, new: Dataset) -> tuple[FieldChange, ...]:
    return _field_differences(SETTINGS, old, new)


def _field_differences(names: Iterable[str], old: object, new: object) -> tuple[FieldChange, ...]:
    """The fields of these names that have a different value."""
    values = ((name, getattr(old, name), getattr(new, name)) for name in names)
    return tuple(
        FieldChange(name, first, second) for name, first, second in values if first != second
    )


def _field_changes(old: Kind, new: Kind) -> tuple[FieldChange, ...]:
    return (
        ()
        if old == new
        else _field_differences((field.name for field in fields(type(old))), old, new)
    )


def _thing_changes(old: Mapping[str, Thing], new: Mapping[str, Thing]) -> Iterator[ThingChange]:
    for code in sorted({*old, *new}):
        before, after = old.get(code), new.get(code)
        if before is not None and type(before) is type(after) and after is not None:
            if differences := _field_changes(before, after):
                yield ThingChange(Change.CHANGED, code, before, after, differences)
            continue
        if before is not None:
            yield ThingChange(Change.WITHDRAWN, code, before, None)
        if after is not None:
            yield ThingChange(Change.ADDED, code, None, after)


def _statement_changes(
    old: Facts, new: Facts, pairs: Mapping[str, str]
) -> tuple[StatementChange, ...]:
    """By kind, source and spot."""
    entries = [*_continuations(old, new, pairs)]
    for id in old.statements.keys() - pairs.keys():
        entries.append(StatementChange(Change.WITHDRAWN, id, None, old.statements[id], None))
    for id in new.statements.keys() - set(pairs.values()):
        entries.append(StatementChange(Change.ADDED, None, id, None, new.statements[id]))
    return tuple(sorted(entries, key=_order))


def _continuations(old: Facts, new: Facts, pairs: Mapping[str, str]) -> Iterator[StatementChange]:
    for old_id, new_id in pairs.items():
        before, after = old.statements[old_id], new.statements[new_id]
        if differences := _field_changes(before, after):
            only_spot = {field.name for field in differences} <= SPOT
            change = Change.MOVED if only_spot else Change.CHANGED
            yield StatementChange(change, old_id, new_id, before, after, differences)


def _order(entry: StatementChange) -> tuple[object, ...]:
    statement: Statement = entry.statement
    kind = TABLES.index(type(statement))
    return kind, statement.source, statement.start, entry.new_id or "", entry.old_id or ""


def _code_list_changes(old: Dataset, new: Dataset) -> Iterator[ListedPlaceChange]:
    for name in sorted({*old.code_lists, *new.code_lists}):
        before, after = old.code_lists.get(name, {}), new.code_lists.get(name, {})
        for code in sorted({*before, *after}):
            first, second = before.get(code), after.get(code)
            if first is None:
                yield ListedPlaceChange(Change.ADDED, name, code, None, second)
            elif second is None:
                yield ListedPlaceChange(Change.WITHDRAWN, name, code, first, None)
            elif differences := _field_differences(LISTED_PLACE_FIELDS, first, second):
                yield ListedPlaceChange(Change.CHANGED, name, code, first, second, differences)


def _non_link_changes(old: Iterable[NonLink], new: Iterable[NonLink]) -> Iterator[NonLinkChange]:
    before, after = set(old), set(new)
    for change, links in ((Change.WITHDRAWN, before - after), (Change.ADDED, after - before)):
        for link in sorted(
            links, key=lambda link: (link.source, link.start, link.learner, link.teacher)
        ):
            yield NonLinkChange(change, link)
