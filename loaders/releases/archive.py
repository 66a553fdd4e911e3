"""The tables of a facts folder, of a release's folder or of its archive, as a folder to read.

A release keeps its tables in `tables/`; an archive has one folder, NAME-VERSION, for all its files.
An archive may come from anywhere: no name in it leads out of its folder, no link is made, and its
size is limited before anything is unpacked.
"""

from __future__ import annotations

import stat
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from loaders.tables.faults import BadFacts, Fault, FolderMissing

TABLES = "tables"
ARCHIVE = ".zip"
# The files of a release that are read: its tables, and the file with its version.
CITATION = "CITATION.cff"
MOST_FILES = 10_000
MOST_BYTES = 1 << 30
MOST_CITATION = 1 << 20
# The errors of an archive that is cut off, encrypted or packed in an unknown way.
BAD_ARCHIVE = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError)


@contextmanager
def release_folder(path: Path) -> Iterator[Path]:
    """The folder of a release; for an archive a copy that lasts as long as the context.

    Raises FolderMissing if there is nothing at the path, BadFacts if it is no archive that can be
    read safely.
    """
    if path.is_dir():
        yield path
        return
    if not path.is_file():
        raise FolderMissing(path)
    with tempfile.TemporaryDirectory() as unpacked:
        try:
            with zipfile.ZipFile(path) as archive:
                _unpack(archive, Path(unpacked), path.name)
        except BAD_ARCHIVE as error:
            raise bad_release(path.name, "bad_archive") from error
        yield Path(unpacked)


def tables_folder(folder: Path) -> Path:
    """The folder of the tables: `tables/` of a release, or a facts folder itself."""
    return folder / TABLES if (folder / TABLES).is_dir() else folder


def citation_text(path: Path) -> str:
    """The CITATION.cff of a release, "" if it has none; raises BadFacts."""
    try:
        if path.is_dir():
            return (path / CITATION).read_text(encoding="utf-8")
        with zipfile.ZipFile(path) as archive:
            for member in archive.infolist():
                is_small = member.file_size <= MOST_CITATION
                if PurePosixPath(member.filename).parts[1:] == (CITATION,) and is_small:
                    return archive.read(member).decode("utf-8")
    except (FileNotFoundError, UnicodeDecodeError):
        return ""
    except BAD_ARCHIVE as error:
        raise bad_release(path.name, "bad_archive") from error
    return ""


def bad_release(file: str, rule: str, **values: str) -> BadFacts:
    """The error for a fault of a release as a whole."""
    return BadFacts([Fault(file, 0, 0, "", rule, values)])


def _unpack(archive: zipfile.ZipFile, folder: Path, name: str) -> None:
    """Writes the members that are read, without the folder that holds them all."""
    members = archive.infolist()
    if len(members) > MOST_FILES or sum(member.file_size for member in members) > MOST_BYTES:
        raise bad_release(name, "archive_too_large")
    for member in members:
        path = PurePosixPath(member.filename)
        if not _is_safe(member):
            raise bad_release(name, "archive_leads_out", member=member.filename)
        inner = path.parts[1:]
        if not member.is_dir() and (inner[:1] == (TABLES,) or inner == (CITATION,)):
            target = folder.joinpath(*inner)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(archive.read(member))


def _is_safe(member: zipfile.ZipInfo) -> bool:
    """Whether a member is a plain file or folder below the archive's folder."""
    path = PurePosixPath(member.filename)
    kind = stat.S_IFMT(member.external_attr >> 16)
    is_plain = kind in (0, stat.S_IFREG, stat.S_IFDIR)
    names = "\\" not in member.filename and ":" not in path.parts[0] if path.parts else False
    return is_plain and names and not path.is_absolute() and ".." not in path.parts
