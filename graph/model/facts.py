"""Facts: every thing and statement of a folder, frozen, checked, and looked up by code."""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TypeVar

from graph.model.dataset import Dataset
from ontology.schema.fields import content_fields, reference_fields
from ontology.schema.kinds import Kind, Mechanism, NonLink, Place, Source, Statement, Thing
from ontology.schema.value_types import TextSpan
from texts.tables import LANGUAGES

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

    def things_of(self, kind: type[ThingKind]) -> list[ThingKind]:
        """All things of one kind, by code."""
        return [thing for thing in self._sorted_out.get(kind, ()) if isinstance(thing, kind)]

    def statements_of(self, kind: type[StatementKind]) -> list[StatementKind]:
        """All statements of one kind, by id."""
        return [said for said in self._sorted_out.get(kind, ()) if isinstance(said, kind)]

    @cached_property
    def _sorted_out(self) -> Mapping[type, Sequence[Kind]]:
        """Things and statements by their kind, and by what that is a kind of, in their order."""
        found: dict[type, list[Kind]] = defaultdict(list)
        for one in (*self.things.values(), *self.statements.values()):
            for kind in type(one).__mro__:
                found[kind].append(one)
        return found

    def source_of(self, statement: Statement) -> Source:
        """The source in which a statement was read."""
        source = self.things[statement.source]
        assert isinstance(source, Source)
        return source

    @cached_property
    def statement_ids(self) -> Mapping[Statement, str]:
        """The id of each statement."""
        return {statement: id for id, statement in self.statements.items()}

    @cached_property
    def statements_naming(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the statements that name a thing, by the thing's code."""
        found: dict[str, list[str]] = defaultdict(list)
        for id, statement in self.statements.items():
            for code in dict.fromkeys(code for _, code in references(statement)):
                found[code].append(id)
        return {code: tuple(statement_ids) for code, statement_ids in found.items()}

    @cached_property
    def narrower_mechanisms(self) -> Mapping[str, tuple[str, ...]]:
        """The mechanisms directly below each mechanism; below "" stand those with none above."""
        found: dict[str, list[str]] = defaultdict(list)
        for mechanism in self.things_of(Mechanism):
            for above in mechanism.broader or ("",):
                found[above].append(mechanism.code)
        return {code: tuple(codes) for code, codes in found.items()}

    @cached_property
    def codes_with_shared_names(self) -> Set[str]:
        """The things that share all that they are called with another."""
        called: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for code, thing in self.things.items():
            called[tuple(thing.name(language) for language in LANGUAGES)].append(code)
        return {code for codes in called.values() if len(codes) > 1 for code in codes}

    @cached_property
    def distinct_facts(self) -> tuple[Fact, ...]:
        """The facts: statements that say the same, whoever says it, are one."""
        told: dict[tuple[str, str], Mapping[str, str]] = {}
        groups: dict[tuple[str, str], list[Statement]] = defaultdict(list)
        for statement in self.statements.values():
            said = content_values(statement)
            key = type(statement).__name__, json.dumps(said)
            told[key] = said
            groups[key].append(statement)
        return tuple(
            Fact(
                id=_hash("fact", *key),
                kind=type(groups[key][0]),
                values=told[key],
                statements=tuple(groups[key]),
            )
            for key in sorted(groups)
        )

    def listed_within(self, place: Place) -> str | None:
        """What a place lies in by its code list: the nearest whole that is itself a place here."""
        listed = self.dataset.code_lists.get(place.code_system or "", {})
        code = listed[place.code].within if place.code in listed else None
        while code is not None and code not in self.things:
            code = listed[code].within if code in listed else None
        return code


def build_facts(
    dataset: Dataset,
    things: Iterable[Thing],
    statements: Iterable[Statement],
    non_links: Iterable[NonLink] = (),
) -> Facts:
    """Facts in their canonical order, whatever the order given."""
    by_id = {statement_id(said): said for said in statements}
    return build_facts_with_ids(dataset, things, by_id, non_links)


def build_facts_with_ids(
    dataset: Dataset,
    things: Iterable[Thing],
    statements: Mapping[str, Statement],
    non_links: Iterable[NonLink] = (),
) -> Facts:
    """Facts in their canonical order, of statements whose ids are known."""
    return Facts(
        dataset=dataset,
        things={thing.code: thing for thing in sorted(things, key=lambda thing: thing.code)},
        statements={id: statements[id] for id in sorted(statements)},
        non_links=tuple(non_links),
    )


def statement_id(statement: Statement) -> str:
    """The id of a statement: its kind and a hash of what it says and where it was read.

    The same statement has the same id in every release and on every machine.
    """
    said = {
        name: held
        for name, held in statement.__dict__.items()
        if held is not None and name not in CURATION
    }
    return f"{_prefix(type(statement))}-{_hash(_SORTED.encode(said))}"


def content_values(statement: Statement) -> dict[str, str]:
    """What a statement says, as text by field, without the words as written."""
    held = statement.__dict__
    said = {
        name: str(value) for name in _told(type(statement)) if (value := held[name]) is not None
    }
    said["stance"] = statement.stance.value
    return said


@cache
def _told(kind: type[Statement]) -> tuple[str, ...]:
    return tuple(field.name for field in content_fields(kind) if not field.is_wording)


def references(kind: Kind) -> list[tuple[str, str]]:
    """Each (field, code) by which a thing or statement names another thing."""
    found = []
    field_values = kind.__dict__
    for field in reference_fields(type(kind)):
        held = field_values[field.name]
        if field.is_list:
            found += [(field.name, code) for code in held]
        elif held is not None:
            found.append((field.name, held))
    return found


def snake(name: str) -> str:
    """`LearnedFrom` as `learned_from`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


@cache
def _prefix(kind: type[Statement]) -> str:
    return snake(kind.__name__)


def _plain(value: object) -> object:
    """What JSON has no form for: spans as their fields, decimals digit for digit."""
    if isinstance(value, TextSpan):
        return {"start": value.start, "end": value.end, "sha256": value.sha256}
    return str(value)


_SORTED = json.JSONEncoder(sort_keys=True, default=_plain)


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]
