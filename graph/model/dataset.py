"""What a facts folder says of itself, so that the code knows nothing of its subject."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.model.outlines import LonLat, Outlines


@dataclass(frozen=True)
class ListedPlace:
    """A place as a code list has it: what it lies in and where, if the list says so."""

    name: str
    within: str | None
    spot: LonLat | None = None


@dataclass(frozen=True)
class Dataset:
    """Titles, licence, IRIs and code systems of a facts folder.

    `code_lists` maps a code system's name to its places by code.
    `start` is the code of the thing from which the story starts.
    `outlines` are for the map; without them none is drawn.
    `periods` are the EDTF dates of the periods in which its sources count time, if they have any
    of their own: dates are then numbered by them where time is measured.
    `languages` are those in which everything has a name, first that of the sources' own names.
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
        """The last part of the base IRI: what tells this dataset's data from others' in a store."""
        return self.base_iri.rstrip("/").rpartition("/")[2]

    def title(self, language: str) -> str:
        """The title in `zh` or `en`."""
        return self.title_zh if language == "zh" else self.title_en
