"""The coordinates of things on the earth, as far as the code lists have them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from graph.model.facts import Facts
from graph.model.outlines import LonLat
from ontology.schema.kinds import ACTORS, Place, ReformModel


def coordinates(facts: Facts) -> Mapping[str, LonLat]:
    """The longitude and latitude of things.

    A place has the coordinates of its code list, any other actor those of the nearest place that it
    lies in, and a model those of its holder if it has only one. Things without coordinates are left
    out.
    """
    spots = {
        place.code: spot
        for place in facts.things_of(Place)
        if (spot := _code_list_spot(facts, place))
    }
    containers: dict[str, list[str]] = defaultdict(list)
    holders: dict[str, set[str]] = defaultdict(set)
    for part, container in facts.containment:
        containers[part].append(container)
    for edge in facts.firm_edges("HAS_MODEL"):
        holders[edge.end].add(edge.start)
    other_actors = (
        actor for kind in ACTORS for actor in facts.things_of(kind) if kind is not Place
    )
    for actor in other_actors:
        if spot := _of_container(actor.code, containers, spots):
            spots[actor.code] = spot
    for model in facts.things_of(ReformModel):
        model_holders = holders.get(model.code, set())
        if len(model_holders) == 1 and (code := next(iter(model_holders))) in spots:
            spots[model.code] = spots[code]
    return spots


def _code_list_spot(facts: Facts, place: Place) -> LonLat | None:
    listed_place = facts.dataset.code_lists.get(place.code_system or "", {}).get(place.code)
    return listed_place.spot if listed_place else None


def _of_container(
    code: str, containers: Mapping[str, list[str]], spots: Mapping[str, LonLat]
) -> LonLat | None:
    """The spot of the nearest container that has one; of several equally near, the first."""
    visited, level = {code}, [code]
    while level:
        level = sorted(
            {up for container in level for up in containers.get(container, [])} - visited
        )
        visited.update(level)
        for container in level:
            if container in spots:
                return spots[container]
    return None
