"""The kinds of difference between two states of the facts, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from graph.model.dataset import ListedPlace
from ontology.schema.kinds import NonLink, Statement, Thing


class Change(StrEnum):
    """What happened to an entry between the old and the new state."""

    ADDED = "added"
    WITHDRAWN = "withdrawn"
    CHANGED = "changed"
    MOVED = "moved"


class IdentityEvent(StrEnum):
    """What happened to the identity of a thing.

    MERGED: a thing is gone, and another that was there before stands in its statements.
    SPLIT: a thing is still there, and a new one stands in statements that were its own.
    RECODED: a thing is gone, and a new one stands in its statements.
    """

    MERGED = "merged"
    SPLIT = "split"
    RECODED = "recoded"


@dataclass(frozen=True)
class FieldChange:
    """A field with its old and its new value; None and () are an empty field."""

    name: str
    old: object
    new: object


@dataclass(frozen=True)
class StatementChange:
    """A statement that came, went or changed. The old side is None if it came, the new if it went.

    `old_id` and `new_id` are equal if only the record of its reading changed (curator, day).
    MOVED is the same claim at another spot of its source. `fields` is empty unless it changed or
    moved.
    """

    change: Change
    old_id: str | None
    new_id: str | None
    old: Statement | None
    new: Statement | None
    fields: tuple[FieldChange, ...] = ()

    @property
    def statement(self) -> Statement:
        """The statement as it is now, or as it last was."""
        statement = self.new or self.old
        assert statement is not None
        return statement


@dataclass(frozen=True)
class ThingChange:
    """A thing that came, went or has other fields. The kind of a thing never changes."""

    change: Change
    code: str
    old: Thing | None
    new: Thing | None
    fields: tuple[FieldChange, ...] = ()

    @property
    def thing(self) -> Thing:
        """The thing as it is now, or as it last was."""
        thing = self.new or self.old
        assert thing is not None
        return thing


@dataclass(frozen=True)
class IdentityChange:
    """A code of the old and one of the new state that are one thing, by statements or names.

    `statements` are the (old id, new id) of the statements in which the new code replaces the old.
    """

    event: IdentityEvent
    old: str
    new: str
    statements: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ListedPlaceChange:
    """An entry of a code list that came, went or has other fields."""

    change: Change
    code_list: str
    code: str
    old: ListedPlace | None
    new: ListedPlace | None
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True)
class NonLinkChange:
    """A link that readers must not add, which was entered or taken off the list."""

    change: Change
    link: NonLink


@dataclass(frozen=True)
class Changes:
    """All differences between two states, each tuple in a fixed order.

    `settings` are those of dataset.toml.
    """

    settings: tuple[FieldChange, ...]
    things: tuple[ThingChange, ...]
    identities: tuple[IdentityChange, ...]
    statements: tuple[StatementChange, ...]
    code_lists: tuple[ListedPlaceChange, ...]
    non_links: tuple[NonLinkChange, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the two states are the same."""
        return not self.count

    @property
    def count(self) -> int:
        """How many differences there are."""
        parts = (self.settings, self.things, self.identities, self.statements)
        return sum(map(len, (*parts, self.code_lists, self.non_links)))
