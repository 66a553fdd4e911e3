"""Reads dataset.toml and the code lists that it names into a Dataset, or finds all their faults."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
)

from graph.model.dataset import Dataset, ListedPlace
from graph.model.outlines import LonLat
from loaders.facts.cycles import cycle_of
from loaders.facts.outlines import MapSetting, read_outlines
from loaders.tables.csv_table import TableRow, duplicate_codes, read_table
from loaders.tables.faults import BadFacts, Fault
from loaders.tables.invisible_characters import invisible_character
from loaders.tables.toml_text import toml_text
from ontology.schema.edtf import edtf_interval
from ontology.schema.value_types import Code, Edtf, Text
from texts.syntax_error_place import syntax_error_place
from texts.system_errors import reason_of
from texts.tables import BilingualText

SETTINGS = "dataset.toml"
# Where a facts folder keeps its releases, unless dataset.toml names another folder.
RELEASES = "releases"
CODE_LIST_COLUMNS = ("code", "name", "within")
# The columns for where a listed place is, in degrees; a code list may leave them out.
COORDINATES = {"longitude": 180, "latitude": 90}
DEGREES = re.compile(r"-?[0-9]{1,3}(\.[0-9]{1,10})?")

BaseIri = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"{}|\\^`]+[/#]$")]


def _check_order(periods: tuple[str, ...]) -> tuple[str, ...]:
    """Periods may overlap, but none begins or ends before the one before it, or is open."""
    ends = [(edtf_interval(period).earliest, edtf_interval(period).latest) for period in periods]
    bounded_periods = [(begin, end) for begin, end in ends if begin and end]
    in_order = all(
        period != next_period and period[0] <= next_period[0] and period[1] <= next_period[1]
        for period, next_period in pairwise(bounded_periods)
    )
    if bounded_periods != ends or not in_order:
        raise ValueError(periods)
    return periods


class DatasetSettings(BaseModel):
    """The settings that dataset.toml may hold."""

    model_config = ConfigDict(extra="forbid")

    title_zh: Text
    title_en: Text
    licence: Text
    base_iri: BaseIri
    start: Code | None = None
    languages: Annotated[tuple[Literal["zh", "en"], ...], Field(min_length=1)] = ("zh", "en")
    periods: Annotated[tuple[Edtf, ...], AfterValidator(_check_order)] = ()
    code_lists: Mapping[str, str] = {}
    # the folder of its releases: see loaders/releases
    releases: Text | None = None
    map: MapSetting | None = None


def read_dataset(folder: Path) -> Dataset:
    """The settings and code lists of a facts folder; raises BadFacts."""
    settings = _settings(folder)
    faults: list[Fault] = []
    lists = {name: _code_list(folder, path, faults) for name, path in settings.code_lists.items()}
    outlines = None
    try:
        outlines = read_outlines(folder, settings.map) if settings.map else None
    except BadFacts as error:
        faults += error.faults
    if faults:
        raise BadFacts(faults)
    return Dataset(
        title_zh=settings.title_zh,
        title_en=settings.title_en,
        licence=settings.licence,
        base_iri=settings.base_iri,
        start=settings.start,
        languages=settings.languages,
        periods=settings.periods,
        code_lists=lists,
        outlines=outlines,
    )


def releases_place(folder: Path) -> Path:
    """The folder of the releases; faults of dataset.toml are reported when it is read."""
    try:
        name = tomllib.loads(toml_text(folder / SETTINGS, SETTINGS)).get("releases")
    except (OSError, ValueError, BadFacts):
        name = None
    return folder / (name if isinstance(name, str) else RELEASES)


def _settings(folder: Path) -> DatasetSettings:
    try:
        text = toml_text(folder / SETTINGS, SETTINGS)
        if invisible := list(_invisible_characters(text)):
            raise BadFacts(invisible)
        return DatasetSettings.model_validate(tomllib.loads(text))
    except FileNotFoundError as error:
        raise BadFacts([_fault("missing_dataset")]) from error
    except OSError as error:
        raise BadFacts([_fault("not_readable", reason=reason_of(error))]) from error
    except ValidationError as error:
        keys = dict.fromkeys(str(detail["loc"][0]) for detail in error.errors())
        raise BadFacts(_fault("bad_setting", key, name=key) for key in keys) from error
    except tomllib.TOMLDecodeError as error:
        raise BadFacts([_fault("bad_dataset", place=syntax_error_place(error))]) from error


def _invisible_characters(text: str) -> Iterator[Fault]:
    """The lines with an invisible character, which would make two equal names different."""
    for number, line in enumerate(text.splitlines(), 1):
        if name := invisible_character(line):
            yield Fault(SETTINGS, number, 0, "", "invisible_character", {"character": name})


def _fault(rule: str, column: str = "", **values: str | BilingualText) -> Fault:
    return Fault(SETTINGS, 0, 0, column, rule, values)


def _code_list(folder: Path, path: str, faults: list[Fault]) -> dict[str, ListedPlace]:
    """A table `code,name,within` (and where) as places by code; adds its faults to `faults`."""
    try:
        content = (folder / path).read_bytes()
    except FileNotFoundError:
        faults.append(Fault(path, 0, 0, "", "missing_file", {"name": path}))
        return {}
    except OSError as error:
        faults.append(Fault(path, 0, 0, "", "not_readable", {"reason": reason_of(error)}))
        return {}
    table = read_table(path, content, (*CODE_LIST_COLUMNS, *COORDINATES), CODE_LIST_COLUMNS)
    faults += table.faults
    if table.faults:
        return {}
    for row in table.rows:
        absent = [name for name in ("code", "name") if name not in row.cells]
        faults += [row.fault("missing_field", name, name=name) for name in absent]
        for name in _bad_coordinates(row):
            value, limit = row.cells.get(name, ""), str(COORDINATES[name])
            faults.append(row.fault("bad_coordinate", name, value=value, most=limit))
    coded_rows = ((row, row.cells["code"]) for row in table.rows if "code" in row.cells)
    faults += duplicate_codes(coded_rows)
    wholes = {
        row.cells.get("code", ""): [*filter(None, [row.cells.get("within")])] for row in table.rows
    }
    if cycle := cycle_of(wholes):
        row = next(row for row in table.rows if row.cells.get("code") == cycle[0])
        faults.append(row.fault("within_cycle", "within", path=" → ".join(cycle)))
    return {row.cells.get("code", ""): _listed_place(row) for row in table.rows}


def _listed_place(row: TableRow) -> ListedPlace:
    degrees = [_degrees(row.cells.get(name, ""), limit) for name, limit in COORDINATES.items()]
    spot: LonLat | None = None
    if degrees[0] is not None and degrees[1] is not None:
        spot = degrees[0], degrees[1]
    return ListedPlace(row.cells.get("name", ""), row.cells.get("within"), spot)


def _bad_coordinates(row: TableRow) -> list[str]:
    """The coordinates that are no number of degrees, or where only one of the two is given."""
    if not any(name in row.cells for name in COORDINATES):
        return []
    return [
        name
        for name, limit in COORDINATES.items()
        if _degrees(row.cells.get(name, ""), limit) is None
    ]


def _degrees(text: str, limit: int) -> float | None:
    if not DEGREES.fullmatch(text):
        return None
    degrees = float(text)
    return degrees if -limit <= degrees <= limit else None
