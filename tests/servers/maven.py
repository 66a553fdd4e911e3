"""Jars that the tests run, fetched by Maven the first time and kept in `build/`."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from filelock import FileLock

COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"


class NoJars(Exception):
    """Maven is not here, or could not fetch; the message says which."""


def fetched_jars(folder: Path, pom: Path, options: Sequence[str]) -> Path:
    """A folder with the jars that a pom names; raises NoJars."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    # test processes run side by side: one fetches, the others wait
    with FileLock(folder.parent / "lock"):
        if not folder.exists():
            _fetch(folder, pom, options)
    return folder


def _fetch(folder: Path, pom: Path, options: Sequence[str]) -> None:
    if shutil.which("mvn") is None:
        raise NoJars("there is no Maven here")
    part = folder.with_name(f"{folder.name}.part")
    into = ["-DincludeScope=runtime", f"-DoutputDirectory={part}"]
    done = subprocess.run(
        ["mvn", "-B", "-ntp", "-q", "-f", str(pom), COPY, *options, *into],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise NoJars(f"Maven could not fetch: {done.stdout[-400:]}")
    part.rename(folder)
