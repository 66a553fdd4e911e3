"""Scenes have the same fields in Python and in TypeScript, so that neither can drift alone."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_type_hints

import pytest

from graph.drawing.scene_types import map as maps
from graph.drawing.scene_types import network, stage

TYPES = Path(__file__).parents[3] / "graph" / "drawing" / "web" / "types.d.ts"
INTERFACE = re.compile(r"export interface (\w+)(?: extends (\w+))? \{\n(.*?)\n\}", re.DOTALL)
# A field of the interface itself, not of an object in it.
FIELD = re.compile(r"^  (\w+)\??:", re.MULTILINE)
# What JavaScript adds to a scene for itself.
ADDED = {"hidden", "shapeProperties", "letter"}
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


def fields_in_typescript(name: str) -> set[str]:
    interfaces = {m[1]: (m[2], m[3]) for m in INTERFACE.finditer(TYPES.read_text("utf-8"))}
    base, body = interfaces[name]
    return set(FIELD.findall(body)) | (fields_in_typescript(base) if base else set())


@pytest.mark.parametrize("name", PAIRS)
def test_a_scene_has_the_fields_that_the_scripts_read(name):
    assert set(get_type_hints(PAIRS[name])) == fields_in_typescript(name) - ADDED
