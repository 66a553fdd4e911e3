"""dataset.toml and the code lists that it names into a Dataset, or into all their faults."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from graph.dataset import Dataset, ListedPlace
from loaders.faults import BadFacts, Fault
from loaders.tables import read_table
from ontology.values import Code, Text

SETTINGS = "dataset.toml"
LISTED = ("code", "name", "within")

BaseIri = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"{}|\\^`]+[/#]$")]


class Settings(BaseModel):
    """What dataset.toml may say."""

    model_config = ConfigDict(extra="forbid")

    title_zh: Text
    title_en: Text
    licence: Text
    base_iri: BaseIri
    start: Code | None = None
    code_lists: Mapping[str, str] = {}


def read_dataset(folder: Path) -> Dataset:
    """What a facts folder says of itself; raises BadFacts."""
    settings = _settings(folder)
    faults: list[Fault] = []
    lists = {name: _code_list(folder, path, faults) for name, path in settings.code_lists.items()}
    if faults:
        raise BadFacts(faults)
    return Dataset(
        title_zh=settings.title_zh,
        title_en=settings.title_en,
        licence=settings.licence,
        base_iri=settings.base_iri,
        start=settings.start,
        code_lists=lists,
    )


def _settings(folder: Path) -> Settings:
    try:
        text = (folder / SETTINGS).read_text(encoding="utf-8")
        return Settings.model_validate(tomllib.loads(text))
    except FileNotFoundError as error:
        raise BadFacts([_fault("missing_dataset")]) from error
    except OSError as error:
        raise BadFacts([_fault("not_readable", reason=str(error.strerror))]) from error
    except ValidationError as error:
        keys = dict.fromkeys(str(detail["loc"][0]) for detail in error.errors())
        raise BadFacts(_fault("bad_setting", key, name=key) for key in keys) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadFacts([_fault("bad_dataset", reason=str(error))]) from error


def _fault(rule: str, column: str = "", **values: str) -> Fault:
    return Fault(SETTINGS, 0, 0, column, rule, values)


def _code_list(folder: Path, path: str, faults: list[Fault]) -> dict[str, ListedPlace]:
    """A table `code,name,within` as places by code; its faults are added to `faults`."""
    try:
        content = (folder / path).read_bytes()
    except FileNotFoundError:
        faults.append(Fault(path, 0, 0, "", "missing_file", {"name": path}))
        return {}
    except OSError as error:
        faults.append(Fault(path, 0, 0, "", "not_readable", {"reason": str(error.strerror)}))
        return {}
    table = read_table(path, content, LISTED, LISTED)
    faults += table.faults
    if table.faults:
        return {}
    faults += [
        row.fault("missing_field", name, name=name)
        for row in table.rows
        for name in ("code", "name")
        if name not in row.cells
    ]
    return {
        row.cells.get("code", ""): ListedPlace(row.cells.get("name", ""), row.cells.get("within"))
        for row in table.rows
    }
