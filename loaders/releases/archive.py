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
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from loaders.tables.faults import BadFacts, Fault, FolderMissing

TABLES = "tables"
ARCHIVE = ".zip"
# The files of a release that are read: its tables, and the file with its version.
CITATION = "CITATION.cff"
MAX_FILES = 10_000
MAX_BYTES = 1 << 30
MAX_CITATION_BYTES = 1 << 20
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
    with tempfile.TemporaryDirectory() as temporary_folder:
        _unpack(read_archive(path, _is_read), Path(temporary_folder), path.name)
        yield Path(temporary_folder)


def read_archive(
    path: Path, is_read: Callable[[PurePosixPath], bool] = lambda _: True
) -> dict[str, bytes]:
    """The files of an archive by their paths below its one folder; those that `is_read` names.

    Raises BadFacts if it is no archive that can be read safely.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            _refuse_unsafe(members, path.name)
            inner = {member: _inner(member) for member in members}
            return {str(p): archive.read(m) for m, p in inner.items() if is_read(p)}
    except BAD_ARCHIVE as error:
        raise bad_release(path.name, "bad_archive") from error


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
                is_small = member.file_size <= MAX_CITATION_BYTES
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


def _inner(member: zipfile.ZipInfo) -> PurePosixPath:
    """The path of a member without the folder that holds them all."""
    return PurePosixPath(*PurePosixPath(member.filename).parts[1:])


def _is_read(inner: PurePosixPath) -> bool:
    return inner.parts[0] == TABLES or str(inner) == CITATION


def _unpack(files: Mapping[str, bytes], folder: Path, name: str) -> None:
    """Writes the files below a folder; a name that no file can have is a fault of the archive."""
    try:
        for inner, content in files.items():
            target = folder / inner
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    except (OSError, ValueError) as error:
        raise bad_release(name, "release_bad_names") from error


def _refuse_unsafe(members: list[zipfile.ZipInfo], name: str) -> None:
    if len(members) > MAX_FILES or sum(member.file_size for member in members) > MAX_BYTES:
        raise bad_release(name, "archive_too_large")
    counts = Counter(member.filename for member in members)
    for member in members:
        if not _is_safe(member) or counts[member.filename] > 1:
            raise bad_release(name, "archive_leads_out", member=member.filename)
    if len({PurePosixPath(filename).parts[0] for filename in counts}) != 1:
        raise bad_release(name, "archive_folders")


def _is_safe(member: zipfile.ZipInfo) -> bool:
    """Whether a member is a plain file in a folder of the archive."""
    path = PurePosixPath(member.filename)
    is_plain = stat.S_IFMT(member.external_attr >> 16) in (0, stat.S_IFREG)
    is_plain_name = str(path) == member.filename and not set("\\:") & set(member.filename)
    is_inside = len(path.parts) > 1 and not path.is_absolute() and ".." not in path.parts
    return is_plain and is_plain_name and is_inside
