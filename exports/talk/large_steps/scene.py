"""The large network of a step: its bundles, where its things stand, and its values for a screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graph.drawing.large_scene import (
    home_spots,
    large_evidence,
    large_groups,
    large_scene,
    spots_for,
)
from graph.drawing.layout.edge_path import Point
from graph.drawing.theme import by_theme
from graph.links.edge_bundle_index import bundle_index
from graph.links.edge_bundles import EdgeBundle
from graph.links.talk import StepView, view_selection
from graph.model.facts import Facts

Json = dict[str, Any]
# In pixels: names that the back row can read.
LETTER_PX = 20


@dataclass(frozen=True)
class LargeStep:
    """The bundles of a step, and the places of things with those that were moved."""

    bundles: tuple[EdgeBundle, ...]
    spots: dict[str, Point]


def large_step(facts: Facts, view: StepView) -> LargeStep:
    """What a view of the layout `whole` draws."""
    index = bundle_index(facts)
    bundles = view_selection(facts, view, index).bundles
    spots = dict(spots_for(bundles, home_spots(index, view.choice.types)))
    moved_spots = {code: (x, y) for code, x, y in view.places if code in spots}
    return LargeStep(bundles, spots | moved_spots)


def large_stage(facts: Facts, view: StepView, language: str) -> Json:
    """The values of a step for a screen, but for those that all steps of a talk share."""
    step = large_step(facts, view)
    return {
        "scene": large_scene(facts, step.bundles, step.spots, language),
        "hidden": [],
        "span": None,
        "signs": by_theme(large_groups),
        "letter": LETTER_PX,
        **large_evidence(facts, step.bundles, language),
    }
