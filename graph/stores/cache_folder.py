"""The folder of files that save time and may be deleted at any moment."""

from __future__ import annotations

from pathlib import Path

PROJECT = Path(__file__).parents[2]
IS_CHECKOUT = (PROJECT / "Makefile").is_file()
USERS = Path.home() / ".cache" / "learned-from"
# The databases of the embedded engine. An installed copy keeps none where it happens to be started.
CACHE = Path("build/stores") if IS_CHECKOUT else USERS / "stores"
# The archive of the engine's classes depends on the installed engine only.
ARCHIVES = PROJECT / "build" / "engine" if IS_CHECKOUT else USERS / "engine"
# Large facts folders as they were read last.
SNAPSHOTS = PROJECT / "build" / "snapshots" if IS_CHECKOUT else USERS / "snapshots"
# The tables of the search over many names.
SEARCH_TABLES = PROJECT / "build" / "search" if IS_CHECKOUT else USERS / "search"
# The name of the database in its folder.
DATABASE = "facts"
