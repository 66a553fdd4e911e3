"""Writes outlines.geojson and coordinates.csv: the outlines of the states, and a point in each.

Both come from us-atlas (ISC), which packs the cartographic boundary files of the US Census Bureau
(public domain) as TopoJSON. The outlines are simplified together, so that neighbours keep one
border. Run it from the project's root after `npm ci`:

    python -m examples.spid.make_outlines
"""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from itertools import accumulate
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from examples.facts_folder import read_table

FOLDER = Path(__file__).parent
ATLAS = Path("node_modules/us-atlas/states-10m.json")
# Degrees: what the outlines may differ by, and the area of an island too small to be drawn.
TOLERANCE, MIN_AREA = 0.05, 0.004
DECIMALS = 2

Point = tuple[float, float]


def decode_arcs(atlas: Mapping[str, Any]) -> list[list[Point]]:
    """The arcs of a quantised topology as longitudes and latitudes.

    The TopoJSON Format Specification, section 2.1.3: the first position of an arc is absolute, the
    others are differences.
    """
    (kx, ky), (dx, dy) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    arcs = []
    for arc in atlas["arcs"]:
        xs, ys = (list(accumulate(step[axis] for step in arc)) for axis in (0, 1))
        arcs.append([(x * kx + dx, y * ky + dy) for x, y in zip(xs, ys, strict=True)])
    return arcs


def ring(parts: list[int], arcs: list[list[Point]]) -> list[Point]:
    """A ring of arcs that follow each other; `~n` is arc n the other way round."""
    points: list[Point] = []
    for part in parts:
        arc = arcs[part] if part >= 0 else arcs[~part][::-1]
        points += arc[1:] if points else arc
    return points


def states(atlas: Mapping[str, Any]) -> dict[str, BaseGeometry]:
    """The outline of each state by its name."""
    arcs, found = decode_arcs(atlas), {}
    for item in atlas["objects"]["states"]["geometries"]:
        parts = [item["arcs"]] if item["type"] == "Polygon" else item["arcs"]
        rings = [[ring(polygon, arcs) for polygon in part] for part in parts]
        # without a buffer rings that touch themselves are no areas
        form = shape({"type": "MultiPolygon", "coordinates": rings}).buffer(0)
        found[item["properties"]["name"]] = form
    return found


def parts_of(form: BaseGeometry) -> list[BaseGeometry]:
    """The areas of a form without specks; the largest in any case."""
    parts = sorted(getattr(form, "geoms", [form]), key=lambda part: -part.area)
    return [part for at, part in enumerate(parts) if at == 0 or part.area > MIN_AREA]


def feature(code: str, form: BaseGeometry) -> dict[str, object]:
    """A GeoJSON feature with short coordinates."""
    rings = [
        [[[round(x, DECIMALS), round(y, DECIMALS)] for x, y in part.exterior.coords]]
        for part in parts_of(form)
    ]
    geometry = {"type": "MultiPolygon", "coordinates": rings}
    return {"type": "Feature", "properties": {"code": code}, "geometry": geometry}


def inner(form: BaseGeometry) -> tuple[float, float]:
    """The middle of its largest part where that lies inside, else a point that does."""
    largest = parts_of(form)[0]
    middle = largest.centroid
    point = middle if largest.contains(middle) else largest.representative_point()
    return round(point.x, DECIMALS), round(point.y, DECIMALS)


def write_outlines() -> None:
    atlas = json.loads(ATLAS.read_text(encoding="utf-8"))
    forms, listed = states(atlas), read_table(FOLDER / "states.csv")
    codes = [state["code"] for state in listed]
    own = [forms[state["name_en"]] for state in listed]
    simple = shapely.coverage_simplify(own, TOLERANCE)
    features = [feature(code, form) for code, form in zip(codes, simple, strict=True)]
    whole = {"type": "FeatureCollection", "features": features}
    text = json.dumps(whole, separators=(",", ":"))
    (FOLDER / "outlines.geojson").write_text(text + "\n", encoding="utf-8")
    with (FOLDER / "coordinates.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["code", "longitude", "latitude"])
        table.writerows([code, *inner(form)] for code, form in zip(codes, own, strict=True))


if __name__ == "__main__":
    write_outlines()
