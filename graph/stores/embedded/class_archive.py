"""An archive of the embedded engine's Java classes: it starts in half the time with one.

The JVM of the engine's package has no archive (class data sharing), so one is made by a child
process from the list of the classes that a first engine loads, once for each version of the
package. The JVM passes over an archive that is broken or of other files, and so do we over any
fault in making one: the engine then starts as it would without.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.metadata
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from graph.stores.cache_folder import ARCHIVES
from graph.stores.store import StoreError

PACKAGES = ("arcadedb-embedded", "JPype1")
# The longest that closing a store waits for its archive. Other stores may make it later.
CLOSE_SECONDS = 60


def archive_path(folder: Path = ARCHIVES) -> Path:
    """The path of the archive of the installed engine, if it has been made.

    Its name holds the hash of the files it is made of, so that an archive of others is not read.
    """
    spec = importlib.util.find_spec("arcadedb_embedded")
    if spec is None or spec.origin is None:  # not installed: the child reports it
        return folder / "none.jsa"
    package = Path(spec.origin).parent
    files = sorted([*package.glob("jars/*.jar"), *package.glob("jre/**/*jvm*")])
    sizes = [(str(file), file.stat().st_size, file.stat().st_mtime_ns) for file in files]
    versions = [importlib.metadata.version(name) for name in PACKAGES]
    key = hashlib.sha256(json.dumps([versions, sizes]).encode()).hexdigest()[:16]
    return folder / f"{key}.jsa"


def java_options(archive: Path, class_list: Path | None) -> list[str]:
    """Options of the JVM: read the archive, or write the list of classes to make it from."""
    if archive.is_file():
        # without this check of its sums the JVM would end at a broken archive
        return [f"-XX:SharedArchiveFile={archive}", "-XX:+VerifySharedSpaces"]
    return [f"-XX:DumpLoadedClassList={class_list}"] if class_list is not None else []


class ArchiveMaking:
    """Makes the archive in the background while the first engine answers."""

    def __init__(
        self, archive: Path, warm_up: Callable[[], None], start: Callable[[], DumpProcess]
    ) -> None:
        """`warm_up` makes the engine load what questions need; `start` starts the child."""
        self._archive, self._warm_up, self._start = archive, warm_up, start
        self._turn = threading.Lock()  # guards the fields below
        self._process: DumpProcess | None = None
        self._closed = False
        self._thread = threading.Thread(target=self._make, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Waits for the archive for a while, and leaves no child process."""
        self._thread.join(CLOSE_SECONDS)
        with self._turn:
            self._closed = True
            if self._process is not None:
                self._process.child.kill()
        self._thread.join()

    def _make(self) -> None:
        with contextlib.suppress(OSError, StoreError):
            self._warm_up()
            with self._turn:
                if self._closed:
                    return
                self._process = self._start()
            if self._process.end():
                _put(self._process.archive, self._archive)


class DumpProcess:
    """A child that makes an archive."""

    def __init__(self, child: subprocess.Popen[str], class_list: Path) -> None:
        """Sends the child its order: the list of classes, and where to write beside it."""
        self.child = child
        self.archive = class_list.with_suffix(".jsa")
        order = {"class_list": str(class_list), "archive": str(self.archive)}
        assert child.stdin is not None
        with contextlib.suppress(OSError):  # the process has ended, which is noticed elsewhere
            child.stdin.write(json.dumps(order) + "\n")
            child.stdin.flush()

    def end(self) -> bool:
        """Waits for the child; whether it made an archive."""
        with self.child:
            return self.child.wait() == 0 and self.archive.is_file()


def _put(dump: Path, archive: Path) -> None:
    """Puts the archive in its place at once, and takes those of other versions away."""
    archive.parent.mkdir(parents=True, exist_ok=True)
    aside = archive.with_name(f"{archive.name}.{os.getpid()}.part")
    try:
        shutil.copyfile(dump, aside)
        aside.replace(archive)
    finally:
        aside.unlink(missing_ok=True)
    for other in archive.parent.glob("*.jsa"):
        if other != archive:
            other.unlink(missing_ok=True)


def main() -> None:
    """Makes the archive that the standard input orders; the JVM ends the process itself."""
    from graph.stores.embedded.server import start_java

    order = json.loads(sys.stdin.readline())
    source = Path(order["class_list"])
    # without the last line, which the engine may still be writing
    lines = source.read_text(encoding="utf-8").rpartition("\n")[0]
    copy = source.with_name(f"{source.name}.copy")
    copy.write_text(f"{lines}\n", encoding="utf-8")
    options = [f"-XX:SharedClassListFile={copy}", f"-XX:SharedArchiveFile={order['archive']}"]
    start_java([*options, "-Xshare:dump"])


if __name__ == "__main__":
    main()
