"""Exchanges several files at once: after a kill, either all of them are new or all are old.

The new files are first put into a folder of their own, whose renaming decides. From then on they
are moved to their places, by the next process if the first one is killed.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from drafting.decisions.line_log import sync_folder
from drafting.decisions.review_error import ActionRefused, sentence
from drafting.drafts.draft_file import SETTLING_FOLDER
from loaders.sha256 import sha256

# The name of the folder READY while it is being filled.
PART_FOLDER = f"{SETTLING_FOLDER}.part"
MANIFEST = "manifest.json"


def exchange(folder: Path, workplace: Path, files: Mapping[str, bytes]) -> None:
    """Replaces files in a folder by these, by their paths.

    `workplace` is a folder on the same disk. Raises OSError before anything is changed.
    """
    part = workplace / PART_FOLDER
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    manifest = {}
    for number, (name, content) in enumerate(sorted(files.items())):
        manifest[name] = [str(number), _hash(folder / name), sha256(content)]
        _write(part / str(number), content)
    _write(part / MANIFEST, json.dumps(manifest).encode())
    sync_folder(part)
    os.replace(part, workplace / SETTLING_FOLDER)
    sync_folder(workplace)
    complete_exchange(folder, workplace)


def complete_exchange(folder: Path, workplace: Path) -> tuple[str, ...]:
    """Completes an exchange that was interrupted; returns the names of its files.

    Raises ActionRefused if one of them was changed by hand meanwhile, before any is moved.
    """
    ready_folder = workplace / SETTLING_FOLDER
    if not ready_folder.is_dir():
        return ()
    path = ready_folder / MANIFEST
    manifest = json.loads(path.read_bytes()) if path.is_file() else {}
    states = {name: _hash(folder / name) for name in manifest}
    for name, (_, old_hash, new_hash) in manifest.items():
        if states[name] not in (old_hash, new_hash):
            raise ActionRefused(sentence("changed_by_hand", file=name, folder=ready_folder.name))
    for name, (number, _, new_hash) in manifest.items():
        if states[name] != new_hash:
            os.replace(ready_folder / number, folder / name)
    for parent in {(folder / name).parent for name in manifest}:
        sync_folder(parent)
    path.unlink(missing_ok=True)
    shutil.rmtree(ready_folder)
    return tuple(manifest)


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _hash(path: Path) -> str | None:
    return sha256(path.read_bytes()) if path.is_file() else None
