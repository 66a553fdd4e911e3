"""The outlines of the map, from the GeoJSON file that dataset.toml names, or their faults."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from graph.model.outlines import Frame, GeoLine, LonLat, Outlines
from loaders.tables.faults import BadFacts, Fault
from ontology.schema.value_types import Text
from texts.syntax_error_place import syntax_error_place
from texts.system_errors import reason_of
from texts.tables import BilingualText

Longitude = Annotated[float, Field(ge=-180, le=180)]
Latitude = Annotated[float, Field(ge=-90, le=90)]
Ring = Annotated[list[tuple[Longitude, Latitude]], Field(min_length=2)]


class FrameSetting(BaseModel):
    """Four borders of a frame, in degrees."""

    model_config = ConfigDict(extra="forbid")

    west: Longitude
    south: Latitude
    east: Longitude
    north: Latitude

    @model_validator(mode="after")
    def _is_open(self) -> FrameSetting:
        if self.west >= self.east or self.south >= self.north:
            raise ValueError("west and south come before east and north")
        return self

    def frame(self) -> Frame:
        return Frame(self.west, self.south, self.east, self.north)


class MapSetting(BaseModel):
    """The settings of the map in dataset.toml."""

    model_config = ConfigDict(extra="forbid")

    outlines: str
    credit_zh: Text
    credit_en: Text
    frame: FrameSetting | None = None
    # one part of the map in the corner, or several side by side
    inset: FrameSetting | list[FrameSetting] | None = None
    inset_corner: Literal["right", "left"] = "right"
    finer: str | None = None

    @property
    def insets(self) -> tuple[Frame, ...]:
        several = self.inset if isinstance(self.inset, list) else [self.inset]
        return tuple(setting.frame() for setting in several if setting)


class _Polygon(BaseModel):
    type: Literal["Polygon"]
    coordinates: list[Ring]


class _MultiPolygon(BaseModel):
    type: Literal["MultiPolygon"]
    coordinates: list[list[Ring]]


class _Line(BaseModel):
    type: Literal["LineString"]
    coordinates: Ring


class _MultiLine(BaseModel):
    type: Literal["MultiLineString"]
    coordinates: list[Ring]


class _Properties(BaseModel):
    code: str = ""


class _Feature(BaseModel):
    properties: _Properties
    geometry: Annotated[_Polygon | _MultiPolygon | _Line | _MultiLine, Field(discriminator="type")]

    @property
    def is_line(self) -> bool:
        return isinstance(self.geometry, _Line | _MultiLine)

    @property
    def paths(self) -> tuple[tuple[LonLat, ...], ...]:
        match self.geometry:
            case _Polygon() | _MultiLine():
                rings = self.geometry.coordinates
            case _MultiPolygon():
                rings = [ring for part in self.geometry.coordinates for ring in part]
            case _Line():
                rings = [self.geometry.coordinates]
        return tuple(tuple(path) for path in rings)


class _Collection(BaseModel):
    features: Annotated[list[_Feature], Field(min_length=1)]

    @property
    def areas(self) -> tuple[tuple[str, tuple[GeoLine, ...]], ...]:
        polygons = (feature for feature in self.features if not feature.is_line)
        return tuple((feature.properties.code, feature.paths) for feature in polygons)


def read_outlines(folder: Path, setting: MapSetting) -> Outlines:
    """The outlines of a facts folder's map; raises BadFacts."""
    read = _collection(folder, setting.outlines)
    finer = _collection(folder, setting.finer).areas if setting.finer else ()
    spots = [spot for feature in read.features for path in feature.paths for spot in path]
    return Outlines(
        read.areas,
        tuple(path for feature in read.features if feature.is_line for path in feature.paths),
        setting.credit_zh,
        setting.credit_en,
        setting.frame.frame() if setting.frame else _frame_around(spots),
        setting.insets,
        finer,
        setting.inset_corner == "left",
    )


def _collection(folder: Path, name: str) -> _Collection:
    """The areas and lines of a GeoJSON file; raises BadFacts."""
    try:
        return _Collection.model_validate_json((folder / name).read_bytes())
    except FileNotFoundError as error:
        raise _bad_outlines(name, "missing_file", name=name) from error
    except OSError as error:
        raise _bad_outlines(name, "not_readable", reason=reason_of(error)) from error
    except ValidationError as error:
        first = error.errors()[0]
        position = ".".join(str(part) for part in first["loc"])
        place = position or syntax_error_place(first["msg"])
        raise _bad_outlines(name, "bad_outlines", place=place) from error


def _bad_outlines(file: str, rule: str, **values: str | BilingualText) -> BadFacts:
    return BadFacts([Fault(file, 0, 0, "", rule, values)])


def _frame_around(spots: Iterable[LonLat]) -> Frame:
    """The frame that holds all spots, a little wider than they are."""
    longitudes, latitudes = zip(*spots, strict=True)
    west, east, south, north = min(longitudes), max(longitudes), min(latitudes), max(latitudes)
    edge = max(east - west, north - south, 0.1) * 0.02
    return Frame(west - edge, south - edge, east + edge, north + edge)
