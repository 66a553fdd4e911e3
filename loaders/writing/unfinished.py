"""Unfinished files and folders: they are written next to their place and renamed at the end.

An unfinished file or folder is named `.NAME.8 digits`, and its process locks `.NAME.8 digits.lock`.
The system frees the lock of a process that ends, however it ends. A free lock therefore belongs to
a killed process, and the next write to the same place removes its unfinished file.
"""

from __future__ import annotations

import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

LOCK = ".lock"


@contextmanager
def unfinished_path(path: Path) -> Iterator[Path]:
    """A free path next to `path`; whatever is there at the end is removed.

    Files that killed processes left for `path` are removed first. Raises OSError.
    """
    _remove_leftovers(path)
    partial = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    with _lock(partial):
        try:
            yield partial
        finally:
            _remove(partial)


def _remove_leftovers(path: Path) -> None:
    leftover_name = re.compile(rf"\.{re.escape(path.name)}\.[0-9a-f]{{8}}{re.escape(LOCK)}")
    for lock in list(path.parent.iterdir()):
        if leftover_name.fullmatch(lock.name):
            # its process still works, or it belongs to another user, or it was removed meanwhile
            with suppress(Timeout, OSError):
                partial = lock.with_name(lock.name.removesuffix(LOCK))
                with _lock(partial):
                    _remove(partial)


@contextmanager
def _lock(partial: Path) -> Iterator[None]:
    """Locks an unfinished file; raises Timeout if another process has the lock."""
    lock = partial.with_name(partial.name + LOCK)
    with FileLock(lock, timeout=0):
        try:
            yield
        finally:
            # Windows removes no open file; there the lock is removed as it is opened
            with suppress(PermissionError):
                lock.unlink(missing_ok=True)


def _remove(partial: Path) -> None:
    if partial.is_dir():
        shutil.rmtree(partial, ignore_errors=True)
    else:
        partial.unlink(missing_ok=True)
