"""The outlines that a map is drawn from, in degrees of longitude and latitude."""

from __future__ import annotations

from dataclasses import dataclass

# Longitude and latitude.
LonLat = tuple[float, float]
GeoLine = tuple[LonLat, ...]


@dataclass(frozen=True)
class Frame:
    """The part of the earth that a picture shows, in degrees."""

    west: float
    south: float
    east: float
    north: float

    def contains(self, spot: LonLat) -> bool:
        """Whether a longitude and latitude lie in it."""
        return self.west <= spot[0] <= self.east and self.south <= spot[1] <= self.north


@dataclass(frozen=True)
class Outlines:
    """Rings of areas by the areas' codes, lines of borders, and the credit.

    The map shows `frame`; `insets` are shown in its corner, the lower left if `insets_left`.
    `finer` are smaller areas within `areas`, which a map of adoptions can colour.
    """

    areas: tuple[tuple[str, tuple[GeoLine, ...]], ...]
    borders: tuple[GeoLine, ...]
    credit_zh: str
    credit_en: str
    frame: Frame
    insets: tuple[Frame, ...] = ()
    finer: tuple[tuple[str, tuple[GeoLine, ...]], ...] = ()
    insets_left: bool = False

    def credit(self, language: str) -> str:
        """Who made these outlines, in `zh` or `en`."""
        return self.credit_zh if language == "zh" else self.credit_en
