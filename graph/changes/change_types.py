"""The kinds of difference between two states of the facts, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from graph.model.dataset import ListedPlace
from ontology.schema.kinds import NonLink, Statement, Thing


class Change(StrEnum):
    """How an entry changed between the old and the new state."""

    ADDED = "added"
    WITHDRAWN = "withdrawn"
    CHANGED = "changed"
    MOVED = "moved"


class IdentityEvent(StrEnum):
    """How the identity of a thing changed.

    MERGED: a thing is gone, and another that existed before stands in its statements.
    SPLIT: a thing still exists, and a new one stands in some of its old statements.
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
    """A statement that was added, withdrawn or changed; the side that does not exist is None.

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
        """The statement as it is now, or as it was last."""
        statement = self.new or self.old
        assert statement is not None
        return statement


@dataclass(frozen=True)
class ThingChange:
    """A thing that was added, withdrawn or changed. The kind of a thing never changes."""

    change: Change
    code: str
    old: Thing | None
    new: Thing | None
    fields: tuple[FieldChange, ...] = ()

    @property
    def thing(self) -> Thing:
        """The thing as it is now, or as it was last."""
        thing = self.new or self.old
        assert thing is not None
        return thing


@dataclass(frozen=True)
class IdentityChange:
    """An old code and a new code of the same thing, as statements or names show.

    `statements` are the (old id, new id) of the statements in which the new code replaces the old.
    """

    event: IdentityEvent
    old: str
    new: str
    statements: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ListedPlaceChange:
    """An entry of a code list that was added, withdrawn or changed."""

    change: Change
    code_list: str
    code: str
    old: ListedPlace | None
    new: ListedPlace | None
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True)
class NonLinkChange:
    """A link that readers must not add, which was put on the list or taken off it."""

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
