"""A release as one ZIP archive: the same files give the same bytes on every machine.

The files are in the order of their names, with one fixed time and the same rights. They are not
compressed, for zlib's output differs between its versions. What reads archives is in
loaders/releases.
"""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Mapping

# The earliest time that a ZIP archive can hold.
EARLIEST_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
ZIP_SYSTEM_UNIX = 3


def archive(folder: str, files: Mapping[str, bytes]) -> bytes:
    """The files, by their paths, in a folder of this name."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as zip_file:
        for name in sorted(files):
            member = zipfile.ZipInfo(f"{folder}/{name}", EARLIEST_ZIP_TIME)
            member.create_system = ZIP_SYSTEM_UNIX
            member.external_attr = (stat.S_IFREG | 0o644) << 16
            zip_file.writestr(member, files[name])
    return buffer.getvalue()
