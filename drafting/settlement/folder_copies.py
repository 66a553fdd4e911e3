"""Copies of a facts folder in which new tables are checked before they replace the old ones."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from drafting.drafts.draft_file import DRAFTS


@contextmanager
def copy_with(folder: Path, files: Mapping[str, bytes]) -> Iterator[Path]:
    """A copy of a facts folder with other tables, beside it, so that its relative paths hold.

    Call it while the log of decisions is locked: only one settlement has a copy.
    """
    remove_copies(folder)
    place, prefix = folder.resolve().parent, _prefix(folder)
    with tempfile.TemporaryDirectory(dir=place, prefix=prefix) as name:
        copy = Path(name)
        _copy(folder, copy)
        for file_name, content in files.items():
            (copy / file_name).parent.mkdir(exist_ok=True)
            (copy / file_name).write_bytes(content)
        yield copy


def copies_of(folder: Path) -> tuple[Path, ...]:
    """The copies of a facts folder that are there: of a settlement that runs or was killed."""
    paths, prefix = folder.resolve().parent.iterdir(), _prefix(folder)
    return tuple(path for path in paths if path.name.startswith(prefix))


def remove_copies(folder: Path) -> None:
    """Removes the copies of a killed settlement; call it while the log is locked."""
    for copy in copies_of(folder):
        shutil.rmtree(copy, ignore_errors=True)


def _prefix(folder: Path) -> str:
    return f".{folder.resolve().name}.settling."


def _copy(folder: Path, target_folder: Path) -> None:
    """Copies a facts folder without its drafts. Raises the OSError of the first file."""
    errors: list[OSError] = []

    def copy(source: str, target: str) -> None:
        try:
            shutil.copy2(source, target)
        except OSError as error:
            errors.append(error)
            raise

    try:
        ignored = shutil.ignore_patterns(DRAFTS)
        shutil.copytree(
            folder, target_folder, ignore=ignored, copy_function=copy, dirs_exist_ok=True
        )
    except shutil.Error as error:  # it has no number of its own
        raise next(iter(errors), error) from error
