"""The settings of a facts folder: nothing of its subject is built into the code."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from graph.model.outlines import LonLat, Outlines


@dataclass(frozen=True)
class ListedPlace:
    """A place of a code list: its name, the place it lies in, and its coordinates if listed."""

    name: str
    within: str | None
    spot: LonLat | None = None


@dataclass(frozen=True)
class ReleasedVersion:
    """A release of a dataset, such as `2026.1`, and the day on which it came out."""

    version: str
    day: date


@dataclass(frozen=True)
class Dataset:
    """Titles, licence, IRIs and code systems of a facts folder.

    `code_lists` maps a code system's name to its places by code.
    `start` is the code of the thing from which the diffusion starts.
    `outlines` are for the map; without them there is no map.
    `periods` are the EDTF dates of the periods in which its sources count time, if they have any
    of their own: dates are then numbered by them where time is measured.
    `languages` are those in which everything has a name; the language of the sources comes first.
    """

    title_zh: str
    title_en: str
    licence: str
    base_iri: str
    start: str | None = None
    code_lists: Mapping[str, Mapping[str, ListedPlace]] = field(default_factory=dict)
    outlines: Outlines | None = None
    languages: tuple[str, ...] = ("zh", "en")
    periods: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The last part of the base IRI, which marks this dataset's data in a store."""
        return self.base_iri.rstrip("/").rpartition("/")[2]

    def title(self, language: str) -> str:
        """The title in `zh` or `en`."""
        return self.title_zh if language == "zh" else self.title_en

    def listed_above(
        self, code: str, code_system: str | None, is_there: Callable[[str], bool]
    ) -> str | None:
        """The nearest code above a code in its code list for which there is a place; else None."""
        code_list = self.code_lists.get(code_system or "", {})
        upper_code = code_list[code].within if code in code_list else None
        while upper_code is not None and not is_there(upper_code):
            upper_code = code_list[upper_code].within if upper_code in code_list else None
        return upper_code
