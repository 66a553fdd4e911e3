"""Releases of the small facts, as archives: what the tests of both clocks share."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

SMALL_FOLDER = Path(__file__).parent / "small"
# Each release with its day.
DAYS = {"1.0": "2026-03-01", "1.1": "2026-06-01"}


def citation(version: str, day: str) -> str:
    return f'cff-version: 1.2.0\ntitle: "Facts"\nversion: "{version}"\ndate-released: "{day}"\n'


def archive(folder: Path, to: Path, version: str, day: str) -> Path:
    """A release of a facts folder: NAME-VERSION/tables/ and its CITATION.cff."""
    to.mkdir(parents=True, exist_ok=True)
    path = to / f"nowhere-{version}.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr(f"nowhere-{version}/CITATION.cff", citation(version, day))
        for file in sorted(folder.rglob("*")):
            inner = file.relative_to(folder)
            if file.is_file() and inner.parts[0] not in ("releases", "texts"):
                packed.write(file, f"nowhere-{version}/tables/{inner}")
    return path


def edit(folder: Path, table: str, change: Callable[[str], str]) -> None:
    """Changes the text of a table."""
    path = folder / table
    before = path.read_text(encoding="utf-8")
    after = change(before)
    assert after != before
    path.write_text(after, encoding="utf-8")


def released_facts(folder: Path) -> Path:
    """A copy of the small facts with two releases, and work that is in none.

    1.0 lacks what 22 learned from 21 and has another date for what 12 learned from 11; 1.1 has
    both right. After 1.1 a border was read again and a place renamed.
    """
    shutil.copytree(SMALL_FOLDER, folder)
    whole = {name: (folder / name).read_text(encoding="utf-8") for name in ("learned_from.csv",)}
    edit(folder, "learned_from.csv", lambda text: without_line(text, "22,21,"))
    edit(folder, "learned_from.csv", lambda text: text.replace("2001,2001年", "2000,2001年"))
    archive(folder, folder / "releases", "1.0", DAYS["1.0"])
    for name, text in whole.items():
        (folder / name).write_text(text, encoding="utf-8")
    archive(folder, folder / "releases", "1.1", DAYS["1.1"])
    edit(folder, "borders.csv", lambda text: text.replace("2026-01-02", "2026-07-01"))
    edit(folder, "place.csv", lambda text: text.replace("Alder", "New Alder", 1))
    return folder


def without_line(text: str, start: str) -> str:
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith(start))
