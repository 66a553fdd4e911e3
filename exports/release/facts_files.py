"""The files of a facts folder that a release holds, as they are.

These are the files that the facts are read from, and judgements, talks and the licence.
Drafts, older releases and the copies of the texts stay where they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from exports.atomic_write import ExportError
from loaders.facts.dataset_settings import releases_place
from loaders.facts.facts_folder import TABLES_BY_FILE
from loaders.facts.folder_state import folder_state
from loaders.history.withdrawn_tables import WITHDRAWN

TALKS = "talks"
NOTES = (".toml", ".md")


class FilesOutside(ExportError):
    """dataset.toml names files that lie outside the facts folder; `names` are as it names them."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = names
        super().__init__(f"outside the facts folder: {', '.join(names)}")


def facts_files(folder: Path) -> dict[str, bytes]:
    """The content of each file by its path below the folder, in order of the paths.

    Raises FilesOutside, or OSError.
    """
    names = sorted({*_facts_names(folder), *_talk_names(folder)})
    outside = tuple(name for name in names if not _is_below(name))
    if outside:
        raise FilesOutside(outside)
    return {name: (folder / name).read_bytes() for name in names}


def _facts_names(folder: Path) -> Iterator[str]:
    older = {str(path) for path in releases_place(folder).glob("*")}
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
