"""The files of a facts folder that a release holds, as they are.

These are the files that the facts are read from, and judgements, talks and the licence.
Drafts, older releases and the copies of the texts stay where they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain, count
from pathlib import Path, PurePosixPath

import tomlkit

from exports.export_file import ExportError
from loaders.facts.dataset_settings import SETTINGS, releases_place
from loaders.facts.facts_folder import TABLES_BY_FILE
from loaders.facts.folder_state import folder_state
from loaders.withdrawals.withdrawn_tables import WITHDRAWN

TALKS = "talks"
NOTES = (".toml", ".md")
# Where the files go that dataset.toml names outside the folder.
CODES = "codes"


class FilesOutside(ExportError):
    """dataset.toml names files that lie outside the facts folder; `names` are as it names them."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = names
        super().__init__(f"outside the facts folder: {', '.join(names)}")


def facts_files(folder: Path) -> dict[str, bytes]:
    """The content of each file by its path below the folder, in order of the paths.

    Raises FilesOutside, or OSError.
    """
    names = _names(folder)
    if names_outside := tuple(name for name in names if not _is_below(name)):
        raise FilesOutside(names_outside)
    return {name: (folder / name).read_bytes() for name in names}


def complete_facts_files(folder: Path) -> dict[str, bytes]:
    """As `facts_files`; files outside are copied to `codes/`, where dataset.toml then names them.

    Only for a folder of one's own: it reads every file that dataset.toml names. Raises OSError.
    """
    files: dict[str, bytes] = {}
    new_paths: dict[str, str] = {}
    # files outside the folder come last
    for name in sorted(_names(folder), key=_is_below, reverse=True):
        path = name
        if not _is_below(name):
            path = new_paths[name] = _free_path(name, files)
        files[path] = (folder / name).read_bytes()
    if new_paths:
        files[SETTINGS] = _settings_with_new_paths(files[SETTINGS], new_paths)
    return {path: files[path] for path in sorted(files)}


def _names(folder: Path) -> list[str]:
    return sorted({*_facts_names(folder), *_talk_names(folder)})


def _free_path(name: str, files: Mapping[str, bytes]) -> str:
    """A path in `codes/` that no other file has: `codes/register.csv`, `codes/register-2.csv`."""
    plain = PurePosixPath(PurePosixPath(name.replace("\\", "/")).name)
    numbered_paths = (f"{CODES}/{plain.stem}-{number}{plain.suffix}" for number in count(2))
    return next(path for path in chain([f"{CODES}/{plain}"], numbered_paths) if path not in files)


def _settings_with_new_paths(content: bytes, new_paths: Mapping[str, str]) -> bytes:
    """dataset.toml with other paths of code lists and outlines; everything else is unchanged."""
    settings = tomlkit.parse(content.decode("utf-8-sig"))
    for table in (settings.get("code_lists", {}), settings.get("map", {})):
        for key, value in list(table.items()):
            if isinstance(value, str) and value in new_paths:
                table[key] = new_paths[value]
    return tomlkit.dumps(settings).encode("utf-8")


def _facts_names(folder: Path) -> Iterator[str]:
    older = {str(path.absolute()) for path in releases_place(folder).glob("*")}
    for name, size, _ in folder_state(folder):
        if name in older:
            continue
        path = PurePosixPath(name)
        is_table = path.name in TABLES_BY_FILE and path.parts[:-1] in ((), (WITHDRAWN,))
        is_note = len(path.parts) == 1 and path.suffix in NOTES
        is_named = len(path.parts) > 1 and path.parts[0] != WITHDRAWN
        if size is not None and (is_table or is_note or is_named):
            yield name


def _talk_names(folder: Path) -> Iterator[str]:
    for path in (folder / TALKS).glob("[!.]*.toml"):
        yield f"{TALKS}/{path.name}"


def _is_below(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and "\\" not in name
