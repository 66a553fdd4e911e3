"""Files in the folder of copies: written completely or not, and never over another text unasked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from drafting.sources.documents.source_faults import SourceFault, unusable
from loaders.writing.atomic_write import replace_file
from texts.system_errors import reason_of


def other_contents(
    folder: Path, files: Mapping[str, bytes], *, replace: bool
) -> Iterator[SourceFault]:
    """A fault for each existing file with other content, unless it may be replaced."""
    for name, content in files.items():
        path = folder / name
        if path.is_dir():
            yield SourceFault("copy_is_a_folder", {"file": name})
        elif path.exists() and not replace and path.read_bytes() != content:
            yield SourceFault("other_copy", {"file": name})


def write_copies(folder: Path, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """Writes the files that are missing or different, into a new folder if there is none.

    Returns their names. Raises UnusableSource if the folder cannot be written.
    """
    names = []
    for name, content in files.items():
        path = folder / name
        if path.is_file() and path.read_bytes() == content:
            continue
        try:
            folder.mkdir(parents=True, exist_ok=True)
            replace_file(path, content)
        except OSError as error:
            raise unusable("copy_not_written", file=name, reason=reason_of(error)) from error
        names.append(name)
    return tuple(names)
