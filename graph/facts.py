"""Facts: every thing and statement of a folder, frozen, checked, and looked up by code."""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from graph.dataset import Dataset
from ontology.fields import own_fields, reference_fields
from ontology.kinds import Kind, NonLink, Place, Source, Statement, Thing

ThingKind = TypeVar("ThingKind", bound=Thing)
StatementKind = TypeVar("StatementKind", bound=Statement)

# Who read a statement, and when, is not part of what it says.
CURATION = {"curator", "accepted"}


@dataclass(frozen=True)
class Fact:
    """What one or more statements say together: the same kind, the same values.

    `values` are the own fields of the kind, without the words as written, and the stance.
    """

    id: str
    kind: type[Statement]
    values: Mapping[str, str]
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class Facts:
    """All that a facts folder says. Things are by code, statements by their computed id."""

    dataset: Dataset
    things: Mapping[str, Thing]
    statements: Mapping[str, Statement]
    non_links: tuple[NonLink, ...] = ()

    def of(self, kind: type[ThingKind]) -> list[ThingKind]:
        """All things of one kind, by code."""
        return [thing for thing in self.things.values() if isinstance(thing, kind)]

    def saying(self, kind: type[StatementKind]) -> list[StatementKind]:
        """All statements of one kind, by id."""
        return [said for said in self.statements.values() if isinstance(said, kind)]

    def source_of(self, statement: Statement) -> Source:
        """The source in which a statement was read."""
        source = self.things[statement.source]
        assert isinstance(source, Source)
        return source

    @cached_property
    def ids(self) -> Mapping[Statement, str]:
        """The id of each statement."""
        return {statement: id for id, statement in self.statements.items()}

    @cached_property
    def about(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the statements that name a thing, by the thing's code."""
        found: dict[str, list[str]] = defaultdict(list)
        for id, statement in self.statements.items():
            for code in dict.fromkeys(code for _, code in references(statement)):
                found[code].append(id)
        return {code: tuple(ids) for code, ids in found.items()}

    @cached_property
    def grouped(self) -> tuple[Fact, ...]:
        """The facts: statements that say the same, whoever says it, are one."""
        groups: dict[tuple[str, str], list[Statement]] = defaultdict(list)
        for statement in self.statements.values():
            groups[type(statement).__name__, json.dumps(values(statement))].append(statement)
        return tuple(
            Fact(
                id=_hash("fact", name, said),
                kind=type(statements[0]),
                values=values(statements[0]),
                statements=tuple(statements),
            )
            for (name, said), statements in sorted(groups.items())
        )

    def listed_within(self, place: Place) -> str | None:
        """What a place lies in by its code list: the nearest whole that is itself a place here."""
        listed = self.dataset.code_lists.get(place.code_system or "", {})
        code = listed[place.code].within if place.code in listed else None
        while code is not None and code not in self.things:
            code = listed[code].within if code in listed else None
        return code


def facts(
    dataset: Dataset,
    things: Iterable[Thing],
    statements: Iterable[Statement],
    non_links: Iterable[NonLink] = (),
) -> Facts:
    """Facts in their canonical order, whatever the order given."""
    return Facts(
        dataset=dataset,
        things={thing.code: thing for thing in sorted(things, key=lambda thing: thing.code)},
        statements=dict(sorted((statement_id(said), said) for said in statements)),
        non_links=tuple(non_links),
    )


def statement_id(statement: Statement) -> str:
    """The id of a statement: its kind and a hash of what it says and where it was read.

    The same statement has the same id in every release and on every machine.
    """
    said = statement.model_dump(mode="json", exclude=CURATION, exclude_none=True)
    return f"{snake(type(statement).__name__)}-{_hash(json.dumps(said, sort_keys=True))}"


def values(statement: Statement) -> dict[str, str]:
    """What a statement says, as text by field, without the words as written."""
    said = {
        field.name: str(value)
        for field in own_fields(type(statement))
        if not field.is_written and (value := getattr(statement, field.name)) is not None
    }
    return said | {"stance": statement.stance.value}


def references(kind: Kind) -> list[tuple[str, str]]:
    """Each (field, code) by which a thing or statement names another thing."""
    found = []
    for field in reference_fields(type(kind)):
        held = getattr(kind, field.name)
        codes = held if field.many else [held] if held is not None else []
        found += [(field.name, code) for code in codes]
    return found


def snake(name: str) -> str:
    """`LearnedFrom` as `learned_from`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]
