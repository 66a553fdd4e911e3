"""The map of adoptions: areas by the first year in which they, or a place in them, adopted."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graph.drawing.layout.map_projection import Projection
from graph.drawing.scene_types.map import AdoptionLevel, AdoptionMap, YearClass
from graph.drawing.texts import say
from graph.links.edge_bundles import EdgeBundle
from graph.links.timeline import onset
from graph.model.closure import mechanism_and_narrower
from graph.model.facts import Facts
from graph.model.outlines import Frame, GeoLine, Outlines
from ontology.labels.labels import choice_name
from ontology.labels.labels import name as word
from ontology.schema.enums import FIRM_STANCES
from ontology.schema.kinds import Adoption, Place, Stance

# From early to late: Viridis (van der Walt and Smith 2015), which gets lighter all the way, so that
# its order stays in grey and for every colour vision.
SHADES = ("#440154", "#414487", "#2A788E", "#22A884", "#7AD151", "#FDE725")
# The sizes of areas, by the field of the outlines that has them; smallest first.
FINER_LEVEL, COARSER_LEVEL = "finer", "coarser"
LEVELS = (FINER_LEVEL, COARSER_LEVEL)


def adoption_areas(
    facts: Facts,
    bundles: Sequence[EdgeBundle],
    years: Sequence[int],
    views: Sequence[tuple[Projection, Frame]],
    mechanism: str | None,
    language: str,
) -> AdoptionMap | None:
    """The areas to colour; None if a bundle is no adoption, or none is of a place on the map.

    `views` are the parts of the map: each area has a path in each of them, empty if it is not
    there. `levels` has the smallest areas first, each with its key among LEVELS. Each area
    names its bundles in the order of their years; its `first` is a place in `years`, as `onset`
    gives it.
    """
    outlines = facts.dataset.outlines
    if outlines is None or not bundles or any(bundle.type != "ADOPTED" for bundle in bundles):
        return None
    first_years = {
        bundle.id: shown_year(onset(bundle.when, years), years)
        for bundle in bundles
        if bundle.stance in FIRM_STANCES
    }
    firm = sorted(
        (bundle for bundle in bundles if bundle.id in first_years),
        key=lambda bundle: (first_years[bundle.id] or math.inf, bundle.id),
    )
    sets = {FINER_LEVEL: outlines.finer, COARSER_LEVEL: outlines.areas}
    sized = [_level(facts, firm, key, areas, views, language) for key, areas in sets.items()]
    levels = [level for level in sized if level["areas"]]
    if not levels:
        return None
    any_mechanism = say("map_any_mechanism", language)
    mechanism_name = facts.display_name(mechanism, language) if mechanism else any_mechanism
    return {
        "title": say("map_adoption", language, mechanism=mechanism_name),
        "levels": levels,
        "classes": year_classes(year for year in first_years.values() if year is not None),
        "denied": _denying_areas(facts, mechanism, outlines),
    }


def year_classes(first_years: Iterable[int]) -> list[YearClass]:
    """At most six spans of years with about as many areas each, and their colours."""
    sorted_years = sorted(first_years)
    distinct = sorted(set(sorted_years))
    count = min(len(SHADES), len(distinct))
    if len(distinct) <= count:
        starts = distinct
    else:
        starts = sorted({sorted_years[len(sorted_years) * part // count] for part in range(count)})
    steps = max(1, len(starts) - 1)
    ends = [*(start - 1 for start in starts[1:]), distinct[-1]] if starts else []
    return [
        {"from": start, "to": end, "color": SHADES[place * (len(SHADES) - 1) // steps]}
        for place, (start, end) in enumerate(zip(starts, ends, strict=True))
    ]


def shown_year(first: tuple[int | None, int | None], years: Sequence[int]) -> int | None:
    """The first year that a date allows; for a date with an open beginning, its last one."""
    possible, certain = first
    at = certain if possible == 0 or possible is None else possible
    return None if at is None else years[at]


def _level(
    facts: Facts,
    bundles: Sequence[EdgeBundle],
    key: str,
    areas: Sequence[tuple[str, tuple[GeoLine, ...]]],
    views: Sequence[tuple[Projection, Frame]],
    language: str,
) -> AdoptionLevel:
    """The areas of one size with their bundles, which come in the order of their years."""
    rings = dict(areas)
    containers = _containers(facts)
    bundles_of: dict[str, list[EdgeBundle]] = defaultdict(list)
    for bundle in bundles:
        area = _area_of(bundle.start, rings, containers)
        if area is not None and isinstance(facts.things[bundle.start], Place):
            bundles_of[area].append(bundle)
    return {
        "key": key,
        "name": _level_name(facts, bundles_of, language),
        "areas": [
            {
                "code": code,
                "name": _area_name(facts, code, language),
                "lines": [bundle.id for bundle in bundles_of[code]],
                "paths": [_path(rings[code], *view) for view in views],
            }
            for code in sorted(bundles_of)
        ],
    }


def _containers(facts: Facts) -> Mapping[str, list[str]]:
    """The places that each place lies in; by the code lists also places without any statement."""
    containers: dict[str, list[str]] = defaultdict(list)
    for part, container in facts.containment:
        containers[part].append(container)
    for code_list in facts.dataset.code_lists.values():
        for code, place in code_list.items():
            if place.within is not None:
                containers[code].append(place.within)
    return containers


def _area_name(facts: Facts, code: str, language: str) -> str:
    """The name of an area's place, or the one that a code list has."""
    if code in facts.things:
        return facts.display_name(code, language)
    lists = facts.dataset.code_lists.values()
    return next((code_list[code].name for code_list in lists if code in code_list), code)


def _area_of(
    code: str, rings: Mapping[str, object], containers: Mapping[str, list[str]]
) -> str | None:
    """The nearest area in which a place lies: itself, or one above it; of several the first."""
    visited_codes, level = {code}, [code]
    while level:
        for container in level:
            if container in rings:
                return container
        level = sorted(
            {outer for container in level for outer in containers.get(container, [])}
            - visited_codes
        )
        visited_codes.update(level)
    return None


def map_level(adoption: AdoptionMap, key: str) -> AdoptionLevel:
    """The areas of a size by its key; the first ones if the map has no such areas."""
    levels = adoption["levels"]
    return next((level for level in levels if level["key"] == key), levels[0])


def at_level(adoption: AdoptionMap, key: str) -> AdoptionMap:
    """A map of adoptions with the areas of one size alone."""
    return adoption | {"levels": [map_level(adoption, key)]}


def _level_name(facts: Facts, codes: Iterable[str], language: str) -> str:
    """What most areas of a level are, as the facts call it."""
    levels = Counter(
        place.level
        for code in codes
        if isinstance(place := facts.things.get(code), Place) and place.level
    )
    if not levels:
        return word("Place", language)
    return choice_name(min(levels, key=lambda level: (-levels[level], level)), language)


def _path(rings: Sequence[GeoLine], view: Projection, frame: Frame) -> str:
    visible = [ring for ring in rings if any(map(frame.contains, ring))]
    return "".join(view.path(ring) + "Z" for ring in visible)


def _denying_areas(facts: Facts, mechanism: str | None, outlines: Outlines) -> list[str]:
    """The areas of which a source says that they did not adopt the mechanism."""
    if mechanism is None:
        return []
    scope = mechanism_and_narrower(facts, mechanism)
    areas = {code for code, _ in (*outlines.areas, *outlines.finer)}
    return sorted(
        {
            adoption.adopter
            for adoption in facts.statements_of(Adoption)
            if adoption.stance is Stance.DENIED and adoption.mechanism in scope
        }
        & areas
    )
