"""An append-only file of JSON lines that several processes can write without damage.

A line counts once it is on the disk with its line end. Part of a line that a killed process left
was never confirmed: it is skipped, and cut off before the next line.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Generic, TypeVar

from filelock import FileLock, Timeout

from drafting.decisions.review_error import ActionRefused, BadLog, LogBusy, sentence

Entry = TypeVar("Entry")

# Seconds that a decision waits for the decision of another process.
PATIENCE_SECONDS = 10
NOT_A_LINE = (ValueError, KeyError, TypeError, AttributeError, RecursionError)


class LineLog(Generic[Entry]):
    """The entries of a file, and new ones added at its end.

    `parse` returns the entry of a line's object; it raises an error of NOT_A_LINE if it is none.
    """

    def __init__(self, path: Path, parse: Callable[[dict[str, Any]], Entry]) -> None:
        self.path, self._parse = path, parse
        self._lock = FileLock(path.with_name(path.name + ".lock"))
        self._size = self._line_count = 0

    def new_entries(self) -> list[Entry]:
        """The entries since the last call. Raises BadLog with all faulty lines."""
        content = self._new_content()
        complete = content[: content.rfind(b"\n") + 1]
        entries, faults = [], []
        for number, line in enumerate(complete.split(b"\n")[:-1], start=self._line_count + 1):
            try:
                entries.append(self._parse(json.loads(line.decode("utf-8"))))
            except NOT_A_LINE:
                faults.append(number)
        if faults:
            raise BadLog(self.path, faults)
        self._size += len(complete)
        self._line_count += complete.count(b"\n")
        return entries

    @contextmanager
    def lock(self, patience: float | None = None) -> Iterator[None]:
        """Keeps other processes from writing. Raises LogBusy if one does not end in time."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with self._lock.acquire(PATIENCE_SECONDS if patience is None else patience):
                yield
        except Timeout as error:
            raise LogBusy(self.path) from error

    def append(self, *objects: dict[str, Any]) -> None:
        """Adds lines and returns when they are on the disk; call it within `lock`.

        Call `new_entries` before, so that no other line is skipped. Raises ActionRefused if the
        file is no longer the one that was read, and OSError.
        """
        lines = "".join(f"{json.dumps(o, ensure_ascii=False, sort_keys=True)}\n" for o in objects)
        is_new = not self.path.exists()
        with self.path.open("ab") as file:
            if file.tell() < self._size:  # somebody has put another file in its place
                raise ActionRefused(sentence("log_changed", file=self.path.name))
            file.truncate(self._size)
            file.write(lines.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        if is_new:
            sync_folder(self.path.parent)

    def _new_content(self) -> bytes:
        """The content after the lines already read."""
        try:
            with self.path.open("rb") as file:
                file.seek(self._size)
                return file.read()
        except FileNotFoundError:
            return b""


def sync_folder(folder: Path) -> None:
    """Makes the names of a folder's files lasting, where the system can do that."""
    if os.name == "nt":  # Windows opens no folders
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
