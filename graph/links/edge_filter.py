"""Which of the told links to draw: by type, stance, time, source, place and mechanism."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graph.links.diffusion_subgraph import story_codes, story_core
from graph.links.edge_bundle_index import EdgeBundleIndex, bundle_index
from graph.links.edge_bundles import MAIN_EDGE_TYPES, EdgeBundle, bundle_of, days
from graph.model.closure import transitive_closure
from graph.model.facts import Facts
from graph.model.property_graph import Edge, PropertyGraph, mechanism_and_narrower
from ontology.schema.kinds import Stance

MAX_NODES = 300


@dataclass(frozen=True)
class EdgeFilter:
    """What a reader wants to see; None and False leave everything in."""

    types: frozenset[str] = frozenset(MAIN_EDGE_TYPES)
    stances: frozenset[str] = frozenset({Stance.STATED.value})
    years: tuple[int, int] | None = None
    source: str | None = None
    place: str | None = None
    mechanism: str | None = None
    story_only: bool = False


@dataclass(frozen=True)
class Selection:
    """The lines to draw, how many of all the choice left out, and how many found no room."""

    bundles: tuple[EdgeBundle, ...]
    left_out: int
    over_limit: int = 0

    @property
    def total(self) -> int:
        """How many lines there are in all."""
        return len(self.bundles) + self.left_out + self.over_limit

    @property
    def undated(self) -> int:
        """How many of the lines have no date."""
        return sum(line.possible is None for line in self.bundles)

    @property
    def codes(self) -> set[str]:
        """The things at the ends of the lines."""
        return {code for line in self.bundles for code in line.ends}


def select_bundles(
    facts: Facts, graph: PropertyGraph, choice: EdgeFilter, known: EdgeBundleIndex | None = None
) -> Selection:
    """The lines of a choice, at most as many as a picture can hold; the rest are counted.

    `known` are all lines of the graph, for those who have them at hand.
    """
    known = bundle_index(graph) if known is None else known
    fits = matching_bundles(facts, graph, choice, known)
    drawn = limit_nodes(fits)
    return Selection(drawn, len(known) - len(fits), len(fits) - len(drawn))


def matching_bundles(
    facts: Facts, graph: PropertyGraph, choice: EdgeFilter, known: EdgeBundleIndex | None = None
) -> list[EdgeBundle]:
    """All lines of a choice, by id; `known` as in `chosen`."""
    known = bundle_index(graph) if known is None else known
    kept = filter_bundles(facts, graph, choice, known, known.of_types(choice.types))
    if choice.story_only and facts.dataset.start:
        kept = _of_the_story(kept, known, facts.dataset.start)
    return kept


def filter_bundles(
    facts: Facts,
    graph: PropertyGraph,
    choice: EdgeFilter,
    known: EdgeBundleIndex,
    some: Iterable[EdgeBundle],
) -> list[EdgeBundle]:
    """What a choice leaves of some of the known lines, whatever story they belong to.

    Of a line of which only some links are wanted, these alone make it up.
    """
    regions = _regions(facts, graph, choice)

    def wanted(link: Edge) -> bool:
        return _fits(facts, link, choice) and all(_codes(link) & region for region in regions)

    found = []
    for one in some:
        links = known.edges[one.key]
        fits = [link for link in links if wanted(link)] if one.type in choice.types else []
        if fits:
            found.append(one if len(fits) == len(links) else bundle_of(fits))
    return found


def curve_bundles(
    facts: Facts, graph: PropertyGraph, choice: EdgeFilter, known: EdgeBundleIndex | None = None
) -> list[EdgeBundle]:
    """What the curve of a choice counts: who took up its mechanism or a narrower one, if it has
    one, and else who learned. The types of link that are drawn do not matter to it."""
    if choice.mechanism is None:
        return matching_bundles(
            facts, graph, replace(choice, types=frozenset({"LEARNED_FROM"})), known
        )
    wanted = mechanism_and_narrower(facts, choice.mechanism)
    taken_up = matching_bundles(facts, graph, replace(choice, types=frozenset({"ADOPTED"})), known)
    return [line for line in taken_up if line.end in wanted]


def _of_the_story(
    kept: list[EdgeBundle], told: Sequence[EdgeBundle], start: str
) -> list[EdgeBundle]:
    """The lines between what the story names; of the further types, all that its own do."""
    named = story_codes(told, start)
    own = story_core(told, start)
    return [
        line
        for line in kept
        if named.issuperset(line.ends) or (line.type not in MAIN_EDGE_TYPES and line.start in own)
    ]


def limit_nodes(kept: Iterable[EdgeBundle], most: int = MAX_NODES) -> tuple[EdgeBundle, ...]:
    """As many lines as join at most so many things, those that matter most first."""
    codes: set[str] = set()
    drawn = []
    for line in sorted(kept, key=_weight):
        if len(codes) + len(set(line.ends) - codes) <= most:
            codes.update(line.ends)
            drawn.append(line)
    return tuple(drawn)


def codes_inside(graph: PropertyGraph, code: str) -> set[str]:
    """A place or organisation, what lies in it however deep, and the models these hold."""
    parts: dict[str, list[str]] = {}
    for link in graph.of_type("WITHIN"):
        parts.setdefault(link.end, []).append(link.start)
    found = transitive_closure([code], lambda one: parts.get(one, []))
    return found | {link.end for link in graph.of_type("HAS_MODEL") if link.start in found}


def codes_with_mechanism(facts: Facts, graph: PropertyGraph, mechanism: str) -> set[str]:
    """A mechanism, its narrower ones, and the models that comprise one of them."""
    found = mechanism_and_narrower(facts, mechanism)
    return found | {link.start for link in graph.of_type("COMPRISES") if link.end in found}


def _regions(facts: Facts, graph: PropertyGraph, choice: EdgeFilter) -> list[set[str]]:
    regions = []
    if choice.place:
        regions.append(codes_inside(graph, choice.place))
    if choice.mechanism:
        regions.append(codes_with_mechanism(facts, graph, choice.mechanism))
    return regions


def _codes(link: Edge) -> set[str]:
    """The things that a link joins, and the model or mechanism that it names besides."""
    named = (link.properties.get(field) for field in ("model", "mechanism"))
    return {link.start, link.end, *(str(code) for code in named if code)}


def _fits(facts: Facts, link: Edge, choice: EdgeFilter) -> bool:
    in_time = choice.years is None or _may_be_within(link, choice.years)
    return in_time and link.properties["stance"] in choice.stances and _from(facts, link, choice)


def _may_be_within(link: Edge, years: tuple[int, int]) -> bool:
    """Whether some day of a link's date may lie in these years; the undated may."""
    span = days(link)
    if span is None:
        return True
    first, last = span
    return first.year <= years[1] and (last is None or last.year >= years[0])


def _from(facts: Facts, link: Edge, choice: EdgeFilter) -> bool:
    ids = link.properties["statements"]
    assert isinstance(ids, list)
    return choice.source is None or any(facts.statements[id].source == choice.source for id in ids)


def _weight(line: EdgeBundle) -> tuple[int, bool, int, str]:
    rank = (
        MAIN_EDGE_TYPES.index(line.type) if line.type in MAIN_EDGE_TYPES else len(MAIN_EDGE_TYPES)
    )
    return rank, line.year is None, line.year or 0, line.id
