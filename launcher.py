"""The entry point of an installed copy: its folder holds all modules, as a checkout does.

Modules import one another by their names in the checkout, so the folder comes first on the path.
Child processes are started with the same folder.
"""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

PROGRAM_FOLDER = Path(__file__).resolve().parent


def main() -> None:
    """Runs the command line."""
    sys.path.insert(0, str(PROGRAM_FOLDER))
    runpy.run_path(str(PROGRAM_FOLDER / "cli.py"), run_name="__main__")
