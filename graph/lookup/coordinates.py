"""Where things are on the earth, as far as the code lists say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from graph.model.facts import Facts
from graph.model.outlines import LonLat
from graph.model.property_graph import PropertyGraph
from ontology.schema.kinds import ACTORS, Place, ReformModel


def coordinates(facts: Facts, graph: PropertyGraph) -> Mapping[str, LonLat]:
    """The longitude and latitude of things.

    A place is where its code list says; any other actor where the nearest place is that it lies
    in; a model where its holder is, if it has one holder only. What is nowhere is left out.
    """
    found = {
        place.code: spot for place in facts.things_of(Place) if (spot := _listed(facts, place))
    }
    wholes: dict[str, list[str]] = defaultdict(list)
    holders: dict[str, set[str]] = defaultdict(set)
    for link in graph.of_type("WITHIN"):
        wholes[link.start].append(link.end)
    for link in graph.of_type("HAS_MODEL"):
        holders[link.end].add(link.start)
    others = (one for kind in ACTORS for one in facts.things_of(kind) if kind is not Place)
    for one in others:
        if spot := _of_the_whole(one.code, wholes, found):
            found[one.code] = spot
    for model in facts.things_of(ReformModel):
        held = holders.get(model.code, set())
        if len(held) == 1 and (code := next(iter(held))) in found:
            found[model.code] = found[code]
    return found


def _listed(facts: Facts, place: Place) -> LonLat | None:
    listed = facts.dataset.code_lists.get(place.code_system or "", {}).get(place.code)
    return listed.spot if listed else None


def _of_the_whole(
    code: str, wholes: Mapping[str, list[str]], spots: Mapping[str, LonLat]
) -> LonLat | None:
    """The spot of the nearest whole that has one; several at one distance give the first."""
    seen, level = {code}, [code]
    while level:
        level = sorted({up for one in level for up in wholes.get(one, [])} - seen)
        seen.update(level)
        for one in level:
            if one in spots:
                return spots[one]
    return None
