"""Scenes have the same fields in Python and in TypeScript, so that neither can drift alone."""

from __future__ import annotations

from pathlib import Path
from typing import get_type_hints

import pytest

from graph.drawing.scene_types import map as maps
from graph.drawing.scene_types import network, stage
from tests.typescript import interface_fields

TYPES = Path(__file__).parents[3] / "graph" / "drawing" / "web" / "types.d.ts"
# What JavaScript adds to a scene for itself.
ADDED_KEYS = {"hidden", "shapeProperties", "letter"}
PAIRS = {
    "EdgeLook": network.EdgeLook,
    "Node": network.SceneNode,
    "Edge": network.SceneEdge,
    "Column": network.SceneColumn,
    "Legend": network.SceneLegend,
    "NetworkScene": network.NetworkScene,
    "Ground": maps.MapGround,
    "Spot": maps.MapSpot,
    "Arc": maps.MapArc,
    "Adoption": maps.AdoptionMap,
    "MapScene": maps.MapScene,
    "Curve": stage.CurveScene,
    "MechanismCurve": stage.MechanismCurve,
    "Line": stage.StageLine,
    "Statement": stage.StatementEvidence,
    "StageData": stage.StageScene,
}


@pytest.mark.parametrize("name", PAIRS)
def test_a_scene_has_the_fields_that_the_scripts_read(name):
    assert set(get_type_hints(PAIRS[name])) == interface_fields(TYPES, name) - ADDED_KEYS
