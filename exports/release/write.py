"""A release on disk: a folder and an archive, each complete or not there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from exports.export_file import ExportError, NotWritable, write_atomically
from exports.release.archive import archive
from exports.release.version import ReleaseName
from loaders.writing.unfinished import unfinished_path
from texts.system_errors import reason_of


class ReleaseExists(ExportError):
    """There is a different release of this version, which is not replaced; `path` says where."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"another release is at {path}")


def write_release(
    files: Mapping[str, bytes], name: ReleaseName, target_folder: Path
) -> tuple[Path, Path]:
    """The folder and the archive that were written; the same release may be written again.

    Raises ReleaseExists, and leaves all as it was; raises NotWritable.
    """
    folder, zip_path = target_folder / name.folder, target_folder / f"{name.folder}.zip"
    content = archive(name.folder, files)
    try:
        if zip_path.exists() and (not zip_path.is_file() or zip_path.read_bytes() != content):
            raise ReleaseExists(zip_path)
        if folder.exists() and (not folder.is_dir() or _files_below(folder) != dict(files)):
            raise ReleaseExists(folder)
        if not folder.exists():
            _write_folder(files, folder)
    except OSError as error:
        raise NotWritable(folder, reason_of(error)) from error
    write_atomically(zip_path, content)
    return folder, zip_path


def _files_below(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def _write_folder(files: Mapping[str, bytes], folder: Path) -> None:
    """Writes the files into a folder beside its place, and renames it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with unfinished_path(folder) as new:
        for name, content in files.items():
            path = new / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        new.rename(folder)
