"""Where the embedded engine's databases and the archive of its classes are kept."""

from __future__ import annotations

from pathlib import Path

PROJECT = Path(__file__).parents[3]
IS_CHECKOUT = (PROJECT / "Makefile").is_file()
USERS = Path.home() / ".cache" / "learned-from"
# An installed copy keeps no database where it happens to be started.
CACHE = Path("build/stores") if IS_CHECKOUT else USERS / "stores"
# The archive depends on the installed engine only.
ARCHIVES = PROJECT / "build" / "engine" if IS_CHECKOUT else USERS / "engine"
# The name of the database in its folder.
DATABASE = "facts"
