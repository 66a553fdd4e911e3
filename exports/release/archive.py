"""A release as one ZIP archive: the same files give the same bytes on every machine.

The files are in the order of their names, with one fixed time and the same rights. They are not
compressed, for zlib's output differs between its versions. An archive that is read may come from
anywhere: no name leads out of its folder, and its size is limited before anything is unpacked.
"""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from exports.atomic_write import ExportError

# The earliest time that a ZIP archive can store.
TIME = (1980, 1, 1, 0, 0, 0)
UNIX = 3
MOST_FILES = 10_000
MOST_BYTES = 1 << 30
UNREADABLE = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError)


class UnsafeArchive(ExportError):
    """An archive that is unsafe to open; `rule` is the key of its sentence, `member` is a file."""

    def __init__(self, rule: str, member: str = "") -> None:
        self.rule, self.member = rule, member
        super().__init__(f"{rule} {member}".strip())


def archive(folder: str, files: Mapping[str, bytes]) -> bytes:
    """The files, by their paths, in a folder of this name."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as packed:
        for name in sorted(files):
            member = zipfile.ZipInfo(f"{folder}/{name}", TIME)
            member.create_system = UNIX
            member.external_attr = (stat.S_IFREG | 0o644) << 16
            packed.writestr(member, files[name])
    return buffer.getvalue()


def read_archive(path: Path) -> tuple[str, dict[str, bytes]]:
    """The name of the folder in an archive, and its files by their paths; raises UnsafeArchive."""
    try:
        with zipfile.ZipFile(path) as packed:
            members = [member for member in packed.infolist() if not member.is_dir()]
            _refuse_unsafe(members)
            contents = {member.filename: packed.read(member) for member in members}
    except UNREADABLE as error:
        raise UnsafeArchive("release_unreadable") from error
    folders = {PurePosixPath(name).parts[0] for name in contents}
    if len(folders) != 1:
        raise UnsafeArchive("release_folders")
    (folder,) = folders
    return folder, {name[len(folder) + 1 :]: content for name, content in contents.items()}


def _refuse_unsafe(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MOST_FILES or sum(member.file_size for member in members) > MOST_BYTES:
        raise UnsafeArchive("release_too_large")
    names = [member.filename for member in members]
    for member in members:
        if not _is_safe(member) or names.count(member.filename) > 1:
            raise UnsafeArchive("release_leads_out", member.filename)


def _is_safe(member: zipfile.ZipInfo) -> bool:
    """Whether a member is a plain file in a folder of the archive."""
    path = PurePosixPath(member.filename)
    is_plain = stat.S_IFMT(member.external_attr >> 16) in (0, stat.S_IFREG)
    is_plain_name = str(path) == member.filename and not set("\\:") & set(member.filename)
    is_inside = len(path.parts) > 1 and not path.is_absolute() and ".." not in path.parts
    return is_plain and is_plain_name and is_inside
