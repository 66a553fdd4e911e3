"""A facts folder for a reform of one's own: it checks, opens in the app, and waits for rows."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import tomlkit
from tomlkit.toml_document import TOMLDocument

from loaders.facts.dataset_settings import SETTINGS
from loaders.facts.facts_folder import file_name, read_facts
from loaders.tables.faults import LoadError
from loaders.writing.facts_table import Cells, empty_table, read_facts_table
from loaders.writing.unfinished import unfinished_path
from ontology.schema.kinds import (
    TABLES,
    Indicator,
    Kind,
    Mechanism,
    NonLink,
    OrganisationType,
    Person,
    Place,
    Unit,
)

# The tables that a new folder copies, so that the first row can be written at once.
BASICS: tuple[type[Kind], ...] = (OrganisationType, Unit)
TAXONOMY: tuple[type[Kind], ...] = (Mechanism, Indicator)
# Tables that most studies have no use for; they may be added by hand.
SELDOM: tuple[type[Kind], ...] = (Person, NonLink)


class FolderExists(LoadError):
    """There is something in the folder already; `folder` says where."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(f"{folder} is not empty")


class UnknownCodeList(LoadError):
    """The example has no code list of this name; `choices` are those it has."""

    def __init__(self, name: str, choices: tuple[str, ...]) -> None:
        self.name, self.choices = name, choices
        super().__init__(f"no code list {name}; there are {', '.join(choices)}")


@dataclass(frozen=True)
class StartPlace:
    """The place where the story begins; `level` is a value of PlaceLevel."""

    code: str
    level: str
    name_zh: str = ""
    name_en: str = ""
    code_system: str = ""

    @property
    def cells(self) -> Cells:
        """The place as a row of `place.csv`."""
        return {
            "code": self.code,
            "name_zh": self.name_zh,
            "name_en": self.name_en,
            "level": self.level,
            "code_system": self.code_system,
        }


@dataclass(frozen=True)
class FolderSettings:
    """The settings of a new folder.

    `code_lists` are names of the example's code lists; `taxonomy` says whether the example's
    mechanisms and indicators are taken over.
    """

    title_zh: str
    title_en: str
    base_iri: str
    licence: str
    languages: tuple[str, ...] = ("zh", "en")
    code_lists: tuple[str, ...] = ()
    start: StartPlace | None = None
    taxonomy: bool = True


def write_new_folder(folder: Path, settings: FolderSettings, example: Path) -> None:
    """Writes a facts folder, all or nothing; `example` gives code lists, units and taxonomy.

    Raises FolderExists, UnknownCodeList, BadFacts if the answers do not pass the checks (a base
    IRI that is none, say), and OSError if the place cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderExists(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with unfinished_path(folder) as new_folder:
        new_folder.mkdir()
        _write_settings(new_folder, settings, example)
        _write_tables(new_folder, settings, example)
        read_facts(new_folder)
        if folder.exists():
            folder.rmdir()
        new_folder.rename(folder)


def _write_settings(new_folder: Path, settings: FolderSettings, example: Path) -> None:
    template = _read_toml(example)
    lists = template.get("code_lists", {})
    for name in settings.code_lists:
        if name not in lists:
            raise UnknownCodeList(name, tuple(lists))
    document = tomlkit.document()
    document["title_zh"], document["title_en"] = settings.title_zh, settings.title_en
    document["licence"], document["base_iri"] = settings.licence, settings.base_iri
    document["languages"] = list(settings.languages)
    if settings.start:
        document["start"] = settings.start.code
    paths = {name: str(lists[name]) for name in settings.code_lists}
    document["code_lists"] = paths
    outlines = template.get("map")
    # outlines belong to the codes of a list: without the list no place can be coloured
    if outlines is not None and paths:
        document["map"] = outlines
        for key in ("outlines", "finer"):
            if key in outlines:
                _copy(example, new_folder, str(outlines[key]))
    for path in paths.values():
        _copy(example, new_folder, path)
    (new_folder / SETTINGS).write_text(tomlkit.dumps(document), encoding="utf-8")


def _write_tables(new_folder: Path, settings: FolderSettings, example: Path) -> None:
    copied_kinds = (*BASICS, *(TAXONOMY if settings.taxonomy else ()))
    start: Iterable[Cells] = [settings.start.cells] if settings.start else []
    for kind in TABLES:
        if kind in SELDOM:
            continue
        table = read_facts_table(example, kind) if kind in copied_kinds else empty_table(kind)
        if kind is Place:
            table = table.with_rows(start)
        (new_folder / file_name(kind)).write_bytes(table.content())


def _copy(example: Path, new_folder: Path, path: str) -> None:
    target = new_folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(example / path, target)


def _read_toml(folder: Path) -> TOMLDocument:
    return tomlkit.parse((folder / SETTINGS).read_text(encoding="utf-8"))
