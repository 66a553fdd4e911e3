"""The places that a reader gave to things in a picture, as a part of a page's address."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from app_pages.state.url_codec import UnresolvedPart
from ontology.schema.value_types import CODE_SEPARATOR

MovedPlaces = Mapping[str, Sequence[float]]

# The most things whose positions an address holds, and the largest coordinate in pixels.
MAX_PLACED_THINGS = 60
MAX_COORDINATE = 100_000


@dataclass(frozen=True)
class PlacedThings:
    """The places of moved things by code: three texts for each, its code and two whole numbers."""

    name: str
    key: str
    options: Collection[str]
    default: MovedPlaces = field(default_factory=dict)

    def read(self, text: str) -> dict[str, list[int]]:
        parts = text.split(CODE_SEPARATOR) if text else []
        codes = parts[::3]
        if len(parts) % 3 or len(codes) > MAX_PLACED_THINGS:
            raise UnresolvedPart(text)
        if unknown := [code for code in codes if code not in self.options]:
            raise UnresolvedPart(CODE_SEPARATOR.join(unknown))
        pairs = zip(parts[1::3], parts[2::3], strict=True)
        return {code: [_pixels(x), _pixels(y)] for code, (x, y) in zip(codes, pairs, strict=True)}

    def write(self, value: MovedPlaces) -> str:
        spots = sorted((value or {}).items())[:MAX_PLACED_THINGS]
        return CODE_SEPARATOR.join(
            f"{code}{CODE_SEPARATOR}{round(x)}{CODE_SEPARATOR}{round(y)}" for code, (x, y) in spots
        )


def _pixels(text: str) -> int:
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= len(str(MAX_COORDINATE))):
        raise UnresolvedPart(text)
    return int(text)
