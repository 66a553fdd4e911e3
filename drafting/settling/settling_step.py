"""The steps of a settlement, for those who show how far it is."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum


class SettlingStep(StrEnum):
    """What a settlement does, in this order."""

    READ = "read"
    BUILD = "build"
    CHECK = "check"
    VERIFY = "verify"
    FITS = "fits"
    WRITE = "write"


Progress = Callable[[SettlingStep], None]
