"""Facts: every thing and statement of a folder, frozen, checked, and looked up by code."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar

from graph.model.claims import Claims, claims_of
from graph.model.dataset import Dataset, ReleasedVersion
from graph.model.display_names import display_names
from graph.model.fact import Fact, FactEdge, distinct_facts, fact_edges
from graph.model.statement_content import references, statement_id
from graph.model.withdrawal import Withdrawal
from ontology.schema.kinds import Kind, Mechanism, NonLink, Place, Source, Stance, Statement, Thing
from texts.tables import LANGUAGES

ThingKind = TypeVar("ThingKind", bound=Thing)
StatementKind = TypeVar("StatementKind", bound=Statement)


@dataclass(frozen=True)
class Facts:
    """All things, by code, and statements, by their computed id, of a facts folder.

    If the facts come from several folders, `datasets` has the folder of each statement, by its id.
    `withdrawn` are the statements that no longer stand, by their id, and `withdrawn_things` the
    things that only they name, by code: history, and no part of the graph. `release` is the release
    of these facts, `releases` are all known ones, the oldest first; `known_since` has the day of
    the first release with a statement or with one that it continues, by its id.
    """

    dataset: Dataset
    things: Mapping[str, Thing]
    statements: Mapping[str, Statement]
    non_links: tuple[NonLink, ...] = ()
    datasets: Mapping[str, Dataset] = field(default_factory=dict)
    withdrawn: Mapping[str, Withdrawal] = field(default_factory=dict)
    withdrawn_things: Mapping[str, Thing] = field(default_factory=dict)
    release: ReleasedVersion | None = None
    releases: tuple[ReleasedVersion, ...] = ()
    known_since: Mapping[str, date] = field(default_factory=dict)

    def things_of(self, kind: type[ThingKind]) -> list[ThingKind]:
        """All things of one kind, by code."""
        return [thing for thing in self._by_kind.get(kind, ()) if isinstance(thing, kind)]

    def statements_of(self, kind: type[StatementKind]) -> list[StatementKind]:
        """All statements of one kind, by id."""
        return [value for value in self._by_kind.get(kind, ()) if isinstance(value, kind)]

    @cached_property
    def _by_kind(self) -> Mapping[type, Sequence[Kind]]:
        """Things and statements by their class and by each class above it, in their order."""
        by_kind: dict[type, list[Kind]] = defaultdict(list)
        for value in (*self.things.values(), *self.statements.values()):
            for kind in type(value).__mro__:
                by_kind[kind].append(value)
        return by_kind

    def kind_name(self, code: str) -> str:
        """The name of the kind of a thing."""
        return type(self.things[code]).__name__

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
        ids_by_code: dict[str, list[str]] = defaultdict(list)
        for id, statement in self.statements.items():
            for code in dict.fromkeys(code for _, code in references(statement)):
                ids_by_code[code].append(id)
        return {code: tuple(ids) for code, ids in ids_by_code.items()}

    def known_since_property(self, ids: Iterable[str]) -> dict[str, str]:
        """`known_since` of a fact with these statements, the first of their days as ISO text.

        It is empty if no release holds any of them.
        """
        days = [self.known_since[id] for id in ids if id in self.known_since]
        return {"known_since": min(days).isoformat()} if days else {}

    def derived_properties(self, ids: Sequence[str]) -> dict[str, str | int]:
        """What all facts and releases say of a fact with these statements: its claim, and since."""
        return {**self.claims.properties(ids), **self.known_since_property(ids)}

    @cached_property
    def narrower_mechanisms(self) -> Mapping[str, tuple[str, ...]]:
        """The mechanisms directly below each mechanism; "" has those without a broader one."""
        narrower: dict[str, list[str]] = defaultdict(list)
        for mechanism in self.things_of(Mechanism):
            for broader in mechanism.broader or ("",):
                narrower[broader].append(mechanism.code)
        return {code: tuple(codes) for code, codes in narrower.items()}

    def display_name(self, code: str, language: str) -> str:
        """The name that a reader sees in `zh` or `en`: no two things have the same display name."""
        names = self._display_names[language]
        return names[code] if code in names else self.withdrawn_things[code].name(language)

    @cached_property
    def _display_names(self) -> Mapping[str, Mapping[str, str]]:
        return {
            language: display_names(self.dataset, self.things, language) for language in LANGUAGES
        }

    @cached_property
    def distinct_facts(self) -> tuple[Fact, ...]:
        """The facts: statements that say the same, whoever says it, make one."""
        return distinct_facts(self.statements)

    @cached_property
    def claims(self) -> Claims:
        """How many sources tell each claim, and which statements contradict each other."""
        return claims_of(self.statements, self.distinct_facts)

    @cached_property
    def edges(self) -> tuple[FactEdge, ...]:
        """The edges of all facts, derived once; every format of the graph is made of these."""
        return tuple(fact_edges(self.distinct_facts))

    def firm_edges(self, type: str) -> Sequence[FactEdge]:
        """The edges of a type that are neither planned nor denied."""
        return self._firm_edges_by_type.get(type, ())

    @cached_property
    def _firm_edges_by_type(self) -> Mapping[str, Sequence[FactEdge]]:
        by_type: dict[str, list[FactEdge]] = defaultdict(list)
        for edge in self.edges:
            if edge.fact.stance not in (Stance.PLANNED, Stance.DENIED):
                by_type[edge.type].append(edge)
        return by_type

    @cached_property
    def containment(self) -> tuple[tuple[str, str], ...]:
        """Each part with the place that it lies in, by a text or by its code list."""
        stated = ((edge.start, edge.end) for edge in self.firm_edges("WITHIN"))
        return tuple(dict.fromkeys((*stated, *self.listed_edges())))

    @cached_property
    def stated_containment(self) -> frozenset[tuple[str, str]]:
        """Each part with the place that a statement puts it in, whatever its stance."""
        return frozenset((edge.start, edge.end) for edge in self.edges if edge.type == "WITHIN")

    @cached_property
    def wholes(self) -> Mapping[str, Mapping[str, bool]]:
        """The places that each thing lies in, each with whether a text says so.

        If no text says so, it comes from the code list and has no passage.
        """
        wholes: dict[str, dict[str, bool]] = defaultdict(dict)
        for edge in self.firm_edges("WITHIN"):
            wholes[edge.start][edge.end] = True
        for part, whole in self.listed_edges():
            if (part, whole) not in self.stated_containment:
                wholes[part][whole] = False
        return dict(wholes)

    @cached_property
    def parts(self) -> Mapping[str, Mapping[str, bool]]:
        """The things in each place, each with whether a text says so; see `wholes`."""
        parts: dict[str, dict[str, bool]] = defaultdict(dict)
        for part, wholes in self.wholes.items():
            for whole, by_text in wholes.items():
                parts[whole][part] = by_text
        return dict(parts)

    def listed_edges(self) -> Iterator[tuple[str, str]]:
        """Each place with the place above it in its code list."""
        for place in self.things_of(Place):
            container = self.listed_container(place)
            if container is not None:
                yield place.code, container

    def listed_container(self, place: Place) -> str | None:
        """The nearest place of this dataset above a place in its code list."""
        return self.dataset.listed_above(place.code, place.code_system, self.things.__contains__)


def build_facts(
    dataset: Dataset,
    things: Iterable[Thing],
    statements: Iterable[Statement],
    non_links: Iterable[NonLink] = (),
) -> Facts:
    """Facts in their canonical order, whatever the order of the arguments."""
    by_id = {statement_id(statement): statement for statement in statements}
    return build_facts_with_ids(dataset, things, by_id, non_links)


def build_facts_with_ids(
    dataset: Dataset,
    things: Iterable[Thing],
    statements: Mapping[str, Statement],
    non_links: Iterable[NonLink] = (),
    datasets: Mapping[str, Dataset] | None = None,
) -> Facts:
    """Facts in their canonical order; `statements` and `datasets` are by a statement's id."""
    return Facts(
        dataset=dataset,
        things={thing.code: thing for thing in sorted(things, key=lambda thing: thing.code)},
        statements={id: statements[id] for id in sorted(statements)},
        non_links=tuple(non_links),
        datasets=datasets or {},
    )
