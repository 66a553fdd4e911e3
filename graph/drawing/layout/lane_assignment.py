"""The lane, column and band of each thing: the input of the layout.

A lane is for someone who learns or has a model. Bands run from top to bottom, first the stated part
of the story; in each band the lanes are ordered by the barycentre of those they are linked with.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from graph.links.diffusion_subgraph import LESSONS, PRAISES, story_codes, story_core
from graph.links.edge_bundles import MAIN_EDGE_TYPES, EdgeBundle
from ontology.schema.kinds import ACTORS, Stance

# The names of the kinds that can act.
ACTOR_KINDS = frozenset(kind.__name__ for kind in ACTORS)
START_COLUMN, UNDATED_COLUMN = "start", "undated"
# Types of link that give a date to the acting end only.
PASSIVE_TYPES = (*LESSONS, *PRAISES)
SWEEPS = 8
# The bands of things that only the further types of link name.
FURTHER_BANDS = (2, 5)


@dataclass(frozen=True)
class Lanes:
    """The kind, band and lane of each thing, and the year of those that have one.

    `hubs` are the things that have a lane, from top to bottom; `firm` the stated ones.
    """

    kinds: Mapping[str, str]
    start: str | None
    years: Mapping[str, int]
    bands: Mapping[str, int]
    hubs: Sequence[str]
    homes: Mapping[str, str]
    firm: frozenset[str]

    def column(self, code: str) -> str:
        """The column of a thing; undated things that belong to the start share its column."""
        if code == self.start:
            return START_COLUMN
        if code in self.years:
            return str(self.years[code])
        at_start = self.homes.get(code) == self.start and self.bands[code] not in FURTHER_BANDS
        return START_COLUMN if self.start and at_start else UNDATED_COLUMN


def lanes(
    kinds: Mapping[str, str],
    bundles: Sequence[EdgeBundle],
    start: str | None,
    publication_years: Mapping[str, int],
) -> Lanes:
    years = _years(bundles, publication_years)
    bands = _bands(bundles, start)
    hubs = _hubs(kinds, bundles, start, years, bands)
    firm = frozenset(
        code for bundle in bundles if bundle.stance == "stated" for code in bundle.ends
    )
    return Lanes(kinds, start, years, bands, hubs, _homes(bundles, hubs, bands), firm)


def _bands(bundles: Sequence[EdgeBundle], start: str | None) -> dict[str, int]:
    """From top to bottom: the stated part of the story, the rest of it, what its members
    adopt besides; the stated links of the main types, their other links; and the rest."""
    stated_bundles = [bundle for bundle in bundles if bundle.stance == Stance.STATED]
    core_codes = story_core(bundles, start) if start else set()
    bands = {code: 5 for bundle in bundles for code in bundle.ends}
    bands |= {
        code: 4 for bundle in bundles if bundle.type in MAIN_EDGE_TYPES for code in bundle.ends
    }
    bands |= {
        code: 3
        for bundle in stated_bundles
        if bundle.type in MAIN_EDGE_TYPES
        for code in bundle.ends
    }
    bands |= {
        bundle.end: 2 for bundle in bundles if bundle.start in core_codes and bands[bundle.end] == 5
    }
    bands |= dict.fromkeys(story_codes(bundles, start), 1) if start else {}
    bands |= dict.fromkeys(story_codes(stated_bundles, start), 0) if start else {}
    codes = {code for bundle in bundles for code in bundle.ends}
    return {code: bands[code] for code in sorted(codes)}


def _years(bundles: Iterable[EdgeBundle], publication_years: Mapping[str, int]) -> dict[str, int]:
    """The first year of each thing: the year in which it learned, else of any link that it starts.

    Nobody is dated by being learned from or praised. A learner whose lessons have no date has
    none either: its other dates would seem to say when it learned.
    """
    lesson_years: dict[str, set[int]] = defaultdict(set)
    others: dict[str, set[int]] = defaultdict(set)
    for bundle in bundles:
        years_of_bundle = set() if bundle.year is None else {bundle.year}
        if bundle.type == "LEARNED_FROM":
            lesson_years[bundle.start] |= years_of_bundle
        elif years_of_bundle:
            for code in bundle.ends[: 1 if bundle.type in PASSIVE_TYPES else 2]:
                others[code] |= years_of_bundle
    first_years = {code: min(years) for code, years in (others | lesson_years).items() if years}
    return first_years | dict(publication_years)


def _hubs(
    kinds: Mapping[str, str],
    bundles: Sequence[EdgeBundle],
    start: str | None,
    years: Mapping[str, int],
    bands: Mapping[str, int],
) -> list[str]:
    """The things that have a lane, from top to bottom."""
    codes = {bundle.start for bundle in bundles if bundle.type == "HAS_MODEL"}
    codes |= {code for bundle in bundles if bundle.type == "LEARNED_FROM" for code in bundle.ends}
    hubs = {code for code in codes if kinds[code] in ACTOR_KINDS}
    if start is not None and start in bands:
        hubs.add(start)
    neighbours = _hub_links(bundles, hubs)
    first = sorted(hubs, key=lambda code: (bands[code], years.get(code, 9999), code))
    order = {code: float(place) for place, code in enumerate(first)}
    for _ in range(SWEEPS):
        wish = {code: _barycentre(code, neighbours[code], order) for code in order}
        first.sort(key=lambda code: (code != start, bands[code], wish[code], code))
        order = {code: float(place) for place, code in enumerate(first)}
    return first


def _hub_links(bundles: Iterable[EdgeBundle], hubs: set[str]) -> dict[str, Counter[str]]:
    """How often two hubs are linked, directly or through a thing that both are linked with."""
    neighbours: dict[str, set[str]] = defaultdict(set)
    for bundle in bundles:
        neighbours[bundle.start].add(bundle.end)
        neighbours[bundle.end].add(bundle.start)
    return {
        hub: Counter(
            other
            for other in chain(neighbours[hub], *(neighbours[code] for code in neighbours[hub]))
            if other in hubs and other != hub
        )
        for hub in hubs
    }


def _barycentre(code: str, neighbours: Counter[str], order: Mapping[str, float]) -> float:
    if not neighbours:
        return order[code]
    middle = sum(order[other] * count for other, count in neighbours.items()) / neighbours.total()
    return 0.5 * order[code] + 0.5 * middle


def _homes(
    bundles: Sequence[EdgeBundle], hubs: Sequence[str], bands: Mapping[str, int]
) -> dict[str, str]:
    """The hub whose lane each thing is in: by its most important link, then by the order."""
    homes = {hub: hub for hub in hubs}
    rank = {hub: place for place, hub in enumerate((*hubs, ""))}
    while True:
        wishes: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for bundle in bundles:
            weight = (
                MAIN_EDGE_TYPES.index(bundle.type)
                if bundle.type in MAIN_EDGE_TYPES
                else len(MAIN_EDGE_TYPES)
            )
            for code, other in (bundle.ends, bundle.ends[::-1]):
                if code not in homes and other in homes:
                    wishes[code].append((weight, rank[homes[other]]))
        if not wishes:
            break
        homes |= {code: (*hubs, "")[min(options)[1]] for code, options in sorted(wishes.items())}
    return {code: homes.get(code, "") for code in sorted(bands)}
