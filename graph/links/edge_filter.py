"""Chooses the bundles to draw: by type, stance, time, source, place and mechanism."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graph.links.diffusion_subgraph import story_codes, story_core
from graph.links.edge_bundle_index import EdgeBundleIndex, bundle_index
from graph.links.edge_bundles import MAIN_EDGE_TYPES, EdgeBundle, bundle_of
from graph.model.closure import mechanism_and_narrower, transitive_closure
from graph.model.fact import FactEdge
from graph.model.facts import Facts
from ontology.schema.kinds import Stance

MAX_NODES = 300
# The canvas of large networks draws so many things; see bench/README.md.
MAX_DRAWN_THINGS = 5_000


@dataclass(frozen=True)
class EdgeFilter:
    """The reader's choice of bundles; None, False and an empty set leave everything in.

    `around` are things of which a bundle must touch one, `among` those that it must join two of;
    `cited_statements` are the ids of statements of which it must rest on one.
    """

    types: frozenset[str] = frozenset(MAIN_EDGE_TYPES)
    stances: frozenset[str] = frozenset({Stance.STATED.value})
    years: tuple[int, int] | None = None
    source: str | None = None
    place: str | None = None
    mechanism: str | None = None
    story_only: bool = False
    around: frozenset[str] = frozenset()
    among: frozenset[str] = frozenset()
    cited_statements: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Selection:
    """The bundles to draw, with the numbers of those that the filter or the limit left out."""

    bundles: tuple[EdgeBundle, ...]
    left_out_count: int
    over_limit: int = 0

    @property
    def total(self) -> int:
        """How many bundles there are in all."""
        return len(self.bundles) + self.left_out_count + self.over_limit

    @property
    def undated_count(self) -> int:
        """How many of the bundles have no date."""
        return sum(bundle.when is None for bundle in self.bundles)

    @property
    def codes(self) -> set[str]:
        """The things at the ends of the bundles."""
        return {code for bundle in self.bundles for code in bundle.ends}


def select_bundles(
    facts: Facts,
    choice: EdgeFilter,
    index: EdgeBundleIndex | None = None,
    limit: int = MAX_NODES,
) -> Selection:
    """The bundles that a filter lets through, at most as many as join `limit` things in a picture.

    `index` holds all bundles of the facts, for callers that have it at hand.
    """
    index = bundle_index(facts) if index is None else index
    matching = matching_bundles(facts, choice, index)
    limited_bundles = limit_nodes(matching, limit)
    return Selection(
        limited_bundles, len(index) - len(matching), len(matching) - len(limited_bundles)
    )


def matching_bundles(
    facts: Facts,
    choice: EdgeFilter,
    index: EdgeBundleIndex | None = None,
    candidates: Sequence[EdgeBundle] | None = None,
) -> list[EdgeBundle]:
    """All bundles that a filter lets through, by id; `index` as in `select_bundles`.

    With `candidates`, by id too, only those among them.
    """
    index = bundle_index(facts) if index is None else index
    among = _candidates(choice, index) if candidates is None else candidates
    bundles = filter_bundles(facts, choice, index, among)
    if choice.story_only and facts.dataset.start:
        bundles = _of_the_story(bundles, index, facts.dataset.start)
    return bundles


def _candidates(choice: EdgeFilter, index: EdgeBundleIndex) -> list[EdgeBundle]:
    """The bundles among which a filter looks."""
    if choice.cited_statements:
        return index.with_statements(choice.cited_statements)
    ends = choice.around or choice.among
    return index.bundles_at(ends) if ends else index.of_types(choice.types)


def filter_bundles(
    facts: Facts,
    choice: EdgeFilter,
    index: EdgeBundleIndex,
    candidates: Iterable[EdgeBundle],
) -> list[EdgeBundle]:
    """The bundles that a filter lets through, without regard to `story_only`.

    A bundle of which only some edges match is made of these alone.
    """
    regions = _regions(facts, choice)
    matching = []
    for bundle in candidates:
        if bundle.type not in choice.types:
            continue
        edges = index.edges[bundle.key]
        matches = [edge for edge in edges if _matches(edge, choice, regions)]
        if matches:
            matching.append(bundle if len(matches) == len(edges) else bundle_of(matches))
    return matching


def curve_bundles(
    facts: Facts, choice: EdgeFilter, index: EdgeBundleIndex | None = None
) -> list[EdgeBundle]:
    """The bundles that the curve of a filter counts, whatever types are drawn.

    With a mechanism: who adopted it or a narrower one. Without: who learned or, if adoptions alone
    are drawn, who adopted anything.
    """
    if choice.mechanism is None and choice.types == {"ADOPTED"}:
        return matching_bundles(facts, choice, index)
    if choice.mechanism is None:
        lessons = replace(choice, types=frozenset({"LEARNED_FROM"}))
        return matching_bundles(facts, lessons, index)
    mechanisms = mechanism_and_narrower(facts, choice.mechanism)
    adoptions = replace(choice, types=frozenset({"ADOPTED"}))
    index = bundle_index(facts) if index is None else index
    ends = [bundle for bundle in index.bundles_at(mechanisms) if bundle.end in mechanisms]
    return matching_bundles(facts, adoptions, index, ends)


def _of_the_story(
    bundles: list[EdgeBundle], all_bundles: Sequence[EdgeBundle], start: str
) -> list[EdgeBundle]:
    """The bundles between things of the story; of the further types, those of its core."""
    codes = story_codes(all_bundles, start)
    core = story_core(all_bundles, start)
    return [
        bundle
        for bundle in bundles
        if codes.issuperset(bundle.ends)
        or (bundle.type not in MAIN_EDGE_TYPES and bundle.start in core)
    ]


def limit_nodes(bundles: Iterable[EdgeBundle], limit: int = MAX_NODES) -> tuple[EdgeBundle, ...]:
    """The most important bundles that together join at most `limit` things."""
    codes: set[str] = set()
    limited_bundles = []
    for bundle in sorted(bundles, key=_weight):
        if len(codes) + len(set(bundle.ends) - codes) <= limit:
            codes.update(bundle.ends)
            limited_bundles.append(bundle)
    return tuple(limited_bundles)


def codes_inside(facts: Facts, code: str) -> set[str]:
    """A place or organisation, all that lies in it at any depth, and the models that these hold."""
    parts: dict[str, list[str]] = defaultdict(list)
    for part, container in facts.containment:
        parts[container].append(part)
    inside = transitive_closure([code], lambda container: parts.get(container, []))
    return inside | {edge.end for edge in facts.firm_edges("HAS_MODEL") if edge.start in inside}


def codes_with_mechanism(facts: Facts, mechanism: str) -> set[str]:
    """A mechanism, its narrower ones, and the models that comprise one of them."""
    mechanisms = mechanism_and_narrower(facts, mechanism)
    comprising = (edge for edge in facts.firm_edges("COMPRISES") if edge.end in mechanisms)
    return mechanisms | {edge.start for edge in comprising}


def _regions(facts: Facts, choice: EdgeFilter) -> list[set[str]]:
    regions = []
    if choice.place:
        regions.append(codes_inside(facts, choice.place))
    if choice.mechanism:
        regions.append(codes_with_mechanism(facts, choice.mechanism))
    return regions


def _matches(edge: FactEdge, choice: EdgeFilter, regions: Sequence[set[str]]) -> bool:
    fact = edge.fact
    return (
        fact.stance in choice.stances
        and (choice.years is None or _may_be_within(edge, choice.years))
        and (choice.source is None or any(s.source == choice.source for s in fact.statements))
        and (not choice.around or edge.start in choice.around or edge.end in choice.around)
        and (not choice.among or {edge.start, edge.end} <= choice.among)
        and (
            not choice.cited_statements
            or not choice.cited_statements.isdisjoint(fact.statement_ids)
        )
        and all(_codes(edge) & region for region in regions)
    )


def _codes(edge: FactEdge) -> set[str]:
    """The things that an edge joins, and the model or mechanism that its fact names besides."""
    codes = (getattr(edge.fact.statement, field, None) for field in ("model", "mechanism"))
    return {edge.start, edge.end, *(code for code in codes if code)}


def _may_be_within(edge: FactEdge, years: tuple[int, int]) -> bool:
    """Whether some day of an edge's date may lie in these years; the undated may."""
    when = edge.fact.interval
    if when is None:
        return True
    has_begun = when.earliest is None or when.earliest.year <= years[1]
    return has_begun and (when.latest is None or when.latest.year >= years[0])


def _weight(bundle: EdgeBundle) -> tuple[int, bool, int, str]:
    is_main = bundle.type in MAIN_EDGE_TYPES
    rank = MAIN_EDGE_TYPES.index(bundle.type) if is_main else len(MAIN_EDGE_TYPES)
    return rank, bundle.year is None, bundle.year or 0, bundle.id
