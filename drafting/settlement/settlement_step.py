"""The steps of a settlement, for showing its progress."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum


class SettlementStep(StrEnum):
    """The steps of a settlement, in this order."""

    READ = "read"
    BUILD = "build"
    CHECK = "check"
    VERIFY = "verify"
    FITS = "fits"
    WRITE = "write"


Progress = Callable[[SettlementStep], None]
